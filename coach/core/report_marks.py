"""What an answer's words are marked with: each mark has a sign as well as a colour."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coach.core.analysis.findings import HedgeStatus, Tier
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence


class Mark(StrEnum):
    """The kinds of mark; the value names its colour in the style sheet."""

    HIT = "hit"
    TRAP = "trap"
    FILLER = "filler"
    NUMBER = "number"
    HEDGE = "hedge"


SIGNS = {Mark.HIT: "✓", Mark.TRAP: "▲", Mark.FILLER: "~", Mark.NUMBER: "#", Mark.HEDGE: "?"}
"""The sign of each mark, the one the command line prints."""

MEANINGS = {
    Mark.HIT: "an idea that counts",
    Mark.TRAP: "a trap",
    Mark.FILLER: "a filler",
    Mark.NUMBER: "a number",
    Mark.HEDGE: "an open “it depends”",
}
"""What each mark means."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked place."""

    mark: Mark
    where: Evidence
    """The words; an empty span for what was only heard."""
    why: str
    """What it is, in a phrase."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer over which the marks do not change."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Marked, ...]
    """The marks that begin here."""


def marks_of(card: Scorecard) -> tuple[Marked, ...]:
    """All marks in order; places that no longer fit the words (set right after the verdict) are left out."""
    text, found = card.analysis.transcript.text, card.analysis
    marked = [
        *(Marked(Mark.HIT, w, f"idea: {e.what}") for e in card.elements if e.met for w in e.evidence),
        *(Marked(Mark.TRAP, w, f"trap: {t.what}") for t in card.traps if t.hit for w in t.evidence),
        *(
            Marked(Mark.FILLER, f.where, "filler" if f.tier is Tier.TRANSCRIBED else "filler, heard in the sound")
            for f in found.fillers
            if f.tier is not Tier.UNCERTAIN
        ),
        *(Marked(Mark.NUMBER, n.where, "number") for n in found.numbers),
        *(Marked(Mark.HEDGE, h.where, "left open") for h in found.it_depends if h.status is HedgeStatus.UNRESOLVED),
    ]
    fitting = (m for m in marked if text[m.where.start : m.where.end] == m.where.text)
    return tuple(sorted(fitting, key=lambda m: (m.where.start, m.where.end)))


def pieces(card: Scorecard) -> Iterator[Piece]:
    """The answer cut where marks begin or end; joined together the pieces are the whole text."""
    text, marked = card.analysis.transcript.text, marks_of(card)
    edges = sorted({0, len(text), *(e for m in marked for e in (m.where.start, m.where.end))})
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        over = {m.mark for m in marked if m.where.start <= start and end <= m.where.end and start < end}
        begins = tuple(m for m in marked if m.where.start == start)
        if start < end or begins:
            yield Piece(text[start:end], tuple(m for m in Mark if m in over), begins)
