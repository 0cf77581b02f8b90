"""Which glossary cards to take next: those that are due, those that are weakest, those of one letter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.core.drill import Item, Kind
from coach.core.schedule import Memory

RAPID_CARDS = 12
"""Cards of one rapid-fire run: two minutes at ten seconds each."""

Chance = Callable[[Memory, datetime], float]
"""The chance, 0 to 1, that a line would be said at a moment."""


class Order(StrEnum):
    """How the cards are laid out."""

    DUE = "due first"
    WEAKEST = "weakest first"
    LETTER = "by letter"


@dataclass(frozen=True, slots=True)
class CardState:
    """One card and how well it is known."""

    item: Item
    chance: float | None
    """The chance of saying its hardest concept now; None when it was never tried."""
    due: datetime | None
    """When it should come again; None when it was never tried."""
    lapses: int
    """How often a concept of it was missed."""

    @property
    def letter(self) -> str:
        """The letter it is filed under."""
        return self.item.title[:1].upper()

    def is_due(self, at: datetime) -> bool:
        """Whether it was tried and should come again."""
        return self.due is not None and self.due <= at


def card_states(items: Iterable[Item], memories: Iterable[Memory], chance: Chance, at: datetime) -> list[CardState]:
    """The glossary cards among the items; a card is as well known as its least known concept."""
    by_item: dict[str, list[Memory]] = {}
    for memory in memories:
        by_item.setdefault(memory.item, []).append(memory)
    return [_state(i, by_item.get(i.id, []), chance, at) for i in items if i.kind is Kind.TERM]


def laid_out(cards: Sequence[CardState], order: Order, at: datetime, letter: str = "") -> list[CardState]:
    """The cards in order, of one letter when it is named."""
    kept = [c for c in cards if not letter or c.letter == letter]
    if order is Order.WEAKEST:
        return sorted(kept, key=lambda c: (c.chance is None, c.chance or 0.0, -c.lapses, c.item.title.casefold()))
    if order is Order.DUE:
        return sorted(kept, key=lambda c: (_rank(c, at), c.chance or 0.0, c.item.title.casefold()))
    return sorted(kept, key=lambda c: c.item.title.casefold())


def rapid_run(cards: Sequence[CardState], order: Order, at: datetime, letter: str = "") -> tuple[Item, ...]:
    """The cards of one rapid-fire run."""
    return tuple(c.item for c in laid_out(cards, order, at, letter)[:RAPID_CARDS])


def letters(cards: Iterable[CardState]) -> tuple[str, ...]:
    """The letters that have a card."""
    return tuple(sorted({c.letter for c in cards}))


def _state(item: Item, memories: Sequence[Memory], chance: Chance, at: datetime) -> CardState:
    if not memories:
        return CardState(item, None, None, 0)
    return CardState(
        item, min(chance(m, at) for m in memories), min(m.due for m in memories), sum(m.lapses for m in memories)
    )


def _rank(card: CardState, at: datetime) -> int:
    """Due, then never tried, then what is still known."""
    return 0 if card.is_due(at) else 1 if card.due is None else 2
