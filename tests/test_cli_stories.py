"""`coach stories` and `coach ledger` as a user types them."""

import json
from pathlib import Path

import pytest

from coach.adapters.ledger_yaml import ledger_file
from coach.adapters.stories_yaml import stories_file
from coach.core.records import Book
from tests.fakes_store import NOW
from tests.stories_sample import DEDUP, MATRIX, SCHEMA
from tests.test_cli import Run, one_sentence, run

__all__ = ["run"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with stories and a ledger in it."""
    home = tmp_path / "home"
    stories_file(home / "stories.yaml", lambda: NOW).save(Book(), MATRIX)
    ledger_file(home / "ledger.yaml", lambda: NOW).save(Book(), (DEDUP,))
    return home


def test_without_stories_every_axis_is_a_hole_and_no_file_is_made(run: Run, tmp_path: Path) -> None:
    assert run("stories").out.count("no story yet") == 6
    assert not (tmp_path / "home" / "stories.yaml").exists()


def test_the_stories_as_json(run: Run, home: Path) -> None:
    shown = run("stories", "--json").json
    assert isinstance(shown, dict)
    assert [s["id"] for s in shown["stories"]] == [s.id for s in MATRIX]
    assert shown["stories"][0]["told"] == 0
    assert {g["kind"] for g in shown["gaps"] if g["story"] == "stale-spend"} == {
        "number",
        "judgment",
        "insight",
        "people",
    }


def test_a_rehearsed_story_is_not_told_until_it_is_said_which(run: Run, home: Path) -> None:
    said = run("practice", "behavioral-story-cross-team-conflict", "--text", "-", stdin="We agreed on a rule.")
    assert said.status == 0, said.err
    assert "never told" in run("stories").out


@pytest.mark.parametrize(("style", "begins"), [("md", b"# Story"), ("html", b"<!doctype html>"), ("pdf", b"%PDF")])
def test_the_matrix_is_printed(run: Run, home: Path, tmp_path: Path, style: str, begins: bytes) -> None:
    target = tmp_path / f"page.{style}"
    printed = run("stories", "print", "--format", style, "--to", str(target))
    assert printed.status == 0, printed.err
    assert target.read_bytes().startswith(begins)


def test_markdown_is_shown_without_a_file(run: Run, home: Path) -> None:
    assert SCHEMA.title in run("stories", "print").out


@pytest.mark.parametrize(
    "arguments",
    [("--format", "docx"), ("--format", "pdf"), ("--to", "/nowhere/at/all/page.md"), ("--to", "/")],
)
def test_what_cannot_be_printed_is_one_sentence(run: Run, home: Path, arguments: tuple[str, ...]) -> None:
    one_sentence(run("stories", "print", *arguments))


def test_an_error_in_the_file_is_one_sentence_with_its_line(run: Run, home: Path) -> None:
    text = "stories:\n  - id: a\n    title: A\n    axis: nope\n"
    (home / "stories.yaml").write_text(text)
    assert "stories.yaml:4: axis" in one_sentence(run("stories"))
    assert (home / "stories.yaml").read_text() == text


def test_a_contradiction_stands_with_both_figures(run: Run, home: Path) -> None:
    answer = "I shipped the deduplication. The duplicate rate went down to 0.9 percent."
    assert run("practice", "behavioral-project-shipped", "--text", "-", stdin=answer).status == 0
    shown = run("ledger", "--json").json
    assert isinstance(shown, dict)
    (found,) = shown["contradictions"]
    assert found["said"]["text"] == "0.9 percent"
    assert found["ledger"]["value"] == 0.3
    assert answer[found["said"]["start"] : found["said"]["end"]] == "0.9 percent"
    assert "Does not agree: 0.9 percent" in run("ledger").out


def test_a_project_of_the_ledger_can_be_practised(run: Run, home: Path) -> None:
    listed = run("list", "--json", "--kind", "behavioral")
    assert "ledger-dedup" in [i["id"] for i in json.loads(listed.out)]
    assert run("practice", "ledger-dedup", "--text", "-", stdin="The duplicate rate is 0.3 percent.").status == 0


def test_a_faulty_ledger_hides_no_other_item(run: Run, home: Path) -> None:
    (home / "ledger.yaml").write_text("projects:\n  - id: 5\n")
    assert run("show", "behavioral-project-shipped").status == 0
    assert "ledger.yaml:2:" in one_sentence(run("ledger"))
