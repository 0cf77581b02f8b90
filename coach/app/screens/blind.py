"""Blind retrieval: a prompt, ten seconds to name the story, then the story."""

import math
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.app.bindings import key
from coach.app.messages import PracticeLeft, StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.stories_messages import StoriesRead, StoryFormWanted
from coach.app.widgets.title_bar import TitleBar
from coach.core.drill import Item
from coach.core.ports import Stop
from coach.core.records import Book
from coach.core.stories import Column, Story, cell_text
from coach.core.story_history import (
    RETRIEVAL_S,
    Naming,
    Retrieval,
    StoryDesk,
    askable,
    name_of,
    naming,
    servable,
)


class RetrievalKept(Message):
    """A retrieval is on disk."""


class BlindScreen(CoachScreen):
    """Name the story for a prompt."""

    ABOUT: ClassVar[str] = (
        "In the room nobody hands you the matrix. A prompt appears, and you have ten seconds to name the story you "
        "would tell: type a few letters of it and press enter. Then the story opens. Prompts whose story did not come "
        "to mind are asked more often."
    )
    CSS_PATH = "blind.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "next", "next prompt", "Another prompt, another ten seconds.", "blind.next"),
        key("f", "form", "form", "Open the story in the form.", "blind.form"),
        key("escape", "back", "back", "Back to the stories.", "blind.back"),
    ]

    def __init__(self, services: Services, status: Status, desk: StoryDesk) -> None:
        super().__init__(services, status)
        self.desk = desk
        self._book: Book[Story] | None = None
        self._past: list[Retrieval] = []
        self._item: Item | None = None
        self._began_s = 0.0
        self._opened: Story | None = None
        self._answered = False

    def compose(self) -> ComposeResult:
        """The prompt, the seconds, the line to type on, then the story."""
        yield TitleBar(Content("Blind retrieval"), self.signs)
        yield Static(id="blind--prompt")
        yield Static(id="blind--clock")
        yield Input(placeholder="name the story", compact=True, id="blind--name")
        yield OptionList(id="blind--names", compact=True)
        with VerticalScroll(id="blind--story", can_focus=False):
            yield Static(id="blind--opened")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read the stories, then ask."""
        desk = self.desk

        def work(_: Stop) -> StoriesRead:
            return StoriesRead(desk.book.load(), {}, desk.history.retrievals())

        self.in_background("read", work)
        self.set_interval(0.1, self._tick)

    @on(StoriesRead)
    def _stories_read(self, read: StoriesRead) -> None:
        self._book, self._past = read.book, list(read.retrievals)
        self._ask()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    def _ask(self) -> None:
        items = self.services.practice.library.items
        matrix = self._book.records if self._book else ()
        prompts = askable(servable(matrix, items), self._past, self._item.id if self._item else "")
        if not prompts:
            self.query_one("#blind--prompt", Static).update(Content("No story serves a prompt of the library yet."))
            self.query_one("#blind--name").display = False
            return
        self._item = items[prompts[self.desk.choose(len(prompts))]]
        self._answered, self._opened = False, None
        self._began_s = self.services.monotonic()
        self.query_one("#blind--prompt", Static).update(self.safe(self._item.prompt, "bold"))
        self.query_one("#blind--story").display = False
        name = self.query_one("#blind--name", Input)
        name.display = True
        name.value = ""
        name.focus()
        self._offer()
        self._tick()
        self.refresh_bindings()

    def _offer(self) -> None:
        """The stories that what was typed may mean; none before a letter is typed, for that would be reading."""
        typed = self.query_one("#blind--name", Input).value
        matrix = self._book.records if self._book else ()
        names = self.query_one("#blind--names", OptionList)
        names.clear_options()
        if typed.strip():
            names.add_options([Option(Content(self.signs.line(s.title)), id=s.id) for s in name_of(typed, matrix)])
            if names.option_count:
                names.highlighted = 0
        names.display = bool(names.option_count) and not self._answered

    @on(Input.Changed)
    def _typed(self) -> None:
        if not self._answered:
            self._offer()

    def on_key(self, event: Key) -> None:
        """Up and down walk the names while the line has the keys."""
        names = self.query_one("#blind--names", OptionList)
        if event.key in ("up", "down") and not self._answered and names.option_count:
            names.action_cursor_down() if event.key == "down" else names.action_cursor_up()
            event.stop()

    @on(Input.Submitted)
    def _named(self) -> None:
        names = self.query_one("#blind--names", OptionList)
        if self._answered:
            return
        if names.option_count and names.highlighted is not None:
            chosen = names.get_option_at_index(names.highlighted).id
            self._judge(self._book.get(chosen) if self._book and chosen else None)
        else:
            self.say("No story of yours has such a name; type a few letters of its title.", warn=True)

    @on(OptionList.OptionSelected)
    def _picked(self, picked: OptionList.OptionSelected) -> None:
        if not self._answered and self._book and picked.option.id:
            self._judge(self._book.get(picked.option.id))

    def _tick(self) -> None:
        if self._item is None or self._answered:
            return
        left_s = RETRIEVAL_S - (self.services.monotonic() - self._began_s)
        style = "bold $success" if left_s > 3 else "bold $warning"
        self.query_one("#blind--clock", Static).update(Content.styled(f"{max(0, math.ceil(left_s))} s", style))
        if left_s <= 0:
            self._judge(None)

    def _judge(self, story: Story | None) -> None:
        item = self._item
        if item is None or self._book is None:
            return
        self._answered = True
        verdict = naming(story, item.id)
        took_s = min(float(RETRIEVAL_S), self.services.monotonic() - self._began_s)
        serving = [s for s in self._book.records if item.id in s.serves]
        self._opened = story if verdict is Naming.RIGHT else serving[0]
        result = Retrieval(self.services.clock(), item.id, story.id if story else "", verdict, took_s)
        self._past.append(result)
        history = self.desk.history

        def keep(_: Stop) -> Message:
            history.keep(result)
            return RetrievalKept()

        self.in_background("keep", keep)
        self.query_one("#blind--clock", Static).update(self._verdict(verdict, story, serving, took_s))
        self.query_one("#blind--name").display = False
        self.query_one("#blind--names").display = False
        self.query_one("#blind--opened", Static).update(self._story())
        self.query_one("#blind--story").display = True
        self.set_focus(None)
        self.refresh_bindings()

    def _verdict(self, verdict: Naming, story: Story | None, serving: list[Story], took_s: float) -> Content:
        would = " or ".join(self.signs.quoted(s.title) for s in serving)
        if verdict is Naming.RIGHT:
            return Content.styled(f"{self.signs.hit} Right, in {took_s:.1f} s.", "bold $success")
        if verdict is Naming.OTHER and story is not None:
            named = self.signs.quoted(story.title)
            return Content.styled(
                f"{self.signs.miss} {named} is not meant for this; {would} would do.", "bold $warning"
            )
        return Content.styled(f"{self.signs.miss} None in ten seconds; {would} would do.", "bold $warning")

    def _story(self) -> Content:
        story = self._opened
        if story is None:
            return Content("")
        parts = [Content.styled(self.signs.line(story.title), "bold")]
        for column in Column:
            text = cell_text(story, column)
            shown = self.signs.text(text) if text else "nothing yet"
            parts.append(Content.assemble((f"{column.heading}  ", "bold $quiet"), shown))
        return Content("\n").join(parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While the seconds run there is only the line to type on."""
        return self._answered if action in ("next", "form") else True

    def action_next(self) -> None:
        """Ask again."""
        self._ask()

    def action_form(self) -> None:
        """Open the story whole."""
        if self._opened is not None and self._book is not None:
            self.post_message(StoryFormWanted(self._book, self._opened))

    def action_back(self) -> None:
        """Back to the matrix."""
        self.post_message(PracticeLeft())
