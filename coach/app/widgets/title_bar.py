"""The line at the top: where we are, and whether microphone and model are there."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.app.signs import Signs
from coach.app.status import Engine, Status


class TitleBar(Horizontal):
    """Title on the left, equipment on the right."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top; height: 2; padding: 0 1;
        border-bottom: solid $rule;
        .title--name { width: 1fr; text-overflow: ellipsis; text-wrap: nowrap; text-style: bold; }
        .title--status { width: auto; padding-left: 2; color: $quiet; }
    }
    """

    status: reactive[Status | None] = reactive(None)
    """Microphone and engine; None hides them."""

    def __init__(self, title: Content, signs: Signs, status: Status | None = None) -> None:
        super().__init__()
        self._title = title
        self._signs = signs
        self.set_reactive(TitleBar.status, status)

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(self._title, classes="title--name")
        yield Static(self._equipment(), classes="title--status")

    def watch_status(self) -> None:
        """Show the equipment afresh."""
        if self.is_mounted:
            self.query_one(".title--status", Static).update(self._equipment())

    def _equipment(self) -> Content:
        if self.status is None:
            return Content("")
        return equipment(self.status, self._signs)


def equipment(status: Status, signs: Signs) -> Content:
    """Microphone and model in a few words."""
    if not status.microphone_known:
        mic = Content.assemble("mic ", (signs.off, "$quiet"), " looking")
    elif status.microphone_problem:
        mic = Content.assemble("mic ", (signs.miss, "bold $error"), " none")
    else:
        name = signs.line(status.device) if status.device else "default"
        mic = Content.assemble("mic ", (signs.on, "$success"), f" {name[:24]}")
    engine = {
        Engine.COLD: Content(""),
        Engine.LOADING: Content(" loading"),
        Engine.READY: Content.assemble(" ", (signs.on, "$success")),
        Engine.FAILED: Content.assemble(" ", (signs.miss, "bold $error")),
    }[status.engine]
    return Content.assemble(mic, "   model ", signs.line(status.model), engine)
