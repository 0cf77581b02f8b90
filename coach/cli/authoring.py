"""`coach new` and `coach try`: writing drills of one's own."""

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.content_yaml import card_schema, item_schema, load_library, rubric_schema
from coach.adapters.files import private_folder, replace_file
from coach.cli.answers import read_text
from coach.cli.output import print_json, say, scorecard_lines
from coach.cli.scoring import JsonOption
from coach.compose import Coach
from coach.core.drill import Identifier, Kind
from coach.core.glossary import card_id
from coach.core.plain import one_line
from coach.core.ports import ContentError
from coach.core.scorecard import Scorecard
from coach.core.skeletons import card_yaml, item_yaml, rubric_yaml
from coach.core.transcript import Transcript
from coach.core.wire import score_json

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(new)
    app.command(name="try")(try_item)


def new(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="scar, drill, pushback, behavioral, term, ...")],
    item: Annotated[str, typer.Argument(help="The id of the new item, in lower-case words joined by hyphens.")],
    title: Annotated[str | None, typer.Option(help="Its title; without it the id in words.")] = None,
    into: Annotated[Path | None, typer.Option(help="The content folder; without it your own one.")] = None,
) -> None:
    """Begin an item of your own: a drill file and a rubric file to fill in; never overwrites."""
    coach: Coach = context.obj
    if kind not in set(Kind):
        raise ContentError(f"There is no kind '{kind}'; the kinds are {', '.join(Kind)}.")
    if not _ID.fullmatch(item) or len(item) > _longest_id():
        raise ContentError(f"'{item}' cannot be an id; use lower-case words joined by hyphens, such as drill-my-topic.")
    shown = one_line(title) if title else item.replace("-", " ").capitalize()
    folder = into or coach.places.own_content
    files = _files(Kind(kind), item, shown)
    for place in files:
        if (folder / place).exists():
            raise ContentError(f"{folder / place} is there already; choose another id, or edit that file.")
    for place, text in {**files, **_schemas(folder)}.items():
        private_folder((folder / place).parent)
        replace_file(folder / place, text.encode())
    for place in files:
        say(f"wrote {folder / place}")
    _, faults = load_library([folder])
    mine = [f for f in faults if any(f.path == folder / place for place in files)]
    if mine:
        raise ContentError(f"The new item cannot be used: {mine[0]}; please report this.")
    where = "" if into is None else f" --content {folder}"
    name = card_id(shown) if kind == Kind.TERM else item
    say(f"Fill in what is marked, then: coach check {folder}; then: coach{where} try {name}")


def try_item(
    context: typer.Context,
    item: Annotated[str, typer.Argument(help="The item; see 'coach list'.")],
    text: Annotated[str | None, typer.Option(help="The answer itself; without it standard input is read.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Judge a written answer and explain every decision: what matched, how close, what would have."""
    coach: Coach = context.obj
    tried = coach.item(item)
    words = text if text is not None else _typed()
    if not words.strip():
        raise ContentError("The answer has no words in it; give it some with --text.")
    card = coach.judge(tried, coach.library.rubric_of(tried), Transcript.typed(words))
    if as_json:
        print_json(score_json(card))
        return
    for line in scorecard_lines(card, tried.title):
        say(line)
    say()
    for line in explained(card):
        say(line)


def explained(card: Scorecard) -> list[str]:
    """Every decision with its rule and how close it was; an idea counts from 0.50."""
    lines = ["  Why (an idea counts from 0.50)"]
    lines += [f"    {'✓' if e.met else '✗'} {e.id} {e.closeness:.2f}: {e.rule}" for e in card.elements]
    lines += [f"    {'▲' if t.hit else '·'} {t.id}: {t.rule}" for t in card.traps]
    return lines


def _typed() -> str:
    if sys.stdin.isatty():
        typer.echo("Type the answer, then Ctrl-D.", err=True)
    return read_text(Path("-"))


def _longest_id() -> int:
    from pydantic import TypeAdapter

    return int(TypeAdapter(Identifier).json_schema()["maxLength"])


def _files(kind: Kind, item: str, title: str) -> dict[str, str]:
    if kind is Kind.TERM:
        return {f"drills/glossary/{item}.yaml": card_yaml(title)}
    return {f"drills/{item}.yaml": item_yaml(kind, item, title), f"rubrics/{item}.yaml": rubric_yaml(kind, item)}


def _schemas(folder: Path) -> dict[str, str]:
    """The schema files that editors look for, where they are missing."""
    made = {
        "drills/item.schema.json": item_schema,
        "drills/card.schema.json": card_schema,
        "rubrics/rubric.schema.json": rubric_schema,
    }
    return {place: make() for place, make in made.items() if not (folder / place).exists()}
