"""Holds what was heard in real and synthetic takes against their published transcripts and known silences."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from coach.core.analysis.findings import Analysis, FillerType, Tier
from coach.core.evaluation import Measure, Metric, Reading, Tally
from coach.core.spans import TimeSpan
from coach.core.text import tokens

FILLED_PAUSES = frozenset(["um", "umm", "uh", "uhh", "uhm", "er", "erm", "ah", "hm", "hmm", "mm", "mmm", "mhm"])
"""Left out of both sides before words are compared: they are counted on their own."""

NO_SPEECH = "noise"
"""The kind of clip that holds no speech."""

REAL_KINDS = frozenset({"spontaneous", "read", NO_SPEECH})
"""Kinds recorded from people or rooms; the target for filled pauses is measured on these together."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One take of the audio set and what is known of it."""

    name: str
    kind: str
    """spontaneous, read, synthetic or noise."""
    text: str
    """The published transcript, fillers kept where `filled_pauses` is known."""
    filled_pauses: int | None
    """How often um, uh and their like are said; None when the transcript may have dropped them."""
    held_out: bool = False
    """Whether nothing was ever fitted on its voices."""


@dataclass(frozen=True, slots=True)
class KnownTiming:
    """A take whose speech and silence are exactly known."""

    name: str
    first_word_s: float
    pauses: tuple[TimeSpan, ...]
    """Its silences of a second or more between first and last word."""
    duration_s: float


FIRST_WORD_ERROR_S = 0.15
"""The first word should be placed this exactly, nine times of ten."""

PAUSE_ERROR_S = 0.25
"""A pause should be measured this exactly, nine times of ten."""

TIMING_METRICS = (
    Metric("first word", Measure.P90_S, FIRST_WORD_ERROR_S),
    Metric("pauses over 1 s", Measure.P90_S, PAUSE_ERROR_S),
)
"""What is measured of takes with known silences, with the targets of the product."""


def speech_metrics(kinds: Sequence[str]) -> tuple[Metric, ...]:
    """What is measured of the audio set, given the kinds of clips in it."""
    spoken = [k for k in kinds if k != NO_SPEECH]
    return (
        *(Metric(f"words, {kind}", Measure.ERROR_RATE) for kind in spoken),
        Metric("filled pauses heard, real takes", Measure.RECALL, 0.90),
        Metric("filled pauses right, real takes", Measure.PRECISION, 0.90),
        Metric("filled pauses heard, voices held out", Measure.RECALL, 0.90),
        Metric("filled pauses right, voices held out", Measure.PRECISION, 0.90),
        Metric("filled pauses counted in takes without any", Measure.COUNT),
        *(Metric(f"filled pauses, {kind}", Measure.F1) for kind in spoken),
        Metric("words written for silence and noise", Measure.COUNT, 0),
    )


def read_clip(clip: Clip, analysis: Analysis) -> Reading:
    """What was heard in one clip: words against words, filled pauses by their count."""
    tallies: dict[str, Tally] = {}
    faults: list[str] = []
    text = analysis.transcript.text
    if clip.kind == NO_SPEECH:
        words = len(analysis.transcript.words)
        tallies["words written for silence and noise"] = Tally(found=words)
        if words:
            faults.append(f"{words} words written for no speech: “{text}”")
    else:
        errors, due = word_errors(clip.text, text)
        tallies[f"words, {clip.kind}"] = Tally(found=errors, due=due)
        if errors:
            faults.append(f"{errors} of {due} words wrong: “{text}” for “{clip.text}”")
    if clip.filled_pauses is not None:
        heard = sum(f.type is FillerType.FILLED_PAUSE and f.tier is not Tier.UNCERTAIN for f in analysis.fillers)
        tally = Tally(found=min(heard, clip.filled_pauses), said=heard, due=clip.filled_pauses)
        if clip.kind in REAL_KINDS:
            tallies["filled pauses heard, real takes"] = tallies["filled pauses right, real takes"] = tally
            if clip.held_out:
                tallies["filled pauses heard, voices held out"] = tally
                tallies["filled pauses right, voices held out"] = tally
            if clip.filled_pauses == 0:
                tallies["filled pauses counted in takes without any"] = Tally(found=heard)
        if clip.kind != NO_SPEECH:
            tallies[f"filled pauses, {clip.kind}"] = tally
        if heard != clip.filled_pauses:
            faults.append(f"{clip.filled_pauses} filled pauses were said, {heard} heard")
    return Reading(clip.name, tallies, tuple(faults))


def word_errors(reference: str, heard: str) -> tuple[int, int]:
    """Words to change, add or drop to turn what was heard into the reference, and the words of the reference.

    Case, punctuation, hyphens and filled pauses do not matter; a number in digits against its words counts as wrong.
    """
    due, said = _words(reference), _words(heard)
    return Levenshtein.distance(due, said), len(due)


def read_timing(known: KnownTiming, analysis: Analysis) -> Reading:
    """Errors in seconds of the first word and of every pause; a missed or invented one errs by its whole length."""
    delivery = analysis.delivery
    first_s = delivery.first_word_s
    first_error_s = known.duration_s if first_s is None else abs(first_s - known.first_word_s)
    errors_s = []
    left = list(delivery.pauses)
    for pause in known.pauses:
        nearest = max(left, key=lambda p: _shared_s(p, pause), default=None)
        if nearest is None or _shared_s(nearest, pause) <= 0:
            errors_s.append(pause.length_s)
            continue
        left.remove(nearest)
        errors_s.append(abs(nearest.length_s - pause.length_s))
    errors_s += [p.length_s for p in left]
    faults = []
    if first_error_s > FIRST_WORD_ERROR_S:
        faults.append(f"first word at {known.first_word_s:.2f} s, measured {first_s}")
    faults += [f"a pause is off by {e:.2f} s" for e in errors_s if e > PAUSE_ERROR_S]
    return Reading(
        known.name,
        {
            "first word": Tally(errors_s=(first_error_s,)),
            "pauses over 1 s": Tally(errors_s=tuple(errors_s)),
        },
        tuple(faults),
    )


def _words(text: str) -> list[str]:
    plain = text.translate(str.maketrans("-_/–—", "     ")).replace("%", " percent ")
    words = [t.text.replace("'", "").replace(",", "") for t in tokens(plain)]
    return [w for w in words if w not in FILLED_PAUSES]


def _shared_s(a: TimeSpan, b: TimeSpan) -> float:
    return min(a.end_s, b.end_s) - max(a.start_s, b.start_s)
