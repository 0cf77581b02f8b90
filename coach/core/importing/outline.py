"""The outline of a document: numbered headings such as `Scar 3 — ...`, section titles, and the lines beneath them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAX_HEADING = 140

_MARK = r"^\s{0,3}(?:#{1,6}\s+)?(?:\*\*|__)?"
_NUMBERED = re.compile(
    _MARK + r"(?P<word>scar|landmine|drill|scenario|pushback|reject(?:ed)?|trap)s?\s+#?(?P<number>\d{1,4})\s*"
    r"(?:[—–:.)]|-\s)\s*(?P<title>\S.*?)(?:\*\*|__)?\s*$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^\s{0,3}(?:#{1,6}\s+(?P<hash>\S.*?)|(?:(?:section|part|chapter)\s+)?\d{1,3}[.:]\s+(?P<plain>\S.*?))\s*#*\s*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^(?:section|part|chapter|round|appendix)\s+[\dA-Z]{1,3}\s*[—–:-]\s*(?P<title>\S.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the lines beneath it."""

    word: str
    """scar, landmine, drill, scenario, pushback, reject; `section` for any other heading."""
    title: str
    first: int
    """Line of the heading, from 1; 1 for what stands before any heading."""
    lines: tuple[tuple[int, str], ...]
    """The lines beneath it with their numbers."""

    @property
    def last(self) -> int:
        """The last line that is not blank."""
        return next((n for n, text in reversed(self.lines) if text.strip()), self.first)

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "\n".join(text for _, text in self.lines).strip()


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a document in order."""
    word, title, first = "section", "", 1
    under: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        heading = _heading(line)
        if heading is None:
            under.append((number, line))
            continue
        if title or under:
            yield Block(word, title, first, tuple(under))
        (word, title), first, under = heading, number, []
    yield Block(word, title, first, tuple(under))


def _heading(line: str) -> tuple[str, str] | None:
    if not line.strip() or len(line) > MAX_HEADING:
        return None
    numbered = _NUMBERED.match(line)
    if numbered:
        word = numbered["word"].lower()
        return ("reject" if word.startswith(("reject", "trap")) else word), numbered["title"].strip()
    section = _SECTION.match(line)
    if section:
        title = (section["hash"] or section["plain"]).strip()
        return ("section", title) if section["hash"] or not title.endswith((".", ";", ",")) else None
    other = _OTHER.match(line.strip())
    return ("section", other["title"].strip()) if other and not line.rstrip().endswith(".") else None
