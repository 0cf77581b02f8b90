"""The shape of a query, read with sqlglot: is there the window, the outer join, the guard, the floor?"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from coach.core.pad_ports import ConstructResult
from coach.core.sql_task import SqlConstruct, SqlFeature

if TYPE_CHECKING:
    from sqlglot import exp


_CLOCKS = {"current_date", "current_timestamp", "now", "today"}
"""Names that stand for the moment, should they be read as columns."""


class GlotReader:
    """The port SqlReader."""

    def read(self, sql: str, constructs: Sequence[SqlConstruct]) -> tuple[ConstructResult, ...]:
        """Which requirements are met; none when the query cannot be read."""
        import sqlglot
        from sqlglot.errors import SqlglotError

        try:
            tree = sqlglot.parse_one(sql, dialect="duckdb") if constructs else None
            return tuple(
                ConstructResult(c.name, tree is not None and _RULES[c.name](tree, c), c.why) for c in constructs
            )
        except (SqlglotError, RecursionError, MemoryError):
            return tuple(ConstructResult(c.name, False, c.why) for c in constructs)


def _window(tree: "exp.Expr", asked: SqlConstruct) -> bool:
    from sqlglot import exp

    return any(not asked.functions or _functions(w.this) & set(asked.functions) for w in tree.find_all(exp.Window))


def _functions(tree: "exp.Expr") -> set[str]:
    from sqlglot import exp

    names: set[str] = set()
    for each in tree.find_all(exp.Func):
        names |= {each.name.lower(), each.sql_name().lower(), each.key.lower()}
    return names


def _left_join(tree: "exp.Expr", _: SqlConstruct) -> bool:
    from sqlglot import exp

    return any(str(j.side).upper() in {"LEFT", "RIGHT", "FULL"} for j in tree.find_all(exp.Join))


def _zero_guard(tree: "exp.Expr", _: SqlConstruct) -> bool:
    from sqlglot import exp

    if tree.find(exp.Nullif):
        return True
    conditions = [c.this for c in tree.find_all(exp.If)]
    conditions += [w.this for w in tree.find_all(exp.Where, exp.Having, exp.Qualify, exp.Filter)]
    return any(_compares_with(c, 0) for c in conditions)


def _gate(tree: "exp.Expr", asked: SqlConstruct) -> bool:
    floor = float(asked.number or 0)
    return any(_compares_with(tree, number) for number in (floor, floor + 1, floor - 1))


def _compares_with(tree: "exp.Expr", number: float) -> bool:
    from sqlglot import exp

    for each in tree.find_all(exp.GT, exp.GTE, exp.LT, exp.LTE, exp.EQ, exp.NEQ, exp.Between):
        for side in each.args.values():
            if isinstance(side, exp.Literal) and not side.is_string and float(side.this) == number:
                return True
    return False


def _distinct(tree: "exp.Expr", _: SqlConstruct) -> bool:
    from sqlglot import exp

    return tree.find(exp.Distinct, exp.Group) is not None


def _no_distinct(tree: "exp.Expr", _: SqlConstruct) -> bool:
    from sqlglot import exp

    return not any(s.args.get("distinct") for s in tree.find_all(exp.Select))


def _date_bounds(tree: "exp.Expr", asked: SqlConstruct) -> bool:
    """A comparison of the column with something in which no other column stands."""
    from sqlglot import exp

    column = (asked.column or "").lower()

    def is_column(side: object) -> bool:
        if isinstance(side, exp.Cast | exp.Date | exp.TimestampTrunc | exp.DateTrunc | exp.TsOrDsToDate | exp.Paren):
            return is_column(side.this)
        return isinstance(side, exp.Column) and side.name.lower() == column

    def fixed(side: Any) -> bool:
        return hasattr(side, "find_all") and all(c.name.lower() in _CLOCKS for c in side.find_all(exp.Column))

    for each in tree.find_all(exp.GT, exp.GTE):
        if is_column(each.this) and fixed(each.expression):
            return True
    for each in tree.find_all(exp.LT, exp.LTE):
        if is_column(each.expression) and fixed(each.this):
            return True
    return any(is_column(b.this) and fixed(b.args["low"]) for b in tree.find_all(exp.Between))


def _no_row_query(tree: "exp.Expr", _: SqlConstruct) -> bool:
    """No subquery in a list of columns or a condition that uses columns of the query around it."""
    from sqlglot.optimizer.scope import traverse_scope

    for scope in traverse_scope(tree):
        if scope.can_be_correlated and any(
            c.table and c.table not in scope.selected_sources for c in scope.external_columns
        ):
            return False
    return True


def _no_function(tree: "exp.Expr", asked: SqlConstruct) -> bool:
    return not (_functions(tree) & set(asked.functions))


_RULES: dict[SqlFeature, Callable[["exp.Expr", SqlConstruct], bool]] = {
    SqlFeature.WINDOW: _window,
    SqlFeature.LEFT_JOIN: _left_join,
    SqlFeature.ZERO_GUARD: _zero_guard,
    SqlFeature.GATE: _gate,
    SqlFeature.DISTINCT: _distinct,
    SqlFeature.NO_DISTINCT: _no_distinct,
    SqlFeature.DATE_BOUNDS: _date_bounds,
    SqlFeature.NO_ROW_QUERY: _no_row_query,
    SqlFeature.NO_FUNCTION: _no_function,
}
