"""Measures pace and silence of an answer, from the audio's speech stretches."""

from collections.abc import Sequence
from itertools import pairwise

from coach.core.analysis.findings import Delivery, Filler, FillerType, Tier
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import Transcript

PAUSE_S = 1.0
"""A silence of at least this long between two stretches of speech is a pause."""
NOISE_S = 0.12
"""A voiced stretch shorter than this is a click or a breath: the shortest spoken syllables take about 0.15 s."""


def measure_delivery(transcript: Transcript, fillers: Sequence[Filler]) -> Delivery:
    """Words, pace, pauses and filler rates.

    Times are None for a typed answer and, but for the pauses, for a take without speech. Word times of an engine are
    never used: they hide two-second pauses and begin half a second early.
    """
    words = _count_words(transcript, fillers)
    certain = sum(f.tier is not Tier.UNCERTAIN for f in fillers)
    per_100 = 100.0 * certain / words if words else 0.0
    if transcript.speech is None:
        return Delivery(words, None, None, None, None, (), None, None, per_100)
    speech = merge_speech(transcript.speech)
    if not speech:
        return Delivery(words, transcript.duration_s, None, None, None, (), 0.0, None, per_100)
    minutes = (speech[-1].end_s - speech[0].start_s) / 60
    voiced_minutes = sum(s.length_s for s in speech) / 60
    pauses = tuple(TimeSpan(a.end_s, b.start_s) for a, b in pairwise(speech) if b.start_s - a.end_s >= PAUSE_S)
    return Delivery(
        words=words,
        duration_s=transcript.duration_s,
        wpm=words / minutes,
        articulation_wpm=words / voiced_minutes,
        first_word_s=speech[0].start_s,
        pauses=pauses,
        longest_pause_s=max((p.length_s for p in pauses), default=0.0),
        fillers_per_min=certain / minutes,
        fillers_per_100_words=per_100,
    )


def merge_speech(speech: Sequence[TimeSpan]) -> tuple[TimeSpan, ...]:
    """The stretches in order, overlapping ones joined and those too short to be speech left out."""
    merged: list[TimeSpan] = []
    for stretch in sorted(speech, key=lambda s: s.start_s):
        if merged and stretch.start_s <= merged[-1].end_s:
            merged[-1] = TimeSpan(merged[-1].start_s, max(merged[-1].end_s, stretch.end_s))
        else:
            merged.append(stretch)
    return tuple(s for s in merged if s.length_s >= NOISE_S)


def _count_words(transcript: Transcript, fillers: Sequence[Filler]) -> int:
    """Words with a letter or digit in them; a word that is a filled pause and nothing else does not count."""
    count = sum(any(c.isalnum() for c in w.text) for w in transcript.words)
    for filler in fillers:
        if filler.type is not FillerType.FILLED_PAUSE or filler.tier is not Tier.TRANSCRIBED:
            continue
        for word in transcript.words_in(Span(filler.where.start, filler.where.end)):
            rest = word.text[: max(filler.where.start - word.start, 0)] + word.text[filler.where.end - word.start :]
            count -= not any(c.isalnum() for c in rest)
    return count
