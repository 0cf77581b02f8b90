"""Which item to practise now, and where each item stands; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.core.attempt import ItemRecord
from coach.core.drill import Item, Kind
from coach.core.library import Library

_NOTHING: Mapping[str, int] = {}


class Standing(StrEnum):
    """Where an item stands."""

    NEW = "never tried"
    DUE = "due"
    """The last try was below senior."""
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The one thing to do now."""

    item: Item
    why: str


def standing(library: Library, item: Item, record: ItemRecord | None) -> Standing:
    """Whether an item was never tried, needs another try, or is held at the level its rubric calls senior."""
    if record is None or not record.attempts:
        return Standing.NEW
    return Standing.GOOD if record.last >= library.rubric_of(item).bands.senior else Standing.DUE


def suggest(
    library: Library, records: Mapping[str, ItemRecord], due: Mapping[str, int] = _NOTHING
) -> Suggestion | None:
    """The item with the most lines due, else the first never tried, else the one with the lowest last score.

    Of two with the same score the one tried longest ago. Glossary cards have a run of their own and are not proposed
    while anything else is.
    """
    waiting = [i for i in due if i in library.items and library.items[i].kind is not Kind.TERM]
    if waiting:
        lines = due[waiting[0]]
        return Suggestion(library.items[waiting[0]], f"due again: {lines} {'line' if lines == 1 else 'lines'} of it")
    untried = [i for i in library.items.values() if standing(library, i, records.get(i.id)) is Standing.NEW]
    untried.sort(key=lambda i: i.kind is Kind.TERM)
    if untried:
        return Suggestion(untried[0], "never tried")
    tried = [records[i] for i in library.items if i in records]
    if not tried:
        return None
    weakest = min(tried, key=lambda r: (r.last, r.last_at))
    return Suggestion(library.items[weakest.item], f"your lowest score: {weakest.last:.0f} of 100")
