"""Asking before a running recording is ended by leaving."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog


class LeaveDialog(CoachDialog[bool]):
    """Leave in the middle of an answer?"""

    ABOUT: ClassVar[str] = "An answer is being recorded."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,y", "leave", "leave", "End the recording, keep it, and leave.", "leave.leave"),
        key("escape,n,space", "stay", "go on", "Go on speaking.", "leave.stay"),
    ]

    def compose(self) -> ComposeResult:
        """The question and both ways."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("An answer is being recorded. Leave?", "bold"), classes="dialog--title")
            yield Static(Content("What was said is kept; the next start offers to score it."))
            yield Static(Content(f"{self.signs.enter} leave   esc go on speaking"), classes="dialog--keys")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(True)

    def action_stay(self) -> None:
        """Go on."""
        self.dismiss(False)
