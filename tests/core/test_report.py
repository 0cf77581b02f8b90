"""The report is one page that shows everything and runs nothing."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest

from coach.core.analysis.delivery import measure_delivery
from coach.core.analysis.findings import Analysis, Filler, FillerType, Hedge, HedgeStatus, Number, Tier
from coach.core.attempt import Attempt, Source, State
from coach.core.exporting import Exported
from coach.core.report import Request, report
from coach.core.report_marks import Mark, marks_of, pieces
from coach.core.report_plots import ticks
from coach.core.scorecard import Scorecard, TrapResult
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript
from tests.scorecards import scorecard

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
HOSTILE = "Who </script></style><img src=x onerror=alert(1)> \x1b[31m\x9b2J \u202e \" ' & why?"


def spoken(text: str, pause_s: float = 0.0) -> Transcript:
    words = [
        HeardWord(w, n * 0.5 + pause_s * (n > 1), n * 0.5 + 0.4 + pause_s * (n > 1), 0.9)
        for n, w in enumerate(text.split())
    ]
    end = words[-1].end_s
    speech = (TimeSpan(0.0, 0.9), TimeSpan(1.0 + pause_s, end)) if pause_s else (TimeSpan(0.0, end),)
    return Transcript.spoken(words, duration_s=end + 0.5, speech=speech, engine="faster-whisper", model="tiny.en")


def try_of(number: int, transcript: Transcript, card: Scorecard | None = None, **more: object) -> Attempt:
    made = card or scorecard(transcript, 10.0 * number)
    return Attempt(
        id=f"2026030{number}T000000000000-aaaaaa",
        item="drill-4tb-query",
        created_at=NOW - timedelta(days=5 - number),
        source=Source.TYPED,
        state=State.SCORED,
        duration_s=transcript.duration_s,
        transcript=transcript,
        scorecard=made,
        **more,  # type: ignore[arg-type]
    )


def page_of(*attempts: Attempt, sounds: Mapping[str, str] | None = None, title: str = "Four terabytes") -> str:
    known = {a.id: Exported(a, title=title) for a in attempts}
    sound = None if sounds is None else (lambda a: sounds.get(a.id))
    return "".join(report(Request([a.id for a in attempts], known.get, {}, NOW, sound=sound)))


class Page(HTMLParser):
    """Elements with their attributes, and a check that every element is closed in order."""

    VOID = frozenset({"meta"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_nothing_that_was_said_becomes_an_element() -> None:
    note = HOSTILE
    known = Exported(try_of(1, Transcript.typed(HOSTILE), error=HOSTILE, ended=HOSTILE), title=HOSTILE, note=note)
    text = "".join(report(Request([known.attempt.id], {known.attempt.id: known}.get, {}, NOW, scope=HOSTILE)))
    page = Page(text)
    assert not {"script", "img", "iframe", "link", "object"} & {tag for tag, _ in page.found}
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert "<img src=x onerror=alert(1)>" in page.text


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = Page(page_of(try_of(1, spoken("Who runs this"))))
    policy = next(a["content"] or "" for t, a in page.found if t == "meta" and a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "http" not in policy
    style = re.search(r"<style>(.*?)</style>", page_of(try_of(1, spoken("Who runs this"))), re.DOTALL)
    assert style is not None
    assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() in policy
    assert not [a for _, a in page.found if "style" in a], "the policy forbids style attributes"


def test_the_page_names_no_other_place() -> None:
    page = Page(page_of(try_of(1, spoken("Who runs this")), try_of(2, Transcript.typed("Who?"))))
    names = {a[n] for _, a in page.found for n in ("href", "src") if n in a}
    assert all((name or "").startswith("#") for name in names)
    ids = [a["id"] for _, a in page.found if "id" in a]
    assert len(ids) == len(set(ids))
    assert {(name or "")[1:] for name in names} <= set(ids)


def test_sound_is_inside_when_it_is_asked_for_and_only_as_data() -> None:
    first, second = try_of(1, spoken("Who runs this")), try_of(2, spoken("Who runs this"))
    sounds = {first.id: "data:audio/wav;base64,UklGRg==", second.id: 'https://x/" onerror="y'}
    page = Page(page_of(first, second, sounds=sounds))
    assert [a["src"] for t, a in page.found if t == "audio"] == ["data:audio/wav;base64,UklGRg=="]
    assert "<audio" not in page_of(first, second)


def test_every_measure_has_a_plot_with_a_name_and_a_reading() -> None:
    page = Page(page_of(*(try_of(n, spoken("Who runs this", pause_s=n)) for n in range(1, 5))))
    plots = [a for t, a in page.found if t == "svg" and a.get("class") == "plot"]
    assert len(plots) == 5
    assert all(p["role"] == "img" for p in plots)
    assert sum(t == "polyline" for t, _ in page.found) == 5
    assert sum(t == "circle" for t, _ in page.found) == 20
    assert "latest 40, median of the last seven 25" in page.text


def test_many_answers_are_drawn_as_medians_and_the_page_says_so() -> None:
    first = try_of(1, spoken("Who runs this"))
    many = [replace(first, id=f"{n:04}", created_at=NOW - timedelta(days=400 - n)) for n in range(200)]
    page = Page(page_of(*many))
    assert "Each dot is the median of a few answers" in page.text
    assert sum(t == "circle" for t, _ in page.found) <= 5 * 90


def test_a_measure_that_no_answer_has_says_so() -> None:
    assert "measured in spoken answers" in page_of(try_of(1, Transcript.typed("Who runs this?")))


def test_one_answer_is_plotted_without_a_line() -> None:
    assert "<polyline" not in page_of(try_of(1, spoken("Who runs this")))


def test_overview_counts_days_in_a_row_up_to_today() -> None:
    page = Page(page_of(*(try_of(n, spoken("Who runs this")) for n in (1, 3, 4, 5))))
    assert re.search(r"days in a row\s*3", page.text)
    assert re.search(r"attempts\s*4", page.text)


def test_missed_ideas_are_listed_with_how_often() -> None:
    transcript = Transcript.typed("Who runs this?")
    card = scorecard(transcript)
    missed = replace(card, elements=(replace(card.elements[0], met=False, what="Asks <who> runs it."),))
    page = Page(page_of(try_of(1, transcript, missed), try_of(2, transcript, missed), try_of(3, transcript)))
    assert "Asks <who> runs it (must)" in page.text
    assert "2 of 3" in page.text


def test_a_damaged_attempt_is_left_out_and_counted() -> None:
    whole = try_of(1, spoken("Who runs this"))
    known = {whole.id: Exported(whole)}
    text = "".join(report(Request([whole.id, "gone"], known.get, {}, NOW)))
    assert "damaged: 1 of 2 attempts" in text


def test_an_empty_history_is_a_page_too() -> None:
    assert "Nothing was practised yet" in Page(page_of()).text


def marked_card() -> Scorecard:
    transcript = spoken("Who runs um this it depends 4 terabytes")
    text = transcript.text

    def where(words: str) -> Evidence:
        start = text.index(words)
        return transcript.evidence(Span(start, start + len(words)))

    card = scorecard(transcript)
    return replace(
        card,
        elements=(replace(card.elements[0], evidence=(where("runs um this"),)),),
        traps=(TrapResult("t", "Guesses", True, True, 10, (where("it depends"),), "said", "Ask."),),
        analysis=Analysis(
            transcript,
            measure_delivery(transcript, ()),
            fillers=(
                Filler(where("um"), FillerType.FILLED_PAUSE),
                Filler(Evidence(4, 4, "", 0.5, 0.6), FillerType.FILLED_PAUSE, Tier.HEARD),
                Filler(Evidence(9, 9, "", 0.5, 0.6), FillerType.FILLED_PAUSE, Tier.UNCERTAIN),
            ),
            it_depends=(Hedge(where("it depends"), HedgeStatus.UNRESOLVED),),
            numbers=(Number(where("4 terabytes"), 4e12, "bytes"),),
        ),
    )


def test_marks_that_overlap_share_their_words_and_lose_none() -> None:
    card = marked_card()
    cut = list(pieces(card))
    assert "".join(p.text for p in cut) == card.analysis.transcript.text
    over = {p.text: set(p.marks) for p in cut if p.marks}
    assert over["um"] == {Mark.HIT, Mark.FILLER}
    assert over["it depends"] == {Mark.TRAP, Mark.HEDGE}
    assert over["4 terabytes"] == {Mark.NUMBER}
    assert sum(len(p.begins) for p in cut) == len(marks_of(card)) == 6


@pytest.mark.parametrize("sign", ["✓", "▲", "~", "#", "?"])
def test_each_mark_shows_by_a_sign_as_well_as_a_colour(sign: str) -> None:
    card = marked_card()
    text = page_of(try_of(1, card.analysis.transcript, card))
    assert re.search(rf'class="sign \w+" title="[^"]+">{re.escape(sign)}<', text)


def test_words_set_right_after_the_verdict_are_not_marked_at_the_wrong_place() -> None:
    card = marked_card()
    changed = replace(card.elements[0], evidence=(Evidence(0, 3, "Why"),))
    assert all(m.mark is not Mark.HIT for m in marks_of(replace(card, elements=(changed,))))


def test_the_timeline_shows_voice_pauses_and_the_end_of_the_time() -> None:
    page = Page(page_of(try_of(1, spoken("Who runs this", pause_s=4.0))))
    boxes = [a["class"] for t, a in page.found if t == "rect"]
    assert boxes.count("voice") == 2
    assert boxes.count("pause") == 1


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, (0, 50, 100)),
        (0, 4, (0, 1, 2, 3, 4)),
        (161, 184, (160, 170, 180, 190)),
        (0, 0, (0, 0.5, 1)),
        (0.12, 0.18, (0.12, 0.14, 0.16, 0.18)),
    ],
)
def test_ticks_are_round_and_span_the_range(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert ticks(low, high) == expected
