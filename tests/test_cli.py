"""The command line as a user types it: what is printed, and every failure in one sentence with status 2."""

import io
import json
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.adapters.database import Database
from coach.adapters.memories_sqlite import SqliteMemories
from coach.cli import main
from coach.core.drill import Kind
from coach.core.schedule import due_items
from tests.places import CHECKOUT

ANSWER = (
    "Two questions before I touch it. Who runs this query, and how often? If it is an analyst once a month, four "
    "terabytes is fine and I leave it alone. If a dashboard refreshes every five minutes, I build the "
    "aggregate in gold."
)


@dataclass
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))

    def typed(*arguments: str, stdin: str = "") -> Said:
        monkeypatch.setattr(sys, "argv", ["coach", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return Said(int(stopped.value.code or 0), captured.out, captured.err)

    return typed


def one_sentence(said: Said) -> str:
    """The complaint, after checking that it is one line on the error channel, with status 2 and no traceback."""
    assert said.status == 2
    assert said.err.startswith("coach: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def test_every_drill_and_scar_is_listed(run: Run) -> None:
    listed = run("list", "--json").json
    assert isinstance(listed, list)
    kinds = [item["kind"] for item in listed]
    assert (kinds.count("drill"), kinds.count("scar")) == (12, 8)


def test_a_list_can_be_narrowed(run: Run) -> None:
    assert "drill-4tb-query" in run("list", "--kind", "drill", "--search", "4 TB").out
    assert "scar-" not in run("list", "--kind", "drill").out


def test_show_hides_the_model_answer(run: Run) -> None:
    from coach.adapters.content_yaml import load_library

    library, _ = load_library([CHECKOUT])
    hidden = library.item("scar-exactly-once")
    for form in ((), ("--json",)):
        shown = run("show", "scar-exactly-once", *form)
        assert shown.status == 0
        assert hidden.model_answer[:40] not in shown.out
        assert hidden.verdict is not None
        assert hidden.verdict[:40] not in shown.out


def test_the_built_in_content_is_sound(run: Run) -> None:
    checked = run("check", "--json")
    assert checked.status == 0, checked.out
    assert checked.json["faults"] == []  # type: ignore[index]


def test_schemas_beside_the_content_are_the_generated_ones(run: Run) -> None:
    for what, folder in (("item", "drills"), ("rubric", "rubrics")):
        kept = (CHECKOUT / folder / f"{what}.schema.json").read_text(encoding="utf-8")
        assert run("schema", what).out == kept, "run: coach schema --write ."


def test_a_typed_answer_is_scored_with_evidence_that_points_into_it(run: Run) -> None:
    said = run("score", "drill-4tb-query", "--text", "-", "--json", stdin=ANSWER)
    card = said.json
    assert isinstance(card, dict)
    assert card["item"] == "drill-4tb-query"
    assert 0 <= card["score"] <= 100
    text = card["analysis"]["text"]
    met = {e["id"]: e for e in card["elements"] if e["met"]}
    assert {"ask-who", "ask-how-often", "one-off-acceptable", "dashboard-materialize"} <= set(met)
    for element in met.values():
        assert element["evidence"]
        for where in element["evidence"]:
            assert text[where["start"] : where["end"]] == where["text"]


def test_a_batch_keeps_its_order_and_marks_what_cannot_be_judged(run: Run, tmp_path: Path) -> None:
    lines = [
        {"id": "a", "item": "drill-4tb-query", "text": ANSWER},
        {"id": "b", "item": "drill-nope", "text": ANSWER},
        {"id": "c", "item": "drill-vendor-pitch", "text": "No idea."},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(line) for line in lines))
    said = run("score", "--batch", str(batch), "--json")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    assert "no item 'drill-nope'" in answers[1]["error"]
    assert answers[0]["score"] > answers[2]["score"]
    one_sentence(said)


def test_analyze_measures_the_target_line(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    target = "Fair. What differs in your stack, so that I can tell you whether my answer changes?"
    batch.write_text(json.dumps({"id": 1, "text": target, "target": target, "kind": "pushback"}))
    (line,) = run("analyze", "--batch", str(batch)).out.splitlines()
    assert json.loads(line)["verbatim"]["label"] == "verbatim"


def test_the_same_answer_gets_the_same_bytes(run: Run) -> None:
    once, again = (run("score", "drill-4tb-query", "--text", "-", "--json", stdin=ANSWER).out for _ in range(2))
    assert once == again


def test_a_typed_attempt_is_kept_and_listed(run: Run, tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text(ANSWER)
    kept = run("practice", "drill-4tb-query", "--text", str(answer), "--json").json
    assert isinstance(kept, dict)
    assert kept["state"] == "scored"
    listed = run("attempts", "--json").json
    assert isinstance(listed, list)
    assert [a["attempt"] for a in listed] == [kept["attempt"]]
    assert "Nothing is unfinished." in run("retry").out


def test_global_options_may_stand_behind_the_command(run: Run, tmp_path: Path) -> None:
    answer = tmp_path / "answer.txt"
    answer.write_text(ANSWER)
    run("practice", "drill-4tb-query", "--text", str(answer), "--home", str(tmp_path / "other"))
    assert (tmp_path / "other" / "recordings" / "coach.db").is_file()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("score", "drill-4tb", "--text", "-"), "did you mean 'drill-4tb-query'"),
        (("score", "drill-4tb-query"), "--audio FILE"),
        (("score", "drill-4tb-query", "--text", "/nope.txt"), "cannot be read"),
        (("score", "drill-4tb-query", "--audio", "/nope.wav"), "nope.wav"),
        (("score",), "Name the item"),
        (("score", "--batch", "/nope.jsonl"), "cannot be read"),
        (("practice", "drill-4tb-query"), "no terminal"),
        (("practice", "drill-4tb-query", "--plain"), "no keyboard"),
        (("practice", "drill-4tb-query", "--text", "a", "--audio", "b"), "not both"),
        (("list", "--kind", "poem"), "the kinds are"),
        (("check", "/nope"), "no content folder"),
        (("models", "install", "enormous"), "no model 'enormous'"),
        (("models", "install", "tiny.en", "--from", "/nope"), "no folder"),
        (("retry", "nope"), "no attempt 'nope'"),
        (("frobnicate",), "No such command"),
        (("list", "--frob"), "No such option"),
        (("--engine", "parrot", "list"), "no speech engine"),
        (("--content", "/nope", "list"), "no content folder"),
        (("--home", "/dev/null/x", "attempts"), "--home"),
    ],
)
def test_a_bad_argument_is_one_sentence(run: Run, arguments: tuple[str, ...], expected: str) -> None:
    assert expected in one_sentence(run(*arguments))


def test_without_a_model_speech_is_refused_with_the_command_to_type(run: Run) -> None:
    sample = CHECKOUT / "coach" / "data" / "sample-drill-4tb-query.flac"
    sentence = one_sentence(run("score", "drill-4tb-query", "--audio", str(sample)))
    assert "coach models install tiny.en" in sentence


def test_an_attempt_that_failed_for_want_of_a_model_waits_for_a_retry(run: Run) -> None:
    sample = CHECKOUT / "coach" / "data" / "sample-drill-4tb-query.flac"
    one_sentence(run("practice", "drill-4tb-query", "--audio", str(sample)))
    (waiting,) = run("attempts", "--json").json  # type: ignore[misc]
    assert waiting["state"] == "recorded"
    assert "coach models install" in waiting["error"]
    assert "coach models install" in one_sentence(run("retry"))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(200), b"", b"RIFF", bytes(5000)])
