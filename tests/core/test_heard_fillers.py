"""Filled pauses that were written, heard, or may have been: each place counts once, a doubtful one not at all."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coach.core.analysis.analysis import analyse
from coach.core.analysis.findings import Filler, FillerType, Tier
from coach.core.analysis.tool_lexicon import ToolLexicon
from coach.core.documents import read_transcript, transcript_document
from coach.core.practice import write_down
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardPause, HeardWord, Transcript
from tests.fakes import FakeActivity, FakeTranscriber, said

SURE, UNSURE, UNLIKELY = 0.95, 0.3, 0.1


def answer(words: tuple[HeardWord, ...], *pauses: tuple[float, float, float]) -> Transcript:
    return Transcript.spoken(
        words,
        duration_s=10.0,
        speech=(TimeSpan(0.5, 9.5),),
        engine="fake",
        model="fake",
        heard_pauses=tuple(HeardPause(TimeSpan(start, end), probability) for start, end, probability in pauses),
    )


def fillers(transcript: Transcript) -> tuple[Filler, ...]:
    return analyse(transcript, ToolLexicon(())).fillers


def tiers(transcript: Transcript) -> list[Tier]:
    return [f.tier for f in fillers(transcript)]


WORDS = (*said("We read the table", 0.5), *said("once a day", 4.0))


def test_what_was_only_heard_counts_and_lies_between_its_words() -> None:
    transcript = answer(WORDS, (2.6, 3.1, SURE))
    (filler,) = fillers(transcript)
    assert (filler.type, filler.tier) == (FillerType.FILLED_PAUSE, Tier.HEARD)
    assert filler.where.start == filler.where.end == transcript.text.index("once")
    assert (filler.where.start_s, filler.where.end_s, filler.where.text) == (2.6, 3.1, "")
    assert analyse(transcript, ToolLexicon(())).delivery.fillers_per_min == pytest.approx(60 / 9)


def test_a_doubtful_one_is_shown_and_not_counted() -> None:
    transcript = answer(WORDS, (2.6, 3.1, UNSURE))
    assert tiers(transcript) == [Tier.UNCERTAIN]
    assert analyse(transcript, ToolLexicon(())).delivery.fillers_per_min == 0


def test_an_unlikely_one_is_not_shown() -> None:
    assert tiers(answer(WORDS, (2.6, 3.1, UNLIKELY))) == []


def test_heard_ones_are_no_words() -> None:
    heard, plain = answer(WORDS, (2.6, 3.1, SURE)), answer(WORDS)
    assert analyse(heard, ToolLexicon(())).delivery.words == analyse(plain, ToolLexicon(())).delivery.words == 7


@pytest.mark.parametrize("um_s", [(2.6, 3.1), (3.9, 3.9), (2.1, 2.3)], ids=["on it", "late, no length", "early"])
def test_one_that_is_written_too_is_counted_once(um_s: tuple[float, float]) -> None:
    um = HeardWord("um,", *um_s, 0.8)
    assert tiers(answer((*WORDS[:4], um, *WORDS[4:]), (2.6, 3.1, SURE))) == [Tier.TRANSCRIBED]


def test_of_two_in_one_gap_the_written_one_takes_the_likelier() -> None:
    um = HeardWord("um,", 3.9, 3.9, 0.8)
    transcript = answer((*WORDS[:4], um, *WORDS[4:]), (2.2, 2.5, UNSURE), (3.0, 3.6, SURE))
    assert sorted(tiers(transcript)) == [Tier.TRANSCRIBED, Tier.UNCERTAIN]


def test_two_written_ones_take_two() -> None:
    ums = (HeardWord("uh,", 2.4, 2.4, 0.8), HeardWord("um,", 3.9, 3.9, 0.8))
    transcript = answer((*WORDS[:4], *ums, *WORDS[4:]), (2.2, 2.5, SURE), (3.2, 3.6, SURE))
    assert tiers(transcript) == [Tier.TRANSCRIBED, Tier.TRANSCRIBED]


def test_another_sort_of_filler_takes_none() -> None:
    basically = said("We basically read", 0.5)
    assert tiers(answer(basically, (0.9, 1.3, SURE))) == [Tier.TRANSCRIBED, Tier.HEARD]


def test_one_after_the_last_word_stands_at_the_end() -> None:
    transcript = answer(WORDS, (6.0, 6.5, SURE))
    assert fillers(transcript)[0].where.start == len(transcript.text)


def test_what_was_heard_is_kept_with_the_transcript() -> None:
    transcript = answer(WORDS, (2.6, 3.1, SURE))
    assert read_transcript(transcript_document(transcript)) == transcript


def test_a_transcript_that_was_kept_before_anything_was_heard_still_loads() -> None:
    document = json.loads(transcript_document(answer(WORDS)))
    del document["heard_pauses"]
    assert read_transcript(json.dumps(document)) == answer(WORDS)


@dataclass
class FakeFilledPauses:
    """Hears one place in every take; remembers the words it was told."""

    words: list[str] = field(default_factory=list)

    def candidates(self, path: Path, speech: Sequence[TimeSpan], words: Sequence[HeardWord]) -> tuple[HeardPause, ...]:
        self.words += [w.text for w in words]
        return (HeardPause(TimeSpan(1.0, 1.4), SURE),)


def test_a_take_is_listened_to_once_its_words_are_known(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(b"")
    hearing = FakeFilledPauses()
    transcript = write_down(path, 3.0, FakeActivity(), FakeTranscriber(said("Who runs")), filled_pauses=hearing)
    assert hearing.words == ["Who", "runs"]
    assert transcript.heard_pauses == (HeardPause(TimeSpan(1.0, 1.4), SURE),)


def test_a_take_without_a_word_is_not_listened_to(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(b"")
    transcript = write_down(path, 3.0, FakeActivity(), FakeTranscriber(()), filled_pauses=FakeFilledPauses())
    assert transcript.heard_pauses == ()


def test_a_word_without_length_does_not_part_a_written_one_from_its_sound() -> None:
    words = (*said("We read what to say,", 0.5), HeardWord("but,", 3.9, 3.9, 0.8), HeardWord("um,", 3.9, 4.0, 0.8))
    assert tiers(answer((*words, *said("once a day", 4.2)), (3.0, 3.4, SURE))) == [Tier.TRANSCRIBED]


def test_the_written_one_with_the_least_room_is_served_first() -> None:
    ums = (HeardWord("uh,", 2.4, 2.4, 0.8), HeardWord("uh,", 3.8, 3.9, 0.8), HeardWord("uh,", 3.9, 3.9, 0.8))
    heard = ((2.2, 2.4, 0.9), (3.0, 3.3, 0.95), (3.7, 3.9, 0.99))
    assert tiers(answer((*WORDS[:4], *ums, *WORDS[4:]), *heard)) == [Tier.TRANSCRIBED] * 3
