"""An attempt without a verdict: nothing was said, or it was cancelled."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.messages import PracticeLeft, ReadyWanted, TypingWanted
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock
from coach.core.attempt import Attempt, State
from coach.core.drill import Item


class NothingScreen(CoachScreen):
    """What became of an attempt that has no scorecard."""

    ABOUT: ClassVar[str] = (
        "This attempt has no score. Silence is not scored: the coach invents no words. A cancelled attempt is kept "
        "and not counted."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "nothing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r,enter", "redo", "try again", "Answer the same item again.", "nothing.redo"),
        key("t", "type", "type", "Type the answer instead.", "nothing.type"),
        key("escape", "done", "done", "Back to where the item was chosen.", "nothing.done"),
    ]

    def __init__(self, services: Services, status: Status, item: Item, attempt: Attempt) -> None:
        super().__init__(services, status)
        self.item = item
        self.attempt = attempt

    def compose(self) -> ComposeResult:
        """One sentence in the middle, and why."""
        yield TitleBar(self.item_title(self.item), self.signs, self.status)
        with Vertical(id="nothing--centre"):
            yield Static(Content.styled(self._head(), "bold"), id="nothing--head")
            yield Center(Static(self.safe(self._why()), id="nothing--why"))
        yield Footer(show_command_palette=False, compact=True)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    def _head(self) -> str:
        return "Nothing was said." if self.attempt.state is State.NO_ANSWER else "This try was cancelled."

    def _why(self) -> str:
        told = " ".join(s for s in (self.attempt.ended, self.attempt.error) if s)
        length = clock(self.attempt.duration_s) if self.attempt.duration_s is not None else ""
        if self.attempt.state is State.NO_ANSWER:
            seconds = f"In {length} of sound there is no voice. " if length else ""
            return told or f"{seconds}If you did speak, pick another microphone (d) before the next try."
        kept = f"{length} of sound is kept. " if length else ""
        return f"{kept}{told}".strip() or "Nothing was recorded."

    def action_redo(self) -> None:
        """Again."""
        self.post_message(ReadyWanted(self.item.id))

    def action_type(self) -> None:
        """Type instead."""
        self.post_message(TypingWanted(self.item.id))

    def action_done(self) -> None:
        """Back to where the item was chosen."""
        self.post_message(PracticeLeft())
