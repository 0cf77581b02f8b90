"""How speech stands to what it mentions: denied, put in the mouth of others, asked, only recited."""

import re
from dataclasses import dataclass

from coach.core.text import sentences

_PERSON = (
    "lead|boss|manager|colleague|mentor|architect|consultant|teacher|professor|friend|interviewer|senior|guy|vendor|"
    "predecessor|team|company"
)
_WRITING = "docs?|documentation|books?|blogs?|posts?|articles?|talks?|course|manual|guide|textbooks?|website|slides?"
_SAYING = (
    "says?|said|saying|claims?|claimed|recommends?|recommended|suggests?|suggested|argues?|argued|tells?|told|insists?|"
    "insisted|preach(?:es|ed)?|writes?|wrote|used to|would say|swears?|likes? to|had a"
)
_REPORTED = re.compile(
    r"\b(?:people|they|everyone|everybody|folks|some (?:teams|people|folks|companies)|"
    rf"(?:the|a|that|this|my|our|his|her|some|any) (?:\w+ ){{0,3}}?(?:{_PERSON}|{_WRITING})s?)"
    rf"(?: \w+){{0,4}}? (?:{_SAYING})\b"
    r"|\b(?:i(?:'ve)? (?:read|heard|was told|learned)|i(?:'ve| have) (?:heard|read|been told)|supposedly|apparently|"
    r"allegedly|according to|best practices? (?:is|says?)|textbook answer|so[- ]called|is supposed to|"
    r"(?:he|she) (?:always |also )?(?:insisted|used to|preached))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^(?:and |but |so |then |because )*(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_RECITES = re.compile(
    r"\b(?:(?:is|are|'s) (?:\w+ ){0,2}?(?:important|crucial|essential|key|critical|a (?:big|huge) topic|fundamental|"
    r"(?:best|good) practice|a must)|i(?:'m| am) (?:\w+ )?familiar|"
    r"(?:typical|usual|classic|standard|well[- ]known) (?:arguments?|answers?|trade-?offs?|patterns?|topics?|points)|"
    r"(?:all|any) (?:of )?(?:these|those) (?:things|techniques|topics|points|aspects|concepts|mechanisms)|"
    r"(?:these|those) are the|big believer|buzz ?words?|toolbox)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:(?:and|but|so|or|okay|ok|well|um|uh|then|first|also)[, ]+)*"
    r"(?:who|what|when|where|why|which|how|is|are|was|were|do|does|did|can|could|would|should|will|have|has|whose)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:i|i'd|i'm|i've|i'll|we|we'd|we've|my|our|let's)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:i|we|you|they|he|she|it|that|who|there|is|are|was|were|has|have|had|do|does|did|can|will|would|should|must|"
    r"goes|gets?)\b|n't\b|'(?:d|s|re|m|ve|ll)\b|\b\w{3,}ed\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[,.;:?!]| and | or ")
_ITEM_MAX_WORDS = 4
_LIST_MIN_ITEMS = 4
_LIST_SHARE = 0.6
"""From this share of its words in the enumeration a stretch is a list and no statement."""
_SHORT_QUESTION_WORDS = 14


@dataclass(frozen=True, slots=True)
class Stance:
    """What a stretch does with its words besides stating them."""

    reported: str
    """The words that put it in the mouth of somebody else, or empty."""
    asks: bool
    """Whether it is a question."""
    lists: bool
    """Whether it is mostly a bare enumeration of four items or more."""


@dataclass(frozen=True, slots=True)
class Discourse:
    """The answer as a whole, sentence by sentence; shares are of its sentences."""

    reported: tuple[bool, ...]
    """Whether each sentence tells what others say, pronouns that go on doing so included."""
    speaker_share: float
    """Sentences in which the speaker, or the speaker's team, acts or is addressed."""
    listing: float
    """The longest bare enumeration, 0 to 1; six items are 1."""
    recites: float
    """How often importance or familiarity is claimed instead of shown; three times is 1."""

    @property
    def reported_share(self) -> float:
        """Sentences that tell what others say."""
        return sum(self.reported) / max(1, len(self.reported))


def stance(text: str) -> Stance:
    """The stance of one clause, sentence or pair."""
    text = straight(text)
    return Stance(
        reported=_first(_REPORTED, text),
        asks="?" in text or (len(text.split()) < _SHORT_QUESTION_WORDS and bool(_ASKS.search(text))),
        lists=_lists(text),
    )


def discourse(text: str) -> Discourse:
    """The stance of a whole answer."""
    text = straight(text)
    parts = [text[s.start : s.end] for s in sentences(text)]
    total = max(1, len(parts))
    reported: list[bool] = []
    for part in parts:
        goes_on = bool(reported) and reported[-1] and bool(_GOES_ON.search(part))
        reported.append(goes_on or bool(_REPORTED.search(part)))
    return Discourse(
        reported=tuple(reported),
        speaker_share=sum(bool(_SPEAKER.search(p)) for p in parts) / total,
        listing=min(1.0, max(map(_bare_items, parts), default=0) / 6),
        recites=min(1.0, len(_RECITES.findall(text)) / 3),
    )


def straight(text: str) -> str:
    """The text with curly apostrophes made straight; offsets stay."""
    return text.replace("’", "'")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def _lists(text: str) -> bool:
    items, words = _longest_run(text)
    return items >= _LIST_MIN_ITEMS and words >= _LIST_SHARE * len(text.split())


def _bare_items(text: str) -> int:
    return _longest_run(text)[0]


def _longest_run(text: str) -> tuple[int, int]:
    """The longest run of short items without a verb: how many items and how many words."""
    best = (0, 0)
    items = words = 0
    for item in _ITEM.split(text):
        length = len(item.split())
        if not length:
            continue
        bare = length <= _ITEM_MAX_WORDS and not _VERB.search(item)
        items, words = (items + 1, words + length) if bare else (0, 0)
        best = max(best, (items, words))
    return best
