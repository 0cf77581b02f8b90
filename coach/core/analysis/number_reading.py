"""Reads amounts out of words and digits: where one stands and what it is worth, before any unit is known."""

import re
from dataclasses import dataclass

from text_to_num import text2num

from coach.core.analysis.number_words import (
    ATTACHED_SCALES,
    ATTACHED_UNITS,
    BARE_MULTIPLES,
    CARDINALS,
    FRACTIONS,
    HALVINGS,
    MULTIPLES,
    SCALES,
    UNITS,
)
from coach.core.analysis.word_sets import word_set

_ATOM = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*)"
    r"|(?P<word>[A-Za-zµ]+(?:['’][A-Za-z]+)?)|(?P<symbol>[^\s])"
)
_AFTER_SHARE = word_set("of or less more higher lower cheaper faster smaller fewer off")
_LONGEST_RUN = 16
"""Number words read as one amount at most; no spoken figure is longer."""
_STARTERS = (
    CARDINALS | MULTIPLES.keys() | BARE_MULTIPLES.keys() | HALVINGS | {"a", "an", "half", "factor", "dozen", "point"}
)
_DIGIT_WORDS = {
    word: str(n)
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
} | {"oh": "0"}


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a figure or one punctuation mark."""

    text: str
    """Lower case, curly apostrophes made straight."""
    raw: str
    start: int
    end: int
    kind: str
    """number, word or symbol."""
    glued: bool
    """Whether it touches the atom before it."""


_END = Atom("", "", 0, 0, "end", False)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and the atoms it was read from, half open."""

    first: int
    last: int
    value: float
    digits: bool = False
    """Written in figures."""
    unit: str | None = None
    """Known already when the amount carries it: $5, 20%, half of."""
    factor: float = 1.0
    """What one of the unit as said is worth in `unit`; part of `value` already when `unit` is set."""
    scaled: float = 1.0
    """The scale word or letter that was applied: 1e6 for "two million"."""


class Atoms:
    """A text cut into atoms; an index outside it reads as an empty atom."""

    def __init__(self, text: str) -> None:
        found: list[Atom] = []
        end = -1
        for m in _ATOM.finditer(text):
            word = m.group()
            found.append(
                Atom(word.lower().replace("’", "'"), word, m.start(), m.end(), m.lastgroup or "", m.start() == end)
            )
            end = m.end()
        self._atoms = found

    def __len__(self) -> int:
        return len(self._atoms)

    def __getitem__(self, index: int) -> Atom:
        return self._atoms[index] if 0 <= index < len(self._atoms) else _END

    def words(self, index: int, *texts: str) -> bool:
        """Whether these words stand from an index on."""
        return all(self[index + n].text == text for n, text in enumerate(texts))


def read_amount(atoms: Atoms, index: int) -> Amount | int | None:
    """The amount that starts at an atom.

    None when no amount starts there; an index to read on from when what starts there only looks like an amount: a
    version, an ordinal, a time of day, a year in words.
    """
    atom = atoms[index]
    if atom.kind == "number" or (atom.text in ("$", "€", "£") and atoms[index + 1].kind == "number"):
        return _in_digits(atoms, index)
    if atom.text not in _STARTERS:
        return None
    return _multiple(atoms, index) or _fraction(atoms, index) or _in_words(atoms, index)


def _in_digits(atoms: Atoms, index: int) -> Amount | int:
    first = index
    currency = atoms[index].text if atoms[index].kind == "symbol" else ""
    if currency:
        index += 1
    number, before, after = atoms[index], atoms[first - 1], atoms[index + 1]
    past = index + 1
    if number.text.count(".") > 1:
        return past
    glued_name = atoms[first].glued and (
        before.kind == "word" or before.text in "#/:_" or (before.text == "-" and _names(atoms, first - 1))
    )
    if glued_name or (after.glued and after.text in (":", "/") and atoms[index + 2].kind == "number"):
        return past + 2 if after.glued and after.text in (":", "/") else past
    value, scaled = float(number.text.replace(",", "")), 1.0
    unit, factor = ("usd" if currency == "$" else "other" if currency else None), 1.0
    if after.glued and after.kind == "word":
        past += 1
        minutes = after.raw == "m" and not currency and atoms[past].kind != "word"
        if after.raw in ATTACHED_SCALES and not minutes:
            scaled = ATTACHED_SCALES[after.raw]
        elif minutes:
            unit = "minutes"
        elif after.raw in ATTACHED_UNITS and not (after.raw == "s" and value > 120):
            unit, factor = ATTACHED_UNITS[after.raw]
        else:
            return past
    elif after.text in SCALES and after.text != "mm":
        past += 1
        scaled = SCALES[after.text]
    if atoms[past].text == "%":
        past, unit = past + 1, "percent"
    if atoms.words(past, "and", "a", "half"):
        value, past = value + 0.5, past + 3
    return Amount(first, past, value * scaled * factor, True, unit, factor, scaled)


