"""The terms of the trade in a table: how well each is known, and rapid fire through them."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from coach.app.bindings import key
from coach.app.glossary_messages import CardsRead, RapidWanted
from coach.app.messages import ItemChosen, PracticeLeft, StepFailed
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import count, until_due
from coach.core.deck import CardState, Order, card_states, laid_out, letters, rapid_run
from coach.core.ports import Stop


class CardTable(DataTable[Text]):
    """A table of cards, in which left and right change the letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "practise", "Explain the term under the cursor.", "glossary.practise"),
        key("left", "screen.letter(-1)", "letter", "Show the letter before.", "glossary.letter-before", show=False),
        key("right", "screen.letter(1)", "letter", "Show the cards of one letter.", "glossary.letter-next"),
    ]


class GlossaryScreen(CoachScreen):
    """Choose a term, or take a run of them."""

    ABOUT: ClassVar[str] = (
        "Every term of the glossary, to be explained aloud: judged by the concepts that must come up, and shown again "
        "when you are about to forget it. Known is the chance that you would say its hardest concept now."
    )
    CSS_PATH = "glossary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "rapid", "rapid fire", "Twelve of these cards aloud, ten seconds each.", "glossary.rapid"),
        key("t", "rapid_typed", "rapid, typed", "Twelve of these cards, typed.", "glossary.rapid-typed"),
        key("s", "sort", "sort", "Sort by what is due, by weakness, by letter.", "glossary.sort"),
        key("escape", "back", "back", "Go back.", "glossary.back"),
    ]

    def __init__(self, services: Services, status: Status) -> None:
        super().__init__(services, status)
        self._cards: list[CardState] = []
        self._order = Order.DUE
        self._letter = ""

    def compose(self) -> ComposeResult:
        """Letters, table, count."""
        yield TitleBar(Content("Glossary"), self.signs, self.status)
        yield Static(id="glossary--letters")
        yield CardTable(id="glossary--table", cursor_type="row", zebra_stripes=False)
        yield Static(id="glossary--count")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The table has the keys."""
        self.query_one(CardTable).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_screen_resume(self) -> None:
        """What was answered since shows at once."""
        services = self.services
        items = services.practice.library.items

        def read(_: Stop) -> CardsRead:
            states = card_states(items.values(), services.memories(), services.chance, services.clock())
            return CardsRead(states, services.practice.store.records())

        self.in_background("glossary", read)

    def on_resize(self) -> None:
        """Terms take the room there is."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    @on(CardsRead)
    def _known(self, known: CardsRead) -> None:
        self._cards = known.cards
        self._fill()

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        self.say(failed.sentence, warn=True)

    @on(DataTable.RowSelected)
    def _chosen(self, selected: DataTable.RowSelected) -> None:
        if selected.row_key.value:
            self.post_message(ItemChosen(selected.row_key.value))

    def _fill(self) -> None:
        table = self.query_one(CardTable)
        under = self._under_cursor()
        table.clear(columns=True)
        width = max(20, self.size.width - 36)
        for name, columns in (("Term", width), ("Known", 6), ("Missed", 6), ("Comes", 12)):
            table.add_column(name, width=columns)
        now = self.services.clock()
        shown = laid_out(self._cards, self._order, now, self._letter)
        colours = self.app.theme_variables
        for card in shown:
            due = card.is_due(now)
            sign = self.signs.off if card.due is None else self.signs.due if due else self.signs.on
            comes = "new" if card.due is None else until_due(card.due, now)
            table.add_row(
                Text(self.signs.cut(card.item.title, width)),
                Text("" if card.chance is None else f"{100 * card.chance:.0f} %", justify="right"),
                Text(str(card.lapses) if card.lapses else "", justify="right"),
                Text(f"{sign} {comes}", style=colours["warning"] if due else ""),
                key=card.item.id,
            )
        ids = [c.item.id for c in shown]
        if under in ids:
            table.move_cursor(row=ids.index(under))
        self.query_one("#glossary--letters", Static).update(self._letter_line())
        due_now = sum(c.is_due(now) for c in shown)
        new = sum(c.due is None for c in shown)
        line = f"{count(len(shown), 'term')}, {due_now} due, {new} new, {self._order}"
        self.query_one("#glossary--count", Static).update(Content(line if self._cards else "There is no glossary."))
        self.refresh_bindings()

    def _letter_line(self) -> Content:
        names = ("", *letters(self._cards))
        parts = [
            Content.styled(f"{name or 'all'}", "bold reverse" if name == self._letter else "$quiet") for name in names
        ]
        return Content(" ").join(parts)

    def _under_cursor(self) -> str | None:
        table = self.query_one(CardTable)
        if not table.row_count:
            return None
        return table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Rapid fire needs cards."""
        return bool(self._cards) if action in ("rapid", "rapid_typed") else True

    def action_letter(self, step: int) -> None:
        """Show another letter."""
        names = ("", *letters(self._cards))
        self._letter = names[(names.index(self._letter) + step) % len(names)]
        self._fill()

    def action_sort(self) -> None:
        """Sort by the next thing."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._fill()

    def action_rapid(self) -> None:
        """Aloud."""
        self._rapid(typed=False)

    def action_rapid_typed(self) -> None:
        """At the keyboard."""
        self._rapid(typed=True)

    def _rapid(self, *, typed: bool) -> None:
        run = rapid_run(self._cards, self._order, self.services.clock(), self._letter)
        self.post_message(RapidWanted(run, typed))

    def action_back(self) -> None:
        """Go back."""
        self.post_message(PracticeLeft())
