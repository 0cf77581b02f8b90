"""What a backup holds and under which names: the database, the takes, and what the user wrote in the home folder."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field

from coach.adapters.take_places import is_take_name
from coach.config import Places
from coach.core.drill import Strict

MANIFEST = "manifest.json"
"""Name of the list of everything else in the archive."""

DATABASE = "coach.db"
"""Name of the database in the archive."""

FORMAT = 1
"""Version of this layout."""

ASIDE = "replaced-"
"""Beginning of the folders into which a restore moves what was there."""

STAGED = "restoring"
"""Folder in which a restore gets its files ready."""

_LEFT_OUT = frozenset({"models", "cache", "recordings", "running", "sound.log", "restore.json", STAGED})
_SHA256 = r"^[0-9a-f]{64}$"
_MAX_NAME = 1024


class Member(Strict):
    """One file of a backup."""

    name: Annotated[str, Field(min_length=1, max_length=_MAX_NAME)]
    """`coach.db`, `recordings/TAKE` or `home/PATH`."""
    size_bytes: int = Field(ge=0)
    sha256: str = Field(pattern=_SHA256)


class Manifest(Strict):
    """What a backup says of itself."""

    format: int = Field(ge=1)
    """Version of the layout."""
    coach: str
    """Version of the program that wrote it."""
    made_at: str
    """When, in ISO 8601 with a time zone."""
    database_version: int = Field(ge=0)
    """How many migrations the database has seen."""
    with_audio: bool
    """Whether the takes are in it."""
    attempts: int = Field(ge=0)
    """How many attempts the database has."""
    files: tuple[Member, ...]
    """Every other member, the database first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be backed up."""

    name: str
    """Its name in the archive."""
    path: Path


def home_files(places: Places) -> Iterator[Found]:
    """Everything the user may have written below the home folder; links and hidden files are left out."""
    for entry in home_entries(places):
        if entry.is_symlink():
            continue
        if entry.is_file():
            yield Found(f"home/{entry.name}", entry)
            continue
        for folder, folders, names in os.walk(entry):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                if not name.startswith(".") and path.is_file() and not path.is_symlink():
                    yield Found(f"home/{path.relative_to(places.home).as_posix()}", path)


def home_links(places: Places) -> list[str]:
    """Links below the home folder, which no backup follows, by their name there."""
    found: list[str] = []
    for entry in home_entries(places):
        inside = [] if entry.is_symlink() else [Path(d, n) for d, ds, fs in os.walk(entry) for n in (*ds, *fs)]
        found += [p.relative_to(places.home).as_posix() for p in (entry, *inside) if p.is_symlink()]
    return found


def home_entries(places: Places) -> list[Path]:
    """What lies directly in the home folder and is the user's, neither a model nor a cache nor the recordings."""
    if not places.home.is_dir():
        return []
    return sorted(p for p in places.home.iterdir() if _is_users(p.name) and p != places.recordings)


def recording_entries(places: Places) -> list[Path]:
    """The database with its companions, and every take."""
    if not places.recordings.is_dir():
        return []
    base = places.database.name
    return sorted(
        p
        for p in places.recordings.iterdir()
        if p.name in {base, f"{base}-wal", f"{base}-shm", f"{base}-journal"} or is_take_name(p.name)
    )


def take_files(places: Places) -> Iterator[Found]:
    """Every take."""
    for path in recording_entries(places):
        if is_take_name(path.name) and path.is_file() and not path.is_symlink():
            yield Found(f"recordings/{path.name}", path)


def is_safe_name(name: str) -> bool:
    """Whether a name from an archive is one that a backup writes: relative, plain, in one of its three places."""
    path = PurePosixPath(name)
    parts = path.parts
    if (
        not parts
        or len(name) > _MAX_NAME
        or path.is_absolute()
        or str(path) != name
        or re.search(r"[\\:]|^~", name)
        or any(unicodedata.category(c).startswith("C") for c in name)
        or any(part.startswith(".") for part in parts)
    ):
        return False
    if name == DATABASE:
        return True
    if parts[0] == "recordings":
        return len(parts) == 2 and is_take_name(parts[1])
    return parts[0] == "home" and len(parts) > 1 and _is_users(parts[1])


def _is_users(name: str) -> bool:
    return not name.startswith((".", ASIDE)) and name not in _LEFT_OUT
