"""The clock of an answer, in digits that are seen from across the room."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Digits, Static

from coach.app.wording import clock, phase, running_clock


class BigClock(Vertical):
    """Time gone, green, amber from 75 %, red from the end on; then overtime with a plus sign."""

    DEFAULT_CSS = """
    BigClock {
        height: auto; width: 100%; align-horizontal: center;
        Digits { width: 100%; text-align: center; color: $success; text-style: bold; }
        .clock--plain {
            width: 100%; height: 3; content-align: center middle; color: $success; text-style: bold;
        }
        .clock--of { width: 100%; text-align: center; color: $quiet; }
        &.-late Digits, &.-late .clock--plain { color: $warning; }
        &.-over Digits, &.-over .clock--plain { color: $error; }
    }
    """

    elapsed_s: reactive[float] = reactive(0.0)
    """Seconds gone."""

    def __init__(self, budget_s: float, *, ascii_only: bool, elapsed_s: float = 0.0) -> None:
        super().__init__()
        self._budget_s = budget_s
        self._ascii = ascii_only
        self.set_reactive(BigClock.elapsed_s, elapsed_s)

    def compose(self) -> ComposeResult:
        """The digits and the budget beneath."""
        value = running_clock(self.elapsed_s, self._budget_s)
        if self._ascii:
            yield Static(" ".join(value), classes="clock--plain", markup=False)
        else:
            yield Digits(value)
        yield Static(f"of {clock(self._budget_s)}", classes="clock--of", markup=False)

    def watch_elapsed_s(self) -> None:
        """Show the time and its colour."""
        if not self.is_mounted:
            return
        value = running_clock(self.elapsed_s, self._budget_s)
        if self._ascii:
            self.query_one(".clock--plain", Static).update(" ".join(value))
        else:
            self.query_one(Digits).update(value)
        now = phase(self.elapsed_s, self._budget_s)
        self.set_class(now == "late", "-late")
        self.set_class(now == "over", "-over")
        of = "over" if now == "over" else "of"
        self.query_one(".clock--of", Static).update(f"{of} {clock(self._budget_s)}")
