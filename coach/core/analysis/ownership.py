"""Counting who does the deciding verbs of an answer (annotation rules, 5)."""

import re

from coach.core.analysis.findings import Ownership
from coach.core.analysis.star_features import ACTION_VERBS
from coach.core.transcript import Transcript

_ADVERBS = (
    r"(?:\s+(?:also|then|just|first|finally|personally|both|immediately|quickly|actually|only|even|simply|later"
    r"|basically|really|"
    r"carefully|quietly|deliberately|eventually|all|jointly|together|still|now|therefore|myself|ourselves|ended\s+up"
    r"|went\s+and|"
    r"sat\s+down\s+and|always|usually|um|uh|like|kind\s+of|sort\s+of)\b,?){0,4}"
)
_PRESENT = (
    r"(?:add|argue|ask|assign|automate|build|buy|call|challenge|change|check|choose|clean|coach|collect|commit"
    r"|compare|coordinate|count|create|cut|debug|decide|"
    r"decline|define|delegate|delete|deploy|design|document|draft|draw|drive|drop|enforce|escalate|estimate|explain"
    r"|fix|freeze|gather|give|group|handle|help|hire|"
    r"implement|insist|introduce|invite|keep|launch|lead|limit|make|map|measure|mentor|merge|migrate|monitor|move"
    r"|negotiate|offer|order|organi[sz]e|own|page|partition|"
    r"pick|plan|prepare|present|prioriti[sz]e|propose|prototype|publish|pull|push|put|raise|rank|rebuild|recommend"
    r"|redesign|reduce|refactor|refuse|reject|remove|replace|replay|"
    r"report|resolve|restore|review|rewrite|roll|run|schedule|scope|send|set|ship|show|simulate|split|start|stop"
    r"|suggest|switch|take|talk|teach|tell|test|trace|trade|train|"
    r"try|tune|turn|update|use|validate|verify|write)"
)
_GERUND = r"(?:\w{3,}ing)"
_SUBJECT = r"\b(?P<subject>i|we)"
_DECIDES = re.compile(
    rf"""{_SUBJECT}(?:
        (?:'ve|'d|\s+have|\s+had)?{_ADVERBS}\s+(?:{ACTION_VERBS}|owned|done|written|taken|given|begun|chosen|drawn
          |driven|rewritten|run|drove|took|said\s+no|said\s+yes|made|could\s+either)\b
      | (?:'m|'re|\s+am|\s+are|\s+was|\s+were){_ADVERBS}\s+(?!going\b|being\b|having\b|getting\b|looking\s+for\b
        |trying\s+to\s+say\b|talking\s+about\b|wondering\b|hoping\b|missing\b|losing\b|seeing\b|thinking\b
        |guessing\b){_GERUND}\b
      | (?:'d|'ll|\s+would|\s+will|\s+can|\s+could|\s+should|\s+must|\s+had\s+to|\s+have\s+to|\s+need\s+to
        |\s+needed\s+to|\s+wanted\s+to|\s+want\s+to|\s+chose\s+to|\s+decided\s+to|\s+managed\s+to|\s+did
        |\s+didn't){_ADVERBS}\s+{_PRESENT}\b
      | {_ADVERBS}\s+{_PRESENT}\b(?!\s+to\s+(?:say|think)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_AND_DECIDES = re.compile(
    rf"(?:,|\s+and|\s+then|,\s+and|,\s+then|\s+but|\s+or)+(?:\s+(?:then|also|so|just|finally))?\s+(?:{ACTION_VERBS})\b",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_OTHER_SUBJECT = re.compile(r"\b(?:i|we|he|she|they|who|which)\b", re.IGNORECASE)
_MAX_CLAUSE_CHARS = 200


def count_ownership(transcript: Transcript) -> Ownership:
    """How often `I` and how often `we` does a verb of deciding or acting; a verb joined by `and` counts again."""
    text = transcript.text.replace("’", "'")
    counts = {"i": 0, "we": 0}
    matches = list(_DECIDES.finditer(text))
    for number, match in enumerate(matches):
        who = match["subject"].lower()
        limit = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        counts[who] += 1 + _joined(text[match.end() : min(limit, match.end() + _MAX_CLAUSE_CHARS)])
    return Ownership(counts["i"], counts["we"])


def _joined(rest: str) -> int:
    """Verbs with the same subject: `I ranked the readers and moved the smallest first`."""
    end = _SENTENCE_END.search(rest)
    clause = rest[: end.start()] if end else rest
    other = _OTHER_SUBJECT.search(clause)
    return sum(1 for m in _AND_DECIDES.finditer(clause) if other is None or m.start() < other.start())
