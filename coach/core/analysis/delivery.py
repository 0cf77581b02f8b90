"""Measures pace and silence of an answer, from the audio's speech stretches."""

from collections.abc import Sequence
from itertools import pairwise

from coach.core.analysis.findings import Delivery, Filler, FillerType, Tier
from coach.core.analysis.pace import filler_clusters, pace_curve, pause_places
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import Transcript, Word

PAUSE_S = 1.0
"""A silence of at least this long between two stretches of speech is a pause."""
NOISE_S = 0.12
"""A voiced stretch shorter than this is a click or a breath: the shortest spoken syllables take about 0.15 s."""


def measure_delivery(transcript: Transcript, fillers: Sequence[Filler]) -> Delivery:
    """Words, pace, pauses and filler rates.

    Times are None for a typed answer and, but for the pauses, for a take without speech. Rates and pauses never rest on
    the word times of an engine: they hide two-second pauses and begin half a second early. The pace curve does, moved
    into the speech they belong to, since half a second is little beside its 15.
    """
    said = _said(transcript, fillers)
    words = len(said)
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
        closing_silence_s=_closing_silence_s(transcript, speech),
        pause_places=pause_places(transcript, pauses),
        pace=pace_curve(said, speech),
        filler_clusters=filler_clusters(transcript, fillers),
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


def _closing_silence_s(transcript: Transcript, speech: Sequence[TimeSpan]) -> float | None:
    return None if transcript.duration_s is None else max(0.0, transcript.duration_s - speech[-1].end_s)


def _said(transcript: Transcript, fillers: Sequence[Filler]) -> list[Word]:
    """Words with a letter or digit in them; a word that is a filled pause and nothing else does not count."""
    pauses: set[int] = set()
    for filler in fillers:
        if filler.type is not FillerType.FILLED_PAUSE or filler.tier is not Tier.TRANSCRIBED:
            continue
        for word in transcript.words_in(Span(filler.where.start, filler.where.end)):
            rest = word.text[: max(filler.where.start - word.start, 0)] + word.text[filler.where.end - word.start :]
            if not any(c.isalnum() for c in rest):
                pauses.add(word.start)
    return [w for w in transcript.words if w.start not in pauses and any(c.isalnum() for c in w.text)]
