"""Drafts out of an interview guide: scars, drills, landmines, rejected answers, pushbacks, scenarios, a glossary."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from coach.core.drill import Kind
from coach.core.importing.found import Draft, Entry, Found, clipped
from coach.core.importing.outline import Block, blocks
from coach.core.importing.speech import bullets, labelled, longest_quote, quotes, turn_of, unquoted, whole_quote

ANSWER_WORDS = 25
"""A quotation of so many words beneath a transcript is the answer that should have been given."""
LINE_WORDS = 8
"""A quotation of so many words is a line worth rehearsing."""

_SENIOR = ("what (?:the|a) seniors? says?", "senior(?: answer)?", "strong answer", "say", "better")
_JUNIOR = ("what (?:the|a) juniors? says?", "junior(?: answer)?", "weak answer", "instead of")
_TESTING = ("what the interviewer is testing", "what is being tested", "what is tested", "the point")
_INCIDENT = ("the landmine", "what happened", "incident")
_REJECTED = ("gets rejected because", "rejected because", "why it fails", "why")
_PUSHBACKS = re.compile(r"push-?\s?back", re.IGNORECASE)
_TRAPS = re.compile(r"\btraps?\b|sounds? smart|red flags?|rejected|never say|do not say|don't say", re.IGNORECASE)
_GLOSSARY = re.compile(r"glossary|vocabulary|terms\b|definitions", re.IGNORECASE)
_ENTRY = re.compile(r"^(?:\*\*|__)?(?P<term>[^:—–|]{1,70}?)(?:\*\*|__)?\s*(?:\s[—–-]|:|—|–)\s+(?P<says>\S.*)$")
_ROW = re.compile(r"^\s*\|\s*(?P<term>[^|]{1,70}?)\s*\|\s*(?P<says>[^|]{8,}?)\s*\|")
_PROMPT = re.compile(r"(?:the )?(?:prompt|question|task)\W*", re.IGNORECASE)
_SUBHEADING_WORDS = 8


def read_guide(lines: Sequence[str]) -> Found:
    """Every draft that the document's headings and labels give away, in order, and which lines they took."""
    found = Found()
    in_pushbacks = in_traps = in_glossary = False
    for block in blocks(lines):
        if found.full:
            break
        if block.word == "section":
            letter = len(block.title) <= 1
            in_pushbacks = bool(_PUSHBACKS.search(block.title))
            in_traps = bool(_TRAPS.search(block.title))
            in_glossary = bool(_GLOSSARY.search(block.title)) or (in_glossary and letter)
            _section(block, found, pushbacks=in_pushbacks, traps=in_traps, glossary=in_glossary)
        else:
            draft = _BLOCKS[block.word](block)
            if draft is not None:
                found.drafts.append(draft)
                found.taken.update(range(block.first, block.last + 1))
    return found


def _section(block: Block, found: Found, *, pushbacks: bool, traps: bool, glossary: bool) -> None:
    found_here: list[tuple[Draft, set[int]]] = []
    if pushbacks:
        found_here = _pushbacks(block)
    elif not glossary:
        found_here = _rejects(block, listed=traps)
    for draft, numbers in found_here:
        found.drafts.append(draft)
        found.taken.update({*numbers, block.first})
    if glossary:
        for number, text in [*bullets(block.lines), *((n, t) for n, t in block.lines if _ROW.match(t))]:
            entry = _entry(text, number)
            if entry is not None and not found.full:
                found.entries.append(entry)
                found.taken.update({number, block.first})


def _scar(block: Block) -> Draft | None:
    turns = [(number, turn) for number, line in block.lines if (turn := turn_of(line))]
    if not turns:
        return None
    after = [text for number, text in block.lines if number > turns[-1][0]]
    answer = longest_quote(after, ANSWER_WORDS)
    prose = "\n".join(t for t in after if t.strip() and unquoted(t) != answer)
    last_said = max((n for n, t in turns if t.speaker == "candidate"), default=0)
    marked = tuple(t.model_copy(update={"fatal": True}) if n == last_said else t for n, t in turns)
    return Draft(
        Kind.SCAR,
        clipped(unquoted(block.title), 110),
        block.first,
        block.last,
        prompt="Read what was said, and say what should have been said.",
        model_answer=clipped(answer or prose),
        turns=marked,
        verdict=clipped(prose) if answer else "",
        weak=tuple(t.text for _, t in turns if t.speaker == "candidate" and len(t.text.split()) > 3),
    )


def _drill(block: Block) -> Draft | None:
    senior = junior = ""
    asked: list[str] = []
    for _, line in block.lines:
        said = labelled(line, *_SENIOR)
        weak = labelled(line, *_JUNIOR)
        if said is not None:
            senior = unquoted(said)
        elif weak is not None:
            junior = quotes(weak)[0] if quotes(weak) else weak
        elif not senior and line.strip():
            asked.append(line.strip())
    if not senior:
        return None
    prompt = " ".join(asked) or unquoted(block.title)
    return Draft(
        Kind.DRILL,
        clipped(unquoted(block.title), 110),
        block.first,
        block.last,
        clipped(prompt),
        clipped(senior),
        weak=(junior,) if len(junior.split()) > 2 else (),
    )


