"""The one thing to fix next: what costs most, with a sentence to say instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.delivery_points import DeliveryPart
from coach.core.rubric import KillRule
from coach.core.scorecard import CheckResult, ElementResult, TrapResult
from coach.core.spans import Evidence

NOTHING_TO_FIX = "Nothing to fix: every idea was said and nothing cost points. Say it once more, shorter."


@dataclass(frozen=True, slots=True)
class Fix:
    """One piece of advice."""

    text: str
    evidence: tuple[Evidence, ...]


def fix_next(
    elements: Sequence[ElementResult],
    traps: Sequence[TrapResult],
    checks: Sequence[CheckResult],
    delivery: Sequence[DeliveryPart],
    *,
    points_per_check: float,
    points_per_delivery: float,
    capping: KillRule | None,
) -> Fix:
    """What to fix: the failure that capped the total, a serious trap, a missed must, then whatever costs most."""
    if capping is not None:
        return _capped(capping, traps, checks)
    serious = [t for t in traps if t.hit and t.serious]
    if serious:
        return _trap(max(serious, key=lambda t: t.penalty))
    musts = [e for e in elements if e.must and not e.met]
    if musts:
        return _element(max(musts, key=lambda e: (e.max, e.closeness)))
    losses = [(e.max, 3, _element(e)) for e in elements if not e.met]
    losses += [(t.penalty, 2, _trap(t)) for t in traps if t.hit]
    losses += [(points_per_check, 1, _check(c)) for c in checks if not c.passed]
    losses += [(points_per_delivery * (1 - d.share), 0, _delivery(d)) for d in delivery if d.share < 1]
    if not losses:
        return Fix(NOTHING_TO_FIX, ())
    return max(losses, key=lambda loss: loss[:2])[2]


def _capped(rule: KillRule, traps: Sequence[TrapResult], checks: Sequence[CheckResult]) -> Fix:
    if rule.when == "trap_hit":
        cause = _trap(next(t for t in traps if t.id == rule.id))
    else:
        cause = _check(next(c for c in checks if c.id == rule.id))
    return Fix(f"This alone holds the total at {rule.cap:g}. {cause.text}", cause.evidence)


def _element(element: ElementResult) -> Fix:
    return Fix(f'Say: "{element.repair}" Missing was: {_lower(element.what)}', element.evidence)


def _trap(trap: TrapResult) -> Fix:
    return Fix(f"Trap: {_lower(trap.what)} Instead: {trap.repair}", trap.evidence)


def _check(check: CheckResult) -> Fix:
    return Fix(f"{check.detail[:1].upper()}{check.detail[1:]}. Instead: {check.repair}", check.evidence)


def _delivery(part: DeliveryPart) -> Fix:
    return Fix(f"{part.detail[:1].upper()}{part.detail[1:]}. {part.repair}", ())


def _lower(sentence: str) -> str:
    """A sentence to follow a colon; a name or an abbreviation at its start stays as it is."""
    first = sentence.split(maxsplit=1)[0]
    return sentence if first.isupper() and len(first) > 1 else sentence[:1].lower() + sentence[1:]
