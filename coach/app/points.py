"""The points of a scorecard as one list to walk through; pure."""

from dataclasses import dataclass

from coach.app.signs import Signs
from coach.app.wording import label
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence


@dataclass(frozen=True, slots=True)
class Point:
    """One idea, trap or check."""

    group: str
    """Ideas, Traps or Checks."""
    name: str
    """A few words for the list."""
    good: bool
    must: bool
    """Whether an answer without it fails."""
    what: str
    """The idea or move in a sentence; for a check, what was counted."""
    rule: str
    """What matched, or what would have."""
    closeness: float | None
    """How close the best words came, 0 to 1; None where that is not measured."""
    points: str
    """Points won or lost, in a phrase."""
    repair: str
    """What to say or do instead; empty when nothing needs it."""
    evidence: tuple[Evidence, ...]

    def sign(self, signs: Signs) -> str:
        """Its sign: hit, missed, or the trap."""
        if self.good:
            return signs.hit
        return signs.trap if self.group == "Traps" else signs.miss

    @property
    def colour(self) -> str:
        """Its colour, a theme colour."""
        if self.good:
            return "$success"
        return "$error" if self.must or self.group == "Traps" else "$warning"


def points_of(card: Scorecard) -> tuple[Point, ...]:
    """Ideas, then the traps that were hit, then checks; a trap that was avoided is not worth a line."""
    ideas = [
        Point(
            "Ideas",
            label(e.id),
            e.met,
            e.must,
            e.what,
            e.rule,
            e.closeness,
            f"{round(e.points, 1):g}/{round(e.max, 1):g} points",
            "" if e.met else e.repair,
            e.evidence,
        )
        for e in card.elements
    ]
    traps = [
        Point("Traps", label(t.id), False, t.serious, t.what, t.rule, None, _loss(t.penalty), t.repair, t.evidence)
        for t in card.traps
        if t.hit
    ]
    checks = [
        Point("Checks", label(c.id), c.passed, False, c.detail, "", None, "", "" if c.passed else c.repair, c.evidence)
        for c in card.checks
    ]
    return (*ideas, *traps, *checks)


def _loss(penalty: float) -> str:
    return f"costs {round(penalty, 1):g} points"
