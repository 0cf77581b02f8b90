"""Audio clips with published transcripts, and takes with known silences made from the synthetic ones."""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from coach.adapters.audio_file import mono_blocks
from coach.core.evaluation_speech import NO_SPEECH, Clip, KnownTiming
from coach.core.ports import SAMPLE_RATE_HZ, ContentError
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEADS_S = (0.3, 1.5, 4.0, 11.0)
"""Silences put before the first word, in turn: prompt, ordinary, slow, and beyond the ten seconds that cost a drill."""

PAUSES_S = (1.2, 2.0, 5.0, 12.0)
"""Silences put between sentences, in turn: just a pause, and the lengths that scorecards tell apart."""

SENTENCES_PER_TAKE = 3
"""Sentences in a take with known silences."""

TAIL_S = 1.0
"""Silence after the last sentence."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a synthetic clip: exact seconds and text."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class TimedTake:
    """A take with known silences."""

    path: Path
    known: KnownTiming
    words: tuple[HeardWord, ...]
    """Its words, spread evenly over their sentence; no engine was asked."""


SYNTHETIC = "tts"
"""The source of clips that no person spoke."""


def source_of(name: str) -> str:
    """Where a clip comes from, which decides whose voices are in it: the first part of its name."""
    return name.replace("-", "_").split("_")[0]


def is_held_out(name: str) -> bool:
    """Whether a clip is of the report half: nothing is fitted on the voices of its source.

    Halves are split by a hash of the source, so that no speaker is in both.
    """
    return hashlib.sha256(source_of(name).encode()).digest()[0] % 2 == 0


def has_clips(folder: Path) -> bool:
    """Whether there is an audio set in the folder."""
    return (folder / "INDEX.tsv").is_file()


def read_clips(folder: Path) -> list[tuple[Clip, Path]]:
    """The clips that INDEX.tsv lists and their files; raises ContentError when something is missing or unreadable."""
    clips = []
    try:
        with (folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                text = (folder / f"{row['name']}.txt").read_text(encoding="utf-8")
                silent = row["kind"] == NO_SPEECH
                known = {"y": int(row["n_fillers"] or 0), "n": 0}.get(row["has_fillers"])
                clip = Clip(
                    row["name"], row["kind"], text.strip(), 0 if silent else known, held_out=is_held_out(row["name"])
                )
                clips.append((clip, folder / f"{row['name']}.flac"))
    except (OSError, KeyError, ValueError) as error:
        raise ContentError(f"The audio set in {folder} cannot be read: {error}; fetch it again.") from None
    return clips


def make_timed_takes(folder: Path, target: Path) -> Iterator[TimedTake]:
    """Takes of a few synthetic sentences each, with silences of known length, written to the folder `target`.

    Raises ContentError when the exact times of a clip cannot be read, AudioFileError when its sound cannot.
    """
    import soundfile as sf

    leads, pauses = cycle(LEADS_S), cycle(PAUSES_S)
    for source in sorted(folder.glob("*.json")):
        segments = _segments(source)
        sound = _sound(source.with_suffix(".flac"))
        for first in range(0, len(segments), SENTENCES_PER_TAKE):
            part = segments[first : first + SENTENCES_PER_TAKE]
            gaps_s = [next(leads), *(next(pauses) for _ in part[1:])]
            name = f"{source.stem}-{first}"
            path = target / f"{name}.flac"
            sf.write(path, _spaced(sound, part, gaps_s), SAMPLE_RATE_HZ)
            yield _timed(name, path, part, gaps_s)


def _timed(name: str, path: Path, segments: Sequence[Segment], gaps_s: Sequence[float]) -> TimedTake:
    words: list[HeardWord] = []
    pauses: list[TimeSpan] = []
    at_s = 0.0
    for segment, gap_s in zip(segments, gaps_s, strict=True):
        if words:
            pauses.append(TimeSpan(at_s, at_s + gap_s))
        at_s += gap_s
        length_s = segment.end_s - segment.start_s
        said = segment.text.split()
        each_s = length_s / max(1, len(said))
        words += [HeardWord(w, at_s + i * each_s, at_s + (i + 1) * each_s, 1.0) for i, w in enumerate(said)]
        at_s += length_s
    return TimedTake(path, KnownTiming(name, gaps_s[0], tuple(pauses), at_s + TAIL_S), tuple(words))


def _spaced(
    sound: "NDArray[np.float32]", segments: Sequence[Segment], gaps_s: Sequence[float]
) -> "NDArray[np.float32]":
    import numpy as np

    pieces = []
    for segment, gap_s in zip(segments, gaps_s, strict=True):
        pieces.append(np.zeros(round(gap_s * SAMPLE_RATE_HZ), dtype=np.float32))
        pieces.append(sound[round(segment.start_s * SAMPLE_RATE_HZ) : round(segment.end_s * SAMPLE_RATE_HZ)])
    pieces.append(np.zeros(round(TAIL_S * SAMPLE_RATE_HZ), dtype=np.float32))
    return np.concatenate(pieces)


def _segments(path: Path) -> list[Segment]:
    try:
        return [
            Segment(float(s["start"]), float(s["end"]), str(s["text"]))
            for s in json.loads(path.read_text(encoding="utf-8"))
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ContentError(f"{path} holds no exact times ({error}); fetch the audio set again.") from None


def _sound(path: Path) -> "NDArray[np.float32]":
    import numpy as np

    return np.concatenate(list(mono_blocks(path, whole=True)))
