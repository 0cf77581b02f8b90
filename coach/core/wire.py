"""The public JSON of the command line; documented in docs/json.md and kept stable."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from coach.core.analysis.findings import Analysis, Story
from coach.core.attempt import Attempt
from coach.core.drill import Item
from coach.core.rounds import Round
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard, Timing
from coach.core.spans import Evidence, TimeSpan

Json = dict[str, Any]

ROUND = "round"
"""What a round of a loop is called among the kinds of item."""


def analysis_json(analysis: Analysis, answer_id: str | None = None) -> Json:
    """One analysed answer."""
    delivery = analysis.delivery
    return {
        "id": answer_id,
        "text": analysis.transcript.text,
        "words": delivery.words,
        "duration_s": _seconds(delivery.duration_s),
        "wpm": _seconds(delivery.wpm),
        "articulation_wpm": _seconds(delivery.articulation_wpm),
        "first_word_s": _seconds(delivery.first_word_s),
        "longest_pause_s": _seconds(delivery.longest_pause_s),
        "closing_silence_s": _seconds(delivery.closing_silence_s),
        "pauses": [
            {**_stretch(pause), "place": None if place is None else str(place)}
            for pause, place in zip_longest(delivery.pauses, delivery.pause_places[: len(delivery.pauses)])
        ],
        "pace": [{**_stretch(p.time), "words": p.words, "wpm": _seconds(p.wpm)} for p in delivery.pace],
        "filler_clusters": [
            {**_place(c.where), "fillers": c.fillers, **_when(c.where)} for c in delivery.filler_clusters
        ],
        "fillers": [
            {**_place(f.where), "type": str(f.type), "tier": str(f.tier), **_when(f.where)} for f in analysis.fillers
        ],
        "it_depends": [{**_place(h.where), "status": str(h.status), "axes": list(h.axes)} for h in analysis.it_depends],
        "numbers": [{**_place(n.where), "value": n.value, "unit": n.unit} for n in analysis.numbers],
        "tools": [{**_place(t.where), "justified": t.justified} for t in analysis.tools],
        "tool_list": analysis.tool_list,
        "hypotheticals": [_place(e) for e in analysis.hypotheticals],
        "bad_mouthing": [_place(e) for e in analysis.bad_mouthing],
        "ownership": {"i": analysis.ownership.i, "we": analysis.ownership.we},
        "star": [{"start": s.where.start, "end": s.where.end, "part": str(s.part)} for s in analysis.star],
        "story": _story(analysis.story),
        "questions": [{**_place(q.where), "asks_consumer": q.asks_consumer} for q in analysis.questions],
        "verbatim": None
        if analysis.verbatim is None
        else {
            "label": analysis.verbatim.label,
            "similarity": round(analysis.verbatim.similarity, 4),
            "missing": list(analysis.verbatim.missing),
        },
        "transcript": [
            {
                "text": w.text,
                "start_s": _seconds(w.start_s),
                "end_s": _seconds(w.end_s),
                "probability": _seconds(w.probability),
            }
            for w in analysis.transcript.words
        ],
    }


def score_json(card: Scorecard, answer_id: str | None = None) -> Json:
    """One scored answer."""
    return {
        "id": answer_id,
        "item": card.item,
        "score": round(card.score, 1),
        "level": str(card.level),
        "elements": [
            {
                "id": e.id,
                "met": e.met,
                "must": e.must,
                "points": round(e.points, 2),
                "max": round(e.max, 2),
                "evidence": _evidence(e.evidence) if e.met else [],
                "rule": e.rule,
                "closeness": round(e.closeness, 3),
                "repair": "" if e.met else e.repair,
            }
            for e in card.elements
        ],
        "traps": [
            {"id": t.id, "hit": t.hit, "evidence": _evidence(t.evidence), "rule": t.rule if t.hit else ""}
            for t in card.traps
        ],
        "checks": [{"id": c.id, "passed": c.passed, "detail": c.detail} for c in card.checks],
        "timing": _timing(card.timing),
        "fix_next": card.fix_next,
        "capped_by": card.capped_by,
        "matcher": card.matcher,
        "rubric_version": card.rubric_version,
        "analysis": analysis_json(card.analysis, answer_id),
    }


def attempt_json(attempt: Attempt) -> Json:
    """One stored attempt with its verdict."""
    return {
        "attempt": attempt.id,
        "item": attempt.item,
        "created_at": attempt.created_at.isoformat(),
        "source": str(attempt.source),
        "state": str(attempt.state),
        "duration_s": _seconds(attempt.duration_s),
        "overflows": attempt.overflows,
        "ended": attempt.ended,
        "error": attempt.error,
        "scorecard": score_json(attempt.scorecard, attempt.id) if attempt.scorecard else None,
    }


def round_json(each: Round) -> Json:
    """One round of a loop for lists."""
    return {
        "id": each.id,
        "kind": ROUND,
        "title": each.title,
        "prompt": each.measures,
        "seconds": each.minutes * 60,
        "segments": [{"id": s.id, "title": s.title, "seconds": s.minutes * 60} for s in each.segments],
        "items": list(each.items),
        "warm_ups": list(each.warm_ups),
    }


def item_json(item: Item, rubric: Rubric | None = None) -> Json:
    """One item for lists; with its rubric's ideas when that is given. The model answer is never part of it."""
    summary: Json = {
        "id": item.id,
        "kind": str(item.kind),
        "title": item.title,
        "prompt": item.prompt,
        "seconds": item.time.answer_s,
        "tags": list(item.tags),
        "source": item.source,
    }
    if rubric is not None:
        summary["transcript"] = [turn.model_dump(exclude_defaults=True) for turn in item.transcript]
        summary["checks"] = [c.id for c in rubric.checks]
        summary["elements"] = len(rubric.elements)
        summary["traps"] = len(rubric.traps)
    return summary


def _story(story: Story | None) -> Json | None:
    if story is None:
        return None
    spent = story.seconds
    return {
        "seconds": None
        if spent is None
        else {
            "S": _seconds(spent.situation_s),
            "T": _seconds(spent.task_s),
            "A": _seconds(spent.action_s),
            "R": _seconds(spent.result_s),
            "I": _seconds(spent.insight_s),
        },
        "judgment": [_place(e) for e in story.judgment],
        "others": [_place(e) for e in story.others],
    }


def _timing(timing: Timing) -> Json:
    return {
        "overtime_s": _seconds(timing.overtime_s),
        "first_idea_s": _seconds(timing.first_idea_s),
        "first_number_s": _seconds(timing.first_number_s),
    }


def _place(where: Evidence) -> Json:
    return {"start": where.start, "end": where.end, "text": where.text}


def _when(where: Evidence) -> Json:
    return {"start_s": _seconds(where.start_s), "end_s": _seconds(where.end_s)}


def _evidence(all_of: Iterable[Evidence]) -> list[Json]:
    return [{**_place(e), **_when(e)} for e in all_of]


def _stretch(time: TimeSpan) -> Json:
    return {"start_s": _seconds(time.start_s), "end_s": _seconds(time.end_s)}


def _seconds(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
