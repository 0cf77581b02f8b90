"""One word of an answer, or a few, set right in one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.app.signs import Signs
from coach.app.wording import clock
from coach.core.corrections import Correction, words_of
from coach.core.transcript import Transcript

AROUND = 7
"""So many words are shown on either side."""

LONGEST = 6
"""A run of more words than this is no slip of the engine any more."""


class WordInput(Input):
    """One line for the words that were said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "keep", "Keep what is typed and judge the answer again.", "word.keep"),
    ]


class WordDialog(CoachDialog[Correction | None]):
    """The word under the cursor in a line to type in; None when nothing is to change."""

    ABOUT: ClassVar[str] = (
        "Type what was really said. Several words may take the place of one, an empty line leaves the word out. The "
        "answer is judged again; the first words are kept and the sound stays as it is."
    )
    CSS_PATH = "dialog.tcss"
    DEFAULT_CSS = """
    WordDialog WordInput { margin-top: 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("up", "step(-1)", "word before", "Go to the word before.", "word.before"),
        key("down", "step(1)", "next word", "Go to the next word.", "word.next"),
        key("tab", "widen(1)", "more", "Take the next word along.", "word.more"),
        key("shift+tab", "widen(-1)", "fewer", "Let the last word go again.", "word.fewer"),
        key("escape", "close", "leave", "Leave everything as it is.", "word.close"),
    ]

    def __init__(self, services: Services, transcript: Transcript, word: int) -> None:
        super().__init__(services)
        self._transcript = transcript
        self._first = word
        self._count = 1

    def compose(self) -> ComposeResult:
        """The words around, one line, the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("What was said here?", "bold $primary"), classes="dialog--title")
            yield Static(id="word--around")
            yield WordInput(compact=True)
            yield Static(
                Content("enter keep   up/down other word   tab more words   esc back\nAn empty line leaves it out."),
                classes="dialog--keys",
            )

    def on_mount(self) -> None:
        """Begin with the word under the cursor."""
        self.query_one(WordInput).focus()
        self._show()

    def _show(self) -> None:
        run = words_of(self._transcript, self._first, self._count)
        line = self.query_one(WordInput)
        line.value = self.signs.line(run)
        line.cursor_position = len(line.value)
        self.query_one("#word--around", Static).update(around(self._transcript, self._first, self._count, self.signs))

    def action_step(self, direction: int) -> None:
        """Another word."""
        self._first = max(0, min(len(self._transcript.words) - 1, self._first + direction))
        self._count = 1
        self._show()

    def action_widen(self, direction: int) -> None:
        """More or fewer words at once."""
        most = min(LONGEST, len(self._transcript.words) - self._first)
        self._count = max(1, min(most, self._count + direction))
        self._show()

    @on(Input.Submitted)
    def _typed(self, typed: Input.Submitted) -> None:
        new = " ".join(typed.value.split())
        was = words_of(self._transcript, self._first, self._count)
        self.dismiss(None if new == self.signs.line(was) else Correction(self._first, self._count, new, was))

    def action_close(self) -> None:
        """Back, nothing changed."""
        self.dismiss(None)


def around(transcript: Transcript, first: int, count: int, signs: Signs) -> Content:
    """The run of words amid its neighbours, with the moment when it is heard."""
    words = transcript.words
    low, high = max(0, first - AROUND), min(len(words), first + count + AROUND)
    start_s = words[first].start_s
    before = words_of(transcript, low, first - low)
    after = words_of(transcript, first + count, high - first - count)
    lead = f"{signs.pause} " if low else ""
    tail = f" {signs.pause}" if high < len(words) else ""
    return Content.assemble(
        (f"{clock(start_s)}  " if start_s is not None else "", "bold"),
        (f"{lead}{signs.line(before)} " if before else "", "$quiet"),
        (signs.line(words_of(transcript, first, count)), "bold reverse"),
        (f" {signs.line(after)}{tail}" if after else "", "$quiet"),
    )
