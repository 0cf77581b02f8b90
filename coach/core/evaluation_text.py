"""Holds the findings of an analysis against the labels of the text sets."""

from collections import Counter
from collections.abc import Callable, Sequence

from coach.core.analysis.findings import Analysis
from coach.core.evaluation import Measure, Metric, Reading, Tally, overlap, pair_spans
from coach.core.evaluation_labels import (
    BadMouthingItem,
    FillersItem,
    HedgesItem,
    HypotheticalsItem,
    Labelled,
    NumbersItem,
    QuestionsItem,
    SpanLabel,
    StarItem,
    ToolsItem,
    VerbatimItem,
)
from coach.core.spans import Evidence, Span

VALUE_TOLERANCE = 0.01
"""A number is right within this share of the labelled value."""

TEXT_METRICS: dict[str, tuple[Metric, ...]] = {
    "fillers": (
        Metric("place and type", Measure.F1, 0.90),
        Metric("place", Measure.F1),
        Metric("clean answers left clean", Measure.ACCURACY, 0.95),
    ),
    "it_depends": (Metric("place and status", Measure.F1, 0.85), Metric("place", Measure.F1)),
    "numbers": (Metric("place, value and unit", Measure.F1, 0.92), Metric("place", Measure.F1)),
    "tools": (
        Metric("place, justified or bare", Measure.F1, 0.85),
        Metric("place", Measure.F1),
        Metric("tool list", Measure.ACCURACY),
    ),
    "hypotheticals": (Metric("place", Measure.F1, 0.90),),
    "bad_mouthing": (Metric("place", Measure.F1, 0.90),),
    "star": (Metric("part of each sentence", Measure.ACCURACY, 0.85),),
    "questions": (
        Metric("exact count", Measure.ACCURACY, 0.85),
        Metric("asks who consumes", Measure.ACCURACY, 0.95),
    ),
    "verbatim": (Metric("label", Measure.ACCURACY, 0.90), Metric("missing words", Measure.F1)),
}
"""What is measured of each text set, with the targets of the product."""


def read_text(item: Labelled, analysis: Analysis) -> Reading:
    """What the detectors made of one labelled answer; `analysis` must be of the item's own text."""
    match item:
        case FillersItem():
            reading = _fillers(item, analysis)
        case HedgesItem():
            reading = _hedges(item, analysis)
        case NumbersItem():
            reading = _numbers(item, analysis)
        case ToolsItem():
            reading = _tools(item, analysis)
        case HypotheticalsItem():
            reading = _places(item, item.hypotheticals, analysis.hypotheticals)
        case BadMouthingItem():
            reading = _places(item, item.bad_mouthing, analysis.bad_mouthing)
        case StarItem():
            reading = _star(item, analysis)
        case QuestionsItem():
            reading = _questions(item, analysis)
        case VerbatimItem():
            reading = _verbatim(item, analysis)
        case _:
            raise TypeError(f"{type(item).__name__} is not an item of a text set")
    return reading


def _fillers(item: FillersItem, analysis: Analysis) -> Reading:
    said = analysis.fillers
    strict, faults = _compare(
        item,
        item.fillers,
        [f.where for f in said],
        lambda i, j: item.fillers[i].type is said[j].type,
        [f.type.value for f in item.fillers],
        [f.type.value for f in said],
    )
    tallies = {"place and type": strict, "place": _tally(item.fillers, [f.where for f in said])}
    if not item.fillers:
        tallies["clean answers left clean"] = Tally(found=int(not said), due=1)
    return Reading(item.id, tallies, faults)


def _hedges(item: HedgesItem, analysis: Analysis) -> Reading:
    said = analysis.it_depends
    strict, faults = _compare(
        item,
        item.it_depends,
        [h.where for h in said],
        lambda i, j: item.it_depends[i].status is said[j].status,
        [h.status.value for h in item.it_depends],
        [h.status.value for h in said],
    )
    place = _tally(item.it_depends, [h.where for h in said])
    return Reading(item.id, {"place and status": strict, "place": place}, faults)


def _numbers(item: NumbersItem, analysis: Analysis) -> Reading:
    said = analysis.numbers

    def alike(i: int, j: int) -> bool:
        label = item.numbers[i]
        return label.unit == said[j].unit and (
            label.value == said[j].value or abs(said[j].value - label.value) <= VALUE_TOLERANCE * abs(label.value)
        )

    strict, faults = _compare(
        item,
        item.numbers,
        [n.where for n in said],
        alike,
        [f"{n.value:g} {n.unit}" for n in item.numbers],
        [f"{n.value:g} {n.unit}" for n in said],
    )
    place = _tally(item.numbers, [n.where for n in said])
    return Reading(item.id, {"place, value and unit": strict, "place": place}, faults)


