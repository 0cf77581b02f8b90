"""Small generated tables in an in-memory DuckDB that reads no file, opens no network and can be interrupted."""

import re
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coach.adapters.bench_ads import NOW, TODAY
from coach.adapters.bench_tables import TABLES, make_rows
from coach.core.pad_ports import Refused, TableSample
from coach.core.sql_check import Ran

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TIME_LIMIT_S = 5.0
"""A query over a few hundred rows that takes longer does not end by itself."""
MAX_ROWS = 5_000
"""No task asks for more; a longer result is a join that multiplies."""
MAX_CHARS = 20_000
"""Longer texts are not handed to the engine."""
MEMORY = "256MB"
"""What one query may use."""

_CONFIG = {
    "threads": "1",
    "memory_limit": MEMORY,
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}
_LOCKS = ("SET enable_external_access = false", "SET lock_configuration = true")
_CLOCK = (
    f"CREATE MACRO current_date() AS DATE '{TODAY}'",
    f"CREATE MACRO today() AS DATE '{TODAY}'",
    f"CREATE MACRO current_timestamp() AS TIMESTAMP '{NOW}'",
    f"CREATE MACRO get_current_timestamp() AS TIMESTAMP '{NOW}'",
    f"CREATE MACRO localtimestamp() AS TIMESTAMP '{NOW}'",
    f"CREATE MACRO now() AS TIMESTAMP '{NOW}'",
)
_LINE = re.compile(r"\n\s*LINE (\d+):.*", re.DOTALL)
_NO_FILES = "The bench reads and writes no file and no network; query the tables of the task."


class DuckDbBench:
    """The port SqlBench."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._time_limit_s = time_limit_s

    @property
    def tables(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Every table there is, with its columns."""
        return {name: table.columns for name, table in TABLES.items()}

    def sample(self, tables: Sequence[str], seed: int, rows: int) -> tuple[TableSample, ...]:
        """The first rows of some tables."""
        made = make_rows(tables, seed)
        return tuple(
            TableSample(name, TABLES[name].columns, tuple(each[:rows]), len(each)) for name, each in made.items()
        )

    def run(self, sql: str, tables: Sequence[str], seed: int) -> Ran | Refused:
        """Run one query on fresh tables; whatever is wrong with it comes back as a sentence."""
        if len(sql) > MAX_CHARS:
            return Refused(f"That is {len(sql):,} characters, over {MAX_CHARS:,}; write one query.")
        if "\0" in sql or any("\ud800" <= c <= "\udfff" for c in sql):
            return Refused("There is a null character or half a character in the query; remove it.")
        import duckdb

        database = duckdb.connect(":memory:", config=dict(_CONFIG))
        try:
            _fill(database, tables, seed)
            for lock in _LOCKS:
                database.execute(lock)
            return self._query(database, sql)
        except duckdb.InterruptException:
            return Refused(f"It still ran after {self._time_limit_s:g} s and was stopped; does every recursion end?")
        except duckdb.OutOfMemoryException:
            return Refused(f"It needed more than {MEMORY} and was stopped; does a join multiply the rows?")
        except duckdb.PermissionException:
            return Refused(_NO_FILES)
        except duckdb.Error as error:
            return _refused(str(error))
        except (RecursionError, MemoryError, OverflowError):
            return Refused("The engine cannot take this query; it is nested too deeply or damaged.")
        finally:
            database.close()

    def _query(self, database: "DuckDBPyConnection", sql: str) -> Ran | Refused:
        import duckdb

        statements = database.extract_statements(sql)
        if not statements:
            return Refused("There is no query on the pad; write one SELECT.")
        if len(statements) > 1:
            return Refused(f"There are {len(statements)} statements; write one SELECT, with CTEs for its steps.")
        if statements[0].type != duckdb.StatementType.SELECT:
            name = str(statements[0].type).removeprefix("StatementType.")
            return Refused(f"This is {name}; only one SELECT (or WITH ... SELECT) is run here.")
        timer = threading.Timer(self._time_limit_s, database.interrupt)
        timer.start()
        try:
            database.execute(statements[0])
            columns = tuple(str(each[0]) for each in database.description or ())
            rows = database.fetchmany(MAX_ROWS + 1)
        finally:
            timer.cancel()
        if len(rows) > MAX_ROWS:
            return Refused(f"It gives more than {MAX_ROWS:,} rows; does a join multiply them?")
        return Ran(columns, tuple(tuple(row) for row in rows))


def _fill(database: "DuckDBPyConnection", tables: Sequence[str], seed: int) -> None:
    for macro in _CLOCK:
        database.execute(macro)
    for name, rows in make_rows(tables, seed).items():
        columns = TABLES[name].columns
        database.execute(f"CREATE TABLE {name} ({', '.join(f'{c} {kind}' for c, kind in columns)})")
        values = [[row[place] for row in rows] for place in range(len(columns))]
        database.execute(f"INSERT INTO {name} SELECT {', '.join(['unnest(?)'] * len(columns))}", values)


def _refused(message: str) -> Refused:
    """The engine's message on one line, with the line of the query it points at."""
    found = _LINE.search(message)
    text = " ".join(message[: found.start()].split() if found else message.split())
    text = text if len(text) <= 400 else text[:397] + "..."
    return Refused(text, int(found[1]) if found else None)
