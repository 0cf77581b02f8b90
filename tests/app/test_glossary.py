"""The glossary: choose by need, rapid fire aloud and typed, what came of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.glossary import GlossaryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.rapid import RapidScreen
from coach.app.screens.rapid_done import RapidDoneScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.core.attempt import Source, State
from coach.core.drill import Item
from coach.core.glossary import Card, item_of
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import RUBRIC, World, score_answer

CARDS = tuple(
    item_of(Card(term=term, says=f"{term} is a thing.", must_mention=(("thing",),))).model_copy(
        update={"rubric": RUBRIC.id}
    )
    for term in ("Backfill", "Bloom filter", "Watermark")
)


def score_card(item: Item, rubric: Rubric, transcript: Transcript) -> Scorecard:
    """Whole when the answer says 'thing'."""
    card = score_answer(item, rubric, transcript)
    met = "thing" in transcript.text
    return replace(card, elements=(replace(card.elements[0], what="Mentions thing.", met=met),))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, items=CARDS, score=score_card)


async def open_glossary(pilot: Pilot[None]) -> None:
    await on(pilot, HomeScreen)
    await pilot.press("g")
    await on(pilot, GlossaryScreen)
    await reads(pilot, "3 terms, 0 due, 3 new")


async def test_letters_narrow_the_table(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("right")
        await reads(pilot, "2 terms")
        assert "Watermark" not in flat(pilot)


async def test_one_term_is_practised_like_any_item(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("enter")
        await on(pilot, BriefScreen)
        await reads(pilot, "Backfill. What is it?")


async def test_a_typed_run_is_judged_and_what_is_missing_is_shown(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("t")
        await on(pilot, RapidScreen)
        await pilot.press(*"a thing", "enter", *"dunno", "enter", "enter")
        await on(pilot, RapidDoneScreen)
        await reads(pilot, "1 of 3 cards with every concept", "Nothing was typed.")
        assert sorted(a.state for a in world.store.kept.values()) == [State.SCORED, State.SCORED]
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)


def moved_on(pilot: Pilot[None], before: str) -> bool:
    return isinstance(pilot.app.screen, RapidDoneScreen) or before not in flat(pilot)


async def test_a_spoken_run_goes_on_by_itself_after_ten_seconds(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("r")
        await on(pilot, RapidScreen)
        for number in range(1, 4):
            await reads(pilot, f"{number} of 3")
            await until(pilot, lambda: pilot.app.screen.busy_recording)  # type: ignore[attr-defined]
            world.clock.advance(10.1)
            await until(pilot, partial(moved_on, pilot, f"{number} of 3"))
        await on(pilot, RapidDoneScreen)
        taken = list(world.store.kept.values())
        assert [a.source for a in taken] == [Source.MICROPHONE] * 3
        assert {a.item for a in taken} == {c.id for c in CARDS}


async def test_while_a_card_is_spoken_only_term_clock_and_level_are_shown(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("r")
        await on(pilot, RapidScreen)
        await reads(pilot, "1 of 3", "Backfill")
        assert "thing" not in flat(pilot)


async def test_the_run_can_be_ended_and_the_missed_taken_again(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("t")
        await on(pilot, RapidScreen)
        await pilot.press(*"a thing", "enter", "escape")
        await on(pilot, RapidDoneScreen)
        await reads(pilot, "1 of 3 cards", "not answered")
        await pilot.press("r")
        await on(pilot, RapidScreen)
        await reads(pilot, "1 of 2")


async def test_without_a_microphone_the_run_says_so_and_can_be_left(world: World) -> None:
    world.recorder.unplug_all()
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_glossary(pilot)
        await pilot.press("r")
        await on(pilot, RapidScreen)
        await reads(pilot, "microphone")
        await pilot.press("escape")
        await on(pilot, RapidDoneScreen)


SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.mark.parametrize("size", SIZES)
def test_the_table_looks(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_glossary(pilot)
        await reads(pilot, "mic ● default")

    assert snap_compare(CoachApp(world.services()), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_run_looks(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_glossary(pilot)
        await pilot.press("t")
        await on(pilot, RapidScreen)
        world.clock.advance(4)
        await reads(pilot, "1 of 3")

    assert snap_compare(CoachApp(world.services()), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_result_looks(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_glossary(pilot)
        await pilot.press("t")
        await on(pilot, RapidScreen)
        await pilot.press(*"a thing", "enter", *"dunno", "enter", "enter")
        await on(pilot, RapidDoneScreen)
        await reads(pilot, "1 of 3 cards")

    assert snap_compare(CoachApp(world.services()), terminal_size=size, run_before=walk)
