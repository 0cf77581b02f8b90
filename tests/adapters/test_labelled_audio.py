"""Takes with known silences hold exactly the silence they say, and the index of clips is read as it is written."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from coach.adapters.labelled_audio import has_clips, is_held_out, make_timed_takes, read_clips, source_of
from coach.core.ports import SAMPLE_RATE_HZ, ContentError

HEAD = "name\tseconds\tsource\tlicence\tkind\thas_fillers\tn_fillers\ttranscript_origin\n"


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """A synthetic clip of four loud sentences of one second with half a second between, and its index."""
    sentence, gap = np.full(SAMPLE_RATE_HZ, 0.5, np.float32), np.zeros(SAMPLE_RATE_HZ // 2, np.float32)
    sf.write(tmp_path / "tts_a.flac", np.concatenate([gap, *[sentence, gap] * 4]), SAMPLE_RATE_HZ)
    times = [{"start": 0.5 + 1.5 * i, "end": 1.5 + 1.5 * i, "text": "two words"} for i in range(4)]
    (tmp_path / "tts_a.json").write_text(json.dumps(times))
    (tmp_path / "INDEX.tsv").write_text(
        HEAD
        + "tts_a\t6.5\tx\tx\tsynthetic\ty\t2\texact\n"
        + "room\t9.0\tx\tx\tnoise\tn\t\tnone\n"
        + "call\t9.0\tx\tx\tspontaneous\tunknown\t\tpublished\n"
    )
    for name, text in (("tts_a", "two words um\n"), ("room", "\n"), ("call", "Hello?\n")):
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def test_silences_lie_where_they_are_said_to_lie(clips: Path, tmp_path: Path) -> None:
    takes = list(make_timed_takes(clips, tmp_path))
    assert [len(t.words) for t in takes] == [6, 2]
    for take in takes:
        sound, rate = sf.read(take.path)
        assert rate == SAMPLE_RATE_HZ
        assert len(sound) / rate == pytest.approx(take.known.duration_s, abs=0.001)
        loud = np.flatnonzero(np.abs(sound) > 0.1) / rate
        assert loud[0] == pytest.approx(take.known.first_word_s, abs=0.001)
        found = [(a, b) for a, b in pairwise(loud) if b - a > 1]
        known = [(p.start_s, p.end_s) for p in take.known.pauses]
        assert found == [pytest.approx(k, abs=0.001) for k in known]
        assert take.words[0].start_s == pytest.approx(take.known.first_word_s)


def test_only_transcripts_that_keep_their_fillers_are_counted(clips: Path) -> None:
    assert has_clips(clips)
    assert [(c.name, c.kind, c.text, c.filled_pauses) for c, _ in read_clips(clips)] == [
        ("tts_a", "synthetic", "two words um", 2),
        ("room", "noise", "", 0),
        ("call", "spontaneous", "Hello?", None),
    ]


def test_all_clips_of_a_source_are_in_the_same_half() -> None:
    assert source_of("amih_en2002b_bc_0859") == source_of("amih_en2002b_take_1069") == "amih"
    assert {name: is_held_out(name) for name in ("amih_a", "amih_b", "mfa_um", "mfa_cold_corpus", "earnings22_3")} == {
        "amih_a": True,
        "amih_b": True,
        "mfa_um": False,
        "mfa_cold_corpus": False,
        "earnings22_3": True,
    }


def test_a_folder_without_an_index_has_no_clips(tmp_path: Path) -> None:
    assert not has_clips(tmp_path)


def test_an_index_that_names_a_missing_transcript_is_one_sentence(clips: Path) -> None:
    (clips / "room.txt").unlink()
    with pytest.raises(ContentError, match="fetch it again"):
        read_clips(clips)


def test_times_that_are_no_times_are_one_sentence(clips: Path, tmp_path: Path) -> None:
    (clips / "tts_a.json").write_text('[{"start": "soon"}]')
    with pytest.raises(ContentError, match="no exact times"):
        list(make_timed_takes(clips, tmp_path))
