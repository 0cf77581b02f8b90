"""`coach import` and `coach scar`: drills from the user's own documents and transcripts."""

from pathlib import Path
from typing import Annotated

import typer

from coach.adapters.content_yaml import load_library
from coach.adapters.own_pack import CARD_HEAD, ITEM_HEAD, RUBRIC_HEAD, as_yaml, write_new
from coach.adapters.text_document import read_document
from coach.cli.output import print_json, say
from coach.cli.scoring import JsonOption
from coach.compose import Coach, now
from coach.core.drill import Item, Turn
from coach.core.glossary import card_id
from coach.core.importing import drafts
from coach.core.importing.found import MAX_FOUND, Found, Left
from coach.core.importing.guide import read_guide
from coach.core.importing.transcripts import SaidLine, read_transcript
from coach.core.library import Library
from coach.core.ports import ContentError, StorageError
from coach.core.rubric import Rubric
from coach.core.schedule import due_now
from coach.core.wire import Json

MAX_LEFT_SHOWN = 40
"""So many runs of lines that were left are listed; the JSON has all."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command(name="import")(import_document)
    app.command()(scar)


def import_document(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Markdown, plain text, .srt or .vtt.")],
    into: Annotated[Path | None, typer.Option(help="The content folder; without it your own one.")] = None,
    name: Annotated[str | None, typer.Option(help="What the items are named after; without it the file.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be taken and write nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Make drills of a guide, or of the transcript of an interview, in its own words; never overwrites.

    It finds headed scars, drills, landmines and scenarios, answers that are turned down, pushbacks with their replies,
    glossaries, and conversations with speakers. Rubrics are first drafts and are marked so.
    """
    coach: Coach = context.obj
    document = read_document(file)
    prefix = drafts.slug(name or file.stem)[:24].strip("-")
    found = read_guide(document.lines)
    files = _guide_files(found, prefix, file.name, coach.library)
    turns = [] if files else read_transcript(document.lines)
    if turns:
        files = _transcript_files(turns, prefix, file.name, found)
    if not files:
        raise ContentError(
            f"Nothing in {file} looks like a drill, a glossary or a conversation; "
            "see docs/writing-drills.md for headings that are recognised."
        )
    folder = into or coach.places.own_content
    written, kept = ([], []) if dry_run else write_new(folder, files)
    left = found.left(document.lines)
    if as_json:
        print_json(_report_json(found, left, [str(p) for p in written], [str(p) for p in kept]))
    else:
        _report(found, left, turns, document.note, len(kept))
        verb = "would be written" if dry_run else "written"
        say(f"{len(files) if dry_run else len(written)} files {verb} in {folder}; {len(kept)} were there and are kept.")
    if not dry_run:
        _own_faults(folder)


def scar(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A transcript (.srt, .vtt, .txt), or the id of a past attempt.")],
    at: Annotated[int, typer.Option(help="The line of the killing words, from 1.")],
    into: Annotated[Path | None, typer.Option(help="The content folder; without it your own one.")] = None,
) -> None:
    """Turn a killing line of a transcript or a past attempt into a drill that is due at once."""
    coach: Coach = context.obj
    path = Path(file)
    said = _said_in(path) if path.is_file() else _said_by(coach, file)
    killing = next((i for i in reversed(range(len(said))) if said[i].line <= at), None)
    if killing is None or at > said[-1].line + 1_000 or at < 1:
        raise ContentError(f"Line {at} is not in {file}; its turns begin at lines {_lines_of(said)}.")
    while killing > 0 and said[killing].turn.speaker != "candidate":
        killing -= 1
    prefix = drafts.slug(path.stem if path.is_file() else file)[:24].strip("-")
    turns = [s.turn for s in said]
    item, rubric = drafts.scar_of(turns, killing, prefix, f"{path.name or file}, line {said[killing].line}")
    folder = into or coach.places.own_content
    written, kept = write_new(folder, _item_files(item, rubric))
    if kept:
        raise ContentError(f"{kept[0]} is there already; delete it first, or practise it: coach practice {item.id}")
    for each in written:
        say(f"wrote {each}")
    say(f'The line: "{turns[killing].text[:160]}"')
    coach.memories.keep(due_now(item.id, [e.id for e in rubric.elements], now()), f"scar {item.id}")
    say(f"It is due now. Give it a model answer, then: coach practice {item.id}")
    _own_faults(folder)


