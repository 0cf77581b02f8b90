"""Which attempts the candidate wants to see: the filters of the history and how they are shown; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from textual.content import Content

from coach.app.wording import PLURAL
from coach.core.drill import Kind
from coach.core.history import Filter
from coach.core.rubric import Level

LEVELS: tuple[Level | None, ...] = (None, *Level)

PERIODS: tuple[tuple[str, int | None], ...] = (
    ("always", None),
    ("7 days", 7),
    ("30 days", 30),
    ("90 days", 90),
    ("a year", 365),
)
"""What can be looked back on: its name and its days."""

SOUND: tuple[tuple[str, bool | None], ...] = (("any", None), ("with sound", True), ("without", False))
"""Whether the take was kept."""

_STYLE = {True: "bold reverse", False: ""}


@dataclass
class Choice:
    """The filters in force; each is stepped through by a key of its own."""

    kinds: tuple[Kind | None, ...]
    """The kinds there are; None first, for all of them."""
    item: str | None = None
    """The only item; then there is no choice of kind."""
    kind: int = 0
    level: int = 0
    period: int = 0
    sound: int = 0

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any((self.kind, self.level, self.period, self.sound))

    def next_kind(self, step: int) -> None:
        """Another kind."""
        self.kind = (self.kind + step) % len(self.kinds)

    def next_level(self) -> None:
        """Another level."""
        self.level = (self.level + 1) % len(LEVELS)

    def next_period(self) -> None:
        """Look back less or more."""
        self.period = (self.period + 1) % len(PERIODS)

    def next_sound(self) -> None:
        """With or without sound."""
        self.sound = (self.sound + 1) % len(SOUND)

    def filter(self, now: datetime) -> Filter:
        """What the history is asked for; a period begins at a midnight."""
        return Filter(
            kind=self.kinds[self.kind],
            item=self.item,
            since=_period_start(PERIODS[self.period][1], now),
            level=LEVELS[self.level],
            has_audio=SOUND[self.sound][1],
        )

    def line(self, *, ascii_only: bool) -> Content:
        """Keys, names and values; what is set stands out."""
        kind = self.kinds[self.kind]
        parts = [
            ("v", "level", str(LEVELS[self.level] or "any"), self.level),
            ("d", "period", PERIODS[self.period][0], self.period),
            ("a", "sound", SOUND[self.sound][0], self.sound),
        ]
        if self.item is None:
            arrows = "left right" if ascii_only else "←→"
            parts.insert(0, (arrows, "kind", PLURAL[kind] if kind else "all", self.kind))
        return Content("   ").join(
            Content.assemble((f"{keys} ", "bold $primary"), (f"{name} ", "$quiet"), (value, _STYLE[bool(on)]))
            for keys, name, value, on in parts
        )


def _period_start(days: int | None, now: datetime) -> datetime | None:
    if days is None:
        return None
    return (now - timedelta(days=days - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
