"""Work that needs the recordings to itself: refused while another copy of the coach runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.adapters.ownership import OwnerLock
from coach.core.ports import StorageError


@contextmanager
def alone(recordings: Path, what: str) -> Iterator[None]:
    """The block runs while no other copy does; `what` is the work as a verb: forget. Raises StorageError."""
    folder = recordings / "running"
    try:
        lock = OwnerLock(folder)
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise StorageError(f"The folder {folder} cannot be used: {cause}; unlock it and try again.") from None
    try:
        if any(lock.is_alive(path.stem) for path in folder.glob("*.lock")):
            raise in_use(what)
        yield
    finally:
        lock.release()


def in_use(what: str) -> StorageError:
    """Why the work was refused."""
    return StorageError(f"Another program has the attempts open; close every running coach, then {what} again.")
