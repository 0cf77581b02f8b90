"""Line plots as SVG that needs no script: axes, units, every value as a dot, the moving median as a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from coach.core.report_html import safe
from coach.core.trends import Measure, Series

WIDTH, HEIGHT = 360, 190
"""The plot in its own units; close to the pixels of a phone, so that its letters stay readable there."""

MOST_DOTS = 90
"""More values are drawn as medians of neighbours: dots four units apart can still be told from each other."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 38, 8, 10, 34


@dataclass(frozen=True, slots=True)
class Plotted:
    """What a plot says besides its values."""

    heading: str
    unit: str
    """What the vertical axis counts."""
    digits: int = 0
    """Decimals of a value in words."""
    low: float | None = None
    """Where the vertical axis begins; None: near the least value."""
    high: float | None = None
    """Where it ends; None: near the greatest value."""
    at_least_spans: float = 4
    """How much the axis spans at least, so that small changes look small and counts have whole steps."""


PLOTS = {
    Measure.SCORE: Plotted("Score", "points of 100", low=0, high=100),
    Measure.FILLERS: Plotted("Fillers a minute", "a minute", digits=1, low=0),
    Measure.PACE: Plotted("Pace", "words a minute", at_least_spans=20),
    Measure.PAUSE: Plotted("Longest pause", "seconds", digits=1, low=0),
    Measure.HEDGES: Plotted("Open “it depends”", "in an answer", low=0),
}
"""The plots in the order they are shown."""


def ticks(low: float, high: float, about: int = 4) -> tuple[float, ...]:
    """Round values that span a range: steps of 1, 2 or 5 times a power of ten, the ends at or outside the range."""
    if high <= low:
        high = low + 1
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(n * step, 10) for n in range(first, last + 1))


def plot(series: Series, answers: int) -> str:
    """One measure as a figure; `answers` is how many scored answers there are in all."""
    what = PLOTS[series.measure]
    name = f"plot-{series.measure.value}"
    head = f'<figure>\n<h3 id="{name}">{safe(what.heading)}</h3>\n'
    if not series.values:
        return f"{head}<figcaption>No answer has this yet: it is measured in spoken answers.</figcaption>\n</figure>\n"
    latest, middle = series.values[-1], series.medians[-1]
    words = f"latest {_figure(latest, what.digits)}"
    if len(series.values) > 1:
        words += f", median of the last seven {_figure(middle, what.digits)}"
    drawn = _drawing(series.thinned(MOST_DOTS), what, answers)
    return (
        f"{head}"
        f'<svg class="plot" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{name} {name}-words">\n'
        f"{drawn}</svg>\n"
        f'<figcaption id="{name}-words">{safe(what.unit)}; {words}</figcaption>\n</figure>\n'
    )


def _drawing(series: Series, what: Plotted, answers: int) -> str:
    low = min(series.values) if what.low is None else what.low
    high = max(series.values) if what.high is None else what.high
    rows = ticks(low, max(high, low + what.at_least_spans))
    last = max(answers, 2)

    def across(number: float) -> float:
        return round(_LEFT + (number - 1) / (last - 1) * (WIDTH - _LEFT - _RIGHT - 8) + 4, 1)

    def down(value: float) -> float:
        share = (value - rows[0]) / (rows[-1] - rows[0])
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)

    parts = [
        f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{down(row)}" y2="{down(row)}"/>'
        f'<text x="{_LEFT - 6}" y="{down(row) + 4:.1f}" text-anchor="end">{row:g}</text>\n'
        for row in rows
    ]
    floor_y = HEIGHT - _BOTTOM
    parts.append(f'<line class="axis" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{floor_y}" y2="{floor_y}"/>\n')
    parts += [f'<text x="{across(n)}" y="{floor_y + 14}" text-anchor="middle">{n}</text>\n' for n in _numbers(answers)]
    parts.append(f'<text x="{(WIDTH + _LEFT) // 2}" y="{HEIGHT - 5}" text-anchor="middle">answer</text>\n')
    places = [(across(n), down(v)) for n, v in zip(series.numbers, series.values, strict=True)]
    lone = " lone" if len(places) == 1 else ""
    radius = 4 if lone else 2.5
    parts += [f'<circle class="dot{lone}" cx="{x}" cy="{y}" r="{radius}"/>\n' for x, y in places]
    if len(places) > 1:
        line = " ".join(f"{across(n)},{down(m)}" for n, m in zip(series.numbers, series.medians, strict=True))
        parts.append(f'<polyline class="median" points="{line}"/>\n')
    return "".join(parts)


def _numbers(answers: int) -> Sequence[int]:
    """Which answers are named on the horizontal axis."""
    if answers <= 1:
        return (1,)
    inner = [int(n) for n in ticks(1, answers) if 1 < n < answers and n == int(n)]
    room = max(1, answers // 12)
    return (1, *(n for n in inner if n - 1 > room and answers - n > room), answers)


def _figure(value: float, digits: int) -> str:
    return f"{value:.{digits}f}"
