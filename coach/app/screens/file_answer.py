"""An answer that lies in an audio file."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from coach.app.bindings import key
from coach.app.messages import FileChecked, FilePicked, ItemChosen
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.core.drill import Item
from coach.core.ports import Stop


class PathInput(Input):
    """One line for a path."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "score it", "Copy the file, write it down and score it.", "file.done"),
    ]


class FileScreen(CoachScreen):
    """Name an audio file."""

    ABOUT: ClassVar[str] = (
        "Give the path of a recording: WAV, FLAC, OGG, MP3 and what else the machine can read. A copy is kept with "
        "your attempts; the file itself is left as it is."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "file_answer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "back", "back", "Back to the question.", "file.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item) -> None:
        super().__init__(services, status)
        self.item = item

    def compose(self) -> ComposeResult:
        """The question, one line to fill in, one sentence on it."""
        yield TitleBar(self.item_title(self.item), self.signs, self.status)
        with Vertical(id="file--body"):
            yield Static(self.safe(self.item.prompt), id="file--prompt")
            yield Static(Content.styled("Which audio file?", "bold"))
            yield PathInput(placeholder="~/recordings/answer.wav")
            yield Static(id="file--sentence")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _changed(self, changed: Input.Changed) -> None:
        self._check(changed.value)

    @on(Input.Submitted)
    def _submitted(self, submitted: Input.Submitted) -> None:
        self._check(submitted.value, hand_in=True)

    def _check(self, typed: str, *, hand_in: bool = False) -> None:
        path = path_of(typed)

        def check(_: Stop) -> FileChecked:
            return FileChecked(path, path_problem(path), hand_in)

        self.in_background("file", check)

    @on(FileChecked)
    def _checked(self, checked: FileChecked) -> None:
        if checked.hand_in and not checked.problem and checked.path:
            self.post_message(FilePicked(self.item.id, checked.path))
            return
        sentence = self.query_one("#file--sentence", Static)
        if checked.problem:
            sentence.update(Content.styled(self.signs.line(checked.problem), "$warning"))
        else:
            sentence.update(Content.styled(f"{self.signs.hit} {self.signs.enter} scores it.", "$success"))

    def action_back(self) -> None:
        """Read the question again."""
        self.post_message(ItemChosen(self.item.id, heard=True))


def path_of(typed: str) -> Path | None:
    """The path somebody typed or dropped: quotes taken off, `~` expanded; None when nothing was typed."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if not text:
        return None
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def path_problem(path: Path | None) -> str:
    """Why a path is no answer, in a sentence; empty when there is a file to try."""
    if path is None:
        return "Type the path of an audio file."
    try:
        if path.is_dir():
            return "That is a folder; add the name of the file in it."
        if not path.is_file():
            return "There is no file of that name yet."
    except (OSError, ValueError):
        return "No file can have that name."
    return ""
