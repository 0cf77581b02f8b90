"""The table of the story matrix, and the field in which one of its cells is written."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import DataTable, TextArea

from coach.app.bindings import key


class MatrixTable(DataTable[Text]):
    """The matrix with a cursor that walks its cells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "edit", "Edit the cell under the cursor.", "stories.edit"),
    ]


class CellEditor(TextArea):
    """The text of one cell; enter hands it in."""

    class Done(Message):
        """The text is as it should be."""

    class GivenUp(Message):
        """The cell stays as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "done", "save", "Put the text into the matrix.", "stories.save-cell"),
        key("escape", "give_up", "as it was", "Leave the cell as it was.", "stories.leave-cell"),
    ]

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        """Enter and escape are keys of ours; they write no line break and do not leave the field."""
        if event.key in ("enter", "escape"):
            event.prevent_default()
            event.stop()
            (self.action_done if event.key == "enter" else self.action_give_up)()

    def action_done(self) -> None:
        """Hand it in."""
        self.post_message(self.Done())

    def action_give_up(self) -> None:
        """Give it up."""
        self.post_message(self.GivenUp())
