"""Which words of a stretch of speech are denied: the scope of never, not, without, instead of."""

import re
from dataclasses import dataclass

from coach.core.stems import STOP_WORDS, stem
from coach.core.text import Token, tokens

SCOPE_WORDS = 9
"""A denial reaches at most this many words forward, and never past its clause."""
BACK_SCOPE_WORDS = 5
"""And this many backward: `a cache wouldn't help`."""
_DENYING = """
    never not no nobody none nothing neither nor without cannot hardly instead rather against stop avoid skip refuse
"""
_DENIALS = frozenset(_DENYING.split())
_FORWARD_ONLY = frozenset(("instead", "rather", "without"))
_TURNING = "but because so which unless except though although since while whereas"
_CLAUSE_WORDS = frozenset(_TURNING.split())
_AUXILIARIES = frozenset(("would", "will", "do", "did", "could", "should"))
"""`I would not just add a cache` denies; `it is not just a cache` does not."""
_CLAUSE_MARK = re.compile(r"[.;:!?,]")


@dataclass(frozen=True, slots=True)
class ScopedWord:
    """One telling word and whether it is denied."""

    stem: str
    denied: bool
    """A denial stands before it in its clause."""
    denied_after: bool
    """A denial follows it in its clause."""


def scoped_words(text: str) -> tuple[ScopedWord, ...]:
    """The telling words of a text with their denials."""
    return scope(text, tokens(text))


def scope(text: str, words: tuple[Token, ...]) -> tuple[ScopedWord, ...]:
    """The telling ones among the words of a text, with their denials."""
    clauses = _clauses(text, words)
    denials = [_denies(words, i) for i in range(len(words))]
    befores = _befores(clauses, denials)
    found: list[ScopedWord] = []
    for i, word in enumerate(words):
        if word.text in STOP_WORDS or denials[i]:
            continue
        after = any(
            denials[j] and clauses[j] == clauses[i] and words[j].text not in _FORWARD_ONLY
            for j in range(i + 1, min(len(words), i + 1 + BACK_SCOPE_WORDS))
        )
        found.append(ScopedWord(stem(word.text), befores[i], after))
    return tuple(found)


def denied_before(text: str, words: tuple[Token, ...]) -> list[bool]:
    """For each of the words of a text whether a denial stands before it in its clause."""
    return _befores(_clauses(text, words), [_denies(words, i) for i in range(len(words))])


def denies(words: tuple[Token, ...]) -> bool:
    """Whether any of the words denies."""
    return any(_denies(words, i) for i in range(len(words)))


def _befores(clauses: list[int], denials: list[bool]) -> list[bool]:
    return [
        any(denials[j] and clauses[j] == clauses[i] for j in range(max(0, i - SCOPE_WORDS), i))
        for i in range(len(clauses))
    ]


def _clauses(text: str, words: tuple[Token, ...]) -> list[int]:
    numbers: list[int] = []
    clause = end = 0
    for word in words:
        if _CLAUSE_MARK.search(text[end : word.start]) or word.text in _CLAUSE_WORDS:
            clause += 1
        numbers.append(clause)
        end = word.end
    return numbers


def _denies(words: tuple[Token, ...], i: int) -> bool:
    word = words[i].text
    follower = words[i + 1].text if i + 1 < len(words) else ""
    if word == "rather":
        return follower == "than"
    if word == "not" and follower in ("only", "just"):
        return i > 0 and words[i - 1].text in _AUXILIARIES
    return word in _DENIALS or word.endswith("n't")
