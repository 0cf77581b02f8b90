"""One attempt as a Markdown text to read, to keep in a notebook or to send to a friend."""

import re
from collections.abc import Iterable, Iterator

from coach.core.analysis.findings import Analysis, HedgeStatus, Tier
from coach.core.exporting import Exported, without_paths
from coach.core.plain import one_line
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(exported: Exported) -> str:
    """The attempt with its verdict and the words behind it; nothing that was said acts as Markdown or HTML."""
    attempt = exported.attempt
    lines = [f"# {escaped(exported.title or attempt.item)}", "", *_facts(exported)]
    for sentence in (attempt.ended, attempt.error):
        if sentence:
            lines += ["", escaped(without_paths(sentence, exported.folders))]
    if attempt.scorecard is not None:
        lines += _verdict(attempt.scorecard)
    if exported.note:
        lines += ["", "## Note", "", escaped(exported.note)]
    if attempt.transcript is not None:
        lines += ["", "## What was said", "", escaped(attempt.transcript.text) or "Nothing."]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """The text on one line, to be read as it is: no mark-up, no HTML, no control character."""
    return _SPECIAL.sub(r"\\\1", one_line(text).replace("&", "&amp;"))


def clock(seconds: float) -> str:
    """A place in a take, or its length: 62.4 is 1:02."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _facts(exported: Exported) -> Iterator[str]:
    attempt, card = exported.attempt, exported.attempt.scorecard
    length = "typed" if attempt.duration_s is None else clock(attempt.duration_s)
    verdict = f"**{card.score:.0f} of 100**, {card.level}" if card else str(attempt.state).replace("_", " ")
    yield f"{verdict} · {attempt.created_at:%Y-%m-%d %H:%M} · {length}"
    yield ""
    yield f"Item `{_code(attempt.item)}`, attempt `{_code(attempt.id)}`"


def _verdict(card: Scorecard) -> Iterator[str]:
    yield from ("", "## Fix next", "", escaped(card.fix_next))
    yield from _quotes(card.fix_evidence)
    if card.capped_by:
        yield from ("", f"Capped: {escaped(card.capped_by)}")
    yield from ("", "## Ideas", "")
    for element in card.elements:
        sign, state = ("✓", "said") if element.met else ("✗", "missed")
        must = " (must)" if element.must else ""
        points = f"{element.points:.0f} of {element.max:.0f}"
        yield f"- {sign} {escaped(element.what.rstrip('.'))}{must}: {state}, {points}"
        if element.met:
            yield from _quotes(element.evidence, "  ")
        elif element.repair:
            yield f"  - say: “{escaped(element.repair)}”"
    hit = [t for t in card.traps if t.hit]
    if hit:
        yield from ("", "## Traps", "")
    for trap in hit:
        yield f"- ▲ {escaped(trap.what.rstrip('.'))}: -{trap.penalty:.0f}"
        yield from _quotes(trap.evidence, "  ")
        yield f"  - instead: {escaped(trap.repair)}"
    if card.checks:
        yield from ("", "## Checks", "")
    yield from (f"- {'✓' if c.passed else '✗'} {escaped(c.id)}: {escaped(c.detail)}" for c in card.checks)
    yield from ("", "## Delivery", "")
    yield from (f"- {escaped(line)}" for line in delivery_facts(card.analysis))


def delivery_facts(analysis: Analysis) -> Iterator[str]:
    """Pace, silence and findings, a phrase each; only what was measured."""
    delivery = analysis.delivery
    yield f"{delivery.words} words"
    if delivery.wpm is not None:
        yield f"{delivery.wpm:.0f} words a minute"
    if delivery.first_word_s is not None:
        yield f"first word after {delivery.first_word_s:.1f} s"
    if delivery.longest_pause_s is not None:
        yield f"longest pause {delivery.longest_pause_s:.1f} s" if delivery.longest_pause_s else "no long pause"
    fillers = sum(f.tier is not Tier.UNCERTAIN for f in analysis.fillers)
    rate = "" if delivery.fillers_per_min is None else f", {delivery.fillers_per_min:.1f} a minute"
    yield f"~ at least {fillers} fillers{rate}"
    still_open = sum(h.status is HedgeStatus.UNRESOLVED for h in analysis.it_depends)
    if analysis.it_depends:
        yield f"? {still_open} open of {len(analysis.it_depends)} “it depends”"
    yield f"# {len(analysis.numbers)} numbers"


def _quotes(places: Iterable[Evidence], indent: str = "") -> Iterator[str]:
    for where in places:
        if where.text:
            at = "" if where.start_s is None else f" ({clock(where.start_s)})"
            yield from ("",) if not indent else ()
            yield f"{indent}> “{escaped(where.text)}”{at}"


def _code(name: str) -> str:
    return one_line(name).replace("`", "'")
