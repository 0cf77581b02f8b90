"""Fit the matcher's weights on the graded answers of the fit half, with figures on items the weights never saw.

    python tests/eval/fit_matching.py --model FOLDER            # figures only
    python tests/eval/fit_matching.py --model FOLDER --write    # and the weights

A window is chosen for every idea, a logistic regression is fitted on the chosen windows, and both are repeated until
they agree (multiple-instance learning). Figures are those of items the weights never saw. The report half is never
read.
"""

import argparse
import json
import pickle
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.adapters.content_yaml import load_library  # noqa: E402
from coach.adapters.embedding import MiniLm  # noqa: E402
from coach.core.analysis.numbers import find_numbers  # noqa: E402
from coach.core.drill import Item  # noqa: E402
from coach.core.features import LEXICAL, REST, SEMANTIC, TRAP_REST, Answer  # noqa: E402
from coach.core.matching import OMISSION_MIN_WORDS, rest  # noqa: E402
from coach.core.prepared import prepare  # noqa: E402
from coach.core.rubric import Rubric  # noqa: E402
from coach.core.transcript import Transcript  # noqa: E402
from coach.core.windows import cut  # noqa: E402

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
FIT = Path(__file__).parent / "fit"
WEIGHTS = ROOT / "coach" / "data" / "match_weights.json"
METRIC = ROOT / "coach" / "data" / "idea_metric.npz"
ROUNDS = 8
RIDGE = 12.0
PARTS = 12
STRANGE = "<-"
"""In the id of an answer that belongs to another item: off the subject, it expresses nothing."""
START = {"s_pos": 4.0, "s_neg": -2.0, "l_pos": 2.0, "terms": 1.0}
"""Where the choice of windows begins: what single signals were measured to be worth."""


@dataclass
class Table:
    """Decisions of one kind: the features of all their windows stacked, and what a reader said."""

    names: tuple[str, ...]
    answers: list[str]
    items: list[str]
    ideas: list[str]
    labels: Array
    rows: Array
    starts: npt.NDArray[np.int64]
    owner: npt.NDArray[np.int64]

    def with_columns(self, names: tuple[str, ...], per_decision: Array) -> "Table":
        """The table with columns that are the same for every window of a decision."""
        return replace(self, names=(*self.names, *names), rows=np.hstack([self.rows, per_decision[self.owner]]))

    def best(self, scores: Array) -> npt.NDArray[np.int64]:
        """For each decision the row of its highest score."""
        top = np.maximum.reduceat(scores, self.starts)
        hits = np.flatnonzero(scores == top[self.owner])
        chosen = np.zeros(len(self.starts), dtype=np.int64)
        chosen[self.owner[hits][::-1]] = hits[::-1]
        return chosen


@dataclass
class Collected:
    """Rows gathered answer by answer."""

    answers: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    ideas: list[str] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)
    tables: list[Array] = field(default_factory=list)

    def table(self, names: tuple[str, ...]) -> Table:
        """Everything stacked."""
        lengths = np.array([len(t) for t in self.tables])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        owner = np.repeat(np.arange(len(lengths)), lengths)
        labels = np.array(self.labels, dtype=float)
        return Table(names, self.answers, self.items, self.ideas, labels, np.vstack(self.tables), starts, owner)


def graded() -> list[dict[str, Any]]:
    """The graded answers of the fit half."""
    files = sorted(FIT.glob("graded_*.jsonl"))
    return [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines() if line.strip()]


def strangers(rows: list[dict[str, Any]], known: dict[str, tuple[Item, Rubric]]) -> list[dict[str, Any]]:
    """For each item a good answer to an item of another kind, which must meet and hit nothing.

    Without them the matcher learns how ideas of one subject differ and never what it is to miss the subject.
    """
    good = sorted((r for r in rows if r["level"] == "senior"), key=lambda r: str(r["id"]))
    found = []
    for number, name in enumerate(sorted({r["item"] for r in rows})):
        item, rubric = known[name]
        others = [r for r in good if known[r["item"]][0].kind is not item.kind]
        if others:
            other = others[number * 17 % len(others)]
            nothing = {"elements": {e.id: False for e in rubric.elements}, "traps": {t.id: False for t in rubric.traps}}
            found.append({"id": f"{name}{STRANGE}{other['id']}", "item": name, "text": other["text"], **nothing})
    return found


def contents() -> dict[str, tuple[Item, Rubric]]:
    """Items that can be judged, by id."""
    library, _ = load_library([ROOT])
    return {i.id: (i, library.rubric_of(i)) for i in library.items.values()}


def names_of(matcher: str) -> tuple[str, ...]:
    """Features of a matcher."""
    return (*SEMANTIC, *LEXICAL) if matcher == "semantic" else LEXICAL


