"""The project ledger: what moved, what stayed flat, what should still change, each a figure (guide, part 6, scar 5)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from coach.core.analysis.numbers import find_numbers
from coach.core.drill import Item, Line
from coach.core.records import HandEdited, Record
from coach.core.transcript import Transcript


def _as_written(value: object) -> object:
    """YAML reads a bare date as a date and a bare year as a number; both are taken as written."""
    return value.isoformat() if isinstance(value, dt.date) else value


PartialDate = Annotated[
    str, BeforeValidator(_as_written), Field(pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$")
]
"""A year, a month or a day (2026, 2026-03, 2026-03-31), or empty: people remember what they remember."""


class LedgerFigure(HandEdited):
    """One number of a project."""

    what: Line
    """What is counted, in the words you would say: `duplicate rate`."""
    value: Annotated[float, Field(allow_inf_nan=False)]
    """Its value, in `unit`."""
    unit: Annotated[str, Field(min_length=1, max_length=40)]
    """The unit as it is said: %, hours, dollars a month."""
    baseline: Annotated[float | None, Field(allow_inf_nan=False)] = None
    """What it was before, in the same unit."""
    date: PartialDate = ""
    """When it was measured."""
    note: Annotated[str, Field(max_length=4000)] = ""
    """How it was measured, or what it was worth."""

    @property
    def text(self) -> str:
        """The figure in a few words: `duplicate rate 2.3 -> 0.3 %`."""
        before = f"{self.baseline:,g} -> " if self.baseline is not None else ""
        return f"{self.what} {before}{amount(self.value)} {self.unit}"


def amount(value: float) -> str:
    """A value with its thousands parted: 35,000 or 0.3."""
    return f"{value:,.10g}"


class Part(StrEnum):
    """The three numbers of a project."""

    MOVED = "moved"
    FLAT = "flat"
    CHANGE = "change"

    @property
    def heading(self) -> str:
        """What is asked."""
        return {"moved": "What moved", "flat": "What stayed flat", "change": "Would still change"}[self]


class Project(Record):
    """One project on the résumé."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    """What it is called on the résumé."""
    period: Annotated[str, BeforeValidator(_as_written), Field(max_length=60)] = ""
    """When it was."""
    moved: LedgerFigure | None = None
    """The number that moved."""
    flat: LedgerFigure | None = None
    """The number that was watched and stayed flat, on purpose."""
    change: LedgerFigure | None = None
    """The number that you would still change."""

    def figures(self) -> Iterator[tuple[Part, LedgerFigure]]:
        """The figures there are, with the part each plays."""
        for part in Part:
            figure = getattr(self, part)
            if figure is not None:
                yield part, figure

    def missing(self) -> tuple[str, ...]:
        """What an interviewer would miss: figures, and baselines and dates of those there are."""
        found: list[str] = []
        for part in Part:
            figure: LedgerFigure | None = getattr(self, part)
            if figure is None:
                found.append(f"{part.heading.lower()}?")
                continue
            if figure.baseline is None:
                found.append(f"{part}: baseline?")
            if not figure.date:
                found.append(f"{part}: date?")
        return tuple(found)


def measured(value: float, unit: str) -> tuple[float, str]:
    """A value and its unit as the number finder reads them in speech: (4, TB) is (4e12, bytes).

    A unit that it does not know stays as it is, in lower case.
    """
    read = find_numbers(Transcript.typed(f"{abs(value):.10f}".rstrip("0").rstrip(".") + f" {unit}"))
    if len(read) == 1:
        return read[0].value, read[0].unit
    return abs(value), unit.strip().lower()


DRILLED = "behavioral-project-shipped"
"""The item whose rubric judges the drill on a project."""


def drill_of(project: Project, like: Item) -> Item:
    """The drill on a project's three numbers: judged and timed as the item `like`, answered by what the ledger has."""
    answer = ". ".join(f"{part.heading}: {figure.text}" for part, figure in project.figures())
    return like.model_copy(
        update={
            "id": f"ledger-{project.id}"[:80].rstrip("-"),
            "title": f"{project.name[:90]}, in three numbers",
            "prompt": f"{project.name}: what moved, what stayed flat, and what would you still change?",
            "model_answer": answer or "The ledger has no figure of this project yet.",
            "follow_ups": (),
            "tags": ("ledger",),
            "source": "",
        }
    )


def drills_of(projects: Sequence[Project], like: Item | None) -> dict[str, Item]:
    """The drills on all projects by id; none when there is no item to follow."""
    return {} if like is None else {d.id: d for d in (drill_of(p, like) for p in projects)}
