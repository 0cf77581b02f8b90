"""Voice is told from silence by the sound: where it begins, where it pauses, and that noise is none."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from coach.adapters.audio_file import read_mono_16k
from coach.adapters.speech_activity import MIN_SILENCE_S, SileroActivity, stretches
from coach.core.ports import AudioFileError
from coach.core.spans import TimeSpan
from tests.adapters.transcriber_contract import SAMPLE, SAMPLE_TAKE
from tests.places import CHECKOUT, SHARED, needs_shared

WINDOW_S = 0.032


def seconds(*levels: tuple[float, float]) -> list[float]:
    """Probabilities of voice: (how long in seconds, how probable), one after the other."""
    return [probability for length_s, probability in levels for _ in range(round(length_s / WINDOW_S))]


class TestStretches:
    def test_no_window_with_a_voice_gives_nothing(self) -> None:
        assert stretches(seconds((5.0, 0.45)), 5.0) == ()

    def test_a_voice_gets_a_little_room_on_both_sides(self) -> None:
        (found,) = stretches(seconds((0.96, 0.0), (1.6, 0.9), (0.96, 0.0)), 3.52)
        assert found.start_s == pytest.approx(0.93)
        assert found.end_s == pytest.approx(2.59)

    def test_a_short_gap_belongs_to_the_speech_and_a_longer_one_ends_it(self) -> None:
        assert len(stretches(seconds((1.0, 0.9), (0.256, 0.0), (1.0, 0.9)), 2.256)) == 1
        assert len(stretches(seconds((1.0, 0.9), (0.384, 0.0), (1.0, 0.9)), 2.384)) == 2

    def test_a_doubtful_window_neither_begins_nor_ends_a_stretch(self) -> None:
        (found,) = stretches(seconds((0.992, 0.4), (0.992, 0.9), (2.016, 0.4), (0.992, 0.0)), 5.0)
        assert found.start_s == pytest.approx(0.962)
        assert found.end_s == pytest.approx(4.03)

    def test_a_click_is_no_speech(self) -> None:
        assert stretches(seconds((1.0, 0.0), (0.064, 0.9), (1.0, 0.0)), 2.064) == ()

    def test_nothing_reaches_past_the_take(self) -> None:
        assert stretches(seconds((1.6, 0.9)), 1.59) == (TimeSpan(0.0, 1.59),)


def test_digital_silence_is_no_speech() -> None:
    assert SileroActivity().speech(CHECKOUT / "tests" / "data" / "digital-silence.flac") == ()


@pytest.mark.parametrize("peak", [0.9, 0.05, 0.0001])
def test_hiss_is_no_speech_at_any_level(tmp_path: Path, peak: float) -> None:
    hiss = np.random.default_rng(3).standard_normal(5 * 16_000).astype(np.float32)
    sf.write(tmp_path / "hiss.wav", hiss / np.abs(hiss).max() * peak, 16_000, subtype="FLOAT")
    assert SileroActivity().speech(tmp_path / "hiss.wav") == ()


def assert_sample_found(found: tuple[TimeSpan, ...], shift_s: float = 0.0) -> None:
    edges = [(span.start_s, span.end_s) for span in SAMPLE_TAKE.speech]
    for start_s, end_s in edges:
        assert min(abs(span.start_s - shift_s - start_s) for span in found) < 0.15
        assert min(abs(span.end_s - shift_s - end_s) for span in found) < 0.15
    assert found[0].start_s - shift_s == pytest.approx(edges[0][0], abs=0.05)


def test_sentences_of_an_answer_begin_and_end_where_they_do() -> None:
    found = SileroActivity().speech(SAMPLE)
    assert_sample_found(found)
    assert all(after.start_s - before.end_s > MIN_SILENCE_S - 0.07 for before, after in pairwise(found))


@pytest.mark.parametrize("gain", [1.9, 0.1, 0.005])
def test_a_loud_and_a_quiet_microphone_hear_the_same_sentences(tmp_path: Path, gain: float) -> None:
    sf.write(tmp_path / "take.wav", read_mono_16k(SAMPLE) * gain, 16_000, subtype="FLOAT")
    assert_sample_found(SileroActivity().speech(tmp_path / "take.wav"))


def test_a_microphone_that_swings_below_the_voice_hides_nothing(tmp_path: Path) -> None:
    samples = read_mono_16k(SAMPLE) * 0.2
    swing = 0.6 * np.sin(2 * np.pi * 8.0 * np.arange(len(samples)) / 16_000)
    sf.write(tmp_path / "take.wav", samples + swing.astype(np.float32), 16_000, subtype="FLOAT")
    assert_sample_found(SileroActivity().speech(tmp_path / "take.wav"))


def test_a_long_take_is_heard_alike_across_the_joints_of_its_pieces(tmp_path: Path) -> None:
    samples = read_mono_16k(SAMPLE)
    sf.write(tmp_path / "take.flac", np.concatenate([samples] * 4), 16_000)
    found = SileroActivity().speech(tmp_path / "take.flac")
    for turn in range(4):
        begin_s = turn * len(samples) / 16_000
        part = tuple(span for span in found if begin_s <= span.start_s < begin_s + len(samples) / 16_000)
        assert_sample_found(part, begin_s)


def test_a_missing_take_is_an_error_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match="no file"):
        SileroActivity().speech(tmp_path / "gone.wav")


@needs_shared
@pytest.mark.parametrize("name", ["ami_room_trn02", "dishes", "keyboard_mx_blue", "silence"])
def test_the_noise_of_rooms_kitchens_and_keyboards_is_no_speech(name: str) -> None:
    assert SileroActivity().speech(SHARED / "audio" / f"noise_{name}.flac") == ()


@needs_shared
@pytest.mark.parametrize("name", ["tts_a30_clean_heart", "tts_b30_fillers_heart", "tts_c60_fillers_joe"])
def test_known_pauses_are_measured(name: str) -> None:
    """Errors of 48 known pauses were -0.14 to +0.29 s with the bare detector."""
    truth = json.loads((SHARED / "audio" / f"{name}.json").read_text("utf-8"))
    found = SileroActivity().speech(SHARED / "audio" / f"{name}.flac")
    assert found[0].start_s == pytest.approx(truth[0]["start"], abs=0.1)
    for before, after in pairwise(truth):
        pause_s = after["start"] - before["end"]
        measured = [
            b.start_s - a.end_s for a, b in pairwise(found) if a.end_s < after["start"] and before["end"] < b.start_s
        ]
        assert max(measured, default=0.0) == pytest.approx(pause_s, abs=0.15)


@needs_shared
def test_a_speaker_behind_a_rumbling_microphone_is_heard() -> None:
    """The bare detector finds 62 % of this clip voiced and, ten times quieter, 1 %; its speaker pauses rarely."""
    found = SileroActivity().speech(SHARED / "audio" / "mfa_cold_corpus.flac")
    assert sum(span.length_s for span in found) > 19.0
