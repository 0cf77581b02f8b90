"""Fit the weights of the STAR labels on the stories of the fit half, with cross-validated figures.

    python tests/eval/fit_star.py            # figures only
    python tests/eval/fit_star.py --write    # and the weights
    python tests/eval/fit_star.py --held-out star2-02,star2-04    # figures of these stories, fitted on the others

The model is a linear-chain conditional random field with an L2 penalty, fitted by L-BFGS; folds are whole stories, so
that no figure comes from a story its weights saw. The fit is deterministic. The report half is never read.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.core.analysis.star_features import features  # noqa: E402

Array = npt.NDArray[np.float64]
STORIES = Path(__file__).parent / "fit" / "star.jsonl"
WEIGHTS = ROOT / "coach" / "core" / "analysis" / "star_weights.py"
PARTS = ("S", "T", "A", "R", "I", "other")
FOLDS = 10
FEATURE_PENALTY = 0.15
"""The best of 0.05 to 1.3 in cross-validation, where the figure moves between 0.88 and 0.91."""
MOVE_PENALTY = 0.2
MAX_STEPS = 80
MEMORY = 8
"""Past steps by which L-BFGS estimates the curvature."""


@dataclass(frozen=True)
class Story:
    """One labelled answer: what is seen of each sentence, and its part."""

    id: str
    names: list[tuple[str, ...]]
    sentences: list[str]
    parts: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Model:
    """Weights of the features, and of the moves between parts; the last row opens and the last column closes."""

    names: tuple[str, ...]
    weights: Array
    moves: Array

    def label(self, story: Story) -> list[int]:
        """The most likely parts of the sentences of a story."""
        index = {name: i for i, name in enumerate(self.names)}
        rows = [[index[n] for n in names if n in index] for names in story.names]
        scores = np.array([self.weights[row].sum(axis=0) for row in rows])
        best, came_from = self.moves[-1, :-1] + scores[0], []
        for row in scores[1:]:
            paths = best[:, None] + self.moves[:-1, :-1]
            came_from.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + row
        chain = [int((best + self.moves[:-1, -1]).argmax())]
        for before in reversed(came_from):
            chain.append(int(before[chain[-1]]))
        return chain[::-1]


def read_stories() -> list[Story]:
    """All labelled stories of the fit half, in file order."""
    found = []
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        sentences = [item["text"][s["start"] : s["end"]] for s in item["star"]]
        parts = np.array([PARTS.index(s["part"]) for s in item["star"]], dtype=np.int64)
        found.append(Story(item["id"], features(sentences), sentences, parts))
    return found


def fit(stories: Sequence[Story]) -> Model:
    """The model with the highest penalised likelihood of the labels."""
    names = tuple(sorted({name for story in stories for held in story.names for name in held}))
    index = {name: i for i, name in enumerate(names)}
    count, longest, states = len(stories), max(len(s.parts) for s in stories), len(PARTS)
    rows = np.zeros((count, longest, len(names)))
    gold = np.zeros((count, longest, states))
    for b, story in enumerate(stories):
        gold[b, np.arange(len(story.parts)), story.parts] = 1
        for t, held in enumerate(story.names):
            rows[b, t, [index[n] for n in held if n in index]] = 1
    lengths = np.array([len(s.parts) for s in stories])
    size = len(names) * states
    penalty = np.concatenate(
        [
            np.full(size, FEATURE_PENALTY),
            np.full((states + 1) ** 2, MOVE_PENALTY),
        ]
    )
    gold_moves = np.zeros((states + 1, states + 1))
    for story in stories:
        path = [states, *story.parts.tolist(), states]
        np.add.at(gold_moves, (path[:-1], path[1:]), 1)

    def loss(point: Array) -> tuple[float, Array]:
        weights, moves = point[:size].reshape(-1, states), point[size:].reshape(states + 1, states + 1)
        scores = rows @ weights
        log_z, marginals, expected = _expectations(scores, moves, lengths)
        value = log_z - (gold * scores).sum() - (gold_moves * moves).sum() + (penalty * point**2).sum()
        slope = np.concatenate(
            [np.einsum("btf,bts->fs", rows, marginals - gold).ravel(), (expected - gold_moves).ravel()]
        )
        return float(value), slope + 2 * penalty * point

    point = _lbfgs(loss, np.zeros(size + (states + 1) ** 2))
    return Model(names, point[:size].reshape(-1, states), point[size:].reshape(states + 1, states + 1))


def _log_sum(values: Array, axis: int) -> Array:
    top = values.max(axis=axis, keepdims=True)
    total: Array = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return total


def _expectations(scores: Array, moves: Array, lengths: npt.NDArray[np.int64]) -> tuple[float, Array, Array]:
    """Summed log partition, the probability of each part for each sentence, and the expected moves."""
    count, longest, _ = scores.shape
    inner, opening, closing = moves[:-1, :-1], moves[-1, :-1], moves[:-1, -1]
    forward, backward = np.zeros_like(scores), np.zeros_like(scores)
    live = np.arange(longest)[None, :] < lengths[:, None]
    forward[:, 0] = opening + scores[:, 0]
    for t in range(1, longest):
        forward[:, t] = _log_sum(forward[:, t - 1, :, None] + inner, 1) + scores[:, t]
    backward[:, -1] = closing
    for t in range(longest - 2, -1, -1):
        onward = _log_sum(inner + (scores[:, t + 1] + backward[:, t + 1])[:, None, :], 2)
        backward[:, t] = np.where((t + 1 < lengths)[:, None], onward, closing)
    last = lengths - 1
    z = _log_sum(forward[np.arange(count), last] + closing, 1)
    marginals = np.where(live[:, :, None], np.exp(forward + backward - z[:, None, None]), 0)
    expected = np.zeros_like(moves)
    for t in range(1, longest):
        on = live[:, t]
        paths = forward[on, t - 1, :, None] + inner + (scores[on, t] + backward[on, t])[:, None, :]
        expected[:-1, :-1] += np.exp(paths - z[on, None, None]).sum(axis=0)
    expected[-1, :-1] = marginals[:, 0].sum(axis=0)
    expected[:-1, -1] = marginals[np.arange(count), last].sum(axis=0)
    return float(z.sum()), marginals, expected


def _lbfgs(loss: Callable[[Array], tuple[float, Array]], point: Array) -> Array:
    steps: list[tuple[Array, Array]] = []
    value, slope = loss(point)
    for _ in range(MAX_STEPS):
        direction, used = slope.copy(), []
        for s, y in reversed(steps):
            a = (s @ direction) / (y @ s)
            used.append(a)
            direction -= a * y
        if steps:
            s, y = steps[-1]
            direction *= (s @ y) / (y @ y)
        for (s, y), a in zip(steps, reversed(used), strict=True):
            direction += (a - (y @ direction) / (y @ s)) * s
        length = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while True:
            there, there_slope = loss(point - length * direction)
            if there <= value - 1e-4 * length * float(slope @ direction) or length < 1e-10:
                break
            length /= 2
        moved, turned = -length * direction, there_slope - slope
        done = value - there < 1e-5 * max(1.0, abs(value))
        point, value, slope = point + moved, there, there_slope
        if moved @ turned > 1e-12:
            steps = [*steps, (moved, turned)][-MEMORY:]
        if done:
            break
    return point


def cross_validate(stories: Sequence[Story]) -> dict[str, tuple[Story, list[int]]]:
    """For every story the labels of a model that did not see it."""
    found: dict[str, tuple[Story, list[int]]] = {}
    for fold in range(FOLDS):
        model = fit([s for i, s in enumerate(stories) if i % FOLDS != fold])
        found |= {s.id: (s, model.label(s)) for i, s in enumerate(stories) if i % FOLDS == fold}
    return found


def accuracy(labelled: Iterable[tuple[Story, list[int]]]) -> str:
    """Right sentences of all sentences, and the commonest mix-ups."""
    right, total, mixed = 0, 0, Counter[str]()
    for story, said in labelled:
        for due, got in zip(story.parts.tolist(), said, strict=True):
            right += due == got
            total += 1
            mixed.update([f"{PARTS[due]}>{PARTS[got]}"] if due != got else [])
    return f"{right / total:.3f} ({right} of {total}) {dict(mixed.most_common(6))}"


def weights_module(model: Model) -> str:
    """The source text of the module with the weights."""

    def row(values: Iterable[float]) -> str:
        return "(" + ", ".join(f"{v + 0.0:.2f}".replace("-0.00", "0.00") for v in values) + ")"

    lines = [
        '"""The weights by which the features of a sentence speak for each part of a story.',
        "",
        "Written by tests/eval/fit_star.py: a linear-chain conditional random field with an L2 penalty on the labelled",
        "stories in tests/eval/fit. Weights are log-odds; an absent pair weighs nothing.",
        '"""',
        "",
        "PARTS = (" + ", ".join(f'"{part}"' for part in PARTS) + ")",
        '"""The order of the columns."""',
        "",
        "WEIGHTS: dict[str, tuple[float, float, float, float, float, float]] = {",
        *(f'    "{n}": {row(w)},' for n, w in zip(model.names, model.weights, strict=True) if np.abs(w).max() >= 0.05),
        "}",
        '"""Feature to log-odds, one column a part."""',
        "",
        f"BEGIN: tuple[float, ...] = {row(model.moves[-1, :-1])}",
        '"""Log-odds of opening with each part."""',
        f"END: tuple[float, ...] = {row(model.moves[:-1, -1])}",
        '"""Log-odds of closing with each part."""',
        "MOVES: tuple[tuple[float, ...], ...] = (",
        *(f"    {row(model.moves[i, :-1])},  # from {part}" for i, part in enumerate(PARTS)),
        ")",
        '"""Log-odds of one part (row) being followed by another (column)."""',
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write coach/core/analysis/star_weights.py")
    parser.add_argument("--held-out", default="", help="ids of stories, by comma: fit on the others, measure on these")
    options = parser.parse_args()
    stories = read_stories()
    if options.held_out:
        ids = set(options.held_out.split(","))
        model = fit([s for s in stories if s.id not in ids])
        print("held out", accuracy((s, model.label(s)) for s in stories if s.id in ids))
        return
    labelled = cross_validate(stories)
    print("cross-validated", accuracy(labelled.values()))
    for prefix in sorted({story.id.split("-")[0] for story in stories}):
        print(" ", prefix, accuracy(v for k, v in labelled.items() if k.split("-")[0] == prefix))
    if options.write:
        WEIGHTS.write_text(weights_module(fit(stories)), encoding="utf-8")
        print("wrote", WEIGHTS.relative_to(ROOT))


if __name__ == "__main__":
    main()
