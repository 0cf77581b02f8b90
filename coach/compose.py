"""Where the parts are joined: adapters are built here and handed on as the ports that the core names."""

import os
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

import coach
from coach.adapters.content_yaml import ContentFault, load_library
from coach.adapters.files import private_folder
from coach.adapters.settings_yaml import load_settings, save_settings
from coach.config import EngineName, Places, Settings, find_places
from coach.core.attempt import Attempt
from coach.core.drill import Item
from coach.core.ledger import DRILLED, Project, drills_of
from coach.core.library import Library
from coach.core.ports import (
    AudioImporter,
    ContentError,
    FilledPauses,
    ModelError,
    SentenceSimilarity,
    SpeechActivity,
    Transcriber,
)
from coach.core.practice import Practice, write_down
from coach.core.rubric import Rubric
from coach.core.schedule import Memory, remember
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

if TYPE_CHECKING:
    from coach.adapters.database import Database
    from coach.adapters.history_sqlite import SqliteHistory
    from coach.adapters.memories_sqlite import SqliteMemories
    from coach.adapters.microphone import SounddeviceRecorder
    from coach.adapters.models import ModelStore
    from coach.adapters.player import SounddevicePlayer
    from coach.adapters.schedule_fsrs import FsrsSchedule
    from coach.adapters.store_sqlite import SqliteAttempts
    from coach.app.services import Services
    from coach.core.judge import Judge
    from coach.core.pad import Pad, PadJudge
    from coach.core.ports import Progress
    from coach.core.records import RecordBook
    from coach.core.review import Review
    from coach.core.story_history import StoryDesk

SAMPLE = "sample-drill-4tb-query.flac"
"""The bundled spoken answer."""

SAMPLE_ITEM = "drill-4tb-query"
"""The item that the bundled spoken answer belongs to."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line chose over the settings; None leaves the settings in force."""

    home: Path | None = None
    content: tuple[Path, ...] = ()
    engine: EngineName | None = None
    model: str | None = None
    device: str | None = None


