"""Words set right and verdicts given anew: scores follow, nothing that was known is lost."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from coach.core.attempt import Attempt, Source
from coach.core.corrections import Correction, CorrectionError
from coach.core.drill import Item, Kind, TimeBudget
from coach.core.library import Library
from coach.core.practice import Practice
from coach.core.review import Rescored, Review, Unscored
from coach.core.rubric import Element, Recogniser, Rubric
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript
from tests.fakes import FakeActivity, FakeImporter, FakeTranscriber
from tests.fakes_audio import FakeRecorder
from tests.fakes_store import MemoryCorrections, MemoryNotes, MemoryOldScores, MemoryStore
from tests.scorecards import scorecard

ITEM = Item(
    id="drill-kafka",
    kind=Kind.DRILL,
    title="Kafka",
    prompt="Why?",
    time=TimeBudget(prepare_s=0, answer_s=30),
    rubric="kafka",
    model_answer="Kafka, because.",
)
RUBRIC = Rubric(
    id="kafka",
    elements=(
        Element(id="names", what="Names it.", must=True, repair="Kafka.", recognise=Recogniser(phrases=("Kafka",))),
    ),
)


def judge(item: Item, rubric: Rubric, transcript: Transcript) -> Scorecard:
    """Ten points for every Kafka; the version of the rubric on top."""
    score = 10.0 * transcript.text.count("Kafka") + rubric.version
    return replace(scorecard(transcript, score, item.id), rubric_version=rubric.version)


class Bench:
    def __init__(self) -> None:
        self.store = MemoryStore()
        self.rubrics = {RUBRIC.id: RUBRIC}
        self.items = {ITEM.id: ITEM}
        self.practice = Practice(
            library=Library(MappingProxyType(self.items), MappingProxyType(self.rubrics)),
            store=self.store,
            recordings=None,  # type: ignore[arg-type]
            recorder=FakeRecorder(),
            importer=FakeImporter(),
            activity=FakeActivity(),
            transcriber=FakeTranscriber(),
            score=judge,
        )
        self.review = Review(
            practice=self.practice,
            corrections=MemoryCorrections(self.store),
            notes=MemoryNotes(),
            old_scores=MemoryOldScores(self.store),
        )

    def answered(self, text: str) -> Attempt:
        return self.practice.answer_typed(ITEM.id, text)

    def new_version(self) -> None:
        self.rubrics[RUBRIC.id] = RUBRIC.model_copy(update={"version": 2})


@pytest.fixture
def bench() -> Bench:
    return Bench()


def score_of(attempt: Attempt) -> float | None:
    return attempt.scorecard.score if attempt.scorecard else None


def test_a_corrected_word_changes_the_score_and_the_first_words_are_kept(bench: Bench) -> None:
    attempt = bench.answered("We use calf car.")
    after = bench.review.correct(attempt.id, Correction(2, 2, "Kafka."))
    assert (score_of(attempt), score_of(after)) == (1.0, 11.0)
    assert after.transcript is not None
    assert after.transcript.text == "We use Kafka."
    original = bench.review.corrections.original(attempt.id)
    assert original is not None
    assert original.text == "We use calf car."
    (made,) = bench.review.corrections.of(attempt.id)
    assert (made.was, made.text) == ("calf car.", "Kafka.")
    assert made.at is not None


def test_corrections_are_taken_back_one_after_the_other(bench: Bench) -> None:
    attempt = bench.answered("We use calf car and cough car.")
    bench.review.correct(attempt.id, Correction(2, 2, "Kafka"))
    bench.review.correct(attempt.id, Correction(4, 2, "Kafka."))
    once = bench.review.take_back(attempt.id)
    assert score_of(once) == 11.0
    twice = bench.review.take_back(attempt.id)
    assert (twice.transcript, score_of(twice)) == (attempt.transcript, 1.0)
    with pytest.raises(CorrectionError, match="nothing to take back"):
        bench.review.take_back(attempt.id)


def test_words_that_changed_meanwhile_are_not_replaced(bench: Bench) -> None:
    attempt = bench.answered("We use calf car.")
    bench.review.correct(attempt.id, Correction(0, 1, "They all"))
    with pytest.raises(CorrectionError, match="changed meanwhile"):
        bench.review.correct(attempt.id, Correction(2, 2, "Kafka.", "calf car."))


def test_one_answer_can_be_judged_again_by_itself(bench: Bench) -> None:
    attempt, other = bench.answered("We use Kafka."), bench.answered("We use Kafka.")
    bench.new_version()
    assert bench.review.outdated(attempt) == "rubric version 1, today's is 2"
    after = bench.review.rescore_one(attempt.id)
    assert (score_of(after), bench.review.outdated(after)) == (12.0, "")
    assert [o.scorecard.score for o in bench.review.old_scores.of(attempt.id)] == [11.0]
    assert score_of(bench.store.get(other.id)) == 11.0


def test_an_answer_without_a_verdict_is_not_corrected(bench: Bench) -> None:
    attempt = bench.store.begin(ITEM.id, Source.TYPED)
    with pytest.raises(CorrectionError, match="have it scored first"):
        bench.review.correct(attempt.id, Correction(0, 1, "x"))


def test_todays_verdicts_are_left_alone_unless_everything_is_asked_for(bench: Bench) -> None:
    bench.answered("We use Kafka.")
    assert list(bench.review.rescore()) == []
    (again,) = bench.review.rescore(everything=True)
    assert isinstance(again, Rescored)
    assert not again.comparison.moved


def test_a_new_rubric_version_moves_the_score_and_the_old_one_is_kept(bench: Bench) -> None:
    attempt = bench.answered("We use Kafka.")
    bench.new_version()
    (again,) = bench.review.rescore()
    assert isinstance(again, Rescored)
    assert again.why == "rubric version 1, today's is 2"
    assert (again.comparison.before_score, again.comparison.after_score) == (11.0, 12.0)
    assert score_of(bench.store.get(attempt.id)) == 12.0
    (old,) = bench.review.old_scores.of(attempt.id)
    assert old.scorecard == attempt.scorecard
    assert list(bench.review.rescore()) == []


def test_a_dry_run_writes_nothing(bench: Bench) -> None:
    attempt = bench.answered("We use Kafka.")
    bench.new_version()
    assert len(list(bench.review.rescore(keep=False))) == 1
    assert bench.store.get(attempt.id) == attempt
    assert bench.review.old_scores.of(attempt.id) == ()


def test_words_that_changed_after_the_verdict_are_judged_again(bench: Bench) -> None:
    attempt = bench.answered("We use Kafka.")
    bench.store.kept[attempt.id] = replace(attempt, transcript=Transcript.typed("They use Kafka."))
    (again,) = bench.review.rescore()
    assert isinstance(again, Rescored)
    assert "words were changed" in again.why


def test_an_answer_to_an_item_that_is_gone_is_told_and_left(bench: Bench) -> None:
    attempt = bench.answered("We use Kafka.")
    del bench.items[ITEM.id]
    (left,) = bench.review.rescore()
    assert isinstance(left, Unscored)
    assert "There is no item" in left.why
    assert bench.store.get(attempt.id) == attempt


def test_correcting_an_answer_with_an_outdated_verdict_keeps_that_verdict(bench: Bench) -> None:
    attempt = bench.answered("We use calf car.")
    bench.new_version()
    after = bench.review.correct(attempt.id, Correction(2, 2, "Kafka."))
    assert score_of(after) == 12.0
    assert [o.scorecard.score for o in bench.review.old_scores.of(attempt.id)] == [1.0]


def test_a_rescore_can_be_stopped_between_two_answers(bench: Bench) -> None:
    bench.answered("We use Kafka.")
    bench.answered("We use Kafka.")
    bench.new_version()
    told: list[float] = []
    found = list(bench.review.rescore(progress=told.append, stop=lambda: bool(told)))
    assert len(found) == 1
