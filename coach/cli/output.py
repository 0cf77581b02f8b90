"""What commands print: JSON for programs, plain lines for people and screen readers."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from coach.core.analysis.findings import Analysis, Delivery, HedgeStatus, PausePlace, Story, Tier
from coach.core.checks import SITUATION_S
from coach.core.plain import plain
from coach.core.ports import Progress
from coach.core.rubric import CheckName
from coach.core.scorecard import Scorecard, Timing
from coach.core.spans import Evidence


def print_json(value: Any, *, lines: bool = False) -> None:
    """One JSON value; on one line for batches."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=None if lines else 2))


def say(line: str = "") -> None:
    """One line for people, with nothing in it that a terminal would obey."""
    encoding = sys.stdout.encoding or "utf-8"
    typer.echo(plain(line).encode(encoding, errors="replace").decode(encoding))


@contextmanager
def progress_on_stderr(what: str) -> Iterator[Progress]:
    """A progress line on the error channel while something long runs; nothing when that is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda share: bar.update(task, completed=share)


def reason(error: OSError) -> str:
    """Why the system refused, as a phrase for the middle of a sentence."""
    return (error.strerror or str(error)).lower()


def minutes(seconds: float) -> str:
    """A spoken length: 62.4 is 1:02."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def scorecard_lines(card: Scorecard, title: str) -> Iterator[str]:
    """The whole verdict as lines; every mark has a sign and a word."""
    yield f"{title}    {card.score:.0f} / 100   {card.level}"
    if card.capped_by:
        yield f"  Capped    {card.capped_by}"
    yield f"  Fix next  {card.fix_next}"
    for where in card.fix_evidence:
        yield f"            you said{_at(where)}: “{where.text}”"
    yield ""
    yield "  Ideas"
    for element in card.elements:
        sign, state = ("✓", "said") if element.met else ("✗", "missed")
        must = " (must)" if element.must else ""
        yield f"    {sign} {element.what}{must}: {state}, {element.points:.0f} of {element.max:.0f}"
        if element.met:
            yield from (f"        {_at(where).strip() or 'said'}: “{where.text}”" for where in element.evidence[:1])
        else:
            yield f"        say: “{element.repair}”"
    hit = [t for t in card.traps if t.hit]
    yield f"  Traps     {'none' if not hit else ''}".rstrip()
    for trap in hit:
        yield f"    ▲ {trap.what}: -{trap.penalty:.0f}"
        yield from (f"        {_at(where).strip() or 'said'}: “{where.text}”" for where in trap.evidence[:1])
        yield f"        instead: {trap.repair}"
    yield "  Checks"
    for check in card.checks:
        yield f"    {'✓' if check.passed else '✗'} {check.id}: {check.detail}"
    yield from analysis_lines(card.analysis)
    yield from _timing_lines(card.timing)
    if any(check.id == CheckName.STAR_SEGMENTS for check in card.checks):
        yield from _story_lines(card.analysis.story)
    yield f"  Judged    {card.matcher}"


def analysis_lines(analysis: Analysis) -> Iterator[str]:
    """Delivery and findings as lines."""
    delivery = analysis.delivery
    parts = [f"{delivery.words} words"]
    if delivery.duration_s is not None:
        parts.append(minutes(delivery.duration_s))
    if delivery.wpm is not None:
        parts.append(f"{delivery.wpm:.0f} wpm")
    if delivery.first_word_s is not None:
        parts.append(f"first word {delivery.first_word_s:.1f} s")
    if delivery.longest_pause_s:
        parts.append(f"longest … {delivery.longest_pause_s:.1f} s")
    yield f"  Delivery  {'   '.join(parts)}"
    yield from _pace_lines(delivery)
    certain = [f for f in analysis.fillers if f.tier is not Tier.UNCERTAIN]
    rate = f" ({delivery.fillers_per_min:.1f} a minute)" if delivery.fillers_per_min is not None else ""
    yield f"  Fillers   ~ at least {len(certain)}{rate}{_quoted([f.where for f in certain])}"
    for tier, how in ((Tier.HEARD, "heard in the sound only"), (Tier.UNCERTAIN, "perhaps, not counted")):
        heard = [_at(f.where).strip() for f in analysis.fillers if f.tier is tier]
        if heard:
            yield f"            {how}: {', '.join(heard)}"
    for crowd in delivery.filler_clusters:
        yield f"            {crowd.fillers} close together{_at(crowd.where)}: “{crowd.where.text}”"
    yield f"  Numbers   # {len(analysis.numbers)}{_quoted([n.where for n in analysis.numbers])}"
    unresolved = [h.where for h in analysis.it_depends if h.status is HedgeStatus.UNRESOLVED]
    yield f"  Depends   ? {len(unresolved)} open of {len(analysis.it_depends)}{_quoted(unresolved)}"
    bare = [t.where for t in analysis.tools if not t.justified]
    yield f"  Tools     {len(bare)} bare of {len(analysis.tools)}{_quoted(bare)}"


def _pace_lines(delivery: Delivery) -> Iterator[str]:
    if len(delivery.pace) > 1:
        slices = "  ".join(f"{minutes(p.time.start_s)} {p.wpm:.0f}" for p in delivery.pace)
        yield f"  Pace      words a minute from {slices}"
    if delivery.pause_places:
        inside = sum(place is PausePlace.INSIDE for place in delivery.pause_places)
        yield f"  Pauses    {len(delivery.pause_places)}, {inside or 'none'} inside a clause"


def _timing_lines(timing: Timing) -> Iterator[str]:
    parts = []
    if timing.overtime_s:
        parts.append(f"{minutes(timing.overtime_s)} over time")
    if timing.first_idea_s is not None:
        parts.append(f"first required idea at {minutes(timing.first_idea_s)}")
    if timing.first_number_s is not None:
        parts.append(f"first number at {minutes(timing.first_number_s)}")
    if parts:
        yield f"  Timing    {'   '.join(parts)}"


def _story_lines(story: Story | None) -> Iterator[str]:
    if story is None:
        return
    spent = story.seconds
    if spent is not None:
        yield (
            f"  Story     situation {spent.situation_s:.0f} s of {SITUATION_S:.0f}   task {spent.task_s:.0f} s   "
            f"action {spent.action_s:.0f} s   result {spent.result_s:.0f} s   insight {spent.insight_s:.0f} s"
        )
    yield f"  Judgment  {len(story.judgment)}{_quoted(list(story.judgment))}"
    yield f"  Others    {len(story.others)}{_quoted(list(story.others))}"


def _quoted(places: list[Evidence]) -> str:
    return ": " + ", ".join(f"“{p.text}”{_at(p)}" for p in places if p.text) if any(p.text for p in places) else ""


def _at(where: Evidence) -> str:
    return "" if where.start_s is None else f" at {minutes(where.start_s)}"
