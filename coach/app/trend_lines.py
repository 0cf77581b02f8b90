"""How it goes in words and bars: what stands under the plots, and instead of them on a plain terminal; pure."""

from collections.abc import Iterator

from textual.content import Content

from coach.app.signs import Signs
from coach.app.wording import clock, count, label
from coach.core.library import Library
from coach.core.trends import Measure, MissedIdea, Practised, Series

NAMES = {
    Measure.SCORE: "Score of 100",
    Measure.FILLERS: "Fillers a minute",
    Measure.PACE: "Pace in words a minute",
    Measure.PAUSE: "Longest pause in seconds",
    Measure.HEDGES: "Hedges left open",
}
"""What each measure is called over its plot."""

TOPS = {Measure.SCORE: 100.0}
"""Where a scale ends, for measures that have an end."""

BAR = 20
"""Cells of a bar for an idea that was missed in every answer."""

_HEIGHTS = 30
"""Values of a series in one line."""


def practised_line(practised: Practised, signs: Signs) -> Content:
    """Streak and minutes."""
    dot = f" {signs.dot} "
    return Content.assemble(
        ("Streak ", "$quiet"), (count(practised.streak_days, "day"), "bold"),
        (f"{dot}{count(practised.answers, 'answer')} on {count(practised.days, 'day')}", "$quiet"),
        ("\nSpoken today ", "$quiet"), (clock(practised.today_s), "bold"),
        (f"{dot}in 7 days ", "$quiet"), (clock(practised.week_s), "bold"),
        (f"{dot}in all ", "$quiet"), (_hours(practised.all_s), "bold"),
    )  # fmt: skip


def series_line(series: Series, signs: Signs) -> Content:
    """A measure on one line: its name, the median then and now, and heights."""
    name = f"{NAMES[series.measure]:<26}"
    if not series.values:
        return Content.assemble((name, "$quiet"), "nothing measured yet")
    top = TOPS.get(series.measure) or max(*series.medians, 1.0)
    heights = signs.spark(series.thinned(_HEIGHTS).medians, top)
    moved = f"{series.begin:>5.1f} {signs.arrow} {series.medians[-1]:.1f}"
    return Content.assemble((name, "$quiet"), (f"{moved:<16}", "bold"), (heights, "$primary"))


def missed_lines(missed: list[MissedIdea], library: Library, signs: Signs, width: int) -> Iterator[Content]:
    """The ideas missed most often, each with a bar and its count."""
    most = max((each.missed for each in missed), default=0)
    for each in missed:
        cells = max(1, round(BAR * each.missed / most))
        counted = f"{each.missed} of {each.of}"
        room = width - BAR - 14
        what = signs.cut(_what(each, library), room)
        yield Content.assemble((f"{signs.speech * cells:<{BAR}} ", "$warning"), (f"{counted:>11}  ", "bold"), what)


def _what(idea: MissedIdea, library: Library) -> str:
    item = library.items.get(idea.item)
    title = item.title if item else idea.item
    elements = library.rubric_of(item).elements if item else ()
    what = next((e.what for e in elements if e.id == idea.element), label(idea.element))
    return f"{what.rstrip('.')}{' (must)' if idea.must else ''}: {title}"


def _hours(seconds: float) -> str:
    return clock(seconds) if seconds < 3600 else f"{seconds / 3600:.1f} h"
