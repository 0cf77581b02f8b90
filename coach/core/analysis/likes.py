"""Tells the empty `like` from the verb, the preposition and the example (annotation rules, 1)."""

from coach.core.analysis import filler_words as lists
from coach.core.analysis.context import Context


def is_empty_like(context: Context, index: int) -> bool:
    """Whether the `like` at this index does no work: "took like three hours", "and like panicked", "Like, nobody".

    It works when it compares ("looks like fraud"), gives an example ("tools like these"), or is what somebody likes.
    """
    before, after = context.word(index - 1), context.word(index + 1)
    if context.closes_clause(index) or after in lists.FILLED_PAUSES:
        return _before_a_break(context, index)
    if after == "a" and context.word(index + 2) in lists.AMOUNT_NOUNS:
        return before not in lists.COMPARING_VERBS and not context.opens_clause(index)
    if after in lists.INTENSIFIERS and not (after == "never" and context.word(index + 2) == "before"):
        return context.opens_clause(index) or before not in lists.COMPARING_VERBS | {"i", "we", "you", "they"}
    return not context.opens_clause(index) and _inside_clause(context, index)


def _inside_clause(context: Context, index: int) -> bool:
    """`like` with words of its own clause on both sides: what stands before it decides what must follow."""
    before, after = context.word(index - 1), context.word(index + 1)
    amount = after in lists.QUANTITIES or after[:1].isdigit()
    past = after in lists.PAST_VERBS or after.endswith("ed")
    if before in lists.CONJUNCTIONS:
        empty = past or after in lists.PRONOUN_SUBJECTS | {"the", "my", "our"}
    elif before in lists.COMPARING_VERBS:
        empty = False
    elif before in ("i", "we", "they", "he", "she", "it", "nobody", "everyone", "everybody"):
        empty = past or (amount and after not in ("a", "half", "every"))
    elif before in lists.PREPOSITIONS:
        empty = amount or after in ("the", "an", "each", "this")
    elif before in lists.TAKING_VERBS:
        empty = amount and (after != "a" or before not in lists.BE) and not _passive(context, index)
    else:
        articles = ("the", "a", "an", "this", "these", "my", "our", "its")
        empty = before in articles or (amount and after not in ("a", "half", "one") and not before.endswith("s"))
    return empty


def _passive(context: Context, index: int) -> bool:
    return context.word(index - 1) in ("used", "built", "made", "run", "read") and context.any_of(
        index - 3, index - 2, lists.BE | {"get", "gets", "got"}
    )


def _before_a_break(context: Context, index: int) -> bool:
    """`like` with a break or a filled pause after it."""
    if context.opens_clause(index):
        return True
    if context.closes_sentence(index) or context.word(index - 2) == "like":
        return False
    before = context.word(index - 1)
    if before in lists.COMPARING_VERBS or context.any_of(context.clause_start(index), index - 1, {"what", "how"}):
        return False
    return before in lists.BE | lists.CONJUNCTIONS | lists.TAKING_VERBS | lists.PREPOSITIONS | lists.PRONOUN_SUBJECTS
