"""Microphones, through PortAudio: listen to one, record it into a take, mend a take whose process died."""

import time
from collections.abc import Callable
from pathlib import Path

from coach.adapters.capture import Capture
from coach.adapters.portaudio import PortAudio, shared_portaudio
from coach.adapters.take_recovery import recover_take
from coach.adapters.take_writer import TakeWriter
from coach.core.ports import AudioDeviceError, InputDevice, RecordingState, Take


class SounddeviceRecorder:
    """The port Recorder; any microphone that PortAudio knows, whatever its rate and channels."""

    def __init__(self, portaudio: PortAudio | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """`portaudio`: the process's own one when None; `clock` gives seconds and tells when a microphone stalls."""
        self._portaudio = portaudio or shared_portaudio()
        self._clock = clock

    def devices(self) -> list[InputDevice]:
        """The microphones there are now; empty when there is none. Never raises.

        One that was plugged in later is found unless something is being recorded or played. Takes some 60 ms.
        """
        try:
            found = self._portaudio.devices("input")
        except AudioDeviceError:
            return []
        return [
            InputDevice(name=each.name, channels=each.channels, rate_hz=each.rate_hz, is_default=each.is_default)
            for each in found
        ]

    def problem(self) -> str | None:
        """Why `devices` is empty, and what to type, in a sentence; None when there is a microphone. Never raises."""
        return self._portaudio.problem("input")

    def listen(self, device: str | None = None) -> "SounddeviceLevelMeter":
        """Open a microphone (None: the default one) for its level alone; raises AudioDeviceError."""
        return SounddeviceLevelMeter(Capture(self._portaudio, device, None, self._clock))

    def record(self, path: Path, device: str | None = None) -> "SounddeviceRecording":
        """Record into a new .wav file until stopped; raises AudioDeviceError, AudioFileError, and leaves no file then.

        A process that is killed loses less than a second, a power cut at most SYNC_S more.
        """
        writer = TakeWriter(path)
        try:
            capture = Capture(self._portaudio, device, writer, self._clock)
        except AudioDeviceError:
            writer.discard()
            raise
        return SounddeviceRecording(capture, writer)

    def recover(self, path: Path) -> Take:
        """Make a take whole whose process died: repair the header, measure it; raises AudioFileError."""
        return recover_take(path)


class SounddeviceLevelMeter:
    """The port LevelMeter."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture

    def state(self) -> RecordingState:
        """A glance at it."""
        return self._capture.state()

    def stop(self) -> None:
        """End it; a second call does nothing."""
        self._capture.end()


class SounddeviceRecording:
    """The port Recording."""

    def __init__(self, capture: Capture, writer: TakeWriter) -> None:
        self._capture = capture
        self._writer = writer

    def state(self) -> RecordingState:
        """A glance at it."""
        return self._capture.state()

    def stop(self) -> Take:
        """End it and close the file; returns within seconds on a frozen or lost device.

        A second call gives the same take. What made it end, or went wrong while ending, is in `Take.ended`.
        """
        ending = self._capture.end()
        return Take(
            path=self._writer.path,
            duration_s=self._writer.duration_s,
            overflows=ending.overflows,
            ended=ending.reason,
        )
