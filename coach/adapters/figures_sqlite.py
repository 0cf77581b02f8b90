"""The figures of scored answers as plain columns, so that trends need not read whole scorecards."""

import sqlite3

from coach.adapters.database import Database
from coach.core.documents import read_scorecard
from coach.core.ports import Progress, Stop, StorageError
from coach.core.trends import Figures, figures_of

CHUNK = 200
"""Scorecards read between two looks at `stop`: about a tenth of a second of work."""

_WAITING = "SELECT attempt FROM scorecards EXCEPT SELECT attempt FROM figures ORDER BY attempt"


def keep_figures(db: sqlite3.Connection, attempt: str, score: float, figures: Figures | None) -> None:
    """Keep the figures of one scored answer inside the caller's transaction; None: its findings cannot be read."""
    item = db.execute("SELECT item FROM attempts WHERE id = ?", (attempt,)).fetchone()[0]
    db.execute("DELETE FROM figures WHERE attempt = ?", (attempt,))
    columns = (
        (figures.words, figures.fillers_per_min, figures.wpm, figures.longest_pause_s, figures.open_hedges)
        if figures
        else (None,) * 5
    )
    db.execute(
        "INSERT INTO figures (attempt, item, score, words, fillers_per_min, wpm, longest_pause_s, open_hedges)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (attempt, item, score, *columns),
    )
    db.executemany(
        "INSERT OR REPLACE INTO missed (item, element, attempt, must) VALUES (?, ?, ?, ?)",
        [(item, element, attempt, int(must)) for element, must in (figures.missed if figures else ())],
    )


def catch_up(database: Database, progress: Progress | None = None, stop: Stop | None = None) -> int:
    """Take the figures of scored answers that have none yet; how many there were. Raises StorageError.

    Each chunk is durable, so that a stopped run is taken up where it ended.
    """
    counts = database.read("SELECT (SELECT count(*) FROM scorecards) - (SELECT count(*) FROM figures) AS waiting")
    if not counts[0]["waiting"]:
        return 0
    waiting = [row["attempt"] for row in database.read(_WAITING)]
    done = 0
    while done < len(waiting) and not (stop and stop()):
        chunk = waiting[done : done + CHUNK]
        read = [_read(database, attempt) for attempt in chunk]
        with database.writing("kept") as db:
            for attempt, (score, figures) in zip(chunk, read, strict=True):
                keep_figures(db, attempt, score, figures)
        done += len(chunk)
        if progress:
            progress(done / len(waiting))
    return done


def _read(database: Database, attempt: str) -> tuple[float, Figures | None]:
    row = database.read(
        "SELECT s.score, s.document AS scorecard, n.document AS analysis, t.document AS transcript"
        " FROM scorecards s"
        " LEFT JOIN analyses n ON n.attempt = s.attempt LEFT JOIN transcripts t ON t.attempt = s.attempt"
        " WHERE s.attempt = ?",
        (attempt,),
    )[0]
    if row["analysis"] is None or row["transcript"] is None:
        return row["score"], None
    try:
        card = read_scorecard(row["scorecard"], row["analysis"], row["transcript"])
    except StorageError:
        return row["score"], None
    return row["score"], figures_of(card)
