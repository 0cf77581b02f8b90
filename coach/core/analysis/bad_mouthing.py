"""Finding where an answer judges a person, a team or a company (annotation rules, 5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.analysis import judgement_words as words
from coach.core.analysis.judgement_scope import clause_of, is_disowned
from coach.core.analysis.units import units
from coach.core.spans import Evidence, Span
from coach.core.text import Token, tokens
from coach.core.transcript import Transcript

_DENIALS = frozenset("not no never isn't wasn't aren't weren't".split())
_THEIR = {"his": "their", "her": "their", "himself": "themselves", "herself": "themselves", "its": "their"}
_CUTS = re.compile(r"[,;:–—]")
_LEAD_IN = re.compile(
    r"(?:(?:so|well|um|uh|er|yeah|yes|okay|right|i\s+mean|you\s+know|honestly|basically|to\s+be\s+honest|like|but|and|actually|i'd\s+say|i\s+would\s+say|i\s+(?:think|found|guess|learned|realized|knew|felt)(?:\s+that)?|"
    r"because|since|frankly|look|(?:the|my)\s+(?:\w+\s+)?(?:issue|problem|thing|trouble|truth|fact|reason|point)\s+(?:was|is)(?:\s+that)?|mainly|that|for\s+me|as\s+usual|what\s+i\s+learned\s+is(?:\s+that)?)(?:$|[\s,:.–—-]+))+",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"[,;:–—]\s*|\s(?:and|but|so|because|since|although|though|while|that|if|when|where)\s", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?<![\w-])(?:who|that|which|whom|over\s+there|over\s+here|in|from|at|on|of|back|for|with|before|we|i|they'd|they|he|she|then|there|during|behind|above|under|responsible|involved)(?![\w'-])", re.IGNORECASE)
_SELF = re.compile(r"(?:^|\s)(?:i|i'm|i'd|i've|we|we're|we'd|you|myself|ourselves)(?:\s+\w+){0,2}\s*$|\bour\s+own\b|\bmy\s+own\b|^our\s+(?:team|group|side|squad|department|half|part|people)\b|\bmine\b", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:always|never|constantly|every\s+(?:single\s+)?time|by\s+nature)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:nobody\b|no|zero|that's|which|what|typical|one\s+of|the\s+(?:kind|type|sort)|(?:like\s+)?talking|(?:can't|couldn't)\s+(?:ever\s+)?(?:trust|believe)\s+a|can't|cannot|can\s+never|good|weak|black|bottom|herding|like|ivory)\b|.*\brespect\s+for\b",
    re.IGNORECASE,
)
_RELIES = re.compile(r"(?:can't|cannot|can\s+never|couldn't|could\s+never)\s+(?:ever\s+)?(?:rely|trust|count|depend|believe)", re.IGNORECASE)
_ONE_OCCASION = re.compile(
    r"\s*(?:at\s+first|that\s+(?:day|night|morning|week|time|quarter)|to\s+\w+|(?:about|on|with|for|in|of)\b(?!\s+(?:general|every|all)\b)|because\s+of|today|until|,\s*(?:and\s+)?(?:then|but)\s+(?:he|she|they)\s+(?:came|apologi[sz]ed|turned|changed))",
    re.IGNORECASE,
)
_WHOLE_SENTENCE_MAX_CHARS = 160


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
        sentence = text[unit.start : unit.end]
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
    return between in ("", "and") and not re.match(r"(?:and|but)?\s*(?:the|my|his|her|those|these)\s", sentence[clause.start : clause.end], re.IGNORECASE)


def _judgements(sentence: str, before: str) -> list[_Judged]:
    parts = tokens(sentence)
    plain = [_plain(t) for t in parts]
    found = [
        *_predicates(sentence, before, parts, plain),
        *(_Judged(s) for s in _named(sentence, parts, plain)),
        *(_Judged(s, sentence[s.start : s.end].lower().startswith("typical")) for s in _idioms(sentence)),
    ]
    found = [j for j in found if not is_disowned(sentence, j.span)]
    sarcasm = words.SARCASM.search(sentence)
    if sarcasm and words.FAILING.search(sentence) and _mentions_people(sentence) and not re.match(r"(?:i|we)\b", sentence, re.IGNORECASE):
        found.append(_Judged(Span(sarcasm.start(), sarcasm.end()), whole=True))
    return found


def _plain(token: Token) -> str:
    return _THEIR.get(token.text, token.text)


def _phrase_at(plain: Sequence[str], index: int, phrases: words.Phrases) -> int:
    """How many tokens from `index` make a phrase of the table, its last word in singular or plural; 0 for none."""
    candidates = phrases.get(plain[index]) or phrases.get(plain[index].removesuffix("s"))
    for phrase in candidates or ():
        length = len(phrase)
        said = plain[index : index + length]
        if len(said) == length and tuple(said[:-1]) == phrase[:-1] and said[-1] in (phrase[-1], phrase[-1] + "s"):
            return length
    return 0


def _predicates(sentence: str, before: str, parts: Sequence[Token], plain: Sequence[str]) -> list[_Judged]:
    """Judgements after a form of be: `they're liars`, `the director was completely out of touch`."""
    found: list[_Judged] = []
    for index, word in enumerate(plain):
        if word == "how" and index + 2 < len(plain) and plain[index + 2] in words.PRONOUNS:
            if _phrase_at(plain, index + 1, words.SURE_TRAITS):
                found.append(_Judged(Span(parts[index].start, parts[index + 2].end)))
        if word not in words.BE and not (word.endswith("'s") and word[:-2] in words.PEOPLE):
            continue
        hit = _after_be(sentence, parts, plain, index)
        if hit is None:
            continue
        end, kind = hit
        subject = sentence[: parts[index].start] if "'" not in parts[index].text else sentence[: parts[index].end].rsplit("'", 1)[0]
        standing = bool(_STANDING.search(sentence, parts[index].start, end))
        if kind == "people" or _judges_people(subject, before, kind, standing):
            found.append(_Judged(Span(parts[index].start, end)))
    return found


def _after_be(sentence: str, parts: Sequence[Token], plain: Sequence[str], index: int) -> tuple[int, str] | None:
    """Where the judgement after be ends, and its kind: sure, mild, insult, or people when it names them itself."""
    place = index + 1
    for _ in range(6):
        if place >= len(plain) or _CUTS.search(sentence, parts[place - 1].end, parts[place].start) and place > index + 1 and plain[place] not in words.DEGREES:
            return None
        for kind, table in (("sure", words.SURE_TRAITS), ("insult", words.INSULTS), ("loose", words.LOOSE_INSULTS), ("mild", words.MILD_TRAITS)):
            length = _phrase_at(plain, place, table)
            if not length:
                continue
            end = parts[place + length - 1].end
            following = place + length
            gap = sentence[end : parts[following].start] if following < len(plain) else "."
            if kind in ("sure", "mild") and not gap.strip() and following < len(plain):
                if plain[following] in words.PEOPLE and plain[place] not in {"a", "an", "the"}:
                    return parts[following].end, "people"
                if plain[following] not in words.AFTER_ADJECTIVE and not plain[following].endswith("ly"):
                    return None
            if kind == "mild" and _ONE_OCCASION.match(sentence[end:]):
                return None
            return end, kind
        if plain[place] in ("not", "never", "hardly", "no"):
            return None
        if plain[place] in words.DEGREES:
            place += 1
        elif place + 1 < len(plain) and plain[place + 1] == "and":
            place += 2
        elif place + 2 < len(plain) and plain[place + 1] in ("out", "up") and plain[place + 2] == "and":
            place += 3
        else:
            return None
    return None


def _named(sentence: str, parts: Sequence[Token], plain: Sequence[str]) -> list[Span]:
    """People named by the judgement itself: `my lazy boss`, `a bunch of amateurs`."""
    found: list[Span] = []
    for index in range(1, len(plain)):
        if _DENIALS & set(plain[max(0, index - 3) : index]):
            continue
        length = _phrase_at(plain, index, words.SURE_TRAITS)
        if length and index + length < len(plain) and plain[index + length] in words.PEOPLE and not _CUTS.search(sentence, parts[index].start, parts[index + length].start):
            if plain[index - 1] not in ("i", "we"):
                found.append(Span(parts[index].start, parts[index + length].end))
        elif (length := _phrase_at(plain, index, words.INSULTS)) and plain[index - 1] not in {"i", "we", "my"} | words.PRONOUNS:
            found.append(Span(parts[index].start, parts[index + length - 1].end))
    return [s for s in found if not re.search(r"\b(?:i|we)(?:'m|'re|\s+am|\s+was|\s+were|\s+are|\s+felt|\s+looked)\b[^,.;]*$", sentence[: s.start], re.IGNORECASE)]


def _idioms(sentence: str) -> list[Span]:
    found: list[Span] = []
    for match in words.IDIOM.finditer(sentence):
        subject = sentence[: match.start()]
        if _ALONE.match(match.group()):
            if _RELIES.match(match.group()) or not _SELF.search(_noun_phrase(subject)) or "respect" in match.group().lower():
                found.append(Span(match.start(), match.end()))
        elif _judges_people(subject, "", "idiom"):
            found.append(Span(match.start(), match.end()))
    return found


def _noun_phrase(before: str) -> str:
    """The words from the start of the clause up to its verb, without a lead-in."""
    start = 0
    for cut in _CLAUSE_START.finditer(before):
        rest = before[cut.end() :].strip()
        if rest and rest.lower() not in {"as usual", "basically", "honestly", "um", "uh", "you know", "like", "of course", "frankly", "to be honest", "well", "had", "never", "just", "simply"}:
            start = cut.end()
        elif "," in cut.group():
            before = before[: cut.start()]
            break
    phrase = before[start:][-160:].strip()
    while lead := _LEAD_IN.match(phrase):
        if lead.end() >= len(phrase):
            return phrase if phrase.lower() in {"that", "like"} else ""
        phrase = phrase[lead.end() :]
    return phrase


def _judges_people(before: str, previous: str, kind: str, standing: bool = False) -> bool:
    """Whether the subject in front of the verb is somebody other than the speaker."""
    phrase = _noun_phrase(before)
    if not phrase or _SELF.search(phrase):
        return False
    lower = phrase.lower()
    head_part = lower
    cut = _PREPOSITION.search(lower)
    if cut and cut.start() > 0:
        head_part = lower[: cut.start()].strip()
    head_words = re.findall(r"[\w'-]+", head_part)
    if not head_words:
        head_words = re.findall(r"[\w'-]+", lower)
    head = head_words[-1].removesuffix("'s") if head_words else ""
    while head in {"just", "never", "always", "simply", "really", "basically", "clearly", "had", "has", "have", "also", "all", "both", "would", "really", "has", "still", "often", "honestly", "either"} and len(head_words) > 1:
        head_words.pop()
        head = head_words[-1]
    if head in words.PARTS and cut:
        others = [w for w in re.findall(r"[\w'-]+", lower[cut.start() :]) if w in words.PEOPLE or w in words.THINGS or w in words.DEPARTMENTS]
        head = others[0] if others else ("people" if head in {"nobody", "everybody", "everyone"} else head)
    if head in words.PRONOUNS:
        if head.startswith(("they", "who")) and kind in ("mild", "loose"):
            return _mentions_people(previous + " " + before) and not _last_is_thing(previous + " " + before)
        return not (head.startswith("they") and kind != "idiom" and _last_is_thing(previous))
    if phrase.split()[-1] == "IT":
        return kind not in ("mild", "loose")
    if head in words.THINGS:
        owner = re.match(r"(?:their|his|her)\b", lower)
        return bool(owner) and kind in ("mild", "sure") and (standing or bool(_STANDING.search(lower)))
    if head in words.PEOPLE:
        return True
    if head in words.DEPARTMENTS:
        return kind != "mild" and kind != "loose" or lower.startswith(("those ", "these "))
    if head in {"it", "that", "this", "there", "which", "what", "everything", "something", "nothing", "one", "those", "these", ""}:
        return head in {"those", "these"} and kind != "mild" and _mentions_people(previous)
    name = re.findall(r"[\w'-]+", phrase)
    return kind not in ("mild", "loose") and bool(name) and name[-1][:1].isupper() and len(name) <= 2


def _mentions_people(text: str) -> bool:
    return any(w in words.PEOPLE or w in words.DEPARTMENTS or w in words.PRONOUNS for w in re.findall(r"[\w'-]+", text.lower()))


def _last_is_thing(text: str) -> bool:
    """Whether a thing was named after the last people, so that `they` means the thing."""
    for word in reversed(re.findall(r"[\w'-]+", text.lower())):
        if word in words.PEOPLE:
            return False
        if word in words.THINGS:
            return True
    return False
