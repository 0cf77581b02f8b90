"""Word lists that tell the empty use of a word from the working one (annotation rules, 1)."""

from coach.core.analysis.word_sets import word_set

FILLED_PAUSES = word_set(
    """
    um umm ummm uhm uhmm uh uhh uhhh er erm ermm ah ahh ahem hm hmm hmmm hmmmm mm mmm mmmm
    """
)

PRONOUN_SUBJECTS = word_set(
    """
    i we they he she it it's there there's that's i'm we're they're he's she's i'd we'd they'd i've we've
    they've i'll we'll they'll nobody everybody everyone somebody someone
    """
)

BE = word_set(
    """
    am is are was were be been being it's that's there's he's she's i'm we're they're who's what's
    """
)

CONJUNCTIONS = word_set("and but so or because cause then")

PREPOSITIONS = word_set(
    """
    for in at with of by from about on after over into within under around through to per during since
    """
)

INTENSIFIERS = word_set(
    """
    really so super totally pretty very completely literally way too insanely extremely absolutely basically
    actually never nearly almost maybe constantly probably
    """
)
"""After a form of be or a verb, `like` before one of these says nothing: "was like really upset"."""

QUANTITIES = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand half a dozen several every twice once forever ages
    thousands hundreds millions billions dozens tons
    """
)

AMOUNT_NOUNS = word_set(
    """
    few couple lot bit hundred thousand million billion dozen third quarter tenth fifth percent second minute
    hour day week month year ton bunch
    """
)
"""After `like a`, these make an estimate: "which is like a few percent"."""

TAKING_VERBS = word_set(
    """
    had has have got get gets need needed needs take took takes spend spent use used uses cost costs lost paid
    wait waited made make run ran runs saw wrote built added there's there is are was were only just it's that's
    """
)
"""Verbs after which `like` before an amount or a noun is empty: "took like three hours"."""

COMPARING_VERBS = word_set(
    """
    look looks looked looking sound sounds sounded feel feels felt seem seems seemed smell smells taste tastes
    behave behaves behaved act acts acted work works worked read reads treat treats treated treating something
    anything nothing more much just exactly things stuff tools systems would i'd we'd they'd you'd he'd she'd
    who'd don't didn't doesn't do did does really what's unlike people ones cases places teams companies
    technologies
    """
)
"""Words after which `like` compares, gives examples or is the verb."""

PAST_VERBS = word_set(
    """
    had was were did went said got took made came saw knew thought told gave found left kept ran lost broke
    wrote built couldn't didn't wasn't weren't hadn't wouldn't never sat stood spent sent put read
    """
)

DETERMINERS = word_set(
    """
    what which that this these those the any some each every other another no certain one same only whatever all
    different new particular right wrong specific special my your our his her their
    many few two three four five several both
    """
)
"""Words before `kind of` or `sort of` that make it a noun: "what kind of", "a different kind of"."""

HEDGED_VERBS = word_set(
    """
    works worked is was depends depended broke breaks makes made means meant went goes got gets happened happens
    solved solves helped helps hurt hurts became felt feels looks looked explains explained killed forced fell
    came comes stopped stops slowed changed changes
    """
)
"""Verbs that make `that kind of` a pronoun and a hedge: "that kind of broke the join"."""

NOT_HEDGED_ADJECTIVE_ENDINGS = ("ous", "ful", "ible", "able", "ive", "ic", "al", "less", "est")
COMMON_ADJECTIVES = word_set(
    """
    good bad best worst common rare weird strange whole single similar exact first second third last next better
    worse big small odd nasty boring quiet hard easy old main simple
    """
)

LITERAL_VERBS = word_set(
    """
    take takes took taken taking mean means meant read reads translate translates
    """
)
LITERAL_MEANINGS = word_set(
    """
    means meant mean translates appears stands says said quotes called named spelled
    """
)

BELIEF_CUES = word_set(
    """
    but though although yet however assume assumed assumes assuming thought expected expect expects expecting
    believed believe supposed seemed seems looked looks sounds sounded hoped instead rather unlike contrary
    despite surprise surprised surprisingly surprising turned whether if nobody nothing never not isn't wasn't
    doesn't don't didn't couldn't can't weren't aren't won't wouldn't than guess guessed claimed claims claim
    told says said promised documented rumour myth planned meant wanted
    """
)
"""Words that set a belief `actually` can work against; beside one of them it is not empty."""

ACTUALLY_AFTER = word_set(
    """
    what who how where why did do does which when to nobody anyone anybody everyone
    """
)
"""Words before `actually` that make it ask for or stress the real case: "what actually happened"."""

KNOW_BEFORE = word_set(
    """
    if once when whenever do did does as what that whether how before until unless than because since where who
    let things all everything don't didn't should would must might may can could will you'd to now way
    """
)
"""Words before `you know` that make it a clause of its own: "if you know the grain"."""

KNOW_OBJECTS = word_set(
    """
    what how who why where when whether which that the a an most more enough everything nothing exactly this
    these those your our their its one for about it him her them me us better best by in from
    """
)
"""Words after `you know` that are its object, where no comma parts them."""

MEAN_BEFORE = word_set(
    """
    what by that how who which when if do did whatever as than not never don't didn't
    """
)

SO_WORKING = word_set(
    """
    far much many long few little often as be is did does has have was were do am are fast slow bad good called
    """
)
"""Words after an opening `so` that give it work: "so far", "so much", "so did the vendor"."""

WELL_WORKING = word_set(
    """
    before after over under below above within inside beyond past into ahead known designed done tested tuned
    understood documented behaved formed written outside in out on short worth aware enough off over-provisioned
    """
)
"""Words after an opening `well` that it measures: "well before the launch"."""

PREFACE = word_set(
    """
    yeah yes yep no nope okay ok right alright sure hi hello hey thanks thank you good great nice fair
    interesting question one that's a it's really very point cool fine wow oh let me think see
    """
)
"""Words that may stand before an opener without ending the start of the answer."""

QUESTION_STARTS = word_set(
    """
    is are was were do does did have has had can could will would should am isn't aren't doesn't don't didn't
    """
)

PLAIN_STUFF_FOLLOWERS = word_set("and but so because then or which it i we they um uh er you")
