"""Where an answer says that it depends, and where it only quotes the phrase or states a fact."""

import re
from dataclasses import dataclass

from coach.core.analysis.depend_voice import is_meant
from coach.core.analysis.word_sets import phrase_list
from coach.core.spans import Span

_ADVERBS = (
    r"(?:(?:really|all|kind of|sort of|kinda|sorta|very much|mostly|largely|mainly|just|always|usually|often|also|"
    r"still|actually|honestly|probably|basically|entirely|totally|partly|obviously|of course|in the end|ultimately|"
    r"heavily|strongly|highly|greatly|hugely|massively|essentially|fundamentally|certainly|definitely|clearly"
    r"|absolutely|"
    r"sometimes|often|normally|maybe|perhaps|rather|so much|a lot|in fact|to be honest|primarily|chiefly|simply|purely|"
    r"for me|then|only|again|here|generally|typically)\s+)*"
)
_DEGREE = (
    r"(?:\s+(?:a lot|a bit|a little|mostly|mainly|heavily|very much|largely|entirely|partly|completely|strongly|"
    r"really|primarily|chiefly|hugely|massively|greatly|almost entirely|in the end|ultimately|to some extent"
    r"|somewhat|solely|"
    r"purely|too|again|typically|usually|first of all|quite a lot|an awful lot|to a large (?:extent|degree)"
    r"|a great deal|quite a bit|in part|of course|also|only|a good deal))?"
)
_MODAL = r"(?:(?:would|will|can|could|might|may|is going to|does|do|'d|'ll|has to)\s+)?"
_SUBJECT = (
    r"(?:it|that|this|which|it\s+all|all\s+of\s+(?:it|this|that)|(?:much|most|a\s+lot|part)\s+of\s+(?:it|this|that)|"
    r"everything|(?:the|my|your|our)\s+(?:(?:right|best|honest|short|real|correct|ideal|proper|optimal|final"
    r"|true|exact|"
    r"actual|better|whole|long)\s+)?(?:answer|choice|decision|call|pick|recommendation|advice|preference"
    r"|verdict|approach|"
    r"strategy)(?:\s+(?:here|there|of\s+\w+|between\s+\w+\s+and\s+\w+))?"
    r"|(?:the|an?)\s+(?:right|best|correct|ideal|proper|optimal|appropriate|sensible)\s+\w+(?:\s+\w+)?)(?=[\s'’])"
)
_AUX = r"(?:['’](?:d|ll|s)\s+|\s+)"
_BE = rf"(?:(?:is|be)\s+{_ADVERBS})?"
_MEASURE = (
    r"(?=how\b|whether\b|what\b|who\b|which\b|where\b|when\b|the\s+(?:\w+\s+)?(?:number|size|rate|share|ratio"
    r"|volume|length|"
    r"age|count|frequency|cost|price|amount)\b)"
)
_LEADING_VERB = (
    rf"(?:depends?{_DEGREE}\s+(?:up)?on|(?:hinges?|turns?|rests?|rides?|hangs?|pivots?|swings?){_DEGREE}\s+(?:up)?on"
    rf"|(?:comes?|boils?|gets?|narrows?)\s+(?:right\s+)?down\s+to|is\s+{_ADVERBS}(?:down\s+to|"
    r"(?:dependent|contingent|conditional|predicated)\s+(?:up)?on|a\s+(?:function|question|matter)\s+of(?!\s+time\b))"
    r"|var(?:ies|y)\s+(?:with|by|from)|differs?\s+(?:with|by|from))"
)
"""A verb that says that the subject is decided by what follows."""

