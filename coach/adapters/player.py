"""Loudspeakers, through PortAudio: a take played from any second on."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.adapters.portaudio import OpenStream, PortAudio, StreamFormat, shared_portaudio
from coach.adapters.sound_devices import Device
from coach.adapters.tempo import at_tempo
from coach.core.ports import AudioFileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STALL_S = 2.0
"""A loudspeaker that has asked for nothing for this long plays no more; it asks every 0.03 s otherwise."""


TAIL_S = 0.2
"""Silence played after a take, because a stream that ends drops what is under way: 0.09 s as measured on PulseAudio."""


class SounddevicePlayer:
    """The port Player; plays one take at a time on the default loudspeaker."""

    def __init__(self, portaudio: PortAudio | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """`portaudio`: the process's own one when None; `clock` gives seconds and tells when a loudspeaker stalls."""
        self._portaudio = portaudio or shared_portaudio()
        self._clock = clock
        self._current: SounddevicePlayback | None = None

    def problem(self) -> str | None:
        """Why nothing can be played, and what to type, in a sentence; None when there is a loudspeaker."""
        return self._portaudio.problem("output")

    def play(self, path: Path, start_s: float = 0.0, speed: float = 1.0) -> "SounddevicePlayback":
        """Play a take from a second on, and end what was playing; raises AudioDeviceError, AudioFileError."""
        samples, rate_hz = _read(path)
        if self._current is not None:
            self._current.stop()
        self._current = SounddevicePlayback(self._portaudio, samples, rate_hz, start_s, speed, self._clock)
        return self._current


class SounddevicePlayback:
    """The port Playback."""

    def __init__(
        self,
        portaudio: PortAudio,
        samples: "NDArray[np.int16]",
        rate_hz: int,
        start_s: float,
        speed: float,
        clock: Callable[[], float],
    ) -> None:
        """Play `samples`, of shape (frames, channels), from a second on at a speed; raises AudioDeviceError."""

        def formats(device: Device) -> list[StreamFormat]:
            own_rate_hz = round(device.rate_hz)
            stereo = min(2, device.channels)
            return [StreamFormat(rate, channels) for rate in (rate_hz, own_rate_hz) for channels in (1, stereo)]

        self._clock = clock
        self._callback_stop = portaudio.callback_stop()
        self._stream: OpenStream = portaudio.open("output", None, self._fill, self._finish, formats)
        self._rate_hz = self._stream.format.rate_hz
        self._length_s, self._speed = len(samples) / rate_hz, speed
        self._start_s = min(max(start_s, 0.0), self._length_s)
        self._samples = _converted(samples, rate_hz, speed, self._stream.format)
        self._start = min(round(self._start_s / speed * self._rate_hz), len(self._samples))
        self._next = self._start
        self._latency = round(self._stream.latency_s * self._rate_hz)
        self._silence_end = len(self._samples) + self._latency + round(TAIL_S * self._rate_hz)
        self._finished = False
        self._stopped_at_s: float | None = None
        self._asked_at = clock()
        self._stream.start()

    @property
    def position_s(self) -> float:
        """Which second of the take is being heard."""
        if self._stopped_at_s is not None:
            return self._stopped_at_s
        heard_s = max(0, self._next - self._start - self._latency) / self._rate_hz
        return min(self._start_s + heard_s * self._speed, self._length_s)

    @property
    def playing(self) -> bool:
        """Whether it still plays; False as well when the loudspeaker is gone or frozen."""
        return not self._finished and self._clock() - self._asked_at < STALL_S

    def stop(self) -> None:
        """Fall silent; a second call does nothing."""
        if self._stopped_at_s is None:
            self._stopped_at_s = self.position_s
        self._stream.let_go()
        self._finished = True

    def _fill(self, out: "NDArray[np.int16]", frames: int, _time: object, _status: Any) -> None:
        self._asked_at = self._clock()
        piece = self._samples[self._next : self._next + frames]
        out[: len(piece)] = piece
        out[len(piece) :] = 0
        self._next += frames
        if self._next >= self._silence_end:
            raise self._callback_stop

    def _finish(self) -> None:
        self._finished = True


def _read(path: Path) -> "tuple[NDArray[np.int16], int]":
    """All frames of an audio file, of shape (frames, channels), and their rate; raises AudioFileError."""
    import soundfile

    try:
        samples, rate_hz = soundfile.read(path, dtype="int16", always_2d=True)
    except soundfile.SoundFileError as error:
        raise AudioFileError(f"{path} cannot be played ({error}): check that it is there and is audio.") from error
    return samples, rate_hz


def _converted(samples: "NDArray[np.int16]", rate_hz: int, speed: float, wanted: StreamFormat) -> "NDArray[np.int16]":
    """The samples mixed to mono, at the speed and the rate wanted and on every channel wanted."""
    import numpy as np

    mono = samples[:, 0] if samples.shape[1] == 1 else np.rint(samples.mean(axis=1)).astype(np.int16)
    mono = at_tempo(mono, rate_hz, speed)
    if rate_hz != wanted.rate_hz:
        import soxr

        resampled = soxr.resample(mono.astype(np.float32), rate_hz, wanted.rate_hz)
        mono = np.clip(np.rint(resampled), -32768, 32767).astype(np.int16)
    return np.repeat(mono[:, np.newaxis], wanted.channels, axis=1)
