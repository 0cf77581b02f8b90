"""Whether the rows of a query are the rows that were asked for, and which are missing or too many."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Row = tuple[object, ...]

SHOWN_ROWS = 10
"""So many missing and so many unexpected rows are shown."""
NEAR_ROWS = 400
"""Rows that match none exactly are compared by tolerance up to this many on each side."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the rows differ from those asked for; nothing in it means that they are the same."""

    columns: tuple[str, ...] = ()
    """The columns of the shown rows."""
    missing: tuple[Row, ...] = ()
    """Rows that should be there, the first of them."""
    extra: tuple[Row, ...] = ()
    """Rows that should not, the first of them."""
    missing_count: int = 0
    extra_count: int = 0
    sentence: str = ""
    """What is wrong beside single rows: the columns, the order."""

    @property
    def same(self) -> bool:
        """Whether the rows are right."""
        return not (self.missing_count or self.extra_count or self.sentence)


def compare(expected: Ran, found: Ran, *, ordered: bool, tolerance: float) -> Difference:
    """Compare the rows of a query with those of the reference.

    Names of columns are forgiven their case and their order, a midnight is as good as its date, and numbers may
    differ by `tolerance` (relative, or absolute below one).
    """
    wanted, named = [c.lower() for c in expected.columns], [c.lower() for c in found.columns]
    if sorted(wanted) != sorted(named):
        return Difference(sentence=_columns_sentence(expected.columns, found.columns))
    places = [named.index(c) for c in wanted]
    rows = [tuple(row[p] for p in places) for row in found.rows]
    missing, extra = _unmatched(list(expected.rows), rows, tolerance)
    sentence = ""
    if not missing and not extra and ordered and not _in_order(expected.rows, rows, tolerance):
        sentence = "The rows are right, but their order is not the one asked for."
    return Difference(
        expected.columns, tuple(missing[:SHOWN_ROWS]), tuple(extra[:SHOWN_ROWS]), len(missing), len(extra), sentence
    )


def _columns_sentence(expected: Sequence[str], found: Sequence[str]) -> str:
    wanted, named = [c.lower() for c in expected], [c.lower() for c in found]
    lacking = [c for c in expected if c.lower() not in named]
    surplus = [c for c in found if c.lower() not in wanted]
    parts = [f"{', '.join(lacking)} is missing" if len(lacking) == 1 else f"{', '.join(lacking)} are missing"]
    parts = parts if lacking else []
    parts += [f"{', '.join(surplus)} was not asked for"] if surplus else []
    parts += ["a column stands twice"] if not lacking and not surplus else []
    return f"The columns must be {', '.join(expected)}: {'; '.join(parts)}."


def _unmatched(expected: list[Row], found: list[Row], tolerance: float) -> tuple[list[Row], list[Row]]:
    """Rows of either side without a partner on the other: first by exact value, then by tolerance."""
    waiting = Counter(_key(row) for row in found)
    missing: list[Row] = []
    for row in expected:
        key = _key(row)
        if waiting[key]:
            waiting[key] -= 1
        else:
            missing.append(row)
    extra: list[Row] = []
    for row in reversed(found):
        key = _key(row)
        if waiting[key]:
            waiting[key] -= 1
            extra.append(row)
    extra.reverse()
    if len(missing) > NEAR_ROWS or len(extra) > NEAR_ROWS:
        return missing, extra
    alone: list[Row] = []
    for row in missing:
        partner = next((n for n, other in enumerate(extra) if _near(row, other, tolerance)), None)
        if partner is None:
            alone.append(row)
        else:
            del extra[partner]
    return alone, extra


def _in_order(expected: Sequence[Row], found: Sequence[Row], tolerance: float) -> bool:
    return all(_near(a, b, tolerance) for a, b in zip(expected, found, strict=True))


def _near(one: Row, other: Row, tolerance: float) -> bool:
    return all(_cells_near(_plain(a), _plain(b), tolerance) for a, b in zip(one, other, strict=True))


def _cells_near(one: object, other: object, tolerance: float) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    return type(one) is type(other) and one == other


def _key(row: Row) -> tuple[object, ...]:
    return tuple(_hashable(_plain(cell)) for cell in row)


def _hashable(cell: object) -> object:
    if isinstance(cell, float):
        return "nan" if math.isnan(cell) else cell
    return cell if isinstance(cell, str | datetime | None) else repr(cell)


def _plain(cell: object) -> object:
    """A cell in the one form it is compared in."""
    if isinstance(cell, bool | int | float | Decimal):
        try:
            return float(cell)
        except OverflowError:
            return str(cell)
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    return cell
