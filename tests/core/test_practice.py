"""One answer's way: each step is kept before the next begins, and any step can be taken up again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.adapters.content_yaml import load_library
from coach.adapters.database import Database
from coach.adapters.store_sqlite import SqliteAttempts
from coach.core.attempt import State
from coach.core.drill import Item
from coach.core.ports import AudioDeviceError, AudioFileError, Cancelled, ContentError, ModelError
from coach.core.practice import Practice
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord, Transcript
from tests.fakes import FakeActivity, FakeImporter, FakeTranscriber, said
from tests.fakes_audio import FakeRecorder
from tests.places import CHECKOUT
from tests.scorecards import scorecard

DRILL = "drill-4tb-query"


def judge(item: Item, _rubric: Rubric, transcript: Transcript) -> Scorecard:
    return scorecard(transcript, item=item.id)


class Bench:
    """A practice on fakes, with a real store."""

    def __init__(self, folder: Path) -> None:
        self.recorder = FakeRecorder()
        self.transcriber = FakeTranscriber(said("Who runs this?"))
        self.activity = FakeActivity()
        self.store = SqliteAttempts(Database(folder / "coach.db"), now=lambda: datetime.now(UTC))
        self.practice = Practice(
            library=load_library([CHECKOUT])[0],
            store=self.store,
            recordings=folder,
            recorder=self.recorder,
            importer=FakeImporter(),
            activity=self.activity,
            transcriber=self.transcriber,
            score=judge,
        )


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "recordings")
    yield made
    made.store.close()


def test_a_spoken_answer_ends_as_a_scored_attempt(bench: Bench) -> None:
    live = bench.practice.start(DRILL)
    assert bench.store.get(live.attempt.id).state is State.RECORDING
    bench.recorder.clock.advance(12)
    recorded = bench.practice.finish(live)
    assert (recorded.state, recorded.duration_s) == (State.RECORDED, pytest.approx(12))
    done = bench.practice.complete(recorded.id)
    assert done.state is State.SCORED
    assert done.transcript is not None
    assert done.transcript.text == "Who runs this?"
    assert bench.store.get(done.id) == done


def test_words_on_silence_are_no_words(bench: Bench) -> None:
    bench.transcriber.words = [*said("Who runs this?"), HeardWord("Thank you.", 8.0, 8.6, 0.3)]
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(10)
    done = bench.practice.complete(bench.practice.finish(live).id)
    assert done.transcript is not None
    assert done.transcript.text == "Who runs this?"


def test_a_silent_take_is_no_answer_and_is_never_transcribed(bench: Bench) -> None:
    bench.activity.spans = ()
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(5)
    done = bench.practice.complete(bench.practice.finish(live).id)
    assert done.state is State.NO_ANSWER
    assert bench.transcriber.heard == []


def test_a_cancelled_take_is_kept_but_not_offered_again(bench: Bench) -> None:
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(5)
    cancelled = bench.practice.cancel(live)
    path = bench.practice.audio_path(cancelled)
    assert cancelled.state is State.CANCELLED
    assert path is not None
    assert path.is_file()
    assert bench.store.unfinished() == []


def test_a_lost_microphone_keeps_what_was_heard_and_says_why(bench: Bench) -> None:
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(7)
    bench.recorder.lose()
    bench.recorder.clock.advance(3)
    recorded = bench.practice.finish(live)
    assert recorded.duration_s == pytest.approx(7)
    assert recorded.ended
    assert bench.practice.complete(recorded.id).state is State.SCORED


def test_no_microphone_leaves_nothing_unfinished(bench: Bench) -> None:
    bench.recorder.unplug_all()
    with pytest.raises(AudioDeviceError):
        bench.practice.start(DRILL)
    assert bench.store.unfinished() == []


def test_a_failed_transcription_waits_with_its_reason_and_can_be_run_again(bench: Bench) -> None:
    bench.transcriber.installed = False
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(5)
    recorded = bench.practice.finish(live)
    with pytest.raises(ModelError):
        bench.practice.complete(recorded.id)
    (waiting,) = bench.store.unfinished()
    assert (waiting.state, waiting.id) == (State.RECORDED, recorded.id)
    assert "coach models install" in waiting.error
    bench.transcriber.installed = True
    done = bench.practice.complete(recorded.id)
    assert (done.state, done.error) == (State.SCORED, "")


def test_a_stopped_transcription_stays_unfinished(bench: Bench) -> None:
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(5)
    recorded = bench.practice.finish(live)
    with pytest.raises(Cancelled):
        bench.practice.complete(recorded.id, stop=lambda: True)
    assert [a.state for a in bench.store.unfinished()] == [State.RECORDED]


def test_a_take_whose_process_died_is_made_whole_and_scored(bench: Bench) -> None:
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(9)
    live.recording.stop()
    done = bench.practice.complete(live.attempt.id)
    assert (done.state, done.duration_s) == (State.SCORED, pytest.approx(9))
    assert done.ended


def test_a_finished_attempt_is_not_judged_twice(bench: Bench) -> None:
    done = bench.practice.answer_typed(DRILL, "Who runs this?")
    bench.transcriber.installed = False
    assert bench.practice.complete(done.id) == done


def test_a_file_is_copied_before_it_is_written_down(bench: Bench, tmp_path: Path) -> None:
    source = tmp_path / "me.wav"
    source.write_bytes(b"sound")
    bench.transcriber.installed = False
    with pytest.raises(ModelError):
        bench.practice.answer_file(DRILL, source)
    (waiting,) = bench.store.unfinished()
    source.unlink()
    bench.transcriber.installed = True
    assert bench.practice.complete(waiting.id).state is State.SCORED


def test_a_missing_file_leaves_nothing_unfinished(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(AudioFileError):
        bench.practice.answer_file(DRILL, tmp_path / "nope.wav")
    assert bench.store.unfinished() == []


def test_a_typed_answer_is_scored_without_sound(bench: Bench) -> None:
    done = bench.practice.answer_typed(DRILL, "Who runs this?")
    assert (done.state, done.audio, done.duration_s) == (State.SCORED, None, None)


def test_an_empty_typed_answer_is_refused_and_not_kept(bench: Bench) -> None:
    with pytest.raises(ContentError, match="no words"):
        bench.practice.answer_typed(DRILL, "  \n")
    assert bench.store.attempts() == []


def test_speech_spans_travel_with_the_transcript(bench: Bench) -> None:
    bench.activity.spans = (TimeSpan(0.4, 1.9),)
    live = bench.practice.start(DRILL)
    bench.recorder.clock.advance(3)
    done = bench.practice.complete(bench.practice.finish(live).id)
    assert done.transcript is not None
    assert done.transcript.speech == (TimeSpan(0.4, 1.9),)


def test_the_judge_is_made_ready_for_the_rubric_of_an_item(bench: Bench) -> None:
    ready: list[str] = []
    practice = Practice(
        library=bench.practice.library,
        store=bench.store,
        recordings=bench.practice.recordings,
        recorder=bench.recorder,
        importer=bench.practice.importer,
        activity=bench.activity,
        transcriber=bench.transcriber,
        score=judge,
        warm=lambda rubric: ready.append(rubric.id),
    )
    practice.warm(practice.library.item(DRILL))
    assert ready == [DRILL]
