"""Lines that are missed come back soon, lines that are said come back late, and nothing is counted twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.adapters.database import Database
from coach.adapters.memories_sqlite import SqliteMemories
from coach.adapters.schedule_fsrs import MAX_INTERVAL_DAYS, FsrsSchedule
from coach.core.rubric import Level
from coach.core.schedule import Grade, Memory, due_items, grade, remember
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript
from tests.scorecards import scorecard

START = datetime(2026, 11, 1, 21, 0, tzinfo=UTC)
SCHEDULE = FsrsSchedule()


def after(*grades: Grade, every: timedelta = timedelta(days=1)) -> Memory:
    memory: Memory | None = None
    at = START
    for each in grades:
        memory = SCHEDULE.review(memory, "drill-x", "ask-who", each, at)
        at += every
    assert memory is not None
    return memory


def card_of(level: Level, score: float, *, met: bool = True) -> Scorecard:
    card = scorecard(Transcript.typed("Who runs it?"), score)
    return replace(card, level=level, elements=(replace(card.elements[0], met=met),))


def test_what_was_missed_is_due_within_the_hour() -> None:
    missed = after(Grade.AGAIN)
    assert missed.due - START < timedelta(hours=1)
    assert (missed.reviews, missed.lapses) == (1, 1)


def test_what_is_said_again_and_again_comes_later_each_time() -> None:
    waits = []
    memory: Memory | None = None
    at = START
    for _ in range(5):
        memory = SCHEDULE.review(memory, "drill-x", "ask-who", Grade.GOOD, at)
        waits.append(memory.due - at)
        at = memory.due
    assert waits == sorted(waits)
    assert timedelta(days=1) < waits[-1] <= timedelta(days=MAX_INTERVAL_DAYS)


def test_a_lapse_brings_a_line_back() -> None:
    held = after(Grade.GOOD, Grade.GOOD, Grade.GOOD)
    lapsed = SCHEDULE.review(held, "drill-x", "ask-who", Grade.AGAIN, held.due)
    assert lapsed.due < held.due + timedelta(hours=1)
    assert lapsed.lapses == held.lapses + 1


def test_the_chance_of_saying_it_falls_with_time() -> None:
    memory = after(Grade.GOOD, Grade.GOOD, Grade.GOOD)
    chances = [SCHEDULE.retrievability(memory, memory.due + timedelta(days=d)) for d in (0, 5, 50)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(0.9, abs=0.05)


def test_the_same_history_gives_the_same_dates() -> None:
    assert after(Grade.GOOD, Grade.AGAIN, Grade.EASY) == after(Grade.GOOD, Grade.AGAIN, Grade.EASY)


def test_a_clock_that_was_turned_back_does_no_harm() -> None:
    memory = after(Grade.GOOD, Grade.GOOD)
    again = SCHEDULE.review(memory, "drill-x", "ask-who", Grade.GOOD, START - timedelta(days=300))
    assert again.last_review == memory.last_review


@pytest.mark.parametrize(
    ("level", "score", "met", "expected"),
    [
        (Level.SENIOR, 95, False, Grade.AGAIN),
        (Level.JUNIOR, 30, True, Grade.HARD),
        (Level.MID, 60, True, Grade.GOOD),
        (Level.SENIOR, 80, True, Grade.GOOD),
        (Level.SENIOR, 92, True, Grade.EASY),
    ],
)
def test_the_grade_is_what_the_score_shows(level: Level, score: float, met: bool, expected: Grade) -> None:
    card = card_of(level, score, met=met)
    assert grade(card.elements[0], card) is expected


def test_every_line_of_an_answer_is_remembered() -> None:
    memories = remember(card_of(Level.MID, 50), {}, SCHEDULE, START)
    assert [(m.item, m.line) for m in memories] == [("drill-4tb-query", "ask-who")]


def test_items_with_more_lines_due_come_first() -> None:
    one = after(Grade.AGAIN)
    memories = [one, replace(one, item="drill-y"), replace(one, item="drill-y", line="b")]
    assert due_items(memories, START + timedelta(days=1)) == {"drill-y": 2, "drill-x": 1}
    assert due_items(memories, START) == {}


class TestSqliteMemories:
    """Memories survive, and an attempt counts once."""

    @pytest.fixture
    def database(self, tmp_path: Path) -> Iterator[Database]:
        opened = Database(tmp_path / "coach.db")
        yield opened
        opened.close()

    def test_what_was_kept_comes_back(self, database: Database) -> None:
        kept = [after(Grade.GOOD), replace(after(Grade.AGAIN), line="b")]
        memories = SqliteMemories(database)
        memories.keep(kept, "a1")
        assert memories.all() == kept
        assert memories.of_item("drill-x") == {"ask-who": kept[0], "b": kept[1]}

    def test_an_attempt_counts_once(self, database: Database) -> None:
        memories = SqliteMemories(database)
        memories.keep([after(Grade.AGAIN)], "a1")
        memories.keep([after(Grade.GOOD)], "a1")
        assert memories.counted("a1")
        assert memories.all() == [after(Grade.AGAIN)]
