"""YAML changed by the value: what is not changed keeps its text, with comments, order, quoting and layout."""

import io
import re
from collections.abc import Mapping, Sequence, Set
from difflib import SequenceMatcher
from typing import Any

import yaml

from coach.adapters.yaml_places import parse

_WIDTH = 100_000
"""No line is broken by the writer: breaks are chosen here, and those of the file are kept."""
_FOLD_AT = 100
"""Columns at which new long texts are folded."""
_DASH = re.compile(r"^( *)- ", re.MULTILINE)


def edit_records(text: str, key: str, wanted: Sequence[Mapping[str, Any]], full: Sequence[Mapping[str, Any]]) -> str:
    """The YAML `text` with the list under `key` holding the `wanted` records, matched by their `id`.

    `full` are the same records with their defaults written out: a field that is in the text gets its value from there,
    so that a cleared one stays, empty. Whatever says the right thing already stays as it is to the letter. `text`
    must be sound by `yaml_places.parse`; an empty one is given a document.
    """
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    text = _without_gone(text, key, {str(w["id"]) for w in wanted})
    reader = _round_trip(text)
    document = reader.load(text)
    if document is None:
        document = CommentedMap({key: _new(list(wanted))})
        return (text if text.endswith("\n") or not text else text + "\n") + _dump(reader, document)
    base = _dump(reader, document)
    records = document.get(key)
    if not isinstance(records, CommentedSeq):
        document[key] = _new(list(wanted))
    else:
        if not records:
            records.fa.set_block_style()
        _set_records(records, wanted, full)
    _on_one_line(document, inside=False)
    changed = _dump(reader, document)
    laid = _over(text, base, changed)
    return laid if _same(laid, changed) else changed


def _without_gone(text: str, key: str, ids: Set[str]) -> str:
    """The text without the lines of records that are to go; comments between two records stay."""
    document = parse(text.encode())
    entries = document.value.get(key) if isinstance(document.value, dict) else None
    if not isinstance(entries, list):
        return text
    lines = text.splitlines(keepends=True)
    starts = [document.line_of((key, n)) - 1 for n in range(len(entries))]
    for number in range(len(entries) - 1, -1, -1):
        start = starts[number]
        if str(entries[number]["id"]) in ids or not lines[start].lstrip().startswith("- "):
            continue
        end = starts[number + 1] if number + 1 < len(starts) else _list_end(lines, start)
        while end > start + 1 and not lines[end - 1].partition("#")[0].strip():
            end -= 1
        del lines[start:end]
    return "".join(lines)


def _list_end(lines: Sequence[str], start: int) -> int:
    """The line after the last record of the list: the next key of the document, or its end."""
    for number in range(start + 1, len(lines)):
        if lines[number][:1].strip() and lines[number][0] not in "#-":
            return number
    return len(lines)


def _round_trip(text: str) -> Any:
    from ruamel.yaml import YAML

    dash = _DASH.search(text)
    offset = len(dash[1]) if dash else 2
    reader = YAML(typ="rt")
    reader.preserve_quotes = True
    reader.width = _WIDTH
    reader.indent(mapping=2, sequence=offset + 2, offset=offset)
    return reader


def _dump(writer: Any, document: Any) -> str:
    out = io.StringIO()
    writer.dump(document, out)
    return out.getvalue()


def _set_records(records: Any, wanted: Sequence[Mapping[str, Any]], full: Sequence[Mapping[str, Any]]) -> None:
    """Make the list hold the wanted records; those that stay keep their place."""
    ids = {str(w["id"]) for w in wanted}
    for index in range(len(records) - 1, -1, -1):
        if str(records[index]["id"]) not in ids:
            del records[index]
    there = {str(record["id"]): record for record in records}
    for sparse, whole in zip(wanted, full, strict=True):
        known = there.get(str(sparse["id"]))
        if known is not None:
            _set_mapping(known, sparse, whole)
            continue
        _add(records, len(records), sparse)


