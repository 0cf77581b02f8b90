"""Finds the fillers of an answer: filled pauses, and words used emptily (annotation rules, 1)."""

from collections.abc import Callable, Iterator

from coach.core.analysis import filler_words as lists
from coach.core.analysis.context import Context
from coach.core.analysis.findings import Filler, FillerType
from coach.core.analysis.likes import is_empty_like
from coach.core.spans import Span
from coach.core.transcript import Transcript

_Rule = Callable[[Context, int], int]
"""How many words of the text, from an index on, are a filler; 0 for none."""


def find_fillers(transcript: Transcript) -> tuple[Filler, ...]:
    """Every filler that stands in the transcript, in order, none overlapping another.

    A word counts only where it does no work: each rule looks at the words and the punctuation around it, and leaves a
    doubtful word alone, since a clean sentence reported as unclean costs more trust than a filler passed over.
    """
    context = Context(transcript.text)
    found: list[Filler] = []
    index = 0
    while index < len(context.tokens):
        length = 0
        for rule, kind in _RULES.get(context.word(index), ()):
            length = rule(context, index)
            if length and not context.quoted(index, index + length - 1):
                span = _span(context, index, length, kind)
                found.append(Filler(transcript.evidence(span), kind))
                break
            length = 0
        index += max(length, 1)
    return tuple(found)


def _span(context: Context, index: int, length: int, kind: FillerType) -> Span:
    end = context.tokens[index + length - 1].end
    if kind is FillerType.TAG:
        end += 1
    return Span(context.tokens[index].start, end)


def _filled_pause(context: Context, index: int) -> int:
    raw, before = context.raw(index), context.word(index - 1)
    if before in ("word", "say", "says", "said", "called") and not context.opens_clause(index):
        return 0
    if raw.isupper() and len(raw) > 1 and not context.text.isupper():
        return 0
    after_amount = any(c.isdigit() for c in before) or before in lists.QUANTITIES | lists.PREPOSITIONS
    if raw in ("mm", "ah", "hm") and after_amount and not context.opens_clause(index):
        return 0
    return 1


def _you_know(context: Context, index: int) -> int:
    if context.word(index + 1) != "know":
        return 0
    before, after = context.word(index - 1), context.word(index + 2)
    opens = context.opens_clause(index)
    loose = lists.BE | lists.PREPOSITIONS
    if not opens and before in lists.KNOW_BEFORE:
        empty = False
    elif context.closes_clause(index + 1):
        condition = index > 0 and context.any_of(context.clause_start(index - 1), index - 1, {"if", "once"})
        empty = not (opens and condition and context.closes_sentence(index + 1))
    elif after in lists.KNOW_OBJECTS:
        empty = not opens and before in loose
    elif opens:
        empty = after in lists.PRONOUN_SUBJECTS | lists.FILLED_PAUSES
    else:
        empty = before in loose | {"the", "a", "just", "like", "and", "but"}
    return 2 if empty else 0


def _i_mean(context: Context, index: int) -> int:
    if context.word(index + 1) != "mean":
        return 0
    before, after = context.word(index - 1), context.word(index + 2)
    opens, closes, start = context.opens_clause(index), context.closes_clause(index + 1), context.sentence_start(index)
    if (after in ("it", "to", "that") and not closes) or (not opens and before in lists.MEAN_BEFORE):
        empty = False
    elif closes:
        empty = opens or not context.closes_sentence(index + 1)
    elif context.any_of(start, index - 1, {"by", "say", "saying", "said", "call", "what"}):
        empty = False
    elif context.opens_sentence(index):
        empty = after in lists.PRONOUN_SUBJECTS | lists.FILLED_PAUSES | {"you", "like", "if"}
    else:
        empty = opens or before in lists.BE
    return 2 if empty else 0


def _like(context: Context, index: int) -> int:
    return 1 if is_empty_like(context, index) else 0


def _basically(context: Context, index: int) -> int:
    return 0 if context.word(index - 1) == "word" else 1


def _literally(context: Context, index: int) -> int:
    if context.word(index - 1) in ("word", "quite") or context.word(index + 1) in lists.LITERAL_MEANINGS:
        return 0
    if context.any_of(max(index - 5, context.clause_start(index)), index - 2, lists.LITERAL_VERBS):
        return 0
    return 0 if context.word(index - 1) in ("not", "too", "very", "so", "or", "and") else 1


def _actually(context: Context, index: int) -> int:
    before, after = context.word(index - 1), context.word(index + 1)
    if after.endswith("ing") or before in lists.ACTUALLY_AFTER or _against_a_belief(context, index):
        return 0
    if context.opens_sentence(index) or before in ("so", "and", "um", "uh"):
        return 1 if context.closes_clause(index) or after in lists.PRONOUN_SUBJECTS | {"the", "my", "our"} else 0
    return 1 if before in lists.BE | {"i", "we", "i've", "i'd"} else 0


def _against_a_belief(context: Context, index: int) -> bool:
    """Whether the clause, or the one before it, sets up what `actually` then corrects.

    A clause with a filled pause in it answers for itself: a speaker who stumbles says `actually` as one more filler.
    """
    start, end = context.clause_start(index), context.clause_end(index)
    if context.closes_sentence(index) or context.any_of(start, end, lists.BELIEF_CUES):
        return True
    if context.any_of(end + 1, end + 2, {"which", "but", "not", "although", "though"}):
        return True
    stumbles = context.any_of(start - 1, min(context.clause_end(end + 1), end + 4), lists.FILLED_PAUSES)
    earlier = context.clause_start(start - 1) if start else 0
    return not stumbles and context.any_of(earlier, start - 1, lists.BELIEF_CUES)


