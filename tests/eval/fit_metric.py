"""Fit the map that moves sentences of one idea together and its near misses away, on the rubrics' own sentences.

    python tests/eval/fit_metric.py --model FOLDER            # figures on rubrics that the map never saw
    python tests/eval/fit_metric.py --model FOLDER --write    # and the map, fitted on all rubrics

A low-rank linear map is trained with a contrastive loss: for each exemplar the other exemplars of its idea are near,
everything else in the rubric is far (its near misses, the other ideas, the traps). No graded answer is read. Needs
torch, which comes with the extra `openai`.
"""

import argparse
import random
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.adapters.content_yaml import load_library  # noqa: E402
from coach.adapters.embedding import MiniLm  # noqa: E402
from coach.core.references import references  # noqa: E402
from coach.core.rubric import Rubric  # noqa: E402

Array = npt.NDArray[np.float32]
METRIC = ROOT / "coach" / "data" / "idea_metric.npz"
RANK, EPOCHS, TEMPERATURE, DECAY, RATE, DROPOUT = 64, 10, 0.07, 0.05, 2e-3, 0.1
FOLDS = 4
SEED = 7
NO_IDEA = -1_000


def labelled(rubric: Rubric, model: MiniLm) -> tuple[Array, npt.NDArray[np.int64]]:
    """The sentences of a rubric as vectors of length 1, and whose they are.

    0, 1, ...: says that idea; -2, -3, ...: a near miss of idea 0, 1, ...
    """
    refs = references(rubric)
    vectors = model.vectors(refs.texts)
    whose = np.full(len(refs.texts), NO_IDEA)
    for number, idea in enumerate(refs.ideas):
        whose[list(idea.positives)] = number
        whose[list(idea.negatives)] = -2 - number
        if not idea.trap:
            whose[idea.repair] = number
    return vectors[whose != NO_IDEA], whose[whose != NO_IDEA]


def train(rubrics: list[tuple[Array, npt.NDArray[np.int64]]]) -> tuple[Array, Array]:
    """The two thin matrices of the map."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    size = rubrics[0][0].shape[1]
    into = torch.nn.Parameter(torch.randn(size, RANK) * 0.02)
    out = torch.nn.Parameter(torch.randn(RANK, size) * 0.02)
    steps = torch.optim.AdamW([into, out], lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        order.shuffle(rubrics)
        for start in range(0, len(rubrics), 8):
            batch = rubrics[start : start + 8]
            loss = torch.stack([_loss(torch.tensor(v), torch.tensor(w), into, out) for v, w in batch]).mean()
            steps.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            steps.step()
    return into.detach().numpy(), out.detach().numpy()


def _loss(vectors: torch.Tensor, whose: torch.Tensor, into: torch.Tensor, out: torch.Tensor) -> torch.Tensor:
    vectors = torch.nn.functional.dropout(vectors, DROPOUT)
    moved = torch.nn.functional.normalize(vectors + (vectors @ into) @ out, dim=1)
    same = torch.eye(len(whose), dtype=torch.bool)
    alike = (moved @ moved.T / TEMPERATURE).masked_fill(same, -1e9)
    near = (whose[:, None] == whose[None, :]) & (whose[:, None] >= 0) & ~same
    rows = near.any(1)
    found = torch.logsumexp(alike[rows].masked_fill(~near[rows], -1e9), 1)
    return (torch.logsumexp(alike[rows], 1) - found).mean()


def told_apart(rubrics: list[tuple[Array, npt.NDArray[np.int64]]], metric: Array | None) -> float:
    """The chance that an exemplar stands nearer to the rest of its idea than a near miss of that idea does.

    Nearness is the best similarity to another exemplar of the idea less the best to any other sentence.
    """
    says: list[float] = []
    misses: list[float] = []
    for vectors, whose in rubrics:
        moved = vectors if metric is None else vectors + vectors @ metric
        moved = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        alike = moved @ moved.T
        np.fill_diagonal(alike, -9)
        for at, label in enumerate(whose):
            idea = label if label >= 0 else -2 - label
            own = [j for j in np.flatnonzero(whose == idea) if j != at]
            others = [j for j in np.flatnonzero(whose != idea) if j != at]
            if own and others:
                (says if label >= 0 else misses).append(float(alike[at, own].max() - alike[at, others].max()))
    ranks = np.argsort(np.argsort(np.array([*says, *misses]))) + 1
    return float((ranks[: len(says)].sum() - len(says) * (len(says) + 1) / 2) / (len(says) * len(misses)))


def main() -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True, help="folder with model.onnx and tokenizer.json")
    parser.add_argument("--cache", type=Path, help="where sentence vectors are kept between runs")
    parser.add_argument("--folds", type=int, default=FOLDS, help="parts held out in turn; 0 measures nothing")
    parser.add_argument("--write", action="store_true", help="replace the map of the package")
    args = parser.parse_args()
    library, _ = load_library([ROOT])
    model = MiniLm(args.model, args.cache)
    known = {k: labelled(r, model) for k, r in library.rubrics.items() if not r.by_mention}
    families = sorted({name.removesuffix("-follow-up") for name in known})
    random.Random(SEED).shuffle(families)
    for fold in range(args.folds):
        held = set(families[fold :: args.folds])
        unseen = [v for k, v in known.items() if k.removesuffix("-follow-up") in held]
        into, out = train([v for k, v in known.items() if k.removesuffix("-follow-up") not in held])
        print(f"fold {fold + 1}: told apart {told_apart(unseen, None):.3f} -> {told_apart(unseen, into @ out):.3f}")
    if args.write:
        into, out = train(list(known.values()))
        np.savez_compressed(METRIC, into=into.astype(np.float16), out=out.astype(np.float16))
        print(f"wrote {METRIC.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
