"""How it goes: plots of score and delivery, the ideas missed most often, streak and minutes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.history_messages import TrendsRead
from coach.app.messages import PracticeLeft, StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.trend_lines import missed_lines, practised_line, series_line
from coach.app.widgets.title_bar import TitleBar
from coach.app.widgets.trend_plot import TrendPlot
from coach.app.wording import count
from coach.core.drill import Item
from coach.core.ports import Stop
from coach.core.trends import Measure


class TrendsScreen(CoachScreen):
    """All answers, or those to one item, in figures."""

    ABOUT: ClassVar[str] = (
        "Each dot is an answer, the line is the median of the last seven. Of a long history each dot stands for "
        "neighbouring answers. Typed answers have a score and no pace. Ideas are counted over all scored answers to "
        "their item; a streak is days in a row with an answer."
    )
    CSS_PATH = "trends.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("i", "scope", "item/all", "Switch between the item you came from and all items.", "trends.scope"),
        key("escape", "back", "back", "Back to the table.", "trends.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item | None, *, overall: bool) -> None:
        super().__init__(services, status)
        self.item = item
        self._overall = overall
        self._known: TrendsRead | None = None

    def compose(self) -> ComposeResult:
        """Streak and minutes, plots, missed ideas."""
        yield TitleBar(self._title(), self.signs, self.status)
        with VerticalScroll(id="trends--body"):
            yield Static(id="trends--practised")
            if self.services.ascii:
                yield Static(id="trends--lines")
            else:
                with Grid(id="trends--plots"):
                    for _ in Measure:
                        yield TrendPlot()
            yield Static(Content("Missed most often"), classes="trends--heading")
            yield Static(id="trends--missed")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.query_one("#trends--body").focus()

    def on_screen_resume(self) -> None:
        """There may be a new one."""
        self._read()

    def on_resize(self) -> None:
        """Ideas are named as far as there is room."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    @property
    def _scope(self) -> Item | None:
        return None if self._overall else self.item

    def _title(self) -> Content:
        scope = self._scope
        name = self.item_title(scope) if scope else Content("all items")
        return Content.assemble(("Trends ", ""), (f"{self.signs.dot} ", "$quiet"), name)

    def _read(self) -> None:
        history, today = self.services.history, self.services.clock().date()
        item = self._scope.id if self._scope else None

        def read(_: Stop) -> TrendsRead:
            trends = history.trends(item)
            series = {measure: trends.series(measure) for measure in Measure}
            return TrendsRead(series, len(trends.points), history.most_missed(item), history.practised(today))

        self.in_background("trends", read)

    @on(TrendsRead)
    def _trends_known(self, known: TrendsRead) -> None:
        self._known = known
        self._fill()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def _fill(self) -> None:
        known = self._known
        if known is None:
            return
        answers = f"   {count(known.answers, 'scored answer')} here" if self._scope else ""
        line = practised_line(known.practised, self.signs)
        self.query_one("#trends--practised", Static).update(Content.assemble(line, (answers, "$quiet")))
        if self.services.ascii:
            lines = [series_line(known.series[measure], self.signs) for measure in Measure]
            self.query_one("#trends--lines", Static).update(Content("\n").join(lines))
        else:
            for plot, measure in zip(self.query(TrendPlot), Measure, strict=True):
                plot.draw_series(known.series[measure])
        missed = list(missed_lines(known.missed, self.services.practice.library, self.signs, self.size.width - 5))
        nothing = Content("No idea was missed." if known.answers else "No answer was scored yet.")
        self.query_one("#trends--missed", Static).update(Content("\n").join(missed) if missed else nothing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Without an item there is nothing to switch to."""
        return self.item is not None if action == "scope" else True

    def action_scope(self) -> None:
        """One item or all."""
        self._overall = not self._overall
        self.query_one(".title--name", Static).update(self._title())
        self._read()

    def action_back(self) -> None:
        """Back to the table."""
        self.post_message(PracticeLeft())
