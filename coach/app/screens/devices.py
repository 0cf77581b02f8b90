"""Picking a microphone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.app.bindings import key
from coach.app.screens.base import CoachDialog
from coach.app.services import Services
from coach.core.ports import InputDevice


@dataclass(frozen=True, slots=True)
class DevicePicked:
    """The choice."""

    device: str | None
    """Name of the microphone; None: whatever the system's default is."""


class DeviceList(OptionList):
    """Microphones, one a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "choose", "Record with this microphone.", "devices.choose"),
    ]


class DevicePicker(CoachDialog[DevicePicked | None]):
    """The microphones there are."""

    ABOUT: ClassVar[str] = "Pick the microphone that answers are recorded with; the choice is remembered."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "close", "back", "Keep the microphone as it is.", "devices.back"),
    ]

    def __init__(self, services: Services, devices: Sequence[InputDevice], current: str | None) -> None:
        super().__init__(services)
        self._devices = tuple(devices)
        self._current = current

    def compose(self) -> ComposeResult:
        """The system's default first."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("Which microphone?", "bold"), classes="dialog--title")
            yield DeviceList(
                *(Option(self._line(n), id=f"device-{n}") for n in range(-1, len(self._devices))), markup=False
            )
            yield Static(Content(self._footnote()), classes="dialog--keys")

    def on_mount(self) -> None:
        """Stand on the one in use."""
        names = [d.name for d in self._devices]
        self.query_one(OptionList).highlighted = names.index(self._current) + 1 if self._current in names else 0

    def _line(self, number: int) -> Content:
        if number < 0:
            chosen, text = self._current is None, "the system's default"
        else:
            device = self._devices[number]
            chosen = device.name == self._current
            channels = "mono" if device.channels == 1 else f"{device.channels} channels"
            default = ", default" if device.is_default else ""
            text = f"{self.signs.line(device.name)}  ({channels}, {device.rate_hz / 1000:g} kHz{default})"
        return Content.assemble((f"{self.signs.on if chosen else ' '} ", "$success"), text)

    def _footnote(self) -> str:
        if self._devices:
            return f"{self.signs.enter} choose   esc back"
        return "No microphone was found; plug one in, then press esc and d again."

    @on(OptionList.OptionSelected)
    def _selected(self, selected: OptionList.OptionSelected) -> None:
        number = selected.option_index - 1
        self.dismiss(DevicePicked(self._devices[number].name if number >= 0 else None))

    def action_close(self) -> None:
        """No change."""
        self.dismiss(None)
