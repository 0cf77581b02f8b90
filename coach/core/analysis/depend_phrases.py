"""Where an answer says that it depends, and where it only quotes the phrase or states a fact."""

import re
from dataclasses import dataclass

from coach.core.analysis.word_sets import phrase_list
from coach.core.spans import Span

_ADVERBS = (
    r"(?:(?:really|all|kind of|sort of|kinda|sorta|very much|mostly|largely|mainly|just|always|usually|often|also|"
    r"still|actually|honestly|probably|basically|entirely|totally|partly|obviously|of course|in the end|ultimately|"
    r"for me|then|only|again|here|generally|typically)\s+)*"
)
_DEGREE = (
    r"(?:\s+(?:a lot|a bit|a little|mostly|mainly|heavily|very much|largely|entirely|partly|completely|strongly|"
    r"really|a great deal|quite a bit|in part|of course|also|only|a good deal))?"
)
_MODAL = r"(?:(?:would|will|can|could|might|may|is going to|does|do|'d|'ll|has to)\s+)?"
_SUBJECT = (
    r"(?:it|that|this|which|it\s+all|all\s+of\s+(?:it|this|that)|(?:much|most|a\s+lot|part)\s+of\s+(?:it|this|that)|"
    r"everything|(?:the|my|your|our)\s+(?:(?:right|best|honest|short|real|correct|ideal|proper|optimal|final|true|exact|"
    r"actual|better|whole|long)\s+)?(?:answer|choice|decision|call|pick|recommendation|advice|preference|verdict|approach|"
    r"strategy)(?:\s+(?:here|there|of\s+\w+|between\s+\w+\s+and\s+\w+))?"
    r"|(?:the|an?)\s+(?:right|best|correct|ideal|proper|optimal|appropriate|sensible)\s+\w+(?:\s+\w+)?)(?=[\s'’])"
)
_AUX = r"(?:['’](?:d|ll|s)\s+|\s+)"
_BE = rf"(?:(?:is|be)\s+{_ADVERBS})?"
_MEASURE = (
    r"(?=how\b|whether\b|what\b|who\b|which\b|where\b|when\b|the\s+(?:\w+\s+)?(?:number|size|rate|share|ratio|volume|length|"
    r"age|count|frequency|cost|price|amount)\b)"
)
_LEADING_VERB = (
    rf"(?:depends?{_DEGREE}\s+(?:up)?on|(?:hinges?|turns?|rests?|rides?|hangs?|pivots?|swings?){_DEGREE}\s+(?:up)?on"
    rf"|(?:comes?|boils?|gets?|narrows?)\s+(?:right\s+)?down\s+to|is\s+{_ADVERBS}(?:down\s+to|"
    r"(?:dependent|contingent|conditional|predicated)\s+(?:up)?on|a\s+(?:function|question|matter)\s+of(?!\s+time\b))"
    r"|var(?:ies|y)\s+(?:with|by|from)|differs?\s+(?:with|by|from))"
)
"""A verb that says that the subject is decided by what follows."""

