"""Numbers, times and names as words for a candidate; pure."""

from datetime import datetime

from coach.core.attempt import State
from coach.core.drill import Kind
from coach.core.text import tokens

PLURAL = {
    Kind.SCAR: "scars",
    Kind.DRILL: "drills",
    Kind.REJECT: "rejects",
    Kind.LANDMINE: "landmines",
    Kind.PUSHBACK: "pushbacks",
    Kind.BEHAVIORAL: "behavioral",
    Kind.SYSTEM_DESIGN: "design rounds",
    Kind.SQL: "SQL",
    Kind.CODING: "coding",
    Kind.STREAMING: "streaming rounds",
    Kind.SCENARIO: "scenarios",
    Kind.SURFACE: "surfaces",
    Kind.MEASUREMENT: "measurement",
    Kind.RECALL: "recall",
    Kind.TERM: "terms",
}
"""What several items of a kind are called."""

SINGULAR = {
    **{kind: str(kind).capitalize() for kind in Kind},
    Kind.SYSTEM_DESIGN: "Design round",
    Kind.SQL: "SQL",
    Kind.STREAMING: "Streaming round",
}
"""What one item of a kind is called."""

GROUPS: dict[str, frozenset[Kind]] = {
    "the room": frozenset(
        {Kind.SCAR, Kind.DRILL, Kind.REJECT, Kind.LANDMINE, Kind.PUSHBACK, Kind.BEHAVIORAL},
    ),
    "rounds": frozenset({Kind.SYSTEM_DESIGN, Kind.SQL, Kind.CODING, Kind.STREAMING}),
    "study": frozenset({Kind.SCENARIO, Kind.SURFACE, Kind.MEASUREMENT, Kind.RECALL}),
    "terms": frozenset({Kind.TERM}),
}
"""Kinds that are counted together where there is little room."""

STATE = {
    State.RECORDING: "cut off",
    State.RECORDED: "not scored",
    State.TRANSCRIBED: "not scored",
    State.SCORED: "scored",
    State.NO_ANSWER: "nothing said",
    State.CANCELLED: "cancelled",
}
"""How far an attempt has come, in a table cell."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def clock(seconds: float) -> str:
    """A length as it is spoken of: 0:42, 1:02, 61:00. Whole seconds that have passed."""
    whole = max(0, int(seconds + 1e-6))
    return f"{whole // 60}:{whole % 60:02d}"


def running_clock(elapsed_s: float, budget_s: float) -> str:
    """The big clock: time gone within the budget, then overtime with a plus sign."""
    if elapsed_s < budget_s:
        return clock(elapsed_s)
    return f"+{clock(elapsed_s - budget_s)}"


def phase(elapsed_s: float, budget_s: float) -> str:
    """Which colour the clock has: `fine`, `late` from 75 % of the budget, `over` from its end."""
    if elapsed_s >= budget_s:
        return "over"
    return "late" if elapsed_s >= 0.75 * budget_s else "fine"


def ordinal(number: int) -> str:
    """first ... tenth, then 11th, 12th, 21st."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 try, 3 tries."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def when(moment: datetime, now: datetime) -> str:
    """A local date: today 14:05, 22 Nov 14:05, or 22 Nov 2025 in another year."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"today {local:%H:%M}"
    if local.year == now.year:
        return f"{local.day} {local:%b %H:%M}"
    return f"{local.day} {local:%b %Y}"


def until_due(due: datetime, now: datetime) -> str:
    """How long until something comes again: now, in 12 min, in 5 h, in 3 days."""
    minutes = (due - now).total_seconds() / 60
    if minutes <= 0:
        return "now"
    if minutes < 60:
        return f"in {max(1, round(minutes))} min"
    if minutes < 36 * 60:
        return f"in {round(minutes / 60)} h"
    return f"in {round(minutes / 60 / 24)} days"


def label(identifier: str) -> str:
    """An id as words: `error-budget` becomes `error budget`, `first_word<=10s` becomes `first word <= 10s`."""
    words = identifier.replace("-", " ").replace("_", " ")
    return words.replace("<=", " <= ").replace(">=", " >= ")


def shorten(text: str, width: int) -> str:
    """The text cut at a word to at most `width` characters, with three dots when something is missing."""
    if len(text) <= width:
        return text
    head = text[: max(1, width - 3)]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:.") + "..."


def reading_time_s(text: str, wpm: float) -> float:
    """How long a line takes to read, in seconds; at least one."""
    return max(1.0, len(tokens(text)) / wpm * 60)
