"""What is practised: an item with its prompt, its clock and its model answer."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name in lower-case words joined by hyphens; it never changes once published."""

Line = Annotated[str, Field(min_length=1, max_length=4000)]
"""A piece of text that somebody reads or says."""


class Strict(BaseModel):
    """A frozen value read from a file that people edit: an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Kind(StrEnum):
    """The kinds of item that can be practised."""

    SCAR = "scar"
    """A transcript of an answer that killed a loop; say what should have been said."""
    DRILL = "drill"
    """A forced choice, thirty seconds."""
    REJECT = "reject"
    """An answer that sounds smart and is turned down; replace it."""
    LANDMINE = "landmine"
    """An incident; say what should have stood in the design."""
    PUSHBACK = "pushback"
    """An interruption by the interviewer; the exact words are rehearsed."""
    BEHAVIORAL = "behavioral"
    """A story with situation, task, action, result and insight."""
    SYSTEM_DESIGN = "system_design"
    """A design round: clarify, size, draw, defend."""
    SQL = "sql"
    """A query said aloud and its shape defended; worked at the keyboard first."""
    CODING = "coding"
    """A program said aloud and its choices defended; worked at the keyboard first."""
    STREAMING = "streaming"
    """A streaming-against-batch round."""
    SCENARIO = "scenario"
    """A case told in five minutes: ask, grain, pipeline, pitfalls, a question back."""
    SURFACE = "surface"
    """How one advertising surface is logged, modelled and measured."""
    MEASUREMENT = "measurement"
    """How results are measured and shown."""
    RECALL = "recall"
    """Facts that must come without thinking."""
    TERM = "term"
    """A glossary card: one term explained aloud."""


class FollowUp(Strict):
    """What the interviewer asks after the answer."""

    ask: Line
    """The question, as it is said."""
    answer_s: float = Field(default=30, gt=0, le=300)
    """Seconds for the reply."""
    rubric: Identifier
    """The rubric that judges the reply."""


class TimeBudget(Strict):
    """How long a candidate may think and speak."""

    prepare_s: float = Field(default=10, ge=0, le=600)
    """Seconds to get ready before the clock of the answer starts."""
    answer_s: float = Field(gt=0, le=7200)
    """Seconds for the answer; overtime is measured, never cut."""
    room_s: float | None = Field(default=None, gt=0, le=7200)
    """Seconds that a real round gives the same task, where that is longer than the spoken drill."""


class Turn(Strict):
    """One line of a recorded conversation."""

    speaker: Literal["interviewer", "candidate"]
    """Who says it."""
    text: Line
    """What is said."""
    fatal: bool = False
    """Whether this is the line that ended the loop."""


class Item(Strict):
    """One rehearsable moment of an interview."""

    id: Identifier
    """Stable name; history and measurements use it."""
    kind: Kind
    """What sort of practice it is."""
    title: Annotated[str, Field(min_length=1, max_length=120)]
    """A few words for lists."""
    prompt: Line
    """What the candidate is asked."""
    transcript: tuple[Turn, ...] = ()
    """The conversation that went wrong (scars); shown turn by turn up to the fatal line."""
    verdict: Line | None = None
    """What the interviewer was scoring; shown only after the candidate has spoken."""
    time: TimeBudget
    """The clock."""
    rubric: Identifier
    """The rubric that judges the answer."""
    model_answer: Line
    """A senior answer; hidden until the candidate has spoken."""
    target: Line | None = None
    """The line to be said word for word (pushbacks)."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Questions that may come after the answer."""
    tags: tuple[Annotated[str, Field(min_length=1, max_length=40)], ...] = ()
    """Words to find it by."""
    source: str = ""
    """Where the idea comes from."""
