"""What would make an item judge better: advice for those who write drills, each with its reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from coach.core.drill import Item
from coach.core.rubric import Element, Level, Recogniser, Rubric, Trap
from coach.core.scorecard import Scorecard
from coach.core.text import tokens

SPEECH_WPM = 150
"""Words a minute of calm speech (National Center for Voice and Speech)."""
EXEMPLARS = 8
"""So many different wordings gave an F1 of 0.85 in a measured trial on answers nobody had seen."""
NEAR_MISSES = 5
"""And so many sentences that must not count."""
TRAP_EXEMPLARS = 5
ALIKE = 92
"""From this token-set ratio two exemplars are one: the second teaches nothing."""

Try = Callable[[str], Scorecard]
"""Judges a text as an answer to the item."""


@dataclass(frozen=True, slots=True, order=True)
class Hint:
    """One piece of advice."""

    item: str
    """The item or rubric it is about."""
    where: str
    """The part of it."""
    sentence: str
    """What is weak and what to write."""

    def __str__(self) -> str:
        return f"{self.item}, {self.where}: {self.sentence}"


def written_hints(item: Item, rubric: Rubric) -> Iterator[Hint]:
    """Advice that reading alone can give."""
    spoken_s = len(tokens(item.model_answer)) / SPEECH_WPM * 60
    if spoken_s > item.time.answer_s:
        yield Hint(
            item.id,
            "model_answer",
            f"takes {spoken_s:.0f} s at {SPEECH_WPM} words a minute, the clock gives {item.time.answer_s:.0f}; cut it",
        )
    for element in rubric.elements:
        if rubric.by_mention:
            yield from _mention_hints(item, element)
        else:
            yield from _recogniser_hints(item.id, element.id, element.recognise, EXEMPLARS)
    for trap in rubric.traps:
        if trap.recognise is not None:
            yield from _recogniser_hints(item.id, trap.id, trap.recognise, TRAP_EXEMPLARS)


def judged_hints(item: Item, rubric: Rubric, judge: Try) -> Iterator[Hint]:
    """Advice that comes from judging the item's own sentences: its model answer, exemplars and near misses."""
    yield from _model_answer_hints(item, judge(item.model_answer))
    if rubric.by_mention:
        return
    fired: dict[str, list[frozenset[str]]] = {}
    for element in rubric.elements:
        cards = [judge(s) for s in element.recognise.exemplars]
        fired[element.id] = [_met(c) for c in cards]
        if cards and not any(element.id in met for met in fired[element.id]):
            yield Hint(item.id, element.id, "no exemplar of its own meets it; give it key terms and plainer wordings")
        for sentence in element.recognise.near_misses:
            if element.id in _met(judge(sentence)):
                yield Hint(item.id, element.id, f'the near miss "{_short(sentence)}" counts; part them')
    yield from _twins(item, fired)
    for trap in rubric.traps:
        yield from _trap_hints(item, trap, judge)


def _recogniser_hints(item: str, name: str, recognise: Recogniser, wanted: int) -> Iterator[Hint]:
    exemplars, misses = recognise.exemplars, recognise.near_misses
    if not exemplars and not recognise.terms and len(recognise.phrases) == 1:
        yield Hint(item, name, "has one wording and nothing else, so only those who know it by heart meet it")
    if len(exemplars) < wanted:
        yield Hint(item, name, f"has {len(exemplars)} of {wanted} exemplars, each as another engineer would say it")
    if len(misses) < NEAR_MISSES:
        lacking = "the same words without the idea, or denied"
        yield Hint(item, name, f"has {len(misses)} of {NEAR_MISSES} near misses: {lacking}")
    if not recognise.terms:
        yield Hint(item, name, "has no key terms; name one to three groups of words that such an answer contains")
    for (i, a), (j, b) in combinations(enumerate(exemplars, 1), 2):
        if fuzz.token_set_ratio(a, b, processor=default_process) >= ALIKE:
            yield Hint(item, name, f"exemplars {i} and {j} are nearly the same; say one of them another way")


def _mention_hints(item: Item, element: Element) -> Iterator[Hint]:
    for group in element.recognise.terms:
        if len(group) == 1:
            yield Hint(item.id, element.id, f'only "{group[0]}" counts; list the other ways of saying it')


def _model_answer_hints(item: Item, card: Scorecard) -> Iterator[Hint]:
    if card.level is not Level.SENIOR:
        missed = ", ".join(e.id for e in card.elements if e.must and not e.met) or "points"
        yield Hint(item.id, "model_answer", f"scores {card.level} ({card.score:.0f}): misses {missed}")
    for trap in card.traps:
        if trap.hit:
            yield Hint(item.id, "model_answer", f"falls into the trap '{trap.id}'")


def _twins(item: Item, fired: dict[str, list[frozenset[str]]]) -> Iterator[Hint]:
    for a, b in combinations(fired, 2):
        both = [*fired[a], *fired[b]]
        if fired[a] and fired[b] and all({a, b} <= met for met in both):
            yield Hint(item.id, f"{a} and {b}", "always fire together; join them, or add near misses that part them")


def _trap_hints(item: Item, trap: Trap, judge: Try) -> Iterator[Hint]:
    exemplars = trap.recognise.exemplars if trap.recognise else ()
    cards = [(s, judge(s)) for s in exemplars]
    if cards and not any(t.id == trap.id and t.hit for _, c in cards for t in c.traps):
        yield Hint(item.id, trap.id, "no exemplar of its own hits it; give it key terms and plainer wordings")
    for sentence, card in cards:
        if card.level is not Level.JUNIOR:
            yield Hint(item.id, trap.id, f'its exemplar "{_short(sentence)}" scores {card.level}; it says a good idea')


def _met(card: Scorecard) -> frozenset[str]:
    return frozenset(e.id for e in card.elements if e.met)


def _short(sentence: str, limit: int = 60) -> str:
    return sentence if len(sentence) <= limit else sentence[: limit - 1].rsplit(" ", 1)[0] + "…"
