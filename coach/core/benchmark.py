"""Speed as ratios and medians of runs that took turns, since machines are noisy; and how it drifts from run to run."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Timed:
    """One thing that was timed several times."""

    name: str
    """What it is, with the circumstances that matter."""
    seconds: tuple[float, ...]
    """Each run."""
    bound_s: float | None = None
    """What it should stay under, where that is promised."""
    against: str = ""
    """The name of what it is compared with."""

    @property
    def median_s(self) -> float:
        """The middle run."""
        return median(self.seconds)

    @property
    def worst_s(self) -> float:
        """The slowest run."""
        return max(self.seconds)

    @property
    def within(self) -> bool | None:
        """Whether the median stays under its bound; None where nothing is promised."""
        return None if self.bound_s is None else self.median_s <= self.bound_s


def ratio(timed: Timed, others: Sequence[Timed]) -> float | None:
    """How many times as long as what it is compared with; None without a comparison."""
    other = next((o for o in others if o.name == timed.against), None)
    return timed.median_s / other.median_s if other and other.median_s > 0 else None


def drift(timed: Timed, earlier: Sequence[float]) -> float | None:
    """The median over the median of earlier runs; None without any."""
    return timed.median_s / median(earlier) if earlier and median(earlier) > 0 else None
