"""Every key is declared once, explains itself and is found in help and palette."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot

import coach.app
from coach.app.app import CoachApp
from coach.app.bindings import commands
from coach.app.screens.brief import BriefScreen
from coach.app.screens.help import HelpDialog
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.scorecard import ScorecardScreen
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import DRILL, SCAR, World

FRAME = "c5c8c6"
"""Colour of the frame that the picture of a terminal has around it."""


def declared() -> Iterator[tuple[type, Binding]]:
    """Every binding that our own classes declare."""
    for found in pkgutil.walk_packages(coach.app.__path__, "coach.app."):
        for cls in vars(importlib.import_module(found.name)).values():
            if inspect.isclass(cls) and cls.__module__ == found.name and issubclass(cls, DOMNode):
                yield from ((cls, b) for b in cls.__dict__.get("BINDINGS", ()))


def test_every_binding_has_a_name_a_verb_and_a_sentence() -> None:
    found = list(declared())
    assert len(found) > 50
    for cls, binding in found:
        assert isinstance(binding, Binding), cls
        assert binding.id, binding
        assert binding.description, binding
        assert binding.tooltip.endswith("."), binding


def test_no_two_bindings_share_a_name() -> None:
    names = [b.id for _, b in declared()]
    assert sorted(names, key=str) == sorted(set(names), key=str)


async def check_help(pilot: Pilot[None]) -> None:
    """The help lists every key of the screen in front."""
    listed = list(commands(pilot.app.screen))
    about = getattr(pilot.app.screen, "ABOUT")  # noqa: B009
    await pilot.press("f1")
    await on(pilot, HelpDialog)
    text = flat(pilot)
    assert " ".join(about.split()[:8]) in text
    for command in listed:
        assert command.tooltip in text, command
        assert all(k in text for k in command.keys), command
    await pilot.press("escape")


async def test_help_shows_every_key_of_the_screen_it_was_called_from(world: World) -> None:
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(120, 60)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "never tried")
        await check_help(pilot)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await check_help(pilot)
        await pilot.press("h")
        await reads(pilot, "today")
        await check_help(pilot)
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await check_help(pilot)
        await pilot.press("escape", "escape", "enter")
        await on(pilot, BriefScreen)
        await check_help(pilot)


async def test_the_command_palette_knows_every_key(world: World) -> None:
    async with CoachApp(world.services()).run_test(size=(120, 40)) as pilot:
        await on(pilot, HomeScreen)
        screen = pilot.app.screen
        titles = {c.title for c in pilot.app.get_system_commands(screen)}
        assert len(titles) == len(list(commands(screen)))
        assert {"Library (l)", "Quit (q)", "Help (? f1)", "Light/dark (^t)"} <= titles
        await pilot.press("ctrl+p", *"library")
        await reads(pilot, "Choose among all items.")
        await pilot.press("enter")
        await on(pilot, LibraryScreen)


async def test_light_and_dark(world: World) -> None:
    async with CoachApp(world.services()).run_test() as pilot:
        await on(pilot, HomeScreen)
        dark = pilot.app.screen.styles.background
        await pilot.press("ctrl+t")
        await until(pilot, lambda: pilot.app.screen.styles.background != dark)
        assert pilot.app.screen.styles.background.brightness > 0.8
        await pilot.press("ctrl+t")
        await until(pilot, lambda: pilot.app.screen.styles.background == dark)
        await until(pilot, lambda: sorted(world.saved_looks) == [False, True])


async def test_the_look_chosen_last_comes_back(world: World) -> None:
    async with CoachApp(world.services(light=True)).run_test() as pilot:
        await on(pilot, HomeScreen)
        await until(pilot, lambda: pilot.app.screen.styles.background.brightness > 0.8)


async def test_no_color_leaves_signs_and_no_colour(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    world.answered(SCAR.id)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await reads(pilot, "● 0 good", "◐ 1 due", "○ 2 new")
        assert pilot.app.no_color
        colours = set(re.findall(r"fill: #([0-9a-f]{6})", pilot.app.export_screenshot())) - {FRAME}
        grey = [c for c in colours if c[0:2] == c[2:4] == c[4:6]]
        assert colours
        assert len(grey) == len(colours), colours


async def test_the_library_is_searched_filtered_and_sorted_by_keys(world: World) -> None:
    world.answered(SCAR.id, 75)
    world.answered(DRILL.id, 41)
    async with CoachApp(world.services()).run_test(size=(100, 30)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await reads(pilot, "● good", "◐ due", "○ never tried", "3 items, as listed")
        await pilot.press("s")
        await reads(pilot, "3 items, weakest first")
        assert flat(pilot).index("overkill") < flat(pilot).index("Lag on") < flat(pilot).index("exactly-once")
        await pilot.press("right", "right")
        await reads(pilot, "1 item,")
        assert "Lag on the biggest day" in flat(pilot)
        await pilot.press("left", "left", "slash", *"kafka")
        await reads(pilot, "1 item,", "Lag on the biggest day")
        await pilot.press("enter", "enter")
        await on(pilot, BriefScreen)
