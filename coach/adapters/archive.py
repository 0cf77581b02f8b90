"""A backup: one ZIP file with the database, the takes and what the user wrote, and a checksum of each."""

import hashlib
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from stat import S_IFREG
from typing import BinaryIO

import coach
from coach.adapters.archive_layout import (
    DATABASE,
    FORMAT,
    MANIFEST,
    Found,
    Manifest,
    Member,
    home_files,
    home_links,
    take_files,
)
from coach.adapters.out_file import out_file
from coach.config import Places
from coach.core.ports import Progress, StorageError

PIECE = 1 << 20
"""Bytes that are copied at a time."""

_PACKED = {".flac", ".gz", ".zip", ".mp3", ".ogg"}
_FIRST_ZIP_YEAR = 1980


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What went into a backup."""

    manifest: Manifest
    size_bytes: int
    """Length of the archive."""
    links: tuple[str, ...]
    """Links in the home folder, which are not followed."""


def back_up(
    places: Places,
    target: Path,
    made_at: datetime,
    *,
    with_audio: bool = True,
    force: bool = False,
    progress: Progress | None = None,
) -> BackedUp:
    """Write everything into `target`; the coach may go on running meanwhile. Raises StorageError.

    The database is copied by SQLite at one moment; takes that are added later are not named in it.
    """
    with (
        out_file(target, force=force) as file,
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".coach-") as aside,
    ):
        copy = Path(aside) / DATABASE
        version, attempts = _copy_database(places.database, copy)
        found = [Found(DATABASE, copy), *home_files(places), *(take_files(places) if with_audio else ())]
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            members = [m for each in _told(found, progress) if (m := _add(archive, each)) is not None]
            manifest = Manifest(
                format=FORMAT,
                coach=coach.__version__,
                made_at=made_at.isoformat(timespec="seconds"),
                database_version=version,
                with_audio=with_audio,
                attempts=attempts,
                files=tuple(members),
            )
            archive.writestr(_info(MANIFEST, time.time()), manifest.model_dump_json(indent=1).encode())
        file.seek(0, 2)
        return BackedUp(manifest, file.tell(), tuple(home_links(places)))


def _copy_database(source: Path, target: Path) -> tuple[int, int]:
    """A copy of the database as it is at one moment: its version and the number of attempts."""
    if not source.is_file():
        raise StorageError("Nothing was practised yet, there is nothing to back up; run 'coach' first.")
    try:
        with closing(sqlite3.connect(source, timeout=10)) as here, closing(sqlite3.connect(target)) as there:
            target.chmod(0o600)
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")
            version = int(there.execute("PRAGMA user_version").fetchone()[0])
            return version, int(there.execute("SELECT count(*) FROM attempts").fetchone()[0])
    except sqlite3.Error as error:
        raise StorageError(
            f"The attempts in {source} cannot be copied: {error}; free space or repair that file."
        ) from None


def _add(archive: zipfile.ZipFile, found: Found) -> Member | None:
    """Put a file into the archive; None when it was taken away meanwhile."""
    digest, size = hashlib.sha256(), 0
    try:
        with found.path.open("rb") as source:
            info = _info(found.name, found.path.stat().st_mtime)
            if found.path.suffix.lower() in _PACKED:
                info.compress_type = zipfile.ZIP_STORED
            with archive.open(info, "w", force_zip64=True) as target:
                for piece in pieces(source):
                    digest.update(piece)
                    size += len(piece)
                    target.write(piece)
    except FileNotFoundError:
        return None
    except PermissionError:
        raise StorageError(f"{found.path} cannot be read: permission denied; make it yours and try again.") from None
    return Member(name=found.name, size_bytes=size, sha256=digest.hexdigest())


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """A file piece by piece."""
    while piece := source.read(PIECE):
        yield piece


def _info(name: str, modified: float) -> zipfile.ZipInfo:
    """A private regular file."""
    at = time.localtime(modified)[:6]
    info = zipfile.ZipInfo(name, at if at[0] >= _FIRST_ZIP_YEAR else (_FIRST_ZIP_YEAR, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (S_IFREG | 0o600) << 16
    return info


def _told(found: list[Found], progress: Progress | None) -> Iterator[Found]:
    for number, each in enumerate(found):
        yield each
        if progress:
            progress((number + 1) / len(found))