def _set_mapping(mapping: Any, sparse: Mapping[str, Any], whole: Mapping[str, Any]) -> None:
    from ruamel.yaml.comments import CommentedMap

    for name, value in whole.items():
        if name not in mapping:
            if name in sparse:
                _add(mapping, name, sparse[name])
        elif isinstance(mapping[name], CommentedMap) and isinstance(value, Mapping):
            _set_mapping(mapping[name], sparse.get(name, {}), value)
        elif isinstance(mapping[name], list) and isinstance(value, list) and value:
            _set_list(mapping[name], value)
        elif isinstance(mapping[name], list) and isinstance(value, list):
            _empty(mapping, name)
        else:
            mapping[name] = _in_style_of(mapping[name], value)


def _add(container: Any, place: Any, value: Any) -> None:
    """Add behind everything in a mapping or list; comment lines that follow it stay behind what is added."""
    trailer = _take_trailer(container)
    if isinstance(container, list):
        new = _new(value)
        if container and hasattr(new, "fa") and container[-1].fa.flow_style():
            new.fa.set_flow_style()
        container.append(new)
    else:
        container[place] = _new(value)
    if trailer:
        _give_trailer(container, place, trailer)


def _slot(container: Any, place: Any) -> tuple[list[Any] | None, int]:
    """Where ruamel keeps the comment behind an entry: third for a key, first for a place in a list."""
    return container.ca.items.get(place), 0 if isinstance(container, list) else 2


def _take_trailer(container: Any) -> str:
    """Cut off the lines that follow the last entry, however deep they hang; a comment on its own line stays."""
    if not container or not hasattr(container, "ca"):
        return ""
    last = len(container) - 1 if isinstance(container, list) else next(reversed(container))
    inner = container[last]
    if hasattr(inner, "ca") and inner and not inner.fa.flow_style():
        return _take_trailer(inner)
    if getattr(inner, "comment", None) is not None:
        rest = str(inner.comment.value)
        inner.comment = None
        return rest
    slot, at = _slot(container, last)
    token = slot[at] if slot else None
    if token is None:
        return ""
    own, line, rest = token.value.partition("\n")
    if own.strip():
        token.value = own + line
    else:
        container.ca.items.pop(last)
    return str(rest)


def _give_trailer(container: Any, place: Any, trailer: str) -> None:
    """Hang lines behind an entry, below whatever it holds."""
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    inner = container[place]
    if hasattr(inner, "ca") and inner and not inner.fa.flow_style():
        last = len(inner) - 1 if isinstance(inner, list) else next(reversed(inner))
        _give_trailer(inner, last, trailer)
        return
    block = type(inner).__name__ in {"LiteralScalarString", "FoldedScalarString"}
    slot, at = _slot(container, place)
    token = slot[at] if slot else None
    if token is not None:
        token.value = token.value.rstrip("\n") + "\n" + trailer
        return
    token = CommentToken(trailer if block else "\n" + trailer, CommentMark(0), None)
    container.ca.items[place] = [token, None] if isinstance(container, list) else [None, None, token, None]


def _empty(mapping: Any, name: str) -> None:
    """Make a list empty; comment lines behind it stay."""
    if mapping[name]:
        trailer = _take_trailer(mapping[name])
        mapping[name] = _new([])
        if trailer:
            _give_trailer(mapping, name, trailer)


def _set_list(items: Any, wanted: Sequence[Any]) -> None:
    """Make a list of texts hold what is wanted; entries that stay keep their comments."""
    before = [str(i).strip() for i in items]
    after = [str(w).strip() for w in wanted]
    if before == after:
        return
    trailer = _take_trailer(items)
    for what, a, b, c, d in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if what == "replace" and b - a == d - c:
            for n in range(b - a):
                items[a + n] = _in_style_of(items[a + n], wanted[c + n])
        elif what != "equal":
            for index in range(b - 1, a - 1, -1):
                del items[index]
            for n in range(c, d):
                items.insert(a + n - c, _new(wanted[n]))
    if trailer:
        _give_trailer(items, len(items) - 1, trailer)


