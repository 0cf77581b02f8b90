"""Any audio file becomes a take of our own, or one sentence says why not."""

import stat
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from numpy.typing import NDArray

from coach.adapters.audio_file import SoundfileImporter, mono_blocks, read_mono_16k, read_spans
from coach.core.ports import AudioFileError
from coach.core.spans import TimeSpan

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(200)


def tone(seconds: float, rate_hz: int, channels: int = 1, pitch_hz: float = 440.0) -> NDArray[np.float32]:
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return np.repeat((0.5 * np.sin(2 * np.pi * pitch_hz * time_s)).astype(np.float32)[:, None], channels, axis=1)


def loudest_pitch_hz(samples: NDArray[np.float32]) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * 16_000 / len(samples))


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
@pytest.mark.parametrize("target", ["take.flac", "take.wav"])
def test_every_rate_becomes_16_khz_of_the_same_length_and_pitch(tmp_path: Path, rate_hz: int, target: str) -> None:
    sf.write(tmp_path / "in.wav", tone(1.5, rate_hz), rate_hz, subtype="FLOAT")
    take = SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / target)
    kept = sf.info(tmp_path / target)
    assert (kept.samplerate, kept.channels, kept.subtype) == (16_000, 1, "PCM_16")
    assert kept.frames == round(take.duration_s * 16_000)
    assert take.duration_s == pytest.approx(1.5, abs=0.001)
    assert loudest_pitch_hz(read_mono_16k(take.path)) == pytest.approx(440.0, abs=1.0)


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("in.wav", "PCM_U8"),
        ("in.wav", "PCM_24"),
        ("in.wav", "DOUBLE"),
        ("in.flac", "PCM_24"),
        ("in.ogg", "VORBIS"),
        ("in.mp3", "MPEG_LAYER_III"),
        ("in.aiff", "PCM_16"),
    ],
)
def test_every_format_is_read(tmp_path: Path, name: str, subtype: str) -> None:
    sf.write(tmp_path / name, tone(2.0, 44_100, channels=2), 44_100, subtype=subtype)
    take = SoundfileImporter().keep(tmp_path / name, tmp_path / "take.flac")
    assert take.duration_s == pytest.approx(2.0, abs=0.1)
    assert loudest_pitch_hz(read_mono_16k(take.path)) == pytest.approx(440.0, abs=1.0)


def test_channels_are_averaged(tmp_path: Path) -> None:
    left = np.full(16_000, 0.5, np.float32)
    sf.write(tmp_path / "in.wav", np.stack([left, left / 2, left * 0], axis=1), 16_000, subtype="FLOAT")
    assert read_mono_16k(tmp_path / "in.wav") == pytest.approx(np.full(16_000, 0.25), abs=1e-4)


def test_samples_that_are_no_number_become_silence_and_loud_ones_are_clipped(tmp_path: Path) -> None:
    samples = np.array([np.nan, np.inf, -np.inf, 4.0, -4.0, 0.25] * 1000, np.float32)
    sf.write(tmp_path / "in.wav", samples, 16_000, subtype="FLOAT")
    take = SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / "take.wav")
    assert read_mono_16k(take.path)[:6] == pytest.approx([0.0, 0.0, 0.0, 1.0, -1.0, 0.25], abs=1e-4)


def test_a_take_is_private_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    sf.write(tmp_path / "in.wav", tone(0.2, 16_000), 16_000)
    (tmp_path / "takes").mkdir()
    take = SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / "takes" / "take.flac")
    assert stat.S_IMODE(take.path.stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "takes").iterdir()] == ["take.flac"]


def test_a_long_file_flows_in_small_blocks(tmp_path: Path) -> None:
    with sf.SoundFile(tmp_path / "in.flac", "w", 48_000, 2, "PCM_16") as file:
        for _ in range(180):
            file.write(np.zeros((48_000, 2), np.float32))
    lengths = [len(block) for block in mono_blocks(tmp_path / "in.flac")]
    assert sum(lengths) == 180 * 16_000
    assert max(lengths) <= 48_000


