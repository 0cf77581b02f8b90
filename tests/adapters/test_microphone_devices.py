"""Which microphones there are, what is said when there is none, and how they are opened."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.microphone import SounddeviceRecorder
from coach.adapters.player import SounddevicePlayer
from coach.adapters.portaudio import PortAudio
from coach.core.ports import AudioDeviceError, InputDevice
from tests.fake_sounddevice import FakeSounddevice, Plugged

ROOT = Path(__file__).resolve().parents[2]


def recorder_on(sounddevice: FakeSounddevice, platform: str = "linux") -> SounddeviceRecorder:
    return SounddeviceRecorder(PortAudio(load=lambda: sounddevice, platform=platform))


def refusing(error: Exception) -> Callable[[], Any]:
    def load() -> Any:
        raise error

    return load


@pytest.mark.parametrize(
    ("error", "platform", "advice"),
    [
        (OSError("PortAudio library not found"), "linux", "apt install libportaudio2"),
        (OSError("PortAudio library not found"), "darwin", "pip install --force-reinstall sounddevice"),
        (ModuleNotFoundError("No module named 'sounddevice'"), "linux", "pip install sounddevice"),
    ],
)
def test_without_the_library_the_list_is_empty_and_the_problem_says_what_to_type(
    error: Exception, platform: str, advice: str, tmp_path: Path
) -> None:
    recorder = SounddeviceRecorder(PortAudio(load=refusing(error), platform=platform))
    assert recorder.devices() == []
    assert advice in (recorder.problem() or "")
    with pytest.raises(AudioDeviceError, match=advice):
        recorder.record(tmp_path / "take.wav")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("platform", "advice"),
    [
        ("linux", "apt install libasound2-plugins"),
        ("darwin", "Privacy & Security > Microphone"),
        ("win32", "Privacy & security > Microphone"),
        ("freebsd14", "plug one in"),
    ],
)
def test_without_a_microphone_the_problem_says_where_to_look(platform: str, advice: str) -> None:
    only_a_monitor = FakeSounddevice([Plugged("Monitor", inputs=0, outputs=2)])
    recorder = recorder_on(only_a_monitor, platform)
    assert recorder.devices() == []
    assert advice in (recorder.problem() or "")


def test_a_sound_system_that_does_not_start_is_a_problem_and_no_crash() -> None:
    recorder = recorder_on(FakeSounddevice([Plugged("Webcam")], broken=True))
    assert recorder.devices() == []
    assert "restart the sound server" in (recorder.problem() or "")


def test_a_sound_system_that_starts_again_is_used() -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam")], broken=True)
    recorder = recorder_on(sounddevice)
    assert recorder.devices() == []
    sounddevice.broken = False
    assert [device.name for device in recorder.devices()] == ["Webcam"]


def test_only_inputs_are_microphones() -> None:
    sounddevice = FakeSounddevice(
        [Plugged("Monitor", inputs=0, outputs=2), Plugged("Headset", inputs=2, rate_hz=44_100.0)],
        default_input="Headset",
    )
    assert recorder_on(sounddevice).devices() == [InputDevice("Headset", channels=2, rate_hz=44_100.0, is_default=True)]


def test_a_microphone_plugged_in_later_is_found() -> None:
    sounddevice = FakeSounddevice([])
    recorder = recorder_on(sounddevice)
    assert recorder.devices() == []
    sounddevice.plugged.append(Plugged("Headset"))
    assert [device.name for device in recorder.devices()] == ["Headset"]


def test_looking_for_microphones_leaves_a_running_recording_alone(tmp_path: Path) -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam")])
    recorder = recorder_on(sounddevice)
    recording = recorder.record(tmp_path / "take.wav")
    sounddevice.plugged.append(Plugged("Headset"))
    assert [device.name for device in recorder.devices()] == ["Webcam"]
    assert not sounddevice.streams[0].closed
    recording.stop()
    assert [device.name for device in recorder.devices()] == ["Webcam", "Headset"]


def test_a_lost_recording_does_not_keep_new_microphones_from_being_found(tmp_path: Path) -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam")])
    recorder = recorder_on(sounddevice)
    lost = recorder.record(tmp_path / "take.wav")
    sounddevice.streams[0].end()
    sounddevice.plugged[:] = [Plugged("Headset")]
    assert [device.name for device in recorder.devices()] == ["Headset"]
    assert "went away" in lost.stop().ended


def test_a_player_and_a_recorder_do_not_break_each_others_streams() -> None:
    sounddevice = FakeSounddevice([Plugged("Headset", inputs=1, outputs=2)])
    portaudio = PortAudio(load=lambda: sounddevice)
    meter = SounddeviceRecorder(portaudio).listen()
    assert SounddevicePlayer(portaudio).problem() is None
    assert not sounddevice.streams[0].closed
    meter.stop()
    assert sounddevice.streams[0].closed


def test_microphones_of_one_name_can_be_told_apart() -> None:
    twins = [Plugged("USB mic"), Plugged("USB mic", api=1), Plugged("USB mic", api=1), Plugged("Webcam")]
    recorder = recorder_on(FakeSounddevice(twins))
    names = [device.name for device in recorder.devices()]
    assert names == ["USB mic (First)", "USB mic (Second) 1", "USB mic (Second) 2", "Webcam"]


@pytest.mark.parametrize("wanted", ["Yeti Stereo Microphone", "yeti stereo microphone", "yeti"])
def test_a_microphone_is_found_by_its_name_or_a_part_of_it(wanted: str) -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam"), Plugged("Yeti Stereo Microphone", inputs=2)])
    meter = recorder_on(sounddevice).listen(wanted)
    meter.stop()


def test_a_part_of_a_name_that_fits_two_is_refused_with_both_names() -> None:
    recorder = recorder_on(FakeSounddevice([Plugged("USB mic A"), Plugged("USB mic B")]))
    with pytest.raises(AudioDeviceError, match="'USB mic A', 'USB mic B'"):
        recorder.listen("usb")


def test_a_whole_name_wins_over_a_part_of_another() -> None:
    sounddevice = FakeSounddevice([Plugged("default mic"), Plugged("default")])
    recorder = recorder_on(sounddevice)
    recorder.listen("default").stop()


@pytest.mark.parametrize(
    ("accepts", "opened"),
    [
        (None, (16_000, 1)),
        (((44_100, 1), (44_100, 4)), (44_100, 1)),
        (((44_100, 2), (44_100, 4)), (44_100, 2)),
        (((44_100, 4),), (44_100, 4)),
    ],
)
def test_a_microphone_is_opened_as_near_to_16_khz_mono_as_it_offers(
    accepts: tuple[tuple[int, int], ...] | None, opened: tuple[int, int]
) -> None:
    sounddevice = FakeSounddevice([Plugged("Array", inputs=4, rate_hz=44_100.0, accepts=accepts)])
    meter = recorder_on(sounddevice).listen()
    assert (sounddevice.streams[0].samplerate, sounddevice.streams[0].channels) == opened
    meter.stop()


def test_a_microphone_that_refuses_everything_is_named_with_the_reason(tmp_path: Path) -> None:
    recorder = recorder_on(FakeSounddevice([Plugged("Odd", accepts=())]))
    with pytest.raises(AudioDeviceError, match=r"'Odd' cannot be used \(Invalid sample rate\): close programs"):
        recorder.record(tmp_path / "take.wav")
    assert list(tmp_path.iterdir()) == []


def test_a_microphone_that_does_not_start_is_let_go_and_leaves_no_file(tmp_path: Path) -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam")], refuse_start=True)
    recorder = recorder_on(sounddevice)
    with pytest.raises(AudioDeviceError, match=r"'Webcam' cannot be used \(Unanticipated host error\)"):
        recorder.record(tmp_path / "take.wav")
    assert list(tmp_path.iterdir()) == []
    assert sounddevice.streams[0].closed


def test_recording_finds_a_microphone_that_took_the_place_of_the_one_known(tmp_path: Path) -> None:
    sounddevice = FakeSounddevice([Plugged("Webcam")])
    recorder = recorder_on(sounddevice)
    recorder.devices()
    sounddevice.plugged[:] = [Plugged("Headset")]
    recording = recorder.record(tmp_path / "take.wav")
    assert recording.stop().path.exists()


FROZEN_AT_THE_END = """
import atexit, threading
from coach.adapters.microphone import SounddeviceRecorder
from coach.adapters.portaudio import PortAudio
from tests.fake_sounddevice import FakeSounddevice, Plugged

sounddevice = FakeSounddevice([Plugged("Webcam")])
hang = threading.Event().wait
sounddevice._exit_handler = hang
atexit.register(sounddevice._exit_handler)
meter = SounddeviceRecorder(PortAudio(load=lambda: sounddevice)).listen()
sounddevice.streams[0].abort = hang
meter.stop()
print("stopped")
"""


def test_a_device_that_never_lets_go_keeps_neither_stop_nor_the_program_from_ending() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FROZEN_AT_THE_END], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "stopped\n"


def test_sounddevice_is_loaded_only_when_it_is_needed() -> None:
    program = (
        "import sys; from coach.adapters import microphone, player;"
        "microphone.SounddeviceRecorder(); player.SounddevicePlayer();"
        "print([name for name in ('sounddevice', 'soundfile', 'numpy', 'soxr') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
