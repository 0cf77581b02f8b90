"""The application: which screen follows which, and the state all of them show."""

import dataclasses
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import get_current_worker

from coach.app import messages as m
from coach.app.bindings import ASCII_KEYS, KEY_NAMES, commands, key
from coach.app.screens.base import CoachDialog, CoachScreen
from coach.app.screens.brief import BriefScreen
from coach.app.screens.file_answer import FileScreen
from coach.app.screens.help import HelpDialog
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.leave import LeaveDialog
from coach.app.screens.library import LibraryScreen
from coach.app.screens.nothing import NothingScreen
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.typed import TypedScreen
from coach.app.screens.writing import Job, Work, WritingScreen
from coach.app.services import Services
from coach.app.status import Engine, Status
from coach.app.theme import DARK, LIGHT
from coach.core.attempt import UNFINISHED, Attempt, Source
from coach.core.drill import Item
from coach.core.ports import Cancelled, CoachError, Progress, Stop


class CoachApp(App[None]):
    """The coach in a terminal."""

    TITLE = "Coach"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("question_mark,f1", "help", "help", "Explain this screen and its keys.", "app.help"),
        key("ctrl+t", "toggle_look", "light/dark", "Switch between light and dark.", "app.look", show=False),
        key("q", "quit", "quit", "Leave; asks only while an answer is recorded.", "app.quit"),
    ]

    status: reactive[Status] = reactive(Status(model=""))
    """Microphone and engine; handed down to every screen."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.set_reactive(CoachApp.status, Status(model=services.speech_model, device=services.device))
        self._drafts: dict[str, str] = {}
        self._quitting = False
        self._one_at_a_time = threading.Lock()
        """A take that is still being given up must not be completed a second time beside it."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own theme variables, for any look that lacks them."""
        return {"quiet": "#98a3b3", "rule": "#39434f"}

    def get_key_display(self, binding: Binding) -> str:
        """Keys by their sign, or by name where the terminal shows ASCII only."""
        shown = KEY_NAMES.get(binding.key) or super().get_key_display(binding)
        return ASCII_KEYS.get(shown, shown) if self.services.ascii else shown

    def on_mount(self) -> None:
        """The look, the first screen, then the item that was asked for."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = LIGHT.name if self.services.light else DARK.name
        self.push_screen(HomeScreen(self.services, self.status))
        self.check_microphone()
        if self.services.start_item is not None:
            self.post_message(m.ItemChosen(self.services.start_item))

    def watch_status(self, status: Status) -> None:
        """Every screen shows the newest status."""
        for screen in self.screen_stack:
            if isinstance(screen, CoachScreen):
                screen.status = status

    def _change(self, **changes: Any) -> None:
        self.status = dataclasses.replace(self.status, **changes)

    def check_microphone(self) -> None:
        """Look for a microphone, in the background."""
        look = self.services.microphone_problem
        self.run_worker(
            lambda: self._post(m.MicrophoneChecked(look())), group="microphone", thread=True, exclusive=True
        )

    def load_engine(self) -> None:
        """Load the speech engine while the question is read; a failed load is tried again."""
        if self.status.engine in (Engine.LOADING, Engine.READY):
            return
        self._change(engine=Engine.LOADING, engine_problem="")
        transcriber = self.services.practice.transcriber

        def load() -> None:
            try:
                transcriber.load()
            except CoachError as error:
                self._post(m.StepFailed("load", str(error), model_missing=True))
            else:
                self._post(m.EngineReady())

        self.run_worker(load, group="load", thread=True, exclusive=True)

    def warm_judge(self, item: Item) -> None:
        """Make the judge ready for an item while its question is read."""

        def warm() -> None:
            try:
                self.services.practice.warm(item)
            except CoachError as error:
                self._post(m.StepFailed("warm", str(error)))

        self.run_worker(warm, group="warm", thread=True, exclusive=True)

    def _post(self, fact: Message) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(fact)

    @on(m.MicrophoneChecked)
    def _microphone_checked(self, checked: m.MicrophoneChecked) -> None:
        self._change(microphone_known=True, microphone_problem=checked.problem)

    @on(m.EngineReady)
    def _engine_ready(self) -> None:
        self._change(engine=Engine.READY)

    @on(m.StepFailed)
    def _step_failed(self, failed: m.StepFailed) -> None:
        """Failures of our own steps; screens deal with theirs."""
        if failed.step == "load":
            self._change(engine=Engine.FAILED, engine_problem=failed.sentence)
        elif failed.step in {"save", "warm"}:
            self.notify(failed.sentence, severity="warning", markup=False)

    @on(m.DeviceChosen)
    def _device_chosen(self, chosen: m.DeviceChosen) -> None:
        self._change(device=chosen.device, microphone_known=False)
        self._remember(partial(self.services.save_device, chosen.device))
        self.check_microphone()

    def _remember(self, save: Callable[[], None]) -> None:
        """Keep a choice, in the background."""

        def work() -> None:
            try:
                save()
            except CoachError as error:
                self._post(m.StepFailed("save", str(error)))

        self.run_worker(work, group="save", thread=True)

    @on(m.DraftKept)
    def _draft_kept(self, draft: m.DraftKept) -> None:
        self._drafts[draft.item] = draft.text

    def _show(self, screen: CoachScreen) -> None:
        """A step of a practice takes the place of the step before; anything else is laid on top."""
        current = self.screen
        if isinstance(current, CoachScreen) and current.STEP and screen.STEP:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _item(self, item_id: str) -> Item | None:
        try:
            return self.services.practice.library.item(item_id)
        except CoachError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None

    @on(m.ItemChosen)
    def _item_chosen(self, chosen: m.ItemChosen) -> None:
        item = self._item(chosen.item)
        if item:
            self.load_engine()
            self.warm_judge(item)
            self.check_microphone()
            self._show(BriefScreen(self.services, self.status, item, heard=chosen.heard))

    @on(m.ReadyWanted)
    def _ready_wanted(self, wanted: m.ReadyWanted) -> None:
        item = self._item(wanted.item)
        if item:
            self.load_engine()
            self._show(ReadyScreen(self.services, self.status, item))

    @on(m.SpeakingWanted)
    def _speaking_wanted(self, wanted: m.SpeakingWanted) -> None:
        item = self._item(wanted.item)
        if item:
            self._show(SpeakingScreen(self.services, self.status, item))

    @on(m.TypingWanted)
    def _typing_wanted(self, wanted: m.TypingWanted) -> None:
        item = self._item(wanted.item)
        if item:
            self._show(TypedScreen(self.services, self.status, item, self._drafts.get(item.id, "")))

    @on(m.FileWanted)
    def _file_wanted(self, wanted: m.FileWanted) -> None:
        item = self._item(wanted.item)
        if item:
            self._show(FileScreen(self.services, self.status, item))

    @on(m.LibraryWanted)
    def _library_wanted(self) -> None:
        self._show(LibraryScreen(self.services, self.status))

    @on(m.HistoryWanted)
    def _history_wanted(self, wanted: m.HistoryWanted) -> None:
        item = self._item(wanted.item)
        if item:
            self._show(HistoryScreen(self.services, self.status, item))

    @on(m.PracticeLeft)
    def _practice_left(self) -> None:
        self.pop_screen()

    @on(m.AnswerRecorded)
    def _answer_recorded(self, recorded: m.AnswerRecorded) -> None:
        if self._quitting:
            self.exit()
        else:
            self._complete(recorded.attempt)

    @on(m.AnswerCancelled)
    def _answer_cancelled(self, cancelled: m.AnswerCancelled) -> None:
        if self._quitting:
            self.exit()
            return
        self.notify("Cancelled; what was heard is kept.", markup=False)
        self.post_message(m.ItemChosen(cancelled.attempt.item, heard=True))

    @on(m.CompletionWanted)
    def _completion_wanted(self, wanted: m.CompletionWanted) -> None:
        self._complete(wanted.attempt)

    @on(m.AttemptWanted)
    def _attempt_wanted(self, wanted: m.AttemptWanted) -> None:
        if wanted.attempt.state in UNFINISHED:
            self._complete(wanted.attempt)
        else:
            self._show_attempt(wanted.attempt)

    @on(m.AttemptScored)
    def _attempt_scored(self, scored: m.AttemptScored) -> None:
        self._drafts.pop(scored.attempt.item, None)
        self._show_attempt(scored.attempt)

    def _show_attempt(self, attempt: Attempt) -> None:
        item = self._item(attempt.item)
        if item is None:
            return
        if attempt.scorecard:
            self._show(ScorecardScreen(self.services, self.status, item, attempt, attempt.scorecard))
        else:
            self._show(NothingScreen(self.services, self.status, item, attempt))

    def _complete(self, attempt: Attempt) -> None:
        practice = self.services.practice
        work = partial(practice.complete, attempt.id)
        self._write(attempt.item, attempt.source, work, kept=True, length_s=attempt.duration_s)

    @on(m.AnswerTyped)
    def _answer_typed(self, typed: m.AnswerTyped) -> None:
        practice = self.services.practice
        self._drafts[typed.item] = typed.text

        def work(_progress: Progress, _stop: Stop) -> Attempt:
            return practice.answer_typed(typed.item, typed.text)

        self._write(typed.item, Source.TYPED, work, kept=False)

    @on(m.FilePicked)
    def _file_picked(self, picked: m.FilePicked) -> None:
        self._score_file(picked.item, picked.path)

    @on(m.SampleWanted)
    def _sample_wanted(self, wanted: m.SampleWanted) -> None:
        if self.services.sample:
            self._score_file(wanted.item, self.services.sample)

    def _score_file(self, item_id: str, path: Path) -> None:
        self._write(item_id, Source.AUDIO_FILE, partial(self.services.practice.answer_file, item_id, path), kept=False)

    def _write(self, item_id: str, source: Source, work: Work, *, kept: bool, length_s: float | None = None) -> None:
        item = self._item(item_id)
        if item is None:
            return
        if source is not Source.TYPED:
            self.load_engine()
        lock = self._one_at_a_time

        def alone(progress: Progress, stop: Stop) -> Attempt:
            with lock:
                if stop():
                    raise Cancelled("The step was given up before it began; the answer is kept.")
                return work(progress, stop)

        self._show(WritingScreen(self.services, self.status, Job(item, source, alone, kept, length_s)))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette knows what the keys know."""
        for command in commands(screen):
            yield SystemCommand(
                f"{command.verb.capitalize()} ({' '.join(command.keys)})",
                command.tooltip,
                partial(self.run_action, command.action, command.node),
            )

    def action_help(self) -> None:
        """Explain the screen."""
        screen = self.screen
        if isinstance(screen, HelpDialog):
            return
        about = screen.ABOUT if isinstance(screen, CoachScreen | CoachDialog) else ""
        self.push_screen(HelpDialog(self.services, about, tuple(commands(screen))))

    def action_toggle_look(self) -> None:
        """Light or dark, and so again the next time."""
        light = self.theme == DARK.name
        self.theme = LIGHT.name if light else DARK.name
        self._remember(partial(self.services.save_look, light))

    async def action_quit(self) -> None:
        """Leave; a running recording is asked about and kept."""
        screen = next((s for s in self.screen_stack if isinstance(s, CoachScreen) and s.busy_recording), None)
        if screen is None:
            self.exit()
        elif not isinstance(self.screen, LeaveDialog):
            self.push_screen(LeaveDialog(self.services), self._leave_answered)

    def _leave_answered(self, leave: bool | None) -> None:
        if not leave:
            return
        self._quitting = True
        screen = self.screen
        if isinstance(screen, SpeakingScreen) and screen.can_end:
            screen.action_done()
        else:
            self.exit()
