"""A take drawn on one line: where there was a voice, where silence, where the marks; pure."""

from dataclasses import dataclass

from coach.app.marks import Mark, MarkKind, sign_of
from coach.app.signs import Signs
from coach.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """One cell of the line."""

    sign: str
    mark: MarkKind | None
    """What is marked there; None for plain speech or silence."""
    voiced: bool


def timeline(transcript: Transcript, marks: tuple[Mark, ...], width: int, signs: Signs) -> tuple[TimelineCell, ...]:
    """The take in `width` cells; empty for a typed answer, which has no times."""
    duration_s = transcript.duration_s
    if not duration_s or width < 1:
        return ()
    cell_s = duration_s / width
    best: dict[int, MarkKind] = {}
    order = list(MarkKind)
    for mark in marks:
        if mark.at_s is None or mark.kind is MarkKind.PAUSE:
            continue
        cell = cell_at(mark.at_s, duration_s, width)
        if cell not in best or order.index(mark.kind) < order.index(best[cell]):
            best[cell] = mark.kind
    cells = []
    for number in range(width):
        low, high = number * cell_s, (number + 1) * cell_s
        voiced_s = sum(max(0.0, min(s.end_s, high) - max(s.start_s, low)) for s in transcript.speech or ())
        voiced = voiced_s >= cell_s / 2
        kind = best.get(number)
        sign = sign_of(kind, signs) if kind else signs.speech if voiced else signs.silence
        cells.append(TimelineCell(sign, kind, voiced))
    return tuple(cells)


def cell_at(moment_s: float, duration_s: float, width: int) -> int:
    """The cell in which a moment of the take lies."""
    return max(0, min(width - 1, int(moment_s / duration_s * width)))


def word_at(transcript: Transcript, moment_s: float) -> int:
    """Index of the word that has begun last at a moment; the first one before any has."""
    begun = [n for n, w in enumerate(transcript.words) if w.start_s is not None and w.start_s <= moment_s + 1e-6]
    return begun[-1] if begun else 0
