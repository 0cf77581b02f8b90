"""`coach rescore`: stored answers judged again by today's rubrics."""

from typing import Annotated, Any

import typer

from coach.cli.output import print_json, progress_on_stderr, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.comparison import Change, PointChange
from coach.core.review import Rescored, Unscored


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(rescore)


def rescore(
    context: typer.Context,
    item: Annotated[str | None, typer.Option(help="Only attempts at this item.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also attempts whose verdict is of today's rubric already.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Judge stored answers by today's rubrics: who moves and why; the old scores are kept."""
    coach: Coach = context.obj
    if item is not None:
        coach.item(item)
    with progress_on_stderr("Judging again") as progress:
        found = list(coach.review.rescore(item, keep=not dry_run, everything=everything, progress=progress))
    done = [f for f in found if isinstance(f, Rescored)]
    left = [f for f in found if isinstance(f, Unscored)]
    if as_json:
        print_json(
            {
                "dry_run": dry_run,
                "rescored": [_rescored_json(each) for each in done],
                "left": [{"attempt": u.attempt.id, "item": u.attempt.item, "why": u.why} for u in left],
            }
        )
        return
    moved = [each for each in done if each.comparison.moved]
    for each in moved:
        for line in _lines(each):
            say(line)
    for unscored in left:
        say(f"{unscored.attempt.id}  left as it was: {unscored.why}")
    say(_summary(len(done), len(moved), dry_run))


def _summary(done: int, moved: int, dry_run: bool) -> str:
    if not done:
        return "Every verdict is of today's rubrics; 'coach rescore --all' judges them again all the same."
    answers = "1 answer" if done == 1 else f"{done} answers"
    kept = "nothing was written." if dry_run else "the old scores are kept."
    return f"{answers} judged again, {moved or 'none'} moved; {kept}"


def _lines(each: Rescored) -> list[str]:
    comparison, attempt = each.comparison, each.attempt
    levels = f"{comparison.before_level}"
    if comparison.before_level is not comparison.after_level:
        levels += f" → {comparison.after_level}"
    head = (
        f"{attempt.id}  {attempt.created_at:%Y-%m-%d %H:%M}  "
        f"{comparison.before_score:5.1f} → {comparison.after_score:5.1f}  {levels:15}  {attempt.item}"
    )
    lines = [head, f"    why: {each.why}"]
    for kind, points in (("idea", comparison.ideas), ("trap", comparison.traps), ("check", comparison.checks)):
        for point in points:
            if point.change in (Change.GAINED, Change.LOST):
                lines.append(f"    {_moved(kind, point)}")
    return lines


def _moved(kind: str, point: PointChange) -> str:
    gained = point.change is Change.GAINED
    now = {"idea": ("said", "not said"), "trap": ("avoided", "hit"), "check": ("passed", "failed")}[kind]
    evidence = point.after if (gained or kind == "trap") and point.after else point.before
    quote = f": “{evidence.text}”" if evidence and evidence.text else ""
    return f"{'✓' if gained else '✗'} {kind} {point.id} {now[0] if gained else now[1]}{quote}"


def _rescored_json(each: Rescored) -> dict[str, Any]:
    comparison = each.comparison
    return {
        "attempt": each.attempt.id,
        "item": each.attempt.item,
        "why": each.why,
        "moved": comparison.moved,
        "score": {"before": comparison.before_score, "after": comparison.after_score},
        "level": {"before": str(comparison.before_level), "after": str(comparison.after_level)},
        "rubric_version": {
            "before": each.attempt.scorecard.rubric_version if each.attempt.scorecard else None,
            "after": each.scorecard.rubric_version,
        },
        **{
            name: {
                "gained": [p.id for p in points if p.change is Change.GAINED],
                "lost": [p.id for p in points if p.change is Change.LOST],
            }
            for name, points in (
                ("ideas", comparison.ideas),
                ("traps", comparison.traps),
                ("checks", comparison.checks),
            )
        },
    }
