"""The schedule by FSRS, a published model of forgetting with parameters fitted on millions of reviews."""

from datetime import UTC, datetime, timedelta

import fsrs

from coach.core.schedule import Grade, Memory

RETENTION = 0.9
"""The chance of saying a line at which it is due; FSRS's own default."""
MAX_INTERVAL_DAYS = 60
"""A loop is weeks away, not years: nothing is put off for longer."""
_RATINGS = {
    Grade.AGAIN: fsrs.Rating.Again,
    Grade.HARD: fsrs.Rating.Hard,
    Grade.GOOD: fsrs.Rating.Good,
    Grade.EASY: fsrs.Rating.Easy,
}
_STEPS = (timedelta(minutes=10), timedelta(hours=12))


class FsrsSchedule:
    """The port Scheduler; without chance, so that the same history gives the same dates."""

    def __init__(self) -> None:
        self._scheduler = fsrs.Scheduler(
            desired_retention=RETENTION,
            learning_steps=_STEPS,
            relearning_steps=_STEPS[:1],
            maximum_interval=MAX_INTERVAL_DAYS,
            enable_fuzzing=False,
        )

    def review(self, memory: Memory | None, item: str, line: str, grade: Grade, at: datetime) -> Memory:
        """The memory after one more try."""
        moment = at.astimezone(UTC)
        if memory is not None and memory.last_review is not None:
            moment = max(moment, memory.last_review.astimezone(UTC))
        card, _ = self._scheduler.review_card(_card(memory), _RATINGS[grade], moment)
        return Memory(
            item=item,
            line=line,
            due=card.due,
            stability=card.stability,
            difficulty=card.difficulty,
            state=int(card.state),
            step=card.step,
            last_review=card.last_review,
            reviews=(memory.reviews if memory else 0) + 1,
            lapses=(memory.lapses if memory else 0) + (grade is Grade.AGAIN),
        )

    def retrievability(self, memory: Memory, at: datetime) -> float:
        """The chance that the line would be said now."""
        return self._scheduler.get_card_retrievability(_card(memory), at.astimezone(UTC))


def _card(memory: Memory | None) -> fsrs.Card:
    if memory is None:
        return fsrs.Card(card_id=0)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due.astimezone(UTC),
        last_review=memory.last_review.astimezone(UTC) if memory.last_review else None,
    )
