"""The real attempt store keeps the contract, and survives what happens to real files."""

import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from coach.adapters.database import Database
from coach.adapters.store_sqlite import SqliteAttempts
from coach.core.attempt import Source, State
from coach.core.ports import StorageError
from tests.store_contract import SPOKEN, TAKE, StoreContract


def open_store(path: Path) -> SqliteAttempts:
    ticks = count()
    start = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
    return SqliteAttempts(Database(path), now=lambda: start + timedelta(milliseconds=next(ticks)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "private" / "coach.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteAttempts]:
    opened = open_store(path)
    yield opened
    opened.close()


class TestSqliteAttempts(StoreContract):
    def test_what_was_kept_is_there_after_reopening(self, store: SqliteAttempts, path: Path) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        store.recorded(attempt.id, TAKE)
        store.transcribed(attempt.id, SPOKEN)
        store.close()
        again = open_store(path)
        assert again.get(attempt.id).transcript == SPOKEN
        again.close()

    def test_only_the_owner_can_read_it(self, store: SqliteAttempts, path: Path) -> None:
        store.begin("drill-4tb-query", Source.TYPED)
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        for file in path.parent.glob("coach.db*"):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_second_copy_leaves_alone_what_the_first_is_working_on(self, store: SqliteAttempts, path: Path) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        second = open_store(path)
        assert second.unfinished() == []
        store.close()
        assert [a.id for a in second.unfinished()] == [attempt.id]
        second.close()

    def test_a_database_of_a_newer_coach_is_left_alone(self, path: Path) -> None:
        open_store(path).close()
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 999")
        with pytest.raises(StorageError, match="newer coach"):
            open_store(path)

    def test_a_file_that_is_no_database_is_named_and_left_alone(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"not a database at all, but long enough to have a header" * 20)
        with pytest.raises(StorageError, match=r"cannot be opened.*--home"):
            open_store(path)
        assert path.read_bytes().startswith(b"not a database")

    def test_a_damaged_document_is_one_sentence(self, store: SqliteAttempts, path: Path) -> None:
        attempt = store.begin("drill-4tb-query", Source.TYPED)
        store.transcribed(attempt.id, SPOKEN)
        with sqlite3.connect(path) as db:
            db.execute("UPDATE transcripts SET document = '{}'")
        with pytest.raises(StorageError, match="damaged"):
            store.get(attempt.id)

    def test_a_folder_that_cannot_be_made_is_one_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(StorageError, match="--home"):
            open_store(tmp_path / "file" / "coach.db")

    def test_states_survive_as_themselves(self, store: SqliteAttempts) -> None:
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        for state in (State.NO_ANSWER, State.CANCELLED):
            assert store.ended(attempt.id, state).state is state
