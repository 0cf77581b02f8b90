"""How an answer is judged: the ideas it must express, the traps, the checks and the bands."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coach.core.drill import Identifier, Line, Strict

Terms = Annotated[tuple[Line, ...], Field(min_length=1)]
"""Alternative words or short phrases; any one of them is enough."""


Fault = tuple[tuple[str | int, ...], str]
"""The key path of something wrong in a file, and what was expected there."""


class Level(StrEnum):
    """How senior an answer sounds."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"


class Figure(Strict):
    """A number that the idea needs; one wrong by an order of magnitude does not count."""

    units: tuple[str, ...] = ()
    """Units that count (see the annotation rules: percent, usd, seconds, ...); empty means any."""
    low: float | None = None
    """Smallest value that counts, in that unit."""
    high: float | None = None
    """Largest value that counts, in that unit."""
    at_least: int = Field(default=1, ge=1, le=9)
    """How many different figures of this sort are needed in the same sentence or its neighbour."""


class Recogniser(Strict):
    """How an idea is recognised in speech, whatever words it comes in."""

    phrases: tuple[Line, ...] = ()
    """Wordings that are a hit by themselves, small slips forgiven."""
    exemplars: tuple[Line, ...] = ()
    """Spoken clauses that express the idea, as different from one another as possible."""
    near_misses: tuple[Line, ...] = ()
    """Same topic or keywords, not the idea: what must not count."""
    terms: tuple[Terms, ...] = ()
    """Groups of key terms: one term of every group must be near one another."""
    figures: tuple[Figure, ...] = ()
    """Numbers that must stand with the idea."""
    question: bool = False
    """The idea is itself a question to the interviewer, so being asked does not void it."""
    within_s: float | None = Field(default=None, gt=0)
    """The idea counts only when begun this early (typed answers: at 150 words a minute)."""
    before: tuple[Identifier, ...] = ()
    """Elements that must not be expressed earlier than this one."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not (self.phrases or self.exemplars or self.terms):
            raise ValueError("needs at least one of phrases, exemplars or terms, else nothing can meet it")
        return self


class Element(Strict):
    """One idea that a senior answer expresses."""

    id: Identifier
    """Stable name within the rubric."""
    what: Line
    """The idea in one sentence."""
    must: bool = False
    """Whether an answer without it fails."""
    weight: float = Field(default=1, gt=0, le=10)
    """Share of the content points."""
    repair: Line
    """What to say instead when it is missing: one short spoken phrase."""
    recognise: Recogniser
    """How it is recognised."""


class Trap(Strict):
    """A move that weak answers make."""

    id: Identifier
    """Stable name within the rubric."""
    what: Line
    """The move in one sentence."""
    serious: bool = True
    """Whether it rules out the senior level."""
    penalty: float = Field(default=10, gt=0, le=60)
    """Points lost when it is hit."""
    repair: Line
    """What to do instead, in one phrase."""
    unless: tuple[Identifier, ...] = ()
    """Elements that void the trap: the answer made the move and the better one too."""
    omits: tuple[Identifier, ...] = ()
    """For a trap by omission: it is hit when the answer is long enough and meets none of these."""
    recognise: Recogniser | None = None
    """How it is recognised when it is said outright."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.recognise is None and not self.omits:
            raise ValueError("needs 'recognise' or 'omits', else nothing can hit it")
        return self


class CheckName(StrEnum):
    """The generic checks: detectors that know nothing of the item."""

    NUMBERS = "numbers"
    THREE_NUMBERS = "three_numbers"
    IT_DEPENDS = "it_depends"
    TOOL_WITHOUT_TRADEOFF = "tool_without_tradeoff"
    QUESTION_BACK = "question_back"
    FIRST_WORD = "first_word"
    HYPOTHETICALS = "hypotheticals"
    BAD_MOUTHING = "bad_mouthing"
    ENUMERATED_REASONS = "enumerated_reasons"
    STAR_SEGMENTS = "star_segments"
    VERBATIM = "verbatim"
    HOLD_SILENCE = "hold_silence"
    CLARIFY_FIRST = "clarify_first_60s"
    ENUMERATED = "enumerated"
    GRAIN_FIRST = "grain_first"
    SIZING_FIRST = "sizing_first"
    TAKES_STANCE = "takes_stance"


