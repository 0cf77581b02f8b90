"""Content files: all faults in one go, each with file, line and what was expected."""

from pathlib import Path

import pytest

from coach.adapters.content_yaml import load_library
from coach.core.ports import ContentError

DRILL = """\
id: drill-x
kind: drill
title: X
prompt: What now?
time: {answer_s: 30}
rubric: drill-x
model_answer: One.
"""
RUBRIC = """\
id: drill-x
elements:
  - id: one
    what: One
    must: true
    repair: Say one.
    recognise:
      phrases: [one]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "pack", DRILL, RUBRIC)


def make_pack(folder: Path, drill: str, rubric: str) -> Path:
    (folder / "drills").mkdir(parents=True)
    (folder / "rubrics").mkdir()
    (folder / "drills" / "drill-x.yaml").write_text(drill)
    (folder / "rubrics" / "drill-x.yaml").write_text(rubric)
    return folder


def faults_of(folder: Path) -> list[str]:
    _, faults = load_library([folder])
    return [f"{f.path.parent.name}/{f.path.name}:{f.line}: {f.key}: {f.expected}" for f in faults]


def test_a_sound_pack_loads(pack: Path) -> None:
    library, faults = load_library([pack])
    assert faults == []
    assert library.rubric_of(library.item("drill-x")).id == "drill-x"


def test_several_items_may_share_a_file(tmp_path: Path) -> None:
    two = "".join(
        "- " + DRILL.replace("drill-x", name, 1).replace("\n", "\n  ").rstrip() + "\n"
        for name in ("drill-a", "drill-b")
    )
    library, faults = load_library([make_pack(tmp_path / "p", two, RUBRIC)])
    assert faults == []
    assert list(library.items) == ["drill-a", "drill-b"]


def test_every_fault_is_reported_with_its_line(tmp_path: Path) -> None:
    drill = DRILL.replace("answer_s: 30", "answer_s: soon").replace("kind: drill", "kind: drlil") + "colour: red\n"
    rubric = RUBRIC.replace("must: true", "must: perhaps")
    assert faults_of(make_pack(tmp_path / "p", drill, rubric)) == [
        "drills/drill-x.yaml:2: kind: input should be 'scar', 'drill', 'reject', 'landmine', 'pushback' or "
        "'behavioral', found 'drlil'",
        "drills/drill-x.yaml:5: time.answer_s: input should be a valid number, unable to parse string as a number, "
        "found 'soon'",
        "drills/drill-x.yaml:8: colour: unknown key; remove it or check its spelling",
        "rubrics/drill-x.yaml:5: elements[0].must: input should be a valid boolean, unable to interpret input, "
        "found 'perhaps'",
    ]


@pytest.mark.parametrize(
    ("drill", "line", "expected"),
    [
        pytest.param("id: [unclosed\n", 2, "not valid YAML", id="unclosed"),
        pytest.param("id: &a x\nkind: *a\n", 1, "anchors and aliases", id="alias"),
        pytest.param("id: drill-x\nid: drill-y\n", 2, "given twice", id="double key"),
        pytest.param("just words", 1, "expected a mapping", id="words"),
        pytest.param("", 1, "expected a mapping", id="empty"),
        pytest.param("? [a, b]\n: c\n", 1, "a key must be a plain word", id="list as key"),
        pytest.param("!!python/object/apply:os.system ['true']\n", 1, "not valid YAML", id="python object"),
        pytest.param("[" * 20_000, 1, "nested too deeply", id="deep"),
    ],
)
def test_a_file_that_is_not_ours_is_pointed_at(tmp_path: Path, drill: str, line: int, expected: str) -> None:
    found = faults_of(make_pack(tmp_path / "p", drill, RUBRIC))
    assert any(f.startswith(f"drills/drill-x.yaml:{line}:") and expected in f for f in found), found


def test_a_file_that_is_not_text_is_pointed_at(pack: Path) -> None:
    (pack / "drills" / "picture.yaml").write_bytes(b"id: x\n\xff\xfe\x00")
    assert faults_of(pack) == ["drills/picture.yaml:2: : not UTF-8 text; save it as UTF-8"]


def test_a_missing_rubric_is_the_items_fault(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", DRILL.replace("rubric: drill-x", "rubric: drill-z"), RUBRIC)
    assert faults_of(folder) == ["drills/drill-x.yaml:6: rubric: there is no usable rubric 'drill-z'"]


def test_an_id_used_twice_is_pointed_at(pack: Path) -> None:
    (pack / "drills" / "copy.yaml").write_text(DRILL)
    assert "already the id of copy.yaml:1" in faults_of(pack)[0]


def test_a_users_pack_overrides_by_id(pack: Path, tmp_path: Path) -> None:
    own = make_pack(tmp_path / "own", DRILL.replace("title: X", "title: Mine"), RUBRIC)
    library, faults = load_library([pack, own])
    assert faults == []
    assert library.item("drill-x").title == "Mine"


def test_a_faulty_item_does_not_take_the_sound_ones_with_it(pack: Path) -> None:
    (pack / "drills" / "broken.yaml").write_text("id: 5\n")
    library, faults = load_library([pack])
    assert list(library.items) == ["drill-x"]
    assert faults


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="neither drills/ nor rubrics/"):
        load_library([tmp_path])
    with pytest.raises(ContentError, match="no content folder"):
        load_library([tmp_path / "nope"])


def test_an_exact_words_check_needs_a_target(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", DRILL, RUBRIC + "checks: [{check: verbatim}]\n")
    assert "the item needs 'target'" in faults_of(folder)[0]


def test_an_unknown_item_names_the_nearest(pack: Path) -> None:
    library, _ = load_library([pack])
    with pytest.raises(ContentError, match="did you mean 'drill-x'"):
        library.item("drill-y")
