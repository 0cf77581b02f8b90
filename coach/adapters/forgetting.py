"""Attempts taken away for good: their rows, their words in the search index, their takes on disk.

Once it is done neither the database file nor any page that it freed holds the words: SQLite overwrites what it deletes
(`secure_delete`), the index is built again without them, and the file is written anew (`VACUUM`) with its write-ahead
log folded in and removed. Takes are unlinked; whether their blocks can be read back is up to the disk.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coach.adapters.alone import alone, in_use
from coach.adapters.database import Database
from coach.adapters.restoring import copies_aside
from coach.adapters.selected_sqlite import selected
from coach.adapters.take_places import files_of, is_take_name, take_path
from coach.config import Places
from coach.core.attempt import State
from coach.core.ports import StorageError
from coach.core.selection import Kept, Selection

_BUSY_S = 2
"""How long another program may hold the database before it counts as in use."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What will go."""

    attempts: tuple[Kept, ...]
    files: tuple[Path, ...]
    """Takes, and what a crash left of them."""
    file_bytes: int
    pads: tuple[int, ...]
    """Numbers of the texts worked at the keyboard."""
    audio_only: bool
    """Whether the words stay."""
    copies: tuple[Path, ...]
    """Folders that `coach restore` moved aside; they may hold the same words, and stay."""

    def __bool__(self) -> bool:
        return bool(self.files or self.pads or (self.attempts and not self.audio_only))


def plan(places: Places, selection: Selection, *, audio_only: bool) -> Plan:
    """What a selection would take away; nothing is touched. Raises StorageError."""
    with closing(Database(places.database)) as database:
        attempts = selected(database, selection)
        pads = [] if audio_only or selection.attempt is not None else _pads(database, selection)
    files = {*files_of(places.recordings, (a.id for a in attempts))}
    files |= {p for a in attempts if (p := take_path(places.recordings, a.audio)) is not None and os.path.lexists(p)}
    if not selection.names_something:
        files |= {p for p in places.recordings.iterdir() if is_take_name(p.name)}
    return Plan(
        attempts=tuple(a for a in attempts if not audio_only or a.audio is not None),
        files=tuple(sorted(files)),
        file_bytes=sum(p.lstat().st_size for p in files),
        pads=tuple(pads),
        audio_only=audio_only,
        copies=copies_aside(places),
    )


def forget(places: Places, planned: Plan) -> None:
    """Take it away; raises StorageError when another program has the database open, and touches nothing then.

    Takes go first: a run that is interrupted is finished by the same command.
    """
    with alone(places.recordings, "forget"), _exclusive(places.database) as db:
        _refuse_without_index(db)
        db.execute("BEGIN EXCLUSIVE")
        db.execute("PRAGMA defer_foreign_keys = ON")
        _unlink(planned.files)
        ids = json.dumps([a.id for a in planned.attempts])
        if planned.audio_only:
            _silence(db, ids)
        else:
            # The attempts first: what refers to them goes by cascade, and triggers keep the search index true.
            for table, column in [("attempts", "id"), *columns_naming_attempts(db)]:
                db.execute(_delete(table, column), (ids,))
            db.execute(_delete("pads", "id"), (json.dumps(planned.pads),))
            for index in _full_text_tables(db):
                db.execute(f"INSERT INTO {_quoted(index)} ({_quoted(index)}) VALUES ('rebuild')")  # noqa: S608, quoted
        db.execute("COMMIT")
        db.execute("VACUUM")


def columns_naming_attempts(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each table and column that names an attempt: called `attempt`, or referring to one."""
    tables = [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'attempts'")
    ]
    found: list[tuple[str, str]] = []
    for table in sorted(tables):
        columns = {row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        referring = db.execute(
            'SELECT "from" FROM pragma_foreign_key_list(?) WHERE lower("table") = \'attempts\'', (table,)
        )
        found += [(table, c) for c in sorted(columns & {"attempt"} | {row[0] for row in referring})]
    return found


def _pads(database: Database, selection: Selection) -> list[int]:
    rows = database.read("SELECT id, item, created_at FROM pads ORDER BY id")
    return [r["id"] for r in rows if selection.admits_other(r["item"], datetime.fromisoformat(r["created_at"]))]


def _silence(db: sqlite3.Connection, ids: str) -> None:
    """The attempts have no take any more; one that was never written down cannot be, and is set aside."""
    among = "id IN (SELECT value FROM json_each(?))"
    db.execute(
        f"UPDATE attempts SET state = ? WHERE state IN (?, ?) AND {among}",  # noqa: S608, a constant
        (State.CANCELLED, State.RECORDING, State.RECORDED, ids),
    )
    db.execute(f"UPDATE attempts SET audio = NULL WHERE {among}", (ids,))  # noqa: S608, a constant


def _delete(table: str, column: str) -> str:
    return f"DELETE FROM {_quoted(table)} WHERE {_quoted(column)} IN (SELECT value FROM json_each(?))"  # noqa: S608


def _full_text_tables(db: sqlite3.Connection) -> list[str]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING%fts5%'"
    return [row[0] for row in db.execute(named)]


def _refuse_without_index(db: sqlite3.Connection) -> None:
    """Words in an index that this Python cannot write would stay behind."""
    if _full_text_tables(db) and not db.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        raise StorageError(
            "The words are in a search index that this Python cannot write (its SQLite has no FTS5); "
            "run 'coach forget' with the Python that you practised with."
        )


def _unlink(files: Iterable[Path]) -> None:
    folders = {path.parent for path in files}
    for path in files:
        path.unlink(missing_ok=True)
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _exclusive(path: Path) -> Iterator[sqlite3.Connection]:
    """The database for one program alone, without a write-ahead log; raises StorageError."""
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)) as db:
            _close_log(db)
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA secure_delete = ON")
            yield db
    except (sqlite3.Error, OSError) as error:
        cause = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
        raise StorageError(
            f"Forgetting was not finished: {cause}; free space or unlock {path.parent}, then run it again."
        ) from None


def _close_log(db: sqlite3.Connection) -> None:
    """Fold the write-ahead log into the file and remove it, which SQLite does for the only user of a database."""
    try:
        mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise in_use("forget") from None
        raise
    if mode != "delete":
        raise in_use("forget")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
