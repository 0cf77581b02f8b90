"""Which words of a spoken answer are fillers, and which do work."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.analysis.fillers import find_fillers
from coach.core.analysis.findings import FillerType
from coach.core.transcript import Transcript

FP, DI, HE, OP, TA = (
    FillerType.FILLED_PAUSE,
    FillerType.DISCOURSE,
    FillerType.HEDGE,
    FillerType.OPENER,
    FillerType.TAG,
)

WORDS = ["like", "you", "know", "so", "um", "right?", "kind", "of", ",", "."]


def fillers_of(answer: str) -> list[tuple[str, FillerType]]:
    return [(f.where.text, f.type) for f in find_fillers(Transcript.typed(answer))]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Um, I'd ask who reads it.", [("Um", FP)]),
        ("and then uh the disk filled up", [("uh", FP)]),
        ("Hmm. Well, I would wait.", [("Hmm", FP), ("Well", OP)]),
        ("So um yeah I would start with the reader", [("So", OP), ("um", FP)]),
        ("Okay so the short version is this.", [("Okay so", OP)]),
        ("You know, it was fine.", [("You know", DI)]),
        ("It was, you know, half empty.", [("you know", DI)]),
        ("I mean, nobody tested it.", [("I mean", DI)]),
        ("It took like three hours.", [("like", DI)]),
        ("It is like a few percent.", [("like", DI)]),
        ("He was like really upset.", [("like", DI)]),
        ("The advertiser saw it and like panicked.", [("like", DI)]),
        ("Like, nobody reads this.", [("Like", DI)]),
        ("We were basically blind.", [("basically", DI)]),
        ("It was actually a nice project.", [("actually", DI)]),
        ("There is literally no way.", [("literally", DI)]),
        ("It's kind of a mess.", [("kind of", HE)]),
        ("We had a sort of agreement.", [("sort of", HE)]),
        ("That kind of broke the join.", [("kind of", HE)]),
        ("We had owners, a catalog and stuff.", [("and stuff", HE)]),
        ("Logs and stuff like that.", [("and stuff like that", HE)]),
        ("We park it in a table, or whatever, and look later.", [("or whatever", HE)]),
        ("You get duplicates, right? That is normal.", [("right?", TA)]),
    ],
)
def test_an_empty_word_is_a_filler(answer: str, expected: list[tuple[str, FillerType]]) -> None:
    assert fillers_of(answer) == expected


@pytest.mark.parametrize(
    "answer",
    [
        # units, names and verbs that look like filled pauses
        "The ER diagram was old.",
        "To err is human.",
        "It's 5 mm thick.",
        "We measured in mm.",
        # like as verb, preposition or example
        "I like short lists.",
        "I'd like to see the logs.",
        "It looks like rain.",
        "Tools like Spark need a cluster.",
        "We compared like for like.",
        "They built it like a bridge.",
        "Like most teams, we had no owner.",
        "It would be more like ninety percent.",
        "What was it like before?",
        # you know and I mean as verbs
        "If you know the key, you know the bug.",
        "Let me know.",
        "As you know, the month closes on the third.",
        "You know what that means for billing.",
        "What do I mean by late?",
        "I mean it.",
        "By exact I mean exact to the cent.",
        # actually against a belief
        "I assumed it was the broker, but it actually came from a disk.",
        "Who actually reads it?",
        "Actually leaving took nine months.",
        "It's actually faster than the old one.",
        # literally by the letter
        "Finance takes that literally.",
        "The word literally appears twice.",
        # kind and sort as nouns
        "What kind of key is it?",
        "It's a different kind of failure.",
        "That sort of thing happens.",
        "It was kind of you to wait.",
        "The sort of the rows is stable.",
        # so and well with work to do
        "So far it held.",
        "So did the finance team.",
        "It was late, so I waited.",
        "It grew so fast that listing took longer.",
        "I did it so that they could sleep.",
        "Well before the launch I asked.",
        "It went well.",
        # right as an adjective or a real question
        "Is that right?",
        "A right join would have kept them.",
        "You're asking about the report, right?",
        # whatever as a relative
        "You can use whatever you want.",
        "Take the weekly or whatever the team prefers.",
        # outside the inventory
        "I guess it was fine, yeah, honestly.",
        "",
        "🙂 !!",
    ],
)
def test_the_same_word_at_work_is_none(answer: str) -> None:
    assert fillers_of(answer) == []


def test_only_the_first_so_opens_the_answer() -> None:
    assert fillers_of("So I was on call. Then it broke. So I fixed it.") == [("So", OP)]


def test_a_quoted_word_is_mentioned_not_used() -> None:
    assert fillers_of('He says "um" a lot.') == []


def test_a_clause_that_stumbles_answers_for_its_own_actually() -> None:
    answer = "He actually thought it was free, and, um, it was actually a really, uh, long project."
    assert fillers_of(answer) == [("um", FP), ("actually", DI), ("uh", FP)]


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS)).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_fillers_in_order_inside_it(text: str) -> None:
    found = [f.where for f in find_fillers(Transcript.typed(text))]
    assert all(text[w.start : w.end] == w.text != "" for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
