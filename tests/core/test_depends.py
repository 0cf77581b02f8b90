"""What counts as "it depends", and when the debt it opens is paid."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.analysis.depends import find_hedges
from coach.core.analysis.findings import HedgeStatus
from coach.core.transcript import Transcript

U, A, R = HedgeStatus.UNRESOLVED, HedgeStatus.AXES, HedgeStatus.RESOLVED


def hedges_of(answer: str) -> list[tuple[str, HedgeStatus]]:
    return [(h.where.text, h.status) for h in find_hedges(Transcript.typed(answer))]


@pytest.mark.parametrize(
    ("answer", "phrase"),
    [
        ("It depends.", "It depends"),
        ("Well, it depends on a lot of factors.", "it depends on"),
        ("It depends on the use case, the scale and the requirements.", "It depends on"),
        ("It depends on what makes sense for the business.", "It depends on"),
        ("It depends on trade-offs.", "It depends on"),
        ("There's no one answer to that.", "There's no one answer"),
        ("Hard to say.", "Hard to say"),
        ("I'd need more context.", "I'd need more context"),
        ("It could go either way.", "It could go either way"),
        ("It's relative.", "It's relative"),
        ("Sometimes yes, sometimes no.", "Sometimes yes, sometimes no"),
        ("It depends. Sometimes streaming is better, sometimes batch is better.", "It depends"),
        ("It depends, but I'd lean batch.", "It depends"),
        ("It depends on the situation. If it makes sense we'd stream.", "It depends on"),
    ],
)
def test_a_hedge_without_a_concrete_axis_stays_open(answer: str, phrase: str) -> None:
    assert hedges_of(answer) == [(phrase, U)]


@pytest.mark.parametrize(
    ("answer", "phrase"),
    [
        ("It depends on how many columns the readers touch.", "It depends on"),
        ("It really comes down to read frequency.", "It really comes down to"),
        ("That's a function of file count and rewrite rate.", "That's a function of"),
        ("Hard to say without knowing the event volume.", "Hard to say without"),
        ("It depends, mostly on the skew.", "It depends"),
        ("It depends. Who reads it?", "It depends"),
        ("I wouldn't give a blanket answer. I'd look at billing exposure.", "I wouldn't give a blanket answer"),
        ("It depends on who owns the topic. I've had this fight twice.", "It depends on"),
        ("Depending on the query pattern, I might or might not cluster it.", "Depending on"),
    ],
)
def test_a_named_axis_alone_is_half_the_payment(answer: str, phrase: str) -> None:
    assert hedges_of(answer) == [(phrase, A)]


@pytest.mark.parametrize(
    "answer",
    [
        "It depends on the reader. If it's finance, I go batch; otherwise I stream.",
        "It depends. For the revenue number I'd slip to eight.",
        "It depends on the volume. Below a terabyte Postgres is enough.",
        "It depends on the SLA; under a minute I'd stream, over an hour I'd batch.",
        "Depends. Ad hoc, let it scan. Scheduled, build the rollup.",
        "Depends who's asking. Finance gets the closed month, the advertiser gets the estimate.",
        "With one reader I'd skip the layer. With five I'd insist on it. So it depends on the reader count.",
        "I'd lean towards the vendor. It depends on the divergence we see, though.",
        "It depends on whether anybody needs replay. Nobody did, so I'd take the queue.",
        "It depends on the load, but by default I'd partition by day.",
        "it depends on the reader if its finance i batch otherwise i stream",
    ],
)
def test_an_axis_with_a_branch_or_a_lean_pays_it_off(answer: str) -> None:
    assert [status for _, status in hedges_of(answer)] == [R]


@pytest.mark.parametrize(
    "answer",
    [
        "The silver job depends on the bronze job.",
        "Our forecast depended on a feed that nobody owned.",
        "We depend on the identity team.",
        "You can depend on that feed.",
        "Which partition a row lands in depends on the hash.",
        "It doesn't depend on volume.",
        "My manager always said it depends.",
        'Never say "it depends" and stop.',
        "I don't like answering it depends, so here's my pick.",
        "People say it depends here, but it doesn't.",
        "Latency varies by region.",
        "The argument came down to two names.",
        "It's a function that hashes the address.",
        "There was no single answer in the logs.",
        "It was hard to say goodbye to that pipeline.",
        "It's hard to tell the two apart.",
        "We ended up with two tables, depending on the clock you wanted.",
        "",
    ],
)
def test_a_fact_a_quotation_or_a_denial_is_no_hedge(answer: str) -> None:
    assert hedges_of(answer) == []


def test_the_axes_are_quoted_as_said() -> None:
    answer = "It depends on how late the rows arrive and on the size of the team."
    (hedge,) = find_hedges(Transcript.typed(answer))
    assert hedge.axes == ("how late the rows arrive", "the size of the team")


def test_vague_axes_beside_a_concrete_one_are_left_out() -> None:
    (hedge,) = find_hedges(Transcript.typed("It depends on the size of the team and the general requirements."))
    assert hedge.axes == ("the size of the team",)


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["it depends", "on", "if", "I'd go", "the scale", ".", ",", "otherwise"])).map(" ".join)
)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_hedges_inside_it(text: str) -> None:
    for hedge in find_hedges(Transcript.typed(text)):
        assert text[hedge.where.start : hedge.where.end] == hedge.where.text != ""


@pytest.mark.parametrize(
    ("answer", "phrase", "status"),
    [
        ("It's contingent on the number of writers.", "It's contingent on", A),
        ("It is depending from the number of readers.", "It is depending from", A),
        ("That rides on how many people query it.", "That rides on", A),
        ("It heavily depends on the row count.", "It heavily depends on", A),
        ("Well, that would depend.", "that would depend", U),
        ("Whether to normalise depends on the write rate.", "depends on", A),
        ("Batch or streaming depends on how fresh it has to be.", "depends on", A),
        ("I couldn't tell you without knowing the row count.", "I couldn't tell you without knowing", A),
        ("Swings and roundabouts, really.", "Swings and roundabouts", U),
        ("There's no right or wrong here.", "no right or wrong", U),
        ("It depends on the nature of the problem and the culture.", "It depends on", U),
    ],
)
def test_a_hedge_is_known_by_its_construction(answer: str, phrase: str, status: HedgeStatus) -> None:
    assert hedges_of(answer) == [(phrase, status)]


@pytest.mark.parametrize(
    "answer",
    [
        "It depends on the volume. With a few rows an hour, one table. If it had been millions, two.",
        "It depends how often it is read. Read every minute? Precompute it.",
        "It depends on the freshness: seconds, Kafka; hours, Airflow.",
        "It depends on the team size. Two engineers means managed services.",
        "It depends on the readers. Until three readers I do a view.",
        "it would depend on the consumer i guess for a dashboard hourly is ok for a fraud model it has to be seconds",
    ],
)
def test_a_branch_needs_neither_a_verb_nor_a_conjunction(answer: str) -> None:
    assert [status for _, status in hedges_of(answer)] == [R]


@pytest.mark.parametrize(
    "answer",
    [
        "Every model that depends on the orders table gets rebuilt.",
        "The dashboard broke because it depends on a view somebody dropped.",
        "Does it depend on the time zone?",
        "The bill comes to that, it comes down to 40 dollars a day.",
        "My manager used to shrug and go, depends.",
        "The clerk's reply was always, oh, it depends, so I stopped asking.",
        "I won't hide behind it depends.",
        "It was hard to tell which row was right.",
    ],
)
def test_a_dependency_a_sum_or_a_report_is_no_hedge(answer: str) -> None:
    assert hedges_of(answer) == []
