"""The lines of a scorecard that sum up: score, delivery, remarks; pure."""

from textual.content import Content

from coach.app.signs import Signs
from coach.app.wording import clock, count, label, ordinal
from coach.core.analysis.findings import Tier
from coach.core.attempt import Attempt
from coach.core.corrections import Correction
from coach.core.rubric import Level
from coach.core.scorecard import Scorecard

_LEVEL_STYLE = {Level.JUNIOR: "bold $error", Level.MID: "bold $warning", Level.SENIOR: "bold $success"}

_SHOWN_TRIES = 6
"""More scores than these are drawn and not written out."""


def score_line(card: Scorecard, scores: tuple[float, ...], signs: Signs, was: float | None = None) -> Content:
    """Score and level, then which try it is and how the tries went; `scores` are all tries up to this one.

    `was` is the score before words were set right.
    """
    style = _LEVEL_STYLE[card.level]
    tries = Content("")
    if scores:
        written = ", ".join(f"{s:.0f}" for s in scores[-_SHOWN_TRIES:])
        tries = Content.assemble(
            (f"   {ordinal(len(scores))} try: {written} ", "$quiet"), (signs.spark(scores[-24:]), "$primary")
        )
    cap = f"   capped: {label(signs.line(card.capped_by))}" if card.capped_by else ""
    before = f"{was:.0f} {signs.arrow} " if was is not None else ""
    score = f"{card.score:.0f}"
    return Content.assemble(
        (before, "$quiet"), (score, style), " / 100  ", (str(card.level), style), (cap, "$error"), tries
    )


def delivery_line(card: Scorecard, signs: Signs, width: int) -> Content:
    """Pace, overtime, fillers, first required idea, first word, longest pause; a typed answer has words and fillers.

    What does not fit into `width` cells is left to the delivery screen: the first word goes first, then the pause.
    """
    delivery, timing = card.analysis.delivery, card.timing
    fillers = sum(f.tier is not Tier.UNCERTAIN for f in card.analysis.fillers)
    rate = f" ({delivery.fillers_per_min:.1f}/min)" if delivery.fillers_per_min is not None else ""
    parts = {"pace": count(delivery.words, "word") if delivery.wpm is None else f"{delivery.wpm:.0f} wpm"}
    if timing.overtime_s is not None and timing.overtime_s >= 1:
        parts["overtime"] = f"{clock(timing.overtime_s)} over"
    parts["fillers"] = f"{signs.filler} at least {fillers}{rate}"
    if timing.first_idea_s is not None:
        parts["idea"] = f"first idea {clock(timing.first_idea_s)}"
    if delivery.first_word_s is not None:
        parts["word"] = f"first word {delivery.first_word_s:.1f} s"
    if delivery.longest_pause_s is not None:
        parts["pause"] = f"longest {signs.pause} {delivery.longest_pause_s:.1f} s"
    head = "Delivery "
    for spare in ("word", "pause", "idea"):
        if len(head) + len("  ".join(parts.values())) <= width:
            break
        parts.pop(spare, None)
    line = "  ".join(parts.values())
    over = parts.get("overtime")
    if over is None:
        return Content.assemble((head, "bold $quiet"), line)
    before, after = line.split(over, 1)
    return Content.assemble((head, "bold $quiet"), before, (over, "$warning"), after)


def notes(attempt: Attempt, card: Scorecard, signs: Signs) -> Content:
    """What the candidate should know about the take; empty when all went well."""
    remarks = []
    if attempt.ended:
        remarks.append(signs.line(attempt.ended))
    if attempt.overflows:
        remarks.append(f"The microphone lost samples {count(attempt.overflows, 'time')}; words may be missing.")
    if len(card.analysis.transcript.words) < 3:
        remarks.append("Hardly a word was heard.")
    return Content(" ".join(remarks))


def kept_lines(note: str, corrections: tuple[Correction, ...], outdated: str, signs: Signs, width: int) -> Content:
    """The note, the newest correction, why the verdict is old: a line of at most `width` cells each, if there is one.

    `outdated` is empty for a verdict of today.
    """
    lines = []
    if note.strip():
        text = " ".join(note.split())
        lines.append(Content.assemble((f"{signs.note} Note ", "bold $quiet"), signs.cut(text, width - 7)))
    if corrections:
        last = corrections[-1]
        new = signs.quoted(last.text) if last.text else "left out"
        old = f"{signs.quoted(last.was)} {signs.arrow} " if last.was else ""
        head = f"Corrected {count(len(corrections), 'time')} "
        text = f"{old}{new} {signs.dot} u takes it back"
        lines.append(Content.assemble((head, "bold $quiet"), signs.cut(text, width - len(head))))
    if outdated:
        head = "Judged before: "
        lines.append(
            Content.assemble((head, "$warning"), signs.cut(f"{outdated} {signs.dot} v judges again", width - len(head)))
        )
    return Content("\n").join(lines)
