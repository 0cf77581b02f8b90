"""Voice told from silence, from the sound itself: the Silero detector that comes with faster-whisper."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.adapters.audio_file import mono_blocks
from coach.core.ports import SAMPLE_RATE_HZ
from coach.core.spans import TimeSpan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VOICE_PROBABILITY = 0.5
"""A window at least this probable begins a stretch; the loudest household noise measured reaches 0.35."""
SILENCE_PROBABILITY = 0.35
"""A window below this may end a stretch; Silero's own distance of 0.15."""
MIN_SILENCE_S = 0.3
"""Shorter gaps belong to the speech around them: with this 48 of 48 known pauses were found."""
MIN_SPEECH_S = 0.09
"""Shorter stretches are smacks and clicks; the shortest "uh" is about 0.15 s."""
PAD_S = 0.03
"""Added on both sides, because the detector needs a window to be sure: edges then lie within 0.02 s."""

_WINDOW = 512
"""Samples the detector judges at a time: 32 ms."""
_BLOCK = 1000 * _WINDOW
"""Samples worked on at once: 32 s."""
_LEAD = 125 * _WINDOW
"""Samples before a block that bring the detector, which remembers, into its stride: 4 s."""
_TAIL = 5 * _WINDOW
"""Samples after a block that keep the edge of the filter away from it."""
_RUMBLE_HZ = 60.0
"""Below the lowest voice. A microphone that swings below it hid 75 % of one speaker's words from the detector."""
_LEVEL = 0.2
"""Peak at which the detector hears best, of eight from 0.03 to 0.5 tried on 46 clips: lower ones lose words on a noisy
line and take a dropped spoon for a voice, higher ones lose words on an accented one."""
_LOUD_SHARE = 0.98
"""Windows that may be louder than that peak: knocks and coughs are not to set the level."""
_MAX_GAIN = 10.0
"""A quiet microphone is raised by 20 dB at most, so that the floor of an empty room stays low."""


class SileroActivity:
    """The port SpeechActivity; a few milliseconds of work for every second of a take, and memory for half a minute."""

    def speech(self, path: Path) -> tuple[TimeSpan, ...]:
        """The voiced stretches of a take, in order, at least 0.3 s apart; raises AudioFileError."""
        gain = _gain(path)
        if gain is None:
            return ()
        probabilities: list[float] = []
        total = 0
        for piece, samples in _pieces(path):
            probabilities += _probabilities(piece * gain)[_LEAD // _WINDOW :]
            total += samples
        return stretches(probabilities, total / SAMPLE_RATE_HZ)


def stretches(probabilities: list[float], duration_s: float) -> tuple[TimeSpan, ...]:
    """Voiced stretches from the probability of voice in each window of 32 ms."""
    window_s = _WINDOW / SAMPLE_RATE_HZ
    found: list[TimeSpan] = []
    start: float | None = None
    quiet_since: float | None = None
    for index, probability in enumerate(probabilities):
        now = index * window_s
        if probability >= VOICE_PROBABILITY:
            quiet_since = None
            if start is None:
                start = now
        elif start is not None:
            if probability < SILENCE_PROBABILITY and quiet_since is None:
                quiet_since = now
            if quiet_since is not None and now - quiet_since >= MIN_SILENCE_S:
                found.append(TimeSpan(start, quiet_since))
                start = quiet_since = None
    if start is not None:
        found.append(TimeSpan(start, duration_s if quiet_since is None else quiet_since))
    return tuple(
        TimeSpan(max(0.0, span.start_s - PAD_S), min(duration_s, span.end_s + PAD_S))
        for span in found
        if span.length_s >= MIN_SPEECH_S
    )


def _gain(path: Path) -> float | None:
    """What brings the voice of a take to the level the detector hears best; None for digital silence."""
    import numpy as np

    peaks = [np.abs(piece[_LEAD:]).reshape(-1, _WINDOW).max(axis=1) for piece, _ in _pieces(path)]
    loud = float(np.quantile(np.concatenate(peaks), _LOUD_SHARE)) if peaks else 0.0
    return min(_MAX_GAIN, _LEVEL / loud) if loud > 0.0 else None


def _pieces(path: Path) -> "Iterator[tuple[NDArray[np.float32], int]]":
    """A take in pieces without rumble: `_LEAD` samples from before the piece, then whole windows of its own.

    With each piece goes how many of its samples are the take's; zeros fill its last window.
    """
    import numpy as np

    held = np.zeros(_LEAD, np.float32)
    for block in mono_blocks(path):
        held = np.concatenate((held, block))
        while len(held) >= _LEAD + _BLOCK + _TAIL:
            yield _without_rumble(held[: _LEAD + _BLOCK + _TAIL])[:-_TAIL], _BLOCK
            held = held[_BLOCK:]
    if samples := len(held) - _LEAD:
        fill = -samples % _WINDOW
        yield _without_rumble(np.pad(held, (0, fill + _TAIL)))[:-_TAIL], samples


def _without_rumble(samples: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """The same sound with everything below the voice faded out."""
    import numpy as np

    spectrum = np.fft.rfft(samples)
    frequency_hz = np.fft.rfftfreq(len(samples), 1.0 / SAMPLE_RATE_HZ)
    kept = np.clip((frequency_hz - _RUMBLE_HZ * 2 / 3) / (_RUMBLE_HZ * 2 / 3), 0.0, 1.0)
    filtered: NDArray[np.float32] = np.fft.irfft(spectrum * kept, len(samples)).astype(np.float32)
    return filtered


def _probabilities(samples: "NDArray[np.float32]") -> list[float]:
    """The detector's probability of voice in each window."""
    from faster_whisper.vad import get_vad_model

    found: list[float] = get_vad_model()(samples.clip(-1.0, 1.0)).ravel().tolist()
    return found