class Check(Strict):
    """One generic check with its parameter."""

    check: CheckName
    """Which detector."""
    at_least: int | None = Field(default=None, ge=1, le=99)
    """For numbers, enumerated_reasons, enumerated and clarify_first_60s: how many."""
    at_most_s: float | None = Field(default=None, gt=0)
    """For first_word: the latest moment."""
    at_least_s: float | None = Field(default=None, gt=0)
    """For hold_silence: how long."""
    closing: bool = False
    """For question_back: the question, or the next problem worth discussing, must stand in the closing fifth."""
    repair: Line | None = None
    """What to do instead, in one phrase; the check has a default of its own."""

    @property
    def id(self) -> str:
        """The check as one word, the way scorecards name it: `numbers>=2`, `first_word<=10s`."""
        if self.at_least is not None:
            return f"{self.check}>={self.at_least}"
        if self.at_most_s is not None:
            return f"{self.check}<={self.at_most_s:g}s"
        if self.at_least_s is not None:
            return f"{self.check}>={self.at_least_s:g}s"
        return str(self.check)

    @model_validator(mode="after")
    def _parameter_fits(self) -> Self:
        wanted = {
            CheckName.NUMBERS: "at_least",
            CheckName.FIRST_WORD: "at_most_s",
            CheckName.HOLD_SILENCE: "at_least_s",
        }.get(self.check)
        given = {n for n in ("at_least", "at_most_s", "at_least_s") if getattr(self, n) is not None}
        allowed = {wanted} if wanted else set()
        if self.check in (CheckName.ENUMERATED_REASONS, CheckName.ENUMERATED, CheckName.CLARIFY_FIRST):
            allowed = {"at_least"}
        if wanted and wanted not in given:
            raise ValueError(f"check '{self.check}' needs '{wanted}'")
        if self.closing and self.check is not CheckName.QUESTION_BACK:
            raise ValueError(f"check '{self.check}' takes no closing")
        if given - allowed:
            raise ValueError(f"check '{self.check}' takes no {', '.join(sorted(given - allowed))}")
        return self


class KillRule(Strict):
    """A failure that caps the total, whatever else was said."""

    when: Literal["check_failed", "trap_hit"]
    """What kind of failure."""
    id: str
    """Which check (as named on scorecards) or trap."""
    cap: float = Field(ge=0, le=99)
    """The total cannot exceed this."""


class Weights(Strict):
    """How the total of 100 is divided."""

    content: float = Field(default=70, ge=60, le=100)
    """Ideas and traps."""
    judgment: float = Field(default=20, ge=0, le=40)
    """Generic checks."""
    delivery: float = Field(default=10, ge=0, le=40)
    """Pace, fillers, pauses."""

    @model_validator(mode="after")
    def _hundred(self) -> Self:
        total = self.content + self.judgment + self.delivery
        if abs(total - 100) > 1e-6:
            raise ValueError(f"content + judgment + delivery must be 100, not {total:g}")
        return self


class Bands(Strict):
    """The totals from which an answer counts as mid and as senior."""

    mid: float = Field(default=40, gt=0, lt=100)
    senior: float = Field(default=70, gt=0, le=100)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.mid >= self.senior:
            raise ValueError(f"mid ({self.mid:g}) must be below senior ({self.senior:g})")
        return self


