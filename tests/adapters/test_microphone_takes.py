"""A take on disk: what a process that dies leaves behind is made whole."""

import struct
from pathlib import Path

import pytest
import soundfile

from coach.adapters.take_recovery import recover_take
from coach.adapters.take_writer import TakeWriter
from coach.core.ports import AudioFileError

SECOND = bytes(range(250)) * 128
"""16 000 samples."""


def killed(path: Path, seconds: int, synced: int) -> Path:
    """What is left of a take when its process dies without closing it: what the file holds before that."""
    writer = TakeWriter(path.with_name("running.wav"))
    for second in range(seconds):
        writer.append(SECOND)
        if second + 1 == synced:
            writer.sync()
    path.write_bytes(writer.path.read_bytes())
    writer.close()
    return path


def test_a_killed_take_gets_back_all_that_was_written(tmp_path: Path) -> None:
    path = killed(tmp_path / "take.wav", seconds=5, synced=3)
    assert soundfile.info(path).frames == 3 * 16_000
    take = recover_take(path)
    assert take.path == path
    assert take.duration_s == 5.0
    assert take.overflows == 0
    assert "program ended" in take.ended
    assert soundfile.info(path).frames == 5 * 16_000
    assert path.read_bytes()[44:] == SECOND * 5


def test_a_take_that_was_never_synced_is_recovered_too(tmp_path: Path) -> None:
    assert recover_take(killed(tmp_path / "take.wav", seconds=1, synced=0)).duration_s == 1.0


def test_half_a_sample_at_the_end_is_dropped(tmp_path: Path) -> None:
    path = killed(tmp_path / "take.wav", seconds=1, synced=0)
    path.write_bytes(path.read_bytes() + b"\x07")
    assert recover_take(path).duration_s == 1.0
    assert path.read_bytes()[44:] == SECOND


def test_recovering_twice_changes_nothing(tmp_path: Path) -> None:
    path = killed(tmp_path / "take.wav", seconds=2, synced=0)
    first = recover_take(path)
    content = path.read_bytes()
    assert recover_take(path) == first
    assert path.read_bytes() == content


def test_a_closed_take_is_left_as_it_is(tmp_path: Path) -> None:
    writer = TakeWriter(tmp_path / "take.wav")
    writer.append(SECOND)
    writer.close()
    content = writer.path.read_bytes()
    assert recover_take(writer.path).duration_s == 1.0
    assert writer.path.read_bytes() == content


def test_a_take_without_a_sample_cannot_be_recovered(tmp_path: Path) -> None:
    path = killed(tmp_path / "take.wav", seconds=0, synced=0)
    content = path.read_bytes()
    with pytest.raises(AudioFileError, match="holds no sound"):
        recover_take(path)
    assert path.read_bytes() == content


def test_somebody_elses_wav_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "music.wav"
    soundfile.write(path, [[0.1, 0.2]] * 500, 44_100)
    content = path.read_bytes()
    with pytest.raises(AudioFileError, match=r"music\.wav is no take"):
        recover_take(path)
    assert path.read_bytes() == content


def test_every_field_of_the_header_is_what_a_player_expects(tmp_path: Path) -> None:
    writer = TakeWriter(tmp_path / "take.wav")
    writer.append(SECOND)
    writer.close()
    content = writer.path.read_bytes()
    assert struct.unpack("<4sI4s4sIHHIIHH4sI", content[:44]) == (
        *(b"RIFF", len(content) - 8, b"WAVE"),
        *(b"fmt ", 16, 1, 1, 16_000, 32_000, 2, 16),
        *(b"data", len(SECOND)),
    )


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    writer = TakeWriter(tmp_path / "take.wav")
    writer.append(SECOND)
    writer.close()
    writer.close()
    assert writer.duration_s == 1.0


def test_a_discarded_take_leaves_no_file(tmp_path: Path) -> None:
    TakeWriter(tmp_path / "take.wav").discard()
    assert list(tmp_path.iterdir()) == []


def test_a_take_that_cannot_be_opened_cannot_be_recovered(tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match="cannot be repaired"):
        recover_take(tmp_path)


def test_a_disk_without_room_for_a_take_gets_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AudioFileError, match="disk is full: free some space"):
        TakeWriter(tmp_path / "take.wav")
    assert list(tmp_path.iterdir()) == []
