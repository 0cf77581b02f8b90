"""What all screens share: the services, the status, the signs, and work in the background."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.worker import get_current_worker

from coach.app.messages import StepFailed
from coach.app.services import Services
from coach.app.signs import Signs, signs
from coach.app.status import Status
from coach.app.wording import SINGULAR
from coach.core.drill import Item
from coach.core.ports import CoachError, ModelError, Stop

Answer = TypeVar("Answer")
"""What a dialog is closed with."""

WIDE_AT = 116
"""From this many columns on, screens show a second column."""


class CoachScreen(Screen[None]):
    """A full screen of the coach."""

    ABOUT: ClassVar[str] = ""
    """What the screen is for, in a few sentences; the help shows it."""
    STEP: ClassVar[bool] = False
    """Whether it is a step of one practice: the next step takes its place instead of covering it."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_AT, "-wide")]  # noqa: RUF012  Textual declares it as a plain list

    status: reactive[Status] = reactive(Status(model=""))
    """Microphone and engine; the application keeps it up to date."""

    def __init__(self, services: Services, status: Status) -> None:
        super().__init__()
        self.services = services
        self.signs: Signs = signs(services.ascii)
        self.set_reactive(CoachScreen.status, status)
        self.set_class(services.ascii, "-ascii")

    @property
    def busy_recording(self) -> bool:
        """Whether leaving the application would end a recording."""
        return False

    def in_background(self, step: str, work: Callable[[Stop], Message]) -> None:
        """Run a step in a thread and post the fact it returns; a newer run of the same step makes it moot.

        `work` is told by its argument when it has become moot. A CoachError becomes StepFailed.
        """

        def run() -> None:
            worker = get_current_worker()
            fact: Message
            try:
                fact = work(lambda: worker.is_cancelled)
            except CoachError as error:
                fact = StepFailed(step, str(error), isinstance(error, ModelError))
            if not worker.is_cancelled:
                self.post_message(fact)

        self.run_worker(run, name=step, group=step, thread=True, exclusive=True)

    def item_title(self, item: Item) -> Content:
        """Kind and title of an item, for the title line."""
        kind = f"{SINGULAR[item.kind]} {self.signs.dot} "
        return Content.assemble((kind, "$quiet"), self.signs.line(item.title))

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """A sentence in the corner for a few seconds."""
        self.notify(self.signs.text(sentence), severity="warning" if warn else "information", markup=False)

    def safe(self, text: str, style: str = "") -> Content:
        """A text from outside as content: no markup, no control characters."""
        return Content.styled(self.signs.text(text), style) if style else Content(self.signs.text(text))


class CoachDialog(ModalScreen[Answer]):
    """A small screen over another one."""

    ABOUT: ClassVar[str] = ""
    """What the dialog is for."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.signs: Signs = signs(services.ascii)
        self.set_class(services.ascii, "-ascii")
