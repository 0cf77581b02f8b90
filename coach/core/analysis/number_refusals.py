"""Tells a figure that measures something from one that names, dates, orders or is a figure of speech."""

from coach.core.analysis.number_atoms import Atoms
from coach.core.analysis.number_units import Quantity
from coach.core.analysis.number_words import (
    CODE_WORDS,
    FUNCTION_WORDS,
    IDIOM_AFTER_ZERO,
    LABELS,
    MONTHS,
    POINTING,
    STATUS_CODES,
    TALK_NOUNS,
    TIME_UNITS,
    VAGUE_BEFORE,
)
from coach.core.analysis.word_sets import word_set

_SURE = word_set(
    """
    sure certain agree agreed behind committed convinced on confident right clear true aligned
    """
)
_BEFORE_BARE = word_set(
    """
    under over below above about around was is were are had only just nearly almost than maybe roughly of be
    between like say spent paid got have has exactly closer near hit hits reached at approximately
    """
)
_BEFORE_LENT = word_set(
    """
    took take takes needed need needs costs cost hits minus plus in then now another kept
    """
)
"""Words before a bare figure that make it a measure where a figure before it lends a unit."""
_BEFORE_YEARS = word_set("the our my their in since of from until early late mid that this by")
_STATES = word_set("is was are were we're it's they're i'm stood sat now still")
_FALLING = word_set(
    """
    went dropped fell down cut reduced up back moved from goes drops grew came brought shrank
    """
)


