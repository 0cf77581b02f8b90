"""What is known of a steady run of voice, as numbers by name: how it sounds, and how the words lie around it."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.adapters.steady_runs import smooth
from coach.adapters.voice_frames import HOP_S, Frames
from coach.core.analysis.filler_words import FILLED_PAUSES
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD_S, _LETTER_S = 0.1, 0.06
"""A word of so many letters takes about this long; engines give a word that swallowed an "um" much more."""
_NEAR_S = 0.6


def sound_features(frames: Frames, audible: "NDArray[np.bool_]", run: tuple[int, int]) -> dict[str, float]:
    """Length, steadiness and pitch of a run, and the time to the quiet around it."""
    import numpy as np

    first, end = run
    inside = slice(first, end)
    octaves = np.log2(frames.pitch_hz[inside].astype(np.float64))
    quiet = smooth((~audible).astype(np.float32), 5) > 0.7
    near = round(_NEAR_S / HOP_S)
    return {
        "log_length": math.log((end - first) * HOP_S),
        "flux_db": float(frames.flux_db[inside].mean()),
        "pitch_spread": min(12.0, 12 * float(np.quantile(octaves, 0.8) - np.quantile(octaves, 0.2))),
        "quiet_before_s": _first(quiet[max(0, first - near) : first][::-1]),
        "quiet_after_s": _first(quiet[end : end + near]),
    }


def word_features(span: TimeSpan, words: Sequence[HeardWord], audible_s: float) -> dict[str, float]:
    """How the words lie around a run; `words` are those of the take, filled pauses left out (see `spoken_words`).

    `audible_s` is how long a voice is heard from the start of the word before the run to the end of the one after.
    """
    covered_s = sum(max(0.0, min(span.end_s, w.end_s) - max(span.start_s, w.start_s)) for w in words)
    before, after = neighbours(span, words)
    due_s = sum(usual_s(w) for w in (before, after) if w is not None)
    gap_s = (after.start_s if after else span.end_s) - (before.end_s if before else span.start_s)
    return {
        "covered": min(1.0, covered_s / span.length_s),
        "surplus_s": min(1.2, max(-0.5, audible_s - due_s)),
        "gap_s": min(1.0, max(0.0, gap_s)),
    }


def spoken_words(words: Sequence[HeardWord]) -> list[HeardWord]:
    """The words without filled pauses: whether the engine wrote one must not sway what the sound is taken for."""
    return [w for w in words if "".join(c for c in w.text.lower() if c.isalnum()) not in FILLED_PAUSES]


def neighbours(span: TimeSpan, words: Sequence[HeardWord]) -> tuple[HeardWord | None, HeardWord | None]:
    """The last word whose middle lies before the middle of the span, and the first whose middle lies after."""
    middle_s = (span.start_s + span.end_s) / 2
    before = [w for w in words if (w.start_s + w.end_s) / 2 <= middle_s]
    after = [w for w in words if (w.start_s + w.end_s) / 2 > middle_s]
    return before[-1] if before else None, after[0] if after else None


def usual_s(word: HeardWord) -> float:
    """How long a word of its length takes."""
    return _WORD_S + _LETTER_S * sum(c.isalnum() for c in word.text)


def _first(quiet: "NDArray[np.bool_]") -> float:
    """Seconds to the first quiet frame, `_NEAR_S` when there is none."""
    if quiet.any():
        return float(quiet.argmax()) * HOP_S
    return _NEAR_S if len(quiet) else 0.0
