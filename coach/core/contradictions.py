"""Numbers that do not agree: what was said against the ledger, and against what was said another time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.core.analysis.findings import Number
from coach.core.analysis.numbers import find_numbers
from coach.core.analysis.units import units
from coach.core.attempt import Attempt
from coach.core.ledger import LedgerFigure, Part, Project, amount, measured
from coach.core.spans import Evidence
from coach.core.stems import content_stems

TOLERANCE = 0.05
"""Values this close agree: rounding to two digits moves a value by at most five percent."""
LEDGER_WORDS = 0.6
"""A sentence speaks of a figure when it has this share of the figure's words: both of two, so that a click rate is no
duplicate rate, and two of three."""
RETOLD_SHARE = 0.5
"""Two sentences of different attempts must share this part of the shorter one's words."""
RETOLD_WORDS = 2
"""Two sentences of different attempts must share at least this many words to speak of the same figure."""

_TIME_S = {
    "seconds": 1.0,
    "minutes": 60.0,
    "hours": 3600.0,
    "days": 86_400.0,
    "weeks": 604_800.0,
    "months": 2_629_800.0,
    "years": 31_557_600.0,
}
_PER_YEAR = {"day": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_PERIOD = re.compile(r"(?:\ba |\bper |\beach |\bevery |/ ?)(day|week|month|quarter|year)\b", re.IGNORECASE)
_PERIODIC = re.compile(r"\b(dai|week|month|quarter|year)ly\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One attempt's words and figures."""

    attempt: str
    about: str
    """What it tells, so that tellings of the same are compared: a story's id, or the item's."""
    at: datetime
    text: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A figure as it was said."""

    attempt: str
    at: datetime
    number: Evidence
    sentence: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values of one figure."""

    said: Quote
    """The later, or the one held against the ledger."""
    ledger: LedgerFigure | None = None
    """What the ledger has; None when two attempts are compared."""
    project: str = ""
    """Id of the project."""
    part: Part | None = None
    earlier: Quote | None = None
    """What was said before; None when the ledger is compared."""

    @property
    def other(self) -> str:
        """The value that does not agree with what was said, in words."""
        if self.ledger is not None:
            return f"{amount(self.ledger.value)} {self.ledger.unit}"
        return self.earlier.number.text if self.earlier else ""


def said_in(attempts: Sequence[Attempt], stories: Mapping[str, str]) -> tuple[Said, ...]:
    """What the attempts said, oldest first; `stories` names the story that an attempt told."""
    found = []
    for attempt in sorted(attempts, key=lambda a: (a.created_at, a.id)):
        if attempt.transcript is None:
            continue
        card = attempt.scorecard
        numbers = card.analysis.numbers if card else find_numbers(attempt.transcript)
        about = stories.get(attempt.id) or attempt.item
        found.append(Said(attempt.id, about, attempt.created_at, attempt.transcript.text, numbers))
    return tuple(found)


def contradictions(said: Sequence[Said], projects: Sequence[Project]) -> tuple[Contradiction, ...]:
    """What was said and is not in the ledger, then what was said differently another time; newest first.

    `said` is in the order of time. Of a figure that was said differently several times, the last two stand.
    """
    against: list[Contradiction] = []
    for one in reversed(said):
        against.extend(_against_ledger(one, projects))
    across: list[Contradiction] = []
    for number, later in reversed(list(enumerate(said))):
        earlier = [s for s in said[:number] if s.about == later.about]
        across.extend(_against_earlier(later, earlier))
    return (*against, *across)


@dataclass(frozen=True, slots=True)
class _Claim:
    """One number with the words it was said in."""

    said: Said
    number: Number
    sentence: str
    place: int
    """Where the sentence begins."""
    words: frozenset[str]

    @property
    def quote(self) -> Quote:
        return Quote(self.said.attempt, self.said.at, self.number.where, self.sentence)

    @property
    def values(self) -> tuple[float, ...]:
        return _values(self.number.value, self.number.unit, self.number.where.text)


def _claims(said: Said) -> Iterator[_Claim]:
    for unit in units(said.text):
        inside = [n for n in said.numbers if unit.start <= n.where.start < unit.end]
        if inside:
            sentence = said.text[unit.start : unit.end]
            words = _words(sentence)
            for number in inside:
                yield _Claim(said, number, sentence, unit.start, words)


def _words(text: str) -> frozenset[str]:
    return frozenset(s for s in content_stems(text) if s[0].isalpha())


def _values(value: float, unit: str, text: str) -> tuple[float, ...]:
    """The value, times in seconds, and where a period was named also the value by the year."""
    base = value * _TIME_S.get(unit, 1.0)
    match = _PERIOD.search(text) or _PERIODIC.search(text)
    if match is None:
        return (base,)
    period = {"dai": "day"}.get(match[1].lower(), match[1].lower())
    return (base, base * _PER_YEAR[period])


def _dimension(unit: str) -> str:
    return "time" if unit in _TIME_S else unit


def _agree(ones: Sequence[float], others: Sequence[float]) -> bool:
    return any(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a in ones for b in others)


def _against_ledger(said: Said, projects: Sequence[Project]) -> Iterator[Contradiction]:
    claims = list(_claims(said))
    for project in projects:
        for part, figure in project.figures():
            value, unit = measured(figure.value, figure.unit)
            words = _words(figure.what)
            fitting = [c for c in claims if _dimension(c.number.unit) == _dimension(unit) and _speaks_of(c, words)]
            right = _right_values(figure, value, unit)
            settled = {c.place for c in fitting if _agree(c.values, right)}
            wrong = [c for c in fitting if c.place not in settled and not _elsewhere(c, project, projects, part)]
            if wrong:
                best = max(wrong, key=lambda c: len(c.words & words))
                yield Contradiction(best.quote, figure, project.id, part)


def _speaks_of(claim: _Claim, words: frozenset[str]) -> bool:
    return bool(words) and len(claim.words & words) >= LEDGER_WORDS * len(words)


def _right_values(figure: LedgerFigure, value: float, unit: str) -> tuple[float, ...]:
    """What may be said of a figure: its value, its baseline, the difference and, of a percentage, the relative one."""
    right = list(_values(value, unit, figure.unit))
    if figure.baseline is not None:
        before, _ = measured(figure.baseline, figure.unit)
        right += [*_values(before, unit, figure.unit), *_values(abs(before - value), unit, figure.unit)]
        if unit == "percent" and before:
            right.append(100 * abs(before - value) / before)
    return tuple(right)


def _elsewhere(claim: _Claim, project: Project, projects: Sequence[Project], part: Part) -> bool:
    """Whether the number is that of another figure whose words stand in the same sentence."""
    for other in projects:
        for other_part, figure in other.figures():
            if (other.id, other_part) == (project.id, part):
                continue
            value, unit = measured(figure.value, figure.unit)
            same = _dimension(unit) == _dimension(claim.number.unit)
            if (
                same
                and _speaks_of(claim, _words(figure.what))
                and _agree(claim.values, _right_values(figure, value, unit))
            ):
                return True
    return False


def _against_earlier(later: Said, earlier: Sequence[Said]) -> Iterator[Contradiction]:
    """Each figure of an attempt against the last time that it was said before."""
    before = [list(_claims(s)) for s in reversed(earlier)]
    for claim in _claims(later):
        for claims in before:
            same = [c for c in claims if _dimension(c.number.unit) == _dimension(claim.number.unit)]
            told = [c for c in same if _retells(claim, c)]
            if not told:
                continue
            if not any(_agree(claim.values, c.values) for c in same):
                best = max(told, key=lambda c: len(c.words & claim.words))
                others = [c for c in _claims(later) if _dimension(c.number.unit) == _dimension(best.number.unit)]
                if not any(_agree(best.values, c.values) for c in others):
                    yield Contradiction(claim.quote, earlier=best.quote)
            break


def _retells(one: _Claim, other: _Claim) -> bool:
    shared = len(one.words & other.words)
    return shared >= RETOLD_WORDS and shared >= RETOLD_SHARE * min(len(one.words), len(other.words))
