"""The products and technologies that count as tools, and when a name is only an ordinary word."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

_PIECE = re.compile(r"[a-z0-9]+")

Pieces: TypeAlias = tuple[str, ...]


def pieces(text: str) -> Pieces:
    """A name or phrase in lower case, cut at everything but letters and digits: `Pub/Sub` is `pub sub`."""
    return tuple(_PIECE.findall(text.lower().replace("’", "'").replace("'", "")))


@dataclass(frozen=True, slots=True)
class ToolEntry:
    """One product or technology."""

    name: str
    """Its usual name."""
    aliases: tuple[str, ...] = ()
    """Other ways to say it."""
    ambiguous: bool = False
    """Whether the name is also an ordinary word, so that it takes a capital or a context word to be the product."""
    needs: frozenset[str] = frozenset()
    """Words, one of which in the sentence speaks for the product."""
    unless: tuple[str, ...] = ()
    """Ordinary phrases that contain the name and are never the product."""


@dataclass(frozen=True)
class ToolLexicon:
    """All entries, indexed by the first piece of their names."""

    entries: tuple[ToolEntry, ...]
    """In the order given; of two with the same name the later stands."""
    names: MappingProxyType[str, tuple[tuple[Pieces, ToolEntry], ...]] = field(init=False, repr=False, compare=False)
    """First piece to the names that begin with it, longest first."""
    ordinary: MappingProxyType[str, tuple[tuple[Pieces, int], ...]] = field(init=False, repr=False, compare=False)
    """Name of an ambiguous entry to its ordinary phrases, each with the place of the name in it."""

    def __post_init__(self) -> None:
        by_name = {entry.name.casefold(): entry for entry in self.entries}
        first: dict[str, list[tuple[Pieces, ToolEntry]]] = {}
        ordinary: dict[str, tuple[tuple[Pieces, int], ...]] = {}
        for entry in by_name.values():
            for name in (entry.name, *entry.aliases):
                cut = pieces(name)
                if cut:
                    first.setdefault(cut[0], []).append((cut, entry))
            ordinary[entry.name] = tuple(_placed(entry))
        names = {k: tuple(sorted(v, key=lambda each: -len(each[0]))) for k, v in first.items()}
        object.__setattr__(self, "names", MappingProxyType(names))
        object.__setattr__(self, "ordinary", MappingProxyType(ordinary))


def _placed(entry: ToolEntry) -> list[tuple[Pieces, int]]:
    placed: list[tuple[Pieces, int]] = []
    heads = [pieces(name) for name in (entry.name, *entry.aliases)]
    for phrase in entry.unless:
        cut = pieces(phrase)
        for head in heads:
            for at in range(len(cut) - len(head) + 1):
                if cut[at : at + len(head)] == head:
                    placed.append((cut, at))
    return placed
