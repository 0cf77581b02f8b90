"""What a story shows besides its parts: seconds, the moment of judgment, the others."""

import pytest

from coach.core.analysis.analysis import analyse
from coach.core.analysis.findings import StarPart, StarSegment, Story
from coach.core.analysis.story import star_seconds
from coach.core.analysis.tool_lexicon import ToolEntry, ToolLexicon
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript

LEXICON = ToolLexicon((ToolEntry("Kafka"),))


def story_of(text: str) -> Story:
    story = analyse(Transcript.typed(text), LEXICON).story
    assert story is not None
    return story


def test_each_part_takes_the_speech_of_its_sentences_without_the_pauses() -> None:
    text = "Last year it broke. I fixed the job myself."
    heard = [HeardWord(w, float(n), n + 0.9, 0.9) for n, w in enumerate(text.split())]
    speech = (TimeSpan(0.0, 4.0), TimeSpan(6.0, 9.0))
    transcript = Transcript.spoken(heard, duration_s=9.0, speech=speech, engine="e", model="m")
    parts = ((0, 19, StarPart.SITUATION), (20, len(text), StarPart.ACTION))
    seconds = star_seconds(transcript, [StarSegment(transcript.evidence(Span(a, b)), part) for a, b, part in parts])

    assert seconds is not None
    assert seconds.situation_s == pytest.approx(3.9)
    assert seconds.action_s == pytest.approx(2.9)
    assert seconds.result_s == 0


def test_a_typed_story_has_no_seconds() -> None:
    assert story_of("Last year it broke. I fixed it.").seconds is None


@pytest.mark.parametrize(
    "text",
    [
        "I had two options, page everybody or roll back. I chose to roll back.",
        "We could wait for the vendor or patch it ourselves, and I decided to patch it.",
        "I could have waited for the morning or woken their engineer. I paged, because every hour was wrong spend.",
        "I went with the slower fix instead of the restart.",
        "The choice was between speed and trust, so I picked trust.",
    ],
)
def test_two_options_and_the_choice_are_a_moment_of_judgment(text: str) -> None:
    assert story_of(text).judgment


@pytest.mark.parametrize(
    "text",
    [
        "I decided to fix it.",
        "I could have slept or read. I was tired because of the week.",
        "There were two options on the table, and the director picked one.",
        "I fixed the job and wrote a test.",
        "They could not say whether to stay or go.",
    ],
)
def test_a_bare_decision_or_bare_options_are_none(text: str) -> None:
    assert not story_of(text).judgment


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("My manager wanted hourly batches.", "My manager"),
        ("The platform team owned the job.", "The platform team"),
        ("So I sat down with Maria and read the log.", "Maria"),
        ("Then finance refused to sign.", "finance"),
    ],
)
def test_somebody_by_name_or_role_is_named(text: str, who: str) -> None:
    assert [e.text for e in story_of(text).others] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "I rewrote the job with Kafka in May.",
        "As the owner I got her ready to lead.",
        "We did it together.",
        "My team shipped it.",
    ],
)
def test_products_months_and_we_are_nobody(text: str) -> None:
    assert story_of(text).others == ()
