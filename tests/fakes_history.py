"""The history over a store in memory."""

from collections import Counter
from datetime import date

from coach.core.attempt import Attempt
from coach.core.drill import Item
from coach.core.history import AttemptLine, Filter, Hit
from coach.core.ports import Progress, Stop
from coach.core.search import Search, places, snippet
from coach.core.spans import Span
from coach.core.trends import (
    PRACTISED,
    Day,
    MissedIdea,
    Point,
    Practised,
    Trends,
    figures_of,
    most_missed,
    practised_on,
)
from tests.fakes_store import MemoryStore


class MemoryHistory:
    """The port History."""

    def __init__(self, store: MemoryStore, items: tuple[Item, ...]) -> None:
        self._store = store
        self._kinds = {item.id: item.kind for item in items}
        self.asked: list[tuple[Filter, int, int]] = []
        """Every page of lines that was asked for: filter, limit, offset."""

    def lines(self, chosen: Filter, limit: int, offset: int = 0) -> list[AttemptLine]:
        self.asked.append((chosen, limit, offset))
        return self._lines(chosen)[offset : offset + limit]

    def count(self, chosen: Filter) -> int:
        return len(self._lines(chosen))

    def search(self, search: Search, chosen: Filter, limit: int, offset: int = 0) -> list[Hit]:
        if not search:
            return []
        hits = []
        for line in self._lines(chosen):
            transcript = self._store.kept[line.id].transcript
            if transcript is None or not places(search, transcript.text):
                continue
            shown = snippet(search, transcript.text)
            time = transcript.time_of(Span(shown.start, shown.start + 1))
            hits.append(Hit(line, shown, time.start_s if time else None))
        return hits[offset : offset + limit]

    def trends(self, item: str | None = None) -> Trends:
        points = []
        for attempt in self._store.kept.values():
            if attempt.scorecard and item in (None, attempt.item):
                f = figures_of(attempt.scorecard)
                points.append(
                    Point(
                        attempt.id,
                        attempt.item,
                        attempt.created_at,
                        attempt.scorecard.score,
                        f.fillers_per_min,
                        f.wpm,
                        f.longest_pause_s,
                        f.open_hedges,
                    )
                )
        return Trends(tuple(points))

    def most_missed(self, item: str | None = None, limit: int = 10) -> list[MissedIdea]:
        scored = [a for a in self._store.kept.values() if a.scorecard and item in (None, a.item)]
        tried = Counter(a.item for a in scored)
        missed = Counter(
            (a.item, e.id, e.must) for a in scored if a.scorecard for e in a.scorecard.elements if not e.met
        )
        ideas = [MissedIdea(i, element, must, n, tried[i]) for (i, element, must), n in missed.items()]
        return most_missed(ideas, limit)

    def practised(self, today: date) -> Practised:
        days: dict[date, Day] = {}
        for attempt in self._store.kept.values():
            if attempt.state in PRACTISED:
                day = days.get(attempt.created_at.date(), Day(0, 0.0))
                days[attempt.created_at.date()] = Day(day.answers + 1, day.spoken_s + (attempt.duration_s or 0.0))
        return practised_on(days, today)

    def catch_up(self, progress: Progress | None = None, stop: Stop | None = None) -> int:
        return 0

    def _lines(self, chosen: Filter) -> list[AttemptLine]:
        lines = [self._line(a) for a in reversed(self._store.kept.values())]
        return [line for line in lines if chosen.admits(line)]

    def _line(self, attempt: Attempt) -> AttemptLine:
        card = attempt.scorecard
        figures = figures_of(card) if card else None
        return AttemptLine(
            id=attempt.id,
            item=attempt.item,
            kind=self._kinds.get(attempt.item),
            created_at=attempt.created_at,
            source=attempt.source,
            state=attempt.state,
            level=card.level if card else None,
            score=card.score if card else None,
            words=figures.words if figures else None,
            fillers_per_min=figures.fillers_per_min if figures else None,
            wpm=figures.wpm if figures else None,
            duration_s=attempt.duration_s,
            has_audio=attempt.audio is not None,
        )
