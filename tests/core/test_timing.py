"""When an answer gets to the point, and what is kept of it."""

import json
from dataclasses import replace

import pytest

from coach.core.analysis.findings import Analysis, StarPart, StarSeconds, StarSegment, Story
from coach.core.analysis.numbers import find_numbers
from coach.core.checks import run_check
from coach.core.documents import analysis_document, read_scorecard, scorecard_document, transcript_document
from coach.core.rubric import Check
from coach.core.scorecard import CheckResult, Scorecard, Timing
from coach.core.spans import Span, TimeSpan
from coach.core.timing import timing_of
from coach.core.transcript import HeardWord, Transcript
from coach.core.wire import score_json
from tests.scorecards import scorecard

TEXT = "Who reads this? It is 4 TB a day."


def take(
    *, begin_s: float = 2.0, heard_from_s: float = 1.5, end_s: float = 33.0, duration_s: float = 40.0
) -> Scorecard:
    words = [HeardWord(w, heard_from_s + 3 * n, heard_from_s + 3 * n + 0.5, 0.9) for n, w in enumerate(TEXT.split())]
    speech = (TimeSpan(begin_s, end_s),)
    return scorecard(Transcript.spoken(words, duration_s=duration_s, speech=speech, engine="e", model="m"))


def with_number(card: Scorecard) -> Analysis:
    return replace(card.analysis, numbers=find_numbers(card.analysis.transcript))


def test_overtime_runs_to_the_last_speech_not_to_the_end_of_the_take() -> None:
    card = take()

    assert timing_of(card.analysis, card.elements, 30).overtime_s == pytest.approx(3.0)
    assert timing_of(card.analysis, card.elements, 60).overtime_s == 0


def test_the_first_required_idea_begins_with_the_speech_it_belongs_to() -> None:
    card = take()

    assert timing_of(card.analysis, card.elements, 30).first_idea_s == 2.0


def test_an_idea_that_is_missed_or_not_required_has_no_moment() -> None:
    card = take()
    (met,) = card.elements

    assert timing_of(card.analysis, [replace(met, met=False)], 30).first_idea_s is None
    assert timing_of(card.analysis, [replace(met, must=False)], 30).first_idea_s is None


def test_the_first_number_is_timed() -> None:
    card = take()

    assert timing_of(with_number(card), card.elements, 30).first_number_s == pytest.approx(16.5)
    assert timing_of(card.analysis, card.elements, 30).first_number_s is None


def test_typed_answers_have_no_timing() -> None:
    card = scorecard(Transcript.typed(TEXT))

    assert timing_of(card.analysis, card.elements, 30) == Timing()


def stored(card: Scorecard) -> tuple[dict[str, object], dict[str, object], str]:
    transcript = transcript_document(card.analysis.transcript)
    return json.loads(scorecard_document(card)), json.loads(analysis_document(card.analysis)), transcript


def test_everything_measured_comes_back_from_the_store() -> None:
    card = take()
    story = Story(StarSeconds(12, 3, 20, 5, 4), (card.analysis.transcript.evidence(Span(0, 3)),), ())
    card = replace(card, analysis=replace(card.analysis, story=story), timing=Timing(3.0, 2.0, None))
    verdict, analysis, transcript = stored(card)

    assert read_scorecard(json.dumps(verdict), json.dumps(analysis), transcript) == card


def test_an_attempt_stored_without_the_newer_fields_can_be_read() -> None:
    verdict, analysis, transcript = stored(take())
    del verdict["timing"], analysis["story"]
    delivery = analysis["delivery"]
    assert isinstance(delivery, dict)
    for name in ("closing_silence_s", "pause_places", "pace", "filler_clusters"):
        del delivery[name]
    card = read_scorecard(json.dumps(verdict), json.dumps(analysis), transcript)

    assert card.timing == Timing()
    assert card.analysis.story is None
    assert card.analysis.delivery.pace == ()
    assert score_json(card)["analysis"]["story"] is None


def test_the_public_json_carries_the_timing() -> None:
    pauses = (TimeSpan(4.0, 5.5), TimeSpan(8.0, 9.0))
    card = take()
    older = replace(card.analysis, delivery=replace(card.analysis.delivery, pauses=pauses, pause_places=()))
    told = score_json(replace(card, analysis=older, timing=Timing(3.0, 2.0, 16.5)))

    assert told["timing"] == {"overtime_s": 3.0, "first_idea_s": 2.0, "first_number_s": 16.5}
    assert [p["place"] for p in told["analysis"]["pauses"]] == [None, None]
    assert told["analysis"]["pace"][0]["start_s"] == 2.0


def star(story: Story | None, parts: str = "SARI") -> CheckResult:
    transcript = Transcript.typed("So.")
    where = transcript.evidence(Span(0, 3))
    segments = tuple(StarSegment(where, StarPart(p)) for p in parts)
    analysis = replace(scorecard(transcript).analysis, star=segments, story=story)
    return run_check(Check.model_validate({"check": "star_segments"}), analysis)


def test_a_long_situation_and_a_short_action_are_advice_and_no_failure() -> None:
    where = Transcript.typed("So.").evidence(Span(0, 3))
    result = star(Story(StarSeconds(31, 2, 12, 8, 4), (where,), (where,)))

    assert result.passed
    assert "the situation took 31 s, 20 are enough" in result.detail
    assert "the action, 12 s, is not the longest part" in result.detail


def test_a_balanced_story_gets_no_advice() -> None:
    where = Transcript.typed("So.").evidence(Span(0, 3))

    assert star(Story(StarSeconds(18, 2, 40, 8, 4), (where,), (where,))).detail == (
        "situation, action, result and insight are there"
    )


def test_a_story_without_choice_or_others_is_told_so() -> None:
    result = star(Story(None))

    assert result.passed
    assert "no moment of judgment" in result.detail
    assert "nobody else is named" in result.detail


def test_only_a_missing_part_fails_a_story() -> None:
    result = star(Story(StarSeconds(31, 2, 12, 0, 0)), "SA")

    assert not result.passed
    assert result.detail.startswith("no result or insight; the situation took 31 s")


def silence(begin_s: float, end_s: float, duration_s: float) -> CheckResult:
    card = take(begin_s=begin_s, end_s=end_s, duration_s=duration_s)
    return run_check(Check.model_validate({"check": "hold_silence", "at_least_s": 5}), card.analysis)


def test_the_silence_may_be_held_before_the_line_or_after_it() -> None:
    assert silence(5.2, 9.0, 10.0).detail == "5.2 s of silence before the first word"
    assert silence(5.2, 9.0, 10.0).passed
    assert silence(1.0, 9.0, 15.0).detail == "6.0 s of silence after the last word"
    assert not silence(1.0, 9.0, 10.0).passed
