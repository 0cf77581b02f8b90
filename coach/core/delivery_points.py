"""How much of the delivery points an answer earns, from what could be measured."""

from dataclasses import dataclass

from coach.core.analysis.findings import Delivery
from coach.core.rubric import DeliveryTargets

TYPED_WPM = 150
"""Turns fillers a hundred words of a typed answer into fillers a minute (National Center for Voice and Speech)."""
PACE_MARGIN = 0.4
"""So far outside the target, as a share of it, all pace points are gone."""
LONG_PAUSE_SHARE = 0.5
"""What is left of the pause points at the first pause that costs."""


@dataclass(frozen=True, slots=True)
class DeliveryPart:
    """One side of the delivery."""

    name: str
    share: float
    """0 to 1 of its points."""
    detail: str
    repair: str
    """What to do instead; empty when nothing was lost."""


def delivery_parts(delivery: Delivery, targets: DeliveryTargets) -> tuple[DeliveryPart, ...]:
    """Pace, fillers and pauses, a third of the points each; of a typed answer the fillers alone."""
    if delivery.duration_s is None:
        return (_fillers(delivery.fillers_per_100_words * TYPED_WPM / 100, targets),)
    return (
        _pace(delivery.wpm, targets),
        _fillers(delivery.fillers_per_min or 0.0, targets),
        _pauses(delivery.longest_pause_s or 0.0, targets),
    )


def measured_share(delivery: Delivery) -> float:
    """The share of the delivery points that could be judged at all: a third for a typed answer."""
    return 1 / 3 if delivery.duration_s is None else 1.0


def _pace(wpm: float | None, targets: DeliveryTargets) -> DeliveryPart:
    if wpm is None:
        return DeliveryPart("pace", 0.0, "nothing was said", "Say something, even a question.")
    low, high = targets.pace_low_wpm, targets.pace_high_wpm
    detail = f"{wpm:.0f} words a minute"
    if wpm < low:
        share = max(0.0, 1 - (low - wpm) / (low * PACE_MARGIN))
        return DeliveryPart("pace", share, detail, f"Speak a little faster: {low:g} to {high:g} words a minute.")
    if wpm > high:
        share = max(0.0, 1 - (wpm - high) / (high * PACE_MARGIN))
        return DeliveryPart("pace", share, detail, f"Slow down to {low:g} to {high:g} words a minute.")
    return DeliveryPart("pace", 1.0, detail, "")


def _fillers(per_min: float, targets: DeliveryTargets) -> DeliveryPart:
    green, red = targets.fillers_green_per_min, targets.fillers_red_per_min
    detail = f"{per_min:.1f} fillers a minute"
    if per_min <= green:
        return DeliveryPart("fillers", 1.0, detail, "")
    share = max(0.0, 1 - (per_min - green) / max(red - green, 1e-9))
    return DeliveryPart("fillers", share, detail, "Leave a silent gap where the filler would stand.")


def _pauses(longest_s: float, targets: DeliveryTargets) -> DeliveryPart:
    detail = f"longest pause {longest_s:.1f} s"
    if longest_s < targets.pause_long_s:
        return DeliveryPart("pauses", 1.0, detail, "")
    room = max(targets.pause_fatal_s - targets.pause_long_s, 1e-9)
    share = max(0.0, LONG_PAUSE_SHARE * (1 - (longest_s - targets.pause_long_s) / room))
    return DeliveryPart("pauses", share, detail, "Announce the pause: give me ten seconds to think.")
