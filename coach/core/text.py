"""Cutting an answer into sentences and tokens, with offsets into the original text."""

import re
from dataclasses import dataclass

from coach.core.spans import Span

_TOKEN = re.compile(r"[^\W_]+(?:['’.,:/_-][^\W_]+)*%?", re.UNICODE)
_SENTENCE_END = re.compile(r"(?:[.!?…]+[\"'”’)\]]*)(?=\s|$)|\n+")
_NEVER_AN_END = re.compile(r"\b(?:e\.g|i\.e|vs|mr|mrs|ms|dr|approx|fig)\.$", re.IGNORECASE)
_SELDOM_AN_END = re.compile(r"\b(?:a\.m|p\.m|etc|no|[a-z])\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a text, lower-cased for comparison."""

    text: str
    """Lower case, curly apostrophes made straight."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text in order: `don't`, `800,000`, `user_id`, `4.5`, `99%` are one token each."""
    return tuple(Token(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text))


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text as trimmed spans, cut at . ! ? … before a blank, and at line breaks.

    Speech that an engine left unpunctuated stays one sentence; callers that need shorter windows cut further.
    """
    spans: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _is_abbreviation(text, start, match):
            continue
        _append_trimmed(spans, text, start, match.end())
        start = match.end()
    _append_trimmed(spans, text, start, len(text))
    return tuple(spans)


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to a word; after `a.m.` and the like a capital letter decides."""
    so_far = text[max(start, end.start() - 12) : end.start() + 1]
    if _NEVER_AN_END.search(so_far):
        return True
    following = text[end.end() : end.end() + 2].strip()
    return bool(_SELDOM_AN_END.search(so_far)) and bool(following) and not following[0].isupper()


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))
