"""What must not be seen: the model answer before its time, and anything a terminal would obey."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.model_answer import ModelAnswerDialog
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.typed import TypedScreen
from coach.app.screens.writing import WritingScreen
from coach.core.ports import InputDevice
from tests.app.driving import flat, on, reads, shown, until
from tests.app.fakes import DRILL, FATAL, MODEL_ANSWER, SCAR, VERDICT, World, heard

EVIL = "\x1b[31mred\x1b[0m \x9b2J \x07 [bold]brackets[/bold] [@click=app.quit]x[/] \u202eesrever\u2028end"


async def test_model_answer_and_verdict_stay_hidden_until_the_candidate_has_spoken(world: World) -> None:
    world.transcriber.hold = True
    secrets = (MODEL_ANSWER[:30], VERDICT[:30])

    async def unseen(pilot: Pilot[None], screen: type) -> None:
        await on(pilot, screen)
        assert not [s for s in secrets if s in flat(pilot)], screen

    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await unseen(pilot, HomeScreen)
        await pilot.press("l")
        await unseen(pilot, LibraryScreen)
        await pilot.press("enter")
        await unseen(pilot, BriefScreen)
        await pilot.press("a", "space", "space", "space", "a")
        await unseen(pilot, BriefScreen)
        await pilot.press("space")
        await unseen(pilot, ReadyScreen)
        await pilot.press("space")
        await unseen(pilot, SpeakingScreen)
        await until(pilot, lambda: "opening" not in flat(pilot))
        world.clock.advance(30)
        await pilot.press("space")
        await unseen(pilot, WritingScreen)
        world.transcriber.hold = False
        await unseen(pilot, ScorecardScreen)
        await pilot.press("a")
        await on(pilot, ModelAnswerDialog)
        await reads(pilot, *secrets)


async def test_a_scar_is_told_line_by_line_and_ends_at_the_fatal_line(world: World) -> None:
    async with CoachApp(world.services(start_item=SCAR.id)).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        assert "so we are covered" not in flat(pilot)
        await pilot.press("space")
        await reads(pilot, "so we are covered")
        assert FATAL not in flat(pilot)
        await pilot.press("space", "space")
        await reads(pilot, FATAL, "▲ the line that ended it", "Your turn.")
        assert "Let us move on." not in flat(pilot)


async def test_the_lines_of_a_scar_also_come_by_themselves(world: World) -> None:
    async with CoachApp(world.services(start_item=SCAR.id, reading_wpm=6000)).run_test() as pilot:
        await on(pilot, BriefScreen)
        await reads(pilot, FATAL, "Your turn.")


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_nothing_a_terminal_would_obey_is_ever_drawn(world: World, *, ascii_only: bool) -> None:
    world = hostile(world)
    world.recorder.present.append(InputDevice(EVIL, 1, 16000.0, is_default=False))
    world.transcriber.words = heard(f"The guarantee {EVIL} ends")

    def harmless(pilot: Pilot[None]) -> None:
        text = shown(pilot)
        assert "[bold]brackets[/bold]" in text, "brackets are shown, not obeyed"
        assert all(c == "\n" or c.isprintable() for c in text)
        assert text.isascii() or not ascii_only

    app = CoachApp(world.services(ascii=ascii_only, found=(f"Skipped {EVIL}",)))
    async with app.run_test(size=(120, 40)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "never tried", "Skipped")
        harmless(pilot)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await reads(pilot, "brackets")
        harmless(pilot)
        await pilot.press("enter")
        await on(pilot, BriefScreen)
        harmless(pilot)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        harmless(pilot)
        await pilot.press("escape")
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await until(pilot, lambda: bool(world.recorder.captures))
        await pilot.pause(0.2)
        await pilot.press("d")
        await reads(pilot, "Which microphone?", "brackets")
        harmless(pilot)
        await pilot.press("end", "enter")
        await reads(pilot, "Get ready")
        await pilot.press("space")
        await on(pilot, SpeakingScreen)
        await until(pilot, lambda: "opening" not in flat(pilot))
        world.clock.advance(20)
        await pilot.press("space")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "61 / 100")
        harmless(pilot)
        await pilot.press("a")
        await on(pilot, ModelAnswerDialog)
        harmless(pilot)
        await pilot.press("escape", "escape")
        await on(pilot, LibraryScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        harmless(pilot)


def hostile(world: World) -> World:
    """The same world, all of its texts hostile."""
    item = DRILL.model_copy(update={"title": EVIL[:120], "prompt": EVIL, "model_answer": EVIL})
    return replace(world, items=(item,))
