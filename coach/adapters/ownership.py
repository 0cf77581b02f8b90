"""Which running copy of the coach holds which attempt: a lock file per process, freed by the system at its death."""

import fcntl
import os
import secrets
from pathlib import Path


class OwnerLock:
    """This process's claim. It lasts until `release`, or until the process dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.owner = secrets.token_hex(8)
        """Name under which attempts are claimed."""
        self._folder = folder
        self._path = folder / f"{self.owner}.lock"
        self._handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_EX)

    def is_alive(self, owner: str) -> bool:
        """Whether another process that is still running holds that claim."""
        if owner == self.owner:
            return False
        if not owner.isalnum():
            return False
        try:
            handle = os.open(self._folder / f"{owner}.lock", os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        else:
            (self._folder / f"{owner}.lock").unlink(missing_ok=True)
            return False
        finally:
            os.close(handle)

    def release(self) -> None:
        """Give the claim up; a second call does nothing."""
        if self._handle >= 0:
            self._path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = -1
