"""A year of attempts made up from the library's own model answers, to see how fast a long history is."""

import json
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from coach.adapters.database import Database
from coach.adapters.store_sqlite import write_verdict
from coach.core.analysis.findings import Analysis, Delivery, Filler, FillerType, Hedge, HedgeStatus
from coach.core.attempt import Source, State
from coach.core.documents import transcript_document
from coach.core.drill import Item
from coach.core.library import Library
from coach.core.rubric import Level, Rubric
from coach.core.scorecard import ElementResult, Scorecard
from coach.core.spans import Evidence, Span, TimeSpan
from coach.core.transcript import HeardWord, Transcript

WORDS = (60, 150)
"""Words of an answer: half a minute to a minute."""

RUN = (4, 14)
"""Words taken in a row from one model answer, so that phrases of the trade occur as they are said."""

DIFFERENT_ANSWERS = 2000
"""Answers that are made up; a longer history gives them again, as people do."""

PACE_WPM = (95.0, 190.0)
TYPED_SHARE = 0.1
UNSCORED_SHARE = 0.03


def make_history(database: Database, library: Library, count: int, until: datetime, seed: int = 7) -> None:
    """Keep `count` attempts of the year before `until` in one transaction, through the tables every attempt uses."""
    chance = random.Random(seed)  # noqa: S311  the same history every time, nothing secret
    items = list(library.items.values())
    answers = [item.model_answer.split() for item in items]
    weights = [1 / (1 + n) for n in range(len(items))]
    said = [_transcript(chance, answers) for _ in range(min(count, DIFFERENT_ANSWERS))]
    documents = [transcript_document(transcript) for transcript in said]
    step = timedelta(days=365) / count
    with database.writing("kept") as db:
        for number in range(count):
            item = chance.choices(items, weights)[0]
            moment = until - step * (count - number)
            which = chance.randrange(len(said))
            transcript = said[which]
            typed = transcript.engine is None
            name = f"{moment:%Y%m%dT%H%M%S%f}-{number:06x}"
            scored = chance.random() >= UNSCORED_SHARE
            source = Source.TYPED if typed else Source.MICROPHONE
            state = State.SCORED if scored else State.TRANSCRIBED
            audio = None if typed else f"{name}.flac"
            db.execute(
                "INSERT INTO attempts (id, item, created_at, source, state, audio, duration_s) VALUES (?,?,?,?,?,?,?)",
                (name, item.id, moment.isoformat(), source, state, audio, transcript.duration_s),
            )
            db.execute(
                "INSERT INTO transcripts (attempt, engine, model, text, document) VALUES (?, ?, ?, ?, ?)",
                (name, transcript.engine, transcript.model, transcript.text, documents[which]),
            )
            if scored:
                growth = number / count
                write_verdict(db, name, _scorecard(chance, item, library.rubric_of(item), transcript, growth))


def common_phrase(library: Library) -> str:
    """A phrase of two long words that a model answer holds, in quotation marks: something to search for."""
    for item in library.items.values():
        words = item.model_answer.split()
        for first, second in pairwise(words):
            if len(first) > 4 and len(second) > 4 and (first + second).isalpha():
                return json.dumps(f"{first} {second}", ensure_ascii=False)
    return "the"


def _transcript(chance: random.Random, answers: Sequence[Sequence[str]]) -> Transcript:
    words: list[str] = []
    length = chance.randint(*WORDS)
    while len(words) < length:
        answer = chance.choice(answers)
        run = chance.randint(*RUN)
        start = chance.randrange(max(1, len(answer) - run))
        words += answer[start : start + run]
        if chance.random() < 0.2:
            words.append(chance.choice(("um", "it depends", "so")))
    if chance.random() < TYPED_SHARE:
        return Transcript.typed(" ".join(words))
    word_s = 60 / chance.uniform(*PACE_WPM)
    heard = [HeardWord(w, 1 + i * word_s, 1 + (i + 0.9) * word_s, 0.9) for i, w in enumerate(words)]
    end_s = heard[-1].end_s
    return Transcript.spoken(
        heard, duration_s=end_s + 1, speech=(TimeSpan(1, end_s),), engine="faster-whisper", model="tiny.en"
    )


def _scorecard(chance: random.Random, item: Item, rubric: Rubric, transcript: Transcript, growth: float) -> Scorecard:
    share = min(0.98, max(0.02, chance.gauss(0.35 + 0.4 * growth, 0.18)))
    score = round(100 * share, 1)
    level = Level.SENIOR if score >= rubric.bands.senior else Level.MID if score >= rubric.bands.mid else Level.JUNIOR
    each = 100 / len(rubric.elements)
    elements = tuple(
        ElementResult(
            e.id, e.what, met, e.must, each if met else 0.0, each, _somewhere(chance, transcript),
            "said in other words", 0.8 if met else 0.3, e.repair,
        )
        for e, met in ((e, chance.random() < share) for e in rubric.elements)
    )  # fmt: skip
    return Scorecard(
        item=item.id, rubric_version=rubric.version, score=score, level=level, elements=elements, traps=(), checks=(),
        content_points=0.7 * score, judgment_points=0.2 * score, delivery_points=0.1 * score, capped_by=None,
        fix_next=rubric.elements[0].repair, fix_evidence=(), matcher="made up", analysis=_analysis(chance, transcript),
    )  # fmt: skip


def _analysis(chance: random.Random, transcript: Transcript) -> Analysis:
    words, length_s = len(transcript.words), transcript.duration_s
    fillers = tuple(
        Filler(transcript.evidence(Span(w.start, w.end)), FillerType.FILLED_PAUSE)
        for w in transcript.words
        if w.text == "um"
    )
    hedges = tuple(
        Hedge(transcript.evidence(Span(at, at + 10)), chance.choice(list(HedgeStatus)))
        for at in [transcript.text.find("it depends")]
        if at >= 0
    )
    delivery = Delivery(
        words=words,
        duration_s=length_s,
        wpm=None if length_s is None else words / (length_s - 2) * 60,
        articulation_wpm=None if length_s is None else words / (length_s - 2) * 66,
        first_word_s=None if length_s is None else 1.0,
        pauses=(),
        longest_pause_s=None if length_s is None else chance.uniform(0.4, 6.0),
        fillers_per_min=None if length_s is None else len(fillers) / length_s * 60,
        fillers_per_100_words=100 * len(fillers) / words,
    )
    return Analysis(transcript, delivery, fillers=fillers, it_depends=hedges)


def _somewhere(chance: random.Random, transcript: Transcript) -> tuple[Evidence, ...]:
    first = chance.randrange(len(transcript.words) - 5)
    return (transcript.evidence(Span(transcript.words[first].start, transcript.words[first + 5].end)),)
