"""A rubric that contradicts itself says where."""

import pytest
from pydantic import ValidationError

from coach.core.rubric import Check, Rubric


def rubric(**changes: object) -> Rubric:
    value: dict[str, object] = {
        "id": "drill-x",
        "elements": [
            {"id": "one", "what": "One", "must": True, "repair": "Say one.", "recognise": {"phrases": ["one"]}},
            {"id": "two", "what": "Two", "repair": "Say two.", "recognise": {"phrases": ["two"]}},
        ],
        **changes,
    }
    return Rubric.model_validate(value)


def test_a_sound_rubric_has_no_faults() -> None:
    assert rubric().faults() == []


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        ({"kill_rules": [{"when": "trap_hit", "id": "nope", "cap": 40}]}, ("kill_rules", 0, "id"), "none of"),
        ({"kill_rules": [{"when": "check_failed", "id": "numbers>=2", "cap": 40}]}, ("kill_rules", 0, "id"), "none of"),
        (
            {"traps": [{"id": "t", "what": "T", "repair": "R", "omits": ["three"]}]},
            ("traps", 0, "omits"),
            "no element 'three'",
        ),
        ({"checks": [{"check": "it_depends"}, {"check": "it_depends"}]}, ("checks", 1), "there twice"),
    ],
)
def test_contradictions_are_pointed_at(changes: dict[str, object], key: tuple[object, ...], expected: str) -> None:
    (found,) = rubric(**changes).faults()
    assert found[0] == key
    assert expected in found[1]


def test_a_rubric_without_a_must_is_refused() -> None:
    optional = [{"id": "one", "what": "One", "repair": "Say one.", "recognise": {"phrases": ["one"]}}]
    assert "must: true" in rubric(elements=optional).faults()[0][1]


@pytest.mark.parametrize(
    ("check", "name"),
    [
        ({"check": "numbers", "at_least": 2}, "numbers>=2"),
        ({"check": "first_word", "at_most_s": 10}, "first_word<=10s"),
        ({"check": "it_depends"}, "it_depends"),
    ],
)
def test_checks_are_named_as_scorecards_name_them(check: dict[str, object], name: str) -> None:
    assert Check.model_validate(check).id == name


@pytest.mark.parametrize(
    "check",
    [{"check": "numbers"}, {"check": "first_word", "at_least": 2}, {"check": "it_depends", "at_least": 1}],
)
def test_a_check_takes_its_own_parameter_only(check: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Check.model_validate(check)


def test_points_must_make_a_hundred_and_content_most_of_them() -> None:
    with pytest.raises(ValidationError, match="must be 100"):
        rubric(weights={"content": 70, "judgment": 10, "delivery": 10})
    with pytest.raises(ValidationError):
        rubric(weights={"content": 50, "judgment": 40, "delivery": 10})


def test_an_element_that_nothing_can_meet_is_refused() -> None:
    with pytest.raises(ValidationError, match="nothing can meet it"):
        rubric(
            elements=[{"id": "one", "what": "One", "must": True, "repair": "R", "recognise": {"near_misses": ["x"]}}]
        )
