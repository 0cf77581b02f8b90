"""Finding where an answer judges a person, a team or a company (annotation rules, 5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis import judgement_idioms as idioms
from coach.core.analysis import judgement_turns as turns
from coach.core.analysis import judgement_words as words
from coach.core.analysis.judgement_scope import clause_of, is_disowned
from coach.core.analysis.judgement_subject import is_thing, judges_people, mentions_people, speaks_of_self
from coach.core.analysis.units import units
from coach.core.spans import Evidence, Span
from coach.core.text import Token, tokens
from coach.core.transcript import Transcript

_DENIALS = frozenset(["not", "no", "never", "isn't", "wasn't", "aren't", "weren't"])
_THEIR = {"his": "their", "her": "their", "himself": "themselves", "herself": "themselves", "its": "their"}
_NEGATIONS = frozenset(("not", "never", "hardly", "no"))
_MAX_DEGREES = 6
_NAMING = frozenset(
    form for table in (words.SURE_TRAITS, words.INSULTS) for first in table for form in (first, first + "s")
)
"""First words of what names people by judging them."""
_KINDS = (
    ("sure", words.SURE_TRAITS),
    ("insult", words.INSULTS),
    ("loose", words.LOOSE_INSULTS),
    ("mild", words.MILD_TRAITS),
)
_I_AM = re.compile(r"\b(?:i|we)(?:'m|'re|\s+(?:am|was|were|are|felt|looked))\b[^,.;]*$", re.IGNORECASE)
_ASIDE = re.compile(
    r",\s+(?:to put it (?:mildly|politely|nicely|bluntly|kindly)|to be (?:honest|fair|frank|blunt|kind)"
    r"|frankly|honestly"
    r"|how (?:shall|should) i (?:say|put)(?: it| this)?|let's say|shall we say|if i'm (?:honest|frank)"
    r"|pardon me|you know"
    r"|u[mh]|er|i mean|in my opinion|i must say|i have to say|with (?:all due )?respect|excuse my language"
    r"|pardon my french"
    r"|sorry(?: to say)?|let's be honest|let me be honest|quite frankly|in a word|for want of a better word),",
    re.IGNORECASE,
)
"""Asides between a subject and what is said of it."""
_CUTS = re.compile(r"[,;:–—]")
_STANDING = re.compile(r"\b(?:always|never|constantly|every\s+(?:single\s+)?time|by\s+nature)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:nobody\b|no|zero|that's|which|what|typical|one\s+of|the\s+(?:kind|type|sort)|(?:like\s+)?talking|(?:can't"
    r"|couldn't)\s+(?:ever\s+)?(?:trust|believe)\s+a|can't|cannot|can\s+never|good|weak|black|bottom|herding|like"
    r"|ivory)\b|.*\brespect\s+for\b",
    re.IGNORECASE,
)
_RELIES = re.compile(
    r"(?:can't|cannot|can\s+never|couldn't|could\s+never)\s+(?:ever\s+)?(?:rely|trust|count|depend|believe)",
    re.IGNORECASE,
)
_ONE_OCCASION = re.compile(
    r"\s*(?:at\s+first|that\s+(?:day|night|morning|week|time|quarter)|to\s+\w+|(?:about|on|with|for|in"
    r"|of)\b(?!\s+(?:general|every|all)\b)|because\s+of|today|until|,\s*(?:and\s+)?(?:then|but)\s+(?:he|she"
    r"|they)\s+(?:came|apologi[sz]ed|turned|changed))",
    re.IGNORECASE,
)
_WHOLE_SENTENCE_MAX_CHARS = 160
_FRAGMENT_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Judged:
    span: Span
    whole: bool = False
    """Whether the judgement is the whole sentence, as in sarcasm."""


def find_bad_mouthing(transcript: Transcript) -> tuple[Evidence, ...]:
    """The clauses that judge a person, a team or a company as such, in order.

    Judging an action, a design or oneself does not count, nor does a judgement that is denied or reported from others.
    """
    text = transcript.text.replace("’", "'")
    found: list[Span] = []
    before = ""
    for unit in units(text):
        sentence = _ASIDE.sub(lambda m: " " * len(m.group()), text[unit.start : unit.end])
        found.extend(Span(unit.start + s.start, unit.start + s.end) for s in _in_unit(sentence, before))
        before = sentence
    return tuple(transcript.evidence(span) for span in found)


def _in_unit(sentence: str, before: str) -> list[Span]:
    spans: list[Span] = []
    for judged in sorted(_judgements(sentence, before), key=lambda j: (j.span.start, -j.span.end)):
        if judged.whole and len(sentence) <= _WHOLE_SENTENCE_MAX_CHARS:
            return [Span(0, len(sentence))]
        clause = clause_of(sentence, judged.span)
        if spans and (clause.start < spans[-1].end or _continues(sentence, spans[-1], clause)):
            clause = Span(min(spans[-1].start, clause.start), max(spans[-1].end, clause.end))
            spans.pop()
        spans.append(clause)
    return spans


def _continues(sentence: str, before: Span, clause: Span) -> bool:
    """Whether a second judgement goes on about the same people: `he was bitter, and it showed in how petty he was`."""
    between = sentence[before.end : clause.start].strip(" ,").lower()
    return between in ("", "and") and not re.match(
        r"(?:and|but)?\s*(?:the|my|his|her|those|these)\s", sentence[clause.start : clause.end], re.IGNORECASE
    )


def _judgements(sentence: str, before: str) -> list[_Judged]:
    parts = tokens(sentence)
    plain = [_THEIR.get(t.text, t.text) for t in parts]
    found = [
        *_predicates(sentence, before, parts, plain),
        *_fragment(sentence, before, parts, plain),
        *(_Judged(s) for s in _named(sentence, parts, plain)),
        *(
            _Judged(s, sentence[s.start : s.end].lower().startswith("typical"))
            for s in _idioms(sentence, before, plain)
        ),
    ]
    found = [j for j in found if not is_disowned(sentence, j.span)]
    failing = idioms.FAILING.search(sentence) and not re.match(r"(?:i|we)\b", sentence, re.IGNORECASE)
    sarcasm = idioms.SARCASM.search(sentence) if failing else None
    if sarcasm and mentions_people(sentence):
        found.append(_Judged(Span(sarcasm.start(), sarcasm.end()), whole=True))
    return found


def _phrase_at(plain: Sequence[str], index: int, phrases: words.Phrases) -> int:
    """How many tokens from `index` make a phrase of the table, its last word in singular or plural; 0 for none."""
    word = plain[index]
    for phrase in (*phrases.get(word, ()), *(phrases.get(word[:-1], ()) if word.endswith("s") else ())):
        length = len(phrase)
        said = plain[index : index + length]
        if len(said) == length and tuple(said[:-1]) == phrase[:-1] and said[-1] in (phrase[-1], phrase[-1] + "s"):
            return length
    return 0


def _predicates(sentence: str, before: str, parts: Sequence[Token], plain: Sequence[str]) -> list[_Judged]:
    """Judgements after a form of be: `they're liars`, `the director was completely out of touch`."""
    found: list[_Judged] = []
    for index, word in enumerate(plain):
        how = word == "how" and index + 2 < len(plain) and plain[index + 2] in words.PRONOUNS
        if how and _phrase_at(plain, index + 1, words.SURE_TRAITS):
            found.append(_Judged(Span(parts[index].start, parts[index + 2].end)))
        if word not in words.BE and not (word.endswith("'s") and word[:-2] in words.PEOPLE):
            continue
        hit = _after_be(sentence, parts, plain, index)
        if hit is None:
            continue
        end, kind = hit
        subject = (
            sentence[: parts[index].start]
            if "'" not in parts[index].text
            else sentence[: parts[index].end].rsplit("'", 1)[0]
        )
        standing = bool(_STANDING.search(sentence, parts[index].start, end))
        if kind == "people" or judges_people(subject, before, kind, standing=standing):
            found.append(_Judged(Span(parts[index].start, end)))
    return found


def _after_be(sentence: str, parts: Sequence[Token], plain: Sequence[str], index: int) -> tuple[int, str] | None:
    """Where the judgement after be ends, and its kind: sure, mild, insult, loose, or people when it names them."""
    place = index + 1
    for _ in range(_MAX_DEGREES):
        if place >= len(plain):
            return None
        cut = place > index + 1 and _CUTS.search(sentence, parts[place - 1].end, parts[place].start)
        if cut and plain[place] not in words.DEGREES:
            return None
        for kind, table in _KINDS:
            if length := _phrase_at(plain, place, table):
                return _predicate(sentence, parts, plain, range(place, place + length), kind)
        if plain[place] in _NEGATIONS:
            return None
        step = _step(plain, place)
        if not step:
            return None
        place += step
    return None


def _step(plain: Sequence[str], place: int) -> int:
    """How many words to pass over on the way to the judgement: an adverb, or `burned out and`."""
    if plain[place] in words.DEGREES:
        return 1
    if plain[place + 1 : place + 2] == ["and"]:
        return 2
    return 3 if plain[place + 1 : place + 3] in (["out", "and"], ["up", "and"]) else 0


def _predicate(
    sentence: str, parts: Sequence[Token], plain: Sequence[str], place: range, kind: str
) -> tuple[int, str] | None:
    """The judgement, unless the adjective belongs to a thing or to one occasion: `a toxic combination`."""
    end = parts[place.stop - 1].end
    following = plain[place.stop] if place.stop < len(plain) else ""
    adjoins = following and not sentence[end : parts[place.stop].start].strip()
    if adjoins and kind in ("sure", "mild"):
        if following in words.PEOPLE and plain[place.start] not in ("a", "an", "the"):
            return parts[place.stop].end, "people"
        if following not in words.AFTER_ADJECTIVE and not following.endswith("ly"):
            return None
    if kind == "mild" and _ONE_OCCASION.match(sentence, end):
        return None
    return end, kind


def _named(sentence: str, parts: Sequence[Token], plain: Sequence[str]) -> list[Span]:
    """People named by the judgement itself: `my lazy boss`, `a bunch of amateurs`."""
    found: list[Span] = []
    for index in range(1, len(plain)):
        if plain[index] not in _NAMING:
            continue
        if _DENIALS & set(plain[max(0, index - 3) : index]) or plain[index - 1] in ("i", "we"):
            continue
        length = _phrase_at(plain, index, words.SURE_TRAITS)
        last = index + length
        adjoins = length and last < len(plain) and not _CUTS.search(sentence, parts[index].start, parts[last].start)
        if adjoins and plain[last] in words.PEOPLE:
            found.append(Span(parts[index].start, parts[last].end))
        length = _phrase_at(plain, index, words.INSULTS)
        if (
            length
            and plain[index - 1] not in ("my", *words.PRONOUNS)
            and not _said_of_thing(sentence, parts, plain, index)
        ):
            found.append(Span(parts[index].start, parts[index + length - 1].end))
    return [s for s in found if not _I_AM.search(sentence[: s.start])]


def _idioms(sentence: str, before: str, plain: Sequence[str]) -> list[Span]:
    """Turns of phrase; some judge whoever is meant, the others need a subject that can be judged."""
    found: list[Span] = []
    for match in idioms.IDIOM.finditer(sentence):
        subject, said = sentence[: match.start()], match.group()
        if _ALONE.match(said):
            judged = bool(_RELIES.match(said)) or "respect" in said.lower() or not speaks_of_self(subject)
        else:
            judged = judges_people(subject, "", "idiom")
        if judged:
            found.append(Span(match.start(), match.end()))
    said_words = frozenset(plain)
    for turn in turns.TURNS:
        if not turn.triggers.isdisjoint(said_words):
            found.extend(
                Span(match.start(), match.end())
                for match in turn.pattern.finditer(sentence)
                if _may_be_judged(turn.judged, sentence[: match.start()], before)
            )
    return found


def _may_be_judged(judged: turns.Judged, subject: str, before: str) -> bool:
    match judged:
        case turns.Judged.PEOPLE:
            return judges_people(subject, before, "idiom")
        case turns.Judged.ANYONE:
            return not speaks_of_self(subject)
        case turns.Judged.OBJECT:
            return True


def _said_of_thing(sentence: str, parts: Sequence[Token], plain: Sequence[str], index: int) -> bool:
    """Whether a noun that insults is the predicate of a thing: `the planner is an idiot`."""
    place = index - 1
    while place > 0 and plain[place] in words.DEGREES and plain[place] not in words.BE:
        place -= 1
    return place > 0 and plain[place] in words.BE and is_thing(sentence[: parts[place].start])


def _fragment(sentence: str, before: str, parts: Sequence[Token], plain: Sequence[str]) -> list[_Judged]:
    """A judgement without a verb, about the people of the sentence before: `Bone idle, yes.`"""
    if not plain or len(plain) > _FRAGMENT_MAX_WORDS or not mentions_people(before):
        return []
    place = 0
    while place < len(plain) - 1 and plain[place] in words.DEGREES and not _phrase_at(plain, place, words.SURE_TRAITS):
        place += 1
    length = _phrase_at(plain, place, words.SURE_TRAITS) or _phrase_at(plain, place, words.INSULTS)
    if not length:
        return []
    rest = sentence[parts[place + length - 1].end :].lstrip()
    following = plain[place + length] if place + length < len(plain) else ""
    if rest[:1] in ("", ",", ".", "!", ";", "?") or following in ("and", "or", "but", "the", "all"):
        return [_Judged(Span(parts[0].start, parts[place + length - 1].end), whole=True)]
    return []
