"""All items and rubrics that can be practised, by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz import process

from coach.core.drill import Item, Kind
from coach.core.follow_ups import follow_up_item
from coach.core.ports import ContentError
from coach.core.rounds import Round
from coach.core.rubric import Rubric
from coach.core.sql_task import Task


@dataclass(frozen=True, slots=True)
class Library:
    """The content in force: the built-in packs with the user's own laid over them."""

    items: Mapping[str, Item]
    """Items by id, in the order they are listed."""
    rubrics: Mapping[str, Rubric]
    """Rubrics by id; every item's rubric is among them, and those of its follow-ups."""
    rounds: Mapping[str, Round] = field(default_factory=dict)
    """The rounds of an interview loop by id."""
    tasks: Mapping[str, Task] = field(default_factory=dict)
    """What is worked at the keyboard, by the id of its item."""

    def find(self, item_id: str) -> Item | None:
        """The item of that id, a follow-up among them; None when there is none."""
        found = self.items.get(item_id)
        if found is not None:
            return found
        asked = (f for i in self.items.values() for f in i.follow_ups if f.rubric == item_id)
        if next(asked, None) is None:
            return None
        return next((f for i in self.items.values() for f in self.follow_ups(i) if f.id == item_id), None)

    def follow_ups(self, item: Item) -> tuple[Item, ...]:
        """What an interviewer asks after the answer to an item, each an item of its own."""
        return tuple(follow_up_item(item, f, self.rubrics[f.rubric]) for f in item.follow_ups)

    def item(self, item_id: str) -> Item:
        """The item of that id, a follow-up among them; raises ContentError naming the nearest id there is."""
        found = self.find(item_id)
        if found is not None:
            return found
        near = process.extractOne(item_id, self.items.keys(), score_cutoff=50)
        hint = f"did you mean '{near[0]}'?" if near else "run 'coach list' to see them all."
        raise ContentError(f"There is no item '{item_id}'; {hint}")

    def rubric_of(self, item: Item) -> Rubric:
        """The rubric that judges an item."""
        return self.rubrics[item.rubric]

    def select(self, kind: Kind | None = None, search: str = "") -> tuple[Item, ...]:
        """Items of a kind whose id, title, prompt or tags contain every searched word."""
        wanted = search.lower().split()

        def matches(item: Item) -> bool:
            haystack = " ".join((item.id, item.title, item.prompt, *item.tags)).lower()
            return all(word in haystack for word in wanted)

        return tuple(i for i in self.items.values() if (kind is None or i.kind is kind) and matches(i))
