"""`coach bench`: how fast it is on this machine, in runs that take turns."""

import time
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from coach.adapters.bench_history import earlier_medians, keep_run
from coach.cli.output import print_json, progress_on_stderr, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach, now
from coach.core.benchmark import Timed, drift, ratio
from coach.core.drill import Item
from coach.core.judge import Judge
from coach.core.ports import ContentError
from coach.core.text import tokens
from coach.core.transcript import Transcript

ANSWER_WORDS = 225
"""Ninety seconds at 150 words a minute."""
WORDS_ONLY_S = 0.050
WITH_MODEL_S = 0.400
SCORING = "scoring"
HISTORY = "history"
SETS = (SCORING, HISTORY)

Run = Callable[[], object]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(bench)


def bench(
    context: typer.Context,
    sets: Annotated[list[str] | None, typer.Option("--set", help=f"Time this alone: {', '.join(SETS)}.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=50, help="How often each thing is run.")] = 5,
    as_json: JsonOption = False,
) -> None:
    """Time the coach on this machine: medians of runs that take turns, against their bounds and earlier runs."""
    coach: Coach = context.obj
    for name in sets or ():
        if name not in SETS:
            raise ContentError(f"There is no bench set '{name}'; the sets are {', '.join(SETS)}.")
    wanted = sets or SETS
    timed = _scoring(coach, runs) if SCORING in wanted else []
    if HISTORY in wanted:
        from coach.cli.bench_history import time_history  # the app is loaded only for this set

        timed += time_history(coach, runs, take_turns)
    history = coach.places.home / "bench.jsonl"
    earlier = earlier_medians(history)
    keep_run(history, now(), timed)
    if as_json:
        print_json([_as_json(t, timed, earlier.get(t.name, [])) for t in timed])
        return
    for line in table(timed, earlier):
        say(line)
    say(f"Kept in {history}; drift is this median over that of earlier runs.")


def table(timed: Sequence[Timed], earlier: dict[str, list[float]]) -> list[str]:
    """The figures as lines."""
    lines = [f"{'what':44} {'median':>9} {'worst':>9} {'bound':>9}  {'':7} {'ratio':>7} {'drift':>6}"]
    for each in timed:
        times = ratio(each, timed)
        moved = drift(each, earlier.get(each.name, []))
        verdict = {None: "", True: "reached", False: "missed"}[each.within]
        bound = "" if each.bound_s is None else _ms(each.bound_s)
        lines.append(
            f"{each.name:44} {_ms(each.median_s):>9} {_ms(each.worst_s):>9} {bound:>9}  {verdict:7} "
            f"{'' if times is None else f'{times:.1f}x':>7} {'' if moved is None else f'{moved:.2f}':>6}"
        )
    return lines


def take_turns(named: Sequence[tuple[str, Run]], runs: int) -> dict[str, tuple[float, ...]]:
    """Each thing run in turn, so that a busy moment of the machine hits all of them alike; seconds by name."""
    found: dict[str, list[float]] = {name: [] for name, _ in named}
    with progress_on_stderr("Timing") as progress:
        for number in range(runs):
            for name, run in named:
                began = time.perf_counter()
                run()
                found[name].append(time.perf_counter() - began)
            progress((number + 1) / runs)
    return {name: tuple(seconds) for name, seconds in found.items()}


def _scoring(coach: Coach, runs: int) -> list[Timed]:
    """A ninety-second answer, never seen before in each run, judged by both judges after they were made ready."""
    plain = Judge(coach.judge.lexicon, coach.judge.weights, None)
    item = max(coach.library.items.values(), key=lambda i: len(coach.library.rubric_of(i).elements))
    rubric = coach.library.rubric_of(item)
    answers = iter(_answers(coach, item, 2 * (runs + 1)))

    def judged_by(judge: Judge) -> Run:
        def run() -> None:
            judge(item, rubric, next(answers))

        return run

    named = [("scoring 90 s, words alone", judged_by(plain), WORDS_ONLY_S)]
    if coach.similarity is not None:
        named.append(("scoring 90 s, with the sentence model", judged_by(coach.judge), WITH_MODEL_S))
    for judge in (plain, coach.judge):
        judge.warm(rubric)
    for _, run, _ in named:
        run()
    seconds = take_turns([(name, run) for name, run, _ in named], runs)
    return [Timed(name, seconds[name], bound, named[0][0] if name != named[0][0] else "") for name, _, bound in named]


def _answers(coach: Coach, item: Item, count: int) -> list[Transcript]:
    """Different answers of ninety seconds, made of model answers: sentences that were not compared before."""
    others = [i.model_answer for i in coach.library.items.values() if i.id != item.id]
    words = " ".join([item.model_answer, *others]).split()
    found: list[Transcript] = []
    for number in range(count):
        start = number * ANSWER_WORDS % max(1, len(words) - ANSWER_WORDS)
        text = " ".join(words[start : start + ANSWER_WORDS])
        found.append(Transcript.typed(text))
    if len(tokens(found[0].text)) < ANSWER_WORDS // 2:
        raise ContentError("There is too little content to make an answer of; run it with the built-in drills.")
    return found


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def _as_json(timed: Timed, others: Sequence[Timed], earlier: Sequence[float]) -> dict[str, object]:
    return {
        "name": timed.name,
        "median_s": round(timed.median_s, 6),
        "worst_s": round(timed.worst_s, 6),
        "runs_s": [round(s, 6) for s in timed.seconds],
        "bound_s": timed.bound_s,
        "within": timed.within,
        "against": timed.against or None,
        "ratio": ratio(timed, others),
        "drift": drift(timed, earlier),
    }
