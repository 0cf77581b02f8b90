"""How every screen looks, on a small terminal and on a large one; accept a change with --snapshot-update."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.delivery import DeliveryDialog
from coach.app.screens.devices import DevicePicker
from coach.app.screens.explain import ExplainDialog
from coach.app.screens.file_answer import FileScreen
from coach.app.screens.help import HelpDialog
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.leave import LeaveDialog
from coach.app.screens.library import LibraryScreen
from coach.app.screens.model_answer import ModelAnswerDialog
from coach.app.screens.nothing import NothingScreen
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.typed import TypedScreen
from coach.app.screens.writing import WritingScreen
from coach.app.widgets.level import LevelWave
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import DRILL, PUSHBACK, SCAR, World

Walk = Callable[[Pilot[None], World], Awaitable[None]]
WAVE = tuple(abs((n * 37) % 11) / 11 * 0.6 for n in range(40))
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


async def home(pilot: Pilot[None], world: World) -> None:
    await on(pilot, HomeScreen)
    await reads(pilot, "mic ● default", " new")


async def home_unfinished(pilot: Pilot[None], world: World) -> None:
    await home(pilot, world)
    await reads(pilot, "was not scored")


async def library(pilot: Pilot[None], world: World) -> None:
    await home(pilot, world)
    await pilot.press("l")
    await on(pilot, LibraryScreen)
    await reads(pilot, "● good")


async def history(pilot: Pilot[None], world: World) -> None:
    await library(pilot, world)
    await pilot.press("h")
    await on(pilot, HistoryScreen)
    await reads(pilot, "today 21:01", "mic ● default")


async def brief(pilot: Pilot[None], world: World) -> None:
    await on(pilot, BriefScreen)
    await pilot.press("space", "space", "space")
    await reads(pilot, "Your turn.", "mic ● default", "tiny.en ●")


async def no_microphone(pilot: Pilot[None], world: World) -> None:
    await on(pilot, BriefScreen)
    await pilot.press("space", "space", "space")
    await reads(pilot, "Your turn.", "mic ✗ none", "tiny.en ●")


async def ready(pilot: Pilot[None], world: World) -> None:
    await brief(pilot, world)
    await pilot.press("space")
    await on(pilot, ReadyScreen)
    await until(pilot, lambda: pilot.app.screen.query_one(LevelWave).peaks == WAVE)


async def ready_silent(pilot: Pilot[None], world: World) -> None:
    world.recorder.levels = ((0.0, 0.0),)
    await ready(pilot, world)
    world.clock.advance(2)
    await reads(pilot, "I hear nothing")


async def picking(pilot: Pilot[None], world: World) -> None:
    await ready(pilot, world)
    await pilot.press("d")
    await on(pilot, DevicePicker)


async def speak(pilot: Pilot[None], world: World, seconds: float) -> None:
    await ready(pilot, world)
    await pilot.press("space")
    await on(pilot, SpeakingScreen)
    await until(pilot, lambda: "opening" not in flat(pilot))
    world.clock.advance(seconds)
    clock = pilot.app.screen.query_one("BigClock")
    await until(pilot, lambda: clock.elapsed_s == seconds)


async def speaking(pilot: Pilot[None], world: World) -> None:
    await speak(pilot, world, 50)


async def overtime(pilot: Pilot[None], world: World) -> None:
    await speak(pilot, world, 67)


async def lost(pilot: Pilot[None], world: World) -> None:
    await speak(pilot, world, 14)
    world.recorder.lose()
    await reads(pilot, "The microphone went away")


async def leaving(pilot: Pilot[None], world: World) -> None:
    await speak(pilot, world, 14)
    await pilot.press("q")
    await on(pilot, LeaveDialog)


async def writing(pilot: Pilot[None], world: World) -> None:
    world.transcriber.hold = True
    await speak(pilot, world, 45)
    await pilot.press("space")
    await on(pilot, WritingScreen)
    await reads(pilot, "40%")
    world.clock.advance(1.4)
    await reads(pilot, "1.4 s")


async def nothing(pilot: Pilot[None], world: World) -> None:
    world.transcriber.words = []
    await speak(pilot, world, 9)
    await pilot.press("space")
    await on(pilot, NothingScreen)


async def scorecard(pilot: Pilot[None], world: World) -> None:
    await history(pilot, world)
    await pilot.press("enter")
    await on(pilot, ScorecardScreen)
    await reads(pilot, "third try: 38, 52, 75")


async def explained(pilot: Pilot[None], world: World) -> None:
    await scorecard(pilot, world)
    await pilot.press("e")
    await on(pilot, ExplainDialog)


async def said(pilot: Pilot[None], world: World) -> None:
    await scorecard(pilot, world)
    await pilot.press("d")
    await on(pilot, DeliveryDialog)


async def model_answer(pilot: Pilot[None], world: World) -> None:
    await scorecard(pilot, world)
    await pilot.press("a")
    await on(pilot, ModelAnswerDialog)


async def typing(pilot: Pilot[None], world: World) -> None:
    await brief(pilot, world)
    await pilot.press("t")
    await on(pilot, TypedScreen)
    pilot.app.screen.query_one("TextArea").cursor_blink = False
    await pilot.press(*"the guarantee")
    world.clock.advance(25)
    await reads(pilot, "0:25")


async def picking_a_file(pilot: Pilot[None], world: World) -> None:
    await brief(pilot, world)
    await pilot.press("f")
    await on(pilot, FileScreen)
    pilot.app.screen.query_one("Input").cursor_blink = False
    await pilot.press("/")
    await reads(pilot, "That is a folder")


async def help_screen(pilot: Pilot[None], world: World) -> None:
    await brief(pilot, world)
    await pilot.press("question_mark")
    await on(pilot, HelpDialog)


@pytest.fixture(autouse=True)
def _one_wave(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sound in every picture, however often the level was looked at."""
    monkeypatch.setattr(LevelWave, "add", lambda self, _peak: setattr(self, "peaks", WAVE))


