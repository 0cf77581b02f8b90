"""`coach history` and `coach trends`: look through all attempts, search what was said, see how it goes."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from coach.cli.output import minutes, print_json, progress_on_stderr, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach, now
from coach.core.drill import Kind
from coach.core.history import AttemptLine, Filter, Hit
from coach.core.ports import CoachError
from coach.core.rubric import Level
from coach.core.search import read_search
from coach.core.trends import Measure, MissedIdea, Series

Name = TypeVar("Name", bound=StrEnum)

NAMES = {
    Measure.SCORE: "Score",
    Measure.FILLERS: "Fillers a minute",
    Measure.PACE: "Words a minute",
    Measure.PAUSE: "Longest pause, s",
    Measure.HEDGES: "Hedges left open",
}


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(history)
    app.command()(trends)


def history(
    context: typer.Context,
    kind: Annotated[str | None, typer.Option(help=f"Only this kind: {', '.join(Kind)}.")] = None,
    item: Annotated[str | None, typer.Option(help="Only attempts at this item.")] = None,
    level: Annotated[str | None, typer.Option(help=f"Only this level: {', '.join(Level)}.")] = None,
    since: Annotated[str | None, typer.Option(help="Only from this day on, as 2026-11-22.")] = None,
    audio: Annotated[bool | None, typer.Option("--audio/--no-audio", help="Only with a take, or only without.")] = None,
    search: Annotated[
        str | None, typer.Option(help='Only answers with these words; "words in quotes" stand together.')
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many, newest first.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Look through the attempts, newest first, and search everything that was said in them."""
    coach: Coach = context.obj
    chosen = Filter(
        kind=_one_of(Kind, "kind", kind),
        item=_practised_item(coach, item),
        level=_one_of(Level, "level", level),
        since=_day(since),
        has_audio=audio,
    )
    with progress_on_stderr("Taking figures of earlier answers") as progress:
        coach.history.catch_up(progress)
    if search is not None:
        wanted = read_search(search)
        if not wanted:
            raise CoachError("There is no word in that search; give at least one word.")
        hits = coach.history.search(wanted, chosen, limit)
        _print_hits(hits, as_json=as_json)
        return
    lines = coach.history.lines(chosen, limit)
    if as_json:
        print_json([_line_json(line) for line in lines])
        return
    if not lines:
        say("No attempt fits." if chosen != Filter() else "Nothing was practised yet; run 'coach'.")
    for line in lines:
        say(_line(line))


def trends(
    context: typer.Context,
    item: Annotated[str | None, typer.Option(help="Only answers to this item.")] = None,
    as_json: JsonOption = False,
) -> None:
    """See how score and delivery move, which ideas are missed most often, and how much was practised."""
    coach: Coach = context.obj
    of = _practised_item(coach, item)
    with progress_on_stderr("Taking figures of earlier answers") as progress:
        coach.history.catch_up(progress)
    found = coach.history.trends(of)
    missed = coach.history.most_missed(of)
    practised = coach.history.practised(now().date())
    series = [found.series(measure) for measure in Measure]
    if as_json:
        print_json(
            {
                "item": of,
                "answers": len(found.points),
                "points": [
                    {"attempt": p.attempt, "item": p.item, "at": p.at.isoformat(), **{m: p.value(m) for m in Measure}}
                    for p in found.points
                ],
                "medians": {s.measure: list(s.medians) for s in series},
                "missed": [
                    {"item": m.item, "element": m.element, "must": m.must, "missed": m.missed, "of": m.of}
                    for m in missed
                ],
                "practised": {
                    "today_s": round(practised.today_s, 3),
                    "week_s": round(practised.week_s, 3),
                    "all_s": round(practised.all_s, 3),
                    "answers": practised.answers,
                    "days": practised.days,
                    "streak_days": practised.streak_days,
                },
            }
        )
        return
    answers = _count(practised.answers, "answer")
    say(f"Streak {_count(practised.streak_days, 'day')}, {answers} on {_count(practised.days, 'day')}")
    spoken = f"{minutes(practised.week_s)} in 7 days, {minutes(practised.all_s)} in all"
    say(f"Spoken {minutes(practised.today_s)} today, {spoken}")
    if not found.points:
        say("No answer was scored yet.")
        return
    say(f"{_count(len(found.points), 'scored answer')}; medians of up to seven, at the beginning and at the end:")
    for each in series:
        say(f"  {NAMES[each.measure]:18} {_moved(each)}")
    if missed:
        say("Missed most often")
    for idea in missed:
        say(f"  {idea.missed:4} of {idea.of:<4} {_what(coach, idea)}")


def _print_hits(hits: list[Hit], *, as_json: bool) -> None:
    if as_json:
        print_json([_hit_json(hit) for hit in hits])
        return
    if not hits:
        say("No answer has these words.")
    for hit in hits:
        say(_line(hit.line))
        say(f"    {minutes(hit.at_s) if hit.at_s is not None else 'typed'}  {_marked(hit)}")


def _line(line: AttemptLine) -> str:
    verdict = f"{line.score:5.0f} {line.level:7}" if line.score is not None and line.level else f"{line.state:13}"
    length = minutes(line.duration_s) if line.duration_s is not None else "typed"
    return f"{line.id}  {line.created_at:%Y-%m-%d %H:%M}  {verdict}  {length:>6}  {line.item}"


def _marked(hit: Hit) -> str:
    shown, text, at = hit.snippet, "", 0
    for mark in shown.marks:
        text += f"{shown.text[at : mark.start]}[{shown.text[mark.start : mark.end]}]"
        at = mark.end
    text += shown.text[at:]
    return " ".join(f"{'…' if shown.cut_before else ''}{text}{'…' if shown.cut_after else ''}".split())


def _line_json(line: AttemptLine) -> dict[str, Any]:
    return {
        "attempt": line.id,
        "item": line.item,
        "kind": line.kind,
        "created_at": line.created_at.isoformat(),
        "source": line.source,
        "state": line.state,
        "score": line.score,
        "level": line.level,
        "words": line.words,
        "fillers_per_min": line.fillers_per_min,
        "wpm": line.wpm,
        "duration_s": line.duration_s,
        "has_audio": line.has_audio,
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    shown = hit.snippet
    return {
        **_line_json(hit.line),
        "snippet": shown.text,
        "marks": [{"start": m.start, "end": m.end} for m in shown.marks],
        "at_s": hit.at_s,
    }


def _moved(series: Series) -> str:
    if not series.values:
        return "not measured yet"
    return f"{series.begin:6.1f}  to {series.medians[-1]:6.1f}"


def _what(coach: Coach, idea: MissedIdea) -> str:
    item = coach.library.items.get(idea.item)
    elements = coach.library.rubric_of(item).elements if item else ()
    what = next((e.what for e in elements if e.id == idea.element), idea.element)
    return f"{what}{' (must)' if idea.must else ''}  {idea.item}"


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _practised_item(coach: Coach, item: str | None) -> str | None:
    """An item that was practised or can be; one that left the content keeps its history. Raises ContentError."""
    if item is None or coach.history.count(Filter(item=item)):
        return item
    return coach.item(item).id


def _one_of(names: type[Name], what: str, given: str | None) -> Name | None:
    if given is None:
        return None
    try:
        return names(given)
    except ValueError:
        raise CoachError(f"There is no {what} '{given}'; the {what}s are {', '.join(names)}.") from None


def _day(given: str | None) -> datetime | None:
    if given is None:
        return None
    try:
        return datetime.strptime(given, "%Y-%m-%d").astimezone()
    except ValueError:
        raise CoachError(f"'{given}' is no day; write it as 2026-11-22.") from None
