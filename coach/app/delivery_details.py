"""How an answer was said, as paragraphs: clock, pace, pauses, fillers, and for a story its parts; pure."""

from textual.content import Content

from coach.app.signs import Signs
from coach.app.wording import clock, count
from coach.core.analysis.findings import Delivery, PausePlace, Story, Tier
from coach.core.checks import SITUATION_S
from coach.core.rubric import CheckName
from coach.core.scorecard import Scorecard

TOP_WPM = 200.0
"""The pace that fills a bar; the fastest fluent talk is about that."""
BAR = 20
"""Cells of a full bar."""
SHOWN_PAUSES = 4
"""So many pauses are listed, the longest ones."""


def delivery_details(card: Scorecard, budget_s: float, signs: Signs) -> Content:
    """Everything measured about how the answer was said; `budget_s` are the seconds of the item."""
    delivery = card.analysis.delivery
    parts = [_clock(card, budget_s), _pace(delivery, signs), _pauses(card, signs), _fillers(card, signs)]
    if any(check.id == CheckName.STAR_SEGMENTS for check in card.checks):
        parts.append(_story(card.analysis.story, signs))
    return Content("\n\n").join([p for p in parts if p])


def _head(words: str) -> Content:
    return Content.styled(words, "bold $quiet")


def _paragraph(head: str, *lines: str | Content) -> Content:
    return Content("\n").join([_head(head), *(Content(line) if isinstance(line, str) else line for line in lines)])


def _clock(card: Scorecard, budget_s: float) -> Content:
    delivery, timing = card.analysis.delivery, card.timing
    if delivery.duration_s is None:
        return _paragraph("Clock", "A typed answer has no times.")
    over = f", {clock(timing.overtime_s)} over" if timing.overtime_s and timing.overtime_s >= 1 else ""
    lines = [f"{clock(delivery.duration_s)} of {clock(budget_s)}{over}"]
    moments = (("first required idea", timing.first_idea_s), ("first number", timing.first_number_s))
    said = [f"first word {delivery.first_word_s:.1f} s"] if delivery.first_word_s is not None else []
    said += [f"{name} {clock(moment_s)}" for name, moment_s in moments if moment_s is not None]
    if said:
        lines.append("   ".join(said))
    if delivery.closing_silence_s is not None and delivery.closing_silence_s >= 1:
        lines.append(f"silence after the last word {delivery.closing_silence_s:.1f} s")
    return _paragraph("Clock", *lines)


def _pace(delivery: Delivery, signs: Signs) -> Content:
    if delivery.wpm is None:
        return Content("")
    lines: list[str | Content] = [
        f"{delivery.wpm:.0f} words a minute, {delivery.articulation_wpm or 0:.0f} without the silences"
    ]
    for piece in delivery.pace if len(delivery.pace) > 1 else ():
        filled = max(0, min(BAR, round(piece.wpm / TOP_WPM * BAR)))
        bar = (signs.speech * filled, "$primary"), (signs.silence * (BAR - filled), "$quiet")
        lines.append(Content.assemble(f"{clock(piece.time.start_s):>6}  {piece.wpm:3.0f}  ", *bar))
    return _paragraph("Pace", *lines)


def _pauses(card: Scorecard, signs: Signs) -> Content:
    delivery = card.analysis.delivery
    if delivery.duration_s is None:
        return Content("")
    if not delivery.pauses:
        return _paragraph("Pauses", "none of a second or more")
    places = delivery.pause_places or (None,) * len(delivery.pauses)
    inside = sum(place is PausePlace.INSIDE for place in places)
    known = f", {inside or 'none'} inside a clause" if delivery.pause_places else ""
    longest = sorted(zip(delivery.pauses, places, strict=True), key=lambda each: -each[0].length_s)[:SHOWN_PAUSES]
    names = {PausePlace.INSIDE: "inside a clause", PausePlace.BETWEEN: "between two clauses", None: ""}
    lines = [
        f"{clock(pause.start_s):>6}  {signs.pause} {pause.length_s:.1f} s  {names[place]}".rstrip()
        for pause, place in sorted(longest, key=lambda each: each[0].start_s)
    ]
    return _paragraph("Pauses", f"{count(len(delivery.pauses), 'pause')}{known}", *lines)


def _fillers(card: Scorecard, signs: Signs) -> Content:
    delivery = card.analysis.delivery
    certain = sum(f.tier is not Tier.UNCERTAIN for f in card.analysis.fillers)
    rate = f", {delivery.fillers_per_min:.1f} a minute" if delivery.fillers_per_min is not None else ""
    lines = [f"{signs.filler} at least {certain}{rate}"]
    for crowd in delivery.filler_clusters:
        at = f"{clock(crowd.where.start_s):>6}  " if crowd.where.start_s is not None else ""
        lines.append(f"{at}{crowd.fillers} close together: {signs.quoted(signs.cut(crowd.where.text, 40))}")
    return _paragraph("Fillers", *lines)


def _story(story: Story | None, signs: Signs) -> Content:
    if story is None:
        return Content("")
    lines: list[str] = []
    spent = story.seconds
    if spent is not None:
        lines.append(f"situation {spent.situation_s:.0f} s of {SITUATION_S:.0f}   task {spent.task_s:.0f} s")
        lines.append(f"action {spent.action_s:.0f} s   result {spent.result_s:.0f} s   insight {spent.insight_s:.0f} s")
    lines.append(
        f"moment of judgment: {signs.quoted(signs.cut(story.judgment[0].text, 50))}"
        if story.judgment
        else "no moment of judgment: two options and which one you took"
    )
    named = ", ".join(signs.line(e.text) for e in story.others[:4])
    lines.append(f"others: {named}" if named else "nobody else is named")
    return _paragraph("Story", *lines)
