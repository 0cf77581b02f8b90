"""The story matrix: stories along six axes, what each lacks, which are leaned on too much (guide, part 2, 19)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coach.core.analysis.numbers import find_numbers
from coach.core.drill import Identifier, Line
from coach.core.records import HandEdited, Record
from coach.core.text import tokens
from coach.core.transcript import Transcript

SPOKEN_WPM = 150
"""Pace at which a written story is spoken, words a minute (National Center for Voice and Speech)."""
STORY_S = 90
"""How long a story may take: the guide asks for ninety seconds."""
SITUATION_S = 20
"""How long its situation may take: the guide allows twenty seconds at most."""
OVERUSED_PROMPTS = 4
"""A story that serves more prompts than this carries too much: six stories share ten prompts, about two each."""
OVERTOLD_TIMES = 3
"""A story told fewer times than this is never overtold; by chance one of six leads by one or two."""
OVERTOLD_SHARE = 2.0
"""A story told more than this many times as often as the others on average is leaned on."""

Text = Annotated[str, Field(max_length=4000)]
"""A piece of a story; empty while it is missing."""


class Axis(StrEnum):
    """The six axes of the guide's matrix, in its order."""

    CROSS_TEAM_CONFLICT = "cross-team-conflict"
    TECHNICAL_DISAGREEMENT = "technical-disagreement"
    PRODUCTION_INCIDENT = "production-incident"
    AMBIGUOUS_SCOPE = "ambiguous-scope"
    BAD_NEWS_EXEC = "bad-news-exec"
    MENTORSHIP = "mentorship"

    @property
    def item(self) -> str:
        """Id of the item that asks for a story of this axis."""
        return f"behavioral-story-{self}"

    @property
    def label(self) -> str:
        """What the guide calls it."""
        return _AXIS_LABELS[self]


_AXIS_LABELS = {
    Axis.CROSS_TEAM_CONFLICT: "Cross-team conflict",
    Axis.TECHNICAL_DISAGREEMENT: "Technical disagreement",
    Axis.PRODUCTION_INCIDENT: "Production incident",
    Axis.AMBIGUOUS_SCOPE: "Ambiguous scope",
    Axis.BAD_NEWS_EXEC: "Bad news to exec",
    Axis.MENTORSHIP: "Mentorship",
}


class Judgment(HandEdited):
    """The moment of judgment: two plausible ways, and the one that was taken."""

    options: tuple[Line, ...] = ()
    """What could have been done."""
    choice: Text = ""
    """What was done, and why."""


