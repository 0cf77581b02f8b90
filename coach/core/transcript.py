"""An answer as timed words, and questions about it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from coach.core.spans import Evidence, Span, TimeSpan

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class HeardWord:
    """One word as a speech engine reports it, before it has a place in a text."""

    text: str
    """The word with its punctuation; surrounding blanks do not matter."""
    start_s: float
    """Where the engine thinks it begins."""
    end_s: float
    """Where the engine thinks it ends."""
    probability: float
    """The engine's own probability for the word, 0 to 1."""


@dataclass(frozen=True, slots=True)
class HeardPause:
    """A place in the sound of a take that may be a filled pause, whether or not the engine wrote it."""

    span: TimeSpan
    """Where its steady sound lies."""
    probability: float
    """How probable a filled pause is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an answer, with its place in the text and, when spoken, in time."""

    text: str
    """The word with its punctuation, no blanks."""
    start: int
    """Offset of its first character in the text of the transcript."""
    end: int
    """Offset one past its last character."""
    start_s: float | None = None
    """When it begins; None in a typed answer."""
    end_s: float | None = None
    """When it ends; None in a typed answer."""
    probability: float | None = None
    """The engine's own probability, 0 to 1; None in a typed answer."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, word by word; `text` is the words joined by single blanks (or the typed text)."""

    text: str
    """The whole answer; every character offset elsewhere points into it."""
    words: tuple[Word, ...]
    """The words in order; `text[w.start:w.end] == w.text`."""
    duration_s: float | None = None
    """Length of the take; None for a typed answer."""
    speech: tuple[TimeSpan, ...] | None = None
    """Stretches with a voice in them, from the audio; None for a typed answer."""
    engine: str | None = None
    """Name of the speech engine; None for a typed answer."""
    model: str | None = None
    """Name of the speech model; None for a typed answer."""
    heard_pauses: tuple[HeardPause, ...] = ()
    """Places that sound like filled pauses, in order; kept, so that an answer is judged again without its sound."""

    @classmethod
    def typed(cls, text: str) -> "Transcript":
        """The transcript of an answer that was typed: words without times."""
        words = tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))
        return cls(text=text, words=words)

    @classmethod
    def spoken(
        cls,
        heard: Iterable[HeardWord],
        *,
        duration_s: float,
        speech: tuple[TimeSpan, ...],
        engine: str,
        model: str,
        heard_pauses: tuple[HeardPause, ...] = (),
    ) -> "Transcript":
        """The transcript of a take: words laid out in one text, in the order heard."""
        words: list[Word] = []
        offset = 0
        for each in heard:
            text = " ".join(each.text.split())
            if not text:
                continue
            words.append(Word(text, offset, offset + len(text), each.start_s, each.end_s, each.probability))
            offset += len(text) + 1
        return cls(
            text=" ".join(w.text for w in words),
            words=tuple(words),
            duration_s=duration_s,
            speech=speech,
            engine=engine,
            model=model,
            heard_pauses=heard_pauses,
        )

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that share at least one character with the span."""
        first = bisect_right(self.words, span.start, key=lambda w: w.end)
        return self.words[first : max(first, bisect_left(self.words, span.end, key=lambda w: w.start))]

    def time_of(self, span: Span) -> TimeSpan | None:
        """When the words of the span were spoken; None when they carry no time."""
        inside = self.words_in(span)
        starts = [w.start_s for w in inside if w.start_s is not None]
        ends = [w.end_s for w in inside if w.end_s is not None]
        if not starts or not ends:
            return None
        return TimeSpan(min(starts), max(ends))

    def evidence(self, span: Span) -> Evidence:
        """The span with its words and, in a take, its time."""
        time = self.time_of(span)
        return Evidence(
            span.start,
            span.end,
            self.text[span.start : span.end],
            time.start_s if time else None,
            time.end_s if time else None,
        )


def words_in_speech(
    heard: Iterable[HeardWord], speech: Iterable[TimeSpan], *, tolerance_s: float = 0.3
) -> tuple[HeardWord, ...]:
    """The words that touch a stretch of speech; engines invent words on silence, and those go.

    A word counts as spoken when it overlaps a voiced stretch widened by `tolerance_s` on both sides:
    Whisper's word times are off by up to 0.6 s at the edges of a pause.
    """
    stretches = tuple(speech)
    return tuple(
        w
        for w in heard
        if any(w.start_s < s.end_s + tolerance_s and s.start_s - tolerance_s < w.end_s for s in stretches)
    )
