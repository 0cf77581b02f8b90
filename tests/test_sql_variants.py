"""Every SQL task tells right queries, however they are written, from the classic mistakes."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from coach.adapters.sql_bench import DuckDbBench
from coach.adapters.sql_constructs import GlotReader
from coach.core.pad import PadJudge
from coach.core.pad_ports import Refused
from coach.core.sql_task import SqlTask
from tests.places import CHECKOUT

TASKS = {
    task.id: task
    for path in sorted((CHECKOUT / "drills" / "sql").glob("*.yaml"))
    for task in [SqlTask.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))]
}
VARIANTS: dict[str, dict[str, dict[str, Any]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((CHECKOUT / "tests" / "data" / "sql").glob("*.yaml"))
}
SPOKEN_ONLY = {"sql-10-five-patterns"}
"""It asks for five patterns and their reasons; no single query answers it."""


@pytest.fixture(scope="module")
def pad() -> PadJudge:
    return PadJudge(TASKS, DuckDbBench(), GlotReader())


def cases(kind: str) -> Iterator[Any]:
    for item, groups in VARIANTS.items():
        for name, what in groups.get(kind, {}).items():
            yield pytest.param(item, what, id=f"{item}: {name}")


def test_every_item_of_kind_sql_has_a_task_or_is_spoken_only() -> None:
    items = {
        item["id"]
        for path in (CHECKOUT / "drills").glob("*sql*.yaml")
        for item in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        if item["kind"] == "sql"
    }
    assert items - SPOKEN_ONLY <= set(TASKS)


def test_every_task_has_three_right_and_three_wrong_queries() -> None:
    assert set(VARIANTS) == set(TASKS)
    for item, groups in VARIANTS.items():
        assert len(groups["right"]) >= 3, item
        assert len(groups["wrong"]) >= 3, item


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_the_reference_is_right_by_its_own_measure(pad: PadJudge, task: SqlTask) -> None:
    verdict = pad.judge(task.id, task.reference)
    assert verdict.right, verdict


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_an_empty_or_constant_result_is_wrong(pad: PadJudge, task: SqlTask) -> None:
    verdict = pad.judge(task.id, f"SELECT * FROM ({task.reference}) WHERE FALSE")
    assert not verdict.right
    assert "missing" in verdict.message


@pytest.mark.parametrize(("item", "sql"), cases("right"))
def test_right_however_it_is_written(pad: PadJudge, item: str, sql: str) -> None:
    verdict = pad.judge(item, sql)
    assert verdict.right, verdict


@pytest.mark.parametrize(("item", "sql"), cases("wrong"))
def test_a_classic_mistake_is_wrong_and_shows_rows(pad: PadJudge, item: str, sql: str) -> None:
    ran = DuckDbBench().run(sql, TASKS[item].tables, 1)
    assert not isinstance(ran, Refused), ran
    verdict = pad.judge(item, sql)
    assert not verdict.right
    assert not verdict.message.startswith("Right rows")
    assert verdict.missing or verdict.extra or "order" in verdict.message, verdict


@pytest.mark.parametrize(("item", "what"), cases("incomplete"))
def test_right_rows_say_which_construct_is_lacking(pad: PadJudge, item: str, what: dict[str, str]) -> None:
    verdict = pad.judge(item, what["sql"])
    assert not verdict.right
    assert verdict.message.startswith("Right rows, but: ")
    assert what["lacks"] in {c.name for c in verdict.constructs if not c.met}
