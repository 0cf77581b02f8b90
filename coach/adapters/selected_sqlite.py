"""Which attempts there are, without reading what was said in them."""

from datetime import datetime

from coach.adapters.database import Database
from coach.core.attempt import State
from coach.core.selection import Kept, Selection


def selected(database: Database, selection: Selection) -> list[Kept]:
    """The attempts that are meant, oldest first; raises StorageError."""
    rows = database.read("SELECT id, item, created_at, state, audio FROM attempts ORDER BY id")
    every = (
        Kept(r["id"], r["item"], datetime.fromisoformat(r["created_at"]), State(r["state"]), r["audio"]) for r in rows
    )
    return [kept for kept in every if selection.admits(kept)]
