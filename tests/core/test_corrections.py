"""A word set right: offsets, times and everything behind it follow."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.corrections import Correction, CorrectionError, correct, correct_all
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardPause, HeardWord, Transcript

PAUSES = (HeardPause(TimeSpan(2.0, 2.4), 0.8),)


def spoken(text: str = "We use calf car for the data base today.") -> Transcript:
    """Half a second a word, a tenth between two."""
    words = [HeardWord(w, n * 0.6, n * 0.6 + 0.5, 0.8) for n, w in enumerate(text.split())]
    return Transcript.spoken(
        words,
        duration_s=len(words) * 0.6 + 1.0,
        speech=(TimeSpan(0.0, len(words) * 0.6),),
        engine="fake",
        model="tiny",
        heard_pauses=PAUSES,
    )


def sound(transcript: Transcript) -> bool:
    """Whether every word stands where it says, and in order of time."""
    times = [(w.start_s, w.end_s) for w in transcript.words if w.start_s is not None and w.end_s is not None]
    return (
        all(transcript.text[w.start : w.end] == w.text for w in transcript.words)
        and all(a.end < b.start for a, b in pairwise(transcript.words))
        and all(low <= high for low, high in times)
        and all(a[1] <= b[0] + 1e-9 for a, b in pairwise(times))
    )


def test_one_word_for_one_keeps_its_time_and_moves_what_follows() -> None:
    before = spoken()
    after = correct(before, Correction(8, 1, "tomorrow."))
    assert after.text == "We use calf car for the data base tomorrow."
    assert (after.words[8].start_s, after.words[8].end_s) == (before.words[8].start_s, before.words[8].end_s)
    assert after.words[8].probability is None
    longer = correct(before, Correction(0, 1, "Everybody"))
    assert longer.words[1].start == before.words[1].start + len("Everybody") - len("We")
    assert sound(after)
    assert sound(longer)


def test_two_words_become_one_that_lasts_as_long() -> None:
    after = correct(spoken(), Correction(2, 2, "Kafka"))
    assert after.text == "We use Kafka for the data base today."
    assert (after.words[2].start_s, after.words[2].end_s) == pytest.approx((1.2, 2.3))
    assert sound(after)


def test_one_word_becomes_two_that_share_its_time_by_their_letters() -> None:
    after = correct(spoken("We deduplicate it."), Correction(1, 1, "de duplicates"))
    one, two = after.words[1:3]
    assert (one.start_s, two.end_s) == pytest.approx((0.6, 1.1))
    assert one.end_s == two.start_s == pytest.approx(0.6 + 0.5 * 2 / 12)
    assert sound(after)


def test_an_inserted_word_lies_in_the_gap_before_the_next() -> None:
    after = correct(spoken("We use Kafka."), Correction(2, 0, "only"))
    assert after.text == "We use only Kafka."
    assert (after.words[2].start_s, after.words[2].end_s) == pytest.approx((1.1, 1.2))
    assert sound(after)


def test_an_inserted_word_does_not_fill_a_long_pause() -> None:
    heard = [HeardWord("Well", 0.0, 0.4, 0.9), HeardWord("yes.", 6.0, 6.4, 0.9)]
    before = Transcript.spoken(heard, duration_s=7.0, speech=(TimeSpan(0, 0.4),), engine="fake", model="tiny")
    after = correct(before, Correction(1, 0, "certainly"))
    assert (after.words[1].start_s, after.words[1].end_s) == pytest.approx((5.6, 6.0))


@pytest.mark.parametrize(("first", "text"), [(0, "Now We use Kafka."), (3, "We use Kafka. Now")])
def test_words_can_come_in_at_both_ends(first: int, text: str) -> None:
    after = correct(spoken("We use Kafka."), Correction(first, 0, "Now"))
    assert after.text == text
    assert sound(after)


@pytest.mark.parametrize(("first", "text"), [(0, "use Kafka."), (1, "We Kafka."), (2, "We use")])
def test_a_word_left_out_leaves_no_gap_in_the_text(first: int, text: str) -> None:
    after = correct(spoken("We use Kafka."), Correction(first, 1, ""))
    assert after.text == text
    assert sound(after)


def test_what_was_measured_in_the_sound_stays() -> None:
    before = spoken()
    after = correct(before, Correction(2, 2, "Kafka"))
    assert (after.duration_s, after.speech, after.heard_pauses) == (before.duration_s, before.speech, PAUSES)
    assert (after.engine, after.model) == ("fake", "tiny")


def test_a_typed_answer_keeps_its_line_breaks() -> None:
    after = correct(Transcript.typed("First line.\n\nSecnd  line."), Correction(2, 1, "Second"))
    assert after.text == "First line.\n\nSecond  line."
    assert sound(after)
    assert {w.start_s for w in after.words} == {None}


@pytest.mark.parametrize(
    ("correction", "sentence"),
    [
        (Correction(0, 3, ""), "No word would be left"),
        (Correction(1, 0, "  "), "Nothing would change"),
        (Correction(2, 2, "x"), "There is no word 4"),
        (Correction(-1, 1, "x"), "There is no word"),
    ],
)
def test_what_cannot_be_done_is_said(correction: Correction, sentence: str) -> None:
    with pytest.raises(CorrectionError, match=sentence):
        correct(spoken("We use Kafka."), correction)


NEW_WORDS = st.lists(st.sampled_from(["a", "Kafka,", "it"]), max_size=3)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), NEW_WORDS), max_size=6))
def test_any_row_of_corrections_keeps_offsets_and_times_in_order(steps: list[tuple[int, int, list[str]]]) -> None:
    transcript = spoken()
    made = []
    for first, count, new in steps:
        each = Correction(first, count, " ".join(new))
        try:
            transcript = correct(transcript, each)
        except CorrectionError:
            continue
        made.append(each)
        assert sound(transcript)
        assert transcript.text == " ".join(w.text for w in transcript.words)
    assert correct_all(spoken(), made) == transcript
