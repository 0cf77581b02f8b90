"""Finds what an amount counts: the unit words, the counted noun and the rate behind it."""

from dataclasses import dataclass

from coach.core.analysis.number_atoms import Amount, Atoms
from coach.core.analysis.number_reading import read_amount
from coach.core.analysis.number_words import (
    CARDINALS,
    DAILY,
    FUNCTION_WORDS,
    IRREGULAR_PLURALS,
    PEOPLE,
    RATES,
    UNITS,
)

_NOUN_REACH = 4
"""Words from the amount to its noun at most: "nine thousand extra lost auctions"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit, or still without one."""

    amount: Amount
    value: float
    unit: str | None
    """None when only a bare figure was said; the figures around it may tell."""
    factor: float
    """What one of the unit as said is worth in `unit`."""
    last: int
    """One past its last atom."""
    noun: str = ""
    """The counted thing, when one was named."""
    hyphen: bool = False
    """Whether the noun hangs on by a hyphen: 7-day."""


def with_unit(atoms: Atoms, amount: Amount) -> Quantity:
    """The amount with the unit, noun and rate that directly follow it."""
    if amount.unit is not None:
        last = _percent_of(atoms, amount) if amount.unit == "percent" else amount.last
        if amount.unit == "usd" and atoms[last].text in ("dollars", "usd"):
            last += 1
        unit, last = _rated(atoms, last, amount.unit)
        return Quantity(amount, amount.value, unit, amount.factor, last)
    at = amount.last
    hyphen = atoms[at].text == "-" and atoms[at].glued and atoms[at + 1].glued and atoms[at + 1].kind == "word"
    if hyphen:
        at += 1
    shared = _one_in_many(atoms, amount)
    if shared is not None:
        return shared
    if atoms[at].text in ("times", "time"):
        return _times(atoms, amount, at)
    if atoms[at].text == "/" or (atoms[at].text in ("a", "an", "per") and atoms[at + 1].text in RATES):
        unit, last = _rated(atoms, at, "count")
        if last > at:
            return Quantity(amount, amount.value, unit, 1.0, last)
    for skipped in (0, 1, 2):
        found = _unit_at(atoms, at, skipped)
        if found is not None:
            unit, factor, last = found
            unit, last = _rated(atoms, last, unit)
            return Quantity(amount, amount.value * factor, unit, factor, last, hyphen=hyphen)
    return _counted(atoms, amount, at, hyphen)


def _percent_of(atoms: Atoms, amount: Amount) -> int:
    return amount.last + 1 if atoms[amount.last].text in ("points", "point") else amount.last


def _points_at(atoms: Atoms, at: int) -> tuple[str, float, int] | None:
    """`percentage points`, `basis points`, `per cent` and their short forms."""
    word = atoms[at].text
    if word in ("percentage", "basis") and atoms[at + 1].text in ("points", "point"):
        return "percent", 1.0 if word == "percentage" else 0.01, at + 2
    if atoms.words(at, "per", "cent"):
        return "percent", 1.0, at + 2
    return ("percent", 0.01 if word == "bps" else 1.0, at + 1) if word in ("bps", "pp") else None


def _unit_at(atoms: Atoms, at: int, skipped: int) -> tuple[str, float, int] | None:
    """The unit word that stands after `skipped` modifying words: days, engineer-days, business days."""
    for _ in range(skipped):
        atom = atoms[at]
        if atom.kind != "word" or atom.text in FUNCTION_WORDS | CARDINALS or atom.text.endswith("s"):
            return None
        at += 1
        if atoms[at].text == "-" and atoms[at].glued:
            at += 1
    word = atoms[at].text.removesuffix("'s")
    points = None if skipped else _points_at(atoms, at)
    if points is not None:
        return points
    if word not in UNITS or (skipped and (len(word) < 3 or not word.endswith("s"))):
        return None
    if atoms[at].raw in ("S", "H", "US"):
        return None
    unit, factor = UNITS[word]
    last = at + 1
    if unit == "percent" and atoms[last].text in ("point", "points"):
        last += 1
    return unit, factor, last


