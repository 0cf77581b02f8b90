"""Finding the clarifying questions put to the interviewer (annotation rules, 7)."""

import re

from coach.core.analysis import question_words as words
from coach.core.analysis.findings import Question
from coach.core.analysis.question_heads import Head, question_heads
from coach.core.analysis.units import units
from coach.core.spans import Span
from coach.core.transcript import Transcript

_TAIL = re.compile(
    r"[,;](?!\s*(?:or|and|in|on|at|by|for|with|the|a|an|per|say|year|month|matching|like|versus|from)\b)", re.IGNORECASE
)
_OWN_PLAN = re.compile(
    r"\s(?:and|so|then|because|cause|since)\s+(?:then\s+)?(?:i|i'\w+|that's|that|we'll|it)\b", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s,;:–—-]*(?:\b(?:and|or|but|so|also)\b[\s,]*)*$")
_TRAILING_CHARS = 40
_TOLD = re.compile(r"\b(?:said|asked|told|wrote|thought|says|goes|and ask)\b", re.IGNORECASE)
_PREFACE = re.compile(
    r"\s*(?:(?:so|and|okay|ok|well|um|uh|but|right|yeah)\b[\s,]*)*"
    r"(?:before|just|to|so|first|and before|once|when you|if you)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:asked|said|says|goes|went|told|thought)\b", re.IGNORECASE)
_GUESSED = re.compile(r"\b(?:i'm guessing|i'd guess|i ask)\b", re.IGNORECASE)
_NOUN_ANSWER = re.compile(
    r"(?:a|an|the|my|our|one|two|three|\w+ing\b|\w+ity\b|\w+tion\b|simplicity|time|money|trust)\b", re.IGNORECASE
)
_ANSWER_MAX_WORDS = 12
_MIN_WORDS = 2


def find_questions(transcript: Transcript) -> tuple[Question, ...]:
    """The clarifying questions of an answer in order; what is rhetorical, self-answered or reported stays out."""
    text = transcript.text.replace("’", "'")
    pieces = units(text)
    found: list[Question] = []
    for index, piece in enumerate(pieces):
        following = text[pieces[index + 1].start : pieces[index + 1].end] if index + 1 < len(pieces) else ""
        for span in _in_unit(text, piece, following):
            asked = text[span.start : span.end]
            consumer = bool(words.ASKS_CONSUMER.search(asked)) and not words.NOT_CONSUMER.search(asked)
            found.append(Question(transcript.evidence(span), consumer))
    return tuple(found)


def _in_unit(text: str, unit: Span, following: str) -> list[Span]:
    sentence = text[unit.start : unit.end]
    asked = sentence.rstrip("\"”') ").endswith("?")
    if words.TAG_ONLY.fullmatch(sentence.strip('?!. "”')):
        return []
    heads = question_heads(sentence, asked)
    if not heads or _reported(sentence, heads[0]) or (asked and _answered(sentence, heads, following)):
        return []
    spans: list[Span] = []
    for number, head in enumerate(heads):
        is_last = number + 1 == len(heads)
        end = _end(sentence, head, len(sentence) if is_last else heads[number + 1].start, asked and is_last)
        open_still = head.kind == "indirect" or asked or not _answered_inside(sentence, head, end)
        if open_still and _clarifies(sentence[head.start : end]):
            spans.append(Span(unit.start + head.start, unit.start + end))
    return spans


def _clarifies(question: str) -> bool:
    if len(question.split()) < _MIN_WORDS or words.RHETORICAL.search(question):
        return False
    return not words.NOT_CLARIFYING.search(question.rstrip("?.! "))


def _end(sentence: str, head: Head, limit: int, asked_to_end: bool) -> int:
    """Where the question ends: at its mark, before a comment, or before the next question."""
    stop = sentence.find("?", head.object_start, limit)
    if stop >= 0:
        return stop + 1
    end = limit
    if not asked_to_end or head.kind == "indirect":
        tail = _TAIL.search(sentence, head.object_start, limit)
        if tail and len(sentence[head.start : tail.start()].split()) >= 3:
            end = tail.start()
        plan = _OWN_PLAN.search(sentence, head.object_start, end)
        if plan and head.kind == "indirect" and len(sentence[head.object_start : plan.start()].split()) >= 2:
            end = plan.start()
    last = max(head.start, end - _TRAILING_CHARS)
    trailing = _TRAILING.search(sentence, last, end)
    return max(head.start + 1, trailing.start() if trailing else end)


def _reported(sentence: str, head: Head) -> bool:
    """Whether the question is somebody's reported speech or thought."""
    preface = sentence[: head.start]
    if head.kind == "indirect":
        return bool(_TOLD.search(preface))
    if words.TO_INTERVIEWER.search(preface) and not words.SOMEBODY_ELSE.search(preface):
        return False
    if _PREFACE.match(preface) and not _SPOKEN.search(preface):
        return False
    quoted = preface.rstrip().endswith(('"', "“")) and bool(preface.strip('"“ '))
    return quoted or bool(words.REPORTING.search(preface))


def _answered(sentence: str, heads: list[Head], following: str) -> bool:
    """Whether the next sentence is the speaker's own answer."""
    following = following.strip()
    if not following or following.endswith("?"):
        return False
    if words.SELF_ANSWER.match(following):
        return not _GUESSED.search(following)
    polar = words.INVERTED_LOOSE.match(sentence, heads[-1].start)
    if words.GUESS.search(following) or polar or len(following.split()) > _ANSWER_MAX_WORDS:
        return False
    head = re.split(r"\b(?:that|which|who|where)\b", following, maxsplit=1, flags=re.IGNORECASE)[0]
    return not words.SUBJECT_OR_HEDGE.search(head) and bool(_NOUN_ANSWER.match(following))


def _answered_inside(sentence: str, head: Head, end: int) -> bool:
    """Whether the rest of the sentence answers it: `should we have caught that, absolutely`."""
    rest = sentence[end:].lstrip(" ,;.–—-")
    because = rest.lower().startswith("because") and not sentence[head.start :].lower().startswith("why")
    return bool(rest) and not because and bool(words.SELF_ANSWER.match(rest))