@dataclass
class Coach:
    """The whole product, each part made when it is first asked for."""

    options: Options = field(default_factory=Options)

    @cached_property
    def places(self) -> Places:
        """Where things lie."""
        named = self.options.home or (Path(os.environ["COACH_HOME"]) if os.environ.get("COACH_HOME") else None)
        user_data = Path(platformdirs.user_data_dir("coach-interview", appauthor=False))
        places = find_places(Path(coach.__file__).parent, user_data, named.expanduser().absolute() if named else None)
        if places.journal.is_file():
            from coach.adapters.restoring import finish_restore

            finish_restore(places)
        return places

    @cached_property
    def settings(self) -> Settings:
        """The user's settings with the command line's choices over them."""
        chosen = {k: v for k in ("engine", "model", "device") if (v := getattr(self.options, k)) is not None}
        return load_settings(self.places.settings).model_copy(update=chosen)

    @cached_property
    def packs(self) -> tuple[Path, ...]:
        """Content folders in order of increasing say."""
        mine = (self.places.own_content,) if _is_pack(self.places.own_content) else ()
        own = tuple(Path(folder).expanduser() for folder in self.settings.content)
        return (self.places.content, *mine, *own, *self.options.content)

    @cached_property
    def _content(self) -> tuple[Library, list[ContentFault]]:
        return load_library(self.packs, self.places.cache)

    @property
    def library(self) -> Library:
        """Everything that can be practised; raises ContentError when nothing is usable."""
        library, faults = self._content
        if not library.items:
            first = f" ({faults[0]})" if faults else ""
            raise ContentError(f"No usable drill in {self.packs[-1]}{first}; run 'coach check' to see why.")
        drills = self._project_drills
        return replace(library, items={**library.items, **drills}) if drills else library

    @cached_property
    def _project_drills(self) -> dict[str, Item]:
        """The drills on the projects of the ledger; none while its file has an error, which the ledger screen tells."""
        if not self.places.ledger.exists():
            return {}
        try:
            projects = self.ledger.load().records
        except ContentError:
            return {}
        return drills_of(projects, self._content[0].items.get(DRILLED))

    def item(self, item_id: str) -> Item:
        """The item of that id; raises ContentError, which names faulty content when there is some."""
        try:
            return self.library.item(item_id)
        except ContentError as error:
            if not self.content_faults:
                raise
            raise ContentError(f"{error} What is faulty is left out: {self.content_faults[0]}") from None

    @property
    def content_faults(self) -> list[ContentFault]:
        """What is wrong in the content files; the items concerned are left out."""
        return self._content[1]

    @cached_property
    def database(self) -> "Database":
        """What is kept of every attempt; raises StorageError."""
        from coach.adapters.database import Database

        private_folder(self.places.recordings)
        return Database(self.places.database)

    @cached_property
    def store(self) -> "SqliteAttempts":
        """The attempts."""
        from coach.adapters.store_sqlite import SqliteAttempts

        return SqliteAttempts(self.database, now=now)

    @cached_property
    def history(self) -> "SqliteHistory":
        """Looks through all attempts."""
        from coach.adapters.history_sqlite import SqliteHistory

        return SqliteHistory(self.database, lambda: {item.id: item.kind for item in self.library.items.values()})

    @cached_property
    def memories(self) -> "SqliteMemories":
        """What should be practised again, and when."""
        from coach.adapters.memories_sqlite import SqliteMemories

        return SqliteMemories(self.database)

    @cached_property
    def stories(self) -> "StoryDesk":
        """The story matrix, the project ledger, and what became of the stories."""
        from random import randrange

        from coach.adapters.stories_sqlite import SqliteStories
        from coach.adapters.stories_yaml import stories_file
        from coach.core.story_history import StoryDesk

        book = stories_file(self.places.stories, now)
        return StoryDesk(book, self.ledger, SqliteStories(self.database), randrange)

    @cached_property
    def ledger(self) -> "RecordBook[Project]":
        """The project ledger."""
        from coach.adapters.ledger_yaml import ledger_file

        return ledger_file(self.places.ledger, now)

    @cached_property
    def scheduler(self) -> "FsrsSchedule":
        """Knows when a line will be forgotten."""
        from coach.adapters.schedule_fsrs import FsrsSchedule

        return FsrsSchedule()

    @cached_property
    def pad_judge(self) -> "PadJudge":
        """Judges what is worked by hand, keeping nothing."""
        from coach.adapters.sql_bench import DuckDbBench
        from coach.adapters.sql_constructs import GlotReader
        from coach.core.pad import PadJudge

        return PadJudge(self.library.tasks, DuckDbBench(), GlotReader())

    @cached_property
    def pad(self) -> "Pad":
        """What is worked by hand at the keyboard, and kept."""
        from coach.adapters.pads_sqlite import SqlitePads
        from coach.adapters.sql_bench import DuckDbBench
        from coach.adapters.sql_constructs import GlotReader
        from coach.core.pad import Pad

        return Pad(self.library.tasks, DuckDbBench(), GlotReader(), SqlitePads(self.database, now=now))

    @cached_property
    def recorder(self) -> "SounddeviceRecorder":
        """The microphones."""
        from coach.adapters.microphone import SounddeviceRecorder

        return SounddeviceRecorder()

    @cached_property
    def player(self) -> "SounddevicePlayer":
        """The loudspeakers."""
        from coach.adapters.player import SounddevicePlayer

        return SounddevicePlayer()

    @cached_property
    def importer(self) -> AudioImporter:
        """Makes any audio file a take."""
        from coach.adapters.audio_file import SoundfileImporter

        return SoundfileImporter()

    @cached_property
    def activity(self) -> SpeechActivity:
        """Tells voice from silence; loaded once for all takes."""
        from coach.adapters.speech_activity import SileroActivity

        return SileroActivity()

    @cached_property
    def models(self) -> "ModelStore":
        """The models on this machine."""
        from coach.adapters.models import ModelStore

        return ModelStore(self.places.home)

    @cached_property
    def transcriber(self) -> Transcriber:
        """The speech engine that the settings name; its model is looked up when it loads."""
        from coach.adapters.model_catalogue import find_model

        entry = find_model(self.settings.model, self.settings.engine)
        if self.settings.engine == "openai-whisper":
            from coach.adapters.openai_whisper import OpenAIWhisper

            return OpenAIWhisper(self.models, entry.name)
        from coach.adapters.faster_whisper import FasterWhisper

        return FasterWhisper(self.models, entry.name, threads=self.settings.threads)

    @cached_property
    def filled_pauses(self) -> FilledPauses:
        """Hears what the engine leaves out; shares the engine's model where that is the one it listens with."""
        from coach.adapters.faster_whisper import FasterWhisper
        from coach.adapters.filled_pauses import MODEL, HeardFilledPauses

        engine = self.transcriber
        if not (isinstance(engine, FasterWhisper) and engine.model == MODEL):
            engine = FasterWhisper(self.models, MODEL, threads=self.settings.threads)
        return HeardFilledPauses(engine)

    @cached_property
    def similarity(self) -> SentenceSimilarity | None:
        """The sentence model when it is installed; without it words alone decide."""
        from coach.adapters.embedding import MiniLm

        try:
            folder = self.models.path("minilm", "embedding")
        except ModelError:
            return None
        return MiniLm(folder, cache=self.places.cache, metric=data_file("idea_metric.npz"))

    @cached_property
    def judge(self) -> "Judge":
        """The judge of answers."""
        from coach.adapters.lexicon_yaml import load_lexicon
        from coach.adapters.match_weights import load_match_weights
        from coach.core.judge import Judge

        own = [path for pack in self.packs if (path := pack / "tools.yaml").is_file()]
        return Judge(load_lexicon([data_file("tools.yaml"), *own]), load_match_weights(), self.similarity)

    @cached_property
    def practice(self) -> Practice:
        """The flow of one answer."""
        return Practice(
            library=self.library,
            store=self.store,
            recordings=self.places.recordings,
            recorder=self.recorder,
            importer=self.importer,
            activity=self.activity,
            transcriber=self.transcriber,
            score=self._judge_late,
            warm=self._warm_late,
            filled_pauses=self.filled_pauses,
            learn=self._learn,
        )

    @cached_property
    def review(self) -> "Review":
        """What is done with an attempt after its verdict."""
        from coach.adapters.corrections_sqlite import SqliteCorrections
        from coach.adapters.notes_sqlite import SqliteNotes
        from coach.adapters.old_scores_sqlite import SqliteOldScores
        from coach.core.review import Review

        return Review(
            practice=self.practice,
            corrections=SqliteCorrections(self.database, now=now),
            notes=SqliteNotes(self.database, now=now),
            old_scores=SqliteOldScores(self.database, now=now),
        )

    def _judge_late(self, item: Item, rubric: Rubric, transcript: Transcript) -> Scorecard:
        """Judge with a judge that is built at the first answer, not at the start of the app."""
        return self.judge(item, rubric, transcript)

    def _learn(self, attempt: Attempt) -> None:
        """What a scored answer says of each line's memory; counted once."""
        card = attempt.scorecard
        if card is not None and not self.memories.counted(attempt.id):
            known = self.memories.of_item(card.item)
            self.memories.keep(remember(card, known, self.scheduler, attempt.created_at), attempt.id)

    def _warm_late(self, rubric: Rubric) -> None:
        self.judge.warm(rubric)

    def hear(self, audio: Path, progress: "Progress | None" = None) -> Transcript:
        """The transcript of an audio file that is not kept as an attempt."""
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="coach-") as folder:
            take = self.importer.keep(audio, Path(folder) / "take.flac")
            return write_down(
                take.path,
                take.duration_s,
                self.activity,
                self.transcriber,
                progress,
                filled_pauses=self.filled_pauses,
            )

    def app_services(self, start_item: str | None = None) -> "Services":
        """What the app is given."""
        from coach.app.services import Services

        skipped = len(self.content_faults)
        sentence = f"{skipped} faults in the content; run 'coach check'. What is sound can be practised."
        return Services(
            practice=self.practice,
            player=self.player,
            microphone_problem=self.recorder.problem,
            clock=now,
            monotonic=time.monotonic,
            save_device=self.save_device,
            save_look=self.save_look,
            review=self.review,
            stories=self.stories,
            memories=self._all_memories,
            chance=self._chance,
            history=self.history,
            speech_model=self.settings.model,
            device=self.settings.device,
            start_item=start_item,
            sample=data_file(SAMPLE),
            sample_item=SAMPLE_ITEM,
            light=self.settings.theme == "light",
            ascii=self.settings.ascii or not _shows_unicode(),
            pad=self.pad,
            found=(sentence,) if skipped else (),
        )

    def _all_memories(self) -> list[Memory]:
        return self.memories.all()

    def _chance(self, memory: Memory, at: datetime) -> float:
        return self.scheduler.retrievability(memory, at)

    def guest(self, recordings: Path) -> "Coach":
        """The same coach, keeping its attempts in another folder."""
        other = Coach(self.options)
        other.places = replace(self.places, recordings=recordings)
        return other

    def save_device(self, device: str | None) -> None:
        """Keep the microphone that the user picked."""
        self._save(device=device)

    def save_look(self, light: bool) -> None:
        """Keep the look that the user picked."""
        self._save(theme="light" if light else "dark")

    def _save(self, **chosen: str | None) -> None:
        save_settings(self.places.settings, load_settings(self.places.settings).model_copy(update=chosen))

    def close(self) -> None:
        """Let go of what was opened."""
        if "database" in self.__dict__:
            self.database.close()


def now() -> datetime:
    """The moment, with the local time zone."""
    return datetime.now().astimezone()


def _is_pack(folder: Path) -> bool:
    return (folder / "drills").is_dir() or (folder / "rubrics").is_dir()


def _shows_unicode() -> bool:
    return "utf" in (sys.stdout.encoding or "").lower()


def data_file(name: str) -> Path:
    """A data file that travels with the package."""
    return Path(coach.__file__).parent / "data" / name
