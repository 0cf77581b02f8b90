"""Fit the weights that tell filled pauses from other steady sounds, with figures from voices they have not heard.

    python tests/eval/fit_filled_pauses.py --home FOLDER --clips FOLDER [--clips FOLDER ...]     # figures only
    python tests/eval/fit_filled_pauses.py --home FOLDER --clips FOLDER --write                  # and the weights

`--home` holds the model tiny.en; `--clips` hold the clips that `fit/filled_pauses.jsonl` names, as NAME.flac; each of
its lines says where the clip comes from and between which seconds a filled pause is said. `--keep FOLDER` keeps what
the engine wrote, so that the next fit need not listen again. Every clip is written down twice, with the engine's prompt
and without it: without it hardly any filled pause is written, as it is with the ones that must be heard.

Voices of the report half are refused. A figure comes from weights that were fitted without any clip of its source.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.adapters.decoding import PROMPT  # noqa: E402
from coach.adapters.faster_whisper import FasterWhisper  # noqa: E402
from coach.adapters.filled_pauses import MODEL, Ears, describe_runs  # noqa: E402
from coach.adapters.labelled_audio import SYNTHETIC, is_held_out, source_of  # noqa: E402
from coach.adapters.models import ModelStore  # noqa: E402
from coach.adapters.speech_activity import SileroActivity  # noqa: E402
from coach.core.ports import Transcriber  # noqa: E402
from coach.core.spans import TimeSpan  # noqa: E402
from coach.core.transcript import HeardWord, words_in_speech  # noqa: E402

Array = npt.NDArray[np.float64]
LABELS = Path(__file__).parent / "fit" / "filled_pauses.jsonl"
WEIGHTS = ROOT / "coach" / "data" / "filled_pause_weights.json"
FEATURES = (
    "log_length",
    "flux_db",
    "pitch_spread",
    "quiet_before_s",
    "quiet_after_s",
    "surplus_s",
    "covered",
    "gap_s",
)
"""Of five sets tried beside the encoder's states, the best average precision on unheard sources: 0.93; without any of
them 0.83, with ten more 0.91."""
DIRECTIONS = 80
"""Main directions of the encoder's states that the model sees; 40 and 120 do worse."""
PENALTY = 3.0
SYNTHETIC_SHARE = 0.5
"""A synthetic voice counts half."""
INSIDE = 0.5
"""A run is a filled pause when at least this share of it lies in one; one that touches it less is left out."""
TOUCHES = 0.3


@dataclass(frozen=True)
class Example:
    """One steady run of a clip."""

    source: str
    named: list[float]
    state: Array
    filled: bool
    weight: float


@dataclass(frozen=True)
class Model:
    """Fitted weights of the raw features."""

    bias: float
    named: Array
    states: Array

    def probability(self, example: Example) -> float:
        """That the run is a filled pause."""
        logit = self.bias + float(self.named @ np.array(example.named)) + float(self.states @ example.state)
        return float(1 / (1 + np.exp(-np.clip(logit, -60, 60))))


def read_examples(folders: Sequence[Path], home: Path, keep: Path | None) -> list[Example]:
    """The runs of all labelled clips."""
    engines = {
        "prompted": FasterWhisper(ModelStore(home), MODEL, prompt=PROMPT),
        "bare": FasterWhisper(ModelStore(home), MODEL, prompt=None),
    }
    activity = SileroActivity()
    found: list[Example] = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        name = label["clip"]
        if is_held_out(name):
            raise SystemExit(f"{name} belongs to the report half; nothing may be fitted on it.")
        path = next((p for folder in folders if (p := folder / f"{name}.flac").is_file()), None)
        if path is None:
            raise SystemExit(f"{name}.flac is in none of the folders; it comes from {label['source']}.")
        speech = activity.speech(path)
        for how, engine in engines.items():
            words = _words(path, speech, engine, keep / how / f"{name}.json" if keep else None) if speech else []
            found += _examples(label, path, speech, words, engines["bare"])
    return found


