"""The story matrix and the ledger in the app: cells, forms, conflicts, rehearsal, blind retrieval, contradictions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coach.adapters.ledger_yaml import ledger_file
from coach.adapters.stories_yaml import stories_file
from coach.app.app import CoachApp
from coach.app.screens.blind import BlindScreen
from coach.app.screens.brief import BriefScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.ledger import LedgerScreen
from coach.app.screens.project_form import ProjectForm
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.records import ConflictDialog, RemoveDialog
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.stories import StoriesScreen
from coach.app.screens.story_form import StoryForm
from coach.app.screens.typed import TypedScreen
from coach.app.screens.which_story import WhichStoryDialog
from coach.app.widgets.matrix import CellEditor
from coach.core.records import Book
from coach.core.stories import Column, Story
from coach.core.story_history import Naming, StoryDesk
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import SCAR, World
from tests.fakes_store import NOW
from tests.stories_sample import CONFLICT, DEDUP, ITEMS, MATRIX, PAGE, SCHEMA, SHIPPED, MemoryStories

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


class Told(World):
    """A world with stories in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, items=(SCAR, *ITEMS))
        self.history = MemoryStories(self.store)
        self.desk = StoryDesk(
            stories_file(folder / "stories.yaml", lambda: NOW),
            ledger_file(folder / "ledger.yaml", lambda: NOW),
            self.history,
            lambda _below: 0,
        )

    @property
    def file(self) -> Path:
        return self.folder / "stories.yaml"

    def matrix(self) -> dict[str, Story]:
        return {s.id: s for s in self.desk.book.load().records}

    def app(self) -> CoachApp:
        return CoachApp(self.services(stories=self.desk))


@pytest.fixture
def world(tmp_path: Path) -> Told:
    told = Told(tmp_path)
    told.desk.book.save(Book(), MATRIX)
    told.desk.ledger.save(Book(), (DEDUP,))
    return told


async def open_stories(pilot: Pilot[None], shows: str = "Holes") -> StoriesScreen:
    await on(pilot, HomeScreen)
    await pilot.press("s")
    await on(pilot, StoriesScreen)
    await reads(pilot, shows)
    screen = pilot.app.screen
    assert isinstance(screen, StoriesScreen)
    return screen


async def edit_cell(pilot: Pilot[None], row: int, column: Column) -> CellEditor:
    screen = pilot.app.screen
    assert isinstance(screen, StoriesScreen)
    screen.move_to(row, column)
    await pilot.press("enter")
    editor = screen.query_one(CellEditor)
    await until(pilot, lambda: editor.has_focus)
    return editor


async def test_an_empty_cell_is_a_hole_that_is_named(world: Told) -> None:
    async with world.app().run_test(size=(120, 40)) as pilot:
        await open_stories(pilot)
        await reads(pilot, "no story: Technical disagreement", "no number in the result", "nobody else in it")


async def test_a_cell_is_edited_where_it_stands(world: Told) -> None:
    async with world.app().run_test(size=(120, 40)) as pilot:
        await open_stories(pilot)
        editor = await edit_cell(pilot, 2, Column.RESULT)
        editor.load_text("Stale for 70 minutes.")
        await pilot.press("enter")
        await until(pilot, lambda: world.matrix()[PAGE.id].result == "Stale for 70 minutes.")
        await until(pilot, lambda: "no number in the result" not in flat(pilot))
        assert world.matrix()[SCHEMA.id] == SCHEMA


async def test_writing_into_an_axis_without_a_story_begins_one(world: Told) -> None:
    async with world.app().run_test(size=(120, 40)) as pilot:
        await open_stories(pilot)
        await edit_cell(pilot, 1, Column.STAKE)
        await pilot.press(*"a year", "enter")
        await until(pilot, lambda: "technical-disagreement" in world.matrix())
        assert world.matrix()["technical-disagreement"].stake == "a year"


