"""The help: what a screen is for and every key it knows, made from the bindings."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import Command, key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services


class HelpDialog(CoachDialog[None]):
    """Help on the screen beneath."""

    CSS_PATH = "dialog.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (40, "-tall")]  # noqa: RUF012  Textual declares it as a plain list
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,question_mark,f1,enter,q", "close", "close", "Close the help.", "help.close"),
    ]

    def __init__(self, services: Services, about: str, listed: Sequence[Command]) -> None:
        super().__init__(services)
        self._about = about
        self._listed = tuple(listed)

    def compose(self) -> ComposeResult:
        """What it is for, then the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Help", "bold $primary"), classes="dialog--title")
            with VerticalScroll(classes="dialog--body"):
                yield Static(Content("\n\n").join(self._parts()))
            yield Static(Content("esc close"), classes="dialog--keys")

    def _parts(self) -> list[Content]:
        parts = [Content(self.signs.text(self._about))] if self._about else []
        for head, everywhere in (("On this screen", False), ("Everywhere", True)):
            lines = [self._line(c) for c in self._listed if c.everywhere is everywhere]
            if lines:
                parts.append(Content.assemble((f"{head}\n", "bold $quiet"), Content("\n").join(lines)))
        return parts

    def _line(self, command: Command) -> Content:
        keys = " ".join(command.keys)
        return Content.assemble((f"{keys:<14} ", "bold $primary"), command.tooltip)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
