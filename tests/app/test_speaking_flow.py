"""An answer from the first screen to its scorecard, and what may happen on the way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.leave import LeaveDialog
from coach.app.screens.nothing import NothingScreen
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.writing import WritingScreen
from coach.core.attempt import Attempt, ItemRecord, State
from coach.core.ports import StorageError
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import DRILL, SCAR, World


@asynccontextmanager
async def speaking(world: World, item: str = DRILL.id) -> AsyncIterator[Pilot[None]]:
    """The app while an answer is being recorded."""
    app = CoachApp(world.services(start_item=item))
    async with app.run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press(*["space"] * (4 if item == SCAR.id else 1))
        await on(pilot, ReadyScreen)
        await pilot.press("space")
        await on(pilot, SpeakingScreen)
        await until(pilot, lambda: "opening" not in flat(pilot))
        yield pilot


def only(world: World) -> Attempt:
    (attempt,) = world.store.kept.values()
    return attempt


async def test_home_leads_to_a_stored_scorecard_by_enter_and_space_alone(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "Where exactly-once stops", "never tried")
        await pilot.press("enter")
        await on(pilot, BriefScreen)
        await pilot.press("space", "space", "space")
        await reads(pilot, "Your turn. What should have been said?")
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await pilot.press("space")
        await on(pilot, SpeakingScreen)
        await until(pilot, lambda: "opening" not in flat(pilot))
        world.clock.advance(45)
        await pilot.press("space")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "61 / 100", "mid", "Fix next", "first try: 61", "148 wpm", "~ at least 3 (4.9/min)")
    attempt = only(world)
    assert attempt.state is State.SCORED
    assert attempt.duration_s == 45
    assert attempt.scorecard is not None


async def test_after_the_scorecard_esc_leads_home_and_home_knows_the_score(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(20)
        await pilot.press("space")
        await on(pilot, ScorecardScreen)
        await pilot.press("escape")
        await on(pilot, HomeScreen)
        await reads(pilot, "61 last, 61 best of these", "1 due")


async def test_redo_goes_straight_to_the_microphone(world: World) -> None:
    async with speaking(world) as pilot:
        await pilot.press("space")
        await on(pilot, ScorecardScreen)
        await pilot.press("r")
        await on(pilot, ReadyScreen)


async def test_overtime_is_measured_and_never_cut(world: World) -> None:
    async with speaking(world) as pilot:
        clock = pilot.app.screen.query_one("BigClock")
        world.clock.advance(20)
        await until(pilot, lambda: pilot.app.screen.query_one("Digits").value == "0:20")
        assert not clock.has_class("-late", "-over")
        world.clock.advance(3)
        await until(pilot, lambda: clock.has_class("-late"))
        world.clock.advance(14)
        await until(pilot, lambda: pilot.app.screen.query_one("Digits").value == "+0:07")
        assert clock.has_class("-over")
        await pilot.press("space")
        await on(pilot, ScorecardScreen)
    assert only(world).duration_s == 37


async def test_the_first_word_is_asked_for_until_something_is_heard(world: World) -> None:
    world.recorder.levels = ((14.0, 0.004), (0.0, 0.3))
    async with speaking(world) as pilot:
        world.clock.advance(3)
        await reads(pilot, "speak within 10 s: 7")
        world.clock.advance(9)
        await reads(pilot, "Say your first word.")
        world.clock.advance(3)
        await until(pilot, lambda: "first word" not in flat(pilot))


async def test_while_speaking_only_the_clock_the_level_and_the_keys_are_shown(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(5)
        await until(pilot, lambda: pilot.app.screen.query_one("Digits").value == "0:05")
        assert DRILL.prompt[:20] not in flat(pilot)
        assert "type" not in flat(pilot)


async def test_a_cancelled_answer_is_kept_as_cancelled(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(12)
        await pilot.press("x")
        await on(pilot, BriefScreen)
    assert only(world).state is State.CANCELLED
    assert only(world).duration_s == 12


async def test_a_lost_microphone_costs_nothing_that_was_said(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(14)
        world.recorder.lose()
        await reads(pilot, "The microphone went away", "scores the 0:14 that was heard")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "The microphone went away")
    assert only(world).state is State.SCORED
    assert only(world).duration_s == 14


async def test_a_stalled_microphone_is_told_and_may_come_back(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(4)
        world.recorder.freeze()
        world.clock.advance(2)
        await reads(pilot, "The microphone has sent nothing for 2 s")
        world.recorder.thaw()
        await until(pilot, lambda: "sent nothing" not in flat(pilot))


async def test_a_full_disk_is_told_and_what_was_heard_is_scored(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(9)
        world.recorder.fill_disk()
        await reads(pilot, "The disk is full", "scores the 0:09")
        await pilot.press("space")
        await on(pilot, ScorecardScreen)


async def test_silence_is_not_scored(world: World) -> None:
    world.transcriber.words = []
    async with speaking(world) as pilot:
        world.clock.advance(9)
        await pilot.press("space")
        await on(pilot, NothingScreen)
        await reads(pilot, "Nothing was said.", "In 0:09 of sound there is no voice.")
        await pilot.press("r")
        await on(pilot, ReadyScreen)
    assert only(world).state is State.NO_ANSWER


async def test_leaving_in_mid_answer_asks_and_keeps_the_take(world: World) -> None:
    async with speaking(world) as pilot:
        world.clock.advance(8)
        await pilot.press("q")
        await on(pilot, LeaveDialog)
        await pilot.press("escape")
        await on(pilot, SpeakingScreen)
        await pilot.press("q")
        await on(pilot, LeaveDialog)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.return_code is not None)
    assert only(world).state is State.RECORDED
    assert only(world).duration_s == 8


async def test_leaving_asks_nothing_otherwise(world: World) -> None:
    async with CoachApp(world.services()).run_test() as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.return_code is not None)


async def test_going_away_while_it_is_written_down_leaves_it_for_later(world: World) -> None:
    world.transcriber.hold = True
    async with speaking(world) as pilot:
        world.clock.advance(30)
        await pilot.press("space")
        await on(pilot, WritingScreen)
        await reads(pilot, "writing it down (0:30 of sound)")
        await pilot.press("escape")
        await on(pilot, HomeScreen)
        await reads(pilot, "An answer of 0:30 to “Lag on the biggest day” was not scored.")
        assert only(world).state is State.RECORDED
        world.transcriber.hold = False
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
    assert only(world).state is State.SCORED


async def test_a_step_that_failed_can_be_tried_again(world: World) -> None:
    async with speaking(world) as pilot:
        world.transcriber.missing = "The model tiny.en is not here; run 'coach models get tiny.en'."
        world.clock.advance(10)
        await pilot.press("space")
        await on(pilot, WritingScreen)
        await reads(pilot, "run 'coach models get tiny.en'.", "You can type it instead (t).", "Your answer is kept")
        world.transcriber.missing = ""
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)


async def test_a_history_that_cannot_be_read_is_told_on_the_first_screen(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> dict[str, ItemRecord]:
        raise StorageError("The attempts cannot be read; free some space on the disk and start again.")

    monkeypatch.setattr(world.store, "records", refuse)
    async with CoachApp(world.services()).run_test() as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "The attempts cannot be read; free some space on the disk and start again.")
