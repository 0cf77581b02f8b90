"""One story whole: every part with the time it takes, the choice, the people, the prompts it serves."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Input, SelectionList, Static, TextArea

from coach.app.bindings import key
from coach.app.messages import PracticeLeft, StepFailed
from coach.app.screens.records import SavingScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.stories_messages import BookSaved
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import count
from coach.core.drill import Kind
from coach.core.records import Book, RecordBook
from coach.core.stories import PARTS, SITUATION_S, STORY_S, Story, spoken_s, word_count
from coach.core.story_history import StoryDesk

_LABELS = {
    "title": "Title",
    "situation": "Situation",
    "task": "Task: your own job",
    "action": "Action: what you did, and why",
    "result": "Result, with a number",
    "insight": "+I: what you do differently since",
    "stake": "What was at stake",
    "options": "Judgment: the plausible ways, one a line",
    "choice": "What you chose, and why",
    "people": "People, by name or role; one a line",
    "numbers": "Numbers to have at hand; one a line",
}
_LISTS = ("options", "people", "numbers")


class StoryForm(SavingScreen):
    """Edit a story."""

    ABOUT: ClassVar[str] = (
        "Every part of the story with the time it takes at 150 words a minute: 90 seconds in all, 20 of them for the "
        "situation. Tab goes to the next field. Ctrl+s writes the story into stories.yaml; what others changed there "
        "meanwhile stays."
    )
    CSS_PATH = "story_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", "save", "Write the story into the file.", "story-form.save"),
        key("escape", "back", "back", "Go back; what was changed is asked about.", "story-form.back"),
    ]

    def __init__(self, services: Services, status: Status, desk: StoryDesk, book: Book[Story], story: Story) -> None:
        super().__init__(services, status)
        self.desk = desk
        self.book = book
        self.story = story
        self._warned = False

    def file(self) -> RecordBook[Any]:
        """The stories."""
        return self.desk.book

    def compose(self) -> ComposeResult:
        """One field beneath the other."""
        story = self.story
        yield TitleBar(Content.assemble(("Story ", "$quiet"), self.signs.line(story.axis.label)), self.signs)
        with VerticalScroll(id="form--body", can_focus=False):
            yield from self._field("title", Input(story.title, id="title", compact=True))
            for name in (*PARTS, "stake"):
                yield from self._field(name, self._area(name, getattr(story, name)))
            yield from self._field("options", self._area("options", "\n".join(story.judgment.options)))
            yield from self._field("choice", self._area("choice", story.judgment.choice))
            yield from self._field("people", self._area("people", "\n".join(story.people)))
            yield from self._field("numbers", self._area("numbers", "\n".join(story.numbers)))
            yield Static(Content.styled("Prompts it serves (space chooses)", "bold $quiet"), classes="form--label")
            yield SelectionList[str](*self._prompts(), id="prompts", compact=True)
        yield Static(id="form--length")
        yield Footer(show_command_palette=False, compact=True)

    def _field(self, name: str, widget: Widget) -> Iterator[Widget]:
        yield Static(Content.styled(_LABELS[name], "bold $quiet"), id=f"label-{name}", classes="form--label")
        yield widget

    def _area(self, name: str, text: str) -> TextArea:
        return TextArea(text, id=name, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)

    def _prompts(self) -> Iterator[tuple[str, str, bool]]:
        """All behavioral items, but that of the axis, which goes without saying."""
        own = self.story.prompts
        for item in self.services.practice.library.select(Kind.BEHAVIORAL):
            if item.id != self.story.axis.item and "ledger" not in item.tags:
                yield self.signs.line(item.title), item.id, item.id in own
        for lost in own:
            if lost not in self.services.practice.library.items:
                yield f"{self.signs.miss} {lost} (there is no such prompt)", lost, True

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#title", Input).focus()
        self._show_lengths()

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typed(self) -> None:
        self._warned = False
        self._show_lengths()

    def _show_lengths(self) -> None:
        whole_s = 0.0
        for name in PARTS:
            text = self.query_one(f"#{name}", TextArea).text
            length_s = spoken_s(text)
            whole_s += length_s
            of = f" of {SITUATION_S}" if name == "situation" else ""
            late = name == "situation" and length_s > SITUATION_S
            self.query_one(f"#label-{name}", Static).update(
                Content.assemble(
                    (_LABELS[name], "bold $quiet"),
                    (f"   {length_s:.0f} s{of}", "$warning" if late else "$success"),
                    (f"   {count(word_count(text), 'word')}", "$quiet"),
                )
            )
        style = "bold $warning" if whole_s > STORY_S else "bold $success"
        self.query_one("#form--length", Static).update(
            Content.assemble("Spoken  ", (f"{whole_s:.0f} s of {STORY_S}", style), (" at 150 words a minute", "$quiet"))
        )

    def _written(self) -> Story:
        """The story as the form has it; raises ValidationError."""
        texts = {name: self.query_one(f"#{name}", TextArea).text.strip() for name in _LABELS if name != "title"}
        lists = {name: tuple(x.strip() for x in texts[name].splitlines() if x.strip()) for name in _LISTS}
        chosen = self.query_one("#prompts", SelectionList).selected
        order = [*self.story.prompts, *chosen]
        return Story.model_validate(
            {
                "id": self.story.id,
                "axis": self.story.axis,
                "title": self.query_one("#title", Input).value,
                **{name: texts[name] for name in (*PARTS, "stake")},
                "judgment": {"options": lists["options"], "choice": texts["choice"]},
                "people": lists["people"],
                "numbers": lists["numbers"],
                "prompts": tuple(dict.fromkeys(p for p in order if p in chosen)),
            }
        )

    def action_save(self) -> None:
        """Write it into the file."""
        try:
            story = self._written()
        except ValidationError as error:
            first = error.errors()[0]
            self.say(f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}; mend that field.", warn=True)
            return
        known = self.book.get(story.id) is not None
        records = self.book.records
        self.save(self.book, [story if s.id == story.id else s for s in records] if known else [*records, story])

    @on(BookSaved)
    def _saved(self, saved: BookSaved) -> None:
        if saved.merged:
            self.say("Saved; what was changed on disk meanwhile is kept.")
        self.post_message(PracticeLeft())

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def action_back(self) -> None:
        """Leave; unsaved text needs a second press."""
        try:
            same = self._written() == self.story
        except ValidationError:
            same = False
        if same or self._warned:
            self.post_message(PracticeLeft())
        else:
            self._warned = True
            self.say("Not saved yet: ctrl+s saves, esc again leaves it as it was.", warn=True)
