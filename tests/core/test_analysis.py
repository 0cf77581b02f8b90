"""One value holds everything the detectors find in an answer."""

import time

from coach.core.analysis.analysis import analyse
from coach.core.analysis.findings import HedgeStatus
from coach.core.analysis.tool_lexicon import ToolEntry, ToolLexicon
from coach.core.transcript import Transcript

LEXICON = ToolLexicon((ToolEntry("Kafka"), ToolEntry("Flink"), ToolEntry("Iceberg")))
ANSWER = (
    "Um, can I ask who reads the report? It depends on the reader. If it's finance, I go batch. "
    "We used Kafka, Flink and Iceberg for 40 million rows a day. I decided to drop the stream."
)


def test_every_detector_reports_into_the_analysis() -> None:
    analysis = analyse(Transcript.typed(ANSWER), LEXICON, target="I decided to drop the stream")
    assert [f.where.text for f in analysis.fillers] == ["Um"]
    assert [h.status for h in analysis.it_depends] == [HedgeStatus.RESOLVED]
    assert [(n.value, n.unit) for n in analysis.numbers] == [(40_000_000, "per_day")]
    assert [t.where.text for t in analysis.tools] == ["Kafka", "Flink", "Iceberg"]
    assert analysis.delivery.words == len(ANSWER.split()) - 1
    assert analysis.questions
    assert analysis.star
    assert analysis.ownership.i > 0
    assert analysis.verbatim is not None


def test_an_item_without_a_target_line_has_no_verbatim_verdict() -> None:
    assert analyse(Transcript.typed(ANSWER), LEXICON).verbatim is None


def test_an_empty_answer_has_no_findings() -> None:
    analysis = analyse(Transcript.typed(""), LEXICON)
    assert (analysis.fillers, analysis.numbers, analysis.tools, analysis.it_depends) == ((), (), (), ())
    assert analysis.delivery.words == 0


def test_a_very_long_answer_without_punctuation_is_analysed_in_seconds() -> None:
    words = ["it depends on um the kafka lag like 40 rows if we know what kind of reader"] * 1300
    start = time.process_time()
    analyse(Transcript.typed(" ".join(words)), LEXICON)
    assert time.process_time() - start < 30
