"""What every attempt store promises; a test module subclasses this and provides `store`."""

from pathlib import Path

import pytest

from coach.core.attempt import Source, State
from coach.core.corrections import Correction, correct
from coach.core.ports import AttemptStore, StorageError, Take
from coach.core.review import Corrections, Notes, OldScores
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord, Transcript
from tests.scorecards import scorecard

TAKE = Take(Path("ignored.wav"), duration_s=31.5, overflows=2, ended="The microphone went away.")
SPOKEN = Transcript.spoken(
    [HeardWord("Who", 0.5, 0.7, 0.9), HeardWord("runs it?", 0.7, 1.2, 0.8)],
    duration_s=31.5,
    speech=(TimeSpan(0.5, 1.3),),
    engine="fake",
    model="tiny",
)


class StoreContract:
    def test_a_try_is_on_record_before_its_first_sample(self, store: AttemptStore) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        assert attempt.state is State.RECORDING
        assert attempt.audio == f"{attempt.id}.wav"
        assert attempt.created_at.tzinfo is not None
        assert store.get(attempt.id) == attempt

    def test_a_typed_try_has_no_audio(self, store: AttemptStore) -> None:
        assert store.begin("drill-4tb-query", Source.TYPED).audio is None

    def test_ids_sort_by_time(self, store: AttemptStore) -> None:
        ids = [store.begin("drill-4tb-query", Source.TYPED).id for _ in range(20)]
        assert ids == sorted(ids)
        assert len(set(ids)) == 20

    def test_each_stage_adds_to_the_last(self, store: AttemptStore) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        recorded = store.recorded(attempt.id, TAKE)
        assert (recorded.state, recorded.duration_s, recorded.overflows) == (State.RECORDED, 31.5, 2)
        assert recorded.ended == "The microphone went away."
        transcribed = store.transcribed(attempt.id, SPOKEN)
        assert (transcribed.state, transcribed.transcript) == (State.TRANSCRIBED, SPOKEN)
        card = scorecard(SPOKEN, score=61.0)
        scored = store.scored(attempt.id, card)
        assert (scored.state, scored.scorecard, scored.duration_s) == (State.SCORED, card, 31.5)
        assert store.get(attempt.id) == scored

    def test_a_new_transcript_sets_the_old_verdict_aside(self, store: AttemptStore) -> None:
        attempt = store.begin("drill-4tb-query", Source.TYPED)
        store.transcribed(attempt.id, SPOKEN)
        store.scored(attempt.id, scorecard(SPOKEN, score=61.0))
        again = store.transcribed(attempt.id, Transcript.typed("Something else."))
        assert (again.state, again.scorecard) == (State.TRANSCRIBED, None)

    def test_a_failed_step_is_noted_where_it_stands(self, store: AttemptStore) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        store.recorded(attempt.id, TAKE)
        failed = store.ended(attempt.id, State.RECORDED, "The model is missing.")
        assert (failed.state, failed.error) == (State.RECORDED, "The model is missing.")
        assert store.transcribed(attempt.id, SPOKEN).error == ""

    def test_what_was_left_before_its_verdict_is_unfinished_oldest_first(self, store: AttemptStore) -> None:
        first = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        second = store.begin("drill-vendor-pitch", Source.MICROPHONE, ".wav")
        store.recorded(second.id, TAKE)
        done = store.begin("drill-4tb-query", Source.TYPED)
        store.transcribed(done.id, SPOKEN)
        store.scored(done.id, scorecard(SPOKEN))
        silent = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        store.ended(silent.id, State.NO_ANSWER)
        cancelled = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        store.ended(cancelled.id, State.CANCELLED)
        assert [a.id for a in store.unfinished()] == [first.id, second.id]

    def test_attempts_come_newest_first_and_of_one_item_when_it_is_named(self, store: AttemptStore) -> None:
        one = store.begin("drill-4tb-query", Source.TYPED)
        two = store.begin("drill-vendor-pitch", Source.TYPED)
        three = store.begin("drill-4tb-query", Source.TYPED)
        assert [a.id for a in store.attempts()] == [three.id, two.id, one.id]
        assert [a.id for a in store.attempts("drill-4tb-query")] == [three.id, one.id]
        assert [a.id for a in store.attempts(limit=1)] == [three.id]

    def test_records_hold_the_scores_of_each_item_in_order(self, store: AttemptStore) -> None:
        for points in (38.0, 61.0, 52.0):
            attempt = store.begin("drill-4tb-query", Source.TYPED)
            store.transcribed(attempt.id, SPOKEN)
            store.scored(attempt.id, scorecard(SPOKEN, score=points))
        store.begin("drill-vendor-pitch", Source.TYPED)
        records = store.records()
        assert set(records) == {"drill-4tb-query"}
        record = records["drill-4tb-query"]
        assert (record.attempts, record.best, record.last, record.scores) == (3, 61.0, 52.0, (38.0, 61.0, 52.0))

    def test_an_unknown_attempt_is_refused_in_a_sentence(self, store: AttemptStore) -> None:
        with pytest.raises(StorageError, match="no attempt 'nope'"):
            store.get("nope")


