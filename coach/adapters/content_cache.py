"""Sound content kept in a form that loads at once: reading two megabytes of YAML takes seconds, of JSON a blink."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import coach
from coach.adapters.files import private_folder, replace_file
from coach.core.drill import Item
from coach.core.library import Library
from coach.core.ports import StorageError
from coach.core.rounds import Round
from coach.core.rubric import Rubric
from coach.core.sql_task import CodeTask, SqlTask, Task

KEPT = 4
"""So many fingerprints are kept: different packs and homes take turns."""
_PREFIX = "library-"


class LazyRubrics(Mapping[str, Rubric]):
    """Rubrics by id, each made from its JSON when it is first asked for: one is used at a time."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._raw = raw
        self._made: dict[str, Rubric] = {}

    def __getitem__(self, rubric_id: str) -> Rubric:
        if rubric_id not in self._made:
            self._made[rubric_id] = Rubric.model_validate(self._raw[rubric_id])
        return self._made[rubric_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def fingerprint(packs: Sequence[Path]) -> str:
    """What the packs' files look like from outside: place, size and time of change of each, and this version."""
    seen = hashlib.sha256(coach.__version__.encode())
    for pack in packs:
        for folder in ("drills", "rubrics"):
            for path in sorted((pack / folder).rglob("*.y*ml")):
                try:
                    found = path.stat()
                except OSError:
                    continue
                seen.update(f"{path.absolute()}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:32]


def read_cache(folder: Path, key: str) -> Library | None:
    """The library of that fingerprint, or None when it is not kept or not readable."""
    try:
        kept = json.loads((folder / f"{_PREFIX}{key}.json").read_bytes())
        items = {i["id"]: Item.model_validate(i) for i in kept["items"]}
        rounds = {r["id"]: Round.model_validate(r) for r in kept["rounds"]}
        tasks: dict[str, Task] = {t["id"]: SqlTask.model_validate(t) for t in kept["sql_tasks"]}
        tasks |= {t["id"]: CodeTask.model_validate(t) for t in kept["code_tasks"]}
        rubrics = kept["rubrics"]
        whole = all(i.rubric in rubrics for i in items.values())
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
    return Library(items, LazyRubrics(rubrics), rounds, tasks) if whole else None


def write_cache(folder: Path, key: str, library: Library) -> None:
    """Keep a library; where that is impossible the next start reads the YAML again."""
    kept = {
        "items": [i.model_dump(mode="json", exclude_defaults=True) for i in library.items.values()],
        "rounds": [r.model_dump(mode="json", exclude_defaults=True) for r in library.rounds.values()],
        "sql_tasks": [_raw(t) for t in library.tasks.values() if isinstance(t, SqlTask)],
        "code_tasks": [_raw(t) for t in library.tasks.values() if isinstance(t, CodeTask)],
        "rubrics": {k: r.model_dump(mode="json", exclude_defaults=True) for k, r in library.rubrics.items()},
    }
    try:
        private_folder(folder)
        replace_file(folder / f"{_PREFIX}{key}.json", json.dumps(kept, ensure_ascii=False).encode())
        others = sorted(folder.glob(f"{_PREFIX}*.json"), key=lambda p: p.stat().st_mtime_ns, reverse=True)
        for path in others[KEPT:]:
            path.unlink(missing_ok=True)
    except (StorageError, OSError):
        return


def _raw(task: Task) -> Any:
    return task.model_dump(mode="json", exclude_defaults=True)
