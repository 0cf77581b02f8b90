"""One content file of YAML at a time: its entries as values, each with its place, and every fault of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from coach.adapters.yaml_places import Document, KeyPath, Unreadable, parse
from coach.core.drill import Item, Strict
from coach.core.glossary import Card
from coach.core.ports import ContentError
from coach.core.rounds import Round
from coach.core.rubric import Rubric
from coach.core.sql_task import CodeTask, SqlTask

T = TypeVar("T", bound=Strict)

MAX_FILES = 5_000
"""More YAML files than this in one folder is a mistake, such as a pack that points at a home directory."""

_NAMES: dict[type[Strict], str] = {
    Item: "a drill",
    Rubric: "a rubric",
    Card: "a glossary card",
    Round: "a round",
    SqlTask: "an SQL task",
    CodeTask: "a coding task",
}


@dataclass(frozen=True, slots=True, order=True)
class ContentFault:
    """One thing that is wrong in a content file."""

    path: Path
    line: int
    key: str
    """Where in the file, as dotted keys; empty for the whole file."""
    expected: str
    """What is wrong and what was expected."""

    def __str__(self) -> str:
        where = f"{self.key}: " if self.key else ""
        return f"{self.path}:{self.line}: {where}{self.expected}"


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value and where it stands."""

    value: T
    path: Path
    document: Document
    prefix: KeyPath

    def fault(self, key: KeyPath, expected: str) -> ContentFault:
        """Something wrong at a key of this value."""
        return _fault(self.path, self.document, self.prefix + key, expected)

    def place_of_id(self) -> str:
        """File and line, for people."""
        return f"{self.path.name}:{self.document.line_of((*self.prefix, 'id'))}"


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder in order of name, none when there is no such folder; raises ContentError."""
    files = sorted(p for p in folder.glob("*.y*ml") if p.suffix in {".yaml", ".yml"} and p.is_file())
    if len(files) > MAX_FILES:
        raise ContentError(f"{folder} holds {len(files)} YAML files, over {MAX_FILES}; is it the right folder?")
    return files


def read_file(path: Path, kind: type[T], faults: list[ContentFault]) -> Iterator[Placed[T]]:
    """The sound entries of a file, which holds one mapping or a list of them; what is wrong goes to `faults`."""
    try:
        document = parse(path.read_bytes())
    except Unreadable as error:
        faults.append(ContentFault(path, error.line, "", str(error)))
        return
    except OSError as error:
        faults.append(ContentFault(path, 1, "", f"cannot be read: {(error.strerror or str(error)).lower()}"))
        return
    faults.extend(_fault(path, document, key, "given twice; keep one") for key, _ in document.doubles)
    if document.doubles:
        return
    entries: Iterable[tuple[KeyPath, Any]]
    if isinstance(document.value, list):
        entries = (((index,), value) for index, value in enumerate(document.value))
    else:
        entries = [((), document.value)]
    for prefix, value in entries:
        try:
            yield Placed(kind.model_validate(value), path, document, prefix)
        except ValidationError as error:
            for each in _true_errors(error):
                key = prefix + tuple(each["loc"])
                faults.append(_fault(path, document, key, _expected(dict(each), kind)))


def json_schema(kind: type[T], title: str) -> str:
    """The JSON Schema of a file of one kind, for editors."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind | list[kind])  # type: ignore[arg-type, valid-type]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **adapter.json_schema()}
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _true_errors(error: ValidationError) -> list[ErrorDetails]:
    """All errors but the short list that pydantic reports when every entry of a list was refused."""
    found = error.errors(include_url=False)
    return [
        e
        for e in found
        if e["type"] != "too_short" or not any(o is not e and o["loc"][: len(e["loc"])] == e["loc"] for o in found)
    ]


def _expected(error: dict[str, Any], kind: type[Strict]) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown key; remove it or check its spelling"
    if error["type"] == "missing":
        return "missing; it is required"
    if error["type"] == "model_type":
        return f"expected a mapping with the keys of {_NAMES[kind]}"
    message = str(error["msg"]).removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    if isinstance(error["input"], str | int | float):
        message += f", found {str(error['input'])[:60]!r}"
    return message


def _fault(path: Path, document: Document, key: KeyPath, expected: str) -> ContentFault:
    dotted = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in key).lstrip(".")
    return ContentFault(path, document.line_of(key), dotted, expected)
