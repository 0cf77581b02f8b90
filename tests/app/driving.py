"""Walking through the app in tests: wait for a screen, read what is shown."""

import time
from collections.abc import Callable

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

PATIENCE_S = 20.0
"""How long a test waits for something that has to come."""


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app work until a condition holds; fail when it never does."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > deadline_s:
            raise AssertionError(f"It never came; on {type(pilot.app.screen).__name__}:\n{shown(pilot)}")
        await pilot.pause(0.01)


async def on(pilot: Pilot[None], screen: type[Screen[object]]) -> None:
    """Wait for a screen to be in front and mounted."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and pilot.app.screen.is_mounted)
    await pilot.pause()


async def reads(pilot: Pilot[None], *texts: str) -> None:
    """Wait until all texts can be read on the screen in front."""
    await until(pilot, lambda: all(t in flat(pilot) for t in texts))


def shown(pilot: Pilot[None]) -> str:
    """Everything the screen in front has drawn, widget by widget, whether scrolled into sight or not."""
    lines: list[str] = []
    for node in pilot.app.screen.walk_children():
        if isinstance(node, Widget) and not list(node.children) and node.display and node.size.width:
            lines += [node.render_line(y).text.rstrip() for y in range(node.virtual_size.height or node.size.height)]
    return "\n".join(lines)


def flat(pilot: Pilot[None]) -> str:
    """The same on one line with single blanks, so that line breaks do not matter."""
    return " ".join(shown(pilot).split())
