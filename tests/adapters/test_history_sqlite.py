"""The real history keeps the contract, with and without FTS5, and makes up for what an older database lacks."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from coach.adapters import database as database_module
from coach.adapters.database import Database
from coach.adapters.figures_sqlite import CHUNK
from coach.adapters.history_sqlite import SqliteHistory
from coach.adapters.made_history import common_phrase, make_history
from coach.adapters.search_index import has_full_text
from coach.adapters.store_sqlite import SqliteAttempts
from coach.core.drill import Item, TimeBudget
from coach.core.history import Filter
from coach.core.library import Library
from coach.core.rubric import Element, Recogniser, Rubric
from coach.core.search import read_search
from tests.history_contract import EVERYTHING, KINDS, HistoryContract, Kept

START = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
TICKS = count()


def open_kept(path: Path) -> Kept:
    database = Database(path)
    store = SqliteAttempts(database, now=lambda: START + timedelta(milliseconds=next(TICKS)))
    return Kept(store, SqliteHistory(database, lambda: KINDS))


def close(kept: Kept) -> None:
    assert isinstance(kept.store, SqliteAttempts)
    kept.store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coach.db"


@pytest.fixture
def kept(path: Path) -> Iterator[Kept]:
    opened = open_kept(path)
    yield opened
    close(opened)


class TestWithFullText(HistoryContract):
    def test_this_machine_indexes_words(self, path: Path) -> None:
        with sqlite3.connect(path) as db:
            assert has_full_text(db)

    def test_corrected_words_are_found_however_they_were_written(self, kept: Kept, path: Path) -> None:
        attempt = kept.say("The onwer decides.")
        with sqlite3.connect(path) as db:
            db.execute("UPDATE transcripts SET text = 'The owner decides.'")
        assert kept.found("owner") == [attempt.id]
        assert kept.found("onwer") == []

    def test_what_is_deleted_is_no_longer_in_the_index(self, kept: Kept, path: Path) -> None:
        kept.say("The owner decides.")
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("DELETE FROM attempts")
            assert db.execute("SELECT count(*) FROM said").fetchone() == (0,)
        assert kept.found("owner") == []

    def test_the_index_survives_tidying_the_file(self, kept: Kept, path: Path) -> None:
        first, second = kept.say("The owner decides."), kept.say("Nobody decides.")
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("DELETE FROM attempts WHERE id = ?", (first.id,))
        with sqlite3.connect(path) as db:
            db.execute("VACUUM")
        assert kept.found("decides") == [second.id]

    def test_a_damaged_transcript_is_still_found(self, kept: Kept, path: Path) -> None:
        kept.say("The owner decides.")
        with sqlite3.connect(path) as db:
            db.execute("UPDATE transcripts SET document = '{}'")
        hit = kept.history.search(read_search("owner"), EVERYTHING, 5)[0]
        assert (hit.at_s, len(hit.snippet.marks)) == (None, 1)


class TestWithoutFullText(HistoryContract):
    @pytest.fixture
    def kept(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
        monkeypatch.setattr(database_module, "has_full_text", lambda _: False)
        opened = open_kept(path)
        yield opened
        close(opened)


def test_what_was_said_without_the_index_is_in_it_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = open_kept(path)
    first = early.say("The owner decides.")
    close(early)
    with monkeypatch.context() as patch:
        patch.setattr(database_module, "has_full_text", lambda _: False)
        without = open_kept(path)
        second = without.say("The owner decides again.")
        assert without.found("owner") == [second.id, first.id]
        close(without)
    again = open_kept(path)
    assert again.found("owner") == [second.id, first.id]
    close(again)


def old_database(path: Path, answers: int) -> None:
    """A database as it was before there was a history: neither figures nor index."""
    kept = open_kept(path)
    for number in range(answers):
        kept.say("Who runs it? The owner.", score=float(number % 100), missed=number % 2 == 0)
    close(kept)
    with sqlite3.connect(path) as db:
        for name in ("written", "corrected", "deleted"):
            db.execute(f"DROP TRIGGER said_when_{name}")
        for table in ("said", "spoken"):
            db.execute(f"DROP TABLE {table}")
        for table in ("missed", "figures"):
            db.execute(f"DELETE FROM {table}")


def test_an_older_database_gets_its_index_and_its_figures(path: Path) -> None:
    old_database(path, 3)
    kept = open_kept(path)
    assert len(kept.found("owner")) == 3
    assert kept.history.lines(EVERYTHING, 9)[0].words is None
    assert len(kept.history.trends().points) == 3
    assert kept.history.lines(EVERYTHING, 9)[0].words == 5
    assert kept.history.most_missed()[0].missed == 2
    close(kept)


def test_taking_figures_can_be_stopped_and_resumed(path: Path) -> None:
    old_database(path, CHUNK + 5)
    kept = open_kept(path)
    shares: list[float] = []
    assert kept.history.catch_up(shares.append, stop=lambda: bool(shares)) == CHUNK
    close(kept)
    kept = open_kept(path)
    assert kept.history.catch_up() == 5
    assert kept.history.catch_up() == 0
    assert len(kept.history.trends().points) == CHUNK + 5
    close(kept)


def test_a_damaged_scorecard_keeps_its_score_and_is_not_read_again(path: Path) -> None:
    old_database(path, 2)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE scorecards SET document = '{' WHERE score = 0")
    kept = open_kept(path)
    points = kept.history.trends().points
    assert [(p.score, p.wpm is None) for p in points] == [(0.0, True), (1.0, False)]
    assert kept.history.catch_up() == 0
    close(kept)


def test_a_day_is_the_one_where_the_answer_was_given(path: Path) -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    database = Database(path)
    kept = Kept(SqliteAttempts(database, now=lambda: late), SqliteHistory(database, lambda: KINDS))
    kept.say("Who runs it?")
    assert kept.history.practised(date(2026, 3, 1)).today_s == 30
    assert kept.history.count(Filter(since=datetime(2026, 3, 2, 7, 0, tzinfo=UTC))) == 1
    assert kept.history.count(Filter(since=datetime(2026, 3, 2, 7, 31, tzinfo=UTC))) == 0
    close(kept)


def test_a_made_up_history_is_like_a_real_one(path: Path) -> None:
    words = "The guarantee ends at the sink because the phone retries and finance accepted losing a tenth of a percent"
    rubric = Rubric(
        id="r",
        elements=(
            Element(
                id="sink",
                what="Says where it ends.",
                must=True,
                repair="At the sink.",
                recognise=Recogniser(phrases=("at the sink",)),
            ),
        ),
    )
    items = {
        i: Item(id=i, kind=k, title=i, prompt="?", time=TimeBudget(answer_s=30), rubric="r", model_answer=words)
        for i, k in KINDS.items()
    }
    library = Library(items, {"r": rubric})
    database = Database(path)
    make_history(database, library, 60, START)
    history = SqliteHistory(database, lambda: KINDS)
    lines = history.lines(EVERYTHING, 100)
    assert len(lines) == 60
    assert {line.kind for line in lines} == set(KINDS.values())
    assert all(60 <= (line.words or 60) <= 165 for line in lines)
    assert lines[0].created_at - lines[-1].created_at > timedelta(days=350)
    assert history.catch_up() == 0
    assert history.search(read_search(common_phrase(library)), EVERYTHING, 5)
    assert SqliteAttempts(database, now=lambda: START).get(lines[0].id).transcript is not None
    database.close()
