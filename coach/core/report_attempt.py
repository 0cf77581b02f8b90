"""One attempt in the report: verdict, ideas with their words, the answer in time, the words with their marks."""

import re
from collections.abc import Iterable, Iterator

from coach.core.analysis.findings import PausePlace
from coach.core.export_markdown import clock, delivery_facts
from coach.core.exporting import Exported, without_paths
from coach.core.report_html import safe
from coach.core.report_marks import MEANINGS, SIGNS, Mark, marks_of, pieces
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence, TimeSpan

PAUSE_SHOWN_S = 1.5
"""Shorter pauses stay unnamed in the timeline: their frame would hide the marks beside them."""

_SOUND = re.compile(r"data:audio/[a-z0-9-]+;base64,[A-Za-z0-9+/]+=*")
_ROW_OF = {Mark.HIT: 12, Mark.TRAP: 12, Mark.NUMBER: 54, Mark.HEDGE: 54, Mark.FILLER: 54}


def attempt_html(exported: Exported, answer_s: float | None, sound: str | None, *, opened: bool) -> Iterator[str]:
    """The attempt as a part that folds; `answer_s` is the time its item gives, `sound` a data: URI of the take."""
    attempt, card = exported.attempt, exported.attempt.scorecard
    length = "typed" if attempt.duration_s is None else clock(attempt.duration_s)
    verdict = f"<b>{card.score:.0f}</b> {safe(card.level)}" if card else safe(attempt.state.replace("_", " "))
    yield f"<details{' open' if opened else ''}>\n"
    parts = [f"{attempt.created_at:%Y-%m-%d %H:%M}", verdict, length, *_figures(card)]
    yield f"<summary>{' · '.join(parts)}</summary>\n"
    yield f'<div class="inside" id="attempt-{safe(attempt.id)}">\n'
    for sentence in (attempt.ended, attempt.error):
        if sentence:
            yield f"<p>{safe(without_paths(sentence, exported.folders))}</p>\n"
    if sound is not None and _SOUND.fullmatch(sound):
        yield f'<audio controls preload="metadata" src="{sound}"></audio>\n'
    if card is not None:
        yield from _verdict(card)
        yield from _timeline(card, answer_s)
        yield from _words(card)
    elif attempt.transcript is not None and attempt.transcript.words:
        yield f'<h4>What was said</h4>\n<p class="said">{safe(attempt.transcript.text)}</p>\n'
    else:
        yield "<p>There are no words.</p>\n"
    if exported.note:
        yield f'<h4>Note</h4>\n<p class="said">{safe(exported.note)}</p>\n'
    yield "</div>\n</details>\n"


def _figures(card: Scorecard | None) -> Iterator[str]:
    """Pace and fillers of a spoken answer, so that answers can be compared while they are folded."""
    if card is not None and card.analysis.delivery.wpm is not None:
        yield f"{card.analysis.delivery.wpm:.0f} words a minute"
        yield f"{card.analysis.delivery.fillers_per_min or 0:.1f} fillers a minute"


def _verdict(card: Scorecard) -> Iterator[str]:
    yield f'<div class="fix"><p><strong>Fix next.</strong> {safe(card.fix_next)}</p>'
    yield f"{''.join(_quotes(card.fix_evidence))}</div>\n"
    if card.capped_by:
        yield f"<p>The total is capped: {safe(card.capped_by)}</p>\n"
    yield "<h4>Ideas</h4>\n<ul>\n"
    for element in card.elements:
        kind, sign, state = ("good", "✓", "said") if element.met else ("bad", "✗", "missed")
        must = " (must)" if element.must else ""
        yield f'<li class="{kind}"><span class="sign">{sign}</span>{safe(element.what.rstrip("."))}{must}: {state}, '
        yield f"{element.points:.0f} of {element.max:.0f}"
        if element.met:
            yield from _quotes(element.evidence)
        elif element.repair:
            yield f"<p>Say: “{safe(element.repair)}”</p>"
        yield "</li>\n"
    yield "</ul>\n"
    hit = [t for t in card.traps if t.hit]
    if hit:
        yield "<h4>Traps</h4>\n<ul>\n"
        for trap in hit:
            yield f'<li class="trapped"><span class="sign">▲</span>{safe(trap.what.rstrip("."))}: -{trap.penalty:.0f}'
            yield from _quotes(trap.evidence)
            yield f"<p>Instead: {safe(trap.repair)}</p></li>\n"
        yield "</ul>\n"
    if card.checks:
        yield "<h4>Checks</h4>\n<ul>\n"
        for check in card.checks:
            kind, sign = ("good", "✓") if check.passed else ("bad", "✗")
            yield f'<li class="{kind}"><span class="sign">{sign}</span>{safe(check.id)}: {safe(check.detail)}</li>\n'
        yield "</ul>\n"
    facts = "".join(f"<li>{safe(fact)}</li>" for fact in delivery_facts(card.analysis))
    yield f'<h4>Delivery</h4>\n<ul class="facts">{facts}</ul>\n'


