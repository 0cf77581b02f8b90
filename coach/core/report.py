"""The report: everything that was practised on one page that needs neither network nor script."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coach.core.attempt import Attempt, State
from coach.core.drill import Item
from coach.core.exporting import Exported
from coach.core.report_attempt import attempt_html
from coach.core.report_html import page, safe, table
from coach.core.report_plots import MOST_DOTS, PLOTS, plot
from coach.core.trends import (
    PRACTISED,
    Day,
    MissedIdea,
    Point,
    Practised,
    Trends,
    figures_of,
    most_missed,
    practised_on,
)

MISSED_SHOWN = 12
"""So many of the most missed ideas are listed: what can be worked on in the weeks before an interview."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the report is made from."""

    attempts: Sequence[str]
    """Ids, oldest first."""
    read: Callable[[str], Exported | None]
    """Reads one attempt; None when it is damaged. Each is read twice, so that never all are held at once."""
    items: Mapping[str, Item]
    made_at: datetime
    """When the report is made, in the candidate's time zone."""
    scope: str = ""
    """What the report is confined to, in a phrase; empty for everything."""
    sound: Callable[[Attempt], str | None] | None = None
    """The take of an attempt as a data: URI; None leaves all sound out."""


@dataclass(frozen=True, slots=True)
class _Glance:
    """What the overview needs of one attempt."""

    id: str
    item: str
    title: str
    at: datetime
    state: State
    duration_s: float | None
    level: str
    point: Point | None
    missed: tuple[tuple[str, str, bool], ...]
    """Id, words and whether it is required, of each idea that did not come."""


def report(request: Request) -> Iterator[str]:
    """The page in pieces, in order."""
    glances = [_glance(found) for name in request.attempts if (found := request.read(name)) is not None]
    unread = len(request.attempts) - len(glances)
    yield from page("Coach report", _body(request, glances, unread))


def _body(request: Request, glances: Sequence[_Glance], unread: int) -> Iterator[str]:
    trends = Trends(tuple(g.point for g in glances if g.point is not None))
    scope = f", {request.scope}" if request.scope else ""
    yield f'<header>\n<h1>Coach report</h1>\n<p class="muted">Made on {request.made_at:%Y-%m-%d}{safe(scope)}</p>\n'
    yield '<nav aria-label="Sections"><a href="#trends">Trends</a> <a href="#missed">Most missed ideas</a> '
    yield '<a href="#items">Items and answers</a></nav>\n</header>\n<main>\n'
    if unread:
        yield f"<p>Left out because they are damaged: {unread} of {len(request.attempts)} attempts.</p>\n"
    if not glances:
        yield "<p>Nothing was practised yet.</p>\n</main>\n"
        return
    yield from _overview(glances, trends, request.made_at.date())
    yield '<h2 id="trends">Trends</h2>\n'
    if trends.points:
        dot = "one answer" if len(trends.points) <= MOST_DOTS else "the median of a few answers in a row"
        yield f"<p>Each dot is {dot}, the line is the median of the last seven. "
        first, last = trends.points[0].at, trends.points[-1].at
        yield f"Answer 1 was given on {first:%Y-%m-%d}, answer {len(trends.points)} on {last:%Y-%m-%d}.</p>\n"
    yield '<div class="plots">\n'
    yield from (plot(trends.series(measure), len(trends.points)) for measure in PLOTS)
    yield "</div>\n"
    yield from _missed(glances)
    yield from _items(request, glances)
    sound = "The sound of the answers is inside it." if request.sound else "It holds no sound."
    yield f"</main>\n<footer>This page is complete: it loads nothing and runs nothing. {sound}</footer>\n"


