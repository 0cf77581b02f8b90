"""What the screens of the story matrix and the project ledger tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.message import Message

from coach.core.contradictions import Contradiction
from coach.core.ledger import Project
from coach.core.records import Book, Conflict, Settled
from coach.core.stories import Story, Told
from coach.core.story_history import Retrieval


@dataclass
class StoriesWanted(Message):
    """The candidate wants to see the story matrix."""


@dataclass
class LedgerWanted(Message):
    """The candidate wants to see the project ledger."""


@dataclass
class StoryFormWanted(Message):
    """The candidate wants to edit a whole story."""

    book: Book[Story]
    """The stories that the edit starts from."""
    story: Story
    """A story of it, or a new one."""


@dataclass
class ProjectFormWanted(Message):
    """The candidate wants to edit a project."""

    book: Book[Project]
    """The projects that the edit starts from."""
    project: Project | None
    """A project of it; None: a new one."""


@dataclass
class BlindWanted(Message):
    """The candidate wants to name stories for prompts."""


@dataclass
class RehearsalWanted(Message):
    """The candidate wants to tell a story aloud."""

    story: Story


@dataclass
class ProjectDrillWanted(Message):
    """The candidate wants to be asked for the numbers of a project."""

    project: Project


@dataclass
class StoriesRead(Message):
    """The stories and what became of them."""

    book: Book[Story]
    told: Mapping[str, Told]
    retrievals: Sequence[Retrieval]


@dataclass
class LedgerRead(Message):
    """The projects and what was said otherwise."""

    book: Book[Project]
    contradictions: Sequence[Contradiction]


@dataclass
class StampSeen(Message):
    """Which state the file is in."""

    stamp: str


@dataclass
class BookSaved(Message):
    """A change is in the file."""

    book: Book[Any]
    merged: bool
    """Whether what others changed on disk came in with it."""


@dataclass
class BookClashed(Message):
    """The same was changed here and on disk; nothing is written yet."""

    conflicts: tuple[Conflict, ...]
    base: Book[Any]
    mine: tuple[Any, ...]
    settled: Settled


@dataclass
class TellingSeen(Message):
    """An answer to a behavioral item was scored and nobody said which story it told."""

    attempt: str
    matrix: tuple[Story, ...]
    """The stories to choose from, those that serve the item first."""
