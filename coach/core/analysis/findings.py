"""What the detectors find: values that every screen, file and score is made from.

Every finding carries `Evidence`, whose offsets point into `Transcript.text`.
"""

from dataclasses import dataclass
from enum import StrEnum

from coach.core.spans import Evidence, TimeSpan
from coach.core.transcript import Transcript


class FillerType(StrEnum):
    """The inventory of fillers (annotation rules, 1)."""

    FILLED_PAUSE = "filled_pause"
    DISCOURSE = "discourse"
    HEDGE = "hedge"
    OPENER = "opener"
    TAG = "tag"


class Tier(StrEnum):
    """How a filler is known."""

    TRANSCRIBED = "transcribed"
    """It stands in the transcript."""
    HEARD = "heard"
    """It was found in the audio only."""
    UNCERTAIN = "uncertain"
    """It may have been in the audio; shown, not counted."""


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler."""

    where: Evidence
    """The words; an empty span at the gap when it was only heard."""
    type: FillerType
    """Which sort."""
    tier: Tier = Tier.TRANSCRIBED
    """How it is known."""


class HedgeStatus(StrEnum):
    """What became of an 'it depends' (annotation rules, 2)."""

    UNRESOLVED = "unresolved"
    AXES = "axes"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Hedge:
    """One 'it depends' and the debt it opened."""

    where: Evidence
    """The hedge phrase, with a directly following 'on'."""
    status: HedgeStatus
    """Whether the debt was paid."""
    axes: tuple[str, ...] = ()
    """The concrete things it was said to depend on."""


@dataclass(frozen=True, slots=True)
class Number:
    """One quantity offered as evidence (annotation rules, 3)."""

    where: Evidence
    """The number with its unit words."""
    value: float
    """The value in `unit`, multiples written out: 4 TB is 4e12."""
    unit: str
    """percent, usd, seconds, minutes, hours, days, weeks, months, years, per_second, per_day, bytes, count, x,
    people or other."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One mention of a product or technology (annotation rules, 4)."""

    where: Evidence
    """The name as said."""
    justified: bool
    """Whether a reason, number, trade-off, consequence or alternative attaches to it."""


class StarPart(StrEnum):
    """The parts of a behavioral answer."""

    SITUATION = "S"
    TASK = "T"
    ACTION = "A"
    RESULT = "R"
    INSIGHT = "I"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StarSegment:
    """One sentence of a story and the part it plays."""

    where: Evidence
    part: StarPart


@dataclass(frozen=True, slots=True)
class Question:
    """One clarifying question put to the interviewer (annotation rules, 7)."""

    where: Evidence
    asks_consumer: bool
    """Whether it asks who consumes the result or how often."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who does the deciding verbs."""

    i: int = 0
    we: int = 0


@dataclass(frozen=True, slots=True)
class Verbatim:
    """How close an answer is to a line that had to be said word for word (annotation rules, 8)."""

    label: str
    """verbatim, close, paraphrase or missed."""
    similarity: float
    """0 to 1."""
    missing: tuple[str, ...]
    """Content words of the target that were not said."""


class PausePlace(StrEnum):
    """Where a pause falls: thinking between two clauses costs an answer less than breaking one off."""

    BETWEEN = "between"
    """Between two clauses."""
    INSIDE = "inside"
    """Inside a clause."""


@dataclass(frozen=True, slots=True)
class PaceSlice:
    """The pace of one stretch of the answer."""

    time: TimeSpan
    """From where to where, in the take."""
    words: int
    """Words said in it, filled pauses left out."""
    wpm: float
    """Words a minute."""


@dataclass(frozen=True, slots=True)
class FillerCluster:
    """Fillers crowded together."""

    where: Evidence
    """From the first of them to the last."""
    fillers: int
    """How many."""


@dataclass(frozen=True, slots=True)
class StarSeconds:
    """How long each part of a story was spoken, pauses left out, in seconds."""

    situation_s: float = 0.0
    task_s: float = 0.0
    action_s: float = 0.0
    result_s: float = 0.0
    insight_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Story:
    """What a story shows besides its parts (annotation rules, 6)."""

    seconds: StarSeconds | None
    """How long each part took; None for a typed answer."""
    judgment: tuple[Evidence, ...] = ()
    """The sentences that name two plausible options and the choice."""
    others: tuple[Evidence, ...] = ()
    """Somebody, or some team, named by name or role."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Pace and silence. Times come from the audio's speech stretches, never from word gaps."""

    words: int
    """Words said, filled pauses left out."""
    duration_s: float | None
    """Length of the take; None for a typed answer."""
    wpm: float | None
    """Words a minute from first to last speech; None for a typed answer."""
    articulation_wpm: float | None
    """Words a minute of voiced time alone; None for a typed answer."""
    first_word_s: float | None
    """Seconds from the start of the clock to the first speech; None for a typed answer or silence."""
    pauses: tuple[TimeSpan, ...]
    """Silences of at least a second between first and last speech."""
    longest_pause_s: float | None
    """The longest of them; None for a typed answer."""
    fillers_per_min: float | None
    """Certain fillers a minute; None for a typed answer."""
    fillers_per_100_words: float
    """Certain fillers per hundred words."""
    closing_silence_s: float | None = None
    """Silence held after the last word; None for a typed answer or silence."""
    pause_places: tuple[PausePlace, ...] = ()
    """Where each of the pauses falls, in the same order."""
    pace: tuple[PaceSlice, ...] = ()
    """The pace from first to last speech in slices of about 15 s; empty for a typed answer."""
    filler_clusters: tuple[FillerCluster, ...] = ()
    """Three certain fillers or more within ten seconds; empty for a typed answer."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was measured about one answer, before any rubric is held against it."""

    transcript: Transcript
    delivery: Delivery
    fillers: tuple[Filler, ...] = ()
    it_depends: tuple[Hedge, ...] = ()
    numbers: tuple[Number, ...] = ()
    tools: tuple[Tool, ...] = ()
    tool_list: bool = False
    """At least three different bare tools, and more than half of the mentions bare."""
    hypotheticals: tuple[Evidence, ...] = ()
    bad_mouthing: tuple[Evidence, ...] = ()
    ownership: Ownership = Ownership()
    star: tuple[StarSegment, ...] = ()
    story: Story | None = None
    """None in an analysis that was stored before stories were measured."""
    questions: tuple[Question, ...] = ()
    verbatim: Verbatim | None = None
    """None when the item has no target line."""
