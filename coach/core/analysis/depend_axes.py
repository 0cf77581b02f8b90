"""What an answer was said to depend on: axes that could be measured or answered, and vague ones that could not."""

import re
from dataclasses import dataclass

from coach.core.analysis.depend_phrases import Phrase
from coach.core.analysis.word_sets import word_set
from coach.core.spans import Span

_VAGUE = word_set(
    """
    trade-off trade-offs tradeoff tradeoffs use usecase use-case use-cases case cases scale scaling requirement
    requirements situation situations context contexts need needs want wants circumstance circumstances business
    makes make sense comfortable ask asks thing things lot lots factor factors many several various different
    few number numerous bunch goal goals constraint constraints environment complexity performance company
    companies preference preferences prefer taste problem problems project projects scenario scenarios objective
    objectives everything anything something resource resources team teams organisation organization maturity
    priority priorities criteria details specifics setup stack architecture system systems data volume-wise
    balance balancing pros cons best fit fits good works work better right people person stakeholders
    stakeholder customer's trying achieve accomplish do doing looking look feel feels like level situation's
    question questions particular specific exact actual general overall given current other others certain such
    kind sort type types world day end mood experience skills skill approach approaches solution solutions
    domain industry culture evaluate compromise everyone live communication honest couple fair frank sure two three
    four five conditions condition considerations consideration variables variable parameters aspects aspect
    standpoint view perspective angle requirement's technology technologies tool tools tooling ecosystem decide
    decides nature picture particulars moving parts part stuff way ways value values important matters matter dealing
    deal purpose purposes intent intention intentions aim aims vision strategy strategic landscape reality realities
    politics philosophy appetite nuance nuances application applications app apps after expectation expectations
    restrictions limitations dynamics infrastructure platform efficiency quality scalability maintainability
    flexibility reliability robustness outcome outcomes big bigger larger broader whole shape whatever taste tastes
    opinion opinions personal angle angles challenge challenges issue issues simple complex complicated easy suited
    suitable appropriate relevant useful helpful necessary needed
    possible suits suit come comes go goes cares care
    optimize optimise optimizing optimising solve solving build building place places seen concerns concern drivers
    """
)
"""Words that name no axis by themselves; a phrase with no other content word is vague."""

_FUNCTION = word_set(
    """
    the a an of on in at for to and or but with by from as it its it's is are be was were been we i you they he
    she our your my their his her that this these those what which who whom how whether if when where why there
    here really just very much more most some any all both each every not no do does did can could would will
    should might may i'd you'd we'd you're we're i'm they're course also too so then than about into over own
    one ones suppose guess think know mean honestly basically probably mostly mainly largely obviously maybe
    perhaps again say well let me us them him i'll i've have has had get gets got going want first look see up
    out down yes always usually kind bit little quite actually simply depends depend
    """
)

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d+")
_END_OF_AXES = re.compile(
    r"[.!?;:\n…—–]|,\s*(?=(?:so|but|because|since|though|although|which|that['’]s|then|if|when|while|unless|"
    r"otherwise|you\s+know|"
    r"i['’]d|i\s|we['’]d|we\s|for\s|in\s|at\s|with\s|under\s|below\s|above\s|everybody|everyone|really\b|"
    r"a\s+\w+\s+or\s+a\b))"
    r"|,?\s+and\s+(?=(?:i|we|you|he|she|they)(?:['’]\w+)?\s)"
    r"|,?\s(?=(?:because|so\s+i|so\s+we|but|if\s+it|if\s+its|if\s+we|if\s+you|if\s+they)\b)",
    re.IGNORECASE,
)
_TRADE_OFF = re.compile(r"(?:the\s+|some\s+)?trade-?offs?\b", re.IGNORECASE)
_OWN_ACT = re.compile(
    r"(?:then\s+|to\s+)*(?:talk|speak|discuss|find|make|go|come|sit|work|take|get|ask|decide|see|think|listen"
    r"|try|start|agree|"
    r"align|weigh|meet|have|let|gather|write|look|i['’]?\w*|we['’]?\w*)\b(?!-)\s",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",\s*(?:and|or)\s+(?:on\s+)?|,\s*|\s+and\s+(?:on\s+|of\s+)?|\s+or\s+(?:on\s+)?(?=how|whether|what|who|if|the)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:on|of|mostly|mainly|really|also|just|then|maybe|probably|of\s+course|things?\s+like)\s+", re.IGNORECASE
)