def _kind_of(context: Context, index: int) -> int:
    length = 1 if context.word(index) in ("kinda", "sorta", "kind-of", "sort-of") else 2
    if length == 2 and (context.word(index + 1) != "of" or context.gap_after(index).strip()):
        return 0
    after, then = context.word(index + length), context.word(index + length + 1)
    kindness = after in ("you", "him", "her", "them", "me", "us") and then == "to"
    if not after or after in ("thing", "things") or kindness:
        return 0
    alone = length == 1 or context.opens_clause(index)
    return length if alone or not _is_a_noun(context, index, after) else 0


def _is_a_noun(context: Context, index: int, after: str) -> bool:
    """Whether what stands before `kind of` makes it a noun: "what kind of", "a different kind of"."""
    before, earlier = context.word(index - 1), context.word(index - 2)
    if before in ("that", "this") and after in lists.HEDGED_VERBS:
        return False
    if before in lists.DETERMINERS or (before in ("a", "an") and (context.word(index) == "kind" or after == "the")):
        return True
    modified = before in lists.COMMON_ADJECTIVES or before.endswith(lists.NOT_HEDGED_ADJECTIVE_ENDINGS)
    article = earlier in lists.DETERMINERS | {"a", "an", "its"}
    return modified and article and not after.endswith("ed") and after not in lists.PAST_VERBS


def _or_whatever(context: Context, index: int) -> int:
    if context.word(index + 1) != "whatever":
        return 0
    return (
        2
        if context.closes_clause(index + 1)
        or context.word(index + 2) in lists.PLAIN_STUFF_FOLLOWERS - {"it", "i", "we", "they", "you"}
        else 0
    )


def _and_stuff(context: Context, index: int) -> int:
    if context.word(index + 1) != "stuff" or context.opens_sentence(index):
        return 0
    if context.word(index + 2) == "like" and context.word(index + 3) in ("that", "this"):
        return 4
    plain = context.closes_clause(index + 1) or context.word(index + 2) in ("and", "but", "so", "because", "um", "uh")
    return 2 if plain else 0


def _starts_answer(context: Context, index: int) -> bool:
    before = [t.text for t in context.tokens[max(index - 9, 0) : index]]
    return len(before) == index and all(w in lists.FILLED_PAUSES or w in lists.PREFACE for w in before)


def _so(context: Context, index: int) -> int:
    if not _starts_answer(context, index) or (index and context.word(index - 1) in ("okay", "ok", "alright")):
        return 0
    after, then = context.word(index + 1), context.word(index + 2)
    if context.closes_clause(index):
        return 1
    if after == "that":
        return 1 if then in lists.BE | {"would", "one", "means", "meant", "day", "week", "job", "kind", "sort"} else 0
    if after in lists.SO_WORKING:
        return 0
    return 1


def _okay_so(context: Context, index: int) -> int:
    return 2 if context.word(index + 1) == "so" and context.opens_sentence(index) else 0


def _well(context: Context, index: int) -> int:
    if not context.opens_sentence(index) and not _starts_answer(context, index):
        return 0
    after = context.word(index + 1)
    if context.closes_clause(index):
        return 1
    if after in lists.WELL_WORKING or after.endswith("ed"):
        return 0
    return 1 if after in lists.PRONOUN_SUBJECTS | lists.FILLED_PAUSES | {"the", "that", "you", "so", "first"} else 0


def _right_tag(context: Context, index: int) -> int:
    end = context.tokens[index].end
    if context.text[end : end + 1] != "?" or index == 0:
        return 0
    start = context.sentence_start(index)
    if context.word(start) in ("you're", "you") and context.word(start + 1) in (
        "mean",
        "asking",
        "asked",
        "said",
        "want",
        "saying",
        "need",
        "run",
        "use",
    ):
        return 0
    if context.opens_clause(index):
        return 1
    asks = context.word(start) in lists.QUESTION_STARTS or context.word(index - 1) in lists.BE | lists.QUESTION_STARTS
    working = context.word(index - 1) in (
        "that",
        "it",
        "this",
        "all",
        "the",
        "get",
        "got",
        "be",
        "them",
        "not",
        "quite",
    )
    return 0 if asks or working else 1


def _rules() -> Iterator[tuple[str, _Rule, FillerType]]:
    for word in lists.FILLED_PAUSES:
        yield word, _filled_pause, FillerType.FILLED_PAUSE
    yield "you", _you_know, FillerType.DISCOURSE
    yield "i", _i_mean, FillerType.DISCOURSE
    yield "like", _like, FillerType.DISCOURSE
    yield "basically", _basically, FillerType.DISCOURSE
    yield "literally", _literally, FillerType.DISCOURSE
    yield "actually", _actually, FillerType.DISCOURSE
    for word in ("kind", "sort", "kinda", "sorta", "kind-of", "sort-of"):
        yield word, _kind_of, FillerType.HEDGE
    yield "or", _or_whatever, FillerType.HEDGE
    yield "and", _and_stuff, FillerType.HEDGE
    yield "so", _so, FillerType.OPENER
    for word in ("okay", "ok", "alright", "right"):
        yield word, _okay_so, FillerType.OPENER
    yield "well", _well, FillerType.OPENER
    yield "right", _right_tag, FillerType.TAG


_RULES: dict[str, list[tuple[_Rule, FillerType]]] = {}
for _word, _rule, _kind in _rules():
    _RULES.setdefault(_word, []).append((_rule, _kind))
