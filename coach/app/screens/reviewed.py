"""What can be done with a judged attempt: notes, words set right, a verdict by today's rubric."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from textual import on
from textual.widgets import Static

from coach.app.review_messages import AttemptJudgedAgain, NoteSaved, ReviewRead
from coach.app.screens.note import NoteDialog
from coach.app.screens.take import TakeScreen
from coach.app.screens.word import WordDialog
from coach.app.services import Services
from coach.app.status import Status
from coach.app.summary import kept_lines
from coach.core.attempt import Attempt
from coach.core.corrections import Correction
from coach.core.ports import Stop
from coach.core.review import OldScore, Review
from coach.core.scorecard import Scorecard

KEPT_ID = "score--kept"
"""Id of the Static that shows what is kept of the attempt."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an attempt beside its verdict."""

    note: str = ""
    corrections: tuple[Correction, ...] = ()
    earlier: tuple[OldScore, ...] = ()
    """The verdicts that gave way, oldest first."""
    outdated: str = ""
    """Why the verdict is not of today, in a phrase; empty when it is."""


class ReviewedScreen(TakeScreen):
    """A screen that shows a judged attempt and, in the Static `KEPT_ID`, what is kept beside the verdict."""

    def __init__(self, services: Services, status: Status, attempt: Attempt, card: Scorecard) -> None:
        super().__init__(services, status, attempt, card.analysis.transcript)
        self.card = card
        self.kept = Kept()
        self._note_lock = Lock()
        self._judging = False

    def read_kept(self) -> None:
        """Look up what is kept, in the background."""
        review, attempt = self.services.review, self.attempt
        if review:
            self.in_background("review", lambda _: read_review(review, attempt))

    @on(ReviewRead)
    def _review_is_known(self, known: ReviewRead) -> None:
        self.kept = Kept(known.note, known.corrections, known.earlier, known.outdated)
        self.show_kept()

    def show_kept(self) -> None:
        """Show it, each thing on a line of its own."""
        line = self.query_one(f"#{KEPT_ID}", Static)
        kept = self.kept
        lines = kept_lines(kept.note, kept.corrections, kept.outdated, self.signs, self.size.width - 2)
        line.update(lines)
        line.display = bool(lines.plain)

    def step_over(self, step: str) -> None:
        """A step in the background is over: what waited for it waits no longer."""
        if step == "judge":
            self._judging = False
        elif step == "play":
            self._starting_s = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is changed while the answer is being judged, and nothing taken back that was never done."""
        if action in ("note", "word") and self.services.review is None:
            return False
        if action in ("word", "undo", "rescore") and self._judging:
            return False
        if action == "undo":
            return bool(self.kept.corrections)
        if action == "rescore":
            return bool(self.kept.outdated)
        return super().check_action(action, parameters)

    def action_note(self) -> None:
        """A note on this try."""
        self.app.push_screen(NoteDialog(self.services, self.kept.note, self._keep_note))

    def _keep_note(self, text: str) -> None:
        """Keep a note; of two writers the later text wins, whichever thread comes first."""
        review = self.services.review
        if review is None or text == self.kept.note:
            return
        self.kept = replace(self.kept, note=text)
        self.show_kept()

        def keep(_: Stop) -> NoteSaved:
            with self._note_lock:
                newest = self.kept.note
                review.notes.keep(self.attempt.id, newest)
            return NoteSaved(newest)

        self.in_background("note", keep)

    def action_word(self) -> None:
        """Set the word under the cursor right."""
        if self._playback:
            self.action_stop()
        self.app.push_screen(WordDialog(self.services, self.transcript, self.word), self._word_typed)

    def _word_typed(self, correction: Correction | None) -> None:
        review, attempt_id = self.services.review, self.attempt.id
        if correction is not None and review is not None:
            self._judge_again(correction.first, lambda: review.correct(attempt_id, correction))

    def action_undo(self) -> None:
        """Take the last correction back."""
        review, made, attempt_id = self.services.review, self.kept.corrections, self.attempt.id
        if review is not None and made:
            self._judge_again(made[-1].first, lambda: review.take_back(attempt_id))

    def action_rescore(self) -> None:
        """Judge by today's rubric."""
        review, attempt_id = self.services.review, self.attempt.id
        if review is not None:
            self._judge_again(self.word, lambda: review.rescore_one(attempt_id))

    def _judge_again(self, word: int, change: Callable[[], Attempt]) -> None:
        lock, was = self.services.one_at_a_time, self.card.score
        self._judging = True

        def work(_: Stop) -> AttemptJudgedAgain:
            with lock:
                return AttemptJudgedAgain(change(), was, word)

        self.in_background("judge", work)


def read_review(review: Review, attempt: Attempt) -> ReviewRead:
    """What is kept of an attempt beside its verdict; raises StorageError, ContentError."""
    return ReviewRead(
        review.corrections.of(attempt.id),
        review.notes.of(attempt.id),
        review.old_scores.of(attempt.id),
        review.outdated(attempt),
    )
