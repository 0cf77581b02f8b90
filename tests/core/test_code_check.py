"""A program is read for its shape; what is lacking is named, and nothing of it is ever run."""

from pathlib import Path

import pytest
import yaml

from coach.core.code_check import check_code
from coach.core.pad_ports import PadVerdict
from coach.core.sql_task import CodeConstruct, CodeFeature, CodeTask
from tests.places import CHECKOUT

TASK = CodeTask.model_validate(
    yaml.safe_load((CHECKOUT / "drills" / "code" / "round-3-sql-generator.yaml").read_text(encoding="utf-8"))
)
LIBRARY = """
from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass(frozen=True)
class Metric:
    name: str
    grain: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    passed: bool
    observed: float


class Check(ABC):
    @abstractmethod
    def run(self, connection: object, table: str) -> Result: ...


class FewestRows(Check):
    def run(self, connection: object, table: str) -> Result:
        return Result(True, 1)


class NullShare(Check):
    def run(self, connection: object, table: str) -> Result:
        return Result(True, 0)


class Freshness(Check):
    def run(self, connection: object, table: str) -> Result:
        return Result(True, 2)


CHECKS: dict[str, type[Check]] = {"fewest_rows": FewestRows, "null_share": NullShare, "freshness": Freshness}


def parse(raw: dict[str, object]) -> Metric:
    if "name" not in raw:
        raise KeyError("name")
    return Metric(str(raw["name"]), ())


def compile_sql(metric: Metric, first: str, last: str) -> str:
    return f"SELECT {', '.join(metric.grain)}"


def run_checks(connection: object, table: str, names: list[str]) -> list[Result]:
    return [CHECKS[name]().run(connection, table) for name in names]


def test_the_grain_is_selected() -> None:
    assert "dt" in compile_sql(Metric("m", ("dt",)), "a", "b")
"""
DECORATED = LIBRARY.replace(
    'CHECKS: dict[str, type[Check]] = {"fewest_rows": FewestRows, "null_share": NullShare, "freshness": Freshness}',
    """CHECKS: dict[str, type[Check]] = {}


def register(kind: type[Check]) -> type[Check]:
    CHECKS[kind.__name__] = kind
    return kind""",
)
PROTOCOL = (
    LIBRARY.replace("class Check(ABC):\n    @abstractmethod", "class Check(Protocol):")
    .replace("(Check):", ":")
    .replace("@dataclass(frozen=True)\nclass Metric:", "class Metric(NamedTuple):")
)


def lacking(text: str) -> set[str]:
    return {c.name for c in check_code(text, TASK).constructs if not c.met}


@pytest.mark.parametrize("text", [LIBRARY, DECORATED, PROTOCOL], ids=["dict", "decorator", "protocol"])
def test_a_good_design_is_right_however_it_is_written(text: str) -> None:
    verdict = check_code(text, TASK)
    assert verdict.right, verdict


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("(frozen=True)", "", "typed_model"),
        ("    @abstractmethod\n", "", "abstract_base"),
        ("class Freshness(Check)", "class Freshness(object)", "subclasses"),
        ('{"fewest_rows": FewestRows, "null_share": NullShare, "freshness": Freshness}', "load()", "registry"),
        ("        raise KeyError", "        print", "early_error"),
        ("    assert ", "    print(", "syntax"),
        ("def test_the_grain_is_selected", "def shows_the_grain", "test_function"),
        ("-> list[Result]:", ":", "typed_functions"),
        ("def parse(raw", "def parse raw", "syntax"),
    ],
)
def test_each_thing_left_out_is_named(old: str, new: str, lacks: str) -> None:
    assert old in LIBRARY
    changed = LIBRARY.replace(old, new)
    if lacks == "syntax":
        verdict = check_code(changed, TASK)
        assert verdict.line is not None
        assert "no Python" in verdict.message
    else:
        assert lacks in lacking(changed)


CHAIN = """
def make(kind: str) -> object:
    if kind == "rows":
        return 1
    elif kind == "nulls":
        return 2
    elif kind == "fresh":
        return 3
    raise KeyError(kind)
"""


@pytest.mark.parametrize(
    "text",
    [CHAIN, CHAIN.replace("elif", "if"),
     "def f(k):\n  match k:\n    case 'a': pass\n    case 'b': pass\n    case 'c': pass\n"],
    ids=["elif", "returns", "match"],
)  # fmt: skip
def test_a_chain_of_names_is_no_registry(text: str) -> None:
    assert "no_if_chain" in lacking(text)


def test_one_function_that_does_everything_is_not_separate() -> None:
    assert {"separate_units", "registry", "typed_model"} <= lacking("def go(path):\n    return 'SELECT ' + path\n")


def test_nothing_typed_is_ever_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert not check_code(f"open({str(trace)!r}, 'w').close()\n", TASK).right
    assert not trace.exists()


@pytest.mark.parametrize("text", ["(" * 5_000, "x = " + "-" * 9_000 + "1", "\0", "a" * 15_000, "def f(:\n"])
def test_a_hostile_text_gets_a_sentence(text: str) -> None:
    verdict = check_code(text, TASK)
    assert isinstance(verdict, PadVerdict)
    assert not verdict.right
    assert verdict.message


def test_a_construct_that_is_counted_needs_its_number() -> None:
    with pytest.raises(ValueError, match="needs 'number'"):
        CodeConstruct(name=CodeFeature.SUBCLASSES, why="x")
    with pytest.raises(ValueError, match="takes no 'number'"):
        CodeConstruct(name=CodeFeature.REGISTRY, why="x", number=2)
