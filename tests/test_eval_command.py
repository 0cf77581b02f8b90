"""`coach eval` as a user types it: the table, the halves, the record, and what it refuses."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.cli import main
from tests.places import CHECKOUT

LINES = (
    {"id": "a", "text": "Um, it was slow.", "fillers": [{"start": 0, "end": 2, "text": "Um", "type": "filled_pause"}]},
    {"id": "b", "text": "We keyed the topic by campaign.", "fillers": []},
    {"id": "c", "text": "Um, we fixed it on Monday.", "fillers": []},
)
"""Two answers labelled as the rules want it and one labelled wrongly, so that there is an error to see."""


@dataclass
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def figures(self) -> dict[str, Any]:
        return {f["what"]: f for f in self.json["figures"]}


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["coach", "eval", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return Said(int(stopped.value.code or 0), captured.out, captured.err)

    return typed


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A folder of labelled sets with one small set in both halves."""
    for half in ("report", "fit"):
        (tmp_path / half).mkdir()
        (tmp_path / half / "fillers.jsonl").write_text("\n".join(json.dumps(line) for line in LINES) + "\n")
    return tmp_path


def sentence(said: Said) -> str:
    assert said.status == 2
    assert said.err.startswith("coach: ")
    assert said.err.count("\n") == 1
    assert said.out == ""
    return said.err


def test_a_set_is_measured_with_interval_and_target(run: Run, sets: Path) -> None:
    said = run("--folder", str(sets), "--set", "fillers", "--json")
    assert said.status == 0
    assert said.json["half"] == "report"
    strict = said.figures["place and type"]
    assert (strict["n"], strict["target"], strict["reached"]) == (3, 0.9, False)
    assert strict["precision"] == 0.5
    assert strict["recall"] == 1.0
    assert strict["low"] <= strict["value"] <= strict["high"]
    assert said.figures["clean answers left clean"]["n"] == 2
    assert said.figures["clean answers left clean"]["value"] == 0.5


def test_the_table_says_in_words_whether_the_target_is_reached(run: Run, sets: Path) -> None:
    head, *rows = run("--folder", str(sets), "--set", "fillers").out.splitlines()
    assert head.split()[:3] == ["set", "what", "by"]
    assert len(rows) == 3
    assert "at least 0.9" in rows[0]
    assert rows[0].endswith("missed")


def test_the_same_labels_print_the_same_bytes(run: Run, sets: Path) -> None:
    once, again = (run("--folder", str(sets), "--set", "fillers", "--json").out for _ in range(2))
    assert once == again


def test_errors_of_the_fit_half_are_shown(run: Run, sets: Path) -> None:
    said = run("--folder", str(sets), "--set", "fillers", "--half", "fit", "--errors", "5")
    assert "  c\n" in said.out
    assert "wrongly “Um” filled_pause" in said.out
    assert "  a\n" not in said.out


def test_errors_of_the_report_half_are_refused(run: Run, sets: Path) -> None:
    assert "nothing may be tuned on it" in sentence(run("--folder", str(sets), "--set", "fillers", "--errors", "1"))


def test_the_report_half_names_no_answer(run: Run, sets: Path) -> None:
    for form in ((), ("--json",)):
        said = run("--folder", str(sets), "--set", "fillers", *form)
        assert "Monday" not in said.out
        assert '"c"' not in said.out


def test_a_record_keeps_what_was_not_measured_again(run: Run, sets: Path) -> None:
    (sets / "report" / "numbers.jsonl").write_text('{"id": "n", "text": "It took a while.", "numbers": []}\n')
    record = sets / "recorded.json"
    assert run("--folder", str(sets), "--set", "numbers", "--record", str(record)).status == 0
    assert run("--folder", str(sets), "--set", "fillers", "--record", str(record)).status == 0
    document = json.loads(record.read_text())
    assert document["half"] == "report"
    assert {f["set"] for f in document["figures"]} == {"numbers", "fillers"}
    assert all(len(f["measured_on"]) == len("2026-01-31") for f in document["figures"])
    before = record.read_bytes()
    run("--folder", str(sets), "--set", "fillers", "--record", str(record))
    assert record.read_bytes() == before


