"""The library from packs of YAML; every fault of every file is reported in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coach.adapters.bench_tables import TABLES
from coach.adapters.content_cache import fingerprint, read_cache, write_cache
from coach.adapters.content_files import ContentFault, Placed, T, json_schema, read_file, yaml_files
from coach.core.drill import Item, Kind
from coach.core.glossary import Card, item_of, rubric_of
from coach.core.library import Library
from coach.core.ports import ContentError
from coach.core.rounds import Round
from coach.core.rubric import CheckName, Rubric
from coach.core.sql_task import CodeTask, SqlTask, Task

__all__ = [
    "ContentFault",
    "card_schema",
    "code_schema",
    "item_schema",
    "load_library",
    "round_schema",
    "rubric_schema",
    "task_schema",
]


@dataclass(slots=True)
class _Pack:
    items: dict[str, Placed[Item]] = field(default_factory=dict)
    rubrics: dict[str, Placed[Rubric]] = field(default_factory=dict)
    rounds: dict[str, Placed[Round]] = field(default_factory=dict)
    tasks: dict[str, Placed[SqlTask] | Placed[CodeTask]] = field(default_factory=dict)


def load_library(packs: Sequence[Path], cache: Path | None = None) -> tuple[Library, list[ContentFault]]:
    """Read the packs in order, later ones overriding earlier ones by id; usable content comes back with all faults.

    A pack is a folder with `drills/` and `rubrics/` in it; `drills/rounds/` and `drills/glossary/` hold rounds and
    glossary cards, `drills/sql/` and `drills/code/` what is worked at the keyboard. An item with a fault, or whose
    rubric has one, is left out, and so is a task without its item. Sound content is kept in the folder
    `cache` in a form that loads at once, and read from there for as long as no file changes.
    """
    key = fingerprint(packs) if cache is not None else ""
    if cache is not None:
        ready = read_cache(cache, key)
        if ready is not None:
            return ready, []
    faults: list[ContentFault] = []
    whole = _Pack()
    for folder in packs:
        pack = _read_pack(folder, faults)
        whole.items.update(pack.items)
        whole.rubrics.update(pack.rubrics)
        whole.rounds.update(pack.rounds)
        whole.tasks.update(pack.tasks)
    usable: dict[str, Item] = {}
    for item_id, placed in whole.items.items():
        broken = list(_misfits(placed, whole.rubrics))
        faults.extend(broken)
        if not broken:
            usable[item_id] = placed.value
    for each in whole.rounds.values():
        faults.extend(_lost(each, usable))
    tasks: dict[str, Task] = {}
    for task_id, task in whole.tasks.items():
        strange = list(_strange(task, usable))
        faults.extend(strange)
        if not strange:
            tasks[task_id] = task.value
    order = list(Kind)
    library = Library(
        dict(sorted(usable.items(), key=lambda pair: (order.index(pair[1].kind), pair[0]))),
        {rubric_id: placed.value for rubric_id, placed in whole.rubrics.items()},
        {round_id: placed.value for round_id, placed in sorted(whole.rounds.items())},
        tasks,
    )
    if cache is not None and not faults:
        write_cache(cache, key, library)
    return library, sorted(set(faults))


def item_schema() -> str:
    """The JSON Schema of a drill file, for editors."""
    return json_schema(Item, "A drill of the coach, or a list of them")


def rubric_schema() -> str:
    """The JSON Schema of a rubric file, for editors."""
    return json_schema(Rubric, "A rubric of the coach, or a list of them")


def card_schema() -> str:
    """The JSON Schema of a glossary file, for editors."""
    return json_schema(Card, "A glossary card of the coach, or a list of them")


def round_schema() -> str:
    """The JSON Schema of a file of rounds, for editors."""
    return json_schema(Round, "A round of a mock loop, or a list of them")


def task_schema() -> str:
    """The JSON Schema of a file of SQL tasks, for editors."""
    return json_schema(SqlTask, "A query to be written at the keyboard, or a list of them")


def code_schema() -> str:
    """The JSON Schema of a file of coding tasks, for editors."""
    return json_schema(CodeTask, "A program to be written at the keyboard, or a list of them")


def _read_pack(folder: Path, faults: list[ContentFault]) -> _Pack:
    if not folder.is_dir():
        raise ContentError(f"There is no content folder {folder}; name one that holds drills/ and rubrics/.")
    if not (folder / "drills").is_dir() and not (folder / "rubrics").is_dir():
        raise ContentError(f"{folder} holds neither drills/ nor rubrics/; name a folder that does.")
    drills = folder / "drills"
    pack = _Pack()
    _read_into(pack.items, drills, Item, faults)
    for path in yaml_files(folder / "rubrics"):
        for rubric in read_file(path, Rubric, faults):
            contradictions = [rubric.fault(key, expected) for key, expected in rubric.value.faults()]
            faults.extend(contradictions)
            if not contradictions:
                _add(pack.rubrics, rubric, faults)
    _read_into(pack.rounds, drills / "rounds", Round, faults)
    _read_into(pack.tasks, drills / "sql", SqlTask, faults)
    _read_into(pack.tasks, drills / "code", CodeTask, faults)
    for path in yaml_files(drills / "glossary"):
        for card in read_file(path, Card, faults):
            _add_card(pack, card, faults)
    return pack


def _read_into(into: dict[str, Any], folder: Path, kind: type[T], faults: list[ContentFault]) -> None:
    for path in yaml_files(folder):
        for placed in read_file(path, kind, faults):
            _add(into, placed, faults)


def _add_card(pack: _Pack, card: Placed[Card], faults: list[ContentFault]) -> None:
    """A card is an item with a rubric of its own."""
    if card.value.id in pack.items:
        faults.append(card.fault(("term",), f"'{card.value.term}' is there already; every term needs one card"))
        return
    pack.items[card.value.id] = Placed(item_of(card.value), card.path, card.document, card.prefix)
    pack.rubrics[card.value.id] = Placed(rubric_of(card.value), card.path, card.document, card.prefix)


def _add(into: dict[str, Any], placed: Placed[Any], faults: list[ContentFault]) -> None:
    if placed.value.id in into:
        where = into[placed.value.id].place_of_id()
        faults.append(placed.fault(("id",), f"'{placed.value.id}' is already the id of {where}; ids must be unique"))
        return
    into[placed.value.id] = placed


def _misfits(item: Placed[Item], rubrics: dict[str, Placed[Rubric]]) -> Iterator[ContentFault]:
    """What makes points of an item unreachable."""
    rubric = rubrics.get(item.value.rubric)
    if rubric is None:
        yield item.fault(("rubric",), f"there is no usable rubric '{item.value.rubric}'")
        return
    for number, follow_up in enumerate(item.value.follow_ups):
        if follow_up.rubric not in rubrics:
            yield item.fault(("follow_ups", number, "rubric"), f"there is no usable rubric '{follow_up.rubric}'")
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


def _lost(placed: Placed[Round], items: dict[str, Item]) -> Iterator[ContentFault]:
    """What a round names that cannot be practised."""
    for key in ("items", "warm_ups"):
        for number, item_id in enumerate(getattr(placed.value, key)):
            if item_id not in items:
                yield placed.fault((key, number), f"there is no usable item '{item_id}'")
    draws = placed.value.draws
    if draws is not None and draws not in set(Kind):
        yield placed.fault(("draws",), f"there is no kind '{draws}'; the kinds are {', '.join(Kind)}")


def _strange(placed: Placed[SqlTask] | Placed[CodeTask], items: dict[str, Item]) -> Iterator[ContentFault]:
    """What a task names that is not there."""
    task = placed.value
    if task.id not in items:
        yield placed.fault(("id",), f"there is no usable item '{task.id}' that this task could belong to")
    if isinstance(task, SqlTask):
        for number, table in enumerate(task.tables):
            if table not in TABLES:
                yield placed.fault(("tables", number), f"there is no table '{table}'; there are {', '.join(TABLES)}")
