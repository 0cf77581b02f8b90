"""All items and rubrics that can be practised, by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz import process

from coach.core.drill import Item, Kind
from coach.core.ports import ContentError
from coach.core.rounds import Round
from coach.core.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Library:
    """The content in force: the built-in packs with the user's own laid over them."""

    items: Mapping[str, Item]
    """Items by id, in the order they are listed."""
    rubrics: Mapping[str, Rubric]
    """Rubrics by id; every item's rubric is among them, and those of its follow-ups."""
    rounds: Mapping[str, Round] = field(default_factory=dict)
    """The rounds of an interview loop by id."""

    def item(self, item_id: str) -> Item:
        """The item of that id; raises ContentError naming the nearest id there is."""
        found = self.items.get(item_id)
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
