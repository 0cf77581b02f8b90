"""Words of a transcript set right by hand: offsets and times follow, the sound stays what it was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from coach.core.ports import CoachError
from coach.core.spans import TimeSpan
from coach.core.transcript import Transcript, Word

INSERTED_S = 0.4
"""At most so long is an inserted word: one word at 150 a minute."""


class CorrectionError(CoachError):
    """A correction that cannot be made."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One short run of words replaced by other words."""

    first: int
    """Index of the first word concerned, in the transcript as it stood before."""
    count: int
    """How many words give way; 0: the new words come in before the word at `first`."""
    text: str
    """The new words; empty: those words are left out."""
    was: str = ""
    """The words that gave way."""
    at: datetime | None = None
    """When it was made; None until it is kept."""


def correct(transcript: Transcript, correction: Correction) -> Transcript:
    """The transcript with one correction made; everything but the text and the words stays. Raises CorrectionError.

    As many new words as old ones keep the times of the old ones; otherwise the time of the run is shared out by the
    length of the words. An inserted word lies in the gap before the next one.
    """
    words, new = transcript.words, correction.text.split()
    first, end = correction.first, correction.first + correction.count
    if not (0 <= first <= end <= len(words)):
        raise CorrectionError(f"There is no word {end} in this answer; it has {len(words)}.")
    if not correction.count and not new:
        raise CorrectionError("Nothing would change; type the word that was said.")
    if len(words) - correction.count + len(new) == 0:
        raise CorrectionError("No word would be left of this answer; leave one standing.")
    low, high = _range(transcript, first, end, bool(new))
    before, after = transcript.text[:low], transcript.text[high:]
    middle = " ".join(new)
    if new and not correction.count:
        middle = f"{middle} " if first < len(words) else f" {middle}"
    placed = _placed(new, low + (len(middle) - len(middle.lstrip())), _times(transcript, first, end, new))
    shift = len(middle) - (high - low)
    moved = tuple(replace(w, start=w.start + shift, end=w.end + shift) for w in words[end:])
    return replace(transcript, text=before + middle + after, words=(*words[:first], *placed, *moved))


def correct_all(transcript: Transcript, corrections: Iterable[Correction]) -> Transcript:
    """The transcript with corrections made one after the other; raises CorrectionError."""
    for each in corrections:
        transcript = correct(transcript, each)
    return transcript


def words_of(transcript: Transcript, first: int, count: int) -> str:
    """The text of a run of words, single blanks between them."""
    return " ".join(w.text for w in transcript.words[first : first + count])


def _range(transcript: Transcript, first: int, end: int, filled: bool) -> tuple[int, int]:
    """The characters that give way; a run that is left out takes the blank beside it along."""
    words = transcript.words
    if first == end:
        at = words[first].start if first < len(words) else words[-1].end
        return at, at
    low, high = words[first].start, words[end - 1].end
    if filled:
        return low, high
    if end < len(words):
        return low, words[end].start
    return words[first - 1].end, high


def _placed(new: list[str], offset: int, times: list[TimeSpan | None]) -> tuple[Word, ...]:
    placed: list[Word] = []
    for text, time in zip(new, times, strict=True):
        start_s, end_s = (time.start_s, time.end_s) if time else (None, None)
        placed.append(Word(text, offset, offset + len(text), start_s, end_s))
        offset += len(text) + 1
    return tuple(placed)


def _times(transcript: Transcript, first: int, end: int, new: list[str]) -> list[TimeSpan | None]:
    """When each new word was said; None in a typed answer."""
    if len(new) == end - first:
        return [_time(word) for word in transcript.words[first:end]]
    whole = _stretch(transcript, first, end, len(new))
    if whole is None:
        return [None] * len(new)
    letters = sum(len(text) for text in new)
    found: list[TimeSpan | None] = []
    at_s = whole.start_s
    for text in new:
        until_s = at_s + whole.length_s * len(text) / letters
        found.append(TimeSpan(at_s, until_s))
        at_s = until_s
    return found


def _stretch(transcript: Transcript, first: int, end: int, new: int) -> TimeSpan | None:
    """The time that the new words share: that of the old ones, or for an insertion the gap they come in."""
    times = [_time(word) for word in transcript.words]
    if first < end:
        start, stop = times[first], times[end - 1]
        return TimeSpan(start.start_s, stop.end_s) if start and stop else None
    earlier = times[first - 1] if first else None
    later = times[first] if first < len(times) else None
    if later:
        opens_s = earlier.end_s if earlier else max(0.0, later.start_s - new * INSERTED_S)
        return TimeSpan(max(min(opens_s, later.start_s), later.start_s - new * INSERTED_S), later.start_s)
    if earlier and transcript.duration_s is not None:
        closes_s = max(earlier.end_s, min(transcript.duration_s, earlier.end_s + new * INSERTED_S))
        return TimeSpan(earlier.end_s, closes_s)
    return None


def _time(word: Word) -> TimeSpan | None:
    return TimeSpan(word.start_s, word.end_s) if word.start_s is not None and word.end_s is not None else None
