"""The story matrix: holes, lengths, cells, overuse; versions brought together; retrieval; the printed page."""

import pytest

from coach.core.matrix_print import matrix_html, matrix_markdown
from coach.core.records import Side, merge
from coach.core.stories import (
    Axis,
    Column,
    GapKind,
    Judgment,
    Story,
    Told,
    blank_story,
    cell_text,
    fits_a_cell,
    gaps,
    overuse,
    spoken_s,
    with_cell,
)
from coach.core.story_history import Naming, Retrieval, askable, name_of, naming, servable
from tests.fakes_store import NOW
from tests.stories_sample import CONFLICT, INCIDENT, MATRIX, PAGE, SCHEMA, SHARED


def told(times: int, best: float | None = None) -> Told:
    return Told(times, NOW, best)


def test_an_empty_matrix_has_a_hole_for_every_axis() -> None:
    assert [g.axis for g in gaps(()) if g.kind is GapKind.AXIS] == list(Axis)


def test_a_whole_story_has_no_hole() -> None:
    assert not [g for g in gaps(MATRIX) if g.story == SCHEMA.id]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"result": "It was much faster."}, GapKind.NUMBER),
        ({"insight": ""}, GapKind.INSIGHT),
        ({"people": ()}, GapKind.PEOPLE),
        ({"judgment": Judgment(options=("only one",), choice="that")}, GapKind.JUDGMENT),
        ({"judgment": Judgment(options=("one", "two"))}, GapKind.JUDGMENT),
        ({"prompts": ("behavioral-nope",)}, GapKind.PROMPT),
    ],
)
def test_what_a_story_lacks_is_named(changes: dict[str, object], kind: GapKind) -> None:
    story = SCHEMA.model_copy(update=changes)
    assert [g.kind for g in gaps((story,), {SHARED.id}) if g.story] == [kind]


def test_a_story_is_as_long_as_its_parts_at_150_words_a_minute() -> None:
    story = Story(id="a", title="A", axis=Axis.MENTORSHIP, situation="word " * 50, insight="word " * 25)
    assert spoken_s(story.situation) == 20
    assert story.length_s == 30


def test_a_story_serves_the_prompt_of_its_axis_without_saying_so() -> None:
    assert SCHEMA.serves == (CONFLICT.id, SHARED.id)


def test_a_story_for_too_many_prompts_is_overused() -> None:
    story = SCHEMA.model_copy(update={"prompts": ("a", "b", "c", "d")})
    assert [(o.story, o.why) for o in overuse((story, PAGE), {})] == [(SCHEMA.id, "meant for 5 prompts")]


@pytest.mark.parametrize(("mine", "other", "leaned"), [(3, 1, True), (2, 0, False), (4, 2, False), (6, 2, True)])
def test_a_story_told_far_more_often_than_the_others_is_overused(mine: int, other: int, leaned: bool) -> None:
    found = overuse(MATRIX, {SCHEMA.id: told(mine), PAGE.id: told(other)})
    assert [o.story for o in found] == ([SCHEMA.id] if leaned else [])


@pytest.mark.parametrize(
    ("text", "options", "choice"),
    [
        ("wait | page them > I paged, because it grew", ("wait", "page them"), "I paged, because it grew"),
        ("I paged", (), "I paged"),
        ("wait | page", ("wait", "page"), ""),
        ("wait | page >", ("wait", "page"), ""),
        ("", (), ""),
    ],
)
def test_a_judgment_is_written_in_one_cell(text: str, options: tuple[str, ...], choice: str) -> None:
    story = with_cell(SCHEMA, Column.JUDGMENT, text)
    assert story.judgment == Judgment(options=options, choice=choice)
    assert fits_a_cell(story, Column.JUDGMENT)


def test_a_judgment_that_a_cell_would_lose_needs_the_form() -> None:
    story = SCHEMA.model_copy(update={"judgment": Judgment(options=("a | b", "c"), choice="d > e")})
    assert not fits_a_cell(story, Column.JUDGMENT)


@pytest.mark.parametrize("column", list(Column))
def test_any_other_cell_holds_any_text(column: Column) -> None:
    if column is not Column.JUDGMENT:
        assert cell_text(with_cell(SCHEMA, column, " 5 > 3 | 2 "), column) == "5 > 3 | 2"


def test_a_new_story_has_an_id_of_its_own() -> None:
    assert blank_story(Axis.MENTORSHIP, {"mentorship"}).id == "mentorship-2"


def changed(story: Story, **changes: object) -> Story:
    return story.model_copy(update=changes)


