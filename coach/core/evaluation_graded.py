"""Holds scorecards against graded answers: ideas, traps, level, and the order of the answers to one item."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from coach.core.evaluation import Measure, Metric, Reading, Tally
from coach.core.evaluation_labels import GradedItem
from coach.core.ports import ContentError
from coach.core.scorecard import Scorecard

GRADED_METRICS = (
    Metric("elements", Measure.F1, 0.90),
    Metric("traps", Measure.F1, 0.85),
    Metric("level", Measure.ACCURACY, 0.80),
)
"""What is measured of each graded answer, with the targets of the product."""

ORDER = Metric("order within an item", Measure.ACCURACY, 0.98)
"""What is measured of all answers to one item together, in pairs; a tie is half right, so tallies count halves."""

ABOVE = frozenset({("senior", "mid"), ("senior", "junior"), ("mid", "junior"), ("unusual", "near_miss")})
"""Which answer must score above which."""


def read_graded(item: GradedItem, card: Scorecard) -> Reading:
    """What the judge made of one graded answer; raises ContentError when a label names what the rubric has not."""
    met = {e.id: e.met for e in card.elements}
    hit = {t.id: t.hit for t in card.traps}
    _known(item, "element", item.elements, met)
    _known(item, "trap", item.traps, hit)
    faults = [
        *_differences("element", item.elements, met),
        *_differences("trap", item.traps, hit),
    ]
    if card.level is not item.level:
        faults.append(f"level: labelled {item.level.value}, judged {card.level.value} ({card.score:g})")
    return Reading(
        item.id,
        {
            "elements": _decisions(item.elements, met),
            "traps": _decisions(item.traps, hit),
            "level": Tally(found=int(card.level is item.level), due=1),
        },
        tuple(faults),
    )


def read_order(judged: Iterable[tuple[GradedItem, float]]) -> list[Reading]:
    """One reading per practised item, from its answers and their scores; items without a pair are left out."""
    by_item: dict[str, list[tuple[GradedItem, float]]] = {}
    for item, score in judged:
        by_item.setdefault(item.item, []).append((item, score))
    readings = []
    for name, answers in by_item.items():
        pairs = list(_pairs(answers))
        if pairs:
            half_points = sum(2 if above > below else int(above == below) for _, _, above, below in pairs)
            faults = [
                f"order: {high} ({above:g}) is not above {low} ({below:g})"
                for high, low, above, below in pairs
                if above <= below
            ]
            readings.append(Reading(name, {ORDER.what: Tally(found=half_points, due=2 * len(pairs))}, tuple(faults)))
    return readings


def _pairs(answers: Sequence[tuple[GradedItem, float]]) -> Iterable[tuple[str, str, float, float]]:
    for (a, a_score), (b, b_score) in combinations(answers, 2):
        if (a.written_as, b.written_as) in ABOVE:
            yield a.id, b.id, a_score, b_score
        elif (b.written_as, a.written_as) in ABOVE:
            yield b.id, a.id, b_score, a_score


def _known(item: GradedItem, kind: str, labels: Mapping[str, bool], judged: Mapping[str, bool]) -> None:
    unknown = sorted(set(labels) - set(judged))
    if unknown:
        raise ContentError(
            f"The labels of {item.id} name the {kind} '{unknown[0]}', which the rubric of {item.item} does not have; "
            "correct the labelled set."
        )


def _decisions(labels: Mapping[str, bool], judged: Mapping[str, bool]) -> Tally:
    return Tally(
        found=sum(judged[name] for name, label in labels.items() if label),
        said=sum(judged[name] for name in labels),
        due=sum(labels.values()),
    )


def _differences(kind: str, labels: Mapping[str, bool], judged: Mapping[str, bool]) -> list[str]:
    return [
        f"{kind} {name}: {'missed' if label else 'wrongly found'}"
        for name, label in labels.items()
        if judged[name] is not label
    ]
