"""Which part of a story each sentence plays."""

from coach.core.analysis.findings import StarPart
from coach.core.analysis.star import label_star
from coach.core.text import sentences
from coach.core.transcript import Transcript

STORY = (
    "Okay, let me tell you about the invoice export. "
    "Two years ago our exports to finance were late almost every morning. "
    "My manager asked me to get them on time before the audit. "
    "I listed every reader of the export and called each of them. "
    "Then I split the job and moved the heavy half to the night. "
    "By the end of the quarter the export was on time on 98% of the days. "
    "I always start with the readers now."
)


def parts(text: str) -> str:
    short = {StarPart.OTHER: "o"}
    return "".join(short.get(s.part, s.part.value) for s in label_star(Transcript.typed(text)))


def test_a_complete_story_goes_from_talk_over_situation_and_task_to_insight() -> None:
    assert parts(STORY) == "oSTAARI"


def test_every_sentence_gets_one_label_in_order() -> None:
    spans = [(s.where.start, s.where.end) for s in label_star(Transcript.typed(STORY))]
    assert spans == [(s.start, s.end) for s in sentences(STORY)]


def test_a_story_may_open_with_the_task() -> None:
    assert (
        parts("I was asked to halve the bill. I looked at who read the old data. I moved it to the cold tier.") == "TAA"
    )


def test_a_finding_in_the_middle_of_the_work_is_action() -> None:
    labels = parts(
        "Our reports disagreed. I compared the two sources row by row. It turned out that 40 of them used the old "
        "clock. "
        "I moved those to the new one. The difference went from 5% to zero."
    )
    assert labels == "SAAAR"


def test_a_maxim_at_the_end_is_insight() -> None:
    labels = parts(
        "We lost a day of events. I replayed it from the raw files. Nobody noticed. A copy is cheaper than a promise."
    )
    assert labels.endswith("I")


def test_a_deed_is_action_whatever_the_verb() -> None:
    labels = parts("The loader lost rows. I unpicked the retry logic. I reindexed the ledger. The loss went to zero.")
    assert labels == "SAAR"


def test_the_deadline_one_was_given_is_task() -> None:
    assert parts("Our bill had doubled. I had to halve it by the end of June. I listed the readers.") == "STA"


def test_speech_without_full_stops_is_cut_into_clauses() -> None:
    text = (
        "so we had this feed and it was always late because nobody owned it and my manager asked me to fix it by june "
        "so i wrote down every reader and i moved the load to five in the morning and then i told finance about the "
        "new time in the end nobody complained and the close went from six days to two what i learned is that "
        "you have to find the readers first"
    )
    labels = parts(text)
    assert labels[0] == "S"
    assert "AAA" in labels
    assert labels.endswith("RI")


def test_empty_and_odd_text_is_no_error() -> None:
    assert label_star(Transcript.typed("")) == ()
    for text in ("😀 😀 😀", "...", "word " * 20_000):
        for s in label_star(Transcript.typed(text)):
            assert text[s.where.start : s.where.end] == s.where.text
