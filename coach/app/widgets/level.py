"""How loud it is: the last peaks as a wave."""

import math
from collections import deque

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coach.app.signs import Signs

FLOOR_DB = -60.0
"""Anything quieter is drawn as nothing; a quiet room lies near it."""

CLIPPING_PEAK = 0.985
"""From here on samples are cut off; within a fifth of a decibel of full scale."""


def loudness(peak: float) -> float:
    """A peak, 0 to 1, as a share of the scale from FLOOR_DB to full scale: ears hear in decibels."""
    if peak <= 0:
        return 0.0
    return max(0.0, min(1.0, 1 - 20 * math.log10(min(peak, 1.0)) / FLOOR_DB))


class LevelWave(Widget):
    """The last peaks as a moving wave."""

    DEFAULT_CSS = """
    LevelWave { height: 1; width: 40; color: $success; }
    LevelWave.-clipping { color: $error; }
    """

    peaks: reactive[tuple[float, ...]] = reactive(())
    """Peaks from old to new, 0 to 1."""

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._recent: deque[float] = deque(maxlen=40)

    def add(self, peak: float) -> None:
        """One more peak, 0 to 1."""
        self._recent.append(peak)
        self.peaks = tuple(self._recent)
        self.set_class(peak >= CLIPPING_PEAK, "-clipping")

    def render(self) -> Content:
        """One sign a peak, right-aligned so that the newest stands still."""
        wave = self._signs.spark(tuple(loudness(p) for p in self.peaks), top=1)
        return Content(wave.rjust(self.size.width, self._signs.levels[0])[-max(1, self.size.width) :])
