"""Whether something attaches to a named tool: a reason, number, trade-off, consequence or alternative."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from coach.core.analysis.findings import Number
from coach.core.spans import Span

_EMPTY = re.compile(
    r"\b(?:because|since|as|and|so)\s+(?:of\s+course\s+)?(?:that['’]s\s+what\s+(?:we|they|everyone|everybody)\s+\w+"
    r"|(?:everyone|everybody|people|they\s+all|most\s+\w+|all\s+\w+|"
    r"the\s+whole\s+\w+)\s+(?:else\s+)?(?:uses?|does|do|knows?|likes?|loves?|has|have|runs?)(?:\s+it)?"
    r"|it(?:['’]s|\s+is|\s+was)\s+(?:a\s+|an\s+|the\s+|just\s+|really\s+|very\s+|so\s+|pretty\s+|"
    r"kind\s+of\s+|all\s+)*"
    r"(?:popular|standard|industry\s+standard|best(?:\s+\w+)?|good|great|modern|cool|nice|powerful|robust|"
    r"scalable|state\s+of\s+the\s+art|"
    r"there|common|well\s+known|famous|best\s+practice|the\s+way|what\s+we\s+\w+|amazing|awesome|reliable|"
    r"de\s+facto\s+\w+|cloud\s+native|leading\s+\w+)"
    r"|it\s+(?:just\s+|really\s+)?(?:scales|works|rocks)(?:\s+(?:well|great|fine|really\s+well|nicely))?"
    r"|(?:we|i|they)\s+(?:all\s+|really\s+|just\s+)?(?:like|liked|love|loved|prefer|know|knew)\s+(?:it|them))"
    r"(?=\s*(?:[,.;!?]|$|and\b))",
    re.IGNORECASE,
)
_NOT_A_CONDITION = re.compile(
    r"\bif\s+(?:i\s+(?:read|remember|recall|heard|understood|understand|got|am|saw|may|can|had\s+to)|"
    r"you\s+(?:like|want|will|ask|know|look)|"
    r"anything|at\s+all|any\b|memory\s+serves|i['’]m)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|so\s+that|in\s+order\s+to|due\s+to|thanks\s+to|given\s+that|which\s+is\s+why|"
    r"that['’]s\s+why|that\s+is\s+why|"
    r"the\s+reason|which\s+(?:means|meant)|that\s+(?:means|meant)|meaning|means|meant|instead\s+of|"
    r"rather\s+than|compared|versus|vs|unlike|"
    r"until|unless|otherwise|although|though|whereas|even\s+though|except|without|despite|in\s+exchange|"
    r"trade-?offs?|at\s+the\s+cost|"
    r"to\s+(?:avoid|get\s+rid|save|prevent|stop|keep|reduce|cut|survive|guarantee|escape|make\s+sure)|"
    r"not\s+just|only|but)\b"
    r"|,\s*so\b|\bso\s+(?:we|i|it|nobody|nothing|the|a|an|no|any|each|every|they|you|there)\b"
    r"|\bsince\b(?!\s+(?:[0-9]|then|last|the\s+(?:start|beginning)|day|we\s+started|january|february|march|"
    r"april|june|july|august|september))"
    r"|,\s*as\s+(?:it|it['’]s|we|i|there|there['’]s|the|nobody|they|our|a|no|most|that)\b|\bas\s+\w+ing\b|"
    r"\bas\s+(?:there|nobody|nothing)\b"
    r"|,\s*where\b|\bif\b|\bthan\b|\bbetter\b|\bworse\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:blocks?|blocked|blocking|stop(?:s|ped)|breaks?|broke|broken|fail(?:s|ed|ure|ures)?|crash(?:es|"
    r"ed)?|lost|loses?|losing|hid|hides|cost|costs|"
    r"costing|bills?|billed|sav(?:es|ed)|prevents?|prevented|catch(?:es)?|caught|avoids?|avoided|forces?|"
    r"forced|kills?|killed|wakes?|woke|"
    r"bottlenecks?|outages?|hurts?|pain|painful|slow|slower|slowed|fast|faster|cheap|cheaper|expensive|"
    r"lagged|stuck|timed\s+out|"
    r"timeouts?|leak(?:s|ed)?|limits?|limited|overhead|struggled?|struggles|choked?|chokes|fell\s+over|"
    r"falls\s+over|went\s+down|goes\s+down|fell\s+behind|overspent|wrong|"
    r"can['’]t|cannot|couldn['’]t|doesn['’]t|didn['’]t|won['’]t|wouldn['’]t|don['’]t|isn['’]t|wasn['’]t|"
    r"never|nobody|nothing|no|not|none|"
    r"lets?|allows?|allowed|gives?|gave|guarantees?|guaranteed|enough|plenty|too|replays?|rerun|doubled|"
    r"tripled|halved|quickly|painless|"
    r"ran\s+out|runs\s+out|needed|saturated|throttled|duplicates?|duplicated|corrupted?)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:because(?:\s+of)?|instead\s+of|rather\s+than|unlike|without|compared\s+(?:to|with)|unless|since|"
    r"given\s+that|to\s+(?:avoid|save|prevent|reduce|cut)|"
    r"hurts?|problem|issue|bottleneck|trouble|pain|downside|price|outage|limit|cost\s+of|bill\s+(?:of|for)|"
    r"struggled?|fought|outgrew|"
    r"too\s+(?:slow|expensive|much|heavy|small))\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:chose|choose|chosen|picked?|went\s+with|go\s+with|going\s+with|prefer(?:red)?|selected?|"
    r"settled\s+on|decided\s+(?:on|for)|opted\s+for|"
    r"take|took|use|used|voted|favou?red|pushed\s+for|argued\s+for)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"^\s*(?:over|instead\s+of|rather\s+than|and\s+not|,?\s*not|as\s+opposed\s+to|"
    r"in\s+place\s+of)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SWAP = re.compile(
    r"\b(?:i|we|they|team|and|to|had)\s+(?:\w+\s+){0,2}(?:replaced?|swapped|moved|migrated|switched|ported|"
    r"changed|left|ditched|dropped|rewrote|rewritten)\b[^.]*$",
    re.IGNORECASE,
)
_SWAP_JOIN = re.compile(
    r"^\s*(?:with|by|for|to|in\s+favou?r\s+of|and\s+(?:moved|went|switched)\s+to)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_COORDINATED = re.compile(
    r"^\s*(?:,|/|\+|and|or|,\s*(?:and|or|then)|plus|&|as\s+well\s+as|,\s*plus)\s*(?:a\s+|an\s+|the\s+|then\s+)?$",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(r"(?:it|its|it['’]s|that|that['’]s|they|they['’]re)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:there|its)\b(?!['’]s|\s+(?:is|are|was|were)\b)", re.IGNORECASE)
_REFUSED = re.compile(
    r"^(?:(?:(?:i|we)(?:['’]d|\s+would)\s+(?:just\s+)?)?(?:no|not|without|skip|drop|forget|avoid|"
    r"leave\s+out)|we\s+don['’]t\s+need|i\s+(?:wouldn['’]t|would\s+not)\s+(?:\w+\s+){0,2})\s*$",
    re.IGNORECASE,
)
_LEADS_BACK = re.compile(
    r"^(?:because|so|otherwise|that['’]s\s+why|but|the\s+reason|the\s+price|the\s+trade-?off|the\s+downside|"
    r"the\s+upside|which)\b",
    re.IGNORECASE,
)
_OPERATIONAL = re.compile(
    r"\b(?:retry|retries|jobs?|quer(?:y|ies)|clusters?|partitions?|topics?|scheduler|latency|lag|costs?|"
    r"bills?|reads?|writes?|scans?|brokers?|"
    r"nodes?|consumers?|producers?|connectors?|retention|replays?|compaction|shards?|index|indices|"
    r"licen[cs]e|upgrade|upgrades|storage|loads?|"
    r"runs?|tasks?|dags?|models?\s+take|refresh|warehouse|executors?|shuffle|throughput|"
    r"dashboards?\s+(?:took|load))\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"\b(?:i['’]ve\s+(?:worked|used|done|been)|i\s+have\s+(?:worked|used|\w+\s+years)|years\s+(?:of|with|"
    r"in)|experience|certified|familiar|i\s+know(?!\s+that)|"
    r"day\s+to\s+day|background|worked\s+with|my\s+(?:task|part|job|role)\s+(?:was|is)|i['’]m\s+only|"
    r"i\s+can\s+go\s+into|if\s+you\s+want)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(r":\s+\w+\s+\w+\s+\w+")
_DIRECTLY = re.compile(r"\b(?:instead\s+of|rather\s+than|unlike|otherwise)\s*$", re.IGNORECASE)
_CARGO = re.compile(r"\b(?:data|events?|rows|files|records|messages)\b", re.IGNORECASE)
_BECAUSE = re.compile(r"because\b", re.IGNORECASE)
_HANDFUL = 3
"""A count up to this measures nothing: "between the two services"."""
_REACH = 400
"""Characters around a mention that can speak about it: longer than any clause that is still about the tool."""
_PERSON_UNITS = frozenset(["people", "years"])


def justified_mentions(
    text: str, cut: Sequence[Span], mentions: Sequence[Span], names: Sequence[str], numbers: Sequence[Number]
) -> frozenset[Span]:
    """The mentions that something attaches to, in their clause or in the sentence that follows."""
    if not mentions:
        return frozenset()
    held: list[list[int]] = [[] for _ in cut]
    at = 0
    for n, mention in enumerate(mentions):
        while at + 1 < len(cut) and mention.start >= cut[at].end:
            at += 1
        held[at].append(n)
    figures = _figures_by_sentence(cut, numbers)
    good: set[int] = set()
    for s, inside in enumerate(held):
        if inside and not text[cut[s].start : cut[s].end].endswith("?"):
            good |= _in_clause(text, cut[s], [(n, mentions[n]) for n in inside], figures[s])
    for s, inside in enumerate(held):
        bare = [n for n in inside if n not in good]
        if not bare or s + 1 >= len(cut) or text[cut[s].start : cut[s].end].endswith("?"):
            continue
        again = {names[n] for n in held[s + 1] if n in good}
        good |= {n for n in bare if names[n] in again}
        refused = bool(_REFUSED.match(text[cut[s].start : mentions[inside[0]].start]))
        following = text[cut[s + 1].start : cut[s + 1].end]
        if _follows(following, figures[s + 1], refused, len(inside), bool(held[s + 1])):
            good |= {n for n in bare if len({names[i] for i in inside}) <= 2 or n == inside[-1]}
    return frozenset(mentions[n] for n in good)


def _figures_by_sentence(cut: Sequence[Span], numbers: Sequence[Number]) -> list[list[Number]]:
    figures: list[list[Number]] = [[] for _ in cut]
    at = 0
    for number in numbers:
        if number.unit == "count" and number.value <= _HANDFUL:
            continue
        while at + 1 < len(cut) and number.where.start >= cut[at].end:
            at += 1
        if cut:
            figures[at].append(number)
    return figures


def _in_clause(text: str, sentence: Span, inside: list[tuple[int, Span]], figures: Sequence[Number]) -> set[int]:
    """The mentions of a sentence that something in the same sentence attaches to.

    Mentions in a row ("Kafka, Flink and Iceberg") share what follows the last of them; every other mention has the
    words up to the next one, and the first also those before it.
    """
    good: set[int] = set()
    groups: list[list[tuple[int, Span]]] = [[inside[0]]]
    for previous, current in pairwise(inside):
        between = text[previous[1].end : current[1].start]
        if _COORDINATED.match(between):
            groups[-1].append(current)
            continue
        groups.append([current])
        head = text[max(sentence.start, previous[1].start - _REACH) : previous[1].start]
        chosen = _OVER.match(between) and (_CHOICE.search(head) or not between.strip().lower().startswith("over"))
        swapped = _SWAP_JOIN.match(between) and _SWAP.search(head) and not _CARGO.search(head)
        if chosen or swapped:
            good |= {previous[0], current[0]}
    personal = bool(_EXPERIENCE.search(text, sentence.start, sentence.end))
    starts = [f.where.start for f in figures]
    for n, group in enumerate(groups):
        first, last = group[0][1], group[-1][1]
        stop = min(groups[n + 1][0][1].start if n + 1 < len(groups) else sentence.end, last.end + _REACH)
        begin = sentence.start if n == 0 else groups[n - 1][-1][1].end
        head, tail = text[max(begin, first.start - _REACH) : first.start], text[last.end : stop]
        behind = not personal and bisect_left(starts, last.end) < bisect_left(starts, stop)
        ahead = (
            len(groups) == 1
            and not personal
            and any(f.unit not in _PERSON_UNITS for f in figures[: bisect_left(starts, first.start)])
        )
        leads = n == 0 and (ahead or bool(_BEFORE.search(_NOT_A_CONDITION.sub(" ", head))))
        if behind or leads or _DIRECTLY.search(head) or (not personal and _has_cue(tail)):
            good |= {index for index, _ in group}
    return good


def _has_cue(said: str) -> bool:
    """Whether a reason, trade-off or consequence stands there; an empty reason ("everyone uses it") is none."""
    clean = _NOT_A_CONDITION.sub(" ", _EMPTY.sub(" ", said))
    return any(cue.search(clean) for cue in (_REASON, _CONSEQUENCE, _EXPLAINS))


def _follows(said: str, figures: Sequence[Number], refused: bool, mentions: int, names_tools: bool) -> bool:
    """Whether a sentence speaks about the tool of the sentence before it and gives a reason, figure or consequence."""
    if said.endswith("?"):
        return False
    clean = _EMPTY.sub(" ", said)
    measured = any(f.unit not in _PERSON_UNITS for f in figures)
    points_back = _OPENS_BACK.match(clean) or _POINTS_BACK.search(clean)
    if names_tools and not points_back:
        return False
    leading = _LEADS_BACK.match(clean)
    if leading and not _BECAUSE.match(clean):
        clean = clean[leading.end() :]
    if points_back or leading:
        return bool(measured or _has_cue(clean))
    if refused:
        return bool(measured or _has_cue(clean))
    return mentions == 1 and bool(_OPERATIONAL.search(clean)) and (measured or bool(_REASON.search(clean)))
