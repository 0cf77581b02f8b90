"""Hypotheticals instead of a story, judgements of people, and who does the deciding verbs."""

import pytest

from coach.core.analysis.conduct import count_ownership, find_bad_mouthing, find_hypotheticals
from coach.core.analysis.findings import Ownership
from coach.core.transcript import Transcript


def hypotheticals(text: str) -> list[str]:
    return [e.text for e in find_hypotheticals(Transcript.typed(text))]


def bad_mouthing(text: str) -> list[str]:
    return [e.text for e in find_bad_mouthing(Transcript.typed(text))]


def ownership(text: str) -> Ownership:
    return count_ownership(Transcript.typed(text))


@pytest.mark.parametrize(
    "answer",
    [
        "I would talk to both of them separately.",
        "If that happened to me, I'd escalate to my manager.",
        "My first step would be to measure it.",
        "Should it come up again, I'd publish the number.",
        "In my opinion the lead has to decide.",
        "I will always try to find a compromise.",
        "I usually try to understand their side first.",
        "You talk to them, you hear them out, you find a middle.",
        "Ideally you tell her before the meeting.",
        "I would've called the director.",
        "How I'd handle it: two options and a date.",
    ],
)
def test_what_one_would_do_is_a_hypothetical(answer: str) -> None:
    assert len(hypotheticals(answer)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "I'd already ruled out the deploy when she called.",
        "I'd been on call for three nights.",
        "On Fridays the team would send a file, and I'd fix the names in it.",
        "We would meet every Tuesday and go through the list.",
        "Looking back I'd have asked earlier.",
        "Without the backup we'd have lost everything.",
        "If I had known, I would have stopped it.",
        "I told him I'd have it by Friday, and I did.",
        "I knew it would break, so I tested it.",
        "The on-call would not pick up, so I rang her backup.",
        "I'd say it took two weeks.",
        "I'd like to talk about the ledger migration.",
        "I'd rather not name the client.",
        "These days I write the notice down first.",
        "Next time I'd ask for the contract first.",
        "I drew the table and sent it. You learn who reads a table by switching it off.",
        "",
    ],
)
def test_the_past_second_thoughts_promises_and_politeness_are_not(answer: str) -> None:
    assert hypotheticals(answer) == []


def test_a_hypothetical_ends_where_the_story_begins() -> None:
    answer = "We had a fight over a column. I listened to both. Then I would list every reader. In the end she agreed."
    assert hypotheticals(answer) == ["Then I would list every reader."]


def test_an_invented_case_belongs_to_what_one_would_do_in_it() -> None:
    answer = "Let's say the other team refuses. Then I'd write up the risk."
    assert hypotheticals(answer) == [answer]


@pytest.mark.parametrize(
    "answer",
    [
        "My old boss was dishonest.",
        "Honestly, the data people were a bunch of prima donnas.",
        "The guys in ops are dinosaurs.",
        "Our director had no idea what he was doing.",
        "Nobody in that org cares about quality.",
        "She never listens to anyone.",
        "The company was chaotic and political.",
        "I had a toxic manager.",
        "That vendor can't be trusted.",
        "Working with them was like talking to a wall.",
        "Marketing, as usual, forgot to tell us, they never do.",
        "Their code is always sloppy.",
        "The underwriters were arrogant.",
        "Legal had zero integrity.",
        "He couldn't run a bake sale.",
        "That lot couldn't debug their way out of a paper bag.",
        "The analysts weren't very bright.",
        "Half the committee was asleep at the wheel.",
        "The people running the migration were hopeless.",
        "It was the vendor who was useless.",
        "She only cares about her own career.",
        "He never takes responsibility.",
        "I wouldn't trust them with a toaster.",
        "My boss had an ego the size of a house.",
        "Nobody at that agency had a clue.",
        "The place was run by idiots.",
        "What a surprise, the platform team took three months.",
        "He is, to put it mildly, incompetent.",
        "They're the laziest team I've seen.",
        "The buyers were a nightmare to deal with.",
    ],
)
def test_judging_people_teams_and_companies_is_bad_mouthing(answer: str) -> None:
    assert len(bad_mouthing(answer)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "The query was stupid and the alert was worse.",
        "The deadline was ridiculous.",
        "We were sloppy that quarter.",
        "I was an idiot for not testing it.",
        "The stupid mistake was mine.",
        "They missed the deadline by two weeks.",
        "He was wrong about the key, and he said so.",
        "He wasn't lazy, he was overloaded.",
        "I don't think he was incompetent.",
        "Some people called her difficult, I never saw it.",
        "They told us our team was slow.",
        "I thought she was rude, but she was just tired.",
        "The alerts were noisy. They were useless.",
        "It's a toxic combination, late events and a mutable table.",
        "The team was small and new to streaming.",
        "Legal was slow to answer that week.",
        "The lead was difficult to reach because of the time zone.",
        "The query planner is an idiot.",
        "The scheduler is stupid about time zones.",
        "It would be easy to say that they were incompetent.",
        "They were too busy to review it.",
        "The team had no standards for naming.",
        "The partners didn't have a clue that the format had changed.",
        "He had no idea that the table had moved.",
        "She couldn't tell a refund from a sale in that table.",
        "They took the credit card data out of the lake.",
        "I was out of my depth.",
        "",
    ],
)
def test_judging_acts_designs_and_oneself_is_not(answer: str) -> None:
    assert bad_mouthing(answer) == []


def test_only_the_clause_that_judges_is_quoted() -> None:
    answer = "The senior guy was dead weight, so I paired with the intern, and that's how it got fixed."
    assert bad_mouthing(answer) == ["The senior guy was dead weight"]


def test_a_judgement_without_a_verb_goes_on_about_the_people_before() -> None:
    assert bad_mouthing("I'd never call the auditors stupid. Bone idle, yes.") == ["Bone idle, yes."]
    assert bad_mouthing("The lock was held for an hour. Useless, really.") == []


def test_a_judgement_takes_in_the_words_that_extend_it_to_all() -> None:
    assert bad_mouthing("They're muppets, the lot of them, but the fix held.") == ["They're muppets, the lot of them"]


def test_a_denied_judgement_may_be_followed_by_a_real_one() -> None:
    answer = "I'm not saying they're stupid, but that team couldn't find their own topic with a map."
    assert bad_mouthing(answer) == ["that team couldn't find their own topic with a map."]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I ranked the readers and moved the smallest first.", Ownership(2, 0)),
        ("We built a replay, tested it and rolled it out. I watched it.", Ownership(1, 3)),
        ("I was on the team. We were late.", Ownership(0, 0)),
        ("I've decided to freeze it, and she agreed.", Ownership(1, 0)),
        ("They chose the date, and we accepted it.", Ownership(0, 1)),
        ("", Ownership(0, 0)),
    ],
)
def test_ownership_counts_the_verbs_of_deciding_by_their_subject(answer: str, expected: Ownership) -> None:
    assert ownership(answer) == expected


def test_any_text_is_read_with_offsets_that_hold() -> None:
    for text in ("I'd call her and " * 4_000, "😀" * 500, "they were so very lazy " * 2_000, "?!., " * 500):
        transcript = Transcript.typed(text)
        for e in (*find_hypotheticals(transcript), *find_bad_mouthing(transcript)):
            assert text[e.start : e.end] == e.text
