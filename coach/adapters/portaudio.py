"""PortAudio, through the package sounddevice: streams that can always be let go.

PortAudio lists the devices once, when it starts. Starting it again finds new ones but breaks every open stream, so
whoever uses it in this process shares one `PortAudio`, which knows what is open.
"""

import atexit
import contextlib
import functools
import importlib
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from coach.adapters.sound_devices import (
    MISSING_PACKAGE,
    Device,
    Direction,
    choose,
    known_devices,
    missing_device,
    missing_library,
    reason,
    refusal,
)
from coach.core.ports import AudioDeviceError

BLOCK_FRAMES = 512
"""Frames a callback carries: 32 ms at 16 kHz, measured to lose nothing on PulseAudio. Left to PortAudio, callbacks
come four times as often."""

LATENCY: dict[Direction, float | str] = {"input": "high", "output": 0.2}
"""Seconds of buffer asked for, or PortAudio's own choice. A loudspeaker is given what bridges a busy processor: with
PortAudio's choice of 0.06 s parts of a take were missing at a load of 4 per core."""

RELEASE_LIMIT_S = 2.0
"""How long a device may take to be let go; 4 to 19 ms was measured, a frozen one may never answer."""


@dataclass(frozen=True, slots=True)
class StreamFormat:
    """How samples travel: 16-bit frames of `channels` values, `rate_hz` times a second."""

    rate_hz: int
    channels: int


class OpenStream:
    """A stream of a device, opened; nothing flows before `start`."""

    def __init__(
        self,
        device: Device,
        errors: tuple[type[Exception], ...],
        forget: Callable[[], None],
        abandon: Callable[[], None],
    ) -> None:
        """`errors`: what the device may raise; one of the two is called when it is closed, or will not be."""
        self.device = device
        self.finished = False
        """Whether the stream came to its end, by itself or by `let_go`."""
        self._errors = errors
        self._forget = forget
        self._abandon = abandon
        self._stream: Any = None
        self._format: StreamFormat | None = None
        self._released = False
        self._lock = threading.Lock()

    @property
    def format(self) -> StreamFormat:
        """What the device agreed to."""
        assert self._format is not None, "attach comes first"  # noqa: S101
        return self._format

    @property
    def latency_s(self) -> float:
        """Time between the callback and the loudspeaker, or between the microphone and the callback."""
        return float(self._stream.latency)

    def attach(self, stream: Any, agreed: StreamFormat) -> None:
        """Take charge of a stream of sounddevice."""
        self._stream = stream
        self._format = agreed

    def start(self) -> None:
        """Let samples flow; raises AudioDeviceError, and has then let go."""
        try:
            self._stream.start()
        except self._errors as error:
            self.let_go()
            raise refusal(self.device, error) from error

    def let_go(self) -> None:
        """Stop and close at once, also when the device is frozen or gone; a second call does nothing.

        Never `Stream.stop`, which waits for a frozen device forever. A device that does not answer within
        RELEASE_LIMIT_S is left to a thread that does not keep the process alive.
        """
        with self._lock:
            if self._released:
                return
            self._released = True
        closing = threading.Thread(target=self._close, name="audio-release", daemon=True)
        closing.start()
        closing.join(RELEASE_LIMIT_S)
        if closing.is_alive():
            self._abandon()
        else:
            self._forget()

    def _close(self) -> None:
        self._stream.abort()
        self._stream.close()


