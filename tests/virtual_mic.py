"""A microphone and a loudspeaker without hardware: the script `virtual-mic.sh` in the folder `shared`, for tests."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "../shared/virtual-mic.sh"
LIMIT_S = 60.0
"""No command of the sound server takes longer."""


class VirtualMic:
    """A sound server of our own: `vmic` is its default microphone, `vspk` its default loudspeaker."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env
        """What a program's environment must hold to use it."""

    def play(self, path: Path) -> None:
        """Play a file into the microphone; returns when all of it was heard."""
        self._script("play", str(path))

    def start_playing(self, path: Path) -> "subprocess.Popen[bytes]":
        """Play a file into the microphone while the test goes on."""
        return subprocess.Popen(["sh", SCRIPT, "play", path], env=self._script_env())

    def pactl(self, *arguments: str) -> str:
        """Give the sound server an order."""
        env = os.environ | self.env
        command = ["pactl", *arguments]
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=LIMIT_S).stdout

    def freeze(self) -> None:
        """The microphone sends nothing any more; nobody is told."""
        self.pactl("suspend-source", "vmic", "1")

    def thaw(self) -> None:
        """It sends again."""
        self.pactl("suspend-source", "vmic", "0")

    def shut_down(self) -> None:
        """The sound server ends, as when a microphone is unplugged."""
        self._script("down")

    def start_again(self) -> None:
        """It runs again, at the same place."""
        self._script("up")

    @contextmanager
    def recorded_speaker(self, target: Path) -> Iterator[None]:
        """Record what programs play to the loudspeaker, as 16 kHz mono WAV; entered when the recorder runs."""
        before = len(self._listeners())
        command = ["parec", "-d", "vspk.monitor", "--rate=16000", "--channels=1", "--format=s16le"]
        process = subprocess.Popen([*command, "--file-format=wav", target], env=os.environ | self.env)
        try:
            while len(self._listeners()) == before:
                assert process.poll() is None, "parec ended"
            yield
        finally:
            process.terminate()
            process.wait(LIMIT_S)

    def _listeners(self) -> list[str]:
        return self.pactl("list", "short", "source-outputs").splitlines()

    def _script_env(self) -> dict[str, str]:
        return os.environ | {"VMIC_DIR": str(self.folder)}

    def _script(self, *arguments: str) -> str:
        return run_script(self._script_env(), *arguments)


def run_script(env: dict[str, str], *arguments: str) -> str:
    """What the script prints; its complaints are in the error when it fails."""
    command = ["sh", SCRIPT, *arguments]
    done = subprocess.run(command, env=env, check=False, stdout=subprocess.PIPE, text=True, timeout=LIMIT_S)
    assert done.returncode == 0, f"virtual-mic.sh {' '.join(arguments)} failed, see its message above"
    return done.stdout


@contextmanager
def running_virtual_mic() -> Iterator[VirtualMic]:
    """A virtual microphone of its own, ended on leaving; skips the test where there cannot be one."""
    if not SCRIPT.exists():
        pytest.skip("there is no folder `shared` with virtual-mic.sh beside the checkout")
    missing = [command for command in ("pulseaudio", "pactl", "paplay", "parec") if shutil.which(command) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed: run `virtual-mic.sh install`")
    # Short, because the path of a socket has room for some 100 characters only.
    folder = Path(tempfile.mkdtemp(prefix="vmic-"))
    env = os.environ | {"VMIC_DIR": str(folder)}
    try:
        exports = run_script(env, "up")
        yield VirtualMic(folder, dict(re.findall(r"^export (\w+)='(.*)'$", exports, re.MULTILINE)))
    finally:
        run_script(env, "down")
        shutil.rmtree(folder, ignore_errors=True)
