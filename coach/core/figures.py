"""Whether the numbers an idea needs stand with the words that express it."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis.findings import Number
from coach.core.rubric import Figure
from coach.core.spans import Span


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of the wanted figures, each 0 to 1, and what is wrong in words."""

    met: float
    missing: float
    wrong: float
    """A number in the right unit was said, and it is out of range."""
    fault: str


def held_against(wanted: Sequence[Figure], numbers: Sequence[Number], near: Span) -> Figures:
    """The wanted figures against the numbers said within a stretch."""
    if not wanted:
        return Figures(0.0, 0.0, 0.0, "")
    inside = [n for n in numbers if near.start <= n.where.start < near.end]
    met = missing = wrong = 0
    faults: list[str] = []
    for figure in wanted:
        fitting = {(n.value, n.unit) for n in inside if not figure.units or n.unit in figure.units}
        right = [v for v, _ in fitting if _in_range(v, figure)]
        if len(right) >= figure.at_least:
            met += 1
        elif fitting and not right:
            wrong += 1
            faults.append("the figure is far off")
        else:
            missing += 1
            faults.append(f"{len(right)} of {figure.at_least} figures")
    total = len(wanted)
    return Figures(met / total, missing / total, wrong / total, "; ".join(dict.fromkeys(faults)))


def _in_range(value: float, figure: Figure) -> bool:
    return (figure.low is None or value >= figure.low) and (figure.high is None or value <= figure.high)
