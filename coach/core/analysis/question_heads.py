"""Finding where a question begins inside a sentence."""

import re
from dataclasses import dataclass

from coach.core.analysis import question_words as words

SHORT_WORDS = 6
"""A question for a subject without a question mark, `what broke there`, is taken for one only up to this length."""

_BOUNDARY = re.compile(r"[,;:?–—\"“(]\s*|(?<=\s)(?:and|but|so|or|because|like|then)\s+(?=\w)|\s-\s", re.IGNORECASE)
_GAP = re.compile(r"[\s,;:–—\"“(-]+")
_OR = re.compile(r"(?:,\s*|\s)or\s+$", re.IGNORECASE)
_AGREEING = re.compile(r"\b(?:so|nor|neither)\s+$", re.IGNORECASE)
_CONDITIONAL = re.compile(r"(?:should|were|had)\s", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(r"\bwould\b|'d\b|\bwill\b|'ll\b", re.IGNORECASE)
_ORDER = re.compile(
    r"(?:do|have|had|can't|don't|may|might)\s+(?:the|an?|one|each|every|all|both|this|that|it|my|our)\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(r"(?:and |so |but )?(?:when|if|once|as soon as|with)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:who|whose|what|which|where|why|how|if|whether)\b(?!\s+(?:to|so|not|yes)\b)"
    r"|when\s*(?:[?.,]|$)|when\s+(?:is|are|do|does|did|will|was|it|they)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"which\s+(?:is|was|has|means|would|had|are|were)\b", re.IGNORECASE)
_WH_SUBJECT_FIRST = re.compile(
    r"(?:what|which|when|where|how|why|who)\s+(?:i|you|we|they|he|she|it|this|that|the|my|our|your|their)\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"any\b", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:and |so |um |uh |okay )*(?:just )?(?:so|to|before|first)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:what|who|how|where)'(?:s|d|re)\s+(?:more|important|worse|interesting|funny|left|his|her)\b", re.IGNORECASE
)
_NOT_INVERTED = re.compile(
    r"(?:when|where|why|how)\b(?!')(?!\s+(?:\w+\s+)?"
    r"(?:is|are|do|does|did|will|would|can|could|was|were|often|many|much|big|long|late|fast|fresh)\b)",
    re.IGNORECASE,
)
_WHAT_AND_VERB = re.compile(r"what\s+(?!kind|sort|type|is|are|do|does|did|will|would|was)\w+\s", re.IGNORECASE)
_CLEFT = re.compile(r"\b(?:is|was|were|are)\s+(?:that|the|a|an|to|because|how|when|not|my|our|what)\b", re.IGNORECASE)
_WHAT_CLAUSE = re.compile(r"what(?!\s+(?:kind|sort|type)|'s| is| are| does| do)", re.IGNORECASE)
_TO_OTHERS = re.compile(
    r"\s*(?:them|him|her|the (?:team|analysts?|business|vendor|owner|product|other)|my (?:manager|team|lead)|our|around"
    r"|people|finance|everyone|myself)\b",
    re.IGNORECASE,
)
_ASKING_FRAME = re.compile(r"ask|check|confirm|clarify")
_AFTER_FRAME = re.compile(r"\s*[,:–—]\s*(?:and |like |so |okay |well |um |uh )*")
_OFFER = re.compile(r"\s*(?:when|if)\s+(?:i|you)\s+(?:'d|would|want|need|like|get|go|start|had)", re.IGNORECASE)
_OWN_RESEARCH = re.compile(
    r"\b(?:by|from) (?:looking|checking|reading|asking|the (?:log|query|logs|catalog|lineage))\b", re.IGNORECASE
)
_UNSURE = re.compile(r"\b(?:sure|unsure|certain|clear|unclear|obvious)\b")
_OWN_PAST = re.compile(
    r"\b(?:was|were|had|did|happened|went|got|(?:we|i|they|he|she)\s+\w+ed)\b|\s*(?:why|if\s+i|whether\s+i"
    r"|how\s+to|what\s+to)\b",
    re.IGNORECASE,
)
_INNER_MARK = re.compile(r"[.,;:?!…–—]")
_RUN_ON = re.compile(
    r"\b(?:and|but|so|okay|ok|then|also|well|right|yeah)\s+(?P<question>(?:what|who|how|where|when|which)(?:'s"
    r"|'re)\s+(?!more\b)"
    r"|how\s+(?:many|much|often|big|long|late|fast|fresh|large)\s+(?:\w+\s+){0,3}?(?:is|are|do|does|will|would"
    r"|can|should)\s+"
    r"|(?:what|who|where|when|which)\s+(?:\w+\s+)?(?:are|do|does|will|would|can|should)\s+(?:you|the|your|we|they|it)\b"
    r"|(?:is|are|do|does|will|would|can|could|should)\s+(?:you|we|they|it|there|this|that|anyone|anybody"
    r"|somebody|your)\s)",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(r"(?:what|how)\s+about\b[^,;?]{1,40}[,;:–—]\s*$", re.IGNORECASE)
_REQUESTS = ("can you", "could you", "would you", "do you", "any idea", "any sense", "can i", "may i")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a question begins."""

    start: int
    """Offset of its first character in the sentence."""
    kind: str
    """indirect, direct or ellipsis."""
    object_start: int
    """Where what is asked begins, after the frame of an indirect question."""


def question_heads(sentence: str, asked: bool) -> list[Head]:
    """The beginnings of the questions of a sentence in order; `asked` says that it ends with a question mark."""
    heads: list[Head] = []
    for place in (0, *(m.end() for m in _BOUNDARY.finditer(sentence))):
        lead = words.LEAD_IN.match(sentence, place)
        start = _skip_gap(sentence, lead.end() if lead else place)
        if heads and start <= heads[-1].object_start:
            continue
        head = _head_at(sentence, place, start, asked, heads)
        if head and not (heads and _OR.search(sentence, 0, start)) and not _same_again(sentence, heads, head):
            if heads and _WHAT_ABOUT.fullmatch(sentence, heads[-1].start, head.start):
                heads.pop()
            heads.append(head)
    if not heads and not asked and _PURPOSE.match(sentence) and (midway := words.INVERTED_MIDWAY.search(sentence)):
        heads.append(Head(midway.start(), "direct", midway.start()))
    if not heads and not asked and not _INNER_MARK.search(sentence.rstrip(" .!")):
        heads += _unpunctuated(sentence)
    return heads or (_undirected(sentence) if asked else [])


def _unpunctuated(sentence: str) -> list[Head]:
    """The question in a run of speech without marks: `so you want exactly once okay and what's the cost for you`."""
    for m in _RUN_ON.finditer(sentence):
        start = m.start("question")
        if words.TO_YOU.search(sentence, start) and not words.REPORTING.search(sentence, 0, start):
            return [Head(m.start() if m.group().lower().startswith("and") else start, "direct", start)]
    return []


def _skip_gap(sentence: str, place: int) -> int:
    gap = _GAP.match(sentence, place)
    return gap.end() if gap else place


def _same_again(sentence: str, heads: list[Head], head: Head) -> bool:
    """`is it us, is it upstream, or is it the warehouse` is one question."""
    if not heads or head.kind != "direct" or " or " not in sentence[head.start - 4 :].lower():
        return False
    opening = sentence[heads[-1].start :].lower().split()[:2]
    return opening == sentence[head.start :].lower().split()[:2] and not sentence[: head.start].rstrip().endswith("and")


def _undirected(sentence: str) -> list[Head]:
    """A statement or fragment said as a question: `Per user or per device?`."""
    lead = words.LEAD_IN.match(sentence)
    start = lead.end() if lead else 0
    rest = sentence[start:].strip('?!. "”')
    last = re.split(r"[,;–—]", rest)[-1].strip()
    if not rest or words.TAG_ONLY.fullmatch(rest) or words.TAG_ONLY.fullmatch(last):
        return []
    return [Head(start, "direct", start)]


def _head_at(sentence: str, place: int, start: int, asked: bool, heads: list[Head]) -> Head | None:
    if frame := words.ASK_FRAME.match(sentence, start):
        return _framed(sentence, start, frame.end(), asked)
    before = sentence[:place].rstrip().lower()
    if heads and (kind := _joined(sentence, start, before, asked, heads[-1])):
        return Head(start, kind, start)
    opens = not sentence[:start].strip(" ,;:-–—") or words.LEAD_IN.fullmatch(sentence, 0, start) is not None
    if words.WH_ANY.match(sentence, start) or words.WH.match(sentence, start):
        at_boundary = opens or before.endswith((",", ":", ";", "and", "?"))
        return _interrogative(sentence, start, asked, at_boundary, opens)
    if _inverted(sentence, start, before, opens) if asked else opens and _inverted_unmarked(sentence, start):
        return Head(start, "direct", start)
    if asked and _ANY.match(sentence, start) and (opens or _lists_on(heads, before)):
        return Head(start, "ellipsis", start)
    return None


def _lists_on(heads: list[Head], before: str) -> bool:
    """`Any constraints on the region, any on the language?`."""
    return bool(heads) and heads[-1].kind == "ellipsis" and before.endswith(",")


def _joined(sentence: str, start: int, before: str, asked: bool, last: Head) -> str:
    """The kind of a question joined to the one before by `and` or a comma: `who reads it and how often`."""
    with_and = before.endswith("and")
    if not (with_and or before.endswith((",", ";"))) or not _JOINED.match(sentence, start):
        return ""
    if last.kind == "indirect" and not _RELATIVE.match(sentence, start):
        return "indirect"
    return "direct" if with_and and (asked or words.WH.match(sentence, start)) else ""


def _inverted(sentence: str, start: int, before: str, opens: bool) -> bool:
    """Whether the verb stands before its subject in a sentence with a question mark."""
    if words.INVERTED.match(sentence, start):
        return True
    at_boundary = opens or before.endswith(",")
    return at_boundary and not before.endswith("and") and bool(words.INVERTED_LOOSE.match(sentence, start))


def _inverted_unmarked(sentence: str, start: int) -> bool:
    """Whether a sentence without a question mark is one all the same, not an order or a condition."""
    if not words.INVERTED.match(sentence, start) or _AGREEING.search(sentence, 0, start):
        return False
    conditional = _CONDITIONAL.match(sentence, start) and _MAIN_CLAUSE.search(sentence, start)
    return not conditional and not _ORDER.match(sentence, start)


def _framed(sentence: str, start: int, end: int, asked: bool) -> Head | None:
    frame, rest = sentence[start:end].lower(), sentence[end:]
    if _to_somebody_else(sentence, start, frame, rest) or (_UNSURE.search(frame) and _OWN_PAST.search(rest)):
        return None
    direct = _AFTER_FRAME.match(rest)
    if direct and (words.WH_ANY.match(rest, direct.end()) or words.INVERTED.match(rest, direct.end())):
        return Head(end + direct.end(), "direct", end + direct.end())
    if words.INDIRECT_OBJECT.match(rest):
        return None if _OFFER.match(rest) or _OWN_RESEARCH.search(rest) else Head(start, "indirect", end)
    own_move = re.search(r"let me|\bi'll\b", frame)
    about_noun = not own_move and words.NOUN_FRAME.search(frame) and words.NOUN_OBJECT.match(rest)
    inverted = frame.endswith((" is", " be", " ask", " know")) and words.INVERTED.match(rest.lstrip(" ,:"))
    if about_noun or inverted:
        return Head(start, "indirect", end)
    return Head(start, "direct", end) if asked and frame.startswith(_REQUESTS) else None


def _to_somebody_else(sentence: str, start: int, frame: str, rest: str) -> bool:
    if "ask" in frame and words.SOMEBODY_ELSE.match(sentence, start + frame.rfind("ask")):
        return True
    return bool(_ASKING_FRAME.search(frame) and _TO_OTHERS.match(rest))


def _interrogative(sentence: str, start: int, asked: bool, at_boundary: bool, opens: bool) -> Head | None:
    """The question that begins with an interrogative, unless the clause only looks like one: `what I did`."""
    head = Head(start, "direct", start)
    in_order = words.WH.match(sentence, start)
    in_question_order = asked and in_order and not _WH_SUBJECT_FIRST.match(sentence, start)
    if words.WH_STATEMENT.match(sentence, start) and not in_question_order:
        return _after_condition(sentence, start) if asked else None
    if asked:
        relative = sentence[:start].rstrip().endswith(",") and _RELATIVE.match(sentence, start)
        return head if (at_boundary or in_order) and not relative else None
    return head if opens and _is_unmarked_question(sentence, start) else None


def _after_condition(sentence: str, start: int) -> Head | None:
    """`When you say real time, do you mean seconds?`: the question is in the main clause."""
    main = re.compile(r",\s*").search(sentence, start)
    if not main or not _SUBORDINATE.match(sentence, start):
        return None
    if words.INVERTED_LOOSE.match(sentence, main.end()) or words.WH.match(sentence, main.end()):
        return Head(start, "direct", main.end())
    return None


def _is_unmarked_question(sentence: str, start: int) -> bool:
    """Whether an interrogative opens a question although the question mark is missing."""
    if _REMARK.match(sentence, start) or _NOT_INVERTED.match(sentence, start):
        return False
    if not words.WH.match(sentence, start) and not words.WH_SUBJECT.match(sentence, start):
        return False
    if _WHAT_AND_VERB.match(sentence, start) and len(sentence[start:].split()) > SHORT_WORDS:
        return False
    return not (_WHAT_CLAUSE.match(sentence, start) and _CLEFT.search(sentence, start + 12))
