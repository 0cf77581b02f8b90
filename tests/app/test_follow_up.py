"""After an answer the interviewer asks on, and the reply is judged and kept like any answer."""

from pathlib import Path

import pytest

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.typed import TypedScreen
from coach.core.drill import FollowUp
from tests.app.driving import on, reads
from tests.app.fakes import DRILL, RUBRIC, SCAR, World

ASKED = DRILL.model_copy(update={"follow_ups": (FollowUp(ask="And who pays for it?", rubric=RUBRIC.id),)})


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, items=(ASKED, SCAR))


async def test_the_follow_up_is_asked_answered_and_kept(world: World) -> None:
    async with CoachApp(world.services(start_item=ASKED.id)).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await pilot.press(*"the guarantee ends at the sink", "ctrl+s")
        await on(pilot, ScorecardScreen)
        await pilot.press("f")
        await on(pilot, BriefScreen)
        await reads(pilot, "Then: Lag on the biggest day", "And who pays for it?")
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await pilot.press(*"finance does", "ctrl+s")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "Then: Lag")
        assert [a.item for a in world.store.kept.values()] == [ASKED.id, RUBRIC.id]


async def test_an_item_without_a_follow_up_has_no_key_for_it(world: World) -> None:
    world.answered(SCAR.id, 50)
    async with CoachApp(world.services(start_item=SCAR.id)).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("escape")
        await on(pilot, HomeScreen)
        assert not any(b.binding.action == "follow_up" and b.enabled for b in pilot.app.active_bindings.values())


async def test_the_footer_has_room_for_all_its_keys_at_eighty_columns(world: World) -> None:
    world.answered(ASKED.id, 50)
    async with CoachApp(world.services(start_item=ASKED.id)).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await pilot.press(*"finance does", "ctrl+s")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "f ask on", "esc done", "? help", "q quit")
