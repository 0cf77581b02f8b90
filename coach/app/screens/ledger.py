"""The project ledger: three numbers a project, and where what was said does not agree with them."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from coach.app.bindings import key
from coach.app.messages import PracticeLeft
from coach.app.screens.records import RemoveDialog, WatchingScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.stories_messages import BookSaved, LedgerRead, ProjectDrillWanted, ProjectFormWanted
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import when
from coach.core.contradictions import Contradiction, Quote, contradictions, said_in
from coach.core.drill import Kind
from coach.core.ledger import DRILLED, LedgerFigure, Part, Project, amount
from coach.core.ports import Stop
from coach.core.records import Book, RecordBook
from coach.core.story_history import StoryDesk


class ProjectTable(DataTable[Text]):
    """The projects."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "edit", "Edit the project under the cursor.", "ledger.edit"),
    ]


class LedgerScreen(WatchingScreen):
    """The ledger."""

    ABOUT: ClassVar[str] = (
        "Three numbers for every project on your résumé: the one that moved, the one that stayed flat because you "
        "watched it, the one you would still change. Below stands what you said in behavioral answers that does not "
        "agree with the ledger, or with what you said another time. The file ledger.yaml can be edited by hand."
    )
    CSS_PATH = "ledger.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "new", "new", "A further project.", "ledger.new"),
        key("d", "drill", "drill", "Be asked for the three numbers of this project.", "ledger.drill"),
        key("x", "remove", "remove", "Take this project out of the ledger.", "ledger.remove"),
        key("escape", "back", "back", "Go back.", "ledger.back"),
    ]

    def __init__(self, services: Services, status: Status, desk: StoryDesk) -> None:
        super().__init__(services, status)
        self.desk = desk
        self._book: Book[Project] | None = None
        self._found: Sequence[Contradiction] = ()

    def file(self) -> RecordBook[Any]:
        """The projects."""
        return self.desk.ledger

    def compose(self) -> ComposeResult:
        """Table, what is missing, contradictions."""
        yield TitleBar(Content("Ledger"), self.signs, self.status)
        yield Static(id="ledger--problem")
        yield ProjectTable(id="ledger--table", cursor_type="row", zebra_stripes=False)
        with VerticalScroll(id="ledger--below", can_focus=False):
            yield Static(id="ledger--project")
            yield Static(id="ledger--found")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The table has the keys."""
        super().on_mount()
        self.query_one("#ledger--problem").display = False
        self.query_one(ProjectTable).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_screen_resume(self) -> None:
        """What was changed or said since shows at once."""
        self.read()

    def on_resize(self) -> None:
        """Figures take the room there is."""
        self.call_after_refresh(self._fill)

    def watch_status(self, status: Status) -> None:
        """Show the equipment."""
        for bar in self.query(TitleBar):
            bar.status = status

    def read(self) -> None:
        """Read the projects, and compare them with what was said."""
        desk, practice = self.desk, self.services.practice

        def work(_: Stop) -> LedgerRead:
            book = desk.ledger.load()
            items = practice.library.items
            told = [
                a
                for item in items.values()
                if item.kind is Kind.BEHAVIORAL
                for a in practice.store.attempts(item.id)
                if a.transcript is not None
            ]
            return LedgerRead(book, contradictions(said_in(told, desk.history.tellings()), book.records))

        self.in_background("read", work)

    @on(LedgerRead)
    def _ledger_read(self, read: LedgerRead) -> None:
        self.known(read.book)
        self._book, self._found = read.book, read.contradictions
        self.query_one("#ledger--problem").display = False
        self._fill()

    @on(BookSaved)
    def _saved(self, saved: BookSaved) -> None:
        if saved.merged:
            self.say("Saved; what was changed on disk meanwhile is kept.")
        self.read()

    def show_problem(self) -> None:
        """Say what is wrong with the file; it is left alone until it is mended."""
        line = self.query_one("#ledger--problem", Static)
        line.update(Content.assemble((f"{self.signs.trap} ", "$warning"), self.signs.line(self.problem)))
        line.display = True

    def _fill(self) -> None:
        if self._book is None:
            return
        table = self.query_one(ProjectTable)
        row = table.cursor_row
        table.clear(columns=True)
        table.cell_padding = 0
        name = 20 if self.size.width >= 100 else 16
        cell = max(12, (self.size.width - 3 - name) // len(Part))
        table.add_column("Project", width=name)
        for part in Part:
            table.add_column(part.heading, width=cell)
        for project in self._book.records:
            figures = (self._cell(getattr(project, part), cell) for part in Part)
            title = Text(self.signs.cut(f"{project.name}", 2 * name - 4), style="bold")
            table.add_row(title, *figures, height=2, key=project.id)
        if self._book.records:
            table.move_cursor(row=min(row, len(self._book.records) - 1))
        self._show_project()
        self.query_one("#ledger--found", Static).update(self._contradictions())
        self.refresh_bindings()

    def _cell(self, figure: LedgerFigure | None, width: int) -> Text:
        if figure is None:
            return Text(self.signs.off, style=self.app.theme_variables["warning"])
        first = self.signs.cut(figure.what, width - 1)
        before = f"{amount(figure.baseline)} -> " if figure.baseline is not None else ""
        return Text(f"{first}\n{self.signs.cut(f'{before}{amount(figure.value)} {figure.unit}', width - 1)}")

    @property
    def _current(self) -> Project | None:
        records = self._book.records if self._book else ()
        row = self.query_one(ProjectTable).cursor_row
        return records[row] if 0 <= row < len(records) else None

    @on(DataTable.RowHighlighted)
    def _walked(self) -> None:
        self._show_project()

    def _show_project(self) -> None:
        project = self._current
        shown = self.query_one("#ledger--project", Static)
        if project is None:
            shown.update(Content("No project yet; n adds one. If it changed no number, it shipped a feature."))
            return
        period = f"  {project.period}" if project.period else ""
        lines = [Content.assemble((self.signs.line(project.name), "bold"), (self.signs.line(period), "$quiet"))]
        for part, figure in project.figures():
            date = f", {figure.date}" if figure.date else ""
            note = f"; {figure.note}" if figure.note else ""
            text = self.signs.line(f"{figure.text}{date}{note}")
            lines.append(Content.assemble((f"{part.heading}  ", "bold $quiet"), text))
        missing = project.missing()
        if missing:
            lines.append(Content.assemble(("Missing  ", "bold $warning"), ", ".join(missing)))
        shown.update(Content("\n").join(lines))

    def _contradictions(self) -> Content:
        if not self._found:
            return Content.styled("Nothing you said disagrees with the ledger or with itself.", "$success")
        lines = [Content.styled(f"Does not agree: {len(self._found)}", "bold $warning")]
        for each in self._found:
            lines.append(self._said(each.said))
            if each.ledger is not None:
                date = f", {each.ledger.date}" if each.ledger.date else ""
                entry = self.signs.line(f"{each.project}: {each.ledger.text}{date}")
                lines.append(Content.assemble(("  ledger   ", "$quiet"), entry))
            elif each.earlier is not None:
                lines.append(self._said(each.earlier))
        return Content("\n").join(lines)

    def _said(self, quote: Quote) -> Content:
        at = when(quote.at, self.services.clock())
        number = self.signs.line(quote.number.text)
        return Content.assemble(
            (f"{self.signs.trap} ", "$warning"),
            (number, "bold"),
            (f"  {at}  ", "$quiet"),
            self.signs.quoted(quote.sentence),
        )

    @on(DataTable.RowSelected)
    def _edit(self) -> None:
        self._form(self._current)

    def _form(self, project: Project | None) -> None:
        if self.problem:
            self.say(self.problem, warn=True)
        elif self._book is not None:
            self.post_message(ProjectFormWanted(self._book, project))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A project must be there to be drilled or removed."""
        if action == "drill":
            return self._current is not None and DRILLED in self.services.practice.library.items
        return self._current is not None if action == "remove" else True

    def action_new(self) -> None:
        """A further project."""
        self._form(None)

    def action_drill(self) -> None:
        """Be asked."""
        project = self._current
        if project is not None:
            self.post_message(ProjectDrillWanted(project))

    def action_remove(self) -> None:
        """Ask, then remove."""
        project = self._current
        if project is not None:
            self.app.push_screen(RemoveDialog(self.services, project.name), partial(self._removed, project))

    def _removed(self, project: Project, sure: bool | None) -> None:
        if sure and self._book is not None:
            self.save(self._book, [p for p in self._book.records if p.id != project.id])

    def action_back(self) -> None:
        """Go back."""
        self.post_message(PracticeLeft())