def _quotes(places: Iterable[Evidence]) -> Iterator[str]:
    for where in places:
        if where.text:
            at = "" if where.start_s is None else f" at {clock(where.start_s)}"
            yield f"<p><q>“{safe(where.text)}”</q>{at}</p>"


def _words(card: Scorecard) -> Iterator[str]:
    used: set[Mark] = set()
    yield '<h4>What was said</h4>\n<p class="said">'
    for piece in pieces(card):
        for each in piece.begins:
            used.add(each.mark)
            yield f'<span class="sign {each.mark}" title="{safe(each.why)}">{SIGNS[each.mark]}</span>'
        shown = safe(piece.text)
        yield f'<span class="{" ".join(piece.marks)}">{shown}</span>' if piece.marks else shown
    yield "</p>\n"
    if used:
        keys = (f'<li><span class="sign {m}">{SIGNS[m]}</span> {safe(MEANINGS[m])}</li>' for m in Mark if m in used)
        yield f'<ul class="key">{"".join(keys)}</ul>\n'


def _timeline(card: Scorecard, answer_s: float | None) -> Iterator[str]:
    """The take from left to right: voice and silence, ideas and traps above, fillers, numbers and hedges below."""
    said = card.analysis.transcript
    whole = said.duration_s
    if not whole:
        return
    label = f"The answer in time: {clock(whole)}, {len(card.analysis.delivery.pauses)} pauses of a second or more"
    yield f'<h4>In time</h4>\n<svg class="time" role="img" aria-label="{safe(label)}">\n'
    yield '<rect class="track" x="0" y="20" width="100%" height="18" rx="3"/>\n'
    yield from (_box("voice", stretch, whole) for stretch in said.speech or ())
    places = card.analysis.delivery.pause_places
    for number, pause in enumerate(card.analysis.delivery.pauses):
        if pause.length_s >= PAUSE_SHOWN_S:
            inside = number < len(places) and places[number] is PausePlace.INSIDE
            yield _box("pause", pause, whole, f"pause of {pause.length_s:.1f} s{', inside a clause' if inside else ''}")
    for each in marks_of(card):
        at = each.where.start_s
        if at is not None and 0 <= at <= whole:
            yield (
                f'<text class="{each.mark}" x="{_share(at, whole)}" y="{_ROW_OF[each.mark]}" text-anchor="middle">'
                f"{SIGNS[each.mark]}<title>{safe(each.why)} at {clock(at)}</title></text>\n"
            )
    yield '<text x="0" y="71">0:00</text>\n'
    yield f'<text x="100%" y="71" text-anchor="end">{clock(whole)}</text>\n'
    if answer_s is not None and answer_s < whole:
        x = _share(answer_s, whole)
        yield f'<line class="limit" x1="{x}" x2="{x}" y1="15" y2="60"/>\n'
        end = "end" if answer_s / whole > 0.2 else "start"
        if 0.2 < answer_s / whole < 0.85:
            yield f'<text class="late" x="{x}" y="71" text-anchor="middle">time, {clock(answer_s)}</text>\n'
        else:
            yield f'<text class="late" x="{x}" y="12" text-anchor="{end}">time, {clock(answer_s)}</text>\n'
    yield "</svg>\n"


def _box(name: str, stretch: TimeSpan, whole: float, words: str = "") -> str:
    start, end = max(0.0, stretch.start_s), min(whole, stretch.end_s)
    title = f"<title>{safe(words)}</title>" if words else ""
    width = _share(max(0.0, end - start), whole)
    return f'<rect class="{name}" x="{_share(start, whole)}" y="20" width="{width}" height="18">{title}</rect>\n'


def _share(seconds: float, whole: float) -> str:
    return f"{100 * seconds / whole:.2f}%"
