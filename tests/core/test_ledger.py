"""The project ledger: units, what is missing, the drill, and numbers that do not agree."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from coach.core.analysis.numbers import find_numbers
from coach.core.contradictions import Contradiction, Said, contradictions
from coach.core.ledger import LedgerFigure, Project, drill_of, measured
from coach.core.transcript import Transcript
from tests.fakes_store import NOW
from tests.stories_sample import DEDUP, SHIPPED


def said(text: str, *, day: int = 0, about: str = "item") -> Said:
    return Said(f"a{day}", about, NOW + timedelta(days=day), text, find_numbers(Transcript.typed(text)))


def against(text: str, *projects: Project) -> list[tuple[str, str]]:
    return [(c.said.number.text, c.other) for c in contradictions((said(text),), projects or (DEDUP,))]


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [(40, "%", (40, "percent")), (4, "TB", (4e12, "bytes")), (90, "ms", (0.09, "seconds")), (3, "EUR", (3, "other"))],
)
def test_units_of_the_ledger_are_read_like_speech(value: float, unit: str, read: tuple[float, str]) -> None:
    assert measured(value, unit) == read


@pytest.mark.parametrize(
    "text",
    [
        "The duplicate rate went down to 0.3 percent.",
        "The duplicate rate fell from 2.3 percent to 0.3 percent.",
        "We took 2 points off, the duplicate rate is 2 percent lower.",
        "We cut the duplicate rate by 87 percent.",
        "In 3 weeks the duplicate rate fell to 0.3 percent.",
        "Latency stayed at 240 seconds.",
        "Our click rate was 12 percent.",
    ],
)
def test_what_agrees_with_the_ledger_or_speaks_of_something_else_is_no_contradiction(text: str) -> None:
    assert against(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The duplicate rate went down to 0.9 percent.", ("0.9 percent", "0.3 %")),
        ("Latency stayed at 7 minutes all along.", ("7 minutes", "4 minutes")),
        ("I still want the false drops lower, they are at 1 percent.", ("1 percent", "0.2 %")),
    ],
)
def test_another_value_for_the_same_words_and_unit_is_a_contradiction(text: str, found: tuple[str, str]) -> None:
    assert against(text) == [found]


def test_money_by_the_month_agrees_with_money_by_the_year() -> None:
    project = Project(
        id="p",
        name="P",
        moved=LedgerFigure(what="warehouse cost", value=120_000, unit="dollars a year"),
    )
    assert against("The warehouse cost is down 10,000 dollars a month.", project) == []
    assert against("The warehouse cost is down 50,000 dollars a year.", project) != []


def across(*texts: str) -> list[Contradiction]:
    return list(contradictions([said(t, day=n) for n, t in enumerate(texts)], ()))


def test_forty_percent_on_tuesday_and_thirty_today_is_a_contradiction_with_both_quotes() -> None:
    (found,) = across("We saved 40 percent of the warehouse cost.", "I cut the cost of the warehouse by 30 percent.")
    assert found.earlier is not None
    assert (found.said.number.text, found.earlier.number.text) == ("30 percent", "40 percent")
    assert found.said.at - found.earlier.at == timedelta(days=1)
    assert found.earlier.sentence == "We saved 40 percent of the warehouse cost."


@pytest.mark.parametrize(
    "again",
    [
        "The warehouse cost went down by about 41 percent.",
        "The share of late rows at the gate was 30 percent.",
        "We saved 3 weeks of the warehouse cost review.",
    ],
)
def test_the_same_value_or_another_matter_is_no_contradiction(again: str) -> None:
    assert across("We saved 40 percent of the warehouse cost.", again) == []


def test_only_tellings_of_the_same_are_compared() -> None:
    one = said("We saved 40 percent of the warehouse cost.", about="a")
    other = said("We saved 30 percent of the warehouse cost.", day=1, about="b")
    assert contradictions((one, other), ()) == ()


def test_what_a_project_lacks_is_named() -> None:
    assert DEDUP.missing() == ("change: baseline?", "change: date?")
    assert Project(id="p", name="P").missing() == ("what moved?", "what stayed flat?", "would still change?")


@pytest.mark.parametrize("date", ["2026", "2026-03", "2026-03-31", ""])
def test_a_date_may_be_a_year_a_month_or_a_day(date: str) -> None:
    assert LedgerFigure(what="cost", value=1, unit="%", date=date).date == date


@pytest.mark.parametrize("date", ["March", "2026-13", "26-03-01"])
def test_anything_else_is_no_date(date: str) -> None:
    with pytest.raises(ValidationError):
        LedgerFigure(what="cost", value=1, unit="%", date=date)


def test_the_drill_asks_for_the_project_by_its_name() -> None:
    drill = drill_of(DEDUP, SHIPPED)
    assert drill.prompt.startswith("Impression deduplication: what moved, what stayed flat")
    assert (drill.rubric, drill.kind, drill.time) == (SHIPPED.rubric, SHIPPED.kind, SHIPPED.time)
    assert "duplicate rate 2.3 -> 0.3 %" in drill.model_answer
