"""What leaves the coach is data: no formula, no mark-up, no terminal escape, no place of the user's machine."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach.core.attempt import Attempt, Source, State
from coach.core.export_markdown import escaped, markdown
from coach.core.exporting import COLUMNS, Exported, export_json, export_line, export_row, harmless_cell, without_paths
from coach.core.transcript import Transcript
from tests.scorecards import scorecard

HOSTILE = "Who </script><img src=x onerror=alert(1)> \x1b[31m\x9b2J *runs* [it](http://x) `now` \u202e & why?"


def attempt(text: str = "Who runs this query?", **more: object) -> Attempt:
    transcript = Transcript.typed(text)
    return Attempt(
        id="20260301T230000000000-abcdef",
        item="drill-4tb-query",
        created_at=datetime(2026, 3, 1, 23, 0, tzinfo=UTC),
        source=Source.TYPED,
        state=State.SCORED,
        transcript=transcript,
        scorecard=scorecard(transcript, 62.0),
        **more,  # type: ignore[arg-type]
    )


def test_an_attempt_is_one_line_of_json_with_its_whole_transcript() -> None:
    line = export_line(Exported(attempt(), title="Four terabytes", note="Say the price."))
    read = json.loads(line)
    assert "\n" not in line
    assert read["transcript"]["text"] == "Who runs this query?"
    assert [w["text"] for w in read["transcript"]["words"]] == ["Who", "runs", "this", "query?"]
    assert (read["title"], read["note"], read["scorecard"]["score"]) == ("Four terabytes", "Say the price.", 62.0)


def test_an_attempt_without_a_verdict_is_exported_with_its_words() -> None:
    waiting = replace(attempt(), scorecard=None, state=State.TRANSCRIBED)
    read = export_json(Exported(waiting))
    assert read["scorecard"] is None
    assert read["transcript"]["text"] == "Who runs this query?"


@pytest.mark.parametrize("text", [HOSTILE, "lone \ud800 surrogate", "line\u2028break \x7f \U0001f600 é"])
def test_a_json_line_holds_every_character_and_shows_none_that_a_terminal_obeys(text: str) -> None:
    line = export_line(Exported(attempt(text)))
    assert line.isprintable()
    assert json.loads(line)["transcript"]["text"] == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n@x", "−1"])
def test_no_cell_begins_a_formula(text: str) -> None:
    assert harmless_cell(text).startswith("'")


def test_a_cell_that_begins_no_formula_stays_as_it_is() -> None:
    assert harmless_cell("4 TB = 4e12 bytes") == "4 TB = 4e12 bytes"


def test_a_row_has_a_value_for_every_head_and_reads_back() -> None:
    row = export_row(Exported(attempt('=HYPERLINK("http://x"), I said'), title="-title", note="@note"))
    line = io.StringIO()
    csv.writer(line).writerow(row)
    read = dict(zip(COLUMNS, next(csv.reader(io.StringIO(line.getvalue()))), strict=True))
    assert read["text"] == '\'=HYPERLINK("http://x"), I said'
    assert (read["title"], read["note"]) == ("'-title", "'@note")
    assert (read["score"], read["ideas_said"], read["wpm"]) == ("62.0", "ask-who", "")


def test_rows_without_a_verdict_are_as_long_as_the_others() -> None:
    assert len(export_row(Exported(replace(attempt(), scorecard=None)))) == len(COLUMNS)


def test_markdown_quotes_the_words_behind_each_idea() -> None:
    text = markdown(Exported(attempt(), title="Four terabytes"))
    assert text.startswith("# Four terabytes\n")
    assert "- ✓ Asks who runs it (must): said, 62 of 100\n  > “Who”" in text
    assert "Who runs this query?" in text


def test_what_was_said_is_no_markup_and_no_html_in_markdown() -> None:
    text = markdown(Exported(attempt(HOSTILE)))
    assert "\\<img src=x onerror=alert(1)\\>" in text
    assert "\\*runs\\*" in text
    assert "\\[it\\]" in text
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)


def test_an_escaped_line_stays_one_line() -> None:
    assert "\n" not in escaped("one\n# two")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("/home/jo/recordings/x.wav cannot be read.", "x.wav cannot be read."),
        ("Look in /var/lib/coach/coach.db; repair it.", "Look in coach.db; repair it."),
        ("/Users/Jo Smith/coach/recordings/x.wav holds no sound", "recordings/x.wav holds no sound"),
        ("See ~/notes/a.txt.", "See a.txt."),
        ("It runs 3/4 of the time and/or fails.", "It runs 3/4 of the time and/or fails."),
    ],
)
def test_a_sentence_loses_the_places_of_the_machine(sentence: str, told: str) -> None:
    assert without_paths(sentence, ("/Users/Jo Smith/coach", "/")) == told


def test_exports_name_no_place_of_the_machine() -> None:
    told = Exported(
        attempt(error="/home/jo/recordings/x.wav holds no sound", audio="/home/jo/recordings/x.wav"),
        folders=("/home/jo",),
    )
    for text in (export_line(told), markdown(told), ",".join(map(str, export_row(told)))):
        assert "/home" not in text
        assert "/recordings" not in text
