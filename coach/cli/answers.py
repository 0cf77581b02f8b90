"""Answers as commands are given them: an audio file, a text file or standard input."""

import sys
from pathlib import Path

from coach.cli.output import progress_on_stderr, reason
from coach.compose import Coach
from coach.core.ports import ContentError
from coach.core.transcript import Transcript

MAX_TEXT_BYTES = 5_000_000
"""A longer text is no answer: a hundred thousand words are half a megabyte."""


def read_text(source: Path) -> str:
    """The text of a file, or of standard input for `-`; raises ContentError."""
    name = "standard input" if str(source) == "-" else str(source)
    try:
        if str(source) == "-":
            data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        else:
            with source.open("rb") as file:
                data = file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise ContentError(f"{name} cannot be read: {reason(error)}; check the path.") from None
    if len(data) > MAX_TEXT_BYTES:
        raise ContentError(f"{name} is larger than {MAX_TEXT_BYTES // 1_000_000} MB; give one answer at a time.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError(f"{name} is not UTF-8 text; for a recording use --audio.") from None
    if "\0" in text:
        raise ContentError(f"{name} is not text; for a recording use --audio.")
    if not text.strip():
        raise ContentError(f"{name} is empty; give it an answer.")
    return text.strip()


def one_answer(coach: Coach, audio: Path | None, text: Path | None) -> Transcript:
    """The transcript of the one answer that was named; raises ContentError when none or both were."""
    if (audio is None) == (text is None):
        raise ContentError("Name one answer: --audio FILE, --text FILE, or --text - for standard input.")
    if text is not None:
        return Transcript.typed(read_text(text))
    if audio is None:
        raise ContentError("Name an audio file.")
    with progress_on_stderr(f"Writing down {audio.name}") as progress:
        return coach.hear(audio, progress)
