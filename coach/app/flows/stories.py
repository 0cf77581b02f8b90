"""The flow of stories and ledger: the matrix, its forms, rehearsal, blind retrieval, the drill on a project."""

from dataclasses import replace
from functools import partial

from textual import on

from coach.app import messages as m
from coach.app import stories_messages as s
from coach.app.flows.base import BaseApp
from coach.app.screens.blind import BlindScreen
from coach.app.screens.ledger import LedgerScreen
from coach.app.screens.project_form import ProjectForm
from coach.app.screens.stories import StoriesScreen
from coach.app.screens.story_form import StoryForm
from coach.app.screens.which_story import WhichStoryDialog
from coach.app.services import Services
from coach.core.drill import Kind
from coach.core.ledger import DRILLED, drill_of
from coach.core.ports import CoachError


class StoriesFlow(BaseApp):
    """Which screen of the stories follows which, and which story an answer told."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._telling: dict[str, str] = {}
        """The story that a rehearsal tells, by item; forgotten when the rehearsal is left."""

    @on(s.StoriesWanted)
    def _stories_wanted(self) -> None:
        if self.services.stories:
            self.show(StoriesScreen(self.services, self.status, self.services.stories))

    @on(s.LedgerWanted)
    def _ledger_wanted(self) -> None:
        if self.services.stories:
            self.show(LedgerScreen(self.services, self.status, self.services.stories))

    @on(s.StoryFormWanted)
    def _story_form_wanted(self, wanted: s.StoryFormWanted) -> None:
        if self.services.stories:
            self.show(StoryForm(self.services, self.status, self.services.stories, wanted.book, wanted.story))

    @on(s.ProjectFormWanted)
    def _project_form_wanted(self, wanted: s.ProjectFormWanted) -> None:
        if self.services.stories:
            self.show(ProjectForm(self.services, self.status, self.services.stories, wanted.book, wanted.project))

    @on(s.BlindWanted)
    def _blind_wanted(self) -> None:
        if self.services.stories:
            self.show(BlindScreen(self.services, self.status, self.services.stories))

    @on(s.RehearsalWanted)
    def _rehearsal_wanted(self, wanted: s.RehearsalWanted) -> None:
        """Tell a story to the first of its prompts that is there."""
        items = self.services.practice.library.items
        prompt = next((p for p in wanted.story.serves if p in items), None)
        if prompt is None:
            self.notify("No prompt of the library is served by this story; choose some in its form.", markup=False)
            return
        self._telling = {prompt: wanted.story.id}
        self.post_message(m.ItemChosen(prompt))

    @on(s.ProjectDrillWanted)
    def _project_drill_wanted(self, wanted: s.ProjectDrillWanted) -> None:
        """The drill on a project is an item of the library from then on, as it is after the next start."""
        practice = self.services.practice
        like = practice.library.items.get(DRILLED)
        if like is None:
            self.notify(f"The library has no '{DRILLED}' to drill a project by; run 'coach check'.", markup=False)
            return
        drill = drill_of(wanted.project, like)
        practice.library = replace(practice.library, items={**practice.library.items, drill.id: drill})
        self.post_message(m.ItemChosen(drill.id))

    @on(m.PracticeLeft)
    def _rehearsal_left(self) -> None:
        self._telling = {}

    @on(m.AttemptScored)
    def _story_was_told(self, scored: m.AttemptScored) -> None:
        """Note the story of a rehearsal; of any other behavioral answer, ask."""
        desk, attempt = self.services.stories, scored.attempt
        item = self.services.practice.library.items.get(attempt.item)
        if desk is None or item is None or attempt.scorecard is None or item.kind is not Kind.BEHAVIORAL:
            return
        if item.id == DRILLED or "ledger" in item.tags:
            return
        rehearsed = self._telling.get(attempt.item)

        def work() -> None:
            try:
                if rehearsed is not None:
                    desk.history.note(attempt.id, rehearsed)
                elif desk.history.story_of(attempt.id) is None:
                    matrix = desk.book.load().records
                    first = sorted(matrix, key=lambda story: attempt.item not in story.serves)
                    if first:
                        self.post_late(s.TellingSeen(attempt.id, tuple(first)))
            except CoachError as error:
                self.post_late(m.StepFailed("save", str(error)))

        self.run_worker(work, group="telling", thread=True)

    @on(s.TellingSeen)
    def _ask_which(self, seen: s.TellingSeen) -> None:
        self.push_screen(WhichStoryDialog(self.services, seen.matrix), partial(self._told, seen.attempt))

    def _told(self, attempt: str, story: str | None) -> None:
        desk = self.services.stories
        if desk is not None and story is not None:
            self.remember(partial(desk.history.note, attempt, story))
