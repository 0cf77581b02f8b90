"""The verdict on one answer: every point won or lost, with the words that caused it."""

from dataclasses import dataclass

from coach.core.analysis.findings import Analysis
from coach.core.rubric import Level
from coach.core.spans import Evidence


@dataclass(frozen=True, slots=True)
class ElementResult:
    """Whether one idea was expressed."""

    id: str
    what: str
    met: bool
    must: bool
    points: float
    """Points won of the 100."""
    max: float
    """Points that could be won."""
    evidence: tuple[Evidence, ...]
    """The words that expressed it; the nearest words when it was missed and something came close."""
    rule: str
    """What matched, or what would have, in words for the candidate."""
    closeness: float
    """How close the best words came, 0 to 1; the idea counts from 0.5."""
    repair: str
    """What to say instead, when it was missed."""


@dataclass(frozen=True, slots=True)
class TrapResult:
    """Whether one weak move was made."""

    id: str
    what: str
    hit: bool
    serious: bool
    penalty: float
    """Points taken off the total."""
    evidence: tuple[Evidence, ...]
    rule: str
    repair: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether one generic check passed."""

    id: str
    passed: bool
    detail: str
    """What was counted, in a phrase."""
    evidence: tuple[Evidence, ...] = ()
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """When the answer got to the point, held against the clock of its item; all None for a typed answer."""

    overtime_s: float | None = None
    """How long the speech ran past the time of the item; 0 within it."""
    first_idea_s: float | None = None
    """When the first required idea began; None as well when none was said."""
    first_number_s: float | None = None
    """When the first number was said; None as well when none was."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole verdict."""

    item: str
    rubric_version: int
    score: float
    """0 to 100, one decimal."""
    level: Level
    elements: tuple[ElementResult, ...]
    traps: tuple[TrapResult, ...]
    checks: tuple[CheckResult, ...]
    content_points: float
    judgment_points: float
    delivery_points: float
    capped_by: str | None
    """The kill rule that set the total, if one did."""
    fix_next: str
    """The one thing to fix next, with a sentence to say instead."""
    fix_evidence: tuple[Evidence, ...]
    """The words that caused it, when there are any."""
    matcher: str
    """Which matcher judged: with the sentence model or without it."""
    analysis: Analysis
    timing: Timing = Timing()
    """Empty in a verdict that was stored before it was measured."""
