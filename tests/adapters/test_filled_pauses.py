"""Filled pauses are heard in the sound: a held vowel is a place to look at; a click, hiss, glide or hum is not."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile as sf

from coach.adapters.filled_pauses import HeardFilledPauses, joined, load_weights
from coach.adapters.steady_runs import audible_frames, steady_runs
from coach.adapters.voice_frames import BANDS, frames_of
from coach.core.ports import AudioFileError, ContentError, ModelError
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardPause, HeardWord

Sound = npt.NDArray[np.float32]
RATE_HZ = 16_000
QUIET_S = 0.5


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE_HZ), np.float32)


def vowel(seconds: float, *pitches_hz: float) -> Sound:
    """A buzz with the strong first harmonics of a vowel; its pitch goes evenly (in octaves) between those named."""
    count = round(seconds * RATE_HZ)
    octaves = np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(pitches_hz)), np.log2(pitches_hz))
    turns = np.cumsum(2**octaves) / RATE_HZ
    buzz = sum(np.sin(2 * np.pi * n * turns) / n for n in range(1, 20))
    return (0.1 * np.asarray(buzz)).astype(np.float32)


def hiss(seconds: float) -> Sound:
    return (0.1 * np.random.default_rng(5).standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


def between_silences(sound: Sound) -> Sound:
    return np.concatenate([silence(QUIET_S), sound, silence(QUIET_S)])


def runs_in(sound: Sound) -> list[tuple[float, float]]:
    """Steady runs in seconds, everything but the outer silences taken for speech."""
    frames = frames_of([sound])
    audible = audible_frames(frames, [TimeSpan(QUIET_S - 0.1, len(sound) / RATE_HZ - QUIET_S + 0.1)])
    return [(first / 100, end / 100) for first, end in steady_runs(frames, audible)]


class TestPlacesToLookAt:
    @pytest.mark.parametrize("pitch_hz", [85.0, 120.0, 220.0])
    @pytest.mark.parametrize("seconds", [0.2, 0.4, 1.2])
    def test_a_held_vowel_between_silences_is_one(self, pitch_hz: float, seconds: float) -> None:
        ((start_s, end_s),) = runs_in(between_silences(vowel(seconds, pitch_hz)))
        assert start_s == pytest.approx(QUIET_S, abs=0.05)
        assert end_s == pytest.approx(QUIET_S + seconds, abs=0.05)

    def test_so_is_one_from_a_microphone_that_swings_below_the_voice(self) -> None:
        sound = between_silences(vowel(0.4, 120.0))
        swing = 0.5 * np.sin(2 * np.pi * 8.0 * np.arange(len(sound)) / RATE_HZ)
        assert len(runs_in(sound + swing.astype(np.float32))) == 1

    @pytest.mark.parametrize(
        "sound",
        [
            silence(0.4),
            hiss(0.4),
            np.concatenate([np.full(40, 0.5, np.float32), silence(0.3)]),
            vowel(0.4, 120.0, 240.0),
            vowel(3.0, 120.0),
            vowel(0.05, 120.0),
        ],
        ids=["silence", "hiss", "click", "glide", "hum of 3 s", "blip"],
    )
    def test_nothing_else_is(self, sound: Sound) -> None:
        assert runs_in(between_silences(sound)) == []

    def test_frames_are_the_same_whether_the_sound_comes_whole_or_in_blocks(self) -> None:
        sound = np.concatenate([vowel(0.7, 110.0), hiss(0.3)] * 30)
        whole, parts = frames_of([sound]), frames_of(np.array_split(sound, 11))
        assert len(whole.level_db) == len(parts.level_db) == 3000
        np.testing.assert_allclose(whole.bands_db, parts.bands_db, atol=0.01)

    def test_no_sound_has_no_frames(self) -> None:
        frames = frames_of([])
        assert frames.bands_db.shape == (0, BANDS)
        assert steady_runs(frames, audible_frames(frames, [TimeSpan(0.0, 1.0)])) == []


class Listener:
    """Ears whose every state is the same number; remembers how much they were given."""

    def __init__(self, state: float = 1.0, installed: bool = True) -> None:
        self.state = state
        self.installed = installed
        self.heard_s = 0.0

    def states(self, samples: Sound) -> npt.NDArray[np.float64]:
        if not self.installed:
            raise ModelError("The model tiny.en is not installed.")
        self.heard_s += len(samples) / RATE_HZ
        return np.full((len(samples) // 320, 2), self.state)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """The longer, the likelier; and what the ears say."""
    path = tmp_path / "weights.json"
    document = {"fitted_on": "2026-01-01", "bias": 0.0, "named": {"log_length": 2.0}, "states": [1.0, 1.0]}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def keep(folder: Path, *sounds: Sound) -> tuple[Path, list[TimeSpan]]:
    path = folder / "take.wav"
    sound = between_silences(np.concatenate(sounds))
    sf.write(path, sound, RATE_HZ)
    return path, [TimeSpan(QUIET_S - 0.1, len(sound) / RATE_HZ - QUIET_S + 0.1)]


class TestHearing:
    def test_each_place_gets_its_probability_from_the_weights(self, tmp_path: Path, weights: Path) -> None:
        path, speech = keep(tmp_path, vowel(0.4, 120.0), silence(1.0), vowel(0.8, 110.0))
        found = HeardFilledPauses(Listener(0.5), weights).candidates(path, speech, [])
        assert [round(p.span.start_s, 1) for p in found] == [0.5, 1.9]
        for pause in found:
            logit = 2 * math.log(pause.span.length_s) + 1.0
            assert pause.probability == pytest.approx(1 / (1 + math.exp(-logit)), abs=0.01)

    def test_improbable_places_are_left_out(self, tmp_path: Path, weights: Path) -> None:
        path, speech = keep(tmp_path, vowel(0.4, 120.0))
        assert HeardFilledPauses(Listener(-5.0), weights).candidates(path, speech, []) == ()

    def test_whether_the_engine_wrote_it_does_not_matter(self, tmp_path: Path, weights: Path) -> None:
        path, speech = keep(tmp_path, vowel(0.4, 120.0))
        hearing = HeardFilledPauses(Listener(), weights)
        assert hearing.candidates(path, speech, [HeardWord("um,", 0.5, 0.9, 0.9)]) == hearing.candidates(
            path, speech, []
        )

    def test_a_take_without_speech_has_none_and_the_model_is_not_asked(self, tmp_path: Path, weights: Path) -> None:
        path, _ = keep(tmp_path, vowel(0.4, 120.0))
        listener = Listener()
        assert HeardFilledPauses(listener, weights).candidates(path, [], []) == ()
        assert listener.heard_s == 0

    def test_without_the_model_nothing_is_heard_and_nothing_fails(self, tmp_path: Path, weights: Path) -> None:
        path, speech = keep(tmp_path, vowel(0.4, 120.0))
        assert HeardFilledPauses(Listener(installed=False), weights).candidates(path, speech, []) == ()

    def test_a_missing_take_is_an_error_of_the_file(self, tmp_path: Path, weights: Path) -> None:
        with pytest.raises(AudioFileError, match="no file"):
            HeardFilledPauses(Listener(), weights).candidates(tmp_path / "gone.wav", [TimeSpan(0, 1)], [])

    @pytest.mark.parametrize("text", ["", "{}", '{"fitted_on": 1, "bias": "much", "named": {}, "states": []}'])
    def test_unusable_weights_are_told(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "weights.json").write_text(text, encoding="utf-8")
        with pytest.raises(ContentError, match="install the coach again"):
            load_weights(tmp_path / "weights.json")

    def test_the_weights_of_the_package_fit_the_encoder_of_tiny_en(self) -> None:
        loaded = load_weights()
        assert len(loaded.states) == 384
        assert loaded.named


def spans(pauses: Sequence[HeardPause]) -> list[tuple[float, float, float]]:
    return [(p.span.start_s, p.span.end_s, p.probability) for p in pauses]


def test_the_vowel_and_the_hum_of_one_um_are_joined_and_a_later_one_is_another() -> None:
    judged = [
        HeardPause(TimeSpan(1.0, 1.2), 0.6),
        HeardPause(TimeSpan(1.3, 1.6), 0.9),
        HeardPause(TimeSpan(1.7, 1.8), 0.05),
        HeardPause(TimeSpan(2.4, 2.6), 0.4),
    ]
    assert spans(joined(judged)) == [(1.0, 1.6, 0.9), (2.4, 2.6, 0.4)]
