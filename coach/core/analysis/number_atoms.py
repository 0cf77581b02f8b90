"""A text cut into words, figures and punctuation, and the amounts read from them."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_ATOM = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*)"
    r"|(?P<word>[A-Za-zµ]+(?:['’][A-Za-z]+)?)|(?P<symbol>[^\s])"
)


class Atom(NamedTuple):
    """A word, a figure or one punctuation mark."""

    text: str
    """Lower case, curly apostrophes made straight."""
    raw: str
    start: int
    end: int
    kind: str
    """number, word or symbol."""
    glued: bool
    """Whether it touches the atom before it."""


_END = Atom("", "", 0, 0, "end", False)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and the atoms it was read from, half open."""

    first: int
    last: int
    value: float
    digits: bool = False
    """Written in figures."""
    unit: str | None = None
    """Known already when the amount carries it: $5, 20%, half of."""
    factor: float = 1.0
    """What one of the unit as said is worth in `unit`; part of `value` already when `unit` is set."""
    scaled: float = 1.0
    """The scale word or letter that was applied: 1e6 for "two million"."""


class Atoms:
    """A text cut into atoms; an index outside it reads as an empty atom."""

    def __init__(self, text: str) -> None:
        found: list[Atom] = []
        end = -1
        for m in _ATOM.finditer(text):
            word = m.group()
            found.append(
                Atom(word.lower().replace("’", "'"), word, m.start(), m.end(), m.lastgroup or "", m.start() == end)
            )
            end = m.end()
        self._atoms = found

    def __len__(self) -> int:
        return len(self._atoms)

    def __getitem__(self, index: int) -> Atom:
        return self._atoms[index] if 0 <= index < len(self._atoms) else _END

    def words(self, index: int, *texts: str) -> bool:
        """Whether these words stand from an index on."""
        return all(self[index + n].text == text for n, text in enumerate(texts))
