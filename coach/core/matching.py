"""Whether the ideas of a rubric are expressed in an answer, in whatever words, and where."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.core.analysis.findings import Number
from coach.core.drill import Item
from coach.core.features import Answer, Measured
from coach.core.match_model import Head, MatchWeights, WeightSet, probability
from coach.core.ports import SentenceSimilarity
from coach.core.prepared import prepare
from coach.core.references import References
from coach.core.rubric import Rubric, Trap
from coach.core.spans import Span
from coach.core.transcript import Transcript
from coach.core.windows import Window, cut

DECISION = 0.5
"""An idea counts from this closeness."""
TYPED_WPM = 150
"""The pace at which the time of a typed word is reckoned (National Center for Voice and Speech)."""
OMISSION_MIN_WORDS = 25
"""A shorter answer has not reached the subject, so leaving something out is not a move."""
CANNOT_COUNT = 1.0
"""Log-odds below the line at which words stand that cannot count; another window may still say the idea."""
PHRASE_LOGIT = 0.5
"""Log-odds of a listed wording: of those plainly said in graded answers 92 % expressed the idea."""
VOIDED = 0.45
"""The closeness left to words that are right and do not count: late, out of order, made good."""
TIGHTER_COSTS = 0.35
"""Log-odds that a tighter window may be behind the best one and still be the evidence."""


@dataclass(frozen=True, slots=True)
class Match:
    """One idea held against the whole answer."""

    id: str
    closeness: float
    """0 to 1; the idea counts from 0.5."""
    spans: tuple[Span, ...]
    """The best words; empty when nothing was said or the idea is one of omission."""
    rule: str
    """What matched, or what came nearest, as a sentence for the candidate."""
    voided: str = ""
    """What made words that came close not count; empty otherwise."""

    @property
    def counts(self) -> bool:
        """Whether the idea is taken as expressed."""
        return self.closeness >= DECISION


@dataclass(frozen=True, slots=True)
class Matches:
    """Every idea of a rubric held against one answer."""

    elements: tuple[Match, ...]
    traps: tuple[Match, ...]
    matcher: str
    """Which matcher judged."""

    def element(self, element_id: str) -> Match:
        """The match of one element."""
        return next(m for m in self.elements if m.id == element_id)


def match_rubric(
    rubric: Rubric,
    item: Item,  # noqa: ARG001 - judges name the item; no wording of a prompt counts for or against an answer
    transcript: Transcript,
    numbers: Sequence[Number],
    similarity: SentenceSimilarity | None,
    weights: MatchWeights,
) -> Matches:
    """Hold every element and trap against the answer; raises what `similarity` raises."""
    prepared = prepare(rubric)
    refs = prepared.references
    windows = cut(transcript)
    semantic = None
    if similarity is not None and windows:
        semantic = similarity.compare([w.text for w in windows], refs.texts)
    chosen = weights.lexical if similarity is None else weights.semantic
    answer = Answer(transcript.text, windows, prepared, numbers, semantic)
    measured = [answer.measure(at) for at in range(len(refs.ideas))]
    judged = _Judged(refs, windows, measured, transcript)
    elements = _in_order(rubric, judged.elements(chosen))
    said = judged.traps(chosen.traps, rubric, elements)
    traps = tuple(_trap(t, said.get(t.id), elements, transcript) for t in rubric.traps)
    name = "words only" if similarity is None else "sentence model and words"
    return Matches(tuple(elements.values()), traps, f"{name}, weights of {weights.fitted_on}")


class _Judged:
    """The measured ideas of one answer, judged in turn: elements alone, elements together, traps."""

    def __init__(
        self,
        refs: References,
        windows: Sequence[Window],
        measured: Sequence[Sequence[Measured]],
        transcript: Transcript,
    ) -> None:
        self._refs = refs
        self._windows = windows
        self._measured = measured
        self._transcript = transcript
        self._places = [i for i, idea in enumerate(refs.ideas) if not idea.trap]
        self._alone: dict[int, float] = {}

    def elements(self, weights: WeightSet) -> dict[str, Match]:
        """Every element, by its own words and by how well the others did."""
        self._alone = {
            i: max((weights.alone.logit(m.values) for m in self._measured[i]), default=0.0) for i in self._places
        }
        found: dict[str, Match] = {}
        for i in self._places:
            extra = {"rest": rest([z for j, z in self._alone.items() if j != i])}
            found[self._refs.ideas[i].id] = self._match(i, weights.elements, extra)
        return found

    def traps(self, head: Head, rubric: Rubric, elements: Mapping[str, Match]) -> dict[str, Match]:
        """Every trap that can be said outright, knowing which elements were."""
        rules = {t.id: t for t in rubric.traps}
        found: dict[str, Match] = {}
        for i, idea in enumerate(self._refs.ideas):
            if idea.trap:
                extra = trap_rest(rules[idea.id], list(self._alone.values()), elements)
                found[idea.id] = self._match(i, head, extra)
        return found

    def _match(self, at: int, head: Head, extra: dict[str, float]) -> Match:
        idea, measured = self._refs.ideas[at], self._measured[at]
        shift = head.logit(extra) - head.bias
        logits = [_settled(head.logit(m.values) + shift, m, trap=idea.trap) for m in measured]
        if not logits:
            return Match(idea.id, 0.0, (), "nothing was said")
        best = max(range(len(logits)), key=lambda i: logits[i])
        late = ""
        limit = idea.recognise.within_s
        if limit is not None and _begin_s(self._transcript, self._windows[best].span) > limit:
            early = [i for i, w in enumerate(self._windows) if _begin_s(self._transcript, w.span) <= limit]
            first = max(early, key=lambda i: logits[i], default=best)
            if logits[best] >= 0 and (not early or logits[first] < 0):
                late = f"too late: it counts within the first {limit:g} s"
            else:
                best = first
        best = _tightest(self._windows, logits, best)
        window, closest = self._windows[best], measured[best]
        closeness = probability(logits[best])
        said = closeness >= DECISION
        rule = _rule(self._refs, window, closest, said)
        if late:
            return Match(idea.id, min(closeness, VOIDED), (window.span,), rule, late)
        return Match(idea.id, closeness, (window.span,), rule, "" if said else _voided(closest))


def _settled(logit: float, m: Measured, *, trap: bool) -> float:
    """The log-odds with the two things that need no weighing: words that cannot count, and listed wordings."""
    if _not_said(m, trap=trap):
        return min(logit, -CANNOT_COUNT) - CANNOT_COUNT
    return max(logit, PHRASE_LOGIT) if m.phrase else logit


def _not_said(m: Measured, *, trap: bool) -> str:
    """Why words are no statement of the idea; empty when they may be.

    In the graded answers no element was met by a question or a bare list (0 of 10), and of the traps that were denied
    as a whole 1 of 10 was hit; for elements a flat denial says less (7 of 18 met), so it is weighed, not settled.
    """
    if m.values["asks"]:
        return "asked, not said"
    if m.values["lists"]:
        return "listed, not said"
    return "denied" if trap and m.values["denied_flatly"] else ""


def rest(logits: Sequence[float]) -> float:
    """How well the rest of an answer does, -1 to 1, from the log-odds of its ideas; 0 when there is no rest."""
    return math.tanh(sum(logits) / len(logits) / 1.5) if logits else 0.0


def trap_rest(trap: Trap, logits: Sequence[float], elements: Mapping[str, Match]) -> dict[str, float]:
    """What the elements say about a trap; the defaults are what an undecided element would say."""
    return {
        "rest": rest(logits),
        "omitted": max((elements[i].closeness for i in trap.omits), default=0.5),
        "better": max((elements[i].closeness for i in trap.unless), default=0.3),
    }


def _tightest(windows: Sequence[Window], logits: Sequence[float], best: int) -> int:
    """The smallest window inside the best one that is about as good and falls on the same side of the line."""
    inside = [
        i
        for i, w in enumerate(windows)
        if windows[best].contains(w)
        and w.units < windows[best].units
        and logits[i] >= logits[best] - TIGHTER_COSTS
        and (logits[i] >= 0) == (logits[best] >= 0)
    ]
    return max(inside, key=lambda i: (-windows[i].units, logits[i]), default=best)


def _begin_s(transcript: Transcript, span: Span) -> float:
    time = transcript.time_of(span)
    if time is not None:
        return time.start_s
    return sum(w.end <= span.start for w in transcript.words) * 60 / TYPED_WPM


def _in_order(rubric: Rubric, found: dict[str, Match]) -> dict[str, Match]:
    """Elements that had to come before others and did not are voided."""
    result = dict(found)
    for element in rubric.elements:
        match = found[element.id]
        for other in element.recognise.before:
            rival = found[other]
            if match.counts and rival.counts and rival.spans[0].start < match.spans[0].start:
                result[element.id] = replace(match, closeness=VOIDED, voided=f"'{other}' came first")
    return result


def _trap(trap: Trap, said: Match | None, elements: dict[str, Match], transcript: Transcript) -> Match:
    if said is not None and said.counts:
        better = [elements[i] for i in trap.unless]
        if better and all(m.counts for m in better):
            return replace(said, closeness=VOIDED, voided=f"made good by {', '.join(m.id for m in better)}")
        return said
    if trap.omits and len(transcript.words) >= OMISSION_MIN_WORDS:
        left_out = [elements[i] for i in trap.omits]
        if not any(m.counts for m in left_out):
            closeness = 1 - max(m.closeness for m in left_out)
            return Match(trap.id, max(closeness, DECISION), (), "nowhere in the answer: " + ", ".join(trap.omits))
    return said or Match(trap.id, 0.0, (), "not left out" if trap.omits else "nothing close to it was said")


def _rule(refs: References, window: Window, m: Measured, said: bool) -> str:
    text = _short(window.text)
    if said and m.phrase:
        return f'said: "{text}" has the wording "{m.phrase}"'
    if m.nearest < 0:
        return f'{"said" if said else "nearest"}: "{text}" by its key terms'
    exemplar = f'"{_short(refs.texts[m.nearest])}" ({m.nearest_similarity:.2f})'
    if said:
        return f'said: "{text}" is close to {exemplar}'
    if m.nearest_miss >= 0 and m.nearest_miss_similarity > m.nearest_similarity:
        miss = f'"{_short(refs.texts[m.nearest_miss])}" ({m.nearest_miss_similarity:.2f})'
        return f'nearest: "{text}" ({m.nearest_similarity:.2f}), which sounds like {miss}'
    return f'nearest: "{text}", some way from {exemplar}'


def _voided(m: Measured) -> str:
    """Why words that look right do not count; empty when they do not look right."""
    if m.nearest_similarity < 0.5 and not m.phrase:
        return ""
    if m.values["figures_wrong"]:
        return m.fault
    reasons = (("reported", "put in the mouth of others"), ("denied", "denied"), ("asks", "asked, not said"))
    return next((reason for name, reason in reasons if m.values[name] >= DECISION), m.fault)


def _short(text: str, limit: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
