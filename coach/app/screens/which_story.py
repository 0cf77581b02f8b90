"""Asked once behind a behavioral answer: which story was that?"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.core.stories import Story


class WhichStoryDialog(CoachDialog[str | None]):
    """Pick the story that was told; closed with its id, empty for none of them, None when it is left open."""

    ABOUT: ClassVar[str] = "The matrix counts how often each story was told, and its best score."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "none", "none of these", "It was another story.", "which-story.none"),
        key("escape", "later", "leave open", "Do not say.", "which-story.later"),
    ]

    def __init__(self, services: Services, matrix: tuple[Story, ...]) -> None:
        super().__init__(services)
        self.matrix = matrix

    def compose(self) -> ComposeResult:
        """The stories, likeliest first."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Which story was that?", "bold"), classes="dialog--title")
            yield OptionList(*(Option(Content(self.signs.line(s.title)), id=s.id) for s in self.matrix), compact=True)
            keys = f"{self.signs.enter} this one   n none of these   esc leave open"
            yield Static(Content(keys), classes="dialog--keys")

    def on_mount(self) -> None:
        """Walk the list at once."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _picked(self, picked: OptionList.OptionSelected) -> None:
        self.dismiss(picked.option.id)

    def action_none(self) -> None:
        """Another story."""
        self.dismiss("")

    def action_later(self) -> None:
        """Say nothing."""
        self.dismiss(None)
