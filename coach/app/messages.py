"""What screens and workers tell: wishes of the candidate and facts from the background."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from textual.message import Message

from coach.core.attempt import Attempt, ItemRecord
from coach.core.ports import InputDevice, LevelMeter, Playback
from coach.core.practice import LiveTake


@dataclass
class ItemChosen(Message):
    """The candidate wants to practise an item: show its brief."""

    item: str
    heard: bool = False
    """Whether the conversation of a scar has been read already."""


@dataclass
class ReadyWanted(Message):
    """The candidate wants to answer an item aloud: open the microphone, count down."""

    item: str


@dataclass
class SpeakingWanted(Message):
    """The clock of the answer is to start."""

    item: str


@dataclass
class TypingWanted(Message):
    """The candidate types the answer."""

    item: str


@dataclass
class FileWanted(Message):
    """The answer lies in an audio file."""

    item: str


@dataclass
class SampleWanted(Message):
    """The bundled spoken answer is to be scored."""

    item: str


@dataclass
class AttemptWanted(Message):
    """The candidate wants to see what became of an attempt."""

    attempt: Attempt


@dataclass
class CompletionWanted(Message):
    """The candidate wants an unfinished attempt finished."""

    attempt: Attempt


@dataclass
class LibraryWanted(Message):
    """The candidate wants to see all items."""


@dataclass
class HistoryWanted(Message):
    """The candidate wants to see the attempts that were made."""

    item: str | None = None
    """The item they are at; None: all of them."""


@dataclass
class DeviceChosen(Message):
    """The candidate picked a microphone."""

    device: str | None
    """Its name; None: the system's default."""


@dataclass
class PracticeLeft(Message):
    """The candidate is done with the item: back to where it was chosen."""


@dataclass
class AnswerTyped(Message):
    """A typed answer is handed in."""

    item: str
    text: str


@dataclass
class FileChecked(Message):
    """Whether a path can be an answer is known."""

    path: Path | None
    problem: str
    """Why not, in a sentence; empty when it can."""
    hand_in: bool
    """Whether the candidate wants it scored."""


@dataclass
class FilePicked(Message):
    """An audio file is handed in as the answer."""

    item: str
    path: Path


@dataclass
class DraftKept(Message):
    """A typed answer was left half-way; it is there again when the candidate returns."""

    item: str
    text: str


@dataclass
class MicrophoneChecked(Message):
    """Whether a microphone can be used is known."""

    problem: str | None
    """Why not, in a sentence; None when it can."""


@dataclass
class EngineReady(Message):
    """The speech engine is loaded."""


@dataclass
class DevicesFound(Message):
    """The microphones there are."""

    devices: list[InputDevice]


@dataclass
class DeviceSaved(Message):
    """The choice of microphone will be remembered."""

    device: str | None


@dataclass
class MeterOpened(Message):
    """The microphone is listened to, nothing is kept."""

    meter: LevelMeter


@dataclass
class MeterClosed(Message):
    """The microphone was let go."""


@dataclass
class RecordingStarted(Message):
    """The answer is being recorded."""

    live: LiveTake


@dataclass
class AnswerRecorded(Message):
    """The whole take is on disk."""

    attempt: Attempt


@dataclass
class AnswerCancelled(Message):
    """The take is on disk and set aside."""

    attempt: Attempt


@dataclass
class WritingProgressed(Message):
    """The transcription has come further; newer news replace older."""

    share: float
    """0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the newest share matters."""
        return isinstance(message, WritingProgressed)


@dataclass
class AttemptScored(Message):
    """An attempt has its verdict, or it is known that nothing was said."""

    attempt: Attempt


@dataclass
class AttemptDiscarded(Message):
    """An unfinished attempt was set aside."""

    attempt: Attempt


@dataclass
class HistoryRead(Message):
    """What the store knows, for the first screen and the library."""

    records: dict[str, ItemRecord]
    unfinished: list[Attempt]
    latest: list[Attempt]
    """The newest attempts, newest first."""
    due: Mapping[str, int] = field(default_factory=dict)
    """Items with lines that are due again, with how many, the most first."""


@dataclass
class AttemptsRead(Message):
    """The attempts at one item, newest first."""

    attempts: list[Attempt]


@dataclass
class PlaybackStarted(Message):
    """A take is being played."""

    playback: Playback


@dataclass
class StepFailed(Message):
    """A step in the background failed."""

    step: str
    """Name of the step: record, transcribe, load, warm, save, play, history, devices."""
    sentence: str
    """What is wrong and what to do next."""
    model_missing: bool = False
    """Whether the speech engine is the reason, so that typing is the way on."""
