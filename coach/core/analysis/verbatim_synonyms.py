"""Words that stand for one another in a restatement, and words whose exchange turns a point round."""

from functools import lru_cache

from coach.core.analysis.verbatim_words import light_stem

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
    check verify verified unverified test validate compare inspect control
    sign approve signature vouch confirm endorse
    minute hour moment
    cut truncate split
    hide conceal
    ask request demand
    team group squad
    error fault defect bug
    rule policy guideline
    blame accuse fault
    guess assume estimate
    share split divide
    wait delay postpone
    protect guard shield secure
    copy duplicate replica
    owner keeper maintainer
    read consume open look
    reader consumer user audience
    late delayed behind overdue
    save spare economize
    agree consent accept
    tomorrow next later
    today now immediately
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
