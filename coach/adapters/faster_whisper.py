"""Speech to words with faster-whisper (CTranslate2), the engine of a fresh installation."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.adapters.decoding import PROMPT, Tick, after_the_voice, write_words
from coach.adapters.model_catalogue import DEFAULT_MODEL
from coach.adapters.models import ModelStore
from coach.core.ports import ModelError, Progress, Stop, TranscriptionError
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

if TYPE_CHECKING:
    import numpy as np
    from faster_whisper import WhisperModel
    from numpy.typing import NDArray

ENGINE = "faster-whisper"
MOST_THREADS = 2
"""More threads than this gain little on the small models and take the machine from the user."""


class FasterWhisper:
    """The port Transcriber: int8 on the processor, from a model on this disk; nothing ever touches the network."""

    engine = ENGINE

    def __init__(
        self,
        models: ModelStore,
        model: str = DEFAULT_MODEL,
        *,
        threads: int | None = None,
        prompt: str | None = PROMPT,
    ) -> None:
        """`threads` None takes two, or one where there is one processor; `prompt` None listens without any."""
        self._models = models
        self._threads = threads or min(MOST_THREADS, os.cpu_count() or 1)
        self._prompt = prompt
        self._loaded: WhisperModel | None = None
        self._lock = threading.Lock()
        self.model = model

    def load(self) -> None:
        """Make ready, so that the first take does not wait; safe to call twice, from any thread. Raises ModelError."""
        self._ready()

    def transcribe(
        self,
        path: Path,
        speech: Sequence[TimeSpan],
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> list[HeardWord]:
        """The words of a take, in order; raises Cancelled, ModelError, AudioFileError, TranscriptionError."""
        loaded = self._ready()

        def decode(samples: "NDArray[np.float32]", prompt: str | None, tick: Tick) -> list[HeardWord]:
            return _decode(loaded, samples, prompt, tick)

        return write_words(path, speech, decode, prompt=self._prompt, progress=progress, stop=stop)

    def states(self, samples: "NDArray[np.float32]") -> "NDArray[np.float64]":
        """What the model's encoder makes of up to 30 s of 16 kHz mono sound, a row every 20 ms; raises ModelError."""
        import numpy as np

        loaded = self._ready()
        try:
            found = np.array(loaded.encode(loaded.feature_extractor(samples)), dtype=np.float64)
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"The model {self.model} cannot listen ({error}): run `coach models`.") from error
        states: NDArray[np.float64] = found[0]
        return states

    def _ready(self) -> "WhisperModel":
        with self._lock:
            if self._loaded is None:
                folder = self._models.path(self.model, ENGINE)
                from faster_whisper import WhisperModel

                try:
                    self._loaded = WhisperModel(
                        str(folder), device="cpu", compute_type="int8", cpu_threads=self._threads, local_files_only=True
                    )
                except (RuntimeError, ValueError, OSError) as error:
                    raise ModelError(
                        f"The model {self.model} cannot be loaded ({error}): run `coach models install {self.model}`."
                    ) from error
            return self._loaded


def _decode(model: "WhisperModel", samples: "NDArray[np.float32]", prompt: str | None, tick: Tick) -> list[HeardWord]:
    """The words of one chunk, times from its beginning; the engine gives its segments one by one."""
    words: list[HeardWord] = []
    try:
        segments, _ = model.transcribe(
            samples,
            language="en",
            beam_size=1,
            temperature=0.0,
            condition_on_previous_text=False,
            initial_prompt=prompt,
            word_timestamps=True,
        )
        for segment in segments:
            tick(segment.end)
            if not after_the_voice(segment.seek, len(samples)):
                words += [HeardWord(word.word, word.start, word.end, word.probability) for word in segment.words or ()]
    except (RuntimeError, ValueError) as error:
        raise TranscriptionError(f"The engine failed on this take ({error}): it is kept, try again.") from error
    return words