_DEPENDS = re.compile(
    rf"\b{_SUBJECT}{_AUX}{_ADVERBS}{_MODAL}{_ADVERBS}"
    rf"(?:depends?{_DEGREE}(?:\s+(?:up)?on\b|\s+(?:from|of|by)\b(?!\s+course))?"
    rf"|(?:going\s+to\s+)?(?:be\s+)?(?:depend|dependent){_DEGREE}\s+(?:up)?on\b"
    rf"|{_BE}(?:dependent|contingent|conditional|conditioned|predicated){_DEGREE}\s+(?:up)?on\b"
    rf"|{_BE}depending{_DEGREE}\s+(?:(?:up)?on|from|of|by)\b"
    rf"|{_BE}down\s+to\b|(?:comes?|boils?|gets?|narrows?)\s+(?:right\s+|all\s+|really\s+)?down\s+to\b"
    r"|(?:hinges?|turns?|rests?|rides?|hangs?|pivots?|swings?)\s+(?:up)?on\b"
    r"|(?:varies|vary)(?:\s+(?:a lot|widely|greatly|wildly|hugely))?(?:\s+(?:with|by|from)\b)?"
    r"|changes?\s+(?:with|by|from)\b|differs?\b(?:\s+(?:with|by|from)\b)?|(?:is\s+)?(?:a\s+)?function\s+of\b"
    rf"|{_BE}(?:more\s+|just\s+|simply\s+)?a\s+(?:question|matter)\s+of\b(?!\s+(?:time|fact)\b)"
    rf"|{_BE}(?:determined|dictated|governed|decided|driven|settled)\s+by\s+{_MEASURE}"
    rf"|{_BE}different\s+(?:for|depending on)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?<=[.!?,;:…—–])\s+|^\s*|\n\s*|\b(?:well|um|uh|so|and|but|okay|ok|yeah|honestly|again|hmm|oh)\s*,?\s+)"
    rf"(?P<hedge>{_ADVERBS}(?:depends{_DEGREE}(?:\s+(?:(?:up)?on|from|of(?!\s+course))\b)?"
    r"|(?:hinges|comes\s+down|boils\s+down|hangs|rides)\s+(?:on|to)\b))",
    re.IGNORECASE,
)
_OWN_CHOICE = re.compile(
    r"\b(?:which|what|whether|how|where|if|when|whose)\b[^.!?,;\n]{0,40}?"
    r"(?:\b(?:i|we|you|one)(?:['’]d|['’]ll|\s+(?:would|should|will|can|could|pick|choose|go|take|use|do|want|need|build|keep|"
    r"store|partition|index|model|run|put|set|handle|load))\b"
    r"|\bto\s+[a-z]+|\b(?:better|best|right|wins?|makes\s+sense|fits|pays\s+off|worth|cheaper|preferable|good\s+enough)\b)"
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
    r"hard[\s-]and[\s-]fast|catch-all|cookie[\s-]cutter|textbook|ready-made|set|firm|objective|outright|plain|sure)\s+)+"
    r"(?:answers?|bullets?|rules?|solutions?|choices?|recipes?|formulas?|winners?|verdicts?|recommendations?|options?)\b"
    r"|\bthere(?:['’]s|\s+is)\s+(?:no|not)\s+(?:really\s+)?(?:one\s+|single\s+|a\s+)*(?:right|best|single|correct|one)\s+way\b"
    r"(?:\s+(?:to\s+do\s+(?:it|this|that)|of\s+doing\s+(?:it|this|that)))?)"
    r"|\bone[\s-]size\s+(?:doesn['’]t|does\s+not|never|won['’]t|rarely)\s+fits?\s+all\b|"
    r"\bno\s+one[\s-]size[\s-]fits[\s-]all"
    r"(?:\s+(?:answer|solution|approach))?\b"
    r"|\b(?:it['’]s\s+|it\s+is\s+|that['’]s\s+|that\s+is\s+)?(?:\b(?:really|pretty|very|a\s+bit|quite|"
    r"kind\s+of|so)\s+)*"
    r"(?:hard|difficult|tough|tricky|impossible)\s+(?:for\s+me\s+)?to\s+"
    r"(?:say|tell|know|answer|judge|call|pin\s+down|generali[sz]e|give\s+(?:you\s+)?(?:a|an|one)\s+(?:\w+\s+){0,2}answer)"
    r"(?=\s*(?:[.,;:!?…—–]|$)|\s+(?:for\s+sure|in\s+general|in\s+the\s+abstract|up\s*front|without|until|"
    r"unless|because|if|so|really|"
    r"honestly|yet|here|now|from|right|and|but|that\s+(?:in|without|up)|which\s+(?:one|way|is)|what\s+(?:is|"
    r"the|i['’]d|you)))"
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
    r"|\byour\s+mileage\s+(?:may|will|might)\s+vary\b|\b(?:case\s+by\s+case)\b"
    r"|\bthere\s+are\s+(?:good\s+)?(?:arguments|cases)\s+(?:for|on)\s+both(?:\s+sides)?\b|"
    r"\bi\s+(?:can\s+)?see\s+both\s+sides\b"
    r"|\bboth\s+have\s+(?:their\s+)?(?:pros\s+and\s+cons|merits|place|trade-?offs|upsides\s+and\s+downsides)\b"
    r"|\bit\s+(?:really\s+|all\s+|just\s+)?(?:varies|differs)\b(?!\s+between\b)",
    re.IGNORECASE,
)

