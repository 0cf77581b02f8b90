"""After rapid fire: which concepts came, which did not."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from coach.app.bindings import key
from coach.app.glossary_messages import RapidEnded, RapidWanted
from coach.app.messages import AttemptWanted, PracticeLeft
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import count
from coach.core.attempt import Attempt
from coach.core.drill import Item


class ResultTable(DataTable[Text]):
    """The cards of the run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "look", "See the answer, what was said and what was not.", "rapid-done.look"),
    ]


class RapidDoneScreen(CoachScreen):
    """The run in a table."""

    ABOUT: ClassVar[str] = (
        "Each card of the run with the concepts that came up. Enter shows an answer in full with the definition; the "
        "cards with something missing can be taken again at once."
    )
    CSS_PATH = "rapid_done.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "again", "missed again", "Take the cards with something missing again.", "rapid-done.again"),
        key("escape", "back", "back", "Back to the glossary.", "rapid-done.back"),
    ]

    def __init__(self, services: Services, status: Status, ended: RapidEnded, *, typed: bool) -> None:
        super().__init__(services, status)
        self.ended = ended
        self.typed = typed

    def compose(self) -> ComposeResult:
        """Table and count."""
        yield TitleBar(Content("Rapid fire"), self.signs, self.status)
        yield ResultTable(id="glossary--table", cursor_type="row", zebra_stripes=False)
        yield Static(id="glossary--count")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show what came."""
        self.query_one(ResultTable).focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        table = self.query_one(ResultTable)
        table.clear(columns=True)
        missing_width = max(20, self.size.width - 44)
        for name, width in (("", 1), ("Term", 26), ("Came", 5), ("Missing", missing_width)):
            table.add_column(name, width=width)
        colours = self.app.theme_variables
        for item in self.ended.items:
            attempt = self.ended.attempts.get(item.id)
            whole = self._whole(attempt)
            sign = self.signs.hit if whole else self.signs.miss
            table.add_row(
                Text(sign, style=colours["success"] if whole else colours["error"]),
                Text(self.signs.cut(item.title, 26)),
                Text(self._came(attempt), justify="right"),
                Text(self.signs.cut(self._missing(item, attempt), missing_width)),
                key=item.id,
            )
        whole_cards = sum(self._whole(a) for a in self.ended.attempts.values())
        line = f"{whole_cards} of {count(len(self.ended.items), 'card')} with every concept"
        self.query_one("#glossary--count", Static).update(Content(line))
        self.refresh_bindings()

    @staticmethod
    def _whole(attempt: Attempt | None) -> bool:
        return bool(attempt and attempt.scorecard and all(e.met for e in attempt.scorecard.elements))

    @staticmethod
    def _came(attempt: Attempt | None) -> str:
        if attempt is None or attempt.scorecard is None:
            return ""
        elements = attempt.scorecard.elements
        return f"{sum(e.met for e in elements)}/{len(elements)}"

    def _missing(self, item: Item, attempt: Attempt | None) -> str:
        if attempt is None:
            return self.ended.failed.get(item.id, "not answered")
        if attempt.scorecard is None:
            return "nothing was said"
        return "; ".join(e.what.removeprefix("Mentions ").rstrip(".") for e in attempt.scorecard.elements if not e.met)

    def _again(self) -> tuple[Item, ...]:
        return tuple(i for i in self.ended.items if not self._whole(self.ended.attempts.get(i.id)))

    @on(DataTable.RowSelected)
    def _chosen(self, selected: DataTable.RowSelected) -> None:
        attempt = self.ended.attempts.get(selected.row_key.value or "")
        if attempt is not None:
            self.post_message(AttemptWanted(attempt))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Again needs something missing."""
        return bool(self._again()) if action == "again" else True

    def action_again(self) -> None:
        """The missed ones once more."""
        self.post_message(RapidWanted(self._again(), self.typed))

    def action_back(self) -> None:
        """Back to the glossary."""
        self.post_message(PracticeLeft())
