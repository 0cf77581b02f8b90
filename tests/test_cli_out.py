"""Getting things out as a user types it: export, report, backup, restore, forget."""

import csv
import io
import json
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.cli import main
from tests.places import CHECKOUT

SAMPLE = CHECKOUT / "coach" / "data" / "sample-drill-4tb-query.flac"
ANSWER = "Two questions before I touch it. Who runs this query, and how often? =zugzwang </script><b>\x1b[31m"


@dataclass
class Said:
    status: int
    out: str
    err: str


Run = Callable[..., Said]


class Keyboard(io.TextIOWrapper):
    """Standard input at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("COACH_HOME", str(home))
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: str, stdin: str = "", terminal: bool = False) -> Said:
        monkeypatch.setattr(sys, "argv", ["coach", *arguments])
        keyboard = Keyboard if terminal else io.TextIOWrapper
        monkeypatch.setattr(sys, "stdin", keyboard(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return Said(int(stopped.value.code or 0), captured.out, captured.err)

    return typed


def complaint(said: Said) -> str:
    """One line on the error channel, with status 2 and no traceback."""
    assert said.status == 2
    assert said.err.startswith("coach: ")
    assert said.err.count("\n") == 1
    return said.err


@pytest.fixture
def practised(run: Run) -> str:
    """Two answers; the id of the one at drill-4tb-query."""
    for item, text in (("drill-4tb-query", ANSWER), ("drill-10x-scale", "Compaction breaks first.")):
        assert run("practice", item, "--text", "-", stdin=text).status == 0
    attempts = json.loads(run("attempts", "--json").out)
    return str(next(a["attempt"] for a in attempts if a["item"] == "drill-4tb-query"))


def test_json_lines_go_to_standard_output(run: Run, practised: str) -> None:
    said = run("export")
    assert said.status == 0
    read = [json.loads(line) for line in said.out.splitlines()]
    assert [r["item"] for r in read] == ["drill-4tb-query", "drill-10x-scale"]
    assert read[0]["transcript"]["text"] == ANSWER
    assert "\x1b" not in said.out


def test_a_table_is_chosen_by_the_name_of_the_file_and_runs_no_formula(
    run: Run, practised: str, tmp_path: Path
) -> None:
    assert run("export", "--to", "out.csv").status == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [r["item"] for r in rows] == ["drill-4tb-query", "drill-10x-scale"]
    assert all(not cell.startswith(("=", "+", "-", "@")) for r in rows for cell in r.values())
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


def test_markdown_fills_a_folder_with_a_file_each(run: Run, practised: str, tmp_path: Path) -> None:
    assert run("export", "--format", "md", "--to", "notes").status == 0
    files = sorted(p.name for p in (tmp_path / "notes").iterdir())
    assert files[0] == f"{practised}-drill-4tb-query.md"
    assert len(files) == 2
    text = (tmp_path / "notes" / files[0]).read_text(encoding="utf-8")
    assert "\\</script\\>" in text
    assert "\x1b" not in text


def test_exports_can_be_narrowed(run: Run, practised: str) -> None:
    assert len(run("export", "--item", "drill-10x-scale").out.splitlines()) == 1
    assert run("export", "--since", "2999-01-01").out == ""
    assert len(run("export", "--since", "2001-01-01").out.splitlines()) == 2
    assert "did you mean" in complaint(run("export", "--item", "drill-4tb-quary"))
    assert "--since wants a day" in complaint(run("export", "--since", "yesterday"))


@pytest.mark.parametrize(
    "command", [("export", "--to", "o"), ("report", "--to", "o"), ("backup", "--to", "o")], ids=lambda c: c[0]
)
def test_nothing_is_overwritten_unless_forced(
    run: Run, practised: str, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "o").write_text("mine")
    assert "--force" in complaint(run(*command))
    assert (tmp_path / "o").read_text() == "mine"
    assert run(*command, "--force").status == 0
    assert (tmp_path / "o").read_bytes() != b"mine"
    assert stat.S_IMODE((tmp_path / "o").stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "o"]


def test_a_place_that_cannot_be_written_is_told(run: Run, practised: str) -> None:
    assert "cannot be written" in complaint(run("report", "--to", "no/such/folder/r.html"))


def test_the_report_is_one_page_without_places_of_the_machine(
    run: Run, practised: str, tmp_path: Path, home: Path
) -> None:
    assert run("report").status == 0
    page = (tmp_path / "coach-report.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in page
    assert "<b>\ufffd[31m" not in page
    assert "&lt;/script&gt;&lt;b&gt;" in page
    exported = run("export").out + run("export", "--format", "csv").out + run("export", "--format", "md").out
    for text in (page, exported):
        assert str(home) not in text
        assert str(Path.home()) + "/" not in text
        assert str(CHECKOUT) not in text


def test_a_failed_take_tells_no_place_of_the_machine(run: Run, practised: str, tmp_path: Path, home: Path) -> None:
    bad = tmp_path / "bad.flac"
    bad.write_bytes(b"no sound")
    assert run("practice", "drill-4tb-query", "--audio", str(bad)).status == 2
    assert run("report").status == 0
    page = (tmp_path / "coach-report.html").read_text(encoding="utf-8")
    assert "bad.flac" in page, "the sentence itself is told"
    for text in (page, run("export").out, run("export", "--format", "md").out):
        assert str(tmp_path) not in text


def test_a_report_of_nothing_is_a_page_too(run: Run, tmp_path: Path) -> None:
    assert run("report").status == 0
    assert "Nothing was practised yet" in (tmp_path / "coach-report.html").read_text(encoding="utf-8")


def test_a_backup_comes_back_in_another_home(run: Run, practised: str, tmp_path: Path) -> None:
    assert run("backup", "--to", "b.zip").status == 0
    said = run("restore", "b.zip", "--home", str(tmp_path / "other"))
    assert said.status == 0
    assert said.out.startswith("Back again: 2 attempts")
    attempts = json.loads(run("attempts", "--json", "--home", str(tmp_path / "other")).out)
    assert practised in [a["attempt"] for a in attempts]
    assert "--replace" in complaint(run("restore", "b.zip"))
    assert run("restore", "b.zip", "--replace").status == 0


def test_a_restore_that_a_crash_cut_off_is_finished_by_the_next_start(run: Run, practised: str, home: Path) -> None:
    (home / "restoring").mkdir()
    (home / "restoring" / "stories.yaml").write_text("stories: []\n")
    (home / "restore.json").write_text(json.dumps({"aside": "replaced-1", "home": [], "recordings": []}))
    assert run("attempts").status == 0
    assert (home / "stories.yaml").read_text() == "stories: []\n"
    assert not (home / "restore.json").exists()


def test_a_backup_of_nothing_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    assert "Nothing was practised yet" in complaint(run("backup"))
    assert list(tmp_path.glob("*.zip")) == []


def test_a_restore_of_something_else_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"hello")
    assert "no backup of the coach" in complaint(run("restore", "x.zip"))


def test_forget_leaves_nothing_behind_and_says_what_it_does_not_touch(run: Run, practised: str, home: Path) -> None:
    said = run("forget", "--item", "drill-4tb-query", "--yes")
    assert said.status == 0
    assert practised in said.out
    assert "Backups, reports and exports made earlier" in said.out
    for path in home.rglob("*"):
        if path.is_file() and path.parent.name != "cache":
            assert b"zugzwang" not in path.read_bytes(), path
    left = json.loads(run("attempts", "--json").out)
    assert [a["item"] for a in left] == ["drill-10x-scale"]


def test_forget_wants_to_be_told_what(run: Run, practised: str) -> None:
    assert "Say what to forget" in complaint(run("forget", "--yes"))
    assert "--all goes without" in complaint(run("forget", "--all", "--item", "x", "--yes"))
    assert "not both" in complaint(run("forget", "--before", "2026-01-01", "--older-than", "3"))
    assert "There is no attempt" in complaint(run("forget", "--attempt", "nope", "--yes"))
    assert "Nothing fits that" in run("forget", "--older-than", "3", "--yes").out


def test_forget_without_a_terminal_to_ask_at_refuses(run: Run, practised: str) -> None:
    assert "--yes" in complaint(run("forget", "--all"))
    assert len(run("export").out.splitlines()) == 2


@pytest.mark.parametrize("answer", ["no\n", "\n", "y\n", ""])
def test_forget_asks_and_anything_but_yes_keeps_everything(run: Run, practised: str, answer: str) -> None:
    assert "Nothing was forgotten" in complaint(run("forget", "--all", stdin=answer, terminal=True))
    assert len(run("export").out.splitlines()) == 2


def test_forget_asks_and_yes_is_yes(run: Run, practised: str) -> None:
    assert run("forget", "--all", stdin="yes\n", terminal=True).status == 0
    assert run("export").out == ""


def test_forget_of_nothing_says_so(run: Run) -> None:
    assert "nothing to forget" in run("forget", "--all", "--yes").out


@pytest.mark.real
def test_the_sound_of_a_real_answer_goes_and_its_words_stay(run: Run, home: Path, tmp_path: Path) -> None:
    models = CHECKOUT / ".coach" / "models"
    if not models.is_dir():
        pytest.skip("no speech model is installed in the checkout")
    home.mkdir()
    (home / "models").symlink_to(models)
    assert run("practice", "drill-4tb-query", "--audio", str(SAMPLE)).status == 0
    (take,) = (home / "recordings").glob("*.flac")
    sound = take.read_bytes()[5000:6000]
    assert run("report", "--with-audio").status == 0
    assert "data:audio/flac;base64," in (tmp_path / "coach-report.html").read_text(encoding="utf-8")
    assert run("forget", "--all", "--audio-only", "--yes").status == 0
    assert not [p for p in (home / "recordings").rglob("*") if p.is_file() and sound in p.read_bytes()]
    (left,) = json.loads(run("attempts", "--json").out)
    assert left["scorecard"]["analysis"]["text"]
