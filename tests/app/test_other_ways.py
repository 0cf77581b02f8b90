"""Answers without a microphone, and getting ready with one."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.devices import DevicePicker
from coach.app.screens.file_answer import FileScreen, path_of, path_problem
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.typed import TypedScreen
from coach.app.screens.writing import WritingScreen
from coach.core.attempt import Source, State
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import ANSWER, DRILL, PUSHBACK, World


def brief_of(world: World, item: str = DRILL.id, **changes: object) -> CoachApp:
    return CoachApp(world.services(start_item=item, **changes))


async def write(pilot: Pilot[None], text: str) -> None:
    pilot.app.screen.query_one(TextArea).text = text
    await pilot.pause()


async def test_a_typed_answer_is_scored_without_pace(world: World) -> None:
    async with brief_of(world).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await write(pilot, ANSWER)
        world.clock.advance(12)
        await reads(pilot, "0:12 of 0:30", "53 words")
        await pilot.press("ctrl+s")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "53 words", "A typed answer has no sound and no pace.")
        assert "wpm" not in flat(pilot)
    (attempt,) = world.store.kept.values()
    assert (attempt.source, attempt.state) == (Source.TYPED, State.SCORED)


async def test_an_empty_page_is_not_handed_in(world: World) -> None:
    async with brief_of(world).run_test(notifications=True) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await pilot.press("ctrl+s")
        await reads(pilot, "There is nothing to score yet")
        assert not world.store.kept


async def test_a_page_left_half_way_is_there_again(world: World) -> None:
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        await write(pilot, "the guarantee ends")
        await pilot.press("escape")
        await on(pilot, BriefScreen)
        await pilot.press("t")
        await on(pilot, TypedScreen)
        assert pilot.app.screen.query_one(TextArea).text == "the guarantee ends"


async def test_an_audio_file_is_kept_and_scored(world: World, tmp_path: Path) -> None:
    (tmp_path / "mine.wav").touch()
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("f")
        await on(pilot, FileScreen)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "mine.wav")
        await reads(pilot, "⏎ scores it.")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
    (attempt,) = world.store.kept.values()
    assert (attempt.source, attempt.duration_s) == (Source.AUDIO_FILE, 30.0)


async def test_a_path_that_leads_nowhere_is_told_and_not_taken(world: World, tmp_path: Path) -> None:
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("f")
        await on(pilot, FileScreen)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "nothing.wav")
        await pilot.press("enter")
        await reads(pilot, "There is no file of that name yet.")
        assert isinstance(pilot.app.screen, FileScreen)


async def test_a_file_that_is_no_audio_leads_back_to_picking_one(world: World, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("f")
        await on(pilot, FileScreen)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "notes.txt")
        await pilot.press("enter")
        await on(pilot, WritingScreen)
        await reads(pilot, "notes.txt is no audio file; give a WAV, FLAC, OGG or MP3.")
        await pilot.press("f")
        await on(pilot, FileScreen)


@pytest.mark.parametrize(
    ("typed", "path"),
    [("", None), ("  ", None), ("a.wav", Path("a.wav")), ("'/tmp/my take.wav'", Path("/tmp/my take.wav")),
     ("~/a.wav", Path.home() / "a.wav"), ("~nobody-of-that-name/a.wav", Path("~nobody-of-that-name/a.wav"))],
)  # fmt: skip
def test_paths_are_taken_as_typed_or_dropped(typed: str, path: Path | None) -> None:
    assert path_of(typed) == path


def test_a_folder_is_no_answer(tmp_path: Path) -> None:
    assert path_problem(tmp_path) == "That is a folder; add the name of the file in it."
    assert path_problem(tmp_path / "\0") != ""


async def test_the_sample_is_offered_for_its_own_item_only(world: World, tmp_path: Path) -> None:
    (tmp_path / "sample.flac").touch()
    sample = {"sample": tmp_path / "sample.flac", "sample_item": DRILL.id}
    async with brief_of(world, PUSHBACK.id, **sample).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("b")
        assert isinstance(pilot.app.screen, BriefScreen)
    async with brief_of(world, **sample).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("b")
        await on(pilot, ScorecardScreen)


async def test_without_a_microphone_the_other_ways_are_named(world: World) -> None:
    world.recorder.unplug_all()
    async with brief_of(world).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await reads(pilot, "There is no microphone: plug one in.", "Type the answer (t) or take it from a file (f).")
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await reads(pilot, "The clock waits", "There is no microphone: plug one in.", "type the answer (t)")
        await pilot.press("t")
        await on(pilot, TypedScreen)


async def test_a_recording_that_cannot_start_leaves_the_other_ways(world: World) -> None:
    async with brief_of(world).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await reads(pilot, "Get ready")
        world.recorder.unplug_all()
        await pilot.press("space")
        await on(pilot, SpeakingScreen)
        await reads(pilot, "There is no microphone: plug one in.", "Type the answer (t), take it from a file (f)")
        await pilot.press("escape")
        await on(pilot, BriefScreen)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.return_code is not None)


async def test_a_missing_model_is_told_while_the_question_is_read(world: World) -> None:
    world.transcriber.missing = "The model tiny.en is not here; run 'coach models get tiny.en'."
    async with brief_of(world).run_test(size=(80, 24)) as pilot:
        await on(pilot, BriefScreen)
        await reads(pilot, "run 'coach models get tiny.en'.", "Until then you can type the answer (t).")


async def test_the_clock_starts_by_itself_after_the_seconds_to_get_ready(world: World) -> None:
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await until(pilot, lambda: bool(world.recorder.captures))
        await pilot.pause(0.3)
        world.clock.advance(3)
        await until(pilot, lambda: pilot.app.screen.query_one("#ready--digits").value == "2")
        world.clock.advance(2.1)
        await on(pilot, SpeakingScreen)


async def test_a_dead_microphone_holds_the_clock(world: World) -> None:
    world.recorder.levels = ((4.0, 0.0), (0.0, 0.2))
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await until(pilot, lambda: bool(world.recorder.captures))
        await pilot.pause(0.3)
        world.clock.advance(1.6)
        await reads(pilot, "I hear nothing from this microphone", "The clock waits")
        world.clock.advance(2)
        await reads(pilot, "The clock waits")
        world.clock.advance(1)
        await reads(pilot, "Get ready")


async def test_another_microphone_is_picked_listened_to_and_remembered(world: World) -> None:
    async with brief_of(world).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await until(pilot, lambda: len(world.recorder.captures) == 1)
        await pilot.pause(0.2)
        await pilot.press("d")
        await on(pilot, DevicePicker)
        await reads(pilot, "the system's default", "Headset")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: world.saved_devices == ["Headset"])
        await until(pilot, lambda: len(world.recorder.captures) == 2)
        await reads(pilot, "mic ● Headset")
        await pilot.press("escape")
        await on(pilot, BriefScreen)
    assert all(c.ending is not None for c in world.recorder.captures), "no microphone is left open"
