"""How a measurement counts: what matches what, what a figure is, how sure it is, and when it has fallen."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from coach.core.analysis.findings import (
    Analysis,
    Delivery,
    Filler,
    FillerType,
    Hedge,
    HedgeStatus,
    Number,
    Question,
    StarPart,
    StarSegment,
    Tier,
    Tool,
    Verbatim,
)
from coach.core.evaluation import (
    Measure,
    Metric,
    Tally,
    bootstrap,
    fallen,
    figure,
    figure_of,
    measured,
    pair_spans,
    percentile,
)
from coach.core.evaluation_graded import ORDER, read_graded, read_order
from coach.core.evaluation_labels import KINDS, FillersItem, GradedItem, Labelled
from coach.core.evaluation_speech import Clip, KnownTiming, read_clip, read_timing, speech_metrics, word_errors
from coach.core.evaluation_text import TEXT_METRICS, read_text
from coach.core.ports import ContentError
from coach.core.rubric import Level
from coach.core.scorecard import ElementResult, Scorecard, TrapResult
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.transcript import Transcript

NO_TIMES = Delivery(
    words=0,
    duration_s=None,
    wpm=None,
    articulation_wpm=None,
    first_word_s=None,
    pauses=(),
    longest_pause_s=None,
    fillers_per_min=None,
    fillers_per_100_words=0.0,
)


def analysis_of(text: str) -> Analysis:
    return Analysis(transcript=Transcript.typed(text), delivery=NO_TIMES)


def at(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def labelled(name: str, **values: object) -> Labelled:
    return KINDS[name].model_validate({"id": "one", **values})


def place(text: str, words: str, **more: object) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


class TestMatchingSpans:
    def test_half_of_both_is_enough(self) -> None:
        assert pair_spans([Span(0, 10)], [Span(5, 15)]) == [(0, 0)]

    def test_a_word_inside_a_long_label_is_no_match(self) -> None:
        assert pair_spans([Span(0, 10)], [Span(2, 6)]) == []

    def test_a_whole_sentence_around_a_short_label_is_no_match(self) -> None:
        assert pair_spans([Span(2, 6)], [Span(0, 10)]) == []

    def test_one_said_span_finds_one_label_only(self) -> None:
        assert pair_spans([Span(0, 4), Span(4, 8)], [Span(0, 8)]) == [(0, 0)]

    def test_the_closest_one_is_taken(self) -> None:
        assert pair_spans([Span(0, 10)], [Span(4, 12), Span(0, 9)]) == [(0, 1)]

    def test_what_differs_otherwise_does_not_match(self) -> None:
        assert pair_spans([Span(0, 4)], [Span(0, 4)], lambda _i, _j: False) == []


class TestFigures:
    def test_f1_weighs_what_was_said_against_what_was_due(self) -> None:
        tallies = [Tally(found=3, said=4, due=6)]
        assert figure_of(Measure.PRECISION, tallies) == pytest.approx(0.75)
        assert figure_of(Measure.RECALL, tallies) == pytest.approx(0.5)
        assert figure_of(Measure.F1, tallies) == pytest.approx(0.6)

    def test_counts_are_summed_before_they_are_divided(self) -> None:
        assert figure_of(Measure.ACCURACY, [Tally(found=1, due=1), Tally(found=0, due=9)]) == pytest.approx(0.1)

    def test_nothing_due_and_nothing_said_is_perfect_and_a_false_alarm_is_not(self) -> None:
        assert figure_of(Measure.F1, [Tally()]) == 1.0
        assert figure_of(Measure.F1, [Tally(said=1)]) == 0.0

    def test_nine_of_ten_errors_lie_within_the_90th_percentile(self) -> None:
        assert percentile([0.1] * 9 + [5.0], 0.9) == 0.1
        assert percentile([0.1] * 8 + [5.0, 6.0], 0.9) == 5.0
        assert figure_of(Measure.P90_S, [Tally(errors_s=(0.1, 0.3)), Tally(errors_s=(0.2,))]) == 0.3

    def test_the_interval_holds_the_figure_and_narrows_with_more_items(self) -> None:
        few = [Tally(found=1, due=1)] * 8 + [Tally(due=1)] * 2
        metric = Metric("label", Measure.ACCURACY, 0.9)
        small, large = figure("s", metric, few, seed=1), figure("s", metric, few * 20, seed=1)
        assert small.value == large.value == 0.8
        assert small.low < 0.8 < small.high
        assert large.high - large.low < (small.high - small.low) / 2

    def test_the_interval_of_a_share_is_the_binomial_one(self) -> None:
        low, high = bootstrap(
            [Tally(found=1, due=1)] * 50 + [Tally(due=1)] * 50,
            lambda drawn: figure_of(Measure.ACCURACY, drawn),
            seed=7,
        )
        assert low == pytest.approx(0.40, abs=0.02)
        assert high == pytest.approx(0.60, abs=0.02)

    def test_the_same_seed_gives_the_same_interval(self) -> None:
        tallies = [Tally(found=i % 3 == 0, said=1, due=1) for i in range(40)]
        metric = Metric("place", Measure.F1)
        assert figure("s", metric, tallies, seed=5) == figure("s", metric, tallies, seed=5)

    def test_a_target_is_a_floor_or_for_errors_a_ceiling(self) -> None:
        assert figure("s", Metric("x", Measure.ACCURACY, 0.9), [Tally(found=9, due=10)], seed=1).reached is True
        assert figure("s", Metric("x", Measure.ACCURACY, 0.9), [Tally(found=8, due=10)], seed=1).reached is False
        assert figure("s", Metric("x", Measure.P90_S, 0.15), [Tally(errors_s=(0.2,))], seed=1).reached is False
        assert figure("s", Metric("x", Measure.COUNT, 0), [Tally(found=0)], seed=1).reached is True
        assert figure("s", Metric("x", Measure.ACCURACY), [Tally()], seed=1).reached is None


class TestAgainstTheRecord:
    OLD = figure("numbers", Metric("place", Measure.F1), [Tally(1, 1, 1)] * 8 + [Tally(0, 1, 1)] * 2, seed=1)

    def test_a_loss_within_the_interval_is_chance(self) -> None:
        assert fallen([self.OLD], [replace(self.OLD, value=self.OLD.low)]) == []

    def test_a_loss_beyond_the_interval_is_named_with_both_figures(self) -> None:
        (line,) = fallen([self.OLD], [replace(self.OLD, value=self.OLD.low - 0.01)])
        assert "numbers place" in line
        assert "recorded 0.800" in line

    def test_a_gain_is_no_loss(self) -> None:
        assert fallen([self.OLD], [replace(self.OLD, value=1.0)]) == []

    def test_for_errors_a_rise_is_the_loss(self) -> None:
        old = replace(self.OLD, measure=Measure.P90_S, value=0.1, low=0.05, high=0.2)
        assert fallen([old], [replace(old, value=0.01)]) == []
        assert fallen([old], [replace(old, value=0.3)]) != []

    def test_figures_are_compared_by_set_phrase_and_model(self) -> None:
        assert fallen([self.OLD], [replace(self.OLD, value=0.0, by="base")]) == []


class TestTextSets:
    def test_a_filler_of_another_type_counts_by_place_alone(self) -> None:
        text = "So, um, I fixed it."
        item = labelled("fillers", text=text, fillers=[place(text, "So", type="opener")])
        said = replace(analysis_of(text), fillers=(Filler(at(text, "So"), FillerType.DISCOURSE),))
        reading = read_text(item, said)
        assert reading.tallies["place and type"] == Tally(found=0, said=1, due=1)
        assert reading.tallies["place"] == Tally(found=1, said=1, due=1)
        assert len(reading.faults) == 2

    def test_only_answers_without_fillers_can_be_left_clean(self) -> None:
        text = "Systems like Kafka."
        clean = labelled("fillers", text=text, fillers=[])
        wrong = replace(analysis_of(text), fillers=(Filler(at(text, "like"), FillerType.DISCOURSE),))
        metric = "clean answers left clean"
        assert read_text(clean, analysis_of(text)).tallies[metric] == Tally(found=1, due=1)
        assert read_text(clean, wrong).tallies[metric] == Tally(found=0, due=1)
        other = labelled("fillers", text=text, fillers=[place(text, "like", type="discourse")])
        assert metric not in read_text(other, wrong).tallies

    def test_a_hedge_needs_its_status(self) -> None:
        text = "It depends on the scale."
        item = labelled("it_depends", text=text, it_depends=[place(text, "It depends on", status="unresolved")])
        said = replace(analysis_of(text), it_depends=(Hedge(at(text, "It depends"), HedgeStatus.UNRESOLVED),))
        assert read_text(item, said).tallies["place and status"].found == 1
        said = replace(said, it_depends=(Hedge(at(text, "It depends"), HedgeStatus.AXES),))
        assert read_text(item, said).tallies["place and status"].found == 0
        assert read_text(item, said).tallies["place"].found == 1

    @pytest.mark.parametrize(
        ("value", "unit", "found"),
        [(4e12, "bytes", 1), (4.03e12, "bytes", 1), (4.1e12, "bytes", 0), (4, "bytes", 0), (4e12, "count", 0)],
    )
    def test_a_number_needs_its_unit_and_its_value_within_a_hundredth(
        self, value: float, unit: str, found: int
    ) -> None:
        text = "It scans 4 TB."
        item = labelled("numbers", text=text, numbers=[place(text, "4 TB", value=4e12, unit="bytes")])
        said = replace(analysis_of(text), numbers=(Number(at(text, "4 TB"), value, unit),))
        assert read_text(item, said).tallies["place, value and unit"].found == found

    def test_zero_equals_zero(self) -> None:
        text = "We lost 0 rows."
        item = labelled("numbers", text=text, numbers=[place(text, "0 rows", value=0, unit="count")])
        said = replace(analysis_of(text), numbers=(Number(at(text, "0 rows"), 0.0, "count"),))
        assert read_text(item, said).tallies["place, value and unit"].found == 1

    def test_a_tool_is_justified_or_bare_and_a_list_is_a_list(self) -> None:
        text = "Kafka, Flink, Trino."
        tools = [place(text, name, justified=False) for name in ("Kafka", "Flink", "Trino")]
        item = labelled("tools", text=text, tools=tools, tool_list=True)
        said = replace(
            analysis_of(text), tools=(Tool(at(text, "Kafka"), True), Tool(at(text, "Flink"), False)), tool_list=False
        )
        reading = read_text(item, said)
        assert reading.tallies["place, justified or bare"] == Tally(found=1, said=2, due=3)
        assert reading.tallies["place"] == Tally(found=2, said=2, due=3)
        assert reading.tallies["tool list"] == Tally(found=0, due=1)

    @pytest.mark.parametrize("name", ["hypotheticals", "bad_mouthing"])
    def test_clauses_are_found_by_place(self, name: str) -> None:
        text = "I would call him. He was lazy."
        item = labelled(name, text=text, **{name: [place(text, "I would call him.")]})
        said = replace(analysis_of(text), **{name: (at(text, "I would call him"), at(text, "He was lazy."))})
        assert read_text(item, said).tallies["place"] == Tally(found=1, said=2, due=1)

    def test_a_sentence_is_judged_by_the_segment_that_covers_most_of_it(self) -> None:
        text = "It was slow. I measured it. It got fast."
        star = [place(text, "It was slow.", part="S"), place(text, "I measured it.", part="A")]
        star.append(place(text, "It got fast.", part="R"))
        item = labelled("star", text=text, star=star)
        said = replace(
            analysis_of(text),
            star=(
                StarSegment(at(text, "It was slow."), StarPart.SITUATION),
                StarSegment(at(text, "I measured it. It got"), StarPart.ACTION),
            ),
        )
        assert read_text(item, said).tallies["part of each sentence"] == Tally(found=2, due=3)
        assert read_text(item, analysis_of(text)).tallies["part of each sentence"] == Tally(found=0, due=3)

    def test_questions_are_counted_and_one_of_them_may_ask_who_consumes(self) -> None:
        text = "Who reads it, and how big is it?"
        questions = [
            place(text, "Who reads it", asks_consumer=True),
            place(text, "how big is it?", asks_consumer=False),
        ]
        item = labelled("questions", text=text, questions=questions, count=2, asks_consumer=True)
        one = replace(analysis_of(text), questions=(Question(at(text, text), True),))
        reading = read_text(item, one)
        assert reading.tallies["exact count"] == Tally(found=0, due=1)
        assert reading.tallies["asks who consumes"] == Tally(found=1, due=1)

    def test_exact_words_have_a_label_and_missing_words_whatever_their_case(self) -> None:
        item = labelled(
            "verbatim", text="Buy it.", target="Buy it now, please.", label="close", missing=["now", "please"]
        )
        said = replace(analysis_of("Buy it."), verbatim=Verbatim("close", 0.8, ("Now", "thanks")))
        reading = read_text(item, said)
        assert reading.tallies["label"] == Tally(found=1, due=1)
        assert reading.tallies["missing words"] == Tally(found=1, said=2, due=2)
        assert read_text(item, analysis_of("Buy it.")).tallies["label"] == Tally(found=0, due=1)

    def test_every_text_set_has_labels_to_read_and_something_to_measure(self) -> None:
        graded = {"graded_drills", "graded_scars", "graded_coach", "graded_study"}
        assert {*TEXT_METRICS, *graded} == set(KINDS)


class TestLabels:
    def test_offsets_must_hold_the_words_they_name(self) -> None:
        with pytest.raises(ValidationError, match="not 'um'"):
            labelled("fillers", text="So, um.", fillers=[{"start": 0, "end": 2, "text": "um", "type": "filled_pause"}])

    def test_offsets_outside_the_text_are_refused(self) -> None:
        with pytest.raises(ValidationError, match="no place"):
            labelled("fillers", text="So.", fillers=[{"start": 2, "end": 9, "type": "opener"}])

    def test_blanks_around_a_text_stay_because_offsets_count_them(self) -> None:
        item = labelled("fillers", text="  Um, yes.", fillers=[place("  Um, yes.", "Um", type="filled_pause")])
        assert isinstance(item, FillersItem)
        assert item.text.startswith("  ")


def graded(name: str, written_as: str, **changes: object) -> GradedItem:
    values = {
        "id": name,
        "item": "drill-x",
        "class": written_as,
        "level": "senior",
        "text": "Who reads it?",
        "elements": {"a": True, "b": False},
        "traps": {"t": False},
        **changes,
    }
    return GradedItem.model_validate(values)


def card(met: dict[str, bool], hit: dict[str, bool], level: Level = Level.SENIOR) -> Scorecard:
    elements = tuple(ElementResult(i, "", m, False, 0, 0, (), "", 0.0, "") for i, m in met.items())
    traps = tuple(TrapResult(i, "", h, False, 0, (), "", "") for i, h in hit.items())
    return Scorecard(
        item="drill-x",
        rubric_version=1,
        score=50.0,
        level=level,
        elements=elements,
        traps=traps,
        checks=(),
        content_points=0,
        judgment_points=0,
        delivery_points=0,
        capped_by=None,
        fix_next="",
        fix_evidence=(),
        matcher="",
        analysis=analysis_of(""),
    )


class TestGradedAnswers:
    def test_ideas_traps_and_level_are_counted_apart(self) -> None:
        reading = read_graded(graded("g", "senior"), card({"a": True, "b": True}, {"t": True}, Level.MID))
        assert reading.tallies["elements"] == Tally(found=1, said=2, due=1)
        assert reading.tallies["traps"] == Tally(found=0, said=1, due=0)
        assert reading.tallies["level"] == Tally(found=0, due=1)
        assert len(reading.faults) == 3

    def test_an_idea_without_a_label_is_not_measured(self) -> None:
        reading = read_graded(graded("g", "senior"), card({"a": True, "b": False, "new": True}, {"t": False}))
        assert reading.tallies["elements"] == Tally(found=1, said=1, due=1)

    def test_a_label_that_the_rubric_does_not_know_is_pointed_at(self) -> None:
        with pytest.raises(ContentError, match=r"'b', which the rubric of drill-x"):
            read_graded(graded("g", "senior"), card({"a": True}, {"t": False}))

    def test_better_answers_should_score_higher_and_a_tie_is_half_right(self) -> None:
        answers = [
            (graded("s", "senior"), 80.0),
            (graded("m", "mid"), 80.0),
            (graded("j", "junior"), 20.0),
            (graded("u", "unusual"), 30.0),
            (graded("n", "near_miss"), 40.0),
        ]
        (reading,) = read_order(answers)
        assert reading.tallies[ORDER.what] == Tally(found=5, due=8)
        assert len(reading.faults) == 2

    def test_answers_to_different_items_are_not_compared(self) -> None:
        assert read_order([(graded("s", "senior"), 1.0), (graded("j", "junior", item="drill-y"), 90.0)]) == []


class TestSpeech:
    def test_case_punctuation_and_filled_pauses_do_not_make_word_errors(self) -> None:
        assert word_errors("So, um, it's 105% done.", "so it's 105 percent, uh, done") == (0, 5)

    def test_changed_added_and_dropped_words_do(self) -> None:
        assert word_errors("one two three four", "one too three four five") == (2, 4)

    def test_filled_pauses_are_compared_by_count_and_uncertain_ones_left_out(self) -> None:
        text = "Um, it was, um, slow."
        fillers = (
            Filler(at(text, "Um"), FillerType.FILLED_PAUSE),
            Filler(Evidence(3, 3, ""), FillerType.FILLED_PAUSE, Tier.HEARD),
            Filler(Evidence(3, 3, ""), FillerType.FILLED_PAUSE, Tier.UNCERTAIN),
            Filler(at(text, "slow"), FillerType.HEDGE),
        )
        reading = read_clip(Clip("c", "spontaneous", text, 1), replace(analysis_of(text), fillers=fillers))
        assert reading.tallies["filled pauses heard, real takes"] == Tally(found=1, said=2, due=1)
        assert reading.tallies["words, spontaneous"].found == 0

    def test_clips_whose_transcript_drops_fillers_say_nothing_about_them(self) -> None:
        reading = read_clip(Clip("c", "spontaneous", "hello", None), analysis_of("hello"))
        assert list(reading.tallies) == ["words, spontaneous"]

    def test_synthetic_clips_do_not_count_among_real_takes(self) -> None:
        reading = read_clip(Clip("c", "synthetic", "um", 1), analysis_of("um"))
        assert "filled pauses heard, real takes" not in reading.tallies

    def test_voices_held_out_are_also_counted_on_their_own(self) -> None:
        analysis = replace(analysis_of("um"), fillers=(Filler(at("um", "um"), FillerType.FILLED_PAUSE),))
        reading = read_clip(Clip("c", "spontaneous", "um", 1, held_out=True), analysis)
        fitted = read_clip(Clip("c", "spontaneous", "um", 1), analysis)
        assert reading.tallies["filled pauses heard, voices held out"] == Tally(found=1, said=1, due=1)
        assert "filled pauses heard, voices held out" not in fitted.tallies

    def test_filled_pauses_counted_where_none_was_said_are_listed(self) -> None:
        heard = Filler(Evidence(4, 4, ""), FillerType.FILLED_PAUSE, Tier.HEARD)
        reading = read_clip(Clip("c", "read", "one two", 0), replace(analysis_of("one two"), fillers=(heard,)))
        assert reading.tallies["filled pauses counted in takes without any"] == Tally(found=1)

    def test_every_word_written_for_noise_is_an_error(self) -> None:
        reading = read_clip(Clip("n", "noise", "", 0), analysis_of("Thank you."))
        assert reading.tallies["words written for silence and noise"] == Tally(found=2)
        (figure_,) = measured("audio", speech_metrics(["noise"])[-1:], [reading], seed=1).figures
        assert figure_.reached is False

    def test_first_word_and_pauses_are_compared_in_seconds(self) -> None:
        known = KnownTiming("k", 1.5, (TimeSpan(3.0, 5.0), TimeSpan(8.0, 10.0)), 12.0)
        said = replace(
            analysis_of("a b c"),
            delivery=replace(NO_TIMES, first_word_s=1.6, pauses=(TimeSpan(3.1, 5.0), TimeSpan(11.0, 12.5))),
        )
        tallies = read_timing(known, said).tallies
        assert tallies["first word"].errors_s == pytest.approx((0.1,))
        assert sorted(tallies["pauses over 1 s"].errors_s) == pytest.approx([0.1, 1.5, 2.0])

    def test_a_take_in_which_no_speech_was_found_errs_by_its_whole_length(self) -> None:
        known = KnownTiming("k", 1.5, (), 12.0)
        assert read_timing(known, analysis_of("a")).tallies["first word"].errors_s == (12.0,)


def test_the_items_with_most_disagreements_come_first() -> None:
    text = "Um, um."
    labels = [place(text, "Um", type="filled_pause"), {"start": 4, "end": 6, "type": "filled_pause"}]
    one = read_text(
        labelled("fillers", text="Um.", fillers=[place("Um.", "Um", type="filled_pause")]), analysis_of("Um.")
    )
    two = read_text(labelled("fillers", text=text, fillers=labels), analysis_of(text))
    fine = read_text(labelled("fillers", text="Yes.", fillers=[]), analysis_of("Yes."))
    result = measured("fillers", TEXT_METRICS["fillers"], [fine, one, two], seed=1)
    assert [len(r.faults) for r in result.worst(5)] == [2, 1]
    assert result.worst(1) == [two]
