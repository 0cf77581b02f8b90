"""A rubric's sentences laid out for comparison: which are positive for which idea, which are not."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.rubric import Element, Recogniser, Rubric, Trap
from coach.core.stems import content_stems


@dataclass(frozen=True, slots=True)
class Idea:
    """An element or a trap that can be said outright, with the places of its sentences among the references."""

    id: str
    trap: bool
    recognise: Recogniser
    positives: range
    """Exemplars."""
    negatives: range
    """Near misses."""
    what: int
    """Its one-line description."""
    repair: int
    """What a candidate could say; for an element one more way of expressing it."""


@dataclass(frozen=True, slots=True)
class References:
    """Every sentence an answer is held against."""

    texts: tuple[str, ...]
    ideas: tuple[Idea, ...]


def references(rubric: Rubric) -> References:
    """The sentences of a rubric; an adapter may be told of them early to have them ready."""
    texts: list[str] = []
    ideas: list[Idea] = []
    judged: tuple[Element | Trap, ...] = (*rubric.elements, *rubric.traps)
    for each in judged:
        if each.recognise is not None:
            ideas.append(_idea(each, each.recognise, texts))
    return References(tuple(texts), tuple(ideas))


def _idea(each: Element | Trap, recognise: Recogniser, texts: list[str]) -> Idea:
    start = len(texts)
    texts.extend(recognise.exemplars)
    middle = len(texts)
    texts.extend(recognise.near_misses)
    end = len(texts)
    texts.extend((each.what, each.repair))
    return Idea(each.id, isinstance(each, Trap), recognise, range(start, middle), range(middle, end), end, end + 1)


class WordIndex:
    """How much of their telling words two texts share, weighted by how rare a word is in the rubric."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stems = [frozenset(content_stems(t)) for t in texts]
        counts = Counter(s for stems in self._stems for s in stems)
        self._total = len(texts)
        self._rarity = {s: math.log((self._total + 1) / (n + 0.5)) for s, n in counts.items()}
        self._unknown = math.log((self._total + 1) / 1.5)
        self._postings: dict[str, list[int]] = {}
        for i, stems in enumerate(self._stems):
            for each in stems:
                self._postings.setdefault(each, []).append(i)
        self._norms = [math.sqrt(sum(self._rarity[s] ** 2 for s in stems)) or 1.0 for stems in self._stems]

    def compare(self, telling: Sequence[str]) -> list[float]:
        """Cosine of the weighted telling stems of a text with every reference, 0 to 1."""
        stems = frozenset(telling)
        dots = [0.0] * self._total
        square = 0.0
        for each in stems:
            weight = self._rarity.get(each, self._unknown) ** 2
            square += weight
            for i in self._postings.get(each, ()):
                dots[i] += weight
        norm = math.sqrt(square) or 1.0
        return [d / (norm * n) for d, n in zip(dots, self._norms, strict=True)]
