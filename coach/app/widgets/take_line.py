"""The take on one line, with a cursor."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from coach.app.marks import STYLES, Mark
from coach.app.signs import Signs
from coach.app.timeline import cell_at, timeline
from coach.app.wording import clock
from coach.core.transcript import Transcript


class TakeLine(Widget):
    """Speech, silence and marks of a take from its start to its end."""

    DEFAULT_CSS = "TakeLine { height: 1; width: 100%; }"

    cursor_s: reactive[float] = reactive(0.0)
    """The moment looked at or heard, in seconds."""
    speed: reactive[float] = reactive(1.0)
    """How fast it is played; shown when it is not 1."""

    class Clicked(Message):
        """A moment was clicked."""

        def __init__(self, moment_s: float) -> None:
            super().__init__()
            self.moment_s = moment_s
            """Seconds from the start of the take."""

    def __init__(self, transcript: Transcript, marks: tuple[Mark, ...], signs: Signs) -> None:
        super().__init__()
        self._transcript = transcript
        self._marks = marks
        self._signs = signs

    def render(self) -> Content:
        """The time at the cursor, the line, the length."""
        duration_s = self._transcript.duration_s
        if not duration_s:
            return Content.styled("A typed answer has no sound and no pace.", "$quiet")
        head, tail = self._ends(duration_s)
        width = self.size.width - len(head) - len(tail)
        cells = timeline(self._transcript, self._marks, width, self._signs)
        at = cell_at(self.cursor_s, duration_s, width)
        line = Content("").join(
            Content.styled(c.sign[0], "bold reverse $foreground" if n == at else self._style(c.voiced, c.mark))
            for n, c in enumerate(cells)
        )
        return Content.assemble((head, "bold"), line, (tail, "$quiet"))

    def _ends(self, duration_s: float) -> tuple[str, str]:
        speed = f" x{self.speed:g}" if self.speed != 1 else ""
        return f"{clock(self.cursor_s)} ", f" {clock(duration_s)}{speed}"

    @staticmethod
    def _style(voiced: bool, mark: object) -> str:
        for kind, style in STYLES.items():
            if kind is mark:
                return style
        return "$primary 45%" if voiced else "$quiet 70%"

    def on_click(self, event: events.Click) -> None:
        """Tell which moment was meant."""
        duration_s = self._transcript.duration_s
        if not duration_s:
            return
        head, tail = self._ends(duration_s)
        width = self.size.width - len(head) - len(tail)
        share = (event.x - len(head)) / max(1, width)
        self.post_message(self.Clicked(max(0.0, min(1.0, share)) * duration_s))
