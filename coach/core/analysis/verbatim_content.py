"""The content words of a line or an answer, with who does them and whether they are denied."""

import re
from dataclasses import dataclass

from coach.core.analysis import verbatim_words as words
from coach.core.analysis.word_table import word_set
from coach.core.text import tokens

_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcannot\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"'(?:ll)\b"), " will"),
    (re.compile(r"'(?:ve)\b"), " have"),
    (re.compile(r"'(?:re|m)\b"), " be"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s\b"), " 's"),
    (re.compile(r"\binstead of\b|\brather than\b|\bas opposed to\b"), "without"),
    (re.compile(r"\b(?:fail|fails|failed|refuse|refuses|refused)\s+to\b"), "not"),
    (re.compile(r"\s*,\s*(?:um|uh|er|ah|hmm|mm|like|you know|i mean|sort of|kind of|basically|actually|well)\s*,"), ""),
    (re.compile(r"%"), " percent"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"\$\s?(?=\d)"), ""),
)
_RATHER_THAN = re.compile(r"\brather\b(?P<between>[^.;]{1,60}?)\bthan\b")
_CUT = re.compile(r"[.,;:!?…–—\n]")
_NEW_CLAUSE = word_set("""and but so or because if when where that which who while though although than""")
_SUBJECTS = frozenset(["i", "you", "he", "she", "we", "they", "it"])
_SPEAKER = {
    "i": "i",
    "me": "i",
    "my": "i",
    "mine": "i",
    "myself": "i",
    "you": "you",
    "your": "you",
    "yours": "you",
    "yourself": "you",
}


@dataclass(frozen=True, slots=True)
class ContentWord:
    """One word of content."""

    surface: str
    stem: str
    negated: bool
    holder: str
    """i or you when that pronoun is the nearest word with content of its own before it in the clause,
    otherwise empty."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    """Lower case; a spelled number as digits."""
    surface: str
    """As in the line, lower case."""
    cut: bool
    """Whether a mark of punctuation stands between it and the token before."""


def content_words(text: str) -> list[ContentWord]:
    """The content words of a text in order, spelled numbers as digits, each with its negation and its speaker."""
    parts = _join_numbers(_tokens(text))
    found: list[ContentWord] = []
    negators_open = 0
    clause: list[int] = []
    holder = ""
    waiting = False
    for index, token in enumerate(parts):
        if token.cut or token.text in _NEW_CLAUSE:
            if waiting:
                _negate(found, clause)
            negators_open, waiting, clause, holder = 0, False, [], ""
        if token.text in words.NEGATORS:
            negators_open, waiting = 3, True
            continue
        if token.text in _SPEAKER:
            holder = _SPEAKER[token.text]
        elif token.text in {"he", "she", "they", "we", "it"}:
            holder = ""
        if token.text in _SUBJECTS and not waiting:
            negators_open = 0
        if not _is_content(parts, index):
            continue
        clause.append(len(found))
        found.append(ContentWord(token.surface, words.light_stem(token.text), negators_open > 0, holder))
        waiting, holder = False, ""
        negators_open = max(0, negators_open - 1)
    if waiting:
        _negate(found, clause)
    return found


def _negate(found: list[ContentWord], places: list[int]) -> None:
    """`metadata does not`: the negator closes its clause and reaches back."""
    for place in places[-2:]:
        word = found[place]
        found[place] = ContentWord(word.surface, word.stem, True, word.holder)


def _tokens(text: str) -> list[_Token]:
    plain = text.lower().replace("’", "'")
    for pattern, plainer in _CONTRACTIONS:
        plain = pattern.sub(plainer, plain)
    plain = _RATHER_THAN.sub(r"rather\g<between>without", plain)
    found: list[_Token] = []
    end = 0
    for token in tokens(plain):
        found.append(_Token(token.text, token.text, bool(_CUT.search(plain, end, token.start))))
        end = token.end
    return found


def _join_numbers(parts: list[_Token]) -> list[_Token]:
    joined: list[_Token] = []
    value = 0
    for part in parts:
        previous = joined[-1] if joined and not part.cut else None
        number = words.NUMBER_WORDS.get(part.text)
        if previous and value and part.text in words.SCALES:
            value *= words.SCALES[part.text]
        elif previous and number is not None and value >= 20 and value % 10 == 0 and 0 < number < 10:
            value += number
        elif number is not None and part.text != "one":
            value = number
            joined.append(_Token(str(value), part.surface, part.cut))
            continue
        else:
            value = int(part.text) if part.text.isdecimal() and part.text.isascii() and len(part.text) < 10 else 0
            joined.append(part)
            continue
        joined[-1] = _Token(str(value), f"{previous.surface} {part.surface}", previous.cut)
    return joined


def _is_content(parts: list[_Token], index: int) -> bool:
    token = parts[index]
    if token.text == "one":
        following = parts[index + 1] if index + 1 < len(parts) else None
        before = parts[index - 1].text if index else ""
        counted = following is not None and not following.cut and following.text not in words.FUNCTION_WORDS
        return counted and before not in {
            "no",
            "the",
            "this",
            "that",
            "other",
            "each",
            "either",
            "another",
            "any",
            "every",
            "which",
        }
    return token.text not in words.FUNCTION_WORDS and token.text not in words.NEGATORS
