"""Voiced stretches are packed into chunks an engine hears at once, and its times are put back into the take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.adapters.speech_chunks import LONGEST_CHUNK_S, MARGIN_S, Chunk, plan_chunks
from coach.core.spans import TimeSpan


def take(*lengths_s: float) -> list[TimeSpan]:
    """Voiced stretches from alternating lengths of silence and voice."""
    spans, now_s = [], 0.0
    for silence_s, voice_s in zip(lengths_s[::2], lengths_s[1::2], strict=True):
        spans.append(TimeSpan(now_s + silence_s, now_s + silence_s + voice_s))
        now_s += silence_s + voice_s
    return spans


SPEECH = st.lists(st.tuples(st.floats(0.24, 20.0), st.floats(0.1, 40.0)), min_size=1, max_size=40).map(
    lambda pairs: take(*(length for pair in pairs for length in pair))
)


def pieces(chunks: tuple[Chunk, ...]) -> list[TimeSpan]:
    return [piece for chunk in chunks for piece in chunk.pieces]


def test_a_short_answer_is_one_chunk_with_its_pauses_and_a_margin() -> None:
    (chunk,) = plan_chunks(take(1.0, 5.0, 0.5, 5.0, 1.5, 5.0))
    (piece,) = chunk.pieces
    assert piece.start_s == pytest.approx(0.7)
    assert piece.end_s == pytest.approx(18.3)


def test_a_long_silence_is_left_out_but_for_its_margins() -> None:
    (chunk,) = plan_chunks(take(1.0, 5.0, 10.0, 5.0))
    assert [piece.start_s for piece in chunk.pieces] == pytest.approx([0.7, 15.7])
    assert [piece.end_s for piece in chunk.pieces] == pytest.approx([6.3, 21.3])


def test_a_long_answer_is_cut_in_the_longest_silence_of_a_chunks_second_half() -> None:
    first, second = plan_chunks(take(0.5, 10.0, 1.2, 5.0, 0.9, 5.0, 0.4, 5.0, 0.4, 8.0))
    assert first.pieces[-1].end_s == pytest.approx(16.7 + MARGIN_S)
    assert second.pieces[0].start_s == pytest.approx(17.6 - MARGIN_S)


def test_a_narrow_cut_gives_its_silence_to_both_sides_and_never_the_neighbours_voice() -> None:
    first, second = plan_chunks(take(0.5, 20.0, 0.25, 20.0))
    assert first.pieces[-1].end_s == pytest.approx(20.75)
    assert second.pieces[0].start_s == pytest.approx(20.5)


def test_speech_without_any_silence_stays_whole_up_to_two_minutes() -> None:
    assert len(plan_chunks([TimeSpan(1.0, 60.0)])) == 1
    parts = plan_chunks([TimeSpan(1.0, 3601.0)])
    assert max(chunk.length_s for chunk in parts) <= 121.0
    assert parts[-1].pieces[-1].end_s == pytest.approx(3601.3)


@given(SPEECH)
def test_every_voiced_moment_is_in_a_chunk_and_chunks_come_in_order(speech: list[TimeSpan]) -> None:
    planned = pieces(plan_chunks(speech))
    for span in speech:
        assert any(p.start_s <= span.start_s + 1e-9 and span.end_s <= p.end_s + 1e-9 for p in planned)
    assert [p.start_s for p in planned] == sorted(p.start_s for p in planned)
    assert all(p.start_s >= 0.0 for p in planned)


@given(SPEECH)
def test_a_chunk_is_longer_than_the_engine_hears_only_when_nobody_paused(speech: list[TimeSpan]) -> None:
    for chunk in plan_chunks(speech):
        voiced = [s for s in speech if any(p.start_s <= s.start_s and s.end_s <= p.end_s for p in chunk.pieces)]
        assert chunk.length_s <= LONGEST_CHUNK_S or len(voiced) == 1


CHUNK = Chunk((TimeSpan(10.0, 14.0), TimeSpan(30.0, 33.0)))


@pytest.mark.parametrize(
    ("in_chunk", "in_take"),
    [
        ((0.0, 1.0), (10.0, 11.0)),
        ((3.0, 4.0), (13.0, 14.0)),
        ((4.5, 5.0), (30.5, 31.0)),
        ((3.2, 4.2), (13.2, 14.0)),
        ((3.9, 4.6), (30.0, 30.6)),
        ((5.0, 5.0), (31.0, 31.0)),
        ((6.9, 9.0), (32.9, 33.0)),
        ((8.0, 9.0), (33.0, 33.0)),
    ],
)
def test_a_time_in_the_chunk_is_a_time_in_the_take(in_chunk: tuple[float, float], in_take: tuple[float, float]) -> None:
    found = CHUNK.in_take(TimeSpan(*in_chunk))
    assert (found.start_s, found.end_s) == pytest.approx(in_take)
