"""What should be practised again, and when: one memory for each line of each rubric, graded by the score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coach.core.rubric import Level
from coach.core.scorecard import ElementResult, Scorecard

EASY_SCORE = 90.0
"""From this total of a senior answer its ideas count as easy."""


class Grade(StrEnum):
    """How a line was remembered, as the score shows it and never as it felt."""

    AGAIN = "again"
    """It was not said."""
    HARD = "hard"
    """It was said in an answer that is otherwise junior."""
    GOOD = "good"
    """It was said."""
    EASY = "easy"
    """It was said in an excellent answer."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of one line of one item's rubric (free spaced repetition: stability in days, difficulty 1-10)."""

    item: str
    line: str
    """Id of the element."""
    due: datetime
    stability: float | None
    difficulty: float | None
    state: int
    """1 learning, 2 review, 3 relearning."""
    step: int | None
    """Which learning step; None in review."""
    last_review: datetime | None
    reviews: int = 0
    lapses: int = 0
    """How often it was missed."""


class Scheduler(Protocol):
    """Knows when something will be forgotten."""

    def review(self, memory: Memory | None, item: str, line: str, grade: Grade, at: datetime) -> Memory:
        """The memory after one more try; None before the first."""
        ...

    def retrievability(self, memory: Memory, at: datetime) -> float:
        """The chance, 0 to 1, that the line would be said now."""
        ...


class Memories(Protocol):
    """Where memories live; raises StorageError."""

    def of_item(self, item: str) -> Mapping[str, Memory]:
        """The memories of an item's lines by line."""
        ...

    def all(self) -> list[Memory]:
        """Every memory there is."""
        ...

    def keep(self, memories: Sequence[Memory], attempt: str) -> None:
        """Keep memories after an attempt, which is counted once however often it is kept."""
        ...

    def counted(self, attempt: str) -> bool:
        """Whether an attempt has been counted."""
        ...


def grade(element: ElementResult, card: Scorecard) -> Grade:
    """How one line was remembered."""
    if not element.met:
        return Grade.AGAIN
    if card.level is Level.JUNIOR:
        return Grade.HARD
    return Grade.EASY if card.level is Level.SENIOR and card.score >= EASY_SCORE else Grade.GOOD


def remember(card: Scorecard, known: Mapping[str, Memory], scheduler: Scheduler, at: datetime) -> list[Memory]:
    """The memories of an item's lines after an answer."""
    return [scheduler.review(known.get(e.id), card.item, e.id, grade(e, card), at) for e in card.elements]


def due_now(item: str, lines: Iterable[str], at: datetime) -> list[Memory]:
    """Memories that bring an item up at once, before its first answer."""
    return [Memory(item, line, at, None, None, 1, 0, None) for line in lines]


def due_items(memories: Iterable[Memory], at: datetime) -> dict[str, int]:
    """Items with lines that are due, with how many, the most first."""
    counts: dict[str, int] = {}
    for memory in memories:
        if memory.due <= at:
            counts[memory.item] = counts.get(memory.item, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
