"""Dates as they are typed after an option."""

from datetime import date, datetime, time

from coach.core.ports import CoachError


def start_of(day: str | None, option: str) -> datetime | None:
    """The first moment of a day (2026-11-23) where the user is; None for None. Raises CoachError naming the option."""
    if day is None:
        return None
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise CoachError(f"{option} wants a day such as 2026-11-23, not '{day}'.") from None
    return datetime.combine(found, time.min).astimezone()
