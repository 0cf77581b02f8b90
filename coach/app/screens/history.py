"""All attempts in a table: filter them, search what was said, open one; or those at one item."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Footer, Input, Static

from coach.app.bindings import key
from coach.app.history_choice import Choice
from coach.app.history_messages import FiguresTaken, HitsRead, LinesRead, TrendsWanted
from coach.app.history_rows import Column, hit_cells, hit_columns, line_cells, line_columns
from coach.app.messages import AttemptWanted, ItemChosen, PracticeLeft, StepFailed
from coach.app.review_messages import AttemptAtWanted
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import count
from coach.core.drill import Item, Kind
from coach.core.history import AttemptLine, Hit
from coach.core.ports import Stop
from coach.core.search import Search, read_search

PAGE = 50
"""Attempts read at once: more than any terminal shows, few enough to come without a wait."""

HITS = 30
"""Search results read at once; each needs its whole text."""

AHEAD = 15
"""The next page is read when the cursor is this close to the end of what is there."""

SHOWN_SCORES = 40
"""Scores in the line of heights beneath the table."""


class AttemptTable(DataTable[Text]):
    """Attempts, newest first, in which left and right change the kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "open", "See its scorecard, or finish it.", "history.open"),
        key("left", "screen.kind(-1)", "kind", "Show the kind before this one.", "history.kind-before", show=False),
        key("right", "screen.kind(1)", "kind", "Show the next kind of item.", "history.kind-next"),
    ]


