"""Texts and runs of pads in SQLite."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any

from coach.adapters.database import Database
from coach.core.pad_ports import ConstructResult, PadRun, PadVerdict
from coach.core.pad_wire import pad_json


class SqlitePads:
    """The port PadStore: one row with an empty verdict holds the text of an item as it stands, every other is a run."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def save(self, item: str, text: str) -> None:
        """Keep the text of an item's pad as it stands."""
        with self._db.writing("kept") as db:
            db.execute("DELETE FROM pads WHERE item = ? AND verdict = ''", (item,))
            db.execute(
                "INSERT INTO pads (item, created_at, text, verdict) VALUES (?, ?, ?, '')",
                (item, self._now().isoformat(), text),
            )

    def keep(self, item: str, text: str, verdict: PadVerdict) -> None:
        """Keep a run for good."""
        with self._db.writing("kept") as db:
            db.execute(
                "INSERT INTO pads (item, created_at, text, verdict) VALUES (?, ?, ?, ?)",
                (item, self._now().isoformat(), text, json.dumps(pad_json(item, verdict))),
            )

    def text(self, item: str) -> str | None:
        """The text that stood on the item's pad last."""
        rows = self._db.read("SELECT text FROM pads WHERE item = ? ORDER BY id DESC LIMIT 1", (item,))
        return rows[0]["text"] if rows else None

    def runs(self, item: str | None = None) -> list[PadRun]:
        """The runs, newest first."""
        rows = self._db.read(
            "SELECT * FROM pads WHERE verdict <> '' AND (? IS NULL OR item = ?) ORDER BY id DESC", (item, item)
        )
        return [_run(row) for row in rows]


def _run(row: sqlite3.Row) -> PadRun:
    kept: dict[str, Any] = json.loads(row["verdict"])
    del kept["item"]
    kept["constructs"] = tuple(ConstructResult(**each) for each in kept["constructs"])
    kept["columns"] = tuple(kept["columns"])
    for side in ("missing", "extra"):
        kept[side] = tuple(tuple(each) for each in kept[side])
    return PadRun(row["id"], row["item"], datetime.fromisoformat(row["created_at"]), row["text"], PadVerdict(**kept))