FRESH: dict[str, Walk] = {"home": home}
MIDWAY: dict[str, Walk] = {"library": library, "history": history, "scorecard": scorecard, "explained": explained,
                           "said": said, "model_answer": model_answer}  # fmt: skip
PRACTISING: dict[str, Walk] = {
    f.__name__: f
    for f in (brief, ready, ready_silent, picking, speaking, overtime, lost, leaving, writing, nothing, typing,
              picking_a_file, help_screen)
}  # fmt: skip


def looks(
    world: World, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int], **changes: object
) -> bool:
    return snap_compare(
        CoachApp(world.services(**changes)), terminal_size=size, run_before=lambda pilot: walk(pilot, world)
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", FRESH.values(), ids=FRESH)
def test_first_start(world: World, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int]) -> None:
    assert looks(world, snap_compare, walk, size)


@pytest.mark.parametrize("size", SIZES)
def test_unfinished(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    world.recorded(SCAR.id)
    world.answered(DRILL.id, 38)
    world.answered(PUSHBACK.id, 82)
    assert looks(world, snap_compare, home_unfinished, size, found=("2 faults in the content; run 'coach check'.",))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", MIDWAY.values(), ids=MIDWAY)
def test_after_some_tries(world: World, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int]) -> None:
    for score in (38, 52, 75):
        world.answered(SCAR.id, score)
    world.answered(DRILL.id, 41)
    assert looks(world, snap_compare, walk, size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", PRACTISING.values(), ids=PRACTISING)
def test_practising(world: World, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int]) -> None:
    assert looks(world, snap_compare, walk, size, start_item=SCAR.id)


@pytest.mark.parametrize("size", SIZES)
def test_no_microphone(world: World, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    world.recorder.unplug_all()
    assert looks(world, snap_compare, no_microphone, size, start_item=SCAR.id)


def test_plain_terminal(world: World, snap_compare: Callable[..., bool]) -> None:
    for score in (38, 52, 75):
        world.answered(SCAR.id, score)
    world.answered(DRILL.id, 41)

    async def plain(pilot: Pilot[None], world: World) -> None:
        await on(pilot, HomeScreen)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await reads(pilot, "today 21:01")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "third try: 38, 52, 75")

    assert looks(world, snap_compare, plain, (80, 24), ascii=True)


def test_pictures_carry_no_trace_of_the_machine() -> None:
    pictures = list((Path(__file__).parent / "__snapshots__").rglob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert "/home/" not in text
        assert "/root" not in text
