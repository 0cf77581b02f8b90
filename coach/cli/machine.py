"""`coach devices` and `coach doctor`: is this machine ready?"""

import locale
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from coach.adapters.files import private_folder
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.ports import AudioDeviceError, CoachError

ROOM_FOR_TAKES_MB = 500
"""Free space below which a long loop might not fit: an hour of 16 kHz mono is 115 MB."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor."""

    part: str
    ok: bool
    detail: str
    """What was found, or what to do."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(devices)
    app.command()(doctor)


def devices(
    context: typer.Context,
    seconds: Annotated[float, typer.Option(min=0, max=600, help="How long to show the live level; 0: not at all.")] = 5,
    as_json: JsonOption = False,
) -> None:
    """List the microphones and show the live level of the one in use."""
    coach: Coach = context.obj
    found = coach.recorder.devices()
    if as_json:
        print_json(
            [{"name": d.name, "channels": d.channels, "rate_hz": d.rate_hz, "default": d.is_default} for d in found]
        )
        return
    if not found:
        raise AudioDeviceError(coach.recorder.problem() or "No microphone was found; plug one in and try again.")
    for device in found:
        say(f"{'*' if device.is_default else ' '} {device.name}  ({device.channels} ch, {device.rate_hz:.0f} Hz)")
    if seconds > 0:
        _show_level(coach, seconds)


def doctor(context: typer.Context, as_json: JsonOption = False) -> None:
    """Check audio, models, disk, content and terminal: each line is ok or says what to do."""
    findings = list(_examine(context.obj))
    if as_json:
        print_json([{"part": f.part, "ok": f.ok, "detail": f.detail} for f in findings])
    else:
        for finding in findings:
            say(f"{'ok' if finding.ok else 'no':3} {finding.part:14} {finding.detail}")
    if not all(f.ok for f in findings):
        raise typer.Exit(2)


def _show_level(coach: Coach, seconds: float) -> None:
    meter = coach.recorder.listen(coach.settings.device)
    live = sys.stdout.isatty()
    loudest = 0.0
    state = meter.state()
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.1)
            state = meter.state()
            loudest = max(loudest, state.peak)
            if live:
                sys.stdout.write(f"\r  level {'#' * round(min(1.0, state.peak) * 40):40}")
                sys.stdout.flush()
    except KeyboardInterrupt:
        pass
    finally:
        meter.stop()
        if live:
            sys.stdout.write("\n")
    if state.status != "recording":
        raise AudioDeviceError(state.reason or "The microphone stopped; check its cable and try again.")
    if state.silent_s >= min(1.0, seconds / 2):
        say("I hear nothing: the microphone gives pure silence. Is it muted, or is another one meant (--device)?")
    else:
        say(f"  loudest {loudest * 100:.0f} % of full scale")


def _examine(coach: Coach) -> Iterator[Finding]:
    version = ".".join(str(n) for n in sys.version_info[:3])
    yield Finding("python", sys.version_info >= (3, 11), version)
    problem = coach.recorder.problem()
    found = coach.recorder.devices()
    yield Finding("microphone", problem is None, problem or ", ".join(d.name for d in found))
    yield from _models(coach)
    yield _disk(coach)
    yield _content(coach)
    yield _terminal()


def _models(coach: Coach) -> Iterator[Finding]:
    name, engine = coach.settings.model, coach.settings.engine
    try:
        coach.models.path(name, engine)
        yield Finding("speech model", True, f"{name} for {engine}")
    except CoachError as error:
        yield Finding("speech model", False, str(error))
    try:
        coach.models.path("minilm", "embedding")
        yield Finding("sentence model", True, "minilm: ideas are compared by meaning")
    except CoachError as error:
        yield Finding("sentence model", False, f"{error} Until then words alone decide.")


def _disk(coach: Coach) -> Finding:
    folder = coach.places.recordings
    try:
        private_folder(folder)
        free_mb = shutil.disk_usage(folder).free / 1e6
    except (CoachError, OSError) as error:
        return Finding("disk", False, str(error))
    if not os.access(folder, os.W_OK):
        return Finding("disk", False, f"{folder} cannot be written; choose another with --home.")
    if free_mb < ROOM_FOR_TAKES_MB:
        return Finding("disk", False, f"only {free_mb:.0f} MB free in {folder}; free {ROOM_FOR_TAKES_MB} MB.")
    return Finding("disk", True, f"{free_mb / 1000:.0f} GB free in {folder}")


def _content(coach: Coach) -> Finding:
    try:
        count, faults = len(coach.library.items), coach.content_faults
    except CoachError as error:
        return Finding("content", False, str(error))
    if faults:
        return Finding("content", False, f"{len(faults)} faults, the first: {faults[0]}; run 'coach check'.")
    return Finding("content", True, f"{count} items")


def _terminal() -> Finding:
    encoding = (sys.stdout.encoding or locale.getpreferredencoding(False)).lower()
    if "utf" not in encoding:
        return Finding("terminal", False, f"encoding {encoding} lacks the signs; set LANG=C.UTF-8 or 'ascii: true'.")
    if not sys.stdout.isatty():
        return Finding("terminal", True, "none here; the app opens in a terminal of 80 x 24 or larger")
    size = shutil.get_terminal_size()
    if size.columns < 80 or size.lines < 24:
        return Finding("terminal", False, f"{size.columns} x {size.lines}; make it at least 80 x 24.")
    return Finding("terminal", True, f"{size.columns} x {size.lines}")
