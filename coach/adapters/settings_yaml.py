"""The user's settings in YAML: strict to read, replaced whole when saved."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from coach.adapters.files import private_folder, replace_file
from coach.adapters.yaml_places import Unreadable, parse
from coach.config import Settings
from coach.core.ports import ContentError


def load_settings(path: Path) -> Settings:
    """The settings of a file; the defaults when there is none. Raises ContentError naming the line at fault."""
    try:
        document = parse(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except Unreadable as error:
        raise ContentError(f"{path}:{error.line}: {error}; mend or delete that file.") from None
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}; check it.") from None
    try:
        return Settings.model_validate(document.value or {})
    except ValidationError as error:
        first = error.errors()[0]
        line = document.line_of(tuple(first["loc"]))
        key = ".".join(str(part) for part in first["loc"])
        raise ContentError(f"{path}:{line}: {key}: {first['msg'].lower()}; mend or delete that line.") from None


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings that differ from the defaults; raises StorageError."""
    private_folder(path.parent)
    chosen = settings.model_dump(mode="json", exclude_defaults=True)
    replace_file(path, yaml.safe_dump(chosen, sort_keys=False, allow_unicode=True).encode() if chosen else b"{}\n")
