"""Which attempt told which story, and what came to mind in blind retrievals, in SQLite."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.adapters.database import Database
from coach.core.stories import Told
from coach.core.story_history import Naming, Retrieval


class SqliteStories:
    """The port StoryHistory."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def note(self, attempt: str, story: str) -> None:
        """An attempt told a story; an empty story: none of the matrix. The last word counts."""
        with self._db.writing("kept") as db:
            db.execute("INSERT OR REPLACE INTO told (attempt, story) VALUES (?, ?)", (attempt, story))

    def story_of(self, attempt: str) -> str | None:
        """Which story an attempt told; empty when none of the matrix, None when nobody said."""
        rows = self._db.read("SELECT story FROM told WHERE attempt = ?", (attempt,))
        return str(rows[0]["story"]) if rows else None

    def tellings(self) -> Mapping[str, str]:
        """The story of every attempt that told one."""
        return {r["attempt"]: r["story"] for r in self._db.read("SELECT attempt, story FROM told WHERE story <> ''")}

    def told(self) -> Mapping[str, Told]:
        """How often each story was told, and how well."""
        rows = self._db.read(
            "SELECT story, COUNT(*) AS times, MAX(created_at) AS last_at, MAX(score) AS best FROM told"
            " JOIN attempts ON attempts.id = told.attempt LEFT JOIN scorecards ON scorecards.attempt = told.attempt"
            " WHERE story <> '' GROUP BY story"
        )
        return {r["story"]: Told(r["times"], datetime.fromisoformat(r["last_at"]), r["best"]) for r in rows}

    def keep(self, retrieval: Retrieval) -> None:
        """Keep a retrieval."""
        with self._db.writing("kept") as db:
            db.execute(
                "INSERT INTO retrievals (at, item, story, naming, took_s) VALUES (?, ?, ?, ?, ?)",
                (retrieval.at.isoformat(), retrieval.item, retrieval.story, retrieval.naming, retrieval.took_s),
            )

    def retrievals(self) -> Sequence[Retrieval]:
        """Every retrieval, oldest first."""
        return [
            Retrieval(datetime.fromisoformat(r["at"]), r["item"], r["story"], Naming(r["naming"]), r["took_s"])
            for r in self._db.read("SELECT * FROM retrievals ORDER BY id")
        ]
