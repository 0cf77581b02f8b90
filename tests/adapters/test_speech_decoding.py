"""What both engines share: loops are decoded again, pieces of words join, times go back into the take."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from numpy.typing import NDArray

from coach.adapters.decoding import Tick, after_the_voice, runs_in_circles, write_words
from coach.core.ports import Cancelled
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

SPEECH = [TimeSpan(1.0, 21.0), TimeSpan(25.0, 40.0)]


@pytest.fixture
def take(tmp_path: Path) -> Path:
    sf.write(tmp_path / "take.wav", np.zeros(45 * 16_000, np.float32), 16_000)
    return tmp_path / "take.wav"


class Engine:
    """Gives one scripted text a call and remembers how it was asked."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)
        self.prompts: list[str | None] = []
        self.lengths_s: list[float] = []

    def __call__(self, samples: NDArray[np.float32], prompt: str | None, tick: Tick) -> Sequence[HeardWord]:
        self.prompts.append(prompt)
        self.lengths_s.append(len(samples) / 16_000)
        tick(self.lengths_s[-1])
        tokens = self.texts.pop(0).split()
        return [HeardWord(f" {token}", 0.5 + i, 1.0 + i, 0.8) for i, token in enumerate(tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "the the the the table",
        "I looked at M-M-M-M-M-M",
        "I'm going to go to the next one. I'm going to go to the next one. I'm going to go to the next one. "
        "I'm going to go to the next one.",
        "So, um, um, um, um",
    ],
)
def test_a_phrase_four_times_in_a_row_is_a_circle(text: str) -> None:
    assert runs_in_circles(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no no no, not the the table",
        "I, uh, I, uh, I think it was the partition, the partition key of the partition table",
        "the cat the catalogue the cats the catalog",
    ],
)
def test_restarts_and_repeats_of_a_speaker_are_none(text: str) -> None:
    assert not runs_in_circles(text)


def test_a_chunk_that_runs_in_circles_is_decoded_again_without_the_prompt(take: Path) -> None:
    engine = Engine("M-M-M-M-M-M", "my table", "and more")
    words = write_words(take, SPEECH, engine, prompt="um")
    assert [word.text for word in words] == ["my", "table", "and", "more"]
    assert engine.prompts == ["um", None, "um"]


def test_what_repeats_itself_without_the_prompt_too_was_said(take: Path) -> None:
    engine = Engine("um, words words words words, um", "words words words words")
    words = write_words(take, SPEECH[:1], engine, prompt="um")
    assert " ".join(word.text for word in words) == "um, words words words words, um"


def test_a_text_that_went_on_and_on_gives_way_to_the_shorter_one(take: Path) -> None:
    engine = Engine("uh " * 50, "Montreal, uh uh uh uh uh uh forced")
    words = write_words(take, SPEECH[:1], engine, prompt="um")
    assert " ".join(word.text for word in words) == "Montreal, uh uh uh uh forced"


def test_what_still_runs_in_circles_is_cut_to_four_times(take: Path) -> None:
    text = "Montreal, uh, uh, uh, uh, uh, uh, forced I-I-I-I-I-I" + 5 * " and so on"
    words = write_words(take, SPEECH[:1], Engine(text, text), prompt="um")
    assert " ".join(word.text for word in words) == "Montreal, uh, uh, uh, uh, forced I-I-I-I" + 4 * " and so on"


@pytest.mark.parametrize(("window_start_s", "behind"), [(0.0, False), (9.0, False), (9.4, True), (9.8, True)])
def test_a_window_that_begins_when_the_voice_has_ended_hears_nothing_real(window_start_s: float, behind: bool) -> None:
    assert after_the_voice(round(window_start_s * 100), 10 * 16_000) is behind


def test_the_first_window_of_the_shortest_answer_counts() -> None:
    assert not after_the_voice(0, 4_000)


def test_repeats_of_a_speaker_are_kept(take: Path) -> None:
    text = "I, uh, I, uh, I, uh, no no no, the the M-M table table"
    words = write_words(take, SPEECH[:1], Engine(text))
    assert " ".join(word.text for word in words) == text


def test_without_a_prompt_nothing_is_decoded_twice(take: Path) -> None:
    engine = Engine("go go go go go", "on")
    write_words(take, SPEECH, engine, prompt=None)
    assert engine.prompts == [None, None]


def test_what_comes_without_a_blank_joins_the_word_before(take: Path) -> None:
    def decode(samples: NDArray[np.float32], prompt: str | None, tick: Tick) -> Sequence[HeardWord]:
        return [
            HeardWord(" within", 1.0, 1.4, 0.9),
            HeardWord(" 0", 1.5, 1.6, 0.9),
            HeardWord(".1", 1.6, 1.8, 0.5),
            HeardWord("%", 1.8, 2.0, 0.7),
            HeardWord(" ", 2.0, 2.0, 0.7),
        ]

    words = write_words(take, SPEECH[:1], decode)
    assert [word.text for word in words] == ["within", "0.1%"]
    assert words[1].probability == 0.5
    assert (words[1].start_s, words[1].end_s) == pytest.approx((2.2, 2.7))


def test_times_are_those_of_the_take_and_silence_between_chunks_is_never_heard(take: Path) -> None:
    engine = Engine("one two", "three")
    words = write_words(take, SPEECH, engine)
    assert engine.lengths_s == pytest.approx([20.6, 15.6])
    assert [word.start_s for word in words] == pytest.approx([1.2, 2.2, 25.2])


def test_words_of_an_engine_that_steps_back_in_time_still_come_in_order(take: Path) -> None:
    def decode(samples: NDArray[np.float32], prompt: str | None, tick: Tick) -> Sequence[HeardWord]:
        return [HeardWord(" a", 3.0, 3.5, 1.2), HeardWord(" b", 2.0, 2.5, -0.1), HeardWord(" c", 90.0, 95.0, 0.5)]

    words = write_words(take, [TimeSpan(1.0, 44.9)], decode)
    assert [word.start_s for word in words] == pytest.approx([3.7, 3.7, 45.0])
    assert all(word.start_s <= word.end_s <= 45.0 for word in words)
    assert [word.probability for word in words] == [1.0, 0.0, 0.5]


def test_progress_rises_through_the_chunks_to_one(take: Path) -> None:
    shares: list[float] = []
    write_words(take, SPEECH, Engine("a", "b"), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0


def test_a_stop_between_chunks_is_obeyed(take: Path) -> None:
    engine = Engine("a", "b")
    with pytest.raises(Cancelled):
        write_words(take, SPEECH, engine, stop=lambda: len(engine.texts) < 2)
    assert len(engine.prompts) == 1
