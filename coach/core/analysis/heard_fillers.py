"""Filled pauses that were only heard, put beside those that were written."""

from collections.abc import Sequence

from coach.core.analysis.findings import Filler, FillerType, Tier
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.transcript import HeardPause, Transcript, Word

HEARD = 0.5
"""From this probability on a heard filled pause counts.

On voices that the weights had not heard (fit half), an engine that wrote 5 of 23 filled pauses so comes to 19 with one
false, and one that wrote 20 with one false comes to 21 with one false.
"""
UNCERTAIN = 0.15
"""From this probability on it is shown, and not counted; on such voices three quarters of all above 0.1 are right."""
REACH_S = 0.3
"""Engines err by so much at the edges of a pause; within it a written and a heard filled pause are the same."""
LEAST_WORD_S = 0.04
"""A word that an engine gave less than this has no place of its own."""


def with_heard(transcript: Transcript, written: Sequence[Filler]) -> tuple[Filler, ...]:
    """The written fillers and those that were only heard, in the order of the text.

    Each written filled pause takes the likeliest place between the words beside it, those with the least room first;
    what is left over was not written.
    """
    left = [p for p in transcript.heard_pauses if p.probability >= UNCERTAIN]
    rooms = [_room(transcript, f) for f in written if f.type is FillerType.FILLED_PAUSE] if left else []
    for room in sorted((r for r in rooms if r), key=lambda r: r.length_s):
        inside = [p for p in left if p.span.start_s < room.end_s and room.start_s < p.span.end_s]
        if inside:
            left.remove(max(inside, key=lambda p: p.probability))
    return tuple(sorted([*written, *(_heard(transcript, p) for p in left)], key=lambda f: f.where.start))


def _room(transcript: Transcript, filler: Filler) -> TimeSpan | None:
    """Where the sound of a written filled pause may lie: between the middles of the words beside it.

    Engines give a hesitation a moment before the next word and no length, however long it was; and now and then the
    word before it too, which then says nothing.
    """
    time = transcript.time_of(Span(filler.where.start, filler.where.end))
    if time is None:
        return None
    before = [w for w in transcript.words if w.end <= filler.where.start and _length_s(w) >= LEAST_WORD_S]
    after = [w for w in transcript.words if w.start >= filler.where.end and _length_s(w) >= LEAST_WORD_S]
    start_s = _middle_s(before[-1]) if before else 0.0
    end_s = _middle_s(after[0]) if after else time.end_s + REACH_S
    return TimeSpan(min(start_s, time.start_s - REACH_S), max(end_s, time.end_s + REACH_S))


def _heard(transcript: Transcript, pause: HeardPause) -> Filler:
    offset = offset_at(transcript, (pause.span.start_s + pause.span.end_s) / 2)
    where = Evidence(offset, offset, "", pause.span.start_s, pause.span.end_s)
    tier = Tier.HEARD if pause.probability >= HEARD else Tier.UNCERTAIN
    return Filler(where, FillerType.FILLED_PAUSE, tier)


def offset_at(transcript: Transcript, moment_s: float) -> int:
    """Where in the text a moment lies: before the first word whose middle comes later."""
    return next((w.start for w in transcript.words if _middle_s(w) > moment_s), len(transcript.text))


def _length_s(word: Word) -> float:
    return (word.end_s or 0.0) - (word.start_s or 0.0)


def _middle_s(word: Word) -> float:
    return ((word.start_s or 0.0) + (word.end_s or 0.0)) / 2
