"""From what was matched and measured to the scorecard.

Content is the weight-proportional share of the elements less the penalties of the traps, never below 0; judgment is
shared equally by the checks; delivery by what could be measured of it. Points that nothing can earn (no checks in the
rubric, the times of a typed answer) belong to content. An answer of fewer than 25 words earns judgment and delivery
only in proportion to its words, since checks that find nothing wrong in silence prove nothing.
"""

from collections.abc import Sequence

from coach.core.analysis.findings import Analysis
from coach.core.checks import run_check
from coach.core.delivery_points import delivery_parts, measured_share
from coach.core.drill import Item
from coach.core.fix_next import fix_next
from coach.core.match_idea import Match
from coach.core.matching import Matches
from coach.core.rubric import Element, KillRule, Level, Rubric, Trap
from coach.core.scorecard import CheckResult, ElementResult, Scorecard, TrapResult
from coach.core.timing import timing_of
from coach.core.transcript import Transcript

FULL_ANSWER_WORDS = 25
"""From this many words judgment and delivery count in full: ten seconds of speech at 150 words a minute."""
NEARLY = 0.25
"""Closeness from which the words nearest to a missed element are shown as evidence."""


def score(rubric: Rubric, item: Item, analysis: Analysis, matches: Matches) -> Scorecard:
    """The verdict on one answer, from its matches and measurements alone."""
    transcript = analysis.transcript
    judgment_max = rubric.weights.judgment if rubric.checks else 0.0
    delivery_max = rubric.weights.delivery * measured_share(analysis.delivery)
    content_max = 100.0 - judgment_max - delivery_max
    elements = _elements(rubric.elements, matches.elements, transcript, content_max)
    traps = tuple(_trap(t, m, transcript) for t, m in zip(rubric.traps, matches.traps, strict=True))
    checks = tuple(run_check(c, analysis) for c in rubric.checks)
    delivery = delivery_parts(analysis.delivery, rubric.delivery)
    whole = min(1.0, len(transcript.words) / FULL_ANSWER_WORDS)

    content = max(0.0, sum(e.points for e in elements) - sum(t.penalty for t in traps))
    judgment = judgment_max * whole * _share([c.passed for c in checks])
    delivered = delivery_max * whole * _share([d.share for d in delivery])
    total = content + judgment + delivered
    capping = _capping(rubric.kill_rules, traps, checks, total)
    total = min(total, capping.cap) if capping else total
    fix = fix_next(
        elements,
        traps,
        checks,
        delivery,
        points_per_check=judgment_max / max(1, len(checks)),
        points_per_delivery=delivery_max / max(1, len(delivery)),
        capping=capping,
    )
    return Scorecard(
        item=item.id,
        rubric_version=rubric.version,
        score=round(total, 1),
        level=_level(rubric, round(total, 1), elements, traps),
        elements=elements,
        traps=traps,
        checks=checks,
        content_points=round(content, 1),
        judgment_points=round(judgment, 1),
        delivery_points=round(delivered, 1),
        capped_by=capping.id if capping else None,
        fix_next=fix.text,
        fix_evidence=fix.evidence,
        matcher=matches.matcher,
        analysis=analysis,
        timing=timing_of(analysis, elements, item.time.answer_s),
    )


def _elements(
    elements: Sequence[Element], matches: Sequence[Match], transcript: Transcript, content_max: float
) -> tuple[ElementResult, ...]:
    whole = sum(e.weight for e in elements)
    return tuple(
        _element(e, m, transcript, content_max * e.weight / whole) for e, m in zip(elements, matches, strict=True)
    )


def _element(element: Element, match: Match, transcript: Transcript, points: float) -> ElementResult:
    shown = match.spans if match.closeness >= NEARLY else ()
    return ElementResult(
        id=element.id,
        what=element.what,
        met=match.counts,
        must=element.must,
        points=points if match.counts else 0.0,
        max=points,
        evidence=tuple(transcript.evidence(s) for s in shown),
        rule=f"{match.rule}; {match.voided}" if match.voided else match.rule,
        closeness=match.closeness,
        repair="" if match.counts else element.repair,
    )


def _trap(trap: Trap, match: Match, transcript: Transcript) -> TrapResult:
    return TrapResult(
        id=trap.id,
        what=trap.what,
        hit=match.counts,
        serious=trap.serious,
        penalty=trap.penalty if match.counts else 0.0,
        evidence=tuple(transcript.evidence(s) for s in match.spans) if match.counts else (),
        rule=f"{match.rule}; {match.voided}" if match.voided else match.rule,
        repair=trap.repair if match.counts else "",
    )


def _share(parts: Sequence[float]) -> float:
    return sum(parts) / len(parts) if parts else 0.0


def _capping(
    rules: Sequence[KillRule], traps: Sequence[TrapResult], checks: Sequence[CheckResult], total: float
) -> KillRule | None:
    """The strictest kill rule that fired and is below the total."""
    causes = {("trap_hit", t.id) for t in traps if t.hit} | {("check_failed", c.id) for c in checks if not c.passed}
    fired = [r for r in rules if (r.when, r.id) in causes and r.cap < total]
    return min(fired, key=lambda r: r.cap, default=None)


def _level(rubric: Rubric, total: float, elements: Sequence[ElementResult], traps: Sequence[TrapResult]) -> Level:
    """Senior: the band, every must and no serious trap; mid: the band and at least one must; junior: the rest."""
    musts = [e.met for e in elements if e.must]
    serious = any(t.hit and t.serious for t in traps)
    if total >= rubric.bands.senior and all(musts) and not serious:
        return Level.SENIOR
    return Level.MID if total >= rubric.bands.mid and any(musts) else Level.JUNIOR
