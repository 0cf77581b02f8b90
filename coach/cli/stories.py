"""`coach stories` and `coach ledger`: the story matrix, on paper too, and the numbers of the projects."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from coach.adapters.files import replace_file
from coach.adapters.matrix_pdf import matrix_pdf
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.contradictions import Contradiction, Quote, contradictions, said_in
from coach.core.drill import Kind
from coach.core.matrix_print import matrix_html, matrix_markdown
from coach.core.plain import one_line
from coach.core.ports import ContentError
from coach.core.stories import Axis, Matrix, Told, gaps, overuse

FORMATS: dict[str, Callable[[Matrix], bytes]] = {
    "md": lambda matrix: matrix_markdown(matrix).encode(),
    "html": lambda matrix: matrix_html(matrix).encode(),
    "pdf": matrix_pdf,
}
"""How the matrix is put on paper."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    family = typer.Typer(invoke_without_command=True, help="The story matrix: list it, print it.")
    family.callback()(stories)
    family.command(name="print")(print_matrix)
    app.add_typer(family, name="stories")
    app.command()(ledger)


def stories(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the stories by axis, what they lack, how often they were told."""
    if context.invoked_subcommand is not None:
        return
    coach: Coach = context.obj
    matrix = coach.stories.book.load().records
    told = coach.stories.history.told()
    holes = gaps(matrix, coach.library.items)
    leaned = overuse(matrix, told)
    if as_json:
        print_json(
            {
                "stories": [
                    _story_json(story.model_dump(mode="json"), story.length_s, told.get(story.id)) for story in matrix
                ],
                "gaps": [{"kind": g.kind, "axis": g.axis, "story": g.story or None, "what": g.what} for g in holes],
                "overused": [{"story": o.story, "why": o.why} for o in leaned],
            }
        )
        return
    for axis in Axis:
        of_axis = [s for s in matrix if s.axis is axis]
        if not of_axis:
            say(f"{axis.label:24} no story yet")
        for story in of_axis:
            known = told.get(story.id)
            times = f"told {known.times} x" if known else "never told"
            best = f", best {known.best:.0f}" if known and known.best is not None else ""
            say(f"{axis.label:24} {one_line(story.title)}   {story.length_s:.0f} s   {times}{best}")
            for hole in holes:
                if hole.story == story.id:
                    say(f"{'':24} missing: {hole.what}")
    for each in leaned:
        say(f"Overused: {each.story} is {each.why}.")
    say()
    say(f"Edit them in the app (coach, then s) or in {coach.places.stories}")


def _story_json(fields: dict[str, Any], length_s: float, told: Told | None) -> dict[str, Any]:
    return {
        **fields,
        "length_s": round(length_s, 1),
        "told": told.times if told else 0,
        "last_told": told.last_at.isoformat() if told else None,
        "best": told.best if told else None,
    }


def print_matrix(
    context: typer.Context,
    style: Annotated[str, typer.Option("--format", help="md, html or pdf.")] = "md",
    to: Annotated[Path | None, typer.Option(help="Write it into this file; without it, md and html are shown.")] = None,
) -> None:
    """Put the matrix on one page."""
    coach: Coach = context.obj
    if style not in FORMATS:
        raise ContentError(f"There is no format '{one_line(style)}'; use {', '.join(FORMATS)}.")
    if to is None and style == "pdf":
        raise ContentError("A PDF is no text to show; name a file with --to.")
    page = FORMATS[style](coach.stories.book.load().records)
    if to is None:
        typer.echo(page.decode(), nl=False)
        return
    if not to.absolute().parent.is_dir():
        raise ContentError(f"There is no folder {to.absolute().parent}; make it, or write somewhere else.")
    if to.is_dir():
        raise ContentError(f"{to} is a folder; name a file in it.")
    replace_file(to, page)
    say(f"Written: {to}")


def ledger(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the projects with their three numbers, and what was said that does not agree with them."""
    coach: Coach = context.obj
    projects = coach.ledger.load().records
    items = coach.library.items
    kinds = {i.id for i in items.values() if i.kind is Kind.BEHAVIORAL}
    told = [a for a in coach.store.attempts() if a.item in kinds and a.transcript is not None]
    found = contradictions(said_in(told, coach.stories.history.tellings()), projects)
    if as_json:
        print_json(
            {
                "projects": [{**p.model_dump(mode="json"), "missing": list(p.missing())} for p in projects],
                "contradictions": [_contradiction_json(c) for c in found],
            }
        )
        return
    for project in projects:
        say(f"{one_line(project.name)}   {one_line(project.period)}".rstrip())
        for part, figure in project.figures():
            say(f"  {part.heading:20} {one_line(figure.text)}   {figure.date}".rstrip())
        for what in project.missing():
            say(f"  missing: {what}")
    if not projects:
        say(f"No project yet; add them in the app (coach, then s, l) or in {coach.places.ledger}")
    for each in found:
        say(f"Does not agree: {_quoted(each.said)}")
        if each.ledger is not None:
            say(f"  with the ledger ({each.project}): {one_line(each.ledger.text)}")
        elif each.earlier is not None:
            say(f"  with {_quoted(each.earlier)}")


def _quoted(quote: Quote) -> str:
    return f"{one_line(quote.number.text)}, {quote.at:%Y-%m-%d}: “{one_line(quote.sentence)}”"


def _contradiction_json(each: Contradiction) -> dict[str, Any]:
    return {
        "said": _quote_json(each.said),
        "earlier": _quote_json(each.earlier) if each.earlier else None,
        "project": each.project or None,
        "part": each.part,
        "ledger": each.ledger.model_dump(mode="json") if each.ledger else None,
    }


def _quote_json(quote: Quote) -> dict[str, Any]:
    return {
        "attempt": quote.attempt,
        "at": quote.at.isoformat(),
        "start": quote.number.start,
        "end": quote.number.end,
        "text": quote.number.text,
        "start_s": quote.number.start_s,
        "end_s": quote.number.end_s,
        "sentence": quote.sentence,
    }
