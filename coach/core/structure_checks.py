"""The checks on the shape of an answer: what comes first, what is counted, which side is taken, how it closes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from coach.core import structure_words as words
from coach.core.analysis.findings import Analysis, Number
from coach.core.analysis.units import units
from coach.core.list_markers import list_markers
from coach.core.rubric import Check, CheckName
from coach.core.spans import Evidence, Span
from coach.core.stance import straight
from coach.core.transcript import Transcript

CLARIFY_WITHIN_S = 60.0
"""A question or an assumption counts when it begins this early."""
TYPED_WPM = 150
"""Words a minute at which a typed answer is read, so that 60 s are 150 words."""
OPENING = 1 / 3
"""Share of the answer, in characters, in which the grain must be said."""
CLOSING = 4 / 5
"""Share of the answer, in characters, behind which a question closes it."""
MARKERS = 3
"""How many markers make an enumeration, when the rubric does not say."""
SIZING_FIGURES = 2
"""Figures in one sentence or in neighbours that make sizing arithmetic."""
LARGE_COUNT = 1000
"""From this size a plain count sizes a system; smaller ones count people, days or retries."""
_SIZING_UNITS = frozenset(("per_second", "per_day", "bytes"))
_COUNTS = frozenset(("count", "people", "other", "x"))
_REASON_REACH_WORDS = 40
"""Words a reason may stand from its choice within one sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check decided, what it says about it, and the words it decided on."""

    passed: bool
    detail: str
    evidence: tuple[Evidence, ...] = ()


def clarify_first(check: Check, analysis: Analysis) -> Verdict:
    """Whether enough questions or stated assumptions begin inside the first 60 s of speech."""
    wanted = check.at_least or 1
    found = [q.where for q in analysis.questions]
    taken = [Span(e.start, e.end) for e in found]
    found += [e for e in _assumptions(analysis.transcript) if not _within(e, taken)]
    found.sort(key=lambda e: e.start)
    early = tuple(e for e in found if _begins_s(analysis.transcript, e) <= CLARIFY_WITHIN_S)
    noun = "question or assumption" if len(early) == 1 else "questions or assumptions"
    if len(early) >= wanted:
        return Verdict(True, f"{len(early)} {noun} in the first minute", early)
    if len(found) >= wanted:
        return Verdict(False, f"{len(early)} of {wanted} in the first minute; the rest comes later", tuple(found))
    return Verdict(False, f"{len(early)} of {wanted} questions or assumptions in the first minute", early)


def enumerated(check: Check, analysis: Analysis) -> Verdict:
    """Whether the answer counts its parts out loud."""
    wanted = check.at_least or MARKERS
    spans = list_markers(analysis.transcript.text)
    evidence = tuple(analysis.transcript.evidence(s) for s in spans)
    if len(spans) >= wanted:
        return Verdict(True, f"{len(spans)} list markers", evidence)
    return Verdict(False, f"{len(spans)} of {wanted} list markers", evidence)


def grain_first(_check: Check, analysis: Analysis) -> Verdict:
    """Whether it is said in the opening third what one row stands for."""
    transcript = analysis.transcript
    text = straight(transcript.text)
    asked = [Span(q.where.start, q.where.end) for q in analysis.questions]
    spans = [
        span
        for span in (Span(*m.span()) for m in words.GRAIN.finditer(text))
        if not words.DENIAL.search(text, max(0, span.start - 40), span.start) and not _within(span, asked)
    ]
    if not spans:
        return Verdict(False, "the grain is never said")
    where = (transcript.evidence(spans[0]),)
    if spans[0].start <= len(text) * OPENING:
        return Verdict(True, "the grain is said in the opening third", where)
    return Verdict(False, f"the grain comes only after {100 * spans[0].start // len(text)} % of the answer", where)


def sizing_first(_check: Check, analysis: Analysis) -> Verdict:
    """Whether sizing arithmetic is spoken before the first part of the design is named."""
    transcript = analysis.transcript
    sizing = _sizing(analysis)
    component = min(_components(analysis), key=lambda s: s.start, default=None)
    if sizing is None:
        evidence = () if component is None else (transcript.evidence(component),)
        return Verdict(False, "no sizing arithmetic: two figures of rate or volume side by side", evidence)
    figures = tuple(n.where for n in sizing)
    if component is None or figures[SIZING_FIGURES - 1].start <= component.start:
        return Verdict(True, "sized before anything is drawn", figures)
    named = transcript.evidence(component)
    return Verdict(False, f"'{named.text}' comes before the sizing", (named, *figures))


def takes_stance(_check: Check, analysis: Analysis) -> Verdict:
    """Whether the speaker commits to one side and says why."""
    transcript = analysis.transcript
    text = straight(transcript.text)
    asked = [Span(q.where.start, q.where.end) for q in analysis.questions]
    spans = [s for s in _stances(text) if not _within(s, asked)]
    if not spans:
        return Verdict(False, "no choice with a reason")
    return Verdict(True, "a choice with its reason", tuple(transcript.evidence(s) for s in spans[:3]))


def closing_question(_check: Check, analysis: Analysis) -> Verdict:
    """Whether the closing fifth asks the interviewer something or names the next problem worth discussing."""
    transcript = analysis.transcript
    text = straight(transcript.text)
    after = len(text) * CLOSING
    asked = tuple(q.where for q in analysis.questions if q.where.end > after)
    if asked:
        return Verdict(True, "closes with a question to the interviewer", asked)
    for piece in units(text):
        found = words.NEXT_PROBLEM.search(text, piece.start, piece.end)
        if piece.end > after and found and not words.POLITE.search(text, piece.start, piece.end):
            return Verdict(True, "closes with the next problem", (transcript.evidence(Span(found.start(), piece.end)),))
    earlier = tuple(q.where for q in analysis.questions)
    if earlier:
        return Verdict(False, "questions, but none in the closing fifth", earlier)
    return Verdict(False, "closes without a question or a next problem")


STRUCTURE_CHECKS: dict[CheckName, Callable[[Check, Analysis], Verdict]] = {
    CheckName.CLARIFY_FIRST: clarify_first,
    CheckName.ENUMERATED: enumerated,
    CheckName.GRAIN_FIRST: grain_first,
    CheckName.SIZING_FIRST: sizing_first,
    CheckName.TAKES_STANCE: takes_stance,
}
"""The checks of this module that stand alone; `closing_question` is a way of asking `question_back`."""


def _within(where: Span | Evidence, spans: list[Span]) -> bool:
    return any(where.start < s.end and s.start < where.end for s in spans)


def _begins_s(transcript: Transcript, where: Evidence) -> float:
    if where.start_s is not None:
        return where.start_s
    return sum(w.start < where.start for w in transcript.words) * 60 / TYPED_WPM


def _assumptions(transcript: Transcript) -> Iterator[Evidence]:
    """Stated assumptions, at most one a clause."""
    text = straight(transcript.text)
    for piece in units(text):
        last = -1
        for match in words.ASSUMPTION.finditer(text, piece.start, piece.end):
            joined = last >= 0 and len(text[last : match.start()].split()) < 3
            if joined or words.DENIAL.search(text, max(0, match.start() - 30), match.start()):
                continue
            last = match.end()
            yield transcript.evidence(Span(match.start(), _clause_end(text, match.end(), piece.end)))


def _clause_end(text: str, start: int, limit: int) -> int:
    ends = [at for at in (text.find(c, start + 1, limit) for c in ",;:.?!") if at > 0]
    return min(ends, default=limit)


def _sizing(analysis: Analysis) -> tuple[Number, ...] | None:
    """The first figures of rate, volume or large count that stand in one sentence or in neighbours."""
    pieces = units(analysis.transcript.text)

    def place(number: Number) -> int:
        return next((i for i, p in enumerate(pieces) if p.start <= number.where.start < p.end), -1)

    figures = [
        n
        for n in analysis.numbers
        if n.unit in _SIZING_UNITS or (n.unit in _COUNTS and n.unit != "x" and n.value >= LARGE_COUNT)
    ]
    for first, second in pairwise(figures):
        if place(second) - place(first) <= 1 and (first.value, first.unit) != (second.value, second.unit):
            return first, second
    return None


def _components(analysis: Analysis) -> Iterator[Span]:
    """The parts of a design that are named as such, not asked for, put off or repeated from the task."""
    text = straight(analysis.transcript.text)
    given = [Span(q.where.start, q.where.end) for q in analysis.questions]
    given += [Span(e.start, e.end) for e in _assumptions(analysis.transcript)]
    pieces = units(text)
    given += [p for p in pieces if text[p.start : p.end].endswith("?") or words.RESTATES.search(text, p.start, p.end)]
    found = [Span(t.where.start, t.where.end) for t in analysis.tools]
    found += [Span(*m.span()) for m in words.COMPONENT.finditer(text)]
    for span in found:
        sentence = next((p for p in pieces if p.start <= span.start < p.end), span)
        if not _within(span, given) and not words.NOT_YET.search(text, sentence.start, span.start):
            yield span


def _stances(text: str) -> Iterator[Span]:
    pieces = units(text)
    for index, piece in enumerate(pieces):
        for pattern in (words.WINS, words.FLAT):
            for match in pattern.finditer(text, piece.start, piece.end):
                yield Span(*match.span())
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if (
            following is not None
            and words.FLAT.match(text, piece.start, following.end)
            and len(text[piece.start : piece.end].split()) <= 6
        ):
            yield Span(piece.start, following.end)
        if text[piece.start : piece.end].endswith("?"):
            continue
        for match in words.CHOICE.finditer(text, piece.start, piece.end):
            reason = words.REASON.search(text, piece.start, piece.end)
            if reason and _near(text, match.span(), reason.span()):
                yield Span(min(match.start(), reason.start()), max(match.end(), reason.end()))
                break
            if following is not None and words.REASON_FIRST.match(text, following.start, following.end):
                yield Span(match.start(), piece.end)
                break


def _near(text: str, choice: tuple[int, int], reason: tuple[int, int]) -> bool:
    between = text[min(choice[1], reason[1]) : max(choice[0], reason[0])]
    return len(between.split()) <= _REASON_REACH_WORDS
