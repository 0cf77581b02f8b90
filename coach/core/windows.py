"""Cutting an answer into the windows that are held against an idea: clauses, sentences, neighbouring pairs."""

from dataclasses import dataclass
from itertools import pairwise

from coach.core.spans import Span
from coach.core.text import sentences
from coach.core.transcript import Transcript, Word

LONG_SENTENCE_WORDS = 22
"""A sentence of more words is cut into clauses: the measured exemplars have 5 to 20."""
CLAUSE_MIN_WORDS = 7
CLAUSE_MAX_WORDS = 25
PAUSE_S = 0.6
"""A silence between two words that ends a clause in speech without punctuation."""
_PAIR_MAX_WORDS = 60

_CONJUNCTIONS = "and but because so if then which while when whereas otherwise unless since or although once instead"
_OPENERS = frozenset(_CONJUNCTIONS.split())


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an answer that is judged as one."""

    span: Span
    text: str
    first: int
    """Index of its first unit (a clause, or a sentence that needs no cutting)."""
    last: int
    """Index of its last unit."""

    @property
    def units(self) -> int:
        """How many units it joins; 1 is the tightest."""
        return self.last - self.first + 1

    def contains(self, other: "Window") -> bool:
        """Whether the other window lies within this one."""
        return self.first <= other.first and other.last <= self.last


def units(transcript: Transcript) -> tuple[tuple[Span, int], ...]:
    """The clauses of an answer in order, each with the index of its sentence."""
    found: list[tuple[Span, int]] = []
    for index, sentence in enumerate(sentences(transcript.text)):
        found.extend((clause, index) for clause in _clauses(transcript, sentence))
    return tuple(found)


def cut(transcript: Transcript) -> tuple[Window, ...]:
    """The windows of an answer, tightest first: units, whole sentences, pairs of neighbouring units."""
    pieces = units(transcript)
    ranges = [(i, i) for i in range(len(pieces))]
    by_sentence: dict[int, list[int]] = {}
    for i, (_, sentence) in enumerate(pieces):
        by_sentence.setdefault(sentence, []).append(i)
    groups = list(by_sentence.values())
    ranges += [(i, i + 1) for i in range(len(pieces) - 1)]
    ranges += [(g[0], g[-1]) for g in groups if len(g) > 2]
    ranges += [(a[0], b[-1]) for a, b in pairwise(groups) if b[-1] - a[0] > 1]
    windows: list[Window] = []
    for first, last in dict.fromkeys(ranges):
        span = Span(pieces[first][0].start, pieces[last][0].end)
        text = transcript.text[span.start : span.end]
        if first == last or len(text.split()) <= _PAIR_MAX_WORDS:
            windows.append(Window(span, text, first, last))
    return tuple(windows)


def _clauses(transcript: Transcript, sentence: Span) -> list[Span]:
    words = transcript.words_in(sentence)
    if len(words) <= LONG_SENTENCE_WORDS:
        return [sentence]
    starts = [0]
    for i in range(1, len(words)):
        so_far = i - starts[-1]
        left = len(words) - i
        if left < CLAUSE_MIN_WORDS // 2:
            break
        natural = so_far >= CLAUSE_MIN_WORDS and left >= CLAUSE_MIN_WORDS // 2 and _breaks(words[i - 1], words[i])
        if natural or so_far >= CLAUSE_MAX_WORDS:
            starts.append(i)
    ends = [*starts[1:], len(words)]
    return [
        Span(max(words[a].start, sentence.start), min(words[b - 1].end, sentence.end))
        for a, b in zip(starts, ends, strict=True)
    ]


def _breaks(before: Word, after: Word) -> bool:
    if before.text[-1] in ",;:–—" or before.text == "-":
        return True
    if before.end_s is not None and after.start_s is not None and after.start_s - before.end_s >= PAUSE_S:
        return True
    return after.text.lower().strip(",") in _OPENERS
