"""What C libraries print stays off the screen."""

import subprocess
import sys
from pathlib import Path

import pytest

from coach.adapters.stderr_guard import LOG_LIMIT_BYTES, silence_portaudio_stderr
from coach.core.ports import StorageError

ROOT = Path(__file__).resolve().parents[2]

PRELUDE = """
import os, sys
from pathlib import Path
from coach.adapters.stderr_guard import silence_portaudio_stderr
log = Path(sys.argv[1])
def library(text): os.write(2, text.encode())
"""


def run(program: str, log: Path) -> "subprocess.CompletedProcess[str]":
    """Run it as a program of its own: it takes file descriptor 2 apart."""
    command = [sys.executable, "-c", PRELUDE + program, log]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)


def test_libraries_write_to_the_log_and_python_to_the_terminal(tmp_path: Path) -> None:
    done = run(
        "before = sys.stderr, sys.__stderr__\n"
        "with silence_portaudio_stderr(log):\n"
        "    library('ALSA lib: noise\\n')\n"
        "    print('screen', file=sys.__stderr__)\n"
        "    print('traceback', file=sys.stderr)\n"
        "library('after\\n')\n"
        "assert (sys.stderr, sys.__stderr__) == before\n"
        "print('still there', file=sys.stderr)\n",
        tmp_path / "log",
    )
    assert done.stderr == "screen\ntraceback\nafter\nstill there\n"
    assert (tmp_path / "log").read_text() == "ALSA lib: noise\n"


def test_child_processes_are_kept_quiet_too(tmp_path: Path) -> None:
    done = run(
        "import subprocess\nwith silence_portaudio_stderr(log): subprocess.run(['sh', '-c', 'echo child >&2'])\n",
        tmp_path / "log",
    )
    assert done.stderr == ""
    assert (tmp_path / "log").read_text() == "child\n"


def test_an_error_inside_is_passed_on_and_everything_put_back(tmp_path: Path) -> None:
    done = run(
        "try:\n    with silence_portaudio_stderr(log): raise KeyError('mine')\nexcept KeyError: library('back')\n",
        tmp_path / "log",
    )
    assert done.stderr == "back"


def test_the_log_goes_on_where_it_ended_and_belongs_to_its_owner(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "log"
    for text in ("one", "two"):
        run(f"with silence_portaudio_stderr(log): library({text!r})", log)
    assert log.read_text() == "onetwo"
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_a_flood_fills_neither_the_disk_nor_the_terminal(tmp_path: Path) -> None:
    done = run(
        "import time\n"
        "deadline = time.monotonic() + 20\n"
        "with silence_portaudio_stderr(log):\n"
        "    written = 0\n"
        "    while time.monotonic() < deadline:\n"
        "        library('x' * 1000)\n"
        "        written += 1000\n"
        "        if written > log.stat().st_size: break\n"
        "    print('screen', file=sys.stderr)\n"
        "library('flood goes on')\n"
        "print('python is heard', file=sys.stderr)\n",
        tmp_path / "log",
    )
    assert done.stderr == "screen\npython is heard\n"
    assert (tmp_path / "log").stat().st_size == LOG_LIMIT_BYTES


def test_a_log_that_is_half_full_begins_afresh(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"x" * (LOG_LIMIT_BYTES // 2 + 1))
    run("with silence_portaudio_stderr(log): library('new')", log)
    assert log.read_text() == "new"


def test_a_log_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="log"), silence_portaudio_stderr(tmp_path / "file" / "log"):
        pytest.fail("must not be entered")


def test_without_a_standard_error_it_does_nothing(tmp_path: Path) -> None:
    done = run(
        "os.close(2)\nwith silence_portaudio_stderr(log): print('ran')\nassert not log.exists()\n", tmp_path / "log"
    )
    assert done.stdout == "ran\n"
