"""The attempts at one item."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from coach.app.bindings import key
from coach.app.messages import AttemptsRead, AttemptWanted, ItemChosen, PracticeLeft, StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import STATE, clock, when
from coach.core.attempt import Attempt
from coach.core.drill import Item


class AttemptTable(DataTable[Text]):
    """Attempts, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "open", "See its scorecard, or finish it.", "history.open"),
    ]


class HistoryScreen(CoachScreen):
    """Every try at one item."""

    ABOUT: ClassVar[str] = (
        "Your attempts at this item, newest first. Open one to see its scorecard again; one that was not scored is "
        "finished when you open it."
    )
    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("p", "practise", "practise", "Practise the item.", "history.practise"),
        key("escape", "back", "back", "Go back.", "history.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item) -> None:
        super().__init__(services, status)
        self.item = item
        self._attempts: dict[str, Attempt] = {}

    def compose(self) -> ComposeResult:
        """A table."""
        yield TitleBar(self.item_title(self.item), self.signs, self.status)
        yield Static(id="history--line")
        yield AttemptTable(cursor_type="row")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The columns."""
        table = self.query_one(AttemptTable)
        columns = (("When", 14), ("From", 11), ("State", 12), ("Score", 5), ("Level", 7), ("Length", 6), ("Fillers", 9))
        for name, width in columns:
            table.add_column(name, width=width)
        table.focus()

    def on_screen_resume(self) -> None:
        """There may be a new one."""
        store, item = self.services.practice.store, self.item.id
        self.in_background("history", lambda _: AttemptsRead(store.attempts(item)))

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    @on(AttemptsRead)
    def _known(self, known: AttemptsRead) -> None:
        self._attempts = {a.id: a for a in known.attempts}
        table = self.query_one(AttemptTable)
        table.clear()
        for attempt in known.attempts:
            table.add_row(*(Text(c) for c in self._row(attempt)), key=attempt.id)
        scores = tuple(a.scorecard.score for a in reversed(known.attempts) if a.scorecard)
        text = "No try at this item yet; p practises it."
        if known.attempts:
            text = f"Scores {self.signs.spark(scores[-40:])}" if scores else "No try at this item was scored yet."
        self.query_one("#history--line", Static).update(Content(text))

    def _row(self, attempt: Attempt) -> tuple[str, ...]:
        card, none = attempt.scorecard, self.signs.dash
        rate = card.analysis.delivery.fillers_per_min if card else None
        return (
            when(attempt.created_at, self.services.clock()),
            str(attempt.source).replace("_", " "),
            STATE[attempt.state],
            f"{card.score:.0f}" if card else none,
            str(card.level) if card else none,
            clock(attempt.duration_s) if attempt.duration_s is not None else none,
            f"{rate:.1f}/min" if rate is not None else none,
        )

    @on(DataTable.RowSelected)
    def _opened(self, selected: DataTable.RowSelected) -> None:
        attempt = self._attempts.get(selected.row_key.value or "")
        if attempt:
            self.post_message(AttemptWanted(attempt))

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def action_practise(self) -> None:
        """Practise the item."""
        self.post_message(ItemChosen(self.item.id))

    def action_back(self) -> None:
        """Go back."""
        self.post_message(PracticeLeft())
