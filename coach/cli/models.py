"""`coach models`: list, install and verify speech models."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.model_catalogue import DEFAULT_MODEL, ModelEntry, catalogue, find_model
from coach.adapters.model_sources import default_sources
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.ports import ModelError

family = typer.Typer(
    help="Speech models: list, install, verify.",
    rich_markup_mode=None,
    invoke_without_command=True,
    add_completion=False,
)


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.add_typer(family, name="models")


@family.callback()
def models(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the models there are, and which are installed."""
    if context.invoked_subcommand is not None:
        return
    coach: Coach = context.obj
    installed = set(coach.models.installed())
    rows = [
        {
            "name": entry.name,
            "engine": entry.engine,
            "installed": entry in installed,
            "size_bytes": entry.size_bytes,
            "licence": entry.licence,
            "summary": entry.summary,
        }
        for entry in catalogue()
    ]
    if as_json:
        print_json(rows)
        return
    for row, entry in zip(rows, catalogue(), strict=True):
        size = f"{entry.size_bytes / 1e6:4.0f} MB" if entry.size_bytes else "       "
        state = "installed" if row["installed"] else entry.install_command
        say(f"{entry.name:10} {entry.engine:15} {size}  {state}")
        say(f"           {entry.summary}")


@family.command(name="list")
def list_models(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the models there are, and which are installed."""
    models(_without_subcommand(context), as_json)


@family.command()
def install(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The model; see 'coach models'.")] = DEFAULT_MODEL,
    source: Annotated[Path | None, typer.Option("--from", help="Take the files from this folder.")] = None,
) -> None:
    """Install a model; every byte is checked against its pinned digest before it is kept."""
    coach: Coach = context.obj
    entry = _entry(coach, name)
    if source is not None and not source.is_dir():
        raise ModelError(f"There is no folder {source}; name the folder that holds the files of {name}.")
    bar = _Bar(f"Installing {entry.name}")
    folder = coach.models.install(entry.name, entry.engine, default_sources(source), bar)
    bar.close()
    say(f"{entry.name} for {entry.engine} is installed and checked in {folder}")


@family.command()
def verify(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The model; without it, every installed one.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Read every byte of the installed models and compare it with the pinned digests."""
    coach: Coach = context.obj
    entries = coach.models.installed() if name is None else (_entry(coach, name),)
    faults = {entry: coach.models.verify(entry.name, entry.engine) for entry in entries}
    if as_json:
        print_json([{"name": e.name, "engine": e.engine, "faults": f} for e, f in faults.items()])
    elif not faults:
        say("No model is installed; run 'coach models install'.")
    else:
        for entry, found in faults.items():
            say(f"{entry.name:10} {entry.engine:15} {'; '.join(found) if found else 'ok'}")
    broken = [e for e, f in faults.items() if f]
    if broken:
        raise ModelError(f"The model {broken[0].name} is not whole; run `{broken[0].install_command}`.")


def _entry(coach: Coach, name: str) -> ModelEntry:
    named = [e for e in catalogue() if e.name == name]
    if len(named) == 1:
        return named[0]
    return find_model(name, coach.settings.engine)


def _without_subcommand(context: typer.Context) -> typer.Context:
    context.invoked_subcommand = None
    return context


class _Bar:
    """Progress on the error channel: a live line in a terminal, a line per quarter elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._live = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, share: float, what: str) -> None:
        percent = int(share * 100)
        step = percent if self._live else percent // 25
        if step == self._shown:
            return
        self._shown = step
        end = "\r" if self._live else "\n"
        line = f"{self._what}: {percent:3d} %  {what}"
        sys.stderr.write(f"{line[:78]:78}{end}" if self._live else line + end)
        sys.stderr.flush()

    def close(self) -> None:
        if self._live:
            sys.stderr.write("\n")
