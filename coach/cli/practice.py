"""`coach practice`, `coach demo` and the bare `coach`: answering."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from coach.cli.answers import read_text
from coach.cli.attempts import report
from coach.cli.output import print_json, progress_on_stderr, say
from coach.cli.scoring import AudioOption, JsonOption, TextOption
from coach.compose import SAMPLE, SAMPLE_ITEM, Coach, data_file
from coach.core.attempt import Attempt
from coach.core.ports import ContentError
from coach.core.wire import attempt_json


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(practice)
    app.command()(demo)


def practice(
    context: typer.Context,
    item: Annotated[str, typer.Argument(help="The item to answer; see 'coach list'.")],
    audio: AudioOption = None,
    text: TextOption = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines instead of the app.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Answer an item: in the app, or with an audio or text file, and keep the attempt."""
    coach: Coach = context.obj
    coach.item(item)
    if audio is not None and text is not None:
        raise ContentError("Name one answer: --audio FILE or --text FILE, not both.")
    if audio is not None:
        with progress_on_stderr(f"Writing down {audio.name}") as progress:
            attempt = coach.practice.answer_file(item, audio, progress)
    elif text is not None:
        attempt = coach.practice.answer_typed(item, read_text(text))
    elif plain:
        attempt = _speak_plainly(coach, item)
    else:
        open_coach(coach, item)
        return
    _print(coach, attempt, as_json)


def demo(context: typer.Context, as_json: JsonOption = False) -> None:
    """Run the main job on the bundled spoken answer: write it down, judge it, print the scorecard; nothing is kept."""
    run_demo(context.obj, as_json)


def open_coach(coach: Coach, item: str | None = None) -> None:
    """Open the app; without a terminal, run the demo in its place (or say what to do when an item was named)."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if item is not None:
            raise ContentError("There is no terminal to open the app in; answer with --audio FILE or --text FILE.")
        run_demo(coach, as_json=False)
        return
    services = coach.app_services(item)
    from coach.adapters.stderr_guard import silence_portaudio_stderr
    from coach.app.app import CoachApp

    with silence_portaudio_stderr(coach.places.log):
        status = CoachApp(services).run() or 0
    if isinstance(status, str):
        say(status)


def run_demo(coach: Coach, as_json: bool) -> None:
    """The whole flow in a folder that is thrown away, so that a stranger's voice never enters the history."""
    with TemporaryDirectory(prefix="coach-demo-") as folder:
        guest = coach.guest(Path(folder))
        try:
            with progress_on_stderr("Writing down the bundled answer") as progress:
                attempt = guest.practice.answer_file(SAMPLE_ITEM, data_file(SAMPLE), progress)
            _print(guest, attempt, as_json)
        finally:
            guest.close()


def _print(coach: Coach, attempt: Attempt, as_json: bool) -> None:
    if as_json:
        print_json(attempt_json(attempt))
        return
    report(coach, attempt)


def _speak_plainly(coach: Coach, item_id: str) -> Attempt:
    """A spoken answer with nothing on the screen but plain lines; Enter starts and stops the clock."""
    item = coach.item(item_id)
    say(item.title)
    for turn in item.transcript:
        say(f"{turn.speaker.capitalize()}: {turn.text}")
    say(item.prompt)
    try:
        input(f"You have {item.time.answer_s:.0f} seconds. Press Enter and speak. ")
    except EOFError:
        raise ContentError("There is no keyboard to start the clock with; answer with --audio or --text.") from None
    live = coach.practice.start(item_id, coach.settings.device)
    began = time.monotonic()
    try:
        input("Recording. Press Enter when you are done. ")
    except (KeyboardInterrupt, EOFError):
        coach.practice.cancel(live)
        raise KeyboardInterrupt from None
    over = time.monotonic() - began - item.time.answer_s
    recorded = coach.practice.finish(live)
    if over > 1:
        say(f"{over:.0f} seconds over time.")
    with progress_on_stderr("Writing it down") as progress:
        return coach.practice.complete(recorded.id, progress)
