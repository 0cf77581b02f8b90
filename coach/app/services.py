"""Everything the application needs from outside, as one value."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from coach.core.deck import Chance
from coach.core.history import History
from coach.core.pad import Pad
from coach.core.ports import Player
from coach.core.practice import Practice
from coach.core.review import Review
from coach.core.schedule import Memory
from coach.core.story_history import StoryDesk


@dataclass(frozen=True, slots=True)
class Services:
    """What the composition hands over; the application reads no file, clock, device or setting by itself."""

    practice: Practice
    """Records, writes down, judges and keeps; carries the library, the store and the recorder."""
    player: Player
    """The loudspeaker."""
    microphone_problem: Callable[[], str | None]
    """Why no microphone can be used, in a sentence; None when one can. May be slow: called in a thread only."""
    clock: Callable[[], datetime]
    """The time of day, with the local time zone; attempts are shown in that zone."""
    monotonic: Callable[[], float]
    """A clock in seconds that never jumps, for countdowns."""
    save_device: Callable[[str | None], None]
    """Remember the chosen microphone (None: the system's default); may raise CoachError. Called in a thread only."""
    save_look: Callable[[bool], None]
    """Remember whether the look is light; may raise CoachError. Called in a thread only."""
    history: History
    """Looks through all attempts; called in a thread only."""
    speech_model: str
    """Name of the speech model, for the title line."""
    review: Review | None = None
    """Corrects, notes and compares attempts; None leaves the keys for that out."""
    memories: Callable[[], list[Memory]] = list
    """What is remembered of every line; may raise StorageError. Called in a thread only."""
    chance: Chance = lambda _memory, _at: 1.0
    """The chance that a line would be said at a moment."""
    stories: StoryDesk | None = None
    """The story matrix, the project ledger and what became of the stories; None: there is no such thing here."""
    one_at_a_time: Lock = field(default_factory=Lock)
    """Held while an answer is brought to its verdict: engines do one thing at a time."""
    device: str | None = None
    """The microphone chosen last; None: the system's default."""
    start_item: str | None = None
    """An item to open at once."""
    sample: Path | None = None
    """The bundled spoken answer, for a first look without a microphone."""
    sample_item: str = ""
    """Which item the sample answers."""
    reading_wpm: float = 220
    """Pace at which the lines of a scar appear, words a minute; 0: only when asked for.

    Adults read about 238 words a minute in silence (Brysbaert 2019); a little less leaves room to think.
    """
    light: bool = False
    """Whether the look is light."""
    pad: Pad | None = None
    """What is worked by hand at the keyboard; None: nothing is."""
    ascii: bool = False
    """Whether the terminal shows ASCII only."""
    found: tuple[str, ...] = ()
    """Things to tell at the start, one sentence each: content that was skipped, settings that were ignored."""