def _names(atoms: Atoms, hyphen: int) -> bool:
    """Whether a hyphen before a figure ties it to a name: SHA-256, but not 5-10 and not sub-5."""
    before = atoms[hyphen - 1]
    return atoms[hyphen].glued and before.kind == "word" and before.text not in ("sub", "under", "over", "a", "an")


def _multiple(atoms: Atoms, index: int) -> Amount | None:
    word, after = atoms[index].text, atoms[index + 1]
    if word in MULTIPLES:
        if word in ("doubles", "triples") and atoms[index - 1].text in ("of", "the", "any", "no", "some", "out"):
            return None
        counting = atoms[index - 1].text in ("double", "was", "were") and after.text in ("counted", "up")
        return (
            None
            if counting or after.text in ("back", "down", "counting")
            else Amount(index, index + 1, MULTIPLES[word], unit="x")
        )
    if word in HALVINGS and word != "halves":
        return Amount(index, index + 1, 50.0, unit="percent")
    if word in BARE_MULTIPLES and not after.glued:
        compared = after.text in ("the", "as", "that", "what", "our", "its", "their", "my", "your", "his", "her")
        verb = word not in ("twice", "thrice") and atoms[index - 1].text in (
            "to",
            "would",
            "will",
            "could",
            "may",
            "can",
        )
        if compared or (verb and (after.kind != "word" or after.text in ("in", "every", "and", "by", "overnight"))):
            return Amount(index, index + 1, BARE_MULTIPLES[word], unit="x")
        if word in ("twice", "thrice") and after.text in ("a", "per", "every") and atoms[index + 2].text == "day":
            return Amount(index, index + 3, BARE_MULTIPLES[word], unit="per_day")
    if atoms.words(index, "factor", "of"):
        amount = read_amount(atoms, index + 2)
        if isinstance(amount, Amount) and amount.unit is None:
            return Amount(index, amount.last, amount.value, amount.digits, "x")
    return None


def _fraction(atoms: Atoms, index: int) -> Amount | None:
    word = atoms[index].text
    if word == "half":
        return _half(atoms, index)
    top = {"a": 1.0, "an": 1.0}.get(word)
    if top is None and word in _DIGIT_WORDS and word != "oh":
        top = float(_DIGIT_WORDS[word])
    if not top:
        return None
    after = index + (2 if atoms[index + 1].text == "-" else 1)
    share = FRACTIONS.get(atoms[after].text)
    if share is None or atoms[after].text in ("half", "halves") or top * share >= 1:
        return None
    past, value = after + 1, top * share
    if atoms[past].text == "of" and atoms[past + 1].text in ("a", "an") and atoms[past + 2].text in SCALES | UNITS:
        return _part_of_one(atoms, index, past + 1, value)
    if atoms[past].text in SCALES:
        return Amount(index, past + 1, value * SCALES[atoms[past].text], scaled=SCALES[atoms[past].text])
    quarter = atoms[after].text.startswith("quarter")
    loose = atoms[past].text not in _AFTER_SHARE and (quarter or (word == "a" and atoms[past].kind == "word"))
    if loose and atoms[index - 1].text != "by":
        return None
    if quarter and atoms[past + 1].text in ("work", "data") and word == "a":
        return None
    return Amount(index, past, round(value * 100, 4), unit="percent")


