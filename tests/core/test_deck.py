"""Which cards come next: due before new before known, the weakest first."""

from datetime import UTC, datetime, timedelta

from coach.core.deck import RAPID_CARDS, Order, card_states, laid_out, letters, rapid_run
from coach.core.drill import Item
from coach.core.glossary import Card, item_of
from coach.core.schedule import Memory

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
CHANCES = {"known": 0.95, "shaky": 0.5, "gone": 0.2}


def card(term: str) -> Item:
    return item_of(Card(term=term, says="x", must_mention=(("y",),)))


def memory(item: Item, line: str, due_in_h: float) -> Memory:
    return Memory(item.id, line, NOW + timedelta(hours=due_in_h), 1.0, 5.0, 2, None, NOW, 2, line == "gone")


def chance(each: Memory, _at: datetime) -> float:
    return CHANCES[each.line]


APPLE, BEAR, CLOCK, DOOR = (card(t) for t in ("Apple", "Bear", "clock", "Door"))
CARDS = card_states(
    [DOOR, CLOCK, BEAR, APPLE],
    [memory(APPLE, "known", 48), memory(BEAR, "shaky", -1), memory(CLOCK, "known", 5), memory(CLOCK, "gone", -2)],
    chance,
    NOW,
)


def titles(order: Order, letter: str = "") -> list[str]:
    return [c.item.title for c in laid_out(CARDS, order, NOW, letter)]


def test_a_card_is_as_well_known_as_its_least_known_concept() -> None:
    clock = next(c for c in CARDS if c.item is CLOCK)
    assert (clock.chance, clock.lapses, clock.is_due(NOW)) == (0.2, 1, True)


def test_due_cards_come_first_then_new_ones_then_the_known() -> None:
    assert titles(Order.DUE) == ["clock", "Bear", "Door", "Apple"]


def test_the_weakest_come_first_and_new_ones_last() -> None:
    assert titles(Order.WEAKEST) == ["clock", "Bear", "Apple", "Door"]


def test_by_letter() -> None:
    assert titles(Order.LETTER) == ["Apple", "Bear", "clock", "Door"]
    assert titles(Order.DUE, "C") == ["clock"]
    assert letters(CARDS) == ("A", "B", "C", "D")


def test_a_run_is_two_minutes_long() -> None:
    many = card_states([card(f"Term {n}") for n in range(40)], [], chance, NOW)
    assert len(rapid_run(many, Order.DUE, NOW)) == RAPID_CARDS
