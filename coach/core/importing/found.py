"""What an importer finds in a document: drafts of items, and what became of every line."""

from dataclasses import dataclass, field

from coach.core.drill import Kind, Turn

MAX_TEXT = 3_900
"""Characters of one text of an item; longer ones are cut at a sentence."""
MAX_TITLE = 110
MAX_FOUND = 2_000
"""More items than this in one document is no guide."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One item in the making, in the author's own words."""

    kind: Kind
    title: str
    first: int
    """Line, from 1, where it begins in the document."""
    last: int
    """Line where it ends."""
    prompt: str
    model_answer: str
    """The exact words of the document; empty when it gives none."""
    turns: tuple[Turn, ...] = ()
    verdict: str = ""
    target: str = ""
    """The line to be said word for word (pushbacks)."""
    weak: tuple[str, ...] = ()
    """What a weak candidate says."""

    @property
    def took(self) -> str:
        """What was taken, in a few words."""
        parts = [str(self.kind)]
        if self.turns:
            parts.append(f"transcript of {len(self.turns)} turns")
        parts.append("the answer in its words" if self.model_answer else "no answer given")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a glossary in the making."""

    term: str
    says: str
    line: int


@dataclass(frozen=True, slots=True)
class Left:
    """A run of lines that was not taken."""

    first: int
    last: int
    begins: str
    """How the first of them begins."""


@dataclass(slots=True)
class Found:
    """Everything an importer found in one document."""

    drafts: list[Draft] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Lines that went into something."""

    @property
    def full(self) -> bool:
        """Whether no more is taken."""
        return len(self.drafts) + len(self.entries) >= MAX_FOUND

    def left(self, lines: list[str]) -> list[Left]:
        """The lines that were not taken, in runs; blank lines are nobody's loss."""
        runs: list[Left] = []
        start = 0
        for number, line in enumerate([*lines, ""], 1):
            open_run = line.strip() and number not in self.taken
            if open_run and not start:
                start = number
            elif not open_run and start and (number in self.taken or number > len(lines)):
                last = max(n for n in range(start, number) if lines[n - 1].strip())
                runs.append(Left(start, last, _short(lines[start - 1])))
                start = 0
        return runs


def clipped(text: str, limit: int = MAX_TEXT) -> str:
    """A text cut at the end of a sentence where it is longer than an item may hold."""
    text = text.strip()
    if len(text) <= limit:
        return text
    cut = max(text.rfind(end, 0, limit) for end in (". ", "? ", "! ", "\n"))
    return text[: cut + 1 if cut > limit // 2 else limit].strip()


def _short(line: str, limit: int = 60) -> str:
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
