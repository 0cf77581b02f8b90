"""Playing a take from any second, on the fake player and on the real one with scripted hardware."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from coach.adapters.player import SounddevicePlayer
from coach.adapters.portaudio import PortAudio
from coach.core.ports import AudioDeviceError, AudioFileError, Player
from tests.fake_sounddevice import FakeSounddevice, Plugged, Stream
from tests.fakes_audio import FakeClock, FakePlayer, write_levels

SPEAKER = Plugged("Speaker", inputs=0, outputs=2, rate_hz=48_000.0)
LATENCY_S = 0.05
"""What the scripted loudspeaker says of itself."""


class Bench:
    """A player, a clock and hardware."""

    def __init__(self, *devices: Plugged) -> None:
        self.clock = FakeClock()
        self.sounddevice = FakeSounddevice(list(devices), default_output="Speaker")
        self.player = SounddevicePlayer(PortAudio(load=lambda: self.sounddevice, platform="linux"), self.clock)

    @property
    def stream(self) -> Stream:
        return self.sounddevice.streams[-1]


def ramp(path: Path, seconds: float = 2.0, rate_hz: int = 16_000) -> NDArray[np.int16]:
    """A take whose samples tell where they are: the n-th holds n modulo 30 000, plus one."""
    samples = (np.arange(round(seconds * rate_hz)) % 30_000 + 1).astype(np.int16)
    soundfile.write(path, samples, rate_hz)
    return samples


@pytest.fixture
def take(tmp_path: Path) -> Path:
    path = tmp_path / "take.wav"
    write_levels(path, [(0.0, 2.0, 0.5)])
    return path


@pytest.fixture(params=["fake", "sounddevice"])
def player(request: pytest.FixtureRequest) -> Player:
    return FakePlayer() if request.param == "fake" else Bench(SPEAKER).player


@pytest.fixture(params=["fake", "sounddevice"])
def player_without_loudspeaker(request: pytest.FixtureRequest) -> Player:
    if request.param == "sounddevice":
        return Bench(Plugged("Webcam")).player
    fake = FakePlayer()
    fake.present = False
    return fake


def test_playing_begins_at_the_second_asked_for(player: Player, take: Path) -> None:
    playback = player.play(take, 0.5)
    assert playback.playing
    assert playback.position_s == 0.5


@pytest.mark.parametrize(("asked_s", "begun_s"), [(-1.0, 0.0), (2.0, 2.0), (99.0, 2.0)])
def test_a_second_outside_of_the_take_means_its_nearer_end(
    player: Player, take: Path, asked_s: float, begun_s: float
) -> None:
    assert player.play(take, asked_s).position_s == begun_s


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5, 2.0])
def test_the_end_of_the_take_is_its_length_at_every_speed(player: Player, take: Path, speed: float) -> None:
    assert player.play(take, 0.5, speed).position_s == 0.5
    assert player.play(take, 99.0, speed).position_s == 2.0


def test_stopping_keeps_the_position_and_is_safe_twice(player: Player, take: Path) -> None:
    playback = player.play(take, 1.0)
    playback.stop()
    playback.stop()
    assert not playback.playing
    assert playback.position_s == 1.0


def test_one_take_plays_at_a_time(player: Player, take: Path) -> None:
    first = player.play(take)
    second = player.play(take)
    assert not first.playing
    assert second.playing


def test_without_a_loudspeaker_the_sentence_says_what_to_do(player_without_loudspeaker: Player, take: Path) -> None:
    with pytest.raises(AudioDeviceError, match="There is no loudspeaker: plug one in"):
        player_without_loudspeaker.play(take)


def test_a_file_that_is_missing_or_no_audio_is_named(player: Player, tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match=r"gone\.wav"):
        player.play(tmp_path / "gone.wav")
    (tmp_path / "text.wav").write_text("no audio, but some words")
    with pytest.raises(AudioFileError, match=r"text\.wav"):
        player.play(tmp_path / "text.wav")


def test_exactly_the_samples_from_that_second_on_are_played(tmp_path: Path) -> None:
    samples = ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav", 0.25)
    heard = bench.stream.ask_all()[:, 0]
    rest = samples[4_000:]
    assert np.array_equal(heard[: len(rest)], rest)
    assert not heard[len(rest) :].any()
    assert not playback.playing
    assert playback.position_s == 2.0


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5, 2.0])
def test_a_speed_changes_the_time_and_not_the_pitch(tmp_path: Path, speed: float) -> None:
    tone = np.round(12_000 * np.sin(2 * np.pi * 440 * np.arange(64_000) / 16_000)).astype(np.int16)
    soundfile.write(tmp_path / "take.wav", tone, 16_000)
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav", 1.0, speed)
    heard = bench.stream.ask_all()[:, 0]
    sounding = np.flatnonzero(heard)[-1] + 1
    assert sounding / 16_000 == pytest.approx(3.0 / speed, abs=0.05)
    middle = heard[4_000:12_192].astype(float) * np.hanning(8_192)
    loudest_hz = np.argmax(np.abs(np.fft.rfft(middle))) * 16_000 / 8_192
    assert loudest_hz == pytest.approx(440, abs=4)
    assert playback.position_s == 4.0


def test_the_position_counts_seconds_of_the_take_at_every_speed(tmp_path: Path) -> None:
    ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav", 0.5, 1.5)
    for _ in range(10):
        bench.stream.ask()
    assert playback.position_s == pytest.approx(0.5 + 1.5 * (10 * 512 / 16_000 - LATENCY_S))


def test_silence_follows_so_that_the_end_is_not_cut_off(tmp_path: Path) -> None:
    samples = ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    bench.player.play(tmp_path / "take.wav")
    assert len(bench.stream.ask_all()) / 16_000 >= len(samples) / 16_000 + LATENCY_S + 0.2


def test_the_position_is_what_is_heard_and_not_what_is_on_its_way(tmp_path: Path) -> None:
    ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav")
    bench.stream.ask()
    assert playback.position_s == 0.0
    for _ in range(9):
        bench.stream.ask()
    assert playback.position_s == pytest.approx(10 * 512 / 16_000 - LATENCY_S)
    playback.stop()
    assert playback.position_s == pytest.approx(10 * 512 / 16_000 - LATENCY_S)
    assert bench.stream.closed


@pytest.mark.parametrize("accepts", [(48_000, 1), (48_000, 2), (16_000, 2)])
def test_a_loudspeaker_that_refuses_16_khz_mono_gets_what_it_takes(tmp_path: Path, accepts: tuple[int, int]) -> None:
    wave = np.round(12_000 * np.sin(2 * np.pi * 440 * np.arange(32_000) / 16_000)).astype(np.int16)
    soundfile.write(tmp_path / "take.wav", wave, 16_000)
    bench = Bench(Plugged("Speaker", inputs=0, outputs=2, rate_hz=48_000.0, accepts=(accepts,)))
    playback = bench.player.play(tmp_path / "take.wav", 0.5)
    assert playback.position_s == 0.5
    rate_hz, channels = accepts
    assert (bench.stream.samplerate, bench.stream.channels) == accepts
    heard = bench.stream.ask_all()
    expected = 12_000 * np.sin(2 * np.pi * 440 * (0.5 + np.arange(round(1.4 * rate_hz)) / rate_hz))
    for channel in range(channels):
        assert np.abs(heard[: len(expected), channel] - expected).max() < 40
    assert playback.position_s == 2.0


def test_other_audio_than_takes_can_be_played(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "music.flac", np.full((44_100, 2), (1000, 2000), np.int16), 44_100)
    bench = Bench(SPEAKER)
    bench.player.play(tmp_path / "music.flac")
    assert bench.stream.samplerate == 44_100
    assert set(bench.stream.ask()[:, 0]) == {1500}


def test_a_loudspeaker_that_goes_away_plays_no_more(tmp_path: Path) -> None:
    ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav")
    bench.stream.end()
    assert not playback.playing


def test_a_frozen_loudspeaker_plays_no_more(tmp_path: Path) -> None:
    ramp(tmp_path / "take.wav")
    bench = Bench(SPEAKER)
    playback = bench.player.play(tmp_path / "take.wav")
    bench.clock.advance(1.9)
    assert playback.playing
    bench.clock.advance(0.2)
    assert not playback.playing
    playback.stop()


def test_a_playback_that_came_to_its_end_does_not_hide_new_devices(tmp_path: Path) -> None:
    ramp(tmp_path / "take.wav", seconds=0.1)
    bench = Bench(SPEAKER)
    bench.player.play(tmp_path / "take.wav")
    bench.stream.ask_all()
    assert bench.player.problem() is None
    assert bench.stream.closed


def test_the_fake_playback_moves_with_its_clock(take: Path) -> None:
    player = FakePlayer()
    playback = player.play(take, 0.5)
    player.clock.advance(1.0)
    assert (playback.position_s, playback.playing) == (1.5, True)
    player.clock.advance(1.0)
    assert (playback.position_s, playback.playing) == (2.0, False)
    fast = player.play(take, 0.0, 2.0)
    player.clock.advance(0.5)
    assert fast.position_s == 1.0
