"""The scorecard: what to fix next, every point with the words that caused it, the take to listen to."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from coach.app.bindings import key
from coach.app.comparison_text import change_sentence
from coach.app.marks import marks_of
from coach.app.messages import (
    AttemptsRead,
    ItemChosen,
    PracticeLeft,
    ReadyWanted,
    StepFailed,
    TypingWanted,
)
from coach.app.points import Point, points_of
from coach.app.review_messages import AttemptJudgedAgain, CompareWanted
from coach.app.screens.delivery import DeliveryDialog
from coach.app.screens.explain import ExplainDialog, explanation, headline
from coach.app.screens.model_answer import ModelAnswerDialog
from coach.app.screens.reviewed import KEPT_ID, ReviewedScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.summary import delivery_line, notes, score_line
from coach.app.timeline import word_at
from coach.app.widgets.answer_view import AnswerView
from coach.app.widgets.point_list import PointList
from coach.app.widgets.take_line import TakeLine
from coach.app.widgets.title_bar import TitleBar
from coach.core.attempt import Attempt, Source
from coach.core.comparison import compare
from coach.core.drill import Item
from coach.core.scorecard import Scorecard


class ScorecardScreen(ReviewedScreen):
    """The verdict on one attempt, new or old."""

    ABOUT: ClassVar[str] = (
        "Walk through ideas, traps and checks: the words that caused each are lit and the cursor in the take moves to "
        "them. Ideas marked (must) decide whether the answer stands. Signs in the answer: what was hit, a trap, a "
        "filler between two signs, a number, an open 'it depends', a pause with its length. A word that was written "
        "down wrong can be set right: the answer is judged again, the first words are kept."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "scorecard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "redo", "redo", "Answer the same item again at once.", "scorecard.redo"),
        key("a", "answer", "answer", "Read the model answer and what was being scored.", "scorecard.answer"),
        key("e", "explain", "why", "Why this point was won or lost, and the score before.", "scorecard.explain"),
        key("f", "follow_up", "ask on", "Hear what the interviewer asks next, and answer it.", "scorecard.follow-up"),
        key("n", "note", "note", "Write a note on this try.", "scorecard.note"),
        key("c", "compare", "compare", "Hold it against another try.", "scorecard.compare", show=False),
        key("w", "word", "set a word right", "Correct the word under the cursor.", "scorecard.word", show=False),
        key("u", "undo", "undo", "Take the last correction back.", "scorecard.undo", show=False),
        key("v", "rescore", "judge again", "Judge by today's rubric.", "scorecard.rescore", show=False),
        key("d", "delivery", "pace", "How it was said: clock, pace, pauses.", "scorecard.delivery", show=False),
        key("escape", "done", "done", "Back to where the item was chosen.", "scorecard.done"),
    ]

    def __init__(
        self,
        services: Services,
        status: Status,
        item: Item,
        attempt: Attempt,
        card: Scorecard,
        at_s: float | None = None,
    ) -> None:
        """`at_s` is the second of the take to stand at; without it, the first thing that was missed."""
        super().__init__(services, status, attempt, card)
        self.item = item
        self._marks = marks_of(card)
        self._points = points_of(card)
        self._stand: int | None = None if at_s is None else word_at(self.transcript, at_s)
        self._was: float | None = None
        self._tries: tuple[Attempt, ...] = ()

    def compose(self) -> ComposeResult:
        """Verdict, fix, points beside the answer, delivery, take, what was kept."""
        yield TitleBar(self.item_title(self.item), self.signs)
        yield Static(score_line(self.card, (), self.signs, self._was), id="score--line")
        with Horizontal(id="score--fix"):
            yield Static(Content.styled("Fix next", "bold $warning"), id="score--fix-label")
            yield Static(self.safe(self.card.fix_next), id="score--fix-text")
        with Horizontal(id="score--columns"):
            yield PointList(self._points, self.signs)
            with Vertical(id="score--middle"):
                yield AnswerView(self.transcript, self._marks, self.signs)
                yield Static(id="score--detail")
            with VerticalScroll(id="score--side", can_focus=False):
                yield Static(id="score--explained")
        yield Static(id="score--delivery")
        yield TakeLine(self.transcript, self._marks, self.signs)
        yield Static(id=KEPT_ID)
        remarks = notes(self.attempt, self.card, self.signs)
        if remarks:
            yield Static(remarks, id="score--notes")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin."""
        self._begin()

    def _begin(self) -> None:
        """Stand on the word that was asked for and on the first thing that was missed, else on the first point."""
        points = self.query_one(PointList)
        points.focus()
        missed = [n for n, p in enumerate(self._points) if not p.good]
        points.highlighted = points.get_option_index(f"point-{missed[0] if missed else 0}")
        self.show_kept()
        store, item = self.services.practice.store, self.item.id
        self.in_background("history", lambda _: AttemptsRead(store.attempts(item)))
        self.read_kept()

    def on_resize(self) -> None:
        """Say as much of the delivery as fits."""
        line = self.query_one("#score--delivery", Static)
        line.update(delivery_line(self.card, self.signs, self.size.width - 2))
        self.show_kept()

    @on(AttemptsRead)
    def _history_is_known(self, known: AttemptsRead) -> None:
        self._tries = tuple(a for a in reversed(known.attempts) if a.scorecard)
        scores = tuple(a.scorecard.score for a in self._tries if a.scorecard and a.id <= self.attempt.id)
        self.query_one("#score--line", Static).update(score_line(self.card, scores, self.signs, self._was))

    @on(OptionList.OptionHighlighted)
    def _walked(self) -> None:
        point = self.query_one(PointList).current
        if point is None:
            return
        self.query_one(AnswerView).lit = tuple((e.start, e.end) for e in point.evidence)
        if self._stand is not None:
            self.stand_on(self._stand)
            self._stand = None
        elif point.evidence and not self.playing:
            inside = [n for n, w in enumerate(self.transcript.words) if w.end > point.evidence[0].start]
            self.stand_on(inside[0] if inside else 0)
        self.query_one("#score--detail", Static).update(self._detail(point))
        self.query_one("#score--explained", Static).update(explanation(point, self.card, self.signs))

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.step_over(failed.step)
        self.say(failed.sentence, warn=True)

    def _detail(self, point: Point) -> Content:
        """The point in three lines, for narrow screens."""
        parts = [headline(point, self.signs), Content(self.signs.line(point.what))]
        if point.repair:
            parts.append(Content.assemble(("Say: ", "bold $quiet"), (self.signs.quoted(point.repair), "bold")))
        return Content("\n").join(parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done at the moment; comparing gives its place in the footer to the key that stops the sound."""
        if action == "compare":
            return self._playback is None
        if action == "follow_up":
            return bool(self.item.follow_ups)
        return super().check_action(action, parameters)

    def action_follow_up(self) -> None:
        """The question that comes after this answer."""
        self.post_message(ItemChosen(self.item.follow_ups[0].rubric))

    def action_redo(self) -> None:
        """Again, the same way."""
        if self.attempt.source is Source.TYPED:
            self.post_message(TypingWanted(self.item.id))
        else:
            self.post_message(ReadyWanted(self.item.id))

    def action_answer(self) -> None:
        """The model answer."""
        self.app.push_screen(ModelAnswerDialog(self.services, self.item))

    def action_explain(self) -> None:
        """The point under the cursor."""
        point = self.query_one(PointList).current
        if point:
            self.app.push_screen(ExplainDialog(self.services, point, self.card, self.kept.earlier))

    def action_delivery(self) -> None:
        """How it was said."""
        self.app.push_screen(DeliveryDialog(self.services, self.item, self.card))

    def action_compare(self) -> None:
        """This try and another one."""
        if any(a.id != self.attempt.id for a in self._tries):
            self.post_message(CompareWanted(self.attempt, self._tries))
        else:
            self.say("This is the only scored try at this item; r answers it again.")

    @on(AttemptJudgedAgain)
    async def _judged_again(self, judged: AttemptJudgedAgain) -> None:
        """Show the new verdict in place of the old one."""
        self.step_over("judge")
        card = judged.attempt.scorecard
        if card is None:
            return
        comparison = compare(self.card, card)
        self.attempt, self.card, self.transcript = judged.attempt, card, card.analysis.transcript
        self._marks, self._points = marks_of(card), points_of(card)
        self._was, self._stand = judged.was, judged.word
        await self.recompose()
        self.on_resize()
        self._begin()
        self.say(change_sentence(comparison, self.signs))

    def action_done(self) -> None:
        """Back to where the item was chosen."""
        self.post_message(PracticeLeft())
