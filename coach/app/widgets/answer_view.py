"""The answer with its marks, and a light that can be moved over it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.app.marks import Mark
from coach.app.page import Page, lay_out
from coach.app.signs import Signs
from coach.core.transcript import Transcript

Range = tuple[int, int]
"""Half-open range of character offsets into the answer."""


class AnswerView(VerticalScroll, can_focus=False):
    """A marked transcript that keeps the lit words in sight."""

    DEFAULT_CSS = """
    AnswerView { height: 1fr; scrollbar-size-vertical: 1; }
    AnswerView > Static { width: 100%; text-wrap: nowrap; }
    """

    lit: reactive[tuple[Range, ...]] = reactive(())
    """The evidence being looked at."""
    spoken: reactive[Range | None] = reactive(None)
    """The word being heard."""
    cursor: reactive[Range | None] = reactive(None)
    """The word under the cursor."""

    def __init__(self, transcript: Transcript, marks: tuple[Mark, ...], signs: Signs) -> None:
        super().__init__()
        self._transcript = transcript
        self._marks = marks
        self._signs = signs
        self._page: Page | None = None

    def compose(self) -> ComposeResult:
        """One text, wrapped by ourselves so that every character can be found again."""
        yield Static(Content(""))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width; one column is kept for the scroll bar."""
        width = max(10, event.size.width - 1)
        self._page = lay_out(self._transcript, self._marks, self._signs, width)
        self._show()
        at = self.cursor or (self.lit[0] if self.lit else None)
        if at:
            self.call_after_refresh(self._reach, at[0])

    def watch_lit(self) -> None:
        """Move the light."""
        self._show()
        if self.lit:
            self._reach(self.lit[0][0])

    def watch_spoken(self) -> None:
        """Follow the voice."""
        self._show()
        if self.spoken:
            self._reach(self.spoken[0])

    def watch_cursor(self) -> None:
        """Underline the word."""
        self._show()
        if self.cursor:
            self._reach(self.cursor[0])

    def _show(self) -> None:
        if self._page is None:
            return
        extra = [(start, end, "bold reverse") for start, end in self.lit]
        if self.cursor:
            extra.append((*self.cursor, "underline"))
        if self.spoken:
            extra.append((*self.spoken, "bold $background on $warning"))
        self.query_one(Static).update(self._page.content(*extra))

    def _reach(self, offset: int) -> None:
        if self._page is None:
            return
        line = self._page.line_of(offset)
        top, height = round(self.scroll_offset.y), max(1, self.size.height)
        if not top <= line < top + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False)
