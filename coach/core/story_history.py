"""What became of stories: which attempt told which, and whether the right one comes to mind for a prompt."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from rapidfuzz import fuzz

from coach.core.ledger import Project
from coach.core.records import RecordBook
from coach.core.stories import Story, Told

RETRIEVAL_S = 10
"""Seconds to name a story for a prompt: the silence an interviewer waits before asking something else."""
ASKED_AGAIN = 3
"""How many times likelier a prompt is asked whose last answer was not right."""
NAMED_FROM = 85
"""Likeness, 0 to 100, from which typed letters name a story."""


class Naming(StrEnum):
    """What became of one blind retrieval."""

    RIGHT = "right"
    """The story named serves the prompt."""
    OTHER = "other"
    """A story was named that does not serve it, and another one does."""
    NONE = "none"
    """No story was named in time."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One prompt, and the story that came to mind."""

    at: datetime
    item: str
    """Id of the prompt's item."""
    story: str
    """Id of the story that was named; empty when none was."""
    naming: Naming
    took_s: float


class StoryHistory(Protocol):
    """Where tellings and retrievals are kept; every method may be slow and raises StorageError."""

    def note(self, attempt: str, story: str) -> None:
        """An attempt told a story; an empty story: none of the matrix. The last word counts."""
        ...

    def story_of(self, attempt: str) -> str | None:
        """Which story an attempt told; empty when none of the matrix, None when nobody said."""
        ...

    def tellings(self) -> Mapping[str, str]:
        """The story of every attempt that told one."""
        ...

    def told(self) -> Mapping[str, Told]:
        """How often each story was told, and how well."""
        ...

    def keep(self, retrieval: Retrieval) -> None:
        """Keep a retrieval."""
        ...

    def retrievals(self) -> Sequence[Retrieval]:
        """Every retrieval, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class StoryDesk:
    """Everything that the story and ledger screens stand on."""

    book: RecordBook[Story]
    ledger: RecordBook[Project]
    history: StoryHistory
    choose: Callable[[int], int]
    """A random number below the one given."""


def servable(matrix: Sequence[Story], items: Collection[str]) -> tuple[str, ...]:
    """The prompts that at least one story serves, each once."""
    return tuple(dict.fromkeys(p for s in matrix for p in s.serves if p in items))


def askable(prompts: Sequence[str], past: Sequence[Retrieval], last: str = "") -> tuple[str, ...]:
    """The prompts to draw from: those whose last answer was not right several times over, the `last` one not at all.

    With a single prompt there is nothing else to ask.
    """
    latest = {r.item: r.naming for r in past}
    open_to = [p for p in prompts if p != last] or list(prompts)
    return tuple(p for p in open_to for _ in range(1 if latest.get(p, Naming.RIGHT) is Naming.RIGHT else ASKED_AGAIN))


def name_of(typed: str, matrix: Sequence[Story]) -> tuple[Story, ...]:
    """The stories that typed letters may mean, likeliest first; all of them while nothing is typed."""
    wanted = typed.strip().lower()
    if not wanted:
        return tuple(matrix)
    likeness = {s.id: _likeness(wanted.split(), f"{s.title} {s.axis.label}".lower()) for s in matrix}
    meant = [s for s in matrix if likeness[s.id] >= NAMED_FROM]
    return tuple(sorted(meant, key=lambda s: -likeness[s.id]))


def _likeness(words: Sequence[str], name: str) -> float:
    """How like the least fitting of some words is to a part of a name."""
    return min(fuzz.partial_ratio(word, name) for word in words)


def naming(story: Story | None, item: str) -> Naming:
    """What a named story is worth for a prompt; None: none was named."""
    if story is None:
        return Naming.NONE
    return Naming.RIGHT if item in story.serves else Naming.OTHER
