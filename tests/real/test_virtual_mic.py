"""The real recorder and player on a sound server: what is said comes back, and faults are survived."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from coach.adapters.microphone import SounddeviceRecorder
from coach.adapters.player import SounddevicePlayer
from coach.adapters.portaudio import PortAudio
from coach.core.ports import AudioDeviceError, AudioFileError
from tests.adapters.recorder_contract import RecorderBench, RecorderContract, Watch, limited_file_size
from tests.virtual_mic import VirtualMic, running_virtual_mic

pytestmark = pytest.mark.real

CLIP = Path(__file__).resolve().parents[2] / "../shared/audio/whisper_jfk.flac"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def mic(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMic]:
    pytest.importorskip("sounddevice", exc_type=OSError, reason="libportaudio2 is not installed")
    with running_virtual_mic() as running:
        for name, value in running.env.items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def portaudio(mic: VirtualMic) -> PortAudio:
    portaudio = PortAudio()
    portaudio.devices("input")
    return portaudio


@pytest.fixture
def recorder(portaudio: PortAudio) -> SounddeviceRecorder:
    return SounddeviceRecorder(portaudio)


@pytest.fixture
def clip() -> Path:
    if not CLIP.exists():
        pytest.skip("there is no folder `shared` with audio beside the checkout")
    return CLIP


def samples_of(path: Path) -> NDArray[np.int16]:
    samples, rate_hz = soundfile.read(path, dtype="int16")
    assert rate_hz == 16_000
    return samples


def offset_of(part: NDArray[np.int16], whole: NDArray[np.int16]) -> tuple[int, float]:
    """Where a part begins in a whole, in samples, and how alike they are there (correlation)."""
    size = 1 << (len(part) + len(whole)).bit_length()
    spectrum = np.fft.rfft(whole.astype(float), size) * np.conj(np.fft.rfft(part.astype(float), size))
    begin = int(np.argmax(np.fft.irfft(spectrum, size)[: len(whole)]))
    there = whole[begin : begin + len(part)].astype(float)
    return begin, float(np.corrcoef(there, part[: len(there)].astype(float))[0, 1])


def wait_for_more(path: Path, samples: int) -> None:
    """Wait until a file that is being recorded has grown by so many samples."""
    enough = path.stat().st_size + 2 * samples
    deadline = time.monotonic() + 10
    while path.stat().st_size < enough:
        assert time.monotonic() < deadline
        time.sleep(0.05)


class VirtualMicBench(RecorderBench):
    """SounddeviceRecorder on the virtual microphone."""

    def __init__(self, mic: VirtualMic, recorder: SounddeviceRecorder, folder: Path) -> None:
        self.mic = mic
        self.recorder: SounddeviceRecorder = recorder
        self.folder = folder
        self.disk_full = False

    def hear(self, seconds: float, peak: float) -> None:
        if self.disk_full:
            return  # the limit holds for the program that plays as well; the microphone sends silence without it
        path = self.folder / "heard.wav"
        swing = round(peak * 32768) * np.sin(2 * np.pi * 500 * np.arange(round(seconds * 16_000)) / 16_000)
        soundfile.write(path, np.round(swing).astype(np.int16), 16_000)
        self.mic.play(path)

    def freeze(self) -> None:
        self.mic.freeze()

    def lose(self) -> None:
        self.mic.shut_down()

    def remove_all(self) -> None:
        self.mic.shut_down()

    @contextmanager
    def full_disk(self, path: Path) -> Iterator[None]:
        self.disk_full = True
        with limited_file_size(path.stat().st_size + 1001):
            yield
        self.disk_full = False

    def wait(self, seconds: float) -> None:
        """The sound server has its own clock."""


class TestSounddeviceRecorderOnASoundServer(RecorderContract):
    """The rules of every recorder."""

    @pytest.fixture
    def bench(
        self, mic: VirtualMic, recorder: SounddeviceRecorder, tmp_path_factory: pytest.TempPathFactory
    ) -> RecorderBench:
        return VirtualMicBench(mic, recorder, tmp_path_factory.mktemp("heard"))


def test_speech_comes_back_bit_for_bit(
    mic: VirtualMic, recorder: SounddeviceRecorder, clip: Path, tmp_path: Path
) -> None:
    said = samples_of(clip)
    recording = recorder.record(tmp_path / "take.wav")
    watch = Watch(recording)
    mic.play(clip)
    played_until_s = watch.latest.elapsed_s + len(said) / 16_000 + 0.3
    watch.until(lambda seen: seen.elapsed_s > played_until_s)
    take = recording.stop()
    heard = samples_of(take.path)
    begin, likeness = offset_of(said, heard)
    assert likeness > 0.9999
    assert np.array_equal(heard[begin : begin + len(said)], said)
    assert watch.peak == pytest.approx(np.abs(said.astype(int)).max() / 32768, abs=0.001)
    assert take.overflows == 0


def test_while_nobody_speaks_there_is_digital_silence(recorder: SounddeviceRecorder, tmp_path: Path) -> None:
    recording = recorder.record(tmp_path / "take.wav")
    watch = Watch(recording)
    state = watch.until(lambda seen: seen.silent_s > 1.0)
    assert watch.peak == 0.0
    assert state.status == "recording"
    assert not samples_of(recording.stop().path).any()


def test_a_microphone_that_appears_later_is_found(mic: VirtualMic, recorder: SounddeviceRecorder) -> None:
    mic.shut_down()
    assert recorder.devices() == []
    problem = recorder.problem()
    assert problem is not None
    assert "plug one in" in problem
    mic.start_again()
    assert "default" in [device.name for device in recorder.devices()]
    assert recorder.problem() is None


def test_recording_works_at_once_after_the_sound_server_came_back(
    mic: VirtualMic, recorder: SounddeviceRecorder, tmp_path: Path
) -> None:
    lost = recorder.record(tmp_path / "lost.wav")
    watch = Watch(lost)
    watch.until(lambda seen: seen.elapsed_s > 0.3)
    mic.shut_down()
    watch.until(lambda seen: seen.status == "lost")
    with pytest.raises(AudioDeviceError):
        recorder.record(tmp_path / "none.wav")
    mic.start_again()
    again = recorder.record(tmp_path / "again.wav")
    Watch(again).until(lambda seen: seen.elapsed_s > 0.3)
    assert again.stop().ended == ""
    assert "went away" in lost.stop().ended


def test_stopping_a_frozen_microphone_returns_and_the_next_recording_works(
    mic: VirtualMic, recorder: SounddeviceRecorder, tmp_path: Path
) -> None:
    frozen = recorder.record(tmp_path / "frozen.wav")
    watch = Watch(frozen)
    watch.until(lambda seen: seen.elapsed_s > 0.3)
    mic.freeze()
    watch.until(lambda seen: seen.status == "stalled")
    began = time.monotonic()
    frozen.stop()
    assert time.monotonic() - began < 1.0
    mic.thaw()
    again = recorder.record(tmp_path / "again.wav")
    Watch(again).until(lambda seen: seen.elapsed_s > 0.3)
    again.stop()


def test_a_microphone_that_thaws_goes_on_into_the_same_take(
    mic: VirtualMic, recorder: SounddeviceRecorder, tmp_path: Path
) -> None:
    recording = recorder.record(tmp_path / "take.wav")
    watch = Watch(recording)
    watch.until(lambda seen: seen.elapsed_s > 0.3)
    mic.freeze()
    stalled = watch.until(lambda seen: seen.status == "stalled")
    mic.thaw()
    watch.until(lambda seen: seen.status == "recording" and seen.elapsed_s > stalled.elapsed_s + 0.3)
    assert recording.stop().ended == ""


RECORD_UNTIL_KILLED = """
import sys, time
from pathlib import Path
from coach.adapters.microphone import SounddeviceRecorder
recording = SounddeviceRecorder().record(Path(sys.argv[1]))
while True:
    print(recording.state().elapsed_s, flush=True)
    time.sleep(0.02)
