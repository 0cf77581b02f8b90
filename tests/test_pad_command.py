"""`coach pad` judges a query or a program without the app and keeps nothing."""

from pathlib import Path

import yaml

from tests.places import CHECKOUT
from tests.test_cli import Run, one_sentence, run

__all__ = ["run"]

ITEM = "round-2-sql-attribution"
REFERENCE = yaml.safe_load((CHECKOUT / "drills" / "sql" / f"{ITEM}.yaml").read_text(encoding="utf-8"))["reference"]


def test_a_right_query_says_so(run: Run) -> None:
    said = run("pad", ITEM, "--sql", "-", stdin=REFERENCE)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("✓ Right, on two sets of rows.")


def test_a_wrong_query_has_status_0_too_and_shows_the_rows(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "query.sql"
    file.write_text(REFERENCE.replace("LEFT JOIN", "JOIN"))
    said = run("pad", ITEM, "--sql", str(file), "--json")
    assert said.status == 0
    verdict = said.json
    assert isinstance(verdict, dict)
    assert verdict["right"] is False
    assert verdict["missing_count"] > len(verdict["missing"]) == 10
    assert verdict["columns"] == ["conversion_id", "user_id", "click_id", "campaign_id", "creative_id"]
    assert {k: v for k, v in verdict["constructs"][1].items() if k != "why"} == {"name": "window", "met": True}


def test_an_error_of_the_engine_is_a_verdict(run: Run) -> None:
    said = run("pad", ITEM, "--sql", "-", stdin="SELECT nope\nFROM clicks")
    assert said.status == 0
    assert said.out.startswith("✗ line 1: Binder Error:")


def test_a_program_is_judged_by_its_shape(run: Run) -> None:
    said = run("pad", "round-3-sql-generator", "--code", "-", stdin="def f():\n    pass\n")
    assert said.status == 0
    assert "✗ typed_model" in said.out


def test_bad_input_is_one_sentence(run: Run, tmp_path: Path) -> None:
    assert "has no task for the keyboard" in one_sentence(run("pad", "drill-4tb-query", "--sql", "-", stdin="SELECT 1"))
    assert "There is no item 'sql-99'" in one_sentence(run("pad", "sql-99", "--sql", "-", stdin="SELECT 1"))
    assert "--sql FILE" in one_sentence(run("pad", ITEM))
    assert "cannot be read" in one_sentence(run("pad", ITEM, "--sql", str(tmp_path / "none.sql")))
    assert "is empty" in one_sentence(run("pad", ITEM, "--sql", "-", stdin=" "))


def test_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    run("pad", ITEM, "--sql", "-", stdin="SELECT 1")
    assert not list(tmp_path.rglob("*.db*"))


def test_the_schemas_beside_the_tasks_are_the_generated_ones(run: Run) -> None:
    for what in ("task", "code"):
        kept = (CHECKOUT / "drills" / f"{what}.schema.json").read_text(encoding="utf-8")
        assert run("schema", what).out == kept, "run: coach schema --write ."
