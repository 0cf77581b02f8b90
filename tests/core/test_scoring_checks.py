"""The generic checks: what passes, what fails, and what the candidate is told."""

import pytest

from coach.core.analysis.findings import (
    Analysis,
    Delivery,
    Hedge,
    HedgeStatus,
    Number,
    Question,
    StarPart,
    StarSegment,
    Tool,
    Verbatim,
)
from coach.core.checks import NOT_MEASURED, default_repair, run_check
from coach.core.enumeration import signposts
from coach.core.rubric import Check, CheckName
from coach.core.scorecard import CheckResult
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript

TYPED = Delivery(40, None, None, None, None, (), None, None, 0.0)


def quoted(text: str, part: str) -> Evidence:
    start = text.index(part)
    return Transcript.typed(text).evidence(Span(start, start + len(part)))


def check(name: str, measured: Analysis, **parameters: float) -> CheckResult:
    return run_check(Check.model_validate({"check": name, **parameters}), measured)


def answer(text: str = "Some words.", **found: object) -> Analysis:
    return Analysis(Transcript.typed(text), TYPED, **found)  # type: ignore[arg-type]


def numbers(text: str, *values: tuple[str, float, str]) -> Analysis:
    return answer(text, numbers=tuple(Number(quoted(text, part), value, unit) for part, value, unit in values))


def test_numbers_counts_different_quantities() -> None:
    twice = numbers("It takes 5 seconds, yes 5 s.", ("5 seconds", 5, "seconds"), ("5 s", 5, "seconds"))
    two = numbers("It takes 5 seconds, 40 percent less.", ("5 seconds", 5, "seconds"), ("40 percent", 40, "percent"))

    assert not check("numbers", twice, at_least=2).passed
    assert check("numbers", twice, at_least=2).detail == "1 of 2 numbers"
    assert check("numbers", two, at_least=2).passed
    assert [e.text for e in check("numbers", two, at_least=2).evidence] == ["5 seconds", "40 percent"]


def test_three_numbers_needs_three() -> None:
    two = numbers("5 seconds and 40 percent", ("5 seconds", 5, "seconds"), ("40 percent", 40, "percent"))

    assert not check("three_numbers", two).passed
    assert check("three_numbers", two).detail == "2 of 3 numbers"


@pytest.mark.parametrize(
    ("statuses", "passed"),
    [
        ([], True),
        ([HedgeStatus.RESOLVED], True),
        ([HedgeStatus.AXES], True),
        ([HedgeStatus.UNRESOLVED], False),
        ([HedgeStatus.RESOLVED, HedgeStatus.UNRESOLVED], False),
    ],
)
def test_it_depends_must_say_on_what(statuses: list[HedgeStatus], passed: bool) -> None:
    text = "It depends."
    measured = answer(text, it_depends=tuple(Hedge(quoted(text, "It depends"), s) for s in statuses))

    result = check("it_depends", measured)

    assert result.passed is passed
    assert bool(result.repair) is not passed


def test_a_hedge_with_axes_passes_with_a_note() -> None:
    text = "It depends on the read rate."
    measured = answer(text, it_depends=(Hedge(quoted(text, "It depends"), HedgeStatus.AXES, ("read rate",)),))

    assert "no side is taken" in check("it_depends", measured).detail


def test_a_tool_needs_a_reason_somewhere() -> None:
    text = "Kafka here, Flink there, Kafka because it replays."
    bare = Tool(quoted(text, "Kafka"), justified=False)
    later = Tool(Evidence(25, 30, "Kafka"), justified=True)
    flink = Tool(quoted(text, "Flink"), justified=False)

    assert check("tool_without_tradeoff", answer(text)).detail == "no tool named"
    assert check("tool_without_tradeoff", answer(text, tools=(bare, later))).passed
    failed = check("tool_without_tradeoff", answer(text, tools=(bare, flink, later)))
    assert not failed.passed
    assert failed.detail == "Flink named without a reason"


def test_a_tool_list_fails() -> None:
    text = "Kafka, Flink, dbt."
    tools = tuple(Tool(quoted(text, t), justified=False) for t in ("Kafka", "Flink", "dbt"))

    result = check("tool_without_tradeoff", answer(text, tools=tools, tool_list=True))

    assert not result.passed
    assert result.detail == "Kafka, Flink and dbt named without a reason"


