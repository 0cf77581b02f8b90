"""The history of all attempts in SQLite: plain columns for the table and the trends, FTS5 for what was said."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, datetime
from itertools import islice

from coach.adapters.database import Database
from coach.adapters.figures_sqlite import catch_up
from coach.core.attempt import Source, State
from coach.core.documents import read_transcript
from coach.core.drill import Kind
from coach.core.history import AttemptLine, Filter, Hit
from coach.core.ports import Progress, Stop, StorageError
from coach.core.rubric import Level
from coach.core.search import Search, Snippet, places, snippet
from coach.core.spans import Span
from coach.core.trends import PRACTISED, Day, MissedIdea, Point, Practised, Trends, most_missed, practised_on

_LINE = """
    SELECT a.id, a.item, a.created_at, a.source, a.state, a.duration_s, a.audio IS NOT NULL AS has_audio,
           s.level, s.score, f.words, f.fillers_per_min, f.wpm
    FROM attempts a
    LEFT JOIN scorecards s ON s.attempt = a.id
    LEFT JOIN figures f ON f.attempt = a.id
"""

_COUNT = "SELECT count(*) AS n FROM attempts a LEFT JOIN scorecards s ON s.attempt = a.id WHERE 1"

_NAMED = "WHERE a.id IN (SELECT value FROM json_each(?))"

_POINT = """
    SELECT f.attempt, f.item, a.created_at, f.score, f.fillers_per_min, f.wpm, f.longest_pause_s, f.open_hedges
    FROM figures f JOIN attempts a ON a.id = f.attempt WHERE (? IS NULL OR f.item = ?) ORDER BY f.attempt
"""

_SAID = "SELECT attempt, text, document FROM transcripts WHERE attempt IN (SELECT value FROM json_each(?))"

_MATCHES = "SELECT k.attempt AS id FROM said JOIN spoken k ON k.number = said.rowid"

_OF_ATTEMPTS = "JOIN attempts a ON a.id = k.attempt LEFT JOIN scorecards s ON s.attempt = a.id"

_CONTAINS = """
    SELECT a.id, t.text FROM transcripts t
    JOIN attempts a ON a.id = t.attempt
    LEFT JOIN scorecards s ON s.attempt = a.id
    WHERE 1
"""


class SqliteHistory:
    """The port `History`, safe to share between threads."""

    def __init__(self, database: Database, kinds: Callable[[], Mapping[str, Kind]]) -> None:
        """`kinds` tells the kind of every item there is."""
        self._db = database
        self._kinds = kinds

    def lines(self, chosen: Filter, limit: int, offset: int = 0) -> list[AttemptLine]:
        """Attempts, newest first."""
        kinds = self._kinds()
        where, values = _conditions(chosen, kinds)
        rows = self._db.read(f"{_LINE} WHERE 1 {where} ORDER BY a.id DESC LIMIT ? OFFSET ?", (*values, limit, offset))
        return [_line(row, kinds) for row in rows]

    def count(self, chosen: Filter) -> int:
        """How many attempts there are."""
        where, values = _conditions(chosen, self._kinds())
        return int(self._db.read(f"{_COUNT} {where}", values)[0]["n"])

    def search(self, search: Search, chosen: Filter, limit: int, offset: int = 0) -> list[Hit]:
        """Answers that contain every phrase, newest first; none for an empty search."""
        if not search:
            return []
        kinds = self._kinds()
        found = self._found if self._db.full_text else self._found_slowly
        ids = found(search, chosen, kinds, limit, offset)
        named = (json.dumps(ids),)
        rows = self._db.read(f"{_LINE} {_NAMED}", named)
        lines = {row["id"]: _line(row, kinds) for row in rows}
        texts = self._db.read(_SAID, named)
        said = {row["attempt"]: row for row in texts}
        return [_hit(lines[i], said[i], search) for i in ids if i in lines and i in said]

    def trends(self, item: str | None = None) -> Trends:
        """The scored answers in figures; of one item when it is named."""
        self.catch_up()
        rows = self._db.read(_POINT, (item, item))
        return Trends(tuple(Point(i, of, datetime.fromisoformat(at), *rest) for i, of, at, *rest in rows))

    def most_missed(self, item: str | None = None, limit: int = 10) -> list[MissedIdea]:
        """The ideas missed most often; of one item when it is named."""
        self.catch_up()
        tried = {r["item"]: r["n"] for r in self._db.read("SELECT item, count(*) AS n FROM figures GROUP BY item")}
        rows = self._db.read(
            "SELECT item, element, max(must) AS must, count(*) AS n FROM missed"
            " WHERE (? IS NULL OR item = ?) GROUP BY item, element",
            (item, item),
        )
        ideas = (MissedIdea(r["item"], r["element"], bool(r["must"]), r["n"], tried[r["item"]]) for r in rows)
        return most_missed(ideas, limit)

    def practised(self, today: date) -> Practised:
        """How much was practised; a day is the candidate's own, where the answer was given."""
        rows = self._db.read(
            "SELECT substr(created_at, 1, 10) AS day, count(*) AS n, total(duration_s) AS spoken_s FROM attempts"
            " WHERE state IN (SELECT value FROM json_each(?)) GROUP BY day",
            (json.dumps(sorted(PRACTISED)),),
        )
        days = {date.fromisoformat(row["day"]): Day(row["n"], row["spoken_s"]) for row in rows}
        return practised_on(days, today)

    def catch_up(self, progress: Progress | None = None, stop: Stop | None = None) -> int:
        """Take the figures of scored answers that have none yet; how many there were. Can be stopped and resumed."""
        return catch_up(self._db, progress, stop)

    def _found(
        self, search: Search, chosen: Filter, kinds: Mapping[str, Kind], limit: int, offset: int
    ) -> tuple[str, ...]:
        where, values = _conditions(chosen, kinds)
        joined = _OF_ATTEMPTS if where else ""
        query = f"{_MATCHES} {joined} WHERE said MATCH ? {where} ORDER BY k.attempt DESC LIMIT ? OFFSET ?"
        return tuple(row["id"] for row in self._db.read(query, (match_expression(search), *values, limit, offset)))

    def _found_slowly(
        self, search: Search, chosen: Filter, kinds: Mapping[str, Kind], limit: int, offset: int
    ) -> tuple[str, ...]:
        """Without FTS5: every text that contains the letters is looked at; a word with accents is found as typed."""
        where, values = _conditions(chosen, kinds)
        words = [word for phrase in search.phrases for word in phrase]
        where += " AND t.text LIKE ?" * len(words)
        rows = self._db.read(f"{_CONTAINS} {where} ORDER BY a.id DESC", (*values, *(f"%{w}%" for w in words)))
        found = (row["id"] for row in rows if places(search, row["text"]))
        return tuple(islice(found, offset, offset + limit))


