"""Getting ready: the microphone is heard, the seconds before the answer run down."""

import math
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits, Footer, Static

from coach.app.bindings import key
from coach.app.messages import (
    DeviceChosen,
    DevicesFound,
    FileWanted,
    ItemChosen,
    MeterClosed,
    MeterOpened,
    SpeakingWanted,
    StepFailed,
    TypingWanted,
)
from coach.app.screens.base import CoachScreen
from coach.app.screens.devices import DevicePicked, DevicePicker
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.level import LevelWave
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock
from coach.core.drill import Item
from coach.core.ports import LevelMeter, Stop

SILENT_S = 1.5
"""Exact digital silence for this long means a muted or dead microphone: a live one always has some noise."""

POLL_S = 0.1
"""How often the level is looked at."""


class ReadyScreen(CoachScreen):
    """The seconds before the answer."""

    ABOUT: ClassVar[str] = (
        "The microphone is open, nothing is recorded yet. Say a word and watch the wave move; if it stays flat, pick "
        "another microphone. The answer's clock starts by itself, or at once with space."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "ready.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "speak", "speak now", "Start the clock of the answer.", "ready.speak"),
        key("d", "device", "microphone", "Pick another microphone.", "ready.device"),
        key("t", "type", "type", "Type the answer instead of saying it.", "ready.type"),
        key("f", "file", "file", "Score an answer that lies in an audio file.", "ready.file"),
        key("escape", "back", "back", "Close the microphone and read the question again.", "ready.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item) -> None:
        super().__init__(services, status)
        self.item = item
        self._left_s = item.time.prepare_s
        self._seen_at: float | None = None
        self._meter: LevelMeter | None = None
        self._opening = False
        self._leaving: Message | None = None
        self._open_device: str | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """The question, the seconds left, the wave, the trouble."""
        yield TitleBar(self.item_title(self.item), self.signs, self.status)
        with VerticalScroll(id="ready--prompt", can_focus=False):
            yield Static(self.safe(self.item.prompt))
        with Vertical(id="ready--centre"):
            yield Static(id="ready--head")
            yield Digits(id="ready--digits")
            yield Static(id="ready--then")
            yield Center(LevelWave(self.signs))
            yield Center(Static(id="ready--trouble"))
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Open the microphone."""
        then = f"then {clock(self.item.time.answer_s)} to speak"
        self.query_one("#ready--then", Static).update(Content.styled(then, "$quiet"))
        self._open()
        self._show()
        self.set_interval(POLL_S, self._glance)

    def on_unmount(self) -> None:
        """Never leave the microphone open."""
        if self._meter:
            self._meter.stop()

    def watch_status(self, old: Status, status: Status) -> None:
        """Show the equipment; listen to the microphone that was picked."""
        for bar in self.query(TitleBar):
            bar.status = status
        if self.is_mounted and old.device != status.device:
            self._reopen()

    def _reopen(self) -> None:
        if self._meter:
            self._close()
        elif not self._opening:
            self._open()

    def _open(self) -> None:
        recorder, device = self.services.practice.recorder, self.status.device
        self._opening = True
        self._open_device = device
        self._problem = ""

        def listen(_: Stop) -> MeterOpened:
            return MeterOpened(recorder.listen(device))

        self.in_background("record", listen)

    @on(MeterOpened)
    def _listening(self, opened: MeterOpened) -> None:
        self._opening = False
        self._meter = opened.meter
        self._seen_at = None
        if self._leaving or self._open_device != self.status.device:
            self._close()

    @on(MeterClosed)
    def _meter_closed(self) -> None:
        self._meter = None
        if self._leaving:
            self.post_message(self._leaving)
        else:
            self._open()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self._opening = False
        if self._leaving:
            self.post_message(self._leaving)
            return
        self._problem = f"{failed.sentence} Pick another microphone (d), or type the answer (t)."
        self._show()

    def _glance(self) -> None:
        if self._meter is None or self._leaving:
            return
        state = self._meter.state()
        self.query_one(LevelWave).add(state.peak)
        if state.status != "recording":
            reason = state.reason or "The microphone stopped."
            self._problem = f"{reason} Pick another microphone (d), or type the answer (t)."
        elif state.silent_s > SILENT_S:
            name = self.signs.quoted(self.status.device) if self.status.device else "this microphone"
            self._problem = f"I hear nothing from {name}: it is muted or dead. Unmute it or pick another one (d)."
        else:
            self._problem = ""
        at = self.services.monotonic()
        if not self._problem and self._seen_at is not None:
            self._left_s = max(0.0, self._left_s - (at - self._seen_at))
        self._seen_at = at
        self._show()
        if self._left_s <= 0 and not self._problem and self.app.screen is self:
            self.action_speak()

    def _show(self) -> None:
        held = bool(self._problem)
        left_s = math.ceil(self._left_s)
        seconds = str(left_s) if left_s < 60 else clock(left_s)
        head = "The clock waits" if held else "Get ready"
        if self.services.ascii and not held:
            head = f"{head}: {seconds}"
        self.query_one("#ready--head", Static).update(Content.styled(head, "bold"))
        digits = self.query_one(Digits)
        digits.update(seconds)
        digits.display = not held and not self.services.ascii
        trouble = self.query_one("#ready--trouble", Static)
        trouble.update(Content(self.signs.text(self._problem)))
        trouble.display = held

    def _leave(self, to: Message) -> None:
        if self._leaving:
            return
        self._leaving = to
        if self._meter:
            self._close()
        elif not self._opening:
            self.post_message(to)

    def _close(self) -> None:
        meter = self._meter

        def close(_: Stop) -> MeterClosed:
            if meter:
                meter.stop()
            return MeterClosed()

        self.in_background("record", close)

    def action_speak(self) -> None:
        """Start the answer's clock."""
        self._leave(SpeakingWanted(self.item.id))

    def action_type(self) -> None:
        """Type instead."""
        self._leave(TypingWanted(self.item.id))

    def action_file(self) -> None:
        """Take a file instead."""
        self._leave(FileWanted(self.item.id))

    def action_back(self) -> None:
        """Read the question again."""
        self._leave(ItemChosen(self.item.id, heard=True))

    def action_device(self) -> None:
        """Look which microphones there are; closing ours first lets a newly plugged one be found."""
        if self._opening or self._leaving:
            return
        self._opening = True
        recorder, meter = self.services.practice.recorder, self._meter
        self._meter = None

        def look(_: Stop) -> DevicesFound:
            if meter:
                meter.stop()
            return DevicesFound(recorder.devices())

        self.in_background("record", look)

    @on(DevicesFound)
    def _pick(self, found: DevicesFound) -> None:
        self._opening = False
        if self._leaving:
            self.post_message(self._leaving)
            return
        picker = DevicePicker(self.services, found.devices, self.status.device)
        self.app.push_screen(picker, self._picked)

    def _picked(self, picked: DevicePicked | None) -> None:
        if picked is not None and picked.device != self.status.device:
            self.post_message(DeviceChosen(picked.device))
        else:
            self._open()
