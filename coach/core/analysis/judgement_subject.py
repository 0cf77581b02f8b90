"""Who is judged: the subject in front of a judgement."""

import re
from itertools import pairwise

from coach.core.analysis import judgement_words as words
from coach.core.analysis.word_table import word_set

_PHRASE_MAX_CHARS = 160
_LEAD_IN = re.compile(
    r"(?:(?:so|well|um|uh|er|yeah|yes|okay|right|i\s+mean|you\s+know|honestly|basically|to\s+be\s+honest|like|but|and"
    r"|actually|i'd\s+say|i\s+would\s+say|i\s+(?:think|found|guess|learned|realized|knew|felt)(?:\s+that)?|"
    r"because|since|frankly|look|(?:the|my)\s+(?:\w+\s+)?(?:issue|problem|thing|trouble|truth|fact|reason"
    r"|point)\s+(?:was|is)(?:\s+that)?|mainly|that|for\s+me|as\s+usual|what\s+i\s+learned\s+is(?:\s+that)?)(?:$"
    r"|[\s,:.–—-]+))+",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"[,;:–—]\s*|\s(?:and|but|so|because|since|although|though|while|that|if|when|where)\s", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"(?<![\w-])(?:who|that|which|whom|over\s+there|over\s+here|in|from|at|on|of|back|for|with|before|we|i|they'd"
    r"|they|he|she|then|there|during|behind|above|under|responsible|involved)(?![\w'-])",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"(?:^|\s)(?:i|i'm|i'd|i've|we|we're|we'd|you|myself|ourselves)(?:\s+\w+){0,2}\s*$|\bour\s+own\b|\bmy\s+own\b"
    r"|^our\s+(?:team|group|side|squad|department|half|part|people)\b|\bmine\b",
    re.IGNORECASE,
)
_STANDING = re.compile(r"\b(?:always|never|constantly|every\s+(?:single\s+)?time|by\s+nature)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:nobody\b|no|zero|that's|which|what|typical|one\s+of|the\s+(?:kind|type|sort)|(?:like\s+)?talking|(?:can't"
    r"|couldn't)\s+(?:ever\s+)?(?:trust|believe)\s+a|can't|cannot|can\s+never|good|weak|black|bottom|herding|like"
    r"|ivory)\b|.*\brespect\s+for\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'-]+")
_ASIDES = word_set("basically honestly um uh like frankly well had never just simply") | {
    "as usual",
    "you know",
    "of course",
    "to be honest",
}
"""What stands between subject and verb without being either."""
_BEFORE_VERB = word_set(
    """just never always simply really basically clearly had has have also all both would still often honestly
    either"""
)
_NO_PEOPLE = frozenset(
    ["it", "that", "this", "there", "which", "what", "everything", "something", "nothing", "one", "those", "these"]
)
_OWNED = re.compile(r"(?:their|his|her)\b")
_MILD = frozenset(("mild", "loose"))
_ONES = frozenset(("those", "ones", "whoever", "anyone", "anybody", "everyone", "everybody"))
_PARTICIPLE = re.compile(
    r"\w{2,}(?:ing|ed)|run|sent|left|put|known|chosen|behind|above|below|upstairs|there|here|[a-z]+'d"
)
_OBJECTS = frozenset(("him", "her", "them"))
_AGENT = re.compile(r"(?:[a-z]{3}(?:ers|ors|ists?|ians?|crats?)|uaries|[a-z]men|[a-z]women|people)$")
_ABSTRACT = re.compile(r"(?:tion|ment|ness|ity|ance|ence|ship|ing|sis|ics|ware|ism|[\d_]\w*)s?$")
_DETERMINED = re.compile(
    r"(?:the|that|those|these|this|my|our|their|his|her|his|some|both|all|most|every)\s", re.IGNORECASE
)
_UNKNOWN_MAX_WORDS = 5
"""A subject whose noun is in no table is taken for people when what is said fits nothing else and it is short."""
_CLEFT = re.compile(
    r"^(?:(?:it|that|this)(?:'s|\s+(?:is|was))|there(?:'s|\s+(?:is|was"
    r"|were)))\s+(?:\w+ly\s+)?(.+?)(?:\s+(?:who|that))?$",
    re.IGNORECASE,
)


def speaks_of_self(before: str) -> bool:
    """Whether the subject of the clause is the speaker or the listener."""
    return bool(_SELF.search(_noun_phrase(before)))


