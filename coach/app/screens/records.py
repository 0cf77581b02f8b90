"""What the screens on hand-edited files share: reading, watching the file, saving, asking about conflicts."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.app.bindings import key
from coach.app.messages import StepFailed
from coach.app.screens.base import CoachDialog, CoachScreen
from coach.app.services import Services
from coach.app.stories_messages import BookClashed, BookSaved, StampSeen
from coach.core.ports import Stop
from coach.core.records import Book, Clashing, Conflict, RecordBook, Settled, Side
from coach.core.stories import Judgment

WATCH_S = 2.0
"""How often the file is looked at while its screen is open."""

_UNREAD = "unread"


class ConflictDialog(CoachDialog[Side | None]):
    """Mine or theirs?"""

    ABOUT: ClassVar[str] = (
        "The file was changed on disk while you changed the same thing here. Nothing is written until you choose; "
        "everything else that was changed on either side is kept."
    )
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("m", "choose('mine')", "mine", "Keep what you wrote here.", "conflict.mine"),
        key("t", "choose('theirs')", "theirs", "Keep what stands on disk.", "conflict.theirs"),
        key("escape", "later", "back", "Write nothing; what you wrote stays open here.", "conflict.later"),
    ]

    def __init__(self, services: Services, conflict: Conflict) -> None:
        super().__init__(services)
        self.conflict = conflict

    def compose(self) -> ComposeResult:
        """Both values, whole."""
        conflict, line = self.conflict, self.signs.line
        what = f"'{conflict.field}' of '{conflict.record}'" if conflict.field else f"'{conflict.record}'"
        with Vertical(classes="dialog"):
            yield Static(
                Content.styled(f"Changed here and on disk: {line(what)}", "bold $warning"), classes="dialog--title"
            )
            with VerticalScroll(classes="dialog--body"):
                yield Static(Content.assemble(("Mine\n", "bold $quiet"), self.signs.text(in_words(conflict.mine))))
                yield Static(
                    Content.assemble(("\nOn disk\n", "bold $quiet"), self.signs.text(in_words(conflict.theirs)))
                )
            yield Static(Content("m keep mine   t keep what is on disk   esc back"), classes="dialog--keys")

    def action_choose(self, side: str) -> None:
        """Settle it."""
        self.dismiss(Side(side))

    def action_later(self) -> None:
        """Settle nothing."""
        self.dismiss(None)


def in_words(value: Any) -> str:
    """A value of a record as people read it."""
    if value is None:
        return "(removed)"
    if isinstance(value, Judgment):
        return "\n".join((*(f"- {o}" for o in value.options), value.choice))
    if isinstance(value, tuple):
        return "; ".join(str(v) for v in value) or "(empty)"
    if hasattr(value, "model_dump"):
        return "\n".join(f"{k}: {v}" for k, v in value.model_dump(exclude_defaults=True).items())
    return str(value) or "(empty)"


class RemoveDialog(CoachDialog[bool]):
    """Remove a record?"""

    ABOUT: ClassVar[str] = "Removing takes the entry out of the file; the version before lies in backups/."
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("y", "remove", "remove", "Take it out of the file.", "remove.remove"),
        key("escape,n", "stay", "keep", "Keep it.", "remove.stay"),
    ]

    def __init__(self, services: Services, name: str) -> None:
        super().__init__(services)
        self.name_of_it = name

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(classes="dialog"):
            yield Static(
                Content.styled(f"Remove {self.signs.quoted(self.name_of_it)}?", "bold"), classes="dialog--title"
            )
            yield Static(Content("The version before lies in backups/."))
            yield Static(Content("y remove   esc keep"), classes="dialog--keys")

    def action_remove(self) -> None:
        """Remove it."""
        self.dismiss(True)

    def action_stay(self) -> None:
        """Keep it."""
        self.dismiss(False)


class SavingScreen(CoachScreen):
    """A screen that writes records; conflicts are asked about, one after the other, then it writes again."""

    def file(self) -> RecordBook[Any]:
        """The file that is written."""
        raise NotImplementedError

    def save(self, base: Book[Any], mine: Sequence[Any], settled: Settled | None = None) -> None:
        """Write what changed from `base` to `mine`; BookSaved follows, or StepFailed of the step `save`."""
        file, wanted, chosen = self.file(), tuple(mine), dict(settled or {})

        def work(_: Stop) -> Message:
            try:
                book = file.save(base, wanted, chosen)
            except Clashing as clash:
                return BookClashed(clash.conflicts, base, wanted, chosen)
            return BookSaved(book, book.records != wanted)

        self.in_background("save", work)

    @on(BookClashed)
    def _clashed(self, clashed: BookClashed) -> None:
        dialog = ConflictDialog(self.services, clashed.conflicts[0])
        self.app.push_screen(dialog, partial(self._settled, clashed))

    def _settled(self, clashed: BookClashed, side: Side | None) -> None:
        if side is None:
            self.say("Nothing was written; what you wrote is still here.")
            return
        self.save(clashed.base, clashed.mine, {**clashed.settled, clashed.conflicts[0].place: side})


class WatchingScreen(SavingScreen):
    """A screen that shows what is in the file, also when somebody else changes it."""

    def on_mount(self) -> None:
        """Look at the file now and then."""
        self.problem = ""
        self._stamp: str | None = None
        self._seen: str | None = None
        self.set_interval(WATCH_S, self.look)

    def read(self) -> None:
        """Read the file in the background; step `read`."""
        raise NotImplementedError

    def known(self, book: Book[Any]) -> None:
        """Note what is shown, so that a change is noticed."""
        self._stamp = self._seen = book.stamp
        self.problem = ""

    def look(self) -> None:
        """See whether the file has changed."""
        if self.app.screen is self:
            stamp = self.file().stamp
            self.in_background("watch", lambda _: StampSeen(stamp()))

    @on(StampSeen)
    def _stamp_seen(self, seen: StampSeen) -> None:
        if self._seen is not None and seen.stamp != self._seen:
            if self._seen != _UNREAD:
                self.say("The file was changed on disk; it is read again.")
            self._seen = seen.stamp
            self.read()

    @on(StepFailed)
    def _step_failed(self, failed: StepFailed) -> None:
        if failed.step == "read":
            self.problem = failed.sentence
            self._seen = self._seen or _UNREAD
            self.show_problem()
        else:
            self.say(failed.sentence, warn=True)

    def show_problem(self) -> None:
        """Say what is wrong with the file."""
        raise NotImplementedError
