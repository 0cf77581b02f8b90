"""The pad: a text typed for an item, run or read, judged, and kept."""

from collections.abc import Mapping
from functools import lru_cache

from coach.core.code_check import check_code
from coach.core.pad_ports import ConstructResult, PadStore, PadVerdict, Refused, SqlBench, SqlReader, TableSample
from coach.core.ports import ContentError
from coach.core.sql_check import Difference, Ran, compare
from coach.core.sql_task import CodeTask, SqlTask, Task

SEEDS = (1, 2)
"""Two sets of rows: a query that is right by luck or by constants on one fails on the other."""
SAMPLE_ROWS = 6
"""So many rows of each table are shown."""
MAX_CHARS = 20_000
"""No query or program of an interview is longer."""


class PadJudge:
    """Judges what is worked by hand; keeps nothing."""

    def __init__(self, tasks: Mapping[str, Task], bench: SqlBench, reader: SqlReader) -> None:
        self.tasks = tasks
        self._bench = bench
        self._reader = reader
        self._expected = lru_cache(maxsize=64)(self._run_reference)

    def task(self, item: str) -> Task:
        """The task of an item; raises ContentError when it has none."""
        found = self.tasks.get(item)
        if found is None:
            there = ", ".join(self.tasks) or "none"
            raise ContentError(f"'{item}' has no task for the keyboard; those that have one: {there}.")
        return found

    def tables(self, task: SqlTask) -> tuple[TableSample, ...]:
        """The tables of a task with their first rows."""
        return self._bench.sample(task.tables, SEEDS[0], SAMPLE_ROWS)

    def columns(self, task: SqlTask) -> dict[str, tuple[tuple[str, str], ...]]:
        """The tables of a task with their columns alone."""
        return {name: self._bench.tables[name] for name in task.tables}

    def judge(self, item: str, text: str) -> PadVerdict:
        """Run or read a text; raises ContentError when the item has no task."""
        task = self.task(item)
        if not text.strip():
            return PadVerdict(right=False, message="The pad is empty; type something first.")
        if len(text) > MAX_CHARS:
            return PadVerdict(
                right=False, message=f"That is {len(text):,} characters, over {MAX_CHARS:,}; keep to what was asked."
            )
        return check_code(text, task) if isinstance(task, CodeTask) else self._judge_sql(task, text)

    def _judge_sql(self, task: SqlTask, sql: str) -> PadVerdict:
        for number, seed in enumerate(SEEDS):
            found = self._bench.run(sql, task.tables, seed)
            if isinstance(found, Refused):
                return PadVerdict(right=False, message=found.message, line=found.line)
            expected = self._expected(task, seed)
            difference = compare(expected, found, ordered=task.ordered, tolerance=task.tolerance)
            if not difference.same:
                return _wrong(difference, lucky=number > 0, constructs=self._reader.read(sql, task.constructs))
        return _right_rows(self._reader.read(sql, task.constructs))

    def _run_reference(self, task: SqlTask, seed: int) -> Ran:
        expected = self._bench.run(task.reference, task.tables, seed)
        if isinstance(expected, Refused):
            raise ContentError(f"The reference of task '{task.id}' does not run: {expected.message}")
        return expected


class Pad(PadJudge):
    """Judges what is worked by hand, and keeps every run and the text as it stands."""

    def __init__(self, tasks: Mapping[str, Task], bench: SqlBench, reader: SqlReader, store: PadStore) -> None:
        super().__init__(tasks, bench, reader)
        self.store = store

    def run(self, item: str, text: str) -> PadVerdict:
        """Judge a text and keep both; raises ContentError, StorageError."""
        verdict = self.judge(item, text)
        self.store.keep(item, text, verdict)
        return verdict


def _wrong(difference: Difference, *, lucky: bool, constructs: tuple[ConstructResult, ...]) -> PadVerdict:
    if difference.sentence:
        message = difference.sentence
    else:
        parts = [f"{difference.missing_count} missing"] if difference.missing_count else []
        parts += [f"{difference.extra_count} not asked for"] if difference.extra_count else []
        message = f"Wrong rows: {' and '.join(parts)}."
    if lucky:
        message = f"Right on one set of rows by luck. On another: {message[0].lower()}{message[1:]}"
    return PadVerdict(
        right=False,
        message=message,
        columns=difference.columns,
        missing=difference.missing,
        extra=difference.extra,
        missing_count=difference.missing_count,
        extra_count=difference.extra_count,
        constructs=constructs,
    )


def _right_rows(constructs: tuple[ConstructResult, ...]) -> PadVerdict:
    lacking = [c for c in constructs if not c.met]
    if lacking:
        return PadVerdict(right=False, message=f"Right rows, but: {lacking[0].why}", constructs=constructs)
    return PadVerdict(right=True, message="Right, on two sets of rows.", constructs=constructs)
