"""Filled pauses heard in the sound itself: "um", "uh" and their like, most of which a speech engine leaves out.

Steady runs of voice are cheap to find and far too many. Which of them are filled pauses is judged by a logistic model
over three things: how the run sounds, how the written words lie around it, and what the ears of a Whisper model (its
encoder, which has learned what words sound like) make of it. The model's weights are data, fitted by
`tests/eval/fit_filled_pauses.py`.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coach.adapters.audio_file import mono_blocks, read_spans
from coach.adapters.pause_features import neighbours, sound_features, spoken_words, word_features
from coach.adapters.steady_runs import audible_frames, steady_runs
from coach.adapters.voice_frames import HOP_S, frames_of
from coach.core.ports import ContentError, ModelError
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardPause, HeardWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MODEL = "tiny.en"
"""The model whose encoder listens, whatever engine writes the words; the weights belong to it."""
LEAST_PROBABILITY = 0.1
"""Less probable runs are not worth keeping."""
SAME_S = 0.25
"""Runs nearer to each other than this are one filled pause: the vowel and the hum of an "um"."""

_WINDOW_S = 10.0
"""What the encoder hears at once; its work grows with the square of it."""
_CONTEXT_S = 1.0
"""Sound the encoder is given before and after a run."""
_LEAST_S = 4.0
"""A window reaches at least this far past its first run, where the take does."""
_STATE_S = 0.02
"""From one state of the encoder to the next."""


class Ears(Protocol):
    """The encoder of a Whisper model."""

    def states(self, samples: "NDArray[np.float32]") -> "Floats":
        """What it makes of up to 30 s of 16 kHz mono sound, a row every 20 ms; raises ModelError."""
        ...


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted logistic model."""

    fitted_on: str
    bias: float
    named: tuple[tuple[str, float], ...]
    """Weights of the named features."""
    states: tuple[float, ...]
    """Weights of the mean encoder state."""


@dataclass(frozen=True, slots=True)
class Run:
    """One steady run with all that is known of it."""

    span: TimeSpan
    named: dict[str, float]
    state: "Floats"
    """The mean of the encoder's states over the run."""


class HeardFilledPauses:
    """The port FilledPauses."""

    def __init__(self, ears: Ears, weights: Path | None = None) -> None:
        """`weights` None takes those of the package."""
        self._ears = ears
        self._weights_path = weights

    @cached_property
    def _weights(self) -> Weights:
        return load_weights(self._weights_path)

    def candidates(self, path: Path, speech: Sequence[TimeSpan], words: Sequence[HeardWord]) -> tuple[HeardPause, ...]:
        """Where a filled pause may be, in order, each with its probability; raises AudioFileError, ContentError.

        Without the model whose encoder listens, nothing is heard.
        """
        import numpy as np

        try:
            runs = describe_runs(path, speech, words, self._ears)
        except ModelError:
            return ()
        weights = self._weights
        of_states = np.array(weights.states)
        judged = []
        for run in runs:
            logit = weights.bias + sum(weight * run.named[name] for name, weight in weights.named)
            logit += float(of_states @ run.state)
            judged.append(HeardPause(run.span, 1 / (1 + math.exp(-min(60.0, max(-60.0, logit))))))
        return joined(judged)


def joined(judged: Sequence[HeardPause]) -> tuple[HeardPause, ...]:
    """Probable runs, those of one filled pause made one: from the first to the last, as probable as the best."""
    found: list[HeardPause] = []
    for pause in judged:
        if pause.probability < LEAST_PROBABILITY:
            continue
        last = found[-1] if found else None
        if last is not None and pause.span.start_s - last.span.end_s < SAME_S:
            span = TimeSpan(last.span.start_s, pause.span.end_s)
            found[-1] = HeardPause(span, max(last.probability, pause.probability))
        else:
            found.append(pause)
    return tuple(HeardPause(p.span, round(p.probability, 3)) for p in found)


def describe_runs(path: Path, speech: Sequence[TimeSpan], words: Sequence[HeardWord], ears: Ears) -> list[Run]:
    """Every steady run of a take with its features, in order; raises AudioFileError, ModelError."""
    frames = frames_of(mono_blocks(path))
    audible = audible_frames(frames, speech)
    if not audible.any():
        return []
    said = spoken_words(words)
    runs = steady_runs(frames, audible)
    spans = [TimeSpan(round(first * HOP_S, 3), round(end * HOP_S, 3)) for first, end in runs]
    described = []
    for run, span, state in zip(runs, spans, _states(path, spans, ears), strict=True):
        before, after = neighbours(span, said)
        start_s = before.start_s if before else speech[0].start_s
        end_s = after.end_s if after else speech[-1].end_s
        audible_s = float(audible[round(start_s / HOP_S) : round(end_s / HOP_S) + 1].sum()) * HOP_S
        named = {**sound_features(frames, audible, run), **word_features(span, said, audible_s)}
        described.append(Run(span, named, state))
    return described


def _states(path: Path, spans: Sequence[TimeSpan], ears: Ears) -> "Iterator[Floats]":
    """The mean encoder state over each span; neighbouring spans are heard in one window."""
    import numpy as np

    groups: list[list[TimeSpan]] = []
    for span in spans:
        if groups and span.end_s - groups[-1][0].start_s <= _WINDOW_S - 2 * _CONTEXT_S:
            groups[-1].append(span)
        else:
            groups.append([span])
    windows = [
        TimeSpan(max(0.0, g[0].start_s - _CONTEXT_S), max(g[-1].end_s + _CONTEXT_S, g[0].start_s + _LEAST_S))
        for g in groups
    ]
    for group, window, samples in zip(groups, windows, read_spans(path, windows), strict=True):
        states = ears.states(samples.astype(np.float32))
        for span in group:
            first = min(int((span.start_s - window.start_s) / _STATE_S), len(states) - 1)
            end = max(first + 1, round((span.end_s - window.start_s) / _STATE_S))
            yield states[first:end].mean(axis=0)


def load_weights(path: Path | None = None) -> Weights:
    """The weights of a file, or those of the package; raises ContentError when they cannot be used."""
    source = path or resources.files("coach") / "data" / "filled_pause_weights.json"
    try:
        document = json.loads(source.read_text("utf-8"))
        return Weights(
            fitted_on=str(document["fitted_on"]),
            bias=float(document["bias"]),
            named=tuple((str(k), float(v)) for k, v in document["named"].items()),
            states=tuple(float(v) for v in document["states"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(
            f"The weights that tell filled pauses cannot be read ({error}): install the coach again."
        ) from error
