"""What is worked by hand: a query that is run against small tables, or a program that is read, never run."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from coach.core.drill import Identifier, Line, Strict

Name = Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]*$", max_length=60)]
"""A table, column or function of SQL."""


class SqlFeature(StrEnum):
    """What a query can be asked to have beside the right rows."""

    WINDOW = "window"
    """A window function; one of `functions` when they are named."""
    LEFT_JOIN = "left_join"
    """An outer join."""
    ZERO_GUARD = "zero_guard"
    """A division guarded by NULLIF, or a CASE, IF or filter that compares with zero."""
    GATE = "gate"
    """A comparison with `number`: the floor under a rate."""
    DISTINCT = "distinct"
    """Repeats removed: DISTINCT, or GROUP BY."""
    DATE_BOUNDS = "date_bounds"
    """A lower limit on `column` that stands on its own: a date, or one counted from today."""
    NO_DISTINCT = "no_distinct"
    """No SELECT DISTINCT, which would hide a join that fans out."""
    NO_ROW_QUERY = "no_row_query"
    """No subquery that is run once for every row."""
    NO_FUNCTION = "no_function"
    """None of `functions`."""


_NEEDS = {
    SqlFeature.GATE: ("number",),
    SqlFeature.DATE_BOUNDS: ("column",),
    SqlFeature.NO_FUNCTION: ("functions",),
}
_MAY = {SqlFeature.WINDOW: ("functions",)}


class SqlConstruct(Strict):
    """One requirement on the shape of a query."""

    name: SqlFeature
    """What it must have."""
    why: Line
    """What goes wrong without it, in a sentence."""
    column: Name | None = None
    """The column meant."""
    number: float | None = None
    """The number meant."""
    functions: tuple[Name, ...] = ()
    """The functions meant."""

    @model_validator(mode="after")
    def _has_its_details(self) -> Self:
        needed, allowed = _NEEDS.get(self.name, ()), _MAY.get(self.name, ())
        for key in ("column", "number", "functions"):
            given = getattr(self, key) not in {None, ()}
            if key in needed and not given:
                raise ValueError(f"'{self.name}' needs '{key}'")
            if given and key not in (*needed, *allowed):
                raise ValueError(f"'{self.name}' takes no '{key}'")
        return self


class SqlTask(Strict):
    """A query to be written for an item."""

    id: Identifier
    """The item it belongs to."""
    ask: Line
    """What to return: the exact columns and their meaning, so that a right query is unambiguous."""
    tables: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The tables of the bench that it is about."""
    reference: Line
    """A query that is right; hidden until a run was judged."""
    ordered: bool = False
    """Whether the order of the rows counts."""
    tolerance: float = Field(default=1e-6, gt=0, le=0.1)
    """How far two numbers may differ, relative to the larger and absolute near zero."""
    constructs: tuple[SqlConstruct, ...] = ()
    """What the query must have beside the right rows."""
    minutes: float = Field(gt=0, le=120)
    """Length of the countdown."""


class CodeFeature(StrEnum):
    """What a program can be asked to have."""

    ABSTRACT_BASE = "abstract_base"
    """A class with an abstract method, or a Protocol."""
    SUBCLASSES = "subclasses"
    """At least `number` classes that fill in an abstract base of the same text."""
    REGISTRY = "registry"
    """A mapping from names to classes or functions, written out or filled by a decorator."""
    TYPED_MODEL = "typed_model"
    """A frozen dataclass, a NamedTuple or a pydantic model."""
    TYPED_FUNCTIONS = "typed_functions"
    """Functions whose parameters and results are annotated."""
    SEPARATE_UNITS = "separate_units"
    """At least `number` functions or classes at the top level."""
    TEST_FUNCTION = "test_function"
    """A function `test_...` that asserts something."""
    NO_IF_CHAIN = "no_if_chain"
    """No chain of comparisons of one value with texts."""
    EARLY_ERROR = "early_error"
    """A `raise`: faulty input is refused, not passed on."""


class CodeConstruct(Strict):
    """One requirement on the shape of a program."""

    name: CodeFeature
    """What it must have."""
    why: Line
    """What goes wrong without it, in a sentence."""
    number: int | None = Field(default=None, ge=1, le=50)
    """How many, where it is counted."""

    @model_validator(mode="after")
    def _counts_where_due(self) -> Self:
        counted = self.name in {CodeFeature.SUBCLASSES, CodeFeature.SEPARATE_UNITS}
        if counted and self.number is None:
            raise ValueError(f"'{self.name}' needs 'number'")
        if not counted and self.number is not None:
            raise ValueError(f"'{self.name}' takes no 'number'")
        return self


class CodeTask(Strict):
    """A Python program to be written for an item; it is read as a syntax tree and never run."""

    id: Identifier
    """The item it belongs to."""
    ask: Line
    """What to write."""
    starter: str = Field(default="", max_length=4000)
    """What stands on the pad at the start."""
    constructs: Annotated[tuple[CodeConstruct, ...], Field(min_length=1)]
    """What the program must have."""
    minutes: float = Field(gt=0, le=120)
    """Length of the countdown."""


Task = SqlTask | CodeTask
"""Anything worked by hand."""
