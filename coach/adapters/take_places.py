"""Takes in the recordings folder: where the take of an attempt lies, and its sound as text for a page."""

import base64
from collections.abc import Iterable
from pathlib import Path

from coach.core.attempt import Attempt
from coach.core.ports import AudioFileError

TAKE_SUFFIXES = {".wav": "wav", ".flac": "flac"}
"""Takes by the end of their name, with the name of their media type."""

MAX_EMBEDDED_BYTES = 200_000_000
"""A longer take is no answer: two hours of 16 kHz WAV."""


def is_take_name(name: str) -> bool:
    """Whether a name is the bare name of a take: no folder in it, nothing hidden."""
    return name == Path(name).name and not name.startswith(".") and Path(name).suffix.lower() in TAKE_SUFFIXES


def take_path(recordings: Path, name: str | None) -> Path | None:
    """The file of that name inside the recordings folder; None for no name, or one that leads elsewhere."""
    return recordings / name if name is not None and is_take_name(name) else None


def files_of(recordings: Path, attempts: Iterable[str]) -> list[Path]:
    """Every file that belongs to the attempts by its name: takes, and what a crash left of one being written."""
    wanted = set(attempts)
    if not recordings.is_dir():
        return []
    return sorted(
        path
        for path in recordings.iterdir()
        if (path.is_symlink() or path.is_file()) and path.name.lstrip(".").split(".")[0] in wanted
    )


def sound_uri(recordings: Path, attempt: Attempt) -> str | None:
    """The take as a data: URI; None when there is none (any more). Raises AudioFileError."""
    path = take_path(recordings, attempt.audio)
    if path is None or not path.is_file():
        return None
    try:
        if path.stat().st_size > MAX_EMBEDDED_BYTES:
            raise AudioFileError(f"The take {path.name} is too long for a page; leave --with-audio out.")
        data = path.read_bytes()
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise AudioFileError(f"The take {path.name} cannot be read: {cause}; leave --with-audio out.") from None
    return f"data:audio/{TAKE_SUFFIXES[path.suffix.lower()]};base64,{base64.b64encode(data).decode()}"
