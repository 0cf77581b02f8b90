"""Whose words a hedge is: meant by the speaker, quoted, reported, denied, or a thing that needs another thing."""

import re

from coach.core.spans import Span

_PREMISE = re.compile(
    r"(?:\b(?:say|says|said|saying|answer|answers|answered|answering|reply|replied|heard|hear|hearing|hears|"
    r"told|tell|tells|"
    r"write|wrote|phrase|words?|line|classic|usual|famous|called|call|goes|went|repeat|repeated|repeating|"
    r"mumbled|claimed|typed|scribbled|shout|shouted|whispered|expect|expected|expecting|taught|reads|reading|banned|"
    r"eternal|dreaded|infamous|notorious|proverbial|obligatory|inevitable|lazy|polite|stock|textbook|typical"
    r"|standard|canned|"
    r"phrases|"
    r"claims|claim|insists?|insisted)|\b(?:a|an|the|another|every|any|no|that|this|with|your|my))"
    r"(?:\s+(?:that|me|us|him|her|them|just|always|simply))?\s*:?\s*[\"“'‘]?$",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(
    r"(?:\bi(?:['’]d|['’]ll|\s+would|\s+will|['’]m\s+going\s+to|\s+have\s+to|['’]d\s+have\s+to|\s+want\s+to|"
    r"\s+must|\s+can\s+only)"
    r"|\blet\s+me|\bi\s+(?:hate|am\s+afraid|need|guess|think)\s+(?:to|i['’]d|i\s+would))\s+"
    r"(?:(?:just|really|have\s+to|probably|honestly|also|still|first|only|always|usually)\s+)*(?:say|answer|"
    r"tell\s+you)(?:\s+that)?\s*[,:]?\s*$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:not|never|won['’]t|don['’]t|wouldn['’]t|instead\s+of|without|rather\s+than|used)\b", re.IGNORECASE
)
_MENTION_AFTER = re.compile(
    r"\s*(?:is|isn['’]t|was|wasn['’]t|gets?|got|sounds|means|costs|won['’]t|doesn['’]t|(?:crowd|school|line"
    r"|t-shirt|slide|"
    r"stage|phase|speech|game|excuse|card|cop-out)\b|as\s+an?\s+(?:answer|excuse)|and\s+then\s+stop|answers?\b"
    r"|people\b|"
    r"kind\s+of|,\s+(?:but\s+it\s+"
    r"(?:doesn['’]t|does\s+not)|as\s+they\s+say))",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:doesn['’]t|does\s+not|don['’]t|didn['’]t|won['’]t|never|not|shouldn['’]t|no\s+longer)\s+\w*\s*$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|say|saying|writes?|wrote|writing|goes|go|going|went|answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|"
    r"shrug(?:s|ged|ging)?|mutter(?:s|ed|ing)?|mumbl(?:e|es|ed|ing)|told|tells?|respond(?:s|ed|ing)?|repeat(?:s"
    r"|ed|ing)?|"
    r"insist(?:s|ed|ing)?|laugh(?:s|ed)?|grin(?:s|ned)?|sigh(?:s|ed)?|announce[sd]?|explain(?:s|ed))\b"
    r"(?:\s+[\w'’]+){0,3}\s*[,:]\s*(?:(?:oh|well|ah|um|uh|look|you\s+know|always|forever|hmm)\s*,?\s*)*$",
    re.IGNORECASE,
)
_THEIR_ANSWER = re.compile(
    r"(?:\b(?:his|her|their|the\s+(?:usual|standard|classic|typical|stock|textbook|canned|famous|lazy|only|first)|"
    r"\w+['’]s|\w+s['’])\s+(?:\w+\s+){0,2}?"
    r"(?:reply|answer|response|line|motto|slogan|refrain|mantra|verdict|catchphrase|advice|excuse|reaction)\b"
    r"|\b(?:reply|answer|response|line|motto|slogan|refrain|mantra|catchphrase|advice|excuse|reaction)(?:\s+\w+){0,4}?"
    r"\s+(?:was|were|used\s+to\s+be|would\s+always\s+be)\b)[^.!?;]{0,30}$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\bi\b(?!\s+(?:used|once|never|hate))", re.IGNORECASE)
_MENTIONED = re.compile(
    r"\b(?:behind|beyond|than|stop\s+at|left\s+it\s+at|leave\s+it\s+at|stopped\s+at|instead\s+of|words"
    r"|of\s+course\s+of|hid|"
    r"version\s+of|kind\s+of\s+an?)\s*,?\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?:a|an|the|every|each|any|some|no|all|our|their|my|your|its|one|two|three|four|five|only|another"
    r"|other|those|these|"
    r"many|several|few|most)\s+(?:[\w'’-]+\s+){1,4}|(?:everything|anything|something|nothing|things"
    r"|stuff)\s+(?:\w+\s+)?"
    r"|\w+s\s+)$",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(
    r"\s*(?:(?:and|but|so|well|okay|yeah|honestly|now)\b[\s,]*)*(?:for|in|with|on|at|to|from|as|when|if|of"
    r"|because|since|by)\b",
    re.IGNORECASE,
)
_SPOKEN_BEFORE_THAT = re.compile(
    r"\b(?:says|guess|always|yes|honestly|this|is|was|as|perhaps|means|course)\s*$", re.IGNORECASE
)
_CAUSED = re.compile(
    r"\b(?:do|does|did|would|could|can|should|will|might|may|make|makes|made|making|let|lets|letting|have"
    r"|having|keep|kept|"
    r"leave|leaves|left|see|saw|want|wanted)\s+$",
    re.IGNORECASE,
)
_OBJECT_FIRST = re.compile(
    r"\b(?:what(?:ever)?|which|whom|everything|anything|nothing|things?|one|ones|those|all|"
    r"(?:the|an?|every|each|any|two|three|four)\s+(?:[\w'’-]+\s+){0,1}[\w'’-]+)\s+$",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(r"\s*(?:[.!?;]|$|\b(?:is|are|was|were|and)\b)")
_PAST_HARD = re.compile(
    r"\b(?:was|were|been|became|got|(?:made|makes|make|found|making)\s+it)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_BECAUSE = re.compile(r"\b(?:because|since|until|when|whenever|while|where|after|before|as)\s+$", re.IGNORECASE)
_ARTIFACT = re.compile(
    r"\s+(?:the|a|an|our|their|its|one|two|three|four|five|six|\w+['’]s|that|another|some"
    r"|other)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:tables?|feeds?|jobs?|services?|librar(?:y|ies)|packages?|modules?|apis?|endpoints?|topics?|views?"
    r"|pipelines?|tasks?|"
    r"upstreams?|drivers?|plugins?|versions?|outputs?|extracts?|exports?|files?|locks?|sensors?|queues?|clusters?|"
    r"databases?|dags?|stages?|steps?|servers?|brokers?|vendors?|suppliers?|columns?|schemas?|scripts?)\s*"
    r"(?:[.,;!]|$|\b(?:somebody|someone|we|they|nobody|he|she|owned|built|maintained|being|to\s+finish|landing"
    r"|from|which|that|and)\b)",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(r"^[^.!?\n]{0,30}\bbut\s+(?:it|that)\s+(?:doesn['’]t|does\s+not|isn['’]t)\b", re.IGNORECASE)
_PREFACE = 140
"""Characters before a hedge that are read for who says it."""


def is_meant(text: str, span: Span) -> bool:
    """Whether the speaker hedges an answer with these words: quoted, denied, reported and factual ones do not."""
    before = text[max(0, span.start - _PREFACE) : span.start]
    sentence = re.split(r"[.!?\n]", before)[-1]
    after = text[span.end : span.end + 60]
    if before.rstrip(" ,")[-1:] in ('"', "“", "‘", "'") or after[:2].strip(" ,.?!")[:1] in ('"', "”"):
        return False
    if _BUT_NOT.match(after) or _MENTION_AFTER.match(after):
        return False
    if _NEGATED.search(sentence):
        return False
    if _OWN_VOICE.search(sentence):
        return not _REFUSED.search(sentence)
    return not (_PREMISE.search(sentence) or _reported(sentence) or _factual(text, span, sentence))


def _reported(sentence: str) -> bool:
    """Whether what stands before the hedge makes it somebody's words: `his reply was, well,`, `they shrug and go,`."""
    if _MENTIONED.search(sentence) or _THEIR_ANSWER.search(sentence):
        return True
    return bool(_REPORTS.search(sentence)) and not _FIRST_PERSON.search(sentence)


def _factual(text: str, span: Span, sentence: str) -> bool:
    """Whether a thing needs another: `every job that depends on the feed`, `because it depends on the orders table`."""
    hedge = text[span.start : span.end].lower()
    subject = hedge.split(maxsplit=1)[0]
    if subject in ("hard", "difficult", "tough", "tricky", "impossible"):
        return bool(_PAST_HARD.search(sentence))
    if "depends" not in hedge and "depend" in hedge and _CAUSED.search(sentence):
        return True
    if hedge.endswith("on") and _AFTERTHOUGHT.match(text[span.end : span.end + 20]) and _OBJECT_FIRST.search(sentence):
        return not _OPENS_WITH.match(sentence)
    if subject in ("that", "which"):
        opened = _OPENS_WITH.match(sentence) or _SPOKEN_BEFORE_THAT.search(sentence)
        return bool(_RELATIVE.search(sentence)) and not opened
    is_thing = subject in ("it", "this") and bool(_ARTIFACT.match(text[span.end : span.end + 80]))
    return is_thing and bool(_BECAUSE.search(sentence))
