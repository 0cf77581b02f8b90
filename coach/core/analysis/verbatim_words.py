"""Which words carry content when an answer is held against a line, and how they are cut to their stem."""

import re
from functools import lru_cache

from coach.core.analysis.word_table import word_set

FUNCTION_WORDS = word_set(
    """a an the this that these those it its he she they him her them his hers their theirs we us our ours you your
    yours i me my mine myself itself themselves yourself himself herself ourselves who whom whose which what
    where when why how is are was were be been being am do does did done doing has have had having 's 're 've 'd
    'll will would shall should can could may might must ought cannot not never no none nobody nothing neither
    nor without hardly of to in on at by for from with into onto about over under between among through during
    against toward towards across along around behind beside beyond underneath beneath below above past per via
    within upon off out up down away back near until till since before after as like than because while though
    although unless if whether and or but so yet either both each every any some all most more many much few
    less least such other others another else one ones own same anything something everything anyone someone
    everyone anybody somebody everybody there here then now still just very too also even only rather quite
    instead otherwise well yes yeah sure okay ok um uh er ah hmm mm oh let lets let's got gotta get gets getting
    going gonna actually basically literally honestly really maybe perhaps know knows mean means whatever
    whichever whoever however again ever already almost along together own's sort kind"""
)
"""Grammar, modals, negations, prepositions and pronouns: no content of their own."""

NEGATORS = frozenset(
    ["not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "hardly", "cannot", "barely"]
)

NUMBER_WORDS = {
    **{
        w: n
        for n, w in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ]
        )
    },
    **{
        w: 10 * n
        for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
    },
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_IRREGULAR = {
    w: base
    for line in """be am is are was were been; build built; buy bought; bring brought; break broke broken; choose
    chose chosen; come came; cost costs;
    cut cuts; decide decided; do did done; draw drew drawn; fall fell fallen; find found; get got gotten; give gave
    given; go went gone; grow grew grown;
    hear heard; hold held; keep kept; know knew known; lead led; leave left; lose lost; make made; mean meant; meet
    met; pay paid; pick picked; read reads;
    run ran; say said; see saw seen; sell sold; send sent; show showed shown; speak spoke spoken; spend spent; stand
    stood; take took taken; teach taught;
    tell told; think thought; win won; write wrote written; begin began begun; catch caught; drive drove driven; feel
    felt; forget forgot forgotten;
    throw threw thrown; wake woke woken; rebuild rebuilt; rewrite rewrote rewritten; sleep slept; stick stuck; set
    sets; put puts; person people; man men;
    woman women; child children; index indices indexes; datum data; day days; die died dying""".replace(
        "\n", " "
    ).split(";")
    for base, *rest in [line.split()]
    for w in rest
}
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=20_000)
def light_stem(word: str) -> str:
    """The word without its inflection: plural, third person, past and -ing forms; derivations stay apart."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isalpha() or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word[: -len(ending)]
        if (word.endswith(ending) and len(base) >= 3 and _VOWEL.search(base)) or (
            word.endswith(ending) and base in _SHORT
        ):
            if ending == "ed" and word.endswith("ied"):
                return word[:-3] + "y"
            if base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


_SHORT = frozenset(["us", "ow", "ag"])
