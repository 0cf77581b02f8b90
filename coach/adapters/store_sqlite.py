"""Attempts in SQLite; every call is durable when it returns."""

import secrets
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from coach.adapters.database import Database
from coach.adapters.figures_sqlite import keep_figures
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
from coach.core.trends import figures_of

_WHOLE = """
    SELECT a.*, t.document AS transcript, n.document AS analysis, s.document AS scorecard
    FROM attempts a
    LEFT JOIN transcripts t ON t.attempt = a.id
    LEFT JOIN analyses n ON n.attempt = a.id
    LEFT JOIN scorecards s ON s.attempt = a.id
"""


class SqliteAttempts:
    """The attempt store (port `AttemptStore`), safe to share between threads."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def begin(self, item: str, source: Source, audio_suffix: str | None = None) -> Attempt:
        """Note that a try begins."""
        moment = self._now()
        attempt_id = f"{moment.astimezone(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
        audio = f"{attempt_id}{audio_suffix}" if audio_suffix else None
        with self._db.writing("begun") as db:
            db.execute(
                "INSERT INTO attempts (id, item, created_at, source, state, audio, owner) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (attempt_id, item, moment.isoformat(), source, State.RECORDING, audio, self._db.owner.owner),
            )
        return self.get(attempt_id)

    def recorded(self, attempt_id: str, take: Take) -> Attempt:
        """The take is whole on disk."""
        with self._db.writing("kept") as db:
            db.execute(
                "UPDATE attempts SET state = ?, duration_s = ?, overflows = ?, ended = ?, error = '' WHERE id = ?",
                (State.RECORDED, take.duration_s, take.overflows, take.ended, attempt_id),
            )
        return self.get(attempt_id)

    def transcribed(self, attempt_id: str, transcript: Transcript) -> Attempt:
        """The words are known; an earlier transcript and verdict give way."""
        with self._db.writing("kept") as db:
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
        with self._db.writing("kept") as db:
            write_verdict(db, attempt_id, scorecard)
            db.execute("UPDATE attempts SET state = ?, error = '' WHERE id = ?", (State.SCORED, attempt_id))
        return self.get(attempt_id)

    def ended(self, attempt_id: str, state: State, error: str = "") -> Attempt:
        """The try ends without a verdict, or stays where it is with an error noted."""
        with self._db.writing("kept") as db:
            db.execute("UPDATE attempts SET state = ?, error = ? WHERE id = ?", (state, error, attempt_id))
        return self.get(attempt_id)

    def get(self, attempt_id: str) -> Attempt:
        """One attempt, whole; raises StorageError when there is none of that id."""
        rows = self._db.read(f"{_WHOLE} WHERE a.id = ?", (attempt_id,))
        if not rows:
            raise StorageError(f"There is no attempt '{attempt_id}'; run 'coach attempts' to see them.")
        return _attempt(rows[0])

    def attempts(self, item: str | None = None, limit: int | None = None) -> list[Attempt]:
        """Attempts, newest first."""
        rows = self._db.read(
            f"{_WHOLE} WHERE (? IS NULL OR a.item = ?) ORDER BY a.id DESC LIMIT ?",
            (item, item, -1 if limit is None else limit),
        )
        return [_attempt(row) for row in rows]

    def unfinished(self) -> list[Attempt]:
        """Attempts left before their verdict by a crash or an error, oldest first."""
        states = sorted(UNFINISHED)
        marks = ", ".join("?" * len(states))
        rows = self._db.read(f"{_WHOLE} WHERE a.state IN ({marks}) ORDER BY a.id", tuple(states))
        return [_attempt(row) for row in rows if not self._db.owner.is_alive(row["owner"])]

    def records(self) -> dict[str, ItemRecord]:
        """What history says of each item."""
        rows = self._db.read(
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


def write_verdict(db: sqlite3.Connection, attempt_id: str, scorecard: Scorecard) -> None:
    """Put a verdict in the place of the one before, within a transaction of the caller's."""
    db.execute(
        "INSERT OR REPLACE INTO analyses (attempt, document) VALUES (?, ?)",
        (attempt_id, analysis_document(scorecard.analysis)),
    )
    db.execute(
        "INSERT OR REPLACE INTO scorecards (attempt, rubric_version, score, level, document) VALUES (?, ?, ?, ?, ?)",
        (attempt_id, scorecard.rubric_version, scorecard.score, scorecard.level, scorecard_document(scorecard)),
    )
    keep_figures(db, attempt_id, scorecard.score, figures_of(scorecard))


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
