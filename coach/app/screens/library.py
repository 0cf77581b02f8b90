"""All items in a table: filter, search, sort, choose."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Footer, Input, Static

from coach.app.bindings import key
from coach.app.choice import Standing, standing
from coach.app.messages import HistoryRead, HistoryWanted, ItemChosen, PracticeLeft, StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import PLURAL, SINGULAR, count
from coach.core.attempt import ItemRecord
from coach.core.drill import Item, Kind
from coach.core.ports import Stop

Cell = Text
"""Cells are finished text, so that nothing in a title is read as markup."""


class ItemTable(DataTable[Text]):
    """A table of items, in which left and right change the kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "practise", "Open the item under the cursor.", "library.practise"),
        key("left", "screen.kind(-1)", "kind", "Show the kind before this one.", "library.kind-before", show=False),
        key("right", "screen.kind(1)", "kind", "Show the next kind of item.", "library.kind-next"),
    ]


class LibraryScreen(CoachScreen):
    """Choose an item."""

    ABOUT: ClassVar[str] = (
        "All items, with what your history says of them. An item is good while its last score is what its rubric calls "
        "senior; below that it is due. Scores are out of 100."
    )
    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("slash", "search", "search", "Type words that title, prompt or tags must contain.", "library.search"),
        key("s", "sort", "sort", "Sort by the next thing: list, weakest, latest, title.", "library.sort"),
        key("h", "history", "history", "See the past attempts at the item.", "library.history"),
        key("escape", "back", "back", "End the search, else go back.", "library.back"),
    ]
    SORTS: ClassVar[tuple[str, ...]] = ("as listed", "weakest first", "latest first", "by title")

    def __init__(self, services: Services, status: Status) -> None:
        super().__init__(services, status)
        self._records: dict[str, ItemRecord] = {}
        self._kinds: list[Kind | None] = [
            None,
            *(k for k in Kind if services.practice.library.select(k)),
        ]
        self._kind = 0
        self._sort = 0

    def compose(self) -> ComposeResult:
        """Kinds, search line, table."""
        yield TitleBar(Content("Library"), self.signs, self.status)
        yield Static(id="library--kinds")
        yield Input(placeholder="search title, prompt and tags", id="library--search", compact=True)
        yield ItemTable(id="library--table", cursor_type="row", zebra_stripes=False)
        yield Static(id="library--count")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The search line shows on demand."""
        self.query_one(Input).display = False
        self._fill()
        self.query_one(ItemTable).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_screen_resume(self) -> None:
        """Scores may be new."""
        store = self.services.practice.store

        def read(_: Stop) -> HistoryRead:
            return HistoryRead(store.records(), [], [])

        self.in_background("history", read)

    def on_resize(self) -> None:
        """Titles take the room there is."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    @on(HistoryRead)
    def _history_is_known(self, known: HistoryRead) -> None:
        self._records = known.records
        self._fill()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    @on(Input.Changed)
    def _searched(self) -> None:
        self._fill()

    @on(Input.Submitted)
    def _search_done(self) -> None:
        self.query_one(ItemTable).focus()

    @on(DataTable.RowSelected)
    def _chosen(self, selected: DataTable.RowSelected) -> None:
        if selected.row_key.value:
            self.post_message(ItemChosen(selected.row_key.value))

    def _items(self) -> list[Item]:
        items = list(self.services.practice.library.select(self._kinds[self._kind], self.query_one(Input).value))
        orders: tuple[Callable[[Item], object] | None, ...] = (
            None,
            lambda i: r.last if (r := self._records.get(i.id)) else -1.0,
            lambda i: -r.last_at.timestamp() if (r := self._records.get(i.id)) else 0.0,
            lambda i: i.title.casefold(),
        )
        order = orders[self._sort]
        return sorted(items, key=order) if order else items  # type: ignore[arg-type]

    def _fill(self) -> None:
        table = self.query_one(ItemTable)
        under = self._under_cursor()
        table.clear(columns=True)
        width = max(20, self.size.width - 53)
        for name, columns in (("Title", width), ("Kind", 12), ("Tries", 5), ("Best", 4), ("Last", 4)):
            table.add_column(name, width=columns)
        table.add_column("State", width=13)
        items = self._items()
        for item in items:
            table.add_row(*self._row(item, width), key=item.id)
        if under in [i.id for i in items]:
            table.move_cursor(row=[i.id for i in items].index(under))
        self.query_one("#library--kinds", Static).update(self._kind_line())
        self.query_one("#library--count", Static).update(
            Content(f"{count(len(items), 'item')}, {self.SORTS[self._sort]}" if items else "No item has these words.")
        )

    def _row(self, item: Item, width: int) -> tuple[Cell, ...]:
        record = self._records.get(item.id)
        stands = standing(self.services.practice.library, item, record)
        sign = {
            Standing.NEW: self.signs.off,
            Standing.DUE: self.signs.due,
            Standing.GOOD: self.signs.on,
        }[stands]
        colours = self.app.theme_variables
        colour = {Standing.NEW: "", Standing.DUE: colours["warning"], Standing.GOOD: colours["success"]}[stands]
        figures = (
            (str(record.attempts), f"{record.best:.0f}", f"{record.last:.0f}")
            if record
            else (self.signs.dash, self.signs.dash, self.signs.dash)
        )
        return (
            Text(self.signs.cut(item.title, width)),
            Text(self.signs.cut(SINGULAR[item.kind], 12)),
            *(Text(f, justify="right") for f in figures),
            Text(f"{sign} {stands}", style=colour),
        )

    def _kind_line(self) -> Content:
        parts = []
        for number, kind in enumerate(self._kinds):
            name = PLURAL[kind] if kind else "all"
            parts.append(Content.styled(f" {name} ", "bold reverse" if number == self._kind else "$quiet"))
        return Content(" ").join(parts)

    def _under_cursor(self) -> str | None:
        table = self.query_one(ItemTable)
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    def action_kind(self, step: int) -> None:
        """Show another kind."""
        self._kind = (self._kind + step) % len(self._kinds)
        self._fill()

    def action_sort(self) -> None:
        """Sort by the next thing."""
        self._sort = (self._sort + 1) % len(self.SORTS)
        self._fill()

    def action_search(self) -> None:
        """Open the search line."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_history(self) -> None:
        """Past attempts at the item."""
        item = self._under_cursor()
        if item:
            self.post_message(HistoryWanted(item))

    def action_back(self) -> None:
        """End the search first."""
        line = self.query_one(Input)
        if line.display:
            line.value = ""
            line.display = False
            self.query_one(ItemTable).focus()
        else:
            self.post_message(PracticeLeft())
