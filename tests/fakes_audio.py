"""Microphones and loudspeakers without sound hardware: time passes when a test says so."""

import os
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach.core.ports import (
    SAMPLE_RATE_HZ,
    AudioDeviceError,
    AudioFileError,
    InputDevice,
    RecordingState,
    RecordingStatus,
    Take,
)

BUILT_IN = InputDevice(name="Built-in microphone", channels=1, rate_hz=48_000.0, is_default=True)
HEADSET = InputDevice(name="Headset", channels=1, rate_hz=16_000.0, is_default=False)

GONE = "The microphone went away: plug it in again; what was heard until then is kept."
FULL = "The disk is full: free some space and record again; what was heard until then is kept."
KILLED = "The program ended while this answer was being recorded."

Levels = Sequence[tuple[float, float]]
"""(seconds, peak 0 to 1), one after the other from the start of each recording; the last level stays."""


@dataclass
class FakeClock:
    """Seconds that pass when `advance` is called."""

    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s

    def advance(self, seconds: float) -> None:
        self.now_s += seconds


@dataclass
class FakeCapture:
    """What a microphone hears by its script; both a Recording and a LevelMeter are made of it."""

    clock: FakeClock
    levels: list[tuple[float, float]]
    began_s: float = field(init=False)
    glanced_s: float = 0.0
    frozen_at_s: float | None = None
    lost_s: float = 0.0
    """Time that passed while the device was frozen."""
    ending: tuple[RecordingStatus, str] | None = None
    ended_at_s: float | None = None
    overflows: int = 0

    def __post_init__(self) -> None:
        self.began_s = self.clock.now_s

    def heard_s(self) -> float:
        if self.ended_at_s is not None:
            return self.ended_at_s
        until_s = self.clock.now_s if self.frozen_at_s is None else self.frozen_at_s
        return round((until_s - self.began_s - self.lost_s) * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ

    def end(self, status: RecordingStatus, reason: str) -> None:
        if self.ending is None:
            self.ended_at_s = self.heard_s()
            self.ending = (status, reason)

    def condition(self) -> tuple[RecordingStatus, str]:
        if self.ending is not None:
            return self.ending
        quiet_s = 0.0 if self.frozen_at_s is None else self.clock.now_s - self.frozen_at_s
        if quiet_s > 1.0:
            return "stalled", f"The microphone has sent nothing for {quiet_s:.0f} s: check its plug and its switch."
        return "recording", ""

    def spans(self) -> list[tuple[float, float, float]]:
        """(from, to, peak) of what was heard."""
        heard_s, at_s, found = self.heard_s(), 0.0, []
        for place, (length_s, peak) in enumerate(self.levels):
            end_s = heard_s if place == len(self.levels) - 1 else min(at_s + length_s, heard_s)
            if end_s > at_s:
                found.append((at_s, end_s, peak))
                at_s = end_s
        return found

    def state(self) -> RecordingState:
        spans, heard_s = self.spans(), self.heard_s()
        peak = max((peak for _, end_s, peak in spans if end_s > self.glanced_s), default=0.0)
        sounding_until_s = max((end_s for _, end_s, peak in spans if peak > 0), default=0.0)
        fresh = heard_s > self.glanced_s
        self.glanced_s = heard_s
        status, reason = self.condition()
        return RecordingState(
            status=status,
            elapsed_s=heard_s,
            peak=peak if fresh else 0.0,
            silent_s=heard_s - sounding_until_s,
            overflows=self.overflows,
            reason=reason,
        )


@dataclass
class FakeLevelMeter:
    """A LevelMeter on a scripted capture."""

    capture: FakeCapture

    def state(self) -> RecordingState:
        return self.capture.state()

    def stop(self) -> None:
        self.capture.end("recording", "")


@dataclass
class FakeRecording:
    """A Recording on a scripted capture; the file gets its samples when it is stopped."""

    capture: FakeCapture
    path: Path
    take: Take | None = None

    def state(self) -> RecordingState:
        return self.capture.state()

    def stop(self) -> Take:
        if self.take is None:
            _, reason = self.capture.condition()
            self.capture.end("recording", "")
            frames = write_levels(self.path, self.capture.spans())
            self.take = Take(self.path, frames / SAMPLE_RATE_HZ, self.capture.overflows, reason)
        return self.take


class FakeRecorder:
    """The port Recorder, and the hand that pulls plugs."""

    def __init__(
        self,
        clock: FakeClock | None = None,
        levels: Levels = ((0.0, 0.5),),
        devices: Sequence[InputDevice] = (BUILT_IN, HEADSET),
    ) -> None:
        self.clock = clock or FakeClock()
        self.levels = levels
        self.present = list(devices)
        self.captures: list[FakeCapture] = []

    def devices(self) -> list[InputDevice]:
        return list(self.present)

    def problem(self) -> str | None:
        return None if self.present else "There is no microphone: plug one in."

    def listen(self, device: str | None = None) -> FakeLevelMeter:
        self._find(device)
        return FakeLevelMeter(self._begin())

    def record(self, path: Path, device: str | None = None) -> FakeRecording:
        if path.suffix.lower() != ".wav":
            raise AudioFileError(f"A take is kept as WAV: give {path.name} a name that ends in .wav.")
        if path.exists():
            raise AudioFileError(f"{path} exists already: choose another name, a take is never overwritten.")
        self._find(device)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError as error:
            raise AudioFileError(f"{path} cannot be written ({error.strerror}): check the folder.") from error
        write_levels(path, [])
        return FakeRecording(self._begin(), path)

    def recover(self, path: Path) -> Take:
        return Take(path, wav_length_s(path), 0, KILLED)

    def freeze(self) -> None:
        """From here on the microphone sends nothing."""
        for capture in self._running():
            capture.frozen_at_s = self.clock.now_s

    def thaw(self) -> None:
        """It sends again."""
        for capture in self._running():
            if capture.frozen_at_s is not None:
                capture.lost_s += self.clock.now_s - capture.frozen_at_s
                capture.frozen_at_s = None

    def lose(self) -> None:
        """The microphone that is in use is unplugged; the others stay."""
        for capture in self._running():
            capture.end("lost", GONE)

    def unplug_all(self) -> None:
        """There is no microphone any more."""
        self.lose()
        self.present.clear()

    def fill_disk(self) -> None:
        """Nothing more can be written."""
        for capture in self._running():
            capture.end("failed", FULL)

    def overflow(self, times: int = 1) -> None:
        """Samples are lost."""
        for capture in self._running():
            capture.overflows += times

    def _begin(self) -> FakeCapture:
        capture = FakeCapture(self.clock, list(self.levels))
        self.captures.append(capture)
        return capture

    def _running(self) -> list[FakeCapture]:
        return [capture for capture in self.captures if capture.ending is None]

    def _find(self, device: str | None) -> None:
        names = [found.name for found in self.present]
        if not names:
            raise AudioDeviceError(str(self.problem()))
        if device is not None and device not in names:
            raise AudioDeviceError(f"There is no microphone {device!r}: choose one of {', '.join(names)}.")


@dataclass
class FakePlayback:
    """A Playback that moves with the clock."""

    clock: FakeClock
    path: Path
    start_s: float
    length_s: float
    speed: float = 1.0
    began_s: float = field(init=False)
    stopped_at_s: float | None = None

    def __post_init__(self) -> None:
        self.began_s = self.clock.now_s

    @property
    def position_s(self) -> float:
        if self.stopped_at_s is not None:
            return self.stopped_at_s
        return min(self.start_s + (self.clock.now_s - self.began_s) * self.speed, self.length_s)

    @property
    def playing(self) -> bool:
        return self.stopped_at_s is None and self.position_s < self.length_s

    def stop(self) -> None:
        if self.stopped_at_s is None:
            self.stopped_at_s = self.position_s


class FakePlayer:
    """The port Player; remembers what was played."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.present = True
        """Whether there is a loudspeaker."""
        self.played: list[FakePlayback] = []

    def play(self, path: Path, start_s: float = 0.0, speed: float = 1.0) -> FakePlayback:
        length_s = wav_length_s(path)
        if not self.present:
            raise AudioDeviceError("There is no loudspeaker: plug one in.")
        for earlier in self.played:
            earlier.stop()
        playback = FakePlayback(self.clock, path, min(max(start_s, 0.0), length_s), length_s, speed)
        self.played.append(playback)
        return playback


def write_levels(path: Path, spans: Sequence[tuple[float, float, float]]) -> int:
    """Write a 16 kHz mono WAV that swings between plus and minus the peak of each span (from, to, peak); its frames."""
    frames = 0
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        for _, end_s, peak in spans:
            level = min(round(peak * 32768), 32767)
            pair = level.to_bytes(2, "little", signed=True) + (-level).to_bytes(2, "little", signed=True)
            count = round(end_s * SAMPLE_RATE_HZ) - frames
            file.writeframes((pair * (count // 2 + 1))[: 2 * count])
            frames += count
    return frames


def wav_length_s(path: Path) -> float:
    """Length of a WAV; raises AudioFileError for what is none, or holds no sample."""
    try:
        with wave.open(str(path), "rb") as file:
            length_s = file.getnframes() / file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise AudioFileError(f"{path} cannot be read ({error}): check that it is there and is audio.") from error
    if length_s == 0:
        raise AudioFileError(f"{path} holds no sound: delete it and record the answer again.")
    return length_s
