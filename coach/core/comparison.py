"""Two verdicts on one item side by side: what was gained, what was lost, which figures moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from coach.core.analysis.findings import HedgeStatus, Tier
from coach.core.rubric import Level
from coach.core.scorecard import CheckResult, ElementResult, Scorecard, TrapResult
from coach.core.spans import Evidence


class Change(StrEnum):
    """What became of one point from the earlier verdict to the later one."""

    GAINED = "gained"
    """Wrong before, right after."""
    LOST = "lost"
    """Right before, wrong after."""
    KEPT = "kept"
    """Right in both."""
    MISSING = "missing"
    """Wrong in both."""


@dataclass(frozen=True, slots=True)
class PointChange:
    """One idea, trap or check in both verdicts; a trap is right when it was avoided."""

    id: str
    what: str
    """The idea or the move in a sentence; for a check, its id."""
    change: Change
    must: bool = False
    """Whether an answer without it fails; for a trap, whether it is serious."""
    before: Evidence | None = None
    """The words that decided it in the earlier answer, the first of them; None when there are none."""
    after: Evidence | None = None
    """The same in the later answer."""
    before_detail: str = ""
    """For a check, what was counted in the earlier answer."""
    after_detail: str = ""
    """The same in the later answer."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One measure of delivery in both answers."""

    name: str
    unit: str
    """Unit of the figure, as it is shown behind it; empty for a bare count."""
    before: float | None
    """None where it was not measured: a typed answer has no times."""
    after: float | None

    @property
    def difference(self) -> float | None:
        """How much it rose; None when one of the two is unknown."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier and a later verdict on one item."""

    before_score: float
    after_score: float
    before_level: Level
    after_level: Level
    ideas: tuple[PointChange, ...]
    """In the order of the later verdict; those only the earlier one knew come last."""
    traps: tuple[PointChange, ...]
    """The traps that were hit in one of the two at least."""
    checks: tuple[PointChange, ...]
    figures: tuple[FigureChange, ...]

    @property
    def moved(self) -> bool:
        """Whether the score, the level or any point is different."""
        points = (*self.ideas, *self.traps, *self.checks)
        return (
            self.before_score != self.after_score
            or self.before_level is not self.after_level
            or any(p.change in (Change.GAINED, Change.LOST) for p in points)
        )


def compare(before: Scorecard, after: Scorecard) -> Comparison:
    """What changed from one verdict to another; ideas are told apart by id, so the rubric may have changed between."""
    return Comparison(
        before.score,
        after.score,
        before.level,
        after.level,
        tuple(_idea(b, a) for b, a in _pairs(before.elements, after.elements)),
        tuple(_trap(b, a) for b, a in _pairs(before.traps, after.traps) if (b and b.hit) or (a and a.hit)),
        tuple(_check(b, a) for b, a in _pairs(before.checks, after.checks)),
        tuple(_figures(before, after)),
    )


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Point = TypeVar("_Point", bound=_Named)


def _pairs(before: Sequence[_Point], after: Sequence[_Point]) -> Iterable[tuple[_Point | None, _Point | None]]:
    earlier: Mapping[str, _Point] = {p.id: p for p in before}
    later = {p.id for p in after}
    yield from ((earlier.get(p.id), p) for p in after)
    yield from ((p, None) for p in before if p.id not in later)


def _idea(before: ElementResult | None, after: ElementResult | None) -> PointChange:
    shown = after or before
    return PointChange(
        id=shown.id if shown else "",
        what=shown.what if shown else "",
        change=_change(bool(before and before.met), bool(after and after.met)),
        must=bool(shown and shown.must),
        before=_first(before.evidence) if before and before.met else None,
        after=_first(after.evidence) if after and after.met else None,
    )


def _trap(before: TrapResult | None, after: TrapResult | None) -> PointChange:
    shown = after or before
    return PointChange(
        id=shown.id if shown else "",
        what=shown.what if shown else "",
        change=_change(not (before and before.hit), not (after and after.hit)),
        must=bool(shown and shown.serious),
        before=_first(before.evidence) if before else None,
        after=_first(after.evidence) if after else None,
    )


def _check(before: CheckResult | None, after: CheckResult | None) -> PointChange:
    shown = after or before
    name = shown.id if shown else ""
    return PointChange(
        id=name,
        what=name,
        change=_change(bool(before and before.passed), bool(after and after.passed)),
        before=_first(before.evidence) if before else None,
        after=_first(after.evidence) if after else None,
        before_detail=before.detail if before else "",
        after_detail=after.detail if after else "",
    )


def _change(right_before: bool, right_after: bool) -> Change:
    if right_after:
        return Change.KEPT if right_before else Change.GAINED
    return Change.LOST if right_before else Change.MISSING


def _first(evidence: Sequence[Evidence]) -> Evidence | None:
    return evidence[0] if evidence else None


def _figures(before: Scorecard, after: Scorecard) -> Iterable[FigureChange]:
    measured = {name: (unit, value) for name, unit, value in _measures(before)}
    for name, unit, value in _measures(after):
        yield FigureChange(name, unit, measured[name][1], value)


def _measures(card: Scorecard) -> Iterable[tuple[str, str, float | None]]:
    """Name, unit and value of each figure; the names are the same for every verdict."""
    analysis = card.analysis
    delivery = analysis.delivery
    yield "length", "s", delivery.duration_s
    yield "words", "", float(delivery.words)
    yield "pace", "wpm", delivery.wpm
    yield "first word", "s", delivery.first_word_s
    yield "longest pause", "s", delivery.longest_pause_s
    yield "fillers", "", float(sum(f.tier is not Tier.UNCERTAIN for f in analysis.fillers))
    yield "fillers a minute", "", delivery.fillers_per_min
    yield "numbers", "", float(len(analysis.numbers))
    yield "open it-depends", "", float(sum(h.status is HedgeStatus.UNRESOLVED for h in analysis.it_depends))
    yield "first required idea", "s", card.timing.first_idea_s
    yield "over time", "s", card.timing.overtime_s