def _half(atoms: Atoms, index: int) -> Amount | None:
    before, after = atoms[index - 1], atoms[index + 1]
    if before.text in ("first", "second", "other", "last", "next", "later", "better", "earlier", "latter") or (
        after.text in ("-", "past", "baked", "way", "time", "hour's") or (before.text == "-" and before.glued)
    ):
        return None
    if after.text in ("a", "an") and (atoms[index + 2].text in SCALES or atoms[index + 2].text in UNITS):
        return _part_of_one(atoms, index, index + 1, 0.5)
    if after.text in ("a", "an") and atoms[index + 2].text == "dozen":
        return Amount(index, index + 3, 6.0)
    if before.text == "in" and atoms[index - 2].kind == "word":
        return Amount(index - 1, index + 1, 50.0, unit="percent")
    if after.text in ("of", "the", "our", "its", "my", "their", "that", "as", "what", "your", "her", "his", "them"):
        return Amount(index, index + 1, 50.0, unit="percent")
    by = before.text == "by" and (after.kind != "word" or after.text in ("and", "in", "once", "when", "after"))
    return Amount(index, index + 1, 50.0, unit="percent") if by else None


def _part_of_one(atoms: Atoms, first: int, article: int, share: float) -> Amount:
    """`half a million`, `a quarter of an hour`: a share of one scale or one unit."""
    word = atoms[article + 1].text
    if word in SCALES:
        return Amount(first, article + 2, share * SCALES[word], scaled=SCALES[word])
    unit, factor = UNITS[word]
    return Amount(first, article + 2, share * factor, unit=unit, factor=factor)


def _in_words(atoms: Atoms, index: int) -> Amount | int | None:
    first, article = index, atoms[index].text in ("a", "an")
    if atoms[index].text == "point":
        value, at = _decimals(atoms, index + 1)
        return Amount(first, at, value) if atoms[at].text in UNITS and at > index + 1 else None
    if article:
        index += 1
        if atoms[index].text == "dozen":
            return Amount(first, index + 1, 12.0)
        if atoms[index].text not in SCALES or atoms[index].text not in CARDINALS:
            return _one_and_a_half(atoms, first)
    if atoms[index].text not in CARDINALS:
        return None
    run = [] if not article else ["one"]
    at = index
    while len(run) < _LONGEST_RUN:
        atom = atoms[at]
        if atom.text in CARDINALS:
            run.append(atom.text)
        elif atom.text == "and" and run[-1:] and run[-1] in SCALES and atoms[at + 1].text in CARDINALS:
            run.append("and")
        elif not (atom.text == "-" and atom.glued and atoms[at + 1].text in CARDINALS):
            break
        at += 1
    try:
        value = float(text2num(" ".join(run), "en"))
    except ValueError:
        return at
    scaled = SCALES.get(run[-1], 1.0)
    if atoms[at].text == "point" and atoms[at + 1].text in _DIGIT_WORDS:
        decimals, at = _decimals(atoms, at + 1)
        value += decimals
    if atoms.words(at, "and", "a", "half"):
        value, at = value + 0.5 * scaled, at + 3
    elif atoms.words(at, "-", "and", "-", "a", "-", "half"):
        value, at = value + 0.5, at + 6
    elif atoms.words(at, "and", "a", "quarter"):
        value, at = value + 0.25 * scaled, at + 3
    if atoms[at].text == "dozen":
        return Amount(first, at + 1, value * 12)
    while atoms[at].text in SCALES and atoms[at].text not in ("mm",):
        scaled = SCALES[atoms[at].text]
        value, at = value * scaled, at + 1
    return Amount(first, at, value, scaled=scaled)


def _decimals(atoms: Atoms, at: int) -> tuple[float, int]:
    """The digits said one by one after `point` as a fraction, and the index after them."""
    digits = ""
    while atoms[at].text in _DIGIT_WORDS and len(digits) < _LONGEST_RUN:
        digits += _DIGIT_WORDS[atoms[at].text]
        at += 1
    return float(f"0.{digits}0"), at


def _one_and_a_half(atoms: Atoms, first: int) -> Amount | None:
    """`an hour and a half`."""
    unit = UNITS.get(atoms[first + 1].text)
    if unit is None or not atoms.words(first + 2, "and", "a", "half"):
        return None
    return Amount(first, first + 5, 1.5 * unit[1], unit=unit[0], factor=unit[1])
