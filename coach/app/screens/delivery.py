"""How the answer was said: what the one line of the scorecard has no room for."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.delivery_details import delivery_details
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.core.drill import Item
from coach.core.scorecard import Scorecard


class DeliveryDialog(CoachDialog[None]):
    """Clock, pace, pauses and fillers of one answer, and the parts of a story."""

    ABOUT: ClassVar[str] = "How the answer was said: the clock, the pace over time, pauses and fillers."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,d,enter,space", "close", "close", "Back to the scorecard.", "delivery.close"),
    ]

    def __init__(self, services: Services, item: Item, card: Scorecard) -> None:
        super().__init__(services)
        self._item = item
        self._card = card

    def compose(self) -> ComposeResult:
        """One text."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("How it was said", "bold $primary"), classes="dialog--title")
            with VerticalScroll(classes="dialog--body"):
                yield Static(delivery_details(self._card, self._item.time.answer_s, self.signs))
            yield Static(Content("esc close"), classes="dialog--keys")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
