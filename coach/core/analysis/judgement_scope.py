"""Whose judgement a judgement is, and which words belong to it."""

import re

from coach.core.spans import Span

_DENIED = re.compile(
    r"\b(?:not\s+(?:saying|because|that|to\s+say|calling|suggesting|implying|trying\s+to\s+say)|never\s+(?:said"
    r"|thought|found|felt|called)|wasn't|weren't|isn't|aren't|ain't|"
    r"(?:wouldn't|would\s+not|won't)\s+(?:say|call)|(?:don't|do\s+not)\s+(?:think|mean|believe|want\s+to\s+(?:say"
    r"|call))|(?:didn't|did\s+not)\s+(?:think|mean|find|believe|feel)|without\s+(?:being|calling|saying)|(?:easy|tempting|unfair|wrong|harsh|cheap|lazy|convenient|simple|nice)\s+to\s+(?:say|call|think"
    r"|blame|claim|conclude|assume)|(?:could|might|may|can)\s+(?:say|think|call|conclude|claim|get\s+the\s+impression)|(?:i'd"
    r"|i\s+would|would)\s+never\s+(?:say|call|think)|no\s+reason\s+to\s+(?:think|call|say)|rather\s+than|"
    r"no\s+one\s+was|instead\s+of\s+(?:being|calling)|neither|nor|hardly|far\s+from|anything\s+but|as\s+if"
    r"|as\s+though|even\s+if|if|whether)\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[\s,]*(?:but\s+|and\s+)?(?:(?:that|which|it)\s+(?:was\s+never|wasn't|isn't|was\s+not"
    r"|turned\s+out\s+(?:to\s+be\s+)?(?:wrong|false|not))|i\s+(?:never|didn't|don't|disagree|was\s+wrong"
    r"|found\s+the\s+opposite)|"
    r"(?:and\s+)?(?:it'd|it\s+would|that'd|that\s+would|it's|that's)\s+(?:be\s+)?(?:\w+ly\s+)?(?:false|unfair|wrong|untrue|a\s+lie"
    r"|too\s+easy|unjust|nonsense)|not\s+(?:my\s+experience|true|at\s+all|really)|(?:he|she|they)\s+(?:wasn't|weren't|turned\s+out|were\s+not"
    r"|was\s+not)|that\s+(?:was|is)\s+(?:unfair|wrong|not))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:(?:some|people|many|others?|he|she|they|everybody|everyone|somebody|someone|folks|rumou?r|word|colleagues?"
    r"|customers?|analysts?|sales|finance|(?:the|my|our|their|his|her|some|other)\s+[\w-]+)\s+(?:had\s+|would\s+"
    r"|also\s+|often\s+|always\s+)?"
    r"(?:say|said|says|told|tell|called|call|thought|think|claimed|claims|complained|complain|felt|believed|argued"
    r"|warned|considered|described|insisted|wrote|accused|implied)|heard|was\s+told|were\s+told|i'd\s+been\s+told"
    r"|"
    r"i\s+(?:had\s+)?(?:used\s+to\s+think|once\s+thought|first\s+thought|expected|assumed|feared|worried|wondered)"
    r"|(?:called|calling|told|asked)\s+(?:me|us|them|him|her)|supposedly|allegedly|reputation\s+(?:for|of))\b",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\bi\s+(?:had\s+)?(?:thought|assumed|figured|believed)\b(?=.*\bbut\b)|\b(?:at\s+first"
    r"|initially)\b.*\bi\s+(?:thought|felt)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:]\s+|\s(?=(?:because|since|but)\s)|\s(?=and\s(?:the|they|he|she|that|those|my|their|it)\s)|(?<=\s)because\s",
    re.IGNORECASE,
)
_SUBJECT_WORD = re.compile(
    r"\b(?:he|she|they|he's|she's|they're|they'd|that's|who|it|it's|you|we|i|nobody|those|these|people|[\w-]+s|the|my"
    r"|our|their|his|her|that|typical|one|working|some|every\w+)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:(?:so|well|um|uh|er|yeah|yes|okay|right|i\s+mean|you\s+know|honestly|basically|to\s+be\s+honest|like|but|and"
    r"|actually|i'd\s+say|i\s+would\s+say|i\s+think|i\s+guess|because|since|frankly|look|"
    r"the\s+(?:issue|problem|thing|trouble|truth|fact|reason)\s+(?:was|is)(?:\s+that)?|what\s+i\s+learned\s+is\s+that"
    r"|mainly|i\s+learned\s+that|for\s+me|i\s+learned\s+to\s+\w+\s+\w+\s+because)\b[\s,:.–—-]*)+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,;]\s|\s(?=(?:and|but|so|because)\s+(?:i|we|it|that|the|they|he|she|his|her|my|in|everybody|everyone|nobody)\b)"
)
_COMMENT_SHARE = 0.9
"""A comment after the judgement that is shorter than this part of it belongs to it: `they're liars,
    plain and simple`."""
_ALL_OF_THEM = re.compile(
    r"[\s,;]*(?:the\s+(?:whole\s+|entire\s+)?(?:lot|bunch|pack|crew|gang)(?:\s+of\s+them)?|(?:all|both|most|each\s+one"
    r"|every\s+(?:last\s+)?one)\s+of\s+them|one\s+and\s+all|without\s+exception|from\s+top\s+to\s+bottom)\b",
    re.IGNORECASE,
)
_FLOURISH = re.compile(
    r"[\s,;]*(?:plain\s+and\s+simple|period|full\s+stop|simple\s+as\s+that|every\s+(?:last\s+)?one\s+of\s+them"
    r"|all\s+of\s+them|to\s+be\s+(?:honest|frank|blunt)|honestly|frankly|really|basically)\W*$",
    re.IGNORECASE,
)
_OWN_STORY = re.compile(r"[\s,;]*(?:and\s+|so\s+|but\s+)*(?:i|we|so|because|which|in\s+the\s+end)\b", re.IGNORECASE)


def is_disowned(sentence: str, place: Span) -> bool:
    """Whether the speaker denies the judgement or only reports it from others."""
    before, after = sentence[: place.start], sentence[place.end :]
    boundary = max(before.rfind(sign) for sign in (", but ", "; ", " but ", ": ", ". "))
    near = before[boundary + 1 :] if boundary >= 0 else before
    clause = near[-90:]
    if _DENIED.search(clause[-60:]) or _AT_FIRST.search(sentence):
        return True
    return bool(_DENIED_AFTER.match(after)) or bool(_REPORTED.search(clause))


def clause_of(sentence: str, place: Span) -> Span:
    """The clause with the judgement, without a lead-in and without what follows from it."""
    start = 0
    for cut in _BREAK.finditer(sentence, 0, place.start):
        if _SUBJECT_WORD.search(sentence, cut.end(), place.start) or place.start - cut.end() <= 1:
            start = cut.end()
    lead = _LEAD_IN.match(sentence, start)
    if lead and lead.end() <= place.start:
        start = lead.end()
    end = len(sentence)
    stop = _STOP.search(sentence, place.end)
    if stop:
        end = stop.start()
        rest = sentence[end:]
        if said_of_all := _ALL_OF_THEM.match(rest):
            return Span(start, end + said_of_all.end())
        if _FLOURISH.match(rest) or (len(rest) <= _COMMENT_SHARE * (end - start) and not _OWN_STORY.match(rest)):
            end = len(sentence)
    end = start + len(sentence[start:end].rstrip(" ,;"))
    return Span(start, max(end, place.end))
