"""Speech without an engine: fakes of the ports Transcriber, SpeechActivity and AudioImporter."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach.core.ports import AudioFileError, Cancelled, ModelError, Progress, Stop, Take
from coach.core.spans import TimeSpan
from coach.core.transcript import HeardWord


def said(text: str, start_s: float = 0.5, word_s: float = 0.4) -> tuple[HeardWord, ...]:
    """The words of a text, one after the other, each of the same length."""
    return tuple(
        HeardWord(word, start_s + index * word_s, start_s + (index + 1) * word_s, 0.9)
        for index, word in enumerate(text.split())
    )


@dataclass
class FakeTranscriber:
    """Hears the words it was given, in whatever take."""

    words: Sequence[HeardWord] = ()
    engine: str = "fake"
    model: str = "tiny.en"
    installed: bool = True
    loads: int = 0
    heard: list[Path] = field(default_factory=list)
    """The takes that were transcribed to the end."""

    def load(self) -> None:
        if not self.installed:
            raise ModelError(f"The model {self.model} is not installed: run `coach models install {self.model}` once.")
        self.loads += 1

    def transcribe(
        self,
        path: Path,
        speech: Sequence[TimeSpan],
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> list[HeardWord]:
        self.load()
        if not path.is_file():
            raise AudioFileError(f"There is no file {path}: check the name.")
        for step in range(5):
            if stop is not None and stop():
                raise Cancelled("Writing the answer down was stopped; its sound is kept.")
            if progress is not None:
                progress(step / 4)
        self.heard.append(path)
        return list(self.words)


@dataclass
class FakeActivity:
    """Finds voice where it was told, in whatever take."""

    spans: tuple[TimeSpan, ...] = (TimeSpan(0.5, 2.5),)

    def speech(self, path: Path) -> tuple[TimeSpan, ...]:
        if not path.is_file():
            raise AudioFileError(f"There is no file {path}: check the name.")
        return self.spans


@dataclass
class FakeImporter:
    """Copies the bytes of a file as they are and says how long it lasts."""

    duration_s: float = 3.0

    def keep(self, source: Path, target: Path) -> Take:
        if not source.is_file():
            raise AudioFileError(f"There is no file {source}: check the name.")
        shutil.copyfile(source, target)
        return Take(target, self.duration_s, 0)
