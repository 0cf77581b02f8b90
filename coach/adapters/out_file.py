"""Files that are handed to the user: private, whole or not there at all, never written over something unasked."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from coach.core.ports import StorageError

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


@contextmanager
def out_file(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A new file (0600) that takes its name when the block ends well; raises StorageError.

    It grows as a temporary sibling. An existing file is replaced with `force` only, and then at once.
    """
    if path.is_dir():
        raise StorageError(f"{path} is a folder; name a file.")
    if not force and os.path.lexists(path):
        raise _taken(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _name(Path(temporary), path, force=force)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}; choose another place or free space."
        ) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def write_out(path: Path, chunks: Iterable[str], *, force: bool) -> int:
    """Write a text in UTF-8, piece by piece; its length in bytes. Raises StorageError."""
    with out_file(path, force=force) as file:
        return sum(file.write(chunk.encode("utf-8", errors="replace")) for chunk in chunks)


def _name(temporary: Path, path: Path, *, force: bool) -> None:
    """Give the file its name; without `force` by a link, which fails when the name was taken meanwhile."""
    if not force:
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise _taken(path) from None
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if os.path.lexists(path):
                raise _taken(path) from None
        else:
            return
    temporary.replace(path)


def _taken(path: Path) -> StorageError:
    return StorageError(f"{path} exists already; name another file, or add --force to replace it.")
