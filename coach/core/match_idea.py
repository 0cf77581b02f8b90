"""One idea held against every window of an answer: which words express it, and why, or why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.core.features import Measured
from coach.core.match_model import Head, probability
from coach.core.references import Idea, References
from coach.core.spans import Span
from coach.core.transcript import Transcript
from coach.core.windows import Window

DECISION = 0.5
"""An idea counts from this closeness."""
VOIDED = 0.45
"""The closeness left to words that are right and do not count: late, out of order, made good, asked."""
TYPED_WPM = 150
"""The pace at which the time of a typed word is reckoned (National Center for Voice and Speech)."""
PHRASE_LOGIT = 0.5
"""Log-odds of a listed wording: of those plainly said in graded answers 92 % expressed the idea."""
CANNOT_COUNT = 1.0
"""Log-odds below the line at which words stand that cannot count; another window may still say the idea."""
TIGHTER_COSTS = 0.35
"""Log-odds that a tighter window may be behind the best one and still be the evidence."""
_LOOKS_RIGHT = 0.5
"""Similarity to an exemplar from which it is worth saying why words do not count."""


@dataclass(frozen=True, slots=True)
class Match:
    """One idea held against the whole answer."""

    id: str
    closeness: float
    """0 to 1; the idea counts from 0.5."""
    spans: tuple[Span, ...]
    """The best words; empty when nothing was said or the idea is one of omission."""
    rule: str
    """What matched, or what came nearest, as a sentence for the candidate."""
    voided: str = ""
    """What made words that came close not count; empty otherwise."""

    @property
    def counts(self) -> bool:
        """Whether the idea is taken as expressed."""
        return self.closeness >= DECISION


def match_idea(
    idea: Idea,
    refs: References,
    windows: Sequence[Window],
    measured: Sequence[Measured],
    head: Head,
    extra: Mapping[str, float],
    transcript: Transcript,
) -> Match:
    """The best window of an idea; `extra` are features that are the same for every window."""
    if not windows:
        return Match(idea.id, 0.0, (), "nothing was said")
    shift = head.logit(extra) - head.bias
    raw = [head.logit(m.values) + shift for m in measured]
    reasons = [_not_said(m, trap=idea.trap) for m in measured]
    late = _late(idea, windows, transcript)
    logits = [
        min(z, -CANNOT_COUNT) if reason or is_late else max(z, PHRASE_LOGIT) if m.phrase else z
        for z, m, reason, is_late in zip(raw, measured, reasons, late, strict=True)
    ]
    best = max(range(len(logits)), key=lambda i: logits[i])
    tempting = max(range(len(raw)), key=lambda i: raw[i])
    if logits[best] < 0 <= raw[tempting]:
        why = reasons[tempting] or f"too late: it counts within the first {idea.recognise.within_s:g} s"
        return Match(
            idea.id,
            VOIDED,
            (windows[tempting].span,),
            _rule(refs, windows[tempting], measured[tempting], said=True),
            why,
        )
    best = _tightest(windows, logits, best)
    closeness = probability(logits[best])
    said = closeness >= DECISION
    rule = _rule(refs, windows[best], measured[best], said=said)
    return Match(idea.id, closeness, (windows[best].span,), rule, "" if said else _doubt(measured[best]))


def _not_said(m: Measured, *, trap: bool) -> str:
    """Why words are no statement of the idea; empty when they may be.

    In the graded answers no element was met by a question or a bare list (0 of 10), and of the traps that were denied
    as a whole 1 of 10 was hit; for elements a flat denial says less (7 of 18 met), so it is weighed, not settled.
    """
    if m.values["asks"]:
        return "asked, not said"
    if m.values["lists"]:
        return "listed, not said"
    return "denied" if trap and m.values["denied_flatly"] else ""


def _late(idea: Idea, windows: Sequence[Window], transcript: Transcript) -> list[bool]:
    """Which windows begin after the moment up to which the idea counts."""
    limit = idea.recognise.within_s
    if limit is None:
        return [False] * len(windows)
    return [_begin_s(transcript, w.span) > limit for w in windows]


def _begin_s(transcript: Transcript, span: Span) -> float:
    time = transcript.time_of(span)
    if time is not None:
        return time.start_s
    return sum(w.end <= span.start for w in transcript.words) * 60 / TYPED_WPM


def _tightest(windows: Sequence[Window], logits: Sequence[float], best: int) -> int:
    """The smallest window inside the best one that is about as good and falls on the same side of the line."""
    inside = [
        i
        for i, w in enumerate(windows)
        if windows[best].contains(w)
        and w.units < windows[best].units
        and logits[i] >= logits[best] - TIGHTER_COSTS
        and (logits[i] >= 0) == (logits[best] >= 0)
    ]
    return max(inside, key=lambda i: (-windows[i].units, logits[i]), default=best)


def _rule(refs: References, window: Window, m: Measured, *, said: bool) -> str:
    text = _short(window.text)
    if said and m.phrase:
        return f'said: "{text}" has the wording "{m.phrase}"'
    if m.nearest < 0:
        return f'{"said" if said else "nearest"}: "{text}" by its key terms'
    exemplar = f'"{_short(refs.texts[m.nearest])}" ({m.nearest_similarity:.2f})'
    if said:
        return f'said: "{text}" is close to {exemplar}'
    if m.nearest_miss >= 0 and m.nearest_miss_similarity > m.nearest_similarity:
        miss = f'"{_short(refs.texts[m.nearest_miss])}" ({m.nearest_miss_similarity:.2f})'
        return f'nearest: "{text}" ({m.nearest_similarity:.2f}), which sounds like {miss}'
    return f'nearest: "{text}", some way from {exemplar}'


def _doubt(m: Measured) -> str:
    """What speaks against words that look right; empty when they do not look right."""
    if m.values["figures_wrong"]:
        return m.fault
    if m.nearest_similarity < _LOOKS_RIGHT:
        return ""
    reasons = (("reported", "put in the mouth of others"), ("denied_flatly", "denied"))
    return next((reason for name, reason in reasons if m.values[name]), m.fault)


def _short(text: str, limit: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
