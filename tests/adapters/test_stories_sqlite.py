"""Tellings and retrievals are there after the next start."""

from pathlib import Path

from coach.adapters.database import Database
from coach.adapters.store_sqlite import SqliteAttempts
from coach.adapters.stories_sqlite import SqliteStories
from coach.core.attempt import Source
from coach.core.story_history import Naming, Retrieval
from coach.core.transcript import Transcript
from tests.app.fakes import RUBRIC, SCAR, score_answer
from tests.fakes_store import NOW


def test_how_often_a_story_was_told_and_how_well(tmp_path: Path) -> None:
    database = Database(tmp_path / "coach.db")
    attempts, stories = SqliteAttempts(database, now=lambda: NOW), SqliteStories(database)
    for _ in range(2):
        attempt = attempts.begin(SCAR.id, Source.TYPED)
        stories.note(attempt.id, "a")
    transcript = Transcript.typed("The guarantee ends at the sink.")
    attempts.transcribed(attempt.id, transcript)
    attempts.scored(attempt.id, score_answer(SCAR, RUBRIC, transcript))
    other = attempts.begin(SCAR.id, Source.TYPED)
    stories.note(other.id, "")
    told = stories.told()
    assert list(told) == ["a"]
    assert (told["a"].times, told["a"].best, told["a"].last_at) == (2, 61.0, NOW)
    assert (stories.story_of(attempt.id), stories.story_of(other.id), stories.story_of("x")) == ("a", "", None)
    assert set(stories.tellings().values()) == {"a"}
    database.close()


def test_the_last_word_on_an_attempt_counts(tmp_path: Path) -> None:
    database = Database(tmp_path / "coach.db")
    attempt = SqliteAttempts(database, now=lambda: NOW).begin(SCAR.id, Source.TYPED)
    stories = SqliteStories(database)
    stories.note(attempt.id, "a")
    stories.note(attempt.id, "b")
    assert stories.tellings() == {attempt.id: "b"}
    database.close()


def test_retrievals_survive_the_next_start(tmp_path: Path) -> None:
    first = Database(tmp_path / "coach.db")
    kept = [Retrieval(NOW, "item", "a", Naming.OTHER, 3.5), Retrieval(NOW, "item", "", Naming.NONE, 10.0)]
    for each in kept:
        SqliteStories(first).keep(each)
    first.close()
    again = Database(tmp_path / "coach.db")
    assert SqliteStories(again).retrievals() == kept
    again.close()
