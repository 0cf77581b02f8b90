"""The files of stories and projects: edited by hand and by the app at once, and nothing is lost."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.adapters import yaml_records
from coach.adapters.ledger_yaml import ledger_file
from coach.adapters.stories_yaml import stories_file
from coach.adapters.yaml_places import parse
from coach.adapters.yaml_records import BACKUPS, YamlRecords
from coach.core.ports import ContentError, StorageError
from coach.core.records import Book, Clashing, Side
from coach.core.stories import Axis, Judgment, Story, blank_story
from tests.stories_sample import DEDUP, MATRIX, PAGE, SCHEMA

HAND = """\
# my stories, in the order I like

stories:   # all of them
# the first
- id: a   # never change this
  title: "Quoted: yes"
  axis:   mentorship
  situation: >-
    Long line one
    goes on here.

  # about the stake
  stake: 'single'
  action: |
    one
    two
  # behind the block
  people: [ann, bob]   # two
  judgment:
    options:
      - x
      - y   # why
    choice: z

# the second
- id: b
  axis: bad-news-exec
  title: plain
    continued
  insight:
  people:
      - carl # boss
      # and
      - dora
  # end of b

# the third
- {id: c, title: flow, axis: ambiguous-scope} # flowing
# the end
"""


@pytest.fixture
def file(tmp_path: Path) -> YamlRecords[Story]:
    moments = (datetime(2026, 11, 22, 21, 30, tzinfo=UTC) + timedelta(seconds=n) for n in range(1000))
    return stories_file(tmp_path / "stories.yaml", lambda: next(moments))


def change(book: Book[Story], story_id: str, **fields: object) -> tuple[Story, ...]:
    return tuple(s.model_copy(update=fields) if s.id == story_id else s for s in book.records)


def edit(file: YamlRecords[Story], story_id: str, **fields: object) -> str:
    book = file.load()
    file.save(book, change(book, story_id, **fields))
    return file.path.read_text()


def test_no_file_is_an_empty_book(file: YamlRecords[Story]) -> None:
    assert file.load() == Book()
    assert not file.path.exists()


def test_a_new_file_begins_with_a_skeleton_of_the_six_axes(file: YamlRecords[Story]) -> None:
    file.save(file.load(), MATRIX)
    text = file.path.read_text()
    assert text.startswith("# Your stories")
    assert all(f"#     axis: {axis}" in text for axis in Axis)
    assert file.load().records == MATRIX
    assert oct(file.path.stat().st_mode)[-3:] == "600"


def test_the_skeleton_holds_when_it_is_uncommented(file: YamlRecords[Story]) -> None:
    file.save(file.load(), ())
    file.save(file.load(), (PAGE,))
    text = file.path.read_text()
    skeleton = text[text.index("# stories:") : text.index("\n\nstories:")]
    file.path.write_text("\n".join(line.removeprefix("# ") for line in skeleton.splitlines()) + "\n")
    assert [s.axis for s in file.load().records] == list(Axis)


def test_a_saved_change_touches_its_own_lines_only(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    text = edit(file, "a", stake="double")
    assert text == HAND.replace("stake: 'single'", "stake: 'double'")


def test_quoting_folding_and_flow_stay_where_a_value_changes(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    edit(file, "a", title="New: yes", situation="Short.", action="three\nfour", people=("ann", "eve"))
    text = edit(file, "c", stake="much")
    assert 'title: "New: yes"' in text
    assert "situation: >-\n    Short.\n" in text
    assert "action: |\n    three\n    four\n  # behind the block" in text
    assert "people: [ann, eve]   # two" in text
    assert "- {id: c, title: flow, axis: ambiguous-scope, stake: much} # flowing" in text


def test_a_new_story_comes_last_and_leaves_every_other_line_alone(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    book = file.load()
    file.save(book, (*book.records, blank_story(Axis.MENTORSHIP, {"a"})))
    lines = file.path.read_text().splitlines()
    assert [line for line in lines if "id: mentorship" not in line] == HAND.splitlines()


def test_a_removed_story_takes_its_own_lines_only(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    book = file.load()
    file.save(book, tuple(s for s in book.records if s.id != "b"))
    start, end = HAND.index("- id: b"), HAND.index("  # end of b")
    assert file.path.read_text() == HAND[:start] + HAND[end:]


@pytest.mark.parametrize("value", ["no", "1:30", "null", "2026-01-01", "- x", "a: b", "# c", "'", '"', "Zürich ✓", "~"])
def test_any_text_comes_back_as_it_was(file: YamlRecords[Story], value: str) -> None:
    file.path.write_text(HAND)
    edit(file, "b", stake=value, people=(value, "x"), judgment=Judgment(options=(value,), choice=value))
    story = file.load().get("b")
    assert story is not None
    assert (story.stake, story.people[0], story.judgment.choice) == (value, value, value)


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(file: YamlRecords[Story], ending: str, mark: str) -> None:
    file.path.write_bytes((mark + HAND.replace("\n", ending)).encode())
    edit(file, "a", stake="double")
    changed = HAND.replace("'single'", "'double'").replace("\n", ending)
    assert file.path.read_bytes() == (mark + changed).encode()


@pytest.mark.parametrize("seed", range(12))
def test_comments_survive_whatever_is_edited(file: YamlRecords[Story], seed: int) -> None:
    file.path.write_text(HAND)
    chance = random.Random(seed)
    words = ["alpha", "no", "# hash", "two\nlines", "long " * 40, "'q'", "&a", "- dash", ""]

    def some() -> str:
        return chance.choice(words).strip()

    for _ in range(4):
        book = file.load()
        story = chance.choice(book.records)
        people = [p for p in story.people if chance.random() < 0.7] + [w for w in [some()] if w]
        fields = chance.choice(
            [
                {"stake": some()},
                {"situation": some()},
                {"people": tuple(people)},
                {"judgment": Judgment(options=(some() or "x", "y"), choice=some())},
                {"action": some(), "insight": some()},
            ]
        )
        file.save(book, change(book, story.id, **fields))
        assert file.load().get(story.id) == story.model_copy(update=fields)
    text = file.path.read_text()
    comments = [line[line.index("#") :] for line in HAND.splitlines() if "#" in line]
    for comment in (c for c in comments if c not in ("# why", "# boss", "# and")):
        assert comment in text


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("stories:\n- id: a\n  title: A\n  axis: nope\n", 4, "axis"),
        ("stories:\n- id: a\n  title: A\n  axis: mentorship\n  stakes: x\n", 5, "no field"),
        ("stories:\n- id: a\n  axis: mentorship\n", 2, "title: is missing"),
        ("stories:\n- id: a\n  title: A\n  axis: mentorship\n- id: a\n  title: B\n  axis: mentorship\n", 5, "already"),
        ("stories:\n- id: a\n  title: A\n  title: B\n  axis: mentorship\n", 4, "twice"),
        ("stories:\n- id: a\n   title: [\n", 3, "not valid YAML"),
        ("stories:\n- id: !!python/object/apply:os.system [ls]\n", 2, "not valid YAML"),
        ("stories:\n- &x {id: a}\n- *x\n", 2, "anchors"),
        ("tales: []\n", 1, "stories:"),
        ("stories: 5\n", 1, "list"),
        ("stories:\n- " + "[" * 40 + "]" * 40 + "\n", 1, "nested"),
    ],
)
def test_an_error_names_its_line_and_the_file_is_left_alone(
    file: YamlRecords[Story], text: str, line: int, what: str
) -> None:
    file.path.write_text(text)
    with pytest.raises(ContentError, match=f"stories.yaml:{line}: .*{what}"):
        file.load()
    with pytest.raises(ContentError, match=f":{line}: "):
        file.save(Book(), MATRIX)
    assert file.path.read_text() == text
    assert not file.backups.exists()


def test_two_editors_of_different_fields_are_merged(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    book = file.load()
    file.path.write_text(HAND.replace("choice: z", "choice: z  # by hand").replace("[ann, bob]", "[ann, bob, eve]"))
    saved = file.save(book, change(book, "a", stake="mine"))
    assert saved == file.load()
    story = saved.get("a")
    assert story is not None
    assert (story.stake, story.people) == ("mine", ("ann", "bob", "eve"))
    assert "# by hand" in file.path.read_text()


def test_two_editors_of_the_same_field_are_asked(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    book = file.load()
    theirs = HAND.replace("'single'", "'theirs'")
    file.path.write_text(theirs)
    mine = change(book, "a", stake="mine")
    with pytest.raises(Clashing) as clash:
        file.save(book, mine)
    assert [(c.mine, c.theirs) for c in clash.value.conflicts] == [("mine", "theirs")]
    assert file.path.read_text() == theirs
    file.save(book, mine, {("a", "stake"): Side.MINE})
    assert file.path.read_text() == HAND.replace("'single'", "'mine'")


def test_a_change_in_the_middle_of_a_save_is_merged_too(
    file: YamlRecords[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.path.write_text(HAND)
    book = file.load()
    genuine, calls = yaml_records.edit_records, []

    def meanwhile(*arguments: object) -> str:
        if not calls:
            file.path.write_text(HAND.replace("choice: z", "choice: theirs"))
        calls.append(1)
        return genuine(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(yaml_records, "edit_records", meanwhile)
    story = file.save(book, change(book, "a", stake="mine")).get("a")
    assert story is not None
    assert (story.stake, story.judgment.choice) == ("mine", "theirs")


def test_the_stamp_tells_one_state_from_another(file: YamlRecords[Story]) -> None:
    assert file.stamp() == ""
    file.path.write_text(HAND)
    first = file.load().stamp
    assert file.stamp() == first
    file.path.write_text(HAND.replace("plain", "Plain"))
    assert file.stamp() != first


def test_a_crash_in_the_middle_of_a_save_leaves_the_old_file(
    file: YamlRecords[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.path.write_text(HAND)
    book = file.load()

    def dies(self: Path, target: Path) -> Path:
        if target.name == "stories.yaml":
            raise OSError(28, "No space left on device")
        return genuine(self, target)

    genuine = Path.replace
    monkeypatch.setattr(Path, "replace", dies)
    with pytest.raises(StorageError, match="no space left"):
        file.save(book, change(book, "a", stake="lost"))
    assert file.path.read_text() == HAND
    assert sorted(p.name for p in file.path.parent.iterdir()) == ["backups", "stories.yaml"]


def test_the_last_ten_versions_are_kept(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    for number in range(BACKUPS + 3):
        edit(file, "a", stake=f"stake {number}")
    kept = sorted(file.backups.iterdir())
    assert len(kept) == BACKUPS
    assert [parse(p.read_bytes()).value["stories"][0]["stake"] for p in kept] == [f"stake {n}" for n in range(2, 12)]
    assert oct(file.backups.stat().st_mode)[-3:] == "700"


def test_nothing_changed_writes_nothing(file: YamlRecords[Story]) -> None:
    file.path.write_text(HAND)
    book = file.load()
    assert file.save(book, book.records) == book
    assert file.path.read_text() == HAND
    assert not file.backups.exists()


def test_a_linked_file_stays_a_link(file: YamlRecords[Story], tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "mine.yaml"
    target.parent.mkdir()
    target.write_text(HAND)
    file.path.symlink_to(target)
    edit(file, "a", stake="double")
    assert file.path.is_symlink()
    assert "double" in target.read_text()


def test_the_ledger_keeps_what_is_written_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "ledger.yaml"
    file = ledger_file(path, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    text = (
        "projects:\n  - id: dedup\n    name: Dedup # short\n    period: 2025\n"
        "    moved: {what: duplicate rate, value: 0.30, unit: '%', baseline: 2.3, date: 2025-09-01} # by finance\n"
    )
    path.write_text(text)
    book = file.load()
    moved = book.records[0].moved
    assert moved is not None
    assert (book.records[0].period, moved.date) == ("2025", "2025-09-01")
    file.save(book, (book.records[0].model_copy(update={"name": "Deduplication"}),))
    assert path.read_text() == text.replace("name: Dedup ", "name: Deduplication ")


def test_the_ledger_writes_projects_of_its_own(tmp_path: Path) -> None:
    file = ledger_file(tmp_path / "ledger.yaml", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    file.save(Book(), (DEDUP,))
    assert file.load().records == (DEDUP,)


def test_the_sample_stories_survive_a_second_editor_of_the_first_file(file: YamlRecords[Story]) -> None:
    file.save(Book(), MATRIX)
    book = file.load()
    file.save(book, (PAGE,))
    file.save(book, (*MATRIX, blank_story(Axis.MENTORSHIP, set())))
    assert [s.id for s in file.load().records] == [PAGE.id, "mentorship"]
    assert SCHEMA.id not in file.path.read_text().split("\nstories:")[1]
