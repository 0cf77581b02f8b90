"""Labelled sets in JSON lines, and the figures that were recorded for them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from coach.adapters.files import replace_file
from coach.core.evaluation import RESAMPLES, Figure
from coach.core.evaluation_labels import KINDS, Labelled
from coach.core.ports import ContentError, StorageError

MAX_SET_BYTES = 50_000_000
"""A larger file is no labelled set."""

_FIGURES: TypeAdapter[list[Figure]] = TypeAdapter(list[Figure])


def read_set(folder: Path, name: str) -> list[Labelled]:
    """The labelled answers of the file `name`.jsonl, in order.

    Raises ContentError when the file is missing, or naming the line that is not what the set `name` holds.
    """
    path = folder / f"{name}.jsonl"
    items: list[Labelled] = []
    seen: set[str] = set()
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            item = KINDS[name].model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            raise ContentError(
                f"{path}:{number}: {key + ': ' if key else ''}{first['msg']}; correct the set."
            ) from None
        if item.id in seen:
            raise ContentError(f"{path}:{number}: '{item.id}' is there twice; every id must be unique.")
        seen.add(item.id)
        items.append(item)
    if not items:
        raise ContentError(f"{path} holds no labelled answers; add some.")
    return items


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure for programs and records, with four decimals."""

    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return {
        "set": figure.set,
        "what": figure.what,
        "by": figure.by,
        "measure": figure.measure.value,
        "n": figure.n,
        "value": rounded(figure.value),
        "low": rounded(figure.low),
        "high": rounded(figure.high),
        "precision": rounded(figure.precision),
        "recall": rounded(figure.recall),
        "target": figure.target,
    }


def read_recorded(path: Path) -> list[Figure]:
    """The recorded figures; raises ContentError when the file is missing or holds something else."""
    return _FIGURES.validate_python([_without_date(f) for f in _record(path)["figures"]])


def write_recorded(path: Path, figures: Sequence[Figure], *, half: str, seed: int, measured_on: str) -> None:
    """Record figures: those of the sets and models measured replace the old ones, the others stay.

    `measured_on` is a date. Raises ContentError when the old record cannot be read or is of another half,
    StorageError when the file cannot be written.
    """
    kept: list[dict[str, Any]] = []
    if path.exists():
        old = _record(path)
        if old.get("half") != half:
            raise ContentError(f"{path} records the half '{old.get('half')}', not '{half}'; name another file.")
        renewed = {(f.set, f.by) for f in figures}
        kept = [f for f in old["figures"] if (f["set"], f["by"]) not in renewed]
    new = [{**figure_json(f), "measured_on": measured_on} for f in figures]
    document = {
        "command": f"coach eval --record {path.name}",
        "half": half,
        "seed": seed,
        "resamples": RESAMPLES,
        "figures": sorted([*kept, *new], key=lambda f: (f["set"], f["by"])),
    }
    if not path.parent.is_dir():
        raise StorageError(f"There is no folder {path.parent} to record figures in; make it or name another.")
    replace_file(path, (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())
    path.chmod(0o644)


def _record(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(_text(path))
        figures = document["figures"]
        _FIGURES.validate_python([_without_date(f) for f in figures])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ContentError(f"{path} holds no recorded figures; record them anew in another file.") from None
    return dict(document)


def _without_date(figure: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in figure.items() if k != "measured_on"}


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_SET_BYTES:
            raise ContentError(f"{path} is larger than {MAX_SET_BYTES // 1_000_000} MB; split it.")
        return path.read_bytes().decode()
    except FileNotFoundError:
        raise ContentError(f"There is no file {path}; run 'coach eval' on a checkout or name --folder.") from None
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}; check it.") from None
    except UnicodeDecodeError:
        raise ContentError(f"{path} is not UTF-8 text; save it as UTF-8.") from None
