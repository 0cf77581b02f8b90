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
    story = sum(1 for p in pieces if words.OWN_PAST.search(p.text)) > 0
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
    first = next((m for m in clauses if _is_would(text, m, story)), None)
    if first:
        return _span(piece, first.start())
    cue = words.ANNOUNCED.search(text)
    if cue and not words.REPORTED.search(text[: cue.start()]) and not words.PAST_OUTCOME.search(text):
        return _span(piece, cue.start())
    if continues and words.CONTINUED.match(text):
        return _span(piece, 0)
    if not clauses and (not story or continues):
        general = words.GENERAL_PRESENT.search(text) or (words.GENERIC_YOU.match(text) if not story or continues else None)
        if general and not words.OWN_PAST.search(text) and not words.NOT_ADVICE.search(text):
            return _span(piece, general.start())
    return None


def _is_would(text: str, match: re.Match[str], story: bool) -> bool:
    """Whether one would-clause is a plan for a case that did not happen."""
    before, after = text[: match.start()], text[match.end() :]
    verb = words.NEXT_VERB.match(after)
    if verb is None:
        return False
    word = verb["verb"].lower()
    contracted = match.group().lower().endswith("'d")
    if contracted and (word == "better" or _is_participle(word, after[verb.end() :])):
        return False
    if words.IDIOM.match(after):
        return False
    habit = words.PAST_PERIOD.search(text) or words.HABIT.search(before)
    habit = habit or words.HABIT_ANYWHERE.search(text) and not words.OPEN_CASE.search(text)
    if words.REPORTED_JUST_BEFORE.search(before) or habit and not words.GENERAL_CASE.search(text):
        return False
    if match.group().lower().endswith("'ve"):
        return not words.COUNTERFACTUAL.search(text) and match["subject"].lower() == "i"
    if word == "have" and _is_perfect(after[verb.end() :]):
        return not words.COUNTERFACTUAL.search(text) and match["subject"].lower() == "i"
    if match["subject"].lower() not in words.SPEAKER_OR_ONE:
        return bool(words.OPEN_CONDITION.search(before))
    if match["subject"].lower() == "we" and story and not words.OPEN_CASE.search(text):
        return False
    return not words.REAL_PURPOSE.search(before)


def _is_participle(word: str, rest: str) -> bool:
    if word in words.BASE_IN_ED:
        return False
    if word in words.SAME_FORM:
        return bool(re.match(r"\s+(?:already|just|never)\b", rest))
    return word.endswith("ed") or word in words.PARTICIPLES


def _is_perfect(rest: str) -> bool:
    word = re.match(r"\s+(?:probably |definitely |simply |just |also |never |not )?([a-z']+)", rest, re.IGNORECASE)
    return bool(word) and _is_participle_after_have(word.group(1).lower())  # type: ignore[union-attr]


def _is_participle_after_have(word: str) -> bool:
    return word.endswith("ed") and word not in words.BASE_IN_ED or word in words.PARTICIPLES or word in words.SAME_FORM


def _span(piece: _Unit, cue: int) -> Span:
    """The sentence without a lead-in, without clauses before the cue that tell the past, and without a comment after."""
    text = piece.text
    start = 0
    cuts = [m for m in _CLAUSE_CUT.finditer(text)]
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
