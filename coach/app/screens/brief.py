"""What is asked: the prompt, and for a scar the conversation that went wrong, line by line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.messages import (
    FileWanted,
    HistoryWanted,
    PracticeLeft,
    ReadyWanted,
    SampleWanted,
    StepFailed,
    TypingWanted,
)
from coach.app.pad_messages import PadWanted
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Engine, Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock, reading_time_s
from coach.core.drill import Item, Kind, Turn

_QUESTION = {
    Kind.SCAR: "Your turn. What should have been said?",
    Kind.DRILL: "Your turn. Choose, and say why.",
    Kind.REJECT: "Your turn. Say what holds instead.",
    Kind.LANDMINE: "Your turn. What should have stood in the design?",
    Kind.PUSHBACK: "Your turn. Hold your ground.",
    Kind.BEHAVIORAL: "Your turn. Tell the story.",
    Kind.SYSTEM_DESIGN: "Your turn. Ask, size it, then draw.",
    Kind.SQL: "Your turn. Say the query and defend it.",
    Kind.CODING: "Your turn. Say design and tests.",
    Kind.STREAMING: "Your turn. Say which number is true.",
    Kind.SCENARIO: "Your turn. Talk it through.",
    Kind.SURFACE: "Your turn. Say how it is measured.",
    Kind.MEASUREMENT: "Your turn. Say what you measure.",
    Kind.RECALL: "Your turn. Say it from memory.",
    Kind.TERM: "Your turn. Explain the term.",
}


class BriefScreen(CoachScreen):
    """The question, before any clock runs."""

    ABOUT: ClassVar[str] = (
        "Read what is asked; no clock runs yet and the microphone is closed. The lines of a scar appear at reading "
        "pace up to the one that ended the loop. The model answer stays hidden until you have answered."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "brief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "next_line", "next line", "Show the next line of the conversation.", "brief.next"),
        key("space,enter", "ready", "get ready", "Open the microphone and get ready to speak.", "brief.ready"),
        key("w", "pad", "pad", "Work it at the keyboard first: a typed pad, run and checked.", "brief.pad"),
        key("t", "type", "type", "Type the answer instead of saying it.", "brief.type"),
        key("f", "file", "file", "Score an answer that lies in an audio file.", "brief.file"),
        key("b", "sample", "sample", "Score the spoken answer that comes with the coach.", "brief.sample"),
        key("h", "history", "history", "See your past attempts at this item.", "brief.history"),
        key("down,j", "down", "scroll down", "Scroll a long brief.", "brief.down", show=False),
        key("up,k", "up", "scroll up", "Scroll a long brief.", "brief.up", show=False),
        key("escape", "back", "back", "Leave the item.", "brief.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item, *, heard: bool = False) -> None:
        super().__init__(services, status)
        self.item = item
        self._turns = until_fatal(item.transcript)
        self._shown = len(self._turns) if heard else min(1, len(self._turns))
        self._pace: Timer | None = None

    @property
    def told(self) -> bool:
        """Whether every line has been shown."""
        return self._shown >= len(self._turns)

    def compose(self) -> ComposeResult:
        """The conversation, then the question."""
        yield TitleBar(self.item_title(self.item), self.signs, self.status)
        with VerticalScroll(id="brief--body", can_focus=False):
            for turn in self._turns:
                yield Static(self._turn(turn), classes="brief--turn")
            yield Static(self.safe(self.item.prompt), id="brief--prompt")
            yield Static(self._question(), id="brief--task")
        yield Static(id="brief--trouble")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show what has been said so far."""
        self._show_equipment()
        self._show_turns()

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status
        if self.is_mounted:
            self._show_equipment()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def _turn(self, turn: Turn) -> Content:
        who = "Interviewer" if turn.speaker == "interviewer" else "Candidate"
        style = "bold $primary" if turn.speaker == "interviewer" else "bold $quiet"
        fatal = f"  {self.signs.trap} the line that ended it" if turn.fatal else ""
        return Content.assemble((who, style), (fatal, "bold $error"), "\n", self.signs.text(turn.text))

    def _question(self) -> Content:
        budget = self.item.time
        ready = f"{clock(budget.prepare_s)} to prepare, " if budget.prepare_s else ""
        first = f"\nFirst at the keyboard (w), {self._pad_minutes:g} minutes; then aloud." if self._pad_minutes else ""
        return Content.assemble(
            (_QUESTION[self.item.kind], "bold $primary"),
            (f"   {ready}{clock(budget.answer_s)} to speak", "$quiet"),
            (first, "bold"),
        )

    @property
    def _pad_minutes(self) -> float:
        """Length of the item's task at the keyboard; 0 when it has none."""
        task = self.services.pad.tasks.get(self.item.id) if self.services.pad else None
        return task.minutes if task else 0

    def _show_turns(self) -> None:
        for number, line in enumerate(self.query(".brief--turn")):
            line.display = number < self._shown
        self.query_one("#brief--prompt").display = self.told
        self.query_one("#brief--task").display = self.told
        self.query_one("#brief--body", VerticalScroll).scroll_end(animate=False)
        self.refresh_bindings()
        if self._pace:
            self._pace.stop()
        if not self.told and self.services.reading_wpm > 0:
            latest = self._turns[self._shown - 1].text
            self._pace = self.set_timer(reading_time_s(latest, self.services.reading_wpm), self._next_turn)

    def _next_turn(self) -> None:
        if not self.told:
            self._shown += 1
            self._show_turns()

    def _show_equipment(self) -> None:
        ways = "Type the answer (t) or take it from a file (f)."
        if self.status.engine is Engine.FAILED:
            sentence = f"{self.status.engine_problem} Until then you can type the answer (t)."
        elif self.status.microphone_problem:
            sentence = f"{self.status.microphone_problem} {ways}"
        else:
            sentence = ""
        trouble = self.query_one("#brief--trouble", Static)
        trouble.update(Content.assemble((f"{self.signs.trap} ", "bold $warning"), self.signs.line(sentence)))
        trouble.display = bool(sentence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Lines first, then the clock; the sample answers one item only."""
        if action == "next_line":
            return not self.told
        if action == "ready":
            return self.told
        if action == "pad":
            return self.told and self._pad_minutes > 0
        if action == "sample":
            return self.services.sample is not None and self.item.id == self.services.sample_item
        return True

    def action_next_line(self) -> None:
        """The next line."""
        self._next_turn()

    def action_ready(self) -> None:
        """The clock."""
        self.post_message(ReadyWanted(self.item.id))

    def action_pad(self) -> None:
        """The keyboard first."""
        self.post_message(PadWanted(self.item.id))

    def action_type(self) -> None:
        """Type instead."""
        self.post_message(TypingWanted(self.item.id))

    def action_file(self) -> None:
        """Take a file instead."""
        self.post_message(FileWanted(self.item.id))

    def action_sample(self) -> None:
        """Score the bundled answer."""
        self.post_message(SampleWanted(self.item.id))

    def action_history(self) -> None:
        """Past attempts."""
        self.post_message(HistoryWanted(self.item.id))

    def action_down(self) -> None:
        """Scroll."""
        self.query_one("#brief--body", VerticalScroll).scroll_down(animate=False)

    def action_up(self) -> None:
        """Scroll."""
        self.query_one("#brief--body", VerticalScroll).scroll_up(animate=False)

    def action_back(self) -> None:
        """Leave the item."""
        self.post_message(PracticeLeft())


def until_fatal(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The lines of a conversation up to the one that ended the loop."""
    for number, turn in enumerate(turns, 1):
        if turn.fatal:
            return turns[:number]
    return turns
