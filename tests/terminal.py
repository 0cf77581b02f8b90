"""The real program in a real terminal: tmux runs it, keys are typed, the screen is read."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.places import CHECKOUT

PATIENCE_S = 60.0
"""How long a screen may take to appear on a busy machine before the test fails."""
GLANCE_S = 0.05


class Terminal:
    """One program in a tmux window of its own server."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def run(self, *arguments: str, env: dict[str, str], columns: int = 120, lines: int = 40) -> None:
        """Start `coach` with these arguments."""
        settings = {"TERM": "tmux-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **env}
        command = ["env", *(f"{name}={value}" for name, value in settings.items()), sys.executable, "-m", "coach"]
        size = ["-x", str(columns), "-y", str(lines)]
        self._tmux("new-session", "-d", "-c", str(CHECKOUT), *size, *command, *arguments)
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def press(self, *keys: str) -> None:
        """Type keys, by tmux's names."""
        self._tmux("send-keys", *keys)

    def insist(self, key: str, text: str) -> str:
        """Press a key, again every two seconds as a person would, until a text appears; the screen then."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            self.press(key)
            try:
                return self.wait_for(text, patience_s=2)
            except AssertionError:
                continue
        raise AssertionError(f"{key} never led to {text!r}; the screen shows:\n{self.screen()}")

    def type(self, text: str) -> None:
        """Type a text as it is."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What is on the screen."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *texts: str, patience_s: float = PATIENCE_S) -> str:
        """The screen as soon as every text is on it."""
        return self.wait_until(lambda screen: all(t in screen for t in texts), f"{texts} to appear", patience_s)

    def wait_until(self, holds: Callable[[str], bool], what: str, patience_s: float = PATIENCE_S) -> str:
        """The screen as soon as something holds of it."""
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            screen = self.screen()
            if holds(screen):
                return screen
            time.sleep(GLANCE_S)
        raise AssertionError(f"waited {patience_s:g} s for {what}; the screen shows:\n{self.screen()}")

    def pid(self) -> int:
        """The process in the window."""
        return int(self._tmux("display-message", "-p", "#{pane_pid}"))

    def wait_for_end(self) -> None:
        """Until the process in the window is gone."""
        self.wait_until(lambda _: self._tmux("display-message", "-p", "#{pane_dead}").strip() == "1", "the end")

    def end(self) -> None:
        """Close the window and the server."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-f", os.devnull, "-S", str(self._socket), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE_S).stdout


@contextmanager
def terminal() -> Iterator[Terminal]:
    """A terminal of the test's own; skips where there is no tmux."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    folder = Path(tempfile.mkdtemp(prefix="tty-"))
    window = Terminal(folder / "socket")
    try:
        yield window
    finally:
        window.end()
        shutil.rmtree(folder, ignore_errors=True)
