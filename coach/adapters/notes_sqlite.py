"""Notes on attempts in SQLite."""

from collections.abc import Callable
from datetime import datetime

from coach.adapters.database import Database


class SqliteNotes:
    """The port Notes."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def of(self, attempt_id: str) -> str:
        """The note of an attempt."""
        rows = self._db.read("SELECT text FROM notes WHERE attempt = ?", (attempt_id,))
        return str(rows[0]["text"]) if rows else ""

    def keep(self, attempt_id: str, text: str) -> None:
        """Keep a note in place of the one before."""
        with self._db.writing("kept") as db:
            if text.strip():
                db.execute(
                    "INSERT INTO notes (attempt, at, text) VALUES (?, ?, ?)"
                    " ON CONFLICT (attempt) DO UPDATE SET at = excluded.at, text = excluded.text",
                    (attempt_id, self._now().isoformat(), text),
                )
            else:
                db.execute("DELETE FROM notes WHERE attempt = ?", (attempt_id,))