def _words(path: Path, speech: Sequence[TimeSpan], engine: Transcriber, kept: Path | None) -> list[HeardWord]:
    if kept is not None and kept.is_file():
        return [HeardWord(*word) for word in json.loads(kept.read_text(encoding="utf-8"))["words"]]
    words = list(words_in_speech(engine.transcribe(path, speech), speech))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        rows = [[w.text, w.start_s, w.end_s, w.probability] for w in words]
        kept.write_text(json.dumps({"words": rows}), encoding="utf-8")
    return words


def _examples(
    label: dict[str, list[list[float]]],
    path: Path,
    speech: Sequence[TimeSpan],
    words: Sequence[HeardWord],
    ears: Ears,
) -> list[Example]:
    source = source_of(path.stem)
    weight = SYNTHETIC_SHARE if source == SYNTHETIC else 1.0
    found = []
    for run in describe_runs(path, speech, words, ears):
        filled = _share(run.span, label["said"]) > INSIDE
        if not filled and _share(run.span, label["said"] + label["doubtful"]) > TOUCHES:
            continue
        found.append(Example(source, [run.named[name] for name in FEATURES], run.state, filled, weight))
    return found


def _share(span: TimeSpan, places: Sequence[Sequence[float]]) -> float:
    shared_s = max((min(span.end_s, end) - max(span.start_s, start) for start, end in places), default=0.0)
    return shared_s / span.length_s


def fit(examples: Sequence[Example]) -> Model:
    """Logistic regression with an L2 penalty, by Newton's method, on scaled features and main directions."""
    named = np.array([e.named for e in examples])
    states = np.array([e.state for e in examples])
    filled = np.array([e.filled for e in examples], dtype=np.float64)
    weight = np.array([e.weight for e in examples])
    middle, scale = named.mean(axis=0), named.std(axis=0) + 1e-9
    centre = states.mean(axis=0)
    _, sizes, axes = np.linalg.svd(states - centre, full_matrices=False)
    turn = axes[:DIRECTIONS].T / (sizes[:DIRECTIONS] / np.sqrt(len(states)))
    seen = np.hstack([np.ones((len(named), 1)), (named - middle) / scale, (states - centre) @ turn])
    penalty = np.full(seen.shape[1], PENALTY)
    penalty[0] = 1e-9
    point = np.zeros(seen.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-np.clip(seen @ point, -60, 60)))
        slope = seen.T @ (weight * (probability - filled)) + penalty * point
        curve = (seen * (weight * probability * (1 - probability))[:, None]).T @ seen + np.diag(penalty)
        point -= np.linalg.solve(curve, slope)
    of_named = point[1 : 1 + named.shape[1]] / scale
    of_states = turn @ point[1 + named.shape[1] :]
    return Model(float(point[0] - of_named @ middle - of_states @ centre), of_named, of_states)


def unheard(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """Probability and truth of every run of a real voice, by weights fitted without its source."""
    found = []
    for source in sorted({e.source for e in examples if e.source != SYNTHETIC}):
        model = fit([e for e in examples if e.source != source])
        found += [(model.probability(e), e.filled) for e in examples if e.source == source]
    return found


def main() -> None:
    """Print figures for thresholds; write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--clips", type=Path, action="append", required=True)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = read_examples(options.clips, options.home, options.keep)
    print(f"{len(examples)} runs, {sum(e.filled for e in examples)} of filled pauses")
    judged = unheard(examples)
    due = sum(truth for _, truth in judged)
    for threshold in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        taken = [truth for probability, truth in judged if probability >= threshold]
        print(f"  at {threshold}: precision {sum(taken) / max(1, len(taken)):.3f}, recall {sum(taken) / due:.3f}")
    if options.write:
        model = fit(examples)
        document = {
            "fitted_on": datetime.now(UTC).date().isoformat(),
            "model": MODEL,
            "runs": len(examples),
            "bias": round(model.bias, 5),
            "named": {name: round(float(w), 5) for name, w in zip(FEATURES, model.named, strict=True)},
            "states": [round(float(w), 5) for w in model.states],
        }
        WEIGHTS.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