_SUM = (
    r"(?!\s+(?:(?:about|under|around|only|just|roughly|nearly|less\s+than)\s+)?(?:\d|(?:one|two|three|four|five"
    r"|six|seven|eight|"
    r"nine|ten|twenty|thirty|forty|fifty|zero|nothing|half|a\s+(?:few|couple|third|quarter|hundred|handful))\b"
    r"(?!\s+(?:\w+\s+)?(?:things?|questions?|factors?|numbers?|axes|facts?))))"
)
_DEPENDS = re.compile(
    rf"\b{_SUBJECT}{_AUX}{_ADVERBS}{_MODAL}{_ADVERBS}"
    rf"(?:depends?{_DEGREE}(?:\s+(?:up)?on\b|\s+(?:from|of|by)\b(?!\s+course))?"
    r"|(?<=would\s)depend\b(?=\s*[.,;!?]|\s*$)|(?<=will\s)depend\b(?=\s*[.,;!?]|\s*$)"
    r"|(?<=might\s)depend\b(?=\s*[.,;!?]|\s*$)|(?<=could\s)depend\b(?=\s*[.,;!?]|\s*$)"
    r"|(?<=['’]ll\s)depend\b(?=\s*[.,;!?]|\s*$)"
    rf"|(?<=['’]d\s)depend\b(?=\s*[.,;!?]|\s*$)"
    rf"|(?:going\s+to\s+)?(?:be\s+)?(?:depend|dependent){_DEGREE}\s+(?:up)?on\b"
    rf"|{_BE}(?:dependent|contingent|conditional|conditioned|predicated){_DEGREE}\s+(?:up)?on\b"
    rf"|{_BE}depending{_DEGREE}\s+(?:(?:up)?on|from|of|by)\b"
    rf"|{_BE}down\s+to\b{_SUM}|(?:comes?|boils?|gets?|narrows?)\s+(?:right\s+|all\s+|really\s+)?down\s+to\b{_SUM}"
    r"|(?:hinges?|turns?|rests?|pivots?)\s+(?:up)?on\b(?!\s+(?:when|again|and|a\s+light)\b)"
    r"|(?:rides?|hangs?|swings?)\s+on\b(?=\s+(?:how|whether|what|who|which|where|when|the|your|our|one\s+\w+"
    r"|two\s+\w+)\b)"
    r"|(?:varies|vary)(?:\s+(?:a lot|widely|greatly|wildly|hugely))?(?:\s+(?:with|by|from)\b)?"
    r"|changes?\s+(?:with|by|from)\b|differs?\b(?:\s+(?:with|by)\b)?(?!\s+from\b)|(?:is\s+)?(?:a\s+)?function\s+of\b"
    rf"|{_BE}(?:more\s+|just\s+|simply\s+)?a\s+(?:question|matter)\s+of\b(?!\s+(?:time|fact|seconds|minutes"
    rf"|hours|days|weeks|months|pride|principle)\b)"
    rf"|{_BE}(?:determined|dictated|governed|decided|driven|settled)\s+by\s+{_MEASURE}"
    rf"|{_BE}different\s+(?:for|depending on)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?<=[.!?,;:…—–])\s+|^\s*|\n\s*|\b(?:well|um|uh|so|and|but|okay|ok|yeah|honestly|again|hmm|oh)\s*,?\s+)"
    rf"(?P<hedge>{_ADVERBS}(?:(?:depends|(?:would|will|might"
    rf"|could)\s+{_ADVERBS}depend){_DEGREE}(?:\s+(?:(?:up)?on|from|of(?!\s+course))\b)?"
    r"|(?:hinges|comes\s+down|boils\s+down|hangs|rides)\s+(?:on|to)\b))",
    re.IGNORECASE,
)
_OWN_CHOICE = re.compile(
    r"\b(?:which|what|whether|how|where|if|when|whose)\b[^.!?,;\n]{0,40}?"
    r"(?:\b(?:i|we|you|one)(?:['’]d|['’]ll|\s+(?:would|should|will|can|could|pick|choose|go|take|use|do|want"
    r"|need|build|keep|"
    r"store|partition|index|model|run|put|set|handle|load))\b"
    r"|\bto\s+[a-z]+|\b(?:better|best|right|wins?|makes\s+sense|fits|pays\s+off|worth|cheaper|preferable"
    r"|good\s+enough)\b)"
    rf"[^.!?,;\n]{{0,60}}?\b(?P<hedge>(?:(?:would|will|can)\s+)?{_ADVERBS}{_LEADING_VERB})\b",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(
    rf"(?:^|[.!?;,]\s+)(?:so\s+|and\s+|but\s+)?(?:[\w-]+\s+){{1,3}}or\s+(?:[\w-]+\s+){{1,3}}(?P<hedge>{_ADVERBS}"
    rf"{_LEADING_VERB})\b",
    re.IGNORECASE,
)
_DEPENDING = re.compile(r"\b(?P<hedge>depending\s+(?:up)?on)\b", re.IGNORECASE)
_FIXED = re.compile(
    r"(?:\b(?:there\s+(?:is|are)|there['’]s|there\s+isn['’]t|there\s+aren['’]t|i\s+don['’]t\s+(?:have|"
    r"think\s+there['’]s)"
    r"|i\s+doubt\s+there['’]s|(?<!was )(?<!were )(?<!had )(?<!found )(?<!saw )(?<!see )(?=no\s))\s*"
    r"(?:really\s+|just\s+|honestly\s+|probably\s+)?"
    r"(?:no|not|any|a|an)?\s*(?:really\s+|such\s+thing\s+as\s+)?(?:a\s+|any\s+)?"
    r"(?:(?:one|single|right|correct|universal|general|generic|best|simple|easy|clear|clean|straight|straightforward|"
    r"perfect|fixed|absolute|definitive|silver|blanket|good|hard|wrong|or|default|magic|obvious|standard|short|"
    r"hard[\s-]and[\s-]fast|catch-all|cookie[\s-]cutter|textbook|ready-made|set|firm|objective|outright|plain"
    r"|sure)\s+)+"
    r"(?:answers?|bullets?|rules?|solutions?|choices?|recipes?|formulas?|winners?|verdicts?|recommendations?"
    r")\b"
    r"|\bthere(?:['’]s|\s+is)\s+(?:no|not)\s+(?:really\s+)?(?:one\s+|single\s+|a\s+)*(?:right|best|single"
    r"|correct|one)\s+way\b"
    r"(?:\s+(?:to\s+do\s+(?:it|this|that)|of\s+doing\s+(?:it|this|that)))?)"
    r"|\bone[\s-]size\s+(?:doesn['’]t|does\s+not|never|won['’]t|rarely)\s+fits?\s+all\b|"
    r"\bno\s+one[\s-]size[\s-]fits[\s-]all"
    r"(?:\s+(?:answer|solution|approach))?\b"
    r"|\b(?:it['’]s\s+|it\s+is\s+|that['’]s\s+|that\s+is\s+)?(?:\b(?:really|pretty|very|a\s+bit|quite|"
    r"kind\s+of|so)\s+)*"
    r"(?:hard|difficult|tough|tricky|impossible)\s+(?:for\s+me\s+)?to\s+"
    r"(?:say|tell|know|answer|judge|call|pin\s+down|generali[sz]e|give\s+(?:you\s+)?(?:a|an"
    r"|one)\s+(?:\w+\s+){0,2}answer)"
    r"(?=\s*(?:[.,;:!?…—–]|$)|\s+(?:for\s+sure|in\s+general|in\s+the\s+abstract|up\s*front|without|until|"
    r"unless|because|if|so|really|"
    r"honestly|yet|here|now|from|right|and|but|that\s+(?:in|without|up)|which\s+(?:one|way|is)|what\s+(?:is|"
    r"the|i['’]d|you)|(?:whether|which|how|who|exactly|precisely|off|at|given|myself|either|generally|this|it)\b))"
    r"(?:\s+(?:for\s+sure|in\s+general|in\s+the\s+abstract|up\s*front))?(?:\s+without\b)?"
    r"|\b(?:i|you|one|we)\s+(?:really\s+|honestly\s+|just\s+)?(?:can['’]t|cannot|can\s+not|couldn['’]t|"
    r"could\s+not|wouldn['’]t|"
    r"would\s+not|won['’]t)\s+(?:really\s+|honestly\s+|just\s+)?(?:"
    r"(?:say|tell|answer|generali[sz]e|judge|decide|know)(?:\s+(?:that|this|it))?"
    r"(?:\s+(?:in\s+general|in\s+the\s+abstract|either\s+way|up\s*front|for\s+sure|without\b|until\b|"
    r"in\s+a\s+vacuum|blindly))"
    r"|(?:give|offer)\s+(?:you\s+)?(?:a|an|one)\s+(?:\w+\s+){0,2}answer(?:\s+without\b)?"
    r"|commit\s+(?:either\s+way|to\s+(?:one|either)))"
    r"|\b(?:that['’]s|that\s+is|it['’]s|this\s+is)\s+(?:not|nothing|n['’]t)\s+(?:something|"
    r"a\s+question)?\s*(?:that\s+)?"
    r"(?:i|you|one|anyone)\s+(?:can|could)\s+(?:really\s+)?(?:answer|say|tell|decide)"
    r"(?:\s+(?:in\s+general|in\s+the\s+abstract|without\b))?"
    r"|\bi(?:['’]d|\s+would)\s+(?:really\s+|first\s+|probably\s+)?(?:need|want|have)\s+(?:to\s+(?:know|see|"
    r"hear|have)\s+)?"
    r"(?:some\s+|a\s+lot\s+|a\s+bit\s+|a\s+little\s+)?more\s+(?:information|info|context|details?|data|background)\b"
    r"|\bi(?:['’]d|\s+would)\s+(?:really\s+|first\s+|probably\s+)?(?:need|want|have)\s+to\s+(?:know|see|"
    r"hear|learn|understand)\s+"
    r"(?:a\s+lot\s+|a\s+bit\s+|a\s+little\s+|much\s+)?more\b"
    r"|\b(?:it\s+|that\s+|this\s+|they\s+)?(?:could|can|might|may)\s+(?:really\s+)?(?:go|be|cut|"
    r"work)\s+(?:either(?:\s+way)?|both\s+ways)\b"
    r"|\b(?:i|you|one)\s+(?:could|can)\s+(?:really\s+|easily\s+)?(?:argue|see|make\s+(?:a|the)\s+case\s+for|"
    r"defend)\s+"
    r"(?:(?:it|this|that)\s+)?(?:both(?:\s+(?:sides|ways))?|either(?:\s+(?:side|way|one))?)\b"
    r"|\beither\s+(?:one\s+|option\s+|way\s+)?(?:could|can|might|would)\s+(?:work|be\s+(?:right|fine))\b"
    r"|\bit\s+(?:cuts|goes)\s+both\s+ways\b|\bsometimes\s+yes,?\s+(?:and\s+)?sometimes\s+no(?:t)?\b|"
    r"\byes\s+and\s+no\b"
    r"|\bmaybe,?\s+maybe\s+not\b"
    r"|\b(?:it|that|this|everything|all\s+of\s+(?:it|this))(?:['’]s|\s+is|['’]d\s+be|\s+would\s+be)\s+"
    r"(?:all\s+|really\s+|very\s+|pretty\s+|always\s+|mostly\s+|kind\s+of\s+|quite\s+|very\s+much\s+|"
    r"a\s+bit\s+|just\s+|a\s+|an\s+)*"
    r"(?:relative|subjective|situational|contextual|context[\s-]dependent|case[\s-]by[\s-]case|toss[\s-]up|"
    r"judge?ment\s+call|balancing\s+act|matter\s+of\s+(?:taste|opinion|perspective)|matter\s+of\s+context|"
    r"it\s+depends"
    r"(?:\s+(?:thing|question|situation))?)(?:\s+(?:to|on))?\b(?!\s+error)"
    r"|\byour\s+mileage\s+(?:may|will|might)\s+vary\b|\bcase[\s-]by[\s-]case\b"
    r"|\bthere\s+are\s+(?:good\s+)?(?:arguments|cases)\s+(?:for|on)\s+both(?:\s+sides)?\b|"
    r"\bi\s+(?:can\s+)?see\s+both\s+sides\b"
    r"|\bboth\s+have\s+(?:their\s+)?(?:pros\s+and\s+cons|merits|place|trade-?offs|upsides\s+and\s+downsides)\b"
    r"|\bit\s+(?:really\s+|all\s+|just\s+)?(?:varies|differs)\b(?!\s+between\b)",
    re.IGNORECASE,
)

_DEPENDS_HINTS = phrase_list(
    """
    depend, down to, hinge, turns on, turns upon, rests on, vary, varies, change, differ, function of, contingent,
    conditional, conditioned, predicated, rides on, hangs on, pivots on, swings on, rest on, ride on, hang on, turn
    on,
    question of, matter of, determined by, dictated by, governed by, decided by, driven by, settled by
    """
)
_IDIOM = re.compile(
    r"\b(?:horses\s+for\s+courses|different\s+strokes(?:\s+for\s+different\s+folks)?|swings\s+and\s+roundabouts"
    r"|how\s+long\s+is\s+a\s+piece\s+of\s+string|six\s+of\s+one(?:,?\s+(?:and\s+)?half\s+a\s+dozen\s+of\s+the\s+other)?"
    r"|(?:it|that|this)(?:['’]s|\s+is)\s+(?:really\s+|always\s+)?(?:a\s+)?(?:very\s+|really\s+)?"
    r"(?:(?:tough|close|tricky|hard|difficult)\s+call|(?:bit\s+of\s+a\s+)?gr[ea]y\s+area|coin\s+(?:flip|toss)|"
    r"how\s+long\s+is\s+a\s+piece\s+of\s+string)"
    r"|(?:it|that|this)(?:['’]s|\s+is)\s+(?:not|never)\s+(?:so\s+|that\s+|really\s+|quite\s+)?"
    r"(?:black\s+and\s+white|black-and-white|clear[\s-]cut|cut\s+and\s+dried)"
    r"|(?:it|that|this)\s+isn['’]t\s+(?:so\s+|that\s+|really\s+)?(?:black\s+and\s+white|clear[\s-]cut"
    r"|cut\s+and\s+dried)"
    r"|the\s+jury(?:['’]s|\s+is)\s+(?:still\s+)?out|there(?:['’]s|\s+is)\s+(?:a\s+time\s+and\s+(?:a\s+)?|a\s+|room\s+|"
    r"a\s+good\s+)(?:place|case|room|argument|reason)?\s*for\s+(?:both|each|either)"
    r"|(?:they\s+each|each(?:\s+of\s+them|\s+one)?|they\s+both|they\s+all)\s+ha(?:s|ve)\s+(?:its|their)?\s*(?:own\s+)?"
    r"(?:place|merits?|pros\s+and\s+cons|trade-?offs|upsides|strengths|ups\s+and\s+downs|advantages)"
    r"|neither\s+(?:one\s+|of\s+them\s+)?is\s+(?:always\s+|strictly\s+|inherently\s+|really\s+)?(?:better|best"
    r"|right|wrong)"
    r"|(?:it|that)(?:['’]s|\s+is)\s+all\s+(?:about\s+)?(?:the\s+)?trade-?offs|everything(?:['’]s"
    r"|\s+is)\s+a\s+trade-?off"
    r"|context\s+(?:is\s+(?:king|everything)|matters)|i\s+(?:could|can|would|might)\s+go\s+either\s+way"
    r"|i(?:['’]m|\s+am)\s+(?:really\s+|a\s+bit\s+)?(?:on\s+the\s+fence|torn|in\s+two\s+minds|of\s+two\s+minds)"
    r"|no\s+right\s+or\s+wrong|(?:there(?:['’]s|\s+is)\s+)?no\s+(?:such\s+thing\s+as\s+a\s+)?free\s+lunch"
    r"|(?:opinions|tastes|results|needs|mileages?|preferences)\s+(?:vary|differ)"
    r"|(?:every|each)\s+(?:\w+\s+)?(?:case|team|company|situation|project|client|shop|place|business|workload"
    r"|organi[sz]ation)"
    r"(?:['’]s|\s+is)\s+(?:a\s+bit\s+|a\s+little\s+)?(?:different|unique|its\s+own)"
    r"|what\s+works\s+(?:for|in|at)\s+one\b[^.!?,;]{0,30}\b(?:not|n['’]t|never)\s+work\b"
    r"|(?:i|one|you|nobody|no\s+one)\s+(?:can|could)(?:['’]t|\s*not)?\s+(?:really\s+|honestly\s+|possibly\s+|just\s+)?"
    r"(?:see\s+(?:it|that|this)\s+both\s+ways|go\s+either\s+way)"
    r"|i\s+(?:can['’]t|cannot|couldn['’]t)\s+(?:really\s+|honestly\s+|possibly\s+)?(?:say|answer|tell\s+you|judge)"
    r"(?:\s+(?:that|this|it)(?:\s+one)?)?(?=\s*[.!?;]|\s*$|\s+(?:generally|like\s+that|from\s+here|yet|now)\b)"
    r"|(?:it|that)(?:['’]s|\s+is)\s+(?:not|im)\s*possible\s+to\s+(?:say|tell|answer|know|judge|generali[sz]e)"
    r"|(?:there(?:['’]s|\s+is)\s+)?no\s+way\s+(?:to|of)\s+(?:say|tell|answer|know|judge|saying|telling"
    r"|answering|knowing)(?:ing)?"
    r"(?:\s+(?:that|this|it|in\s+general|in\s+advance|up\s+front))?(?=\s*[.,;!?]|\s*$|\s+(?:without|until|from)\b)"
    r"|i\s+(?:can['’]t|cannot|couldn['’]t)\s+(?:say|tell\s+you|answer)(?:\s+(?:that"
    r"|this))?\s+without(?:\s+(?:knowing|seeing))?"
    r"|(?:the|my)\s+(?:answer|choice|pick|call|decision|recommendation|design|approach)(?:['’]d|\s+would|\s+will)?\s+"
    r"(?:changes?|flips?|shifts?|moves?|swings?)\s+(?:with|by|on|depending\s+on)|pick\s+your\s+poison"
    r"|to\s+each\s+(?:his|their)\s+own|there(?:['’]s|\s+is)\s+no\s+(?:telling|saying)\b(?!\s+(?:him|her|them))"
    r"|it(?:['’]s|\s+is)\s+not\s+(?:really\s+)?(?:an?\s+)?(?:either[\s-]or|yes[\s-]or[\s-]no)(?:\s+question)?)\b",
    re.IGNORECASE,
)
_IDIOM_HINTS = phrase_list(
    """
    horses for, different strokes, roundabouts, of string, six of one, tough call, close call, tricky call, hard call,
    difficult call, gray area, grey area, coin flip, coin toss, black and white, black-and-white, clear-cut, clear cut,
    cut and dried, the jury, for both, for each, for either, each has, them has, one has, each have, both have,
    they all have, neither is, neither one, neither of them, all trade, all about trade, about the trade, a trade,
    context is, context matters, either way, the fence, torn, two minds, to each, no telling, no saying, either-or,
    either or, yes-or-no, yes or no, right or wrong, free lunch, vary, differ, unique, its own, works for one,
    works in one, works at one, both ways, can't say, can't answer, can't tell, can't judge, can't really, can't honest,
    can't possib, can’t, cannot, couldn't, couldn’t, possible to, no way to, no way of, answer chang, answer flip,
    answer shift, answer would, answer move, choice chang, choice flip, choice shift, choice would, pick chang,
    pick would, call chang, decision chang, decision flip, recommendation chang, design chang, design would,
    approach chang, approach would, poison
    """
)
_FIXED_HINTS = phrase_list(
    """
    answer, bullet, rule, solution, choice, size, recipe, formula, winner, verdict, recommendation, right way,
    best way, single way, correct way, one way,
    hard, difficult, tough, tricky, impossible, in general, abstract,
    either, both, commit, more info, more context, more detail, more data, more background, know more, see more,
    hear more, learn more, understand more, lot more, bit more, little more, much more, sometimes yes, yes and no,
    maybe not, relative, subjective, situational, contextual, context-dep, context dep, by case, by-case, toss,
    ment call, balancing, matter of, mileage, varies, differs, it depends, vacuum, up front, upfront, for sure,
    until, without, blindly
    """
)
"""Letters that every phrase of the pattern holds: a plain search for them spares most answers the long patterns."""

_MIGHT = re.compile(r"\b(?:i|we|you)(?:['’]d|\s+would|\s+might|\s+may|\s+could|['’]ll|\s+will)\b", re.IGNORECASE)


_IDIOM_REACH = 60
"""Characters before and after a hint that an idiom may take; the longest has about 55."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One hedge phrase."""

    span: Span
    leads: bool
    """Whether what follows directly is what it depends on."""
    holds_choice: bool = False
    """Whether its sentence names the choice that is in question: "which one I'd take depends on"."""


def find_phrases(text: str) -> tuple[Phrase, ...]:
    """Every hedge phrase that is meant, in order: quoted, denied and reported ones are left out."""
    spans: list[Span] = []
    choices: set[Span] = set()
    lowered = text.lower()
    depends = any(hint in lowered for hint in _DEPENDS_HINTS)
    fixed = any(hint in lowered for hint in _FIXED_HINTS)
    for pattern in (_DEPENDS,) * depends + (_FIXED,) * fixed:
        spans += [_trim(text, m.start(), m.end()) for m in pattern.finditer(text)]
    spans += _idioms(text, lowered)
    for pattern in (_BARE, _OWN_CHOICE, _ALTERNATIVES, _DEPENDING) if depends else ():
        for m in pattern.finditer(text):
            if pattern is _DEPENDING and not _conditional(text, m.start("hedge"), m.end("hedge")):
                continue
            spans.append(_trim(text, m.start("hedge"), m.end("hedge")))
            if pattern is not _BARE:
                choices.add(spans[-1])
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            continue
        if is_meant(text, span):
            kept.append(span)
    return tuple(Phrase(s, _leads(text, s), s in choices) for s in kept)


def _idioms(text: str, lowered: str) -> list[Span]:
    """The idioms around the places where their letters stand; a search of the whole text would cost more."""
    found: set[Span] = set()
    for hint in _IDIOM_HINTS:
        at = lowered.find(hint)
        while at >= 0:
            stop = at + len(hint) + _IDIOM_REACH
            found.update(
                _trim(text, m.start(), m.end())
                for m in _IDIOM.finditer(text, max(0, at - _IDIOM_REACH), stop)
                if m.end() + 2 < stop or stop >= len(text)
            )
            at = lowered.find(hint, at + _IDIOM_REACH)
    return list(found)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _leads(text: str, span: Span) -> bool:
    last = text[span.start : span.end].lower().rsplit(maxsplit=1)[-1]
    if last in ("on", "upon", "to", "with", "by", "from", "of", "for", "without", "until", "knowing", "seeing"):
        return True
    ends_bare = last in ("depends", "varies", "differs")
    return ends_bare and bool(
        re.match(r"\s+(?:who|what|how|which|whether|where|when|if)\b", text[span.end :], re.IGNORECASE)
    )


def _conditional(text: str, start: int, end: int) -> bool:
    """Whether `depending on` hedges a choice of the speaker: it opens a sentence or hangs on a conditional."""
    before = text[max(0, start - 200) : start]
    before = re.split(r"[.!?\n]", before)[-1]
    after = re.split(r"[.!?\n]", text[end : end + 200])[0]
    if not before.strip():
        return bool(_MIGHT.search(after))
    return bool(_MIGHT.search(before)) and not re.search(r"\b(?:was|were|had|did|ended)\b", before)
