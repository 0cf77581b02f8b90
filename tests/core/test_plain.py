"""Text from outside is shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.plain import REPLACEMENT, ascii_twin, one_line, plain


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\r", "\u202e", "\u200b", "\ud800", "\ufeff"])
def test_what_a_terminal_would_obey_is_replaced(char: str) -> None:
    assert plain(f"a{char}b") == f"a{REPLACEMENT}b"


def test_letters_signs_and_line_breaks_stay() -> None:
    text = "Größe 4.5 % “quoted” – 日本\nnext [bold]line[/bold]"
    assert plain(text) == text


def test_tabs_and_odd_blanks_become_blanks() -> None:
    assert plain("a\tb\u00a0c\u2028d") == "a b c d"
    assert one_line("a\nb") == "a b"


@given(st.text())
def test_offsets_stay_true(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(ascii_twin(plain(text))) == len(text)
    assert ascii_twin(plain(text)).isascii()
    assert all(c == "\n" or c.isprintable() for c in plain(text))


def test_typographic_signs_and_accents_have_ascii_twins() -> None:
    assert ascii_twin("“it’s” – 3×2… café 日") == '"it\'s" - 3x2. cafe ?'
