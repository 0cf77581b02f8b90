"""The frame of a page that stands by itself: no script, no network, nothing in it that was said acts as HTML."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from coach.core.plain import plain
from coach.core.report_style import STYLE


def safe(text: str) -> str:
    """The text as HTML that shows it as it is, in an element or in a quoted attribute; no control characters."""
    return escape(plain(text), quote=True)


def content_policy() -> str:
    """What the browser may do with the page: show it with its own style sheet and the sounds inside it, no more."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; media-src data:; base-uri 'none'; form-action 'none'"


def page(title: str, body: Iterable[str]) -> Iterator[str]:
    """The whole page in pieces, in order; `body` is HTML made with `safe`."""
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{safe(content_policy())}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    yield from body
    yield "</body>\n</html>\n"


def table(heads: Iterable[tuple[str, bool]], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table; each head says whether its column holds figures, each cell is HTML made with `safe`."""
    columns = list(heads)
    classes = [' class="n"' if figures else "" for _, figures in columns]
    names = "".join(f'<th scope="col"{c}>{safe(name)}</th>' for (name, _), c in zip(columns, classes, strict=True))
    yield f'<div class="scroll"><table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n'
    for row in rows:
        yield f"<tr>{''.join(f'<td{c}>{cell}</td>' for cell, c in zip(row, classes, strict=True))}</tr>\n"
    yield "</tbody></table></div>\n"
