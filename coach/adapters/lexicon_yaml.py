"""Reads the tool lexicon from YAML files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coach.adapters.yaml_places import Document, KeyPath, Unreadable, parse
from coach.core.analysis.tool_lexicon import ToolEntry, ToolLexicon
from coach.core.ports import ContentError

_KEYS = frozenset(["name", "aliases", "ambiguous"])
_AMBIGUOUS_KEYS = frozenset(["needs", "unless"])


def load_lexicon(paths: Sequence[Path]) -> ToolLexicon:
    """The entries of all files, later ones replacing earlier ones of the same name.

    Raises ContentError with every fault of a file as `file:line: what is wrong` when it cannot be used.
    """
    entries: list[ToolEntry] = []
    for path in paths:
        entries += _load(path)
    return ToolLexicon(tuple(entries))


def _load(path: Path) -> list[ToolEntry]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); check that the file exists.") from None
    try:
        document = parse(data)
    except Unreadable as error:
        raise ContentError(f"{path}:{error.line}: {error}") from None
    faults: list[str] = [f"{path}:{line}: the key {key[-1]!r} is given twice" for key, line in document.doubles]
    entries = _entries(path, document, faults)
    if faults:
        raise ContentError("\n".join(faults))
    return entries


def _entries(path: Path, document: Document, faults: list[str]) -> list[ToolEntry]:
    def fault(key: KeyPath, what: str) -> None:
        faults.append(f"{path}:{document.line_of(key)}: {what}")

    value = document.value
    if not isinstance(value, dict) or set(value) != {"tools"} or not isinstance(value["tools"], list):
        fault((), "expected one key, `tools`, with a list of entries")
        return []
    entries: list[ToolEntry] = []
    for index, item in enumerate(value["tools"]):
        key: KeyPath = ("tools", index)
        if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"].strip():
            fault(key, "an entry needs a `name`")
            continue
        for unknown in sorted(str(k) for k in set(item) - _KEYS):
            fault((*key, unknown), f"unknown key {unknown!r}; an entry has name, aliases, ambiguous")
        aliases = _strings(item.get("aliases", []))
        if aliases is None:
            fault((*key, "aliases"), "`aliases` must be a list of names")
        context = _context(item.get("ambiguous"))
        if context is None:
            fault((*key, "ambiguous"), "`ambiguous` must be a mapping with `needs` and `unless`, each a list of words")
        if aliases is None or context is None:
            continue
        needs, unless = context
        entries.append(
            ToolEntry(item["name"].strip(), aliases, "ambiguous" in item, frozenset(w.lower() for w in needs), unless)
        )
    return entries


def _strings(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        return None
    return tuple(v.strip() for v in value)


def _context(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if value is None:
        return (), ()
    if not isinstance(value, dict) or set(value) - _AMBIGUOUS_KEYS:
        return None
    needs, unless = _strings(value.get("needs", [])), _strings(value.get("unless", []))
    return None if needs is None or unless is None else (needs, unless)
