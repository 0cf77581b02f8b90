"""One project of the ledger: its three numbers, each with unit, baseline and date."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Input, Static

from coach.app.bindings import key
from coach.app.messages import PracticeLeft, StepFailed
from coach.app.screens.records import SavingScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.stories_messages import BookSaved
from coach.app.widgets.title_bar import TitleBar
from coach.core.ledger import Part, Project, amount
from coach.core.records import Book, RecordBook
from coach.core.story_history import StoryDesk

_FIELDS = ("what", "value", "unit", "baseline", "date", "note")
_HINTS = {
    "what": "what is counted: duplicate rate",
    "value": "value: 0.3",
    "unit": "unit: %",
    "baseline": "before: 2.3",
    "date": "when: 2026-03",
    "note": "note",
}


class ProjectForm(SavingScreen):
    """Edit a project."""

    ABOUT: ClassVar[str] = (
        "What moved, what stayed flat, what you would still change: each a number with its unit, what it was before, "
        "and when it was measured (a year, a month or a day). A number without a name is left out. Ctrl+s writes the "
        "project into ledger.yaml."
    )
    CSS_PATH = "story_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", "save", "Write the project into the file.", "project-form.save"),
        key("escape", "back", "back", "Go back; what was changed is asked about.", "project-form.back"),
    ]

    def __init__(
        self, services: Services, status: Status, desk: StoryDesk, book: Book[Project], project: Project | None
    ) -> None:
        super().__init__(services, status)
        self.desk = desk
        self.book = book
        self.project = project
        self._warned = False

    def file(self) -> RecordBook[Any]:
        """The projects."""
        return self.desk.ledger

    def compose(self) -> ComposeResult:
        """One line for the project, three for each number."""
        project = self.project
        yield TitleBar(Content("Project"), self.signs)
        with VerticalScroll(id="form--body", can_focus=False):
            yield self._label("Name, as on the résumé")
            yield self._input("name", project.name if project else "", "Impression deduplication")
            yield self._label("When")
            yield self._input("period", project.period if project else "", "2025, eight months")
            for part in Part:
                yield from self._figure(part)
        yield Static(id="form--length")
        yield Footer(show_command_palette=False, compact=True)

    def _label(self, text: str) -> Static:
        return Static(Content.styled(text, "bold $quiet"), classes="form--label")

    def _input(self, name: str, text: str, hint: str) -> Input:
        return Input(text, placeholder=hint, id=name, compact=True)

    def _figure(self, part: Part) -> Iterator[Widget]:
        figure = getattr(self.project, part) if self.project else None
        known = dict.fromkeys(_FIELDS, "")
        if figure is not None:
            known.update(what=figure.what, unit=figure.unit, date=figure.date, note=figure.note)
            known["value"] = amount(figure.value)
            known["baseline"] = amount(figure.baseline) if figure.baseline is not None else ""
        order = "   what; value, unit, before, when; note"
        label = Content.assemble((part.heading, "bold $quiet"), (order, "$quiet"))
        yield Static(label, classes="form--label")
        yield self._input(f"{part}-what", known["what"], _HINTS["what"])
        with Horizontal(classes="form--row"):
            for name in ("value", "unit", "baseline", "date"):
                yield self._input(f"{part}-{name}", known[name], _HINTS[name])
        yield self._input(f"{part}-note", known["note"], _HINTS["note"])

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#name", Input).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._warned = False

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _written(self) -> Project:
        """The project as the form has it; raises ValidationError."""
        name = self._text("name")
        values: dict[str, Any] = {"name": name, "period": self._text("period")}
        values["id"] = self.project.id if self.project else self._new_id(name)
        for part in Part:
            texts = {field: self._text(f"{part}-{field}") for field in _FIELDS}
            if any(texts.values()):
                figure: dict[str, Any] = {k: v for k, v in texts.items() if v}
                for number in ("value", "baseline"):
                    if number in figure:
                        figure[number] = figure[number].replace(",", "")
                values[str(part)] = figure
        return Project.model_validate(values)

    def _new_id(self, name: str) -> str:
        words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-") or "project"
        taken = {p.id for p in self.book.records}
        number = 1
        while (found := words if number == 1 else f"{words}-{number}") in taken:
            number += 1
        return found

    def action_save(self) -> None:
        """Write it into the file."""
        try:
            project = self._written()
        except ValidationError as error:
            first = error.errors()[0]
            self.say(f"{' '.join(map(str, first['loc']))}: {first['msg'].lower()}; mend that field.", warn=True)
            return
        records = self.book.records
        known = self.book.get(project.id) is not None
        self.save(self.book, [project if p.id == project.id else p for p in records] if known else [*records, project])

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
            same = self._written() == self.project
        except ValidationError:
            same = self.project is None and not any(i.value.strip() for i in self.query(Input))
        if same or self._warned:
            self.post_message(PracticeLeft())
        else:
            self._warned = True
            self.say("Not saved yet: ctrl+s saves, esc again leaves it as it was.", warn=True)
