"""What is done with an attempt after its verdict: words set right, notes, verdicts given anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from coach.core.attempt import Attempt
from coach.core.comparison import Comparison, compare
from coach.core.corrections import Correction, CorrectionError, correct, correct_all, words_of
from coach.core.ports import CoachError, Progress, Stop
from coach.core.practice import Practice
from coach.core.scorecard import Scorecard
from coach.core.spans import Evidence
from coach.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class OldScore:
    """A verdict that a newer one took the place of."""

    at: datetime
    """When it gave way."""
    scorecard: Scorecard


class Corrections(Protocol):
    """Where corrections live. Each call is durable when it returns; every method raises StorageError."""

    def of(self, attempt_id: str) -> tuple[Correction, ...]:
        """The corrections in force, oldest first."""
        ...

    def original(self, attempt_id: str) -> Transcript | None:
        """The words as they were before the first correction; None when none was ever made."""
        ...

    def keep(self, attempt_id: str, correction: Correction, transcript: Transcript, scorecard: Scorecard) -> None:
        """Keep a correction with the transcript and the verdict that follow from it, all or nothing."""
        ...

    def take_back(self, attempt_id: str, transcript: Transcript, scorecard: Scorecard) -> None:
        """Forget the newest correction and keep what follows from that, all or nothing."""
        ...


class Notes(Protocol):
    """Where notes live; every method raises StorageError."""

    def of(self, attempt_id: str) -> str:
        """The note of an attempt; empty when there is none."""
        ...

    def keep(self, attempt_id: str, text: str) -> None:
        """Keep a note in place of the one before; blank text takes it away."""
        ...


class OldScores(Protocol):
    """Where verdicts are given anew and the old ones stay; every method raises StorageError."""

    def of(self, attempt_id: str) -> tuple[OldScore, ...]:
        """The verdicts that gave way, oldest first."""
        ...

    def replace(self, attempt_id: str, scorecard: Scorecard) -> None:
        """Put a verdict in the place of the one in force, which is kept among the old ones, both or neither."""
        ...


@dataclass(frozen=True, slots=True)
class Rescored:
    """One attempt judged anew."""

    attempt: Attempt
    """As it was before."""
    scorecard: Scorecard
    """The new verdict."""
    why: str
    """Why it was judged anew, in a phrase."""
    comparison: Comparison
    """The old verdict against the new one."""


@dataclass(frozen=True, slots=True)
class Unscored:
    """An attempt that could not be judged anew; its verdict stays."""

    attempt: Attempt
    why: str
    """In a sentence."""


class Review:
    """Attempts looked at again."""

    def __init__(self, *, practice: Practice, corrections: Corrections, notes: Notes, old_scores: OldScores) -> None:
        self.practice = practice
        self.corrections = corrections
        self.notes = notes
        self.old_scores = old_scores

    def correct(self, attempt_id: str, correction: Correction) -> Attempt:
        """Set words right and judge the answer anew; the first words are kept. Raises CorrectionError, ContentError."""
        attempt, transcript, _ = self._scored(attempt_id)
        was = words_of(transcript, correction.first, correction.count)
        if correction.was and correction.was != was:
            raise CorrectionError("These words have been changed meanwhile; open the attempt again.")
        made = replace(correction, was=was)
        after = correct(transcript, made)
        card = self._verdict(attempt, after)
        self.corrections.keep(attempt_id, made, after, card)
        return self.practice.store.get(attempt_id)

    def take_back(self, attempt_id: str) -> Attempt:
        """Take the newest correction back and judge the answer anew; raises CorrectionError when there is none."""
        attempt, _, _ = self._scored(attempt_id)
        original, made = self.corrections.original(attempt_id), self.corrections.of(attempt_id)
        if original is None or not made:
            raise CorrectionError("No word of this answer was corrected; there is nothing to take back.")
        before = correct_all(original, made[:-1])
        card = self._verdict(attempt, before)
        self.corrections.take_back(attempt_id, before, card)
        return self.practice.store.get(attempt_id)

    def rescore(
        self,
        item: str | None = None,
        *,
        keep: bool = True,
        everything: bool = False,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> Iterator[Rescored | Unscored]:
        """Judge stored answers by today's rubrics, newest first; the old verdicts are kept.

        Taken up are those whose verdict is outdated, or every one. Without `keep` nothing is written. An answer that
        cannot be judged is told and left as it was.
        """
        scored = [a for a in self.practice.store.attempts(item) if a.scorecard and a.transcript]
        for number, attempt in enumerate(scored):
            if stop and stop():
                return
            found = self._rescored(attempt, keep=keep, everything=everything)
            if progress:
                progress((number + 1) / len(scored))
            if found:
                yield found

    def rescore_one(self, attempt_id: str) -> Attempt:
        """Judge one answer by today's rubric, the old verdict is kept; raises CorrectionError, ContentError."""
        attempt, transcript, _ = self._scored(attempt_id)
        self.old_scores.replace(attempt_id, self.practice.verdict(attempt.item, transcript))
        return self.practice.store.get(attempt_id)

    def outdated(self, attempt: Attempt) -> str:
        """Why a verdict is not of today, in a phrase; empty when it is or there is none. Raises ContentError."""
        if attempt.scorecard is None or attempt.transcript is None:
            return ""
        return self._outdated(attempt, attempt.scorecard, attempt.transcript)

    def _rescored(self, attempt: Attempt, *, keep: bool, everything: bool) -> Rescored | Unscored | None:
        old, transcript = attempt.scorecard, attempt.transcript
        if old is None or transcript is None:
            return None
        try:
            why = self._outdated(attempt, old, transcript) or ("asked for" if everything else "")
            if not why:
                return None
            card = self.practice.verdict(attempt.item, transcript)
        except CoachError as error:
            return Unscored(attempt, str(error))
        if keep:
            self.old_scores.replace(attempt.id, card)
        return Rescored(attempt, card, why, compare(old, card))

    def _outdated(self, attempt: Attempt, card: Scorecard, transcript: Transcript) -> str:
        """Why a verdict is not of today, in a phrase; empty when it is."""
        library = self.practice.library
        version = library.rubric_of(library.item(attempt.item)).version
        if card.rubric_version != version:
            return f"rubric version {card.rubric_version}, today's is {version}"
        if any(e.text != transcript.text[e.start : e.end] for e in _evidence(card)):
            return "the words were changed after the verdict"
        return ""

    def _verdict(self, attempt: Attempt, transcript: Transcript) -> Scorecard:
        """Today's verdict on changed words; an outdated one is first made of today, so that nothing of it is lost."""
        old = attempt.scorecard
        if old is not None and attempt.transcript is not None and self._outdated(attempt, old, attempt.transcript):
            self.old_scores.replace(attempt.id, self.practice.verdict(attempt.item, attempt.transcript))
        return self.practice.verdict(attempt.item, transcript)

    def _scored(self, attempt_id: str) -> tuple[Attempt, Transcript, Scorecard]:
        attempt = self.practice.store.get(attempt_id)
        if attempt.transcript is None or attempt.scorecard is None:
            raise CorrectionError("This answer has no verdict yet; have it scored first.")
        return attempt, attempt.transcript, attempt.scorecard


def _evidence(card: Scorecard) -> Sequence[Evidence]:
    """All words that a verdict rests on."""
    groups = (
        *(p.evidence for p in card.elements),
        *(p.evidence for p in card.traps),
        *(p.evidence for p in card.checks),
    )
    return [e for group in groups for e in group]
