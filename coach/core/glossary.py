"""Glossary cards: one term each, explained aloud in a few seconds and judged by the concepts that must come up."""

import re
from typing import Annotated

from pydantic import Field

from coach.core.drill import Item, Kind, Line, Strict, TimeBudget
from coach.core.rubric import Element, Recogniser, Rubric, Weights

ANSWER_S = 20
"""Seconds for a card at ease; rapid fire gives RAPID_S."""
RAPID_S = 10
"""Seconds for a card in rapid fire."""

Concept = Annotated[tuple[Line, ...], Field(min_length=1)]
"""Ways of saying one concept; any of them is enough."""


class Card(Strict):
    """One term of the trade."""

    term: Annotated[str, Field(min_length=1, max_length=80)]
    """The term as it is written."""
    aliases: tuple[Annotated[str, Field(min_length=1, max_length=80)], ...] = ()
    """Other names of the same thing."""
    says: Line
    """What it is, in a sentence; hidden until the candidate has spoken."""
    must_mention: Annotated[tuple[Concept, ...], Field(min_length=1)]
    """The concepts without which the explanation is not one."""
    source: str = ""
    """Where the idea comes from."""
    draft: bool = False
    """Whether its concepts were drafted by a program and still want a person's eye."""

    @property
    def id(self) -> str:
        """The card's stable id: `term-` and the term in lower-case words."""
        return card_id(self.term)

    @property
    def letter(self) -> str:
        """The letter it is filed under."""
        return self.term[0].upper()


def card_id(term: str) -> str:
    """The id of the card of a term."""
    return "term-" + _slug(term)


def item_of(card: Card) -> Item:
    """The card as something to be practised."""
    known = f" (also: {', '.join(card.aliases)})" if card.aliases else ""
    return Item(
        id=card.id,
        kind=Kind.TERM,
        title=card.term,
        prompt=f"{card.term}{known}. What is it?",
        time=TimeBudget(prepare_s=3, answer_s=ANSWER_S),
        rubric=card.id,
        model_answer=card.says,
        tags=("glossary", f"letter {card.letter}"),
        source=card.source,
    )


def rubric_of(card: Card) -> Rubric:
    """How the explanation is judged: every concept must be mentioned."""
    elements: dict[str, Element] = {}
    for concept in card.must_mention:
        name = _slug(concept[0])
        name = name if name not in elements else f"{name}-{len(elements) + 1}"
        elements[name] = Element(
            id=name,
            what=f"Mentions {' / '.join(concept[:3])}.",
            must=True,
            repair=f"It is about: {concept[0]}.",
            recognise=Recogniser(terms=(concept,)),
        )
    return Rubric(
        id=card.id,
        draft=card.draft,
        by_mention=True,
        elements=tuple(elements.values()),
        weights=Weights(content=90, judgment=0, delivery=10),
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:70].strip("-") or "x"
