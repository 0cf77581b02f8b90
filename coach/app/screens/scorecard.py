"""The scorecard: what to fix next, every point with the words that caused it, the take to listen to."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from coach.app.bindings import key
from coach.app.marks import marks_of
from coach.app.messages import (
    AttemptsRead,
    PlaybackStarted,
    PracticeLeft,
    ReadyWanted,
    StepFailed,
    TypingWanted,
)
from coach.app.points import Point, points_of
from coach.app.screens.base import CoachScreen
from coach.app.screens.delivery import DeliveryDialog
from coach.app.screens.explain import ExplainDialog, explanation, headline
from coach.app.screens.model_answer import ModelAnswerDialog
from coach.app.services import Services
from coach.app.status import Status
from coach.app.summary import delivery_line, notes, score_line
from coach.app.widgets.answer_view import AnswerView
from coach.app.widgets.point_list import PointList
from coach.app.widgets.take_line import TakeLine
from coach.app.widgets.title_bar import TitleBar
from coach.core.attempt import Attempt, Source
from coach.core.drill import Item
from coach.core.ports import Playback, Stop
from coach.core.scorecard import Scorecard

LEAD_IN_S = 0.4
"""Playing starts this much before a word, so that it is heard whole; word times are off by about as much."""

STEP_S = 2.0
"""How far the arrow keys move the cursor in the take."""


class ScorecardScreen(CoachScreen):
    """The verdict on one attempt."""

    ABOUT: ClassVar[str] = (
        "Walk through ideas, traps and checks: the words that caused each are lit and the cursor in the take moves to "
        "them. Ideas marked (must) decide whether the answer stands. Signs in the answer: what was hit, a trap, a "
        "filler between two signs, a number, an open 'it depends', a pause with its length."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "scorecard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "stop", "stop", "Stop the sound.", "scorecard.stop"),
        key("r", "redo", "redo", "Answer the same item again at once.", "scorecard.redo"),
        key("a", "answer", "answer", "Read the model answer and what was being scored.", "scorecard.answer"),
        key("e", "explain", "explain", "Why this point was won or lost.", "scorecard.explain"),
        key("d", "delivery", "pace", "How it was said: clock, pace, pauses, fillers.", "scorecard.delivery"),
        key("left", "seek(-1)", "earlier", "Move the cursor two seconds back.", "scorecard.earlier", show=False),
        key("right", "seek(1)", "later", "Move the cursor two seconds on.", "scorecard.later", show=False),
        key("escape", "done", "done", "Back to where the item was chosen.", "scorecard.done"),
    ]

    def __init__(self, services: Services, status: Status, item: Item, attempt: Attempt, card: Scorecard) -> None:
        super().__init__(services, status)
        self.item = item
        self.attempt = attempt
        self.card = card
        self._marks = marks_of(card)
        self._points = points_of(card)
        self._playback: Playback | None = None

    def compose(self) -> ComposeResult:
        """Verdict, fix, points beside the answer, delivery, take."""
        transcript = self.card.analysis.transcript
        yield TitleBar(self.item_title(self.item), self.signs)
        yield Static(score_line(self.card, (), self.signs), id="score--line")
        with Horizontal(id="score--fix"):
            yield Static(Content.styled("Fix next", "bold $warning"), id="score--fix-label")
            yield Static(self.safe(self.card.fix_next), id="score--fix-text")
        with Horizontal(id="score--columns"):
            yield PointList(self._points, self.signs)
            with Vertical(id="score--middle"):
                yield AnswerView(transcript, self._marks, self.signs)
                yield Static(id="score--detail")
            with VerticalScroll(id="score--side", can_focus=False):
                yield Static(id="score--explained")
        yield Static(id="score--delivery")
        yield TakeLine(transcript, self._marks, self.signs)
        remarks = notes(self.attempt, self.card, self.signs)
        if remarks:
            yield Static(remarks, id="score--notes")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Stand on the first thing that was missed, else on the first point."""
        points = self.query_one(PointList)
        points.focus()
        missed = [n for n, p in enumerate(self._points) if not p.good]
        points.highlighted = points.get_option_index(f"point-{missed[0] if missed else 0}")
        store, item = self.services.practice.store, self.item.id
        self.in_background("history", lambda _: AttemptsRead(store.attempts(item)))
        self.set_interval(0.1, self._follow)

    def on_resize(self) -> None:
        """Say as much of the delivery as fits."""
        line = self.query_one("#score--delivery", Static)
        line.update(delivery_line(self.card, self.signs, self.size.width - 2))

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._playback:
            self._playback.stop()

    @on(AttemptsRead)
    def _history_is_known(self, known: AttemptsRead) -> None:
        earlier = [a for a in reversed(known.attempts) if a.scorecard and a.id <= self.attempt.id]
        scores = tuple(a.scorecard.score for a in earlier if a.scorecard)
        self.query_one("#score--line", Static).update(score_line(self.card, scores, self.signs))

    @on(OptionList.OptionHighlighted)
    def _walked(self) -> None:
        point = self.query_one(PointList).current
        if point is None:
            return
        self.query_one(AnswerView).lit = tuple((e.start, e.end) for e in point.evidence)
        starts = [e.start_s for e in point.evidence if e.start_s is not None]
        if starts and not self._playing:
            self.query_one(TakeLine).cursor_s = starts[0]
        self.query_one("#score--detail", Static).update(self._detail(point))
        self.query_one("#score--explained", Static).update(explanation(point, self.card, self.signs))

    @on(TakeLine.Clicked)
    def _clicked(self, clicked: TakeLine.Clicked) -> None:
        self.query_one(TakeLine).cursor_s = clicked.moment_s

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def _detail(self, point: Point) -> Content:
        """The point in three lines, for narrow screens."""
        parts = [headline(point, self.signs), Content(self.signs.line(point.what))]
        if point.repair:
            parts.append(Content.assemble(("Say: ", "bold $quiet"), (self.signs.quoted(point.repair), "bold")))
        return Content("\n").join(parts)

    @property
    def _playing(self) -> bool:
        return self._playback is not None and self._playback.playing

    def action_play(self) -> None:
        """Play from the cursor on."""
        path = self.services.practice.audio_path(self.attempt)
        if path is None:
            self.say("A typed answer has no sound.")
            return
        player, old = self.services.player, self._playback
        start_s = max(0.0, self.query_one(TakeLine).cursor_s - LEAD_IN_S)
        self._playback = None

        def play(stop: Stop) -> PlaybackStarted:
            if old:
                old.stop()
            playback = player.play(path, start_s)
            if stop():
                playback.stop()
            return PlaybackStarted(playback)

        self.in_background("play", play)

    @on(PlaybackStarted)
    def _started(self, started: PlaybackStarted) -> None:
        self._playback = started.playback
        self.refresh_bindings()

    def _follow(self) -> None:
        """Light the word being heard."""
        if self._playback is None:
            return
        view = self.query_one(AnswerView)
        if not self._playback.playing:
            self._playback = None
            view.spoken = None
            self.refresh_bindings()
            return
        at_s = self._playback.position_s
        self.query_one(TakeLine).cursor_s = at_s
        words = self.card.analysis.transcript.words
        begun = [w for w in words if w.start_s is not None and w.start_s <= at_s]
        view.spoken = (begun[-1].start, begun[-1].end) if begun else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing to stop while nothing plays, and then its place in the footer; a typed answer has no sound."""
        if action == "stop":
            return self._playback is not None
        if action == "delivery":
            return self._playback is None
        if action in ("play", "seek"):
            return self.attempt.audio is not None
        return True

    def action_stop(self) -> None:
        """Fall silent."""
        playback = self._playback
        if playback:
            self.run_worker(playback.stop, group="play-stop", thread=True)

    def action_seek(self, direction: int) -> None:
        """Move the cursor in the take."""
        line = self.query_one(TakeLine)
        longest_s = self.card.analysis.transcript.duration_s or 0.0
        line.cursor_s = max(0.0, min(longest_s, line.cursor_s + direction * STEP_S))

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
            self.app.push_screen(ExplainDialog(self.services, point, self.card))

    def action_delivery(self) -> None:
        """How it was said."""
        self.app.push_screen(DeliveryDialog(self.services, self.item, self.card))

    def action_done(self) -> None:
        """Back to where the item was chosen."""
        self.post_message(PracticeLeft())
