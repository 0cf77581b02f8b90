"""The module sounddevice without PortAudio: what its documentation promises, and the faults that were measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray


class PortAudioError(Exception):
    """As in sounddevice: no OSError."""


class CallbackStop(Exception):
    """Raised by a callback to end its stream."""


@dataclass(frozen=True)
class Status:
    """The flags a callback gets."""

    input_overflow: bool = False


@dataclass(frozen=True)
class Plugged:
    """A device in the machine."""

    name: str
    inputs: int = 1
    outputs: int = 0
    rate_hz: float = 48_000.0
    accepts: tuple[tuple[int, int], ...] | None = None
    """The (rate, channels) it can be opened with; None: any."""
    api: int = 0


class Stream:
    """Either kind of stream; the test plays the part of the hardware."""

    def __init__(self, module: "FakeSounddevice", **arguments: Any) -> None:
        self.samplerate: int = arguments["samplerate"]
        self.channels: int = arguments["channels"]
        self.blocksize: int = arguments["blocksize"]
        self.latency = 0.05
        self.callback: Callable[..., None] = arguments["callback"]
        self.finished: Callable[[], None] = arguments["finished_callback"]
        self.module = module
        self.started = self.closed = self.ended = False

    def start(self) -> None:
        if self.module.refuse_start:
            raise PortAudioError("Error starting stream: Unanticipated host error", -9999)
        self.started = True

    def stop(self) -> NoReturn:
        raise AssertionError("Stream.stop hangs forever on a frozen device")

    def abort(self) -> None:
        self.end()

    def close(self) -> None:
        self.closed = True

    def end(self) -> None:
        """PortAudio's side ends, be it on request or because the device is gone."""
        if self.started and not self.ended:
            self.ended = True
            self.finished()

    def send(self, samples: NDArray[np.int16], overflow: bool = False) -> None:
        """The microphone sends frames, of shape (n, channels), in blocks."""
        for begin in range(0, len(samples), self.blocksize):
            if self.ended:
                return
            block = samples[begin : begin + self.blocksize].copy()
            self.callback(block, len(block), None, Status(input_overflow=overflow and begin == 0))
            block[:] = 12345  # PortAudio uses its buffer again

    def ask(self) -> NDArray[np.int16]:
        """The loudspeaker asks for one block."""
        block = np.full((self.blocksize, self.channels), 9999, np.int16)
        try:
            self.callback(block, self.blocksize, None, Status())
        except CallbackStop:
            self.end()
        return block

    def ask_all(self) -> NDArray[np.int16]:
        """Everything that is played until the callback ends it."""
        blocks = []
        while not self.ended:
            blocks.append(self.ask())
        return np.concatenate(blocks)


@dataclass
class FakeSounddevice:
    """Stands in for the module; devices plugged in are seen when PortAudio is started again."""

    plugged: list[Plugged] = field(default_factory=list)
    default_input: str = ""
    default_output: str = ""
    refuse_start: bool = False
    broken: bool = False
    """Whether PortAudio cannot be started."""
    streams: list[Stream] = field(default_factory=list)

    PortAudioError = PortAudioError
    CallbackStop = CallbackStop

    def __post_init__(self) -> None:
        self._seen = tuple(self.plugged)
        self._running = True

    def query_hostapis(self) -> Sequence[dict[str, Any]]:
        return [{"name": "First"}, {"name": "Second"}]

    def query_devices(self, kind: str | None = None) -> Any:
        if not self._running:
            raise PortAudioError("PortAudio not initialized", -10000)
        entries = [
            {
                "index": index,
                "name": device.name,
                "hostapi": device.api,
                "max_input_channels": device.inputs,
                "max_output_channels": device.outputs,
                "default_samplerate": device.rate_hz,
            }
            for index, device in enumerate(self._seen)
        ]
        if kind is None:
            return entries
        wanted = self.default_input if kind == "input" else self.default_output
        for entry in entries:
            if entry["name"] == wanted:
                return entry
        raise PortAudioError("Error querying device -1")

    def _terminate(self) -> None:
        if not self._running:
            raise PortAudioError("PortAudio not initialized", -10000)
        assert all(stream.closed for stream in self.streams), "an open stream would be broken"
        self._running = False

    def _initialize(self) -> None:
        if self.broken:
            raise PortAudioError("Error initializing PortAudio: Host error", -9999)
        self._seen = tuple(self.plugged)
        self._running = True

    def _exit_handler(self) -> None:
        """What sounddevice does when the process ends."""
        self._terminate()

    def InputStream(self, **arguments: Any) -> Stream:  # noqa: N802, the name sounddevice gives it
        return self._open(arguments, "inputs")

    def OutputStream(self, **arguments: Any) -> Stream:  # noqa: N802, the name sounddevice gives it
        return self._open(arguments, "outputs")

    def _open(self, arguments: dict[str, Any], direction: str) -> Stream:
        device = self._seen[arguments["device"]]
        wanted = (arguments["samplerate"], arguments["channels"])
        if device not in self.plugged:
            raise PortAudioError("Error opening InputStream: Illegal combination of I/O devices", -9993)
        if wanted[1] > getattr(device, direction):
            raise PortAudioError("Error opening InputStream: Invalid number of channels", -9998)
        if device.accepts is not None and wanted not in device.accepts:
            raise PortAudioError("Error opening InputStream: Invalid sample rate", -9997)
        stream = Stream(self, **arguments)
        self.streams.append(stream)
        return stream
