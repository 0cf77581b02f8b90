"""The words of an answer with the punctuation between them: what a rule looks at when it asks "which use is this?"."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from coach.core.spans import Span
from coach.core.text import Token, sentences, tokens

_BREAKS = frozenset(',.;:!?…—–\n()"“”')
_STOPS = frozenset(".!?…\n")
_REACH = 60
"""Words a rule looks back or ahead at most: speech without punctuation must not make it walk the whole answer."""


@dataclass(frozen=True)
class Context:
    """A text cut into tokens; an index outside the text reads as the empty word behind a full stop."""

    text: str
    """The whole answer."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and numbers, lower-cased."""
        return tokens(self.text)

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        edges = [0, *(edge for t in self.tokens for edge in (t.start, t.end)), len(self.text)]
        return tuple(self.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, trimmed."""
        return sentences(self.text)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the index of its sentence."""
        indices: list[int] = []
        at = 0
        for token in self.tokens:
            while at + 1 < len(self.sentences) and token.start >= self.sentences[at].end:
                at += 1
            indices.append(at)
        return tuple(indices)

    def word(self, index: int) -> str:
        """The lower-case word at an index; empty outside the text."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def raw(self, index: int) -> str:
        """The word as written; empty outside the text."""
        if not 0 <= index < len(self.tokens):
            return ""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def gap_before(self, index: int) -> str:
        """What stands between a word and the one before it."""
        return self._gaps[index] if 0 <= index < len(self._gaps) else ""

    def gap_after(self, index: int) -> str:
        """What stands between a word and the next one."""
        return self.gap_before(index + 1)

    def opens_clause(self, index: int) -> bool:
        """Whether punctuation or the start of the text stands before the word."""
        return index <= 0 or any(c in _BREAKS for c in self.gap_before(index))

    def closes_clause(self, index: int) -> bool:
        """Whether punctuation or the end of the text stands after the word."""
        return index + 1 >= len(self.tokens) or any(c in _BREAKS for c in self.gap_after(index))

    def opens_sentence(self, index: int) -> bool:
        """Whether the word is the first of its sentence."""
        return index <= 0 or any(c in _STOPS for c in self.gap_before(index))

    def closes_sentence(self, index: int) -> bool:
        """Whether the word is the last of its sentence."""
        return index + 1 >= len(self.tokens) or any(c in _STOPS for c in self.gap_after(index))

    def quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks stand around the words from `first` to `last`: they are mentioned, not used."""
        return any(c in "\"“'‘" for c in self.gap_before(first)) and any(c in "\"”'’" for c in self.gap_after(last))

    def clause_start(self, index: int) -> int:
        """The index of the first word of the stretch between punctuation that holds the word, within reach."""
        first = max(index - _REACH, 0)
        while index > first and not self.opens_clause(index):
            index -= 1
        return index

    def clause_end(self, index: int) -> int:
        """The index of the last word of the stretch between punctuation that holds the word."""
        last = index + _REACH
        while index < last and not self.closes_clause(index):
            index += 1
        return index

    def sentence_start(self, index: int) -> int:
        """The index of the first word of the sentence, within reach."""
        first = max(index - _REACH, 0)
        while index > first and not self.opens_sentence(index):
            index -= 1
        return index

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words from an index on are this phrase."""
        return all(self.word(index + n) == word for n, word in enumerate(phrase))

    def any_of(self, first: int, last: int, words: Container[str]) -> bool:
        """Whether one of the words from `first` to `last` is in the set."""
        return any(t.text in words for t in self.tokens[max(first, 0) : max(last + 1, 0)])
