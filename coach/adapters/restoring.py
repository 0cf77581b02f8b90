"""A backup put back: everything is made ready beside the present state, then one journal decides between old and new.

Before the journal is on disk a crash leaves the old state. From then on the restore is decided: what is left of it (a
few renames) is done by the next start of the coach, before it opens anything.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coach.adapters.alone import alone
from coach.adapters.archive_check import Limits, check_database, checked_manifest, opened, total_bytes, unpack
from coach.adapters.archive_layout import (
    ASIDE,
    DATABASE,
    STAGED,
    Manifest,
    home_entries,
    recording_entries,
)
from coach.adapters.files import private_folder, replace_file
from coach.config import Places
from coach.core.ports import Progress, StorageError

_SPARE_BYTES = 50 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back."""

    manifest: Manifest
    aside: tuple[Path, ...]
    """Folders with what was there before."""


def restore(
    places: Places,
    source: Path,
    moment: datetime,
    *,
    replace: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of what is there, which is moved aside; raises StorageError and changes nothing then.

    Without `replace` only an empty home is filled.
    """
    with _failing_in_a_sentence(places), opened(source) as archive:
        manifest = checked_manifest(archive, limits or Limits())
        if not replace and (home_entries(places) or recording_entries(places)):
            raise StorageError(
                f"There are attempts or settings in {places.home} already; add --replace to move them aside."
            )
        for folder in (places.home, places.recordings):
            private_folder(folder)
        with alone(places.recordings, "restore"):
            _room(places, total_bytes(manifest))
            for folder in _staging(places):
                shutil.rmtree(folder, ignore_errors=True)
            try:
                for number, member in enumerate(manifest.files):
                    target = _staged(places, member.name)
                    _private_parents(target)
                    unpack(archive, member, target)
                    if progress:
                        progress((number + 1) / len(manifest.files))
                takes = check_database(_staged(places, DATABASE))
                stamp = f"{ASIDE}{moment:%Y%m%d-%H%M%S}"
                _decide(places, stamp, kept=set() if manifest.with_audio else takes)
            except BaseException:
                for folder in _staging(places):
                    shutil.rmtree(folder, ignore_errors=True)
                raise
            finish_restore(places)
    return Restored(manifest, tuple(p for p in copies_aside(places) if p.name == stamp))


def finish_restore(places: Places) -> None:
    """Do what a decided restore has left to do; nothing when there is none. Raises StorageError."""
    journal = places.journal
    if not journal.is_file():
        return
    with _failing_in_a_sentence(places), _locked(places.home):
        if not journal.is_file():
            return
        plan = json.loads(journal.read_text(encoding="utf-8"))
        for root, staged, names in (
            (places.home, places.home / STAGED, plan["home"]),
            (places.recordings, places.recordings / STAGED, plan["recordings"]),
        ):
            aside = root / plan["aside"]
            for name in names:
                _move(root / name, aside / name)
            _sync(aside)
            # What is still staged is not in place: a file of its name was made after the crash, and goes aside too.
            for entry in sorted(staged.iterdir()) if staged.is_dir() else ():
                if os.path.lexists(root / entry.name):
                    _move(root / entry.name, private_folder(aside) / entry.name)
                entry.rename(root / entry.name)
            _sync(root)
        journal.unlink()
        _sync(places.home)
        for folder in _staging(places):
            shutil.rmtree(folder, ignore_errors=True)


def copies_aside(places: Places) -> tuple[Path, ...]:
    """Folders that earlier restores moved aside."""
    roots = dict.fromkeys((places.home, places.recordings))
    return tuple(p for root in roots if root.is_dir() for p in sorted(root.glob(f"{ASIDE}*")) if p.is_dir())


def _decide(places: Places, stamp: str, kept: set[str]) -> None:
    """Write the journal: from here on the new state is in force. `kept` are takes that stay where they are."""
    home = [p.name for p in home_entries(places)]
    recordings = [p.name for p in recording_entries(places) if p.name not in kept]
    for root, names in ((places.home, home), (places.recordings, recordings)):
        if names:
            private_folder(root / stamp)
        _sync(root)
    plan = {"aside": stamp, "home": home, "recordings": recordings}
    replace_file(places.journal, json.dumps(plan).encode())
    _sync(places.home)


def _move(path: Path, target: Path) -> None:
    """Rename, unless that was done before the crash."""
    if not os.path.lexists(target) and os.path.lexists(path):
        path.rename(target)


def _staging(places: Places) -> tuple[Path, Path]:
    return places.home / STAGED, places.recordings / STAGED


def _staged(places: Places, name: str) -> Path:
    """Where a member is made ready, on the disk where it will stay."""
    home, recordings = _staging(places)
    first, _, rest = name.partition("/")
    if name == DATABASE:
        return recordings / places.database.name
    return recordings / rest if first == "recordings" else home / rest


def _private_parents(target: Path) -> None:
    for folder in reversed(target.parents):
        if not folder.exists():
            folder.mkdir(mode=0o700)


def _room(places: Places, wanted_bytes: int) -> None:
    free = min(shutil.disk_usage(folder).free for folder in (places.home, places.recordings))
    if wanted_bytes + _SPARE_BYTES > free:
        raise StorageError(
            f"The backup unpacks to {wanted_bytes / 1e6:.0f} MB and {free / 1e6:.0f} MB are free; free some space."
        )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One process at a time finishes a restore."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _failing_in_a_sentence(places: Places) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise StorageError(
            f"The backup cannot be put into {places.home}: {cause}; free or unlock that folder and try again."
        ) from None


def _sync(folder: Path) -> None:
    if not folder.is_dir():
        return
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
