"""`coach backup`, `coach restore` and `coach forget`: keeping everything safe, and letting go for good."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.dates import start_of
from coach.cli.out import ForceOption, counted, stamp
from coach.cli.output import progress_on_stderr, say
from coach.compose import Coach, now
from coach.core.ports import CoachError
from coach.core.selection import Selection

if TYPE_CHECKING:
    from coach.adapters.forgetting import Plan

_LISTED = 10
"""So many attempts are named before the question; the rest is counted."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(backup)
    app.command()(restore)
    app.command()(forget)


def backup(
    context: typer.Context,
    to: Annotated[Path | None, typer.Option(help="The file to write; without it, coach-backup-TIME.zip here.")] = None,
    without_audio: Annotated[bool, typer.Option("--without-audio", help="Leave the takes out.")] = False,
    force: ForceOption = False,
) -> None:
    """Write attempts, takes, settings, stories, figures and own content into one file; see 'coach restore'."""
    from coach.adapters.archive import back_up

    coach: Coach = context.obj
    moment = now()
    name = f"coach-backup-{stamp(moment)}.zip"
    target = Path(name) if to is None else to / name if to.is_dir() else to
    with progress_on_stderr(f"Writing {target.name}") as progress:
        done = back_up(coach.places, target, moment, with_audio=not without_audio, force=force, progress=progress)
    audio = "without their sound" if without_audio else "with their sound"
    say(f"{counted(done.manifest.attempts, 'attempt')} {audio} are in {target} ({done.size_bytes / 1e6:.1f} MB).")
    say("It is not encrypted: keep it where only you can read it.")
    for link in done.links:
        say(f"Left out: {link} is a link; copy what it leads to yourself.")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file written by 'coach backup'.")],
    replace: Annotated[bool, typer.Option("--replace", help="Move what is there aside, then restore.")] = False,
) -> None:
    """Put a backup back into an empty home, or in the place of what is there."""
    from coach.adapters.restoring import restore as put_back

    coach: Coach = context.obj
    with progress_on_stderr(f"Reading {file.name}") as progress:
        done = put_back(coach.places, file, now(), replace=replace, progress=progress)
    say(f"Back again: {counted(done.manifest.attempts, 'attempt')}, as of {done.manifest.made_at[:10]}.")
    if not done.manifest.with_audio:
        say("The backup holds no sound; takes that were here already stay with their attempts.")
    for folder in done.aside:
        say(f"What was there before is in {folder}; delete it when you need it no more.")


def forget(
    context: typer.Context,
    attempt: Annotated[str | None, typer.Option(help="This attempt; see 'coach attempts'.")] = None,
    item: Annotated[str | None, typer.Option(help="All attempts at this item.")] = None,
    before: Annotated[str | None, typer.Option(help="Attempts begun before this day (2026-11-23).")] = None,
    older_than: Annotated[int | None, typer.Option(min=1, help="Attempts begun more than so many days ago.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All attempts.")] = False,
    audio_only: Annotated[bool, typer.Option("--audio-only", help="Delete the sound, keep words and scores.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete attempts for good: from the database, the search index and the disk."""
    from coach.adapters import forgetting

    coach: Coach = context.obj
    if before is not None and older_than is not None:
        raise CoachError("Name one moment: --before DATE or --older-than DAYS, not both.")
    moment = start_of(before, "--before") if older_than is None else now() - timedelta(days=older_than)
    selection = Selection(attempt=attempt, item=item, before=moment)
    if selection.names_something == everything:
        raise CoachError(
            "--all goes without another choice; name one or the other."
            if everything
            else "Say what to forget: --attempt ID, --item ID, --before DATE, --older-than DAYS, or --all."
        )
    if not coach.places.database.is_file():
        say("Nothing was practised yet; there is nothing to forget.")
        return
    planned = forgetting.plan(coach.places, selection, audio_only=audio_only)
    if attempt is not None and not planned.attempts and not planned.files:
        coach.store.get(attempt)
    if not planned:
        say("Nothing fits that; nothing was forgotten.")
        return
    _show(planned)
    if not yes:
        _ask()
    coach.close()
    forgetting.forget(coach.places, planned)
    _tell(planned)


def _show(planned: "Plan") -> None:
    for each in planned.attempts[:_LISTED]:
        sound = "with its sound" if each.audio else "without sound"
        say(f"{each.id}  {each.created_at:%Y-%m-%d %H:%M}  {each.item}, {'its sound' if planned.audio_only else sound}")
    if len(planned.attempts) > _LISTED:
        say(f"and {len(planned.attempts) - _LISTED} more")
    say(f"This deletes {_counted(planned)}. It cannot be undone.")


def _ask() -> None:
    if not sys.stdin.isatty():
        raise CoachError("There is no terminal to ask you at; add --yes if you are sure.")
    try:
        answer = input("Forget it for good? Type yes: ")
    except EOFError:
        answer = ""
    if answer.strip().lower() != "yes":
        raise CoachError("Nothing was forgotten.")


def _tell(planned: "Plan") -> None:
    say(f"Forgotten: {_counted(planned)}.")
    if not planned.audio_only:
        say("When each item is due again, and which story came to mind, stay known; that holds no words.")
    say("Backups, reports and exports made earlier are files of yours: they are not touched, delete them yourself.")
    for folder in planned.copies:
        say(f"A restore moved an older state to {folder}; it is not touched either.")


def _counted(planned: "Plan") -> str:
    parts = [] if planned.audio_only else [counted(len(planned.attempts), "attempt")]
    if planned.files:
        parts.append(f"{counted(len(planned.files), 'take')} ({planned.file_bytes / 1e6:.1f} MB)")
    if planned.pads:
        parts.append(f"{counted(len(planned.pads), 'text')} of pads")
    return ", ".join(parts)
