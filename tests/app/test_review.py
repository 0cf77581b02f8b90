"""The review: an attempt from any second, at any speed; words set right, notes, two tries side by side."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from coach.app.app import CoachApp
from coach.app.marks import MarkKind, marks_of
from coach.app.review_messages import AttemptAtWanted
from coach.app.screens.brief import BriefScreen
from coach.app.screens.compare import CompareScreen
from coach.app.screens.explain import ExplainDialog
from coach.app.screens.history import HistoryScreen
from coach.app.screens.home import HomeScreen
from coach.app.screens.library import LibraryScreen
from coach.app.screens.note import NoteDialog
from coach.app.screens.ready import ReadyScreen
from coach.app.screens.scorecard import ScorecardScreen
from coach.app.screens.speaking import SpeakingScreen
from coach.app.screens.word import WordDialog
from coach.app.widgets.answer_view import AnswerView
from coach.app.widgets.take_line import TakeLine
from coach.core.attempt import Attempt
from coach.core.corrections import Correction
from coach.core.drill import Item
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.spans import Span
from coach.core.transcript import Transcript
from tests.app.driving import flat, on, reads, until
from tests.app.fakes import ANSWER, SCAR, World, heard, score_answer

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]

BUDGET = "We give up a tenth of a percent to catch most of the duplicates, and nobody is paged at night."
"""An answer that says the error budget, and little else."""


def by_ideas(item: Item, rubric: Rubric, transcript: Transcript) -> Scorecard:
    """Twelve points for each idea that was said."""
    card = score_answer(item, rubric, transcript)
    return replace(card, score=12.0 * sum(e.met for e in card.elements))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, score=by_ideas)


def tried(world: World, text: str = ANSWER) -> Attempt:
    attempt = world.answered(SCAR.id, text=text)
    assert attempt.transcript is not None
    return world.store.scored(attempt.id, world.practice.verdict(SCAR.id, attempt.transcript))


async def open_at(pilot: Pilot[None], attempt: Attempt, at_s: float) -> ScorecardScreen:
    await on(pilot, HomeScreen)
    pilot.app.post_message(AttemptAtWanted(attempt, at_s))
    await on(pilot, ScorecardScreen)
    await reads(pilot, "try:")
    screen = pilot.app.screen
    assert isinstance(screen, ScorecardScreen)
    return screen


def second_of(attempt: Attempt, word: str) -> float:
    assert attempt.transcript is not None
    start_s = next(w.start_s for w in attempt.transcript.words if word in w.text)
    assert start_s is not None
    return start_s


def under_cursor(screen: ScorecardScreen) -> str:
    span = screen.query_one(AnswerView).cursor
    return screen.transcript.text[slice(*span)] if span else ""


async def speak(pilot: Pilot[None], world: World, text: str) -> None:
    """Answer aloud, from the brief or the scorecard on, to the verdict."""
    world.transcriber.words = heard(text)
    if isinstance(pilot.app.screen, BriefScreen):
        await pilot.press("space", "space", "space")
        await reads(pilot, "Your turn.")
        await pilot.press("space")
    else:
        await pilot.press("r")
    await on(pilot, ReadyScreen)
    await pilot.press("space")
    await on(pilot, SpeakingScreen)
    await until(pilot, lambda: "opening" not in flat(pilot))
    world.clock.advance(40)
    await pilot.press("space")
    await on(pilot, ScorecardScreen)
    await reads(pilot, "try:")


async def test_three_answers_are_recorded_played_from_a_word_compared_and_corrected(world: World) -> None:
    garbled = ANSWER.replace("a dedupe key", "a dead duke key")
    async with CoachApp(world.services(start_item=SCAR.id)).run_test(size=(120, 40), notifications=True) as pilot:
        await on(pilot, BriefScreen)
        await speak(pilot, world, BUDGET)
        await speak(pilot, world, garbled)
        await speak(pilot, world, ANSWER)
        await reads(pilot, "third try: 12, 36, 48")
        first, second, third = reversed(world.store.attempts(SCAR.id))

        await pilot.press("escape")
        await on(pilot, HomeScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await reads(pilot, "3 attempts")
        await pilot.press("slash", *"dead", "space", *"duke", "enter")
        await reads(pilot, "1 answer", "[dead")
        await pilot.press("enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "attempt", None) == second)
        await reads(pilot, "second try: 12, 36")
        screen = pilot.app.screen
        assert isinstance(screen, ScorecardScreen)
        await until(pilot, lambda: under_cursor(screen) == "dead")
        await pilot.press("enter")
        await until(pilot, lambda: len(world.player.played) == 1)
        assert abs(world.player.played[0].start_s - (second_of(second, "dead") - 0.4)) < 1e-6
        await pilot.press("space")
        await until(pilot, lambda: not screen.playing)

        await until(pilot, lambda: under_cursor(screen) != "")
        screen.stand_at(second_of(second, "dead"))
        await pilot.press("w")
        await on(pilot, WordDialog)
        await pilot.press("tab")
        assert pilot.app.screen.query_one(Input).value == "dead duke"
        await pilot.press("ctrl+u", *"dedupe", "enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "36 → 48 / 100", "✓a dedupe key", "Gained: dedupe key.", "Corrected 1 time “dead duke” →")

        await pilot.press("c")
        await on(pilot, CompareScreen)
        assert [a.id for a in pilot.app.screen.pair] == [first.id, second.id]
        await pilot.press("right")
        await until(pilot, lambda: [a.id for a in pilot.app.screen.pair] == [second.id, third.id])
        await pilot.press("left")
        await until(pilot, lambda: [a.id for a in pilot.app.screen.pair] == [first.id, second.id])
        await pilot.press("escape")
        await on(pilot, ScorecardScreen)

        pilot.app.post_message(AttemptAtWanted(third, 0.0))
        await until(pilot, lambda: getattr(pilot.app.screen, "attempt", None) == third)
        await reads(pilot, "third try: 12, 48, 48")
        await pilot.press("c")
        await on(pilot, CompareScreen)
        await pilot.press("left")
        await until(pilot, lambda: [a.id for a in pilot.app.screen.pair] == [first.id, third.id])
        await reads(pilot, "12 mid → 48 mid", "Lost 1 ✗ error budget", "Gained 4", "✓ dedupe key")


async def test_an_attempt_opens_at_the_second_that_is_asked_for(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, attempt, second_of(attempt, "region") + 0.1)
        await until(pilot, lambda: under_cursor(screen) == "region,")
        assert screen.query_one(TakeLine).cursor_s == second_of(attempt, "region")
        await pilot.press("shift+right")
        await until(pilot, lambda: under_cursor(screen) == "you")
        await pilot.press("shift+left", "shift+left")
        await until(pilot, lambda: under_cursor(screen) == "the")


def test_the_nearest_words_of_a_missed_required_idea_are_marked_and_others_are_not(world: World) -> None:
    card = tried(world).scorecard
    assert card is not None
    near = card.analysis.transcript.evidence(Span(0, 2))
    missed = [
        replace(e, met=False, evidence=(near,)) for e in card.elements if e.id in ("error-budget", "phone-retries")
    ]
    marks = marks_of(replace(card, elements=tuple(missed)))
    assert [(m.start, m.end) for m in marks if m.kind is MarkKind.MISS] == [(0, 2)]
    (must,) = [e for e in missed if e.must]
    assert must.id == "error-budget"
    optional = [e for e in missed if not e.must]
    assert MarkKind.MISS not in {m.kind for m in marks_of(replace(card, elements=tuple(optional)))}


async def test_a_far_word_of_a_long_answer_is_in_sight_when_it_opens(world: World) -> None:
    attempt = tried(world, " ".join([ANSWER.replace("region", f"region{n}") for n in range(12)]))
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, attempt, second_of(attempt, "region11"))
        view = screen.query_one(AnswerView)
        await until(pilot, lambda: under_cursor(screen) == "region11,")
        await until(pilot, lambda: view.scroll_offset.y > 20)


async def test_a_verdict_by_an_older_rubric_says_so_and_v_judges_again(world: World) -> None:
    attempt = tried(world)
    assert attempt.scorecard is not None
    world.store.scored(attempt.id, replace(attempt.scorecard, score=24.0, rubric_version=7))
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_at(pilot, world.store.get(attempt.id), 0.0)
        await reads(pilot, "Judged before: rubric version 7, today's is 1 · v judges again")
        await pilot.press("v")
        await reads(pilot, "24 → 48 / 100")
        await until(pilot, lambda: "Judged before" not in flat(pilot))
        await pilot.press("e")
        await on(pilot, ExplainDialog)
        await reads(pilot, "Scored 24 before today 21:30, by rubric version 7.")


async def test_brackets_change_the_speed_and_the_sound_goes_on_where_it_was(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, attempt, 5.0)
        await pilot.press("right_square_bracket", "right_square_bracket")
        await reads(pilot, "0:45 x1.5")
        await pilot.press("enter")
        await until(pilot, lambda: screen.playing)
        assert world.player.played[-1].speed == 1.5
        at_s = world.player.played[-1].start_s
        world.clock.advance(2.0)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: len(world.player.played) == 2 and screen.playing)
        assert world.player.played[-1].speed == 1.25
        assert world.player.played[-1].start_s == pytest.approx(at_s + 3.0)
        assert not world.player.played[0].playing
        await pilot.press(*["right_square_bracket"] * 9)
        await reads(pilot, "x2")


async def test_an_empty_line_leaves_a_word_out_and_u_takes_it_back(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_at(pilot, attempt, second_of(attempt, "dedupe"))
        await pilot.press("w")
        await on(pilot, WordDialog)
        await pilot.press("ctrl+u", "enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "48 → 36 / 100", "Corrected 1 time “dedupe” → left out")
        await pilot.press("u")
        await reads(pilot, "36 → 48 / 100", "✓a dedupe key")
        await until(pilot, lambda: "Corrected" not in flat(pilot))
        assert world.store.get(attempt.id).transcript == attempt.transcript


async def test_leaving_the_line_as_it_is_changes_nothing(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_at(pilot, attempt, second_of(attempt, "dedupe"))
        await pilot.press("w")
        await on(pilot, WordDialog)
        await reads(pilot, "We attach a dedupe key per impression")
        await pilot.press("down", "down", "up", "enter")
        await on(pilot, ScorecardScreen)
        await pilot.press("w")
        await on(pilot, WordDialog)
        await pilot.press("x", "escape")
        await on(pilot, ScorecardScreen)
        assert world.review.corrections.of(attempt.id) == ()
        assert world.store.get(attempt.id) == attempt


async def test_a_typed_answer_is_corrected_at_the_words_of_the_point(world: World) -> None:
    world.practice.answer_typed(SCAR.id, "The garantee ends at the sink. We attach a dedupe key.")
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await on(pilot, HomeScreen)
        await pilot.press("l")
        await on(pilot, LibraryScreen)
        await pilot.press("h")
        await on(pilot, HistoryScreen)
        await reads(pilot, "typed")
        await pilot.press("enter")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "first try")
        await pilot.press("shift+right", "w")
        await on(pilot, WordDialog)
        assert pilot.app.screen.query_one(Input).value == "garantee"
        await pilot.press("ctrl+u", *"guarantee", "enter")
        await reads(pilot, "12 → 24 / 100")


async def test_the_last_word_cannot_be_left_out(world: World) -> None:
    attempt = tried(world, "Kafka.")
    async with CoachApp(world.services()).run_test(size=(80, 24), notifications=True) as pilot:
        await open_at(pilot, attempt, 0.0)
        await pilot.press("w")
        await on(pilot, WordDialog)
        await pilot.press("ctrl+u", "enter")
        await reads(pilot, "No word would be left of this answer")
        assert world.store.get(attempt.id) == attempt


async def test_a_note_is_kept_as_it_is_typed_and_shown(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_at(pilot, attempt, 0.0)
        await pilot.press("n")
        await on(pilot, NoteDialog)
        await pilot.press(*"slower")
        await until(pilot, lambda: world.review.notes.of(attempt.id) == "slower")
        await pilot.press("!", "escape")
        await on(pilot, ScorecardScreen)
        await reads(pilot, "¶ Note slower!")
        await until(pilot, lambda: world.review.notes.of(attempt.id) == "slower!")
        await pilot.press("n")
        await on(pilot, NoteDialog)
        assert pilot.app.screen.query_one(TextArea).text == "slower!"


async def test_without_another_try_there_is_nothing_to_compare(world: World) -> None:
    attempt = tried(world)
    async with CoachApp(world.services()).run_test(size=(80, 24), notifications=True) as pilot:
        await open_at(pilot, attempt, 0.0)
        await pilot.press("c")
        await reads(pilot, "This is the only scored try at this item")


async def test_the_score_before_a_new_rubric_is_told_where_a_point_is_explained(world: World) -> None:
    attempt = tried(world)
    assert attempt.scorecard is not None
    world.review.old_scores.replace(attempt.id, replace(attempt.scorecard, score=24.0, rubric_version=2))
    async with CoachApp(world.services()).run_test(size=(80, 24)) as pilot:
        await open_at(pilot, world.store.get(attempt.id), 0.0)
        await pilot.press("e")
        await on(pilot, ExplainDialog)
        await reads(pilot, "Scored 48 before today 21:30, by rubric version 1.")


Walk = Callable[[Pilot[None], World], Awaitable[None]]


async def reviewed(pilot: Pilot[None], world: World) -> None:
    attempt = world.store.attempts(SCAR.id)[0]
    await open_at(pilot, attempt, second_of(attempt, "dedupe"))
    await reads(pilot, "Corrected 1 time", "¶ Note")


async def word(pilot: Pilot[None], world: World) -> None:
    await reviewed(pilot, world)
    await pilot.press("w")
    await on(pilot, WordDialog)
    pilot.app.screen.query_one(Input).cursor_blink = False
    await pilot.press("tab")
    await reads(pilot, "We attach a dedupe key")


async def note(pilot: Pilot[None], world: World) -> None:
    await reviewed(pilot, world)
    await pilot.press("n")
    await on(pilot, NoteDialog)
    pilot.app.screen.query_one(TextArea).cursor_blink = False


async def compared(pilot: Pilot[None], world: World) -> None:
    await reviewed(pilot, world)
    await pilot.press("c")
    await on(pilot, CompareScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", [reviewed, word, note, compared], ids=lambda walk: walk.__name__)
def test_the_review_looks(world: World, snap_compare: Callable[..., bool], walk: Walk, size: tuple[int, int]) -> None:
    tried(world, BUDGET)
    attempt = tried(world, ANSWER.replace("dedupe", "dead duke"))
    world.review.correct(attempt.id, Correction(16, 2, "dedupe"))
    world.review.notes.keep(attempt.id, "Say the two rates first.\nThen the key.")
    assert snap_compare(CoachApp(world.services()), terminal_size=size, run_before=lambda pilot: walk(pilot, world))
