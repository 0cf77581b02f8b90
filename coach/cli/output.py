"""What commands print: JSON for programs, plain lines for people and screen readers."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from coach.core.analysis.findings import Analysis, HedgeStatus, Tier
from coach.core.plain import plain
from coach.core.ports import Progress
from coach.core.scorecard import Scorecard
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
    certain = [f for f in analysis.fillers if f.tier is not Tier.UNCERTAIN]
    rate = f" ({delivery.fillers_per_min:.1f} a minute)" if delivery.fillers_per_min is not None else ""
    yield f"  Fillers   ~ at least {len(certain)}{rate}{_quoted([f.where for f in certain])}"
    yield f"  Numbers   # {len(analysis.numbers)}{_quoted([n.where for n in analysis.numbers])}"
    unresolved = [h.where for h in analysis.it_depends if h.status is HedgeStatus.UNRESOLVED]
    yield f"  Depends   ? {len(unresolved)} open of {len(analysis.it_depends)}{_quoted(unresolved)}"
    bare = [t.where for t in analysis.tools if not t.justified]
    yield f"  Tools     {len(bare)} bare of {len(analysis.tools)}{_quoted(bare)}"


def _quoted(places: list[Evidence]) -> str:
    return ": " + ", ".join(f"“{p.text}”{_at(p)}" for p in places if p.text) if any(p.text for p in places) else ""


def _at(where: Evidence) -> str:
    return "" if where.start_s is None else f" at {minutes(where.start_s)}"
