"""Forgetting leaves no trace: every byte below the home is searched for what was said and for its sound."""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.adapters.database import Database
from coach.adapters.forgetting import columns_naming_attempts, forget, plan
from coach.adapters.notes_sqlite import SqliteNotes
from coach.adapters.pads_sqlite import SqlitePads
from coach.adapters.store_sqlite import SqliteAttempts
from coach.config import Places
from coach.core.attempt import Source, State
from coach.core.pad_ports import PadVerdict
from coach.core.ports import StorageError, Take
from coach.core.selection import Selection
from coach.core.transcript import Transcript
from tests.scorecards import scorecard

RARE = "zugzwanged quokkas"
OTHER = "ordinary wombats"
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home", tmp_path / "home" / "recordings", tmp_path)


def practise(
    places: Places, said: str, sound: bytes | None = None, item: str = "drill-4tb-query", days_ago: int = 0
) -> str:
    """An answer with everything that is ever kept of one."""
    with closing(Database(places.database)) as database:
        store = SqliteAttempts(database, now=lambda: NOW - timedelta(days=days_ago))
        attempt = store.begin(item, Source.MICROPHONE if sound else Source.TYPED, ".wav" if sound else None)
        if sound:
            path = places.recordings / str(attempt.audio)
            path.write_bytes(sound)
            store.recorded(attempt.id, Take(path, 2.0, 0))
        transcript = Transcript.typed(said)
        store.transcribed(attempt.id, transcript)
        store.scored(attempt.id, scorecard(transcript, item=item))
        SqliteNotes(database, now=lambda: NOW).keep(attempt.id, f"Note: {said}")
        with database.writing("kept") as db:
            for table, column in columns_naming_attempts(db):
                columns = db.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
                if table in {"original_transcripts", "old_scorecards", "corrections"}:
                    names = [c["name"] for c in columns if c["name"] != "id"]
                    values = [attempt.id if n == column else 1 if n in {"first", "words"} else said for n in names]
                    db.execute(
                        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", values
                    )
        return attempt.id


def found_in(places: Places, *needles: bytes) -> list[str]:
    """The files below the home that hold any of the bytes."""
    return [
        str(path.relative_to(places.home))
        for path in sorted(places.home.rglob("*"))
        if path.is_file() and any(n in path.read_bytes() for n in needles)
    ]


def words_of(text: str) -> tuple[bytes, ...]:
    """The phrase and each of its words in the ways in which a file might hold it."""
    return tuple(w.encode(e) for w in (text, *text.split()) for e in ("utf-8", "utf-16-le"))


def forget_all_of(places: Places, selection: Selection, *, audio_only: bool = False) -> None:
    forget(places, plan(places, selection, audio_only=audio_only))


def test_no_byte_of_a_forgotten_answer_is_left(places: Places) -> None:
    sound, other_sound = secrets.token_bytes(50_000), secrets.token_bytes(50_000)
    padding = " ".join(secrets.token_hex(4) for _ in range(3000))
    keep = practise(places, f"I keep {OTHER} here", other_sound, item="drill-10x-scale")
    gone = [practise(places, f"I met {RARE} {padding}", sound) for _ in range(3)]
    needles = (*words_of(RARE), sound[:1000], sound[20_000:21_000], *(g.encode() for g in gone))
    assert "recordings/coach.db" in found_in(places, RARE.encode()), "the search finds what is there"
    assert found_in(places, sound[:1000])
    forget_all_of(places, Selection(item="drill-4tb-query"))
    assert found_in(places, *needles) == []
    with closing(Database(places.database)) as database:
        (left,) = SqliteAttempts(database, now=lambda: NOW).attempts()
        assert (left.id, left.transcript and left.transcript.text) == (keep, f"I keep {OTHER} here")
    assert found_in(places, other_sound) == [f"recordings/{keep}.wav"]
    assert found_in(places, *needles) == []


def test_what_is_left_is_still_found_by_the_search_and_what_is_gone_is_not(places: Places) -> None:
    practise(places, f"I keep {OTHER}", item="drill-10x-scale")
    practise(places, f"I met {RARE}")
    forget_all_of(places, Selection(item="drill-4tb-query"))
    with closing(Database(places.database)) as database:
        assert len(database.read("SELECT rowid FROM said WHERE said MATCH 'wombats'")) == 1
        assert database.read("SELECT rowid FROM said WHERE said MATCH 'quokkas'") == []
        assert database.read("PRAGMA integrity_check")[0][0] == "ok"
        assert database.read("PRAGMA foreign_key_check") == []


def test_the_words_of_a_crash_are_forgotten_too(places: Places) -> None:
    """A copy that died leaves a write-ahead log, and half a take beside the whole ones."""
    sound = secrets.token_bytes(9_000)
    gone = practise(places, f"I met {RARE}", sound)
    (places.recordings / f".{gone}.flac.x1").write_bytes(sound)
    with closing(Database(places.database)) as database:
        with database.writing("kept") as db:
            db.execute("UPDATE attempts SET error = ?", (RARE,))
        log = places.recordings / "coach.db-wal"
        crashed = (places.database.read_bytes(), log.read_bytes())
    places.database.write_bytes(crashed[0])
    log.write_bytes(crashed[1])
    assert "recordings/coach.db-wal" in found_in(places, RARE.encode())
    forget_all_of(places, Selection(attempt=gone))
    assert found_in(places, *words_of(RARE), sound[:500]) == []


