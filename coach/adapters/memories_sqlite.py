"""Memories in SQLite."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.adapters.database import Database
from coach.core.schedule import Memory


class SqliteMemories:
    """The port Memories."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_item(self, item: str) -> Mapping[str, Memory]:
        """The memories of an item's lines."""
        return {m.line: m for m in map(_memory, self._db.read("SELECT * FROM memories WHERE item = ?", (item,)))}

    def all(self) -> list[Memory]:
        """Every memory."""
        return [_memory(row) for row in self._db.read("SELECT * FROM memories ORDER BY item, line")]

    def keep(self, memories: Sequence[Memory], attempt: str) -> None:
        """Keep memories and note their attempt as counted, both or neither."""
        with self._db.writing("kept") as db:
            if db.execute("INSERT OR IGNORE INTO counted (attempt) VALUES (?)", (attempt,)).rowcount == 0:
                return
            db.executemany(
                "INSERT OR REPLACE INTO memories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [_values(m) for m in memories]
            )

    def counted(self, attempt: str) -> bool:
        """Whether an attempt has been counted."""
        return bool(self._db.read("SELECT 1 FROM counted WHERE attempt = ?", (attempt,)))


def _values(m: Memory) -> tuple[object, ...]:
    reviewed = m.last_review.isoformat() if m.last_review else None
    return (
        m.item,
        m.line,
        m.due.isoformat(),
        m.stability,
        m.difficulty,
        m.state,
        m.step,
        reviewed,
        m.reviews,
        m.lapses,
    )


def _memory(row: sqlite3.Row) -> Memory:
    reviewed = row["last_review"]
    return Memory(
        item=row["item"],
        line=row["line"],
        due=datetime.fromisoformat(row["due"]),
        stability=row["stability"],
        difficulty=row["difficulty"],
        state=row["state"],
        step=row["step"],
        last_review=datetime.fromisoformat(reviewed) if reviewed else None,
        reviews=row["reviews"],
        lapses=row["lapses"],
    )
