"""Tasks for the keyboard are read beside the drills; what is wrong with one is told with file and line."""

from pathlib import Path

import pytest

from coach.adapters.content_yaml import load_library
from coach.core.sql_task import CodeTask, SqlTask
from tests.adapters.test_content_yaml import DRILL, RUBRIC, faults_of, make_pack

SQL = """\
id: drill-x
ask: Return n.
tables: [clicks]
reference: SELECT count(*) AS n FROM clicks
minutes: 5
constructs:
  - {name: window, why: Because.}
"""
CODE = """\
id: drill-x
ask: Write it.
minutes: 5
constructs:
  - {name: registry, why: Because.}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "pack", DRILL, RUBRIC)


def write(pack: Path, kind: str, text: str) -> None:
    folder = pack / "drills" / kind
    folder.mkdir()
    (folder / "x.yaml").write_text(text)


@pytest.mark.parametrize(("kind", "text", "made"), [("sql", SQL, SqlTask), ("code", CODE, CodeTask)])
def test_a_task_is_found_by_its_item_also_from_the_cache(
    pack: Path, tmp_path: Path, kind: str, text: str, made: type
) -> None:
    write(pack, kind, text)
    fresh, faults = load_library([pack], tmp_path / "cache")
    assert faults == []
    assert isinstance(fresh.tasks["drill-x"], made)
    kept, _ = load_library([pack], tmp_path / "cache")
    assert kept.tasks == fresh.tasks


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: drill-x", "id: drill-y", "x.yaml:1: id: there is no usable item 'drill-y'"),
        ("[clicks]", "[nope]", "x.yaml:3: tables[0]: there is no table 'nope'; there are clicks,"),
        ("name: window", "name: windows", "x.yaml:7: constructs[0].name:"),
        ("name: window", "name: gate", "'gate' needs 'number'"),
        ("minutes: 5", "minutes: five", "x.yaml:5: minutes:"),
        ("ask: Return n.", "asks: Return n.", "x.yaml:2: asks: unknown key"),
    ],
)
def test_a_fault_is_told_with_its_line(pack: Path, old: str, new: str, said: str) -> None:
    write(pack, "sql", SQL.replace(old, new))
    assert any(said in fault for fault in faults_of(pack)), faults_of(pack)
