"""A take on disk that grows while it is spoken: a WAV whose header is right at least twice a second.

WAV rather than FLAC: its samples lie in the file as they came, so that a take whose process died can be made whole
from the length of the file alone. The bytes are written here and not by a library, because a library's buffers are
lost with the process and its errors hide that the disk is full.
"""

import errno
import os
import struct
from pathlib import Path

from coach.core.ports import SAMPLE_RATE_HZ, AudioFileError

SAMPLE_BYTES = 2
"""Bytes of one 16-bit sample of one channel."""

HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
"""RIFF, length, WAVE, fmt, 16, PCM, channels, rate, bytes/s, frame bytes, sample bits, data, length of the samples."""

_MAX_LENGTH = 0xFFFF_FFFF


def header(data_bytes: int) -> bytes:
    """The first 44 bytes of a take that holds `data_bytes` bytes of samples."""
    bytes_per_s = SAMPLE_RATE_HZ * SAMPLE_BYTES
    riff_length = min(data_bytes + HEADER.size - 8, _MAX_LENGTH)
    data_length = min(data_bytes, _MAX_LENGTH)
    return HEADER.pack(
        *(b"RIFF", riff_length, b"WAVE"),
        *(b"fmt ", 16, 1, 1, SAMPLE_RATE_HZ, bytes_per_s, SAMPLE_BYTES, 8 * SAMPLE_BYTES),
        *(b"data", data_length),
    )


class TakeWriter:
    """Writes a new take, mode 0600: 16 kHz mono, 16-bit WAV. For one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Create the file; raises AudioFileError when there is one of that name, which is left alone."""
        self.path = path
        self._data_bytes = 0
        if path.suffix.lower() != ".wav":
            raise AudioFileError(f"A take is kept as WAV: give {path.name} a name that ends in .wav.")
        try:
            self._file = open(path, "xb", buffering=0, opener=_private)  # noqa: SIM115, kept open until close()
        except FileExistsError as error:
            raise AudioFileError(f"{path} exists already: choose another name, a take is never overwritten.") from error
        except OSError as error:
            raise self._failure(error) from error
        try:
            self._write(header(0))
            self._flush()
        except OSError as error:
            self.discard()
            raise self._failure(error) from error

    @property
    def duration_s(self) -> float:
        """Length of what is in the file."""
        return self._data_bytes // SAMPLE_BYTES / SAMPLE_RATE_HZ

    def append(self, samples: bytes) -> None:
        """Hand samples (16 kHz, mono, 16 bits, little-endian) to the system; raises AudioFileError.

        After an error the file holds what there was room for.
        """
        try:
            self._write(samples)
        except OSError as error:
            raise self._failure(error) from error

    def sync(self) -> None:
        """Make header and samples safe from a power cut; raises AudioFileError."""
        try:
            self._mark_length()
            self._flush()
        except OSError as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Finish the file; a second call does nothing. Raises AudioFileError; the file is closed all the same."""
        if self._file.closed:
            return
        try:
            if self._data_bytes % SAMPLE_BYTES:
                self._data_bytes -= self._data_bytes % SAMPLE_BYTES
                self._file.truncate(HEADER.size + self._data_bytes)
            self._mark_length()
            self._flush()
        except OSError as error:
            raise self._failure(error) from error
        finally:
            self._file.close()

    def discard(self) -> None:
        """Close and delete the file, because nothing will be recorded into it."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            written = self._file.write(rest)
            rest = rest[written:]
            if self._file.tell() > HEADER.size:
                self._data_bytes = self._file.tell() - HEADER.size

    def _mark_length(self) -> None:
        self._file.seek(0)
        self._file.write(header(self._data_bytes))
        self._file.seek(HEADER.size + self._data_bytes)

    def _flush(self) -> None:
        os.fsync(self._file.fileno())

    def _failure(self, error: OSError) -> AudioFileError:
        kept = f"; the first {self.duration_s:.1f} s are kept" if self._data_bytes else ""
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return AudioFileError(f"The disk is full: free some space and record again{kept}.")
        cause = error.strerror or type(error).__name__
        return AudioFileError(f"{self.path} cannot be written ({cause}): check the folder and the disk{kept}.")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
