"""What every Recorder does, real or fake: subclass `RecorderContract` and give it a bench."""

import resource
import time
import wave
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from coach.core.ports import AudioDeviceError, AudioFileError, LevelMeter, Recorder, Recording, RecordingState

LATE_S = 0.3
"""How far a real microphone may lag behind what is played to it."""


@contextmanager
def limited_file_size(size: int) -> Iterator[None]:
    """No file of this process grows beyond that; lifted within the test, since the report may go to a longer file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class RecorderBench(ABC):
    """A recorder and the world around it."""

    recorder: Recorder

    @abstractmethod
    def hear(self, seconds: float, peak: float) -> None:
        """The default microphone hears so many seconds of a sound of this peak, 0 to 1."""

    @abstractmethod
    def freeze(self) -> None:
        """The microphone sends nothing any more, and does not say so."""

    @abstractmethod
    def lose(self) -> None:
        """The microphone goes away."""

    @abstractmethod
    def remove_all(self) -> None:
        """There is no microphone in the machine."""

    @abstractmethod
    def full_disk(self, path: Path) -> AbstractContextManager[None]:
        """Within it nothing more can be written to the file."""

    @abstractmethod
    def wait(self, seconds: float) -> None:
        """Let time pass, where it does not pass by itself."""


class Watch:
    """Glances at a capture and remembers the loudest."""

    def __init__(self, capture: Recording | LevelMeter) -> None:
        self.capture = capture
        self.peak = 0.0
        self.latest: RecordingState = capture.state()

    def until(self, happened: Callable[[RecordingState], bool], limit_s: float = 8.0) -> RecordingState:
        deadline = time.monotonic() + limit_s
        while True:
            self.latest = self.capture.state()
            self.peak = max(self.peak, self.latest.peak)
            if happened(self.latest):
                return self.latest
            assert time.monotonic() < deadline, f"never came; the last glance was {self.latest}"
            time.sleep(0.01)


class RecorderContract:
    """The rules."""

    @pytest.fixture
    def take_path(self, tmp_path: Path) -> Path:
        return tmp_path / "take.wav"

    def test_one_microphone_is_the_default_and_names_differ(self, bench: RecorderBench) -> None:
        devices = bench.recorder.devices()
        assert [device.is_default for device in devices].count(True) == 1
        assert len({device.name for device in devices}) == len(devices)
        assert all(device.channels >= 1 and device.rate_hz > 0 for device in devices)

    def test_every_microphone_can_be_chosen_by_its_name(self, bench: RecorderBench) -> None:
        for device in bench.recorder.devices():
            bench.recorder.listen(device.name).stop()

    def test_without_a_microphone_the_list_is_empty_and_recording_says_what_to_do(
        self, bench: RecorderBench, take_path: Path
    ) -> None:
        bench.remove_all()
        assert bench.recorder.devices() == []
        with pytest.raises(AudioDeviceError, match="plug one in"):
            bench.recorder.record(take_path)
        with pytest.raises(AudioDeviceError, match="plug one in"):
            bench.recorder.listen()
        assert not take_path.exists()

    def test_an_unknown_microphone_is_refused_and_leaves_no_file(self, bench: RecorderBench, take_path: Path) -> None:
        known = bench.recorder.devices()[0].name
        with pytest.raises(AudioDeviceError, match=known):
            bench.recorder.record(take_path, "no such thing")
        assert not take_path.exists()

    def test_a_level_meter_shows_what_is_heard(self, bench: RecorderBench) -> None:
        meter = bench.recorder.listen()
        watch = Watch(meter)
        bench.hear(0.5, peak=0.5)
        state = watch.until(lambda seen: seen.elapsed_s >= 0.5)
        assert watch.peak == pytest.approx(0.5, abs=0.01)
        assert state.status == "recording"
        assert state.overflows == 0
        meter.stop()
        meter.stop()

    def test_a_peak_is_told_once(self, bench: RecorderBench) -> None:
        meter = bench.recorder.listen()
        watch = Watch(meter)
        bench.hear(0.5, peak=0.5)
        bench.hear(0.5, peak=0.0)
        watch.until(lambda seen: seen.silent_s > 0.2)
        watch.peak = 0.0
        bench.hear(0.3, peak=0.0)
        watch.until(lambda seen: seen.silent_s > 0.4)
        assert watch.peak == 0.0
        meter.stop()

    def test_exact_silence_is_counted_and_sound_ends_it(self, bench: RecorderBench) -> None:
        meter = bench.recorder.listen()
        watch = Watch(meter)
        bench.hear(1.2, peak=0.0)
        watch.until(lambda seen: seen.silent_s > 1.0)
        bench.hear(0.5, peak=0.1)
        watch.until(lambda seen: watch.peak > 0.05)
        assert watch.latest.silent_s < watch.latest.elapsed_s - 1.0
        meter.stop()

    def test_a_take_holds_what_was_heard(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        watch = Watch(recording)
        bench.hear(1.5, peak=0.5)
        watch.until(lambda seen: seen.elapsed_s >= 1.5)
        take = recording.stop()
        assert take.path == take_path
        assert take.ended == ""
        assert take.overflows == 0
        assert 1.5 <= take.duration_s < 1.5 + 2.0
        with wave.open(str(take_path), "rb") as file:
            assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16_000, 1, 2)
            assert file.getnframes() / 16_000 == take.duration_s

    def test_only_the_owner_may_read_a_take(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        assert take_path.stat().st_mode & 0o777 == 0o600
        bench.hear(0.1, peak=0.5)
        recording.stop()
        assert take_path.stat().st_mode & 0o777 == 0o600

    def test_stopping_twice_gives_the_same_take(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        bench.hear(0.3, peak=0.5)
        first = recording.stop()
        content = take_path.read_bytes()
        bench.hear(0.3, peak=0.5)
        assert recording.stop() == first
        assert take_path.read_bytes() == content

    def test_a_file_that_is_there_is_never_overwritten(self, bench: RecorderBench, take_path: Path) -> None:
        take_path.write_bytes(b"dear")
        with pytest.raises(AudioFileError, match=r"take\.wav"):
            bench.recorder.record(take_path)
        assert take_path.read_bytes() == b"dear"

    def test_a_take_is_a_wav_file_in_a_folder_that_is_there(self, bench: RecorderBench, tmp_path: Path) -> None:
        with pytest.raises(AudioFileError, match=r"\.wav"):
            bench.recorder.record(tmp_path / "take.flac")
        with pytest.raises(AudioFileError, match="nowhere"):
            bench.recorder.record(tmp_path / "nowhere" / "take.wav")
        assert list(tmp_path.iterdir()) == []

    def test_a_frozen_microphone_is_noticed_and_the_take_kept(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        watch = Watch(recording)
        bench.hear(1.0, peak=0.5)
        watch.until(lambda seen: seen.elapsed_s >= 1.0 - LATE_S)
        bench.freeze()
        bench.wait(1.5)
        state = watch.until(lambda seen: seen.status == "stalled")
        assert "nothing for" in state.reason
        take = recording.stop()
        assert "nothing for" in take.ended
        assert bench.recorder.recover(take_path).duration_s == take.duration_s >= 1.0 - LATE_S

    def test_a_lost_microphone_is_noticed_and_the_take_kept(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        watch = Watch(recording)
        bench.hear(1.0, peak=0.5)
        watch.until(lambda seen: seen.elapsed_s >= 1.0 - LATE_S)
        bench.lose()
        state = watch.until(lambda seen: seen.status == "lost")
        assert "went away" in state.reason
        take = recording.stop()
        assert "went away" in take.ended
        assert recording.state().status == "lost"
        assert bench.recorder.recover(take_path).duration_s == take.duration_s >= 1.0 - LATE_S

    def test_a_full_disk_is_noticed_and_what_was_written_kept(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        watch = Watch(recording)
        bench.hear(1.0, peak=0.5)
        watch.until(lambda seen: seen.elapsed_s >= 1.0 - LATE_S)
        with bench.full_disk(take_path):
            bench.hear(0.5, peak=0.5)
            state = watch.until(lambda seen: seen.status == "failed")
        assert "kept" in state.reason
        take = recording.stop()
        assert take.ended == state.reason
        assert take_path.stat().st_size == 44 + 2 * round(take.duration_s * 16_000)
        assert bench.recorder.recover(take_path).duration_s == take.duration_s >= 1.0 - LATE_S

    def test_a_microphone_can_be_used_again_and_again(self, bench: RecorderBench, tmp_path: Path) -> None:
        for number in range(3):
            recording = bench.recorder.record(tmp_path / f"take{number}.wav")
            watch = Watch(recording)
            bench.hear(0.3, peak=0.5)
            watch.until(lambda seen: seen.elapsed_s >= 0.3)
            assert recording.stop().duration_s >= 0.3

    def test_recovering_says_that_the_program_ended(self, bench: RecorderBench, take_path: Path) -> None:
        recording = bench.recorder.record(take_path)
        watch = Watch(recording)
        bench.hear(0.5, peak=0.5)
        watch.until(lambda seen: seen.elapsed_s >= 0.5)
        take = recording.stop()
        recovered = bench.recorder.recover(take_path)
        assert recovered.duration_s == take.duration_s
        assert "program ended" in recovered.ended

    @pytest.mark.parametrize("content", [b"", b"RIFF", b"no audio at all, but longer than the header of a take is"])
    def test_what_is_no_take_cannot_be_recovered_and_is_left_alone(
        self, bench: RecorderBench, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "other.wav"
        path.write_bytes(content)
        with pytest.raises(AudioFileError, match=r"other\.wav"):
            bench.recorder.recover(path)
        assert path.read_bytes() == content

    def test_a_missing_take_cannot_be_recovered(self, bench: RecorderBench, tmp_path: Path) -> None:
        with pytest.raises(AudioFileError, match=r"gone\.wav"):
            bench.recorder.recover(tmp_path / "gone.wav")
        assert list(tmp_path.iterdir()) == []
