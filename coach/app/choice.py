"""Which item to practise now, and where each item stands; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.core.attempt import ItemRecord
from coach.core.drill import Item
from coach.core.library import Library


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


def suggest(library: Library, records: Mapping[str, ItemRecord]) -> Suggestion | None:
    """The first item never tried, else the one whose last score is lowest (the longest ago, when two tie)."""
    untried = [i for i in library.items.values() if standing(library, i, records.get(i.id)) is Standing.NEW]
    if untried:
        return Suggestion(untried[0], "never tried")
    tried = [records[i] for i in library.items]
    if not tried:
        return None
    weakest = min(tried, key=lambda r: (r.last, r.last_at))
    return Suggestion(library.items[weakest.item], f"your lowest score: {weakest.last:.0f} of 100")
