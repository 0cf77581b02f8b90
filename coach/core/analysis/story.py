"""What a story shows besides its parts: how long each took, where somebody chose, who else was there."""

import re
from collections.abc import Iterator, Sequence

from coach.core.analysis.findings import StarPart, StarSeconds, StarSegment, Story, Tool
from coach.core.analysis.units import units
from coach.core.spans import Span, TimeSpan
from coach.core.stance import straight
from coach.core.transcript import Transcript

_OPTIONS = re.compile(
    r"\b(?:(?:two|both|three|the) (?:\w+ )?(?:options?|choices|ways|paths|possibilities|alternatives)"
    r"|either\b.{3,120}?\bor\b|"
    r"could(?: have|'ve)?\b.{3,120}?\bor\b|whether to\b.{3,120}?\bor\b|instead of|rather than|the alternative (?:was"
    r"|would)|"
    r"the other (?:option|way|choice|road)|between \w.{2,80}? and\b|one (?:option|way) was|on (?:the )?one hand|"
    r"torn between|the (?:easy|safe|obvious|quick) (?:thing|way|option|fix|move|choice) (?:was|would)|"
    r"the choice was|it was .{3,80}? or\b)",
    re.IGNORECASE,
)
"""Two ways that were open."""
_CHOICE = re.compile(
    r"\bi (?:then |finally |still |deliberately |also )*(?:chose|decided|picked|opted|went (?:with|for|ahead)|took the|"
    r"settled (?:on|for)|made the call|made that call|called it|committed to|kept|stopped|held|preferred|rolled"
    r"|refused|"
    r"turned (?:it|that|him|her|them) down|said no)\b|\bmy (?:call|choice|decision|pick) was\b|\bso i (?!had|was|could|"
    r"thought|asked|said|would|knew|felt|wanted|guess|think)\w+(?:ed|ook|ent|ept|ade|ote|old|an)\b",
    re.IGNORECASE,
)
"""The speaker takes one of them."""
_TAKEN = re.compile(
    r"(?:so |then |in the end,? )*(?:i|we) (?!had|was|were|could|thought|asked|knew|felt|wanted|guess|would"
    r"|didn't know)"
    r"\w+\b[^.?!]{0,60}?,? (?:because|since|so that|for the)\b",
    re.IGNORECASE,
)
"""Right behind the options, any deed with its reason is the choice: `I paged, because ...`."""
_ROLES = (
    r"managers?|directors?|vps?|bosses|boss|leads?|team leads?|tech leads?|product managers?|pms?|colleagues?"
    r"|teammates?|"
    r"co-?workers?|analysts?|engineers?|developers?|designers?|scientists?|architects?|stakeholders?|customers?"
    r"|clients?|"
    r"advertisers?|vendors?|partners?|executives?|founders?|ceo|cto|cfo|interns?|juniors?|seniors?|mentors?"
    r"|recruiters?|"
    r"lawyers?|accountants?|owners?|reviewers?|peers?|counterparts?|dba|sre|on-?call|contractors?|consultants?"
)
_OTHERS = re.compile(
    rf"\b(?<!\bas )(?:my|our|the|their|his|her|an?|another|one|two|three|four|five|other"
    rf"|both)(?: (?!to\b|and\b|of\b)[a-z'-]+){{0,2}}? (?:{_ROLES})\b"
    r"|\b(?:the|their|another|our|a) (?:[\w-]+ ){0,2}?(?:team|teams|squad|department|group)(?!'s? work| was (?:six"
    r"|five|four))\b"
    r"|\b(?:finance|sales|legal|marketing|security|procurement|product|operations|support)(?='s\b| (?:team|people"
    r"|folks|asked|"
    r"said|wanted|refused|signed|needed|told|called|had|was|were|agreed|pushed|saw|lost|complained))",
    re.IGNORECASE,
)
"""Somebody by role, or a team."""
_NAMES = re.compile(
    r"(?:\b(?:with|told|asked|called|convinced|helped|met|paired|and|thanked|pinged|joined by"
    r"|named)\s+(?P<after>[A-Z][a-z]{2,})\b)"
    r"|(?:(?<=[a-z,] )(?P<before>[A-Z][a-z]{2,})(?= (?:said|asked|wanted|wrote|told|agreed|refused|thought|felt|who|"
    r"was|had|and I)\b|'s (?:team|idea|job|point|view)\b))"
)
"""Somebody by name; a product stands there too and is left out by the lexicon."""
_NO_NAME = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Christmas Easter Slack Zoom Jira English German The Then".split()
)
_OWN_TEAM = re.compile(r"(?:my|our) (?:\w+ )?(?:team|group|squad)$", re.IGNORECASE)


def read_story(transcript: Transcript, star: Sequence[StarSegment], tools: Sequence[Tool]) -> Story:
    """How long the parts of `star` took, the moments of judgment and the others; `tools` are no names of people."""
    text = straight(transcript.text)
    return Story(
        seconds=star_seconds(transcript, star),
        judgment=tuple(transcript.evidence(s) for s in _judgments(text)),
        others=tuple(transcript.evidence(s) for s in _others(text, tools)),
    )


def star_seconds(transcript: Transcript, star: Sequence[StarSegment]) -> StarSeconds | None:
    """How long each part was spoken: the speech of the audio between the first and the last word of its sentences.

    None when there is no audio.
    """
    if transcript.speech is None:
        return None
    spent = dict.fromkeys(StarPart, 0.0)
    for segment in star:
        where = segment.where
        if where.start_s is not None and where.end_s is not None:
            spent[segment.part] += _voiced_s(TimeSpan(where.start_s, where.end_s), transcript.speech)
    return StarSeconds(
        situation_s=spent[StarPart.SITUATION],
        task_s=spent[StarPart.TASK],
        action_s=spent[StarPart.ACTION],
        result_s=spent[StarPart.RESULT],
        insight_s=spent[StarPart.INSIGHT],
    )


def _voiced_s(time: TimeSpan, speech: Sequence[TimeSpan]) -> float:
    return sum(max(0.0, min(time.end_s, s.end_s) - max(time.start_s, s.start_s)) for s in speech)


def _judgments(text: str) -> Iterator[Span]:
    """Sentences that name the options and the choice, alone or with the one that follows."""
    pieces = units(text)
    taken = -1
    for index, piece in enumerate(pieces):
        if index <= taken or not _OPTIONS.search(text, piece.start, piece.end):
            continue
        if _CHOICE.search(text, piece.start, piece.end):
            yield piece
        elif index + 1 < len(pieces) and _settles(text, pieces[index + 1]):
            taken = index + 1
            yield Span(piece.start, pieces[index + 1].end)


def _settles(text: str, piece: Span) -> bool:
    return bool(_CHOICE.search(text, piece.start, piece.end) or _TAKEN.match(text, piece.start, piece.end))


def _others(text: str, tools: Sequence[Tool]) -> Iterator[Span]:
    """Each role, team or name once, in order."""
    products = {t.where.start for t in tools}
    found = [Span(*m.span()) for m in _OTHERS.finditer(text) if not _OWN_TEAM.match(m.group())]
    for match in _NAMES.finditer(text):
        group = "after" if match["after"] else "before"
        if match.start(group) not in products and match[group] not in _NO_NAME:
            found.append(Span(*match.span(group)))
    said: set[str] = set()
    for span in sorted(found, key=lambda s: s.start):
        who = text[span.start : span.end].lower().split()[-1]
        if who not in said:
            said.add(who)
            yield span
