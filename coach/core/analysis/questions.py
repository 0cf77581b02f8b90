"""Finding the clarifying questions put to the interviewer (annotation rules, 7)."""

import re
from dataclasses import dataclass

from coach.core.analysis import question_words as words
from coach.core.analysis.findings import Question
from coach.core.analysis.units import units
from coach.core.spans import Span
from coach.core.transcript import Transcript

_BOUNDARY = re.compile(r"[,;:?–—\"“(]\s*|(?<=\s)(?:and|but|so|or|because|like|then)\s+(?=\w)|\s-\s", re.IGNORECASE)
_GAP = re.compile(r"[\s,;:–—\"“(-]+")
_TAIL = re.compile(r"[,;](?!\s*(?:or|and|in|on|at|by|for|with|the|a|an|per|say|year|month|matching|like|versus|from)\b)", re.IGNORECASE)
_OWN_PLAN = re.compile(r"\s(?:and|so|then|because|cause|since)\s+(?:then\s+)?(?:i|i'\w+|that's|that|we'll|it)\b", re.IGNORECASE)
_END_MARKS = " \t,;:–—-\"”"
_OR_AGAIN = re.compile(r"(?:,\s*|\s)or\s+$", re.IGNORECASE)
_AGREEING = re.compile(r"\b(?:so|nor|neither)\s+$", re.IGNORECASE)
_SHORT_WORDS = 6
"""A question for a subject that lacks its question mark is taken for one only up to this length."""
_CONDITIONAL = re.compile(r"(?:should|were|had)\s", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(r"(?:\bwould\b|'d\b|\bwill\b|'ll\b)", re.IGNORECASE)
_SUBORDINATE = re.compile(r"(?:and |so |but )?(?:when|if|once|as soon as|with)\b", re.IGNORECASE)
_AFTER_AND_WH = re.compile(
    r"(?:who|whose|what|which|where|why|how|if|whether)\b(?!\s+(?:to|so|not|yes)\b)|when\s*(?:[?.,]|$)|when\s+(?:is|are|do|does|did|will|was|it|they)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    kind: str
    """indirect, direct or ellipsis."""
    object_start: int


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
    heads = _heads(sentence, asked)
    if not heads:
        heads = _undirected(sentence) if asked else []
    if not heads or _reported(sentence, heads[0]) or asked and _answered(sentence, heads, following):
        return []
    spans: list[Span] = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start if number + 1 < len(heads) else len(sentence)
        end = _end(sentence, head, end, asked and number + 1 == len(heads))
        question = sentence[head.start : end]
        if len(question.split()) < 2 or words.NOT_CLARIFYING.search(question.rstrip("?.! ")) or words.RHETORICAL.search(question):
            continue
        if head.kind != "indirect" and not asked and _answered_inside(sentence, head, end):
            continue
        spans.append(Span(unit.start + head.start, unit.start + end))
    return spans


def _heads(sentence: str, asked: bool) -> list[_Head]:
    heads: list[_Head] = []
    places = [0, *(m.end() for m in _BOUNDARY.finditer(sentence))]
    for place in places:
        start = place
        lead = words.LEAD_IN.match(sentence, place)
        if lead:
            start = lead.end()
        start = _skip_gap(sentence, start)
        if heads and start <= heads[-1].object_start:
            continue
        head = _head_at(sentence, place, start, asked, heads)
        if head and not (heads and _OR_AGAIN.search(sentence, 0, start)) and not _same_again(sentence, heads, head):
            heads.append(head)
    if not heads and not asked:
        midway = words.INVERTED_MIDWAY.search(sentence)
        if midway and re.match(r"(?:and |so |um |uh |okay )*(?:just )?(?:so|to|before|first)\b", sentence, re.IGNORECASE):
            heads.append(_Head(midway.start(), "direct", midway.start()))
    return heads


def _skip_gap(sentence: str, place: int) -> int:
    gap = _GAP.match(sentence, place)
    return gap.end() if gap else place


def _head_at(sentence: str, place: int, start: int, asked: bool, heads: list[_Head]) -> _Head | None:
    frame = words.ASK_FRAME.match(sentence, start)
    if frame:
        return _framed(sentence, start, frame.end(), asked)
    before = sentence[:place].rstrip().lower()
    joined = before.endswith("and")
    if heads and (joined or before.endswith((",", ";"))):
        if heads[-1].kind == "indirect" and _AFTER_AND_WH.match(sentence, start):
            if not re.match(r"which\s+(?:is|was|has|means|would)\b", sentence[start:], re.IGNORECASE):
                return _Head(start, "indirect", start)
        if joined and _AFTER_AND_WH.match(sentence, start) and (asked or words.WH.match(sentence, start)):
            return _Head(start, "direct", start)
    first_of_sentence = not sentence[:start].strip(" ,;:-–—") or words.LEAD_IN.fullmatch(sentence, 0, start) is not None
    if words.WH_ANY.match(sentence, start) or words.WH.match(sentence, start):
        return _interrogative(sentence, start, asked, first_of_sentence or before.endswith((",", ":", ";", "and", "?")))
    if asked and words.INVERTED.match(sentence, start) or (asked and first_of_sentence or before.endswith((",", "and"))) and asked and words.INVERTED_LOOSE.match(sentence, start) and not joined:
        return _Head(start, "direct", start)
    if not asked and first_of_sentence and words.INVERTED.match(sentence, start) and not _AGREEING.search(sentence, 0, start):
        if re.match(r"(?:do|have|had|can't|don't|may|might)\s+(?:the|an?|one|each|every|all|both|this|that|it|my|our)\b", sentence[start:], re.IGNORECASE):
            return None
        if _CONDITIONAL.match(sentence, start) and _MAIN_CLAUSE.search(sentence, start):
            return None
        return _Head(start, "direct", start)
    if asked and heads and words.ELLIPSIS.match(sentence, start) and before.endswith(",") and heads[-1].kind == "ellipsis":
        return _Head(start, "ellipsis", start) if re.match(r"any\b", sentence[start:], re.IGNORECASE) else None
    if asked and first_of_sentence and re.match(r"any\b", sentence[start:], re.IGNORECASE):
        return _Head(start, "ellipsis", start)
    return None


def _framed(sentence: str, start: int, end: int, asked: bool) -> _Head | None:
    frame = sentence[start:end].lower()
    rest = sentence[end:]
    if words.SOMEBODY_ELSE.match(sentence, max(start, start + frame.rfind("ask"))) and "ask" in frame:
        return None
    if re.match(r"\s*(?:them|him|her|the (?:team|analysts?|business|vendor|owner|product|other)|my (?:manager|team|lead)|our|around|people|finance|everyone|myself)\b", rest, re.IGNORECASE) and re.search(r"ask|check|confirm|clarify", frame):
        return None
    direct = re.match(r"\s*[,:–—]\s*(?:and |like |so |okay |well |um |uh )*", rest)
    if direct and (words.WH_ANY.match(rest, direct.end()) or words.INVERTED.match(rest, direct.end())):
        place = end + direct.end()
        return _Head(place, "direct", place)
    if words.INDIRECT_OBJECT.match(rest):
        if re.match(r"\s*(?:when|if)\s+(?:i|you)\s+(?:'d|would|want|need|like|get|go|start|had)", rest, re.IGNORECASE):
            return None
        if re.search(r"\b(?:by|from) (?:looking|checking|reading|asking|the (?:log|query|logs|catalog|lineage))\b", rest):
            return None
        return _Head(start, "indirect", end)
    if words.NOUN_FRAME.search(frame) and words.NOUN_OBJECT.match(rest) and not re.search(r"let me|\bi'll\b", frame):
        return _Head(start, "indirect", end)
    if re.search(r"\b(?:is|be|ask|know)$", frame) and words.INVERTED.match(rest.lstrip(" ,:")):
        return _Head(start, "indirect", end)
    if asked and frame.startswith(("can you", "could you", "would you", "do you", "any idea", "any sense", "can i", "may i")):
        return _Head(start, "direct", end)
    return None


def _interrogative(sentence: str, start: int, asked: bool, at_boundary: bool) -> _Head | None:
    statement = words.WH_STATEMENT.match(sentence, start)
    if statement and not (asked and words.WH.match(sentence, start) and not re.match(r"(?:what|which|when|where|how|why|who)\s+(?:i|you|we|they|he|she|it|this|that|the|my|our|your|their)\b", sentence[start:], re.IGNORECASE)):
        if asked and _SUBORDINATE.match(sentence, start):
            main = re.search(r",\s*", sentence[start:])
            if main and (words.INVERTED_LOOSE.match(sentence, start + main.end()) or words.WH.match(sentence, start + main.end())):
                return _Head(start, "direct", start + main.end())
        return None
    if asked:
        if not at_boundary and not words.WH.match(sentence, start):
            return None
        if re.match(r"(?:which|who|where|when)\s+(?:is|was|has|means|would|had|are|were)\b", sentence[start:], re.IGNORECASE) and start > 0 and sentence[:start].rstrip().endswith(",") and not re.match(r"(?:who|where|when)", sentence[start:], re.IGNORECASE):
            return None
        return _Head(start, "direct", start)
    if not at_boundary or start > 0 and words.LEAD_IN.fullmatch(sentence, 0, start) is None and sentence[:start].strip():
        return None
    if re.match(r"(?:what|who|how|where)'(?:s|d|re)\s+(?:more|important|worse|interesting|funny|left|his|her)\b", sentence[start:], re.IGNORECASE):
        return None
    if re.match(r"(?:when|where|why|how)\b(?!\s+(?:\w+\s+)?(?:is|are|do|does|did|will|would|can|could|was|were|often|many|much|big|long|late|fast|fresh)\b)(?!')", sentence[start:], re.IGNORECASE):
        return None
    if words.WH.match(sentence, start) or words.WH_SUBJECT.match(sentence, start):
        if re.match(r"what\s+(?!kind|sort|type|is|are|do|does|did|will|would|was)\w+\s", sentence[start:], re.IGNORECASE) and len(sentence[start:].split()) > _SHORT_WORDS:
            return None
        if re.search(r"\b(?:is|was|were|are)\s+(?:that|the|a|an|to|because|how|when|not|my|our|what)\b", sentence[start + 12 :], re.IGNORECASE) and re.match(r"what(?!\s+(?:kind|sort|type)|'s| is| are| does| do)", sentence[start:], re.IGNORECASE):
            return None
        return _Head(start, "direct", start)
    return None


def _undirected(sentence: str) -> list[_Head]:
    """A statement or fragment said as a question: `Per user or per device?`."""
    lead = words.LEAD_IN.match(sentence)
    start = lead.end() if lead else 0
    rest = sentence[start:].strip("?!. \"”")
    last = re.split(r"[,;–—]", rest)[-1].strip()
    if not rest or words.TAG_ONLY.fullmatch(rest) or words.TAG_ONLY.fullmatch(last):
        return []
    return [_Head(start, "direct", start)]


def _same_again(sentence: str, heads: list[_Head], head: _Head) -> bool:
    """`is it us, is it upstream, or is it the warehouse` is one question."""
    if not heads or head.kind != "direct" or " or " not in sentence[head.start - 4 :].lower():
        return False
    opening = sentence[heads[-1].start :].lower().split()[:2]
    return opening == sentence[head.start :].lower().split()[:2] and not sentence[: head.start].rstrip().endswith("and")


def _end(sentence: str, head: _Head, limit: int, asked_to_end: bool) -> int:
    end = limit
    stop = sentence.find("?", head.object_start, limit)
    if stop >= 0:
        return stop + 1
    if not asked_to_end or head.kind == "indirect":
        tail = _TAIL.search(sentence, head.object_start, limit)
        if tail and len(sentence[head.start : tail.start()].split()) >= 3:
            end = tail.start()
        plan = _OWN_PLAN.search(sentence, head.object_start, end)
        if plan and head.kind == "indirect" and len(sentence[head.object_start : plan.start()].split()) >= 2:
            end = plan.start()
    trimmed = re.sub(r"[\s,;:–—-]*(?:\b(?:and|or|but|so|also)\b[\s,]*)*$", "", sentence[head.start : end][-40:])
    return max(head.start + 1, end - min(40, end - head.start) + len(trimmed))


def _reported(sentence: str, head: _Head) -> bool:
    preface = sentence[: head.start]
    if head.kind == "indirect":
        return bool(re.search(r"\b(?:said|asked|told|wrote|thought|says|goes|and ask)\b", preface, re.IGNORECASE))
    if words.TO_INTERVIEWER.search(preface) and not words.SOMEBODY_ELSE.search(preface):
        return False
    if re.match(r"\s*(?:(?:so|and|okay|ok|well|um|uh|but|right|yeah)\b[\s,]*)*(?:before|just|to|so|first|and before|once|when you|if you)\b", preface, re.IGNORECASE) and not re.search(
        r"\b(?:asked|said|says|goes|went|told|thought)\b", preface, re.IGNORECASE
    ):
        return False
    return bool(words.REPORTING.search(preface)) or bool(re.search(r"[\"“]\s*$", preface) and preface.strip("\"“ "))


def _answered(sentence: str, heads: list[_Head], following: str) -> bool:
    """Whether the next sentence is the speaker's own answer."""
    following = following.strip()
    if not following or following.endswith("?"):
        return False
    if words.SELF_ANSWER.match(following):
        return not re.search(r"\b(?:i'm guessing|i'd guess|i ask)\b", following, re.IGNORECASE)
    if words.GUESS.search(following):
        return False
    if words.INVERTED_LOOSE.match(sentence, heads[-1].start) or len(following.split()) > 12:
        return False
    head = re.split(r"\b(?:that|which|who|where)\b", following, maxsplit=1, flags=re.IGNORECASE)[0]
    return not words.SUBJECT_OR_HEDGE.search(head) and bool(re.match(r"(?:a|an|the|my|our|one|two|three|\w+ing\b|\w+ity\b|\w+tion\b|simplicity|time|money|trust)\b", following, re.IGNORECASE))


def _answered_inside(sentence: str, head: _Head, end: int) -> bool:
    rest = sentence[end:].lstrip(" ,;.–—-")
    because = rest.lower().startswith("because") and not sentence[head.start :].lower().startswith("why")
    return bool(rest) and not because and bool(words.SELF_ANSWER.match(rest))