def _overview(glances: Sequence[_Glance], trends: Trends, today: date) -> Iterator[str]:
    practised = _practised(glances, today)
    scores = [p.score for p in trends.points]
    tiles = [
        ("attempts", str(len(glances))),
        ("scored", str(len(scores))),
        ("spoken", f"{practised.all_s / 60:.0f} min" if practised.all_s >= 60 else f"{practised.all_s:.0f} s"),
        ("days practised", str(practised.days)),
        ("days in a row", str(practised.streak_days)),
    ]
    if scores:
        tiles += [("best score", f"{max(scores):.0f}"), ("last score", f"{scores[-1]:.0f}")]
    yield '<h2 id="overview">Overview</h2>\n<dl class="tiles">\n'
    yield from (f"<div><dt>{safe(name)}</dt><dd>{safe(value)}</dd></div>\n" for name, value in tiles)
    yield "</dl>\n"


def _practised(glances: Sequence[_Glance], today: date) -> Practised:
    days: dict[date, Day] = {}
    for each in glances:
        if each.state in PRACTISED:
            day = days.get(each.at.date(), Day(0, 0.0))
            days[each.at.date()] = Day(day.answers + 1, day.spoken_s + (each.duration_s or 0.0))
    return practised_on(days, today)


def _missed(glances: Sequence[_Glance]) -> Iterator[str]:
    words: dict[tuple[str, str], str] = {}
    titles: dict[str, str] = {}
    counts: dict[tuple[str, str], int] = {}
    musts: set[tuple[str, str]] = set()
    scored: dict[str, int] = {}
    for each in glances:
        titles[each.item] = each.title
        scored[each.item] = scored.get(each.item, 0) + (each.point is not None)
        for idea, what, must in each.missed:
            key = (each.item, idea)
            words[key] = what
            counts[key] = counts.get(key, 0) + 1
            musts |= {key} if must else set()
    ideas = [MissedIdea(item, idea, (item, idea) in musts, n, scored[item]) for (item, idea), n in counts.items()]
    yield '<h2 id="missed">Most missed ideas</h2>\n'
    if not ideas:
        yield "<p>No idea was missed.</p>\n"
        return
    rows = [
        (
            f"{safe(words[m.item, m.element].rstrip('.'))}{' (must)' if m.must else ''}",
            f'<a href="#{_item_anchor(m.item)}">{safe(titles[m.item])}</a>',
            f"{m.missed} of {m.of}",
        )
        for m in most_missed(ideas, MISSED_SHOWN)
    ]
    yield from table((("Idea", False), ("Item", False), ("Missed in", True)), rows)


def _items(request: Request, glances: Sequence[_Glance]) -> Iterator[str]:
    by_item: dict[str, list[_Glance]] = {}
    for each in reversed(glances):
        by_item.setdefault(each.item, []).append(each)
    yield '<h2 id="items">Items and answers</h2>\n'
    newest = next((g.id for g in reversed(glances) if g.point is not None), "")
    for item, tries in by_item.items():
        known = request.items.get(item)
        yield f'<section class="item">\n<h3 id="{_item_anchor(item)}">{safe(tries[0].title)}</h3>\n'
        if known is not None:
            yield f'<p class="muted">{safe(known.prompt)}</p>\n'
        for each in tries:
            found = request.read(each.id)
            if found is not None:
                sound = request.sound(found.attempt) if request.sound else None
                yield from attempt_html(found, known.time.answer_s if known else None, sound, opened=each.id == newest)
        yield "</section>\n"


def _item_anchor(item: str) -> str:
    return f"item-{safe(item)}"


def _glance(found: Exported) -> _Glance:
    attempt, card = found.attempt, found.attempt.scorecard
    point: Point | None = None
    if card is not None:
        figures = figures_of(card)
        point = Point(
            attempt.id,
            attempt.item,
            attempt.created_at,
            card.score,
            figures.fillers_per_min,
            figures.wpm,
            figures.longest_pause_s,
            figures.open_hedges,
        )
    return _Glance(
        id=attempt.id,
        item=attempt.item,
        title=found.title or attempt.item,
        at=attempt.created_at,
        state=attempt.state,
        duration_s=attempt.duration_s,
        level=str(card.level) if card else "",
        point=point,
        missed=tuple((e.id, e.what, e.must) for e in card.elements if not e.met) if card else (),
    )
