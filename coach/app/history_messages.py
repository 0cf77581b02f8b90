"""What the screens of the history tell."""

from dataclasses import dataclass

from textual.message import Message

from coach.core.history import AttemptLine, Hit
from coach.core.trends import Measure, MissedIdea, Practised, Series


@dataclass
class LinesRead(Message):
    """A page of the table."""

    lines: list[AttemptLine]
    total: int
    """All attempts that fit the filter."""
    offset: int
    """How many come before this page."""


@dataclass
class HitsRead(Message):
    """A page of what a search found."""

    hits: list[Hit]
    offset: int
    """How many come before this page."""


@dataclass
class FiguresTaken(Message):
    """Answers scored by an earlier version have their figures."""

    answers: int
    """How many had none."""


@dataclass
class TrendsWanted(Message):
    """The candidate wants to see how it goes."""

    item: str | None
    """The item under the cursor."""
    overall: bool
    """Whether all items are shown first."""


@dataclass
class TrendsRead(Message):
    """How it goes."""

    series: dict[Measure, Series]
    answers: int
    """Scored answers that the series are made of."""
    missed: list[MissedIdea]
    practised: Practised
