"""Labelling the sentences of a story as situation, task, action, result or insight (annotation rules, 6)."""

from coach.core.analysis.findings import StarPart, StarSegment
from coach.core.analysis.star_features import features
from coach.core.analysis.star_weights import BEGIN, END, MOVES, PARTS, WEIGHTS
from coach.core.analysis.units import units
from coach.core.transcript import Transcript

UNPUNCTUATED_WORDS = 45
"""A sentence with more words per inner mark is cut into clauses; the longest labelled sentences have about 35."""

_PARTS = tuple(StarPart(part) for part in PARTS)
_NOTHING = (0.0,) * len(PARTS)


def label_star(transcript: Transcript) -> tuple[StarSegment, ...]:
    """One part for every sentence of the answer, in order; speech without full stops is labelled clause by clause.

    The parts are the most likely sequence under a linear-chain model: what a sentence looks like, and which part it
    follows, so that a story tends forward without having to.
    """
    spans = units(transcript.text, UNPUNCTUATED_WORDS)
    if not spans:
        return ()
    sentences = [transcript.text[s.start : s.end] for s in spans]
    chain = _best_chain([_scores(names) for names in features(sentences)])
    return tuple(StarSegment(transcript.evidence(s), _PARTS[part]) for s, part in zip(spans, chain, strict=True))


def _scores(names: tuple[str, ...]) -> list[float]:
    rows = [WEIGHTS.get(name, _NOTHING) for name in names]
    return [sum(column) for column in zip(*rows, strict=True)]


def _best_chain(emissions: list[list[float]]) -> list[int]:
    """The Viterbi path: the indices of the best parts."""
    parts = range(len(PARTS))
    best = [BEGIN[p] + emissions[0][p] for p in parts]
    came_from: list[list[int]] = []
    for emission in emissions[1:]:
        before = [max(parts, key=lambda q, p=p: best[q] + MOVES[q][p]) for p in parts]  # type: ignore[misc]
        best = [best[before[p]] + MOVES[before[p]][p] + emission[p] for p in parts]
        came_from.append(before)
    chain = [max(parts, key=lambda p: best[p] + END[p])]
    for before in reversed(came_from):
        chain.append(before[chain[-1]])
    return chain[::-1]