def test_different_fields_changed_by_two_are_both_kept() -> None:
    merged = merge(MATRIX, (changed(SCHEMA, stake="mine"), PAGE), (changed(SCHEMA, result="theirs"), PAGE))
    assert merged.records == (changed(SCHEMA, stake="mine", result="theirs"), PAGE)
    assert not merged.conflicts


def test_the_same_field_changed_by_two_is_a_conflict_with_both_values() -> None:
    merged = merge(MATRIX, (changed(SCHEMA, stake="mine"), PAGE), (changed(SCHEMA, stake="theirs"), PAGE))
    assert [(c.place, c.mine, c.theirs) for c in merged.conflicts] == [((SCHEMA.id, "stake"), "mine", "theirs")]
    assert merged.records[0].stake == "theirs"


def test_the_same_change_by_two_is_none() -> None:
    both = (changed(SCHEMA, stake="both"), PAGE)
    assert merge(MATRIX, both, both) == merge(MATRIX, MATRIX, both)
    assert not merge(MATRIX, both, both).conflicts


@pytest.mark.parametrize(("side", "stake"), [(Side.MINE, "mine"), (Side.THEIRS, "theirs")])
def test_a_settled_conflict_is_none(side: Side, stake: str) -> None:
    mine, theirs = (changed(SCHEMA, stake="mine"),), (changed(SCHEMA, stake="theirs"),)
    merged = merge((SCHEMA,), mine, theirs, {(SCHEMA.id, "stake"): side})
    assert not merged.conflicts
    assert merged.records[0].stake == stake


def test_stories_added_by_two_are_both_kept_theirs_first() -> None:
    mine = changed(PAGE, id="mine")
    theirs = changed(PAGE, id="theirs")
    assert [s.id for s in merge((SCHEMA,), (SCHEMA, mine), (theirs, SCHEMA)).records] == ["theirs", SCHEMA.id, "mine"]


def test_a_story_removed_here_and_left_alone_there_is_removed() -> None:
    assert merge(MATRIX, (PAGE,), MATRIX).records == (PAGE,)
    assert merge(MATRIX, MATRIX, (PAGE,)).records == (PAGE,)


@pytest.mark.parametrize("here", [True, False])
def test_a_story_removed_by_one_and_changed_by_the_other_is_a_conflict(here: bool) -> None:
    without, with_change = (PAGE,), (changed(SCHEMA, stake="new"), PAGE)
    merged = merge(MATRIX, without, with_change) if here else merge(MATRIX, with_change, without)
    assert [c.place for c in merged.conflicts] == [(SCHEMA.id, "")]


def test_only_prompts_that_exist_and_have_a_story_are_asked() -> None:
    assert servable(MATRIX, {CONFLICT.id, INCIDENT.id, "drill"}) == (CONFLICT.id, INCIDENT.id)


def test_a_prompt_whose_story_did_not_come_is_asked_more_often_and_never_twice_in_a_row() -> None:
    missed = Retrieval(NOW, "a", "", Naming.NONE, 10)
    assert askable(("a", "b"), (missed,)) == ("a", "a", "a", "b")
    assert askable(("a", "b"), (missed,), last="a") == ("b",)
    assert askable(("a",), (missed,), last="a") == ("a",) * 3


def test_a_few_letters_name_a_story() -> None:
    assert name_of("three morn", MATRIX) == (PAGE,)
    assert name_of("incident", MATRIX) == (PAGE,)
    assert name_of("", MATRIX) == MATRIX
    assert name_of("stale", MATRIX) == (PAGE,)
    assert name_of("xyzzy", MATRIX) == ()


def test_naming_is_right_for_any_story_that_serves() -> None:
    assert naming(SCHEMA, SHARED.id) is Naming.RIGHT
    assert naming(PAGE, SHARED.id) is Naming.OTHER
    assert naming(None, SHARED.id) is Naming.NONE


EVIL = "a | b\n<script>alert(1)</script> *x* [y](z) `q` \\ & \x1b[31m"


def test_nothing_in_a_story_breaks_the_markdown_table() -> None:
    page = matrix_markdown((changed(SCHEMA, stake=EVIL),))
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(Axis)
    assert {line.replace(r"\|", "").count("|") for line in rows} == {9}
    assert "<script>" not in page
    assert "\x1b" not in page


def test_nothing_in_a_story_becomes_html() -> None:
    page = matrix_html((changed(SCHEMA, stake=EVIL),))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page


def test_the_printed_page_has_a_row_for_every_axis() -> None:
    page = matrix_html(MATRIX)
    assert page.count("<tr>") == 1 + len(Axis)
    assert all(axis.label in page for axis in Axis)
