"""A note on one try, kept as it is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services

PAUSE_S = 0.4
"""A text is kept when the keys have rested this long; leaving keeps it at once."""


class NoteDialog(CoachDialog[None]):
    """A page to write on."""

    ABOUT: ClassVar[str] = "What you want to remember of this try. It is kept as you type."
    CSS_PATH = "dialog.tcss"
    DEFAULT_CSS = "NoteDialog TextArea { height: 8; background: $surface; border: none; padding: 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "close", "close", "Keep the note and go back to the scorecard.", "note.close"),
    ]

    def __init__(self, services: Services, text: str, keep: Callable[[str], None]) -> None:
        """`keep` is called with the text whenever the keys rest, and at the end."""
        super().__init__(services)
        self._text = text
        self._keep = keep
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """A title, a page."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Note on this try", "bold $primary"), classes="dialog--title")
            yield TextArea(self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)
            yield Static(Content("kept as you type   esc close"), classes="dialog--keys")

    def on_mount(self) -> None:
        """Write at once, behind what is there."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._text = self.query_one(TextArea).text
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(PAUSE_S, self._keep_now)

    def _keep_now(self) -> None:
        self._keep(self._text)

    def on_unmount(self) -> None:
        """Whatever closed it, nothing is lost."""
        self._keep(self._text)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