class DeliveryTargets(Strict):
    """What counts as good delivery; defaults carry their published source."""

    pace_low_wpm: float = Field(default=120, gt=0)
    """Slower than this loses points. National Center for Voice and Speech: talk runs at about 150 wpm."""
    pace_high_wpm: float = Field(default=170, gt=0)
    """Faster than this loses points; audiobook guidance is 150-160 wpm."""
    fillers_green_per_min: float = Field(default=2, ge=0)
    """Up to this many a minute cost nothing (Toastmasters' ah-counter practice)."""
    fillers_red_per_min: float = Field(default=5, gt=0)
    """From this many a minute the points are gone (spontaneous speech averages about 5: Bortfeld et al. 2001)."""
    pause_notice_s: float = Field(default=3, gt=0)
    """A pause inside the answer that is reported."""
    pause_long_s: float = Field(default=5, gt=0)
    """A pause that costs."""
    pause_fatal_s: float = Field(default=10, gt=0)
    """A pause after which an interviewer takes over."""


class Rubric(Strict):
    """Everything by which one item is judged."""

    id: Identifier
    """Stable name; items refer to it."""
    version: int = Field(default=1, ge=1)
    """Raised when the judgement changes, so that stored scores say what they were made with."""
    draft: bool = False
    """Whether it was drafted by a program from a document and still wants a person's eye."""
    by_mention: bool = False
    """Whether an idea counts when one term of each of its groups is mentioned (glossary cards): concepts, no ideas."""
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    """The ideas."""
    traps: tuple[Trap, ...] = ()
    """The weak moves."""
    checks: tuple[Check, ...] = ()
    """The generic checks."""
    kill_rules: tuple[KillRule, ...] = ()
    """The failures that cap the total."""
    weights: Weights = Weights()
    """How the total is divided."""
    bands: Bands = Bands()
    """How the total becomes a level."""
    delivery: DeliveryTargets = DeliveryTargets()
    """What good delivery is."""

    def faults(self) -> list[Fault]:
        """Contradictions between parts, each as a key path and what was expected."""
        return [
            *self._doubles(),
            *self._unknown_elements(),
            *self._unknown_causes(),
            *self._no_must(),
            *self._not_by_mention(),
        ]

    def _doubles(self) -> Iterator[Fault]:
        for name, ids in (
            ("elements", [e.id for e in self.elements]),
            ("traps", [t.id for t in self.traps]),
            ("checks", [c.id for c in self.checks]),
        ):
            for i, each in enumerate(ids):
                if each in ids[:i]:
                    yield (name, i), f"'{each}' is there twice; every id must be unique"

    def _unknown_elements(self) -> Iterator[Fault]:
        elements = {e.id for e in self.elements}
        for i, element in enumerate(self.elements):
            for other in element.recognise.before:
                if other not in elements - {element.id}:
                    yield ("elements", i, "recognise", "before"), f"no other element '{other}' to come before"
        for i, trap in enumerate(self.traps):
            for key, named in (("unless", trap.unless), ("omits", trap.omits)):
                for other in named:
                    if other not in elements:
                        yield ("traps", i, key), f"no element '{other}' in this rubric"

    def _unknown_causes(self) -> Iterator[Fault]:
        causes = {"check_failed": [c.id for c in self.checks], "trap_hit": [t.id for t in self.traps]}
        for i, rule in enumerate(self.kill_rules):
            if rule.id not in causes[rule.when]:
                known = ", ".join(sorted(causes[rule.when])) or "nothing"
                yield ("kill_rules", i, "id"), f"'{rule.id}' is none of: {known}"

    def _not_by_mention(self) -> Iterator[Fault]:
        if not self.by_mention:
            return
        for i, element in enumerate(self.elements):
            if not element.recognise.terms:
                yield ("elements", i, "recognise", "terms"), "a rubric by mention needs terms for every element"
        if self.traps:
            yield ("traps",), "a rubric by mention has no traps"

    def _no_must(self) -> Iterator[Fault]:
        if not any(e.must for e in self.elements):
            yield ("elements",), "at least one element must have 'must: true', else anything is senior"
