"""Words reduced to what they have in common, so that different forms of one word compare equal."""

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.core.text import Token, tokens

_GRAMMAR = """
    a an the this that these those it its it's he she they them their theirs his her him we us our ours you your
    yours i me my mine myself itself themselves is are was were be been being am 's 're i'm we're you're they're
    that's there's here's what's let's i'd we'd you'd they'd he'd she'd it'd i'll we'll you'll they'll it'll i've
    we've you've they've would will could should can may might shall must do does did done doing have has had having
    of to in on at by for from with as into onto about over under and or but so if then than also too just very
    really quite well okay ok um uh er ah hmm mm like yeah right kind sort some such own same there here now get gets
    got getting gonna going go goes want wants thing things stuff way bit lot up out off down which while because
    since where when say says said make makes made making mean means think thinks one's
"""
STOP_WORDS = frozenset(_GRAMMAR.split())
"""Words that carry grammar rather than the idea; who, how, not, never, no, what and why are not among them."""

_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {
    **{w: str(n) for n, w in enumerate(_COUNTED.split())},
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
}
_SAME = {
    "won't": "not",
    "can't": "not",
    "cannot": "not",
    "nobody": "no",
    "none": "no",
    "nothing": "no",
    "neither": "no",
    "people": "person",
    "folks": "person",
    "somebody": "person",
    "someone": "person",
    "anybody": "person",
    "anyone": "person",
    "data": "data",
    "ran": "run",
    "kept": "keep",
    "told": "tell",
    "paid": "pay",
    "lost": "lose",
    "sent": "send",
    "built": "build",
    "bought": "buy",
    "wrote": "write",
    "written": "write",
    "chose": "choose",
    "broke": "break",
    "broken": "break",
    "fell": "fall",
    "gave": "give",
    "took": "take",
    "came": "come",
    "knew": "know",
    "thought": "think",
    "spent": "spend",
    "cheaper": "cheap",
    "bigger": "big",
    "larger": "large",
    "faster": "fast",
    "slower": "slow",
    "maths": "math",
    "grand": "1000",
    "bucks": "dollar",
    "$": "dollar",
    "usd": "dollar",
}
_ENDINGS = (
    "ational",
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "ities",
    "ings",
    "ness",
    "able",
    "ible",
    "ity",
    "ing",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "al",
    "s",
    "e",
)
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The light stem of a lower-case word: `materialised`, `materializing` and `materialise` give one stem."""
    if word in _SAME:
        return _SAME[word]
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    if word.endswith("n't"):
        return "not"
    word = word.removesuffix("'s").replace("-", "")
    if len(word) < 4 or not word.isalpha():
        return word
    word = word.replace("isation", "ization").replace("our", "or").replace("yse", "yze")
    word = re.sub(r"is(e|ed|es|ing|er)$", r"iz\1", re.sub(r"izations?$", "ize", word))
    for ending in _ENDINGS:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= 3 and _VOWEL.search(base):
            if ending == "s" and base.endswith("s"):
                return word
            word = base + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that carry meaning, in order, repeats kept."""
    return telling(tokens(text))


def all_stems(text: str) -> tuple[str, ...]:
    """The stems of every word of a text, in order."""
    return tuple(stem(t.text) for t in tokens(text))


def telling(words: Sequence[Token]) -> tuple[str, ...]:
    """The stems of those words that carry meaning, in order, repeats kept."""
    return tuple(stem(t.text) for t in words if t.text not in STOP_WORDS)
