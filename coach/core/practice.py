"""One answer's way: record, write down, judge, keep. The app and the command line both walk it here.

Every step is on disk before the next begins, so that a crash or a failure costs nothing that was said:
`complete` takes up an attempt wherever it was left.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coach.core.attempt import Attempt, Source, State
from coach.core.drill import Item
from coach.core.library import Library
from coach.core.ports import (
    AttemptStore,
    AudioFileError,
    AudioImporter,
    CoachError,
    ContentError,
    FilledPauses,
    Progress,
    Recorder,
    Recording,
    SpeechActivity,
    Stop,
    StorageError,
    Transcriber,
)
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript, words_in_speech

Score = Callable[[Item, Rubric, Transcript], Scorecard]
"""Judges one answer; pure."""

Warm = Callable[[Rubric], None]
"""Makes the judge ready for a rubric."""

Learn = Callable[[Attempt], None]
"""Takes note of a scored attempt, for the schedule; safe to call twice."""


@dataclass(frozen=True, slots=True)
class LiveTake:
    """An answer that is being recorded."""

    attempt: Attempt
    recording: Recording


def write_down(
    path: Path,
    duration_s: float,
    activity: SpeechActivity,
    transcriber: Transcriber,
    progress: Progress | None = None,
    stop: Stop | None = None,
    filled_pauses: FilledPauses | None = None,
) -> Transcript:
    """The transcript of a take; one without words when nobody spoke. Raises what its ports raise.

    Without `filled_pauses` nothing is heard but what the engine writes.
    """
    speech = activity.speech(path)
    heard = transcriber.transcribe(path, speech, progress, stop) if speech else []
    words = words_in_speech(heard, speech)
    return Transcript.spoken(
        words,
        duration_s=duration_s,
        speech=speech,
        engine=transcriber.engine,
        model=transcriber.model,
        heard_pauses=filled_pauses.candidates(path, speech, words) if filled_pauses and words else (),
    )


class Practice:
    """Answers from a microphone, a file or the keyboard, made into scored attempts."""

    def __init__(
        self,
        *,
        library: Library,
        store: AttemptStore,
        recordings: Path,
        recorder: Recorder,
        importer: AudioImporter,
        activity: SpeechActivity,
        transcriber: Transcriber,
        score: Score,
        warm: Warm | None = None,
        learn: Learn | None = None,
        filled_pauses: FilledPauses | None = None,
    ) -> None:
        self.library = library
        self.store = store
        self.recordings = recordings
        self.recorder = recorder
        self.importer = importer
        self.activity = activity
        self.transcriber = transcriber
        self.filled_pauses = filled_pauses
        self._score = score
        self._warm = warm
        self._learn = learn

    def audio_path(self, attempt: Attempt) -> Path | None:
        """Where the take of an attempt lies; None when it was typed."""
        return self.recordings / attempt.audio if attempt.audio else None

    def warm(self, item: Item) -> None:
        """Make the judge ready for an item while its question is read; may raise ModelError, and may be left out."""
        if self._warm is not None:
            self._warm(self.library.rubric_of(item))

    def start(self, item_id: str, device: str | None = None) -> LiveTake:
        """Begin recording an answer; raises ContentError, AudioDeviceError, AudioFileError, StorageError."""
        attempt, path = self._begin_take(item_id, Source.MICROPHONE, ".wav")
        try:
            recording = self.recorder.record(path, device)
        except CoachError as error:
            self.store.ended(attempt.id, State.CANCELLED, str(error))
            raise
        return LiveTake(attempt, recording)

    def finish(self, live: LiveTake) -> Attempt:
        """End the recording and note that the take is whole."""
        return self.store.recorded(live.attempt.id, live.recording.stop())

    def cancel(self, live: LiveTake) -> Attempt:
        """End the recording and set the attempt aside; what was heard is kept."""
        self.store.recorded(live.attempt.id, live.recording.stop())
        return self.store.ended(live.attempt.id, State.CANCELLED)

    def answer_typed(self, item_id: str, text: str) -> Attempt:
        """Keep and judge a typed answer."""
        item = self.library.item(item_id)
        transcript = Transcript.typed(text)
        if not transcript.words:
            raise ContentError("The answer has no words in it; say or type something.")
        attempt = self.store.begin(item.id, Source.TYPED)
        attempt = self.store.transcribed(attempt.id, transcript)
        return self._judge(attempt)

    def answer_file(
        self, item_id: str, source: Path, progress: Progress | None = None, stop: Stop | None = None
    ) -> Attempt:
        """Keep, write down and judge an answer that lies in an audio file."""
        attempt, path = self._begin_take(item_id, Source.AUDIO_FILE, ".flac")
        try:
            take = self.importer.keep(source, path)
        except CoachError as error:
            self.store.ended(attempt.id, State.CANCELLED, str(error))
            raise
        attempt = self.store.recorded(attempt.id, take)
        return self.complete(attempt.id, progress, stop)

    def complete(self, attempt_id: str, progress: Progress | None = None, stop: Stop | None = None) -> Attempt:
        """Do what is left for an attempt: make its take whole, write it down, judge it.

        An attempt that is already scored, silent or cancelled with nothing heard comes back as it is. A step that
        fails leaves the attempt where it was, with the error noted, and raises it.
        """
        attempt = self.store.get(attempt_id)
        try:
            if attempt.state is State.RECORDING:
                attempt = self._recover(attempt)
            if attempt.state is State.RECORDED:
                attempt = self._write_down(attempt, progress, stop)
            if attempt.state is State.TRANSCRIBED:
                attempt = self._judge(attempt)
        except CoachError as error:
            self.store.ended(attempt.id, attempt.state, str(error))
            raise
        return attempt

    def verdict(self, item_id: str, transcript: Transcript) -> Scorecard:
        """The verdict on an answer by today's rubric; nothing is kept. Raises ContentError, ModelError."""
        item = self.library.item(item_id)
        return self._score(item, self.library.rubric_of(item), transcript)

    def discard(self, attempt_id: str) -> Attempt:
        """Set an unfinished attempt aside; its audio stays on disk."""
        return self.store.ended(attempt_id, State.CANCELLED)

    def _begin_take(self, item_id: str, source: Source, suffix: str) -> tuple[Attempt, Path]:
        attempt = self.store.begin(self.library.item(item_id).id, source, suffix)
        path = self.audio_path(attempt)
        if path is None:
            raise StorageError("The store gave the new take no file name; please report this.")
        return attempt, path

    def _recover(self, attempt: Attempt) -> Attempt:
        path = self.audio_path(attempt)
        if path is None:
            return self.store.ended(attempt.id, State.CANCELLED, "The typed answer was never finished.")
        try:
            take = self.recorder.recover(path)
        except AudioFileError as error:
            return self.store.ended(attempt.id, State.CANCELLED, str(error))
        return self.store.recorded(attempt.id, take)

    def _write_down(self, attempt: Attempt, progress: Progress | None, stop: Stop | None) -> Attempt:
        path = self.audio_path(attempt)
        if path is None or attempt.duration_s is None:
            raise StorageError(f"Attempt {attempt.id} has no take to write down; set it aside.")
        transcript = write_down(
            path, attempt.duration_s, self.activity, self.transcriber, progress, stop, self.filled_pauses
        )
        return self.store.transcribed(attempt.id, transcript)

    def _judge(self, attempt: Attempt) -> Attempt:
        if attempt.transcript is None:
            raise StorageError(f"Attempt {attempt.id} has no words to judge; run 'coach retry {attempt.id}'.")
        if not attempt.transcript.words:
            return self.store.ended(attempt.id, State.NO_ANSWER)
        scored = self.store.scored(attempt.id, self.verdict(attempt.item, attempt.transcript))
        if self._learn is not None:
            self._learn(scored)
        return scored
