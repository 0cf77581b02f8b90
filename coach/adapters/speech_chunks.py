"""The voiced stretches of a take packed into chunks that a Whisper model hears at once, and times mapped back."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.spans import TimeSpan

LONGEST_CHUNK_S = 28.0
"""Whisper listens to 30 s at a time; the rest is room for its own time stamps."""
SHORTEST_SEARCHED_S = 14.0
"""The longest silence after this much of a chunk is where it is cut: long silences end sentences."""
MARGIN_S = 0.3
"""Silence left on both sides of a stretch: with 0.15 s a first word was misheard."""
KEPT_SILENCE_S = 2.0
"""Silences up to this stay in the sound, so that the engine hears the pauses that make sentences."""
LONGEST_STRETCH_S = 120.0
"""Speech without any silence is given to the engine whole, which slides its own window, up to this length."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces of a take that are decoded together, with the silence between them left out."""

    pieces: tuple[TimeSpan, ...]
    """Where they lie in the take, in order."""

    @property
    def length_s(self) -> float:
        """How long the chunk lasts when the pieces follow one another."""
        return sum(piece.length_s for piece in self.pieces)

    def in_take(self, span: TimeSpan) -> TimeSpan:
        """A stretch of the chunk as a stretch of the take, inside one piece.

        An engine may stretch a word over a seam; it belongs to the piece that has the larger part of it.
        """
        placed: list[tuple[float, TimeSpan]] = []
        offset_s = 0.0
        for piece in self.pieces:
            shared_s = min(span.end_s, offset_s + piece.length_s) - max(span.start_s, offset_s)
            start_s, end_s = (
                min(max(time_s + piece.start_s - offset_s, piece.start_s), piece.end_s)
                for time_s in (span.start_s, span.end_s)
            )
            placed.append((shared_s, TimeSpan(start_s, end_s)))
            offset_s += piece.length_s
        return max(placed, key=lambda place: place[0])[1]


def plan_chunks(speech: Sequence[TimeSpan]) -> tuple[Chunk, ...]:
    """Chunks of at most 28 s that together hold every voiced stretch, each with its margins, cut at silences."""
    chunks: list[Chunk] = []
    waiting = _with_margins(speech)
    while waiting:
        fitting = _fitting(waiting)
        cut = len(waiting) if fitting == len(waiting) else _longest_silence(waiting, fitting)
        chunks.append(Chunk(_merged(waiting[:cut])))
        waiting = waiting[cut:]
    return tuple(chunks)


def _with_margins(speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Each stretch with the silence around it, at most a margin on either side and never into its neighbour's voice."""
    short = [part for span in speech for part in _parts(span)]
    widened = []
    for index, span in enumerate(short):
        before_s = short[index - 1].end_s if index else 0.0
        after_s = short[index + 1].start_s if index + 1 < len(short) else span.end_s + MARGIN_S
        widened.append(TimeSpan(max(span.start_s - MARGIN_S, before_s), min(span.end_s + MARGIN_S, after_s)))
    return widened


def _parts(span: TimeSpan) -> list[TimeSpan]:
    count = int(span.length_s // LONGEST_STRETCH_S) + 1
    step_s = span.length_s / count
    return [TimeSpan(span.start_s + i * step_s, span.start_s + (i + 1) * step_s) for i in range(count)]


def _fitting(pieces: Sequence[TimeSpan]) -> int:
    """How many of the first pieces fit into a chunk, silences that are kept included; at least one."""
    return next((n for n in range(1, len(pieces)) if _length_s(pieces[: n + 1]) > LONGEST_CHUNK_S), len(pieces))


def _longest_silence(pieces: Sequence[TimeSpan], fitting: int) -> int:
    """How many pieces to take so that the cut falls into the longest silence of the chunk's second half."""
    late_enough = [n for n in range(1, fitting + 1) if n == fitting or _length_s(pieces[:n]) >= SHORTEST_SEARCHED_S]
    return max(late_enough, key=lambda n: (pieces[n].start_s - pieces[n - 1].end_s, n))


def _length_s(pieces: Sequence[TimeSpan]) -> float:
    return Chunk(_merged(pieces)).length_s


def _merged(pieces: Sequence[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The same stretches of the take with pieces that touch or overlap made one."""
    merged: list[TimeSpan] = []
    for piece in pieces:
        if merged and piece.start_s - merged[-1].end_s <= KEPT_SILENCE_S - 2 * MARGIN_S:
            merged[-1] = TimeSpan(merged[-1].start_s, max(merged[-1].end_s, piece.end_s))
        else:
            merged.append(piece)
    return tuple(merged)
