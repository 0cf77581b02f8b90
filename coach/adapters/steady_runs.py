"""Where a voice holds one steady sound, as it does in a drawn-out "uh" or "mm": the places a filled pause may be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.adapters.voice_frames import HOP_S, Frames
from coach.core.spans import TimeSpan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

SHORTEST_S = 0.08
"""The steady middle of the shortest "uh" of 44 labelled ones; the sound as a whole takes about 0.15 s."""
LONGEST_S = 2.0
"""The longest of those 44 held its sound for 1.2 s; what is held much longer is a hum or a machine."""
STEADY_DB = 2.3
"""The spectrum moves less than this within 30 ms: all but one of 27 real filled pauses have such a stretch, and of
fluent speech every second."""
GLIDE_SEMITONES_S = 25.0
"""A pitch that moves faster than this all along is sung or asked, not held; filled pauses are nearly flat."""

_LOUDEST_SHARE = 0.75
_DROP_DB = 20.0
"""A sound this far below the louder quarter of the speech is breath or room."""
_VOICED = 0.45
_CLEARLY_VOICED = 0.6
_VOWEL_TILT_DB = 8.0
"""A creaking voice has no clear period, but its vowels are still this much stronger below 1.5 kHz than above 3 kHz."""
_LOW_BANDS, _HIGH_BANDS = slice(2, 9), slice(13, None)
_GAP_FRAMES = 3
_SLOPE_FRAMES = 5


def audible_frames(frames: Frames, speech: Sequence[TimeSpan]) -> "Flags":
    """Which frames are speech and not far below the level of its louder quarter."""
    import numpy as np

    spoken = np.zeros(len(frames.level_db), np.bool_)
    for stretch in speech:
        spoken[round(stretch.start_s / HOP_S) : round(stretch.end_s / HOP_S) + 1] = True
    if not spoken.any():
        return spoken
    loud_db = float(np.quantile(frames.level_db[spoken], _LOUDEST_SHARE))
    audible: Flags = spoken & (frames.level_db > loud_db - _DROP_DB)
    return audible


def steady_runs(frames: Frames, audible: "Flags") -> list[tuple[int, int]]:
    """Runs of frames (first, one past the last) in which the voice holds one sound, in order."""
    import numpy as np

    if not audible.any():
        return []
    bands = frames.bands_db
    tilt_db = bands[:, _LOW_BANDS].mean(axis=1) - bands[:, _HIGH_BANDS].mean(axis=1)
    a_voice = (smooth(frames.voicing, 3) > _VOICED) | (tilt_db > _VOWEL_TILT_DB)
    steady = audible & (smooth(frames.flux_db, 5) < STEADY_DB) & a_voice
    edges = np.flatnonzero(np.diff(np.concatenate(([0], steady.astype(np.int8), [0]))))
    joined: list[tuple[int, int]] = []
    for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if joined and first - joined[-1][1] <= _GAP_FRAMES:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return [
        (first, end)
        for first, end in joined
        if SHORTEST_S <= (end - first) * HOP_S + 1e-9 <= LONGEST_S and not _glides(frames, first, end)
    ]


def _glides(frames: Frames, first: int, end: int) -> bool:
    import numpy as np

    clear = frames.voicing[first:end] > _CLEARLY_VOICED
    octaves = np.log2(frames.pitch_hz[first:end].astype(np.float64))
    both = clear[_SLOPE_FRAMES:] & clear[:-_SLOPE_FRAMES]
    if both.sum() < _SLOPE_FRAMES:
        return False
    moved = np.abs(octaves[_SLOPE_FRAMES:] - octaves[:-_SLOPE_FRAMES])[both]
    return bool(np.median(moved) * 12 / (_SLOPE_FRAMES * HOP_S) > GLIDE_SEMITONES_S)


def smooth(values: "NDArray[np.float32]", width: int) -> "Floats":
    """The running mean over an odd number of frames; the ends repeat their last value."""
    import numpy as np

    padded = np.pad(values.astype(np.float64), width // 2, "edge")
    mean: Floats = np.convolve(padded, np.ones(width) / width, "valid")
    return mean
