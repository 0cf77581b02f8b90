"""The public JSON of a verdict on a pad; documented in docs/json.md and kept stable."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from coach.core.pad_ports import PadVerdict
from coach.core.sql_check import Row


def pad_json(item: str, verdict: PadVerdict) -> dict[str, Any]:
    """One judged query or program."""
    return {
        "item": item,
        "right": verdict.right,
        "message": verdict.message,
        "line": verdict.line,
        "columns": list(verdict.columns),
        "missing": [_row(row) for row in verdict.missing],
        "extra": [_row(row) for row in verdict.extra],
        "missing_count": verdict.missing_count,
        "extra_count": verdict.extra_count,
        "constructs": [{"name": c.name, "met": c.met, "why": c.why} for c in verdict.constructs],
    }


def _row(row: Row) -> list[object]:
    return [_cell(value) for value in row]


def _cell(value: object) -> object:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float | Decimal):
        number = float(value)
        return number if number - number == 0 else str(number)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)
