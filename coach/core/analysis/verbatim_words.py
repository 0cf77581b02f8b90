"""Words compared when an answer is held against a line: which carry content, how they are cut, which belong together."""

import re
from functools import lru_cache

FUNCTION_WORDS = frozenset(
    """a an the this that these those it its he she they him her them his hers their theirs we us our ours you your yours i me my mine
    myself itself themselves yourself himself herself ourselves who whom whose which what where when why how
    is are was were be been being am do does did done doing has have had having 's 're 've 'd 'll
    will would shall should can could may might must ought cannot not never no none nobody nothing neither nor without hardly
    of to in on at by for from with into onto about over under between among through during against toward towards across along
    around behind beside beyond underneath beneath below above past per via within upon off out up down away back near until till since
    before after as like than because while though although unless if whether and or but so yet either both each every any some all
    most more many much few less least such other others another else one ones own same anything something everything anyone someone everyone
    anybody somebody everybody there here then now still just very too also even only rather quite instead otherwise well yes yeah sure
    okay ok um uh er ah hmm mm oh let lets let's got gotta get gets getting going gonna actually basically literally honestly really maybe
    perhaps know knows mean means whatever whichever whoever however again ever already almost along together own's sort kind""".split()
)
"""Grammar, modals, negations, prepositions and pronouns: no content of their own."""

NEGATORS = frozenset("not never no none nobody nothing neither nor without hardly cannot barely".split())

