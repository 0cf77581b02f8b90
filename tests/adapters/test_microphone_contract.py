"""The recorder's rules, for the fake one and for the real one on scripted hardware."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.microphone import SounddeviceRecorder
from coach.adapters.portaudio import PortAudio
from tests.adapters.recorder_contract import RecorderBench, RecorderContract, limited_file_size
from tests.fake_sounddevice import FakeSounddevice, Plugged
from tests.fakes_audio import FakeClock, FakeRecorder


class FakeBench(RecorderBench):
    """FakeRecorder and its clock."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.recorder: FakeRecorder = FakeRecorder(self.clock, levels=())

    def hear(self, seconds: float, peak: float) -> None:
        self.recorder.captures[-1].levels.append((seconds, peak))
        self.clock.advance(seconds)

    def freeze(self) -> None:
        self.recorder.freeze()

    def lose(self) -> None:
        self.recorder.lose()

    def remove_all(self) -> None:
        self.recorder.unplug_all()

    @contextmanager
    def full_disk(self, path: Path) -> Iterator[None]:
        self.recorder.fill_disk()
        yield

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)


class ScriptedBench(RecorderBench):
    """SounddeviceRecorder on hardware that a test plays the part of."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.sounddevice = FakeSounddevice(
            [Plugged("Webcam"), Plugged("Headset", inputs=2, outputs=2), Plugged("Monitor", inputs=0, outputs=2)],
            default_input="Headset",
        )
        self.recorder: SounddeviceRecorder = SounddeviceRecorder(
            PortAudio(load=lambda: self.sounddevice, platform="linux"), self.clock
        )

    def hear(self, seconds: float, peak: float) -> None:
        stream = self.sounddevice.streams[-1]
        samples = np.full((round(seconds * stream.samplerate), stream.channels), round(peak * 32768), np.int16)
        self.clock.advance(seconds)
        stream.send(samples)

    def freeze(self) -> None:
        """A stream that nobody feeds is frozen already."""

    def lose(self) -> None:
        self.sounddevice.streams[-1].end()

    def remove_all(self) -> None:
        self.sounddevice.plugged.clear()

    def full_disk(self, path: Path) -> AbstractContextManager[None]:
        return limited_file_size(path.stat().st_size + 1001)

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)


class TestFakeRecorder(RecorderContract):
    """The fake keeps the rules."""

    @pytest.fixture
    def bench(self) -> RecorderBench:
        return FakeBench()


class TestSounddeviceRecorderOnScriptedHardware(RecorderContract):
    """The real one keeps them."""

    @pytest.fixture
    def bench(self) -> RecorderBench:
        return ScriptedBench()
