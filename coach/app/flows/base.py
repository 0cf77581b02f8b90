"""What every flow of the application stands on: the services, the status, the microphone, the engine, the screens."""

import dataclasses
from collections.abc import Callable, Iterable
from functools import partial
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
from coach.app.screens.help import HelpDialog
from coach.app.services import Services
from coach.app.status import Engine, Status
from coach.app.theme import DARK, LIGHT
from coach.core.drill import Item
from coach.core.ports import CoachError


class BaseApp(App[None]):
    """The application without its flows; each flow is a subclass that answers the messages of its screens."""

    TITLE = "Coach"
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
        self.set_reactive(BaseApp.status, Status(model=services.speech_model, device=services.device))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own theme variables, for any look that lacks them."""
        return {"quiet": "#98a3b3", "rule": "#39434f"}

    def get_key_display(self, binding: Binding) -> str:
        """Keys by their sign, or by name where the terminal shows ASCII only."""
        shown = KEY_NAMES.get(binding.key) or super().get_key_display(binding)
        return ASCII_KEYS.get(shown, shown) if self.services.ascii else shown

    def watch_status(self, status: Status) -> None:
        """Every screen shows the newest status."""
        for screen in self.screen_stack:
            if isinstance(screen, CoachScreen):
                screen.status = status

    def change(self, **changes: Any) -> None:
        """Change some fields of the status; every screen follows."""
        self.status = dataclasses.replace(self.status, **changes)

    def check_microphone(self) -> None:
        """Look for a microphone, in the background."""
        look = self.services.microphone_problem
        self.run_worker(
            lambda: self.post_late(m.MicrophoneChecked(look())), group="microphone", thread=True, exclusive=True
        )

    def load_engine(self) -> None:
        """Load the speech engine while the question is read; a failed load is tried again."""
        if self.status.engine in (Engine.LOADING, Engine.READY):
            return
        self.change(engine=Engine.LOADING, engine_problem="")
        transcriber = self.services.practice.transcriber

        def load() -> None:
            try:
                transcriber.load()
            except CoachError as error:
                self.post_late(m.StepFailed("load", str(error), model_missing=True))
            else:
                self.post_late(m.EngineReady())

        self.run_worker(load, group="load", thread=True, exclusive=True)

    def warm_judge(self, item: Item) -> None:
        """Make the judge ready for an item while its question is read."""

        def warm() -> None:
            try:
                self.services.practice.warm(item)
            except CoachError as error:
                self.post_late(m.StepFailed("warm", str(error)))

        self.run_worker(warm, group="warm", thread=True, exclusive=True)

    def post_late(self, fact: Message) -> None:
        """Post a fact from a worker, unless the worker has become moot."""
        if not get_current_worker().is_cancelled:
            self.post_message(fact)

    @on(m.MicrophoneChecked)
    def _microphone_checked(self, checked: m.MicrophoneChecked) -> None:
        self.change(microphone_known=True, microphone_problem=checked.problem)

    @on(m.EngineReady)
    def _engine_ready(self) -> None:
        self.change(engine=Engine.READY)

    @on(m.StepFailed)
    def _step_failed(self, failed: m.StepFailed) -> None:
        """Failures of our own steps; screens deal with theirs."""
        if failed.step == "load":
            self.change(engine=Engine.FAILED, engine_problem=failed.sentence)
        elif failed.step in {"save", "warm"}:
            self.notify(failed.sentence, severity="warning", markup=False)

    @on(m.DeviceChosen)
    def _device_chosen(self, chosen: m.DeviceChosen) -> None:
        self.change(device=chosen.device, microphone_known=False)
        self.remember(partial(self.services.save_device, chosen.device))
        self.check_microphone()

    def remember(self, save: Callable[[], None]) -> None:
        """Keep a choice, in the background."""

        def work() -> None:
            try:
                save()
            except CoachError as error:
                self.post_late(m.StepFailed("save", str(error)))

        self.run_worker(work, group="save", thread=True)

    def show(self, screen: CoachScreen) -> None:
        """A step of a practice takes the place of the step before; anything else is laid on top."""
        current = self.screen
        if isinstance(current, CoachScreen) and current.STEP and screen.STEP:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def find_item(self, item_id: str) -> Item | None:
        """An item of the library; when there is none the candidate is told, and it is None."""
        try:
            return self.services.practice.library.item(item_id)
        except CoachError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None

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
        self.remember(partial(self.services.save_look, light))
