"""Rows of a query as lines of text; pure."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

CELL = 22
"""No cell is wider."""


def cell(value: object) -> str:
    """One value as it is shown: NULL, TRUE, 0.2868, 2026-03-31 05:00."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | Decimal):
        return f"{float(value):.6g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}" if value.second else f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A header and the rows, in columns as wide as they need to be."""
    texts = [[name[:CELL] for name in columns]] + [[_one_line(cell(value)) for value in row] for row in rows]
    widths = [max(len(row[place]) for row in texts) for place in range(len(columns))]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in texts]


def _one_line(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= CELL else flat[: CELL - 3] + "..."
