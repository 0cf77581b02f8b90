"""The history: a table with filters, everything that was said, how it goes."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Static

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.history import AHEAD, PAGE, AttemptTable, HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.trends import TrendsScreen
from coach.app.screens.writing import WritingScreen
from coach.app.widgets.take_line import TakeLine
from coach.core.attempt import Source
from coach.core.ports import StorageError
from coach.core.transcript import Transcript
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import ANSWER, DRILL, PUSHBACK, SCAR, World, score_answer

SECOND = "We page the owner first. The dead letter queue keeps what the parser refused, and it is replayed on Monday."
THIRD = "An executive decides what may be lost. It is written down."


@pytest.fixture
def three(world: World) -> World:
    """Three spoken answers to three items."""
    world.answered(SCAR.id, 38)
    world.answered(DRILL.id, 52, SECOND)
    world.answered(PUSHBACK.id, 75, THIRD)
    return world


def typed(world: World, item: str) -> None:
    attempt = world.store.begin(item, Source.TYPED)
    transcript = Transcript.typed("A typed answer names the owner.")
    world.store.transcribed(attempt.id, transcript)
    world.store.scored(
        attempt.id,
        score_answer(world.practice.library.item(item), world.practice.library.rubrics["exactly-once"], transcript),
    )


async def open_history(pilot: Pilot[None], text: str = "3 attempts") -> None:
    await on(pilot, HomeScreen)
    await pilot.press("h")
    await on(pilot, HistoryScreen)
    await reads(pilot, text)


async def search(pilot: Pilot[None], text: str) -> None:
    await pilot.press("slash", *("space" if c == " " else c for c in text))
    await pilot.press("enter")


async def test_all_attempts_are_listed_newest_first(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(120, 40)) as pilot:
        await open_history(pilot)
        text = flat(pilot)
        assert text.index(PUSHBACK.title) < text.index(DRILL.title) < text.index(SCAR.title)
        assert "4.9/min" in text


async def test_left_and_right_narrow_to_one_kind(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await pilot.press("right")
        await reads(pilot, "kind scars", "1 attempt")
        assert DRILL.title not in flat(pilot)
        await pilot.press("left")
        await reads(pilot, "kind all", "3 attempts")


async def test_level_period_and_sound_narrow_too(three: World) -> None:
    typed(three, SCAR.id)
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot, "4 attempts")
        await pilot.press("v")
        await reads(pilot, "level junior", "No attempt fits these filters.")
        await pilot.press("v")
        await reads(pilot, "level mid", "4 attempts")
        await pilot.press("a")
        await reads(pilot, "sound with sound", "3 attempts")
        await pilot.press("a")
        await reads(pilot, "sound without", "1 attempt")
        await pilot.press("a", "d")
        await reads(pilot, "period 7 days", "4 attempts")


async def test_a_phrase_is_found_with_its_words_in_brackets_and_opened_at_its_second(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await search(pilot, '"dead letter"')
        await reads(pilot, "1 answer", "[dead letter] queue", DRILL.title, "0:04")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        line = pilot.app.screen.query_one(TakeLine)
        await until(pilot, lambda: line.cursor_s == pytest.approx(4.5))


async def test_what_was_found_plays_from_its_word(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await search(pilot, "replayed")
        await reads(pilot, "[replayed]")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        line = pilot.app.screen.query_one(TakeLine)
        begins_s = 2.1 + SECOND.split().index("replayed") * 0.4
        await until(pilot, lambda: line.cursor_s == pytest.approx(begins_s + 0.0, abs=3.1) and line.cursor_s > 5)
        at_s = line.cursor_s
        await pilot.press("enter")
        await until(pilot, lambda: len(three.player.played) == 1)
        assert three.player.played[0].start_s == pytest.approx(at_s - 0.4)


async def test_words_may_be_typed_as_beginnings_and_in_any_order(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await search(pilot, "parser replay")
        await reads(pilot, "1 answer", "[parser]", "[replayed]")


async def test_signs_of_a_search_language_mean_nothing(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await search(pilot, 'NEAR("')
        await reads(pilot, "No answer has these words.")
        await pilot.press("escape")
        await reads(pilot, "3 attempts")


async def test_escape_ends_the_search_before_it_leaves(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await search(pilot, "owner")
        await reads(pilot, "1 answer")
        await pilot.press("escape")
        await reads(pilot, "3 attempts")
        await pilot.press("escape")
        await on(pilot, HomeScreen)


async def test_an_unfinished_attempt_is_finished_when_it_is_opened(world: World) -> None:
    world.transcriber.hold = True
    world.recorded(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot, "not scored")
        await pilot.press("enter")
        await on(pilot, WritingScreen)
        world.transcriber.hold = False


async def test_only_what_is_shown_is_read(world: World) -> None:
    for _ in range(PAGE + AHEAD):
        typed(world, DRILL.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot, f"{PAGE + AHEAD} attempts")
        table = pilot.app.screen.query_one(AttemptTable)
        assert table.row_count == PAGE
        assert {(limit, offset) for _, limit, offset in world.history.asked} == {(PAGE, 0)}
        table.move_cursor(row=PAGE - 1)
        await until(pilot, lambda: table.row_count == PAGE + AHEAD)
        assert world.history.asked[-1][1:] == (PAGE, PAGE)


async def test_the_library_shows_the_attempts_at_one_item(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await reads(pilot, SCAR.title, "1 attempt", "microphone")
        await pilot.press("right")
        await reads(pilot, "1 attempt")
        await pilot.press("p")
        await on(pilot, BriefScreen)


async def test_an_item_that_is_gone_keeps_its_line(three: World) -> None:
    world = World(three.folder, store=three.store, items=(SCAR,))
    async with CoachApp(world.services()).run_test(size=(120, 40)) as pilot:
        await open_history(pilot)
        assert DRILL.id in flat(pilot)


async def test_a_history_that_cannot_be_read_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> list[object]:
        raise StorageError("The attempts cannot be read; repair that file.")

    monkeypatch.setattr(world.history, "lines", refuse)
    async with CoachApp(world.services()).run_test(size=(80, 24), notifications=True) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await reads(pilot, "The attempts cannot be read; repair that file.")


async def test_trends_tell_streak_minutes_and_what_is_missed(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(120, 60)) as pilot:
        await open_history(pilot)
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "Streak 1 day", "Spoken today 2:06", "Score of 100", "Pace in words a minute", "of 1")
        assert "error budget (must)" in flat(pilot)


async def test_trends_switch_between_the_item_and_all(three: World) -> None:
    async with CoachApp(three.services()).run_test(size=(120, 60)) as pilot:
        await open_history(pilot)
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "all items", DRILL.title)
        await pilot.press("i")
        await reads(pilot, PUSHBACK.title, "1 scored answer here")
        missed = pilot.app.screen.query_one("#trends--missed", Static)
        await until(pilot, lambda: DRILL.title not in str(missed.content))
        await pilot.press("escape")
        await on(pilot, HistoryScreen)


async def test_without_attempts_both_screens_say_so(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_history(pilot, "Nothing was practised yet.")
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "Streak 0 days")
        await until(
            pilot,
            lambda: "No answer was scored yet." in str(pilot.app.screen.query_one("#trends--missed", Static).content),
        )


async def test_a_plain_terminal_shows_trends_in_ascii(three: World) -> None:
    async with CoachApp(three.services(ascii=True)).run_test(size=(80, 24)) as pilot:
        await open_history(pilot)
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "Score of 100", "38.0 -> 52.0", "Hedges left open")
        assert flat(pilot).isascii()


SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


def practised(world: World) -> World:
    for number in range(24):
        item = (SCAR, DRILL, PUSHBACK)[number % 3]
        world.answered(item.id, 30 + (number * 17) % 23 + number * 1.6, (ANSWER, SECOND, THIRD)[number % 3])
    typed(world, DRILL.id)
    world.recorded(SCAR.id)
    return world


@pytest.mark.parametrize("size", SIZES)
def test_the_table_looks(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_history(pilot, "26 attempts")
        await reads(pilot, "mic ● default")

    assert snap_compare(CoachApp(practised(world).services()), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_search_looks(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_history(pilot, "26 attempts")
        await pilot.press("slash", *"sink", "space", *"dedup")
        await reads(pilot, "mic ● default", "8 answers")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.focused, DataTable))

    assert snap_compare(CoachApp(practised(world).services()), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_trends_look(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_history(pilot, "26 attempts")
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "mic ● default", "Streak 1 day")
        await pilot.pause()

    assert snap_compare(CoachApp(practised(world).services()), terminal_size=size, run_before=walk)


def test_the_trends_look_in_ascii(world: World, snap_compare: Callable[..., bool]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_history(pilot, "26 attempts")
        await pilot.press("t")
        await on(pilot, TrendsScreen)
        await reads(pilot, "mic * default", "Streak 1 day")

    assert snap_compare(CoachApp(practised(world).services(ascii=True)), terminal_size=(80, 24), run_before=walk)
