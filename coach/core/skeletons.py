"""The first lines of an item of one's own: valid at once, every place that wants words marked."""

from collections.abc import Mapping

from coach.core.drill import Kind

ANSWER_S: Mapping[Kind, int] = {
    Kind.SCAR: 60,
    Kind.DRILL: 30,
    Kind.REJECT: 60,
    Kind.LANDMINE: 60,
    Kind.PUSHBACK: 20,
    Kind.BEHAVIORAL: 120,
    Kind.SYSTEM_DESIGN: 600,
    Kind.SQL: 180,
    Kind.CODING: 300,
    Kind.STREAMING: 480,
    Kind.SCENARIO: 300,
    Kind.SURFACE: 180,
    Kind.MEASUREMENT: 120,
    Kind.RECALL: 75,
}
"""Seconds that an answer of each kind gets when its author says nothing else; a card has its own clock."""

_TRANSCRIPT = """\
transcript:
  - {speaker: interviewer, text: "What was asked."}
  - {speaker: candidate, text: "What was said that lost the loop.", fatal: true}
"""
_TARGET = """\
target: The line to be said word for word.
"""


def item_yaml(kind: Kind, item_id: str, title: str) -> str:
    """A drill file to be filled in."""
    extra = {Kind.SCAR: _TRANSCRIPT, Kind.PUSHBACK: _TARGET}.get(kind, "")
    return f"""\
# yaml-language-server: $schema=item.schema.json
id: {item_id}
kind: {kind}
title: {_quoted(title)}
prompt: >-
  What the candidate is asked, as an interviewer would say it.
{extra}time: {{prepare_s: 10, answer_s: {ANSWER_S[kind]}}}
rubric: {item_id}
model_answer: >-
  What a senior engineer would say aloud in that time.
tags: [own]
"""


def rubric_yaml(kind: Kind, item_id: str) -> str:
    """A rubric file to be filled in; 'coach check --hints' says what it lacks."""
    checks = "  - {check: verbatim}\n" if kind is Kind.PUSHBACK else "  - {check: tool_without_tradeoff}\n"
    return f"""\
# yaml-language-server: $schema=rubric.schema.json
id: {item_id}
elements:
  - id: first-idea
    what: The idea in one sentence.
    must: true
    weight: 2
    repair: What to say instead, in one spoken phrase.
    recognise:
      phrases:
        - a wording that proves it
      terms:
        - [one key word, another word for it]
      exemplars:      # eight or more, each as a different engineer would say it
        - A spoken clause that says the idea.
      near_misses:    # five or more: the same words without the idea, or denied
        - A spoken clause that only sounds like it.
traps:
  - id: weak-move
    what: The move that a weak answer makes.
    penalty: 10
    repair: What to do instead, in one phrase.
    recognise:
      exemplars:
        - What the weak candidate says.
checks:
{checks}"""


def card_yaml(title: str) -> str:
    """A glossary card to be filled in."""
    return f"""\
# yaml-language-server: $schema=../card.schema.json
- term: {_quoted(title)}
  says: What it is, in a sentence of your own.
  must_mention:
    - [a concept that must come up, another way of saying it]
"""


def _quoted(title: str) -> str:
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
