"""From what was found in a document to items and rubrics: exact words as model answers, recognisers as first drafts."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from coach.core.drill import Item, Kind, TimeBudget, Turn
from coach.core.glossary import Card, card_id
from coach.core.importing.found import Draft, Entry
from coach.core.rubric import Check, CheckName, Element, Recogniser, Rubric, Trap
from coach.core.skeletons import ANSWER_S
from coach.core.stems import STOP_WORDS
from coach.core.text import sentences, tokens

MAX_ELEMENTS = 8
"""So many sentences of an answer become elements; the longest ones."""
MUSTS = 3
"""The first so many of them must be said."""
SENTENCE_WORDS = 4
"""A shorter sentence is no idea."""
TERMS = 8
NO_ANSWER = "The document gives no answer here; write yours."
_TAG = "imported"


def item_id(draft: Draft, prefix: str) -> str:
    """A stable id: where it comes from, its kind and the words of its title."""
    return slug(f"{prefix} {draft.kind} {draft.title}")


def slug(text: str) -> str:
    """A text as an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:78].strip("-") or "item"


def item_of(draft: Draft, prefix: str, source: str) -> Item:
    """The item of a draft; its answer is the document's own."""
    name = item_id(draft, prefix)
    return Item(
        id=name,
        kind=draft.kind,
        title=draft.title,
        prompt=draft.prompt,
        transcript=draft.turns,
        verdict=draft.verdict or None,
        time=TimeBudget(answer_s=ANSWER_S.get(draft.kind, 60)),
        rubric=name,
        model_answer=draft.model_answer or NO_ANSWER,
        target=draft.target or None,
        tags=(_TAG, prefix),
        source=f"{source}, lines {draft.first}-{draft.last}",
    )


def rubric_of(draft: Draft, prefix: str) -> Rubric:
    """A first rubric: every sentence of the answer an idea to be said, every weak line a trap; marked as a draft."""
    said = _ideas(draft.model_answer or NO_ANSWER)
    elements = tuple(
        Element(
            id=f"idea-{n}",
            what=sentence,
            must=n <= MUSTS,
            weight=2 if n <= MUSTS else 1,
            repair=sentence,
            recognise=Recogniser(exemplars=(sentence,), terms=_terms(sentence), question=sentence.endswith("?")),
        )
        for n, sentence in enumerate(said, 1)
    )
    traps = tuple(
        Trap(
            id=f"weak-{n}",
            what=f'Says: "{line[:200]}"',
            repair="Give the reason, the number and the price instead.",
            recognise=Recogniser(exemplars=(line[:400],), near_misses=said[:1]),
        )
        for n, line in enumerate(draft.weak[:4], 1)
    )
    checks = (Check(check=CheckName.VERBATIM),) if draft.target else (Check(check=CheckName.TOOL_WITHOUT_TRADEOFF),)
    return Rubric(id=item_id(draft, prefix), draft=True, elements=elements, traps=traps, checks=checks)


def card_of(entry: Entry, source: str, known: Rubric | None = None) -> Card:
    """A glossary card of an entry in the document's words.

    Its concepts are those of the card that is known already for the term; else the telling words of the definition, as
    a first draft.
    """
    concepts = tuple(e.recognise.terms[0] for e in known.elements) if known and known.by_mention else ()
    drafted = tuple((w,) for w in _telling(entry.says, skip=entry.term)[:3]) or ((entry.says[:80],),)
    return Card(
        term=entry.term,
        says=entry.says,
        must_mention=concepts or drafted,
        source=f"{source}, line {entry.line}",
        draft=not concepts,
    )


def distinct(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each term once: a later, longer definition does not replace the first."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(card_id(entry.term), entry)
    return list(first.values())


def scar_of(turns: Sequence[Turn], killing: int, prefix: str, source: str, answer: str = "") -> tuple[Item, Rubric]:
    """The scar of a conversation that ended with turn number `killing` (from 0), the answer to it still to be found."""
    shown = (*turns[:killing], turns[killing].model_copy(update={"fatal": True}))
    asked = next((t.text for t in reversed(shown[:-1]) if t.speaker == "interviewer"), turns[killing].text)
    draft = Draft(
        Kind.SCAR,
        " ".join(asked.split()[:12])[:100],
        killing + 1,
        killing + 1,
        "Read what was said, and say what should have been said.",
        answer,
        turns=shown[-12:],
        weak=(turns[killing].text,),
    )
    return item_of(draft, prefix, source), rubric_of(draft, prefix)


def as_mapping(value: Item | Rubric | Card) -> dict[str, Any]:
    """What a file says of a value: only what is not the default."""
    mapping = value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, Item):
        mapping["time"] = value.time.model_dump(mode="json", exclude_defaults=True)
    return mapping


def _ideas(answer: str) -> tuple[str, ...]:
    found = [" ".join(answer[s.start : s.end].split()) for s in sentences(answer)]
    long_enough = [s for s in found if len(s.split()) >= SENTENCE_WORDS] or [" ".join(answer.split())]
    kept = set(sorted(long_enough, key=len, reverse=True)[:MAX_ELEMENTS])
    return tuple(s[:1_000] for s in dict.fromkeys(long_enough) if s in kept)


def _terms(sentence: str) -> tuple[tuple[str, ...], ...]:
    words = _telling(sentence)[:TERMS]
    return (tuple(words),) if words else ()


def _telling(text: str, skip: str = "") -> list[str]:
    """The telling words of a text, longest first."""
    skipped = {t.text for t in tokens(skip)}
    words = [t.text for t in tokens(text) if t.text not in STOP_WORDS and t.text not in skipped and len(t.text) > 3]
    return sorted(dict.fromkeys(words), key=len, reverse=True)
