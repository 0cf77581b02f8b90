"""The medians of earlier benchmark runs, one JSON object a line."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from coach.adapters.files import private_folder
from coach.core.benchmark import Timed
from coach.core.ports import StorageError

KEPT_LINES = 200


def earlier_medians(path: Path) -> dict[str, list[float]]:
    """The medians of each name in earlier runs, oldest first; lines that cannot be read are passed over."""
    found: dict[str, list[float]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return found
    for line in lines[-KEPT_LINES:]:
        try:
            for name, value in json.loads(line)["medians"].items():
                found.setdefault(str(name), []).append(float(value))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def keep_run(path: Path, at: datetime, runs: Sequence[Timed]) -> None:
    """Add a run; raises StorageError."""
    private_folder(path.parent)
    line = json.dumps({"at": at.isoformat(), "medians": {r.name: round(r.median_s, 6) for r in runs}})
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        path.chmod(0o600)
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}; unlock it.") from None
