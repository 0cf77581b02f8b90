"""Writing it down: however long the engine takes, with a way out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Footer, ProgressBar, Static

from coach.app.bindings import key
from coach.app.messages import (
    AttemptScored,
    FileWanted,
    PracticeLeft,
    StepFailed,
    TypingWanted,
    WritingProgressed,
)
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Engine, Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock
from coach.core.attempt import Attempt, Source
from coach.core.drill import Item
from coach.core.ports import Progress, Stop

Work = Callable[[Progress, Stop], Attempt]
"""Brings an answer to its verdict."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be scored."""

    item: Item
    source: Source
    work: Work
    kept: bool
    """Whether the answer is on disk already, so that going away loses nothing."""
    length_s: float | None = None
    """Length of the take, when it is known."""


class WritingScreen(CoachScreen):
    """The answer is written down and judged."""

    ABOUT: ClassVar[str] = (
        "The speech engine writes your answer down on this machine, then it is judged. With esc you go on with "
        "something else: a recorded answer stays and the first screen offers it."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "writing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "again", "try again", "Try the step that failed again.", "writing.again"),
        key("t", "type", "type", "Type the answer instead.", "writing.type"),
        key("f", "file", "another file", "Pick another audio file.", "writing.file"),
        key("escape", "leave", "later", "Go on with something else; the answer stays.", "writing.leave"),
    ]

    def __init__(self, services: Services, status: Status, job: Job) -> None:
        super().__init__(services, status)
        self.job = job
        self._failed = False
        self._began_s = services.monotonic()

    def compose(self) -> ComposeResult:
        """A line, a bar, the time gone."""
        yield TitleBar(self.item_title(self.job.item), self.signs, self.status)
        with Vertical(id="writing--centre"):
            yield Static(id="writing--line")
            yield Center(ProgressBar(total=1, show_bar=not self.services.ascii, show_eta=False))
            yield Center(Static(id="writing--trouble"))
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(0.2, self._show_elapsed)
        self._run()

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    def _run(self) -> None:
        self._failed = False
        self._began_s = self.services.monotonic()
        self.query_one("#writing--trouble").display = False
        self.query_one(ProgressBar).update(progress=0)
        self.query_one(ProgressBar).display = self.job.source is not Source.TYPED
        self._show_elapsed()
        self.refresh_bindings()
        work = self.job.work

        def progress(share: float) -> None:
            self.post_message(WritingProgressed(share))

        self.in_background("transcribe", lambda stop: AttemptScored(work(progress, stop)))

    @on(WritingProgressed)
    def _progressed(self, news: WritingProgressed) -> None:
        self.query_one(ProgressBar).update(progress=news.share)

    @on(StepFailed)
    def _step_failed(self, failed: StepFailed) -> None:
        self._failed = True
        kept = " Your answer is kept; the first screen offers it again." if self.job.kept else ""
        way = " You can type it instead (t)." if failed.model_missing else ""
        trouble = self.query_one("#writing--trouble", Static)
        trouble.update(Content(self.signs.text(f"{failed.sentence}{way}{kept}")))
        trouble.display = True
        self.query_one(ProgressBar).display = False
        self.query_one("#writing--line", Static).update(Content.styled("That did not work.", "bold"))
        self.refresh_bindings()

    def _show_elapsed(self) -> None:
        if self._failed:
            return
        gone_s = self.services.monotonic() - self._began_s
        what = "judging it" if self.job.source is Source.TYPED else "writing it down"
        length = f" ({clock(self.job.length_s)} of sound)" if self.job.length_s is not None else ""
        loading = "\nThe speech engine is still loading." if self._waits_for_engine() else ""
        self.query_one("#writing--line", Static).update(
            Content.assemble((what, "bold"), length, (f"{self._dots()}{gone_s:.1f} s", "$quiet"), (loading, "$quiet"))
        )

    def _dots(self) -> str:
        return f" {self.signs.pause} "

    def _waits_for_engine(self) -> bool:
        return self.status.engine is Engine.LOADING and self.job.source is not Source.TYPED

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The other ways exist once the step has failed."""
        if action == "again":
            return self._failed and self.job.kept
        if action == "file":
            return self._failed and self.job.source is Source.AUDIO_FILE
        if action == "type":
            return self._failed
        return True

    def action_again(self) -> None:
        """Try again."""
        self._run()

    def action_type(self) -> None:
        """Type instead."""
        self.post_message(TypingWanted(self.job.item.id))

    def action_file(self) -> None:
        """Pick another file."""
        self.post_message(FileWanted(self.job.item.id))

    def action_leave(self) -> None:
        """Go away; the worker is told to stop."""
        self.post_message(PracticeLeft())
