"""Speed is told as medians, ratios within one run, and drift against earlier runs."""

from datetime import UTC, datetime
from pathlib import Path

from coach.adapters.bench_history import earlier_medians, keep_run
from coach.cli.bench import table, take_turns
from coach.core.benchmark import Timed, drift, ratio

PLAIN = Timed("plain", (0.04, 0.03, 0.05), bound_s=0.05)
MODEL = Timed("model", (0.4, 0.2, 0.6), bound_s=0.3, against="plain")
AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_the_middle_run_counts_and_the_slowest_is_told() -> None:
    assert (MODEL.median_s, MODEL.worst_s) == (0.4, 0.6)


def test_a_bound_is_reached_or_missed() -> None:
    assert (PLAIN.within, MODEL.within, Timed("x", (1.0,)).within) == (True, False, None)


def test_a_ratio_is_taken_within_the_run() -> None:
    assert ratio(MODEL, [PLAIN, MODEL]) == 10.0
    assert ratio(PLAIN, [PLAIN]) is None


def test_drift_is_against_the_median_of_earlier_runs() -> None:
    assert drift(PLAIN, [0.02, 0.01, 0.09]) == 2.0
    assert drift(PLAIN, []) is None


def test_things_are_run_in_turn() -> None:
    order: list[str] = []
    found = take_turns([("a", lambda: order.append("a")), ("b", lambda: order.append("b"))], 3)
    assert order == ["a", "b"] * 3
    assert [len(s) for s in found.values()] == [3, 3]


def test_the_table_shows_bound_verdict_ratio_and_drift() -> None:
    lines = table([PLAIN, MODEL], {"plain": [0.02]})
    assert lines[1].split() == ["plain", "40", "ms", "50", "ms", "50", "ms", "reached", "2.00"]
    assert lines[2].split() == ["model", "400", "ms", "600", "ms", "300", "ms", "missed", "10.0x"]


def test_runs_are_kept_and_damaged_lines_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "home" / "bench.jsonl"
    keep_run(path, AT, [PLAIN])
    with path.open("a") as file:
        file.write('not json\n{"medians": 3}\n')
    keep_run(path, AT, [PLAIN, MODEL])
    assert earlier_medians(path) == {"plain": [0.04, 0.04], "model": [0.4]}
    assert earlier_medians(tmp_path / "none") == {}