def _tools(item: ToolsItem, analysis: Analysis) -> Reading:
    said = analysis.tools
    strict, faults = _compare(
        item,
        item.tools,
        [t.where for t in said],
        lambda i, j: item.tools[i].justified is said[j].justified,
        ["justified" if t.justified else "bare" for t in item.tools],
        ["justified" if t.justified else "bare" for t in said],
    )
    if item.tool_list is not analysis.tool_list:
        faults = (*faults, f"tool list: labelled {item.tool_list}, judged {analysis.tool_list}")
    return Reading(
        item.id,
        {
            "place, justified or bare": strict,
            "place": _tally(item.tools, [t.where for t in said]),
            "tool list": Tally(found=int(item.tool_list is analysis.tool_list), due=1),
        },
        faults,
    )


def _places(item: Labelled, labels: Sequence[SpanLabel], said: Sequence[Evidence]) -> Reading:
    tally, faults = _compare(item, labels, said, lambda _i, _j: True, [""] * len(labels), [""] * len(said))
    return Reading(item.id, {"place": tally}, faults)


def _star(item: StarItem, analysis: Analysis) -> Reading:
    right = 0
    faults = []
    for label in item.star:
        nearest = max(analysis.star, key=lambda s: overlap(label.span, _span(s.where)), default=None)
        said = nearest.part if nearest and overlap(label.span, _span(nearest.where)) else None
        right += said is label.part
        if said is not label.part:
            words = item.text[label.start : label.end]
            faults.append(f"labelled {label.part.value}, judged {said.value if said else 'nothing'}: “{words}”")
    return Reading(item.id, {"part of each sentence": Tally(found=right, due=len(item.star))}, tuple(faults))


def _questions(item: QuestionsItem, analysis: Analysis) -> Reading:
    count = len(analysis.questions)
    consumer = any(q.asks_consumer for q in analysis.questions)
    faults = []
    if count != item.count:
        quoted = ", ".join(f"“{q.where.text}”" for q in analysis.questions)
        faults.append(f"labelled {item.count} questions, judged {count} ({quoted}): “{item.text}”")
    if consumer is not item.asks_consumer:
        faults.append(f"asks who consumes: labelled {item.asks_consumer}, judged {consumer}: “{item.text}”")
    return Reading(
        item.id,
        {
            "exact count": Tally(found=int(count == item.count), due=1),
            "asks who consumes": Tally(found=int(consumer is item.asks_consumer), due=1),
        },
        tuple(faults),
    )


def _verbatim(item: VerbatimItem, analysis: Analysis) -> Reading:
    said = analysis.verbatim
    label = said.label if said else "nothing"
    due = Counter(word.casefold() for word in item.missing)
    named = Counter(word.casefold() for word in (said.missing if said else ()))
    faults = []
    if label != item.label:
        faults.append(f"labelled {item.label}, judged {label}: “{item.text}” for “{item.target}”")
    if due != named:
        faults.append(f"missing words: labelled {sorted(due.elements())}, judged {sorted(named.elements())}")
    missing = Tally(found=(due & named).total(), said=named.total(), due=due.total())
    return Reading(
        item.id, {"label": Tally(found=int(label == item.label), due=1), "missing words": missing}, tuple(faults)
    )


def _tally(labels: Sequence[SpanLabel], said: Sequence[Evidence]) -> Tally:
    pairs = pair_spans([label.span for label in labels], [_span(s) for s in said])
    return Tally(found=len(pairs), said=len(said), due=len(labels))


def _compare(
    item: Labelled,
    labels: Sequence[SpanLabel],
    said: Sequence[Evidence],
    alike: Callable[[int, int], bool],
    label_names: Sequence[str],
    said_names: Sequence[str],
) -> tuple[Tally, tuple[str, ...]]:
    """The tally, and a line for every place that one side has and the other has not, or has otherwise."""
    pairs = pair_spans([label.span for label in labels], [_span(s) for s in said], alike)
    matched_labels, matched_said = {i for i, _ in pairs}, {j for _, j in pairs}
    faults = [
        f"missed “{item.text[label.start : label.end]}” {label_names[i]}: “{item.text}”"
        for i, label in enumerate(labels)
        if i not in matched_labels
    ]
    faults += [
        f"wrongly “{item.text[where.start : where.end]}” {said_names[j]}: “{item.text}”"
        for j, where in enumerate(said)
        if j not in matched_said
    ]
    return Tally(found=len(pairs), said=len(said), due=len(labels)), tuple(faults)


def _span(where: Evidence) -> Span:
    return Span(where.start, where.end)
