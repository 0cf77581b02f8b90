"""A backup looked at before anything of it is believed: names, sizes, checksums, the database inside."""

import hashlib
import os
import sqlite3
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from coach.adapters.archive import PIECE
from coach.adapters.archive_layout import DATABASE, FORMAT, MANIFEST, Manifest, Member, is_safe_name
from coach.adapters.store_schema import MIGRATIONS
from coach.adapters.take_places import is_take_name
from coach.core.ports import StorageError


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a backup may hold; more is taken for an attack (an archive that unpacks to fill the disk)."""

    files: int = 100_000
    file_bytes: int = 16 << 30
    total_bytes: int = 64 << 30
    """About 550 hours of 16 kHz WAV."""
    manifest_bytes: int = 64 << 20


class BadArchive(StorageError):
    """A file is no backup, or not one to be trusted."""


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; every way in which it can be damaged raises BadArchive."""
    if not path.is_file():
        raise BadArchive(f"There is no file {path}; check the path.")
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise BadArchive(f"{path} is no backup of the coach, or it is damaged ({error}); use another one.") from None


def checked_manifest(archive: zipfile.ZipFile, limits: Limits) -> Manifest:
    """The list of what is in the archive, after checking that the archive keeps to it; raises BadArchive."""
    members = archive.infolist()
    if len(members) > limits.files:
        raise _refused(f"it holds more than {limits.files} files")
    by_name = {info.filename: info for info in members}
    if len(by_name) != len(members) or len({n.casefold() for n in by_name}) != len(members):
        raise _refused("it holds two files of the same name")
    for info in members:
        _check_member(info)
    if MANIFEST not in by_name:
        raise _refused("it has no manifest")
    manifest = _read_manifest(archive, by_name.pop(MANIFEST), limits)
    if {m.name: m.size_bytes for m in manifest.files} != {n: i.file_size for n, i in by_name.items()}:
        raise _refused("its files are not those that its manifest lists")
    if DATABASE not in by_name:
        raise _refused("it holds no attempts")
    if any(m.size_bytes > limits.file_bytes for m in manifest.files) or total_bytes(manifest) > limits.total_bytes:
        raise _refused("it unpacks to more than a backup ever holds")
    return manifest


def total_bytes(manifest: Manifest) -> int:
    """What the backup unpacks to."""
    return sum(m.size_bytes for m in manifest.files)


def unpack(archive: zipfile.ZipFile, member: Member, target: Path) -> None:
    """Write one member to a new private file, no more than it says, and check its sum; raises BadArchive, OSError."""
    digest, size = hashlib.sha256(), 0
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file, archive.open(member.name) as source:
        while piece := source.read(min(PIECE, member.size_bytes - size + 1)):
            size += len(piece)
            if size > member.size_bytes:
                raise _refused(f"{member.name} is longer than it says")
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if size != member.size_bytes or digest.hexdigest() != member.sha256:
        raise _refused(f"the checksum of {member.name} is wrong")


def check_database(path: Path) -> set[str]:
    """Make sure that a database from a backup can be used; the names of its takes. Raises BadArchive."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if version > len(MIGRATIONS):
                raise BadArchive(
                    f"This backup was made by a newer coach (schema {version}); upgrade the coach, then restore it."
                )
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise _refused("its database is damaged")
            takes = {row[0] for row in db.execute("SELECT audio FROM attempts WHERE audio IS NOT NULL")}
    except sqlite3.Error as error:
        raise _refused(f"its database cannot be read: {error}") from None
    if not all(isinstance(name, str) and is_take_name(name) for name in takes):
        raise _refused("its database names takes outside the recordings")
    return takes


def _check_member(info: zipfile.ZipInfo) -> None:
    if info.filename != MANIFEST and not is_safe_name(info.filename):
        raise _refused(f"it holds a file at a place where a backup has none: {info.filename[:80]!r}")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.is_dir() or kind not in {0, stat.S_IFREG}:
        raise _refused(f"it holds something that is no file: {info.filename[:80]!r}")
    if info.flag_bits & 1:
        raise _refused("it is encrypted")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _refused("it is packed in a way that a backup never is")


def _read_manifest(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Manifest:
    if info.file_size > limits.manifest_bytes:
        raise _refused("its manifest is too long")
    with archive.open(info) as file:
        data = file.read(limits.manifest_bytes)
    try:
        manifest = Manifest.model_validate_json(data)
    except ValidationError:
        raise _refused("its manifest cannot be read; it may be of a newer coach") from None
    if manifest.format > FORMAT:
        raise BadArchive("This backup was made by a newer coach; upgrade the coach, then restore it.")
    return manifest


def _refused(why: str) -> BadArchive:
    return BadArchive(f"This backup is refused: {why}; use another one.")
