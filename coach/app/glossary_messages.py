"""What the screens of the glossary tell."""

from dataclasses import dataclass

from textual.message import Message

from coach.core.attempt import Attempt, ItemRecord
from coach.core.deck import CardState
from coach.core.drill import Item
from coach.core.practice import LiveTake


@dataclass
class GlossaryWanted(Message):
    """The candidate wants to see the terms."""


@dataclass
class CardsRead(Message):
    """How well each card is known."""

    cards: list[CardState]
    records: dict[str, ItemRecord]


@dataclass
class RapidWanted(Message):
    """The candidate wants cards in rapid fire."""

    items: tuple[Item, ...]
    typed: bool
    """Whether the answers are typed."""


@dataclass
class RapidStarted(Message):
    """The microphone is open for one card."""

    live: LiveTake


@dataclass
class RapidTaken(Message):
    """The answer to a card is on disk."""

    attempt: Attempt


@dataclass
class RapidScored(Message):
    """An answer to a card has its verdict."""

    attempt: Attempt


@dataclass
class RapidFailed(Message):
    """An answer to a card could not be judged; it is kept."""

    item: str
    sentence: str


@dataclass
class RapidEnded(Message):
    """The run is over."""

    items: tuple[Item, ...]
    attempts: dict[str, Attempt]
    """The scored attempt of each card that was answered."""
    failed: dict[str, str]
    """Why a card has no verdict, by item."""
