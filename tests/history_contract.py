"""What every history promises; a test module subclasses this and provides `kept` with a store and its history."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from coach.core.attempt import Attempt, Source, State
from coach.core.drill import Kind
from coach.core.history import Filter, History
from coach.core.ports import AttemptStore, Take
from coach.core.rubric import Level
from coach.core.search import read_search
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord, Transcript
from coach.core.trends import Measure
from tests.scorecards import scorecard

KINDS = {"drill-lag": Kind.DRILL, "scar-once": Kind.SCAR}
EVERYTHING = Filter()
HOSTILE = (
    '"', '""', "'", "NEAR(", "NEAR(a b, 5)", "a AND", "OR", "NOT x", "text:owner", "-owner", "owner^2", "(", ")*", "*",
    "%", "_", "\\", "\x00owner", "owner; DROP TABLE attempts", "{owner}", "+owner", "ow*ner", "“owner", "…", "🙂 owner",
)  # fmt: skip


def spoken(text: str) -> Transcript:
    """Half a second a word, from the first second on."""
    heard = [HeardWord(w, 1 + n / 2, 1.4 + n / 2, 0.9) for n, w in enumerate(text.split())]
    return Transcript.spoken(heard, duration_s=30, speech=(TimeSpan(1, 29),), engine="fake", model="tiny")


@dataclass
class Kept:
    """A store and the history over it."""

    store: AttemptStore
    history: History

    def say(
        self,
        text: str,
        item: str = "drill-lag",
        score: float | None = 50.0,
        level: Level = Level.MID,
        missed: bool = False,
    ) -> Attempt:
        """A spoken answer of thirty seconds; not scored without a score."""
        attempt = self.store.begin(item, Source.MICROPHONE, ".wav")
        self.store.recorded(attempt.id, Take(Path("x.wav"), 30.0, 0))
        return self._judge(attempt, spoken(text), score, level, missed)

    def type(self, text: str, item: str = "drill-lag", score: float | None = 50.0) -> Attempt:
        """A typed answer."""
        return self._judge(self.store.begin(item, Source.TYPED), Transcript.typed(text), score, Level.MID, False)

    def _judge(
        self, attempt: Attempt, transcript: Transcript, score: float | None, level: Level, missed: bool
    ) -> Attempt:
        attempt = self.store.transcribed(attempt.id, transcript)
        if score is None:
            return attempt
        card = replace(scorecard(transcript, score=score, item=attempt.item), level=level)
        if missed:
            card = replace(card, elements=(replace(card.elements[0], met=False),))
        return self.store.scored(attempt.id, card)

    def found(self, typed: str, chosen: Filter = EVERYTHING) -> list[str]:
        """Ids of the answers that a search finds."""
        return [hit.line.id for hit in self.history.search(read_search(typed), chosen, 50)]


class HistoryContract:
    def test_lines_come_newest_first_page_by_page(self, kept: Kept) -> None:
        ids = [kept.say("It runs.").id for _ in range(5)][::-1]
        assert [line.id for line in kept.history.lines(EVERYTHING, 2)] == ids[:2]
        assert [line.id for line in kept.history.lines(EVERYTHING, 2, 2)] == ids[2:4]
        assert [line.id for line in kept.history.lines(EVERYTHING, 10, 4)] == ids[4:]
        assert kept.history.count(EVERYTHING) == 5

    def test_a_line_says_what_is_known(self, kept: Kept) -> None:
        attempt = kept.say("Who runs it every day?", score=61.0)
        line = kept.history.lines(EVERYTHING, 1)[0]
        assert (line.id, line.item, line.kind) == (attempt.id, "drill-lag", Kind.DRILL)
        assert (line.created_at, line.source, line.state) == (attempt.created_at, Source.MICROPHONE, State.SCORED)
        assert (line.level, line.score, line.words) == (Level.MID, 61.0, 5)
        assert (line.duration_s, line.has_audio) == (30.0, True)
        assert line.wpm is not None

    def test_a_line_without_a_verdict_has_none(self, kept: Kept) -> None:
        kept.say("Who runs it?", score=None)
        line = kept.history.lines(EVERYTHING, 1)[0]
        assert (line.state, line.score, line.level, line.words) == (State.TRANSCRIBED, None, None, None)

    def test_an_item_that_is_gone_has_no_kind(self, kept: Kept) -> None:
        kept.say("It runs.", item="drill-gone")
        assert kept.history.lines(EVERYTHING, 1)[0].kind is None

    def test_each_filter_narrows_and_they_add_up(self, kept: Kept) -> None:
        scar = kept.say("One.", item="scar-once", level=Level.SENIOR)
        drill = kept.say("Two.", level=Level.SENIOR)
        typed = kept.type("Three.")

        def ids(chosen: Filter) -> list[str]:
            found = [line.id for line in kept.history.lines(chosen, 9)]
            assert kept.history.count(chosen) == len(found)
            return found

        assert ids(Filter(kind=Kind.SCAR)) == [scar.id]
        assert ids(Filter(kind=Kind.PUSHBACK)) == []
        assert ids(Filter(item="drill-lag")) == [typed.id, drill.id]
        assert ids(Filter(level=Level.SENIOR)) == [drill.id, scar.id]
        assert ids(Filter(has_audio=False)) == [typed.id]
        assert ids(Filter(has_audio=True)) == [drill.id, scar.id]
        assert ids(Filter(since=drill.created_at)) == [typed.id, drill.id]
        assert ids(Filter(until=drill.created_at)) == [scar.id]
        assert ids(Filter(kind=Kind.DRILL, level=Level.SENIOR, since=scar.created_at)) == [drill.id]

    def test_a_search_finds_what_was_said_newest_first(self, kept: Kept) -> None:
        first = kept.say("The guarantee ends at the sink.")
        kept.say("Nothing of the sort.")
        third = kept.type("The sink is where the guarantee stops.")
        assert kept.found("guarantee sink") == [third.id, first.id]
        assert kept.found('"guarantee ends"') == [first.id]
        assert kept.found("guar") == [third.id, first.id]
        assert kept.found("guar sink") == []
        assert kept.found("") == []

    def test_a_search_also_finds_answers_without_a_verdict(self, kept: Kept) -> None:
        waiting = kept.say("The owner decides.", score=None)
        assert kept.found("owner") == [waiting.id]

    def test_a_hit_tells_the_second_of_the_first_marked_word(self, kept: Kept) -> None:
        kept.say("We page the owner, and the owner decides.")
        hit = kept.history.search(read_search("owner"), EVERYTHING, 5)[0]
        assert [hit.snippet.text[m.start : m.end] for m in hit.snippet.marks] == ["owner", "owner"]
        assert hit.at_s == pytest.approx(2.5)

    def test_a_typed_answer_has_no_second(self, kept: Kept) -> None:
        kept.type("We page the owner.")
        assert kept.history.search(read_search("owner"), EVERYTHING, 5)[0].at_s is None

    def test_a_search_keeps_to_the_filter_and_to_its_page(self, kept: Kept) -> None:
        scar = kept.say("The owner decides.", item="scar-once")
        drill = kept.say("The owner decides.")
        assert kept.found("owner", Filter(kind=Kind.SCAR)) == [scar.id]
        assert kept.found("owner", Filter(since=drill.created_at)) == [drill.id]
        page = kept.history.search(read_search("owner"), EVERYTHING, 1, 1)
        assert [hit.line.id for hit in page] == [scar.id]

    @pytest.mark.parametrize("typed", HOSTILE)
    def test_a_search_is_never_a_language(self, kept: Kept, typed: str) -> None:
        said = kept.say("The owner decides near a table.")
        assert set(kept.found(typed)) <= {said.id}
        assert kept.found("owner") == [said.id]

    def test_what_is_written_anew_is_found_and_the_old_words_are_not(self, kept: Kept) -> None:
        attempt = kept.say("The onwer decides.")
        kept.store.transcribed(attempt.id, spoken("The owner decides."))
        assert kept.found("owner") == [attempt.id]
        assert kept.found("onwer") == []

    def test_trends_hold_every_scored_answer_oldest_first(self, kept: Kept) -> None:
        kept.say("Who runs it?", score=40.0)
        kept.type("Who runs it?", score=50.0)
        kept.say("Who runs it?", item="scar-once", score=60.0)
        kept.say("Who runs it?", score=None)
        assert kept.history.trends().series(Measure.SCORE).values == (40, 50, 60)
        assert kept.history.trends("drill-lag").series(Measure.SCORE).values == (40, 50)
        assert len(kept.history.trends().series(Measure.PACE).values) == 2

    def test_a_verdict_that_is_set_aside_leaves_the_trends(self, kept: Kept) -> None:
        attempt = kept.say("Who runs it?", score=40.0, missed=True)
        kept.store.transcribed(attempt.id, spoken("Who runs it?"))
        assert kept.history.trends().points == ()
        assert kept.history.most_missed() == []

    def test_a_new_verdict_takes_the_place_of_the_old(self, kept: Kept) -> None:
        attempt = kept.say("Who runs it?", score=40.0, missed=True)
        kept.store.scored(attempt.id, scorecard(spoken("Who runs it?"), score=70.0, item="drill-lag"))
        assert kept.history.trends().series(Measure.SCORE).values == (70,)
        assert kept.history.most_missed() == []

    def test_missed_ideas_are_counted_over_the_answers_to_their_item(self, kept: Kept) -> None:
        kept.say("No.", missed=True)
        kept.say("No.", missed=True)
        kept.say("Who runs it?")
        kept.say("No.", item="scar-once", missed=True)
        most = kept.history.most_missed()
        assert [(m.item, m.element, m.must, m.missed, m.of) for m in most] == [
            ("drill-lag", "ask-who", True, 2, 3),
            ("scar-once", "ask-who", True, 1, 1),
        ]
        assert [m.item for m in kept.history.most_missed("scar-once")] == ["scar-once"]
        assert len(kept.history.most_missed(limit=1)) == 1

    def test_what_was_given_counts_as_practice_and_nothing_else(self, kept: Kept) -> None:
        day = kept.say("Who runs it?").created_at.date()
        kept.type("Who runs it?")
        kept.say("Who runs it?", score=None)
        cancelled = kept.store.begin("drill-lag", Source.MICROPHONE, ".wav")
        kept.store.recorded(cancelled.id, Take(Path("x.wav"), 30.0, 0))
        kept.store.ended(cancelled.id, State.CANCELLED)
        kept.store.begin("drill-lag", Source.MICROPHONE, ".wav")
        done = kept.history.practised(day)
        assert (done.answers, done.today_s, done.all_s, done.streak_days) == (3, 60.0, 60.0, 1)

    def test_nothing_waits_for_its_figures(self, kept: Kept) -> None:
        kept.say("Who runs it?")
        assert kept.history.catch_up() == 0
