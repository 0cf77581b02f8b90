"""Audio files, through libsndfile: read as the 16 kHz mono that speech models listen at, or kept as a take of our own.

Everything flows in blocks, so that hours of sound need no more memory than seconds.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach.core.ports import SAMPLE_RATE_HZ, AudioFileError, Take
from coach.core.spans import TimeSpan

if TYPE_CHECKING:
    import numpy as np
    import soundfile as sf
    from numpy.typing import NDArray

_BLOCK_FRAMES = 1 << 16
_FORMATS = {".flac": "FLAC", ".wav": "WAV"}
_SHORTENED = re.compile(r"^\s*(?:data|SSND)\s*: (\d+) \(should be (\d+)\)", re.MULTILINE)
"""How libsndfile notes that a WAV or AIFF file announces more bytes than it has."""
_LENGTH_UNKNOWN = 0x7FFF_0000
"""Programs that write into a pipe announce about 2 or 4 GiB; such a length means nothing."""


class SoundfileImporter:
    """The port AudioImporter: WAV, FLAC, OGG, MP3 and whatever else libsndfile reads, any rate, any channels."""

    def keep(self, source: Path, target: Path) -> Take:
        """Copy a file as 16 kHz mono, 16 bits, mode 0600; raises AudioFileError, and then `target` is as it was.

        The name of `target` ends in .flac or .wav and decides the format. Channels are averaged; samples that are no
        number become silence. A file that breaks off before its announced end is refused (OGG announces none).
        """
        import soundfile as sf

        audio_format = _FORMATS.get(target.suffix.lower())
        if audio_format is None:
            raise AudioFileError(f"A take is kept as FLAC or WAV: give {target.name} a name that ends in one of them.")
        frames = 0
        with _replacement(target) as temporary, temporary.open("r+b") as raw:
            descriptor = raw.fileno()
            with sf.SoundFile(descriptor, "w", SAMPLE_RATE_HZ, 1, "PCM_16", format=audio_format, closefd=False) as out:
                for block in mono_blocks(source, whole=True):
                    out.write(block)
                    frames += len(block)
            if not frames:
                raise AudioFileError(f"{source} holds no sound: choose another file.")
            os.fsync(descriptor)
        return Take(path=target, duration_s=frames / SAMPLE_RATE_HZ, overflows=0)


def mono_blocks(path: Path, *, whole: bool = False) -> "Iterator[NDArray[np.float32]]":
    """The sound of a file as float32 blocks, 16 kHz mono, -1 to 1, none of them empty; raises AudioFileError.

    `whole` refuses a file that breaks off before its announced end; without it, what there is is given.
    """
    import numpy as np
    import soundfile as sf
    import soxr

    with _opened(path) as file:
        if whole:
            _refuse_shortened(path, file)
        resampler = soxr.ResampleStream(file.samplerate, SAMPLE_RATE_HZ, 1, dtype="float32")
        same_rate = file.samplerate == SAMPLE_RATE_HZ
        read, ended = 0, False
        while not ended:
            try:
                frames = file.read(_BLOCK_FRAMES, dtype="float32", always_2d=True)
            except sf.SoundFileError as error:
                raise AudioFileError(f"{path} is damaged after {read / file.samplerate:.1f} s: {_AGAIN}") from error
            read += len(frames)
            ended = len(frames) < _BLOCK_FRAMES
            mono = np.nan_to_num(frames, nan=0.0, posinf=0.0, neginf=0.0).mean(axis=1, dtype=np.float32)
            block = mono if same_rate else resampler.resample_chunk(mono, last=ended)
            if len(block):
                yield np.clip(block, -1.0, 1.0)
        if whole and read < file.frames:
            raise AudioFileError(f"{path} breaks off after {read / file.samplerate:.1f} s: {_AGAIN}")


def read_mono_16k(path: Path) -> "NDArray[np.float32]":
    """A whole file as float32 samples, 16 kHz mono, -1 to 1 (230 MB an hour); raises AudioFileError."""
    import numpy as np

    blocks = list(mono_blocks(path))
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def read_spans(path: Path, spans: Sequence[TimeSpan]) -> "Iterator[NDArray[np.float32]]":
    """The sound of each stretch, 16 kHz mono, in one walk through the file; raises AudioFileError.

    The spans come in order of their beginnings and may overlap; one that reaches past the end is cut short.
    """
    import numpy as np

    blocks = mono_blocks(path)
    held = np.zeros(0, np.float32)
    held_from = 0
    for span in spans:
        start, end = (round(seconds * SAMPLE_RATE_HZ) for seconds in (span.start_s, span.end_s))
        while held_from + len(held) < end and (block := next(blocks, None)) is not None:
            unneeded = min(max(0, start - held_from), len(held))
            held = np.concatenate((held[unneeded:], block))
            held_from += unneeded
        yield held[max(0, start - held_from) : max(0, end - held_from)]


_AGAIN = "export or copy it again."


@contextmanager
def _opened(path: Path) -> "Iterator[sf.SoundFile]":
    import soundfile as sf

    try:
        with path.open("rb") as raw:
            empty = not raw.read(1)
    except IsADirectoryError as error:
        raise AudioFileError(f"{path} is a folder: name the audio file in it.") from error
    except FileNotFoundError as error:
        raise AudioFileError(f"There is no file {path}: check the name.") from error
    except OSError as error:
        raise AudioFileError(f"{path} cannot be read ({error.strerror or error}): check its permissions.") from error
    if empty:
        raise AudioFileError(f"{path} is empty: choose another file.")
    try:
        file = sf.SoundFile(path)
    except sf.SoundFileError as error:
        raise AudioFileError(f"{path} is no audio file that can be read: use WAV, FLAC, OGG or MP3.") from error
    with file:
        yield file


def _refuse_shortened(path: Path, file: "sf.SoundFile") -> None:
    for announced, found in _SHORTENED.findall(file.extra_info):
        if int(found) < int(announced) < _LENGTH_UNKNOWN:
            raise AudioFileError(f"{path} breaks off after {file.frames / file.samplerate:.1f} s: {_AGAIN}")


@contextmanager
def _replacement(target: Path) -> Iterator[Path]:
    """A new empty file, mode 0600, that takes the place of `target` when the block ends well and goes otherwise."""
    import soundfile as sf

    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.replace(target)
    except OSError as error:
        raise AudioFileError(f"{target} cannot be written ({error.strerror or error}): check the disk.") from error
    except sf.SoundFileError as error:
        raise AudioFileError(
            f"{target} cannot be written ({str(error).lower().rstrip('.')}): check the space on the disk."
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