class HistoryScreen(CoachScreen):
    """Every attempt, or those at one item."""

    ABOUT: ClassVar[str] = (
        "Your attempts, newest first. Open one to see its scorecard again; one that was not scored is finished when "
        "you open it. The search looks through everything you ever said or typed: all words must occur, words in "
        'quotation marks stand together ("dedupe key"), and the last word may be a beginning. Opening what was found '
        "puts the cursor of the take on the word. Outside the app 'coach export', 'coach report' and 'coach backup' "
        "take everything out, and 'coach forget' deletes for good."
    )
    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "search", "search", "Search everything that was said.", "history.search"),
        key("v", "level", "level", "Show one level only: junior, mid, senior.", "history.level", show=False),
        key("d", "period", "period", "Show the last days only.", "history.period", show=False),
        key(
            "a",
            "sound",
            "sound",
            "Show attempts with or without sound.",
            "history.sound",
            show=False,
        ),
        key("t", "trends", "trends", "See how score, fillers, pace and pauses move.", "history.trends"),
        key("p", "practise", "practise", "Practise the item.", "history.practise"),
        key("escape", "back", "back", "End the search, else go back.", "history.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item | None = None) -> None:
        super().__init__(services, status)
        self.item = item
        library = services.practice.library
        kinds = (None, *(k for k in Kind if library.select(k)))
        self._choice = Choice(kinds, item.id if item else None)
        self._lines: dict[str, AttemptLine] = {}
        self._hits: dict[str, Hit] = {}
        self._columns: list[Column] = []
        self._total = 0
        self._more = False
        self._reading = False
        self._known = False
        self._found = False
        self._caught_up = False

    def compose(self) -> ComposeResult:
        """Filters, search line, table, count."""
        yield TitleBar(self.item_title(self.item) if self.item else Content("History"), self.signs, self.status)
        yield Static(id="history--filters")
        yield Input(placeholder='search what was said; "words in quotes" stand together', compact=True)
        yield AttemptTable(id="history--table", cursor_type="row", zebra_stripes=False)
        yield Static(id="history--count")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The search line shows on demand."""
        self.query_one(Input).display = False
        self.query_one(AttemptTable).focus()
        self._show_filters()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_screen_resume(self) -> None:
        """There may be a new one."""
        self._read()

    def on_resize(self) -> None:
        """Names take the room there is."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    @property
    def _search(self) -> Search:
        return read_search(self.query_one(Input).value)

    def _read(self, offset: int = 0) -> None:
        history, search = self.services.history, self._search
        chosen = self._choice.filter(self.services.clock())
        self._reading = True

        def read(_: Stop) -> Message:
            if search:
                return HitsRead(history.search(search, chosen, HITS, offset), offset)
            return LinesRead(history.lines(chosen, PAGE, offset), history.count(chosen), offset)

        self.in_background("history", read)

    @on(LinesRead)
    def _lines_known(self, known: LinesRead) -> None:
        if not known.offset:
            self._lines = {}
        self._hits, self._found = {}, False
        fresh = {line.id: line for line in known.lines}
        self._lines |= fresh
        self._total = known.total
        self._page_known(len(self._lines) < known.total and bool(fresh), list(fresh), known.offset)
        if not self._caught_up:
            self._caught_up = True
            history = self.services.history
            self.in_background("figures", lambda stop: FiguresTaken(history.catch_up(stop=stop)))

    @on(HitsRead)
    def _hits_known(self, known: HitsRead) -> None:
        if not known.offset:
            self._lines, self._hits = {}, {}
        self._found = True
        fresh = {hit.line.id: hit for hit in known.hits}
        self._hits |= fresh
        self._lines |= {name: hit.line for name, hit in fresh.items()}
        self._total = len(self._hits)
        self._page_known(len(fresh) == HITS, list(fresh), known.offset)

    @on(FiguresTaken)
    def _figures_taken(self, taken: FiguresTaken) -> None:
        if taken.answers:
            self._read()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self._reading = False
        self.say(failed.sentence, warn=True)

    def _page_known(self, more: bool, fresh: list[str], offset: int) -> None:
        self._more, self._reading, self._known = more, False, True
        if offset:
            self._add(fresh)
            self._show_count()
        else:
            self._fill()

    def _fill(self) -> None:
        table = self.query_one(AttemptTable)
        under = self._under_cursor()
        width = self.size.width
        columns = hit_columns(width) if self._found else line_columns(width, of_item=self.item is not None)
        changed = columns != self._columns
        table.clear(columns=changed)
        if changed:
            self._columns = columns
            for name, each in columns:
                table.add_column(name, width=each)
        self._add(list(self._lines))
        if under in self._lines:
            table.move_cursor(row=list(self._lines).index(under))
        self._show_filters()
        self._show_count()
        self.refresh_bindings()

    def _add(self, names: list[str]) -> None:
        table, now = self.query_one(AttemptTable), self.services.clock()
        style = f"bold {self.app.theme_variables['primary']}"
        for name in names:
            line, hit = self._lines[name], self._hits.get(name)
            if hit is None:
                table.add_row(*line_cells(line, self._title(line), self._columns, now, self.signs), key=name)
            else:
                cells = hit_cells(hit, self._title(line), self._columns[-1][1], now, self.signs, style)
                table.add_row(*cells, key=name, height=2)

    def _title(self, line: AttemptLine) -> str:
        item = self.services.practice.library.items.get(line.item)
        return item.title if item else line.item

    def _show_filters(self) -> None:
        self.query_one("#history--filters", Static).update(self._choice.line(ascii_only=self.services.ascii))

    def _show_count(self) -> None:
        if not self._known:
            line = ""
        elif self._found:
            more = " or more" if self._more else ""
            line = f"{count(self._total, 'answer')}{more}" if self._total else "No answer has these words."
        elif self._total:
            scores = [line.score for line in self._lines.values() if line.score is not None][:SHOWN_SCORES]
            heights = f"   last scores {self.signs.spark(tuple(reversed(scores)))}" if scores else ""
            line = f"{count(self._total, 'attempt')}{heights}"
        elif self._choice.narrowed:
            line = "No attempt fits these filters."
        else:
            line = "No try at this item yet; p practises it." if self.item else "Nothing was practised yet."
        self.query_one("#history--count", Static).update(Content(line))

    def _under_cursor(self) -> str | None:
        table = self.query_one(AttemptTable)
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    def _item_under_cursor(self) -> str | None:
        if self.item:
            return self.item.id
        line = self._lines.get(self._under_cursor() or "")
        return line.item if line else None

    @on(DataTable.RowHighlighted)
    def _walked(self, walked: DataTable.RowHighlighted) -> None:
        """Read on before the end is reached."""
        if self._more and not self._reading and walked.cursor_row >= len(self._lines) - AHEAD:
            self._read(len(self._lines))

    @on(DataTable.RowSelected)
    def _opened(self, selected: DataTable.RowSelected) -> None:
        name = selected.row_key.value
        if name is None:
            return
        store, hit = self.services.practice.store, self._hits.get(name)

        def read(_: Stop) -> Message:
            attempt = store.get(name)
            if hit is None or hit.at_s is None or attempt.scorecard is None:
                return AttemptWanted(attempt)
            return AttemptAtWanted(attempt, hit.at_s)

        self.in_background("open", read)

    @on(Input.Changed)
    def _searched(self) -> None:
        self._read()

    @on(Input.Submitted)
    def _search_done(self) -> None:
        self.query_one(AttemptTable).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The attempts at one item are of one kind; practising needs an item."""
        if action == "kind":
            return self.item is None
        if action == "practise":
            return self.item is not None or bool(self._lines)
        return True

    def action_kind(self, step: int) -> None:
        """Show another kind."""
        self._choice.next_kind(step)
        self._narrow()

    def action_level(self) -> None:
        """Show another level."""
        self._choice.next_level()
        self._narrow()

    def action_period(self) -> None:
        """Look back less or more."""
        self._choice.next_period()
        self._narrow()

    def action_sound(self) -> None:
        """With or without sound."""
        self._choice.next_sound()
        self._narrow()

    def _narrow(self) -> None:
        self._show_filters()
        self._read()

    def action_search(self) -> None:
        """Open the search line."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_trends(self) -> None:
        """How it goes."""
        self.post_message(TrendsWanted(self._item_under_cursor(), overall=self.item is None))

    def action_practise(self) -> None:
        """Practise the item."""
        item = self._item_under_cursor()
        if item:
            self.post_message(ItemChosen(item))

    def action_back(self) -> None:
        """End the search first."""
        line = self.query_one(Input)
        if line.display:
            line.value = ""
            line.display = False
            self.query_one(AttemptTable).focus()
        else:
            self.post_message(PracticeLeft())
