"""Content files: all faults in one go, each with file, line and what was expected."""

from pathlib import Path

import pytest

from coach.adapters.content_yaml import load_library
from coach.core.drill import Kind
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
    kinds = list(Kind)
    assert faults_of(make_pack(tmp_path / "p", drill, rubric)) == [
        f"drills/drill-x.yaml:2: kind: input should be {', '.join(repr(str(k)) for k in kinds[:-1])} or "
        f"'{kinds[-1]}', found 'drlil'",
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


CARDS = """\
- term: Watermark
  aliases: [event-time watermark]
  says: A marker in a stream that says how far event time has come.
  must_mention:
    - [event time]
    - [how far, progress]
- term: Z-score
  says: How many standard deviations a value lies from the mean.
  must_mention:
    - [standard deviation]
"""


def test_a_glossary_card_is_an_item_with_a_rubric_of_its_concepts(pack: Path) -> None:
    (pack / "drills" / "glossary").mkdir()
    (pack / "drills" / "glossary" / "cards.yaml").write_text(CARDS)
    library, faults = load_library([pack])
    assert faults == []
    card = library.item("term-watermark")
    assert (card.kind, card.title) == (Kind.TERM, "Watermark")
    assert [e.id for e in library.rubric_of(card).elements] == ["event-time", "how-far"]


def test_one_term_has_one_card(pack: Path) -> None:
    (pack / "drills" / "glossary").mkdir()
    (pack / "drills" / "glossary" / "cards.yaml").write_text(CARDS.replace("Z-score", "watermark"))
    _, faults = load_library([pack])
    assert [f.expected for f in faults] == ["'watermark' is there already; every term needs one card"]


def test_a_round_names_items_that_exist(pack: Path) -> None:
    (pack / "drills" / "rounds").mkdir()
    (pack / "drills" / "rounds" / "r.yaml").write_text(
        "id: r\ntitle: R\nmeasures: M\nminutes: 5\nsegments: [{id: s, title: S, minutes: 5}]\n"
        "items: [drill-x, drill-y]\n"
    )
    library, faults = load_library([pack])
    assert [str(f) for f in faults] == [f"{pack}/drills/rounds/r.yaml:6: items[1]: there is no usable item 'drill-y'"]
    assert library.rounds["r"].segments[0].minutes == 5


def test_a_follow_up_needs_its_rubric(tmp_path: Path) -> None:
    drill = DRILL + "follow_ups: [{ask: And then?, rubric: drill-x-follow-up}]\n"
    assert faults_of(make_pack(tmp_path / "p", drill, RUBRIC)) == [
        "drills/drill-x.yaml:8: follow_ups[0].rubric: there is no usable rubric 'drill-x-follow-up'"
    ]


class TestKeptContent:
    """Sound content is read once and kept; a change of any file is noticed."""

    def test_the_second_reading_gives_the_same(self, pack: Path, tmp_path: Path) -> None:
        first, _ = load_library([pack], tmp_path / "cache")
        second, faults = load_library([pack], tmp_path / "cache")
        assert faults == []
        assert dict(second.items) == dict(first.items)
        assert dict(second.rubrics) == dict(first.rubrics)
        assert len(list((tmp_path / "cache").iterdir())) == 1

    def test_a_changed_file_is_read_again(self, pack: Path, tmp_path: Path) -> None:
        load_library([pack], tmp_path / "cache")
        drill = pack / "drills" / "drill-x.yaml"
        drill.write_text(DRILL.replace("title: X", "title: Another"))
        library, _ = load_library([pack], tmp_path / "cache")
        assert library.item("drill-x").title == "Another"

    def test_faulty_content_is_not_kept(self, tmp_path: Path) -> None:
        pack = make_pack(tmp_path / "p", DRILL.replace("rubric: drill-x", "rubric: nope"), RUBRIC)
        for _ in range(2):
            _, faults = load_library([pack], tmp_path / "cache")
            assert [f.expected for f in faults] == ["there is no usable rubric 'nope'"]

    def test_a_damaged_store_is_read_over(self, pack: Path, tmp_path: Path) -> None:
        load_library([pack], tmp_path / "cache")
        for path in (tmp_path / "cache").iterdir():
            path.write_text('{"items": [')
        library, faults = load_library([pack], tmp_path / "cache")
        assert (faults, list(library.items)) == ([], ["drill-x"])

    def test_a_store_that_cannot_be_written_is_done_without(self, pack: Path, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("a file where the folder should be")
        library, faults = load_library([pack], tmp_path / "cache")
        assert (faults, list(library.items)) == ([], ["drill-x"])
