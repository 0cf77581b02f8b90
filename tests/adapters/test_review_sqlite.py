"""Corrections, notes and old scores in a real database keep the contract and survive its reopening."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.adapters.corrections_sqlite import SqliteCorrections
from coach.adapters.database import Database
from coach.adapters.notes_sqlite import SqliteNotes
from coach.adapters.old_scores_sqlite import SqliteOldScores
from coach.adapters.store_sqlite import SqliteAttempts
from coach.core.corrections import Correction, correct
from coach.core.ports import StorageError
from tests.scorecards import scorecard
from tests.store_contract import SPOKEN, ReviewContract


def now() -> datetime:
    return datetime(2026, 3, 1, 23, 0, tzinfo=UTC)


class TestSqliteReview(ReviewContract):
    @pytest.fixture
    def database(self, tmp_path: Path) -> Iterator[Database]:
        opened = Database(tmp_path / "coach.db")
        yield opened
        opened.close()

    @pytest.fixture
    def store(self, database: Database) -> SqliteAttempts:
        return SqliteAttempts(database, now=lambda: datetime.now(UTC))

    @pytest.fixture
    def corrections(self, database: Database) -> SqliteCorrections:
        return SqliteCorrections(database, now=now)

    @pytest.fixture
    def notes(self, database: Database) -> SqliteNotes:
        return SqliteNotes(database, now=now)

    @pytest.fixture
    def old_scores(self, database: Database) -> SqliteOldScores:
        return SqliteOldScores(database, now=now)

    def test_what_was_kept_is_there_after_reopening(
        self,
        tmp_path: Path,
        store: SqliteAttempts,
        corrections: SqliteCorrections,
        notes: SqliteNotes,
        old_scores: SqliteOldScores,
    ) -> None:
        attempt = self.scored(store)
        old_scores.replace(attempt, scorecard(SPOKEN, 70.0))
        after = correct(SPOKEN, Correction(0, 1, "What"))
        corrections.keep(attempt, Correction(0, 1, "What", "Who"), after, scorecard(after))
        notes.keep(attempt, "Slower.")
        store.close()
        again = Database(tmp_path / "coach.db")
        assert SqliteCorrections(again, now=now).of(attempt) == (Correction(0, 1, "What", "Who", now()),)
        assert SqliteCorrections(again, now=now).original(attempt) == SPOKEN
        assert SqliteNotes(again, now=now).of(attempt) == "Slower."
        assert [o.scorecard.score for o in SqliteOldScores(again, now=now).of(attempt)] == [52.0]
        again.close()

    def test_a_correction_that_cannot_be_kept_leaves_everything_as_it_was(
        self, database: Database, store: SqliteAttempts, corrections: SqliteCorrections
    ) -> None:
        attempt = self.scored(store)
        before = store.get(attempt)
        with database.writing("kept") as db:
            db.execute("CREATE TRIGGER refuse BEFORE INSERT ON scorecards BEGIN SELECT RAISE(ABORT, 'refused'); END")
        after = correct(SPOKEN, Correction(0, 1, "What"))
        with pytest.raises(StorageError, match="refused"):
            corrections.keep(attempt, Correction(0, 1, "What"), after, scorecard(after))
        assert store.get(attempt) == before
        assert corrections.of(attempt) == ()
        assert corrections.original(attempt) is None