def test_a_file_that_is_no_sound_is_one_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    picture = tmp_path / "picture.wav"
    picture.write_bytes(content)
    assert "picture.wav" in one_sentence(run("practice", "drill-4tb-query", "--audio", str(picture)))


def test_broken_settings_are_pointed_at(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.yaml").write_text("engine: faster-whisper\ncolour: red\n")
    assert "settings.yaml:2" in one_sentence(run("list"))


def test_a_broken_pack_is_named_when_its_item_is_asked_for(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "drills").mkdir(parents=True)
    (pack / "drills" / "mine.yaml").write_text("id: drill-mine\nkind: drill\n  title: bad indent\n")
    sentence = one_sentence(run("--content", str(pack), "show", "drill-mine"))
    assert "mine.yaml:3" in sentence
    assert "coach check" in run("--content", str(pack), "list").err
    assert run("--content", str(pack), "check").status == 2


def test_escapes_in_a_pack_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "drills").mkdir(parents=True)
    (pack / "drills" / "x.yaml").write_text(
        'id: drill-x\nkind: drill\ntitle: "a\\e]0;owned\\a b"\nprompt: What?\ntime: {answer_s: 30}\n'
        "rubric: drill-4tb-query\nmodel_answer: One.\n"
    )
    said = run("--content", str(pack), "list")
    assert "drill-x" in said.out
    assert "\x1b" not in said.out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("coach 0.")


