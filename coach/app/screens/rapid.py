"""Rapid fire: one term after the other, ten seconds each, judged while the next one is spoken."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from coach.app.bindings import key
from coach.app.glossary_messages import RapidEnded, RapidFailed, RapidScored, RapidStarted, RapidTaken
from coach.app.messages import StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.screens.ready import POLL_S
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.big_clock import BigClock
from coach.app.widgets.level import LevelWave
from coach.core.attempt import Attempt
from coach.core.drill import Item
from coach.core.glossary import RAPID_S
from coach.core.ports import CoachError, Stop
from coach.core.practice import LiveTake

Judging = Callable[[], Attempt]
"""Brings one answer to its verdict."""


class RapidScreen(CoachScreen):
    """The run: the term, the clock, the level, nothing else."""

    ABOUT: ClassVar[str] = (
        "Explain each term in ten seconds; the next one comes by itself, or at once with space. Nothing is shown "
        "until the run is over. Esc ends it; what was answered is judged and kept."
    )
    CSS_PATH = "rapid.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "next", "next", "End this answer and take the next term.", "rapid.next"),
        key("escape", "end", "end the run", "End the run here; what was answered counts.", "rapid.end"),
    ]

    def __init__(self, services: Services, status: Status, items: tuple[Item, ...], *, typed: bool) -> None:
        super().__init__(services, status)
        self.items = items
        self.typed = typed
        self._at = 0
        self._live: LiveTake | None = None
        self._began_s = services.monotonic()
        self._open: set[str] = set()
        self._attempts: dict[str, Attempt] = {}
        self._failed: dict[str, str] = {}
        self._over = False
        self._ending = False

    @property
    def busy_recording(self) -> bool:
        """Whether leaving would end a recording."""
        return self._live is not None

    def compose(self) -> ComposeResult:
        """All in the middle."""
        with Vertical(id="rapid--centre"):
            yield Static(id="rapid--number")
            yield Static(id="rapid--term")
            yield BigClock(RAPID_S, ascii_only=self.services.ascii)
            yield Center(LevelWave(self.signs))
            yield Center(Input(placeholder="what is it? enter takes the next", id="rapid--input", compact=True))
            yield Static(id="rapid--trouble")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The first card."""
        self.query_one(LevelWave).display = not self.typed
        line = self.query_one(Input)
        line.display = self.typed
        if self.typed:
            line.focus()
        self.set_interval(POLL_S, self._glance)
        self._card()

    @property
    def _item(self) -> Item:
        return self.items[self._at]

    def _card(self) -> None:
        """Show the next card and open the microphone for it."""
        item = self._item
        self._began_s = self.services.monotonic()
        self.query_one(BigClock).elapsed_s = 0.0
        self.query_one("#rapid--number", Static).update(Content(f"{self._at + 1} of {len(self.items)}"))
        self.query_one("#rapid--term", Static).update(Content(self.signs.line(item.title)))
        self.query_one("#rapid--trouble", Static).update(Content(""))
        if self.typed:
            self.query_one(Input).value = ""
            return
        practice, device = self.services.practice, self.status.device

        def start(stop: Stop) -> RapidStarted:
            live = practice.start(item.id, device)
            if stop():
                practice.finish(live)
            return RapidStarted(live)

        self.in_background("rapid", start)

    @on(RapidStarted)
    def _started(self, started: RapidStarted) -> None:
        self._live = started.live
        self._ending = False
        self._began_s = self.services.monotonic()
        self.refresh_bindings()

    @on(StepFailed)
    def _step_failed(self, failed: StepFailed) -> None:
        self._live = None
        self._ending = False
        self.query_one("#rapid--trouble", Static).update(self.safe(failed.sentence, "bold $warning"))
        self._failed[self._item.id] = failed.sentence
        self.refresh_bindings()

    def _glance(self) -> None:
        if self._over or self._ending or (not self.typed and self._live is None):
            return
        if self._live is not None:
            state = self._live.recording.state()
            self.query_one(LevelWave).add(state.peak)
            gone_s = state.elapsed_s
            if state.status in ("lost", "failed"):
                self.action_next()
                return
        else:
            gone_s = self.services.monotonic() - self._began_s
        self.query_one(BigClock).elapsed_s = gone_s
        if gone_s >= RAPID_S:
            self.action_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While typing, space is a letter; while the microphone opens, there is nothing to end."""
        if action == "next":
            return not self.typed and not self._over and not self._ending
        return True

    @on(Input.Submitted)
    def _typed(self) -> None:
        self.action_next()

    def action_next(self) -> None:
        """End this answer, go on."""
        if self._over or self._ending:
            return
        if self.typed:
            self._hand_in_typed()
            self._go_on()
        elif self._live is not None:
            live, practice = self._live, self.services.practice
            self._live, self._ending = None, True
            self.in_background("rapid", lambda _: RapidTaken(practice.finish(live)))
        elif self._item.id in self._failed:
            self._go_on()

    def _hand_in_typed(self) -> None:
        item, text, practice = self._item, self.query_one(Input).value, self.services.practice
        if not text.strip():
            self._failed[item.id] = "Nothing was typed."
            return
        self._judge(item, lambda: practice.answer_typed(item.id, text))

    @on(RapidTaken)
    def _taken(self, taken: RapidTaken) -> None:
        practice = self.services.practice
        item = self._item
        self._judge(item, lambda: practice.complete(taken.attempt.id))
        self._ending = False
        if self._over:
            self._finish_when_done()
        else:
            self._go_on()

    def _judge(self, item: Item, work: Judging) -> None:
        """Judge an answer beside what goes on."""
        self._open.add(item.id)
        lock = self.services.one_at_a_time

        def run() -> None:
            try:
                with lock:
                    scored = work()
            except CoachError as error:
                self.post_message(RapidFailed(item.id, str(error)))
            else:
                self.post_message(RapidScored(scored))

        self.run_worker(run, name=f"judge {item.id}", group="rapid-judge", thread=True)

    @on(RapidScored)
    def _scored(self, scored: RapidScored) -> None:
        self._attempts[scored.attempt.item] = scored.attempt
        self._open.discard(scored.attempt.item)
        self._finish_when_done()

    @on(RapidFailed)
    def _not_judged(self, failed: RapidFailed) -> None:
        self._failed[failed.item] = failed.sentence
        self._open.discard(failed.item)
        self._finish_when_done()

    def _go_on(self) -> None:
        if self._at + 1 < len(self.items):
            self._at += 1
            self._card()
        else:
            self._stop()

    def _stop(self) -> None:
        self._over = True
        self.query_one(BigClock).display = False
        self.query_one(LevelWave).display = False
        self.query_one(Input).display = False
        self.query_one("#rapid--number", Static).update(Content(""))
        self.query_one("#rapid--term", Static).update(Content("Judging the last answers"))
        self.refresh_bindings()
        self._finish_when_done()

    def _finish_when_done(self) -> None:
        if self._over and not self._open and not self._ending:
            self.post_message(RapidEnded(self.items, dict(self._attempts), dict(self._failed)))

    def action_end(self) -> None:
        """End the run here."""
        if self._over:
            return
        live, practice = self._live, self.services.practice
        if live is not None:
            self._live, self._ending = None, True
            self._stop()
            self.in_background("rapid", lambda _: RapidTaken(practice.finish(live)))
        else:
            self._stop()
