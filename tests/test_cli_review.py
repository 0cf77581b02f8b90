"""`coach rescore`: who moves when a rubric changes, and why; the old scores stay."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cli import main
from coach.compose import Coach, Options

RUBRIC = """
id: kafka
version: {version}
elements:
  - id: names-kafka
    what: Names Kafka.
    must: true
    repair: We use Kafka.
    recognise:
      phrases: [{phrase}]
"""
DRILL = """
id: drill-kafka
kind: drill
title: Kafka
prompt: What do you use?
time: {prepare_s: 5, answer_s: 30}
rubric: kafka
model_answer: We use Kafka.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    for name in ("drills", "rubrics"):
        (folder / name).mkdir(parents=True)
    (folder / "drills" / "drill-kafka.yaml").write_text(DRILL)
    rubric(folder, 1, "we use kafka")
    return folder


def rubric(pack: Path, version: int, phrase: str) -> None:
    (pack / "rubrics" / "kafka.yaml").write_text(RUBRIC.format(version=version, phrase=phrase))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["coach", "--home", str(home), "--content", str(pack), *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return int(stopped.value.code or 0), captured.out, captured.err

    return typed


def answered(run: Run, text: str = "We use Kafka for every event that the phones send.") -> dict[str, object]:
    status, out, _ = run("practice", "drill-kafka", "--text", "-", "--json", stdin=text)
    assert status == 0
    kept = json.loads(out)
    assert isinstance(kept, dict)
    return kept


def test_verdicts_of_today_are_left_alone(run: Run) -> None:
    answered(run)
    status, out, _ = run("rescore")
    assert status == 0
    assert "Every verdict is of today's rubrics" in out
    _, out, _ = run("rescore", "--all")
    assert "1 answer judged again, none moved" in out


def test_a_new_rubric_shows_who_moves_and_why_and_keeps_the_old_score(run: Run, pack: Path, home: Path) -> None:
    attempt = answered(run)
    rubric(pack, 2, "a commit log of our own")
    status, out, _ = run("rescore")
    assert status == 0
    assert str(attempt["attempt"]) in out
    assert "why: rubric version 1, today's is 2" in out
    assert "✗ idea names-kafka not said: “We use Kafka" in out
    assert "1 answer judged again, 1 moved; the old scores are kept." in out
    coach = Coach(Options(home=home, content=(pack,)))
    (old,) = coach.review.old_scores.of(str(attempt["attempt"]))
    before = attempt["scorecard"]
    assert isinstance(before, dict)
    assert old.scorecard.score == before["score"]
    after = coach.store.get(str(attempt["attempt"])).scorecard
    assert after is not None
    assert (after.rubric_version, after.elements[0].met) == (2, False)
    coach.close()
    assert "Every verdict is of today's rubrics" in run("rescore")[1]


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, pack: Path) -> None:
    answered(run)
    rubric(pack, 2, "a commit log of our own")
    before = run("attempts", "--json")[1]
    _, out, _ = run("rescore", "--dry-run", "--json")
    told = json.loads(out)
    assert told["dry_run"] is True
    (moved,) = told["rescored"]
    assert moved["moved"] is True
    assert moved["rubric_version"] == {"before": 1, "after": 2}
    assert moved["ideas"] == {"gained": [], "lost": ["names-kafka"]}
    assert moved["score"]["before"] > moved["score"]["after"]
    assert run("attempts", "--json")[1] == before


def test_an_answer_to_an_item_that_is_gone_is_told(run: Run, pack: Path) -> None:
    answered(run)
    (pack / "drills" / "drill-kafka.yaml").unlink()
    status, out, _ = run("rescore", "--json")
    assert status == 0
    (left,) = json.loads(out)["left"]
    assert left["item"] == "drill-kafka"
    assert "There is no item" in left["why"]


def test_only_the_item_that_is_named_is_judged(run: Run, pack: Path) -> None:
    answered(run)
    rubric(pack, 2, "a commit log of our own")
    assert "Every verdict" in run("rescore", "--item", "drill-4tb-query")[1]
    assert "1 answer judged again" in run("rescore", "--item", "drill-kafka")[1]


def test_an_unknown_item_is_one_sentence(run: Run) -> None:
    status, _, err = run("rescore", "--item", "drill-kafkka")
    assert status == 2
    assert err == "coach: There is no item 'drill-kafkka'; did you mean 'drill-kafka'?\n"
