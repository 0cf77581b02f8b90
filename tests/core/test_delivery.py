"""Pace and silence come from the speech stretches of the audio."""

import pytest

from coach.core.analysis.delivery import measure_delivery
from coach.core.analysis.fillers import find_fillers
from coach.core.analysis.findings import Delivery, Filler, FillerType, Tier
from coach.core.spans import Evidence, TimeSpan
from coach.core.transcript import HeardWord, Transcript


def spoken(text: str, *speech: tuple[float, float], duration_s: float = 30.0) -> Transcript:
    heard = [HeardWord(w, float(n), n + 0.5, 0.9) for n, w in enumerate(text.split())]
    stretches = tuple(TimeSpan(a, b) for a, b in speech)
    return Transcript.spoken(heard, duration_s=duration_s, speech=stretches, engine="fake", model="fake")


def delivery_of(transcript: Transcript) -> Delivery:
    return measure_delivery(transcript, find_fillers(transcript))


def test_words_a_minute_run_from_first_to_last_speech_and_leave_filled_pauses_out() -> None:
    delivery = delivery_of(spoken("Um, we rebuilt the uh whole table", (2.0, 4.0), (6.0, 8.0)))
    assert delivery.words == 5
    assert delivery.wpm == pytest.approx(50.0)
    assert delivery.articulation_wpm == pytest.approx(75.0)
    assert delivery.fillers_per_min == pytest.approx(20.0)
    assert delivery.fillers_per_100_words == pytest.approx(40.0)


def test_the_first_word_comes_with_the_first_speech() -> None:
    assert delivery_of(spoken("we began", (3.25, 5.0))).first_word_s == 3.25


def test_a_pause_is_a_silence_of_a_second_between_speech() -> None:
    delivery = delivery_of(spoken("one two three", (1.0, 2.0), (2.9, 4.0), (5.0, 6.0), (9.0, 10.0)))
    assert delivery.pauses == (TimeSpan(4.0, 5.0), TimeSpan(6.0, 9.0))
    assert delivery.longest_pause_s == pytest.approx(3.0)


def test_a_click_does_not_split_a_pause() -> None:
    assert delivery_of(spoken("a b", (0.0, 1.0), (3.0, 3.05), (5.0, 6.0))).pauses == (TimeSpan(1.0, 5.0),)


def test_overlapping_stretches_count_once() -> None:
    delivery = delivery_of(spoken("a b c d", (4.0, 6.0), (0.0, 5.0)))
    assert delivery.articulation_wpm == delivery.wpm == pytest.approx(40.0)


def test_fluent_speech_has_a_longest_pause_of_zero() -> None:
    assert delivery_of(spoken("a b", (0.0, 3.0))).longest_pause_s == 0.0


def test_silence_has_no_pace() -> None:
    assert delivery_of(spoken("")) == Delivery(0, 30.0, None, None, None, (), 0.0, None, 0.0)


def test_a_typed_answer_has_words_and_a_filler_rate_only() -> None:
    delivery = delivery_of(Transcript.typed("Um, it's fine."))
    assert delivery == Delivery(2, None, None, None, None, (), None, None, 50.0)


def test_an_uncertain_filler_is_not_counted_and_a_heard_one_is() -> None:
    transcript = spoken("we rebuilt it all", (0.0, 6.0))
    gap = Evidence(2, 2, "", 1.0, 1.3)
    heard = Filler(gap, FillerType.FILLED_PAUSE, Tier.HEARD)
    doubtful = Filler(gap, FillerType.FILLED_PAUSE, Tier.UNCERTAIN)
    delivery = measure_delivery(transcript, [heard, doubtful])
    assert delivery.words == 4
    assert delivery.fillers_per_min == pytest.approx(10.0)
