"""The whole coach in a real terminal, with a real sound server, the real engine and the real judge."""

import json
import os
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.models import ModelStore
from tests.places import CHECKOUT
from tests.terminal import Terminal, terminal
from tests.virtual_mic import VirtualMic, running_virtual_mic

pytestmark = pytest.mark.real

SAMPLE = CHECKOUT / "coach" / "data" / "sample-drill-4tb-query.flac"
NO_SOUND = {"PULSE_SERVER": "unix:/nonexistent"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder of its own, with the checkout's models."""
    models = ModelStore(Path(os.environ.get("COACH_TEST_HOME", CHECKOUT / ".coach")))
    if not {"tiny.en", "minilm"} <= {entry.name for entry in models.installed()}:
        pytest.skip("the models are not installed: run `make test`")
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "models").symlink_to(models.root)
    return folder


@pytest.fixture
def microphone() -> Iterator[VirtualMic]:
    with running_virtual_mic() as mic:
        yield mic


@pytest.fixture
def window() -> Iterator[Terminal]:
    with terminal() as opened:
        yield opened


def coach(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line on the same home."""
    command = [sys.executable, "-m", "coach", *arguments]
    env = os.environ | {"COACH_HOME": str(home)}
    return subprocess.run(command, env=env, check=False, capture_output=True, text=True, timeout=120, cwd=CHECKOUT)


def kept(home: Path) -> list[dict[str, Any]]:
    """The attempts that the store holds, newest first."""
    attempts: list[dict[str, Any]] = json.loads(coach(home, "attempts", "--json").stdout)
    return attempts


def speak(window: Terminal, microphone: VirtualMic, home: Path) -> None:
    """From the prompt to the middle of a spoken answer to the 4 TB drill."""
    window.run("practice", "drill-4tb-query", env=microphone.env | {"COACH_HOME": str(home)})
    window.wait_for("get ready")
    window.press("Space")
    window.wait_for("speak now")
    window.press("Space")
    window.wait_for("of 0:30", "done")
    microphone.play(SAMPLE)


def test_from_home_to_a_stored_scored_attempt_with_keys_alone(
    window: Terminal, microphone: VirtualMic, home: Path
) -> None:
    window.run(env=microphone.env | {"COACH_HOME": str(home)})
    window.wait_for("never tried", "library")
    window.press("l")
    window.wait_for("search")
    window.press("/")
    window.wait_for("search title")
    window.type("4tb")
    window.wait_for("1 item", "Four terabytes")
    window.insist("Enter", "get ready")
    window.press("Space")
    window.wait_for("speak now")
    window.press("Space")
    window.wait_for("of 0:30", "done")
    microphone.play(SAMPLE)
    recording = window.screen()
    assert "how often" not in recording.lower(), "no words of the answer while it is spoken"
    window.press("Space")
    window.wait_for("/ 100", "Fix next")
    (attempt,) = kept(home)
    card = attempt["scorecard"]
    text = card["analysis"]["text"]
    assert attempt["state"] == "scored"
    assert attempt["source"] == "microphone"
    assert attempt["overflows"] == 0
    assert "how often" in text.lower()
    met = {e["id"] for e in card["elements"] if e["met"]}
    assert {"ask-who", "ask-how-often", "one-off-acceptable", "dashboard-materialize"} <= met
    for element in card["elements"]:
        for where in element["evidence"]:
            assert text[where["start"] : where["end"]] == where["text"]
            assert 0 <= where["start_s"] <= where["end_s"] <= attempt["duration_s"] + 0.5
    take = next((home / "recordings").glob("*.wav"))
    assert take.stat().st_mode & 0o777 == 0o600
    with wave.open(str(take)) as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (16_000, 1)


def test_with_no_microphone_a_typed_answer_is_scored_and_kept(window: Terminal, home: Path) -> None:
    window.run("practice", "drill-4tb-query", env=NO_SOUND | {"COACH_HOME": str(home)}, columns=80, lines=24)
    window.wait_for("get ready")
    window.wait_until(lambda s: "microphone" in s.lower(), "a sentence about the missing microphone")
    window.press("t")
    window.wait_for("done")
    window.type("Who runs this, and how often? If an analyst runs it once, four terabytes is fine.")
    window.press("C-s")
    window.wait_for("/ 100")
    (attempt,) = kept(home)
    assert (attempt["state"], attempt["source"]) == ("scored", "typed")


def test_killed_while_recording_the_next_start_offers_the_take(
    window: Terminal, microphone: VirtualMic, home: Path
) -> None:
    speak(window, microphone, home)
    os.kill(window.pid(), signal.SIGKILL)
    window.wait_for_end()
    with terminal() as second:
        second.run(env=microphone.env | {"COACH_HOME": str(home)})
        second.wait_for("was cut off", "finish it")
        second.press("Enter")
        second.wait_for("/ 100")
    (attempt,) = kept(home)
    assert attempt["state"] == "scored"
    played_s = json.loads(coach(home, "analyze", "--audio", str(SAMPLE), "--json").stdout)["duration_s"]
    assert attempt["duration_s"] >= played_s - 1


def test_killed_while_writing_down_the_next_start_offers_the_take(
    window: Terminal, microphone: VirtualMic, home: Path
) -> None:
    speak(window, microphone, home)
    window.press("Space")
    window.wait_until(lambda s: "of 0:30" not in s, "the clock to be gone")
    os.kill(window.pid(), signal.SIGKILL)
    window.wait_for_end()
    waiting = kept(home)[0]
    assert waiting["state"] in {"recording", "recorded", "transcribed"}
    done = coach(home, "retry", "--json")
    assert done.returncode == 0, done.stderr
    assert kept(home)[0]["state"] == "scored"


def test_a_killed_microphone_keeps_what_was_heard(window: Terminal, microphone: VirtualMic, home: Path) -> None:
    speak(window, microphone, home)
    microphone.shut_down()
    window.wait_for("The microphone went away", "scores the")
    window.press("Enter")
    window.wait_for("/ 100")
    (attempt,) = kept(home)
    assert attempt["state"] == "scored"
    assert attempt["ended"]
