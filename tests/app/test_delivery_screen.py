"""How an answer was said: one line on the scorecard, the rest behind a key."""

from dataclasses import replace

from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.delivery_details import delivery_details
from coach.app.screens.delivery import DeliveryDialog
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.signs import signs
from coach.app.summary import delivery_line
from coach.core.analysis.findings import FillerCluster, PausePlace, StarSeconds, Story
from coach.core.scorecard import CheckResult, Scorecard, Timing
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import Transcript
from tests.app.driving import on, reads
from tests.app.fakes import ANSWER, DRILL, SCAR, World, heard, score_answer

SIGNS = signs(False)


def card(world: World, item: str = SCAR.id) -> Scorecard:
    found = world.answered(item).scorecard
    assert found is not None
    return found


async def open_card(pilot: Pilot[None]) -> None:
    await on(pilot, HomeScreen)
    await pilot.press("l")
    await on(pilot, LibraryScreen)
    await pilot.press("h")
    await on(pilot, HistoryScreen)
    await reads(pilot, "today")
    await pilot.press("enter")
    await on(pilot, ScorecardScreen)
    await reads(pilot, "/ 100")


async def test_d_tells_how_it_was_said_and_closes_again(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await pilot.press("d")
        await on(pilot, DeliveryDialog)
        await reads(pilot, "How it was said", "first required idea 0:03", "first number 0:11", "between two clauses")
        await pilot.press("d")
        await on(pilot, ScorecardScreen)


async def test_the_delivery_line_names_the_first_idea_at_every_width(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_card(pilot)
        await reads(pilot, "148 wpm", "first idea 0:03", "longest … 3.4 s")
        await pilot.resize_terminal(120, 40)
        await reads(pilot, "first word 2.1 s")


def test_overtime_stands_in_the_line_and_in_the_details(world: World) -> None:
    world.transcriber.words = heard(f"{ANSWER} {ANSWER}")
    over = card(world, DRILL.id)

    assert over.timing.overtime_s is not None
    assert over.timing.overtime_s > 10
    assert " over" in delivery_line(over, SIGNS, 78).plain
    assert " over" in delivery_details(over, DRILL.time.answer_s, SIGNS).plain


def test_a_narrow_line_gives_up_what_matters_least(world: World) -> None:
    given = replace(card(world), timing=Timing(4.0, 12.0, 20.0))
    lines = {width: delivery_line(given, SIGNS, width).plain for width in (120, 78, 60)}

    assert all(len(line) <= width for width, line in lines.items())
    assert all("148 wpm" in line and "0:04 over" in line for line in lines.values())
    assert "first word" in lines[120]
    assert "first word" not in lines[78]
    assert "first idea 0:12" in lines[78]


def test_within_the_time_nothing_is_over(world: World) -> None:
    assert "over" not in delivery_line(card(world), SIGNS, 120).plain


def test_a_verdict_without_timing_still_has_its_line_and_its_details(world: World) -> None:
    found = card(world)
    delivery = replace(found.analysis.delivery, pause_places=(), pace=(), filler_clusters=(), closing_silence_s=None)
    older = replace(found, timing=Timing(), analysis=replace(found.analysis, delivery=delivery))

    assert "first idea" not in delivery_line(older, SIGNS, 120).plain
    told = delivery_details(older, SCAR.time.answer_s, SIGNS).plain
    assert "3.0 s" in told
    assert "clause" not in told


def test_a_typed_answer_says_that_it_has_no_times(world: World) -> None:
    typed = score_answer(SCAR, world.practice.library.rubric_of(SCAR), Transcript.typed(ANSWER))

    assert "A typed answer has no times." in delivery_details(typed, 60, SIGNS).plain


def test_crowded_fillers_and_pauses_inside_clauses_are_listed(world: World) -> None:
    found = card(world)
    crowd = FillerCluster(found.analysis.transcript.evidence(Span(0, 18)), 4)
    pauses, places = (TimeSpan(3.0, 5.5),), (PausePlace.INSIDE,)
    delivery = replace(found.analysis.delivery, filler_clusters=(crowd,), pauses=pauses, pause_places=places)
    told = delivery_details(replace(found, analysis=replace(found.analysis, delivery=delivery)), 60, SIGNS).plain

    assert "4 close together" in told
    assert "1 pause, 1 inside a clause" in told


def test_the_parts_of_a_story_stand_there_for_a_story_only(world: World) -> None:
    found = card(world)
    where = found.analysis.transcript.evidence(Span(0, 5))
    told = replace(found, analysis=replace(found.analysis, story=Story(StarSeconds(24, 3, 40, 8, 6), (), (where,))))
    story = replace(told, checks=(CheckResult("star_segments", True, "all there"),))

    assert "situation 24 s of 20" in delivery_details(story, 90, SIGNS).plain
    assert "no moment of judgment" in delivery_details(story, 90, SIGNS).plain
    assert "situation" not in delivery_details(told, 90, SIGNS).plain