def _landmine(block: Block) -> Draft | None:
    incident = testing = ""
    for _, line in block.lines:
        incident = incident or labelled(line, *_INCIDENT) or ""
        testing = testing or labelled(line, *_TESTING) or ""
    incident = incident or block.text
    if not incident:
        return None
    return Draft(Kind.LANDMINE, clipped(block.title, 110), block.first, block.last, clipped(incident), clipped(testing))


def _scenario(block: Block) -> Draft | None:
    paragraphs = [text.strip() for _, text in block.lines if text.strip()]
    if paragraphs and _PROMPT.fullmatch(paragraphs[0]):
        paragraphs = paragraphs[1:]
    if not paragraphs:
        return None
    asked = whole_quote(paragraphs[0])
    rest = paragraphs[1:] if asked else paragraphs
    return Draft(
        Kind.SCENARIO,
        clipped(block.title, 110),
        block.first,
        block.last,
        clipped(asked or block.title),
        clipped("\n".join(rest)),
    )


def _numbered_pushback(block: Block) -> Draft | None:
    found = [q for _, line in block.lines if (q := whole_quote(line))]
    answer = max(found, key=len, default="")
    return _pushback_draft(unquoted(block.title), answer, block.first, block.last) if answer else None


def _numbered_reject(block: Block) -> Draft | None:
    because = next((b for _, line in block.lines if (b := labelled(line, *_REJECTED))), "")
    return _reject_draft(unquoted(block.title), because or block.text, block.first, block.last)


def _rejects(block: Block, *, listed: bool) -> list[tuple[Draft, set[int]]]:
    """A trap sentence in quotes with the reason beneath it, or, in a list of traps, beside it."""
    found: list[tuple[Draft, set[int]]] = []
    lines = [(n, t) for n, t in block.lines if t.strip()]
    for (number, line), (following, reason) in pairwise(lines):
        said, because = whole_quote(line), labelled(reason, "gets rejected because", "rejected because")
        if said and because is not None:
            found.append((_reject_draft(said, because, number, following), {number, following}))
    if found or not listed:
        return found
    for number, text in bullets(block.lines):
        said = quotes(text)[0] if quotes(text) else ""
        if said:
            reason = text[text.find(said) + len(said) + 1 :].lstrip(' "”—–:-')
            found.append((_reject_draft(said, reason, number, number), {number}))
    return found


def _pushbacks(block: Block) -> list[tuple[Draft, set[int]]]:
    """What the interviewer says in quotes, then the reply in quotes; a silence has its reply within the prose."""
    found: list[tuple[Draft, set[int]]] = []
    lines = [(n, t) for n, t in block.lines if t.strip()]
    at = 0
    while at + 1 < len(lines):
        (number, line), (following, reply) = lines[at], lines[at + 1]
        said, answer = whole_quote(line), whole_quote(reply)
        short = len(line.split()) < _SUBHEADING_WORDS and not line.rstrip().endswith((".", ":"))
        if not said and short and not line.lstrip().startswith(("-", "*", "•")):
            said = line.strip()
            answer = longest_quote([reply], LINE_WORDS)
        if said and len(answer.split()) >= LINE_WORDS and len(said) < len(answer):
            found.append((_pushback_draft(said, answer, number, following), {number, following}))
            at += 1
        at += 1
    return found


def _pushback_draft(said: str, answer: str, first: int, last: int) -> Draft:
    return Draft(Kind.PUSHBACK, clipped(said, 110), first, last, clipped(said), clipped(answer), target=clipped(answer))


def _reject_draft(said: str, because: str, first: int, last: int) -> Draft:
    prompt = f'Replace this answer: "{clipped(said, 600)}"'
    return Draft(Kind.REJECT, clipped(said, 110), first, last, prompt, clipped(because), weak=(clipped(said, 600),))


def _entry(text: str, number: int) -> Entry | None:
    row = _ROW.match(text)
    found = row or _ENTRY.match(text)
    if found is None:
        return None
    term, says = found["term"].strip(" *_`"), found["says"].strip(" *_")
    heading = set(says) <= set("-: ") or bool(_GLOSSARY.search(term)) or term.lower() in {"term", "word"}
    return None if heading or not re.search(r"\w", term) or len(says) < 3 else Entry(term[:70], clipped(says), number)


_BLOCKS: dict[str, Callable[[Block], Draft | None]] = {
    "scar": _scar,
    "drill": _drill,
    "landmine": _landmine,
    "scenario": _scenario,
    "pushback": _numbered_pushback,
    "reject": _numbered_reject,
}
