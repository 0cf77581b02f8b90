"""First at the keyboard: the pad keeps what is typed, runs it, shows the verdict, and leads to the spoken defence."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from textual.pilot import Pilot

from coach.adapters.database import Database
from coach.adapters.pads_sqlite import SqlitePads
from coach.adapters.sql_bench import DuckDbBench
from coach.adapters.sql_constructs import GlotReader
from coach.app.app import CoachApp
from coach.app.screens.brief import BriefScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.pad import PadScreen
from coach.app.screens.pad_dialogs import ReferenceDialog, TablesDialog
from coach.app.screens.ready import ReadyScreen
from coach.app.widgets.pad_area import PadArea
from coach.core.drill import Item, Kind, TimeBudget
from coach.core.pad import Pad
from coach.core.pad_ports import PadVerdict
from coach.core.ports import StorageError
from coach.core.sql_task import CodeTask, SqlTask
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import SCAR, World
from tests.fakes_store import NOW
from tests.places import CHECKOUT

SQL_ID, CODE_ID = "sql-03-frequency", "round-3-sql-generator"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


def read(path: str) -> object:
    return yaml.safe_load((CHECKOUT / path).read_text(encoding="utf-8"))


SQL_TASK = SqlTask.model_validate(read(f"drills/sql/{SQL_ID}.yaml"))
CODE_TASK = CodeTask.model_validate(read(f"drills/code/{CODE_ID}.yaml"))
VARIANTS: dict[str, dict[str, str]] = read(f"tests/data/sql/{SQL_ID}.yaml")  # type: ignore[assignment]
RIGHT = VARIANTS["right"]["counts by window, days by timestamp"]
WRONG = VARIANTS["wrong"]["today's half day included"]
ITEMS = tuple(
    Item(id=name, kind=kind, title=title, prompt="Write, then defend it.", time=TimeBudget(prepare_s=10, answer_s=150),
         rubric="exactly-once", model_answer="Per user first.")
    for name, kind, title in ((SQL_ID, Kind.SQL, "Too many ads a week"), (CODE_ID, Kind.CODING, "From YAML to SQL"))
)  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, items=(SCAR, *ITEMS))


@pytest.fixture
def pads(tmp_path: Path) -> SqlitePads:
    return SqlitePads(Database(tmp_path / "coach.db"), now=lambda: NOW)


@pytest.fixture
def pad(pads: SqlitePads) -> Pad:
    return Pad({SQL_ID: SQL_TASK, CODE_ID: CODE_TASK}, DuckDbBench(), GlotReader(), pads)


def app_of(world: World, pad: Pad, item: str = SQL_ID, **changes: object) -> CoachApp:
    return CoachApp(world.services(pad=pad, start_item=item, **changes))


def area_of(pilot: Pilot[None]) -> PadArea:
    return pilot.app.screen.query_one(PadArea)


async def open_pad(pilot: Pilot[None]) -> None:
    await on(pilot, BriefScreen)
    await reads(pilot, "First at the keyboard (w)")
    await pilot.press("w")
    await on(pilot, PadScreen)
    area_of(pilot).cursor_blink = False
    await until(pilot, lambda: not area_of(pilot).read_only)


async def write(pilot: Pilot[None], text: str) -> None:
    area_of(pilot).text = text
    await pilot.pause()


async def run(pilot: Pilot[None], text: str, *said: str) -> None:
    await write(pilot, text)
    await pilot.press("ctrl+r")
    await reads(pilot, *said)
    status = pilot.app.screen.query_one(".title--status")
    await until(pilot, lambda: "running" not in str(status.render()))


async def test_an_item_without_a_task_has_no_pad(world: World, pad: Pad) -> None:
    async with app_of(world, pad, SCAR.id).run_test() as pilot:
        await on(pilot, BriefScreen)
        await pilot.press("space", "space", "space")
        await reads(pilot, "Your turn.")
        assert "at the keyboard" not in flat(pilot)
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BriefScreen)


async def test_from_the_brief_to_the_verdict_to_the_spoken_defence(world: World, pad: Pad, pads: SqlitePads) -> None:
    async with app_of(world, pad).run_test(size=(120, 40)) as pilot:
        await open_pad(pilot)
        await reads(pilot, "12:00 left", "impressions impression_id, shown_at")
        await run(pilot, WRONG, "Wrong rows:", "missing", "not asked", "campaign_id")
        await run(pilot, RIGHT, "Right, on two sets of rows.", "✓ zero guard", "✓ gate")
        assert "missing" not in flat(pilot)
        assert [r.verdict.right for r in pads.runs(SQL_ID)] == [True, False]
        assert [r.text for r in pads.runs(SQL_ID)] == [RIGHT, WRONG]
        await pilot.press("f8")
        await on(pilot, ReadyScreen)


async def test_the_engine_points_at_a_line(world: World, pad: Pad) -> None:
    async with app_of(world, pad).run_test(size=(80, 24)) as pilot:
        await open_pad(pilot)
        await run(pilot, "SELECT campaign_id\nFROM impresions", "line 2:", "impresions does not exist")
        assert area_of(pilot).cursor_location[0] == 1


async def test_right_rows_without_the_guard_say_so(world: World, pad: Pad) -> None:
    sql = VARIANTS["incomplete"]["nothing guards the division"]["sql"]  # type: ignore[index]
    async with app_of(world, pad).run_test(size=(120, 40)) as pilot:
        await open_pad(pilot)
        await run(pilot, sql, "▲ Right rows, but:", "✗ zero guard")


async def test_the_reference_is_hidden_until_a_run_was_judged(world: World, pad: Pad) -> None:
    async with app_of(world, pad).run_test(size=(120, 40)) as pilot:
        await open_pad(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PadScreen)
        await run(pilot, WRONG, "Wrong rows:")
        await pilot.press("f9")
        await on(pilot, ReferenceDialog)
        await reads(pilot, "WITH seen AS (")
        await pilot.press("escape")
        await on(pilot, PadScreen)


async def test_the_tables_show_columns_and_first_rows(world: World, pad: Pad) -> None:
    async with app_of(world, pad).run_test(size=(120, 40)) as pilot:
        await open_pad(pilot)
        await pilot.press("f2")
        await on(pilot, TablesDialog)
        await reads(pilot, "What is asked", "impressions · ", " rows · ", "is_valid BOOLEAN", "100000")


async def test_the_text_is_kept_and_there_again(world: World, pad: Pad, pads: SqlitePads) -> None:
    async with app_of(world, pad).run_test() as pilot:
        await open_pad(pilot)
        await pilot.press(*"select", "tab", *"1")
        assert area_of(pilot).text == "select  1"
        await until(pilot, lambda: pads.text(SQL_ID) == "select  1")
        await pilot.press(*"2", "escape")
        await on(pilot, BriefScreen)
        await until(pilot, lambda: pads.text(SQL_ID) == "select  12")
        await pilot.press("w")
        await on(pilot, PadScreen)
        await until(pilot, lambda: area_of(pilot).text == "select  12")


async def test_leaving_the_application_keeps_the_text(world: World, pad: Pad, pads: SqlitePads) -> None:
    async with app_of(world, pad).run_test() as pilot:
        await open_pad(pilot)
        await pilot.press(*"select 7", "ctrl+q")
    assert pads.text(SQL_ID) == "select 7"


async def test_a_store_that_refuses_is_said(world: World, pad: Pad, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_item: str, _text: str, _verdict: PadVerdict) -> None:
        raise StorageError("The disk is full; free space.")

    monkeypatch.setattr(pad.store, "keep", full)
    async with app_of(world, pad).run_test(size=(80, 24), notifications=True) as pilot:
        await open_pad(pilot)
        await run(pilot, "SELECT 1", "The disk is full")
        await pilot.press("ctrl+r")
        await reads(pilot, "The disk is full")


async def test_the_countdown_only_informs(world: World, pad: Pad) -> None:
    async with app_of(world, pad).run_test(size=(80, 24)) as pilot:
        await open_pad(pilot)
        world.clock.advance(11 * 60)
        await reads(pilot, "1:00 left")
        world.clock.advance(75)
        await reads(pilot, "+0:15 over")


async def test_a_program_is_read_from_its_starter_on(world: World, pad: Pad) -> None:
    async with app_of(world, pad, CODE_ID).run_test(size=(120, 40)) as pilot:
        await open_pad(pilot)
        assert area_of(pilot).text.strip() == CODE_TASK.starter.strip()
        await run(pilot, "def f(:\n", "line 1:", "no Python")
        await run(pilot, "class A:\n    pass\n", "Not there yet:", "✗ typed model", "✓ no if chain")
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PadScreen)


async def test_panels_are_reached_by_key(world: World, pad: Pad) -> None:
    async with app_of(world, pad).run_test(size=(80, 24)) as pilot:
        await open_pad(pilot)
        await run(pilot, WRONG, "Wrong rows:")
        seen = []
        for _ in range(3):
            await pilot.press("f4")
            seen.append(pilot.app.focused.id if pilot.app.focused else None)
        assert seen == ["pad--verdict", "pad--ask", None]
        assert isinstance(pilot.app.focused, PadArea)


async def test_without_the_grammar_it_is_plain_text(world: World, pad: Pad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.widgets._text_area.get_language", lambda _name: None)
    async with app_of(world, pad).run_test() as pilot:
        await open_pad(pilot)
        assert area_of(pilot).language is None
        await run(pilot, RIGHT, "Right, on two sets of rows.")


async def test_an_empty_pad_is_not_run(world: World, pad: Pad, pads: SqlitePads) -> None:
    async with app_of(world, pad).run_test(notifications=True) as pilot:
        await open_pad(pilot)
        await pilot.press("ctrl+r")
        await reads(pilot, "The pad is empty")
        assert pads.runs() == []


def test_the_newest_text_wins_and_runs_stay(pads: SqlitePads) -> None:
    verdict = PadVerdict(
        right=False, message="Wrong rows: 1 missing.", columns=("a",), missing=((NOW,), (0.5,)), missing_count=2
    )
    pads.save("x", "one")
    pads.save("x", "two")
    pads.keep("x", "three", verdict)
    assert pads.text("x") == "three"
    pads.save("x", "four")
    assert (pads.text("x"), pads.text("y")) == ("four", None)
    (kept,) = pads.runs("x")
    assert (kept.text, kept.verdict.message, kept.verdict.missing[1]) == ("three", verdict.message, (0.5,))
    assert kept.created_at - NOW < timedelta(seconds=1)


Walk = Callable[[Pilot[None]], Awaitable[None]]


async def opened(pilot: Pilot[None]) -> None:
    await open_pad(pilot)
    await reads(pilot, "12:00 left")


async def wrong(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await run(pilot, WRONG, "Wrong rows:")


async def right(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await run(pilot, RIGHT, "Right, on two sets")


async def tables(pilot: Pilot[None]) -> None:
    await opened(pilot)
    await pilot.press("f2")
    await on(pilot, TablesDialog)


WALKS: dict[str, Walk] = {f.__name__: f for f in (opened, wrong, right, tables)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_pad_looks(
    world: World, pad: Pad, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int]
) -> None:
    assert snap_compare(app_of(world, pad), terminal_size=size, run_before=walk)


def test_pad_looks_plain(world: World, pad: Pad, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app_of(world, pad, ascii=True), terminal_size=(80, 24), run_before=wrong)


async def test_the_first_screen_opens_with_a_pad(world: World, pad: Pad) -> None:
    async with CoachApp(world.services(pad=pad)).run_test() as pilot:
        await on(pilot, HomeScreen)
