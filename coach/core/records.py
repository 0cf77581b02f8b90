"""Records that people edit in the app and by hand at once: three versions of them brought together, nothing lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from pydantic import ConfigDict, model_validator

from coach.core.drill import Identifier, Strict
from coach.core.ports import CoachError


class HandEdited(Strict):
    """A value that people write by hand: a number where words are expected is its words, nothing is the default."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_the_default(cls, data: Any) -> Any:
        return {k: v for k, v in data.items() if v is not None} if isinstance(data, dict) else data


class Record(HandEdited):
    """One entry of a file that people edit."""

    id: Identifier
    """Stable name within its file."""


R = TypeVar("R", bound=Record)


class Side(StrEnum):
    """Whose value is kept where both changed the same thing."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same thing was changed here and on disk."""

    record: str
    """Id of the record."""
    field: str
    """Name of the field; empty when one side removed the whole record."""
    mine: Any
    """The value here; None for a removed record."""
    theirs: Any
    """The value on disk; None for a removed record."""

    @property
    def place(self) -> tuple[str, str]:
        """What is in conflict, as the key under which it is settled."""
        return self.record, self.field


Settled = Mapping[tuple[str, str], Side]
"""Whose value wins, by record and field."""


class Clashing(CoachError):
    """Something was changed here and on disk; the file is as it was until each conflict is settled."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        names = ", ".join(f"{c.record} {c.field}".strip() for c in conflicts)
        super().__init__(f"Changed here and on disk: {names}; choose which to keep.")
        self.conflicts = tuple(conflicts)


@dataclass(frozen=True, slots=True)
class Book(Generic[R]):
    """What a file held when it was read."""

    records: tuple[R, ...] = ()
    stamp: str = ""
    """Tells one state of the file from another; empty when there is no file."""

    def get(self, record_id: str) -> R | None:
        """The record of that id."""
        return next((r for r in self.records if r.id == record_id), None)


class RecordBook(Protocol[R]):
    """A file of records; every method may be slow."""

    def load(self) -> Book[R]:
        """Read the file; an empty book when there is none. Raises ContentError naming the line at fault."""
        ...

    def stamp(self) -> str:
        """Which state the file is in; cheap. Never raises."""
        ...

    def save(self, base: Book[R], mine: Sequence[R], settled: Settled | None = None) -> Book[R]:
        """Write what changed from `base` to `mine` into the file as it is by now; the book that it holds then.

        What others changed since `base` stays. Raises Clashing when both changed the same and `settled` does not say
        whose value wins, ContentError when the file has an error (it is left alone), StorageError.
        """
        ...


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """Three versions brought together."""

    records: tuple[R, ...]
    conflicts: tuple[Conflict, ...]
    """What both sides changed and nobody settled; `records` has their value there."""


def merge(base: Sequence[R], mine: Sequence[R], theirs: Sequence[R], settled: Settled | None = None) -> Merged[R]:
    """My changes since `base` laid over theirs, field by field.

    The order is theirs, what I added comes last. Ids must be unique within each version.
    """
    old, here, there = ({r.id: r for r in version} for version in (base, mine, theirs))
    chosen = settled or {}
    conflicts: list[Conflict] = []
    merged: list[R] = []
    for record_id in dict.fromkeys((*there, *here)):
        one = _merge_one(old.get(record_id), here.get(record_id), there.get(record_id), chosen, conflicts)
        if one is not None:
            merged.append(one)
    return Merged(tuple(merged), tuple(conflicts))


def _merge_one(
    old: R | None, mine: R | None, theirs: R | None, settled: Settled, conflicts: list[Conflict]
) -> R | None:
    if mine in (old, theirs):
        return theirs
    if theirs == old:
        return mine
    if mine is None or theirs is None:
        known = mine if mine is not None else theirs
        side = settled.get((known.id, "")) if known is not None else None
        if side is None and known is not None:
            conflicts.append(Conflict(known.id, "", mine, theirs))
        return mine if side is Side.MINE else theirs
    changes: dict[str, Any] = {}
    for name, field in type(mine).model_fields.items():
        before = getattr(old, name) if old is not None else field.get_default(call_default_factory=True)
        here, there = getattr(mine, name), getattr(theirs, name)
        if here in (before, there):
            continue
        side = Side.MINE if there == before else settled.get((mine.id, name))
        if side is None:
            conflicts.append(Conflict(mine.id, name, here, there))
        elif side is Side.MINE:
            changes[name] = here
    return theirs.model_copy(update=changes)
