"""A transcript lays heard words out in one text, and words in silence are not words."""

from coach.core.spans import Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript, words_in_speech

HEARD = [HeardWord(" Who", 0.4, 0.6, 0.9), HeardWord(" runs", 0.6, 0.9, 0.8), HeardWord(" this?", 0.9, 1.3, 0.7)]


def spoken(heard: list[HeardWord]) -> Transcript:
    return Transcript.spoken(heard, duration_s=5, speech=(TimeSpan(0.5, 1.3),), engine="fake", model="tiny")


def test_words_are_joined_by_single_blanks_and_point_into_the_text() -> None:
    transcript = spoken(HEARD)
    assert transcript.text == "Who runs this?"
    assert [transcript.text[w.start : w.end] for w in transcript.words] == ["Who", "runs", "this?"]


def test_a_blank_word_is_no_word() -> None:
    assert spoken([HeardWord("  ", 0, 1, 0.5)]).words == ()


def test_evidence_carries_its_words_and_its_time() -> None:
    evidence = spoken(HEARD).evidence(Span(4, 14))
    assert (evidence.text, evidence.start_s, evidence.end_s) == ("runs this?", 0.6, 1.3)


def test_typed_evidence_has_no_time() -> None:
    evidence = Transcript.typed("Who runs this?").evidence(Span(0, 3))
    assert (evidence.text, evidence.start_s, evidence.end_s) == ("Who", None, None)


def test_words_invented_on_silence_are_dropped() -> None:
    speech = (TimeSpan(0.5, 1.3),)
    invented = [*HEARD, HeardWord("Thank you.", 3.0, 3.5, 0.4)]
    assert [w.text.strip() for w in words_in_speech(invented, speech)] == ["Who", "runs", "this?"]


def test_a_word_at_the_edge_of_speech_stays() -> None:
    assert words_in_speech([HeardWord("so", 1.4, 1.55, 0.9)], (TimeSpan(0.5, 1.3),))


def test_without_speech_there_are_no_words() -> None:
    assert words_in_speech(HEARD, ()) == ()
