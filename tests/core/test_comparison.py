"""Two verdicts side by side: gained, lost, kept, still missing."""

from dataclasses import replace

from coach.core.comparison import Change, compare
from coach.core.rubric import Level
from coach.core.scorecard import CheckResult, ElementResult, Scorecard, TrapResult
from coach.core.spans import Evidence
from coach.core.transcript import Transcript
from tests.scorecards import scorecard


def said(text: str) -> tuple[Evidence, ...]:
    return (Evidence(0, len(text), text),)


def idea(name: str, words: str = "") -> ElementResult:
    return ElementResult(
        name, f"Says {name}.", bool(words), True, 0, 10, said(words) if words else said("nearly"), "", 0.5, ""
    )


def trap(name: str, words: str = "") -> TrapResult:
    return TrapResult(name, f"Does {name}.", bool(words), True, 10, said(words) if words else (), "", "")


def verdict(
    *elements: ElementResult,
    traps: tuple[TrapResult, ...] = (),
    checks: tuple[CheckResult, ...] = (),
    score: float = 50.0,
) -> Scorecard:
    card = scorecard(Transcript.typed("Who runs it?"), score)
    return replace(card, elements=elements, traps=traps, checks=checks)


def test_every_idea_is_gained_lost_kept_or_still_missing() -> None:
    before = verdict(idea("a"), idea("b", "old b"), idea("c", "old c"), idea("d"))
    after = verdict(idea("a", "new a"), idea("b"), idea("c", "new c"), idea("d"))
    found = compare(before, after).ideas
    assert [(i.id, i.change) for i in found] == [
        ("a", Change.GAINED),
        ("b", Change.LOST),
        ("c", Change.KEPT),
        ("d", Change.MISSING),
    ]


def test_both_quotes_stand_beside_a_kept_idea_and_a_near_miss_is_no_quote() -> None:
    kept, missing = compare(verdict(idea("c", "old c"), idea("d")), verdict(idea("c", "new c"), idea("d"))).ideas
    assert kept.before is not None
    assert kept.after is not None
    assert (kept.before.text, kept.after.text) == ("old c", "new c")
    assert (missing.before, missing.after) == (None, None)


def test_an_idea_of_one_rubric_version_alone_is_named_too() -> None:
    found = compare(verdict(idea("old", "words")), verdict(idea("new", "words"))).ideas
    assert [(i.id, i.change) for i in found] == [("new", Change.GAINED), ("old", Change.LOST)]


def test_a_trap_that_is_hit_is_lost_and_one_never_hit_is_not_told() -> None:
    before = verdict(idea("a"), traps=(trap("lists"), trap("blames", "they broke it"), trap("never")))
    after = verdict(idea("a"), traps=(trap("lists", "Kafka, Flink"), trap("blames"), trap("never")))
    assert [(t.id, t.change) for t in compare(before, after).traps] == [
        ("lists", Change.LOST),
        ("blames", Change.GAINED),
    ]


def test_checks_carry_what_was_counted() -> None:
    before = verdict(idea("a"), checks=(CheckResult("numbers>=2", False, "1 number"),))
    after = verdict(idea("a"), checks=(CheckResult("numbers>=2", True, "3 numbers"),))
    (check,) = compare(before, after).checks
    assert (check.change, check.before_detail, check.after_detail) == (Change.GAINED, "1 number", "3 numbers")


def test_figures_have_their_difference_where_both_were_measured() -> None:
    before, after = verdict(idea("a")), verdict(idea("a"))
    spoken = replace(after.analysis.delivery, words=9, wpm=150.0)
    after = replace(after, analysis=replace(after.analysis, delivery=spoken))
    figures = {f.name: f for f in compare(before, after).figures}
    assert figures["words"].difference == 6
    assert (figures["pace"].before, figures["pace"].after, figures["pace"].difference) == (None, 150.0, None)


def test_only_a_difference_counts_as_moved() -> None:
    card = verdict(idea("a"), score=50.0)
    assert not compare(card, card).moved
    assert compare(card, replace(card, score=50.1)).moved
    assert compare(card, replace(card, level=Level.SENIOR)).moved
    assert compare(card, replace(card, elements=(idea("a", "words"),))).moved
