"""Finds every "it depends" of an answer and whether the debt it opened was paid (annotation rules, 2)."""

from bisect import bisect_right

from coach.core.analysis.depend_axes import axes_after, axes_elsewhere
from coach.core.analysis.depend_branches import find_branches
from coach.core.analysis.depend_phrases import find_phrases
from coach.core.analysis.findings import Hedge, HedgeStatus
from coach.core.text import sentences
from coach.core.transcript import Transcript


def find_hedges(transcript: Transcript) -> tuple[Hedge, ...]:
    """Every "it depends" and its kin, in order, each with its axes and what became of it.

    Unresolved: nothing was named that could be measured or answered. Axes: something was. Resolved: the answer also
    branches on it, leans one way, or gives a default; anywhere, before the hedge or sentences after it.
    """
    text = transcript.text
    phrases = find_phrases(text)
    if not phrases:
        return ()
    cut = sentences(text)
    branches = find_branches(text, cut, phrases)
    starts = [s.start for s in cut]
    homes = [cut[max(bisect_right(starts, p.span.start) - 1, 0)] for p in phrases]
    named = [axes_after(text, home, phrase) for home, phrase in zip(homes, phrases, strict=True)]
    shared = tuple(axis for each in named for axis in each.concrete)
    hedges: list[Hedge] = []
    for phrase, home, behind in zip(phrases, homes, named, strict=True):
        axes = behind.concrete
        if not axes and not (behind.vague and len(phrases) > 1):
            axes = axes_elsewhere(text, home, phrase) or (() if behind.vague else shared)
        if branches.condition:
            status = HedgeStatus.RESOLVED
            axes = axes or (branches.condition,)
        elif axes:
            status = HedgeStatus.RESOLVED if branches.decides else HedgeStatus.AXES
        else:
            status = HedgeStatus.UNRESOLVED
        hedges.append(Hedge(transcript.evidence(phrase.span), status, axes))
    return tuple(hedges)