def _guide_files(found: Found, prefix: str, source: str, library: Library) -> dict[str, str]:
    if found.full:
        raise ContentError(f"The document has more than {MAX_FOUND} items and terms; import it in parts.")
    files: dict[str, str] = {}
    for draft in found.drafts:
        files.update(_item_files(drafts.item_of(draft, prefix, source), drafts.rubric_of(draft, prefix)))
    cards = [drafts.card_of(e, source, library.rubrics.get(card_id(e.term))) for e in drafts.distinct(found.entries)]
    if cards:
        files[f"drills/glossary/{prefix}.yaml"] = as_yaml(CARD_HEAD, [drafts.as_mapping(c) for c in cards])
    return files


def _item_files(item: Item, rubric: Rubric) -> dict[str, str]:
    return {
        f"drills/{item.id}.yaml": as_yaml(ITEM_HEAD, drafts.as_mapping(item)),
        f"rubrics/{item.id}.yaml": as_yaml(RUBRIC_HEAD, drafts.as_mapping(rubric)),
    }


def _transcript_files(turns: list[SaidLine], prefix: str, source: str, found: Found) -> dict[str, str]:
    """One scar: the conversation up to the candidate's last words."""
    spoken = [i for i, t in enumerate(turns) if t.turn.speaker == "candidate"]
    if not spoken:
        return {}
    item, rubric = drafts.scar_of([t.turn for t in turns], spoken[-1], prefix, source)
    found.taken.update(t.line for t in turns)
    return _item_files(item, rubric)


def _said_in(path: Path) -> list[SaidLine]:
    said = read_transcript(read_document(path).lines)
    if not said:
        raise ContentError(f"{path} is no conversation; label its lines 'Interviewer:' and 'Candidate:'.")
    return said


def _said_by(coach: Coach, attempt_id: str) -> list[SaidLine]:
    """A past attempt as a conversation: the question, then each sentence of the answer as a line."""
    from coach.core.text import sentences

    try:
        attempt = coach.store.get(attempt_id)
    except StorageError:
        raise ContentError(
            f"'{attempt_id}' is neither a file nor an attempt; run 'coach attempts' to see those."
        ) from None
    if attempt.transcript is None:
        raise ContentError(f"Attempt {attempt_id} has no words yet; run 'coach retry {attempt_id}' first.")
    text = attempt.transcript.text
    asked = SaidLine(0, Turn(speaker="interviewer", text=coach.item(attempt.item).prompt))
    lines = [text[s.start : s.end] for s in sentences(text)]
    return [asked, *(SaidLine(n, Turn(speaker="candidate", text=t[:4000])) for n, t in enumerate(lines, 1))]


def _lines_of(said: list[SaidLine]) -> str:
    numbers = [str(s.line) for s in said if s.turn.speaker == "candidate"]
    return ", ".join(numbers[:12]) + (", ..." if len(numbers) > 12 else "")


def _own_faults(folder: Path) -> None:
    _, faults = load_library([folder])
    if faults:
        raise ContentError(f"{len(faults)} faults in {folder}, the first: {faults[0]}; run 'coach check {folder}'.")


def _report(found: Found, left: list[Left], turns: list[SaidLine], note: str, kept: int) -> None:
    if note:
        say(note)
    for draft in found.drafts:
        say(f"took  lines {draft.first:>5}-{draft.last:<5}  {draft.took}: {draft.title}")
    entries = drafts.distinct(found.entries)
    if entries:
        again = len(found.entries) - len(entries)
        more = f"; {again} named again further on, the first is taken" if again else ""
        say(f"took  lines {entries[0].line:>5}-{entries[-1].line:<5}  glossary of {len(entries)} terms{more}")
    if turns:
        say(f"took  lines {turns[0].line:>5}-{turns[-1].line:<5}  conversation of {len(turns)} turns")
    for run in left[:MAX_LEFT_SHOWN]:
        say(f"left  lines {run.first:>5}-{run.last:<5}  {run.begins}")
    if len(left) > MAX_LEFT_SHOWN:
        say(f"left  {len(left) - MAX_LEFT_SHOWN} more runs of lines; --json lists them all")
    kinds: dict[str, int] = {}
    for draft in found.drafts:
        kinds[draft.kind] = kinds.get(draft.kind, 0) + 1
    counted = [f"{n} {kind}" for kind, n in sorted(kinds.items())] + ([f"{len(entries)} terms"] if entries else [])
    if counted:
        say(f"Found {', '.join(counted)}." + (f" {kept} files were there before." if kept else ""))


def _report_json(found: Found, left: list[Left], written: list[str], kept: list[str]) -> Json:
    return {
        "items": [{"kind": d.kind, "title": d.title, "first_line": d.first, "last_line": d.last} for d in found.drafts],
        "terms": [{"term": e.term, "line": e.line} for e in drafts.distinct(found.entries)],
        "left": [{"first_line": r.first, "last_line": r.last, "begins": r.begins} for r in left],
        "written": written,
        "kept": kept,
    }