class TestWhatCannotBeRead:
    def refused(self, source: Path, folder: Path) -> str:
        target = folder / "take.flac"
        target.write_bytes(b"as it was")
        with pytest.raises(AudioFileError) as error:
            SoundfileImporter().keep(source, target)
        assert target.read_bytes() == b"as it was"
        assert not list(folder.glob(".take*"))
        message = str(error.value)
        assert message.endswith(".")
        assert "\n" not in message
        assert source.name in message
        return message

    def test_missing(self, tmp_path: Path) -> None:
        assert "no file" in self.refused(tmp_path / "gone.wav", tmp_path)

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "music.wav").mkdir()
        assert "folder" in self.refused(tmp_path / "music.wav", tmp_path)

    def test_of_no_length(self, tmp_path: Path) -> None:
        (tmp_path / "in.wav").touch()
        assert "empty" in self.refused(tmp_path / "in.wav", tmp_path)

    def test_without_a_sample(self, tmp_path: Path) -> None:
        sf.write(tmp_path / "in.wav", np.zeros(0, np.float32), 16_000)
        assert "no sound" in self.refused(tmp_path / "in.wav", tmp_path)

    def test_a_picture_with_the_name_of_a_sound(self, tmp_path: Path) -> None:
        (tmp_path / "in.wav").write_bytes(PNG)
        assert "no audio file" in self.refused(tmp_path / "in.wav", tmp_path)

    @pytest.mark.parametrize(("name", "subtype"), [("in.wav", "PCM_16"), ("in.aiff", "PCM_16"), ("in.flac", "PCM_16")])
    @pytest.mark.parametrize("share", [0.4, 0.95])
    def test_broken_off(self, tmp_path: Path, name: str, subtype: str, share: float) -> None:
        noise = np.random.default_rng(7).standard_normal(48_000).astype(np.float32) * 0.1
        sf.write(tmp_path / name, noise, 16_000, subtype=subtype)
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
        message = self.refused(tmp_path / name, tmp_path)
        assert "breaks off" in message or "damaged" in message

    def test_a_target_of_another_kind(self, tmp_path: Path) -> None:
        sf.write(tmp_path / "in.wav", tone(0.2, 16_000), 16_000)
        with pytest.raises(AudioFileError, match="FLAC or WAV"):
            SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / "take.mp3")

    def test_a_target_in_no_folder(self, tmp_path: Path) -> None:
        sf.write(tmp_path / "in.wav", tone(0.2, 16_000), 16_000)
        with pytest.raises(AudioFileError, match="cannot be written"):
            SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / "gone" / "take.flac")


def test_a_file_written_into_a_pipe_announces_no_length_and_is_read_to_its_end(tmp_path: Path) -> None:
    sf.write(tmp_path / "in.wav", tone(1.0, 16_000), 16_000, subtype="PCM_16")
    data = bytearray((tmp_path / "in.wav").read_bytes())
    data[40:44] = b"\xff\xff\xff\xff"
    (tmp_path / "in.wav").write_bytes(data)
    assert SoundfileImporter().keep(tmp_path / "in.wav", tmp_path / "take.flac").duration_s == 1.0


def test_spans_are_cut_out_in_one_walk_and_may_overlap(tmp_path: Path) -> None:
    ramp = np.linspace(-1.0, 1.0, 20 * 16_000, dtype=np.float32)
    sf.write(tmp_path / "ramp.wav", ramp, 16_000, subtype="FLOAT")
    spans = [TimeSpan(0.0, 0.5), TimeSpan(0.25, 9.0), TimeSpan(8.5, 9.5), TimeSpan(19.5, 25.0), TimeSpan(30.0, 31.0)]
    for span, samples in zip(spans, read_spans(tmp_path / "ramp.wav", spans), strict=True):
        expected = ramp[round(span.start_s * 16_000) : round(span.end_s * 16_000)]
        assert samples == pytest.approx(expected)
