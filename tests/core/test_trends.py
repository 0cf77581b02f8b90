"""Figures over time: medians, what is missed, streak and minutes."""

from datetime import UTC, date, datetime, timedelta

from coach.core.transcript import Transcript
from coach.core.trends import (
    Day,
    Measure,
    MissedIdea,
    Point,
    Trends,
    figures_of,
    most_missed,
    moving_median,
    practised_on,
    streak,
)
from tests.scorecards import scorecard

TODAY = date(2026, 11, 22)


def day(before: int) -> date:
    return TODAY - timedelta(days=before)


def point(number: int, score: float, wpm: float | None = 140.0) -> Point:
    return Point(f"a{number}", "drill", datetime(2026, 11, 1, tzinfo=UTC), score, 2.0, wpm, 1.5, 0)


def test_the_moving_median_looks_at_seven_answers() -> None:
    values = [10.0, 90, 20, 30, 40, 50, 60, 70, 80]
    assert moving_median(values) == (10, 50, 20, 25, 30, 35, 40, 50, 50)


def test_the_moving_median_of_nothing_is_nothing() -> None:
    assert moving_median([]) == ()
    assert moving_median([3.0], over=4) == (3.0,)
    assert moving_median([1.0, 2, 3, 4, 9], over=4) == (1, 1.5, 2, 2.5, 3.5)


def test_a_series_leaves_out_answers_without_the_measure() -> None:
    trends = Trends((point(1, 40), point(2, 50, wpm=None), point(3, 60, wpm=150)))
    pace = trends.series(Measure.PACE)
    assert (pace.numbers, pace.values) == ((1, 3), (140, 150))
    assert trends.series(Measure.SCORE).values == (40, 50, 60)


def test_a_long_series_is_thinned_to_medians_of_neighbours() -> None:
    series = Trends(tuple(point(n, n % 100) for n in range(1000))).series(Measure.SCORE)
    thin = series.thinned(100)
    assert len(thin.values) == len(thin.numbers) == len(thin.medians) == 100
    assert thin.values[0] == 4.5
    assert series.thinned(1000) is series


def test_a_streak_is_days_in_a_row_up_to_today() -> None:
    assert streak([day(0), day(1), day(2), day(4)], TODAY) == 3


def test_a_streak_holds_until_today_is_over() -> None:
    assert streak([day(1), day(2)], TODAY) == 2
    assert streak([day(2), day(3)], TODAY) == 0
    assert streak([], TODAY) == 0


def test_minutes_are_added_up_by_day_and_week() -> None:
    done = practised_on({day(0): Day(2, 60), day(6): Day(1, 30), day(7): Day(1, 10)}, TODAY)
    assert (done.today_s, done.week_s, done.all_s) == (60, 90, 100)
    assert (done.answers, done.days, done.streak_days) == (4, 3, 1)


def test_ideas_missed_most_often_come_first_and_required_ones_before_others() -> None:
    ideas = [MissedIdea("i", "a", False, 3, 4), MissedIdea("i", "b", True, 3, 4), MissedIdea("i", "c", False, 5, 9)]
    assert [each.element for each in most_missed(ideas, 2)] == ["c", "b"]


def test_the_figures_of_a_typed_answer_have_no_times() -> None:
    figures = figures_of(scorecard(Transcript.typed("Who runs it?")))
    assert (figures.words, figures.wpm, figures.fillers_per_min, figures.open_hedges) == (3, None, None, 0)
    assert figures.missed == ()
