"""Documents of the user's as lines of text, whatever their encoding; anything else is refused in one sentence."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from coach.core.ports import ContentError

MAX_BYTES = 20_000_000
"""A guide of two hundred pages is half a megabyte."""
MAX_LINES = 400_000
MAX_LINE = 20_000
"""Characters of a line; what is longer is a dump and no prose, and is cut."""
SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".srt", ".vtt", ""})
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class TextDocument:
    """The lines of a document."""

    lines: list[str]
    note: str = ""
    """How it was read, when not all of it was UTF-8."""


def read_document(path: Path) -> TextDocument:
    """The lines of a Markdown, plain-text or subtitle file; raises ContentError."""
    if path.suffix.lower() not in SUFFIXES:
        raise ContentError(f"{path} is not a document that can be imported; use Markdown, plain text, .srt or .vtt.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ContentError(
            f"{path} cannot be read: {(error.strerror or str(error)).lower()}; check the path."
        ) from None
    if len(data) > MAX_BYTES:
        raise ContentError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; import it in parts.")
    text, note = _decoded(data, path)
    lines = [line[:MAX_LINE] for line in text.splitlines()]
    if len(lines) > MAX_LINES:
        raise ContentError(f"{path} has {len(lines)} lines, over {MAX_LINES}; import it in parts.")
    if not any(line.strip() for line in lines):
        raise ContentError(f"{path} is empty; there is nothing to import.")
    return TextDocument(lines, note)


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if encoding:
        try:
            return data.decode(encoding), ""
        except UnicodeDecodeError:
            raise ContentError(f"{path} is damaged: it does not hold what its first bytes promise.") from None
    sample = data[:65_536]
    if b"\0" in data or sum(b in _CONTROLS for b in sample) > len(sample) // 100:
        raise ContentError(f"{path} is not text; save it as Markdown or plain text first.")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    lines = data.split(b"\n")
    odd = 0
    decoded: list[str] = []
    for line in lines:
        try:
            decoded.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            odd += 1
            decoded.append(line.decode("cp1252", errors="replace"))
    return "\n".join(decoded), f"{odd} of {len(lines)} lines are not UTF-8 and were read as Windows-1252"
