"""Cutting text: every span points back at what was said."""

import pytest

from coach.core.text import sentences, tokens


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("   \n ", []),
        ("no punctuation at all", ["no punctuation at all"]),
        ("Who runs it? An analyst. Fine!", ["Who runs it?", "An analyst.", "Fine!"]),
        ("It costs 4.5 TB. Always.", ["It costs 4.5 TB.", "Always."]),
        ("We ship at 6 a.m. with a banner.", ["We ship at 6 a.m. with a banner."]),
        ("Tools, e.g. Kafka, are not it.", ["Tools, e.g. Kafka, are not it."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("He said “no.” Then left.", ["He said “no.”", "Then left."]),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == cut


def test_tokens_keep_numbers_names_and_contractions_whole() -> None:
    text = "Don’t scan 800,000 rows of user_id, 99% at 4.5."
    assert [t.text for t in tokens(text)] == ["don't", "scan", "800,000", "rows", "of", "user_id", "99%", "at", "4.5"]
    assert all(text[t.start : t.end].lower().replace("’", "'") == t.text for t in tokens(text))
