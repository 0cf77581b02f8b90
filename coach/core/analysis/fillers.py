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
    opens, closes = context.opens_clause(index), context.closes_clause(index + 1)
    if not opens and before in lists.KNOW_BEFORE:
        return 0
    if closes:
        if not opens and before in ("and", "or"):
            return 2
        condition = context.any_of(context.clause_start(index - 1), index - 1, {"if", "once"}) if index else False
        return 0 if opens and condition and context.closes_sentence(index + 1) else 2
    if after in lists.KNOW_OBJECTS:
        return 0 if opens or before not in (lists.BE | lists.PREPOSITIONS) else 2
    if opens:
        return 2 if after in lists.PRONOUN_SUBJECTS or after in lists.FILLED_PAUSES else 0
    return 2 if before in (lists.BE | lists.PREPOSITIONS | {"the", "a", "just", "like", "and", "but"}) else 0


def _i_mean(context: Context, index: int) -> int:
    if context.word(index + 1) != "mean":
        return 0
    after, closes = context.word(index + 2), context.closes_clause(index + 1)
    if after in ("it", "to", "that") and not closes:
        return 0
    if not context.opens_clause(index) and context.word(index - 1) in lists.MEAN_BEFORE:
        return 0
    start = context.sentence_start(index)
    if context.any_of(start, index - 1, {"by", "say", "saying", "said", "call", "what"}) and not closes:
        return 0 if start != index else 2
    if closes:
        return 0 if context.closes_sentence(index + 1) and not context.opens_clause(index) else 2
    if context.opens_sentence(index):
        return 2 if after in lists.PRONOUN_SUBJECTS or after in ("you", "like", "if", "um", "uh") else 0
    return 2 if context.opens_clause(index) or context.word(index - 1) in lists.BE else 0


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
    if after.endswith("ing") or before in lists.ACTUALLY_AFTER:
        return 0
    start, end = context.clause_start(index), context.clause_end(index)
    if context.closes_sentence(index) or context.any_of(start, end, lists.BELIEF_CUES):
        return 0
    if context.any_of(end + 1, end + 2, {"which", "but", "not", "although", "though"}):
        return 0
    stumbles = context.any_of(start - 1, min(context.clause_end(end + 1), end + 4), lists.FILLED_PAUSES)
    earlier = context.clause_start(start - 1) if start else 0
    if not stumbles and context.any_of(earlier, start - 1, lists.BELIEF_CUES):
        return 0
    if context.opens_sentence(index) or before in ("so", "and", "um", "uh"):
        return 1 if context.closes_clause(index) or after in lists.PRONOUN_SUBJECTS | {"the", "my", "our"} else 0
    return 1 if before in lists.BE | {"i", "we", "i've", "i'd"} else 0


def _kind_of(context: Context, index: int) -> int:
    length = 1 if context.word(index) in ("kinda", "sorta", "kind-of", "sort-of") else 2
    if length == 2 and (context.word(index + 1) != "of" or context.gap_after(index).strip()):
        return 0
    after = context.word(index + length)
    if (
        not after
        or after in ("thing", "things")
        or (after in ("you", "him", "her", "them", "me", "us") and context.word(index + length + 1) == "to")
    ):
        return 0
    if length == 1 or context.opens_clause(index):
        return length
    before, earlier = context.word(index - 1), context.word(index - 2)
    if before in lists.HEDGED_DEMONSTRATIVES and after in lists.HEDGED_VERBS:
        return length
    if before in lists.DETERMINERS or (before in ("a", "an") and (context.word(index) == "kind" or after == "the")):
        return 0
    modified = before in lists.COMMON_ADJECTIVES or before.endswith(lists.NOT_HEDGED_ADJECTIVE_ENDINGS)
    article = earlier in lists.DETERMINERS | {"a", "an", "my", "our", "your", "their", "his", "her", "its"}
    if modified and article and not after.endswith("ed") and after not in lists.PAST_VERBS:
        return 0
    return length


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
