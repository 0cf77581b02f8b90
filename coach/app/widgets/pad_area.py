"""The page that code is typed on."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import TextArea
from textual.widgets.text_area import LanguageDoesNotExist

from coach.app.bindings import key
from coach.app.pad_look import code_look
from coach.app.theme import DARK, LIGHT

INDENT = 2
"""Blanks that the tab key puts in for SQL; Python gets twice as many."""


class PadArea(TextArea):
    """A text area with line numbers, colours where the grammar is installed, and a tab key that indents."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "indent", "indent", "Put blanks in up to the next step.", "pad.indent", show=False),
    ]

    def __init__(self, language: str) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=True, tab_behavior="focus", compact=True)
        self._grammar = language
        self.indent_width = INDENT if language == "sql" else 2 * INDENT

    def on_mount(self) -> None:
        """Colours, and the page empty until the text that stood on it is known."""
        try:
            self.language = self._grammar
        except LanguageDoesNotExist:
            self.language = None
        self.register_theme(code_look(DARK))
        self.register_theme(code_look(LIGHT))
        self.watch(self.app, "theme", self._follow)

    def _follow(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name

    def action_indent(self) -> None:
        """Blanks up to the next step."""
        self.insert(" " * (self.indent_width - self.cursor_location[1] % self.indent_width))
