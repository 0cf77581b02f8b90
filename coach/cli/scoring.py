"""`coach score` and `coach analyze`: judge an answer that is not kept."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer

from coach.cli.answers import MAX_TEXT_BYTES, one_answer
from coach.cli.output import analysis_lines, print_json, reason, say, scorecard_lines
from coach.compose import Coach
from coach.core.ports import CoachError, ContentError
from coach.core.transcript import Transcript
from coach.core.wire import Json, analysis_json, score_json

AudioOption = Annotated[Path | None, typer.Option("--audio", help="A spoken answer: WAV, FLAC, OGG, MP3.")]
TextOption = Annotated[Path | None, typer.Option("--text", help="A written answer; - reads standard input.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
BatchOption = Annotated[
    Path | None, typer.Option("--batch", help="Many answers: one JSON object a line in, one a line out.")
]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(score)
    app.command()(analyze)


def score(
    context: typer.Context,
    item: Annotated[str | None, typer.Argument(help="The item that was answered; see 'coach list'.")] = None,
    audio: AudioOption = None,
    text: TextOption = None,
    batch: BatchOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge an answer against the rubric of an item, without keeping it."""
    coach: Coach = context.obj
    if batch is not None:
        _run_batch(batch, lambda line: _score_line(coach, line, item))
        return
    if item is None:
        raise ContentError("Name the item that was answered; run 'coach list' to see them.")
    answered = coach.item(item)
    transcript = one_answer(coach, audio, text)
    card = coach.judge(answered, coach.library.rubric_of(answered), transcript)
    if as_json:
        print_json(score_json(card))
        return
    if not transcript.words:
        say("Nothing was said: there is no speech in this take.")
    for line in scorecard_lines(card, answered.title):
        say(line)


def analyze(
    context: typer.Context,
    audio: AudioOption = None,
    text: TextOption = None,
    batch: BatchOption = None,
    target: Annotated[str | None, typer.Option(help="A line that had to be said word for word.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure how an answer is said, without a rubric."""
    coach: Coach = context.obj
    if batch is not None:
        _run_batch(batch, lambda line: _analyze_line(coach, line, target))
        return
    analysis = coach.judge.analyse(one_answer(coach, audio, text), target)
    if as_json:
        print_json(analysis_json(analysis))
        return
    for line in analysis_lines(analysis):
        say(line)
    say()
    say(analysis.transcript.text)


def _run_batch(path: Path, judge: Callable[[Json], Json]) -> None:
    """Judge every line; a line that cannot be judged gives `{"id", "error"}` and exit status 2 at the end."""
    failed = 0
    for number, raw in _lines(path):
        line: Json = {}
        try:
            line = _parse(raw, number)
            print_json(judge(line), lines=True)
        except CoachError as error:
            failed += 1
            print_json({"id": line.get("id"), "error": str(error)}, lines=True)
    if failed:
        raise ContentError(f"{failed} of the lines could not be judged; each says why in its 'error'.")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as file:
            number = 0
            while raw := file.readline(MAX_TEXT_BYTES + 1):
                number += 1
                if len(raw) > MAX_TEXT_BYTES:
                    raise ContentError(f"Line {number} of {path} is larger than {MAX_TEXT_BYTES // 1_000_000} MB.")
                if raw.strip():
                    yield number, raw
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {reason(error)}; check the path.") from None


def _parse(raw: bytes, number: int) -> Json:
    try:
        value: Any = json.loads(raw)
    except (ValueError, RecursionError):
        raise ContentError(f"Line {number} is not JSON.") from None
    if not isinstance(value, dict):
        raise ContentError(f"Line {number} is not a JSON object.")
    return value


def _answer(coach: Coach, line: Json) -> Transcript:
    text, audio = line.get("text"), line.get("audio")
    if isinstance(text, str) and audio is None:
        return Transcript.typed(text)
    if isinstance(audio, str) and text is None:
        return coach.hear(Path(audio))
    raise ContentError("A line needs either 'text' or 'audio', as a string.")


def _score_line(coach: Coach, line: Json, default_item: str | None) -> Json:
    name = line.get("item", default_item)
    if not isinstance(name, str):
        raise ContentError("A line needs 'item', the id of the item that was answered.")
    item = coach.item(name)
    card = coach.judge(item, coach.library.rubric_of(item), _answer(coach, line))
    return score_json(card, _id(line))


def _analyze_line(coach: Coach, line: Json, default_target: str | None) -> Json:
    target = line.get("target", default_target)
    if target is not None and not isinstance(target, str):
        raise ContentError("'target' must be a string.")
    return analysis_json(coach.judge.analyse(_answer(coach, line), target), _id(line))


def _id(line: Json) -> Any:
    return line.get("id")
