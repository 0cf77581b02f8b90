"""Text from outside made harmless to show: no control character ever reaches a terminal.

Both functions replace one character by one, so that character offsets into the text stay true.
"""

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a control character stood."""

_ASCII = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{HORIZONTAL ELLIPSIS}": ".",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{MULTIPLICATION SIGN}": "x",
        "\N{MIDDLE DOT}": "-",
        "\N{BULLET}": "*",
        "\N{NO-BREAK SPACE}": " ",
        REPLACEMENT: "?",
    }
)


def plain(text: str) -> str:
    """The text without anything a terminal would obey: escapes, other controls, direction overrides.

    Line breaks stay, tabs become blanks, every other such character becomes REPLACEMENT.
    """
    return "".join(_harmless(c) for c in text)


def one_line(text: str) -> str:
    """The harmless text on one line: line breaks become blanks."""
    return plain(text).replace("\n", " ")


def ascii_twin(text: str) -> str:
    """The text for a terminal that shows ASCII only: typographic signs by their twin, letters without accents."""
    return "".join(_ascii(c) for c in text.translate(_ASCII))


def _harmless(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    if char == "\t" or unicodedata.category(char) in {"Zs", "Zl", "Zp"}:
        return " "
    return REPLACEMENT


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else "?"
