"""Speaking: the clock, the level, nothing else."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.messages import (
    AnswerCancelled,
    AnswerRecorded,
    FileWanted,
    ItemChosen,
    RecordingStarted,
    StepFailed,
    TypingWanted,
)
from coach.app.screens.base import CoachScreen
from coach.app.screens.ready import POLL_S, SILENT_S
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.big_clock import BigClock
from coach.app.widgets.level import LevelWave
from coach.app.wording import clock
from coach.core.drill import Item
from coach.core.ports import RecordingState, Stop
from coach.core.practice import LiveTake

VOICE_PEAK = 0.03
"""Louder than this is taken for a voice: -30 dB of full scale, between a quiet room (about -50) and speech (-20)."""

FIRST_WORD_S = 10
"""Interviewers take over when nothing was said for this long."""


class SpeakingScreen(CoachScreen):
    """The answer is being recorded."""

    ABOUT: ClassVar[str] = (
        "Your answer is recorded. The clock is green, amber for the last quarter and red in overtime; overtime is "
        "measured, never cut. Whatever happens to the microphone, what was heard is kept."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "speaking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "done", "done", "End the answer and have it scored.", "speaking.done"),
        key("x", "cancel", "cancel (it is kept)", "End the answer unscored; it is kept.", "speaking.cancel"),
        key("t", "type", "type", "Type the answer instead.", "speaking.type"),
        key("f", "file", "file", "Score an answer that lies in an audio file.", "speaking.file"),
        key("escape", "back", "back", "Back to the question.", "speaking.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item) -> None:
        super().__init__(services, status)
        self.item = item
        self._live: LiveTake | None = None
        self._ending = False
        self._failed_to_start = False
        self._refused = False
        self._heard = False

    @property
    def busy_recording(self) -> bool:
        """From the moment the microphone is asked for until the take is whole."""
        return not self._failed_to_start

    @property
    def can_end(self) -> bool:
        """Whether there is a take that can be ended at the moment."""
        return self._live is not None and not self._ending

    def compose(self) -> ComposeResult:
        """All in the middle."""
        with Vertical(id="speaking--centre"):
            yield BigClock(self.item.time.answer_s, ascii_only=self.services.ascii)
            yield Center(LevelWave(self.signs))
            yield Static(Content("opening the microphone"), id="speaking--hint")
            yield Center(Static(id="speaking--trouble"))
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Record."""
        self.query_one("#speaking--trouble").display = False
        practice, item, device = self.services.practice, self.item.id, self.status.device

        def start(stop: Stop) -> RecordingStarted:
            live = practice.start(item, device)
            if stop():
                practice.finish(live)
            return RecordingStarted(live)

        self.in_background("record", start)

    @on(RecordingStarted)
    def _recording(self, started: RecordingStarted) -> None:
        self._live = started.live
        self.refresh_bindings()
        self._glance()
        self.set_interval(POLL_S, self._glance)

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        if self._live:
            self._ending = False
            self._refused = True
            self._say_trouble(f"{failed.sentence} The sound is on disk; {self.signs.enter} tries again.")
            self.refresh_bindings()
            return
        self._failed_to_start = True
        self._say_trouble(failed.sentence)
        self._hint(Content.styled("Type the answer (t), take it from a file (f), or go back (esc).", "$quiet"))
        self.refresh_bindings()

    def _glance(self) -> None:
        if self._live is None or self._ending or self._refused:
            return
        state = self._live.recording.state()
        self.query_one(BigClock).elapsed_s = state.elapsed_s
        self.query_one(LevelWave).add(state.peak)
        self._heard = self._heard or state.peak >= VOICE_PEAK
        self._show_hint(state)
        self._show_trouble(state)

    def _show_hint(self, state: RecordingState) -> None:
        if self._heard or state.status != "recording":
            self._hint(Content(""))
            return
        left = FIRST_WORD_S - int(state.elapsed_s)
        if left > 0:
            self._hint(Content.assemble(f"speak within {FIRST_WORD_S} s: ", (str(left), "bold")))
        else:
            self._hint(Content.styled("Say your first word.", "bold $warning"))

    def _show_trouble(self, state: RecordingState) -> None:
        keep = f"{self.signs.enter} scores the {clock(state.elapsed_s)} that was heard, x sets it aside."
        if state.status == "stalled":
            self._say_trouble(f"{state.reason or 'The microphone stalled.'} {keep}")
        elif state.status in ("lost", "failed"):
            self._say_trouble(f"{state.reason or 'The recording ended.'} {keep}")
        elif state.silent_s > SILENT_S:
            self._say_trouble("I hear nothing: the microphone is muted or dead. x cancels.")
        else:
            self._say_trouble("")

    def _say_trouble(self, sentence: str) -> None:
        trouble = self.query_one("#speaking--trouble", Static)
        trouble.update(Content(self.signs.text(sentence)))
        trouble.display = bool(sentence)

    def _hint(self, content: Content) -> None:
        self.query_one("#speaking--hint", Static).update(content)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While it records: done and cancel. When it could not start: the other ways."""
        if action in ("done", "cancel"):
            return self.can_end
        if action in ("type", "file", "back"):
            return self._failed_to_start
        return True

    def action_done(self) -> None:
        """End the answer."""
        live, practice = self._live, self.services.practice
        if live is None:
            return
        self._ending = True
        self._hint(Content("one moment"))
        self.refresh_bindings()
        self.in_background("record", lambda _: AnswerRecorded(practice.finish(live)))

    def action_cancel(self) -> None:
        """End the answer, unscored."""
        live, practice = self._live, self.services.practice
        if live is None:
            return
        self._ending = True
        self.refresh_bindings()
        self.in_background("record", lambda _: AnswerCancelled(practice.cancel(live)))

    def action_type(self) -> None:
        """Type instead."""
        self.post_message(TypingWanted(self.item.id))

    def action_file(self) -> None:
        """Take a file instead."""
        self.post_message(FileWanted(self.item.id))

    def action_back(self) -> None:
        """Read the question again."""
        self.post_message(ItemChosen(self.item.id, heard=True))
