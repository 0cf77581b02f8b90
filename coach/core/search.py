"""What the candidate searches for, found in what was said: whole words and phrases, the last word as a beginning."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.core.spans import Span

SNIPPET_WIDTH = 60
"""Characters of an answer that are shown around a match: a line of 80 columns less margins, brackets, dots."""

LEAD_WIDTH = 20
"""Characters before the first match of a snippet at most, so that it can be read in its context."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"')
_ONLY_BETWEEN_WORDS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Search:
    """Phrases that must all occur, in any order; a word alone is a phrase of one word."""

    phrases: tuple[tuple[str, ...], ...]
    """Words of each phrase, in lower case without accents."""
    open_ended: bool = False
    """Whether the very last word may go on: `impr` finds impressions."""

    def __bool__(self) -> bool:
        return bool(self.phrases)


@dataclass(frozen=True, slots=True)
class Snippet:
    """The stretch of an answer that shows best what was found."""

    text: str
    marks: tuple[Span, ...]
    """Where the searched words stand in `text`; words that follow each other share a mark."""
    cut_before: bool
    """Whether the answer begins earlier."""
    cut_after: bool
    """Whether the answer goes on."""
    start: int
    """Offset in the answer of the first mark."""


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    phrase: int


def read_search(text: str) -> Search:
    """What was typed as phrases: words between quotation marks stay together, nothing else has a meaning.

    A word with signs in it (`user_id`, `4.5`, `NEAR(a`) is the phrase of its parts. A quotation mark that is never
    closed opens a phrase to the end.
    """
    phrases: list[tuple[str, ...]] = []
    plain_quotes = re.sub("[“”„]", '"', text)
    at = 0
    for quoted in _QUOTED.finditer(plain_quotes):
        phrases += [_words(word) for word in plain_quotes[at : quoted.start()].split()]
        phrases.append(_words(quoted.group(1)))
        at = quoted.end()
    rest = plain_quotes[at:]
    loose, opened, unclosed = rest.partition('"')
    phrases += [_words(word) for word in loose.split()]
    if opened:
        phrases.append(_words(unclosed))
    wanted = tuple(p for p in phrases if p)
    return Search(wanted, open_ended=bool(wanted) and bool(_words(rest)))


def places(search: Search, text: str) -> tuple[Span, ...]:
    """Where the phrases stand in a text, in order; empty when one of them does not occur."""
    return tuple(f.span for f in _find(search, text))


def snippet(search: Search, text: str, width: int = SNIPPET_WIDTH) -> Snippet:
    """The stretch of a text with the most of what was searched; its beginning when nothing is found."""
    found = _find(search, text)
    near = max((_near(f, found, width) for f in found), key=len, default=[])
    at = near[0].span.start if near else 0
    spare = width - (max(f.span.end for f in near) - at) if near else 0
    begin = _word_start(text, max(0, at - min(LEAD_WIDTH, max(0, spare))))
    least = near[0].span.end if near else 0
    end = _word_end(text, min(len(text), max(begin + width, least)), least)
    inside = [f.span for f in found if begin <= f.span.start and f.span.end <= end]
    marks = tuple(Span(s.start - begin, s.end - begin) for s in _joined(inside, text))
    return Snippet(text[begin:end], marks, begin > 0, end < len(text.rstrip()), at)


def _find(search: Search, text: str) -> list[_Found]:
    spans = [m.span() for m in _WORD.finditer(text)]
    words = [_folded(text[start:end]) for start, end in spans]
    found: list[_Found] = []
    for number, phrase in enumerate(search.phrases):
        goes_on = search.open_ended and number == len(search.phrases) - 1
        ends = [at + len(phrase) - 1 for at in _starts(phrase, words, goes_on)]
        if not ends:
            return []
        found += [_Found(Span(spans[end - len(phrase) + 1][0], spans[end][1]), number) for end in ends]
    return sorted(found, key=lambda f: (f.span.start, f.span.end))


def _starts(phrase: Sequence[str], words: Sequence[str], goes_on: bool) -> Iterator[int]:
    *whole, last = phrase
    for at in range(len(words) - len(whole)):
        word = words[at + len(whole)]
        if (word == last or (goes_on and word.startswith(last))) and list(words[at : at + len(whole)]) == whole:
            yield at


def _near(first: _Found, found: Sequence[_Found], width: int) -> list[_Found]:
    """The match and, of each other phrase, the first one after it that can be shown with it."""
    near = {first.phrase: first}
    for each in found:
        if each.span.start >= first.span.start and each.span.end <= first.span.start + width:
            near.setdefault(each.phrase, each)
    return list(near.values())


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and _ONLY_BETWEEN_WORDS.fullmatch(text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _word_start(text: str, at: int) -> int:
    if at == 0 or text[at - 1].isspace():
        return at
    blank = re.compile(r"\s").search(text, at)
    return blank.end() if blank else at


def _word_end(text: str, at: int, least: int) -> int:
    if at >= len(text) or text[at].isspace():
        return at
    blank = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return blank if blank >= least and blank > 0 else at


def _words(text: str) -> tuple[str, ...]:
    return tuple(_folded(m.group()) for m in _WORD.finditer(text))


def _folded(word: str) -> str:
    """Lower case without accents, as SQLite's `unicode61` tokeniser folds it."""
    if word.isascii():
        return word.lower()
    return "".join(unicodedata.normalize("NFD", char)[0] for char in word.lower())
