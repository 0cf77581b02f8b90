"""`coach eval`: how well the judge agrees with labelled answers."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.labelled_jsonl import figure_json, write_recorded
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach, now
from coach.core.evaluation import RESAMPLES, Figure, Measure, Measured
from coach.core.plain import plain
from coach.core.ports import ContentError

SEED = 20_261_122
"""Seed of every interval, so that the same labels and findings print the same table."""

HEAD: tuple[str, ...] = ("set", "what", "by", "n", "precision", "recall", "figure", "95 % interval", "target", "")
"""Columns of the table."""


class Half(StrEnum):
    """The halves of the labelled sets."""

    REPORT = "report"
    """What is published; nothing is tuned on it."""
    FIT = "fit"
    """What rules and weights are made with."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command(name="eval")(evaluate)


def evaluate(
    context: typer.Context,
    sets: Annotated[
        list[str] | None, typer.Option("--set", help="Measure this set alone; repeatable. Without it, all there are.")
    ] = None,
    half: Annotated[Half, typer.Option(help="Which half of the labelled answers.")] = Half.REPORT,
    folder: Annotated[
        Path | None, typer.Option(help="Labelled answers of your own: a folder with report/ or fit/ in it.")
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, max=1000, help="Also print the worst so many items of each set; fit half only.")
    ] = 0,
    record: Annotated[Path | None, typer.Option(help="Record the figures in this file, which CI holds us to.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure the judge on labelled answers: precision, recall, F1 or accuracy with 95 % intervals, and the targets."""
    from coach.cli.measuring import Material, choose_sets, measure_set

    coach: Coach = context.obj
    if errors and half is Half.REPORT:
        raise ContentError("Errors of the report half stay unseen, because nothing may be tuned on it; use --half fit.")
    material = Material(
        labels=(folder or coach.places.content / "tests" / "eval") / half.value,
        audio=coach.places.content.parent / "shared" / "audio",
    )
    if not material.labels.is_dir():
        raise ContentError(f"There is no folder {material.labels}; run on a checkout, or name --folder.")
    chosen, left_out = choose_sets(coach, material, sets or [])
    for sentence in left_out:
        sys.stderr.write(f"coach: {plain(sentence)}\n")
    results = [result for name in chosen for result in measure_set(coach, material, name, seed=SEED)]
    figures = [f for result in results for f in result.figures]
    if record is not None:
        write_recorded(record, figures, half=half.value, seed=SEED, measured_on=now().date().isoformat())
    if as_json:
        _print_json(half, figures, results, errors)
        return
    for line in table_lines(figures):
        say(line)
    for result in results if errors else []:
        for line in _error_lines(result, errors):
            say(line)


def table_lines(figures: Sequence[Figure]) -> Iterator[str]:
    """The figures as a table of plain lines."""
    rows = [HEAD, *(_row(f) for f in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(figure: Figure) -> tuple[str, ...]:
    target, state = "", ""
    if figure.target is not None:
        target = f"{'at most' if figure.measure.smaller_is_better else 'at least'} {figure.target:g}"
        state = "reached" if figure.reached else "missed"
    return (
        figure.set,
        f"{figure.what}, {figure.measure.value}",
        figure.by,
        str(figure.n),
        _number(figure, figure.precision),
        _number(figure, figure.recall),
        _number(figure, figure.value),
        f"{_number(figure, figure.low)} - {_number(figure, figure.high)}",
        target,
        state,
    )


def _number(figure: Figure, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if figure.measure is Measure.COUNT else f"{value:.3f}"


def _error_lines(result: Measured, count: int) -> Iterator[str]:
    worst = result.worst(count)
    if worst:
        first = result.figures[0]
        yield ""
        yield f"{first.set}{f', {first.by}' if first.by else ''}: the {len(worst)} items with most disagreements"
    for reading in worst:
        yield f"  {reading.id}"
        yield from (f"    {fault}" for fault in reading.faults)


def _print_json(half: Half, figures: Sequence[Figure], results: Sequence[Measured], errors: int) -> None:
    document = {
        "half": half.value,
        "seed": SEED,
        "resamples": RESAMPLES,
        "figures": [{**figure_json(f), "reached": f.reached} for f in figures],
    }
    if errors:
        document["errors"] = [
            {"set": result.figures[0].set, "by": result.figures[0].by, "id": r.id, "faults": list(r.faults)}
            for result in results
            for r in result.worst(errors)
        ]
    print_json(document)
