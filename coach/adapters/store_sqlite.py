"""Attempts in SQLite: write-ahead log, foreign keys, numbered migrations; every call is durable when it returns."""

import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from coach.adapters.ownership import OwnerLock
from coach.adapters.store_schema import MIGRATIONS
from coach.core.attempt import UNFINISHED, Attempt, ItemRecord, Source, State
from coach.core.documents import (
    analysis_document,
    read_scorecard,
    read_transcript,
    scorecard_document,
    transcript_document,
)
from coach.core.ports import StorageError, Take
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

_WHOLE = """
    SELECT a.*, t.document AS transcript, n.document AS analysis, s.document AS scorecard
    FROM attempts a
    LEFT JOIN transcripts t ON t.attempt = a.id
    LEFT JOIN analyses n ON n.attempt = a.id
    LEFT JOIN scorecards s ON s.attempt = a.id
"""


class SqliteAttempts:
    """The attempt store (port `AttemptStore`); one connection, safe to share between threads."""

    def __init__(self, path: Path, *, now: Callable[[], datetime]) -> None:
        """Open or create the database at `path`; its folder becomes private. Raises StorageError."""
        self._path = path
        self._now = now
        self._guard = threading.RLock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._owner = OwnerLock(path.parent / "running")
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
            self._db = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise StorageError(
                f"Attempts cannot be kept in {path.parent}: {_reason(error)}; "
                "free or unlock that folder, or choose another with --home."
            ) from None
        self._db.row_factory = sqlite3.Row
        self._prepare()

    def close(self) -> None:
        """Let go of the database and of this process's claims."""
        with self._guard:
            self._db.close()
            self._owner.release()

    def begin(self, item: str, source: Source, audio_suffix: str | None = None) -> Attempt:
        """Note that a try begins."""
        moment = self._now()
        attempt_id = f"{moment.astimezone(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
        audio = f"{attempt_id}{audio_suffix}" if audio_suffix else None
        with self._writing("begun") as db:
            db.execute(
                "INSERT INTO attempts (id, item, created_at, source, state, audio, owner) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (attempt_id, item, moment.isoformat(), source, State.RECORDING, audio, self._owner.owner),
            )
        return self.get(attempt_id)

    def recorded(self, attempt_id: str, take: Take) -> Attempt:
        """The take is whole on disk."""
        with self._writing("kept") as db:
            db.execute(
                "UPDATE attempts SET state = ?, duration_s = ?, overflows = ?, ended = ?, error = '' WHERE id = ?",
                (State.RECORDED, take.duration_s, take.overflows, take.ended, attempt_id),
            )
        return self.get(attempt_id)

    def transcribed(self, attempt_id: str, transcript: Transcript) -> Attempt:
        """The words are known; an earlier transcript and verdict give way."""
        with self._writing("kept") as db:
            db.execute("DELETE FROM scorecards WHERE attempt = ?", (attempt_id,))
            db.execute("DELETE FROM analyses WHERE attempt = ?", (attempt_id,))
            db.execute(
                "INSERT OR REPLACE INTO transcripts (attempt, engine, model, text, document) VALUES (?, ?, ?, ?, ?)",
                (attempt_id, transcript.engine, transcript.model, transcript.text, transcript_document(transcript)),
            )
            db.execute("UPDATE attempts SET state = ?, error = '' WHERE id = ?", (State.TRANSCRIBED, attempt_id))
        return self.get(attempt_id)

    def scored(self, attempt_id: str, scorecard: Scorecard) -> Attempt:
        """The verdict is known."""
        with self._writing("kept") as db:
            db.execute(
                "INSERT OR REPLACE INTO analyses (attempt, document) VALUES (?, ?)",
                (attempt_id, analysis_document(scorecard.analysis)),
            )
            db.execute(
                "INSERT OR REPLACE INTO scorecards (attempt, rubric_version, score, level, document)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    attempt_id,
                    scorecard.rubric_version,
                    scorecard.score,
                    scorecard.level,
                    scorecard_document(scorecard),
                ),
            )
            db.execute("UPDATE attempts SET state = ?, error = '' WHERE id = ?", (State.SCORED, attempt_id))
        return self.get(attempt_id)

    def ended(self, attempt_id: str, state: State, error: str = "") -> Attempt:
        """The try ends without a verdict, or stays where it is with an error noted."""
        with self._writing("kept") as db:
            db.execute("UPDATE attempts SET state = ?, error = ? WHERE id = ?", (state, error, attempt_id))
        return self.get(attempt_id)

    def get(self, attempt_id: str) -> Attempt:
        """One attempt, whole; raises StorageError when there is none of that id."""
        rows = self._read(f"{_WHOLE} WHERE a.id = ?", (attempt_id,))
        if not rows:
            raise StorageError(f"There is no attempt '{attempt_id}'; run 'coach attempts' to see them.")
        return _attempt(rows[0])

    def attempts(self, item: str | None = None, limit: int | None = None) -> list[Attempt]:
        """Attempts, newest first."""
        rows = self._read(
            f"{_WHOLE} WHERE (? IS NULL OR a.item = ?) ORDER BY a.id DESC LIMIT ?",
            (item, item, -1 if limit is None else limit),
        )
        return [_attempt(row) for row in rows]

    def unfinished(self) -> list[Attempt]:
        """Attempts left before their verdict by a crash or an error, oldest first."""
        states = sorted(UNFINISHED)
        marks = ", ".join("?" * len(states))
        rows = self._read(f"{_WHOLE} WHERE a.state IN ({marks}) ORDER BY a.id", tuple(states))
        return [_attempt(row) for row in rows if not self._owner.is_alive(row["owner"])]

    def records(self) -> dict[str, ItemRecord]:
        """What history says of each item."""
        rows = self._read(
            "SELECT a.item, a.created_at, s.score FROM scorecards s JOIN attempts a ON a.id = s.attempt ORDER BY a.id",
            (),
        )
        scores: dict[str, list[float]] = {}
        last: dict[str, str] = {}
        for row in rows:
            scores.setdefault(row["item"], []).append(row["score"])
            last[row["item"]] = row["created_at"]
        return {
            item: ItemRecord(
                item, len(each), max(each), each[-1], datetime.fromisoformat(last[item]), scores=tuple(each)
            )
            for item, each in scores.items()
        }

    def _prepare(self) -> None:
        with self._guard:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA foreign_keys = ON")
                version = self._version()
                if version > len(MIGRATIONS):
                    raise StorageError(
                        f"{self._path} was written by a newer coach (schema {version}); upgrade, or use another --home."
                    )
                self._migrate(version)
            except sqlite3.Error as error:
                raise self._refused("opened", error) from None

    def _migrate(self, version: int) -> None:
        """Run the missing migrations, each in a transaction that looks again: another copy may have been faster."""
        while version < len(MIGRATIONS):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                version = self._version()
                if version < len(MIGRATIONS):
                    for statement in MIGRATIONS[version].split(";"):
                        self._db.execute(statement)
                    version += 1
                    self._db.execute(f"PRAGMA user_version = {version}")
                self._db.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _read(self, query: str, values: tuple[object, ...]) -> list[sqlite3.Row]:
        with self._guard:
            try:
                return list(self._db.execute(query, values))
            except sqlite3.Error as error:
                raise self._refused("read", error) from None

    @contextmanager
    def _writing(self, what: str) -> Iterator[sqlite3.Connection]:
        with self._guard:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back()
                raise self._refused(what, error) from None
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _refused(self, what: str, error: sqlite3.Error) -> StorageError:
        return StorageError(
            f"The attempt could not be {what} in {self._path}: {_reason(error)}; "
            "free space or repair that file, or choose another folder with --home."
            if what != "opened"
            else f"The attempts in {self._path} cannot be opened: {_reason(error)}; "
            "move that file aside, or choose another folder with --home."
        )


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)


def _attempt(row: sqlite3.Row) -> Attempt:
    transcript, analysis, scorecard = row["transcript"], row["analysis"], row["scorecard"]
    return Attempt(
        id=row["id"],
        item=row["item"],
        created_at=datetime.fromisoformat(row["created_at"]),
        source=Source(row["source"]),
        state=State(row["state"]),
        audio=row["audio"],
        duration_s=row["duration_s"],
        overflows=row["overflows"],
        ended=row["ended"],
        error=row["error"],
        transcript=read_transcript(transcript) if transcript else None,
        scorecard=read_scorecard(scorecard, analysis, transcript) if scorecard and analysis and transcript else None,
    )
