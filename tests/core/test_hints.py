"""Hints teach authors: each names the weak part and says what to write."""

from coach.adapters.match_weights import load_match_weights
from coach.core.analysis.tool_lexicon import ToolLexicon
from coach.core.drill import Item
from coach.core.glossary import Card, item_of, rubric_of
from coach.core.hints import judged_hints, written_hints
from coach.core.judge import Judge
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

NEAR = ["One thing.", "Two things.", "Three of them.", "No four.", "Five at most."]


def an_item(model_answer: str = "We partition by date.") -> Item:
    return Item.model_validate(
        {
            "id": "drill-x",
            "kind": "drill",
            "title": "X",
            "prompt": "What now?",
            "time": {"answer_s": 30},
            "rubric": "drill-x",
            "model_answer": model_answer,
        }
    )


def a_rubric(recognise: dict[str, object], **more: object) -> Rubric:
    element = {"id": "one", "what": "One", "must": True, "repair": "Say one.", "recognise": recognise}
    return Rubric.model_validate({"id": "drill-x", "elements": [element], **more})


def advice(rubric: Rubric, item: Item | None = None) -> list[str]:
    return [f"{h.where}: {h.sentence}" for h in written_hints(item or an_item(), rubric)]


def judged(rubric: Rubric, item: Item) -> list[str]:
    judge = Judge(ToolLexicon(()), load_match_weights())

    def tried(text: str) -> Scorecard:
        return judge(item, rubric, Transcript.typed(text))

    return [f"{h.where}: {h.sentence}" for h in judged_hints(item, rubric, tried)]


def test_one_wording_alone_is_known_by_heart_or_missed() -> None:
    assert "one: has one wording and nothing else, so only those who know it by heart meet it" in advice(
        a_rubric({"phrases": ["partition by date"]})
    )


def test_few_exemplars_few_near_misses_and_no_terms_are_named() -> None:
    assert advice(a_rubric({"exemplars": ["We partition by date."], "near_misses": ["By user."]})) == [
        "one: has 1 of 8 exemplars, each as another engineer would say it",
        "one: has 1 of 5 near misses: the same words without the idea, or denied",
        "one: has no key terms; name one to three groups of words that such an answer contains",
    ]


def test_exemplars_that_repeat_each_other_teach_nothing() -> None:
    exemplars = [
        "Dates decide.",
        "Days first.",
        "Split on calendar.",
        "Per day.",
        "Time it.",
        "Folders hold a day.",
        "One a day.",
    ]
    found = advice(a_rubric({"exemplars": ["By day we cut it.", "We cut it by day.", *exemplars], "near_misses": NEAR}))
    assert [f for f in found if "nearly" in f] == [
        "one: exemplars 1 and 2 are nearly the same; say one of them another way"
    ]


def test_a_model_answer_must_fit_the_clock() -> None:
    rubric = a_rubric({"phrases": ["a"], "exemplars": ["b"]})
    assert "model_answer: takes 40 s at 150 words a minute, the clock gives 30; cut it" in advice(
        rubric, an_item("word " * 100)
    )


def test_a_card_with_one_wording_for_a_concept_is_told_so() -> None:
    card = Card(term="Watermark", says="How far event time has come.", must_mention=(("event time",), ("far", "come")))
    found = [f"{h.where}: {h.sentence}" for h in written_hints(item_of(card), rubric_of(card))]
    assert found == ['event-time: only "event time" counts; list the other ways of saying it']


def test_a_model_answer_below_senior_is_told_what_it_misses() -> None:
    rubric = a_rubric({"phrases": ["partition by date"]})
    found = judged(rubric, an_item("We bucket by user and hope that it holds for the whole of next year."))
    assert any(f.startswith("model_answer: scores junior") and f.endswith("misses one") for f in found)


def test_an_item_that_judges_its_own_sentences_rightly_gets_no_hint() -> None:
    rubric = a_rubric({"phrases": ["partition by date"], "exemplars": ["We partition by date."]})
    long_enough = "We partition by date. " * 7
    assert judged(rubric, an_item(long_enough)) == []
