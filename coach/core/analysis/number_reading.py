"""Reads amounts out of words and digits: where one stands and what it is worth, before any unit is known."""

from text_to_num import text2num

from coach.core.analysis.number_atoms import Amount, Atoms
from coach.core.analysis.number_shares import read_fraction, read_multiple
from coach.core.analysis.number_words import (
    ATTACHED_SCALES,
    ATTACHED_UNITS,
    BARE_MULTIPLES,
    CARDINALS,
    DIGIT_WORDS,
    HALVINGS,
    MULTIPLES,
    SCALES,
    UNITS,
)

_LONGEST_RUN = 16
"""Number words read as one amount at most; no spoken figure is longer."""
_LARGEST = 1e24
"""No answer measures more; longer digit strings are names or noise."""
_AND_A_SHARE = (
    (("and", "a", "half"), 0.5),
    (("-", "and", "-", "a", "-", "half"), 0.5),
    (("and", "a", "quarter"), 0.25),
)
_STARTERS = (
    CARDINALS | MULTIPLES.keys() | BARE_MULTIPLES.keys() | HALVINGS | {"a", "an", "half", "factor", "dozen", "point"}
)


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
    if atoms.words(index, "factor", "of"):
        times = read_amount(atoms, index + 2)
        return Amount(index, times.last, times.value, times.digits, "x") if isinstance(times, Amount) else None
    return read_multiple(atoms, index) or read_fraction(atoms, index) or _in_words(atoms, index)


def _in_digits(atoms: Atoms, index: int) -> Amount | int:
    first = index
    currency = atoms[index].text if atoms[index].kind == "symbol" else ""
    if currency:
        index += 1
    number, before, after = atoms[index], atoms[first - 1], atoms[index + 1]
    past = index + 1
    if number.text.count(".") > 1 or len(number.text) > _LONGEST_RUN:
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


def _in_words(atoms: Atoms, index: int) -> Amount | int | None:
    """An amount in number words; an index to read on from for words that are no one figure ("nineteen ninety")."""
    word = atoms[index].text
    if word == "point":
        value, at = _decimals(atoms, index + 1)
        return Amount(index, at, value) if atoms[at].text in UNITS and at > index + 1 else None
    if word in ("a", "an"):
        scale = atoms[index + 1].text
        if scale == "dozen":
            return Amount(index, index + 2, 12.0)
        if scale not in SCALES or scale not in CARDINALS:
            return _one_and_a_half(atoms, index)
        return _run(atoms, index, index + 1, ["one"])
    return _run(atoms, index, index, []) if word in CARDINALS else None


def _run(atoms: Atoms, first: int, at: int, words: list[str]) -> Amount | int:
    """Number words in a row, with the decimals, halves and scale words behind them."""
    while len(words) < _LONGEST_RUN:
        atom = atoms[at]
        if atom.text in CARDINALS:
            words.append(atom.text)
        elif atom.text == "and" and words[-1] in SCALES and atoms[at + 1].text in CARDINALS:
            words.append("and")
        elif not (atom.text == "-" and atom.glued and atoms[at + 1].text in CARDINALS):
            break
        at += 1
    try:
        value = float(text2num(" ".join(words), "en"))
    except ValueError:
        return at
    scaled = SCALES.get(words[-1], 1.0)
    if atoms[at].text == "point" and atoms[at + 1].text in DIGIT_WORDS:
        decimals, at = _decimals(atoms, at + 1)
        value += decimals
    for joint, share in _AND_A_SHARE:
        if atoms.words(at, *joint):
            value, at = value + share * scaled, at + len(joint)
    if atoms[at].text == "dozen":
        return Amount(first, at + 1, value * 12)
    while atoms[at].text in SCALES and atoms[at].text != "mm" and value < _LARGEST:
        scaled = SCALES[atoms[at].text]
        value, at = value * scaled, at + 1
    return Amount(first, at, value, scaled=scaled) if value < _LARGEST else at


def _decimals(atoms: Atoms, at: int) -> tuple[float, int]:
    """The digits said one by one after `point` as a fraction, and the index after them."""
    digits = ""
    while atoms[at].text in DIGIT_WORDS and len(digits) < _LONGEST_RUN:
        digits += DIGIT_WORDS[atoms[at].text]
        at += 1
    return float(f"0.{digits}0"), at


def _one_and_a_half(atoms: Atoms, first: int) -> Amount | None:
    """`an hour and a half`."""
    unit = UNITS.get(atoms[first + 1].text)
    if unit is None or not atoms.words(first + 2, "and", "a", "half"):
        return None
    return Amount(first, first + 5, 1.5 * unit[1], unit=unit[0], factor=unit[1])
