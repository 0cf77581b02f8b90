"""Holding an answer against a line that has to be said word for word (annotation rules, 8)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis import verbatim_words as words
from coach.core.analysis.findings import Verbatim
from coach.core.text import tokens
from coach.core.transcript import Transcript

CLOSE_COVERAGE = 0.65
"""Between the 70 % of the rules for `close` and their 60 % for `paraphrase`."""
CLOSE_ORDER = 0.45
"""Least part of the content in the order of the line for the frame to be the same; a moved clause keeps more."""
REVERSIBLE_COVERAGE = 0.4
"""With less of the line in common, a negation more or less does not show that the point is reversed."""
RELATED_WEIGHT = 0.7
"""What a related word counts against the word itself."""
SAME_POINT = 0.25
"""Least share of related content for a restatement; fitted on labelled attempts, where other points stay below."""
SIMILARITY_WEIGHT = 0.2
NEUTRAL_SIMILARITY = 0.3
"""What a sentence model adds to that share: MiniLM gives other points up to 0.5 and free restatements down to 0.1,
so it tips the balance only when the words leave it open."""

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
_NEW_CLAUSE = frozenset("and but so or because if when where that which who while though although than".split())
_SUBJECTS = frozenset("i you he she we they it".split())
_SPEAKER = {"i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i", "you": "you", "your": "you", "yours": "you", "yourself": "you"}


@dataclass(frozen=True, slots=True)
class _Word:
    surface: str
    stem: str
    negated: bool
    holder: str
    """i or you when that pronoun is the nearest word with content of its own before it in the clause, otherwise empty."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    """Lower case; a spelled number as digits."""
    surface: str
    """As in the line, lower case."""
    cut: bool
    """Whether a mark of punctuation stands between it and the token before."""


def compare_verbatim(transcript: Transcript, target: str, *, similarity: float | None = None) -> Verbatim:
    """How close the answer is to `target`, and which content words of it were not said.

    `similarity` is the cosine of answer and target in a sentence model; it decides between a paraphrase and another
    point when given. The similarity in the result is that cosine, or the share of related content without it.
    """
    wanted, said = _content(target), _content(transcript.text)
    said_stems = {w.stem for w in said}
    missing = tuple(dict.fromkeys(w.surface for w in _first_of_each(wanted) if w.stem not in said_stems))
    if not wanted:
        return Verbatim("missed" if said else "verbatim", 0.0 if said else 1.0, ())
    kinds = dict.fromkeys(w.stem for w in wanted)
    coverage = sum(stem in said_stems for stem in kinds) / len(kinds)
    order = _common_in_order([w.stem for w in wanted], [w.stem for w in said]) / len(wanted)
    relatedness = _relatedness(tuple(kinds), said_stems)
    closeness = max(coverage, relatedness if similarity is None else max(0.0, min(1.0, similarity)))
    label = _label(wanted, said, coverage, order, relatedness, similarity)
    return Verbatim(label, round(1.0 if label == "verbatim" else closeness, 4), missing)


def _label(
    wanted: Sequence[_Word], said: Sequence[_Word], coverage: float, order: float, relatedness: float, similarity: float | None
) -> str:
    if coverage >= REVERSIBLE_COVERAGE and _reversed(wanted, said, coverage, order):
        return "missed"
    if order == 1.0:
        return "verbatim"
    if coverage >= CLOSE_COVERAGE and order >= CLOSE_ORDER:
        return "close"
    tilt = 0.0 if similarity is None else SIMILARITY_WEIGHT * (similarity - NEUTRAL_SIMILARITY)
    return "paraphrase" if relatedness + tilt >= SAME_POINT or coverage >= CLOSE_COVERAGE else "missed"


def _content(text: str) -> list[_Word]:
    """The content words of a text in order, spelled numbers as digits, each with its negation and its speaker."""
    parts = _join_numbers(_tokens(text))
    found: list[_Word] = []
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
        found.append(_Word(token.surface, words.light_stem(token.text), negators_open > 0, holder))
        waiting, holder = False, ""
        negators_open = max(0, negators_open - 1)
    if waiting:
        _negate(found, clause)
    return found


def _negate(found: list[_Word], places: list[int]) -> None:
    """`metadata does not`: the negator closes its clause and reaches back."""
    for place in places[-2:]:
        word = found[place]
        found[place] = _Word(word.surface, word.stem, True, word.holder)


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
        return counted and before not in {"no", "the", "this", "that", "other", "each", "either", "another", "any", "every", "which"}
    return token.text not in words.FUNCTION_WORDS and token.text not in words.NEGATORS


def _first_of_each(wanted: Sequence[_Word]) -> list[_Word]:
    seen: dict[str, _Word] = {}
    for word in wanted:
        seen.setdefault(word.stem, word)
    return list(seen.values())


def _common_in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence; the line is short, so this is linear in the answer."""
    row = [0] * (len(left) + 1)
    for word in right:
        before = 0
        for place, each in enumerate(left, start=1):
            here = row[place]
            row[place] = before + 1 if word == each else max(here, row[place - 1])
            before = here
    return row[-1]


def _relatedness(kinds: tuple[str, ...], said: set[str]) -> float:
    """Share of the content of the line that is said, a related word counting less; each word said vouches once."""
    score = float(sum(stem in said for stem in kinds))
    left = said - set(kinds)
    for stem in kinds:
        if stem not in said and (related := words.related(stem) & left):
            left.discard(min(related))
            score += RELATED_WEIGHT
    return score / len(kinds)


def _reversed(wanted: Sequence[_Word], said: Sequence[_Word], coverage: float, order: float) -> bool:
    """Whether the point is turned round: a negation more or less, an opposite word, or exchanged roles."""
    by_stem: dict[str, list[_Word]] = {}
    for word in said:
        by_stem.setdefault(word.stem, []).append(word)
    wanted_stems = {w.stem for w in wanted}
    for word in wanted:
        found = by_stem.get(word.stem)
        if found and all(f.negated != word.negated for f in found):
            return True
        if not found:
            for other in words.opposite(word.stem):
                if other not in wanted_stems and any(f.negated == word.negated for f in by_stem.get(other, ())):
                    return True
    if coverage < CLOSE_COVERAGE:
        return False
    return _exchanged(wanted, said) or _other_speaker(wanted, by_stem)


def _other_speaker(wanted: Sequence[_Word], by_stem: dict[str, list[_Word]]) -> bool:
    """Whether I and you, or I and somebody else, have changed places."""
    taken = given = False
    for word in wanted:
        found = by_stem.get(word.stem)
        if not found:
            continue
        if word.holder and all(f.holder and f.holder != word.holder for f in found):
            return True
        given = given or word.holder == "i" and all(not f.holder for f in found)
        taken = taken or not word.holder and all(f.holder == "i" for f in found)
    return taken and given


def _exchanged(wanted: Sequence[_Word], said: Sequence[_Word]) -> bool:
    """Whether two content words have changed places while others between them stayed."""
    left = [w.stem for w in wanted]
    right = [w.stem for w in said]
    common = [s for s in left if s in set(right)]
    heard = [s for s in right if s in set(left)]
    if len(common) != len(heard):
        return False
    differing = [i for i, (a, b) in enumerate(zip(common, heard, strict=True)) if a != b]
    if len(differing) != 2:
        return False
    first, second = differing
    return second - first > 1 and common[first] == heard[second] and common[second] == heard[first]
