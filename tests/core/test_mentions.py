"""A glossary card is judged by the concepts that come up, not asked and not denied."""

import pytest

from coach.core.glossary import Card, item_of, rubric_of
from coach.core.mentions import match_mentions
from coach.core.transcript import Transcript

ATTRIBUTION = Card(
    term="View-through attribution",
    says="Credit for a conversion after an ad was seen and not clicked.",
    must_mention=(
        ("credit", "credited"),
        ("without a click", "no click", "not clicked"),
        ("randomly assigned", "after seeing"),
    ),
)


def met(text: str) -> list[bool]:
    return [m.counts for m in match_mentions(rubric_of(ATTRIBUTION), Transcript.typed(text))]


def test_every_concept_in_any_listed_wording() -> None:
    assert met("It credits a sale to an ad after seeing it, with no click.") == [True, True, True]


def test_words_may_be_bent_and_stand_a_little_apart() -> None:
    assert met("Crediting users who were randomly and blindly assigned and have not clicked.") == [True, True, True]


def test_what_was_not_said_is_missed_and_the_wanted_words_are_named() -> None:
    found = match_mentions(rubric_of(ATTRIBUTION), Transcript.typed("Some credit is given."))
    assert [m.counts for m in found] == [True, False, False]
    assert "without a click" in found[1].rule


@pytest.mark.parametrize(
    ("said", "doubt"),
    [("It never gives any credit.", "denied"), ("Is it about credit?", "asked, not said")],
)
def test_denied_and_asked_concepts_do_not_count(said: str, doubt: str) -> None:
    first = match_mentions(rubric_of(ATTRIBUTION), Transcript.typed(said))[0]
    assert (first.counts, first.voided) == (False, doubt)


def test_a_definition_that_begins_like_a_question_is_none() -> None:
    card = Card(term="Reach", says="x", must_mention=(("different people",),))
    (match,) = match_mentions(rubric_of(card), Transcript.typed("How many different people saw my ad."))
    assert match.counts


def test_small_words_tell_in_a_key_term() -> None:
    card = Card(term="Z-score", says="x", must_mention=(("deviations from the mean",), ("clicks over impressions",)))
    said = "So many deviations from the mean, like clicks over impressions."
    assert [m.counts for m in match_mentions(rubric_of(card), Transcript.typed(said))] == [True, True]
    turned = Transcript.typed("What we mean is clicks and impressions.")
    assert [m.counts for m in match_mentions(rubric_of(card), turned)] == [False, False]


def test_evidence_is_the_very_words() -> None:
    text = "Well, the advertiser gets credit for it."
    span = match_mentions(rubric_of(ATTRIBUTION), Transcript.typed(text))[0].spans[0]
    assert text[span.start : span.end] == "credit"


def test_silence_mentions_nothing() -> None:
    assert met("") == [False, False, False]


def test_a_card_hides_its_answer_in_the_item() -> None:
    item = item_of(ATTRIBUTION)
    assert item.id == "term-view-through-attribution"
    assert "seen and not clicked" not in item.prompt
    assert item.model_answer == ATTRIBUTION.says


def test_concepts_that_begin_alike_keep_apart() -> None:
    card = Card(term="X", says="x", must_mention=(("reach", "people"), ("reach", "again")))
    assert [e.id for e in rubric_of(card).elements] == ["reach", "reach-2"]