def judges_people(before: str, previous: str, kind: str, *, standing: bool = False) -> bool:
    """Whether the subject at the end of `before` is somebody other than the speaker.

    `previous` is the sentence before, for pronouns. `kind` is sure, insult, loose, mild or idiom; mild and loose words
    need a subject that can only be people. `standing` says that the clause itself makes it a lasting trait.
    """
    phrase = _noun_phrase(before)
    if not phrase or _SELF.search(phrase):
        return False
    head = _head_noun(phrase)
    if head in words.PRONOUNS:
        return _pronoun_means_people(head, before, previous, kind)
    is_person = (head in words.PEOPLE or _is_agent(head)) and head not in words.THINGS
    return is_person or _noun_is_judged(phrase, head, previous, kind, standing)


def _noun_is_judged(phrase: str, head: str, previous: str, kind: str, standing: bool) -> bool:
    if head in words.THINGS:
        lasting = standing or bool(_STANDING.search(phrase))
        return lasting and kind in ("mild", "sure") and bool(_OWNED.match(phrase.lower()))
    if head in words.DEPARTMENTS:
        return kind not in _MILD or phrase.lower().startswith(("those ", "these "))
    if not head or head in _NO_PEOPLE:
        return head in ("those", "these") and kind != "mild" and mentions_people(previous)
    name = _WORD.findall(phrase)
    if kind in ("sure", "insult") and not _ABSTRACT.search(head) and len(name) <= _UNKNOWN_MAX_WORDS:
        return bool(_DETERMINED.match(phrase)) or name[-1][:1].isupper()
    return kind not in _MILD and bool(name) and name[-1][:1].isupper() and len(name) <= 2


def is_thing(before: str) -> bool:
    """Whether the subject at the end of `before` is a thing, known by its noun."""
    head = _head_noun(_noun_phrase(before))
    return head in words.THINGS and head not in words.PEOPLE


def _is_agent(noun: str) -> bool:
    """Whether a noun has the ending of those who do something: actuaries, dispatchers, statisticians."""
    return bool(_AGENT.search(noun)) and noun not in words.THINGS


def mentions_people(text: str) -> bool:
    """Whether anybody is named in the text."""
    said = _WORD.findall(text.lower())
    return any(
        w in words.PEOPLE or w in words.DEPARTMENTS or w in words.PRONOUNS or w in _OBJECTS or _is_agent(w)
        for w in said
    )


def _noun_phrase(before: str) -> str:
    """The words from the start of the clause up to its verb, without a lead-in."""
    start = 0
    for cut in _CLAUSE_START.finditer(before):
        rest = before[cut.end() :].strip()
        if rest and rest.lower() not in _ASIDES:
            start = cut.end()
        elif "," in cut.group():
            before = before[: cut.start()]
            break
    phrase = before[start:][-_PHRASE_MAX_CHARS:].strip()
    while lead := _LEAD_IN.match(phrase):
        if lead.end() >= len(phrase):
            return phrase if phrase.lower() in ("that", "like") else ""
        phrase = phrase[lead.end() :]
    cleft = _CLEFT.match(phrase)
    if cleft and phrase.lower().endswith(" who") and mentions_people(cleft.group(1)):
        return "people"
    return cleft.group(1) if cleft else phrase


def _head_noun(phrase: str) -> str:
    """`the guys in ops` gives guys; `the rest of my team` gives team."""
    lower = phrase.lower()
    cut = _PREPOSITION.search(lower)
    said = _WORD.findall(lower[: cut.start()] if cut else lower) or _WORD.findall(lower)
    while len(said) > 1 and said[-1] in _BEFORE_VERB:
        said.pop()
    for noun, following in pairwise(said):
        if (noun in words.PEOPLE or noun in _ONES) and _PARTICIPLE.fullmatch(following):
            return "people" if noun in _ONES else noun
    head = said[-1].removesuffix("'s") if said else ""
    if head in words.PARTS and cut:
        nouns = (w for w in _WORD.findall(lower[cut.start() :]))
        whole = next((w for w in nouns if w in words.PEOPLE or w in words.THINGS or w in words.DEPARTMENTS), None)
        return whole or ("people" if head in ("nobody", "everybody", "everyone") else head)
    return head


def _pronoun_means_people(head: str, before: str, previous: str, kind: str) -> bool:
    if head.startswith(("they", "who")) and kind in _MILD:
        return mentions_people(f"{previous} {before}") and not _last_is_thing(f"{previous} {before}")
    return not (head.startswith("they") and kind != "idiom" and _last_is_thing(previous))


def _last_is_thing(text: str) -> bool:
    """Whether a thing was named after the last people, so that `they` means the thing."""
    said = reversed(_WORD.findall(text.lower()))
    last = next((w for w in said if w in words.PEOPLE or w in words.THINGS), "")
    return last in words.THINGS and last not in words.PEOPLE
