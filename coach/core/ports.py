"""What the core needs of the outside world, and how the outside world may fail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from coach.core.attempt import Attempt, ItemRecord, Source, State
from coach.core.scorecard import Scorecard
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardPause, HeardWord, Transcript

SAMPLE_RATE_HZ = 16_000
"""What is kept on disk: 16 kHz mono, the rate every Whisper model listens at."""


class CoachError(Exception):
    """A failure the user can act on: one sentence that says what is wrong and what to do next."""


class ContentError(CoachError):
    """A drill, rubric or pack cannot be used."""


class AudioDeviceError(CoachError):
    """No microphone or speaker can be used."""


class AudioFileError(CoachError):
    """An audio file cannot be read or written."""


class ModelError(CoachError):
    """A speech or sentence model is missing, damaged or cannot be fetched."""


class TranscriptionError(CoachError):
    """An engine failed on a take; the take is kept and can be tried again."""


class StorageError(CoachError):
    """Attempts cannot be read or written."""


class Cancelled(CoachError):
    """The candidate stopped a long step."""


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone that can be chosen."""

    name: str
    """What the user picks it by."""
    channels: int
    rate_hz: float
    """Its own default rate."""
    is_default: bool


RecordingStatus = Literal["recording", "stalled", "lost", "failed"]
"""`stalled`: no sample for a second; `lost`: the device went away; `failed`: the disk refused."""


@dataclass(frozen=True, slots=True)
class RecordingState:
    """A glance at a running recording; cheap enough to take ten times a second."""

    status: RecordingStatus
    elapsed_s: float
    """Length of what was captured so far."""
    peak: float
    """Loudest sample since the last glance, 0 to 1."""
    silent_s: float
    """For how long every sample has been exactly zero: above 1 the microphone is muted or dead."""
    overflows: int
    """How often samples were lost."""
    reason: str = ""
    """Why, in a sentence, when the status is not `recording`."""


@dataclass(frozen=True, slots=True)
class Take:
    """A finished recording."""

    path: Path
    duration_s: float
    overflows: int
    ended: str = ""
    """Why it ended when it was not stopped by hand, in a sentence; empty otherwise."""


class Recording(Protocol):
    """A running recording."""

    def state(self) -> RecordingState:
        """A glance at it."""
        ...

    def stop(self) -> Take:
        """End it and close the file; safe on a frozen or lost device. A second call gives the same take."""
        ...


class LevelMeter(Protocol):
    """A microphone that is listened to without anything being kept."""

    def state(self) -> RecordingState:
        """A glance at it."""
        ...

    def stop(self) -> None:
        """End it; a second call does nothing."""
        ...


class Recorder(Protocol):
    """Microphones."""

    def devices(self) -> list[InputDevice]:
        """The microphones there are now; empty when there is none. Never raises."""
        ...

    def listen(self, device: str | None = None) -> LevelMeter:
        """Open a microphone (None: the default one) for its level alone; raises AudioDeviceError."""
        ...

    def record(self, path: Path, device: str | None = None) -> Recording:
        """Record into a new file until stopped, each second safe on disk; raises AudioDeviceError, AudioFileError."""
        ...

    def recover(self, path: Path) -> Take:
        """Make a take whole whose process died: repair the header, measure it; raises AudioFileError."""
        ...


class Playback(Protocol):
    """A take being played."""

    @property
    def position_s(self) -> float:
        """Which second of the take is being heard, whatever the speed."""
        ...

    @property
    def playing(self) -> bool:
        """Whether it still plays."""
        ...

    def stop(self) -> None:
        """Fall silent; a second call does nothing."""
        ...


class Player(Protocol):
    """Loudspeakers."""

    def play(self, path: Path, start_s: float = 0.0, speed: float = 1.0) -> Playback:
        """Play a take from a second on, `speed` times as fast (0.5 to 2) at the same pitch.

        Raises AudioDeviceError, AudioFileError.
        """
        ...


class AudioImporter(Protocol):
    """Any audio file made into a take of our own."""

    def keep(self, source: Path, target: Path) -> Take:
        """Copy a WAV, FLAC, OGG, MP3 ... as 16 kHz mono to `target`; raises AudioFileError."""
        ...


class SpeechActivity(Protocol):
    """Tells voice from silence."""

    def speech(self, path: Path) -> tuple[TimeSpan, ...]:
        """The voiced stretches of a take, in order; raises AudioFileError."""
        ...


Progress = Callable[[float], None]
"""Told the share of the work done, 0 to 1; may be called from any thread."""

Stop = Callable[[], bool]
"""Asked now and then whether the work should be given up."""


class Transcriber(Protocol):
    """A speech engine with one model."""

    @property
    def engine(self) -> str:
        """Name of the engine: faster-whisper, openai-whisper."""
        ...

    @property
    def model(self) -> str:
        """Name of the model: tiny.en, base."""
        ...

    def load(self) -> None:
        """Make ready, so that the first take does not wait; safe to call twice, from any thread. Raises ModelError."""
        ...

    def transcribe(
        self,
        path: Path,
        speech: Sequence[TimeSpan],
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> list[HeardWord]:
        """The words of a take, in order; `speech` are its voiced stretches (never empty).

        Raises Cancelled when `stop` says so, ModelError, AudioFileError, TranscriptionError.
        """
        ...


class FilledPauses(Protocol):
    """Hears "um" and "uh" in the sound, where engines leave them out."""

    def candidates(self, path: Path, speech: Sequence[TimeSpan], words: Sequence[HeardWord]) -> tuple[HeardPause, ...]:
        """Places that sound like filled pauses, in order, whether or not they are written; `words` are the engine's.

        Empty when what it listens with is not installed; raises AudioFileError, ContentError.
        """
        ...


class SentenceSimilarity(Protocol):
    """Compares sentences by meaning."""

    def compare(self, windows: Sequence[str], references: Sequence[str]) -> list[list[float]]:
        """Cosine similarity, -1 to 1: one row per window, one column per reference. Raises ModelError."""
        ...


class AttemptStore(Protocol):
    """Where attempts live. Each call is durable when it returns; every method raises StorageError."""

    def begin(self, item: str, source: Source, audio_suffix: str | None = None) -> Attempt:
        """Note that a try begins, before its first sample: state RECORDING.

        With a suffix (".wav") the attempt gets an audio name of its own, its id and the suffix.
        """
        ...

    def recorded(self, attempt_id: str, take: Take) -> Attempt:
        """The take is whole on disk."""
        ...

    def transcribed(self, attempt_id: str, transcript: Transcript) -> Attempt:
        """The words are known."""
        ...

    def scored(self, attempt_id: str, scorecard: Scorecard) -> Attempt:
        """The verdict is known."""
        ...

    def ended(self, attempt_id: str, state: State, error: str = "") -> Attempt:
        """The try ends as NO_ANSWER or CANCELLED, or stays where it is with an error noted."""
        ...

    def get(self, attempt_id: str) -> Attempt:
        """One attempt, whole."""
        ...

    def attempts(self, item: str | None = None, limit: int | None = None) -> list[Attempt]:
        """Attempts, newest first, each whole; of one item when it is named."""
        ...

    def unfinished(self) -> list[Attempt]:
        """Attempts that a crash or an error left before their verdict, oldest first.

        Those that another running copy of the coach is working on are not among them.
        """
        ...

    def records(self) -> dict[str, ItemRecord]:
        """What history says of each item that was ever scored."""
        ...
