"""A search is words and phrases; what it finds is shown in its context."""

import pytest

from coach.core.search import places, read_search, snippet

SAID = (
    "We attach a dedupe key per impression and keep it for 24 hours. The key is dropped later, and the façade stays. "
    "Nobody reads the user_id after that; the guarantee ends at the sink, which finance accepted in writing."
)


def found(typed: str, said: str = SAID) -> list[str]:
    return [said[p.start : p.end] for p in places(read_search(typed), said)]


def test_every_word_must_occur_in_any_order() -> None:
    assert found("sink finance ") == ["sink", "finance"]
    assert found("finance sink") == ["sink", "finance"]
    assert found("sink marketing") == []


def test_words_in_quotation_marks_stand_together() -> None:
    assert found('"dedupe key"') == ["dedupe key"]
    assert found('"key dedupe"') == []
    assert found("“dedupe key”") == ["dedupe key"]


def test_the_last_word_may_be_a_beginning_and_no_other() -> None:
    assert found("impr") == ["impression"]
    assert found("impr key") == []


def test_a_closed_quotation_is_no_beginning() -> None:
    assert found('"impr"') == []


def test_a_quotation_that_is_never_closed_goes_to_the_end() -> None:
    assert found('"dedupe ke') == ["dedupe key"]


def test_case_and_accents_do_not_matter() -> None:
    assert found("FACADE") == ["façade"]
    assert found("façade") == ["façade"]


def test_a_word_with_signs_in_it_is_the_phrase_of_its_parts() -> None:
    assert found("user_id") == ["user_id"]
    assert found("id_user") == []


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', "*", "(", "-:^", "'"])
def test_signs_alone_search_for_nothing(typed: str) -> None:
    assert not read_search(typed)


def test_operators_are_words() -> None:
    assert read_search("a OR b NOT c").phrases == (("a",), ("or",), ("b",), ("not",), ("c",))


def test_a_snippet_shows_the_match_in_its_context() -> None:
    shown = snippet(read_search("guarantee"), SAID)
    assert [shown.text[m.start : m.end] for m in shown.marks] == ["guarantee"]
    assert "after that; the guarantee ends at the sink" in shown.text
    assert (shown.cut_before, shown.cut_after) == (True, True)
    assert SAID[shown.start :].startswith("guarantee")


def test_a_snippet_prefers_the_place_where_most_words_meet() -> None:
    shown = snippet(read_search("dropped key"), SAID)
    assert [shown.text[m.start : m.end] for m in shown.marks] == ["key", "dropped"]


def test_words_that_follow_each_other_share_a_mark() -> None:
    shown = snippet(read_search("dedupe key "), SAID)
    assert shown.text[shown.marks[0].start : shown.marks[0].end] == "dedupe key"


def test_far_ends_of_a_snippet_are_whole_words() -> None:
    shown = snippet(read_search("finance"), SAID)
    assert set(shown.text.split()) <= set(SAID.split())


def test_without_a_match_the_beginning_is_shown() -> None:
    shown = snippet(read_search("marketing"), SAID)
    assert SAID.startswith(shown.text)
    assert shown.marks == ()


def test_a_match_longer_than_the_snippet_is_shown_whole() -> None:
    phrase = "keep it for 24 hours the key is dropped later and the façade stays"
    shown = snippet(read_search(f'"{phrase}"'), SAID, width=20)
    assert [shown.text[m.start : m.end] for m in shown.marks] == [SAID[SAID.index("keep") : SAID.index(". Nobody")]]