def test_question_back_needs_a_question_to_the_interviewer() -> None:
    text = "Who reads it?"
    asked = answer(text, questions=(Question(quoted(text, text), asks_consumer=True),))

    assert check("question_back", asked).passed
    assert not check("question_back", answer()).passed


def spoken(first_s: float | None, duration_s: float = 20.0, last_s: float = 15.0) -> Analysis:
    heard = [HeardWord("Yes.", first_s, first_s + 0.4, 0.9)] if first_s is not None else []
    speech = (TimeSpan(first_s, last_s),) if first_s is not None else ()
    transcript = Transcript.spoken(heard, duration_s=duration_s, speech=speech, engine="e", model="m")
    return Analysis(transcript, Delivery(1, duration_s, 100.0, 100.0, first_s, (), 0.0, 0.0, 0.0))


def test_the_first_word_has_a_latest_moment() -> None:
    assert check("first_word", spoken(2.1), at_most_s=10).detail == "first word after 2.1 s"
    assert check("first_word", spoken(2.1), at_most_s=10).passed
    assert not check("first_word", spoken(12.0), at_most_s=10).passed
    assert not check("first_word", spoken(None), at_most_s=10).passed


def test_silence_is_held_after_the_last_word() -> None:
    assert check("hold_silence", spoken(1.0, 20.0, 15.0), at_least_s=4).passed
    assert not check("hold_silence", spoken(1.0, 16.0, 15.0), at_least_s=4).passed
    assert not check("hold_silence", spoken(None), at_least_s=4).passed


@pytest.mark.parametrize(("name", "parameter"), [("first_word", "at_most_s"), ("hold_silence", "at_least_s")])
def test_time_costs_nothing_in_a_typed_answer(name: str, parameter: str) -> None:
    result = check(name, answer(), **{parameter: 4})

    assert result.passed
    assert result.detail == NOT_MEASURED


@pytest.mark.parametrize("name", ["hypotheticals", "bad_mouthing"])
def test_conduct_fails_on_any_finding_and_quotes_it(name: str) -> None:
    text = "I would call them lazy."
    found = check(name, answer(text, **{name: (quoted(text, "I would"),)}))

    assert check(name, answer(text)).passed
    assert not found.passed
    assert found.evidence[0].text == "I would"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One, the SDK retries. Two, the consumer writes to a database. Three, somebody calls an API.", 3),
        ("First, the SDK retries. Second, the consumer has side effects. Finally, there are the calls.", 3),
        ("The first reason is cost, and the second is that nobody reads it.", 2),
        ("Number one, the price. Number two, the delay.", 2),
        ("I had one meeting and two coffees.", 0),
        ("First, I would ask who reads it.", 0),
        ("It is one of the two tables.", 0),
    ],
)
def test_a_signposted_list_counts_up(text: str, count: int) -> None:
    assert len(signposts(text)) == count


def test_enumerated_reasons_takes_its_number_from_the_rubric() -> None:
    text = "One, the SDK retries. Two, the consumer writes to a database."

    assert check("enumerated_reasons", answer(text)).passed
    failed = check("enumerated_reasons", answer(text), at_least=3)
    assert not failed.passed
    assert failed.detail == "2 of 3 signposted points"
    assert [e.text for e in failed.evidence] == ["One", "Two"]


def test_a_story_needs_situation_action_result_and_insight() -> None:
    text = "Last year. I fixed it. It got faster. I learned to ask."
    parts = dict(zip(("Last year.", "I fixed it.", "It got faster.", "I learned to ask."), "SARI", strict=True))
    segments = tuple(StarSegment(quoted(text, t), StarPart(p)) for t, p in parts.items())

    assert check("star_segments", answer(text, star=segments)).passed
    assert check("star_segments", answer(text, star=segments[:2])).detail == "no result or insight"


@pytest.mark.parametrize(
    ("label", "passed"), [("verbatim", True), ("close", True), ("paraphrase", False), ("missed", False)]
)
def test_a_line_must_be_said_word_for_word_or_nearly(label: str, passed: bool) -> None:
    result = check("verbatim", answer(verbatim=Verbatim(label, 0.5, ("ledger",))))

    assert result.passed is passed
    assert "'ledger'" in result.detail


def test_every_check_has_words_for_what_to_do_instead() -> None:
    assert all(default_repair(name) for name in CheckName)


def test_the_repair_of_the_rubric_goes_before_the_default() -> None:
    own = Check(check=CheckName.QUESTION_BACK, repair="Ask me who pays.")

    assert run_check(own, answer()).repair == "Ask me who pays."
