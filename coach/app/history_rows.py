"""Attempts and search results as table cells; pure."""

from datetime import datetime

from rich.text import Text

from coach.app.signs import Signs
from coach.app.wording import STATE, clock, when
from coach.core.history import AttemptLine, Hit

WIDE = 100
"""From this many columns on there is room for pace and origin."""

_PADDING = 2
"""Cells that a table leaves around each column."""

Column = tuple[str, int]
"""Name and width."""


def line_columns(width: int, *, of_item: bool) -> list[Column]:
    """The columns of the table on a screen of that width; the name of the item takes what is left."""
    columns: list[Column] = [("When", 14), ("Score", 5), ("Verdict", 12), ("Fillers", 9)]
    if width >= WIDE or of_item:
        columns += [("Pace", 7)]
    columns += [("Length", 6)]
    if width >= WIDE or of_item:
        columns += [("From", 10)]
    if not of_item:
        used = sum(each + _PADDING for _, each in columns) + _PADDING
        columns.insert(1, ("Item", max(16, width - used - 3)))
    return columns


def line_cells(line: AttemptLine, title: str, columns: list[Column], now: datetime, signs: Signs) -> list[Text]:
    """One attempt."""
    none = signs.dash
    found = {
        "When": Text(when(line.created_at, now)),
        "Item": Text(signs.line(title)),
        "Score": _right(f"{line.score:.0f}" if line.score is not None else none),
        "Verdict": Text(str(line.level) if line.level else STATE[line.state]),
        "Fillers": _right(f"{line.fillers_per_min:.1f}/min" if line.fillers_per_min is not None else none),
        "Pace": _right(f"{line.wpm:.0f} wpm" if line.wpm is not None else none),
        "Length": _right(clock(line.duration_s) if line.duration_s is not None else none),
        "From": Text(str(line.source).replace("_", " ")),
    }
    cells = [found[name] for name, _ in columns]
    for cell, (name, width) in zip(cells, columns, strict=True):
        if name == "Item":
            cell.plain = signs.cut(cell.plain, width)
    return cells


def hit_columns(width: int) -> list[Column]:
    """The column of what a search found."""
    return [("Said", max(40, width - _PADDING - 5))]


def hit_cells(hit: Hit, title: str, width: int, now: datetime, signs: Signs, style: str) -> list[Text]:
    """One answer on two lines: when, item, verdict; then its second and the words with brackets around the found."""
    line = hit.line
    verdict = f"  {line.score:.0f} {line.level}" if line.score is not None else ""
    head = f"{when(line.created_at, now):<14}{signs.cut(title, width - 14 - len(verdict))}{verdict}"
    said = Text(f"{clock(hit.at_s) if hit.at_s is not None else '':>5}  ").append_text(marked(hit, signs, style))
    said.truncate(width, overflow="crop")
    return [Text.assemble((head, "bold"), "\n", said)]


def marked(hit: Hit, signs: Signs, style: str) -> Text:
    """The snippet with what was searched in brackets and in a style of its own."""
    text = Text(signs.pause if hit.snippet.cut_before else "")
    at = 0
    for mark in hit.snippet.marks:
        text.append(signs.line(hit.snippet.text[at : mark.start]))
        text.append(f"[{signs.line(hit.snippet.text[mark.start : mark.end])}]", style)
        at = mark.end
    text.append(signs.line(hit.snippet.text[at:]))
    return text.append(signs.pause if hit.snippet.cut_after else "")


def _right(text: str) -> Text:
    return Text(text, justify="right")