def is_no_evidence(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> bool:
    """Whether the figure is left out; `donor` is the figure before it that could lend it a unit."""
    unit_said = quantity.unit is not None and quantity.unit not in ("count", "other")
    if quantity.amount.unit is not None and quantity.amount.unit != "percent":
        return False
    return (
        _is_idiom(atoms, quantity)
        or _is_vague(atoms, quantity)
        or (not unit_said and _is_name(atoms, quantity))
        or (atoms[quantity.amount.first - 1].text == "per" and not quantity.amount.digits)
        or (quantity.unit is None and _is_date_or_time(atoms, quantity, donor))
        or (_is_one(atoms, quantity) and not _one_measures(atoms, quantity, donor))
        or (quantity.unit is None and _is_pronoun(atoms, quantity, donor))
    )


def _is_one(atoms: Atoms, quantity: Quantity) -> bool:
    return quantity.amount.last - quantity.amount.first == 1 and atoms[quantity.amount.first].text == "one"


def _is_idiom(atoms: Atoms, quantity: Quantity) -> bool:
    """Whether the figure is one of speech: a hundred percent sure, two things, my two cents, twenty past."""
    first, unit = quantity.amount.first, quantity.unit
    before, after = atoms[first - 1].text, atoms[quantity.last].text
    around = {after, before, atoms[first - 2].text}
    return (
        (unit == "percent" and quantity.value in (100, 110, 1000) and bool(around & _SURE))
        or (
            atoms[first].text == "zero" and unit in (None, "count", "hours", "days") and _is_zero_idiom(atoms, quantity)
        )
        or (unit == "count" and quantity.noun in TALK_NOUNS and quantity.value <= 5)
        or (unit == "count" and quantity.noun in ("digits", "figures"))
        or (unit == "usd" and before in ("my", "your") and atoms[quantity.last - 1].text == "cents")
        or (unit is None and after == "past")
        or (unit == "seconds" and atoms[first].text == "one" and before in ("me", "just", "for", "wait", "on", ""))
        or (unit == "count" and quantity.noun == "times" and quantity.value >= 100 and not quantity.amount.digits)
    )


def _is_zero_idiom(atoms: Atoms, quantity: Quantity) -> bool:
    """Whether zero names instead of counting: zero trust, zero-touch, ground zero."""
    before, following = atoms[quantity.amount.first - 1].text, atoms[quantity.amount.last]
    if following.text in IDIOM_AFTER_ZERO or before == "ground" or (following.text == "-" and following.glued):
        return True
    return quantity.unit is None and before not in ("to", "at", "was", "is", "were", "near", "from")


def _is_vague(atoms: Atoms, quantity: Quantity) -> bool:
    first = quantity.amount.first
    before, earlier = atoms[first - 1].text, atoms[first - 2].text
    if before == "of" and earlier in VAGUE_BEFORE:
        before = earlier
    if before in VAGUE_BEFORE and quantity.amount.scaled > 1 and not quantity.amount.digits:
        return True
    if before == "or" and not quantity.amount.digits and quantity.amount.value == 2:
        return earlier == "one" or atoms[first - 3].text in ("a", "an")
    return _is_one(atoms, quantity) and atoms.words(quantity.amount.last, "or", "two")


def _is_name(atoms: Atoms, quantity: Quantity) -> bool:
    """Whether the figure belongs to a name: a label, a version, a status code, a percentile, a year, an enumerator."""
    amount = quantity.amount
    if quantity.hyphen:
        return not amount.digits or amount.value < 5 or quantity.unit is None
    before, after = atoms[amount.first - 1].text, atoms[amount.last].text
    bare = quantity.unit is None
    labelled = before in LABELS and atoms[amount.first - 2].text not in ("each", "every", "per", "a", "one")
    enumerates = _starts_sentence(atoms, amount.first) and after in (",", ":", ".") and amount.scaled == 1.0
    return (
        (labelled and (bare or (quantity.unit == "count" and amount.value <= 31)))
        or (bare and any(atoms[amount.first - n].text in ("version", "versions") for n in range(1, 9)))
        or after in ("percentile", "percentiles")
        or before in ("p", "/")
        or (after in (")", "]") and before in ("", ".", "("))
        or (bare and enumerates)
        or _is_code_or_year(atoms, quantity)
        or _follows_name(atoms, quantity)
    )


def _is_code_or_year(atoms: Atoms, quantity: Quantity) -> bool:
    amount = quantity.amount
    if not amount.digits:
        return False
    digits, before = atoms[amount.first].text, atoms[amount.first - 1].text
    code = digits in STATUS_CODES and before in CODE_WORDS and quantity.unit is None
    return code or (1900 <= amount.value < 2100 and len(digits) == 4 and before in _BEFORE_YEARS)


def _follows_name(atoms: Atoms, quantity: Quantity) -> bool:
    """Whether a proper name stands before the figure: Apollo 11, HTTP 429, Kafka 2.8."""
    amount = quantity.amount
    if amount.scaled != 1.0 or not _proper(atoms, amount.first - 1):
        return False
    name = atoms[amount.first - 1].raw
    return quantity.unit is None or (amount.digits and ("." in atoms[amount.first].text or name.isupper()))


def _proper(atoms: Atoms, index: int) -> bool:
    """Whether the word is a name by its capitals: not the first of a sentence unless it is no common word."""
    atom = atoms[index]
    if atom.kind != "word" or atom.raw in ("I", "A") or atom.raw.islower() or atom.text in FUNCTION_WORDS:
        return False
    if _starts_sentence(atoms, index):
        return not atom.raw[1:].islower() or atoms[index + 1].kind == "number"
    return True


def _starts_sentence(atoms: Atoms, index: int) -> bool:
    return index <= 0 or atoms[index - 1].text in (".", "!", "?", "…")


def _is_date_or_time(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> bool:
    """Whether a bare figure is a date, a year or a time of day."""
    amount = quantity.amount
    before, after = atoms[amount.first - 1], atoms[amount.last]
    whole = amount.value == int(amount.value)
    year = whole and 1900 <= amount.value < 2100 and amount.scaled in (1.0, 1000.0)
    if before.raw in MONTHS or after.raw in MONTHS or (year and "," not in atoms[amount.first].raw):
        return True
    if after.text in ("am", "pm", "o'clock") or (after.text in ("a", "p") and atoms.words(amount.last + 1, ".", "m")):
        return True
    if not whole or not 1 <= amount.value <= 12 or amount.scaled != 1.0:
        return False
    lent = donor is not None and before.text == "at" and atoms[amount.first - 2].text in _STATES
    at_a_time = before.text in ("at", "by", "before", "until", "till") and not lent
    return at_a_time or (before.text == "after" and donor is None)


def _one_measures(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> bool:
    """Whether `one` is a figure and no article or pronoun."""
    before = atoms[quantity.amount.first - 1].text
    if quantity.unit in ("percent", "people", "usd", "bytes", "x", "per_second", "per_day"):
        return quantity.noun != "range" or before in ("from", "about", "between", "only")
    if quantity.unit in TIME_UNITS:
        if quantity.noun == "range":
            return True
        return quantity.unit != "days" or before in ("for", "in", "within", "after", "under", "took", "only", "every")
    if quantity.unit is None and before == "to" and not quantity.noun:
        return _falls_to(atoms, quantity, donor)
    return quantity.unit == "count" and quantity.noun == "range"


def _falls_to(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> bool:
    """Whether `to` before a bare figure ends a move: "from three days to one", "went to one"."""
    first = quantity.amount.first
    if donor is not None and first - donor.last == 1:
        return True
    return any(atoms[first - n].text in _FALLING for n in (2, 3, 4, 5))


def _is_pronoun(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> bool:
    """Whether a bare figure points at things named before instead of counting."""
    amount = quantity.amount
    before, after = atoms[amount.first - 1].text, atoms[quantity.last].text
    if before in POINTING:
        return True
    if amount.digits or amount.scaled > 1 or amount.value > 12 or after in ("of", "per", "each", "apiece"):
        return False
    if before == "to":
        return not _falls_to(atoms, quantity, donor)
    if before in ("from", "or", "and") or (donor is not None and before in _BEFORE_LENT):
        return donor is None and before != "from"
    return before not in _BEFORE_BARE
