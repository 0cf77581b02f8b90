"""Why a point was won or lost: the rule, the words, how close, what would have counted."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.points import Point
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.app.signs import Signs
from coach.app.wording import when
from coach.core.review import OldScore
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence
from coach.core.text import sentences

COUNTS_FROM = 0.5
"""Closeness from which an idea counts; see ElementResult.closeness."""


class ExplainDialog(CoachDialog[None]):
    """One point, explained."""

    ABOUT: ClassVar[str] = "Why this point was won or lost."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,e,enter,space", "close", "close", "Back to the scorecard.", "explain.close"),
    ]

    def __init__(self, services: Services, point: Point, card: Scorecard, earlier: tuple[OldScore, ...] = ()) -> None:
        """`earlier` are the verdicts that this one took the place of, oldest first."""
        super().__init__(services)
        self._point = point
        self._card = card
        self._earlier = earlier

    def compose(self) -> ComposeResult:
        """One text."""
        with Vertical(classes="dialog"):
            with VerticalScroll(classes="dialog--body"):
                yield Static(explanation(self._point, self._card, self.signs))
                if self._earlier:
                    lines = scored_before(self._earlier, self.services.clock())
                    yield Static(Content.styled(f"\n{lines}", "$quiet"))
            yield Static(Content("esc close"), classes="dialog--keys")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)


def explanation(point: Point, card: Scorecard, signs: Signs) -> Content:
    """Everything known about a point, as paragraphs."""
    parts: list[Content] = [headline(point, signs), Content(signs.text(point.what))]
    if point.evidence:
        head = "What counted" if point.good else "What caused it" if point.group == "Traps" else "Closest words"
        quotes = Content("\n").join(_in_sentence(e, card, signs) for e in point.evidence[:3])
        parts.append(Content.assemble((head, "bold $quiet"), "\n", quotes))
    if point.rule:
        parts.append(Content.assemble(("Rule", "bold $quiet"), "\n", signs.text(point.rule)))
    if point.closeness is not None:
        verdict = f"{point.closeness:.2f}, counts from {COUNTS_FROM:.2f}"
        filled = round(point.closeness * 20)
        bar = Content.assemble((signs.speech * filled, point.colour), (signs.silence * (20 - filled), "$quiet"))
        parts.append(Content.assemble(("Closeness", "bold $quiet"), "  ", verdict, "\n", bar))
    if point.repair:
        head = "Do instead" if point.group == "Traps" else "What would have counted"
        parts.append(Content.assemble((head, "bold $quiet"), "\n", (signs.quoted(point.repair), "bold")))
    if point.group != "Checks":
        parts.append(Content.styled(f"Judged by {signs.line(card.matcher)}.", "$quiet"))
    return Content("\n\n").join(parts)


def scored_before(earlier: tuple[OldScore, ...], now: datetime) -> str:
    """What the answer was worth before it was judged anew, a line each."""
    return "\n".join(
        f"Scored {e.scorecard.score:.0f} before {when(e.at, now)}, by rubric version {e.scorecard.rubric_version}."
        for e in earlier
    )


def headline(point: Point, signs: Signs) -> Content:
    """The point's sign, name, weight and points on one line."""
    must = f" {signs.dot} must" if point.must and point.group == "Ideas" else ""
    points = f" {signs.dot} {point.points}" if point.points else ""
    return Content.assemble(
        (f"{point.sign(signs)} ", f"bold {point.colour}"), (signs.line(point.name), "bold"), (must + points, "$quiet")
    )


def _in_sentence(evidence: Evidence, card: Scorecard, signs: Signs) -> Content:
    """The sentence around the words that caused a verdict, those words bold."""
    text = card.analysis.transcript.text
    low, high = evidence.start, evidence.end
    for sentence in sentences(text):
        if sentence.start <= evidence.start < sentence.end:
            low, high = sentence.start, max(sentence.end, evidence.end)
            break
    return Content.assemble(
        signs.quotes[0],
        (signs.line(text[low : evidence.start]), "$quiet"),
        (signs.line(text[evidence.start : evidence.end]), "bold"),
        (signs.line(text[evidence.end : high]), "$quiet"),
        signs.quotes[1],
    )
