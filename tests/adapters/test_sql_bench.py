"""The bench runs queries over small tables and nothing else, whatever is typed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.adapters.bench_tables import TABLES, make_rows
from coach.adapters.sql_bench import MAX_ROWS, DuckDbBench
from coach.adapters.sql_constructs import GlotReader
from coach.core.pad_ports import Refused
from coach.core.sql_check import Ran
from coach.core.sql_task import SqlConstruct, SqlFeature
from tests.places import CHECKOUT

BENCH = DuckDbBench(time_limit_s=1.0)


def run(sql: str, *tables: str) -> Ran | Refused:
    return BENCH.run(sql, tables or ("clicks",), 1)


def refused(sql: str) -> Refused:
    found = run(sql)
    assert isinstance(found, Refused), found
    return found


def test_a_query_gives_its_rows() -> None:
    found = run("SELECT count(*) AS n, count(DISTINCT user_id) AS users FROM clicks")
    assert isinstance(found, Ran)
    assert found.columns == ("n", "users")
    assert found.rows[0][0] == len(make_rows(["clicks"], 1)["clicks"])


def test_today_is_the_same_on_every_day() -> None:
    found = run("SELECT CURRENT_DATE, today(), CURRENT_TIMESTAMP, now(), CURRENT_DATE - INTERVAL '7' DAY")
    assert isinstance(found, Ran)
    assert [str(v) for v in found.rows[0]] == [
        "2026-03-31",
        "2026-03-31",
        "2026-03-31 15:00:00",
        "2026-03-31 15:00:00",
        "2026-03-24 00:00:00",
    ]


def test_the_same_seed_gives_the_same_rows_in_another_process_and_another_seed_does_not() -> None:
    code = (
        "import zlib; from coach.adapters.bench_tables import TABLES, make_rows; "
        "print(zlib.crc32(repr(make_rows(TABLES, 1)).encode()))"
    )
    command = [sys.executable, "-c", code]
    outs = {
        subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=CHECKOUT, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outs) == 1
    one, other = make_rows(TABLES, 1), make_rows(TABLES, 2)
    assert all(one[name] != other[name] for name in TABLES if name not in {"campaigns", "assignment"})


def test_tables_have_the_awkward_rows() -> None:
    made = make_rows(TABLES, 1)
    clicks = made["clicks"]
    moments = [(row[1], row[2]) for row in clicks]
    assert len(moments) > len(set(moments)), "clicks at the same moment"
    assert {row[1] for row in made["conversions"]} - {row[1] for row in clicks}, "buyers without a click"
    assert any(row[3] == 0 for row in made["spend"]), "spend of zero"
    assert any(row[4] == 0 for row in made["creative_stats"]), "creatives that nobody saw"
    assert any(row[3] is None for row in made["events"]), "events without a user"
    assert len(made["audience_members"]) > len(set(made["audience_members"])), "members listed twice"
    assert all(len(rows) < 2_500 for rows in made.values())


def test_the_engine_says_what_is_wrong_and_where() -> None:
    found = refused("SELECT click_id,\n  nope\nFROM clicks")
    assert "nope" in found.message
    assert found.line == 2
    assert refused("SELEC 1").line == 1


@pytest.mark.parametrize(
    "sql",
    [
        "COPY clicks TO '/tmp/stolen.csv'",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '10GB'",
        "DROP TABLE clicks",
        "INSERT INTO clicks VALUES (1, 1, NULL, 1, 1)",
        "PRAGMA database_list",
        "CREATE TABLE x (a INTEGER)",
        "CALL pragma_version()",
        "EXPORT DATABASE '/tmp/x'",
    ],
)
def test_anything_but_a_select_is_named_and_not_run(sql: str) -> None:
    message = refused(sql).message
    assert "only one SELECT" in message or "no file" in message
    assert "\n" not in message
    assert not Path("/tmp/stolen.csv").exists()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('https://example.com/x.parquet')",
        "SELECT * FROM '/etc/passwd'",
    ],
)
def test_no_file_is_read(sql: str) -> None:
    message = refused(sql).message
    assert "no file" in message or "does not exist" in message


def test_nothing_of_the_program_around_it_can_be_read() -> None:
    assert "does not exist" in refused("SELECT * FROM database").message
    assert "does not exist" in refused("SELECT getenv('HOME')").message


@pytest.mark.parametrize(
    "sql",
    [
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
        "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c WHERE a.range + b.range = c.range",
    ],
)
def test_what_does_not_end_is_stopped(sql: str) -> None:
    began_s = time.monotonic()
    assert "was stopped" in refused(sql).message
    assert time.monotonic() - began_s < 10


def test_what_grows_too_large_is_stopped() -> None:
    patient = DuckDbBench(time_limit_s=60).run("SELECT list(range) FROM range(100000000)", ["clicks"], 1)
    assert isinstance(patient, Refused)
    assert "256MB" in patient.message
    assert f"{MAX_ROWS:,} rows" in refused("SELECT * FROM range(1000000)").message
    assert "characters" in refused("SELECT " + "1 + " * 3_000_000 + "1").message


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("", "no query"),
        ("-- only a comment", "no query"),
        ("SELECT 1; SELECT 2", "2 statements"),
        ("SELECT '\0'", "null"),
        ("SELECT " + "(" * 9_000 + "1" + ")" * 9_000, "depth"),
        ("SELECT '\ud800'", "half a character"),
    ],
)
def test_a_damaged_query_gets_one_sentence(sql: str, said: str) -> None:
    assert said in refused(sql).message


def test_samples_show_the_first_rows_and_the_count() -> None:
    (sample,) = BENCH.sample(["clicks"], 1, 3)
    assert (sample.name, len(sample.rows)) == ("clicks", 3)
    assert sample.count == len(make_rows(["clicks"], 1)["clicks"])


def met(sql: str, name: SqlFeature, **details: object) -> bool:
    construct = SqlConstruct.model_validate({"name": name, "why": "x", **details})
    return GlotReader().read(sql, [construct])[0].met


@pytest.mark.parametrize(
    ("name", "details", "yes", "no"),
    [
        (SqlFeature.WINDOW, {}, "SELECT sum(a) OVER (ORDER BY b) FROM t", "SELECT sum(a) FROM t"),
        (
            SqlFeature.WINDOW,
            {"functions": ("row_number",)},
            "SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1",
            "SELECT sum(a) OVER () FROM t",
        ),
        (SqlFeature.LEFT_JOIN, {}, "SELECT 1 FROM a LEFT OUTER JOIN b USING (x)", "SELECT 1 FROM a JOIN b USING (x)"),
        (SqlFeature.LEFT_JOIN, {}, "SELECT 1 FROM a FULL JOIN b ON a.x = b.x", "SELECT 1 FROM a, b WHERE a.x = b.x"),
        (SqlFeature.ZERO_GUARD, {}, "SELECT a / nullif(b, 0) FROM t", "SELECT a / b FROM t"),
        (
            SqlFeature.ZERO_GUARD,
            {},
            "SELECT CASE WHEN b > 0 THEN a / b END FROM t",
            "SELECT CASE WHEN b > 1 THEN a END FROM t",
        ),
        (SqlFeature.GATE, {"number": 1000}, "SELECT 1 FROM t WHERE n >= 1000", "SELECT 1000 FROM t WHERE n > 10"),
        (
            SqlFeature.GATE,
            {"number": 20},
            "SELECT c FROM t GROUP BY c HAVING count(*) > 19",
            "SELECT c FROM t GROUP BY c",
        ),
        (SqlFeature.DISTINCT, {}, "SELECT count(DISTINCT a) FROM t", "SELECT count(a) FROM t"),
        (
            SqlFeature.DATE_BOUNDS,
            {"column": "ts"},
            "SELECT 1 FROM t WHERE CAST(ts AS DATE) >= CURRENT_DATE - 37",
            "SELECT 1 FROM t JOIN u ON t.ts >= u.ts - INTERVAL 7 DAY",
        ),
        (
            SqlFeature.DATE_BOUNDS,
            {"column": "ts"},
            "SELECT 1 FROM t WHERE ts BETWEEN now() - INTERVAL 37 DAY AND now()",
            "SELECT 1 FROM t WHERE ts <= CURRENT_DATE",
        ),
        (SqlFeature.NO_DISTINCT, {}, "SELECT count(DISTINCT a) FROM t", "SELECT DISTINCT a FROM t"),
        (
            SqlFeature.NO_ROW_QUERY,
            {},
            "SELECT (SELECT max(b) FROM u) FROM t",
            "SELECT (SELECT max(u.b) FROM u WHERE u.a = t.a) FROM t",
        ),
        (
            SqlFeature.NO_FUNCTION,
            {"functions": ("lag",)},
            "SELECT lead(a) OVER (ORDER BY b) FROM t",
            "SELECT lag(a) OVER (ORDER BY b) FROM t",
        ),
    ],
)
def test_each_requirement_knows_a_query_that_has_it(
    name: SqlFeature, details: dict[str, object], yes: str, no: str
) -> None:
    assert met(yes, name, **details)
    assert not met(no, name, **details)


@pytest.mark.parametrize("sql", ["", "SELECT (", "((((" * 4_000, "SELECT " + "1+" * 9_000 + "1", "\0", "💥"])
def test_what_cannot_be_read_meets_nothing_and_does_no_harm(sql: str) -> None:
    assert not met(sql, SqlFeature.WINDOW)


def test_a_requirement_needs_its_details() -> None:
    with pytest.raises(ValueError, match="needs 'number'"):
        SqlConstruct(name=SqlFeature.GATE, why="x")
    with pytest.raises(ValueError, match="takes no 'column'"):
        SqlConstruct(name=SqlFeature.WINDOW, why="x", column="a")
