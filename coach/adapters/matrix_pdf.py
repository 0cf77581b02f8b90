"""The story matrix as a PDF of one A4 page, landscape; its text shrinks until it fits."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.core.matrix_print import HEADINGS, TITLE, printed_rows
from coach.core.plain import ascii_twin
from coach.core.stories import Story

if TYPE_CHECKING:
    from fpdf import FPDF

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
"""Where systems keep their fonts."""
FONT_FILES = (
    "DejaVuSansCondensed.ttf",
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "Arial Unicode.ttf",
    "arial.ttf",
    "Arial.ttf",
)
"""Fonts with many scripts, the likeliest first."""

_MARGIN_MM = 10.0
_SHARES = (0.022, 0.118, 0.19, 0.15, 0.18, 0.15, 0.14, 0.05)
"""Share of the page's width that each column takes."""
_SIZES_PT = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
_MM_PER_PT = 25.4 / 72
_LEADING = 1.25
_PAD_MM = 1.0


def matrix_pdf(matrix: Sequence[Story], fonts: Iterable[Path] = FONT_FOLDERS) -> bytes:
    """The page; `fonts` are the folders in which a font that has all its characters is looked for.

    Without such a font characters beyond Western Europe become their nearest letter or a question mark. Text that is
    too long for the page even at 4 points is cut, with three dots.
    """
    from fpdf import FPDF

    rows = [HEADINGS, *printed_rows(matrix)]
    pdf = FPDF(orientation="landscape", unit="mm", format="A4")
    pdf.set_title(TITLE)
    pdf.set_auto_page_break(False)
    pdf.set_margin(_MARGIN_MM)
    pdf.c_margin = 0
    pdf.add_page()
    family, known = _font(pdf, {c for row in rows for cell in row for c in cell if c != "\n"}, fonts)
    rows = [tuple(_writable(cell, known) for cell in row) for row in rows]
    pdf.set_font(family, size=13)
    pdf.cell(0, 7, TITLE, new_x="LMARGIN", new_y="NEXT")
    top = pdf.get_y() + 1
    room = pdf.h - _MARGIN_MM - top
    widths = [share * pdf.epw for share in _SHARES]
    for size in _SIZES_PT:
        laid = [_laid_out(pdf, family, size, row, widths) for row in rows]
        if sum(_height(row, size) for row in laid) <= room:
            break
    else:
        laid = _cut(laid, size, room)
    _draw(pdf, laid, size, widths, top)
    return bytes(pdf.output())


_Laid = list[list[str]]
"""One row: the lines of each cell."""


def _font(pdf: "FPDF", characters: set[str], folders: Iterable[Path]) -> tuple[str, set[str] | None]:
    """The font to write with, and the characters it has; None stands for those of Latin-1."""
    best: tuple[int, Path, set[str]] | None = None
    for path in _font_files(folders):
        has = {chr(c) for c in _coverage(path)}
        found = (len(characters & has), path, has)
        if best is None or found[0] > best[0]:
            best = found
        if characters <= has:
            break
    if best is None:
        return "helvetica", None
    pdf.add_font("page", fname=best[1])
    return "page", best[2]


def _font_files(folders: Iterable[Path]) -> list[Path]:
    there = [path for folder in folders if folder.is_dir() for path in folder.rglob("*.ttf")]
    return sorted((p for p in there if p.name in FONT_FILES), key=lambda p: FONT_FILES.index(p.name))


def _coverage(path: Path) -> set[int]:
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        with TTFont(path, lazy=True) as font:
            table: Any = font.getBestCmap()
            return set(table or ())
    except (TTLibError, OSError):
        return set()


def _writable(text: str, known: set[str] | None) -> str:
    """The text with characters that the font lacks replaced."""

    def has(char: str) -> bool:
        return char == "\n" or (char in known if known is not None else ord(char) < 256)

    return "".join(c if has(c) else ascii_twin(c) for c in text)


def _laid_out(pdf: "FPDF", family: str, size: float, row: Sequence[str], widths: Sequence[float]) -> _Laid:
    """The lines of each cell at a size; a word that is too long for its column is broken."""
    pdf.set_font(family, size=size)
    return [_lines(pdf, text, width - 2 * _PAD_MM) if text else [] for text, width in zip(row, widths, strict=True)]


def _lines(pdf: "FPDF", text: str, width: float) -> list[str]:
    lines = pdf.multi_cell(width, 1, text, align="L", dry_run=True, output="LINES")
    return [str(line) for line in lines] if isinstance(lines, list) else [text]


def _height(row: _Laid, size: float) -> float:
    return max(1, *(len(lines) for lines in row)) * size * _MM_PER_PT * _LEADING + 2 * _PAD_MM


def _cut(laid: list[_Laid], size: float, room: float) -> list[_Laid]:
    """Take the last line of the highest row until all fit."""
    while sum(_height(row, size) for row in laid) > room:
        highest = max(laid, key=lambda row: max(len(lines) for lines in row))
        most = max(len(lines) for lines in highest)
        if most <= 1:
            laid.remove(highest)
            continue
        for number, lines in enumerate(highest):
            if len(lines) == most:
                highest[number] = [*lines[: most - 2], lines[most - 2].rstrip(" .")[:-3] + "..."]
    return laid


def _draw(pdf: "FPDF", laid: list[_Laid], size: float, widths: Sequence[float], top: float) -> None:
    line_mm = size * _MM_PER_PT * _LEADING
    pdf.set_line_width(0.15)
    pdf.set_draw_color(120)
    y = top
    for number, row in enumerate(laid):
        height = _height(row, size)
        x = _MARGIN_MM
        for lines, width in zip(row, widths, strict=True):
            if number == 0:
                pdf.set_fill_color(232)
                pdf.rect(x, y, width, height, style="DF")
            else:
                pdf.rect(x, y, width, height)
            for at, line in enumerate(lines):
                pdf.set_xy(x + _PAD_MM, y + _PAD_MM + at * line_mm)
                pdf.cell(width - 2 * _PAD_MM, line_mm, line)
            x += width
        y += height
