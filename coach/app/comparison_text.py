"""A comparison of two tries in words; pure."""

from textual.content import Content

from coach.app.signs import Signs
from coach.app.wording import clock, label
from coach.core.comparison import Change, Comparison, FigureChange, PointChange

IDEA_HEADS = {
    Change.GAINED: "Gained",
    Change.LOST: "Lost",
    Change.MISSING: "Still missing",
    Change.KEPT: "Kept",
}
"""What the ideas of each change stand under, in this order."""

TRAP_WORDS = {
    Change.GAINED: "avoided now",
    Change.LOST: "hit now",
    Change.MISSING: "hit in both",
    Change.KEPT: "avoided in both",
}

COLOURS = {
    Change.GAINED: "$success",
    Change.LOST: "$error",
    Change.MISSING: "$warning",
    Change.KEPT: "$success",
}

TIMED = ("length", "first required idea", "over time")
"""Figures that are spoken of as minutes and seconds."""


def change_sentence(comparison: Comparison, signs: Signs) -> str:
    """What a change of words did, in a sentence: the score and the points that moved."""
    before, after = f"{comparison.before_score:.0f}", f"{comparison.after_score:.0f}"
    score = f"Score {before} {signs.arrow} {after}" if before != after else f"Score {after} as before"
    gained = [label(p.id) for p in _points(comparison) if p.change is Change.GAINED]
    lost = [label(p.id) for p in _points(comparison) if p.change is Change.LOST]
    parts = [f"{score}."]
    if gained:
        parts.append(f"Gained: {', '.join(gained)}.")
    if lost:
        parts.append(f"Lost: {', '.join(lost)}.")
    return " ".join(parts)


def summary(comparison: Comparison, signs: Signs) -> Content:
    """Both scores and levels and how far they are apart."""
    gap = round(comparison.after_score) - round(comparison.before_score)
    colour = "$success" if gap > 0 else "$error" if gap < 0 else "$quiet"
    return Content.assemble(
        (f"{comparison.before_score:.0f}", "bold"),
        f" {comparison.before_level} {signs.arrow} ",
        (f"{comparison.after_score:.0f}", "bold"),
        f" {comparison.after_level}",
        (f"   {gap:+d}" if gap else "   the same score", f"bold {colour}"),
    )


def idea_heading(point: PointChange, signs: Signs) -> Content:
    """An idea with what became of it."""
    right = point.change in (Change.GAINED, Change.KEPT)
    return Content.assemble(
        (f"{signs.hit if right else signs.miss} ", f"bold {COLOURS[point.change]}"),
        (signs.line(label(point.id)), "bold"),
        (" (must)" if point.must else "", "$quiet"),
    )


def trap_heading(point: PointChange, signs: Signs) -> Content:
    """A trap with what became of it."""
    right = point.change in (Change.GAINED, Change.KEPT)
    return Content.assemble(
        (f"{signs.hit if right else signs.trap} ", f"bold {COLOURS[point.change]}"),
        (signs.line(label(point.id)), "bold"),
        (f" {signs.dot} {TRAP_WORDS[point.change]}", "$quiet"),
    )


def quotes(point: PointChange, signs: Signs) -> tuple[Content | None, Content | None]:
    """What was said for an idea, or what sprang a trap, in each of the two tries; None where it was not."""
    return _quote(point, signs, later=False), _quote(point, signs, later=True)


def _quote(point: PointChange, signs: Signs, *, later: bool) -> Content | None:
    evidence = point.after if later else point.before
    detail = point.after_detail if later else point.before_detail
    at = f" {clock(evidence.start_s)}" if evidence and evidence.start_s is not None else ""
    if detail:
        return Content(signs.line(detail))
    if evidence is None or not evidence.text:
        return None
    return Content.assemble(signs.quoted(evidence.text), (at, "$quiet"))


def figures(comparison: Comparison, signs: Signs) -> Content:
    """The delivery of both tries, one figure a line."""
    lines = [Content.styled(f"{'':22}{'before':>9}{'after':>9}{'change':>9}", "$quiet")]
    for figure in comparison.figures:
        if figure.before is None and figure.after is None:
            continue
        gap = figure.difference
        change = "" if gap is None else _signed(figure, gap)
        name = f"{figure.name}{f', {figure.unit}' if figure.unit == 'wpm' else ''}"
        before, after = _value(figure, figure.before, signs), _value(figure, figure.after, signs)
        lines.append(Content(f"{name:22}{before:>9}{after:>9}{change:>9}"))
    return Content("\n").join(lines)


def _value(figure: FigureChange, value: float | None, signs: Signs) -> str:
    if value is None:
        return signs.dash
    if figure.name in TIMED:
        return clock(value)
    text = f"{value:.0f}" if figure.unit == "wpm" else f"{round(value, 1):g}"
    return f"{text} s" if figure.unit == "s" else text


def _signed(figure: FigureChange, gap: float) -> str:
    rounded = round(gap) if figure.name in TIMED or figure.unit == "wpm" else round(gap, 1)
    if not rounded:
        return "="
    return f"{rounded:+g}{' s' if figure.unit == 's' else ''}"


def _points(comparison: Comparison) -> tuple[PointChange, ...]:
    return (*comparison.ideas, *comparison.traps, *comparison.checks)
