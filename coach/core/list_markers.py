"""The markers of a spoken list: ordinals, numbered stages, a count announced, then what follows and what closes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.enumeration import signposts
from coach.core.spans import Span
from coach.core.stance import straight

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_CARDINALS = "zero one two three four five six seven eight nine ten".split()
_NOUNS = (
    r"(?:steps?|stages?|layers?|pitfalls?|points?|reasons?|things?|parts?|phases?|questions?|traps?|problems?|tiers?|"
    r"patterns?|rules?|cases?|checks?|axes|axis|options?|levels?|causes?|risks?|loops?|hops?|failures?|modes?"
    r"|fix(?:es)?|"
    r"mistakes?|costs?|caveats?|ways?|places?|pieces?|components?|fields?|numbers?|figures?|windows?|metrics?|kinds?|"
    r"types?|tests?|guards?|issues?|signals?|ideas?|principles?|properties|property|assumptions?|consumers?|readers?|"
    r"cadences?|rhythms?|tables?|columns?|criteria|criterion|dimensions?|corners?|players?|actors?|dangers?|bits?"
    r"|ones?|"
    r"states?|facts?|surfaces?|anti-?patterns?|moves?|questions?|failure modes?)"
)
_COUNTED = (
    r"(?:step|stage|layer|pitfall|point|reason|thing|part|phase|question|trap|problem|tier|pattern|rule|case|check"
    r"|axis|"
    r"option|level|cause|risk|loop|hop|failure|fix|mistake|number|caveat|guard|issue|idea|principle|move|danger)"
)
"""Nouns that a number may follow to count them; `type 2` and `table five` are names."""
_AFTER = (
    r"(?=\s*[,:–—]|\.(?:\s|$)|['’]s\b|\s+(?:is|are|it|it's|the|we|i|i'd|i'll|i'm|because|comes?|there|there's|you|they|"
    r"a|an|in|any|if|when|what|that|would|will|has|every|each|all|no|never|to|for|at|on|and|"
    r"how|why|who|which|where|whether)\b)"
)
_START = r"(?:^|(?<=[.!?;:\n])\s*|(?<=[.!?;:]\s))"
_CLAUSE = r"(?:^|(?<=[.!?;:,–—-])\s+|\b(?:and|then|so|but|because|well|um|uh|okay|with|has|have|are|is)\s+)"
_NOT_COUNTED = (
    r"(?!\s+(?:party|parties|price|click|touch|time|half|class|hand|nature|guess|day|week|month|quarter|hour|minute"
    r"|year|"
    r"round|opens?|purchase|person|name|thing in the morning|of all the)\b)(?![-\w])"
)
_ORDINAL = "|".join(f"{word}(?:ly)?" for word in _ORDINALS)
_CARDINAL = "|".join(_CARDINALS)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ordinal",
        re.compile(rf"{_START}(?P<mark>(?P<rank>{_ORDINAL})(?: of all| off| up)?){_NOT_COUNTED}", re.IGNORECASE),
    ),
    (
        "ordinal",
        re.compile(rf"{_CLAUSE}(?P<mark>(?:the |my |our )?(?P<rank>{_ORDINAL})){_NOT_COUNTED}{_AFTER}", re.IGNORECASE),
    ),
    (
        "ordinal",
        re.compile(
            rf"\b(?P<mark>(?:the|my|our|a|and) (?P<rank>{_ORDINAL})(?! time| day) (?:\w+ )?{_NOUNS}){_AFTER}",
            re.IGNORECASE,
        ),
    ),
    (
        "numbered",
        re.compile(
            rf"\b(?P<mark>{_COUNTED} (?P<rank>{_CARDINAL}|10|\d))\b(?!\s*[.,:]?\d|%"
            rf"| or\b)",
            re.IGNORECASE,
        ),
    ),
    ("counted", re.compile(rf"{_CLAUSE}(?P<mark>(?P<rank>{_CARDINAL})){_AFTER}(?! \d)", re.IGNORECASE)),
    ("counted", re.compile(rf"{_START}(?P<mark>(?P<rank>10|[1-9]))(?=[,:.)]\s)")),
)
_BEGIN = re.compile(
    rf"{_START}(?P<mark>(?:to (?:start|begin)(?: with)?|for (?:a start|starters)))(?=\s*,|\s+(?:i|we|the)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"(?:{_START}|(?<=[,;–—])\s+)(?:and |so )?(?P<mark>then|next|after that)(?=\s*,|\s+(?!week|month|day|time|year"
    rf"|to\b"
    r"|quarter|door|hour|morning)\w)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"(?:{_START}|(?<=[,;–—])\s+)(?:and |but )?"
    rf"(?P<mark>(?:finally|lastly|last but not least)\b|(?:the )?last(?= one\b|,|:| is\b| comes\b| {_NOUNS}\b))",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    rf"\b(?P<mark>(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) (?:[a-z-]+ ){{0,2}}?(?!ones?\b){_NOUNS})"
    r"(?=\s*[:,.;–—]|\s+(?:matter|bite|decide|come|stand|kill|here|to|that|i|in|on|for|with|and)\b|\s*$)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|whenever|once|unless|since|until)\b", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?\n]")
_REACH = 900
"""Characters a `then` or `next` may stand from the marker before it: about a minute of speech."""
_MIXES = {
    "ordinal": ({"ordinal"}, {"ordinal", "numbered"}),
    "numbered": ({"numbered"}, {"ordinal", "numbered"}, {"counted", "numbered"}),
    "counted": ({"counted"}, {"counted", "numbered"}),
    "begin": ({"begin", "ordinal", "numbered"},),
}
"""The forms in which a list that starts in one form may go on; a bare `five` in a list of ordinals is a figure."""
_SOFT = -1
"""The rank of a `then`: whichever comes next."""
_MISSED = 2
"""A rank may be this far above the one before it: an engine drops a `second` now and then."""


@dataclass(frozen=True, slots=True)
class _Marker:
    span: Span
    form: str
    rank: int


def list_markers(text: str) -> tuple[Span, ...]:
    """The markers of the longest signposted list of an answer, in order; empty when nothing is counted.

    `first`, `stage two`, `the seventh pitfall`, `number three` and `one, ... two, ...` count when they count up;
    `then`, `next` and `finally` count behind such a start; one announcement (`three pitfalls`) counts once.
    """
    text = straight(text)
    ranked, following, closing = _ranked(text), _following(text), _spans(_CLOSES, text)
    announced = _spans(_ANNOUNCED, text)
    best: tuple[Span, ...] = signposts(text)
    for index, start in enumerate(ranked):
        head = next((a for a in announced if a.end <= start.span.start), None)
        if start.rank > (1 if head is None else 2):
            continue
        for forms in _MIXES[start.form]:
            series = _series([m for m in ranked[index:] if m.form in forms], following, closing)
            best = max(best, series, key=len)
    if len(best) < 2:
        best = ()
    around = [a for a in announced if not any(a.overlaps(s) for s in best)]
    if around and (not best or around[0].start < best[-1].start):
        return tuple(sorted((around[0], *best), key=lambda s: s.start))
    return best


def _ranked(text: str) -> list[_Marker]:
    found: list[_Marker] = [_Marker(s, "begin", 1) for s in _spans(_BEGIN, text)]
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            span = Span(*match.span("mark"))
            if not any(span.overlaps(each.span) for each in found):
                found.append(_Marker(span, form, _rank(match["rank"].lower())))
    return sorted(found, key=lambda m: m.span.start)


def _rank(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _CARDINALS.index(word) if word in _CARDINALS else _ORDINALS.index(word.removesuffix("ly")) + 1


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span("mark")) for match in pattern.finditer(text)]


def _following(text: str) -> list[Span]:
    """Every `then` and `next` that goes on with a list, not with a condition of its own sentence."""
    kept: list[Span] = []
    for span in _spans(_GOES_ON, text):
        breaks = [m.end() for m in _SENTENCE_BREAK.finditer(text, max(0, span.start - 400), span.start)]
        if not _CONDITION.search(text, breaks[-1] if breaks else max(0, span.start - 400), span.start):
            kept.append(span)
    return kept


def _series(ranked: Sequence[_Marker], following: Sequence[Span], closing: Sequence[Span]) -> tuple[Span, ...]:
    """The list that begins with the first marker: each next rank, a `then` in between, one closing word."""
    first = ranked[0]
    spans, said, reached = [first.span], first.rank, first.rank
    events = sorted(
        [*((m.span, m.rank) for m in ranked[1:]), *((s, _SOFT) for s in following)], key=lambda e: e[0].start
    )
    for span, rank in events:
        if span.start < spans[-1].end:
            continue
        if rank == _SOFT and span.start - spans[-1].end <= _REACH:
            spans.append(span)
            reached += 1
        elif said < rank <= reached + _MISSED:
            spans.append(span)
            said = reached = rank
    end = next((s for s in closing if s.start >= spans[-1].end), None)
    return (*spans, end) if end is not None else tuple(spans)