_DEPENDS_HINTS = phrase_list(
    """
    depend, down to, hinge, turns on, turns upon, rests on, vary, varies, change, differ, function of, contingent,
    conditional, conditioned, predicated, rides on, hangs on, pivots on, swings on, rest on, ride on, hang on, turn on,
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
    r"|(?:it|that|this)\s+isn['’]t\s+(?:so\s+|that\s+|really\s+)?(?:black\s+and\s+white|clear[\s-]cut|cut\s+and\s+dried)"
    r"|the\s+jury(?:['’]s|\s+is)\s+(?:still\s+)?out|there(?:['’]s|\s+is)\s+(?:a\s+time\s+and\s+(?:a\s+)?|a\s+|room\s+|"
    r"a\s+good\s+)(?:place|case|room|argument|reason)?\s*for\s+(?:both|each|either)"
    r"|(?:they\s+each|each(?:\s+of\s+them|\s+one)?|they\s+both|they\s+all)\s+ha(?:s|ve)\s+(?:its|their)?\s*(?:own\s+)?"
    r"(?:place|merits?|pros\s+and\s+cons|trade-?offs|upsides|strengths|ups\s+and\s+downs|advantages)"
    r"|neither\s+(?:one\s+|of\s+them\s+)?is\s+(?:always\s+|strictly\s+|inherently\s+|really\s+)?(?:better|best|right|wrong)"
    r"|(?:it|that)(?:['’]s|\s+is)\s+all\s+(?:about\s+)?(?:the\s+)?trade-?offs|everything(?:['’]s|\s+is)\s+a\s+trade-?off"
    r"|context\s+(?:is\s+(?:king|everything)|matters)|i\s+(?:could|can|would|might)\s+go\s+either\s+way"
    r"|i(?:['’]m|\s+am)\s+(?:really\s+|a\s+bit\s+)?(?:on\s+the\s+fence|torn|in\s+two\s+minds|of\s+two\s+minds)"
    r"|to\s+each\s+(?:his|their)\s+own|there(?:['’]s|\s+is)\s+no\s+(?:telling|saying)\b(?!\s+(?:him|her|them))"
    r"|it(?:['’]s|\s+is)\s+not\s+(?:really\s+)?(?:an?\s+)?(?:either[\s-]or|yes[\s-]or[\s-]no)(?:\s+question)?)\b",
    re.IGNORECASE,
)
_IDIOM_HINTS = phrase_list(
    """
    horses, strokes, roundabouts, of string, six of one, call, gray area, grey area, coin, black and white,
    black-and-white, clear-cut, clear cut, cut and dried, jury, for both, for each, for either, each ha, them ha,
    one ha, both ha, they all ha, neither, trade, context, either way, fence, torn, two minds, to each, telling, saying,
    either-or, either or, yes or no, yes-or-no
    """
)
_FIXED_HINTS = phrase_list(
    """
    answer, bullet, rule, solution, choice, size, recipe, formula, winner, verdict, recommendation, option, way,
    hard, difficult, tough, tricky, impossible, in general, abstract,
    either, both, commit, more info, more context, more detail, more data, more background, know more, see more,
    hear more, learn more, understand more, lot more, bit more, little more, much more, sometimes yes, yes and no,
    maybe not, relative, subjective, situational, contextual, context-dep, context dep, by case, by-case, toss,
    ment call, balancing, matter of, mileage, varies, differs, it depends, vacuum, up front, upfront, for sure,
    until, without, blindly
    """
)
"""Letters that every phrase of the pattern holds: a plain search for them spares most answers the long patterns."""

_PREMISE = re.compile(
    r"(?:\b(?:say|says|said|saying|answer|answers|answered|answering|reply|replied|heard|hear|hearing|hears|"
    r"told|tell|tells|"
    r"write|wrote|phrase|words?|line|classic|usual|famous|called|call|goes|went|repeat|repeated|repeating|"
    r"mumbled|claimed|"
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
    r"\s*(?:is|isn['’]t|was|wasn['’]t|as\s+an?\s+(?:answer|excuse)|and\s+then\s+stop|answers?\b|people\b|"
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
    r"shrug(?:s|ged|ging)?|mutter(?:s|ed|ing)?|mumbl(?:e|es|ed|ing)|told|tells?|respond(?:s|ed|ing)?|repeat(?:s|ed|ing)?|"
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
    r"\b(?:behind|beyond|than|stop\s+at|left\s+it\s+at|leave\s+it\s+at|stopped\s+at|instead\s+of|words|of\s+course\s+of|hid|"
    r"version\s+of|kind\s+of\s+an?)\s*,?\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?:a|an|the|every|each|any|some|no|all|our|their|my|your|its|one|two|three|four|five|only|another|other|those|these|"
    r"many|several|few|most)\s+(?:[\w'’-]+\s+){1,4}|(?:everything|anything|something|nothing|things|stuff)\s+(?:\w+\s+)?"
    r"|\w+s\s+)$",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(
    r"\s*(?:(?:and|but|so|well|okay|yeah|honestly|now)\b[\s,]*)*(?:for|in|with|on|at|to|from|as|when|if|of|because|since|by)\b",
    re.IGNORECASE,
)
_SPOKEN_BEFORE_THAT = re.compile(
    r"\b(?:says|guess|always|yes|honestly|this|is|was|as|perhaps|means|course)\s*$", re.IGNORECASE
)
_BECAUSE = re.compile(r"\b(?:because|since|until|when|whenever|while|where|after|before|as)\s+$", re.IGNORECASE)
_ARTIFACT = re.compile(
    r"\s+(?:the|a|an|our|their|its|one|two|three|four|five|six|\w+['’]s|that|another|some|other)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:tables?|feeds?|jobs?|services?|librar(?:y|ies)|packages?|modules?|apis?|endpoints?|topics?|views?|pipelines?|tasks?|"
    r"upstreams?|drivers?|plugins?|versions?|outputs?|extracts?|exports?|files?|locks?|sensors?|queues?|clusters?|"
    r"databases?|dags?|stages?|steps?|servers?|brokers?|vendors?|suppliers?|columns?|schemas?|scripts?)\s*"
    r"(?:[.,;!]|$|\b(?:being|to\s+finish|landing|from|which|that|and)\b)",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(r"^[^.!?\n]{0,30}\bbut\s+(?:it|that)\s+(?:doesn['’]t|does\s+not|isn['’]t)\b", re.IGNORECASE)
_MIGHT = re.compile(r"\b(?:i|we|you)(?:['’]d|\s+would|\s+might|\s+may|\s+could|['’]ll|\s+will)\b", re.IGNORECASE)


_PREFACE = 140
"""Characters before a hedge that are read for who says it."""


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
    idiom = any(hint in lowered for hint in _IDIOM_HINTS)
    for pattern in (_DEPENDS,) * depends + (_FIXED,) * fixed + (_IDIOM,) * idiom:
        spans += [_trim(text, m.start(), m.end()) for m in pattern.finditer(text)]
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
        if _is_meant(text, span):
            kept.append(span)
    return tuple(Phrase(s, _leads(text, s), s in choices) for s in kept)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _leads(text: str, span: Span) -> bool:
    last = text[span.start : span.end].lower().rsplit(maxsplit=1)[-1]
    if last in ("on", "upon", "to", "with", "by", "from", "of", "for", "without", "until"):
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


def _is_meant(text: str, span: Span) -> bool:
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
    subject = text[span.start : span.end].lower().split(maxsplit=1)[0]
    if subject in ("that", "which"):
        opened = _OPENS_WITH.match(sentence) or _SPOKEN_BEFORE_THAT.search(sentence)
        return bool(_RELATIVE.search(sentence)) and not opened
    is_thing = subject in ("it", "this") and bool(_ARTIFACT.match(text[span.end : span.end + 80]))
    return is_thing and bool(_BECAUSE.search(sentence))
