"""Over the pad: the tables with their first rows, and the reference query."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.app.wording import count
from coach.core.pad_ports import TableSample
from coach.core.rows import table


class TablesDialog(CoachDialog[None]):
    """The tables of a task, with sample rows."""

    ABOUT: ClassVar[str] = "What is asked, and the tables with their columns and first rows; arrows scroll."
    CSS_PATH = ["dialog.tcss", "pad_dialogs.tcss"]  # noqa: RUF012  Textual declares it as a plain list
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,f2,enter,space", "close", "close", "Back to the pad.", "tables.close"),
    ]

    def __init__(self, services: Services, ask: str, tables: tuple[TableSample, ...]) -> None:
        super().__init__(services)
        self._ask = ask
        self._tables = tables

    def compose(self) -> ComposeResult:
        """The question, then one table under the other."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("What is asked", "bold $primary"), classes="dialog--title")
            with VerticalScroll(classes="dialog--body"):
                yield Static(Content(self.signs.text(self._ask)), classes="tables--ask")
                for each in self._tables:
                    yield Static(self._table(each), classes="tables--one")
            yield Static(Content("esc close"), classes="dialog--keys")

    def _table(self, sample: TableSample) -> Content:
        header, *lines = [self.signs.line(line) for line in table([name for name, _ in sample.columns], sample.rows)]
        kinds = ", ".join(f"{name} {kind}" for name, kind in sample.columns)
        dot = f" {self.signs.dot} "
        return Content.assemble(
            (sample.name, "bold"), (f"{dot}{count(sample.count, 'row')}{dot}{kinds}\n", "$quiet"),
            (header, "$primary"), "\n", "\n".join(lines),
        )  # fmt: skip

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


class ReferenceDialog(CoachDialog[None]):
    """A query that is right."""

    ABOUT: ClassVar[str] = "One right way to write it; others are as good when their rows are right."
    CSS_PATH = ["dialog.tcss", "pad_dialogs.tcss"]  # noqa: RUF012  Textual declares it as a plain list
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,f9,enter,space", "close", "close", "Back to the pad.", "reference.close"),
    ]

    def __init__(self, services: Services, reference: str) -> None:
        super().__init__(services)
        self._reference = reference

    def compose(self) -> ComposeResult:
        """The query."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("One right way", "bold $primary"), classes="dialog--title")
            with VerticalScroll(classes="dialog--body"):
                yield Static(Content(self.signs.text(self._reference)))
            yield Static(Content("esc close"), classes="dialog--keys")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
