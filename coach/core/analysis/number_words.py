"""Word lists for quantities: units, people, scales, and the words that make a figure no evidence (rules, 3)."""

from coach.core.analysis.word_sets import word_set

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "mil": 1e6,
    "mn": 1e6,
    "mm": 1e6,
    "bn": 1e9,
}
"""Words and letters that multiply the figure before them."""
ATTACHED_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "B": 1e9, "b": 1e9, "bn": 1e9, "mn": 1e6, "T": 1e12}
"""Letters that multiply when they touch the figure: 120K, 1.5M."""

_BYTES = {
    1.0: "byte bytes",
    1e3: "kb kib kilobyte kilobytes",
    1e6: "mb mib meg megs megabyte megabytes",
    1e9: "gb gib gig gigs gigabyte gigabytes",
    1e12: "tb tib terabyte terabytes tera",
    1e15: "pb pib petabyte petabytes",
    1e18: "eb exabyte exabytes",
}
_UNITS_BY_NAME: dict[tuple[str, float], str] = {
    ("percent", 1): "% percent pct",
    ("usd", 1): "dollar dollars bucks usd",
    ("usd", 1e3): "grand",
    ("usd", 0.01): "cent cents",
    ("seconds", 1): "s sec secs second seconds",
    ("seconds", 1e-3): "ms msec millis milli millisecond milliseconds",
    ("seconds", 1e-6): "us µs microsecond microseconds",
    ("seconds", 1e-9): "ns nanosecond nanoseconds",
    ("minutes", 1): "min mins minute minutes",
    ("hours", 1): "h hr hrs hour hours",
    ("days", 1): "day days",
    ("weeks", 1): "week weeks wk wks",
    ("months", 1): "month months",
    ("years", 1): "year years yr yrs",
    ("years", 10): "decade decades",
    ("x", 1): "x fold",
    ("per_second", 1): "qps rps tps eps",
    ("other", 1): "euro euros eur pounds gbp km mm cm miles degrees quarters",
}
UNITS: dict[str, tuple[str, float]] = {
    word: (unit, factor) for (unit, factor), words in _UNITS_BY_NAME.items() for word in words.split()
} | {word: ("bytes", factor) for factor, words in _BYTES.items() for word in words.split()}
"""Unit word to (unit, factor to it)."""

ATTACHED_UNITS: dict[str, tuple[str, float]] = {
    "ms": ("seconds", 1e-3),
    "s": ("seconds", 1.0),
    "h": ("hours", 1.0),
    "d": ("days", 1.0),
    "w": ("weeks", 1.0),
    "min": ("minutes", 1.0),
    "x": ("x", 1.0),
    "X": ("x", 1.0),
    "us": ("seconds", 1e-6),
    "ns": ("seconds", 1e-9),
} | {
    w: UNITS[w.lower()]
    for w in [
        "KB",
        "MB",
        "GB",
        "TB",
        "PB",
        "EB",
        "KiB",
        "MiB",
        "GiB",
        "TiB",
        "kb",
        "mb",
        "gb",
        "tb",
        "pb",
        "hrs",
        "mins",
        "sec",
        "secs",
        "hr",
        "yr",
        "yrs",
    ]
}
"""Letters that are a unit when they touch the figure: 200ms, 4TB, 10x."""

RATES = {"second": "per_second", "sec": "per_second", "s": "per_second", "day": "per_day"} | dict.fromkeys(
    ["minute", "min", "hour", "night", "week", "month", "quarter", "year", "shift", "weekend", "sprint"], "other"
)
"""Time words after `a`, `per`, `/` or `every`, and the unit of a count with that rate."""
DAILY = {"daily": "per_day"} | dict.fromkeys(["hourly", "weekly", "monthly", "yearly", "annually"], "other")

PEOPLE = word_set(
    """
    people person persons engineer engineers analyst analysts contractor contractors developer developers dev
    devs manager managers scientist scientists director directors colleague colleagues teammate teammates folks
    intern interns hire hires reviewer reviewers auditor auditors employee employees lead leads stakeholder
    stakeholders consultant consultants lawyer lawyers specialist specialists architect architects executive
    executives recruiter recruiters researcher researchers designer designers operator operators members member
    man men woman women juniors seniors newcomers volunteers planners buyers accountants marketers editors
    programmers admins
    """
)

FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
    "twentieth": 1 / 20,
    "hundredth": 1 / 100,
    "thousandth": 1 / 1000,
} | {
    "halves": 1 / 2,
    "thirds": 1 / 3,
    "quarters": 1 / 4,
    "fifths": 1 / 5,
    "sixths": 1 / 6,
    "eighths": 1 / 8,
    "tenths": 1 / 10,
}

MULTIPLES = {
    "doubled": 2.0,
    "doubles": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "triples": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
    "quintupled": 5.0,
}
BARE_MULTIPLES = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "twice": 2.0, "thrice": 3.0}
"""Multiples only before what is multiplied: "twice the cost", "double what we paid"."""
HALVINGS = frozenset(["halved", "halving", "halves"])

CARDINALS = word_set(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand
    million billion trillion
    """
)

MONTHS = word_set(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr Jun
    Jul Aug Sep Sept Oct Nov Dec
    """
)

LABELS = word_set(
    """
    option options item items plan step steps phase number no tier level stage version versions part chapter
    section line page rule ticket issue port shard partition priority round case type class question point
    figure table release sprint wave milestone row column day week month year quarter hour minute room gate
    terminal flight article paragraph exhibit attempt bucket group cohort variant node broker topic layer series
    model scenario square plus minus code status error build pr rfc form sev severity p-value channel episode
    """
)
"""A singular noun before a bare figure names a thing: "option 2", "week one"."""

CODE_WORDS = word_set(
    """
    a an the http status code error returned return returns got threw with on
    """
)
STATUS_CODES = word_set(
    """
    200 201 202 204 301 302 304 307 400 401 403 404 405 408 409 410 413 418 422 425 429 499 500 501 502 503 504
    """
)

VAGUE_BEFORE = word_set("few several couple some many countless umpteen")
"""Before a scale word these make it a guess: "a few hundred"."""

POINTING = word_set(
    """
    the these those all other both first last next top every each per no any
    """
)
"""Before a bare figure these point at things already named: "those two", "all four"."""

IDIOM_AFTER_ZERO = word_set(
    """
    trust touch copy downtime sum chance idea day hour tolerance doubt point shot interest
    """
)
TALK_NOUNS = word_set(
    """
    thing things reason reasons point points question questions part parts steps sides hands cents thoughts
    words examples answers facts cases options paths axes ideas ways topics notes concepts positions camps
    directions choices alternatives digits figures minds worlds kinds sorts types stories angles
    """
)
"""Counting a handful of these announces talk, it measures nothing: "two things", "two steps ahead"."""

MONEY_VERBS = word_set(
    """
    refunded refund paid pay paying pays spent spend spending invoiced invoice billed bill bills cost costs
    charged charge budget budgeted burning burned burnt saved save saving saves worth owed
    """
)
MONEY_NOUNS = word_set(
    """
    revenue spend refunds refund savings billing sales fees damages costs credits budget
    """
)
AGO = frozenset(["ago", "later", "earlier", "apart"])
LASTING = word_set("in for within after every over during last past next first")
"""Before a stretch of time these say how long or how often; such a stretch lends no unit to a bare figure."""

FUNCTION_WORDS = word_set(
    """
    a an the and or but so if when then than that this these those it its it's i we you he she they them us me
    my our your his her their of in on at to for from by with about as is was are were be been am has have had
    do does did not no nor which who whom whose what where why how because since until while before after over
    under above below between into onto per each every all both there here just only also too very more less
    most least up down out off again once twice now today yesterday sometimes always plus versus vs minus times
    would will can could should may might must let perhaps unless thus this's across besides towards afterwards
    years' ours theirs yours missing late ago later old long away left
    """
)
"""Words that end the noun phrase of a figure. A verb in -s cannot follow two or more of something."""

IRREGULAR_PLURALS = word_set(
    """
    data rows people children men women criteria indices schemata media kpis slas queries staff
    """
)

TIME_UNITS = word_set("seconds minutes hours days weeks months years")
"""Units of durations."""

DIGIT_WORDS = {
    word: str(n)
    for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
} | {"oh": "0"}
"""Digits said one by one, as after `point`."""