def _in_style_of(old: Any, value: Any) -> Any:
    """The value in the quoting and folding of the old one; the old one itself when they are equal."""
    from ruamel.yaml.scalarstring import (
        DoubleQuotedScalarString,
        FoldedScalarString,
        LiteralScalarString,
        SingleQuotedScalarString,
    )

    if old is None and not value:
        return old
    if not isinstance(value, str):
        return old if old == value and not isinstance(old, str) else _new(value)
    if str(old).strip() == value.strip():
        return old
    if isinstance(old, DoubleQuotedScalarString | SingleQuotedScalarString) and "\n" not in value:
        return type(old)(value, anchor=None)
    if isinstance(old, FoldedScalarString | LiteralScalarString) and value:
        ended = value + "\n" if old.endswith("\n") else value
        literal = isinstance(old, LiteralScalarString) or "\n" in value
        new = LiteralScalarString(ended) if literal else _folded(ended)
        comment = getattr(old, "comment", None)
        if comment is not None:
            new.comment = comment
        return new
    return _new(value)


def _new(value: Any) -> Any:
    """A value of ours in a form that is pleasant to edit by hand."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, Mapping):
        return CommentedMap({k: _new(v) for k, v in value.items()})
    if isinstance(value, list):
        return CommentedSeq([_new(v) for v in value])
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str):
        return value
    if "\n" in value:
        return LiteralScalarString(value) if _blockable(value) else DoubleQuotedScalarString(value)
    if len(value) > _FOLD_AT and _blockable(value):
        return _folded(value)
    return value if _reads_as_text(value) else DoubleQuotedScalarString(value)


def _on_one_line(container: Any, *, inside: bool) -> None:
    """Quote folded and literal texts within {...} and [...], where they cannot stand."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

    inside = inside or bool(container.fa.flow_style())
    for place, value in enumerate(container) if isinstance(container, list) else list(container.items()):
        if inside and isinstance(value, FoldedScalarString | LiteralScalarString):
            container[place] = DoubleQuotedScalarString(value)
        elif hasattr(value, "fa"):
            _on_one_line(value, inside=inside)


def _blockable(value: str) -> bool:
    """Whether a block scalar holds the text as it is."""
    lines = value.split("\n")
    return all(c == "\n" or c.isprintable() for c in value) and all(x == x.strip() for x in lines) and lines[0] != ""


def _folded(value: str) -> Any:
    """A text broken at blanks, at `_FOLD_AT` columns; the breaks are no part of it."""
    from ruamel.yaml.scalarstring import FoldedScalarString

    folded = FoldedScalarString(value)
    places: list[int] = []
    start = blank = 0
    for at, char in enumerate(value):
        if char == " " and 0 < at < len(value.rstrip()) - 1 and value[at + 1] != " " and value[at - 1] != " ":
            if at - start > _FOLD_AT and blank > start:
                places.append(blank)
                start = blank
            blank = at
    folded.fold_pos = places
    return folded


def _reads_as_text(value: str) -> bool:
    """Whether every YAML reader takes the bare text for a text: `no` and `1:30` are none to older ones."""
    try:
        return bool(yaml.safe_load(f"a: {value}\n") == {"a": value})
    except yaml.YAMLError:
        return True


def _over(text: str, base: str, changed: str) -> str:
    """What differs between `base` and `changed` carried over to `text`, whose layout `base` lost."""
    if text == base:
        return changed
    original, before, after = (t.splitlines(keepends=True) for t in (text, base, changed))
    to_text = _anchors(before, original)
    to_after = _anchors(before, after)
    out: list[str] = []
    last = (-1, -1, -1)
    for line in [n for n in range(len(before)) if n in to_text and n in to_after] + [len(before)]:
        here = to_text.get(line, len(original))
        there = to_after.get(line, len(after))
        ours = after[last[2] + 1 : there]
        kept = original[last[1] + 1 : here]
        out += kept if ours == before[last[0] + 1 : line] else ours
        if line < len(before):
            out.append(original[here])
        last = (line, here, there)
    return "".join(out)


def _anchors(before: list[str], other: list[str]) -> dict[int, int]:
    """Which line of `before` is which of `other`."""
    matcher = SequenceMatcher(None, before, other, autojunk=False)
    return {b.a + n: b.b + n for b in matcher.get_matching_blocks() for n in range(b.size)}


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same."""
    from coach.adapters.yaml_places import Unreadable

    try:
        return bool(parse(one.encode()).value == parse(other.encode()).value)
    except Unreadable:
        return False