NUMBER_WORDS = {
    **{
        w: n
        for n, w in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
        )
    },
    **{w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)},
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_IRREGULAR = {
    w: base
    for line in """be am is are was were been; build built; buy bought; bring brought; break broke broken; choose chose chosen; come came; cost costs;
    cut cuts; decide decided; do did done; draw drew drawn; fall fell fallen; find found; get got gotten; give gave given; go went gone; grow grew grown;
    hear heard; hold held; keep kept; know knew known; lead led; leave left; lose lost; make made; mean meant; meet met; pay paid; pick picked; read reads;
    run ran; say said; see saw seen; sell sold; send sent; show showed shown; speak spoke spoken; spend spent; stand stood; take took taken; teach taught;
    tell told; think thought; win won; write wrote written; begin began begun; catch caught; drive drove driven; feel felt; forget forgot forgotten;
    throw threw thrown; wake woke woken; rebuild rebuilt; rewrite rewrote rewritten; sleep slept; stick stuck; set sets; put puts; person people; man men;
    woman women; child children; index indices indexes; datum data; day days; die died dying""".replace("\n", " ").split(";")
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
        if word.endswith(ending) and len(base) >= 3 and _VOWEL.search(base) or word.endswith(ending) and base in _SHORT:
            if ending == "ed" and word.endswith("ied"):
                return word[:-3] + "y"
            if base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


_SHORT = frozenset("us ow ag".split())

SYNONYMS = tuple(
    frozenset(light_stem(w) for w in line.split())
    for line in """
    majority most everybody everyone thirty forty fifty many plenty
    two pair couple both side
    three several few
    engineer developer people folks colleague dev person team crew staff programmer
    familiar familiarity understand experience experienced learn comfortable home used seen expert
    database system store platform engine technology stack cluster warehouse setup
    slow slower speed sluggish fast faster quick performance latency
    repair fix restore recover maintain mend operate debug rescue going
    night morning dark nighttime pager asleep evening hours
    choose pick prefer select opt take want favor choice decide go
    migration migrate move switch rewrite port transition work project
    cost price expense pay bill money dollar spend budget expensive cheap worth
    outage crash failure incident downtime break breakdown collapse fall fail
    quarter season ninety months days
    month thirty monthly days
    year twelve annual months
    six half
    week weekly sprint days seven
    miss lose lost forgo gone missed
    billing bill invoice revenue payment charge money income sale book accounting
    question matter issue ask point choose
    timing when date day schedule moment later sooner time
    promise guarantee offer commit assure swear pledge owe
    exact precise perfect perfection accurate accuracy exactly precisely
    count number tally figure quantity total amount value
    phone device handset mobile client sdk app
    retry resend repeat redo retransmit duplicate again
    happen occur come
    known stated disclosed declared documented agreed defined published
    error tolerance mistake inaccuracy deviation margin gap wrong off
    tenth percent fraction share tiny permille
    publish post report show share announce print disclose release page
    daily morning day everyday
    streaming stream realtime real-time continuous live
    right correct proper appropriate suitable good better fine
    tool instrument way means solution technique
    decision choice decide act call judgement ruling decided acts action
    second immediately instant moment seconds quickly
    boring dull plain simple unexciting basic old-fashioned
    batch nightly overnight scheduled offline
    job process task pipeline run script
    replay rerun repeat redo reprocess again
    show present display put give reveal page
    label note tag name caption mark explain write heading footnote
    defend justify argue explain stand support
    blend mix combine merge average single fuse combined
    fit suited meant suitable intended use good
    pause stop done finish end halt
    answer address respond reply cover hit
    concern worry question fear doubt issue problem
    mind wanted meant head looking thinking
    different another alternative opposite
    hear understand see get acknowledge accept
    launch release date day go-live start ship
    fix firm set move immovable change stuck
    cut reduce drop trim shrink remove shave less sacrifice go
    scope feature content functionality something
    test quality check testing verification
    tell inform say let announce communicate warn message know
    sales account business commercial folks seller customer client advertiser
    monday week weekly
    report dashboard deliverable number
    arrive come get deliver land show ready late later
    fair good valid reasonable legitimate point
    objection point criticism challenge argument complaint pushback concern
    small tiny little modest smaller minor
    volume data much size amount load scale
    plan design approach proposal idea recommendation suggestion part
    bend break fail stop crack buckle work
    regret undo mistake sorry wish redo
    mutable update overwrite in-place editable place change
    ledger table record books
    cheap inexpensive low affordable easy
    start beginning first begin initially opening
    expensive costly hard dear difficult pricey painful
    explain justify clarify account
    keep hold retain store save preserve kept archive
    raw original source untouched
    event record row message entry
    undo revert reverse unwind rollback walk
    buy purchase acquire license outsource vendor purchasing
    accuracy match precision quality correct
    stay remain keep
    near nearly close about same
    leave exit quit cancel out walk
    condition term requirement clause provided criterion
    fail miss break violated
    build house develop make write implement
    first initially earliest before
    fail break die go drown collapse kill
    ten tenfold magnitude order
    times magnitude order fold
    load traffic volume
    file object
    broker kafka messaging message queue
    scale grow buy expand
    metadata listing catalog
    pain problem hurt trouble
    machinery complex complexity engineering infrastructure elaborate heavy apparatus overengineered overkill
    drop remove delete abandon skip discard rid cut
    layer level tier stage step
    close sign finish lock final seal
    late afterwards later delayed after straggler
    conversion purchase sale
    land book put enter arrive
    open current running today now
    original first really happened
    finance accounting controller accountant
    see get notice view receive
    correction adjustment separate fix restatement
    row line entry record
    manager boss lead director chief supervisor
    decide call choose rule determine
    bring recommend recommendation propose present suggest
    path way direction route option road
    tune optimize improve touch speed scan index
    ask find question learn check know
    open read use view consume consumer reader look user
    query scan sql statement
    disagree differ argue dispute
    forecast prediction estimate projection guess
    fact data measurement evidence test measure
    benchmark test measure trial experiment measurement
    hardware machine box server cluster
    accept live agree abide respect take
    result outcome number verdict
    cache memory store
    invalidation throw evict expire refresh
    problem headache trouble issue
    name tell identify say specify
    event trigger signal moment
    stale old outdated yesterday expired obsolete
    bidder auction bid money
    spend pay burn go
    limit budget cap ceiling
    evidence proof data log basis experience sample
    narrow small limited few thin
    recent fresh new latest last past
    incident outage case failure
    glad happy welcome pleased gladly
    send share show give mail forward look
    list log record overview
    reason argument point ground
    weak bad least worst weakest
    last end final
    decline refuse reject no
    risk nervous danger threat exposed worry chance
    audit auditor review inspection finds
    march april may spring
    green passing successful succeed pass
    correct right true trustworthy accurate good
    check verify test validate compare inspect control
    null missing empty blank
    freshness fresh age recent lag delay
    stop block halt prevent hold
    deadline date due
    meeting conversation talk discussion
    document doc paper write
    important matter key critical
    help assist support
    big large huge great
    owner responsible accountable own
    """.strip().splitlines()
)
"""Words that can stand for one another in a restatement; a word may be in several groups."""

OPPOSITES = tuple(
    tuple(frozenset(light_stem(w) for w in side.split()) for side in line.split("|"))
    for line in """
    right correct|wrong incorrect
    cheap inexpensive|expensive costly
    slow slower|fast faster quick
    narrow|wide broad
    recent new fresh|old stale outdated
    agree|disagree
    buy|build
    open|closed
    move|remove
    keep|drop remove delete discard
    weakest weak|strongest strong best
    small smaller|large larger big bigger
    more|less fewer
    first|last
    before|after
    start|stop end finish
    accept|reject refuse decline
    glad happy|unwilling reluctant sorry unhappy
    known|unknown
    easy|hard difficult
    high higher|low lower
    early|late
    always|never
    raise increase grow|reduce decrease shrink cut
    win|lose
    pass|fail
    true|false
    same|different
    simple|complex complicated
    safe|risky dangerous
    better|worse
    mutable|immutable
    stay keep|leave
    exact|approximate rough
    boring dull|exciting
    add|remove
    on|off
    inside|outside
    manual|automatic
    include|exclude
    trust|distrust
    allow|forbid block
    fair|unfair
    valid|invalid
    possible|impossible
    stable|unstable
    batch|streaming
    push|pull
    public|private
    internal|external
    strict|loose
    good|bad
    accurate|inaccurate
    """.strip().splitlines()
)
"""Words whose exchange turns a point round."""


@lru_cache(maxsize=20_000)
def related(word: str) -> frozenset[str]:
    """The light stems that can stand for the stem, itself included."""
    found = {word}
    for group in SYNONYMS:
        if word in group:
            found |= group
    return frozenset(found)


@lru_cache(maxsize=20_000)
def opposite(word: str) -> frozenset[str]:
    """The light stems that say the reverse of the stem."""
    found: set[str] = set()
    for left, right in OPPOSITES:
        if word in left:
            found |= right
        if word in right:
            found |= left
    return frozenset(found)
