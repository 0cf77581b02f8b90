"""Which figures of an answer measure something, and what they are worth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.analysis.numbers import find_numbers
from coach.core.transcript import Transcript

WORDS = [
    "a",
    "one",
    "two",
    "hundred",
    "million",
    "and",
    "half",
    "point",
    "to",
    "percent",
    "of",
    "in",
    "times",
    "5",
    "-",
]


def numbers_of(answer: str) -> list[tuple[float, str]]:
    return [(n.value, n.unit) for n in find_numbers(Transcript.typed(answer))]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("It took three and a half hours.", [(3.5, "hours")]),
        ("Half a percent was late.", [(0.5, "percent")]),
        ("A hundred thousand rows were dropped.", [(100_000, "count")]),
        ("It was one point five percent.", [(1.5, "percent")]),
        ("We lost point two percent.", [(0.2, "percent")]),
        ("two point three million dollars", [(2_300_000, "usd")]),
        ("$120K a year", [(120_000, "usd")]),
        ("It costs fifteen cents a query.", [(0.15, "usd")]),
        ("Budget was forty grand, we spent 31.", [(40_000, "usd"), (31_000, "usd")]),
        ("4 TB", [(4e12, "bytes")]),
        ("128 megs", [(128e6, "bytes")]),
        ("1 TB an hour", [(1e12, "bytes")]),
        ("200 ms", [(0.2, "seconds")]),
        ("an hour and a half", [(1.5, "hours")]),
        ("800,000 impressions a second", [(800_000, "per_second")]),
        ("300K events/sec", [(300_000, "per_second")]),
        ("2 billion events a day", [(2e9, "per_day")]),
        ("20 files an hour", [(20, "other")]),
        ("three engineer-days", [(3, "days")]),
        ("a 7-day window", [(7, "days")]),
        ("four data engineers", [(4, "people")]),
        ("9,000 extra auctions", [(9000, "count")]),
        ("10x", [(10, "x")]),
        ("Storage tripled.", [(3, "x")]),
        ("twice the cost", [(2, "x")]),
        ("It's ten times faster.", [(10, "x")]),
        ("a factor of ten", [(10, "x")]),
        ("We cut the bill in half.", [(50, "percent")]),
        ("Three quarters of the tables.", [(75, "percent")]),
        ("One in five requests failed.", [(20, "percent")]),
        ("three percentage points", [(3, "percent")]),
        ("Return went from 1.4 to 2.1.", [(1.4, "other"), (2.1, "other")]),
        ("It dropped to zero.", [(0, "count")]),
        ("six hundred and forty rows", [(640, "count")]),
    ],
)
def test_a_quantity_has_a_value_in_its_unit(answer: str, expected: list[tuple[float, str]]) -> None:
    assert numbers_of(answer) == [(pytest.approx(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("5 to 10 minutes", [(5, "minutes"), (10, "minutes")]),
        ("3-4 incidents", [(3, "count"), (4, "count")]),
        ("twenty to thirty thousand dollars", [(20_000, "usd"), (30_000, "usd")]),
        ("between 5 and 10 percent", [(5, "percent"), (10, "percent")]),
        ("from 8,000 files to 80,000", [(8000, "count"), (80_000, "count")]),
        ("from 40 minutes to two", [(40, "minutes"), (2, "minutes")]),
        ("12K writes per second, peak is 45K.", [(12_000, "per_second"), (45_000, "per_second")]),
        ("We kept a 30 minute tolerance. By Q2 it was five.", [(30, "minutes"), (5, "minutes")]),
        ("sixty percent in Germany and eighty in Brazil", [(60, "percent"), (80, "percent")]),
        ("five percent after two weeks, then it went to zero", [(5, "percent"), (2, "weeks"), (0, "percent")]),
    ],
)
def test_a_bare_figure_takes_its_unit_from_its_range_or_the_figure_before(
    answer: str, expected: list[tuple[float, str]]
) -> None:
    assert numbers_of(answer) == expected


@pytest.mark.parametrize(
    "answer",
    [
        "In 2019 we moved.",
        "Back in twenty nineteen it was one cluster.",
        "The 2023 roadmap had it.",
        "On the 14th and on 11 November.",
        "At 3 a.m., at 9:15 and at six.",
        "Kafka 2.8 to Kafka 3.4, Python 3.11, iOS 14, v3.2.",
        "S3, SHA-256, IPv4, UTF-8, ISO 8601, T0, H2, Q4, BA 117.",
        "p50, p95 and p99, and the 99th percentile.",
        "The third retry.",
        "One of the analysts noticed, and that one was on me.",
        "One, timezone. Two, refunds.",
        "Option 2, step 3, phase two, item 9, week one, day one.",
        "A 503, the 429 limit, HTTP 200.",
        "I'm a hundred percent sure.",
        "Zero trust, zero-touch, square one, on the one hand, second nature.",
        "A few hundred, several thousand, dozens, a couple of questions, some hundreds.",
        "A two-phase commit and a one-way door.",
        "I re-read it twice.",
        "double counting",
        "I have two reasons.",
        "A day or two later.",
        "We're on it 24/7.",
        "Give me a second.",
        "",
    ],
)
def test_a_figure_that_measures_nothing_is_no_evidence(answer: str) -> None:
    assert numbers_of(answer) == []


def test_the_span_holds_the_figure_with_its_unit_words() -> None:
    answer = "We carry about 800,000 impressions a second at peak."
    (number,) = find_numbers(Transcript.typed(answer))
    assert number.where.text == "800,000 impressions a second"


@given(
    st.text(max_size=200)
    | st.text("0123456789.,%$KMx -/:", max_size=60)
    | st.lists(st.sampled_from(WORDS)).map(" ".join)
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_numbers_inside_it(text: str) -> None:
    for number in find_numbers(Transcript.typed(text)):
        assert text[number.where.start : number.where.end] == number.where.text != ""
        assert abs(number.value) < float("inf")
