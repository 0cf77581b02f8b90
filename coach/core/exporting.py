"""Attempts as lines for other programs: one JSON object, or one row of a table."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis.findings import HedgeStatus, Tier
from coach.core.attempt import Attempt
from coach.core.plain import plain
from coach.core.scorecard import Scorecard
from coach.core.wire import Json, attempt_json

Cell = str | int | float | None
"""One value of a table; None is an empty cell."""

COLUMNS = (
    "attempt",
    "item",
    "title",
    "created_at",
    "source",
    "state",
    "score",
    "level",
    "duration_s",
    "words",
    "wpm",
    "longest_pause_s",
    "fillers",
    "fillers_per_min",
    "open_hedges",
    "numbers",
    "ideas_said",
    "ideas_missed",
    "traps_hit",
    "checks_failed",
    "capped_by",
    "fix_next",
    "note",
    "text",
)
"""Heads of the table; the order is a public interface, new ones come last."""

_ABSOLUTE = re.compile(r"(?<![\w.<>/])(?:~|/(?=[^\s/]))[^\s;:,'\"()]*/([^\s/;:,'\"()]*)")
_FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
_FORMULA_WIDE = ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Exported:
    """One attempt with what is told besides it."""

    attempt: Attempt
    title: str = ""
    """Title of its item; empty when the item is no longer in the content."""
    note: str = ""
    """The candidate's own note."""
    folders: tuple[str, ...] = ()
    """Folders of this machine, whose names are taken out of what is handed on."""


def export_json(exported: Exported) -> Json:
    """The attempt as `coach attempts --json` shows it, with title, note and the whole transcript."""
    attempt = exported.attempt
    found = attempt_json(attempt)
    said = attempt.transcript
    return {
        **found,
        "ended": without_paths(attempt.ended, exported.folders),
        "error": without_paths(attempt.error, exported.folders),
        "title": exported.title,
        "note": exported.note,
        "audio": file_name(attempt.audio),
        "transcript": None
        if said is None
        else {
            "text": said.text,
            "engine": None if said.engine is None else without_paths(said.engine, exported.folders),
            "model": None if said.model is None else without_paths(said.model, exported.folders),
            "words": [
                {"text": w.text, "start_s": w.start_s, "end_s": w.end_s, "probability": w.probability}
                for w in said.words
            ],
        },
    }


def export_line(exported: Exported) -> str:
    """The JSON object on one line; characters that a terminal might obey are written as their JSON escapes."""
    return "".join(_escaped(c) for c in json.dumps(export_json(exported), ensure_ascii=False))


def export_row(exported: Exported) -> tuple[Cell, ...]:
    """The attempt under the heads of COLUMNS; no text in it begins a formula."""
    attempt, card = exported.attempt, exported.attempt.scorecard
    cells: tuple[Cell, ...] = (
        attempt.id,
        attempt.item,
        exported.title,
        attempt.created_at.isoformat(),
        str(attempt.source),
        str(attempt.state),
        *_figures(attempt, card),
        exported.note,
        attempt.transcript.text if attempt.transcript else None,
    )
    return tuple(harmless_cell(cell) if isinstance(cell, str) else cell for cell in cells)


def harmless_cell(text: str) -> str:
    """The text as a cell that a spreadsheet shows and never calculates.

    A spreadsheet takes a cell that begins with = + - @ for a formula (OWASP, "CSV Injection"); an apostrophe before it
    makes it text. Control characters go, so that neither a tab nor a line break hides such a beginning.
    """
    shown = plain(text)
    begins = text.lstrip(), shown.lstrip()
    return f"'{shown}" if any(b.startswith((*_FORMULA, *_FORMULA_WIDE)) for b in begins) else shown


def without_paths(text: str, folders: Sequence[str] = ()) -> str:
    """A sentence without places of this machine: of every path only the last name stays.

    `folders` are folders known by name, which may have blanks in them.
    """
    for folder in sorted((f.rstrip("/") for f in folders if f.strip("/")), key=len, reverse=True):
        text = re.sub(rf"{re.escape(folder)}(?![^/\s;:,'\")])/?", "", text)
    return _ABSOLUTE.sub(r"\1", text)


def file_name(name: str | None) -> str | None:
    """The bare name of a file, whatever was stored as its name."""
    return None if name is None else name.replace("\\", "/").rsplit("/", 1)[-1]


def _figures(attempt: Attempt, card: Scorecard | None) -> tuple[Cell, ...]:
    if card is None:
        return (None, None, _rounded(attempt.duration_s), *(None,) * 13)
    delivery, found = card.analysis.delivery, card.analysis
    return (
        round(card.score, 1),
        str(card.level),
        _rounded(attempt.duration_s),
        delivery.words,
        _rounded(delivery.wpm),
        _rounded(delivery.longest_pause_s),
        sum(f.tier is not Tier.UNCERTAIN for f in found.fillers),
        _rounded(delivery.fillers_per_min),
        sum(h.status is HedgeStatus.UNRESOLVED for h in found.it_depends),
        len(found.numbers),
        " ".join(e.id for e in card.elements if e.met),
        " ".join(e.id for e in card.elements if not e.met),
        " ".join(t.id for t in card.traps if t.hit),
        " ".join(c.id for c in card.checks if not c.passed),
        card.capped_by or "",
        card.fix_next,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _escaped(char: str) -> str:
    """The character, or its JSON escape; outside strings JSON on one line has printable characters and blanks only."""
    if char.isprintable():
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[i : i + 2], 'big'):04x}" for i in range(0, len(units), 2))
