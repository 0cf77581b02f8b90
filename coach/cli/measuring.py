"""Runs the judge over labelled sets; `coach eval` prints what comes out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from coach.adapters.labelled_audio import has_clips, make_timed_takes, read_clips
from coach.adapters.labelled_jsonl import read_set
from coach.cli.output import progress_on_stderr
from coach.compose import Coach
from coach.core.evaluation import Measured, measured
from coach.core.evaluation_graded import GRADED_METRICS, ORDER, read_graded, read_order
from coach.core.evaluation_labels import KINDS, GradedItem, Labelled, VerbatimItem
from coach.core.evaluation_speech import TIMING_METRICS, read_clip, read_timing, speech_metrics
from coach.core.evaluation_text import TEXT_METRICS, read_text
from coach.core.ports import ContentError, ModelError
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

if TYPE_CHECKING:
    from coach.core.judge import Judge

GRADED = "graded"
TIMING = "timing"
AUDIO = "audio"

SETS = (*TEXT_METRICS, GRADED, TIMING, AUDIO)
"""Everything that can be measured, in the order of the table."""

_GRADED_FILES = tuple(name for name, kind in KINDS.items() if kind is GradedItem)
"""The files of graded answers, one for each family of items; a half may have some of them."""


@dataclass(frozen=True, slots=True)
class Material:
    """Where labelled sets lie."""

    labels: Path
    """The folder of one half."""
    audio: Path
    """The folder of clips with transcripts; it need not be there."""


def choose_sets(coach: Coach, material: Material, named: list[str]) -> tuple[list[str], list[str]]:
    """The sets to measure, and a sentence for each that is left out because something it needs is not there.

    Sets that were named are never left out: raises ContentError for a name that does not exist and for audio sets
    without clips, ModelError for `audio` without a speech model.
    """
    chosen: list[str] = []
    left_out: list[str] = []
    for name in named:
        if name not in SETS:
            raise ContentError(f"There is no set '{name}'; the sets are {', '.join(SETS)}.")
    for name in SETS:
        if named and name not in named:
            continue
        try:
            _require(coach, material, name)
        except (ContentError, ModelError) as error:
            if named:
                raise
            left_out.append(f"{name} is left out: {error}")
            continue
        chosen.append(name)
    return chosen, left_out


def measure_set(coach: Coach, material: Material, name: str, *, seed: int) -> Iterator[Measured]:
    """The figures of a set, one `Measured` for each model that takes part."""
    if name == GRADED:
        yield from _measure_graded(coach, material, seed)
    elif name == TIMING:
        yield _measure_timing(coach, material, seed)
    elif name == AUDIO:
        yield from _measure_audio(coach, material, seed)
    else:
        items = read_set(material.labels, name)
        readings = [read_text(item, coach.judge.analyse(Transcript.typed(item.text), _target(item))) for item in items]
        yield measured(name, TEXT_METRICS[name], readings, seed=seed)


def _require(coach: Coach, material: Material, name: str) -> None:
    if name in {TIMING, AUDIO} and not has_clips(material.audio):
        raise ContentError(f"there are no clips in {material.audio}; put the audio set there.")
    if name == AUDIO:
        coach.models.path(coach.settings.model, coach.settings.engine)


def _target(item: Labelled) -> str | None:
    return item.target if isinstance(item, VerbatimItem) else None


def _graded_names(material: Material) -> list[str]:
    there = [name for name in _GRADED_FILES if (material.labels / f"{name}.jsonl").is_file()]
    return there or [_GRADED_FILES[0]]


def _measure_graded(coach: Coach, material: Material, seed: int) -> Iterator[Measured]:
    items = [cast("GradedItem", item) for name in _graded_names(material) for item in read_set(material.labels, name)]
    judges = {"words alone": replace(coach.judge, similarity=None)}
    if coach.similarity is not None:
        judges = {"sentence model": coach.judge, **judges}
    for by, judge in judges.items():
        with progress_on_stderr(f"Judging graded answers ({by})") as progress:
            readings, scores = [], []
            for done, item in enumerate(items, 1):
                card = _card(coach, judge, item)
                readings.append(read_graded(item, card))
                scores.append(card.score)
                progress(done / len(items))
        graded = measured(GRADED, GRADED_METRICS, readings, seed=seed, by=by)
        order = measured(GRADED, (ORDER,), read_order(zip(items, scores, strict=True)), seed=seed, by=by)
        yield Measured(graded.figures + order.figures, graded.readings + order.readings)


def _card(coach: Coach, judge: "Judge", item: GradedItem) -> Scorecard:
    practised = coach.library.item(item.item)
    return judge(practised, coach.library.rubric_of(practised), Transcript.typed(item.text))


def _measure_timing(coach: Coach, material: Material, seed: int) -> Measured:
    activity = coach.activity
    readings = []
    with TemporaryDirectory(prefix="coach-eval-") as folder:
        for take in make_timed_takes(material.audio, Path(folder)):
            transcript = Transcript.spoken(
                take.words,
                duration_s=take.known.duration_s,
                speech=activity.speech(take.path),
                engine="known",
                model="known",
            )
            readings.append(read_timing(take.known, coach.judge.analyse(transcript)))
    return measured(TIMING, TIMING_METRICS, readings, seed=seed)


def _measure_audio(coach: Coach, material: Material, seed: int) -> Iterator[Measured]:
    """The figures of the whole product, then of its engine alone, without what is heard in the sound."""
    clips = read_clips(material.audio)
    whole, alone = [], []
    with progress_on_stderr("Writing down the clips") as progress:
        for done, (clip, path) in enumerate(clips, 1):
            transcript = coach.hear(path)
            whole.append(read_clip(clip, coach.judge.analyse(transcript)))
            alone.append(read_clip(clip, coach.judge.analyse(replace(transcript, heard_pauses=()))))
            progress(done / len(clips))
    metrics = speech_metrics(list(dict.fromkeys(clip.kind for clip, _ in clips)))
    by = f"{coach.settings.engine} {coach.settings.model}"
    yield measured(AUDIO, metrics, whole, seed=seed, by=by)
    yield measured(AUDIO, metrics, alone, seed=seed, by=f"{by}, written only")
