"""YAML read safely, with the line of every key, so that a fault can be pointed at."""

from dataclasses import dataclass
from typing import Any

import yaml

from coach.core.ports import ContentError

MAX_BYTES = 5_000_000
"""A larger file is not a drill; glossaries of a whole guide stay below half a megabyte."""

MAX_DEPTH = 30
"""Deeper nesting is no drill: ours need eight levels."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file."""

    value: Any
    """Plain lists, mappings and scalars."""
    lines: dict[KeyPath, int]
    """Line (from 1) of every key path; the empty path is the document itself."""
    doubles: tuple[tuple[KeyPath, int], ...]
    """Keys given twice in one mapping, which YAML would silently let the last one win."""

    def line_of(self, path: KeyPath) -> int:
        """The line of a key path, or of its nearest parent that stands in the file."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


class Unreadable(ContentError):
    """A file that is not YAML of ours."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def parse(data: bytes) -> Document:
    """Parse one YAML document by the safe loader.

    Raises Unreadable for anything else: not UTF-8, over MAX_BYTES, syntax errors, nesting beyond the stack, and
    anchors or aliases, which small files of ours never need and bombs are made of.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(1, f"larger than {MAX_BYTES // 1_000_000} MB; split it into one file per item")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(data[: error.start].count(b"\n") + 1, "not UTF-8 text; save it as UTF-8") from None
    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = loader_class(text)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader_class):
            if getattr(event, "anchor", None):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise Unreadable(line, "anchors and aliases are not allowed; write it out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise Unreadable(1, "nested too deeply")
        node = loader.get_single_node()
        lines: dict[KeyPath, int] = {(): 1}
        doubles: list[tuple[KeyPath, int]] = []
        if node is not None:
            _walk(node, (), lines, doubles)
        value = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + 1 if mark else 1, f"not valid YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise Unreadable(1, f"not valid YAML: {str(error).splitlines()[0]}") from None
    except ValueError as error:
        raise Unreadable(1, f"a value cannot be read: {error}") from None
    finally:
        loader.dispose()
    return Document(value, lines, tuple(doubles))


def _walk(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], doubles: list[tuple[KeyPath, int]]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise Unreadable(key.start_mark.line + 1, "a key must be a plain word")
            inner = (*path, key.value)
            line = key.start_mark.line + 1
            if inner in lines:
                doubles.append((inner, line))
            lines[inner] = line
            _walk(value, inner, lines, doubles)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            inner = (*path, index)
            lines[inner] = value.start_mark.line + 1
            _walk(value, inner, lines, doubles)