def collect(
    rows: list[dict[str, Any]], known: dict[str, tuple[Item, Rubric]], matcher: str, model: MiniLm | None
) -> tuple[Table, Table]:
    """The elements and the traps of every graded answer under one matcher."""
    names = names_of(matcher)
    elements, traps = Collected(), Collected()
    for row in rows:
        transcript = Transcript.typed(row["text"])
        windows = cut(transcript)
        prepared = prepare(known[row["item"]][1])
        refs = prepared.references
        semantic = model.compare([w.text for w in windows], refs.texts) if model else None
        answer = Answer(row["text"], windows, prepared, tuple(find_numbers(transcript)), semantic)
        for at, idea in enumerate(refs.ideas):
            label = row["traps" if idea.trap else "elements"].get(idea.id)
            if label is None:
                continue
            into = traps if idea.trap else elements
            into.answers.append(row["id"])
            into.items.append(row["item"])
            into.ideas.append(idea.id)
            into.labels.append(label)
            into.tables.append(np.array([[m.values[n] for n in names] for m in answer.measure(at)]))
    return elements.table(names), traps.table(names)


def logistic(x: Array, y: Array, ridge: float) -> Array:
    """Weights of a ridge logistic regression by Newton's method; the last one is the bias, which is not shrunk."""
    x = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    w: Array = np.zeros(x.shape[1])
    for _ in range(15):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x.T * (p * (1 - p) + 1e-6)) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (p - y) + penalty * w)
        w = w - step
        if np.abs(step).max() < 1e-5:
            break
    return w


def fit(table: Table, among: Flags, ridge: float = RIDGE) -> Array:
    """Weights in the features' own units, bias last, from some of the decisions."""
    scale = table.rows.std(axis=0) + 1e-3
    scaled = table.rows / scale
    w = np.array([*(START.get(n, 0.0) * s for n, s in zip(table.names, scale, strict=True)), 0.0])
    for _ in range(ROUNDS):
        chosen = table.best(scaled @ w[:-1])[among]
        w = 0.5 * w + 0.5 * logistic(scaled[chosen], table.labels[among], ridge)
    own_units: Array = np.append(w[:-1] / scale, w[-1])
    return own_units


def predict(table: Table, w: Array) -> Array:
    """Log-odds of every decision."""
    best: Array = np.maximum.reduceat(table.rows @ w[:-1], table.starts)
    return best + w[-1]


def unseen(table: Table, ridge: float = RIDGE) -> Array:
    """Log-odds of every decision from weights that never saw its item: the items take turns in PARTS parts."""
    items = np.array(table.items)
    part = {item: number % PARTS for number, item in enumerate(np.unique(items))}
    parts = np.array([part[item] for item in items])
    found = np.zeros(len(items))
    for number in range(PARTS):
        mine = parts == number
        if mine.any():
            found[mine] = predict(table, fit(table, ~mine, ridge))[mine]
    return found


def sigmoid(z: Array) -> Array:
    """The logistic function."""
    odds: Array = np.exp(np.clip(z, -30, 30))
    return odds / (1 + odds)


def rest_of(elements: Table, alone: Array) -> Array:
    """For each element how well the others of its answer do."""
    places = defaultdict(list)
    for i, answer in enumerate(elements.answers):
        places[answer].append(i)
    return np.array([[rest([alone[j] for j in places[a] if j != i])] for i, a in enumerate(elements.answers)])


def trap_rest_of(
    traps: Table, elements: Table, alone: Array, met: Array, known: dict[str, tuple[Item, Rubric]]
) -> Array:
    """For each trap what the elements of its answer say about it."""
    logits, closeness = defaultdict(list), {}
    for i, answer in enumerate(elements.answers):
        logits[answer].append(alone[i])
        closeness[answer, elements.ideas[i]] = met[i]
    rows = []
    for answer, item, idea in zip(traps.answers, traps.items, traps.ideas, strict=True):
        trap = next(t for t in known[item][1].traps if t.id == idea)
        omitted = max((closeness[answer, e] for e in trap.omits), default=0.5)
        better = max((closeness[answer, e] for e in trap.unless), default=0.3)
        rows.append([rest(logits[answer]), omitted, better])
    return np.array(rows)


def f1(labels: Array, said: Flags) -> dict[str, float]:
    """F1, precision and recall."""
    hit = float(np.sum((labels > 0) & said))
    precision, recall = hit / max(1, said.sum()), hit / max(1, labels.sum())
    return {
        "f1": round(float(2 * precision * recall / max(1e-9, precision + recall)), 3),
        "precision": round(float(precision), 3),
        "recall": round(float(recall), 3),
    }


def best_shift(table: Table, z: Array) -> float:
    """What to add to the log-odds of unseen items so that F1 is best: the logistic loss counts errors otherwise."""
    ours = np.array([STRANGE not in answer for answer in table.answers])
    shifts = np.arange(-20, 21) / 20
    return float(max(shifts, key=lambda s: (f1(table.labels[ours], z[ours] + s >= 0)["f1"], -abs(s))))


def moved(w: Array, shift: float) -> Array:
    """Weights with another bias."""
    shifted: Array = np.append(w[:-1], w[-1] + shift)
    return shifted


