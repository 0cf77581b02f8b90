"""What the pad needs of the outside world: a bench that runs queries, a reader of their shape, a place for texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coach.core.sql_check import Ran, Row
from coach.core.sql_task import SqlConstruct


@dataclass(frozen=True, slots=True)
class Refused:
    """A query that gave no rows."""

    message: str
    """Why, in a sentence or in the engine's words."""
    line: int | None = None
    """The line the engine points at, from 1."""


@dataclass(frozen=True, slots=True)
class TableSample:
    """One table as it is shown to the candidate."""

    name: str
    columns: tuple[tuple[str, str], ...]
    """Name and SQL type of each column."""
    rows: tuple[Row, ...]
    """Its first rows."""
    count: int
    """How many rows there are."""


@dataclass(frozen=True, slots=True)
class ConstructResult:
    """Whether one requirement on the shape is met."""

    name: str
    met: bool
    why: str
    """What goes wrong without it."""


@dataclass(frozen=True, slots=True)
class PadVerdict:
    """What became of one run."""

    right: bool
    """Whether the rows are right on every set of rows and everything required is there."""
    message: str
    """The verdict in a sentence, or the engine's message."""
    line: int | None = None
    """The line that the message is about, from 1."""
    columns: tuple[str, ...] = ()
    """The columns of the rows below."""
    missing: tuple[Row, ...] = ()
    """Rows that should be there, the first of them."""
    extra: tuple[Row, ...] = ()
    """Rows that should not be there, the first of them."""
    missing_count: int = 0
    extra_count: int = 0
    constructs: tuple[ConstructResult, ...] = ()


@dataclass(frozen=True, slots=True)
class PadRun:
    """A run that was kept."""

    id: int
    item: str
    created_at: datetime
    text: str
    verdict: PadVerdict


class SqlBench(Protocol):
    """Small tables that queries are run against; the same seed gives the same rows."""

    @property
    def tables(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Every table there is, with name and SQL type of its columns."""
        ...

    def sample(self, tables: Sequence[str], seed: int, rows: int) -> tuple[TableSample, ...]:
        """The first rows of some tables."""
        ...

    def run(self, sql: str, tables: Sequence[str], seed: int) -> Ran | Refused:
        """Run one query; never raises for anything that somebody typed."""
        ...


class SqlReader(Protocol):
    """Reads the shape of a query."""

    def read(self, sql: str, constructs: Sequence[SqlConstruct]) -> tuple[ConstructResult, ...]:
        """Which requirements are met; none of them when the query cannot be read."""
        ...


class PadStore(Protocol):
    """Where the texts of pads live. Each call is durable when it returns; every method raises StorageError."""

    def save(self, item: str, text: str) -> None:
        """Keep the text of an item's pad as it stands; the text saved before gives way."""
        ...

    def keep(self, item: str, text: str, verdict: PadVerdict) -> None:
        """Keep a run for good."""
        ...

    def text(self, item: str) -> str | None:
        """The text that stood on the item's pad last; None when there was none."""
        ...

    def runs(self, item: str | None = None) -> list[PadRun]:
        """The runs, newest first; of one item when it is named."""
        ...
