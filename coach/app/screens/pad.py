"""The pad: a query or a program typed against the clock, run or read, with the verdict below."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from coach.app.bindings import key
from coach.app.messages import ItemChosen, ReadyWanted, StepFailed
from coach.app.pad_messages import PadJudged, PadSaved, PadTablesRead, PadTextRead
from coach.app.pad_verdict import difference, headline, shape
from coach.app.screens.base import CoachScreen
from coach.app.screens.pad_dialogs import ReferenceDialog, TablesDialog
from coach.app.services import Services
from coach.app.status import Status
from coach.app.widgets.pad_area import PadArea
from coach.app.widgets.title_bar import TitleBar
from coach.app.wording import clock, phase
from coach.core.drill import Item
from coach.core.pad import Pad
from coach.core.pad_ports import PadVerdict
from coach.core.ports import CoachError
from coach.core.sql_task import SqlTask

SAVE_EVERY_S = 3.0
"""A crash costs no more typing than this."""


class PadScreen(CoachScreen):
    """First at the keyboard."""

    ABOUT: ClassVar[str] = (
        "Write the query or the program as you would in the shared editor of the round; the clock only informs. SQL is "
        "run over small generated tables, on which today is 31 March 2026, and its rows are compared with those asked "
        "for; a program is read, never run. What you type is kept and is there when you come back. The spoken defence "
        "follows."
    )
    STEP: ClassVar[bool] = True
    CSS_PATH = "pad.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+r,f5", "run", "run", "Run the query, or have the program read.", "pad.run"),
        key("f2", "tables", "tables", "See what is asked and the first rows of the tables.", "pad.tables"),
        key("f4", "panel", "panel", "Go to the next of question, page and verdict; arrows scroll there.", "pad.panel"),
        key("f9", "reference", "reference", "See one right way, once a run was judged.", "pad.reference"),
        key("f8", "defend", "speak", "Go on to the spoken defence.", "pad.defend"),
        key("escape", "back", "back", "Back to the question; the text is kept.", "pad.back"),
    ]

    def __init__(self, services: Services, status: Status, item: Item, pad: Pad) -> None:
        super().__init__(services, status)
        self.item = item
        self._desk = pad
        self._job = pad.task(item.id)
        self._began_s = services.monotonic()
        self._text = ""
        self._saved: str | None = None
        self._judging = False
        self._judged = False

    def compose(self) -> ComposeResult:
        """The question with its tables, the page, the verdict."""
        yield TitleBar(self.item_title(self.item), self.signs)
        with Container(id="pad--body"):
            with VerticalScroll(id="pad--ask"):
                yield Static(self._question())
            with Vertical(id="pad--work"):
                yield PadArea("sql" if isinstance(self._job, SqlTask) else "python")
                with VerticalScroll(id="pad--verdict"):
                    yield Static(id="pad--headline")
                    yield Static(id="pad--difference")
                    yield Static(id="pad--shape")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Fetch the text that stood on the pad."""
        self.query_one("#pad--verdict").display = False
        area = self.query_one(PadArea)
        area.read_only = True
        area.focus()
        self._show_clock()
        self.set_interval(0.5, self._show_clock)
        self.set_interval(SAVE_EVERY_S, self._save)
        store, item = self._desk.store, self.item.id
        starter = "" if isinstance(self._job, SqlTask) else self._job.starter
        self.in_background("pad", lambda _: PadTextRead(starter if (kept := store.text(item)) is None else kept))

    def on_unmount(self) -> None:
        """Keep the text at once: the application may be on its way out."""
        if self._saved is not None and self._text != self._saved:
            try:
                self._desk.store.save(self.item.id, self._text)
            except CoachError as error:
                self.app.notify(str(error), severity="warning", markup=False)

    def _question(self) -> Content:
        parts = [Content(self.signs.text(self._job.ask))]
        if isinstance(self._job, SqlTask):
            parts += [
                Content.assemble((f"{name}  ", "bold $primary"), (", ".join(column for column, _ in columns), "$quiet"))
                for name, columns in self._desk.columns(self._job).items()
            ]
        return Content("\n").join(parts)

    @on(PadTextRead)
    def _text_read(self, read: PadTextRead) -> None:
        area = self.query_one(PadArea)
        area.load_text(read.text)
        area.read_only = False
        area.move_cursor(area.document.end)
        self._text = self._saved = read.text

    @on(PadArea.Changed)
    def _typed(self) -> None:
        self._text = self.query_one(PadArea).text

    def _save(self) -> None:
        """Keep what was typed since the last time."""
        text = self._text
        if self._saved is None or text == self._saved:
            return
        store, item = self._desk.store, self.item.id

        def work() -> PadSaved:
            store.save(item, text)
            return PadSaved(text)

        self.in_background("save", lambda _: work())

    @on(PadSaved)
    def _is_saved(self, saved: PadSaved) -> None:
        self._saved = saved.text

    @on(StepFailed)
    def _failed(self, failed: StepFailed) -> None:
        if failed.step == "run":
            self._judging = False
            self.refresh_bindings()
        self.say(failed.sentence, warn=True)

    def _show_clock(self) -> None:
        gone_s = self.services.monotonic() - self._began_s
        budget_s = self._job.minutes * 60
        colour = {"fine": "$success", "late": "$warning", "over": "$error"}[phase(gone_s, budget_s)]
        left_s = budget_s - gone_s
        face = f"{clock(left_s)} left" if left_s > 0 else f"+{clock(-left_s)} over"
        running = Content.styled(f"running {self.signs.pause}  ", "$warning") if self._judging else Content("")
        self.query_one(".title--status", Static).update(Content.assemble(running, (face, f"bold {colour}")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """One run at a time; the reference comes after a run."""
        if action == "run":
            return not self._judging
        if action == "reference":
            return self._judged and isinstance(self._job, SqlTask)
        return True

    def action_run(self) -> None:
        """Judge the text in the background and keep both."""
        text = self._text
        if not text.strip():
            self.say("The pad is empty; type something first.", warn=True)
            return
        pad, item = self._desk, self.item.id
        self._judging = True
        self._show_clock()
        self.refresh_bindings()
        self.in_background("run", lambda _: PadJudged(text, pad.run(item, text)))

    @on(PadJudged)
    def _has_verdict(self, judged: PadJudged) -> None:
        self._judging = False
        self._judged = True
        self._show_clock()
        self._show_verdict(judged.verdict)
        self.refresh_bindings()

    def _show_verdict(self, verdict: PadVerdict) -> None:
        texts = (("headline", headline), ("difference", difference), ("shape", shape))
        for name, write in texts:
            part = self.query_one(f"#pad--{name}", Static)
            content = write(verdict, self.signs)
            part.update(content)
            part.display = bool(content.plain)
        panel = self.query_one("#pad--verdict", VerticalScroll)
        panel.display = True
        panel.scroll_home(animate=False)
        self.add_class("-judged")
        if verdict.line:
            area = self.query_one(PadArea)
            area.move_cursor((min(verdict.line, area.document.line_count) - 1, 0))

    def action_tables(self) -> None:
        """The question in full, and the first rows."""
        task, pad = self._job, self._desk
        self.in_background("tables", lambda _: PadTablesRead(pad.tables(task) if isinstance(task, SqlTask) else ()))

    @on(PadTablesRead)
    def _tables_read(self, read: PadTablesRead) -> None:
        self.app.push_screen(TablesDialog(self.services, self._job.ask, read.tables))

    def action_reference(self) -> None:
        """One right way."""
        if isinstance(self._job, SqlTask):
            self.app.push_screen(ReferenceDialog(self.services, self._job.reference))

    def action_panel(self) -> None:
        """The next of question, page and verdict."""
        panels = [self.query_one("#pad--ask"), self.query_one(PadArea), self.query_one("#pad--verdict")]
        there = [panel for panel in panels if panel.display]
        now = next((n for n, panel in enumerate(there) if panel.has_focus), 0)
        there[(now + 1) % len(there)].focus()

    def action_defend(self) -> None:
        """The spoken defence."""
        self.post_message(ReadyWanted(self.item.id))

    def action_back(self) -> None:
        """The question."""
        self.post_message(ItemChosen(self.item.id, heard=True))
