"""How an answer becomes lines, a timeline and a list; values in, values out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.app.choice import Standing, standing, suggest
from coach.app.marks import Mark, MarkKind, marks_of
from coach.app.page import lay_out
from coach.app.points import points_of
from coach.app.signs import ASCII, UNICODE
from coach.app.summary import delivery_line, notes, score_line
from coach.app.timeline import cell_at, timeline
from coach.app.widgets.level import loudness
from coach.app.wording import clock, label, ordinal, phase, running_clock, shorten, when
from coach.core.attempt import ItemRecord
from coach.core.library import Library
from coach.core.spans import TimeSpan
from coach.core.transcript import Transcript
from tests.app.fakes import DRILL, NOW, PUSHBACK, RUBRIC, SCAR, World, heard, score_answer

TEXT = "We drop data last"
LIBRARY = Library({i.id: i for i in (SCAR, DRILL, PUSHBACK)}, {RUBRIC.id: RUBRIC})


def page(text: str, *marks: Mark, width: int = 80) -> list[str]:
    laid = lay_out(Transcript.typed(text), marks, UNICODE, width)
    return [laid.text[a:b] for a, b in laid.lines]


def test_a_sign_stands_before_what_it_marks() -> None:
    assert page(TEXT, Mark(MarkKind.HIT, 3, 12, None)) == ["We ✓drop data last"]


def test_a_filler_stands_between_two_signs_and_keeps_its_comma_outside() -> None:
    assert page("so um, we", Mark(MarkKind.FILLER, 3, 5, None)) == ["so ~um~, we"]


def test_pauses_and_fillers_only_heard_stand_between_words() -> None:
    marks = (Mark(MarkKind.PAUSE, 3, 3, 1.0, "2.4s"), Mark(MarkKind.FILLER, 17, 17, 3.0, "(um)"))
    assert page(TEXT, *marks) == ["We …2.4s drop data last ~(um) "]


def test_marks_that_meet_keep_both_signs() -> None:
    marks = (Mark(MarkKind.TRAP, 3, 12, None), Mark(MarkKind.HIT, 3, 7, None))
    assert page(TEXT, *marks) == ["We ▲✓drop data last"]


@given(
    st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200),
    st.integers(5, 60),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 20), st.sampled_from(list(MarkKind))), max_size=6),
)
def test_any_answer_fits_its_width_and_every_word_can_be_found_again(
    text: str, width: int, places: list[tuple[int, int, MarkKind]]
) -> None:
    transcript = Transcript.typed(text)
    marks = tuple(
        sorted(
            (Mark(k, min(s, len(text)), min(s + n, len(text)), None) for s, n, k in places),
            key=lambda m: (m.start, m.end),
        )
    )
    laid = lay_out(transcript, marks, UNICODE, width)
    for start, end in laid.lines:
        assert cell_len(laid.text[start:end]) <= width
    for word in transcript.words:
        low, high = laid.shown(word.start, word.end)
        letters = [c for c, s in zip(laid.text[low:high], laid.source[low:high], strict=True) if s >= word.start]
        assert UNICODE.line(word.text)[0] in letters
    laid.content((0, len(text), "reverse"))


def test_lighting_words_lights_exactly_them() -> None:
    laid = lay_out(Transcript.typed(TEXT), (Mark(MarkKind.PAUSE, 8, 8, 1.0, "2s"),), UNICODE, 80)
    low, high = laid.shown(8, 12)
    assert laid.text[low:high] == "data"


def spoken() -> Transcript:
    return Transcript.spoken(
        heard(TEXT, start_s=2.0, word_s=0.5), duration_s=10.0, speech=(TimeSpan(2.0, 4.0),), engine="x", model="y"
    )


def test_the_timeline_shows_voice_silence_and_marks() -> None:
    marks = (Mark(MarkKind.HIT, 3, 7, 2.5), Mark(MarkKind.TRAP, 3, 7, 2.6), Mark(MarkKind.PAUSE, 8, 8, 5.0, "4s"))
    cells = timeline(spoken(), marks, 20, ASCII)
    assert "".join(c.sign for c in cells) == "....=^==............"


def test_a_typed_answer_has_no_timeline() -> None:
    assert timeline(Transcript.typed(TEXT), (), 20, ASCII) == ()


def test_the_last_moment_lies_in_the_last_cell() -> None:
    assert cell_at(10.0, 10.0, 20) == 19


def test_points_pass_over_traps_that_were_avoided(world: World) -> None:
    attempt = world.answered(SCAR.id)
    assert attempt.scorecard is not None
    names = [(p.group, p.name) for p in points_of(attempt.scorecard)]
    assert ("Traps", "tool list") in names
    assert ("Traps", "no ownership") not in names
    assert ("Checks", "numbers >= 2") in names


def test_marks_come_in_the_order_of_the_text_and_leave_missed_ideas_out(world: World) -> None:
    attempt = world.answered(SCAR.id)
    assert attempt.scorecard is not None
    marks = marks_of(attempt.scorecard)
    assert [m.start for m in marks] == sorted(m.start for m in marks)
    assert sum(m.kind is MarkKind.HIT for m in marks) == 4


def test_a_typed_answer_is_summed_up_without_pace() -> None:
    card = score_answer(SCAR, RUBRIC, Transcript.typed("um the phone retries"))
    assert delivery_line(card, UNICODE, 80).plain == "Delivery 4 words  ~ at least 1"


def test_many_tries_are_drawn_and_the_last_six_written_out() -> None:
    card = score_answer(SCAR, RUBRIC, Transcript.typed(TEXT))
    line = score_line(card, tuple(float(n) for n in range(10, 91, 10)), UNICODE).plain
    assert "ninth try: 40, 50, 60, 70, 80, 90 " in line


def test_a_take_that_went_well_needs_no_remark(world: World) -> None:
    attempt = world.answered(SCAR.id)
    assert attempt.scorecard is not None
    assert notes(attempt, attempt.scorecard, UNICODE).plain == ""
    assert "lost samples 1 time;" in notes(replace(attempt, overflows=1), attempt.scorecard, UNICODE).plain


@pytest.mark.parametrize(
    ("elapsed_s", "face", "colour"),
    [(0, "0:00", "fine"), (44.9, "0:44", "fine"), (45, "0:45", "late"), (59.9, "0:59", "late"), (60, "+0:00", "over"),
     (67.2, "+0:07", "over"), (3725, "+61:05", "over")],
)  # fmt: skip
def test_the_clock_turns_amber_at_three_quarters_and_counts_overtime(elapsed_s: float, face: str, colour: str) -> None:
    assert running_clock(elapsed_s, 60) == face
    assert phase(elapsed_s, 60) == colour


def test_words_for_numbers_and_times() -> None:
    assert [clock(s) for s in (0, 42.9, 62, 3660)] == ["0:00", "0:42", "1:02", "61:00"]
    assert [ordinal(n) for n in (1, 3, 10, 11, 21, 112)] == ["first", "third", "tenth", "11th", "21st", "112th"]
    assert label("first_word<=10s") == "first word <= 10s"
    assert shorten("one two three four", 13) == "one two..."
    assert shorten("one", 13) == "one"


def test_dates_are_local() -> None:
    berlin = timezone(timedelta(hours=1))
    now = datetime(2026, 11, 22, 21, 30, tzinfo=berlin)
    assert when(datetime(2026, 11, 22, 13, 5, tzinfo=UTC), now) == "today 14:05"
    assert when(datetime(2026, 11, 3, 23, 30, tzinfo=UTC), now) == "4 Nov 00:30"
    assert when(datetime(2025, 1, 9, 8, 0, tzinfo=UTC), now) == "9 Jan 2025"


def test_loudness_is_heard_in_decibels() -> None:
    assert loudness(0.0) == 0
    assert loudness(1.0) == 1
    assert loudness(0.001) == pytest.approx(0)
    assert loudness(0.0316) == pytest.approx(0.5, abs=0.01)


def record(item: str, last: float, minutes: int = 0) -> ItemRecord:
    return ItemRecord(item, 1, last, last, NOW + timedelta(minutes=minutes), (last,))


def test_the_first_item_never_tried_comes_first_then_the_lowest_score() -> None:
    first = suggest(LIBRARY, {SCAR.id: record(SCAR.id, 10)})
    assert first is not None
    assert (first.item, first.why) == (DRILL, "never tried")
    tried = {i.id: record(i.id, s) for i, s in ((SCAR, 70), (DRILL, 41), (PUSHBACK, 55))}
    weakest = suggest(LIBRARY, tried)
    assert weakest is not None
    assert (weakest.item, weakest.why) == (DRILL, "your lowest score: 41 of 100")
    assert suggest(Library({}, {}), {}) is None


def test_what_is_due_again_comes_before_what_is_new() -> None:
    due = suggest(LIBRARY, {SCAR.id: record(SCAR.id, 90)}, {SCAR.id: 2})
    assert due is not None
    assert (due.item, due.why) == (SCAR, "due again: 2 lines of it")


def test_an_item_is_good_from_what_its_rubric_calls_senior() -> None:
    assert standing(LIBRARY, SCAR, None) is Standing.NEW
    assert standing(LIBRARY, SCAR, record(SCAR.id, 69.9)) is Standing.DUE
    assert standing(LIBRARY, SCAR, record(SCAR.id, 70)) is Standing.GOOD
