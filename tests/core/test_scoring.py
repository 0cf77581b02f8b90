"""Points, caps, levels and the one thing to fix next follow from what was matched and measured."""

from dataclasses import replace

import pytest

from coach.core.analysis.findings import Analysis, Delivery, Question
from coach.core.drill import Item, Kind, TimeBudget
from coach.core.fix_next import NOTHING_TO_FIX
from coach.core.match_idea import Match
from coach.core.matching import Matches
from coach.core.rubric import (
    Bands,
    Check,
    CheckName,
    Element,
    KillRule,
    Level,
    Recogniser,
    Rubric,
    Trap,
    Weights,
)
from coach.core.scorecard import Scorecard
from coach.core.scoring import score
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript

ITEM = Item(
    id="one-page",
    kind=Kind.DRILL,
    title="One page",
    prompt="What do you do?",
    time=TimeBudget(answer_s=30),
    rubric="one-page",
    model_answer="Ask.",
)
WORDS = Recogniser(exemplars=("one",))
RUBRIC = Rubric(
    id="one-page",
    elements=(
        Element(id="ask", what="Asks who.", must=True, weight=3, repair="Who reads it?", recognise=WORDS),
        Element(id="price", what="Gives the price.", must=True, weight=2, repair="20 dollars.", recognise=WORDS),
        Element(id="extra", what="Names a limit.", weight=1, repair="Up to 1 TB.", recognise=WORDS),
    ),
    traps=(
        Trap(id="reflex", what="Adds a tool at once.", penalty=15, repair="Ask first.", recognise=WORDS),
        Trap(id="rude", what="Sounds rude.", serious=False, penalty=5, repair="Be kind.", recognise=WORDS),
    ),
    checks=(Check(check=CheckName.QUESTION_BACK), Check(check=CheckName.IT_DEPENDS)),
)
TYPED = Delivery(40, None, None, None, None, (), None, None, 0.0)
SPOKEN = Delivery(40, 20.0, 140.0, 160.0, 1.5, (), 0.8, 0.0, 0.0)
TEXT = "Who reads it and how often, since that is what decides all the rest of what I would do here with it. " * 2


def take(text: str = TEXT) -> Transcript:
    words = text.split()
    heard = [HeardWord(w, 1.5 + i * 0.4, 1.8 + i * 0.4, 0.9) for i, w in enumerate(words)]
    return Transcript.spoken(heard, duration_s=20.0, speech=(TimeSpan(1.5, 18.0),), engine="e", model="m")


def analysis(delivery: Delivery = SPOKEN, text: str = TEXT, *, asks: bool = True) -> Analysis:
    transcript = take(text) if delivery.duration_s is not None else Transcript.typed(text)
    questions = (Question(transcript.evidence(Span(0, 12)), asks_consumer=True),) if asks else ()
    return Analysis(transcript, delivery, questions=questions)


def matches(said: str = "ask price extra", traps: str = "") -> Matches:
    def match(name: str, group: str) -> Match:
        return Match(name, 0.9 if name in group.split() else 0.1, (Span(0, 12),), f"rule of {name}")

    return Matches(
        tuple(match(e.id, said) for e in RUBRIC.elements), tuple(match(t.id, traps) for t in RUBRIC.traps), "words"
    )


def card(found: Matches | None = None, measured: Analysis | None = None, rubric: Rubric = RUBRIC) -> Scorecard:
    return score(rubric, ITEM, measured or analysis(), found or matches())


def test_a_whole_answer_gets_everything_and_has_nothing_to_fix() -> None:
    result = card()

    assert result.score == 100
    assert result.level is Level.SENIOR
    assert result.fix_next == NOTHING_TO_FIX
    assert (result.content_points, result.judgment_points, result.delivery_points) == (70, 20, 10)


def test_elements_share_the_content_points_by_weight() -> None:
    points = {e.id: (e.points, e.max) for e in card(matches("ask")).elements}

    assert points["ask"] == pytest.approx((35, 35))
    assert points["price"] == pytest.approx((0, 70 / 3))
    assert points["extra"] == pytest.approx((0, 70 / 6))


def test_a_trap_takes_its_penalty_off_and_never_below_nothing() -> None:
    assert card(matches(traps="reflex")).score == 85
    assert card(matches("", traps="reflex rude")).content_points == 0


def test_the_parts_add_up_to_the_score() -> None:
    result = card(matches("ask extra", traps="rude"), analysis(asks=False))

    parts = result.content_points + result.judgment_points + result.delivery_points
    assert parts == pytest.approx(result.score, abs=0.2)


def test_every_lost_point_comes_with_something_to_say_instead() -> None:
    result = card(matches("", traps="reflex rude"), analysis(asks=False))

    assert all(e.repair for e in result.elements)
    assert all(t.repair for t in result.traps)
    assert [c.id for c in result.checks if c.repair] == ["question_back"]


def test_met_ideas_quote_the_words_that_met_them() -> None:
    result = card(matches("ask"))

    assert result.elements[0].evidence[0].text == "Who reads it"
    assert result.elements[0].evidence[0].start_s == 1.5
    assert result.elements[1].evidence == ()