async def test_escape_leaves_the_cell_as_it_was(world: Told) -> None:
    before = world.file.read_bytes()
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        await edit_cell(pilot, 0, Column.INSIGHT)
        await pilot.press(*"nonsense", "escape")
        await until(pilot, lambda: not screen.query_one(CellEditor).display)
        assert world.file.read_bytes() == before


async def test_the_first_edit_writes_a_file_with_a_skeleton(tmp_path: Path) -> None:
    world = Told(tmp_path)
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_stories(pilot, "no story yet")
        assert not world.file.exists()
        await edit_cell(pilot, 0, Column.STAKE)
        await pilot.press(*"trust", "enter")
        await until(pilot, world.file.exists)
        assert world.file.read_text().count("#     axis: ") == 6


async def test_a_change_on_disk_shows_by_itself(world: Told) -> None:
    async with world.app().run_test(size=(120, 40)) as pilot:
        screen = await open_stories(pilot)
        world.file.write_text(world.file.read_text().replace("stale-spend", "other-id").replace("Stale spend", "Late"))
        screen.look()
        await reads(pilot, "Late at three")


async def test_what_another_editor_changed_meanwhile_is_kept(world: Told) -> None:
    async with world.app().run_test(size=(120, 40)) as pilot:
        await open_stories(pilot)
        editor = await edit_cell(pilot, 2, Column.INSIGHT)
        world.file.write_text("# by hand\n" + world.file.read_text().replace("before breakfast", "in 70 minutes"))
        editor.load_text("Write before you page.")
        await pilot.press("enter")
        await until(pilot, lambda: world.matrix()[PAGE.id].insight == "Write before you page.")
        assert "70 minutes" in world.matrix()[PAGE.id].result
        assert world.file.read_text().startswith("# by hand\n")


@pytest.mark.parametrize(("answer", "kept"), [("m", "mine"), ("t", "theirs")])
async def test_the_same_cell_changed_by_both_is_asked_about(world: Told, answer: str, kept: str) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        editor = await edit_cell(pilot, 2, Column.STAKE)
        world.file.write_text(world.file.read_text().replace("Advertisers overspend when spend is stale.", "theirs"))
        editor.load_text("mine")
        await pilot.press("enter")
        await on(pilot, ConflictDialog)
        await reads(pilot, "mine", "theirs")
        assert world.matrix()[PAGE.id].stake == "theirs"
        await pilot.press(answer)
        await until(pilot, lambda: pilot.app.screen is screen and not screen.query_one(CellEditor).display)
        assert world.matrix()[PAGE.id].stake == kept


