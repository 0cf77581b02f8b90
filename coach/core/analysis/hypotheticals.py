"""Finding where an answer says what one would do instead of what happened (annotation rules, 5)."""

import re
from dataclasses import dataclass

from coach.core.analysis import hypothetical_words as words
from coach.core.analysis.units import units
from coach.core.spans import Evidence, Span
from coach.core.transcript import Transcript

_CLAUSE_CUT = re.compile(r"[,;:–—]\s*|\s-\s|\s(?=(?:and|but|because|so|if)\s)", re.IGNORECASE)
_KEEP_TAIL_CHARS = 400


@dataclass(frozen=True, slots=True)
class _Unit:
    span: Span
    text: str
    """The unit with straight apostrophes, case kept."""


def find_hypotheticals(transcript: Transcript) -> tuple[Evidence, ...]:
    """The sentences or chains of would-clauses that answer with a hypothetical, in order.

    Habitual past, past perfect, hindsight about a real event, resolutions and reported thoughts stay out. Advice in
    the generic present counts when the answer tells no story of its own or announces the advice.
    """
    text = transcript.text.replace("’", "'")
    pieces = [_Unit(span, text[span.start : span.end]) for span in units(text)]
    story = any(words.OWN_PAST.search(p.text) for p in pieces)
    found: list[Span] = []
    previous_counts = False
    setup: Span | None = None
    for piece in pieces:
        span = _hypothetical(piece, story, previous_counts)
        if span is None:
            previous_counts = False
            setup = piece.span if words.SETUP.match(piece.text) else None
            continue
        if setup is not None:
            span = Span(setup.start, span.end)
        setup = None
        found.append(span)
        previous_counts = True
    return tuple(transcript.evidence(span) for span in found)


def _hypothetical(piece: _Unit, story: bool, continues: bool) -> Span | None:
    text = piece.text
    if words.RESOLUTION.search(text) or words.HINDSIGHT.search(text):
        return None
    clauses = list(words.WOULD.finditer(text))
    cue = next((m for m in clauses if _is_would(text, m, story)), None) or _announced(text)
    if cue is None and continues:
        cue = words.CONTINUED.match(text)
    if cue is None and not clauses and (continues or not story):
        cue = _general_advice(text)
    return _span(piece, cue.start()) if cue else None


def _announced(text: str) -> re.Match[str] | None:
    """A plan or advice announced as such: `my first move would be`, `what I'd do`."""
    cue = words.ANNOUNCED.search(text)
    if cue is None or words.REPORTED.search(text[: cue.start()]) or words.PAST_OUTCOME.search(text):
        return None
    return cue


def _general_advice(text: str) -> re.Match[str] | None:
    """Advice in the generic present: `you explain the trade-off`, `I usually talk to both`."""
    if words.OWN_PAST.search(text) or words.NOT_ADVICE.search(text):
        return None
    return words.GENERAL_PRESENT.search(text) or words.GENERIC_YOU.match(text)


def _is_would(text: str, match: re.Match[str], story: bool) -> bool:
    """Whether one would-clause is a plan for a case that did not happen."""
    before, after = text[: match.start()], text[match.end() :]
    verb = words.NEXT_VERB.match(after)
    if verb is None or words.IDIOM.match(after) or words.REPORTED_JUST_BEFORE.search(before) or _is_habit(text, before):
        return False
    subject, said, word = match["subject"].lower(), match.group().lower(), verb["verb"].lower()
    rest = after[verb.end() :]
    if said.endswith("'d") and (word == "better" or _is_participle(word, rest)):
        return False
    if said.endswith("'ve") or (word == "have" and _is_perfect(rest)):
        return subject == "i" and not words.COUNTERFACTUAL.search(text)
    if subject not in words.SPEAKER_OR_ONE:
        return bool(words.OPEN_CONDITION.search(before))
    told_of_us = subject == "we" and story and not words.OPEN_CASE.search(text)
    return not told_of_us and not words.REAL_PURPOSE.search(before)


def _is_habit(text: str, before: str) -> bool:
    """Whether the sentence tells what used to happen."""
    if words.GENERAL_CASE.search(text):
        return False
    if words.PAST_PERIOD.search(text) or words.HABIT.search(before):
        return True
    return bool(words.HABIT_ANYWHERE.search(text)) and not words.OPEN_CASE.search(text)


def _is_participle(word: str, rest: str) -> bool:
    if word in words.BASE_IN_ED:
        return False
    if word in words.SAME_FORM:
        return bool(re.match(r"\s+(?:already|just|never)\b", rest))
    return word.endswith("ed") or word in words.PARTICIPLES


def _is_perfect(rest: str) -> bool:
    word = re.match(r"\s+(?:probably |definitely |simply |just |also |never |not )?([a-z']+)", rest, re.IGNORECASE)
    return word is not None and _is_participle_after_have(word.group(1).lower())


def _is_participle_after_have(word: str) -> bool:
    return (
        (word.endswith("ed") and word not in words.BASE_IN_ED) or word in words.PARTICIPLES or word in words.SAME_FORM
    )


def _span(piece: _Unit, cue: int) -> Span:
    """The sentence without a lead-in, without clauses before the cue that tell the past,
    and without a comment after."""
    text = piece.text
    start = 0
    cuts = list(_CLAUSE_CUT.finditer(text))
    for cut in cuts:
        if cut.end() > cue:
            break
        if words.CLAUSE_OF_FACT.search(text, start, cut.start()) and not words.CONDITION.match(text[start:]):
            start = cut.end()
    lead = words.LEAD_IN.match(text, start)
    if lead and lead.end() <= cue:
        start = lead.end()
    end = len(text)
    for cut in reversed(cuts):
        if cut.start() <= cue or not words.COMMENT.match(text[cut.end() : cut.end() + _KEEP_TAIL_CHARS].lstrip()):
            break
        end = cut.start()
    end = start + len(text[start:end].rstrip(" ,;:–—-"))
    return Span(piece.span.start + start, piece.span.start + end)
