"""`coach export` and `coach report`: what was practised, for other programs, for a notebook, for a browser."""

import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.files import private_folder
from coach.adapters.out_file import write_out
from coach.adapters.take_places import sound_uri
from coach.cli.dates import start_of
from coach.cli.output import say
from coach.compose import Coach, now
from coach.core.drill import Item
from coach.core.export_markdown import markdown
from coach.core.exporting import COLUMNS, Cell, Exported, export_line, export_row
from coach.core.ports import CoachError, ContentError, StorageError
from coach.core.selection import Selection

ForceOption = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]
SinceOption = Annotated[str | None, typer.Option(help="Only attempts begun on this day (2026-11-23) or later.")]
ItemOption = Annotated[str | None, typer.Option(help="Only attempts at this item.")]


class Format(StrEnum):
    """How attempts can be exported."""

    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(export)
    app.command()(report)


def export(
    context: typer.Context,
    format: Annotated[  # noqa: A002, the name of the option
        Format | None, typer.Option(help="jsonl, csv or md; without it, as --to ends, else jsonl.")
    ] = None,
    to: Annotated[
        Path, typer.Option(help="A file, or a folder; - is standard output. Markdown fills a folder, a file each.")
    ] = Path("-"),
    item: ItemOption = None,
    since: SinceOption = None,
    force: ForceOption = False,
) -> None:
    """Hand attempts on: JSON Lines, CSV, or Markdown."""
    coach: Coach = context.obj
    chosen = format or _format_of(to)
    archive = _Reader(coach, Selection(item=item, since=start_of(since, "--since")))
    if chosen is Format.MD and str(to) != "-" and to.suffix != ".md":
        _fill_folder(archive, to, force=force)
        return
    if to.is_dir():
        to = to / f"coach-export.{chosen}"
    _write(to, _WRITERS[chosen](archive), force=force)
    archive.complain()
    if str(to) != "-":
        say(f"{counted(archive.done, 'attempt')} written to {to}.")


def report(
    context: typer.Context,
    to: Annotated[Path, typer.Option(help="The file to write; - is standard output.")] = Path("coach-report.html"),
    item: ItemOption = None,
    since: SinceOption = None,
    with_audio: Annotated[bool, typer.Option("--with-audio", help="Put the sound of the answers inside.")] = False,
    force: ForceOption = False,
) -> None:
    """Write one HTML page with trends, answers and transcripts; it opens offline, in any browser."""
    from coach.core.report import Request
    from coach.core.report import report as report_page

    coach: Coach = context.obj
    archive = _Reader(coach, Selection(item=item, since=start_of(since, "--since")))
    confined = [f"only {item}"] * (item is not None) + [f"since {since}"] * (since is not None)
    request = Request(
        attempts=archive.ids,
        read=archive.read,
        items=archive.items,
        made_at=now(),
        scope=", ".join(confined),
        sound=(lambda attempt: sound_uri(coach.places.recordings, attempt)) if with_audio else None,
    )
    size = _write(to, report_page(request), force=force)
    archive.complain()
    if str(to) != "-":
        say(f"{counted(archive.done, 'attempt')} on {to} ({size / 1e6:.1f} MB); open it in a browser.")


class _Reader:
    """The chosen attempts, read one at a time; a damaged one is left out and told at the end."""

    def __init__(self, coach: Coach, selection: Selection) -> None:
        from coach.adapters.notes_sqlite import SqliteNotes
        from coach.adapters.selected_sqlite import selected

        self._coach = coach
        self._notes = SqliteNotes(coach.database, now=now)
        self.items = _items(coach)
        self.ids = [kept.id for kept in selected(coach.database, selection)]
        self._damaged: dict[str, str] = {}
        self._folders = tuple(str(p) for p in (coach.places.home, coach.places.recordings, Path.home()))
        if selection.item is not None and not self.ids and selection.item not in self.items:
            coach.item(selection.item)

    @property
    def done(self) -> int:
        """How many attempts could be read."""
        return len(self.ids) - len(self._damaged)

    def read(self, attempt_id: str) -> Exported | None:
        """One attempt; None when it is damaged."""
        try:
            attempt = self._coach.store.get(attempt_id)
        except StorageError as error:
            self._damaged[attempt_id] = str(error)
            return None
        known = self.items.get(attempt.item)
        note = self._notes.of(attempt_id)
        return Exported(attempt, title=known.title if known else "", note=note, folders=self._folders)

    def __iter__(self) -> Iterator[Exported]:
        return (found for attempt_id in self.ids if (found := self.read(attempt_id)) is not None)

    def complain(self) -> None:
        """Say on the error channel what was left out."""
        for attempt_id, why in self._damaged.items():
            typer.echo(f"coach: {attempt_id} is left out: {why}", err=True)


def _items(coach: Coach) -> Mapping[str, Item]:
    """The items, for their titles; answers can be handed on without them."""
    try:
        return coach.library.items
    except ContentError:
        return {}


def _json_lines(archive: _Reader) -> Iterator[str]:
    return (f"{export_line(each)}\n" for each in archive)


def _csv(archive: _Reader) -> Iterator[str]:
    yield _csv_line(COLUMNS)
    yield from (_csv_line(export_row(each)) for each in archive)


def _markdown(archive: _Reader) -> Iterator[str]:
    for number, each in enumerate(archive):
        yield ("\n---\n\n" if number else "") + markdown(each)


def _csv_line(cells: Sequence[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


_WRITERS: Mapping[Format, Callable[[_Reader], Iterator[str]]] = {
    Format.JSONL: _json_lines,
    Format.CSV: _csv,
    Format.MD: _markdown,
}


def _fill_folder(archive: _Reader, folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise CoachError(f"{folder} is a file; name a folder, or a file that ends in .md.")
    if not folder.exists():
        private_folder(folder)
    for each in archive:
        write_out(folder / f"{each.attempt.id}-{each.attempt.item}.md", [markdown(each)], force=force)
    archive.complain()
    say(f"{counted(archive.done, 'attempt')} written to {folder}, a file each.")


def _write(to: Path, chunks: Iterator[str], *, force: bool) -> int:
    if str(to) != "-":
        return write_out(to, chunks, force=force)
    return sum(sys.stdout.buffer.write(chunk.encode("utf-8", errors="replace")) for chunk in chunks)


def _format_of(to: Path) -> Format:
    ending = to.suffix.lower().lstrip(".")
    return Format(ending) if ending in set(Format) else Format.JSONL


def counted(number: int, what: str) -> str:
    """A number with its word: 1 attempt, 2 attempts."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def stamp(moment: datetime) -> str:
    """A moment as a part of a file name."""
    return f"{moment:%Y%m%d-%H%M%S}"
