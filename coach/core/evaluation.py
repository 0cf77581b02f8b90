"""Figures of a measurement: counts of labelled items made into F1, accuracy or error, each with its uncertainty.

An item contributes a `Tally` to a figure; the interval comes from drawing the items again with replacement.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from coach.core.spans import Span

RESAMPLES = 1000
"""Draws behind an interval: with 1000 the ends of a 95 % interval are steady to about 0.01 (Efron and Tibshirani)."""
SAME = 5e-4
"""Figures closer than this are equal: they are recorded with four decimals."""


class Measure(StrEnum):
    """How counts become one figure."""

    F1 = "F1"
    ACCURACY = "accuracy"
    RECALL = "recall"
    PRECISION = "precision"
    ERROR_RATE = "error rate"
    """Errors per thing that was due; smaller is better."""
    COUNT = "count"
    """Errors in all; smaller is better."""
    P90_S = "error s, 90 %"
    """The error in seconds that nine of ten measurements keep within; smaller is better."""

    @property
    def smaller_is_better(self) -> bool:
        """Whether a rise is a loss."""
        return self in {Measure.ERROR_RATE, Measure.COUNT, Measure.P90_S}


@dataclass(frozen=True, slots=True)
class Tally:
    """What one item adds to a figure."""

    found: int = 0
    """Right ones; in the measures of error, errors."""
    said: int = 0
    """How many the judge named."""
    due: int = 0
    """How many the labels name."""
    errors_s: tuple[float, ...] = ()
    """For `P90_S`: the errors of the single measurements."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that is measured of a set."""

    what: str
    """What is counted, in a phrase; a set measures each phrase once."""
    measure: Measure
    target: float | None = None
    """What the figure should reach (at most, where smaller is better); None: only reported."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the judge made of one labelled item."""

    id: str
    tallies: dict[str, Tally]
    """By `Metric.what`; an item that says nothing about a metric leaves it out."""
    faults: tuple[str, ...] = ()
    """Each disagreement with the labels, in a line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure with its 95 % interval."""

    set: str
    what: str
    by: str
    """Which model took part; empty when the figure needs none."""
    measure: Measure
    n: int
    """Items measured."""
    value: float
    low: float
    """Lower end of the 95 % interval."""
    high: float
    """Upper end of the 95 % interval."""
    precision: float | None = None
    """Only for F1, recall and precision."""
    recall: float | None = None
    """Only for F1, recall and precision."""
    target: float | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two figures comparable."""
        return (self.set, self.what, self.by)

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None without one."""
        if self.target is None:
            return None
        if self.measure.smaller_is_better:
            return self.value <= self.target
        return self.value >= self.target


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole set: its figures, and what stood behind them."""

    figures: tuple[Figure, ...]
    readings: tuple[Reading, ...] = field(default=())

    def worst(self, count: int) -> list[Reading]:
        """The items with the most disagreements, at most `count`, in a fixed order."""
        wrong = [r for r in self.readings if r.faults]
        return sorted(wrong, key=lambda r: -len(r.faults))[:count]


def measured(name: str, metrics: Iterable[Metric], readings: Sequence[Reading], *, seed: int, by: str = "") -> Measured:
    """The figures of a set; a metric that no item speaks about is left out."""
    figures = []
    for metric in metrics:
        tallies = [r.tallies[metric.what] for r in readings if metric.what in r.tallies]
        if tallies:
            figures.append(figure(name, metric, tallies, seed=seed, by=by))
    return Measured(tuple(figures), tuple(readings))


def figure(name: str, metric: Metric, tallies: Sequence[Tally], *, seed: int, by: str = "") -> Figure:
    """One figure from the tallies of its items; the same tallies and seed always give the same figure."""
    low, high = bootstrap(tallies, lambda drawn: figure_of(metric.measure, drawn), seed=seed)
    paired = metric.measure in {Measure.F1, Measure.RECALL, Measure.PRECISION}
    return Figure(
        set=name,
        what=metric.what,
        by=by,
        measure=metric.measure,
        n=len(tallies),
        value=figure_of(metric.measure, tallies),
        low=low,
        high=high,
        precision=figure_of(Measure.PRECISION, tallies) if paired else None,
        recall=figure_of(Measure.RECALL, tallies) if paired else None,
        target=metric.target,
    )


def figure_of(measure: Measure, tallies: Sequence[Tally]) -> float:
    """The value of a measure over items; where nothing was due and nothing said, nothing is wrong."""
    if measure is Measure.P90_S:
        return percentile([e for t in tallies for e in t.errors_s], 0.9)
    found = sum(t.found for t in tallies)
    if measure is Measure.COUNT:
        return float(found)
    said, due = sum(t.said for t in tallies), sum(t.due for t in tallies)
    match measure:
        case Measure.ERROR_RATE:
            return found / max(1, due)
        case Measure.F1:
            return 2 * found / (said + due) if said + due else 1.0
        case Measure.PRECISION:
            return found / said if said else 1.0
        case _:
            return found / due if due else 1.0


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of the values keep within; 0 for no values."""
    if not values:
        return 0.0
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def bootstrap(
    tallies: Sequence[Tally], value: Callable[[Sequence[Tally]], float], *, seed: int, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The 95 % percentile interval of a figure over items drawn again with replacement."""
    draw = Random(seed)  # noqa: S311 - a fixed seed is the point: the same labels give the same interval
    values = [value(draw.choices(tallies, k=len(tallies))) for _ in range(resamples)]
    return percentile(values, 0.025), percentile(values, 0.975)


def pair_spans(
    labelled: Sequence[Span], said: Sequence[Span], alike: Callable[[int, int], bool] = lambda _l, _s: True
) -> list[tuple[int, int]]:
    """Which labelled span was found by which said one, as index pairs; each takes part once, the largest overlap first.

    Two spans match when they overlap at least half of both (annotation rules); `alike` says whether the rest of what
    the labels say agrees, given the two indices.
    """
    candidates = [
        (-shared, i, j)
        for i, a in enumerate(labelled)
        for j, b in enumerate(said)
        if (shared := overlap(a, b)) > 0 and 2 * shared >= max(a.end - a.start, b.end - b.start) and alike(i, j)
    ]
    pairs: list[tuple[int, int]] = []
    taken_labels: set[int] = set()
    taken_said: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_labels and j not in taken_said:
            pairs.append((i, j))
            taken_labels.add(i)
            taken_said.add(j)
    return pairs


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def fallen(recorded: Iterable[Figure], now: Iterable[Figure]) -> list[str]:
    """A line for every figure beyond the worse end of its recorded interval; those not measured are skipped."""
    current = {f.key: f for f in now}
    lines = []
    for old in recorded:
        new = current.get(old.key)
        if new is None:
            continue
        lost = new.value - old.high if old.measure.smaller_is_better else old.low - new.value
        if lost > SAME:
            lines.append(
                f"{' '.join(k for k in old.key if k)}: {new.value:.3f}, "
                f"recorded {old.value:.3f} ({old.low:.3f} to {old.high:.3f})"
            )
    return lines
