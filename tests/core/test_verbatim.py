"""How close an answer is to a line that has to be said word for word."""

import pytest

from coach.core.analysis.verbatim import compare_verbatim
from coach.core.transcript import Transcript

LINE = (
    "I cannot sign a number that nobody has checked. Give me thirty minutes for a count of the rows, "
    "and you get the cheap report today or the exact one tomorrow."
)


def label(attempt: str, target: str = LINE) -> str:
    return compare_verbatim(Transcript.typed(attempt), target).label


def missing(attempt: str, target: str = LINE) -> tuple[str, ...]:
    return compare_verbatim(Transcript.typed(attempt), target).missing


@pytest.mark.parametrize(
    "attempt",
    [
        LINE,
        "Um, I can't sign a number that nobody's checked. Give me, uh, 30 minutes for a count of the rows, and you get "
        "the cheap report today or, you know, the exact one tomorrow.",
        "So I can't sign, I cannot sign a number that nobody has checked. Give me thirty minutes for a count of the "
        "rows and you'll get the cheap report today or the exact one tomorrow.",
    ],
)
def test_fillers_contractions_digits_and_restarts_are_forgiven(attempt: str) -> None:
    result = compare_verbatim(Transcript.typed(attempt), LINE)
    assert (result.label, result.missing, result.similarity) == ("verbatim", (), 1.0)


@pytest.mark.parametrize(
    ("attempt", "lost"),
    [
        (LINE.replace("thirty", "forty"), ("thirty",)),
        (LINE.replace("sign a number", "approve a number"), ("sign",)),
        (
            "Give me thirty minutes for a count of the rows, and you get the cheap report today or the exact one "
            "tomorrow. I cannot sign a number that nobody has checked.",
            (),
        ),
    ],
)
def test_a_changed_word_number_or_order_is_close(attempt: str, lost: tuple[str, ...]) -> None:
    assert label(attempt) == "close"
    assert missing(attempt) == lost


def test_the_same_point_in_other_words_is_a_paraphrase() -> None:
    attempt = (
        "I won't vouch for a figure no one verified. Half an hour to tally the records, "
        "then inexpensive now or precise later."
    )
    assert label(attempt) == "paraphrase"


@pytest.mark.parametrize(
    "attempt",
    [
        "",
        "Kafka has partitions and every partition has a leader.",
        LINE.replace("cannot sign", "can sign"),
        LINE.replace("cheap report", "expensive report"),
        LINE.replace("today", "x").replace("tomorrow", "today").replace("x", "tomorrow"),
        LINE.replace("Give me", "I won't give you"),
    ],
)
def test_another_point_or_the_point_reversed_is_missed(attempt: str) -> None:
    assert label(attempt) == "missed"


def test_exchanged_roles_reverse_the_point() -> None:
    target = "You have built more pipelines than I have, so I listen first."
    assert label("I have built more pipelines than you have, so I listen first.", target) == "missed"


def test_missing_names_content_words_once_in_the_order_of_the_line() -> None:
    target = "The bill is the bill of the team, and one team pays one tenth of the other one."
    assert missing("We share.", target) == ("bill", "team", "one", "pays", "tenth")


def test_inflected_forms_count_as_said_and_derived_ones_do_not() -> None:
    assert missing("We checked failures exactly.", "A failed check is exact.") == ("failed", "exact")


def test_a_sentence_model_tips_the_balance_when_the_words_leave_it_open() -> None:
    attempt = Transcript.typed("No tally, no signature from me, that would be a blank cheque.")
    near = compare_verbatim(attempt, LINE, similarity=0.9)
    far = compare_verbatim(attempt, LINE, similarity=0.0)
    assert (near.similarity, far.label) == (0.9, "missed")


def test_any_text_is_no_error() -> None:
    for text in ("😀", "not " * 20_000, "one two three " * 10_000):
        assert compare_verbatim(Transcript.typed(text), LINE).label == "missed"
    assert compare_verbatim(Transcript.typed("anything"), "the of and").missing == ()