_CUES = re.compile(
    r"\b(?:mostly|mainly|primarily|largely|chiefly|especially)\s+(?:on\s+)?(?P<a>[^.!?;,\n]+)"
    r"|\b(?:i|we)(?:['’]d|\s+would|\s+need|\s+want|\s+have|['’]ll)\s+(?:\w+\s+){0,3}?"
    r"(?:see|know|understand|find\s+out|ask(?:\s+you)?(?:\s+about)?|check|count|measure|look\s+at|watch|"
    r"compare|hear|learn|weigh|"
    r"start\s+(?:from|with)|need|want|figure\s+out|clarify|be\s+asking(?:\s+about)?|establish|determine"
    r"|pin\s+down|work\s+out|go\s+by|"
    r"(?:be\s+)?(?:guided|led|driven)\s+by|profile|be\s+told|verify|confirm|get\s+(?:hold\s+of|a\s+(?:sense"
    r"|feel)\s+(?:of|for)))\s+(?!to\b)(?P<b>[^.!?;\n]+)"
    r"|\bby\s+\w+\s+i\s+mean\s+(?P<c>[^.!?;,\n]+)"
    r"|\b(?P<d>how\s+(?!(?:to|we|i|you|it|they|that|this|the|things|come|about|does|do|did|is|are)\b)\w+\b[^.!?;,\n]*)"
    r"|\b(?P<e>whether\s+[^.!?;,\n]+)"
    r"|\b(?:what\s+(?:matters|decides(?:\s+it)?|counts|drives(?:\s+it)?|settles\s+it|tips\s+it)|"
    r"the\s+(?:axis|axes|question|"
    r"deciding\s+factor|first\s+question|thing)(?:\s+i['’]d\s+ask(?:\s+you)?)?)\s+(?:for\s+me\s+)?(?:is|"
    r"are)\s+(?P<g>[^.!?;\n]+)"
    r"|(?:^|(?<=[.!?]\s))(?P<h>[^.!?;,\n]+),\s+(?:those|these|that)(?:\s+(?:are|is)|['’]re|['’]s)\s+(?:the|my|what)"
    r"|\b(?:on\s+the\s+basis\s+of|make\s+it\s+on|decide\s+(?:it\s+)?(?:on|by)|driven\s+by|based\s+on|"
    r"in\s+terms\s+of|(?:once|until|till|unless|if|when|before)\s+(?:i|we|you)\s+(?:know|knew|see|saw|have\s+seen|"
    r"understand|tell\s+me|told\s+me|hear|had|find\s+out)|without\s+(?:knowing|seeing|hearing|measuring|looking\s+at)|"
    r"tell\s+me|give\s+me|show\s+me|it['’]s\s+about|it\s+is\s+about|a\s+(?:question|matter)\s+of|"
    r"(?:the|my|a)\s+(?:two|three|first|second|main|one|other)\s+(?:\w+\s+)?(?:factors?|inputs?|numbers?|axes"
    r"|axis|dials?|"
    r"knobs?|things?|facts?|questions?)\s+(?:that\s+\w+\s+)?(?:is|are|would\s+be)|namely|specifically|"
    r"(?:one|another|the\s+other|the\s+first|the\s+second)\s+is)\s+(?P<i>[^.!?;,\n]+)",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\s+(?:decides?|settles?|tips?|drives?|swings?|makes?\s+the\s+difference|matters?\s+most|would\s+(?:decide"
    r"|settle|tip)|"
    r"will\s+(?:decide|settle|tip))(?:\s+(?:it|this|that|everything|the\s+\w+))?\s*(?:$|[.,;!])"
    r"|\s+(?:is|are|was)\s+(?:the\s+(?:axis|axes|deciding\s+factor|thing\s+that\s+decides|question|dividing\s+line|"
    r"first\s+thing|number\s+i)|what\s+(?:i['’]d|decides|matters|i\s+would|drives|settles|tips))",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:^|(?<=[.!?]\s))(?P<q>[^.!?\n]{1,300})\?")
_STOP = re.compile(r"[.!?;\n]")
_WINDOW = 1200
"""Characters after the start of a hedge's sentence that are searched for axes: about 200 words."""
_PHRASE = 120
"""Characters that one named axis takes at most."""


@dataclass(frozen=True, slots=True)
class Named:
    """What stands directly behind a hedge phrase."""

    concrete: tuple[str, ...]
    vague: bool
    """Whether something stands there and none of it is concrete."""


def is_vague(phrase: str) -> bool:
    """Whether no word of the phrase names something that could be measured or answered."""
    words = [w.lower().replace("’", "'") for w in _WORD.findall(phrase)]
    content = [w for w in words if w not in _FUNCTION]
    if "size" in content and any(w in ("team", "company", "data") for w in content):
        return False
    if any(w in ("who", "who's", "whoever") for w in words) and any(w not in _VAGUE for w in content):
        return False
    return all(w in _VAGUE for w in content)


def axes_after(text: str, sentence: Span, phrase: Phrase) -> Named:
    """The axes that directly follow a hedge phrase in its sentence, each as said."""
    if not phrase.leads:
        return Named((), False)
    rest = text[phrase.span.end : min(sentence.end, phrase.span.end + 400)]
    head, _, listed = rest.partition(":")
    if listed and is_vague(head):
        rest = listed
    parts = _parts(rest)
    if parts and _TRADE_OFF.match(parts[0]):
        return Named((), True)
    concrete = tuple(p for p in parts if not is_vague(p))
    return Named(concrete, bool(parts) and not concrete)


def _parts(said: str) -> list[str]:
    """The named things of a stretch of text, cut where the naming ends."""
    opening = re.match(r"\s*(?:if|when|whether|where|because)\b", said, re.IGNORECASE)
    stop = _END_OF_AXES.search(said, opening.end() if opening else 0)
    said = said[: stop.start()] if stop else said
    return [p for p in (_clean(p) for p in _SPLIT.split(said)) if p]


def axes_elsewhere(text: str, sentence: Span, phrase: Phrase) -> tuple[str, ...]:
    """Axes named in the rest of the answer: "I'd want to see the update ratio", or a question asked back."""
    window = text[sentence.start : sentence.start + _WINDOW]
    first, last = phrase.span.start - sentence.start, phrase.span.end - sentence.start
    window = window[:first] + " " * (last - first) + window[last:]
    found: list[str] = []
    for m in _CUES.finditer(window):
        said = next((g for g in m.groups() if g), "")
        found += [p for p in _parts(said) if not is_vague(p)]
    for m in _NAMED_BEFORE.finditer(window):
        said = _STOP.split(window[max(0, m.start() - _PHRASE) : m.start()])[-1]
        found += [p for p in _parts(said) if not is_vague(p)]
    found += [m.group("q").strip() for m in _ASKED.finditer(window) if not is_vague(m.group("q"))]
    return tuple(dict.fromkeys(found))


def _clean(part: str) -> str:
    part = part.strip(" ,.\"'“”")
    if _OWN_ACT.match(part):
        return ""
    while (m := _LEADING.match(part)) is not None:
        part = part[m.end() :]
    return part.strip()
