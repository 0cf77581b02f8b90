"""Which attempts a command is about: by name, by item, by when they began."""

from dataclasses import dataclass
from datetime import datetime

from coach.core.attempt import State


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of an attempt without reading its words."""

    id: str
    item: str
    created_at: datetime
    """When it began; with a time zone."""
    state: State
    audio: str | None
    """Name of its take inside the recordings folder; None when there is none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an attempt must be to be meant; None admits everything, several conditions must all hold."""

    attempt: str | None = None
    item: str | None = None
    since: datetime | None = None
    """Begun then or later; with a time zone."""
    before: datetime | None = None
    """Begun before then; with a time zone."""

    @property
    def names_something(self) -> bool:
        """Whether any condition is set."""
        return any(c is not None for c in (self.attempt, self.item, self.since, self.before))

    def admits(self, kept: Kept) -> bool:
        """Whether an attempt is meant."""
        return (self.attempt is None or kept.id == self.attempt) and self.admits_other(kept.item, kept.created_at)

    def admits_other(self, item: str, created_at: datetime) -> bool:
        """Whether something that is no attempt, but was made for an item at a time, is meant too."""
        return (
            (self.item is None or item == self.item)
            and (self.since is None or created_at >= self.since)
            and (self.before is None or created_at < self.before)
        )
