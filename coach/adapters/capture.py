"""A microphone that is being listened to: samples from the device's thread, through a queue, to a thread that works.

PortAudio's callback only copies and queues, since a callback that waits loses samples. The other thread makes the
samples 16 kHz mono, measures them, and writes them when there is a take to write.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coach.adapters.portaudio import OpenStream, PortAudio, StreamFormat
from coach.adapters.sound_devices import Device
from coach.adapters.take_writer import TakeWriter
from coach.core.ports import SAMPLE_RATE_HZ, AudioFileError, RecordingState, RecordingStatus

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SYNC_S = 0.5
"""At most this much sound is on its way to the disk: half of the second that may be lost at most."""

STALL_S = 1.0
"""Without a callback for this long the device is frozen; the longest gap measured on a loaded machine is 0.055 s."""

DRAIN_LIMIT_S = 10.0
"""How long the disk may take for what is queued when a recording ends."""

FULL_SCALE = 32768
"""The loudest 16-bit sample."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a capture ended."""

    overflows: int
    reason: str
    """Empty when it was ended by hand and in good order."""


def capture_formats(device: Device) -> list[StreamFormat]:
    """What to ask a microphone for, best first: what is kept on disk, else its own rate, else its own channels too."""
    rate_hz = round(device.rate_hz)
    return [
        StreamFormat(SAMPLE_RATE_HZ, 1),
        StreamFormat(rate_hz, 1),
        StreamFormat(rate_hz, min(2, device.channels)),
        StreamFormat(rate_hz, device.channels),
    ]


class TakeFormat:
    """Makes blocks of any rate and channel count 16 kHz mono, 16 bits; keeps the filter's state between blocks."""

    def __init__(self, source: StreamFormat) -> None:
        self._resampler: Any = None
        if source.rate_hz != SAMPLE_RATE_HZ:
            import soxr

            # Not in int16: soxr adds dither to that, and digital silence would no more be silent.
            self._resampler = soxr.ResampleStream(source.rate_hz, SAMPLE_RATE_HZ, 1, dtype="float32")

    def convert(self, block: "NDArray[np.int16]", last: bool = False) -> "NDArray[np.int16]":
        """The samples that are ready, from a block of shape (frames, channels); all that remain with the last one."""
        import numpy as np

        if self._resampler is None and block.shape[1] == 1:
            return block[:, 0]
        mono = block.mean(axis=1, dtype=np.float32)
        if self._resampler is not None:
            mono = self._resampler.resample_chunk(mono, last=last)
        rounded: NDArray[np.int16] = np.clip(np.rint(mono), -FULL_SCALE, FULL_SCALE - 1).astype(np.int16)
        return rounded


class Capture:
    """Listens from construction until `end`; with a writer it also keeps what it hears."""

    def __init__(
        self,
        portaudio: PortAudio,
        device: str | None,
        writer: TakeWriter | None,
        clock: Callable[[], float],
    ) -> None:
        """Open and start the microphone; raises AudioDeviceError, with the writer left open and empty."""
        self._writer = writer
        self._clock = clock
        self._blocks: queue.SimpleQueue[NDArray[np.int16] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._frames = 0
        self._peak = 0.0
        self._silent_s = 0.0
        self._overflows = 0
        self._lost = False
        self._failure = ""
        self._ending_lock = threading.Lock()
        self._stopping = False
        self._ending: Ending | None = None
        self._stream: OpenStream = portaudio.open("input", device, self._hear, self._finish, capture_formats)
        self._heard_at = clock()
        self._stream.start()
        self._thread = threading.Thread(target=self._work, name="audio-capture", daemon=True)
        self._thread.start()

    def state(self) -> RecordingState:
        """A glance at it; the peak starts afresh with every glance."""
        status, reason = self._condition()
        with self._lock:
            peak, self._peak = self._peak, 0.0
            return RecordingState(
                status=status,
                elapsed_s=self._frames / SAMPLE_RATE_HZ,
                peak=peak,
                silent_s=self._silent_s,
                overflows=self._overflows,
                reason=reason,
            )

    def end(self) -> Ending:
        """Let go of the device, work off the queue and close the writer; a second call gives the same answer."""
        with self._ending_lock:
            if self._ending is None:
                _, reason = self._condition()
                self._stopping = True
                self._stream.let_go()
                self._blocks.put(None)
                self._thread.join(DRAIN_LIMIT_S)
                if self._thread.is_alive():
                    self._failure = self._failure or (
                        f"The disk has not answered for {DRAIN_LIMIT_S:.0f} s:"
                        " check it; the end of the answer may be lost."
                    )
                self._ending = Ending(self._overflows, self._failure or reason)
            return self._ending

    def _condition(self) -> tuple[RecordingStatus, str]:
        if self._failure:
            return "failed", self._failure
        if self._lost:
            return "lost", "The microphone went away: plug it in again; what was heard until then is kept."
        quiet_s = self._clock() - self._heard_at
        if quiet_s > STALL_S and not self._stopping:
            return "stalled", (
                f"The microphone has sent nothing for {quiet_s:.0f} s:"
                " check its plug and its switch, or stop and keep what was heard."
            )
        return "recording", ""

    def _hear(self, block: "NDArray[np.int16]", _frames: int, _time: object, status: Any) -> None:
        self._heard_at = self._clock()
        if status.input_overflow:
            self._overflows += 1
        if not self._failure:
            self._blocks.put(block.copy())

    def _finish(self) -> None:
        if not self._stopping:
            self._lost = True

    def _work(self) -> None:
        try:
            self._drain()
        except AudioFileError as error:
            self._failure = str(error)
        except Exception as error:  # whatever it is, the candidate must learn that nothing is kept from here on
            self._failure = f"Recording failed ({error}): stop and keep what was heard until then."
        finally:
            self._close_writer()

    def _drain(self) -> None:
        import numpy as np

        source = self._stream.format
        to_take = TakeFormat(source)
        synced_at = 0
        while (block := self._next_block()) is not None:
            self._measure_silence(block, source.rate_hz)
            self._keep(to_take.convert(block))
            if self._frames - synced_at >= SYNC_S * SAMPLE_RATE_HZ:
                self._sync()
                synced_at = self._frames
        self._keep(to_take.convert(np.zeros((0, source.channels), np.int16), last=True))

    def _next_block(self) -> "NDArray[np.int16] | None":
        """The next block, or None at the end; what is written is made safe while there is none to wait for."""
        try:
            return self._blocks.get(timeout=SYNC_S)
        except queue.Empty:
            self._sync()
            return self._blocks.get()

    def _keep(self, samples: "NDArray[np.int16]") -> None:
        if self._writer is not None:
            self._writer.append(samples.astype("<i2").tobytes())
        if len(samples):
            peak = max(int(samples.max()), -int(samples.min())) / FULL_SCALE
            with self._lock:
                self._frames += len(samples)
                self._peak = max(self._peak, peak)

    def _measure_silence(self, block: "NDArray[np.int16]", rate_hz: int) -> None:
        import numpy as np

        sounding = np.flatnonzero(block.any(axis=1))
        quiet_s = (len(block) - (int(sounding[-1]) + 1 if len(sounding) else 0)) / rate_hz
        with self._lock:
            self._silent_s = quiet_s if len(sounding) else self._silent_s + quiet_s

    def _sync(self) -> None:
        if self._writer is not None:
            self._writer.sync()

    def _close_writer(self) -> None:
        if self._writer is None:
            return
        try:
            self._writer.close()
        except AudioFileError as error:
            self._failure = self._failure or str(error)
