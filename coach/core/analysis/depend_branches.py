"""Whether an answer branches, leans or sets a default: what turns "it depends" into an answer."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis.depend_axes import is_vague
from coach.core.analysis.depend_phrases import Phrase
from coach.core.spans import Span

_LONGEST = 600
"""Characters read at once: speech without punctuation is one sentence however long."""

_I = r"\b(?:i|we|you)(?:['’]d|['’]ll|\s+would|\s+will|\s+should)\b"
_ASKING = (
    r"(?:want|need|like|ask|look|have|say|rather|check|see|know|evaluate|consider|think|watch|wonder|"
    r"compare|measure|count|"
    r"have|weigh|find|understand|be\s+asking|expect|suggest\s+we\s+look|argue|answer|discuss|talk|"
    r"try\s+to\s+understand|"
    r"investigate|analy[sz]e|assess|gather|clarify|hear|learn|probably\s+need|first|really|also|"
    r"still\s+need|not\s+know|decide|"
    r"involve|try|adapt|benchmark|test|get|sit|talk|involve|work\s+with|be\s+(?:careful|asking|able|happy|"
    r"curious|interested)|"
    r"do\s+(?:a|some|what)|make\s+(?:a|the|sure)|run\s+(?:a|some)|choose\s+(?:accordingly|whatever|"
    r"the\s+(?:right|best))|"
    r"determine|establish|figure|dig|profile|speak|chat|go\s+(?:back|through|and\s+(?:look|see|ask|check|find"
    r"|measure))|come\s+"
    r"back|revisit|be\s+(?:guided|led|driven|guessing|lying|wrong|wary|torn|told|open|honest)|hesitate|struggle|defer|"
    r"choose\s+between|pick\s+between|love|hate|base|tailor|adjust|match|give|tell|explain|describe|come\s+up"
    r"|agree|reserve|"
    r"imagine|let\s+(?:the|that|it|them)|pin|verify|confirm|work\s+(?:out|it\s+out)|avoid\s+(?:saying"
    r"|committing)|balance|"
    r"assess|explore|research|review|study|prototype|experiment|trial|map|list|write\s+down\s+the|gladly|hope|wish|"
    r"reach\s+for\s+(?:whatever|whichever)|"
    r"(?:pick|use|take|choose|go\s+with)\s+(?:one\s+or|whatever|whichever|the\s+(?:right|best|one\s+that)|"
    r"what)|go\s+either)\b"
)
_DECIDES = re.compile(
    rf"{_I}(?:\s+(?:probably|just|still|always|even|simply|rather|usually|also|definitely|happily|then|"
    rf"never|only|certainly))*"
    rf"\s+(?!{_ASKING})(?!(?:might|or)\b)[a-z]+",
    re.IGNORECASE,
)
_PLAIN_VERBS = (
    r"(?:go|use|keep|take|pick|choose|lean|default|prefer|start|stream|batch|build|block|warn|flatten|recommend"
    r"|ship|slip|"
    r"publish|store|partition|split|cluster|compact|leave|walk|stay|switch|rebuild|accept|run|push|pull|move"
    r"|pay|buy|rent|"
    r"write|cut|sample|hash|drop|skip|insist|add|treat|send|let|put|cache|index|normali[sz]e|denormali[sz]e|model|"
    r"materiali[sz]e|merge|append|overwrite|wait|label|reject|sign|page|stop|hold|make|draw|land|replicate"
    r"|shard|encrypt|"
    r"archive|delete|purge|truncate|replay|backfill|retry|queue|buffer|throttle|alert|mute|escalate|roll|refuse"
    r"|fail|join|"
    r"broadcast|sort|bucket|compress|hand|hire|outsource|freeze|lock|copy|clone|snapshot|dump|load|export|stick"
    r"|settle|fall|"
    r"raise|lower|double|halve|spread|isolate|share|merge|log|trace|mask|tokeni[sz]e|invest|quarantine|promote"
    r"|demote|host|"
    r"deploy|poll|subscribe|schedule|trigger|aggregate|precompute|pre-aggregate|recompute|expire|tier|pin|scale"
    r"|don['’]t|"
    r"do\s+(?:it|the|a|an|both|nothing|that|this)|have\s+(?:a|an|the|one|two))"
)
_PRESENT = re.compile(
    rf"\b(?:i|we|you)\s+(?:(?:always|just|usually|then|still|simply|never|only|also)\s+)*{_PLAIN_VERBS}\b",
    re.IGNORECASE,
)
_LEAN = re.compile(
    r"\b(?:my\s+(?:default|pick|choice|recommendation|lean|preference|bias|bet|vote|answer|starting\s+point|"
    r"rule|gut)\s+(?:is|would\s+be)|"
    r"by\s+default|the\s+default\s+(?:is|would\s+be|should)|i\s+(?:lean|default|prefer|tend\s+to|usually|generally)|"
    r"i['’]m\s+(?:leaning|inclined|going\s+with|minded)|(?:when|if)\s+in\s+doubt|in\s+doubt,|failing\s+that|"
    r"absent\s+(?:that|any|a)|rule\s+of\s+thumb|as\s+a\s+rule|nine\s+times\s+(?:out\s+of|in)\s+ten|"
    r"(?:gun|knife)\s+to\s+my\s+\w+|(?:if|were)\s+(?:i|you)\s+(?:had|have|forced?|pushed?|pressed?|made"
    r"|make)\s+(?:to\s+"
    r"(?:pick|choose|bet|guess|say)|me)|my\s+money(?:['’]s|\s+is)\s+on|my\s+(?:instinct|hunch|first\s+(?:guess|move)|"
    r"fallback|starting\s+position|inclination|opening\s+bid)\s+(?:is|would\s+be)|err\s+on\s+the\s+side|"
    r"the\s+safe(?:r|st)?\s+(?:choice|bet|option|default)\s+is|most\s+of\s+the\s+time\s+(?:it['’]s|i|we|that['’]s)|"
    r"(?:usually|typically|normally|mostly)\s+(?:it['’]s|i|we|that\s+means|the\s+\w+\s+wins)|all\s+else\s+equal|"
    r"so\s+(?:it['’]s\s+|that['’]s\s+)?(?:batch|streaming|stream|yes|no|the\s+\w+\s+wins|not)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|got|took|ended|came|saw|told|asked|[a-z]{3,}ed)\b", re.IGNORECASE)
_SUB = re.compile(
    r"(?:^|[,;:—–(]\s*|\b(?:and|but|so|then|or|only|except|say|even)\s+|(?<=\s))"
    r"(?P<sub>if|when|whenever|while|unless|where|once|as\s+long\s+as|provided|until|assuming|in\s+case|"
    r"as\s+soon\s+as|wherever|suppose|say|so\s+long\s+as|provided\s+that|given|given\s+that|the\s+moment|the\s+minute|"
    r"in\s+the\s+event|every\s+time|each\s+time|supposing|granted)"
    r"\s+(?P<cond>[^.!?;]+)",
    re.IGNORECASE,
)
_WH = re.compile(
    r"(?:\b(?:depends?|asks?|ask|know|see|say|wonder|tell|sure|check|care|matters?|on|is|and|or)\s+)$", re.IGNORECASE
)
_EMPTY_IF = re.compile(
    r"^(?:it\s+makes\s+sense|it['’]s\s+(?:needed|necessary|possible|required|worth\s+it)|needed|necessary|"
    r"possible|you\s+(?:ask|want|like|look|catch|will|need)\b|"
    r"i\s+(?:had|have)\s+to|i['’]m\s+honest|that\s+makes\s+sense|required|appropriate|anything|"
    r"i\s+understand|not\b|any)",
    re.IGNORECASE,
)
_PREP = re.compile(
    r"^(?:(?:and|but|so|then|only|whereas)\s+)?(?P<prep>for|with|without|until|till|from|given|in\s+case\s+of"
    r"|against|among|as|"
    r"behind|beneath|near|outside\s+of|around|starting\s+at|down\s+to|at|under|below|above|over|beyond|past|"
    r"up\s+to|within|on|in|"
    r"less\s+than|more\s+than|fewer\s+than|between|anything|anywhere|inside|outside|after|before|"
    r"during)(?:\s+of)?\s+(?P<np>[^.!?;]+)",
    re.IGNORECASE,
)
_NO_CONDITION = re.compile(
    r"^(?:example|instance|me\b|us\b|now\b|sure|most\s+(?:cases|people)|that\s+(?:reason|said)|first|least|"
    r"my\b|our\b|"
    r"(?:the|any)\s+(?:end|moment|long\s+run|same\s+time|other\s+hand|one\s+hand|past|first\s+part|"
    r"second\s+part|last\s+part|time)|"
    r"some\s+point|that\s+(?:time|point|case|role|team|sense)|general|this|these|practice|theory|all\s+cases|fact|"
    r"a\s+(?:sense|way|nutshell|vacuum)|both\s+cases|years|the\s+record|what\s+it|a\s+while|top\s+of|"
    r"average|paper|balance|"
    r"it\b|which|addition|reality|principle|the\s+(?:team|company|business|whole))",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"^(?:(?:and|but|so)\s+)?(?:under|below|above|over|beyond|past|up\s+to|within|less\s+than|more\s+than|"
    r"fewer\s+than|"
    r"anything\s+(?:under|over|above|below|less|more))\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:is|are|does|do|gets?|needs?|wins?|goes|works?|stays?|makes?|fits?|suffices|beats?|pays?|has\s+to|"
    r"should|must|"
    r"would|will|can|['’]s|['’]d)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:otherwise|or\s+else|in\s+that\s+case|in\s+which\s+case|the\s+rest\s+(?:get|gets|go|goes|is|are|"
    r"can|stays?|waits?|runs?)|"
    r"everything\s+else\s+\w+|anything\s+else\s+\w+|the\s+others?\s+(?:get|gets|go|goes|is|are|can|stays?)|"
    r"then\s+(?:i|we|you)['’]d)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    rf"^(?P<cond>[A-Za-z][\w'-]*(?:\s+[\w'-]+){{0,4}}),\s+(?:just\s+|then\s+)?{_PLAIN_VERBS}\b(?!\s+(?:is|was|are))",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"^(?P<cond>[A-Za-z][\w'-]*(?:\s+[\w'-]+){0,4})(?:,|\s*[:→-])\s*(?:then\s+)?(?:batch|stream|streaming|yes|no)\b",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    rf"\bso\s+(?:for\s+[^,.]+?\s+)?(?:(?:i|we)(?:['’]d|['’]ll|\s+would|\s+will)\s+(?!{_ASKING})[a-z]+|(?:i|"
    rf"we)\s+{_PLAIN_VERBS}\b|it['’]s\s+(?:batch|stream|the|fine|a\s+\w+\s+(?:job|load|table|call)\b)|"
    r"(?:a\s+|the\s+)?(?:batch|stream|streaming|modelled|modeled|queue|append-only|daily|hourly|snapshots?)\b"
    r"|(?:the|an?)\s+\w+\s+(?:gets|wins|is|has)\b)",
    re.IGNORECASE,
)
_TWO_SUBJECTS = re.compile(
    r"\b(?P<verb>gets?|needs?|wants?|takes?|goes|uses?|stays?|has|have|keeps?|reads?|runs?|wins?|can|"
    r"tolerates?|lives?)\b"
)
_PRONOUN = re.compile(r"\s*(?:i|we|you|they|it|both)\b", re.IGNORECASE)
_VERDICT = re.compile(
    r"\b(?:is|are)\s+(?:fine|enough|plenty|the\s+(?:right|better|safer|cheaper)\s+(?:call|choice|answer|"
    r"one)|overkill|worth\s+it)\b|\bdoes\s+(?:the\s+job|it)\b",
    re.IGNORECASE,
)


_JOINED = re.compile(r"[.,;]\s*(?:and|or)\s+$")
_SUBJECT_STARTS = re.compile(r",|\b(?:i|we|you)(?:['’]d|\s)", re.IGNORECASE)
_NO_IMPERATIVE = ("so", "well", "first", "then", "okay")
_DECISIONS = (_REST, _CONCLUDES, _VERDICT, _LEAN, _DECIDES, _PRESENT)


_QUANTITY = (
    r"(?:zero|none|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|(?:a|half\s+a|several|two)\s+"
    r"(?:dozen|hundred|thousand|million|handful|couple|few|lot|single)|a|an|few|fewer|many|more|less|some|lots|dozens|"
    r"hundreds|thousands|millions|\d[\d,.]*|under|over|above|below|beyond|past|up\s+to|within|between|with"
    r"|without|for|at|"
    r"from|until|till|after|before|in\s+case\s+of|once|if|when|unless|where|given|should|anything|everything"
    r"|small|smaller|"
    r"large|larger|big|bigger|tiny|huge|high|higher|low|lower|hot|cold|warm|rare|rarely|frequent|seldom|often"
    r"|daily|hourly|"
    r"weekly|monthly|nightly|static|stable|narrow|wide|short|long|old|young|fresh|stale|fast|slow|cheap"
    r"|expensive|public|"
    r"private|internal|external|human|machine|heavy|light|sparse|dense|skewed|late|early|same|different|single|"
    r"multiple|no|only)"
)
_FRAGMENT = re.compile(
    rf"(?:(?:and|but|or|so)\s+)?(?P<cond>{_QUANTITY}\b(?:\s+[\w'’%-]+){{0,8}})\s*(?:,|:|→|-|–|—)\s*(?:then\s+)?"
    r"(?P<outcome>(?!(?:i|we|you|they|he|she|it|there|that|this|and|or|but|so|because|which|who|for|in|on|at|to"
    r"|of|right|"
    r"honestly|actually|maybe|please|thanks|though|too|really|say|not\s+sure|now)\b)[\w'’-]+(?:\s+[\w'’-]+){0,5})",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:[\w'’-]+\s+)*?(?:is|are|was|were|had|has|have|did|went|got|came|took|would|will|could|might|depends|"
    r"depending|or|both|sure|(?!need|speed|feed|shared|embed|sharded|replicated|nested|hashed|partitioned)\w{2,}ed)\b",
    re.IGNORECASE,
)
_CONJUNCTIONS = ("if", "when", "once", "unless", "where", "given", "should")
_PAIR = re.compile(
    r"(?:(?:and|but|or)\s+)?(?P<cond>[\w'’%-]+(?:\s+[\w'’%-]+){0,3}),\s*(?P<outcome>(?!(?:and|or|i|we"
    r"|you)\b)[\w'’-]+(?:\s+[\w'’-]+){0,5})",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\s*(?:(?:and|but|so)\s+)?(?P<cond>(?!(?:i|we|you|that|this|it|which|what|he|she|they|there)\b)[\w'’%-]+"
    r"(?:\s+[\w'’%-]+){0,6}?)\s+(?:means?|implies|imply|calls?\s+for|points?\s+(?:me\s+)?(?:to|at|towards?)|"
    r"pushes\s+(?:me|it|us)|argues?\s+for|favou?rs?|tips\s+(?:me|it|us)|justif(?:y|ies)|warrants?|rules?\s+out"
    r"|deserves?|"
    r"says\s+(?:use|take|go)|sends?\s+(?:me|us)|takes?\s+me|gets?\s+me)\s",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    r"\b(?:for|with|under|over|above|below)\s+(?P<cond>(?:[\w'’-]+\s+){1,4}?)(?:it\s+(?:has|needs|must|should"
    r"|can)|i['’]d|"
    r"i\s+would|\w+\s+is\s+(?:ok|okay|fine|enough|plenty))\b",
    re.IGNORECASE,
)
_WH_QUESTION = re.compile(
    r"\W*(?:(?:so|and|but|well|okay)\s+)*(?:who|what|which|where|when|why|how|whose|(?:can|could|would|will"
    r"|do)\s+you)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"\s*(?:then|in\s+that\s+case)[,\s]+(?!(?:he|she|they|nothing)\b)(?:(?:i|we|you)(?:['’]d|['’]ll"
    rf"|\s+would)\s+(?!{_ASKING})"
    rf"\w+|(?!i\b|we\b|you\b)\w+)",
    re.IGNORECASE,
)
_BARE_ORDER = re.compile(rf"\s*(?:just\s+|always\s+)?{_PLAIN_VERBS}\b(?!\s+(?:is|was|are))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Branches:
    """How an answer decides."""

    condition: str
    """The first concrete condition that has a consequence; empty when there is none."""
    decides: bool
    """Whether it leans, defaults, concludes or says what becomes of the rest; that resolves only a named axis."""


def find_branches(text: str, cut: Sequence[Span], phrases: Sequence[Phrase]) -> Branches:
    """Looks for "if X then", "for X, Y", "over two percent", "X gets this, Y gets that", "I'd lean", "otherwise"."""
    condition, decides = "", False
    starts = [p.span.start for p in phrases]
    asked = ""
    for span in cut:
        inside = phrases[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if any(p.holds_choice for p in inside):
            continue
        if text[span.start : span.end].rstrip("\"'”’)").endswith("?"):
            asked = text[span.start : span.end] if not inside else ""
            continue
        if asked and not condition:
            condition = _asked_branch(asked, text[span.start : span.end][:_LONGEST])
        asked = ""
        said = _without_hedges(text, span, inside)
        for start in range(0, len(said), _LONGEST):
            window = said[start : start + _LONGEST]
            decides = decides or any(p.search(window) for p in _DECISIONS)
            condition = condition or _condition_in(window) or _fragments(window) or _parallel(window)
    return Branches(condition, decides)


def _without_hedges(text: str, span: Span, inside: Sequence[Phrase]) -> str:
    """The sentence with a break and as many tildes in place of each hedge."""
    pieces: list[str] = []
    at = span.start
    for phrase in inside:
        pieces += [text[at : phrase.span.start], ",", "~" * (phrase.span.end - phrase.span.start - 1)]
        at = phrase.span.end
    return "".join([*pieces, text[at : span.end]])


def _condition_in(sentence: str) -> str:
    """The first concrete condition of a sentence that has a consequence in it; empty when there is none."""
    for m in _SUB.finditer(sentence):
        head = _branch_head(sentence, m)
        if head:
            return head
    return _prepositional(sentence) or _imperative(sentence)


def _branch_head(sentence: str, m: re.Match[str]) -> str:
    """The condition after `if`, `when`, `unless`, where the sentence goes on to say what then."""
    sub, cond = m.group("sub").lower(), m.group("cond")
    before = sentence[: m.start("sub")]
    asks = sub in ("if", "when", "where") and _WH.search(before) and not before.rstrip().endswith(",")
    if ("~" in before[-3:] or asks) and not _JOINED.search(before):
        return ""
    head = re.split(r",|\bthen\b", cond, maxsplit=1)[0]
    negated = head.lower().startswith("not")
    empty = sub != "unless" and _EMPTY_IF.match(head) and not (sub == "if" and negated)
    if empty or (is_vague(head) and not negated):
        return ""
    rest = cond[len(head) :]
    outcome = f"{before} , {rest}" if rest else f"{before} {cond}"
    decides = bool(_DECIDES.search(outcome) or _PRESENT.search(outcome))
    says_what = bool(rest or "~" not in before) and bool(_ACTS.search(outcome.replace(head, "", 1)))
    if not decides and not says_what:
        return ""
    past = bool(_PAST.search(sentence)) and not _DECIDES.search(sentence)
    tolerated = sub == "unless" or (sub == "if" and (_PRESENT.search(sentence) or _ACTS.search(outcome)))
    return "" if past and not tolerated else head.strip()


def _prepositional(sentence: str) -> str:
    """The condition of "for the invoice I'd rebuild", "below a hundred tables a page does the job"."""
    m = _PREP.match(sentence)
    if m is None or _NO_CONDITION.match(m.group("np")):
        return ""
    said = m.group("np")
    decides = bool(_DECIDES.search(said) or _PRESENT.search(said))
    acts = decides or bool(_VERDICT.search(said)) or bool(_COMPARES.match(sentence) and _ACTS.search(said))
    head = _SUBJECT_STARTS.split(said, maxsplit=1)[0].strip()
    if not acts or not head or is_vague(head) or (_PAST.search(said) and not decides):
        return ""
    return head


def _imperative(sentence: str) -> str:
    """The condition of "ad hoc, let it scan" and "machine, stream"."""
    for pattern in (_IMPERATIVE, _ELLIPTIC):
        m = pattern.match(sentence)
        if m and not is_vague(m.group("cond")) and m.group("cond").lower() not in _NO_IMPERATIVE:
            return m.group("cond")
    return ""


def _fragments(sentence: str) -> str:
    """The condition of a verbless branch: `with that few corrections, copy-on-write`, `a dozen readers: a topic`."""
    said = sentence[sentence.rfind("~") + 1 :] if "~" in sentence else sentence
    for piece in re.split(r"[;.!?]\s*|\s+(?:while|whereas)\s+", said):
        m = _FRAGMENT.fullmatch(piece.strip())
        if m is None or is_vague(m.group("cond")) or _PAST.search(m.group("cond")):
            continue
        opening, _, governed = m.group("cond").partition(" ")
        framed = opening.lower() in _CONJUNCTIONS
        if (not framed and _NO_CONDITION.match(governed)) or _ASIDE.match(m.group("outcome")):
            continue
        return m.group("cond").strip()
    pairs = [m for m in map(_PAIR.fullmatch, re.split(r"\s*[;:]\s*(?:and\s+)?", said.rstrip(" .!"))) if m]
    if len(pairs) > 1 and not any(_ASIDE.match(m.group("outcome")) for m in pairs):
        return next((m.group("cond") for m in pairs if not is_vague(m.group("cond"))), "")
    m = _MEANS.match(said) or (None if "," in said else _SPOKEN_FOR.search(said))
    return m.group("cond").strip() if m and not is_vague(m.group("cond")) and not _PAST.search(m.group("cond")) else ""


def _asked_branch(question: str, answer: str) -> str:
    """The condition put as a question and followed by what to do then: `More than ten readers? Then a topic.`."""
    if is_vague(question) or _WH_QUESTION.match(question):
        return ""
    consequence = _THEN.match(answer) or _BARE_ORDER.match(answer) or _DECIDES.match(answer) or _PRESENT.match(answer)
    return question.rstrip(" ?") if consequence else ""


def _parallel(sentence: str) -> str:
    """Two subjects with the same present verb: "finance gets this, sales gets that"."""
    if "~" in sentence:
        sentence = sentence[sentence.rfind("~") + 1 :]
    clauses = [c for c in re.split(r"[;,]\s*(?:and\s+|but\s+)?|\s+(?:and|but|while)\s+", sentence) if c.strip()]
    seen: dict[str, str] = {}
    for clause in clauses:
        m = _TWO_SUBJECTS.search(clause)
        if m is None or not clause[: m.start()].strip() or _PRONOUN.match(clause):
            continue
        verb = m.group("verb").rstrip("s")
        subject = clause[: m.start()].strip()
        if verb in seen and not is_vague(seen[verb]) and seen[verb].lower() != subject.lower():
            return seen[verb]
        seen.setdefault(verb, subject)
    return ""
