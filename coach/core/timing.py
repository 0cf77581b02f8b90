"""When an answer got to the point: overtime, the first required idea, the first number."""

from collections.abc import Sequence

from coach.core.analysis.delivery import merge_speech
from coach.core.analysis.findings import Analysis
from coach.core.scorecard import ElementResult, Timing
from coach.core.spans import Evidence, TimeSpan


def timing_of(analysis: Analysis, elements: Sequence[ElementResult], answer_s: float) -> Timing:
    """The timing of one answer against the `answer_s` seconds of its item; empty for a typed or silent one.

    Overtime ends with the last speech in the audio, not with the take. The moment of a word that an engine puts into a
    silence is moved to the speech that follows.
    """
    speech = merge_speech(analysis.transcript.speech or ())
    if not speech:
        return Timing()
    ideas = [e for result in elements if result.must and result.met for e in result.evidence[:1]]
    return Timing(
        overtime_s=max(0.0, speech[-1].end_s - answer_s),
        first_idea_s=_first_s(ideas, speech),
        first_number_s=_first_s([n.where for n in analysis.numbers], speech),
    )


def _first_s(places: Sequence[Evidence], speech: Sequence[TimeSpan]) -> float | None:
    begins = [e.start_s for e in places if e.start_s is not None]
    return _voiced_from(min(begins), speech) if begins else None


def _voiced_from(moment_s: float, speech: Sequence[TimeSpan]) -> float:
    following = next((s for s in speech if s.end_s > moment_s), None)
    return moment_s if following is None else max(moment_s, following.start_s)