class ReviewContract:
    """What the stores of the review promise; a test module provides `store`, `corrections`, `notes`, `old_scores`."""

    def scored(self, store: AttemptStore, score: float = 52.0) -> str:
        attempt = store.begin("drill-4tb-query", Source.TYPED)
        store.transcribed(attempt.id, SPOKEN)
        store.scored(attempt.id, scorecard(SPOKEN, score))
        return attempt.id

    def test_a_correction_comes_with_its_words_and_its_verdict(
        self, store: AttemptStore, corrections: Corrections
    ) -> None:
        attempt, other = self.scored(store), self.scored(store)
        assert (corrections.of(attempt), corrections.original(attempt)) == ((), None)
        step = Correction(1, 1, "ran it?", "runs it?")
        after = correct(SPOKEN, step)
        corrections.keep(attempt, step, after, scorecard(after, 58.0))
        known = store.get(attempt)
        assert (known.state, known.transcript, known.scorecard) == (State.SCORED, after, scorecard(after, 58.0))
        assert corrections.original(attempt) == SPOKEN
        (kept,) = corrections.of(attempt)
        assert (kept.first, kept.count, kept.text, kept.was) == (1, 1, "ran it?", "runs it?")
        assert kept.at is not None
        assert kept.at.tzinfo is not None
        assert corrections.of(other) == ()
        assert store.get(other).transcript == SPOKEN

    def test_the_first_words_stay_the_first_words(self, store: AttemptStore, corrections: Corrections) -> None:
        attempt = self.scored(store)
        one = correct(SPOKEN, Correction(0, 1, "What"))
        two = correct(one, Correction(0, 1, "Which"))
        corrections.keep(attempt, Correction(0, 1, "What"), one, scorecard(one))
        corrections.keep(attempt, Correction(0, 1, "Which"), two, scorecard(two))
        assert corrections.original(attempt) == SPOKEN
        assert [c.text for c in corrections.of(attempt)] == ["What", "Which"]

    def test_the_newest_correction_is_taken_back_first(self, store: AttemptStore, corrections: Corrections) -> None:
        attempt = self.scored(store)
        one = correct(SPOKEN, Correction(0, 1, "What"))
        two = correct(one, Correction(0, 1, "Which"))
        corrections.keep(attempt, Correction(0, 1, "What"), one, scorecard(one))
        corrections.keep(attempt, Correction(0, 1, "Which"), two, scorecard(two))
        corrections.take_back(attempt, one, scorecard(one, 55.0))
        assert [c.text for c in corrections.of(attempt)] == ["What"]
        known = store.get(attempt)
        assert (known.transcript, known.scorecard) == (one, scorecard(one, 55.0))

    def test_a_note_is_kept_replaced_and_taken_away(self, store: AttemptStore, notes: Notes) -> None:
        attempt, other = self.scored(store), self.scored(store)
        assert notes.of(attempt) == ""
        notes.keep(attempt, "Slower.\nAnd the numbers first.")
        assert (notes.of(attempt), notes.of(other)) == ("Slower.\nAnd the numbers first.", "")
        notes.keep(attempt, "Slower.")
        assert notes.of(attempt) == "Slower."
        notes.keep(attempt, " \n")
        assert notes.of(attempt) == ""

    def test_verdicts_that_gave_way_are_kept_whole_and_in_order(
        self, store: AttemptStore, old_scores: OldScores
    ) -> None:
        attempt = self.scored(store, 61.0)
        assert old_scores.of(attempt) == ()
        for score in (58.0, 64.0):
            old_scores.replace(attempt, scorecard(SPOKEN, score))
        assert store.get(attempt).scorecard == scorecard(SPOKEN, 64.0)
        assert [o.scorecard for o in old_scores.of(attempt)] == [scorecard(SPOKEN, 61.0), scorecard(SPOKEN, 58.0)]
        assert all(o.at.tzinfo is not None for o in old_scores.of(attempt))
