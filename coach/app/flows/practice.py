"""The flow of one answer: brief, ready, speaking or typing, writing down, scorecard."""

from functools import partial
from pathlib import Path

from textual import on

from coach.app import messages as m
from coach.app.flows.base import BaseApp
from coach.app.screens.base import CoachScreen
from coach.app.screens.brief import BriefScreen
from coach.app.screens.file_answer import FileScreen
from coach.app.screens.leave import LeaveDialog
from coach.app.screens.library import LibraryScreen
from coach.app.screens.nothing import NothingScreen
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.typed import TypedScreen
from coach.app.screens.writing import Job, Work, WritingScreen
from coach.app.services import Services
from coach.core.attempt import UNFINISHED, Attempt, Source
from coach.core.ports import Cancelled, Progress, Stop


class PracticeFlow(BaseApp):
    """Which screen of a practice follows which."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._drafts: dict[str, str] = {}
        self._quitting = False

    @on(m.DraftKept)
    def _draft_kept(self, draft: m.DraftKept) -> None:
        self._drafts[draft.item] = draft.text

    @on(m.ItemChosen)
    def _item_chosen(self, chosen: m.ItemChosen) -> None:
        item = self.find_item(chosen.item)
        if item:
            self.load_engine()
            self.warm_judge(item)
            self.check_microphone()
            self.show(BriefScreen(self.services, self.status, item, heard=chosen.heard))

    @on(m.ReadyWanted)
    def _ready_wanted(self, wanted: m.ReadyWanted) -> None:
        item = self.find_item(wanted.item)
        if item:
            self.load_engine()
            self.show(ReadyScreen(self.services, self.status, item))

    @on(m.SpeakingWanted)
    def _speaking_wanted(self, wanted: m.SpeakingWanted) -> None:
        item = self.find_item(wanted.item)
        if item:
            self.show(SpeakingScreen(self.services, self.status, item))

    @on(m.TypingWanted)
    def _typing_wanted(self, wanted: m.TypingWanted) -> None:
        item = self.find_item(wanted.item)
        if item:
            self.show(TypedScreen(self.services, self.status, item, self._drafts.get(item.id, "")))

    @on(m.FileWanted)
    def _file_wanted(self, wanted: m.FileWanted) -> None:
        item = self.find_item(wanted.item)
        if item:
            self.show(FileScreen(self.services, self.status, item))

    @on(m.LibraryWanted)
    def _library_wanted(self) -> None:
        self.show(LibraryScreen(self.services, self.status))

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
        item = self.find_item(attempt.item)
        if item is None:
            return
        if attempt.scorecard:
            self.show(ScorecardScreen(self.services, self.status, item, attempt, attempt.scorecard))
        else:
            self.show(NothingScreen(self.services, self.status, item, attempt))

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
        item = self.find_item(item_id)
        if item is None:
            return
        if source is not Source.TYPED:
            self.load_engine()
        lock = self.services.one_at_a_time

        def alone(progress: Progress, stop: Stop) -> Attempt:
            with lock:
                if stop():
                    raise Cancelled("The step was given up before it began; the answer is kept.")
                return work(progress, stop)

        self.show(WritingScreen(self.services, self.status, Job(item, source, alone, kept, length_s)))

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
