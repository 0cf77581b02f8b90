"""`coach history`, `coach trends` and the bench of a long history."""

import json
from pathlib import Path

import pytest

from coach.cli import bench_history
from coach.compose import Coach, Options
from tests.test_cli import Run, one_sentence, run

__all__ = ["run"]

FIRST = "Who runs this query, and how often? If it is an analyst once a month I leave it alone."
SECOND = "The dead letter queue keeps what the parser refused, and the owner replays it on Monday."


@pytest.fixture
def answered(run: Run, tmp_path: Path) -> Run:
    """Two answers typed to one item, one to another."""
    coach = Coach(Options(home=tmp_path / "home"))
    for item, text in (("drill-4tb-query", FIRST), ("drill-vendor-pitch", SECOND), ("drill-4tb-query", SECOND)):
        coach.practice.answer_typed(item, text)
    coach.close()
    return run


def test_attempts_are_listed_newest_first(answered: Run) -> None:
    lines = answered("history").out.splitlines()
    assert [line.split()[-1] for line in lines] == ["drill-4tb-query", "drill-vendor-pitch", "drill-4tb-query"]
    assert len(answered("history", "--limit", "1").out.splitlines()) == 1


def test_filters_narrow_the_list(answered: Run) -> None:
    assert len(answered("history", "--item", "drill-4tb-query").out.splitlines()) == 2
    assert len(answered("history", "--kind", "drill", "--no-audio").out.splitlines()) == 3
    assert answered("history", "--kind", "scar").out == "No attempt fits.\n"
    assert answered("history", "--audio").out == "No attempt fits.\n"
    assert answered("history", "--since", "2200-01-01").out == "No attempt fits.\n"
    levels = [answered("history", "--level", level, "--json").json for level in ("junior", "mid", "senior")]
    assert sum(len(found) for found in levels if isinstance(found, list)) == 3


def test_a_search_shows_the_words_in_brackets(answered: Run) -> None:
    out = answered("history", "--search", '"dead letter"', "--item", "drill-vendor-pitch").out
    assert "[dead letter] queue" in out
    assert len(out.splitlines()) == 2
    assert answered("history", "--search", "zebra").out == "No answer has these words.\n"


def test_a_search_as_json_tells_where_the_words_stand(answered: Run) -> None:
    hits = answered("history", "--search", "analyst", "--json").json
    assert isinstance(hits, list)
    (hit,) = hits
    (mark,) = hit["marks"]
    assert hit["snippet"][mark["start"] : mark["end"]] == "analyst"
    assert (hit["item"], hit["kind"], hit["at_s"]) == ("drill-4tb-query", "drill", None)


@pytest.mark.parametrize("typed", ["NEAR(", "dead AND", "text:dead", "de*d", "dead'", "dead \x00 letter"])
def test_a_search_is_never_a_language(answered: Run, typed: str) -> None:
    said = answered("history", "--search", typed)
    assert (said.status, said.err) == (0, "")


def test_trends_tell_medians_missed_ideas_and_the_streak(answered: Run) -> None:
    out = answered("trends").out
    assert "Streak 1 day, 3 answers on 1 day" in out
    assert "Fillers a minute   not measured yet" in out
    assert "Missed most often" in out
    found = answered("trends", "--item", "drill-4tb-query", "--json").json
    assert isinstance(found, dict)
    assert (found["answers"], len(found["medians"]["score"]), found["practised"]["answers"]) == (2, 2, 3)
    assert {m["item"] for m in found["missed"]} == {"drill-4tb-query"}


def test_before_the_first_answer_there_is_a_word_of_it(run: Run) -> None:
    assert "Nothing was practised yet" in run("history").out
    assert "No answer was scored yet." in run("trends").out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("history", "--kind", "poem"), "no kind 'poem'"),
        (("history", "--level", "guru"), "no level 'guru'"),
        (("history", "--since", "tuesday"), "no day"),
        (("history", "--item", "drill-nothing"), "no item"),
        (("history", "--search", '"'), "no word"),
        (("trends", "--item", "drill-nothing"), "no item"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_sentence(run: Run, arguments: tuple[str, ...], complaint: str) -> None:
    assert complaint in one_sentence(run(*arguments))


def test_the_bench_of_a_long_history_times_every_question(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_history, "ATTEMPTS", 120)
    timed = json.loads(run("bench", "--set", "history", "--runs", "1", "--json").out)
    names = [each["name"] for each in timed]
    for what in ("open", "filter", "search a phrase", "the screen opens", "the screen filters", "the screen searches"):
        assert f"120 attempts: {what}" in names
    assert {each["bound_s"] for each in timed} == {0.1, None}
