"""What the two Whisper engines share: chunk after chunk decoded, watched for loops, and its words put back in time."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coach.adapters.audio_file import read_spans
from coach.adapters.speech_chunks import MARGIN_S, Chunk, plan_chunks
from coach.core.ports import SAMPLE_RATE_HZ, Cancelled, Progress, Stop
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PROMPT = (
    "So, um, I would, uh, start with the, uh, the table and the query, um, the dashboard, the pipeline, the job, you "
    "know, the schema, the warehouse, the cluster, SQL, Spark, Parquet, BigQuery, Airflow, S3, Kafka. Um."
)
"""What the engine is told was said before: hesitations, so that it writes them (most um/uh of real speakers instead of
3 of 31), and plain nouns of the trade. Never the words of an answer key, towards which the engine would lean."""
LOOP_REPEATS = 4
"""The same word or phrase this often in a row is a loop."""
LOOP_COMPRESSION = 2.4
"""Text that zlib shrinks more than this repeats itself: Whisper's own threshold."""
_SHORT_BYTES = 40
"""Shorter texts than this many bytes say nothing by their compression."""
_LOOP = re.compile(r"\b(\w[\w' ,]{0,60}?)(?:\W+\1\b){3,}", re.IGNORECASE)
"""The same word or phrase four times in a row."""
_STUTTER = re.compile(r"\b(\w+)(?:-\1){4,}\b", re.IGNORECASE)
_LETTERS = re.compile(r"\w+")
_LONGEST_PHRASE = 8


Tick = Callable[[float], None]
"""Told how many seconds of the chunk are done; raises Cancelled when the candidate gave up."""

Decode = Callable[["NDArray[np.float32]", str | None, Tick], Sequence[HeardWord]]
"""An engine: 16 kHz mono samples and a prompt to timed words, a blank before each that begins a word."""

_LEAST_VOICE_S = 0.35
_MUCH_LONGER = 1.5
"""A text with this many times the words of the one without the prompt went on by itself."""
FRAMES_PER_S = 100
"""Whisper counts the beginnings of its windows in hundredths of a second."""


def after_the_voice(window_start_frames: int, samples: int) -> bool:
    """Whether a window of a chunk begins where its last voice has all but ended; what is heard there was never said.

    Of seven such last windows, five with at most 0.23 s of voice left invented a "Thank you." or the like, two with
    0.55 s and more heard real words.
    """
    voice_end_s = samples / SAMPLE_RATE_HZ - MARGIN_S
    return window_start_frames > 0 and window_start_frames / FRAMES_PER_S >= voice_end_s - _LEAST_VOICE_S


def write_words(
    path: Path,
    speech: Sequence[TimeSpan],
    decode: Decode,
    *,
    prompt: str | None = PROMPT,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> list[HeardWord]:
    """The words of the voiced stretches of a take, starts never falling; raises Cancelled, AudioFileError.

    A chunk whose text runs in circles is decoded again without the prompt, which is what makes Whisper stutter. When
    that repeats itself too, the speaker did, and the first text stands unless it is half as long again; what comes
    more than four times in a row is cut short.
    """
    chunks = plan_chunks(speech)
    total_s = sum(chunk.length_s for chunk in chunks)
    done_s = 0.0
    told = 0.0
    words: list[HeardWord] = []

    def tick(chunk_s: float) -> None:
        nonlocal told
        if stop is not None and stop():
            raise Cancelled("Writing the answer down was stopped; its sound is kept.")
        told = max(told, min(1.0, (done_s + chunk_s) / total_s) if total_s else 1.0)
        if progress is not None:
            progress(told)

    for planned, (chunk, samples) in zip(chunks, _sounds(path, chunks), strict=True):
        tick(0.0)
        heard = _whole_words(decode(samples, prompt, tick))
        if prompt is not None and _circular(heard):
            again = _whole_words(decode(samples, None, tick))
            if not _circular(again) or len(heard) > _MUCH_LONGER * len(again):
                heard = again
        words += _in_take(without_loops(heard), chunk)
        done_s += planned.length_s
        tick(0.0)
    return _in_order(words)


def _circular(words: Sequence[HeardWord]) -> bool:
    return runs_in_circles(" ".join(word.text for word in words))


def runs_in_circles(text: str) -> bool:
    """Whether a text repeats itself as no speaker does: a phrase four times in a row, or zlib's 2.4 exceeded."""
    data = text.encode()
    squeezed = len(data) / len(zlib.compress(data)) if len(data) >= _SHORT_BYTES else 1.0
    return squeezed > LOOP_COMPRESSION or _LOOP.search(text) is not None


def without_loops(words: Sequence[HeardWord]) -> list[HeardWord]:
    """The words with every phrase of up to eight words that comes more than four times in a row left four times."""
    kept = [replace(word, text=_STUTTER.sub(r"\1-\1-\1-\1", word.text)) for word in words]
    for size in range(1, _LONGEST_PHRASE + 1):
        index = 0
        while index + size * LOOP_REPEATS < len(kept):
            phrase = _letters(kept[index : index + size])
            copies = 1
            while _letters(kept[index + copies * size : index + (copies + 1) * size]) == phrase:
                copies += 1
            if copies > LOOP_REPEATS:
                del kept[index + LOOP_REPEATS * size : index + copies * size]
            index += 1
    return kept


def _letters(words: Sequence[HeardWord]) -> list[str]:
    return ["".join(_LETTERS.findall(word.text.lower())) for word in words]


def _sounds(path: Path, chunks: Sequence[Chunk]) -> "Iterator[tuple[Chunk, NDArray[np.float32]]]":
    """Each chunk with its samples; pieces that reach past the end of the take are cut to what there is."""
    import numpy as np

    pieces = read_spans(path, [piece for chunk in chunks for piece in chunk.pieces])
    for chunk in chunks:
        sounds = [next(pieces) for _ in chunk.pieces]
        present = tuple(
            TimeSpan(piece.start_s, piece.start_s + len(sound) / SAMPLE_RATE_HZ)
            for piece, sound in zip(chunk.pieces, sounds, strict=True)
        )
        yield Chunk(present), np.concatenate(sounds)


def _whole_words(words: Iterable[HeardWord]) -> list[HeardWord]:
    """Words as a reader counts them: what comes without a blank before it ("0", ".1", "%") joins what it follows."""
    whole: list[HeardWord] = []
    for word in words:
        if whole and not word.text.startswith(" "):
            before = whole[-1]
            whole[-1] = HeardWord(
                before.text + word.text, before.start_s, word.end_s, min(before.probability, word.probability)
            )
        else:
            whole.append(word)
    return [replace(word, text=word.text.strip()) for word in whole if word.text.strip()]


def _in_take(words: Iterable[HeardWord], chunk: Chunk) -> list[HeardWord]:
    placed = []
    for word in words:
        span = chunk.in_take(TimeSpan(float(word.start_s), float(word.end_s)))
        placed.append(HeardWord(word.text, span.start_s, span.end_s, min(1.0, max(0.0, float(word.probability)))))
    return placed


def _in_order(words: Iterable[HeardWord]) -> list[HeardWord]:
    """The same words with no start before the one of the word before, and no end before its start."""
    ordered: list[HeardWord] = []
    for word in words:
        start_s = max(word.start_s, ordered[-1].start_s) if ordered else word.start_s
        ordered.append(replace(word, start_s=start_s, end_s=max(word.end_s, start_s)))
    return ordered
