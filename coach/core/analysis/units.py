"""Cutting an answer into sentences, and speech without full stops into clauses of a bounded length."""

import re

from coach.core.spans import Span
from coach.core.text import sentences

UNPUNCTUATED_WORDS = 22
"""A sentence with more words than this and no inner punctuation is treated as speech an engine did not punctuate;
spoken sentences average about 15 words."""
MAX_CHARS = 1_200
"""No unit is longer, so that every search over a unit is bounded."""
_MIN_CLAUSE_WORDS = 4
_SUBJECT = (
    r"(?:i|we|he|she|they|it|you|there|nobody|everybody|someone|somebody|people|the|my|our|your|their|his|her|a|an|this|that"
    r"|these|those)"
)
_STARTER = re.compile(
    rf"""\s+(?=(?:
        (?:but|so|because|cause|then|now|anyway|eventually|finally|afterwards|meanwhile|luckily)\s+
            (?:then\s+|so\s+|now\s+|in\s+the\s+end\s+|after\s+that\s+)?{_SUBJECT}(?:'\w+)?\s
      | and\s+(?:then\s+|so\s+|now\s+|in\s+the\s+end\s+|after\s+that\s+)*
            (?:i|we|he|she|they|it|you|there|nobody|everybody|someone|somebody|people|that)(?:'\w+)?\s
      | and\s+(?:the|my|our|your|their|his|her|a|an|this|that|these|those)\s+\w+\s+(?:was|were|is|are|had|has|did
        |went|said|got|came|took|would|will|could)\s
      | (?:and|but)\s+(?:then|so|when|in|after|by|since|within|for|what|who|how|if)\s
      | (?:i|we|they|he|she|you)(?:'d|'ve|'ll|'m|'re)?\s+(?:was|were|had|have|took|asked|told|went|wrote|built|said
        |decided|
            would|could|should|will|did|learned|called|made|put|ran|moved|set|started|sat|looked|found|fixed|got)\s
      | if\s+(?:i|we|he|she|they|it|you|someone|somebody|anyone|there|the|my|a)\s
      | (?:in\s+the\s+end|after\s+that|since\s+then|as\s+a\s+result|what\s+i\s+learned|looking\s+back
        |by\s+the\s+end)\s
    ))""",
    re.IGNORECASE | re.VERBOSE,
)
_PUNCTUATION = re.compile(r"[,;:?!.…–—]")
_WORD = re.compile(r"\S+")
_CONNECTIVE = re.compile(
    r"(?:^|\s)(?:and|but|so|because|that|which|who|when|if|then|to|what|how|whether|as|where|while|than|until|after"
    r"|before)$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:and |but |so )?(?:if|when|whenever|because|since|after|before|once|as|while|although)\b", re.IGNORECASE
)
_COORDINATED = re.compile(r"(?:and|but|so|then)\b", re.IGNORECASE)


def units(text: str, unpunctuated_words: int = UNPUNCTUATED_WORDS) -> tuple[Span, ...]:
    """The sentences of a text; sentences without punctuation are cut before words that open a clause.

    A sentence counts as unpunctuated when it has more than `unpunctuated_words` words per inner mark.
    """
    found: list[Span] = []
    for sentence in sentences(text):
        words = [m.start() for m in _WORD.finditer(text, sentence.start, sentence.end)]
        inner = len(_PUNCTUATION.findall(text, sentence.start, max(sentence.start, sentence.end - 1)))
        if len(words) > unpunctuated_words * (1 + inner):
            found.extend(_clauses(text, sentence))
        else:
            found.extend(_bounded(text, sentence))
    return tuple(found)


def _clauses(text: str, sentence: Span) -> list[Span]:
    cuts = [sentence.start]
    for match in _STARTER.finditer(text, sentence.start, sentence.end):
        before = text[cuts[-1] : match.start()]
        if len(before) <= MAX_CHARS:
            if len(before.split()) < _MIN_CLAUSE_WORDS or _CONNECTIVE.search(before[-12:]):
                continue
            if _SUBORDINATE.match(before) and not _COORDINATED.match(text, match.end()):
                continue
        cuts.append(match.end())
    spans = [
        Span(start, start + len(text[start:end].rstrip()))
        for start, end in zip(cuts, [*cuts[1:], sentence.end], strict=True)
    ]
    return [piece for span in spans for piece in _bounded(text, span)]


def _bounded(text: str, span: Span) -> list[Span]:
    pieces: list[Span] = []
    start = span.start
    while span.end - start > MAX_CHARS:
        blank = text.rfind(" ", start + 1, start + MAX_CHARS)
        end = blank if blank > start else start + MAX_CHARS
        piece = text[start:end].rstrip()
        if piece:
            pieces.append(Span(start, start + len(piece)))
        start = end + 1 if blank > start else end
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        pieces.append(Span(start, span.end))
    return pieces
