"""The rounds of an interview loop: what each measures, how its minutes are spent, and what is asked in it."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from coach.core.drill import Identifier, Line, Strict


class Segment(Strict):
    """A stretch of a round with its own purpose."""

    id: Identifier
    """Stable name within the round."""
    title: Line
    """What happens in it."""
    minutes: float = Field(gt=0, le=120)
    """How long it lasts."""
    fixed: bool = False
    """Whether that length is a rule of the round; otherwise it is what we suggest."""


class Round(Strict):
    """One round of a loop."""

    id: Identifier
    """Stable name; loops refer to it."""
    title: Line
    """What it is called."""
    measures: Line
    """What the interviewer is scoring."""
    minutes: float = Field(gt=0, le=240)
    """How long it lasts."""
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    """How the minutes are spent, in order."""
    items: tuple[Identifier, ...] = ()
    """What is asked, in order; empty when the round draws from a kind."""
    draws: Annotated[str, Field(pattern=r"^[a-z_]+$")] | None = None
    """The kind of item it draws from when it names none."""
    warm_ups: tuple[Identifier, ...] = ()
    """Short items to practise just before."""

    @model_validator(mode="after")
    def _has_questions(self) -> Self:
        if not self.items and self.draws is None:
            raise ValueError("needs 'items' or 'draws', else nothing would be asked")
        return self