class TestWritingDrills:
    """`coach new`, `coach check` with hints, `coach try`: an item of one's own from nothing."""

    def test_a_new_item_is_in_force_at_once_and_hints_say_what_it_lacks(self, run: Run, tmp_path: Path) -> None:
        made = run("new", "drill", "drill-own", "--title", 'My "own": drill')
        assert made.status == 0, made.err
        own = tmp_path / "home" / "content"
        shown = run("show", "drill-own", "--json").json
        assert isinstance(shown, dict)
        assert shown["title"] == 'My "own": drill'
        checked = run("check", str(own))
        assert checked.status == 0
        assert "hint: drill-own, first-idea: has 1 of 8 exemplars" in checked.out
        assert "hint: drill-own, model_answer: scores junior" in checked.out

    def test_every_kind_can_be_begun(self, run: Run) -> None:
        for kind in Kind:
            assert run("new", kind, f"own-{kind.replace('_', '-')}").status == 0
        assert run("check", "--no-hints").status == 0

    def test_a_new_item_never_overwrites(self, run: Run) -> None:
        run("new", "scar", "scar-own")
        again = run("new", "scar", "scar-own")
        assert (again.status, "is there already" in again.err) == (2, True)

    @pytest.mark.parametrize("item", ["../evil", "Drill", "a b", "", "x" * 90])
    def test_an_id_is_lower_case_words(self, run: Run, item: str) -> None:
        refused = run("new", "drill", item)
        assert refused.status == 2
        assert "cannot be an id" in refused.err

    def test_try_explains_every_decision(self, run: Run) -> None:
        tried = run("try", "drill-4tb-query", "--text", ANSWER)
        assert tried.status == 0
        assert "✓ ask-who" in tried.out
        assert "is close to" in tried.out or "has the wording" in tried.out
        assert "an idea counts from 0.50" in tried.out

    def test_try_reads_standard_input(self, run: Run) -> None:
        assert "ask-how-often" in run("try", "drill-4tb-query", stdin=ANSWER).out

    def test_nothing_to_try_is_one_sentence(self, run: Run) -> None:
        refused = run("try", "drill-4tb-query", "--text", " ")
        assert (refused.status, refused.err.count("\n")) == (2, 1)


GUIDE = CHECKOUT.parent / "shared" / "guide.txt"


