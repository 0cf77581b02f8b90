"""A file of records in the user's folder, edited by the app and by hand: read strictly, changed by the value."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coach.adapters.files import private_folder, replace_file
from coach.adapters.yaml_edit import edit_records
from coach.adapters.yaml_places import Document, Unreadable, parse
from coach.core.ports import ContentError, StorageError
from coach.core.records import Book, Clashing, Record, Settled, merge

R = TypeVar("R", bound=Record)

BACKUPS = 10
"""How many earlier versions of a file are kept."""
_TRIES = 5
"""How often a save starts over because the file changed under it."""


class YamlRecords(Generic[R]):
    """The port RecordBook on a YAML file: a mapping with one list of records, and whatever comments people write."""

    def __init__(self, path: Path, key: str, kind: type[R], *, head: str, now: Callable[[], datetime]) -> None:
        """`key` names the list, `head` is what a new file begins with, `now` dates the backups."""
        self.path = path
        self._key = key
        self._kind = kind
        self._head = head
        self._now = now

    @property
    def backups(self) -> Path:
        """Where earlier versions lie."""
        return self.path.parent / "backups"

    def load(self) -> Book[R]:
        """Read the file; an empty book when there is none. Raises ContentError naming the line at fault."""
        data, stamp = self._read()
        return Book(self._records(data), stamp)

    def stamp(self) -> str:
        """Time, size and content of the file in one word; empty when there is none or it cannot be read."""
        try:
            return self._read()[1]
        except ContentError:
            return "unreadable"

    def save(self, base: Book[R], mine: Sequence[R], settled: Settled | None = None) -> Book[R]:
        """Lay what changed from `base` to `mine` over the file as it is; raises Clashing, ContentError, StorageError.

        The version that was there goes to the backups. A file that changes while this runs is merged again.
        """
        private_folder(self.path.parent)
        for _ in range(_TRIES):
            data, stamp = self._read()
            merged = merge(base.records, mine, self._records(data), settled)
            if merged.conflicts:
                raise Clashing(merged.conflicts)
            if merged.records == self._records(data):
                return Book(merged.records, stamp)
            text = self._write(data, merged.records)
            if self._read()[1] != stamp:
                continue
            if data:
                self._back_up(data)
            replace_file(self.path.resolve(), text)
            return Book(merged.records, self.stamp())
        raise StorageError(f"{self.path} keeps changing while it is saved; close the other editor and save again.")

    def _read(self) -> tuple[bytes, str]:
        try:
            status = self.path.stat()
            data = self.path.read_bytes()
        except FileNotFoundError:
            return b"", ""
        except OSError as error:
            raise ContentError(
                f"{self.path} cannot be read: {(error.strerror or str(error)).lower()}; check it."
            ) from None
        return data, f"{status.st_mtime_ns}-{len(data)}-{hashlib.sha256(data).hexdigest()}"

    def _records(self, data: bytes) -> tuple[R, ...]:
        try:
            document = parse(data)
        except Unreadable as error:
            raise self._fault(error.line, str(error)) from None
        if document.doubles:
            keys, line = document.doubles[0]
            raise self._fault(line, f"'{keys[-1]}' is there twice")
        value = document.value
        if value is None:
            return ()
        if not isinstance(value, dict) or set(value) - {self._key}:
            raise self._fault(_strange_line(document, self._key), f"expected nothing but the list '{self._key}:'")
        entries = value.get(self._key)
        if entries is None:
            return ()
        if not isinstance(entries, list):
            raise self._fault(document.line_of((self._key,)), f"'{self._key}' must be a list, each entry behind a dash")
        return self._validated(entries, document)

    def _validated(self, entries: list[Any], document: Document) -> tuple[R, ...]:
        records: list[R] = []
        lines: dict[str, int] = {}
        for index, entry in enumerate(entries):
            try:
                record = self._kind.model_validate(entry)
            except ValidationError as error:
                first = error.errors()[0]
                line = document.line_of((self._key, index, *first["loc"]))
                raise self._fault(line, _in_words(first)) from None
            line = document.line_of((self._key, index, "id"))
            if record.id in lines:
                raise self._fault(line, f"'{record.id}' is already the id in line {lines[record.id]}")
            lines[record.id] = line
            records.append(record)
        return tuple(records)

    def _fault(self, line: int, what: str) -> ContentError:
        return ContentError(f"{self.path}:{line}: {what}; mend that line, nothing was changed.")

    def _write(self, data: bytes, records: tuple[R, ...]) -> bytes:
        """The new content; checked to say exactly what it should."""
        from ruamel.yaml.error import YAMLError

        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        text = data.decode("utf-8-sig") if data else self._head
        breaks = "\r\n" if "\r\n" in text else "\n"
        sparse = [r.model_dump(mode="json", exclude_defaults=True) for r in records]
        whole = [r.model_dump(mode="json") for r in records]
        try:
            new = edit_records(text.replace("\r\n", "\n"), self._key, sparse, whole)
        except YAMLError as error:
            what = str(getattr(error, "problem", None) or error).split("\n", maxsplit=1)[0]
            raise ContentError(f"{self.path} cannot be changed here: {what}; edit it by hand.") from None
        result = mark + new.replace("\n", breaks).encode()
        if {r.id: r for r in self._records(result)} != {r.id: r for r in records}:
            raise ContentError(f"{self.path} cannot be changed without losing something; edit it by hand.")
        return result

    def _back_up(self, data: bytes) -> None:
        """Keep the version that is about to be replaced, and no more than the newest BACKUPS."""
        folder = private_folder(self.backups)
        moment = f"{self._now():%Y%m%dT%H%M%S.%f}"
        kept = sorted(folder.glob(f"{self.path.stem}-*{self.path.suffix}"))
        name, again = f"{self.path.stem}-{moment}", 0
        while (place := folder / f"{name}-{again:03d}{self.path.suffix}").exists():
            again += 1
        replace_file(place, data)
        for old in kept[: max(0, len(kept) - BACKUPS + 1)]:
            old.unlink(missing_ok=True)


def _in_words(error: ErrorDetails) -> str:
    where = ".".join(str(part) for part in error["loc"])
    what = {"missing": "is missing", "extra_forbidden": "is no field of it; see the top of the file"}.get(
        error["type"], error["msg"][:1].lower() + error["msg"][1:]
    )
    return f"{where}: {what}" if where else what


def _strange_line(document: Document, key: str) -> int:
    value = document.value
    strange = [k for k in value if k != key] if isinstance(value, dict) else []
    return document.line_of((strange[0],)) if strange else 1
