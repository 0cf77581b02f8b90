"""The database file: write-ahead log, foreign keys, numbered migrations; every write is durable when it returns."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from coach.adapters.ownership import OwnerLock
from coach.adapters.search_index import has_full_text, prepare_search
from coach.adapters.store_schema import MIGRATIONS
from coach.core.ports import StorageError


class Database:
    """One connection that all stores share, safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        """Open or create the database at `path`; its folder becomes private. Raises StorageError."""
        self._path = path
        self._guard = threading.RLock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.owner = OwnerLock(path.parent / "running")
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
            self._db = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise StorageError(
                f"Attempts cannot be kept in {path.parent}: {_reason(error)}; "
                "free or unlock that folder, or choose another with --home."
            ) from None
        self._db.row_factory = sqlite3.Row
        self.full_text = False
        """Whether what was said is indexed word by word."""
        self._prepare()

    def close(self) -> None:
        """Let go of the database and of this process's claims."""
        with self._guard:
            self._db.close()
            self.owner.release()

    def read(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """The rows of a query; raises StorageError."""
        with self._guard:
            try:
                return list(self._db.execute(query, values))
            except sqlite3.Error as error:
                raise self._refused("read", error) from None

    @contextmanager
    def writing(self, what: str) -> Iterator[sqlite3.Connection]:
        """A transaction; `what` says in the error what could not be done: begun, kept. Raises StorageError."""
        with self._guard:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back()
                raise self._refused(what, error) from None
            except BaseException:
                self._roll_back()
                raise

    def _prepare(self) -> None:
        with self._guard:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA foreign_keys = ON")
                version = self._version()
                if version > len(MIGRATIONS):
                    raise StorageError(
                        f"{self._path} was written by a newer coach (schema {version}); upgrade, or use another --home."
                    )
                self._migrate(version)
                self.full_text = has_full_text(self._db)
                prepare_search(self._db, full_text=self.full_text)
            except sqlite3.Error as error:
                raise self._refused("opened", error) from None

    def _migrate(self, version: int) -> None:
        """Run the missing migrations, each in a transaction that looks again: another copy may have been faster."""
        while version < len(MIGRATIONS):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                version = self._version()
                if version < len(MIGRATIONS):
                    for statement in MIGRATIONS[version].split(";"):
                        self._db.execute(statement)
                    version += 1
                    self._db.execute(f"PRAGMA user_version = {version}")
                self._db.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _refused(self, what: str, error: sqlite3.Error) -> StorageError:
        return StorageError(
            f"The attempt could not be {what} in {self._path}: {_reason(error)}; "
            "free space or repair that file, or choose another folder with --home."
            if what != "opened"
            else f"The attempts in {self._path} cannot be opened: {_reason(error)}; "
            f"{'free space' if 'full' in str(error) else 'move that file aside'}, or choose another folder with --home."
        )


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error)
