"""Tells the empty `like` from the verb, the preposition and the example (annotation rules, 1)."""

from coach.core.analysis import filler_words as lists
from coach.core.analysis.context import Context


def is_empty_like(context: Context, index: int) -> bool:
    """Whether the `like` at this index does no work: "took like three hours", "and like panicked", "Like, nobody".

    It works when it compares ("looks like fraud"), gives an example ("tools like these"), or is what somebody likes.
    """
    if context.closes_clause(index):
        return _before_a_comma(context, index)
    before, after = context.word(index - 1), context.word(index + 1)
    if after in lists.FILLED_PAUSES:
        return _before_a_comma(context, index)
    opens = context.opens_clause(index)
    amount = after in lists.QUANTITIES or after[:1].isdigit()
    if after == "a" and context.word(index + 2) in lists.AMOUNT_NOUNS:
        return before not in lists.COMPARING_VERBS and not opens
    if after in lists.INTENSIFIERS and not (after == "never" and context.word(index + 2) == "before"):
        return opens or before not in lists.COMPARING_VERBS | {"i", "we", "you", "they"}
    if before in lists.CONJUNCTIONS and not opens:
        return after in lists.PRONOUN_SUBJECTS | lists.PAST_VERBS | {"the", "my", "our"} or after.endswith("ed")
    if opens:
        return False
    if before in lists.COMPARING_VERBS:
        return False
    if before in ("i", "we", "they", "he", "she", "it", "nobody", "everyone", "everybody"):
        return (
            (amount and after not in ("a", "half", "every"))
            or after in lists.PAST_VERBS
            or (after.endswith("ed") and context.word(index + 2) != "data")
        )
    if before in ("the", "a", "an", "this", "these", "my", "our", "its"):
        return not context.closes_clause(index)
    if before in lists.PREPOSITIONS:
        return amount or after in ("the", "an", "each", "this")
    if before in lists.TAKING_VERBS:
        return (amount and (after != "a" or before not in lists.BE)) and not _passive(context, index)
    return amount and after not in ("a", "half", "one") and not before.endswith("s")


def _passive(context: Context, index: int) -> bool:
    return context.word(index - 1) in ("used", "built", "made", "run", "read") and context.any_of(
        index - 3, index - 2, lists.BE | {"get", "gets", "got"}
    )


def _before_a_comma(context: Context, index: int) -> bool:
    """`like` with a break or a filled pause after it."""
    if context.opens_clause(index):
        return True
    if context.closes_sentence(index) or context.word(index - 2) == "like":
        return False
    before = context.word(index - 1)
    if before in lists.COMPARING_VERBS or context.any_of(context.clause_start(index), index - 1, {"what", "how"}):
        return False
    return before in lists.BE | lists.CONJUNCTIONS | lists.TAKING_VERBS | lists.PREPOSITIONS | lists.PRONOUN_SUBJECTS
