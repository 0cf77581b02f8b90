"""Which sentences of an answer are clarifying questions, and which of them ask for the consumer."""

import pytest

from coach.core.analysis.questions import find_questions
from coach.core.transcript import Transcript


def asked(text: str) -> list[str]:
    return [q.where.text for q in find_questions(Transcript.typed(text))]


def asks_consumer(text: str) -> bool:
    return any(q.asks_consumer for q in find_questions(Transcript.typed(text)))


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("How fresh does it need to be?", 1),
        ("what's the retention on that topic", 1),
        ("Is this greenfield, or is there something running today?", 1),
        ("Is it us, is it upstream, or is it the warehouse?", 1),
        ("Per device, per account, or per household?", 1),
        ("What's the latency target, and what's the budget?", 2),
        ("Who reads it, how fresh must it be, and what happens if it's wrong?", 3),
        ("okay so first who reads this table and second how often does it run", 2),
        ("I'd like to understand what breaks if it's late.", 1),
        ("I'm wondering whether deletes matter here.", 1),
        ("Tell me who owns the producer and whether they take requests.", 2),
        ("I'd put a queue in front. By the way, how skewed are the keys? Then I'd split the big ones.", 1),
        ("How late can an event be? A week, I'd guess.", 1),
    ],
)
def test_a_question_to_the_interviewer_counts_wherever_it_stands(answer: str, count: int) -> None:
    assert len(asked(answer)) == count


@pytest.mark.parametrize(
    "answer",
    [
        "Why did I pick the queue? Because it was there.",
        "What did we do? We rolled back.",
        "Is batch enough? For billing, yes.",
        "Should we have seen it, absolutely, the chart was red.",
        "Who wouldn't want that?",
        "How hard can it be?",
        "She asked me, why isn't this monitored?",
        "I went to the analysts and said, how often do you open this?",
        "I wanted to know who used it, so I read the logs.",
        "First I would ask the analysts how often they open it.",
        "The question was who owned it.",
        "When we launched, it broke.",
        "What I wanted was one number.",
        "Had we known, we'd have stopped.",
        "Could you repeat the question?",
        "Can I take a minute?",
        "Does that make sense?",
        "Should I go deeper on that?",
        "So that's the design, right?",
        "",
    ],
)
def test_other_questions_do_not_count(answer: str) -> None:
    assert asked(answer) == []


def test_an_indirect_frame_belongs_to_the_question_and_a_preface_does_not() -> None:
    assert asked("I'd want to know who reads it, roughly.") == ["I'd want to know who reads it"]
    assert asked("Before I draw, who's on the other end of it?") == ["who's on the other end of it?"]


@pytest.mark.parametrize(
    "answer",
    [
        "Who's consuming this?",
        "How frequently is it queried?",
        "Is anybody using it today?",
        "Is the reader a person or a service?",
        "Is it a dashboard or a one-off?",
        "Would anyone complain if it was an hour late?",
    ],
)
def test_asking_who_uses_it_or_how_often_is_asking_for_the_consumer(answer: str) -> None:
    assert asks_consumer(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Who owns the upstream feed?",
        "How often does the schema change?",
        "What's the budget?",
        "Is the volume growing?",
        "Who decides when it is over?",
    ],
)
def test_asking_for_owners_changes_and_limits_is_not(answer: str) -> None:
    assert asked(answer)
    assert not asks_consumer(answer)


def test_long_text_without_any_punctuation_is_read_to_its_end() -> None:
    text = "who reads this and " * 5_000
    found = find_questions(Transcript.typed(text))
    assert found
    assert all(text[q.where.start : q.where.end] == q.where.text for q in found)


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("I'm not clear who opens the file.", 1),
        ("What I'm missing is how many stores we have. With one I'd keep it simple.", 1),
        ("You haven't said how late events may come.", 1),
        ("I'd want to find out whether sales or support reads it, and after that I'd pick the format.", 1),
        ("I'd ask the vendor how they count, and of you I'd like to know whether we may rename fields.", 1),
        ("When a sensor goes down, do its events arrive late?", 1),
        ("So what about yours, is a human going to read it?", 1),
        ("so you want it exactly once okay and what's the cost of a double payment for you", 1),
        ("I'm not sure why we did that.", 0),
        ("How many rows, how many readers, how fresh. Those three come first.", 0),
        ("What if the reader dies? Then it picks up from the checkpoint.", 0),
        ("What if I'd lost the data? I had a backup.", 0),
        ("You know what I mean?", 0),
        ("Was that enough detail?", 0),
    ],
)
def test_a_question_is_known_by_what_the_speaker_lacks_not_by_its_frame(answer: str, count: int) -> None:
    assert len(asked(answer)) == count


@pytest.mark.parametrize(
    "answer",
    [
        "Who'd be running queries against this?",
        "Whose screens does this end up on?",
        "I'm unsure who ends up reading it.",
    ],
)
def test_the_consumer_may_be_asked_for_in_any_mood(answer: str) -> None:
    assert asks_consumer(answer)
