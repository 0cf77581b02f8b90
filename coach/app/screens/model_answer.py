"""The model answer, once the candidate has answered."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.core.drill import Item


class ModelAnswerDialog(CoachDialog[None]):
    """What a senior would have said, and what was being scored."""

    ABOUT: ClassVar[str] = "A senior answer to the item, and for a scar what the interviewer was scoring."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,a,enter,space", "close", "close", "Back to the scorecard.", "model.close"),
    ]

    def __init__(self, services: Services, item: Item) -> None:
        super().__init__(services)
        self._item = item

    def compose(self) -> ComposeResult:
        """Verdict, line to say, answer."""
        item = self._item
        parts = [("What was being scored", item.verdict), ("Word for word", item.target), ("", item.model_answer)]
        with Vertical(classes="dialog"):
            yield Static(Content.styled("A senior answer", "bold $primary"), classes="dialog--title")
            with VerticalScroll(classes="dialog--body"):
                yield Static(
                    Content("\n\n").join(
                        Content.assemble((f"{head}\n" if head else "", "bold $quiet"), self.signs.text(text))
                        for head, text in parts
                        if text
                    )
                )
            yield Static(Content("esc close"), classes="dialog--keys")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
