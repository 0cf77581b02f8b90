"""The attempt store in memory."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coach.core.attempt import UNFINISHED, Attempt, ItemRecord, Source, State
from coach.core.corrections import Correction
from coach.core.ports import StorageError, Take
from coach.core.review import OldScore
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
"""The moment at which the tests take place."""


class MemoryStore:
    """The port AttemptStore in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, Attempt] = {}

    def begin(self, item: str, source: Source, audio_suffix: str | None = None) -> Attempt:
        number = len(self.kept) + 1
        name = f"a{number:04d}"
        audio = f"{name}{audio_suffix}" if audio_suffix else None
        created_at = NOW - timedelta(minutes=30 - number)
        return self._put(Attempt(name, item, created_at, source, State.RECORDING, audio))

    def recorded(self, attempt_id: str, take: Take) -> Attempt:
        return self._put(
            replace(
                self.kept[attempt_id],
                state=State.RECORDED,
                duration_s=take.duration_s,
                overflows=take.overflows,
                ended=take.ended,
                error="",
            )
        )

    def transcribed(self, attempt_id: str, transcript: Transcript) -> Attempt:
        known = self.kept[attempt_id]
        return self._put(replace(known, state=State.TRANSCRIBED, transcript=transcript, scorecard=None, error=""))

    def scored(self, attempt_id: str, scorecard: Scorecard) -> Attempt:
        return self._put(replace(self.kept[attempt_id], state=State.SCORED, scorecard=scorecard, error=""))

    def ended(self, attempt_id: str, state: State, error: str = "") -> Attempt:
        return self._put(replace(self.kept[attempt_id], state=state, error=error))

    def get(self, attempt_id: str) -> Attempt:
        if attempt_id not in self.kept:
            raise StorageError(f"There is no attempt '{attempt_id}'; choose another.")
        return self.kept[attempt_id]

    def attempts(self, item: str | None = None, limit: int | None = None) -> list[Attempt]:
        found = [a for a in reversed(self.kept.values()) if item is None or a.item == item]
        return found[:limit]

    def unfinished(self) -> list[Attempt]:
        return [a for a in self.kept.values() if a.state in UNFINISHED]

    def records(self) -> dict[str, ItemRecord]:
        found: dict[str, ItemRecord] = {}
        for attempt in self.kept.values():
            if attempt.scorecard:
                earlier = found.get(attempt.item)
                scores = (*(earlier.scores if earlier else ()), attempt.scorecard.score)
                found[attempt.item] = ItemRecord(
                    attempt.item, len(scores), max(scores), scores[-1], attempt.created_at, scores
                )
        return found

    def _put(self, attempt: Attempt) -> Attempt:
        self.kept[attempt.id] = attempt
        return attempt


class MemoryCorrections:
    """The port Corrections over a MemoryStore."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._originals: dict[str, Transcript] = {}
        self._made: dict[str, tuple[Correction, ...]] = {}

    def of(self, attempt_id: str) -> tuple[Correction, ...]:
        return self._made.get(attempt_id, ())

    def original(self, attempt_id: str) -> Transcript | None:
        return self._originals.get(attempt_id)

    def keep(self, attempt_id: str, correction: Correction, transcript: Transcript, scorecard: Scorecard) -> None:
        known = self._store.kept[attempt_id].transcript
        assert known is not None
        self._originals.setdefault(attempt_id, known)
        self._made[attempt_id] = (*self.of(attempt_id), replace(correction, at=NOW))
        self._put(attempt_id, transcript, scorecard)

    def take_back(self, attempt_id: str, transcript: Transcript, scorecard: Scorecard) -> None:
        self._made[attempt_id] = self.of(attempt_id)[:-1]
        self._put(attempt_id, transcript, scorecard)

    def _put(self, attempt_id: str, transcript: Transcript, scorecard: Scorecard) -> None:
        self._store.kept[attempt_id] = replace(self._store.kept[attempt_id], transcript=transcript, scorecard=scorecard)


class MemoryNotes:
    """The port Notes in a dictionary."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def of(self, attempt_id: str) -> str:
        return self._kept.get(attempt_id, "")

    def keep(self, attempt_id: str, text: str) -> None:
        self._kept[attempt_id] = text if text.strip() else ""


class MemoryOldScores:
    """The port OldScores over a MemoryStore."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._kept: dict[str, tuple[OldScore, ...]] = {}

    def of(self, attempt_id: str) -> tuple[OldScore, ...]:
        return self._kept.get(attempt_id, ())

    def replace(self, attempt_id: str, scorecard: Scorecard) -> None:
        old = self._store.kept[attempt_id].scorecard
        if old is not None:
            self._kept[attempt_id] = (*self.of(attempt_id), OldScore(NOW, old))
        self._store.scored(attempt_id, scorecard)
