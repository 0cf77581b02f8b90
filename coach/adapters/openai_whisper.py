"""Speech to words with the original openai-whisper (PyTorch), for those who have it; the extra `openai` brings it."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from coach.adapters.decoding import PROMPT, Tick, after_the_voice, write_words
from coach.adapters.model_catalogue import DEFAULT_MODEL
from coach.adapters.models import ModelStore
from coach.core.ports import SAMPLE_RATE_HZ, ModelError, Progress, Stop, TranscriptionError
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from whisper import Whisper

ENGINE = "openai-whisper"
MOST_THREADS = 2
"""PyTorch's threads spin while they wait: with more of them than free processors it gets many times slower.

Asked to wait passively, they took half the processor time on a busy machine.
"""


class OpenAIWhisper:
    """The port Transcriber: the original engine on the processor, from a checkpoint on this disk."""

    engine = ENGINE

    def __init__(
        self,
        models: ModelStore,
        model: str = DEFAULT_MODEL,
        *,
        prompt: str | None = PROMPT,
        checkpoint: Path | None = None,
        alignment_heads: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Without a `checkpoint` the official one of the models folder is used, its digest checked.

        `checkpoint` names a file of the user's own instead, whose digest nobody knows; `alignment_heads` are the
        (layer, head) pairs of its decoder that follow the sound, for better word times.
        """
        self._models = models
        self._prompt = prompt
        self._checkpoint = checkpoint
        self._alignment_heads = tuple(alignment_heads)
        self._loaded: Whisper | None = None
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
        """The words of a take, in order; raises Cancelled, ModelError, AudioFileError, TranscriptionError.

        The engine gives nothing before a chunk of up to 28 s is done, so stopping may take some seconds.
        """
        loaded = self._ready()

        def decode(samples: "NDArray[np.float32]", prompt: str | None, tick: Tick) -> list[HeardWord]:
            return _decode(loaded, samples, prompt, tick)

        return write_words(path, speech, decode, prompt=self._prompt, progress=progress, stop=stop)

    def _ready(self) -> "Whisper":
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> "Whisper":
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        try:
            import torch
            import whisper
        except ImportError as error:
            raise ModelError(
                "The engine openai-whisper is not installed: run `pip install 'coach-interview[openai]'`."
            ) from error
        torch.set_num_threads(min(MOST_THREADS, os.cpu_count() or 1))
        try:
            if self._checkpoint is None:
                folder = self._models.path(self.model, ENGINE)
                return whisper.load_model(self.model, device="cpu", download_root=str(folder))
            if not self._checkpoint.is_file():
                raise ModelError(f"There is no checkpoint {self._checkpoint}: check the name.")
            loaded = whisper.load_model(str(self._checkpoint), device="cpu")
            if self._alignment_heads:
                mask = torch.zeros(loaded.dims.n_text_layer, loaded.dims.n_text_head, dtype=torch.bool)
                for layer, head in self._alignment_heads:
                    mask[layer, head] = True
                loaded.register_buffer("alignment_heads", mask.to_sparse(), persistent=False)
        except (RuntimeError, ValueError, LookupError, OSError, EOFError, UnpicklingError, TypeError) as error:
            source = self._checkpoint or self.model
            raise ModelError(
                f"The model {source} cannot be loaded ({type(error).__name__}): it is damaged or not Whisper's; "
                "install or copy it again."
            ) from error
        return loaded


def _decode(model: "Whisper", samples: "NDArray[np.float32]", prompt: str | None, tick: Tick) -> list[HeardWord]:
    """The words of one chunk, times from its beginning."""
    try:
        heard = model.transcribe(
            samples,
            language="en",
            temperature=0.0,
            condition_on_previous_text=False,
            initial_prompt=prompt,
            word_timestamps=True,
            fp16=False,
        )
    except (RuntimeError, ValueError) as error:
        raise TranscriptionError(f"The engine failed on this take ({error}): it is kept, try again.") from error
    tick(len(samples) / SAMPLE_RATE_HZ)
    voiced = [segment for segment in heard["segments"] if not after_the_voice(segment["seek"], len(samples))]
    return [
        HeardWord(word["word"], word["start"], word["end"], word["probability"])
        for segment in voiced
        for word in segment["words"]
    ]
