"""Colours of code on the pad, made from the look of the application."""

from rich.style import Style
from textual.theme import Theme
from textual.widgets.text_area import TextAreaTheme

_KEYWORDS = ("keyword", "keyword.operator", "keyword.return", "keyword.function", "conditional", "repeat", "include",
             "exception", "type.qualifier", "storageclass", "operator")  # fmt: skip
_NAMES = ("function", "function.call", "function.builtin", "method", "method.call", "constructor", "attribute")
_VALUES = ("string", "number", "float", "boolean", "constant", "constant.builtin", "string.escape")
_TYPES = ("type", "type.builtin", "type.definition", "type.class", "variable.builtin")


def code_look(theme: Theme) -> TextAreaTheme:
    """Few colours: words of the language, names that are called, values, types, and comments that stand back."""
    quiet = theme.variables["quiet"]
    colours = (
        (_KEYWORDS, Style(color=theme.primary)),
        (_NAMES, Style(color=theme.secondary)),
        (_VALUES, Style(color=theme.success)),
        (_TYPES, Style(color=theme.warning)),
        (("comment",), Style(color=quiet, italic=True)),
    )
    return TextAreaTheme(
        name=theme.name,
        base_style=Style(color=theme.foreground, bgcolor=theme.background),
        gutter_style=Style(color=quiet, bgcolor=theme.background),
        cursor_style=Style(color=theme.background, bgcolor=theme.foreground),
        cursor_line_style=Style(bgcolor=theme.surface),
        cursor_line_gutter_style=Style(color=theme.foreground, bgcolor=theme.surface),
        syntax_styles={name: style for names, style in colours for name in names},
    )
