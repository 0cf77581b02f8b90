"""Verdicts that gave way to newer ones, in SQLite."""

from collections.abc import Callable
from datetime import datetime

from coach.adapters.database import Database
from coach.adapters.store_sqlite import write_verdict
from coach.core.documents import read_scorecard, read_whole_scorecard, whole_scorecard_document
from coach.core.review import OldScore
from coach.core.scorecard import Scorecard


class SqliteOldScores:
    """The port OldScores; an old verdict is kept whole, with the words it was given on."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def of(self, attempt_id: str) -> tuple[OldScore, ...]:
        """The verdicts that gave way, oldest first."""
        rows = self._db.read("SELECT at, document FROM old_scorecards WHERE attempt = ? ORDER BY id", (attempt_id,))
        return tuple(OldScore(datetime.fromisoformat(r["at"]), read_whole_scorecard(r["document"])) for r in rows)

    def replace(self, attempt_id: str, scorecard: Scorecard) -> None:
        """Put a verdict in the place of the one in force, which is kept."""
        with self._db.writing("kept") as db:
            row = db.execute(
                "SELECT s.document AS scorecard, n.document AS analysis, t.document AS transcript FROM scorecards s"
                " JOIN analyses n ON n.attempt = s.attempt JOIN transcripts t ON t.attempt = s.attempt"
                " WHERE s.attempt = ?",
                (attempt_id,),
            ).fetchone()
            if row is not None:
                old = read_scorecard(row["scorecard"], row["analysis"], row["transcript"])
                db.execute(
                    "INSERT INTO old_scorecards (attempt, at, document) VALUES (?, ?, ?)",
                    (attempt_id, self._now().isoformat(), whole_scorecard_document(old)),
                )
            write_verdict(db, attempt_id, scorecard)
