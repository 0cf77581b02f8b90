"""Drills and rubrics from folders of YAML; every fault of every file is reported in one go."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from coach.adapters.yaml_places import Document, Unreadable, parse
from coach.core.drill import Item, Kind
from coach.core.library import Library
from coach.core.ports import ContentError
from coach.core.rubric import CheckName, Rubric

T = TypeVar("T", Item, Rubric)

MAX_FILES = 5_000
"""More YAML files than this in one folder is a mistake, such as a pack that points at a home directory."""

_ITEM_FILE: TypeAdapter[Item | list[Item]] = TypeAdapter(Item | list[Item])
_RUBRIC_FILE: TypeAdapter[Rubric | list[Rubric]] = TypeAdapter(Rubric | list[Rubric])


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
class _Placed(Generic[T]):
    value: T
    path: Path
    document: Document
    prefix: tuple[str | int, ...]

    def fault(self, key: tuple[str | int, ...], expected: str) -> ContentFault:
        return _fault(self.path, self.document, self.prefix + key, expected)

    def place_of_id(self) -> str:
        return f"{self.path.name}:{self.document.line_of((*self.prefix, 'id'))}"


@dataclass(slots=True)
class _Pack:
    items: dict[str, "_Placed[Item]"] = field(default_factory=dict)
    rubrics: dict[str, "_Placed[Rubric]"] = field(default_factory=dict)


def load_library(packs: Sequence[Path]) -> tuple[Library, list[ContentFault]]:
    """Read the packs in order, later ones overriding earlier ones by id; usable content comes back with all faults.

    A pack is a folder with `drills/` and `rubrics/` in it. An item with a fault, or whose rubric has one, is left out.
    """
    faults: list[ContentFault] = []
    whole = _Pack()
    for folder in packs:
        pack = _read_pack(folder, faults)
        whole.items.update(pack.items)
        whole.rubrics.update(pack.rubrics)
    usable = {}
    for item_id, placed in whole.items.items():
        rubric = whole.rubrics.get(placed.value.rubric)
        if rubric is None:
            faults.append(placed.fault(("rubric",), f"there is no usable rubric '{placed.value.rubric}'"))
            continue
        broken = list(_misfits(placed, rubric))
        faults.extend(broken)
        if not broken:
            usable[item_id] = placed.value
    ordered = dict(sorted(usable.items(), key=lambda pair: (list(Kind).index(pair[1].kind), pair[0])))
    rubrics = {rubric_id: placed.value for rubric_id, placed in whole.rubrics.items()}
    return Library(ordered, rubrics), sorted(set(faults))


def item_schema() -> str:
    """The JSON Schema of a drill file, for editors."""
    return _schema(_ITEM_FILE, "A drill of the coach, or a list of them")


def rubric_schema() -> str:
    """The JSON Schema of a rubric file, for editors."""
    return _schema(_RUBRIC_FILE, "A rubric of the coach, or a list of them")


def _schema(adapter: TypeAdapter[Any], title: str) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **adapter.json_schema()}
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _read_pack(folder: Path, faults: list[ContentFault]) -> _Pack:
    if not folder.is_dir():
        raise ContentError(f"There is no content folder {folder}; name one that holds drills/ and rubrics/.")
    if not (folder / "drills").is_dir() and not (folder / "rubrics").is_dir():
        raise ContentError(f"{folder} holds neither drills/ nor rubrics/; name a folder that does.")
    pack = _Pack()
    for path in _yaml_files(folder / "drills"):
        for item in _read_file(path, Item, faults):
            _add(pack.items, item, faults)
    for path in _yaml_files(folder / "rubrics"):
        for rubric in _read_file(path, Rubric, faults):
            contradictions = [rubric.fault(key, expected) for key, expected in rubric.value.faults()]
            faults.extend(contradictions)
            if not contradictions:
                _add(pack.rubrics, rubric, faults)
    return pack


def _yaml_files(folder: Path) -> list[Path]:
    files = sorted(p for p in folder.glob("*.y*ml") if p.suffix in {".yaml", ".yml"} and p.is_file())
    if len(files) > MAX_FILES:
        raise ContentError(f"{folder} holds {len(files)} YAML files, over {MAX_FILES}; is it the right folder?")
    return files


def _read_file(path: Path, kind: type[T], faults: list[ContentFault]) -> Iterator[_Placed[T]]:
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
    entries: Iterable[tuple[tuple[str | int, ...], Any]]
    if isinstance(document.value, list):
        entries = (((index,), value) for index, value in enumerate(document.value))
    else:
        entries = [((), document.value)]
    for prefix, value in entries:
        try:
            yield _Placed(kind.model_validate(value), path, document, prefix)
        except ValidationError as error:
            for each in _true_errors(error):
                key = prefix + tuple(each["loc"])
                faults.append(_fault(path, document, key, _expected(dict(each), kind)))


def _true_errors(error: ValidationError) -> list[ErrorDetails]:
    """All errors but the short list that pydantic reports when every entry of a list was refused."""
    found = error.errors(include_url=False)
    return [
        e
        for e in found
        if e["type"] != "too_short" or not any(o is not e and o["loc"][: len(e["loc"])] == e["loc"] for o in found)
    ]


def _expected(error: dict[str, Any], kind: type[Item] | type[Rubric]) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown key; remove it or check its spelling"
    if error["type"] == "missing":
        return "missing; it is required"
    if error["type"] == "model_type":
        return f"expected a mapping with the keys of {'a drill' if kind is Item else 'a rubric'}"
    message = str(error["msg"]).removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    if isinstance(error["input"], str | int | float):
        message += f", found {str(error['input'])[:60]!r}"
    return message


def _add(into: dict[str, _Placed[T]], placed: _Placed[T], faults: list[ContentFault]) -> None:
    if placed.value.id in into:
        where = into[placed.value.id].place_of_id()
        faults.append(placed.fault(("id",), f"'{placed.value.id}' is already the id of {where}; ids must be unique"))
        return
    into[placed.value.id] = placed


def _misfits(item: _Placed[Item], rubric: _Placed[Rubric]) -> Iterator[ContentFault]:
    """What makes points of a rubric unreachable for one item."""
    wants_target = any(c.check is CheckName.VERBATIM for c in rubric.value.checks)
    if wants_target and item.value.target is None:
        yield item.fault((), f"rubric '{rubric.value.id}' checks exact words, so the item needs 'target'")
    for i, element in enumerate(rubric.value.elements):
        latest = element.recognise.within_s
        if latest is not None and latest > item.value.time.answer_s * 2:
            yield rubric.fault(
                ("elements", i, "recognise", "within_s"),
                f"{latest:g} s is beyond twice the {item.value.time.answer_s:g} s of '{item.value.id}'",
            )


def _fault(path: Path, document: Document, key: tuple[str | int, ...], expected: str) -> ContentFault:
    dotted = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in key).lstrip(".")
    return ContentFault(path, document.line_of(key), dotted, expected)
