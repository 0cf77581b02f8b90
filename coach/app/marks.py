"""What is worth marking in an answer, gathered from a scorecard; pure."""

from dataclasses import dataclass
from enum import StrEnum

from coach.app.signs import Signs
from coach.core.analysis.findings import FillerType, HedgeStatus, Tier
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence
from coach.core.transcript import Transcript


class MarkKind(StrEnum):
    """Why words are marked; later kinds give way where two meet in one timeline cell."""

    TRAP = "trap"
    HIT = "hit"
    MISS = "miss"
    OPEN = "open"
    NUMBER = "number"
    FILLER = "filler"
    PAUSE = "pause"


STYLES = {
    MarkKind.TRAP: "bold $error",
    MarkKind.HIT: "bold $success",
    MarkKind.MISS: "$error",
    MarkKind.OPEN: "$secondary",
    MarkKind.NUMBER: "$primary",
    MarkKind.FILLER: "$warning",
    MarkKind.PAUSE: "$quiet",
}
"""How each kind is coloured, in theme colours."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words."""

    kind: MarkKind
    start: int
    """Offset of the first character in the answer."""
    end: int
    """Offset one past the last; equal to `start` for something between two words."""
    at_s: float | None
    """When it is heard; None in a typed answer."""
    note: str = ""
    """Shown beside the sign when there are no words: the length of a pause, a filler only heard."""


def sign_of(kind: MarkKind, signs: Signs) -> str:
    """The sign of a kind of mark."""
    return {
        MarkKind.TRAP: signs.trap,
        MarkKind.HIT: signs.hit,
        MarkKind.MISS: signs.miss,
        MarkKind.OPEN: signs.open,
        MarkKind.NUMBER: signs.number,
        MarkKind.FILLER: signs.filler,
        MarkKind.PAUSE: signs.pause,
    }[kind]


def marks_of(card: Scorecard) -> tuple[Mark, ...]:
    """Every mark of an answer, in the order of the text; of missed ideas only the nearest words of required ones."""
    analysis = card.analysis
    found = [_mark(MarkKind.HIT, e) for r in card.elements if r.met for e in r.evidence]
    found += [_mark(MarkKind.MISS, e) for r in card.elements if r.must and not r.met for e in r.evidence]
    found += [_mark(MarkKind.TRAP, e) for t in card.traps if t.hit for e in t.evidence]
    found += [_mark(MarkKind.OPEN, h.where) for h in analysis.it_depends if h.status is HedgeStatus.UNRESOLVED]
    found += [_mark(MarkKind.NUMBER, n.where) for n in analysis.numbers]
    for filler in analysis.fillers:
        if filler.tier is Tier.TRANSCRIBED:
            found.append(_mark(MarkKind.FILLER, filler.where))
        else:
            unsure = "?" if filler.tier is Tier.UNCERTAIN else ""
            heard = "um" if filler.type is FillerType.FILLED_PAUSE else str(filler.type).replace("_", " ")
            where = filler.where
            found.append(Mark(MarkKind.FILLER, where.start, where.start, where.start_s, f"({heard}{unsure})"))
    for pause in analysis.delivery.pauses:
        offset = _offset_at(analysis.transcript, (pause.start_s + pause.end_s) / 2)
        found.append(Mark(MarkKind.PAUSE, offset, offset, pause.start_s, f"{pause.length_s:.1f}s"))
    return tuple(sorted(set(found), key=lambda m: (m.start, m.end, list(MarkKind).index(m.kind))))


def _mark(kind: MarkKind, where: Evidence) -> Mark:
    return Mark(kind, where.start, where.end, where.start_s)


def _offset_at(transcript: Transcript, moment_s: float) -> int:
    """Where in the text a moment lies: before the first word whose middle comes later.

    Engines stretch a word into the silence beside it, so its middle tells its side better than its edges.
    """
    for word in transcript.words:
        if word.start_s is not None and word.end_s is not None and (word.start_s + word.end_s) / 2 > moment_s:
            return word.start
    return len(transcript.text)
