"""Rows are compared as sets with repeats, forgiving what no candidate should fail for."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.rows import cell, table
from coach.core.sql_check import SHOWN_ROWS, Ran, Row, compare


def ran(*rows: Row, columns: tuple[str, ...] = ("a", "b")) -> Ran:
    return Ran(columns, rows)


def test_the_order_of_rows_counts_only_where_it_was_asked_for() -> None:
    one, other = ran((1, "x"), (2, "y")), ran((2, "y"), (1, "x"))
    assert compare(one, other, ordered=False, tolerance=1e-6).same
    difference = compare(one, other, ordered=True, tolerance=1e-6)
    assert not difference.same
    assert "order" in difference.sentence


def test_repeated_rows_are_counted() -> None:
    difference = compare(ran((1, "x")), ran((1, "x"), (1, "x")), ordered=False, tolerance=1e-6)
    assert (difference.missing, difference.extra) == ((), ((1, "x"),))


def test_missing_and_unexpected_rows_are_told_apart() -> None:
    difference = compare(ran((1, "x"), (2, "y")), ran((2, "y"), (3, "z")), ordered=False, tolerance=1e-6)
    assert (difference.missing, difference.extra) == (((1, "x"),), ((3, "z"),))


def test_only_the_first_rows_are_shown_and_all_are_counted() -> None:
    difference = compare(ran(*((n, "x") for n in range(50))), ran(), ordered=False, tolerance=1e-6)
    assert len(difference.missing) == SHOWN_ROWS
    assert difference.missing_count == 50


def test_names_of_columns_are_forgiven_case_and_order() -> None:
    assert compare(ran((1, "x")), ran(("x", 1), columns=("B", "A")), ordered=True, tolerance=1e-6).same


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("a", "c"), "b is missing; c was not asked for"),
        (("a", "b", "c"), "c was not asked for"),
        (("a", "b", "b"), "twice"),
    ],
)
def test_wrong_columns_are_named(columns: tuple[str, ...], said: str) -> None:
    difference = compare(ran((1, "x")), Ran(columns, ((1,) * len(columns),)), ordered=False, tolerance=1e-6)
    assert said in difference.sentence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.3, 0.1 + 0.2),
        (1, 1.0),
        (Decimal("2.50"), 2.5),
        (True, 1),
        (date(2026, 3, 1), datetime(2026, 3, 1)),
        (float("nan"), float("nan")),
        (None, None),
        (1e12, 1e12 + 1),
        ([1], [1]),
    ],
)
def test_values_that_mean_the_same_are_the_same(one: object, other: object) -> None:
    assert compare(ran((one, "x")), ran((other, "x")), ordered=True, tolerance=1e-6).same


@pytest.mark.parametrize(
    ("one", "other"),
    [(None, 0), (0.3, 0.31), ("1", 1), (date(2026, 3, 1), datetime(2026, 3, 1, 1)), ("x", "X"), (float("inf"), None)],
)
def test_values_that_differ_are_different(one: object, other: object) -> None:
    assert not compare(ran((one, "x")), ran((other, "x")), ordered=False, tolerance=1e-6).same


@given(
    st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.floats(-9, 9), st.text(max_size=3)))), st.randoms()
)
def test_rows_in_any_order_are_the_same_and_one_less_is_not(rows: list[Row], shuffle: object) -> None:
    mixed = list(rows)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert compare(ran(*rows), ran(*mixed), ordered=False, tolerance=1e-6).same
    if rows:
        assert compare(ran(*rows), ran(*mixed[1:]), ordered=False, tolerance=1e-6).missing_count == 1


def test_rows_are_laid_out_in_columns_as_wide_as_they_need() -> None:
    assert table(("id", "when"), [(1, date(2026, 3, 1)), (22, None)]) == ["id  when", "1   2026-03-01", "22  NULL"]
    assert [cell(v) for v in (True, 0.5, datetime(2026, 3, 1, 5), 1 / 3)] == [
        "TRUE",
        "0.5",
        "2026-03-01 05:00",
        "0.333333",
    ]
    assert max(len(line) for line in table(("t",), [("x" * 500,), ("a\nb",)])) <= 22
