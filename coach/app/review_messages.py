"""What the screens of the review tell."""

from dataclasses import dataclass

from textual.message import Message

from coach.core.attempt import Attempt
from coach.core.corrections import Correction
from coach.core.review import OldScore


@dataclass
class AttemptAtWanted(Message):
    """The candidate wants to see an attempt with the cursor at one of its seconds."""

    attempt: Attempt
    at_s: float
    """Seconds from the start of the take."""


@dataclass
class ReviewRead(Message):
    """What was kept of an attempt beside its verdict."""

    corrections: tuple[Correction, ...]
    note: str
    earlier: tuple[OldScore, ...]
    outdated: str
    """Why the verdict is not of today, in a phrase; empty when it is."""


@dataclass
class AttemptJudgedAgain(Message):
    """An attempt was judged anew, on changed words or by today's rubric."""

    attempt: Attempt
    was: float
    """The score before."""
    word: int
    """Index of the word to stand on."""


@dataclass
class NoteSaved(Message):
    """The note of an attempt is kept."""

    text: str


@dataclass
class CompareWanted(Message):
    """The candidate wants an attempt held against the others of the same item."""

    attempt: Attempt
    tries: tuple[Attempt, ...]
    """The scored attempts of the item, oldest first; that attempt is among them."""
