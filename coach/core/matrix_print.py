"""The story matrix as one printed page: the cells in the order of the guide, Markdown and HTML."""

import re
from collections.abc import Sequence
from html import escape

from coach.core.plain import plain
from coach.core.stories import Axis, Column, Story

TITLE = "Story matrix"
HEADINGS = ("#", "Theme", *(c.heading for c in Column), "Length")
"""What stands over the columns of the printed page."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def printed_rows(matrix: Sequence[Story]) -> tuple[tuple[str, ...], ...]:
    """The cells of the page, one tuple a story, one for an axis without a story; harmless text, line breaks kept."""
    rows: list[tuple[str, ...]] = []
    for number, axis in enumerate(Axis, start=1):
        stories = [s for s in matrix if s.axis is axis]
        if not stories:
            rows.append((str(number), axis.label, *("" for _ in Column), ""))
        for story in stories:
            theme = axis.label if story.title == axis.label else f"{axis.label}: {story.title}"
            cells = (printed_cell(story, column) for column in Column)
            rows.append((str(number), plain(theme), *cells, f"{story.length_s:.0f} s"))
    return tuple(rows)


def printed_cell(story: Story, column: Column) -> str:
    """A cell as it is read on paper."""
    if column is not Column.JUDGMENT:
        return plain(str(getattr(story, column)))
    ways = " or ".join(story.judgment.options)
    return plain(": ".join(part for part in (ways, story.judgment.choice) if part))


def matrix_markdown(matrix: Sequence[Story]) -> str:
    """A Markdown table; nothing in a story can break it."""
    lines = [f"# {TITLE}", "", _markdown_row(HEADINGS), "|" + " --- |" * len(HEADINGS)]
    lines += [_markdown_row(row) for row in printed_rows(matrix)]
    return "\n".join(lines) + "\n"


def _markdown_row(cells: Sequence[str]) -> str:
    safe = (_MARKDOWN.sub(r"\\\1", " ".join(c.split())) for c in cells)
    return f"| {' | '.join(safe)} |"


def matrix_html(matrix: Sequence[Story]) -> str:
    """A page of HTML that prints on one A4 sheet, landscape; its text is text, whatever a story holds."""
    head = "".join(f"<th>{escape(h)}</th>" for h in HEADINGS)
    body = "\n".join("<tr>" + "".join(_html_cell(c) for c in row) + "</tr>" for row in printed_rows(matrix))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{TITLE}</title>
<style>
@page {{ size: A4 landscape; margin: 10mm; }}
body {{ font: {_font_pt(matrix):g}pt/1.3 sans-serif; color: #111; margin: 0; }}
h1 {{ font-size: 1.4em; margin: 0 0 .5em; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
th, td {{ border: 1px solid #888; padding: .3em .4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }}
th:first-child {{ width: 2%; }} th:nth-child(2) {{ width: 11%; }} th:last-child {{ width: 5%; }}
td {{ white-space: pre-line; }}
</style>
</head>
<body>
<h1>{TITLE}</h1>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody>
</table>
</body>
</html>
"""


def _html_cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def _font_pt(matrix: Sequence[Story]) -> float:
    """A size at which the text of all cells fits one sheet.

    A sheet of 277 by 190 mm holds about 9,000 characters at 7 pt in these columns, and the fewer the larger they are:
    the room of a character grows with the square of its size.
    """
    characters = max(1, sum(len(c) for row in printed_rows(matrix) for c in row))
    return float(max(3.0, min(10.0, round(7 * (6_000 / characters) ** 0.5 * 2) / 2)))
