"""A take made whole whose process died while it was being recorded."""

import os
from pathlib import Path

from coach.adapters.take_writer import HEADER, SAMPLE_BYTES, header
from coach.core.ports import SAMPLE_RATE_HZ, AudioFileError, Take

ENDED = "The program ended while this answer was being recorded."
"""Why a recovered take ended."""


def recover_take(path: Path) -> Take:
    """Make the header of a take agree with the samples behind it, and measure it.

    Only the header's two lengths and half a sample at the very end are ever changed. Raises AudioFileError for a file
    that holds no sample, or that TakeWriter did not write; such a file is left as it is.
    """
    try:
        with path.open("r+b", buffering=0) as file:
            found = file.read(HEADER.size)
            samples = (file.seek(0, os.SEEK_END) - HEADER.size) // SAMPLE_BYTES
            if not _is_take(found):
                raise AudioFileError(f"{path} is no take of Coach: delete it, or open it as an audio file.")
            if samples < 1:
                raise AudioFileError(f"{path} holds no sound: delete it and record the answer again.")
            whole = header(samples * SAMPLE_BYTES)
            file.truncate(HEADER.size + samples * SAMPLE_BYTES)
            if found != whole:
                file.seek(0)
                file.write(whole)
            os.fsync(file.fileno())
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise AudioFileError(f"{path} cannot be repaired ({cause}): check the file and its folder.") from error
    return Take(path=path, duration_s=samples / SAMPLE_RATE_HZ, overflows=0, ended=ENDED)


def _is_take(found: bytes) -> bool:
    """Whether the bytes are a take's header in everything but its two lengths."""
    if len(found) < HEADER.size:
        return False
    riff, _, *description, _ = HEADER.unpack(found)
    expected_riff, _, *expected_description, _ = HEADER.unpack(header(0))
    return (riff, description) == (expected_riff, expected_description)
