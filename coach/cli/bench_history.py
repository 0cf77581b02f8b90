"""How fast a long history is: 10,000 attempts made up in a database of their own, opened, filtered, searched."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from coach.app.app import CoachApp
from coach.app.screens.history import HITS, PAGE, AttemptTable, HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.cli.output import progress_on_stderr
from coach.compose import Coach, Options, now
from coach.core.benchmark import Timed
from coach.core.drill import Kind
from coach.core.history import Filter, History
from coach.core.ports import CoachError
from coach.core.rubric import Level
from coach.core.search import read_search
from coach.core.trends import Measure, Series

ATTEMPTS = 10_000
BOUND_S = 0.100
"""Up to here an answer to a key is felt as immediate (Nielsen 1993, after Miller 1968)."""

PATIENCE_S = 30.0

Run = Callable[[], object]


def time_history(
    coach: Coach, runs: int, take_turns: Callable[[list[tuple[str, Run]], int], dict[str, tuple[float, ...]]]
) -> list[Timed]:
    """The history's questions, asked as its screen asks them; then the screen itself without a terminal."""
    with _long_history(coach) as long:
        history, at = long.history, now()
        narrow = Filter(kind=Kind.DRILL, level=Level.SENIOR, since=at - timedelta(days=90), has_audio=True)
        phrase, common = _searches(long)
        asked: list[tuple[str, Run, float | None]] = [
            ("open", lambda: (history.lines(Filter(), PAGE), history.count(Filter())), BOUND_S),
            ("filter", lambda: (history.lines(narrow, PAGE), history.count(narrow)), BOUND_S),
            ("search a phrase", lambda: history.search(read_search(phrase), Filter(), HITS), BOUND_S),
            ("search a common word", lambda: history.search(read_search(common), Filter(), HITS), BOUND_S),
            ("trends, five measures", lambda: _trends(history), None),
            ("most missed ideas", history.most_missed, None),
        ]
        for _, run, _ in asked:
            run()
        seconds = take_turns([(name, run) for name, run, _ in asked], runs)
        timed = [Timed(f"{ATTEMPTS} attempts: {name}", seconds[name], bound) for name, _, bound in asked]
        return [*timed, *_screen(coach, long, runs, phrase)]


def _screen(coach: Coach, long: Coach, runs: int, phrase: str) -> list[Timed]:
    """The screen without a terminal: with no attempts, which is what mounting it takes, and with all of them."""
    with TemporaryDirectory(prefix="coach-bench-") as folder:
        fresh = Coach(Options(home=Path(folder), content=coach.options.content))
        try:
            empty = asyncio.run(_time_screen(fresh, runs, ""))["opens"]
        finally:
            fresh.close()
    nothing = "no attempts: the screen opens"
    filled = asyncio.run(_time_screen(long, runs, phrase))
    return [
        Timed(nothing, empty),
        *(
            Timed(f"{ATTEMPTS} attempts: the screen {what}", seconds, BOUND_S, nothing if what == "opens" else "")
            for what, seconds in filled.items()
        ),
    ]


@contextmanager
def _long_history(coach: Coach) -> Iterator[Coach]:
    """The same coach with a year of made-up attempts in a folder that goes away."""
    from coach.adapters.made_history import make_history

    with TemporaryDirectory(prefix="coach-bench-") as folder, progress_on_stderr("Making a year of attempts"):
        long = Coach(Options(home=Path(folder), content=coach.options.content))
        try:
            make_history(long.database, long.library, ATTEMPTS, now())
            yield long
        finally:
            long.close()


def _searches(coach: Coach) -> tuple[str, str]:
    from coach.adapters.made_history import common_phrase

    return common_phrase(coach.library), "the"


async def _time_screen(coach: Coach, runs: int, phrase: str) -> dict[str, tuple[float, ...]]:
    """Seconds from the key to the rows on a screen of 80 by 24; without a phrase it is only opened."""
    services = replace(coach.app_services(), microphone_problem=lambda: None)
    opened: list[float] = []
    filtered: list[float] = []
    found: list[float] = []
    app = CoachApp(services)
    async with app.run_test(size=(80, 24)) as pilot:

        async def until(ready: Callable[[], bool]) -> None:
            deadline_s = time.perf_counter() + PATIENCE_S
            while not ready():
                if time.perf_counter() > deadline_s:
                    raise CoachError(
                        "The history screen did not answer for half a minute; run it on a quieter machine."
                    )
                await asyncio.sleep(0.001)

        def rows() -> list[str]:
            screen = app.screen
            if not isinstance(screen, HistoryScreen) or not screen.is_mounted:
                return []
            tables = screen.query(AttemptTable)
            return [str(key.value) for key in tables.first().rows] if tables else []

        def told() -> bool:
            screen = app.screen
            return isinstance(screen, HistoryScreen) and any(str(w.render()) for w in screen.query("#history--count"))

        def press(key: str) -> None:
            app.simulate_key(key)

        async def clock(change: Callable[[], None], into: list[float], ready: Callable[[], bool]) -> None:
            began = time.perf_counter()
            change()
            await until(ready)
            into.append(time.perf_counter() - began)
            await pilot.pause()

        async def once() -> None:
            await until(lambda: isinstance(app.screen, HomeScreen))
            await pilot.pause()
            await clock(lambda: press("h"), opened, told)
            if not phrase:
                press("escape")
                return
            before = rows()
            await clock(lambda: press("right"), filtered, lambda: bool(rows()) and rows() != before)
            narrowed = rows()
            await clock(lambda: press("left"), filtered, lambda: rows() != narrowed)
            press("slash")
            await pilot.pause()
            everything = rows()
            await clock(lambda: _type(app, phrase), found, lambda: rows() != everything)
            press("escape")
            await until(lambda: rows() == everything)
            press("escape")

        for _ in range(runs):
            await once()
    return {"opens": tuple(opened), "filters": tuple(filtered), "searches": tuple(found)}


def _trends(history: History) -> list[Series]:
    trends = history.trends()
    return [trends.series(measure) for measure in Measure]


def _type(app: CoachApp, text: str) -> None:
    """Put a whole search into the search line at once."""
    from textual.widgets import Input

    app.screen.query_one(Input).value = text
