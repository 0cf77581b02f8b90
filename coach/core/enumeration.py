"""Finding a spoken list: reasons that are signposted as one, two, three."""

import re

from coach.core.spans import Span

_RANKS = {
    1: r"one|first(?:ly)?|first of all|a",
    2: r"two|second(?:ly)?|b",
    3: r"three|third(?:ly)?|c",
    4: r"four|fourth(?:ly)?|d",
    5: r"five|fifth(?:ly)?",
}
_LAST = r"finally|lastly|last(?:ly)?|last but not least"
_OPENING = r"(?:^|(?<=[.!?;:,–—-])\s+|\b(?:and|then|so|but|because|well|um|uh)\s+)"
_NAMED = r"(?:the |my |reason |point |number |case |place |thing )*"
_CLOSING = (
    r"(?=\s*[,:.)–—-]|['’]s\b|\s+(?:is|it|it's|the|we|i|i'd|i'm|because|reason|place|point|thing|case|comes|there|you|"
    r"they|a|an|in|any|if|when|what)\b)"
)
_SIGNPOSTS = [
    (rank, re.compile(rf"{_OPENING}({_NAMED}(?:{words})){_CLOSING}", re.IGNORECASE | re.MULTILINE))
    for rank, words in _RANKS.items()
]
_END = re.compile(rf"{_OPENING}({_NAMED}(?:{_LAST})){_CLOSING}", re.IGNORECASE | re.MULTILINE)


def signposts(text: str) -> tuple[Span, ...]:
    """The signposts of the longest list that counts up from one, in order; fewer than two are no list."""
    found: list[Span] = []
    at = 0
    for _, pattern in _SIGNPOSTS:
        match = pattern.search(text, at)
        if match is None:
            break
        found.append(Span(match.start(1), match.end(1)))
        at = match.end()
    if found:
        last = _END.search(text, at)
        if last is not None:
            found.append(Span(last.start(1), last.end(1)))
    return tuple(found) if len(found) > 1 else ()
