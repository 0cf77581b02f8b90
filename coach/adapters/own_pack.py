"""Items, rubrics and cards written into a content folder as YAML; nothing that is there is ever overwritten."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from coach.adapters.files import private_folder, replace_file
from coach.core.ports import StorageError

ITEM_HEAD = "# yaml-language-server: $schema=item.schema.json\n"
RUBRIC_HEAD = (
    "# yaml-language-server: $schema=rubric.schema.json\n"
    "# A draft made from your document: read it, add exemplars and near misses, then remove 'draft'.\n"
)
CARD_HEAD = (
    "# yaml-language-server: $schema=../card.schema.json\n"
    "# Drafts made from your document: mend 'must_mention', then remove 'draft'.\n"
)


def write_new(folder: Path, files: Mapping[str, str]) -> tuple[list[Path], list[Path]]:
    """Write the files that are not there yet: which were written, and which were there; raises StorageError."""
    written: list[Path] = []
    kept: list[Path] = []
    for place, text in files.items():
        path = folder / place
        if not path.resolve().is_relative_to(folder.resolve()):
            raise StorageError(f"{path} would lie outside {folder}; choose another name.")
        if path.exists():
            kept.append(path)
            continue
        private_folder(path.parent)
        replace_file(path, text.encode())
        written.append(path)
    return written, kept


def as_yaml(head: str, value: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> str:
    """A content file with its first lines."""
    plain = dict(value) if isinstance(value, Mapping) else list(value)
    return head + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120)
