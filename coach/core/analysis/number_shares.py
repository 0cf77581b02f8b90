"""Reads multiples and fractions: what is said of a quantity without a figure of its own."""

from coach.core.analysis.number_atoms import Amount, Atoms
from coach.core.analysis.number_words import (
    BARE_MULTIPLES,
    DIGIT_WORDS,
    FRACTIONS,
    HALVINGS,
    MULTIPLES,
    SCALES,
    UNITS,
)
from coach.core.analysis.word_sets import word_set

_AFTER_SHARE = word_set("of or less more higher lower cheaper faster smaller fewer off")
"""Words after a fraction without `of`: "a third less"."""


def read_multiple(atoms: Atoms, index: int) -> Amount | None:
    """`doubled`, `halved`, `twice the cost`."""
    word, after = atoms[index].text, atoms[index + 1]
    if word in MULTIPLES:
        noun = word in ("doubles", "triples") and atoms[index - 1].text in ("of", "the", "any", "no", "some", "out")
        phrasal = after.text in ("back", "down", "counting", "counted", "up")
        return None if noun or phrasal else Amount(index, index + 1, MULTIPLES[word], unit="x")
    if word in HALVINGS and word != "halves":
        return Amount(index, index + 1, 50.0, unit="percent")
    if word in BARE_MULTIPLES and not after.glued:
        return _before_multiplied(atoms, index)
    return None


def _before_multiplied(atoms: Atoms, index: int) -> Amount | None:
    """`twice the cost`, `would double`, `twice a day`; None for "I ran it twice" and "double counting"."""
    word, after = atoms[index].text, atoms[index + 1]
    repeats = word in ("twice", "thrice")
    compared = after.text in ("the", "as", "that", "what", "our", "its", "their", "my", "your", "his", "her")
    verb = not repeats and atoms[index - 1].text in ("to", "would", "will", "could", "may", "can")
    if compared or (verb and (after.kind != "word" or after.text in ("in", "every", "and", "by", "overnight"))):
        return Amount(index, index + 1, BARE_MULTIPLES[word], unit="x")
    if repeats and after.text in ("a", "per", "every") and atoms[index + 2].text == "day":
        return Amount(index, index + 3, BARE_MULTIPLES[word], unit="per_day")
    return None


def read_fraction(atoms: Atoms, index: int) -> Amount | None:
    """`half of`, `two thirds`, `a quarter of a million`: in percent, or in the unit of what it is a share of."""
    word = atoms[index].text
    if word == "half":
        return _half(atoms, index)
    top = 1.0 if word in ("a", "an") else float(DIGIT_WORDS.get(word, "0")) if word != "oh" else 0.0
    after = index + (2 if atoms[index + 1].text == "-" else 1)
    share = top * FRACTIONS.get(atoms[after].text, 0.0)
    if not 0 < share < 1 or atoms[after].text in ("half", "halves"):
        return None
    past, following = after + 1, atoms[after + 1].text
    if following == "of" and atoms[past + 1].text in ("a", "an") and atoms[past + 2].text in SCALES | UNITS:
        return _part_of_one(atoms, index, past + 1, share)
    if following in SCALES:
        return Amount(index, past + 1, share * SCALES[following], scaled=SCALES[following])
    quarter = atoms[after].text.startswith("quarter")
    loose = following not in _AFTER_SHARE and (quarter or (word == "a" and atoms[past].kind == "word"))
    if (loose and atoms[index - 1].text != "by") or (quarter and atoms[past + 1].text == "work"):
        return None
    return Amount(index, past, round(share * 100, 4), unit="percent")


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
