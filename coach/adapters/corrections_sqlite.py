"""Corrected words in SQLite: the transcript in force, the words as they were first, and every step between."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from coach.adapters.database import Database
from coach.adapters.store_sqlite import write_verdict
from coach.core.corrections import Correction
from coach.core.documents import read_transcript, transcript_document
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript


class SqliteCorrections:
    """The port Corrections."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def of(self, attempt_id: str) -> tuple[Correction, ...]:
        """The corrections in force, oldest first."""
        rows = self._db.read("SELECT * FROM corrections WHERE attempt = ? ORDER BY id", (attempt_id,))
        return tuple(
            Correction(r["first"], r["words"], r["text"], r["was"], datetime.fromisoformat(r["at"])) for r in rows
        )

    def original(self, attempt_id: str) -> Transcript | None:
        """The words as they were before the first correction."""
        rows = self._db.read("SELECT document FROM original_transcripts WHERE attempt = ?", (attempt_id,))
        return read_transcript(rows[0]["document"]) if rows else None

    def keep(self, attempt_id: str, correction: Correction, transcript: Transcript, scorecard: Scorecard) -> None:
        """Keep a correction with what follows from it."""
        with self._db.writing("kept") as db:
            db.execute(
                "INSERT OR IGNORE INTO original_transcripts (attempt, document)"
                " SELECT attempt, document FROM transcripts WHERE attempt = ?",
                (attempt_id,),
            )
            db.execute(
                "INSERT INTO corrections (attempt, at, first, words, text, was) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    attempt_id,
                    self._now().isoformat(),
                    correction.first,
                    correction.count,
                    correction.text,
                    correction.was,
                ),
            )
            _put(db, attempt_id, transcript, scorecard)

    def take_back(self, attempt_id: str, transcript: Transcript, scorecard: Scorecard) -> None:
        """Forget the newest correction and keep what follows from that."""
        with self._db.writing("kept") as db:
            db.execute(
                "DELETE FROM corrections WHERE id = (SELECT max(id) FROM corrections WHERE attempt = ?)", (attempt_id,)
            )
            _put(db, attempt_id, transcript, scorecard)


def _put(db: sqlite3.Connection, attempt_id: str, transcript: Transcript, scorecard: Scorecard) -> None:
    db.execute(
        "UPDATE transcripts SET text = ?, document = ? WHERE attempt = ?",
        (transcript.text, transcript_document(transcript), attempt_id),
    )
    write_verdict(db, attempt_id, scorecard)
