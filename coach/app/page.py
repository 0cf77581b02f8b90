"""An answer laid out in lines, with signs put in and every character traceable to the answer; pure."""

from bisect import bisect_left
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content, Span

from coach.app.marks import STYLES, Mark, MarkKind, sign_of
from coach.app.signs import Signs
from coach.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out answer."""

    text: str
    """The answer with signs put in, on one endless line."""
    source: tuple[int, ...]
    """For each character of `text`, the offset in the answer that it stands for or stands before."""
    lines: tuple[tuple[int, int], ...]
    """The lines, as half-open ranges of `text`."""
    spans: tuple[Span, ...]
    """The colours, as ranges of `text`."""

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` that shows a range of the answer."""
        return bisect_left(self.source, start), bisect_left(self.source, max(end, start + 1))

    def line_of(self, offset: int) -> int:
        """The number of the line that shows a character of the answer."""
        at = bisect_left(self.source, offset)
        for number, (_, end) in enumerate(self.lines):
            if at < end:
                return number
        return max(0, len(self.lines) - 1)

    def content(self, *extra: tuple[int, int, str]) -> Content:
        """All lines, coloured; `extra` are further styles for ranges of the answer."""
        spans = list(self.spans)
        for start, end, style in extra:
            low, high = self.shown(start, end)
            spans.append(Span(low, high, style))
        whole = Content(self.text, spans)
        return Content("\n").join([whole[start:end] for start, end in self.lines])


def lay_out(transcript: Transcript, marks: tuple[Mark, ...], signs: Signs, width: int) -> Page:
    """Set an answer in lines of at most `width` cells; signs stand before what they mark, fillers between two."""
    build = _Builder(signs)
    waiting = list(marks)
    closing: list[tuple[Mark, int]] = []
    for number, word in enumerate(transcript.words):
        if number:
            build.put(" ", word.start - 1)
        while waiting and waiting[0].note and waiting[0].start <= word.start:
            build.aside(waiting.pop(0))
        for offset, char in enumerate(signs.line(word.text), word.start):
            while waiting and waiting[0].start <= offset:
                mark = waiting.pop(0)
                closing.append((mark, build.open(mark, offset)))
            build.put(char, offset)
            for mark, since in [m for m in closing if m[0].end <= offset + 1]:
                closing.remove((mark, since))
                build.close(mark, since, offset)
    for mark, since in closing:
        build.close(mark, since, max(mark.start, mark.end - 1))
    for mark in waiting:
        build.put(" ", len(transcript.text))
        build.aside(mark)
    text = "".join(build.text)
    return Page(text, tuple(build.source), _break(text, width), tuple(build.spans))


class _Builder:
    """Collects characters, where they come from, and their colours."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.text: list[str] = []
        self.source: list[int] = []
        self.spans: list[Span] = []

    def put(self, chars: str, offset: int) -> None:
        """Put in characters that stand for one offset of the answer."""
        self.text.extend(chars)
        self.source.extend([max(offset, self.source[-1] if self.source else 0)] * len(chars))

    def open(self, mark: Mark, offset: int) -> int:
        """Put in the sign; where it stands."""
        since = len(self.text)
        self.put(sign_of(mark.kind, self.signs) + mark.note, offset)
        return since

    def close(self, mark: Mark, since: int, offset: int) -> None:
        """Colour everything since the sign."""
        if mark.kind is MarkKind.FILLER and mark.end > mark.start:
            self.put(self.signs.filler, offset)
        self.spans.append(Span(since, len(self.text), STYLES[mark.kind]))

    def aside(self, mark: Mark) -> None:
        """Something between two words: a sign with its note, followed by a blank."""
        before = mark.start - 1
        self.close(mark, self.open(mark, before), before)
        self.put(" ", before)


def _break(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Ranges of at most `width` cells, broken at blanks where there are any."""
    lines: list[tuple[int, int]] = []
    start, used, blank = 0, 0, -1
    for at, char in enumerate(text):
        cells = cell_len(char)
        if char == " ":
            blank = at
        if used + cells > width and at > start:
            end = blank if blank > start else at
            lines.append((start, end))
            start = end + 1 if blank == end else end
            used, blank = cell_len(text[start : at + 1]), -1
            continue
        used += cells
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return tuple(lines)
