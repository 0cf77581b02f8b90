"""The vocabulary of one idea: which words tell of it, and which of them its own sentences deny."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.negation import ScopedWord
from coach.core.rubric import Recogniser
from coach.core.stems import content_stems

FULL_COVER = 6
"""So many words of an idea in one window are as good as more."""


@dataclass(frozen=True, slots=True)
class Worded:
    """How one window uses the words of an idea."""

    cover: float
    """0 to 1: how many of its words are words of the idea."""
    denied: float
    """0 to 1: share of those denied where the idea's own sentences state them, or the reverse."""
    denied_after: float
    """The same for denials that follow the word."""


class IdeaWords:
    """Words of the exemplars and key terms of an idea."""

    def __init__(self, recognise: Recogniser, exemplars: Sequence[Sequence[ScopedWord]]) -> None:
        counts: dict[str, int] = {}
        before: dict[str, int] = {}
        after: dict[str, int] = {}
        for words in exemplars:
            for word in set(words):
                counts[word.stem] = counts.get(word.stem, 0) + 1
                before[word.stem] = before.get(word.stem, 0) + word.denied
                after[word.stem] = after.get(word.stem, 0) + word.denied_after
        self._denied = {s: (before[s] / n, after[s] / n) for s, n in counts.items()}
        for group in recognise.terms:
            for term in group:
                for each in content_stems(term):
                    self._denied.setdefault(each, (0.0, 0.0))

    def used(self, words: Sequence[ScopedWord]) -> Worded:
        """How a window uses them."""
        total = 0
        denied = denied_after = 0.0
        for word in words:
            usual = self._denied.get(word.stem)
            if usual is not None:
                total += 1
                denied += math.fabs(word.denied - usual[0])
                denied_after += math.fabs(word.denied_after - usual[1])
        if not total:
            return Worded(0.0, 0.0, 0.0)
        return Worded(min(1.0, total / FULL_COVER), denied / total, denied_after / total)