def auc(labels: Array, scores: Array) -> float:
    """Chance that a met decision scores above an unmet one."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    met = labels.sum()
    return round(float((ranks[labels > 0].sum() - met * (met + 1) / 2) / (met * (len(labels) - met))), 3)


def trap_hits(
    traps: Table, z: Array, extra: Array, rows: list[dict[str, Any]], known: dict[str, tuple[Item, Rubric]]
) -> Flags:
    """Which traps count once those by omission are settled."""
    words = {r["id"]: len(r["text"].split()) for r in rows}
    hits = z >= 0
    for i, (answer, item, idea) in enumerate(zip(traps.answers, traps.items, traps.ideas, strict=True)):
        trap = next(t for t in known[item][1].traps if t.id == idea)
        if trap.omits and extra[i, 1] < 0.5 and words[answer] >= OMISSION_MIN_WORDS:
            hits[i] = True
    return hits


def show_wrong(table: Table, z: Array, said: Flags, limit: int) -> None:
    """Print the surest mistakes."""
    wrong = [i for i in range(len(z)) if said[i] != (table.labels[i] > 0)]
    for i in sorted(wrong, key=lambda i: -abs(z[i]))[:limit]:
        print(f"   {'missed' if table.labels[i] else 'false '} {sigmoid(z[i]):.2f} {table.answers[i]} {table.ideas[i]}")


def head(table: Table, w: Array, figures: dict[str, float]) -> dict[str, Any]:
    """One head as data."""
    weights = {n: round(float(v), 4) for n, v in zip(table.names, w[:-1], strict=True)}
    return {"bias": round(float(w[-1]), 4), "weights": weights, "unseen_items": figures}


def run(
    matcher: str,
    tables: tuple[Table, Table],
    rows: list[dict[str, Any]],
    known: dict[str, tuple[Item, Rubric]],
    show: int,
) -> dict[str, Any]:
    """Figures and weights of one matcher."""
    elements, traps = tables
    every, every_trap = np.ones(len(elements.labels), bool), np.ones(len(traps.labels), bool)
    alone = unseen(elements)
    document = {"alone": head(elements, fit(elements, every), _figures(elements, alone, alone >= 0))}
    together = elements.with_columns(REST, rest_of(elements, alone))
    z = unseen(together)
    shift = best_shift(together, z)
    z = z + shift
    document["elements"] = head(together, moved(fit(together, every), shift), _figures(together, z, z >= 0))
    extra = trap_rest_of(traps, elements, alone, sigmoid(z), known)
    known_traps = traps.with_columns(TRAP_REST, extra)
    zt = unseen(known_traps)
    shift = best_shift(known_traps, zt)
    zt = zt + shift
    hits = trap_hits(known_traps, zt, extra, rows, known)
    document["traps"] = head(known_traps, moved(fit(known_traps, every_trap), shift), _figures(known_traps, zt, hits))
    for name, part in document.items():
        print(f"{matcher:9}{name:9}", part["unseen_items"], flush=True)
    print("   traps without omission", f1(traps.labels, zt >= 0))
    show_wrong(together, z, z >= 0, show)
    show_wrong(known_traps, zt, hits, show)
    return document


def _figures(table: Table, z: Array, said: Flags) -> dict[str, float]:
    ours = np.array([STRANGE not in answer for answer in table.answers])
    labels, z, strange = table.labels[ours], z[ours], said[~ours]
    counts = {"decisions": len(z), "met": int(labels.sum())}
    return {**counts, **f1(labels, said[ours]), "auc": auc(labels, z), "off_subject": round(float(strange.mean()), 3)}


def main() -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, required=True, help="folder with model.onnx and tokenizer.json")
    parser.add_argument("--cache", type=Path, help="where sentence vectors are kept between runs")
    parser.add_argument("--tables", type=Path, help="where to keep the measured features, for looking into them")
    parser.add_argument("--plain", action="store_true", help="without the metric of ideas, to see what it is worth")
    parser.add_argument("--write", action="store_true", help="replace the weights of the package")
    parser.add_argument("--show", type=int, default=0, help="how many of the surest mistakes to print")
    args = parser.parse_args()
    known = contents()
    rows = [r for r in graded() if r["item"] in known]
    rows += strangers(rows, known)
    document: dict[str, Any] = {"fitted_on": datetime.now(UTC).date().isoformat(), "answers": len(rows)}
    semantic = MiniLm(args.model, args.cache, None if args.plain else METRIC)
    for matcher, model in (("semantic", semantic), ("lexical", None)):
        began = time.process_time()
        tables = collect(rows, known, matcher, model)
        print(f"{len(rows)} answers measured in {time.process_time() - began:.1f} s of processor time")
        if args.tables:
            args.tables.with_suffix(f".{matcher}").write_bytes(pickle.dumps(tables))
        document[matcher] = run(matcher, tables, rows, known, args.show)
    if args.write:
        WEIGHTS.write_text(json.dumps(document, indent=2) + "\n", "utf-8")
        print(f"wrote {WEIGHTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
