"""Disks that are full or cannot be written: one sentence, status 2, nothing half kept."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import CHECKOUT

pytestmark = pytest.mark.real

SAMPLE = CHECKOUT / "coach" / "data" / "sample-drill-4tb-query.flac"


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small disk with the given mount options."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", str(folder)]
    mounted = subprocess.run(command, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def complaint(*arguments: str) -> str:
    """What the command complains of, after checking that it is one line and no traceback."""
    command = [sys.executable, "-m", "coach", *arguments]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=120, cwd=CHECKOUT, env=os.environ
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("coach: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.mark.parametrize("disk", ["size=440k"], indirect=True)
def test_a_disk_that_fills_while_a_file_is_copied(disk: Path) -> None:
    home = disk / "home"
    assert "cannot be written" in complaint("--home", str(home), "practice", "drill-4tb-query", "--audio", str(SAMPLE))
    assert [p for p in (home / "recordings").iterdir() if p.suffix == ".flac"] == []


@pytest.mark.parametrize("disk", ["size=8k"], indirect=True)
def test_a_disk_without_room_for_the_database(disk: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text("Who runs this, and how often?")
    sentence = complaint("--home", str(disk / "home"), "practice", "drill-4tb-query", "--text", str(answer))
    assert "--home" in sentence


@pytest.mark.parametrize("disk", ["size=1m,ro"], indirect=True)
def test_a_home_that_cannot_be_written(disk: Path) -> None:
    assert "read-only" in complaint("--home", str(disk / "home"), "attempts")
