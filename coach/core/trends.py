"""How scores and delivery move from answer to answer, which ideas are missed, how much was practised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from coach.core.analysis.findings import HedgeStatus
from coach.core.attempt import State
from coach.core.scorecard import Scorecard

MEDIAN_OVER = 7
"""Answers that the moving median looks at: odd, so that it is a value that occurred, and about a week of practice."""

PRACTISED = frozenset({State.RECORDED, State.TRANSCRIBED, State.SCORED})
"""States of an answer that was given; one that was cut off, cancelled or silent is no practice."""


class Measure(StrEnum):
    """What is followed from answer to answer."""

    SCORE = "score"
    FILLERS = "fillers_per_min"
    PACE = "wpm"
    PAUSE = "longest_pause_s"
    HEDGES = "open_hedges"


@dataclass(frozen=True, slots=True)
class Point:
    """One scored answer in figures; None where a typed answer has none."""

    attempt: str
    item: str
    at: datetime
    score: float
    fillers_per_min: float | None
    wpm: float | None
    longest_pause_s: float | None
    open_hedges: int | None
    """None as well where the stored findings cannot be read."""

    def value(self, measure: Measure) -> float | None:
        """The figure of one measure."""
        found: float | None = getattr(self, measure.value)
        return found


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over the answers that have it."""

    measure: Measure
    numbers: tuple[float, ...]
    """Which answer each value belongs to, counted from 1 over all scored answers."""
    values: tuple[float, ...]
    medians: tuple[float, ...]
    """The median of each value and the up to six before it."""

    @property
    def begin(self) -> float:
        """The median of the first seven values, or the first value while there are fewer than fourteen."""
        return self.medians[MEDIAN_OVER - 1 if len(self.medians) >= 2 * MEDIAN_OVER else 0]

    def thinned(self, at_most: int) -> "Series":
        """At most so many values, each the median of as many neighbours as it takes: what a narrow plot can show."""
        if len(self.values) <= at_most:
            return self
        edges = [round(i * len(self.values) / at_most) for i in range(at_most + 1)]
        groups = [slice(a, b) for a, b in pairwise(edges)]
        return Series(
            self.measure,
            tuple(median(self.numbers[g]) for g in groups),
            tuple(median(self.values[g]) for g in groups),
            tuple(median(self.medians[g]) for g in groups),
        )


@dataclass(frozen=True, slots=True)
class Trends:
    """All scored answers in figures, oldest first."""

    points: tuple[Point, ...]

    def series(self, measure: Measure) -> Series:
        """One measure over the answers that have it."""
        known = [(float(n), v) for n, p in enumerate(self.points, 1) if (v := p.value(measure)) is not None]
        values = tuple(float(v) for _, v in known)
        return Series(measure, tuple(n for n, _ in known), values, moving_median(values))


@dataclass(frozen=True, slots=True)
class MissedIdea:
    """An idea that did not come."""

    item: str
    element: str
    must: bool
    missed: int
    """In how many answers it was missing."""
    of: int
    """Scored answers at the item."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was practised on one day."""

    answers: int
    spoken_s: float
    """Length of the takes; typed answers have none."""


@dataclass(frozen=True, slots=True)
class Practised:
    """How much was practised."""

    today_s: float
    week_s: float
    """Today and the six days before."""
    all_s: float
    answers: int
    days: int
    """Days with an answer."""
    streak_days: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the history keeps of a scorecard as plain columns."""

    words: int
    fillers_per_min: float | None
    wpm: float | None
    longest_pause_s: float | None
    open_hedges: int
    missed: tuple[tuple[str, bool], ...]
    """Each missed idea, and whether it was required."""


def figures_of(card: Scorecard) -> Figures:
    """The plain columns of a scorecard."""
    delivery = card.analysis.delivery
    return Figures(
        words=delivery.words,
        fillers_per_min=delivery.fillers_per_min,
        wpm=delivery.wpm,
        longest_pause_s=delivery.longest_pause_s,
        open_hedges=sum(h.status is HedgeStatus.UNRESOLVED for h in card.analysis.it_depends),
        missed=tuple((e.id, e.must) for e in card.elements if not e.met),
    )


def moving_median(values: Sequence[float], over: int = MEDIAN_OVER) -> tuple[float, ...]:
    """The median of each value and of up to `over` - 1 before it."""
    half, odd = divmod(over, 2)
    begin = [median(values[:end]) for end in range(1, min(over, len(values) + 1))]
    windows = (sorted(values[end - over : end]) for end in range(over, len(values) + 1))
    whole = [w[half] if odd else (w[half - 1] + w[half]) / 2 for w in windows]
    return (*begin, *whole)


def streak(days: Iterable[date], today: date) -> int:
    """Days in a row with practice up to today; today may still be to come."""
    known = set(days)
    day = today if today in known else today - timedelta(days=1)
    length = 0
    while day in known:
        length += 1
        day -= timedelta(days=1)
    return length


def practised_on(days: Mapping[date, Day], today: date) -> Practised:
    """How much was practised, from what was done on each day."""
    week = today - timedelta(days=6)
    return Practised(
        today_s=sum(d.spoken_s for day, d in days.items() if day == today),
        week_s=sum(d.spoken_s for day, d in days.items() if week <= day <= today),
        all_s=sum(d.spoken_s for d in days.values()),
        answers=sum(d.answers for d in days.values()),
        days=len(days),
        streak_days=streak(days, today),
    )


def most_missed(ideas: Iterable[MissedIdea], limit: int) -> list[MissedIdea]:
    """The ideas missed most often: required ones first where two were missed equally often."""
    return sorted(ideas, key=lambda m: (-m.missed, not m.must, m.of, m.item, m.element))[:limit]
