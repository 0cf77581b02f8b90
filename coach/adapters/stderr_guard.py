"""Keeps what C libraries print to standard error off the screen that Textual draws on.

PortAudio and ALSA complain to file descriptor 2, and Textual's Linux driver draws on `sys.__stderr__`, the same one.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.core.ports import StorageError

LOG_LIMIT_BYTES = 256 * 1024
"""How long the log may get. PortAudio can print some 60 MB a second when a sound server dies at the wrong moment."""

CHECK_S = 0.5
"""How often the length of the log is looked at."""


@contextmanager
def silence_portaudio_stderr(log_path: Path) -> Iterator[None]:
    """Send descriptor 2 to the end of a log (mode 0600), and Python's own standard error on to the terminal.

    Enter it before the app is run; everything is as before on leaving. Without a standard error it does nothing. A log
    that is half full begins afresh. One that grows longer than LOG_LIMIT_BYTES is cut there and what comes after is
    dropped, also after leaving, because such a flood does not end. Raises StorageError when the log cannot be written.
    """
    try:
        terminal = os.dup(2)
    except OSError:
        yield
        return
    try:
        log_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if os.fstat(log).st_size > LOG_LIMIT_BYTES // 2:
            os.ftruncate(log, 0)
    except OSError as error:
        os.close(terminal)
        raise StorageError(f"The log {log_path} cannot be written ({error.strerror}): check the folder.") from error
    previous = (sys.stderr, sys.__stderr__)
    if sys.stderr is not None:
        sys.stderr.flush()
    os.dup2(log, 2)
    watch = _LogLimit(log)
    watch.start()
    screen = os.fdopen(terminal, "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    sys.stderr = sys.__stderr__ = screen  # type: ignore[misc]
    try:
        yield
    finally:
        watch.leave()
        os.close(log)
        if not watch.flooded:
            screen.flush()
            os.dup2(terminal, 2)
            screen.close()
            sys.stderr, sys.__stderr__ = previous  # type: ignore[misc]


class _LogLimit(threading.Thread):
    """Looks at the length of the log; leads descriptor 2 nowhere once it is too long."""

    def __init__(self, log: int) -> None:
        super().__init__(name="log-limit", daemon=True)
        self.flooded = False
        self._log = log
        self._leaving = threading.Event()

    def run(self) -> None:
        """Look until told to leave, and once more then."""
        leaving = False
        while not leaving and not self.flooded:
            leaving = self._leaving.wait(CHECK_S)
            if os.fstat(self._log).st_size > LOG_LIMIT_BYTES:
                self.flooded = True
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 2)
                os.close(nowhere)
                os.ftruncate(self._log, LOG_LIMIT_BYTES)

    def leave(self) -> None:
        """End it."""
        self._leaving.set()
        self.join()
