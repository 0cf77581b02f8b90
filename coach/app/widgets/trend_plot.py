"""One measure as a plot: a dot an answer, a line for the median of the last seven."""

from textual.color import Color
from textual_plotext import PlotextPlot

from coach.app.trend_lines import NAMES, TOPS
from coach.core.trends import Series

SHOWN = 160
"""Values a plot is made of at most; a wide plot has hardly more cells."""


class TrendPlot(PlotextPlot):
    """A plot that is redrawn when its series changes."""

    DEFAULT_CSS = "TrendPlot { height: 12; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._series: Series | None = None

    def draw_series(self, series: Series) -> None:
        """Show a series; it is thinned to what fits."""
        self._series = series.thinned(SHOWN)
        self._draw()

    def on_mount(self) -> None:
        """Follow the look."""
        super().on_mount()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    def _draw(self) -> None:
        series = self._series
        if series is None:
            return
        plot, colours = self.plt, self.app.theme_variables
        plot.clear_figure()
        plot.title(NAMES[series.measure])
        if series.values:
            quiet, strong = (Color.parse(colours[name]).rgb for name in ("quiet", "primary"))
            plot.scatter(series.numbers, series.values, marker="dot", color=quiet)
            plot.plot(series.numbers, series.medians, marker="braille", color=strong)
            top, last = TOPS.get(series.measure) or max(1.0, *series.values), max(2.0, series.numbers[-1])
            plot.ylim(0, top)
            plot.xlim(1, last)
            ticks = [top * part / 4 for part in range(5)]
            plot.yticks(ticks, [f"{tick:.0f}" if top >= 20 else f"{tick:.1f}" for tick in ticks])
            numbers = sorted({1.0, float(round((1 + last) / 2)), float(round(last))})
            plot.xticks(numbers, [f"{number:.0f}" for number in numbers])
        self.refresh()
