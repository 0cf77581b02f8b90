"""How pace, pauses and fillers spread over an answer."""

import pytest

from coach.core.analysis.delivery import measure_delivery
from coach.core.analysis.fillers import find_fillers
from coach.core.analysis.findings import Filler, FillerType, PausePlace, Tier
from coach.core.analysis.pace import filler_clusters, pace_curve, pause_places
from coach.core.spans import Evidence, TimeSpan
from coach.core.transcript import HeardWord, Transcript


def spoken(*words: tuple[str, float], speech: tuple[TimeSpan, ...] = ()) -> Transcript:
    heard = [HeardWord(text, start_s, start_s + 0.3, 0.9) for text, start_s in words]
    end_s = words[-1][1] + 1
    stretches = speech or (TimeSpan(0.0, end_s),)
    return Transcript.spoken(heard, duration_s=end_s, speech=stretches, engine="e", model="m")


def steady(per_s: float, seconds: float, begin_s: float = 0.0) -> list[tuple[str, float]]:
    return [(f"word{n}", begin_s + n / per_s) for n in range(int(seconds * per_s))]


def test_the_pace_is_told_in_slices_of_fifteen_seconds() -> None:
    transcript = spoken(*steady(2, 15), *steady(3, 15, begin_s=15))
    slices = pace_curve(transcript.words, (TimeSpan(0, 30),))

    assert [(s.time.start_s, s.time.end_s, s.words) for s in slices] == [(0, 15, 30), (15, 30, 45)]
    assert [s.wpm for s in slices] == [120, 180]


def test_a_short_rest_joins_the_slice_before_it() -> None:
    transcript = spoken(*steady(2, 20))
    slices = pace_curve(transcript.words, (TimeSpan(0, 20),))

    assert len(slices) == 1
    assert slices[0].wpm == 120


def test_the_curve_begins_with_the_first_speech_and_loses_no_word() -> None:
    transcript = spoken(*steady(2, 30, begin_s=9.2))
    slices = pace_curve(transcript.words, (TimeSpan(10, 24), TimeSpan(26, 38)))

    assert slices[0].time.start_s == 10
    assert slices[-1].time.end_s == 38
    assert sum(s.words for s in slices) == len(transcript.words)


def test_typed_words_have_no_pace() -> None:
    assert pace_curve(Transcript.typed("no times here").words, ()) == ()


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("done.", "We", PausePlace.BETWEEN),
        ("done,", "we", PausePlace.BETWEEN),
        ("done", "because", PausePlace.BETWEEN),
        ("the", "pipeline", PausePlace.INSIDE),
        ("to", "the", PausePlace.INSIDE),
    ],
)
def test_a_pause_lies_between_clauses_or_inside_one(before: str, after: str, place: PausePlace) -> None:
    transcript = spoken(("It", 0.0), ("is", 0.4), (before, 0.8), (after, 4.0), ("ran.", 4.4))

    assert pause_places(transcript, [TimeSpan(1.1, 4.0)]) == (place,)


def test_a_word_stretched_into_the_silence_still_stands_before_the_pause() -> None:
    heard = [HeardWord("the", 0.0, 0.3, 0.9), HeardWord("job.", 0.4, 1.9, 0.9), HeardWord("Then", 3.4, 4.4, 0.9)]
    transcript = Transcript.spoken(heard, duration_s=5, speech=(TimeSpan(0, 5),), engine="e", model="m")

    assert pause_places(transcript, [TimeSpan(0.9, 4.0)]) == (PausePlace.BETWEEN,)


def um(at_s: float, tier: Tier = Tier.HEARD) -> Filler:
    return Filler(Evidence(0, 0, "", at_s, at_s + 0.2), FillerType.FILLED_PAUSE, tier)


@pytest.mark.parametrize(
    ("moments", "sizes"),
    [
        ((1.0, 5.0, 10.9), [3]),
        ((1.0, 6.0, 12.0), []),
        ((1.0, 2.0), []),
        ((1.0, 2.0, 3.0, 4.0), [4]),
        ((1.0, 2.0, 3.0, 40.0, 41.0, 42.0), [3, 3]),
        ((1.0, 8.0, 10.0, 17.0), [4]),
    ],
)
def test_three_fillers_within_ten_seconds_are_a_cluster(moments: tuple[float, ...], sizes: list[int]) -> None:
    transcript = spoken(("some", 0.0), ("words", 50.0))

    assert [c.fillers for c in filler_clusters(transcript, [um(m) for m in moments])] == sizes


def test_an_uncertain_filler_makes_no_cluster() -> None:
    transcript = spoken(("some", 0.0), ("words", 50.0))

    assert filler_clusters(transcript, [um(1), um(2), um(3, Tier.UNCERTAIN)]) == ()


def test_a_cluster_quotes_from_its_first_filler_to_its_last() -> None:
    transcript = spoken(("We", 0.0), ("um", 1.0), ("had", 2.0), ("uh", 3.0), ("a", 4.0), ("um", 5.0), ("job.", 6.0))
    (cluster,) = measure_delivery(transcript, find_fillers(transcript)).filler_clusters

    assert cluster.where.text == "um had uh a um"
    assert cluster.where.start_s == 1.0


def test_the_silence_after_the_last_word_is_measured_on_the_audio() -> None:
    transcript = spoken(("Done.", 1.0), speech=(TimeSpan(1.0, 1.4),))
    long = Transcript.spoken(
        [HeardWord("Done.", 1.0, 4.0, 0.9)], duration_s=7.0, speech=(TimeSpan(1.0, 1.4),), engine="e", model="m"
    )

    assert measure_delivery(transcript, ()).closing_silence_s == pytest.approx(0.6)
    assert measure_delivery(long, ()).closing_silence_s == pytest.approx(5.6)
    assert measure_delivery(Transcript.typed("Done."), ()).closing_silence_s is None