class Story(Record):
    """One story of the matrix."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    """What you call it to yourself."""
    axis: Axis
    """Which hole of the matrix it fills."""
    situation: Text = ""
    task: Text = ""
    action: Text = ""
    result: Text = ""
    """What came of it, with a number."""
    insight: Text = ""
    """What was learned and is done differently since."""
    stake: Text = ""
    """What hung on it."""
    judgment: Judgment = Judgment()
    """Where you chose between two plausible ways."""
    people: tuple[Line, ...] = ()
    """The others, by name or role."""
    numbers: tuple[Line, ...] = ()
    """The figures to have at hand."""
    prompts: tuple[Identifier, ...] = ()
    """Ids of further items that it answers; that of its axis goes without saying."""

    @property
    def serves(self) -> tuple[str, ...]:
        """Ids of the items that it answers, that of its axis first."""
        return tuple(dict.fromkeys((self.axis.item, *self.prompts)))

    @property
    def parts(self) -> dict[str, str]:
        """What is spoken, in order: situation, task, action, result, insight."""
        return {name: getattr(self, name) for name in PARTS}

    @property
    def length_s(self) -> float:
        """How long its parts take when spoken."""
        return sum(spoken_s(text) for text in self.parts.values())


PARTS = ("situation", "task", "action", "result", "insight")
"""The fields of a story that are spoken: STAR+I."""

Matrix = tuple[Story, ...]
"""All stories, in the order of the file."""


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(tokens(text))


def spoken_s(text: str) -> float:
    """How long a text takes when spoken at SPOKEN_WPM, in seconds."""
    return word_count(text) / SPOKEN_WPM * 60


class GapKind(StrEnum):
    """What can be missing."""

    AXIS = "axis"
    NUMBER = "number"
    JUDGMENT = "judgment"
    INSIGHT = "insight"
    PEOPLE = "people"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Gap:
    """One hole in the matrix."""

    kind: GapKind
    axis: Axis
    story: str = ""
    """Id of the story; empty when the whole axis has none."""
    what: str = ""
    """The hole in a few words."""


def gaps(matrix: Sequence[Story], items: Collection[str] | None = None) -> tuple[Gap, ...]:
    """Axes without a story, and stories without a number in the result, a judgment, an insight or other people.

    With the ids of the `items` there are, prompts that do not exist are holes too. In the order of the axes.
    """
    found: list[Gap] = []
    for axis in Axis:
        stories = [s for s in matrix if s.axis is axis]
        if not stories:
            found.append(Gap(GapKind.AXIS, axis, what=f"no story for {axis.label.lower()}"))
        for story in stories:
            found.extend(Gap(kind, axis, story.id, what) for kind, what in _holes(story, items))
    return tuple(found)


def _holes(story: Story, items: Collection[str] | None) -> Iterator[tuple[GapKind, str]]:
    if not find_numbers(Transcript.typed(story.result)):
        yield GapKind.NUMBER, "no number in the result"
    if len(story.judgment.options) < 2 or not story.judgment.choice:
        yield GapKind.JUDGMENT, "no choice between two ways"
    if not story.insight:
        yield GapKind.INSIGHT, "no insight"
    if not story.people:
        yield GapKind.PEOPLE, "nobody else in it"
    if items is not None:
        for prompt in story.prompts:
            if prompt not in items:
                yield GapKind.PROMPT, f"there is no prompt '{prompt}'"


@dataclass(frozen=True, slots=True)
class Told:
    """How often a story was told."""

    times: int
    last_at: datetime
    best: float | None
    """Its best score, 0 to 100; None while none was scored."""


@dataclass(frozen=True, slots=True)
class Overuse:
    """A story that too much rests on."""

    story: str
    why: str


def overuse(matrix: Sequence[Story], told: Mapping[str, Told]) -> tuple[Overuse, ...]:
    """Stories that serve more than OVERUSED_PROMPTS prompts, or are told far more often than the others."""
    found: list[Overuse] = []
    times = Counter({s.id: told[s.id].times if s.id in told else 0 for s in matrix})
    for story in matrix:
        served = len(story.serves)
        if served > OVERUSED_PROMPTS:
            found.append(Overuse(story.id, f"meant for {served} prompts"))
        others = [times[s.id] for s in matrix if s.id != story.id]
        mine = times[story.id]
        if others and mine >= OVERTOLD_TIMES and mine > OVERTOLD_SHARE * sum(others) / len(others):
            found.append(Overuse(story.id, f"told {mine} times, the others {sum(others) / len(others):.1f} on average"))
    return tuple(found)


class Column(StrEnum):
    """The columns of the guide's matrix."""

    SITUATION = "situation"
    STAKE = "stake"
    JUDGMENT = "judgment"
    RESULT = "result"
    INSIGHT = "insight"

    @property
    def heading(self) -> str:
        """What stands over it."""
        return _HEADINGS[self]


_HEADINGS = {
    Column.SITUATION: "Situation",
    Column.STAKE: "At stake",
    Column.JUDGMENT: "Judgment moment",
    Column.RESULT: "Numeric result",
    Column.INSIGHT: "+I takeaway",
}


def cell_text(story: Story, column: Column) -> str:
    """What stands in a cell; a judgment as `one way | the other way > what I chose and why`."""
    if column is not Column.JUDGMENT:
        return str(getattr(story, column))
    options = " | ".join(story.judgment.options)
    return f"{options} > {story.judgment.choice}" if options else story.judgment.choice


def with_cell(story: Story, column: Column, text: str) -> Story:
    """The story with another text in one cell, read the way `cell_text` writes it; raises ValidationError."""
    value: object = text.strip()
    if column is Column.JUDGMENT:
        before, arrow, after = text.rpartition(">")
        ways = before if arrow else (text if "|" in text else "")
        choice = after if arrow else ("" if "|" in text else text)
        value = {"options": [w.strip() for w in ways.split("|") if w.strip()], "choice": choice.strip()}
    return Story.model_validate({**story.model_dump(), str(column): value})


def fits_a_cell(story: Story, column: Column) -> bool:
    """Whether a cell can be edited as one text without losing anything; a form can edit what does not fit."""
    return with_cell(story, column, cell_text(story, column)) == story


def blank_story(axis: Axis, taken: Collection[str]) -> Story:
    """A new story of an axis, with an id that is not among those `taken`."""
    number = 1
    while (name := str(axis) if number == 1 else f"{axis}-{number}") in taken:
        number += 1
    return Story(id=name, title=axis.label if number == 1 else f"{axis.label} {number}", axis=axis)