@pytest.mark.parametrize(
    ("said", "traps", "level"),
    [
        ("ask price extra", "", Level.SENIOR),
        ("ask price", "", Level.SENIOR),
        ("ask price extra", "rude", Level.SENIOR),
        ("ask extra", "", Level.MID),
        ("ask price extra", "reflex", Level.MID),
        ("extra", "", Level.JUNIOR),
        ("", "reflex", Level.JUNIOR),
    ],
)
def test_senior_needs_every_must_and_no_serious_trap(said: str, traps: str, level: Level) -> None:
    assert card(matches(said, traps)).level is level


def test_the_bands_of_the_rubric_hold() -> None:
    strict = RUBRIC.model_copy(update={"bands": Bands(mid=60, senior=95)})

    assert card(matches("ask price"), rubric=strict).level is Level.MID


def test_a_kill_rule_caps_the_total_and_is_what_to_fix_next() -> None:
    rule = KillRule(when="check_failed", id="question_back", cap=50)
    rubric = RUBRIC.model_copy(update={"kill_rules": (rule,)})

    result = card(measured=analysis(asks=False), rubric=rubric)

    assert result.score == 50
    assert result.capped_by == "question_back"
    assert result.level is Level.MID
    assert "50" in result.fix_next
    assert "no question to the interviewer" in result.fix_next.lower()


def test_a_kill_rule_that_would_not_lower_the_total_does_not_cap_it() -> None:
    rule = KillRule(when="trap_hit", id="reflex", cap=90)
    rubric = RUBRIC.model_copy(update={"kill_rules": (rule,)})

    assert card(matches("ask", traps="reflex"), rubric=rubric).capped_by is None
    assert card(rubric=rubric).capped_by is None


def test_fix_next_is_a_serious_trap_before_a_missed_must() -> None:
    result = card(matches("price extra", traps="reflex"))

    assert "adds a tool at once" in result.fix_next
    assert "Ask first." in result.fix_next
    assert result.fix_evidence[0].text == "Who reads it"


def test_fix_next_is_the_weightiest_missed_must_with_its_sentence() -> None:
    result = card(matches("extra"))

    assert 'Say: "Who reads it?"' in result.fix_next


def test_fix_next_takes_the_costliest_of_what_is_left() -> None:
    result = card(matches("ask price"), analysis(asks=False))

    assert 'Say: "Up to 1 TB."' in result.fix_next

    light = RUBRIC.model_copy(update={"weights": Weights(content=60, judgment=40, delivery=0)})
    assert "question" in card(matches("ask price"), analysis(asks=False), light).fix_next.lower()


def test_a_typed_answer_can_reach_everything_and_is_judged_on_its_fillers_alone() -> None:
    clean = card(measured=analysis(TYPED))
    filled = card(measured=analysis(replace(TYPED, fillers_per_100_words=10.0)))

    assert clean.score == 100
    assert clean.delivery_points == pytest.approx(10 / 3, abs=0.1)
    assert clean.content_points == pytest.approx(70 + 20 / 3, abs=0.1)
    assert filled.delivery_points == 0


def test_without_checks_their_points_belong_to_the_content() -> None:
    bare = RUBRIC.model_copy(update={"checks": ()})

    assert card(rubric=bare).content_points == 90
    assert card(rubric=bare).score == 100


@pytest.mark.parametrize(
    ("delivery", "points"),
    [
        (SPOKEN, 10),
        (replace(SPOKEN, wpm=240.0), 6.7),
        (replace(SPOKEN, wpm=60.0), 6.7),
        (replace(SPOKEN, fillers_per_min=6.0), 6.7),
        (replace(SPOKEN, longest_pause_s=12.0), 6.7),
        (replace(SPOKEN, longest_pause_s=4.0), 10),
        (replace(SPOKEN, wpm=None, fillers_per_min=None, longest_pause_s=None), 6.7),
    ],
    ids=["good", "fast", "slow", "fillers", "fatal pause", "short pause", "silence"],
)
def test_pace_fillers_and_pauses_are_a_third_of_the_delivery_each(delivery: Delivery, points: float) -> None:
    assert card(measured=analysis(delivery)).delivery_points == pytest.approx(points, abs=0.05)


def test_slipping_a_little_costs_a_little() -> None:
    slightly = card(measured=analysis(replace(SPOKEN, wpm=180.0))).delivery_points

    assert 9 < slightly < 10


def test_saying_nothing_is_worth_nothing() -> None:
    silence = Transcript.spoken([], duration_s=20.0, speech=(), engine="e", model="m")
    delivery = Delivery(0, 20.0, None, None, None, (), None, None, 0.0)

    result = card(matches(""), Analysis(silence, delivery))

    assert result.score == 0
    assert result.level is Level.JUNIOR


def test_a_few_words_earn_judgment_and_delivery_only_in_proportion() -> None:
    result = card(matches("ask"), analysis(text="Who reads it?"))

    assert result.judgment_points == pytest.approx(20 * 3 / 25, abs=0.1)


def test_the_scorecard_says_what_it_was_made_with() -> None:
    result = card()

    assert result.item == "one-page"
    assert result.rubric_version == 1
    assert result.matcher == "words"
    assert result.analysis == analysis()