def test_audio_only_keeps_the_words_and_removes_the_sound(places: Places) -> None:
    sound = secrets.token_bytes(9_000)
    kept = practise(places, f"I met {RARE}", sound)
    forget_all_of(places, Selection(attempt=kept), audio_only=True)
    assert found_in(places, sound[:500]) == []
    with closing(Database(places.database)) as database:
        left = SqliteAttempts(database, now=lambda: NOW).get(kept)
    assert left.transcript is not None
    assert left.transcript.text == f"I met {RARE}"
    assert left.scorecard is not None
    assert (left.audio, left.state) == (None, State.SCORED)


def test_a_take_that_was_never_written_down_is_set_aside_when_its_sound_goes(places: Places) -> None:
    with closing(Database(places.database)) as database:
        store = SqliteAttempts(database, now=lambda: NOW)
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        path = places.recordings / str(attempt.audio)
        path.write_bytes(b"sound")
        store.recorded(attempt.id, Take(path, 2.0, 0))
    forget_all_of(places, Selection(attempt=attempt.id), audio_only=True)
    with closing(Database(places.database)) as database:
        assert SqliteAttempts(database, now=lambda: NOW).get(attempt.id).state is State.CANCELLED


def test_old_answers_go_and_young_ones_stay(places: Places) -> None:
    old, young = practise(places, RARE, days_ago=30), practise(places, OTHER, days_ago=2)
    planned = plan(places, Selection(before=NOW - timedelta(days=10)), audio_only=False)
    assert [a.id for a in planned.attempts] == [old]
    forget(places, planned)
    with closing(Database(places.database)) as database:
        assert [a.id for a in SqliteAttempts(database, now=lambda: NOW).attempts()] == [young]


def test_texts_of_pads_go_with_their_item(places: Places) -> None:
    with closing(Database(places.database)) as database:
        pads = SqlitePads(database, now=lambda: NOW)
        pads.save("sql-one", f"SELECT '{RARE}'")
        pads.keep("sql-one", f"SELECT '{RARE}'", PadVerdict(right=True, message=RARE))
        pads.save("sql-two", f"SELECT '{OTHER}'")
    forget_all_of(places, Selection(item="sql-one"))
    assert found_in(places, *words_of(RARE)) == []
    with closing(Database(places.database)) as database:
        assert SqlitePads(database, now=lambda: NOW).text("sql-two") == f"SELECT '{OTHER}'"


def test_everything_takes_takes_without_an_attempt_too(places: Places) -> None:
    practise(places, RARE, b"sound of one")
    (places.recordings / "stray.wav").write_bytes(b"a stray sound")
    (places.recordings / "README.md").write_text("Takes lie here.")
    forget_all_of(places, Selection())
    assert found_in(places, b"sound of one", b"a stray sound", *words_of(RARE)) == []
    assert (places.recordings / "README.md").exists()


def test_a_running_copy_is_not_disturbed(places: Places) -> None:
    gone = practise(places, RARE, b"its sound")
    planned = plan(places, Selection(attempt=gone), audio_only=False)
    with closing(Database(places.database)), pytest.raises(StorageError, match="close every running coach"):
        forget(places, planned)
    assert found_in(places, b"its sound")
    assert found_in(places, RARE.encode())


def test_any_other_program_that_holds_the_database_is_noticed(places: Places) -> None:
    gone = practise(places, RARE, b"its sound")
    planned = plan(places, Selection(attempt=gone), audio_only=False)
    with closing(sqlite3.connect(places.database)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT * FROM attempts").fetchone()
        with pytest.raises(StorageError, match="close every running coach"):
            forget(places, planned)
    assert found_in(places, b"its sound")


def test_a_name_that_leads_out_of_the_recordings_deletes_nothing_there(places: Places, tmp_path: Path) -> None:
    gone = practise(places, RARE)
    outside = tmp_path / "mine.wav"
    outside.write_bytes(b"mine")
    with closing(Database(places.database)) as database, database.writing("kept") as db:
        db.execute("UPDATE attempts SET audio = '../../mine.wav' WHERE id = ?", (gone,))
    forget_all_of(places, Selection(attempt=gone))
    assert outside.read_bytes() == b"mine"


def test_tables_that_are_added_later_are_covered(places: Places) -> None:
    gone = practise(places, "Said.")
    with closing(Database(places.database)) as database, database.writing("kept") as db:
        db.execute("CREATE TABLE later (attempt TEXT, words TEXT) STRICT")
        db.execute("CREATE TABLE odd (said_in TEXT NOT NULL REFERENCES attempts (id), words TEXT) STRICT")
        for table in ("later", "odd"):
            db.execute(f"INSERT INTO {table} VALUES (?, ?)", (gone, RARE))
    forget_all_of(places, Selection(attempt=gone))
    assert found_in(places, *words_of(RARE)) == []


def test_every_table_is_known_to_hold_no_words_or_to_be_forgotten(places: Places) -> None:
    """A new table that names no attempt stops here: say whether it holds words, and forget them if it does."""
    wordless = {"memories", "retrievals"}
    chosen_by_item = {"pads"}
    practise(places, "Said.")
    with closing(Database(places.database)) as database, database.writing("kept") as db:
        tables = {r["name"] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        covered = {table for table, _ in columns_naming_attempts(db)}
    index = {t for t in tables if t == "said" or t.startswith("said_")}
    assert tables - covered - index - wordless - chosen_by_item - {"attempts", "sqlite_sequence"} == set()
