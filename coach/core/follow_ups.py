"""What an interviewer asks after an answer, as an item that is practised and judged like any other."""

from coach.core.drill import FollowUp, Item, TimeBudget
from coach.core.rubric import Rubric

PREPARE_S = 5
"""Nobody gets long to think about a follow-up."""


def follow_up_item(item: Item, asked: FollowUp, rubric: Rubric) -> Item:
    """The follow-up as an item: its id is its rubric's, its senior answer what its rubric would have one say."""
    return Item(
        id=asked.rubric,
        kind=item.kind,
        title=f"Then: {item.title}"[:120],
        prompt=asked.ask,
        time=TimeBudget(prepare_s=PREPARE_S, answer_s=asked.answer_s),
        rubric=asked.rubric,
        model_answer=" ".join(e.repair for e in rubric.elements),
        tags=("follow-up",),
        source=item.source,
    )
