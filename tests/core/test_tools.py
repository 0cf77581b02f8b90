"""Which tools an answer names, which of them it justifies, and when it only lists them."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.lexicon_yaml import load_lexicon
from coach.core.analysis.findings import Tool
from coach.core.analysis.numbers import find_numbers
from coach.core.analysis.tool_lexicon import ToolEntry, ToolLexicon
from coach.core.analysis.tools import find_tools, is_tool_list
from coach.core.transcript import Transcript

LEXICON = load_lexicon([Path(__file__).resolve().parents[2] / "coach/data/tools.yaml"])
WORDS = ["Kafka", "and", "Spark", "over", "because", ",", ".", "we", "spark", "the", "it"]
MARKED = re.compile(r"\[([^\]]*?)([+-])\]")


def tools_of(answer: str, lexicon: ToolLexicon = LEXICON) -> tuple[Tool, ...]:
    transcript = Transcript.typed(answer)
    return find_tools(transcript, lexicon, find_numbers(transcript))


@pytest.mark.parametrize(
    "marked",
    [
        # a role alone, or an empty reason, leaves it bare
        "We use [Kafka-] for ingestion.",
        "[Redis-] is the cache.",
        "There's [dbt-] for transformations and [Snowflake-] as the warehouse.",
        "It's [Kafka-] because everyone uses it.",
        "We use [dbt-] since it's the industry standard.",
        "The data goes from [Kafka-] to [S3-] to [Snowflake-].",
        "I have five years of experience with [Spark-] and [Airflow-].",
        "Is it [Kafka-] on your side as well?",
        "We don't use [Kafka-].",
        "We store it in [Iceberg-]. The business was happy. Then the match rate fell by sixty percent.",
        # a reason, a number, a consequence, a limit or an alternative justifies
        "[Kafka+] is keyed by advertiser so that one account stays on one worker.",
        "I picked [Postgres+] over [Cassandra+] because it held our write rate.",
        "We chose [Kafka+] over [RabbitMQ+].",
        "We replaced [Superset+] with [Looker+] to get one definition per metric.",
        "[SQS+] has no replay.",
        "[ClickHouse+] answers in under 100 milliseconds.",
        "The [Snowflake+] bill doubled.",
        "[Trino+] was fine until ten people ran it at once.",
        "[Kafka+] gave us replay.",
        # in a sentence that follows and speaks about it
        "We use [Spark+]. It costs us 40 thousand dollars a month.",
        "I'd skip [Kafka+]. The reader comes once a day, so a file drop does it.",
        "Monitoring is in [Datadog+]. We moved there from [Prometheus+] because nobody wanted to run it.",
        # in its own clause only
        "So it's [Kafka-] in front, and [Postgres+] for the reports: it's thirty gigs and one box is plenty.",
    ],
)
def test_a_tool_is_justified_by_what_attaches_to_it(marked: str) -> None:
    answer = MARKED.sub(r"\1", marked)
    expected = [(name, sign == "+") for name, sign in MARKED.findall(marked)]
    assert [(t.where.text, t.justified) for t in tools_of(answer)] == expected


@pytest.mark.parametrize(
    "answer",
    [
        "It was the spark of an idea.",
        "We modelled it as a snowflake schema.",
        "The delta between the two was four rows.",
        "The office was a hive of activity.",
        "Good airflow in the server room matters.",
        "That was the tip of the iceberg.",
        "We had great expectations for that launch.",
        "We ran a Monte Carlo simulation.",
        "In debug mode it logs twice.",
        "We segment users by spend and adjust the bids.",
        "I have no notion of why.",
        "The glue between the teams was one spreadsheet.",
        "We take pride in the flink, sorry, the link.",
        "Let me go to the next point.",
        "",
    ],
)
def test_an_ordinary_word_is_no_tool(answer: str) -> None:
    assert tools_of(answer) == ()


def test_an_ambiguous_name_in_lower_case_counts_among_other_tools() -> None:
    assert [t.where.text for t in tools_of("the job runs in spark on kubernetes")] == ["spark", "kubernetes"]


@pytest.mark.parametrize(
    ("answer", "listed"),
    [
        ("We use Kafka, Flink and Iceberg.", True),
        ("I've worked with Hadoop, Hive, Pig, Presto, you name it.", True),
        ("We use Kafka, Kafka and Kafka.", False),
        ("We use Kafka and Flink.", False),
        ("I picked Flink because of event time. Kafka gave us replay, Iceberg let us evolve. Also dbt.", False),
    ],
)
def test_three_different_bare_tools_in_the_majority_are_a_list(answer: str, listed: bool) -> None:
    assert is_tool_list(tools_of(answer)) is listed


def test_a_later_entry_replaces_one_of_the_same_name() -> None:
    lexicon = ToolLexicon((ToolEntry("Acme", ("Acme Queue",)), ToolEntry("acme", ("AQ",))))
    assert [t.where.text for t in tools_of("Acme Queue, and AQ.", lexicon)] == ["Acme", "AQ"]


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS)).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_tools_inside_it(text: str) -> None:
    for tool in tools_of(text):
        assert text[tool.where.start : tool.where.end] == tool.where.text != ""