def test_a_record_of_one_half_takes_no_figures_of_the_other(run: Run, sets: Path) -> None:
    record = sets / "recorded.json"
    run("--folder", str(sets), "--set", "fillers", "--record", str(record))
    said = run("--folder", str(sets), "--set", "fillers", "--half", "fit", "--record", str(record))
    assert "records the half 'report'" in sentence(said)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("no json", "fillers.jsonl:4: "),
        ('{"id": "d", "text": "Um.", "fillers": [{"start": 0, "end": 9, "type": "tag"}]}', "no place in the text"),
        ('{"id": "d", "text": "Um.", "fillers": [{"start": 0, "end": 2, "type": "noise"}]}', "fillers.0.type"),
        ('{"id": "d", "text": "Um.", "fillers": [], "mood": "bad"}', "mood"),
        ('{"id": "a", "text": "Um.", "fillers": []}', "'a' is there twice"),
    ],
)
def test_a_fault_in_a_set_is_pointed_at(run: Run, sets: Path, line: str, expected: str) -> None:
    with (sets / "report" / "fillers.jsonl").open("a") as file:
        file.write(line + "\n")
    complaint = sentence(run("--folder", str(sets), "--set", "fillers"))
    assert "fillers.jsonl:4: " in complaint
    assert expected in complaint


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--set", "poems"), "no set 'poems'; the sets are fillers"),
        (("--folder", "/nope"), "no folder /nope/report"),
        (("--set", "star"), "no file"),
        (("--set", "audio"), "coach models install"),
        (("--half", "third"), "third"),
    ],
)
def test_what_cannot_be_measured_is_one_sentence(
    run: Run, sets: Path, arguments: tuple[str, ...], expected: str
) -> None:
    if arguments == ("--set", "audio") and not (CHECKOUT.parent / "shared" / "audio" / "INDEX.tsv").is_file():
        expected = "no clips"
    folder = () if "--folder" in arguments else ("--folder", str(sets))
    assert expected in sentence(run(*folder, *arguments))


@pytest.mark.real
def test_what_a_machine_lacks_is_left_out_with_its_reason_unless_it_was_named(run: Run, sets: Path) -> None:
    for name in ("it_depends", "numbers", "tools", "hypotheticals", "bad_mouthing", "star", "questions", "verbatim"):
        source = CHECKOUT / "tests" / "eval" / "fit" / f"{name}.jsonl"
        (sets / "fit" / f"{name}.jsonl").write_text("\n".join(source.read_text().splitlines()[:2]) + "\n")
    for name in ("graded_drills", "graded_scars"):
        source = CHECKOUT / "tests" / "eval" / "fit" / f"{name}.jsonl"
        (sets / "fit" / f"{name}.jsonl").write_text(source.read_text().splitlines()[0] + "\n")
    said = run("--folder", str(sets), "--half", "fit", "--json")
    assert said.status == 0
    assert "audio is left out: " in said.err
    measured = {f["set"] for f in said.json["figures"]}
    assert {"fillers", "star", "graded"} <= measured
    assert "audio" not in measured
    assert {f["by"] for f in said.json["figures"] if f["set"] == "graded"} == {"words alone"}


@pytest.mark.parametrize("half", ["fit", "report"])
def test_every_labelled_set_of_the_checkout_is_sound(half: str) -> None:
    from coach.adapters.content_yaml import load_library
    from coach.adapters.labelled_jsonl import read_set
    from coach.core.evaluation_labels import KINDS, GradedItem

    library, _ = load_library([CHECKOUT])
    for name in KINDS:
        for item in read_set(CHECKOUT / "tests" / "eval" / half, name):
            if isinstance(item, GradedItem):
                rubric = library.rubric_of(library.item(item.item))
                assert set(item.elements) <= {e.id for e in rubric.elements}, item.id
                assert set(item.traps) <= {t.id for t in rubric.traps}, item.id


def test_no_labelled_answer_is_in_both_halves() -> None:
    from coach.adapters.labelled_jsonl import read_set
    from coach.core.evaluation_labels import KINDS

    for name in KINDS:
        report, fit = (
            {" ".join(item.text.lower().split()) for item in read_set(CHECKOUT / "tests" / "eval" / half, name)}
            for half in ("report", "fit")
        )
        assert not report & fit, name