def _rated(atoms: Atoms, last: int, unit: str) -> tuple[str, int]:
    """The unit after a rate such as `a second`, `/day` or `per month`, and one past the rate."""
    word = atoms[last].text
    if word in DAILY and unit in ("count", "people", "usd"):
        return (DAILY[word] if unit != "usd" else unit), last + 1
    if word not in ("a", "an", "per", "each", "every", "/"):
        return unit, last
    time = last + 2 if atoms[last + 1].text == "single" else last + 1
    rate = RATES.get(atoms[time].text)
    if rate is None or unit in ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "x"):
        return unit, last
    if atoms[time + 1].text in ("and", "ago", "later") and atoms[time + 2].text == "a":
        return unit, last
    return (unit if unit in ("usd", "bytes", "percent", "other", "per_second") else rate), time + 1


def _one_in_many(atoms: Atoms, amount: Amount) -> Quantity | None:
    """`one in five`, `eight in a thousand`, `nine out of ten`: a fraction said with two figures."""
    at = amount.last + (atoms[amount.last].text in ("time", "times"))
    if atoms[at].text == "in":
        at += 1
    elif atoms.words(at, "out", "of"):
        at += 2
        if atoms[at].text in ("every", "the"):
            at += 1
    else:
        return None
    whole = read_amount(atoms, at)
    if not isinstance(whole, Amount) or whole.unit is not None or not amount.value < whole.value or amount.unit:
        return None
    nxt = atoms[whole.last].text
    tens = whole.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10000, 100000, 1e6)
    if not tens or nxt in UNITS or (whole.digits and whole.value >= 1900 and whole.value < 2100):
        return None
    return Quantity(amount, round(amount.value / whole.value * 100, 6), "percent", 1.0, whole.last)


def _times(atoms: Atoms, amount: Amount, at: int) -> Quantity:
    after = atoms[at + 1].text
    unit, last = _rated(atoms, at + 1, "count")
    if last > at + 1:
        return Quantity(amount, amount.value, unit, 1.0, last, noun="times")
    compared = after in ("the", "as", "more", "less", "fewer", "that", "what", "our", "its", "their", "this") or (
        atoms[amount.first - 1].text in ("at", "to") and amount.value >= 2
    )
    if compared or (
        after.endswith("er") and after not in ("over", "after", "under", "ever", "never", "per", "however")
    ):
        return Quantity(amount, amount.value, "x", 1.0, at + 1, noun="times")
    return Quantity(amount, amount.value, "count", 1.0, at + 1, noun="times")


def _plural(word: str) -> bool:
    return word in IRREGULAR_PLURALS or (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in FUNCTION_WORDS
    )


def _counted(atoms: Atoms, amount: Amount, at: int, hyphen: bool) -> Quantity:
    """The amount with its counted noun: a person's trade, or a plural within reach."""
    plural_at: int | None = None
    for step in range(_NOUN_REACH):
        atom = atoms[at + step]
        if atom.text == "-" and atom.glued:
            continue
        if atom.kind != "word" or atom.text in FUNCTION_WORDS or atom.text in CARDINALS:
            break
        if atom.text in PEOPLE and not (hyphen and step):
            unit, last = _rated(atoms, at + step + 1, "people")
            return Quantity(amount, amount.value, "people", 1.0, at + step + 1 if unit == "people" else last, atom.text)
        if plural_at is None and _plural(atom.text):
            plural_at = at + step
            if atom.text not in ("data", "media", "staff"):
                break
    if plural_at is not None:
        unit, last = _rated(atoms, plural_at + 1, "count")
        if atoms[last].text == "/":
            unit, last = _rated(atoms, last, "count")
        return Quantity(amount, amount.value, unit, 1.0, last, atoms[plural_at].text, hyphen)
    following = atoms[at]
    noun = following.text if following.kind == "word" and following.text not in FUNCTION_WORDS else ""
    return Quantity(amount, amount.value, None, 1.0, amount.last, noun, hyphen)
