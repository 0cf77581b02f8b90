"""A follow-up is practised and judged like any item, and stays out of the lists."""

import pytest

from coach.core.drill import FollowUp, Item, Kind, TimeBudget
from coach.core.library import Library
from coach.core.ports import ContentError
from coach.core.rubric import Element, Recogniser, Rubric


def rubric(name: str, repair: str) -> Rubric:
    element = Element(id="one", what="One", must=True, repair=repair, recognise=Recogniser(phrases=("one two",)))
    return Rubric(id=name, elements=(element,))


DRILL = Item(
    id="drill-x",
    kind=Kind.DRILL,
    title="X",
    prompt="What now?",
    time=TimeBudget(answer_s=30),
    rubric="drill-x",
    model_answer="This.",
    follow_ups=(FollowUp(ask="And at ten times the load?", answer_s=20, rubric="drill-x-follow-up"),),
)
LIBRARY = Library(
    {"drill-x": DRILL},
    {
        "drill-x": rubric("drill-x", "This."),
        "drill-x-follow-up": rubric("drill-x-follow-up", "Compaction breaks first."),
    },
)


def test_a_follow_up_is_an_item_with_its_own_clock_and_rubric() -> None:
    asked = LIBRARY.item("drill-x-follow-up")
    assert (asked.prompt, asked.time.answer_s, asked.kind) == ("And at ten times the load?", 20, Kind.DRILL)
    assert LIBRARY.rubric_of(asked).elements[0].repair == asked.model_answer
    assert LIBRARY.follow_ups(DRILL) == (asked,)


def test_it_is_not_listed() -> None:
    assert [i.id for i in LIBRARY.select()] == ["drill-x"]


def test_a_rubric_alone_is_no_item() -> None:
    assert LIBRARY.find("drill-y-follow-up") is None
    with pytest.raises(ContentError, match="did you mean 'drill-x'"):
        LIBRARY.item("drill-y")
