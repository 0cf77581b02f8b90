"""The scorecard: walking through the points, listening, explaining."""

from dataclasses import replace

from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.screens.explain import ExplainDialog
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.nothing import NothingScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.widgets.answer_view import AnswerView
from coach.app.widgets.point_list import PointList
from coach.app.widgets.take_line import TakeLine
from coach.core.attempt import Source, State
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import ANSWER, SCAR, World


async def open_card(pilot: Pilot[None]) -> None:
    """From the start to the newest attempt at the first item."""
    await on(pilot, HomeScreen)
    await pilot.press("l")
    await on(pilot, LibraryScreen)
    await pilot.press("h")
    await on(pilot, HistoryScreen)
    await reads(pilot, "today")
    await pilot.press("enter")
    await on(pilot, ScorecardScreen)
    await reads(pilot, "/ 100")


def lit(pilot: Pilot[None]) -> list[str]:
    return [ANSWER[a:b] for a, b in pilot.app.screen.query_one(AnswerView).lit]


async def test_marks_stand_in_the_answer_by_sign(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(120, 40)) as pilot:
        await open_card(pilot)
        await reads(
            pilot,
            "✓guarantee ends at the sink, ~um~ because",
            "~(um) attach ✓a dedupe key",
            "#24 hours. …3.",
            "?It depends on",
            "▲list Kafka, Flink and Iceberg",
        )


async def test_marks_have_their_twins_on_plain_terminals(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services(ascii=True)).run_test(size=(120, 40)) as pilot:
        await open_card(pilot)
        await reads(pilot, "+guarantee ends at the sink, ~um~", "^list Kafka", "x error budget (must)", "...3.")
        assert flat(pilot).isascii()


async def test_it_opens_on_the_first_thing_that_was_missed(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        assert pilot.app.screen.query_one(PointList).current.name == "error budget"
        await reads(pilot, "Say: “We lose a tenth of a percent to catch most of the duplicates.”")


async def test_walking_through_the_points_lights_their_words_and_moves_the_cursor(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        assert lit(pilot) == []
        await pilot.press("down")
        await until(pilot, lambda: lit(pilot) == ["a dedupe key"])
        cursor_s = pilot.app.screen.query_one(TakeLine).cursor_s
        await pilot.press("down", "down")
        await until(pilot, lambda: lit(pilot) == ["list Kafka, Flink and Iceberg"])
        assert pilot.app.screen.query_one(TakeLine).cursor_s > cursor_s


async def test_enter_plays_from_the_words_and_lights_what_is_heard(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        view, line = pilot.app.screen.query_one(AnswerView), pilot.app.screen.query_one(TakeLine)
        await pilot.press("down")
        await until(pilot, lambda: lit(pilot) == ["a dedupe key"])
        began_s = line.cursor_s
        await pilot.press("enter")
        await until(pilot, lambda: len(world.player.played) == 1)
        assert abs(world.player.played[0].start_s - (began_s - 0.4)) < 1e-6
        world.clock.advance(0.5)
        await until(pilot, lambda: view.spoken is not None and ANSWER[slice(*view.spoken)] == "a")
        world.clock.advance(0.4)
        await until(pilot, lambda: view.spoken is not None and ANSWER[slice(*view.spoken)] == "dedupe")
        await pilot.press("space")
        await until(pilot, lambda: view.spoken is None)
        assert not world.player.played[0].playing


async def test_leaving_the_scorecard_stops_the_sound(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: len(world.player.played) == 1)
        await pilot.press("escape")
        await on(pilot, HistoryScreen)
        await until(pilot, lambda: not world.player.played[0].playing)


async def test_a_missing_loudspeaker_is_told(world: World) -> None:
    world.answered(SCAR.id)
    world.player.present = False
    async with CoachApp(world.services()).run_test(size=(80, 24), notifications=True) as pilot:
        await open_card(pilot)
        await pilot.press("enter")
        await reads(pilot, "There is no loudspeaker: plug one in.")


async def test_the_arrow_keys_move_the_cursor_in_the_take(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        line = pilot.app.screen.query_one(TakeLine)
        line.cursor_s = 0.0
        await pilot.press("right", "right", "left")
        await until(pilot, lambda: line.cursor_s == 2.0)
        await pilot.press("left", "left")
        await until(pilot, lambda: line.cursor_s == 0.0)


async def test_e_explains_the_point(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await pilot.press("e")
        await on(pilot, ExplainDialog)
        await reads(
            pilot,
            "✗ error budget · must · 0/14 points",
            "Rule any clause that gives both rates",
            "Closeness 0.31, counts from 0.50",
            "What would have counted “We lose a tenth of a percent",
        )
        await pilot.press("escape", "down", "e")
        await on(pilot, ExplainDialog)
        await reads(pilot, "What counted “We attach a dedupe key per impression and keep it for 24 hours.”")


async def test_the_tries_so_far_stand_beside_the_score(world: World) -> None:
    for score in (38.0, 52.0, 61.0):
        world.answered(SCAR.id, score)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await reads(pilot, "third try: 38, 52, 61 ▄▅▅")


async def test_lost_samples_and_caps_are_told(world: World) -> None:
    attempt = world.answered(SCAR.id)
    assert attempt.scorecard is not None
    card = replace(attempt.scorecard, capped_by="first_word<=10s")
    world.store.kept[attempt.id] = replace(attempt, overflows=2, scorecard=card)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await reads(pilot, "The microphone lost samples 2 times", "capped: first word <= 10s")


async def test_a_cancelled_attempt_is_shown_as_that(world: World) -> None:
    attempt = world.recorded(SCAR.id)
    world.store.ended(attempt.id, State.CANCELLED)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("l", "h")
        await reads(pilot, "cancelled")
        await pilot.press("enter")
        await on(pilot, NothingScreen)
        await reads(pilot, "This try was cancelled.", "0:42 of sound is kept.")


async def test_an_unfinished_answer_is_offered_first_and_can_be_set_aside(world: World) -> None:
    first, _ = world.recorded(SCAR.id), world.recorded(SCAR.id, 12.0)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "An answer of 0:42 to “Where exactly-once stops” was not scored.", "1 more answer waits.")
        await pilot.press("x")
        await reads(pilot, "An answer of 0:12")
        assert world.store.kept[first.id].state is State.CANCELLED
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)


async def test_an_answer_that_was_cut_off_is_made_whole_and_scored(world: World) -> None:
    world.recorded(SCAR.id)
    attempt = world.store.begin(SCAR.id, Source.MICROPHONE, ".wav")
    world.store.ended(world.store.attempts()[1].id, State.CANCELLED)
    (world.folder / "a0001.wav").rename(world.folder / (attempt.audio or ""))
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "An answer to “Where exactly-once stops” was cut off.")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "The program ended while this answer was being recorded.")