class TestImporting:
    """`coach import` and `coach scar`: the user's own guide and interviews."""

    @pytest.mark.skipif(not GUIDE.is_file(), reason="there is no folder `shared` beside the checkout")
    def test_a_whole_guide_is_found_in_its_own_words_and_nothing_is_overwritten(self, run: Run, tmp_path: Path) -> None:
        first = run("import", str(GUIDE))
        assert first.status == 0, first.err
        for counted in ("8 scar", "12 reject", "7 landmine", "12 drill", "7 pushback"):
            assert counted in first.out
        own = tmp_path / "home" / "content"
        assert len(list((own / "drills").glob("guide-scar-*.yaml"))) == 8
        mended = next((own / "rubrics").glob("guide-drill-*.yaml"))
        mended.write_text(mended.read_text().replace("draft: true\n", ""))
        again = run("import", str(GUIDE))
        assert "0 files written" in again.out
        assert "draft: true" not in mended.read_text()

    @pytest.mark.parametrize(
        ("name", "data", "says"),
        [
            ("a.md", b"\x00\x01\x02" * 500, "is not text"),
            ("a.pdf", b"%PDF-1.4", "is not a document that can be imported"),
            ("a.txt", b"", "is empty"),
            ("a.txt", b"x" * 20_000_001, "is larger than 20 MB"),
            ("a.txt", b"Nothing of interest.\n" * 10, "Nothing in"),
            ("a.txt", b"\n" * 400_001 + b"x", "lines, over 400000"),
            ("a.md", b"# Drill 1 - x\n" * 300_000, "Nothing in"),
            ("a.md", b"\xff\xfeab\xd8", "is damaged"),
        ],
    )
    def test_what_cannot_be_imported_is_one_sentence(
        self, run: Run, tmp_path: Path, name: str, data: bytes, says: str
    ) -> None:
        (tmp_path / name).write_bytes(data)
        refused = run("import", str(tmp_path / name))
        assert (refused.status, refused.err.count("\n")) == (2, 1)
        assert says in refused.err

    def test_a_hundred_thousand_items_are_no_guide(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "big.md"
        path.write_text("".join(f'Drill {n} - D{n}\nsenior: "Say {n} now."\n' for n in range(9_999)) * 10)
        assert "import it in parts" in run("import", str(path)).err

    def test_mixed_encodings_are_read_and_said(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "mixed.md"
        path.write_bytes("Drill 1 — Eins\n".encode() + "What the senior says: “Größe zählt nicht.”\n".encode("cp1252"))
        taken = run("import", str(path))
        assert taken.status == 0, taken.err
        assert "1 of 3 lines are not UTF-8" in taken.out
        assert "Größe" in (tmp_path / "home" / "content" / "drills" / "mixed-drill-eins.yaml").read_text()

    def test_a_dry_run_writes_nothing(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "mine.md"
        path.write_text('Drill 1: One\nsenior: "Say it with a number."\n')
        assert "2 files would be written" in run("import", str(path), "--dry-run").out
        assert not (tmp_path / "home" / "content").exists()

    def test_a_killing_line_becomes_a_scar(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "call.txt"
        path.write_text("Interviewer: Why Kafka?\nCandidate: Everybody uses it.\nInterviewer: I see.\n")
        made = run("scar", str(path), "--at", "2")
        assert made.status == 0, made.err
        shown = run("show", "call-scar-why-kafka")
        assert "Everybody uses it." in shown.out
        with closing(Database(tmp_path / "home" / "recordings" / "coach.db")) as database:
            assert list(due_items(SqliteMemories(database).all(), datetime.now(UTC))) == ["call-scar-why-kafka"]
        assert run("scar", str(path), "--at", "2").status == 2

    def test_a_line_of_a_past_attempt_becomes_a_scar(self, run: Run, tmp_path: Path) -> None:
        answer = tmp_path / "answer.txt"
        answer.write_text("We use Kafka and Spark. I would have to check the rest.")
        kept = run("practice", "drill-4tb-query", "--text", str(answer), "--json").json
        assert isinstance(kept, dict)
        made = run("scar", str(kept["attempt"]), "--at", "2")
        assert made.status == 0, made.err
        assert "I would have to check the rest." in made.out

    def test_a_line_that_is_not_there(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "call.txt"
        path.write_text("Interviewer: Why Kafka?\nCandidate: Everybody uses it.\n")
        refused = run("scar", str(path), "--at", "0")
        assert (refused.status, "its turns begin at lines 2" in refused.err) == (2, True)


def test_bench_prints_times_keeps_them_and_shows_the_drift(run: Run, tmp_path: Path) -> None:
    first = run("bench", "--set", "scoring", "--runs", "1", "--json").json
    assert isinstance(first, list)
    assert first[0]["name"] == "scoring 90 s, words alone"
    assert first[0]["median_s"] > 0
    assert first[0]["drift"] is None
    assert (tmp_path / "home" / "bench.jsonl").is_file()
    assert "drift" in run("bench", "--set", "scoring", "--runs", "1").out
    refused = run("bench", "--set", "nothing")
    assert (refused.status, refused.err.count("\n")) == (2, 1)


def test_rounds_are_listed_beside_the_items(run: Run) -> None:
    found = run("list", "--json").json
    assert isinstance(found, list)
    kinds = {e["kind"] for e in found}
    assert {"round", "scar", "term", "system_design"} <= kinds
    (only,) = (e for e in found if e["id"] == "round-2")
    assert (only["seconds"], only["items"]) == (2700, ["round-2-sql-attribution", "round-2-sql-benchmark"])
    assert [e["id"] for e in run("list", "--kind", "round", "--json").json] == [f"round-{n}" for n in range(1, 6)]  # type: ignore[attr-defined]
    assert "round-4" in run("list", "--kind", "round").out
