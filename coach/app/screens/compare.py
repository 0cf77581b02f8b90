"""Two tries at one item side by side: what was gained, what was lost."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.comparison_text import IDEA_HEADS, figures, idea_heading, quotes, summary, trap_heading
from coach.app.messages import PracticeLeft
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import ordinal, when
from coach.core.attempt import Attempt
from coach.core.comparison import Change, Comparison, PointChange, compare
from coach.core.drill import Item


class CompareScreen(CoachScreen):
    """The earlier of two tries on the left, the later one on the right; one above the other on narrow screens."""

    ABOUT: ClassVar[str] = (
        "Two tries at the same item: the ideas gained and lost between them with the words that were said, traps, "
        "checks, and how the delivery moved."
    )
    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "other(-1)", "older", "Compare with an older try.", "compare.older"),
        key("right", "other(1)", "newer", "Compare with a newer try.", "compare.newer"),
        key("up", "scroll(-1)", "up", "Scroll up.", "compare.up", show=False),
        key("down", "scroll(1)", "down", "Scroll down.", "compare.down", show=False),
        key("pageup", "scroll(-4)", "page up", "Scroll a page up.", "compare.pageup", show=False),
        key("pagedown,space", "scroll(4)", "page down", "Scroll a page down.", "compare.pagedown", show=False),
        key("escape,c", "back", "back", "Back to the scorecard.", "compare.back"),
    ]

    def __init__(
        self, services: Services, status: Status, item: Item, attempt: Attempt, tries: tuple[Attempt, ...]
    ) -> None:
        """`tries` are the scored attempts of the item, oldest first, at least one other than `attempt`."""
        super().__init__(services, status)
        self.item = item
        self.attempt = attempt
        self._tries = tries
        self._others = [a for a in tries if a.id != attempt.id]
        older = [n for n, a in enumerate(self._others) if a.id < attempt.id]
        self._at = older[-1] if older else 0

    @property
    def pair(self) -> tuple[Attempt, Attempt]:
        """The earlier and the later try."""
        other = self._others[self._at]
        return (other, self.attempt) if other.id < self.attempt.id else (self.attempt, other)

    def compose(self) -> ComposeResult:
        """Which two, how far apart, then everything that moved."""
        before, after = self.pair
        yield TitleBar(self.item_title(self.item), self.signs)
        if before.scorecard and after.scorecard:
            comparison = compare(before.scorecard, after.scorecard)
            yield Static(summary(comparison, self.signs), id="compare--line")
            yield _pair(self._title_of(before), self._title_of(after), "compare--names")
            with VerticalScroll(id="compare--body", can_focus=False):
                yield from self._sections(comparison)
        yield Footer(show_command_palette=False, compact=True)

    def _title_of(self, attempt: Attempt) -> Content:
        number = [a.id for a in self._tries].index(attempt.id) + 1
        which = "before" if attempt is self.pair[0] else "after"
        moment = when(attempt.created_at, self.services.clock())
        return Content.assemble((f"{which:7}", "bold $primary"), f"{ordinal(number)} try, {moment}")

    def _sections(self, comparison: Comparison) -> Iterator[Widget]:
        for change, head in IDEA_HEADS.items():
            ideas = [p for p in comparison.ideas if p.change is change]
            if not ideas and change is not Change.GAINED and change is not Change.LOST:
                continue
            yield self._head(head, len(ideas))
            for point in ideas:
                yield Static(idea_heading(point, self.signs), classes="point")
                if change is not Change.MISSING:
                    yield self._quotes(point)
        if comparison.traps:
            yield self._head("Traps", len(comparison.traps))
            for point in comparison.traps:
                yield Static(trap_heading(point, self.signs), classes="point")
                yield self._quotes(point)
        if comparison.checks:
            yield self._head("Checks", len(comparison.checks))
            for point in comparison.checks:
                yield Static(idea_heading(point, self.signs), classes="point")
                yield self._quotes(point)
        yield self._head("How it was said", None)
        yield Static(figures(comparison, self.signs), classes="figures")

    def _head(self, words: str, number: int | None) -> Static:
        count = "" if number is None else f" {number}" if number else " nothing"
        return Static(Content.assemble((words, "bold $primary"), (count, "$quiet")), classes="head")

    def _quotes(self, point: PointChange) -> Horizontal:
        before, after = quotes(point, self.signs)
        return Horizontal(self._said("before ", before), self._said("after  ", after), classes="pair two")

    def _said(self, which: str, words: Content | None) -> Static:
        """One side; nothing said takes no line on narrow screens."""
        if words is None:
            return Static(Content.styled(f"{which}{self.signs.dash}", "$quiet"), classes="absent")
        return Static(Content.assemble((which, "$quiet"), words))

    async def action_other(self, direction: int) -> None:
        """Another try to compare with."""
        at = self._at + direction
        if not 0 <= at < len(self._others):
            self.say("There is no further try on that side.")
            return
        self._at = at
        await self.recompose()

    def action_scroll(self, direction: int) -> None:
        """Up or down."""
        self.query_one("#compare--body").scroll_relative(y=3 * direction, animate=False)

    def action_back(self) -> None:
        """Back to the scorecard."""
        self.post_message(PracticeLeft())


def _pair(left: Content, right: Content, name: str) -> Horizontal:
    return Horizontal(Static(left), Static(right), classes=f"{name} two")
