"""The checks on the shape of an answer: an answer in, a verdict and the words it rests on out."""

import pytest

from coach.adapters.lexicon_yaml import load_lexicon
from coach.core.analysis.analysis import analyse
from coach.core.analysis.findings import Analysis
from coach.core.checks import run_check
from coach.core.list_markers import list_markers
from coach.core.rubric import Check
from coach.core.scorecard import CheckResult
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord, Transcript
from tests.places import CHECKOUT

LEXICON = load_lexicon([CHECKOUT / "coach" / "data" / "tools.yaml"])
PADDING = "We keep the raw rows and we sum them up at the end of each day. " * 14


def measured(text: str) -> Analysis:
    return analyse(Transcript.typed(text), LEXICON)


def spoken(text: str, *, word_s: float) -> Analysis:
    words = [HeardWord(w, i * word_s, (i + 0.8) * word_s, 0.9) for i, w in enumerate(text.split())]
    length = len(words) * word_s
    transcript = Transcript.spoken(words, duration_s=length, speech=(TimeSpan(0.0, length),), engine="e", model="m")
    return analyse(transcript, LEXICON)


def check(name: str, answer: str | Analysis, **parameters: object) -> CheckResult:
    analysis = measured(answer) if isinstance(answer, str) else answer
    return run_check(Check.model_validate({"check": name, **parameters}), analysis)


@pytest.mark.parametrize(
    "text",
    [
        "Before I draw anything, who reads this and how fresh does it have to be?",
        "I'll assume freshness of five minutes for the advertisers.",
        "Assuming one truth per metric, I would start with the raw events.",
        "Let me take it that user-level rows never leave the platform.",
        "My first assumption is that batch settles the invoice.",
        "I'm assuming events arrive up to seven days late.",
    ],
)
def test_a_question_or_a_stated_assumption_clarifies(text: str) -> None:
    assert check("clarify_first_60s", text).passed


@pytest.mark.parametrize(
    "text",
    [
        "I would put the raw events into one table and build the aggregates on top.",
        "Back then we assumed that clocks were right, and they were not.",
        "I would never assume that the client clock is right.",
        "The team has to stop assuming that retries are free.",
        "People assume the stream is the truth. It is not.",
        "Does that make sense?",
    ],
)
def test_what_only_sounds_like_clarifying_does_not_count(text: str) -> None:
    assert not check("clarify_first_60s", text).passed


def test_clarifying_after_a_minute_of_typed_words_is_too_late() -> None:
    late = check("clarify_first_60s", PADDING + "Who reads this, and how fresh must it be?")

    assert not late.passed
    assert "later" in late.detail
    assert late.evidence


def test_the_minute_is_counted_in_the_times_of_the_words() -> None:
    text = "I draw it first. " * 12 + "Who reads this report, and how fresh must it be?"

    assert check("clarify_first_60s", spoken(text, word_s=0.4)).passed
    assert not check("clarify_first_60s", spoken(text, word_s=1.5)).passed


def test_a_rubric_may_want_three_of_them() -> None:
    two = "How fresh must it be? I'll assume one truth per metric."
    three = two + " And who sets the attribution rules?"

    assert check("clarify_first_60s", two, at_least=3).detail == "2 of 3 questions or assumptions in the first minute"
    assert check("clarify_first_60s", three, at_least=3).passed


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("First, dedupe. Second, join. Third, aggregate.", 3),
        ("Stage one is the request. Stage two is the auction. Stage three is the ranking.", 3),
        ("Number one, the clock. Number two, the skew. Number three, the late rows.", 3),
        ("One, the grain. Two, the join. Three, the tie-break.", 3),
        ("The first pitfall is skew. The second pitfall is late data. The third is the clock.", 3),
        ("First we dedupe on the event id, then we join as of event time, then we aggregate, finally we publish.", 4),
        ("To start with, I read the raw rows. Next, I keep one row per user. Finally, I write the partition.", 3),
        ("There are three pitfalls. The first is skew, the second is lateness.", 3),
        ("1. Dedupe the events. 2. Join the dimension. 3. Write the partition.", 3),
        (
            "First, ads. Second, users. Third, auctions. Fourth, clicks. Fifth, sales. Sixth, reports. Seventh, bills.",
            7,
        ),
        ("Layer one holds raw rows, layer two cleans them, layer three sums them up for the readers.", 3),
        ("Three suspects: first the timezone, second how refunds are handled, third a rule.", 3),
        ("There are three pitfalls. Clients retry. Clocks lie. Filters change.", 1),
        (
            "First, the facts. Second, the marts. Third, the rest: type 4 rows, table five, five, and zero, one a day.",
            3,
        ),
        ("Stage zero is the request. Stage one is the auction. Stage two is the ranking.", 3),
        ("I had one meeting and two coffees and three calls.", 0),
        ("580 thousand events a second, so the first hour is 2 billion. In the third quarter it doubled.", 0),
        ("If the batch fails, then we page. When it is late, then we wait. If it is wrong, then we stop.", 0),
        ("We saw the second click first. The first click was lost. First-party data is rare.", 0),
        ("First, I would ask who reads it.", 0),
        ("Go back to stage two if the check fails. Last week it failed.", 0),
    ],
)
def test_list_markers_count_what_is_signposted(text: str, count: int) -> None:
    found = list_markers(text)

    assert len(found) == count, [text[s.start : s.end] for s in found]


