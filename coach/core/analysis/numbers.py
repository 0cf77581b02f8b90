"""Finds the quantities an answer offers as evidence, with value and unit (annotation rules, 3)."""

from dataclasses import replace

from coach.core.analysis.findings import Number
from coach.core.analysis.number_atoms import Amount, Atoms
from coach.core.analysis.number_reading import read_amount
from coach.core.analysis.number_refusals import is_no_evidence
from coach.core.analysis.number_units import Quantity, with_unit
from coach.core.analysis.number_words import AGO, LASTING, MONEY_NOUNS, MONEY_VERBS, TIME_UNITS
from coach.core.analysis.word_sets import word_set
from coach.core.spans import Span
from coach.core.transcript import Transcript

_RANGE_WORDS = word_set("to or - – through maybe and till until")
_DONORS = 4
"""Figures back that a unit is looked for."""
_NEAR = 60
"""Atoms back to the figure that lends a bare one its unit: about two sentences."""


def find_numbers(transcript: Transcript) -> tuple[Number, ...]:
    """Every figure that measures something, in order; a range is two.

    A bare figure takes its unit from its range ("5 to 10 minutes") or from the figure before it ("forty grand, we
    spent 31"). Dates, versions, names, ordinals, enumerators and idioms are left out.
    """
    atoms = Atoms(transcript.text)
    quantities = _inherit(atoms, _join_ranges(atoms, _read(atoms)))
    numbers: list[Number] = []
    for q in quantities:
        if q.unit is None:
            continue
        span = Span(atoms[q.amount.first].start, atoms[q.last - 1].end)
        numbers.append(Number(transcript.evidence(span), _tidy(q.value), q.unit))
    return tuple(numbers)


def _tidy(value: float) -> float:
    return float(f"{value:.10g}")


def _read(atoms: Atoms) -> list[Quantity]:
    found: list[Quantity] = []
    index = 0
    while index < len(atoms):
        amount = read_amount(atoms, index)
        if isinstance(amount, Amount):
            quantity = with_unit(atoms, amount)
            found.append(quantity)
            index = max(quantity.last, index + 1)
        else:
            index = amount if amount is not None else index + 1
    return found


def _join_ranges(atoms: Atoms, quantities: list[Quantity]) -> list[Quantity]:
    """Gives the first figure of a range the unit, and where it is missing the scale, of the second."""
    joined = list(quantities)
    for n in range(len(joined) - 2, -1, -1):
        first, second = joined[n], joined[n + 1]
        if first.last != first.amount.last or second.unit is None or not _is_range(atoms, first, second):
            continue
        if first.unit is not None and not (first.unit == "usd" and second.unit == "usd"):
            continue
        value = first.amount.value
        scaled = second.amount.scaled
        if first.amount.scaled == 1.0 and scaled > 1.0 and value < second.amount.value / scaled:
            value *= scaled
        if first.unit is None:
            value *= second.factor
        joined[n] = replace(first, value=value, unit=second.unit, factor=second.factor, noun=second.noun or "range")
    return joined


def _is_range(atoms: Atoms, first: Quantity, second: Quantity) -> bool:
    gap = [atoms[i].text for i in range(first.last, second.amount.first)]
    if not gap or len(gap) > 3 or not all(w in _RANGE_WORDS or w in {",", "about"} for w in gap):
        return False
    if all(w in {",", "about"} for w in gap):
        return False
    return "and" not in gap or atoms[first.amount.first - 1].text == "between"


def _inherit(atoms: Atoms, quantities: list[Quantity]) -> list[Quantity]:
    """Leaves out what is no evidence and settles the unit of bare figures."""
    kept: list[Quantity] = []
    refused: Quantity | None = None
    for n, quantity in enumerate(quantities):
        following = quantities[n + 1] if n + 1 < len(quantities) else None
        pair = quantity.unit is None and following is not None and following.unit is None
        donor = None
        if not (pair and following is not None and _is_range(atoms, quantity, following)):
            donor = _donor(atoms, kept, quantity)
        if _goes_with(atoms, refused, quantity) or is_no_evidence(atoms, quantity, donor):
            refused = quantity
            continue
        refused = None
        kept.append(_settled(atoms, quantity, donor) if quantity.unit is None else quantity)
    return kept


def _goes_with(atoms: Atoms, refused: Quantity | None, quantity: Quantity) -> bool:
    """Whether a bare figure only continues one that was left out: "from iOS 13 to 14", "types 1, 2 and 3"."""
    if refused is None or quantity.unit is not None or quantity.amount.first - refused.last > 3:
        return False
    gap = [atoms[i].text for i in range(refused.last, quantity.amount.first)]
    return bool(gap) and all(w in _RANGE_WORDS or w in (",", "/") for w in gap)


def _donor(atoms: Atoms, kept: list[Quantity], quantity: Quantity) -> Quantity | None:
    """The figure before a bare one that lends it a unit: no multiple, no time that only says when or how long."""
    for candidate in reversed(kept[-_DONORS:]):
        if quantity.amount.first - candidate.last > _NEAR:
            return None
        if _sentences_between(atoms, candidate.last, quantity.amount.first) > 1:
            return None
        adverbial = candidate.unit in TIME_UNITS and (
            atoms[candidate.amount.first - 1].text in LASTING or atoms[candidate.last].text in AGO
        )
        if adverbial and _continues(atoms, quantity.last):
            return candidate
        bare_other = candidate.unit == "other" and candidate.last == candidate.amount.last
        too_large = quantity.amount.scaled >= 1e3 and candidate.unit in TIME_UNITS
        if not (adverbial or bare_other or too_large or candidate.unit == "x"):
            return candidate
    return None


def _sentences_between(atoms: Atoms, first: int, last: int) -> int:
    return sum(atoms[i].text in (".", "!", "?") and not atoms[i + 1].glued for i in range(first, last))


def _continues(atoms: Atoms, after: int) -> bool:
    """Whether a bare figure takes up the stretch of time named before it: "twenty of that", "then six more"."""
    return atoms[after].text == "more" or (
        atoms[after].text == "of" and atoms[after + 1].text in ("that", "it", "this")
    )


def _settled(atoms: Atoms, quantity: Quantity, donor: Quantity | None) -> Quantity:
    amount = quantity.amount
    value = amount.value
    after, whole = atoms[quantity.last].text, atoms[quantity.last + 1].text
    if after == "of" and whole in ("them", "the", "these", "those", "our", "us", "my", "their"):
        return replace(quantity, unit="people" if whole == "us" else "count")
    paid = value >= 1000 and any(atoms[amount.first - n].text in MONEY_VERBS for n in (1, 2, 3))
    if paid or (after == "in" and whole in MONEY_NOUNS):
        return replace(quantity, unit="usd")
    if donor is None or donor.unit is None or (quantity.noun and amount.digits):
        return replace(quantity, unit="count" if value == int(value) else "other")
    if donor.unit == "usd" and donor.amount.scaled > 1 and amount.scaled == 1 and value < 1000:
        value *= donor.amount.scaled
    return replace(quantity, unit=donor.unit, value=value * donor.factor, factor=donor.factor)
