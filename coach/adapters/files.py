"""Private folders and files that are replaced whole or not at all."""

import os
import tempfile
from pathlib import Path

from coach.core.ports import StorageError


def private_folder(path: Path) -> Path:
    """The folder, made if need be, open to its owner alone (0700); raises StorageError."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError as error:
        raise StorageError(
            f"The folder {path} cannot be used: {(error.strerror or str(error)).lower()}; choose another with --home."
        ) from None
    return path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file through a temporary sibling, so that a crash leaves the old one or the new one; raises StorageError.

    The file is readable by its owner alone (0600) and on disk when this returns.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise StorageError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}; free space or unlock its folder."
        ) from None