def test_enumerated_needs_three_markers_or_as_many_as_the_rubric_says() -> None:
    three = "First, dedupe. Second, join. Third, aggregate."

    assert [e.text for e in check("enumerated", three).evidence] == ["First", "Second", "Third"]
    assert check("enumerated", three).passed
    assert not check("enumerated", three, at_least=4).passed
    assert not check("enumerated", "First, dedupe. Second, join.").passed


@pytest.mark.parametrize(
    "text",
    [
        "One row per conversion id. ",
        "The result has a row for every creative and day. ",
        "The grain is advertiser by day. ",
        "My output is keyed one to one by conversion. ",
        "I aggregate at user day grain before anything else. ",
        "The fact is exactly one record per impression. ",
    ],
)
def test_the_grain_comes_in_the_opening_third(text: str) -> None:
    assert check("grain_first", text + PADDING).passed
    late = check("grain_first", PADDING + text)
    assert not late.passed
    assert late.detail.startswith("the grain comes only after")


@pytest.mark.parametrize(
    "text",
    [
        "I would first ask what the grain is. ",
        "The grain is important in every query. ",
        "That goes against the grain. ",
        "It is not one row per user. ",
        "The topic is keyed by user. ",
    ],
)
def test_naming_the_word_grain_is_not_saying_it(text: str) -> None:
    assert not check("grain_first", text + PADDING).passed


@pytest.mark.parametrize(
    "text",
    [
        "50 billion a day is about 580 thousand events a second. Those land in Kafka.",
        "Say 580 thousand a second. At 1.5 kilobytes each that is 75 terabytes a day. Then a queue takes them.",
        "Before I draw any pipeline: 50 billion events a day, 75 terabytes a day. Bronze holds the raw rows.",
        "You want one platform with a warehouse. 50 billion a day is 580 thousand a second. The raw table is first.",
        "Do you already run Kafka? Fine. 50 billion a day is 580 thousand a second.",
    ],
)
def test_sizing_before_the_first_component_passes(text: str) -> None:
    assert check("sizing_first", text).passed


@pytest.mark.parametrize(
    "text",
    [
        "Events go to Kafka. 50 billion a day is 580 thousand a second.",
        "I would build a pipeline into a warehouse. That is 50 billion a day, 75 terabytes a day.",
        "A bronze layer keeps everything. It takes 580 thousand a second, 75 terabytes a day.",
        "The volume is huge, so I would shard it and cache it.",
        "It has to answer in 200 milliseconds for 7 days of 3 reports.",
    ],
)
def test_drawing_first_or_never_sizing_fails(text: str) -> None:
    assert not check("sizing_first", text).passed


def test_a_component_before_the_sizing_is_quoted() -> None:
    result = check("sizing_first", "Events go to Kafka. 50 billion a day is 580 thousand a second.")

    assert result.detail == "'Kafka' comes before the sizing"
    assert result.evidence[0].text == "Kafka"


@pytest.mark.parametrize(
    "text",
    [
        "I would keep the batch layer because money needs one number that can be recomputed.",
        "When they disagree, batch wins.",
        "No, and here is why. Two code paths drift apart.",
        "My default is the nightly ledger, since it is the one that finance signs.",
        "I go with a left join so that unmatched conversions survive.",
        "I'd take ROW_NUMBER. The reason is that MAX cannot bring the campaign back.",
        "I would not drop the batch layer because replaying ninety days is slow.",
    ],
)
def test_a_choice_with_a_reason_is_a_stance(text: str) -> None:
    assert check("takes_stance", text).passed


@pytest.mark.parametrize(
    "text",
    [
        "I would ask who reads it because the freshness matters.",
        "It depends because every team is different.",
        "Some would use batch because it is cheap.",
        "I could go either way because both have merits.",
        "I would use a left join.",
        "The last click wins.",
        "Would you keep batch because of finance?",
        "We have run it since January.",
        "What I'd raise next is the holdout, because nobody owns it.",
        "There is one owner, no exceptions, because finance asked.",
        "I'd flip if deletions came daily, because each one rewrites the table.",
        "There are many options, and each has its cost.",
    ],
)
def test_asking_hedging_and_bare_choices_are_no_stance(text: str) -> None:
    assert not check("takes_stance", text).passed


@pytest.mark.parametrize(
    "text",
    [
        "How do you reconcile the two numbers today?",
        "What I'd want to dig into next is who owns the definition.",
        "The interesting question is whether the filter may change the past.",
        "I'd like to hear how you settle a dispute with an advertiser.",
        "The open problem is the identity graph, and that is worth an hour.",
    ],
)
def test_the_closing_offers_a_question_or_the_next_problem(text: str) -> None:
    assert check("question_back", PADDING + text, closing=True).passed
    assert not check("question_back", text + " " + PADDING, closing=True).passed


@pytest.mark.parametrize(
    "text",
    ["So that is the design.", "Does that make sense?", "I am happy to answer any questions.", "And that is it."],
)
def test_a_courtesy_does_not_close_with_a_problem(text: str) -> None:
    result = check("question_back", PADDING + text, closing=True)

    assert not result.passed
    assert "next" in result.repair


def test_without_closing_a_question_anywhere_is_enough() -> None:
    assert check("question_back", "Before I start, can you tell me who reads this? " + PADDING).passed
