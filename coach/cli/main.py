"""Start of the `coach` command: global options, the commands, and one way to fail."""

import os
import sys
from pathlib import Path
from typing import Annotated, cast

import typer

import coach
from coach.cli import (
    attempts,
    authoring,
    bench,
    content,
    evaluate,
    history,
    importing,
    keeping,
    machine,
    models,
    out,
    pad,
    practice,
    review,
    scoring,
    stories,
)
from coach.compose import Coach, Options
from coach.config import EngineName
from coach.core.plain import plain
from coach.core.ports import CoachError

GLOBAL_OPTIONS = ("--home", "--content", "--engine", "--model", "--device")
"""Options that may stand anywhere on the command line."""

app = typer.Typer(
    name="coach",
    help="An offline interview coach: hears your spoken answer, writes it down, judges it, keeps it.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for family in (
    practice,
    scoring,
    content,
    authoring,
    importing,
    models,
    machine,
    attempts,
    history,
    review,
    evaluate,
    bench,
    pad,
    out,
    keeping,
    stories,
):
    family.register(app)


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="Keep everything in this folder (or set COACH_HOME).")] = None,
    content_folders: Annotated[
        list[Path] | None, typer.Option("--content", help="A folder with your own drills/ and rubrics/; repeatable.")
    ] = None,
    engine: Annotated[str | None, typer.Option(help="Speech engine: faster-whisper or openai-whisper.")] = None,
    model: Annotated[str | None, typer.Option(help="Speech model: tiny.en or base.")] = None,
    device: Annotated[str | None, typer.Option(help="Microphone, by name; see 'coach devices'.")] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Open the coach; without a terminal, run its main job on the bundled spoken answer."""
    if version:
        typer.echo(f"coach {coach.__version__}")
        raise typer.Exit
    if engine not in {None, "faster-whisper", "openai-whisper"}:
        raise CoachError(f"There is no speech engine '{engine}'; use faster-whisper or openai-whisper.")
    context.obj = Coach(Options(home, tuple(content_folders or ()), cast("EngineName | None", engine), model, device))
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        practice.open_coach(context.obj)


def main() -> None:
    """Run the command; every failure is one sentence on the error channel and exit status 2."""
    try:
        status = app(args=hoist_global_options(sys.argv[1:]), standalone_mode=False, prog_name="coach")
    except (typer.Abort, KeyboardInterrupt):
        status = 130
    except typer.TyperException as error:
        status = _fail(f"{error.format_message().rstrip('.')}; run 'coach --help' for what there is.")
    except CoachError as error:
        status = _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as error:
        status = _fail(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}; check that place.")
    sys.exit(status if isinstance(status, int) else 0)


def hoist_global_options(arguments: list[str]) -> list[str]:
    """The same command line with the global options in front, so that they may stand behind a command too."""
    front: list[str] = []
    rest: list[str] = []
    position = 0
    while position < len(arguments):
        argument = arguments[position]
        if argument == "--":
            rest += arguments[position:]
            break
        name, joined, _ = argument.partition("=")
        if name in GLOBAL_OPTIONS:
            taken = 1 if joined else 2
            front += arguments[position : position + taken]
            position += taken
        else:
            rest.append(argument)
            position += 1
    return front + rest


def _fail(sentence: str) -> int:
    sys.stderr.write(f"coach: {plain(' '.join(sentence.split()))}\n")
    return 2
