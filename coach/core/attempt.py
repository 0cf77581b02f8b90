"""One try at one item, from the first sample on disk to the verdict."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript


class Source(StrEnum):
    """Where the answer came from."""

    MICROPHONE = "microphone"
    AUDIO_FILE = "audio_file"
    TYPED = "typed"


class State(StrEnum):
    """How far an attempt has come. Every state is on disk before the next one is tried."""

    RECORDING = "recording"
    """The clock runs, or the process died while it ran."""
    RECORDED = "recorded"
    """The whole take is on disk and has not been written down yet."""
    TRANSCRIBED = "transcribed"
    """The words are stored and have not been scored yet."""
    SCORED = "scored"
    """Done."""
    NO_ANSWER = "no_answer"
    """Nothing was said."""
    CANCELLED = "cancelled"
    """The candidate stopped it; what was heard is kept."""


UNFINISHED = frozenset({State.RECORDING, State.RECORDED, State.TRANSCRIBED})
"""States that the next start offers to finish."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is known of one try."""

    id: str
    """Sorts by time of creation."""
    item: str
    """Id of the item."""
    created_at: datetime
    """When it began; always with a time zone."""
    source: Source
    state: State
    audio: str | None = None
    """Name of the audio file inside the recordings folder; None for a typed answer."""
    duration_s: float | None = None
    """Length of the take."""
    overflows: int = 0
    """How often the microphone lost samples."""
    ended: str = ""
    """Why the take ended when it was not the candidate's doing, in a sentence; empty otherwise."""
    error: str = ""
    """What went wrong in the last step, in a sentence; empty otherwise."""
    transcript: Transcript | None = None
    scorecard: Scorecard | None = None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """What history says of one item."""

    item: str
    attempts: int
    """Scored attempts."""
    best: float
    last: float
    last_at: datetime
    scores: tuple[float, ...]
    """All scores, oldest first."""
