"""The first screen: one thing to do now, in the middle."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.choice import Standing, Suggestion, standing, suggest
from coach.app.glossary_messages import GlossaryWanted
from coach.app.messages import (
    AttemptDiscarded,
    CompletionWanted,
    HistoryRead,
    HistoryWanted,
    ItemChosen,
    LibraryWanted,
    StepFailed,
)
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Engine, Status
from coach.app.stories_messages import StoriesWanted
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import GROUPS, SINGULAR, clock, count, shorten
from coach.core.attempt import Attempt, State
from coach.core.ports import Stop
from coach.core.schedule import due_items


class HomeScreen(CoachScreen):
    """What to do now, and how things stand."""

    ABOUT: ClassVar[str] = (
        "The coach proposes one thing to do. An answer that was recorded and not scored comes first, then the item "
        "with the most lines that are due again, then the first you never tried, then the one with your lowest score."
    )
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "finish", "finish", "Have the unfinished answer written down and scored.", "home.finish"),
        key("enter", "start", "start", "Practise what is proposed in the middle.", "home.start"),
        key("x", "set_aside", "set aside", "Do not score the unfinished answer; its sound is kept.", "home.set-aside"),
        key("l", "library", "library", "Choose among all items.", "home.library"),
        key("h", "history", "history", "All past attempts, what was said in them, and how it goes.", "home.history"),
        key("g", "glossary", "glossary", "The terms of the trade, also in rapid fire.", "home.glossary"),
        key("s", "stories", "stories", "Your stories, and the numbers of your projects.", "home.stories"),
    ]

    def __init__(self, services: Services, status: Status) -> None:
        super().__init__(services, status)
        self._unfinished: list[Attempt] = []
        self._suggestion: Suggestion | None = None

    def compose(self) -> ComposeResult:
        """Title, the proposal in its frame, the figures beneath."""
        yield TitleBar(Content("Coach"), self.signs, self.status)
        with VerticalScroll(id="home--body", can_focus=False):
            yield Static(id="home--now")
            yield Static(id="home--trouble")
            with Horizontal(id="home--figures"):
                with Vertical():
                    yield Static(Content("Items"), classes="home--heading")
                    yield Static(id="home--kinds")
                with Vertical():
                    yield Static(Content("Last scores"), classes="home--heading")
                    yield Static(id="home--scores")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Tell at once what is wrong."""
        self._show_trouble()

    def on_screen_resume(self) -> None:
        """What was practised since shows at once."""
        self.read_history()

    def read_history(self) -> None:
        """Ask the store, in the background."""
        store, memories, clock_ = self.services.practice.store, self.services.memories, self.services.clock

        def read(_: Stop) -> HistoryRead:
            due = due_items(memories(), clock_())
            return HistoryRead(store.records(), store.unfinished(), store.attempts(limit=24), due)

        self.in_background("history", read)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status
        if self.is_mounted:
            self._show_trouble()

    @on(HistoryRead)
    def _history_is_known(self, known: HistoryRead) -> None:
        library = self.services.practice.library
        self._unfinished = [a for a in known.unfinished if library.find(a.item)]
        self._suggestion = suggest(library, known.records, known.due)
        self.query_one("#home--now", Static).update(self._now())
        self.query_one("#home--kinds", Static).update(Content("\n").join(self._kinds(known)))
        self.query_one("#home--scores", Static).update(self._scores(known))
        self.refresh_bindings()

    @on(AttemptDiscarded)
    def _set_aside(self) -> None:
        self.say("Set aside; its sound is kept.")
        self.read_history()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.query_one("#home--now", Static).update(self.safe(failed.sentence, "bold $warning"))

    def _now(self) -> Content:
        if self._unfinished:
            return self._unfinished_offer(self._unfinished[0])
        if self._suggestion is None:
            return Content("There is nothing to practise: no item could be loaded.")
        item = self._suggestion.item
        return Content.assemble(
            (f"{SINGULAR[item.kind]} {self.signs.dot} ", "$quiet"),
            (self.signs.line(item.title), "bold"),
            "\n",
            (self.signs.line(self._suggestion.why), "$warning"),
            "\n\n",
            shorten(self.signs.line(item.prompt), 260),
            "\n\n",
            (self.signs.enter, "bold $primary"),
            f" start   {clock(item.time.answer_s)} to speak",
        )

    def _unfinished_offer(self, attempt: Attempt) -> Content:
        title = self.signs.quoted(self.services.practice.library.item(attempt.item).title)
        length = f"An answer of {clock(attempt.duration_s)}" if attempt.duration_s is not None else "An answer"
        became = "was cut off" if attempt.state is State.RECORDING else "was not scored"
        others = len(self._unfinished) - 1
        more = f"\n{count(others, 'more answer waits', 'more answers wait')}." if others else ""
        why = f"\n{self.signs.line(attempt.error)}" if attempt.error else ""
        return Content.assemble(
            (f"{length} to {title} {became}.", "bold"),
            (why, "$warning"),
            (more, "$quiet"),
            "\n\n",
            (self.signs.enter, "bold $primary"),
            " finish it   ",
            ("x", "bold $primary"),
            " set it aside",
        )

    def _kinds(self, known: HistoryRead) -> Iterator[Content]:
        library = self.services.practice.library
        for name, kinds in GROUPS.items():
            items = [i for i in library.items.values() if i.kind in kinds]
            if not items:
                continue
            stands = [standing(library, i, known.records.get(i.id)) for i in items]
            good, new = stands.count(Standing.GOOD), stands.count(Standing.NEW)
            due = len(items) - good - new
            yield Content.assemble(
                f"{name:<9}{len(items):>4}   ",
                (f"{self.signs.on} {good} good  ", "$success" if good else "$quiet"),
                (f"{self.signs.due} {due} due  ", "$warning" if due else "$quiet"),
                (f"{self.signs.off} {new} new", "" if new else "$quiet"),
            )

    def _scores(self, known: HistoryRead) -> Content:
        scores = tuple(a.scorecard.score for a in reversed(known.latest) if a.scorecard)
        if not scores:
            return Content.styled("No answer was scored yet.", "$quiet")
        return Content.assemble(
            (self.signs.spark(scores), "$primary"), "\n", f"{scores[-1]:.0f} last, {max(scores):.0f} best of these"
        )

    def _show_trouble(self) -> None:
        sentences = list(self.services.found)
        if self.status.microphone_problem:
            sentences.insert(0, f"{self.status.microphone_problem} Answers can be typed or come from a file.")
        if self.status.engine is Engine.FAILED:
            sentences.insert(0, self.status.engine_problem)
        lines = [Content.assemble((f"{self.signs.trap} ", "$warning"), self.signs.line(s)) for s in sentences]
        trouble = self.query_one("#home--trouble", Static)
        trouble.update(Content("\n").join(lines))
        trouble.display = bool(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """An unfinished answer comes before anything else."""
        if action in ("finish", "set_aside"):
            return bool(self._unfinished)
        if action == "start":
            return self._suggestion is not None and not self._unfinished
        if action == "stories":
            return self.services.stories is not None
        return True

    def action_finish(self) -> None:
        """Finish what is unfinished."""
        self.post_message(CompletionWanted(self._unfinished[0]))

    def action_start(self) -> None:
        """Practise what is proposed."""
        if self._suggestion:
            self.post_message(ItemChosen(self._suggestion.item.id))

    def action_set_aside(self) -> None:
        """Leave the oldest unfinished answer unscored."""
        attempt, practice = self._unfinished[0], self.services.practice
        self.in_background("history", lambda _: AttemptDiscarded(practice.discard(attempt.id)))

    def action_library(self) -> None:
        """All items."""
        self.post_message(LibraryWanted())

    def action_history(self) -> None:
        """All attempts."""
        self.post_message(HistoryWanted())

    def action_glossary(self) -> None:
        """Show the terms."""
        self.post_message(GlossaryWanted())

    def action_stories(self) -> None:
        """Show the story matrix."""
        self.post_message(StoriesWanted())
