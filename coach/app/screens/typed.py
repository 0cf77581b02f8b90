"""Typing the answer, against the same clock."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from coach.app.bindings import key
from coach.app.messages import AnswerTyped, DraftKept, ItemChosen
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock, count, phase, running_clock
from coach.core.drill import Item
from coach.core.transcript import Transcript


class TypedScreen(CoachScreen):
    """A typed answer."""

    ABOUT: ClassVar[str] = (
        "Type what you would say. The clock starts with the first letter and only informs: a typed answer is judged "
        "for its ideas, not for pace or pauses. What you leave unfinished is there again when you come back."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "typed.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "done", "done", "Have the answer scored.", "typed.done"),
        key("escape", "back", "back", "Back to the question; the text is kept.", "typed.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item, draft: str = "") -> None:
        super().__init__(services, status)
        self.item = item
        self._draft = draft
        self._began_s: float | None = None

    def compose(self) -> ComposeResult:
        """The question, the clock, the page."""
        yield TitleBar(self.item_title(self.item), self.signs)
        yield Static(self.safe(self.item.prompt), id="typed--prompt")
        yield Static(id="typed--clock")
        yield TextArea(self._draft, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Write at once."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self._show_clock()
        self.set_interval(0.5, self._show_clock)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._began_s is None and self.query_one(TextArea).text != self._draft:
            self._began_s = self.services.monotonic()
        self._show_clock()

    def _show_clock(self) -> None:
        gone_s = 0.0 if self._began_s is None else self.services.monotonic() - self._began_s
        budget_s = self.item.time.answer_s
        colour = {"fine": "$success", "late": "$warning", "over": "$error"}[phase(gone_s, budget_s)]
        words = len(Transcript.typed(self.query_one(TextArea).text).words)
        self.query_one("#typed--clock", Static).update(
            Content.assemble(
                (running_clock(gone_s, budget_s), f"bold {colour}"),
                (f" of {clock(budget_s)}   {count(words, 'word')}", "$quiet"),
            )
        )

    def action_done(self) -> None:
        """Hand the answer in."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.post_message(AnswerTyped(self.item.id, text))
        else:
            self.say("There is nothing to score yet; type what you would say.", warn=True)

    def action_back(self) -> None:
        """Keep the text, read the question again."""
        self.post_message(DraftKept(self.item.id, self.query_one(TextArea).text))
        self.post_message(ItemChosen(self.item.id, heard=True))
