"""`coach pad`: judge a query or a program that was written by hand, without the app."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.answers import read_text
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.pad_ports import PadVerdict
from coach.core.pad_wire import pad_json
from coach.core.ports import ContentError
from coach.core.rows import table


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(pad)


def pad(
    context: typer.Context,
    item: Annotated[str, typer.Argument(help="The item it was written for; see 'coach list --kind sql'.")],
    sql: Annotated[
        Path | None,
        typer.Option("--sql", "--code", help="A file with the query or the program; - reads standard input."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Judge a query (run over small tables) or a program (read, never run) without keeping it."""
    coach: Coach = context.obj
    coach.item(item)
    judge = coach.pad_judge
    task = judge.task(item)
    if sql is None:
        raise ContentError(f"Name what to judge: --sql FILE, or --sql - for standard input. The task: {task.ask}")
    verdict = judge.judge(item, read_text(sql))
    if as_json:
        print_json(pad_json(item, verdict))
        return
    _print(verdict)


def _print(verdict: PadVerdict) -> None:
    line = f"line {verdict.line}: " if verdict.line else ""
    say(f"{'✓' if verdict.right else '✗'} {line}{verdict.message}")
    for name, rows in (("missing", verdict.missing), ("not asked for", verdict.extra)):
        if rows:
            say(f"  {name}")
            for each in table(verdict.columns, rows):
                say(f"    {each}")
    for construct in verdict.constructs:
        say(f"  {'✓' if construct.met else '✗'} {construct.name}{'' if construct.met else f': {construct.why}'}")