def match_expression(search: Search) -> str:
    """The search in the language of FTS5; words consist of letters and digits, so that quoting them is enough."""
    quoted = [f'"{" ".join(phrase)}"' for phrase in search.phrases]
    return " AND ".join(quoted) + (" *" if search.open_ended else "")


def _conditions(chosen: Filter, kinds: Mapping[str, Kind]) -> tuple[str, tuple[object, ...]]:
    """The filter as conditions on attempts `a` and scorecards `s`; moments are compared across time zones."""
    found: list[tuple[str, object]] = []
    if chosen.kind is not None:
        of_kind = [item for item, kind in kinds.items() if kind is chosen.kind]
        found.append(("a.item IN (SELECT value FROM json_each(?))", json.dumps(of_kind)))
    if chosen.item is not None:
        found.append(("a.item = ?", chosen.item))
    if chosen.since is not None:
        found.append(("julianday(a.created_at) >= julianday(?)", chosen.since.isoformat()))
    if chosen.until is not None:
        found.append(("julianday(a.created_at) < julianday(?)", chosen.until.isoformat()))
    if chosen.level is not None:
        found.append(("s.level = ?", str(chosen.level)))
    if chosen.has_audio is not None:
        found.append(("(a.audio IS NOT NULL) = ?", int(chosen.has_audio)))
    return "".join(f" AND {condition}" for condition, _ in found), tuple(value for _, value in found)


def _line(row: sqlite3.Row, kinds: Mapping[str, Kind]) -> AttemptLine:
    return AttemptLine(
        id=row["id"],
        item=row["item"],
        kind=kinds.get(row["item"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        source=Source(row["source"]),
        state=State(row["state"]),
        level=None if row["level"] is None else Level(row["level"]),
        score=row["score"],
        words=row["words"],
        fillers_per_min=row["fillers_per_min"],
        wpm=row["wpm"],
        duration_s=row["duration_s"],
        has_audio=bool(row["has_audio"]),
    )


def _hit(line: AttemptLine, said: sqlite3.Row, search: Search) -> Hit:
    shown = snippet(search, said["text"])
    return Hit(line, shown, _second(said["document"], shown))


def _second(document: str, shown: Snippet) -> float | None:
    """When the first marked word begins; None as well where the transcript is damaged: its text is still shown."""
    if not shown.marks:
        return None
    try:
        time = read_transcript(document).time_of(Span(shown.start, shown.start + 1))
    except StorageError:
        return None
    return time.start_s if time else None
