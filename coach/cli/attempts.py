"""`coach attempts` and `coach retry`: what was kept, and finishing what was interrupted."""

from typing import Annotated

import typer

from coach.cli.output import minutes, print_json, progress_on_stderr, say, scorecard_lines
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.attempt import Attempt, State
from coach.core.wire import attempt_json


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(attempts)
    app.command()(retry)


def attempts(
    context: typer.Context,
    item: Annotated[str | None, typer.Option(help="Only attempts at this item.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many, newest first.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """List the attempts that were kept, newest first."""
    coach: Coach = context.obj
    found = coach.store.attempts(item, limit)
    if as_json:
        print_json([attempt_json(each) for each in found])
        return
    if not found:
        say("Nothing was practised yet; run 'coach'.")
    for each in found:
        score = f"{each.scorecard.score:5.0f} {each.scorecard.level:7}" if each.scorecard else f"{each.state:13}"
        length = minutes(each.duration_s) if each.duration_s is not None else "typed"
        say(f"{each.id}  {each.created_at:%Y-%m-%d %H:%M}  {score}  {length:>6}  {each.item}")


def retry(
    context: typer.Context,
    attempt: Annotated[str | None, typer.Argument(help="The attempt; without it, every unfinished one.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Write down and score what a crash or a failure left unfinished."""
    coach: Coach = context.obj
    waiting = [coach.store.get(attempt)] if attempt else coach.store.unfinished()
    done = []
    for each in waiting:
        with progress_on_stderr(f"Finishing {each.item}") as progress:
            done.append(coach.practice.complete(each.id, progress))
    if as_json:
        print_json([attempt_json(each) for each in done])
        return
    if not done:
        say("Nothing is unfinished.")
    for each in done:
        report(coach, each)


def report(coach: Coach, attempt: Attempt) -> None:
    """Print how an attempt ended."""
    if attempt.ended:
        say(attempt.ended)
    if attempt.state is State.NO_ANSWER:
        say("Nothing was said: there is no speech in this take. It is kept as no answer.")
    elif attempt.scorecard is None:
        say(f"The attempt is {attempt.state}. {attempt.error}".strip())
    else:
        for line in scorecard_lines(attempt.scorecard, coach.library.item(attempt.item).title):
            say(line)
