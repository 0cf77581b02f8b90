"""`coach list`, `show`, `check`, `schema`: what can be practised, and whether it is sound."""

from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.content_yaml import (
    card_schema,
    code_schema,
    item_schema,
    load_library,
    round_schema,
    rubric_schema,
    task_schema,
)
from coach.adapters.files import replace_file
from coach.cli.output import print_json, progress_on_stderr, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.drill import Item, Kind
from coach.core.hints import Hint, judged_hints, written_hints
from coach.core.library import Library
from coach.core.ports import ContentError
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript
from coach.core.wire import ROUND, item_json, round_json

SCHEMAS = {
    "item": ("drills/item.schema.json", item_schema),
    "rubric": ("rubrics/rubric.schema.json", rubric_schema),
    "card": ("drills/card.schema.json", card_schema),
    "round": ("drills/round.schema.json", round_schema),
    "task": ("drills/task.schema.json", task_schema),
    "code": ("drills/code.schema.json", code_schema),
}
"""Each schema there is, with the place of its file in a content folder."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command(name="list")(list_items)
    app.command()(show)
    app.command()(check)
    app.command()(schema)


def list_items(
    context: typer.Context,
    kind: Annotated[str | None, typer.Option(help="Only this kind: scar, drill, ...")] = None,
    search: Annotated[str, typer.Option(help="Only items that contain these words.")] = "",
    as_json: JsonOption = False,
) -> None:
    """List what can be practised."""
    coach: Coach = context.obj
    if kind is not None and kind not in {*Kind, ROUND}:
        raise ContentError(f"There is no kind '{kind}'; the kinds are {', '.join((*Kind, ROUND))}.")
    items = () if kind == ROUND else coach.library.select(Kind(kind) if kind else None, search)
    wanted = search.lower().split()
    rounds = [
        r
        for r in coach.library.rounds.values()
        if kind in (None, ROUND) and all(w in f"{r.id} {r.title}".lower() for w in wanted)
    ]
    if as_json:
        print_json([*(item_json(item) for item in items), *(round_json(r) for r in rounds)])
        return
    if coach.content_faults:
        typer.echo(f"{len(coach.content_faults)} faults in the content; run 'coach check' to see them.", err=True)
    for item in items:
        say(f"{item.id:34} {item.kind:13} {item.time.answer_s:4.0f} s  {item.title}")
    for each in rounds:
        say(f"{each.id:34} {ROUND:13} {each.minutes * 60:4.0f} s  {each.title}")


def show(
    context: typer.Context,
    item: Annotated[str, typer.Argument(help="The item; see 'coach list'.")],
    as_json: JsonOption = False,
) -> None:
    """Show an item as it is presented; the model answer stays hidden until you have spoken."""
    coach: Coach = context.obj
    shown = coach.item(item)
    if as_json:
        print_json(item_json(shown, coach.library.rubric_of(shown)))
        return
    say(f"{shown.title}   ({shown.kind}, {shown.time.answer_s:.0f} s)")
    say()
    say(shown.prompt)
    for turn in shown.transcript:
        say(f"  {turn.speaker.capitalize():12} {turn.text}")
    say()
    say(f"Answer it: coach practice {shown.id}")


def check(
    context: typer.Context,
    path: Annotated[Path | None, typer.Argument(help="A content folder; without it, everything in force.")] = None,
    hints: Annotated[
        bool | None,
        typer.Option(help="Also say what would make items judge better (a second each); on for a named folder."),
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--item", help="Hints for this item alone; repeatable.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check drills and rubrics, and report every fault in one go; with hints that teach."""
    coach: Coach = context.obj
    if path is None:
        library, faults = coach.library, coach.content_faults
    else:
        builtin = coach.places.content
        packs = [path] if path.absolute() == builtin.absolute() else [builtin, path]
        library, faults = load_library(packs)
    wanted = hints if hints is not None else bool(path or only)
    advice = _advice(coach, library, path, only or []) if wanted else []
    if as_json:
        found = [{"file": str(f.path), "line": f.line, "key": f.key, "expected": f.expected} for f in faults]
        taught = [{"item": h.item, "where": h.where, "hint": h.sentence} for h in advice]
        print_json({"items": len(library.items), "rubrics": len(library.rubrics), "faults": found, "hints": taught})
    else:
        for fault in faults:
            say(str(fault))
        for hint in advice:
            say(f"hint: {hint}")
        counted = f", {len(advice)} hints" if wanted else ""
        say(f"{len(library.items)} items and {len(library.rubrics)} rubrics are sound, {len(faults)} faults{counted}.")
    if faults:
        raise typer.Exit(2)


def _advice(coach: Coach, library: Library, path: Path | None, only: list[str]) -> list[Hint]:
    """Hints for the named items, or for those of a folder, or for all."""
    if only:
        items = [library.item(name) for name in only]
    elif path is not None and path.absolute() != coach.places.content.absolute():
        theirs, _ = load_library([path])
        items = [i for i in library.items.values() if i.id in theirs.items]
    else:
        items = list(library.items.values())
    judge = coach.judge
    found: list[Hint] = []
    with progress_on_stderr("Trying the items' own sentences") as progress:
        for number, item in enumerate(items, 1):
            rubric = library.rubric_of(item)
            found += written_hints(item, rubric)

            def tried(text: str, item: Item = item, rubric: Rubric = rubric) -> Scorecard:
                return judge(item, rubric, Transcript.typed(text))

            found += judged_hints(item, rubric, tried)
            progress(number / len(items))
    return found


def schema(
    what: Annotated[str, typer.Argument(help="item, rubric, card, round, task or code")] = "item",
    write: Annotated[
        Path | None, typer.Option(help="Write all schemas into the drills/ and rubrics/ of this content folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of content file, for editors."""
    if write is not None:
        for place, make in SCHEMAS.values():
            path = write / place
            if not path.parent.is_dir():
                raise ContentError(f"{write} has no folder {path.parent.name}/; name a content folder.")
            replace_file(path, make().encode())
            say(f"wrote {path}")
        return
    if what not in SCHEMAS:
        raise ContentError(f"There is no schema '{what}'; ask for {', '.join(SCHEMAS)}.")
    typer.echo(SCHEMAS[what][1](), nl=False)
