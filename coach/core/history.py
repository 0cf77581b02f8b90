"""The attempts as a table to look through: lines, filters, what a search found; and the port behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coach.core.attempt import Source, State
from coach.core.drill import Kind
from coach.core.ports import Progress, Stop
from coach.core.rubric import Level
from coach.core.search import Search, Snippet
from coach.core.trends import MissedIdea, Practised, Trends


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt as a line of the table."""

    id: str
    item: str
    kind: Kind | None
    """None when the item is no longer in the content."""
    created_at: datetime
    source: Source
    state: State
    level: Level | None = None
    """None before the verdict, as the four that follow."""
    score: float | None = None
    words: int | None = None
    fillers_per_min: float | None = None
    wpm: float | None = None
    duration_s: float | None = None
    """None for a typed answer."""
    has_audio: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Which attempts are shown; None admits everything."""

    kind: Kind | None = None
    item: str | None = None
    since: datetime | None = None
    """Begun then or later; with a time zone."""
    until: datetime | None = None
    """Begun before then; with a time zone."""
    level: Level | None = None
    has_audio: bool | None = None

    def admits(self, line: AttemptLine) -> bool:
        """Whether an attempt is shown."""
        return (
            (self.kind is None or line.kind is self.kind)
            and (self.item is None or line.item == self.item)
            and (self.since is None or line.created_at >= self.since)
            and (self.until is None or line.created_at < self.until)
            and (self.level is None or line.level is self.level)
            and (self.has_audio is None or line.has_audio is self.has_audio)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer in which something searched was said."""

    line: AttemptLine
    snippet: Snippet
    at_s: float | None
    """The second of the take at which the first marked word begins; None for a typed answer."""


class History(Protocol):
    """Looks through all attempts without loading them whole; every method raises StorageError."""

    def lines(self, chosen: Filter, limit: int, offset: int = 0) -> list[AttemptLine]:
        """Attempts, newest first."""
        ...

    def count(self, chosen: Filter) -> int:
        """How many attempts there are."""
        ...

    def search(self, search: Search, chosen: Filter, limit: int, offset: int = 0) -> list[Hit]:
        """Answers that contain every phrase, newest first; none for an empty search."""
        ...

    def trends(self, item: str | None = None) -> Trends:
        """The scored answers in figures; of one item when it is named."""
        ...

    def most_missed(self, item: str | None = None, limit: int = 10) -> list[MissedIdea]:
        """The ideas missed most often; of one item when it is named."""
        ...

    def practised(self, today: date) -> Practised:
        """How much was practised; a day is the candidate's own, where the answer was given."""
        ...

    def catch_up(self, progress: Progress | None = None, stop: Stop | None = None) -> int:
        """Take the figures of scored answers that have none yet; how many there were. Can be stopped and resumed."""
        ...