async def test_escape_from_a_conflict_writes_nothing_and_keeps_the_text(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        editor = await edit_cell(pilot, 2, Column.STAKE)
        world.file.write_text(world.file.read_text().replace("Advertisers overspend when spend is stale.", "theirs"))
        editor.load_text("mine")
        await pilot.press("enter")
        await on(pilot, ConflictDialog)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.query_one(CellEditor).text == "mine"
        assert world.matrix()[PAGE.id].stake == "theirs"


async def test_a_file_with_an_error_is_named_by_line_and_left_alone(world: Told) -> None:
    world.file.write_text("stories:\n  - id: a\n    title: A\n    axis: nonsense\n")
    async with world.app().run_test(size=(120, 40)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("s")
        await on(pilot, StoriesScreen)
        await reads(pilot, "stories.yaml:4:", "axis")
        await pilot.press("n", "f", "enter")
        await on(pilot, StoriesScreen)
        world.file.write_text("stories:\n  - id: a\n    title: Mended\n    axis: mentorship\n")
        pilot.app.screen.look()  # type: ignore[attr-defined]
        await reads(pilot, "Mended")


async def test_the_form_edits_the_whole_story_and_shows_its_length(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("f")
        await on(pilot, StoryForm)
        await reads(pilot, "s of 20", "s of 90", "A shared table")
        await pilot.press("end", *" twice", "ctrl+s")
        await on(pilot, StoriesScreen)
        assert world.matrix()[SCHEMA.id] == SCHEMA.model_copy(update={"title": f"{SCHEMA.title} twice"})


async def test_leaving_a_changed_form_asks_once(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("f")
        await on(pilot, StoryForm)
        await pilot.press("end", "x", "escape")
        await on(pilot, StoryForm)
        await pilot.press("escape")
        await on(pilot, StoriesScreen)
        assert world.matrix()[SCHEMA.id] == SCHEMA


async def test_a_story_is_removed_after_a_question(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("x")
        await on(pilot, RemoveDialog)
        await pilot.press("y")
        await until(pilot, lambda: list(world.matrix()) == [PAGE.id])


async def tell_typed(pilot: Pilot[None]) -> None:
    """From the brief to the scorecard, at the keyboard."""
    await on(pilot, BriefScreen)
    await pilot.press("t")
    await on(pilot, TypedScreen)
    await pilot.press(*"we fixed it", "ctrl+s")


async def test_a_rehearsal_notes_the_story_it_was_started_from(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("r")
        await tell_typed(pilot)
        await on(pilot, ScorecardScreen)
        await until(pilot, lambda: list(world.history.noted.values()) == [SCHEMA.id])
        await pilot.press("escape")
        await on(pilot, StoriesScreen)
        await reads(pilot, "1 x", "61")


async def test_a_rehearsal_is_spoken_for_ninety_seconds(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("r")
        await on(pilot, BriefScreen)
        await pilot.press("space")
        await on(pilot, ReadyScreen)
        await reads(pilot, "1:30")


async def test_any_other_behavioral_answer_is_asked_about_once(world: Told) -> None:
    services = world.services(stories=world.desk, start_item=CONFLICT.id)
    async with CoachApp(services).run_test(size=(80, 24)) as pilot:
        await tell_typed(pilot)
        await on(pilot, WhichStoryDialog)
        await reads(pilot, SCHEMA.title)
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await until(pilot, lambda: list(world.history.noted.values()) == [SCHEMA.id])


async def open_blind(pilot: Pilot[None]) -> None:
    await open_stories(pilot)
    await pilot.press("b")
    await on(pilot, BlindScreen)
    await reads(pilot, CONFLICT.prompt, "10 s")


async def test_naming_the_right_story_opens_it(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_blind(pilot)
        assert SCHEMA.title not in flat(pilot)
        world.clock.advance(4)
        await pilot.press(*"two teams", "enter")
        await reads(pilot, "Right, in 4.0 s", "Eight schema changes")
        await until(pilot, lambda: [r.naming for r in world.history.kept] == [Naming.RIGHT])


async def test_naming_another_story_says_which_would_do(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_blind(pilot)
        await pilot.press(*"stale", "enter")
        await reads(pilot, "is not meant for this", f"“{SCHEMA.title}” would do")
        await until(pilot, lambda: [r.naming for r in world.history.kept] == [Naming.OTHER])


async def test_ten_seconds_without_a_name_are_none_and_the_prompt_stands_in_the_matrix(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_blind(pilot)
        world.clock.advance(10.1)
        await reads(pilot, "None in ten seconds")
        await until(pilot, lambda: [r.naming for r in world.history.kept] == [Naming.NONE])
        await pilot.press("escape")
        await on(pilot, StoriesScreen)
        await reads(pilot, "Not named", CONFLICT.title)


async def open_ledger(pilot: Pilot[None], shows: str = "duplicate rate 2.3") -> None:
    await open_stories(pilot)
    await pilot.press("l")
    await on(pilot, LedgerScreen)
    await reads(pilot, shows)


async def test_what_was_said_is_held_against_the_ledger(world: Told) -> None:
    world.answered(SHIPPED.id, text="The duplicate rate went down to 0.9 percent.")
    said = list(world.store.kept.values())[-1]
    assert said.transcript is not None
    world.store.kept[said.id] = replace(said, scorecard=None)
    async with world.app().run_test(size=(120, 40)) as pilot:
        await open_ledger(pilot)
        await reads(pilot, "Does not agree: 1", "0.9 percent", "dedup: duplicate rate 2.3 -> 0.3 %, 2025-09")


async def test_a_project_is_edited_in_its_form(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        await pilot.press("enter")
        await on(pilot, ProjectForm)
        pilot.app.screen.query_one("#change-baseline").value = "1,000.5"  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await on(pilot, LedgerScreen)
        change = world.desk.ledger.load().records[0].change
        assert change is not None
        assert change.baseline == 1000.5


async def test_a_number_that_is_none_is_pointed_out(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        await pilot.press("n")
        await on(pilot, ProjectForm)
        pilot.app.screen.query_one("#name").value = "New"  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#moved-what").value = "cost"  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#moved-value").value = "much"  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#moved-unit").value = "%"  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(pilot.app._notifications))
        assert world.desk.ledger.load().records == (DEDUP,)


async def test_a_project_is_drilled_by_its_name(world: Told) -> None:
    async with world.app().run_test(size=(80, 24)) as pilot:
        await open_ledger(pilot)
        await pilot.press("d")
        await on(pilot, BriefScreen)
        await reads(pilot, "Impression deduplication: what moved, what stayed flat")
        await tell_typed(pilot)
        await on(pilot, ScorecardScreen)
        assert [a.item for a in world.store.kept.values()] == ["ledger-dedup"]


async def test_without_stories_the_first_screen_has_no_such_key(world: Told) -> None:
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("s")
        await on(pilot, HomeScreen)


def tell(world: Told, times: int) -> None:
    for _ in range(times):
        world.history.note(world.answered(CONFLICT.id).id, SCHEMA.id)


@pytest.mark.parametrize("size", SIZES)
def test_the_matrix_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    tell(world, 3)

    async def walk(pilot: Pilot[None]) -> None:
        screen = await open_stories(pilot)
        await reads(pilot, "Overused", "mic ● default")
        screen.move_to(0, Column.JUDGMENT)
        await reads(pilot, "freeze the table |")

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_an_open_cell_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_stories(pilot)
        await reads(pilot, "mic ● default")
        editor = await edit_cell(pilot, 0, Column.SITUATION)
        editor.cursor_blink = False

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_form_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        screen = await open_stories(pilot)
        screen.move_to(0, Column.STAKE)
        await pilot.press("f")
        await on(pilot, StoryForm)
        await pilot.press("tab")
        pilot.app.screen.query_one("#situation").cursor_blink = False  # type: ignore[attr-defined]
        await reads(pilot, "s of 90")

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_a_conflict_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_stories(pilot)
        await reads(pilot, "mic ● default")
        editor = await edit_cell(pilot, 2, Column.STAKE)
        editor.cursor_blink = False
        world.file.write_text(world.file.read_text().replace("when spend is stale", "by 400 dollars a minute"))
        editor.load_text("Advertisers lose trust.")
        await pilot.press("enter")
        await on(pilot, ConflictDialog)

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_blind_retrieval_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_blind(pilot)
        await pilot.press(*"two teams", "enter")
        await reads(pilot, "Right, in")

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_ledger_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    for text in ("Duplicate rate: we cut it to 0.9 percent.", "We brought the false drops down to 0.6 percent."):
        said = world.answered(SHIPPED.id, text=text)
        world.store.kept[said.id] = replace(said, scorecard=None)

    async def walk(pilot: Pilot[None]) -> None:
        await open_ledger(pilot)
        await reads(pilot, "Does not agree: 2", "mic ● default")

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)


@pytest.mark.parametrize("size", SIZES)
def test_the_project_form_looks(world: Told, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await open_ledger(pilot)
        await pilot.press("enter")
        await on(pilot, ProjectForm)
        pilot.app.screen.query_one("#name").cursor_blink = False  # type: ignore[attr-defined]

    assert snap_compare(world.app(), terminal_size=size, run_before=walk)