class PortAudio:
    """Finds devices and opens streams; safe to share between threads."""

    def __init__(
        self,
        load: Callable[[], Any] = lambda: importlib.import_module("sounddevice"),
        platform: str = sys.platform,
    ) -> None:
        self._load = load
        self._platform = platform
        self._streams: list[OpenStream] = []
        self._lock = threading.RLock()

    def devices(self, direction: Direction) -> list[Device]:
        """The devices there are, looked for afresh unless a stream is open; raises AudioDeviceError without PortAudio.

        Looking afresh takes some 60 ms with PulseAudio alone and longer with much hardware.
        """
        with self._lock:
            self._look_again()
            return known_devices(self._module(), direction)

    def problem(self, direction: Direction) -> str | None:
        """Why there is no device of this direction, and what to type; None when there is one."""
        try:
            found = self.devices(direction)
        except AudioDeviceError as error:
            return str(error)
        return None if found else missing_device(direction, self._platform)

    def open(
        self,
        direction: Direction,
        name: str | None,
        callback: Callable[..., None],
        finished: Callable[[], None],
        formats: Callable[[Device], Sequence[StreamFormat]],
    ) -> OpenStream:
        """Open a device (None: the default one) in the first of `formats` it accepts; raises AudioDeviceError.

        `callback` gets what sounddevice gives (array, frames, time, status), `finished` nothing. Both run in
        PortAudio's threads and must not block. After a failure devices are looked for afresh and tried once more.
        """
        with self._lock:
            try:
                return self._open(direction, name, callback, finished, formats)
            except AudioDeviceError:
                if not self._look_again():
                    raise
            return self._open(direction, name, callback, finished, formats)

    def callback_stop(self) -> type[Exception]:
        """What a callback raises to end its stream after the samples it filled in."""
        stop: type[Exception] = self._module().CallbackStop
        return stop

    def _module(self) -> Any:
        try:
            return self._load()
        except ImportError as error:
            raise AudioDeviceError(MISSING_PACKAGE) from error
        except OSError as error:
            raise AudioDeviceError(missing_library(self._platform)) from error

    def _look_again(self) -> bool:
        """Start PortAudio afresh, which is how it finds new devices; False when an open stream forbids it."""
        module = self._module()
        for stream in [stream for stream in self._streams if stream.finished]:
            stream.let_go()
        if self._streams:
            return False
        # There is no public way; this pair is what sounddevice's maintainer advises (python-sounddevice issue 125).
        with contextlib.suppress(module.PortAudioError):
            module._terminate()
        try:
            module._initialize()
        except module.PortAudioError as error:
            raise AudioDeviceError(
                f"The sound system cannot be started ({reason(error)}): restart the sound server or the computer."
            ) from error
        return True

    def _open(
        self,
        direction: Direction,
        name: str | None,
        callback: Callable[..., None],
        finished: Callable[[], None],
        formats: Callable[[Device], Sequence[StreamFormat]],
    ) -> OpenStream:
        module = self._module()
        errors: tuple[type[Exception], ...] = (module.PortAudioError, ValueError)
        device = choose(known_devices(module, direction), direction, name, self._platform)
        opened = OpenStream(device, errors, lambda: self._forget(opened), self._abandon)

        def end() -> None:
            opened.finished = True
            finished()

        build = module.InputStream if direction == "input" else module.OutputStream
        refused = refusal(device, ValueError("it offers no format"))
        for number, wanted in enumerate(dict.fromkeys(formats(device))):
            try:
                stream = build(
                    samplerate=wanted.rate_hz,
                    channels=wanted.channels,
                    device=device.index,
                    blocksize=BLOCK_FRAMES,
                    dtype="int16",
                    latency=LATENCY[direction],
                    callback=callback,
                    finished_callback=end,
                )
            except errors as error:
                refused = refused if number else refusal(device, error)
                continue
            opened.attach(stream, wanted)
            self._streams.append(opened)
            return opened
        raise refused

    def _abandon(self) -> None:
        """Leave a stream that cannot be closed to the end of the process, and keep that end from waiting for it.

        PortAudio's own thread can spin forever on ALSA when the sound server dies in the few milliseconds between the
        start of a stream and its first samples; ending PortAudio at exit would then wait as long.
        """
        atexit.unregister(self._module()._exit_handler)

    def _forget(self, stream: OpenStream) -> None:
        with self._lock:
            self._streams.remove(stream)


@functools.cache
def shared_portaudio() -> PortAudio:
    """The one PortAudio of this process."""
    return PortAudio()
