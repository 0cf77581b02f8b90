"""A take seen a hundredth of a second at a time: loudness, pitch, and how steadily its spectrum stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coach.core.ports import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

HOP_S = 0.01
"""From one frame to the next; a filled pause has fifteen frames and more."""
FRAME_S = 0.04
"""Length of a frame: three periods of the lowest voice."""
LOWEST_HZ, HIGHEST_HZ = 65.0, 400.0
"""The range of speaking voices."""
BANDS = 20
"""Bands of the spectrum, even on the mel scale from 100 Hz to 7 kHz."""

_FFT = 1024
"""Holds a frame and the longest period without wrapping around."""
_HOP = round(HOP_S * SAMPLE_RATE_HZ)
_FRAME = round(FRAME_S * SAMPLE_RATE_HZ)
_BLOCK_FRAMES = 2000
"""Frames worked on at once: 20 s, some 16 MB."""
_PITCH_CEILING_HZ = 1500.0
"""Pitch is sought below this: harmonics above it are weak and noisy."""
_DEPTH_DB = 40.0
"""What lies this far below the strongest band is the room's, not the voice's."""
_RUMBLE = 200
"""Samples of that average; even."""
_FLUX_FRAMES = 3
"""Spectra this far apart are compared: neighbours share three quarters of their samples."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What each frame of a take sounds like; frame i is centred on `i * HOP_S`, all arrays have one row a frame."""

    level_db: "Array"
    """Loudness, 0 for a full-scale square wave."""
    pitch_hz: "Array"
    """The best period found, whether or not there is a voice."""
    voicing: "Array"
    """How periodic the frame is, 0 to 1."""
    bands_db: "Array"
    """Shape of the spectrum: the level of each of `BANDS` bands against their mean; shape (frames, BANDS)."""
    flux_db: "Array"
    """How far the shape moves within 30 ms: mean over the bands."""


def frames_of(blocks: "Iterable[Array]") -> Frames:
    """The frames of a take given as blocks of 16 kHz mono samples, in memory for about 20 s of sound at a time."""
    import numpy as np

    held = np.zeros(_FRAME // 2, np.float32)
    parts: list[tuple[Array, Array, Array, Array]] = []
    whole = _BLOCK_FRAMES * _HOP
    for block in blocks:
        held = np.concatenate((held, block))
        while len(held) >= whole + _FRAME:
            parts.append(_block(held[: whole + _FRAME - _HOP]))
            held = held[whole:]
    count = max(0, len(held) - _FRAME // 2 + _HOP - 1) // _HOP
    if count:
        needed = (count - 1) * _HOP + _FRAME
        parts.append(_block(np.pad(held, (0, max(0, needed - len(held))))[:needed]))
    if not parts:
        nothing = np.zeros(0, np.float32)
        return Frames(nothing, nothing, nothing, np.zeros((0, BANDS), np.float32), nothing)
    level, pitch, voicing, bands = (np.concatenate(column) for column in zip(*parts, strict=True))
    flux = np.zeros(len(level), np.float32)
    if len(level) > _FLUX_FRAMES:
        moved = np.abs(bands[_FLUX_FRAMES:] - bands[:-_FLUX_FRAMES]).mean(axis=1)
        flux[1 : 1 + len(moved)] = moved
    return Frames(level, pitch, voicing, bands, flux)


def _block(samples: "Array") -> "tuple[Array, Array, Array, Array]":
    import numpy as np

    window, window_ratio, bank, low_bins = _tables()
    views = np.lib.stride_tricks.sliding_window_view(_without_rumble(samples), _FRAME)[::_HOP]
    level = 10 * np.log10((views**2).mean(axis=1) + 1e-10)
    power = np.abs(np.fft.rfft((views - views.mean(axis=1, keepdims=True)) * window, _FFT)).astype(np.float32) ** 2
    energy = np.log10(power @ bank + 1e-7) * 10
    energy = np.maximum(energy, energy.max(axis=1, keepdims=True) - _DEPTH_DB)
    bands = energy - energy.mean(axis=1, keepdims=True)
    low = power.copy()
    low[:, low_bins:] = 0
    likeness = np.fft.irfft(low, _FFT)
    shortest, longest = round(SAMPLE_RATE_HZ / HIGHEST_HZ), round(SAMPLE_RATE_HZ / LOWEST_HZ)
    lags = likeness[:, : longest + 1] / (likeness[:, :1] + 1e-9) / window_ratio[: longest + 1]
    lag = _period(lags[:, shortest:]) + shortest
    voicing = np.clip(lags[np.arange(len(lags)), lag], 0.0, 1.0)
    return (
        level.astype(np.float32),
        (SAMPLE_RATE_HZ / lag).astype(np.float32),
        voicing.astype(np.float32),
        bands.astype(np.float32),
    )


def _without_rumble(samples: "Array") -> "Array":
    """The sound less its own average over 12 ms, twice: what swings below the voice would pass for its pitch."""
    import numpy as np

    sound = samples.astype(np.float64)
    for _ in range(2):
        sums = np.cumsum(np.concatenate((np.zeros(1), np.pad(sound, _RUMBLE // 2, "edge"))))
        sound = sound - (sums[_RUMBLE + 1 :] - sums[: -_RUMBLE - 1])[: len(sound)] / (_RUMBLE + 1)
    return sound.astype(np.float32)


def _period(lags: "NDArray[np.float64]") -> "NDArray[np.int64]":
    """The shortest lag that is nearly as good as the best, so that no voice is heard an octave too low."""
    import numpy as np

    inner = lags[:, 1:-1]
    peak = (inner >= lags[:, :-2]) & (inner >= lags[:, 2:])
    heights = np.where(peak, inner, -1.0)
    good = heights >= 0.9 * heights.max(axis=1, keepdims=True)
    found: NDArray[np.int64] = np.where(peak.any(axis=1), (good & peak).argmax(axis=1) + 1, lags.argmax(axis=1))
    return found


@lru_cache(maxsize=1)
def _tables() -> "tuple[Array, Array, Array, int]":
    """Window, how the window alone fades with the lag, the bands' triangles, and the bins in which pitch is sought."""
    import numpy as np

    window = np.hanning(_FRAME).astype(np.float32)
    fade = np.fft.irfft(np.abs(np.fft.rfft(window, _FFT)) ** 2, _FFT)
    hz = np.fft.rfftfreq(_FFT, 1 / SAMPLE_RATE_HZ)
    edges = 700 * (10 ** (np.linspace(_mel(100.0), _mel(7000.0), BANDS + 2) / 2595) - 1)
    rise = (hz[:, None] - edges[:-2]) / (edges[1:-1] - edges[:-2])
    fall = (edges[2:] - hz[:, None]) / (edges[2:] - edges[1:-1])
    bank = np.clip(np.minimum(rise, fall), 0.0, None)
    low_bins = int(np.searchsorted(hz, _PITCH_CEILING_HZ))
    return window, (fade / fade[0]).astype(np.float32), (bank / bank.sum(axis=0)).astype(np.float32), low_bins


def _mel(hz: float) -> float:
    import math

    return 2595 * math.log10(1 + hz / 700)
