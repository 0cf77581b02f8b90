"""What becomes of the samples a microphone sends: any rate and channels, nothing lost unseen."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from coach.adapters.microphone import SounddeviceRecorder, SounddeviceRecording
from coach.adapters.portaudio import PortAudio
from coach.core.ports import RecordingState
from tests.adapters.recorder_contract import Watch
from tests.fake_sounddevice import FakeSounddevice, Plugged, Stream
from tests.fakes_audio import FakeClock


def tone(rate_hz: int, seconds: float, channels: int = 1, peak: int = 16_000) -> NDArray[np.int16]:
    """440 Hz on every channel."""
    wave = peak * np.sin(2 * np.pi * 440 * np.arange(round(rate_hz * seconds)) / rate_hz)
    return np.repeat(np.round(wave).astype(np.int16)[:, np.newaxis], channels, axis=1)


def start(device: Plugged, path: Path) -> tuple[SounddeviceRecording, Stream]:
    sounddevice = FakeSounddevice([device])
    recording = SounddeviceRecorder(PortAudio(load=lambda: sounddevice), FakeClock()).record(path)
    return recording, sounddevice.streams[0]


def kept(path: Path) -> NDArray[np.int16]:
    samples, rate_hz = soundfile.read(path, dtype="int16")
    assert rate_hz == 16_000
    return samples


def test_16_khz_mono_is_kept_bit_for_bit(tmp_path: Path) -> None:
    said = np.random.default_rng(1).integers(-32768, 32768, (50_001, 1)).astype(np.int16)
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(said)
    take = recording.stop()
    assert np.array_equal(kept(take.path), said[:, 0])
    assert take.duration_s == 50_001 / 16_000


@pytest.mark.parametrize("rate_hz", [8_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_any_rate_and_channels_become_16_khz_mono(tmp_path: Path, rate_hz: int, channels: int) -> None:
    device = Plugged("Odd", inputs=channels, rate_hz=float(rate_hz), accepts=((rate_hz, channels),))
    recording, stream = start(device, tmp_path / "take.wav")
    stream.send(tone(rate_hz, 2.0, channels))
    take = recording.stop()
    expected, heard = tone(16_000, 2.0)[:, 0], kept(take.path)
    assert len(heard) == pytest.approx(32_000, abs=2)
    middle = slice(1_000, 31_000)
    assert np.abs(heard[middle].astype(int) - expected[middle]).max() <= 40


def test_channels_are_averaged(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Pair", inputs=2, accepts=((48_000, 2),)), tmp_path / "take.wav")
    stream.send(np.tile(np.array([[1000, -400]], np.int16), (48_000, 1)))
    heard = kept(recording.stop().path)
    assert set(heard[2_000:14_000]) == {300}


def test_digital_silence_stays_silent_through_resampling(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Muted", accepts=((48_000, 1),)), tmp_path / "take.wav")
    stream.send(np.zeros((96_000, 1), np.int16))
    state = Watch(recording).until(lambda seen: seen.silent_s == pytest.approx(2.0))
    assert state.peak == 0.0
    heard = kept(recording.stop().path)
    assert len(heard) == 32_000
    assert not heard.any()


def test_channels_that_cancel_out_are_no_digital_silence(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Pair", inputs=2, accepts=((48_000, 2),)), tmp_path / "take.wav")
    stream.send(np.tile(np.array([[700, -700]], np.int16), (48_000, 1)))
    assert Watch(recording).until(lambda seen: seen.elapsed_s > 0.9).silent_s == 0.0
    recording.stop()


def test_silence_is_counted_from_the_last_sample_that_sounds(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    samples = np.zeros((32_000, 1), np.int16)
    samples[15_999] = 1
    stream.send(samples)
    state = Watch(recording).until(lambda seen: seen.elapsed_s == 2.0)
    assert state.silent_s == pytest.approx(1.0)
    recording.stop()


@pytest.mark.parametrize(("sample", "peak"), [(-32768, 1.0), (32767, 32767 / 32768), (-1, 1 / 32768)])
def test_the_peak_is_a_share_of_full_scale_on_either_side(tmp_path: Path, sample: int, peak: float) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    watch = Watch(recording)
    samples = np.zeros((1_024, 1), np.int16)
    samples[700] = sample
    stream.send(samples)
    watch.until(lambda seen: seen.elapsed_s > 0.06)
    assert watch.peak == peak
    recording.stop()


def test_lost_samples_are_counted_and_told_with_the_take(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(tone(16_000, 0.5))
    stream.send(tone(16_000, 0.5), overflow=True)
    stream.send(tone(16_000, 0.5), overflow=True)
    assert Watch(recording).until(lambda seen: seen.elapsed_s == 1.5).overflows == 2
    take = recording.stop()
    assert take.overflows == 2
    assert take.ended == ""


def test_everything_queued_is_on_disk_when_stop_returns(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    said = tone(16_000, 120.0)
    stream.send(said)
    assert np.array_equal(kept(recording.stop().path), said[:, 0])


def test_samples_become_readable_by_others_while_they_still_come_in(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")

    def send_and_look(_seen: RecordingState) -> bool:
        stream.send(tone(16_000, 0.1))
        return soundfile.info(tmp_path / "take.wav").frames >= 16_000

    assert Watch(recording).until(send_and_look).elapsed_s > 0
    recording.stop()


def test_what_was_heard_before_a_pause_becomes_safe_during_the_pause(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(tone(16_000, 0.2))
    Watch(recording).until(lambda seen: soundfile.info(tmp_path / "take.wav").frames == 0.2 * 16_000)
    recording.stop()


def test_a_stall_ends_when_samples_come_again(tmp_path: Path) -> None:
    sounddevice, clock = FakeSounddevice([Plugged("Webcam")]), FakeClock()
    recording = SounddeviceRecorder(PortAudio(load=lambda: sounddevice), clock).record(tmp_path / "take.wav")
    clock.advance(0.9)
    assert recording.state().status == "recording"
    clock.advance(0.2)
    assert recording.state().status == "stalled"
    sounddevice.streams[0].send(tone(16_000, 0.1))
    assert recording.state().status == "recording"
    assert recording.stop().ended == ""


def test_stopping_by_hand_is_no_loss(tmp_path: Path) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(tone(16_000, 0.1))
    assert recording.stop().ended == ""
    assert stream.closed
    assert recording.state().status == "recording"


def test_a_disk_that_was_filled_by_others_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(tone(16_000, 1.0))
    watch = Watch(recording)
    watch.until(lambda seen: seen.elapsed_s == 1.0)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    stream.send(tone(16_000, 1.0))
    failed = watch.until(lambda seen: seen.status == "failed")
    assert "disk is full: free some space" in failed.reason
    monkeypatch.undo()
    assert recording.stop().ended == failed.reason
    assert len(kept(tmp_path / "take.wav")) == recording.stop().duration_s * 16_000


def test_a_disk_that_fills_up_at_the_very_end_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recording, stream = start(Plugged("Webcam"), tmp_path / "take.wav")
    stream.send(tone(16_000, 0.1))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "disk is full" in recording.stop().ended
