"""A practice without disk, engine or sound: content, store, engine and scores by script."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from coach.app.services import Services
from coach.core.analysis.findings import (
    Analysis,
    Delivery,
    Filler,
    FillerType,
    Hedge,
    HedgeStatus,
    Number,
    Tier,
)
from coach.core.analysis.pace import filler_clusters, pace_curve, pause_places
from coach.core.attempt import Attempt, Source
from coach.core.drill import Item, Kind, TimeBudget, Turn
from coach.core.library import Library
from coach.core.ports import AudioFileError, Cancelled, ModelError, Progress, Stop, Take
from coach.core.practice import Practice
from coach.core.review import Review
from coach.core.rubric import Element, Level, Recogniser, Rubric
from coach.core.scorecard import CheckResult, ElementResult, Scorecard, TrapResult
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.timing import timing_of
from coach.core.transcript import HeardWord, Transcript
from tests.fakes_audio import FakeClock, FakePlayer, FakeRecorder, write_levels
from tests.fakes_history import MemoryHistory
from tests.fakes_store import NOW, MemoryCorrections, MemoryNotes, MemoryOldScores, MemoryStore

ANSWER = (
    "So the exactly-once guarantee ends at the sink, um because the phone retries. We attach a dedupe key per "
    "impression and keep it for 24 hours. It depends on the region, you know. We list Kafka, Flink and Iceberg, and "
    "the gap that is left is 0.1 percent, which finance accepted in writing."
)
MODEL_ANSWER = "Exactly-once stops at the sink; we lose a tenth of a percent to catch most of the duplicates."
VERDICT = "Whether the candidate knows where the guarantee ends."
FATAL = "Kafka gives us exactly-once, so there are no duplicates."

SCAR = Item(
    id="scar-exactly-once",
    kind=Kind.SCAR,
    title="Where exactly-once stops",
    prompt="How do you make sure that impression counts are exact when a phone loses its network?",
    transcript=(
        Turn(speaker="interviewer", text="How do you make sure that impression counts are exact?"),
        Turn(speaker="candidate", text="We use Kafka with transactions end to end, so we are covered."),
        Turn(speaker="interviewer", text="And a phone that loses its network?"),
        Turn(speaker="candidate", text=FATAL, fatal=True),
        Turn(speaker="interviewer", text="Let us move on."),
    ),
    verdict=VERDICT,
    time=TimeBudget(prepare_s=10, answer_s=60),
    rubric="exactly-once",
    model_answer=MODEL_ANSWER,
)
DRILL = Item(
    id="drill-lag",
    kind=Kind.DRILL,
    title="Lag on the biggest day",
    prompt="Lag is growing on the biggest day of the year. Do you add partitions, drop enrichment, or drop data?",
    time=TimeBudget(prepare_s=5, answer_s=30),
    rubric="exactly-once",
    model_answer="Dropping data is last, and an executive decides.",
    tags=("kafka",),
)
PUSHBACK = Item(
    id="pushback-overkill",
    kind=Kind.PUSHBACK,
    title="Is this not overkill?",
    prompt="The interviewer interrupts: is this not overkill for a daily report?",
    time=TimeBudget(prepare_s=0, answer_s=20),
    rubric="exactly-once",
    model_answer="It would be, if only the report read it; pacing reads it every five seconds.",
    target="It would be, if only the report read it.",
)
RUBRIC = Rubric(
    id="exactly-once",
    elements=(
        Element(
            id="ends-at-sink",
            what="Says that the guarantee ends at the sink.",
            must=True,
            repair="The guarantee ends at the sink.",
            recognise=Recogniser(phrases=("the guarantee ends at the sink",)),
        ),
    ),
)


def heard(text: str = ANSWER, *, start_s: float = 2.1, word_s: float = 0.4) -> list[HeardWord]:
    """Words one after the other, with a pause of three seconds before each "It"."""
    words: list[HeardWord] = []
    at_s = start_s
    for word in text.split():
        if word == "It":
            at_s += 3.0
        words.append(HeardWord(word, at_s, at_s + word_s * 0.9, 0.9))
        at_s += word_s
    return words


def score_answer(item: Item, _rubric: Rubric, transcript: Transcript) -> Scorecard:
    """A scorecard with something of everything, found by plain search; 61 of 100, mid."""
    text = transcript.text

    def at(words: str) -> tuple[Evidence, ...]:
        start = text.find(words)
        return (transcript.evidence(Span(start, start + len(words))),) if start >= 0 else ()

    def idea(name: str, what: str, words: str, repair: str, *, must: bool = False) -> ElementResult:
        found = at(words)
        return ElementResult(
            name, what, bool(found), must, 14.0 if found else 0.0, 14.0, found,
            "said nearly word for word" if found else "any clause that gives both rates",
            0.93 if found else 0.31, repair,
        )  # fmt: skip

    speech = transcript.speech or ()
    spoken = transcript.duration_s is not None
    pauses = tuple(TimeSpan(a.end_s, b.start_s) for a, b in pairwise(speech) if b.start_s - a.end_s >= 1)
    fillers = [Filler(e, FillerType.FILLED_PAUSE) for e in at("um")]
    fillers += [Filler(e, FillerType.TAG) for e in at("you know")]
    if spoken and at("attach"):
        gap = at("attach")[0]
        fillers.append(
            Filler(Evidence(gap.start, gap.start, "", gap.start_s, gap.start_s), FillerType.FILLED_PAUSE, Tier.HEARD)
        )
    trap = at("list Kafka, Flink and Iceberg")
    card = Scorecard(
        item=item.id,
        rubric_version=1,
        score=61.0,
        level=Level.MID,
        elements=(
            idea("guarantee-ends-at-sink", "Says that the guarantee ends at the sink.",
                 "guarantee ends at the sink", "The guarantee ends at the sink.", must=True),
            idea("phone-retries", "Names the retry of the phone as the source of duplicates.",
                 "the phone retries", "The phone sends it again."),
            idea("error-budget", "Says the error budget with its two rates.",
                 "a tenth of a percent to catch", "We lose a tenth of a percent to catch most of the duplicates.",
                 must=True),
            idea("dedupe-key", "Attaches a key by which duplicates are found.", "a dedupe key", "One key each."),
            idea("in-the-contract", "Says that the gap is accepted in writing.", "accepted in writing",
                 "Finance signed the gap."),
        ),
        traps=(
            TrapResult("tool-list", "Recites product names with nothing about how they behave.", bool(trap), True,
                       10.0, trap, "three products in a row without a reason", "Name one, with what it does here."),
            TrapResult("no-ownership", "Describes it from outside.", False, True, 10.0, (), "", ""),
        ),
        checks=(
            CheckResult("numbers>=2", bool(at("0.1 percent")), "2 numbers", at("24 hours") + at("0.1 percent")),
            CheckResult("it_depends", False, "1 of 1 left open", at("It depends"), "Name the two cases."),
        ),
        content_points=42.0,
        judgment_points=12.0,
        delivery_points=7.0,
        capped_by=None,
        fix_next="Say the error budget with its two rates: “we lose a tenth of a percent to catch most of the "
        "duplicates”.",
        fix_evidence=(),
        matcher="wording and key terms, without the sentence model",
        analysis=Analysis(
            transcript=transcript,
            delivery=Delivery(
                words=len(transcript.words),
                duration_s=transcript.duration_s,
                wpm=148.0 if spoken else None,
                articulation_wpm=161.0 if spoken else None,
                first_word_s=2.1 if spoken else None,
                pauses=pauses,
                longest_pause_s=3.4 if spoken else None,
                fillers_per_min=4.9 if spoken else None,
                fillers_per_100_words=5.2,
                closing_silence_s=5.2 if spoken else None,
                pause_places=pause_places(transcript, pauses),
                pace=pace_curve(transcript.words, speech),
                filler_clusters=filler_clusters(transcript, fillers),
            ),
            fillers=tuple(fillers),
            it_depends=tuple(Hedge(e, HedgeStatus.UNRESOLVED) for e in at("It depends")),
            numbers=tuple(Number(e, 24, "hours") for e in at("24 hours"))
            + tuple(Number(e, 0.1, "percent") for e in at("0.1 percent")),
        ),
    )  # fmt: skip
    return replace(card, timing=timing_of(card.analysis, card.elements, item.time.answer_s))


@dataclass
class FakeTranscriber:
    """The port Transcriber; hears what it is told to."""

    words: list[HeardWord] = field(default_factory=heard)
    missing: str = ""
    """Why there is no model; empty when there is one."""
    hold: bool = False
    """Whether it works on until it is told to stop."""
    engine: str = "fake"
    model: str = "tiny.en"

    def load(self) -> None:
        if self.missing:
            raise ModelError(self.missing)

    def transcribe(
        self, path: Path, speech: Sequence[TimeSpan], progress: Progress | None = None, stop: Stop | None = None
    ) -> list[HeardWord]:
        self.load()
        if progress:
            progress(0.4)
        pulse = threading.Event()
        while self.hold:
            if stop and stop():
                raise Cancelled("The transcription was stopped; the answer is kept.")
            pulse.wait(0.01)
        return self.words


@dataclass
class FakeActivity:
    """The port SpeechActivity: a voice wherever the words say so."""

    transcriber: FakeTranscriber

    def speech(self, path: Path) -> tuple[TimeSpan, ...]:
        spans: list[TimeSpan] = []
        for word in self.transcriber.words:
            if spans and word.start_s - spans[-1].end_s < 0.5:
                spans[-1] = TimeSpan(spans[-1].start_s, word.end_s)
            else:
                spans.append(TimeSpan(word.start_s, word.end_s))
        return tuple(spans)


class FakeImporter:
    """The port AudioImporter: any file that exists is half a minute of sound."""

    def keep(self, source: Path, target: Path) -> Take:
        if source.suffix == ".txt":
            raise AudioFileError(f"{source.name} is no audio file; give a WAV, FLAC, OGG or MP3.")
        write_levels(target, [(0.0, 30.0, 0.4)])
        return Take(target, 30.0, 0)


@dataclass
class World:
    """Services and the hands that move what is behind them."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    store: MemoryStore = field(default_factory=MemoryStore)
    transcriber: FakeTranscriber = field(default_factory=FakeTranscriber)
    items: tuple[Item, ...] = (SCAR, DRILL, PUSHBACK)
    score: Callable[[Item, Rubric, Transcript], Scorecard] = score_answer
    saved_devices: list[str | None] = field(default_factory=list)
    saved_looks: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.recorder = FakeRecorder(self.clock)
        self.player = FakePlayer(self.clock)
        self.practice = Practice(
            library=Library({i.id: i for i in self.items}, {RUBRIC.id: RUBRIC}),
            store=self.store,
            recordings=self.folder,
            recorder=self.recorder,
            importer=FakeImporter(),
            activity=FakeActivity(self.transcriber),
            transcriber=self.transcriber,
            score=self.score,
        )
        self.history = MemoryHistory(self.store, self.items)
        self.review = Review(
            practice=self.practice,
            corrections=MemoryCorrections(self.store),
            notes=MemoryNotes(),
            old_scores=MemoryOldScores(self.store),
        )

    def services(self, **changes: object) -> Services:
        """What the app is given; the lines of scars come only when asked for."""
        base = Services(
            practice=self.practice,
            review=self.review,
            player=self.player,
            microphone_problem=self.recorder.problem,
            clock=lambda: NOW,
            monotonic=self.clock,
            save_device=self.saved_devices.append,
            save_look=self.saved_looks.append,
            history=self.history,
            speech_model="tiny.en",
            reading_wpm=0,
        )
        return replace(base, **changes)  # type: ignore[arg-type]

    def answered(self, item: str, score: float | None = None, text: str = ANSWER) -> Attempt:
        """An answer given before; spoken, 45 s."""
        attempt = self.recorded(item)
        transcript = Transcript.spoken(
            heard(text),
            duration_s=45.0,
            speech=FakeActivity(self.transcriber).speech(self.folder),
            engine="fake",
            model="tiny.en",
        )
        self.store.transcribed(attempt.id, transcript)
        card = score_answer(self.practice.library.item(item), RUBRIC, transcript)
        return self.store.scored(attempt.id, card if score is None else replace(card, score=score))

    def recorded(self, item: str, duration_s: float = 42.0) -> Attempt:
        """A take that was never scored."""
        attempt = self.store.begin(item, Source.MICROPHONE, ".wav")
        path = self.folder / (attempt.audio or "")
        write_levels(path, [(0.0, duration_s, 0.4)])
        return self.store.recorded(attempt.id, Take(path, duration_s, 0))
