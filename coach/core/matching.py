"""Whether the ideas of a rubric are expressed in an answer, in whatever words, and where."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.core.analysis.findings import Number
from coach.core.drill import Item
from coach.core.features import Answer
from coach.core.match_idea import DECISION, VOIDED, Match, match_idea
from coach.core.match_model import MatchWeights
from coach.core.mentions import match_mentions
from coach.core.ports import SentenceSimilarity
from coach.core.prepared import prepare
from coach.core.rubric import Rubric, Trap
from coach.core.transcript import Transcript
from coach.core.windows import cut

OMISSION_MIN_WORDS = 25
"""A shorter answer has not reached the subject, so leaving something out is not a move."""
REST_SCALE = 1.5
"""Mean log-odds of the other ideas at which an answer counts as three quarters good or bad."""


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
    """Hold every element and trap against the answer; raises what `similarity` raises.

    Elements are measured each by its own words first; how the others did then settles what is in doubt. Traps are
    judged last, since an element may make up for one, and some consist in leaving elements out.
    """
    if rubric.by_mention:
        return Matches(match_mentions(rubric, transcript), (), "concepts by mention")
    prepared = prepare(rubric)
    refs = prepared.references
    windows = cut(transcript)
    semantic = None
    if similarity is not None and windows:
        semantic = similarity.compare([w.text for w in windows], refs.texts)
    chosen = weights.lexical if similarity is None else weights.semantic
    answer = Answer(transcript.text, windows, prepared, numbers, semantic)
    measured = [answer.measure(at) for at in range(len(refs.ideas))]
    alone = {
        at: max((chosen.alone.logit(m.values) for m in measured[at]), default=0.0)
        for at, idea in enumerate(refs.ideas)
        if not idea.trap
    }

    def one(at: int, extra: Mapping[str, float]) -> Match:
        head = chosen.traps if refs.ideas[at].trap else chosen.elements
        return match_idea(refs.ideas[at], refs, windows, measured[at], head, extra, transcript)

    by_words = {refs.ideas[at].id: one(at, {"rest": rest([z for j, z in alone.items() if j != at])}) for at in alone}
    elements = _in_order(rubric, by_words)
    outright = {idea.id: at for at, idea in enumerate(refs.ideas) if idea.trap}
    traps: list[Match] = []
    for trap in rubric.traps:
        at = outright.get(trap.id)
        said = None if at is None else one(at, trap_rest(trap, list(alone.values()), elements))
        traps.append(_trap(trap, said, elements, transcript))
    name = "words only" if similarity is None else "sentence model and words"
    return Matches(tuple(elements.values()), tuple(traps), f"{name}, weights of {weights.fitted_on}")


def rest(logits: Sequence[float]) -> float:
    """How well the rest of an answer does, -1 to 1, from the log-odds of its ideas; 0 when there is no rest."""
    return math.tanh(sum(logits) / len(logits) / REST_SCALE) if logits else 0.0


def trap_rest(trap: Trap, logits: Sequence[float], elements: Mapping[str, Match]) -> dict[str, float]:
    """What the elements say about a trap; the defaults are what an undecided element would say."""
    return {
        "rest": rest(logits),
        "omitted": max((elements[i].closeness for i in trap.omits), default=0.5),
        "better": max((elements[i].closeness for i in trap.unless), default=0.3),
    }


def _in_order(rubric: Rubric, found: dict[str, Match]) -> dict[str, Match]:
    """The elements, those voided that had to come before another and did not."""
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
            closeness = max(DECISION, 1 - max(m.closeness for m in left_out))
            return Match(trap.id, closeness, (), "nowhere in the answer: " + ", ".join(trap.omits))
    return said or Match(trap.id, 0.0, (), "not left out" if trap.omits else "nothing close to it was said")
