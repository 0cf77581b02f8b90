"""The labelled sets as values: what a careful reader says is in an answer (annotation rules)."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from coach.core.analysis.findings import FillerType, HedgeStatus, StarPart
from coach.core.rubric import Level
from coach.core.spans import Span


class Label(BaseModel):
    """A frozen value read from a labelled set; text is kept as it is, because offsets point into it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanLabel(Label):
    """A place in the answer."""

    start: int = Field(ge=0)
    end: int
    text: str | None = None
    """The words there, to keep offsets honest."""

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


class FillerLabel(SpanLabel):
    """A filler."""

    type: FillerType


class HedgeLabel(SpanLabel):
    """An 'it depends'."""

    status: HedgeStatus
    axes: tuple[str, ...] = ()


class NumberLabel(SpanLabel):
    """A quantity."""

    value: float
    unit: str


class ToolLabel(SpanLabel):
    """A mention of a technology."""

    justified: bool


class QuestionLabel(SpanLabel):
    """A clarifying question."""

    asks_consumer: bool


class StarLabel(SpanLabel):
    """A sentence of a story."""

    part: StarPart


class Labelled(Label):
    """One labelled answer."""

    id: Annotated[str, Field(min_length=1)]
    text: str

    def spans(self) -> tuple[SpanLabel, ...]:
        """Every place that the labels name."""
        return ()

    @model_validator(mode="after")
    def _offsets_hold(self) -> Self:
        for label in self.spans():
            if not label.start < label.end <= len(self.text):
                raise ValueError(f"{label.start} to {label.end} is no place in the text")
            if label.text is not None and self.text[label.start : label.end] != label.text:
                raise ValueError(f"at {label.start} stands '{self.text[label.start : label.end]}', not '{label.text}'")
        return self


class FillersItem(Labelled):
    """An answer of the set `fillers`."""

    fillers: tuple[FillerLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The fillers."""
        return self.fillers


class HedgesItem(Labelled):
    """An answer of the set `it_depends`."""

    it_depends: tuple[HedgeLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The hedges."""
        return self.it_depends


class NumbersItem(Labelled):
    """An answer of the set `numbers`."""

    numbers: tuple[NumberLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The numbers."""
        return self.numbers


class ToolsItem(Labelled):
    """An answer of the set `tools`."""

    tools: tuple[ToolLabel, ...]
    tool_list: bool

    def spans(self) -> tuple[SpanLabel, ...]:
        """The mentions."""
        return self.tools


class HypotheticalsItem(Labelled):
    """An answer of the set `hypotheticals`."""

    hypotheticals: tuple[SpanLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The clauses."""
        return self.hypotheticals


class BadMouthingItem(Labelled):
    """An answer of the set `bad_mouthing`."""

    bad_mouthing: tuple[SpanLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The clauses."""
        return self.bad_mouthing


class StarItem(Labelled):
    """A story of the set `star`."""

    star: tuple[StarLabel, ...]

    def spans(self) -> tuple[SpanLabel, ...]:
        """The sentences."""
        return self.star


class QuestionsItem(Labelled):
    """An answer of the set `questions`."""

    questions: tuple[QuestionLabel, ...]
    count: int = Field(ge=0)
    asks_consumer: bool

    def spans(self) -> tuple[SpanLabel, ...]:
        """The questions."""
        return self.questions


class VerbatimItem(Labelled):
    """An attempt at a line that had to be said word for word."""

    target: str
    label: Literal["verbatim", "close", "paraphrase", "missed"]
    missing: tuple[str, ...]


class GradedItem(Labelled):
    """An answer to an item, with what a careful reader finds expressed in it."""

    item: str
    written_as: Literal["senior", "mid", "junior", "near_miss", "unusual"] = Field(alias="class")
    level: Level
    elements: dict[str, bool]
    traps: dict[str, bool]


KINDS: dict[str, type[Labelled]] = {
    "fillers": FillersItem,
    "it_depends": HedgesItem,
    "numbers": NumbersItem,
    "tools": ToolsItem,
    "hypotheticals": HypotheticalsItem,
    "bad_mouthing": BadMouthingItem,
    "star": StarItem,
    "questions": QuestionsItem,
    "verbatim": VerbatimItem,
    "graded_drills": GradedItem,
    "graded_scars": GradedItem,
    "graded_coach": GradedItem,
    "graded_study": GradedItem,
}
"""The files of a half, by name, and what stands in their lines."""
