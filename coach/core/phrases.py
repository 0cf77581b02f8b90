"""Key terms and fixed wordings of an idea, looked for in a stretch of speech."""

from collections.abc import Sequence

from coach.core.rubric import Recogniser
from coach.core.stems import STOP_WORDS, all_stems, content_stems
from coach.core.text import tokens

MAX_GAP = 2
"""Telling words that may stand between two words of a wording."""


class TermGroups:
    """The key terms and wordings of one idea, made ready."""

    def __init__(self, recognise: Recogniser) -> None:
        self._groups: list[tuple[frozenset[str], list[tuple[str, ...]]]] = []
        for group in recognise.terms:
            terms = [all_stems(term) for term in group]
            single = frozenset(t[0] for t in terms if len(t) == 1)
            self._groups.append((single, [t for t in terms if len(t) > 1]))
        telling = ((p, _telling(p)) for p in recognise.phrases)
        self._phrases = [(p, stems) for p, stems in telling if len(stems) > 1]

    def hits(self, stems: Sequence[str]) -> frozenset[int]:
        """Which groups have a term among the stems."""
        said = frozenset(stems)
        return frozenset(
            i
            for i, (single, longer) in enumerate(self._groups)
            if not single.isdisjoint(said) or any(_runs(term, stems, said) for term in longer)
        )

    def share(self, hits: frozenset[int]) -> float:
        """Share of the groups that were hit, 0 to 1; 0 without groups."""
        return len(hits) / len(self._groups) if self._groups else 0.0

    def phrase(self, stems: Sequence[str]) -> str:
        """The first listed wording whose telling words stand among the telling stems in order; else empty."""
        return next((p for p, telling in self._phrases if _in_order(telling, stems)), "")


def _telling(phrase: str) -> tuple[str, ...]:
    kept = content_stems(phrase)
    return all_stems(phrase) if not kept and all(t.text in STOP_WORDS for t in tokens(phrase)) else kept


def _runs(term: tuple[str, ...], stems: Sequence[str], said: frozenset[str]) -> bool:
    if not said.issuperset(term):
        return False
    length = len(term)
    return any(tuple(stems[i : i + length]) == term for i in range(len(stems) - length + 1))


def _in_order(wanted: Sequence[str], stems: Sequence[str]) -> bool:
    for start, first in enumerate(stems):
        if first != wanted[0]:
            continue
        at = start
        for each in wanted[1:]:
            found = next((j for j in range(at + 1, min(at + 2 + MAX_GAP, len(stems))) if stems[j] == each), None)
            if found is None:
                break
            at = found
        else:
            return True
    return False