"""


def test_a_killed_process_loses_less_than_a_second(
    mic: VirtualMic, recorder: SounddeviceRecorder, clip: Path, tmp_path: Path
) -> None:
    path = tmp_path / "take.wav"
    child = subprocess.Popen(
        [sys.executable, "-c", RECORD_UNTIL_KILLED, path],
        env=os.environ | mic.env | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    elapsed_s = float(child.stdout.readline())
    playing = mic.start_playing(clip)
    while elapsed_s < 4.3:
        elapsed_s = float(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    child.wait()
    playing.wait()
    take = recorder.recover(path)
    assert elapsed_s - 1.0 < take.duration_s < elapsed_s + 1.0
    heard = samples_of(path)
    assert len(heard) / 16_000 == take.duration_s
    said = samples_of(clip)[:32_000]
    begin, _ = offset_of(said, heard)
    assert np.array_equal(heard[begin : begin + len(said)], said)


def test_a_disk_that_fills_up_ends_the_take_with_a_sentence(
    mic: VirtualMic, recorder: SounddeviceRecorder, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]
    mounted = subprocess.run(mount, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        recording = recorder.record(disk / "take.wav")
        failed = Watch(recording).until(lambda seen: seen.status == "failed")
        assert "disk is full" in failed.reason
        take = recording.stop()
        assert "disk is full" in take.ended
        assert take.duration_s == pytest.approx((65_536 - 44) / 32_000, abs=0.01)
        assert len(samples_of(take.path)) / 16_000 == take.duration_s
        assert recorder.recover(take.path).duration_s == take.duration_s
        with pytest.raises(AudioFileError, match="disk is full"):
            recorder.record(disk / "next.wav")
        assert [found.name for found in disk.iterdir()] == ["take.wav"]
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("start_s", [0.0, 4.0])
def test_a_take_is_heard_from_the_second_asked_for(
    mic: VirtualMic, portaudio: PortAudio, clip: Path, tmp_path: Path, start_s: float
) -> None:
    target = tmp_path / "speaker.wav"
    length_s = soundfile.info(clip).duration
    with mic.recorded_speaker(target):
        began = time.monotonic()
        playback = SounddevicePlayer(portaudio).play(clip, start_s)
        assert playback.playing
        while playback.playing:
            assert abs(playback.position_s - start_s - (time.monotonic() - began)) < 0.5
            time.sleep(0.02)
        assert playback.position_s == pytest.approx(length_s, abs=0.01)
        playback.stop()
        assert not playback.playing
        wait_for_more(target, 16_000)
    heard = samples_of(target)
    said = samples_of(clip)[round(start_s * 16_000) :]
    begin, likeness = offset_of(said, heard)
    assert likeness > 0.98
    first = np.flatnonzero(np.abs(heard) > 500)[0] - begin
    assert first == pytest.approx(np.flatnonzero(np.abs(said) > 500)[0], abs=80)
    tail = said[-8_000:]
    assert np.corrcoef(heard[begin + len(said) - 8_000 : begin + len(said)], tail)[0, 1] > 0.95


def test_stopping_falls_silent_and_keeps_the_position(mic: VirtualMic, portaudio: PortAudio, clip: Path) -> None:
    playback = SounddevicePlayer(portaudio).play(clip, 2.0)
    while playback.position_s < 2.5:
        assert playback.playing
    playback.stop()
    playback.stop()
    assert not playback.playing
    assert playback.position_s == pytest.approx(2.55, abs=0.2)


def test_a_loudspeaker_that_goes_away_ends_the_playback(mic: VirtualMic, portaudio: PortAudio, clip: Path) -> None:
    player = SounddevicePlayer(portaudio)
    playback = player.play(clip)
    while playback.position_s < 0.3:
        assert playback.playing
    mic.shut_down()
    deadline = time.monotonic() + 5
    while playback.playing:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    with pytest.raises(AudioDeviceError, match="loudspeaker"):
        player.play(clip)
