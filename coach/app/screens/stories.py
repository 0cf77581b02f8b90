"""The story matrix: six axes down, the guide's columns across; cells are edited where they stand."""

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import wrap
from typing import Any, ClassVar

from pydantic import ValidationError
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.coordinate import Coordinate
from textual.widgets import DataTable, Footer, Static

from coach.app.bindings import key
from coach.app.messages import PracticeLeft
from coach.app.screens.records import RemoveDialog, WatchingScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.stories_messages import (
    BlindWanted,
    BookSaved,
    LedgerWanted,
    RehearsalWanted,
    StoriesRead,
    StoryFormWanted,
)
from coach.app.widgets.matrix import CellEditor, MatrixTable
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import when
from coach.core.ports import Stop
from coach.core.records import Book, RecordBook
from coach.core.stories import (
    Axis,
    Column,
    GapKind,
    Story,
    Told,
    blank_story,
    cell_text,
    fits_a_cell,
    gaps,
    overuse,
    with_cell,
)
from coach.core.story_history import Naming, Retrieval, StoryDesk


class StoriesScreen(WatchingScreen):
    """The matrix."""

    ABOUT: ClassVar[str] = (
        "Six axes, a story for each, told in 90 seconds with situation, task, action, result and insight. An empty "
        "cell is a hole an interviewer falls into. A judgment is written as: one way | the other way > what you chose, "
        "and why. The file stories.yaml can be edited by hand at the same time; 'coach stories print' puts the matrix "
        "on one page."
    )
    CSS_PATH = "stories.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f", "form", "form", "Edit the whole story in a form.", "stories.form"),
        key("n", "new", "new", "A further story for this axis.", "stories.new"),
        key("r", "rehearse", "rehearse", "Tell this story aloud in 90 seconds.", "stories.rehearse"),
        key("b", "blind", "blind", "A prompt, ten seconds to name the story.", "stories.blind"),
        key("l", "ledger", "ledger", "The projects with their three numbers.", "stories.ledger"),
        key("x", "remove", "remove", "Take this story out of the matrix.", "stories.remove", show=False),
        key("escape", "back", "back", "Go back.", "stories.back"),
    ]

    def __init__(self, services: Services, status: Status, desk: StoryDesk) -> None:
        super().__init__(services, status)
        self.desk = desk
        self._book: Book[Story] | None = None
        self._told: Mapping[str, Told] = {}
        self._retrievals: Sequence[Retrieval] = ()
        self._rows: list[tuple[Axis, Story | None]] = []
        self._edited: tuple[Book[Story], Story, Column] | None = None

    def file(self) -> RecordBook[Any]:
        """The stories."""
        return self.desk.book

    def compose(self) -> ComposeResult:
        """Table, holes, the cell under the cursor."""
        yield TitleBar(Content("Stories"), self.signs, self.status)
        yield Static(id="stories--problem")
        yield MatrixTable(id="stories--table", cursor_type="cell", zebra_stripes=False)
        yield Static(id="stories--holes")
        yield Static(id="stories--where")
        yield Static(id="stories--cell")
        yield CellEditor(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The table has the keys."""
        super().on_mount()
        self.query_one(CellEditor).display = False
        self.query_one("#stories--problem").display = False
        self.query_one(MatrixTable).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_screen_resume(self) -> None:
        """What was changed or told since shows at once."""
        self.read()

    def on_resize(self) -> None:
        """Cells take the room there is."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    def read(self) -> None:
        """Read the stories and what became of them."""
        desk = self.desk

        def work(_: Stop) -> StoriesRead:
            return StoriesRead(desk.book.load(), desk.history.told(), desk.history.retrievals())

        self.in_background("read", work)

    @on(StoriesRead)
    def _stories_read(self, read: StoriesRead) -> None:
        self.known(read.book)
        self._book, self._told, self._retrievals = read.book, read.told, read.retrievals
        self.query_one("#stories--problem").display = False
        self._fill()

    @on(BookSaved)
    def _saved(self, saved: BookSaved) -> None:
        self.known(saved.book)
        self._book = saved.book
        if saved.merged:
            self.say("Saved; what was changed on disk meanwhile is kept.")
        self._close_editor()
        self._fill()

    def show_problem(self) -> None:
        """Say what is wrong with the file; it is left alone until it is mended."""
        line = self.query_one("#stories--problem", Static)
        line.update(Content.assemble((f"{self.signs.trap} ", "$warning"), self.signs.line(self.problem)))
        line.display = True

    def _fill(self) -> None:
        if self._book is None:
            return
        matrix = self._book.records
        table = self.query_one(MatrixTable)
        at = table.cursor_coordinate
        scroll = table.scroll_offset
        table.clear(columns=True)
        table.cell_padding = 0
        room = self.size.width - 3 - 17 - 9
        cell = max(8, room // len(Column))
        lines = 3 if self.size.height >= 34 else 2
        table.add_column("Story", width=17, key="story")
        for column in Column:
            table.add_column(_heading(column, cell), width=cell, key=str(column))
        table.add_column("Told", width=5, key="told")
        table.add_column("Best", width=4, key="best")
        self._rows = [(axis, story) for axis in Axis for story in [s for s in matrix if s.axis is axis] or (None,)]
        for axis, story in self._rows:
            table.add_row(*self._cells(axis, story, cell, lines), height=lines)
        table.move_cursor(row=min(at.row, len(self._rows) - 1), column=min(max(at.column, 1), len(Column)))
        table.scroll_to(*scroll, animate=False)
        self.query_one("#stories--holes", Static).update(self._holes())
        self._show_cell()
        self.refresh_bindings()

    def _cells(self, axis: Axis, story: Story | None, width: int, lines: int) -> list[Text]:
        colours = self.app.theme_variables
        hole = Text(self.signs.off, style=colours["warning"])
        if story is None:
            name = Text(axis.label, style=colours["quiet"])
            return [name, *(hole for _ in Column), Text(""), Text("")]
        texts = [cell_text(story, column) for column in Column]
        told = self._told.get(story.id)
        return [
            Text(self._block(story.title, 16, lines), style="bold"),
            *(Text(self._block(t, width - 1, lines)) if t else hole for t in texts),
            Text(f"{told.times} x" if told else "", justify="left"),
            Text(f"{told.best:.0f}" if told and told.best is not None else ""),
        ]

    def _block(self, text: str, width: int, lines: int) -> str:
        """The beginning of a text in some lines, with a blank column to the next cell."""
        folded = wrap(self.signs.line(text), width)
        if len(folded) > lines:
            folded = [*folded[: lines - 1], self.signs.cut(" ".join(folded[lines - 1 :]), width)]
        return "\n".join(folded)

    def _holes(self) -> Content:
        matrix = self._book.records if self._book else ()
        found = gaps(matrix, self.services.practice.library.items)
        titles = {s.id: s.title for s in matrix}
        axes = [g.axis.label for g in found if g.kind is GapKind.AXIS]
        parts = [f"no story: {', '.join(axes)}"] if 0 < len(axes) < len(Axis) else []
        by_story: dict[str, list[str]] = {}
        for gap in found:
            if gap.story:
                by_story.setdefault(gap.story, []).append(gap.what)
        parts += [f"{titles[s]}: {', '.join(what)}" for s, what in by_story.items()]
        if len(axes) == len(Axis):
            parts = ["no story yet; enter writes the first cell, f opens the form"]
        leaned = [f"{titles[o.story]} is {o.why}" for o in overuse(matrix, self._told)]
        lines = [
            self._remark("Holes", parts, 2)
            if parts
            else Content.styled("No holes: every story has its number, judgment, insight and people.", "$success")
        ]
        if leaned:
            lines.append(self._remark("Overused", leaned, 1))
        last = {r.item: r.naming for r in self._retrievals}
        items = self.services.practice.library.items
        slow = [items[i].title for i, naming in last.items() if naming is not Naming.RIGHT and i in items]
        if slow:
            lines.append(self._remark("Not named", slow, 1))
        return Content("\n").join(lines)

    def _remark(self, name: str, parts: Sequence[str], lines: int) -> Content:
        """A remark on the matrix on at most some lines; the form and `coach stories` say all of it."""
        room = (self.size.width - 5) * lines - len(name) - 2 - 6 * (lines - 1)
        return Content.assemble((f"{name}  ", "bold $warning"), self.signs.cut("; ".join(parts), room))

    @property
    def _current(self) -> tuple[Axis, Story | None, Column | None]:
        """What is under the cursor."""
        table = self.query_one(MatrixTable)
        axis, story = self._rows[min(table.cursor_row, len(self._rows) - 1)]
        columns = list(Column)
        at = table.cursor_column - 1
        return axis, story, columns[at] if 0 <= at < len(columns) else None

    @on(DataTable.CellHighlighted)
    def _walked(self) -> None:
        if self._rows and self._edited is None:
            self._show_cell()

    def _show_cell(self) -> None:
        axis, story, column = self._current
        head = [(story.title if story else axis.label, "bold")]
        if column is not None:
            head.append((f"  {column.heading}", "$quiet"))
        if story is not None:
            told = self._told.get(story.id)
            last = f", told {when(told.last_at, self.services.clock())}" if told else ""
            head.append((f"   {story.length_s:.0f} s{last}", "$quiet"))
        self.query_one("#stories--where", Static).update(
            Content.assemble(*((self.signs.line(text), style) for text, style in head))
        )
        text = cell_text(story, column) if story and column else ""
        shown = self.safe(text) if text else Content.styled("nothing yet" if column else "", "$quiet")
        self.query_one("#stories--cell", Static).update(shown)

    @on(DataTable.CellSelected)
    def _edit(self) -> None:
        axis, story, column = self._current
        if self.problem:
            self.say(self.problem, warn=True)
            return
        if column is None or self._book is None:
            self.action_form()
            return
        edited = story or self._blank(axis)
        if not fits_a_cell(edited, column):
            self.action_form()
            return
        self._edited = (self._book, edited, column)
        editor = self.query_one(CellEditor)
        editor.load_text(cell_text(edited, column))
        editor.move_cursor(editor.document.end)
        editor.display = True
        self.query_one("#stories--cell").display = False
        editor.focus()

    @on(CellEditor.Done)
    def _cell_done(self) -> None:
        if self._edited is None:
            return
        base, story, column = self._edited
        try:
            changed = with_cell(story, column, self.query_one(CellEditor).text)
        except ValidationError as error:
            self.say(f"That cannot stand there: {error.errors()[0]['msg'].lower()}.", warn=True)
            return
        if changed == story:
            self._close_editor()
            return
        there = base.get(story.id) is not None
        mine = [changed if s.id == story.id else s for s in base.records] if there else [*base.records, changed]
        self.save(base, mine)

    @on(CellEditor.GivenUp)
    def _close_editor(self) -> None:
        self._edited = None
        self.query_one(CellEditor).display = False
        self.query_one("#stories--cell").display = True
        self.query_one(MatrixTable).focus()
        if self._rows:
            self._show_cell()

    def _blank(self, axis: Axis) -> Story:
        return blank_story(axis, {s.id for s in self._book.records} if self._book else set())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A story must be there to be told or removed; nothing is done beside an open cell."""
        ours = ("form", "new", "rehearse", "blind", "ledger", "remove")
        if action in ours and (self._edited is not None or self._book is None):
            return False
        if action in ("rehearse", "remove"):
            return bool(self._rows) and self._current[1] is not None
        if action == "blind":
            return bool(self._book and self._book.records)
        return True

    def action_form(self) -> None:
        """Edit the whole story."""
        axis, story, _ = self._current
        if self._book is not None and not self.problem:
            self.post_message(StoryFormWanted(self._book, story or self._blank(axis)))

    def action_new(self) -> None:
        """A further story."""
        if self._book is not None and not self.problem:
            self.post_message(StoryFormWanted(self._book, self._blank(self._current[0])))

    def action_rehearse(self) -> None:
        """Tell it."""
        story = self._current[1]
        if story is not None:
            self.post_message(RehearsalWanted(story))

    def action_blind(self) -> None:
        """Name stories for prompts."""
        self.post_message(BlindWanted())

    def action_ledger(self) -> None:
        """Show the projects."""
        self.post_message(LedgerWanted())

    def action_remove(self) -> None:
        """Ask, then remove."""
        story = self._current[1]
        if story is not None:
            self.app.push_screen(RemoveDialog(self.services, story.title), partial(self._removed, story))

    def _removed(self, story: Story, sure: bool | None) -> None:
        if sure and self._book is not None:
            self.save(self._book, [s for s in self._book.records if s.id != story.id])

    def action_back(self) -> None:
        """Go back."""
        self.post_message(PracticeLeft())

    def move_to(self, row: int, column: Column) -> None:
        """Put the cursor on a cell."""
        self.query_one(MatrixTable).cursor_coordinate = Coordinate(row, 1 + list(Column).index(column))


def _heading(column: Column, width: int) -> str:
    return column.heading if len(column.heading) < width else column.heading.split()[0].strip("+I") or "Insight"
