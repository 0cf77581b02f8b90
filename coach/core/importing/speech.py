"""Who says what: labelled turns of a conversation, and sentences in quotation marks."""

import re
from collections.abc import Iterable, Iterator

from coach.core.drill import Turn
from coach.core.importing.found import clipped

_TURN = re.compile(
    r"^\s*(?:[-*>•]\s*)?(?:\*\*|__)?(?P<who>interviewer|candidate|int|cand|me|you|q|a)\b(?:\*\*|__)?"
    r"\s*(?P<aside>\([^)]{0,200}\))?\s*(?:\*\*|__)?:\s*(?:\*\*|__)?(?P<text>\S.*)$",
    re.IGNORECASE,
)
_ASKS = {"interviewer", "int", "q"}
_QUOTED = re.compile(r"[\"“]([^\"“”]{1,4000})[\"”]")


def turn_of(line: str) -> Turn | None:
    """The turn on a line `Interviewer: "..."`, or None."""
    found = _TURN.match(line)
    if found is None:
        return None
    speaker = "interviewer" if found["who"].lower() in _ASKS else "candidate"
    return Turn(
        speaker="interviewer" if speaker == "interviewer" else "candidate", text=clipped(unquoted(found["text"]))
    )


def unquoted(text: str) -> str:
    """A text without the quotation marks around the whole of it."""
    text = text.strip()
    inner = text[1:-1]
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”' and not any(q in inner for q in '"“”'):
        return inner.strip()
    return text


def whole_quote(line: str) -> str:
    """What a line says that is one quotation and nothing else; empty otherwise."""
    text = line.strip().lstrip("-*•> ").strip()
    inner = text[1:-1]
    closed = len(text) > 2 and text[0] in '"“' and text[-1] in '"”'
    return inner.strip() if closed and not re.search(r"[\"”]\s+\w+[^\"“”]*[\"“]", inner) else ""


def quotes(text: str) -> list[str]:
    """The quotations within a text, in order."""
    return [q.strip() for q in _QUOTED.findall(text) if q.strip()]


def longest_quote(lines: Iterable[str], at_least_words: int) -> str:
    """The longest quotation of so many words; empty when there is none."""
    found = [q for line in lines for q in (whole_quote(line), *quotes(line)) if len(q.split()) >= at_least_words]
    return max(found, key=len, default="")


def labelled(line: str, *labels: str) -> str | None:
    """What follows one of the labels and a colon at the start of a line; None when the line has none of them."""
    for label in labels:
        found = re.match(
            rf"^\s*(?:[-*•]\s*)?(?:\*\*|__)?{label}(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.*)$", line, re.IGNORECASE
        )
        if found:
            return found[1].strip()
    return None


def bullets(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The items of a bullet list with their line numbers."""
    for number, line in lines:
        found = re.match(r"^\s*[-*•]\s+(\S.*)$", line)
        if found:
            yield number, found[1].strip()
