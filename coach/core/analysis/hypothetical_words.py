"""The wordings by which a hypothetical is told from a story (annotation rules, 5)."""

import re

from coach.core.analysis.word_table import word_set


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_ADVERBS = (
    r"(?:probably|definitely|always|usually|typically|normally|generally|also|just|first|then|still|certainly|maybe|"
    r"likely|personally|most\ likely|obviously|simply|really|never|not|even|perhaps|immediately|quickly"
    r"|almost\ certainly|"
    r"absolutely|actually|honestly|rather|of\ course|only|sooner|of\ course|ideally|in\ that\ case|at\ least|um|uh"
    r"|like|"
    r"kind\ of|sort\ of|basically|quietly|calmly|politely|openly|gladly|happily|instead|already|long|recently"
    r"|previously)"
)

WOULD = _any(
    r"""\b(?P<subject>i|we|you|one|he|she|they|it|that|there|someone|somebody|who)(?:'d\b
      |\ (?:would(?:n't)?(?:'ve)?\b|could\ (?=bring|also\ bring|try|maybe|perhaps|always|either)
      |might(?=\ (?:just\ )?(?:pick|go|ask|call|talk|try|start|say|have\ to|want|do|just|set|offer|escalate|look|send
      |take))))"""
)
"""A subject with would, 'd, or a plan put with could or might."""
NEXT_VERB = _any(rf"(?:,?\s+{_ADVERBS},?)*\s+(?P<verb>[a-z'-]+)")
SPEAKER_OR_ONE = frozenset({"i", "we", "you", "one"})

PARTICIPLES = word_set(
    """been had gone done seen known grown written taken given gotten got made said told found thought brought
    bought built caught felt fought forgotten chosen broken spoken driven fallen hidden held kept left lost
    meant met paid sent sold shown slept spent stood stuck taught understood won worn begun drunk eaten flown
    heard led lent sat struck sunk thrown woken risen beaten bitten frozen drawn proven rebuilt overseen
    undertaken become dealt learnt laid sworn torn rewritten mistaken withdrawn mis-keyed worked"""
) - {"worked"}
SAME_FORM = word_set(
    """put cut run let set come hit shut cost read split quit hurt cast bet become rerun reset overrun"""
)
BASE_IN_ED = word_set("""need feed speed proceed succeed exceed embed shed wed bleed breed heed seed weed""")

IDIOM = _any(
    r"""\s+(?:probably\ |definitely\ |just\ |also\ )?(?:
      rather\ not | better\b | say\W*$ | do\ (?:it|that|the\ same)\ (?:all\ )?again | have\ to\ (?:pick|think
        |look\ (?:it|that)|check\ (?:my|the\ exact)|choose\ (?:a|one)|go\ with|say) | say\ (?!no\b|yes\b|so\b|sorry
        |hello|thank|when\b|what\b|openly|it\ (?:fast|in\b|out|early|open|straight|to\b|right|clear|direct|once|plain
        |first|quick|as\b|like|before|loud|again)|this\ (?:in|to)\b|to\ |that\ (?:to|in|openly|early)\b|i'?d|i\ would)
    | guess\ (?!we'd|i'd|you'd) | imagine\ (?!we'd|i'd|you'd|we\ would|i\ would|you\ would|you\ talk)
      | argue\ (?:that|it|this\ was) | be\ (?:lying|surprised|hard-pressed|remiss|happy\ to\ (?:say|go|talk|share
      |tell)|glad\ to\ (?:say|go|talk|share|tell)|able\ to\ tell)
    | like\ to\ (?:say|think|tell|talk|claim|add|mention|believe|point|start\ with\ the|share|give|use|pick|answer
      |describe|thank|emphasize|stress)
    | love\ to\ (?:say|tell|talk|claim|share) | (?:hope(?!\ to\b)|think|assume|bet|swear|add|note|describe\ (?:it
      |that|myself|my)|call\ (?:it|that|this|myself)\b|call\ (?:him|her|them)\ (?:an?|the|difficult|my)
      |put\ it\ (?:at|down|this\ way|like|as)|characterize|rate|rank\ (?:it|that)|give\ (?:it|myself|him|her
      |the\ example))\b
    | expect\ (?:it\ was|that\ was|it\ to\ have) | estimate\ (?:it\ (?:was|at)|that\ it|around|about|roughly|maybe
      |\d) | prefer\ not | appreciate | never\ (?:seen|heard|met|thought|been|done|had)
    | you\ believe | know\ (?:by|if) | think\b | have\ thought | see\b.{0,20}\bevery | (?:go|take)\ (?:with
      |for)\ the\ (?:story|one\ about|time)
    )"""
)
"""Politeness and opinion, where `I would` is no plan."""

REPORTED_JUST_BEFORE = _any(
    r"""(?:
      \b(?:told|promised|said|says|saying|thought|figured|knew|believed|agreed|assumed|hoped|feared|expected|guessed
        |decided|reckoned|worried|
         wrote|announced|warned|assured|explained|suggested|asked|wondered|doubted|realized|realised|claimed|offered
           |committed|imagined|
         replied|bet|whether|sure|afraid|convinced|meant|suspected|estimated|argued|proposed|noted|insisted|demanded
           |mentioned|predicted|concern(?:ed)?\ was|
         idea\ was|plan\ was|deal\ was|thinking\ was|fear\ was|promise\ was|rule\ was|agreement\ was|hope\ was)
      \b(?:\ (?:to\ )?(?:her|him|them|me|us|you|myself|everyone|everybody|people|my\ \w+|the\ \w+(?:\ \w+)?|our\ \w+
        |their\ \w+|finance|sales|legal|marketing|with\ (?:my\ |our\ |the\ |their\ )?\w+))?(?:\ that|,|\ if|\ whether
        |\ how|\ what|\ when|\ where|\ who|\ in\ \w+\ that)*\s*
      (?:(?:if|when|once|in|by|unless|as\ long\ as|for)\b[^.;]{0,60})?(?:\ that|,)?\s*
    | \b(?:so\ that|such\ that|so|in\ case|before|until|afraid|the\ (?:day|moment|week|time)|because|as|since
      |whatever|what|which|like|than|the\ way|where|everything|anything|all)\ (?:and\ )?
    | \b(?:which|what|whatever)\ (?:\w+\ ){1,2} | \b(?:the\ ones?|the\ (?:only\ |last\ |first\ )?(?:thing|person
      |option|one|part|place|number|way|time|tool|word)|something|someone|somebody|nobody|anything|everything|those
      |ones?|no\ way)(?:\ that)?\ (?:and\ )?
    )$"""
)
REPORTED = _any(
    r"\b(?:told|said|thought|figured|knew|believed|agreed|wrote|asked|argued|felt|decided|suggested|proposed)\b"
)
REAL_PURPOSE = _any(
    r"\b(?:plan|deal|idea|agreement|promise|rule|hope|thinking|understanding|fear|bet|proposal)\ (?:was|had\ been)\b"
    r"|\b(?:so\ that|in\ the\ hope\ that|made\ sure(?:\ that)?|making\ sure(?:\ that)?)\s*$"
)

PAST_PERIOD = _any(
    r"""\b(?:back\ then|in\ those\ days|at\ (?:the|that)\ time|used\ to|until\ (?:i|we|he|she|they|one)\b
      |over\ the\ (?:next|following)|the\ week\ before\ each|
    that\ (?:whole\ )?(?:year|summer|winter|spring|fall|autumn|month|quarter|monday|tuesday|wednesday|thursday
      |friday)\b|in\ (?:19|20)\d\d|
    (?:when|whenever|if|each\ time|any\ time|every\ time)\ (?:i|we|he|she|they|it|someone|somebody|the\ \w+
      |a\ \w+)\ (?:got|came|asked|was|were|had|broke|failed|went|saw|heard|said|called|wanted|stopped|fired|paged)\b
        .*\band\ (?:in|over|after|within|by|it|we|nobody|that)\b.*\b(?:had|was|were|went|dropped|worked|got
          |\w+ed)\b)"""
)
"""A stretch of the past in which `would` tells a habit."""
HABIT_ANYWHERE = _any(
    r"\b(?:every|each)\ (?:single\ )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|night|evening|week|month"
    r"|time|quarter|sprint)\b"
)
"""A repetition that makes `would` a habit wherever it stands, unless the case is an open one."""
HABIT = _any(
    r"""\b(?:(?:every|each)\ (?:single\ )?(?:\w+day|day|night|morning|evening|week|month|quarter|time|sprint|release
      |year|afternoon|hour|few|two|other|two\ weeks)|
    on\ (?:\w+days)|in\ (?:the\ )?(?:mornings|evenings|standups|those\ (?:days|meetings)|reviews|retros|our\ \w+s)
      |(?:most|some|many)\ (?:days|nights|mornings|weeks|times|evenings)|
    once\ a\ (?:day|week|month|quarter)|twice\ a\ (?:day|week|month)|for\ (?:months|weeks|years|a\ (?:year|month
      |while|quarter))|(?:before|after)\ each)\b"""
)
"""How often something was done; before the verb it makes a past habit: `on Fridays I'd fix the names`."""
OPEN_CONDITION = _any(
    r"\b(?:if|should|were|suppose|say)\b.*\b(?:tomorrow|someone|somebody|anyone|such\ an?|ever|again)\b"
)
"""A condition that invents a case, so that a third person's `would` belongs to it."""
GENERAL_CASE = _any(
    r"\b(?:in\ (?:that|such\ a|this|a|those)\ (?:sort\ of\ |kind\ of\ )?(?:case|situation|scenario)s?|generally"
    r"|tomorrow|next\ time|would\ probably|usually\ just|if\ (?:someone|they|he|she|it|that)\ (?:asks|says"
    r"|refuses|won't|doesn't|happens))\b"
)

OPEN_CASE = _any(r"\b(?:if|probably|maybe|perhaps|would\ like|should|let's\ say|in\ such)\b")
"""Words of a case that is open."""

HINDSIGHT = _any(
    r"""\b(?:looking\ back|in\ hindsight|with\ hindsight|in\ retrospect|knowing\ what\ i\ know|if\ i\ (?:had\ to[ ]
      |could\ )?(?:do|did|did\ it|go|went|redo|redid|start|started|replay|relive)\ (?:it\ |that[ ]
      |this\ )?(?:all\ )?(?:over|again|back|differently|today)|
    had\ i\ (?:known|not|asked|done|had|been|waited)|had\ (?:we|they|he|she|it)\ (?:not\ )?\w+|if\ (?:i|we|they|he
      |she|it|the\ \w+|anyone|somebody|someone|nobody)(?:'d|\ had|\ hadn't|'d\ not)\ (?:not\ |only\ |just[ ]
      |ever\ )?(?:known|done|been|asked|waited|had|left|kept|gone|made|taken|seen|told|started|shipped|caught|paged
      |\w+ed)|
    (?:do|have\ done|handle|have\ handled|approach)\ (?:it|that|this|things|one\ thing
      |something)?\ ?(?:all\ )?differently|what\ i'd\ (?:do\ differently|change)|the\ (?:one\ )?thing\ i'd\ change
      |what\ would\ have\ happened|without\ (?:that|it|the\ \w+)\ we\ would\ have|otherwise\ (?:we|i|it|they)(?:'d
      |\ would)\ have|
    should\ have|shouldn't\ have|i\ wish|nearly|if\ not\ for)\b"""
)
"""Second thoughts about a real event."""
COUNTERFACTUAL = _any(
    r"\b(?:if|unless|otherwise|had\ (?:i|we|he|she|they|it)|without|sooner|earlier|differently|instead|better"
    r"|preferred|liked|loved|thought|more|again|expected|wanted|hoped|lost|missed|never|noticed|guessed"
    r"|at\ the\ time|but\ (?:we|i|they|he|she)\b|normally)\b"
)
RESOLUTION = _any(
    r"""\b(?:these\ days|since\ then|ever\ since|from\ (?:now|then|that\ (?:day|point))\ on|nowadays
      |from\ that\ \w+\ on|next\ time|today\ i(?:'d|\ would)?\b|now\ i\ |i\ now\ |i've\ learned|i\ learned
      |what\ i\ (?:learned|took)|my\ lesson|the\ lesson\ (?:was|is|for\ me|i)|that's\ my\ rule\ now|my\ rule\ (?:now
      |since)|after\ that\ i\ always|i\ (?:first\ )?\w+\ first\ now)\b"""
)
"""What the speaker does since the event."""

ANNOUNCED = _any(
    r"""(?:
      \b(?:what|how|where|the\ way)\ (?:i|we|you|one)(?:'d|\ would)\ (?:\w+\ )?(?:do|handle|approach|go|start|begin
        |try|want|tackle|deal|suggest|propose|say|look|solve|resolve|work)\b
    | \b(?:my|the|our|one|another|a|an|(?:my\ |the\ )?(?:first|second|third|next|last|other|best|right|better
      |safest))\ (?:\w+\ )?(?:move|step|option|plan|approach|idea|thing|instinct|answer|priority|way|solution
      |strategy|goal|choice|alternative|reaction|possibility|reflex|tactic|play|preference
      |recommendation)(?:\ (?:there|here|then|to\ do|to\ \w+|in\ (?:that|this|such\ a)\ (?:case
      |situation)))?\ (?:would|might|could|'d)\ (?:probably\ |always\ |also\ |definitely\ |usually\ )?be\b
    | \b(?:a|one|the)\ (?:good|best|better|right|sensible|reasonable|common|typical|usual|proper)\ (?:way|approach
      |move|thing(?=\ is\ (?:to|you|that\ you)\b|\ to\ do\b)|practice|strategy)(?:\ (?:to(?!\ (?:describe|put|say
      |think|explain\ it|see\ it|sum))|of|for|in|with|there|here)\b[^.,;]{0,50})?\ (?:is|would\ be)\b
    | \b(?:should\ (?:the\ same|that|it|this|such|anything|something|they|he|she|a|the|i|we
      |you)\ (?:\w+\ ){0,3}?(?:happen|come\ up|arise|occur|refuse|fail|say|insist|disagree|go\ wrong|break|change|be
      |ever|not)\b | were\ (?:that|this|it|i|such|the)\ (?:\w+\ )?to\ )
    | \bideally,?\ (?:you|i|we|one|the\ \w+|they|somebody|someone|people|it)
    | ^(?:\W*(?:so|well|um|uh|yeah|okay|right|and|but|honestly|basically|then)\b)*\W*(?:i\ (?:suppose|guess|think
      |would\ guess|believe)|generally|usually|typically|normally|in\ general|as\ a\ general\ rule|in\ theory
      |in\ principle|theoretically|basically|hypothetically|probably)(?:\ speaking)?,?\ (?:you|one|you'd|you're|i'd
      |people|everybody|everyone)\ (?!were|was|know|had|did|could\ see|asked|said)
    | \bi\ (?:think|believe|feel\ like|guess|suppose|would\ say)(?:\ that)?\ (?:a|an|any|the|every|you|one|people
      |in\ (?:that|such|those|this)\b[^.]{0,30}?)\ ?(?:\w+\ ){0,3}?(?:should(?!\ have)|has\ to|have\ to|needs\ to
      |need\ to|ought\ to|must|gotta)\b
    | \bin\ my\ (?:opinion|view|mind|book),?\ (?:\w+\ ){1,4}?(?:should(?!\ have)|has\ to|have\ to|needs\ to|need\ to
      |ought\ to|must|would)\b
    | \b(?:in|for)\ (?:that|such\ a|this|those|these|such)\ (?:sort\ of\ |kind\ of\ )?(?:cases?|situations?
      |scenarios?),?\ (?:i|you|we|one)\ (?:usually|typically|normally|always|generally|tend|try|go|just|will|have\ to
      |should|need|can)\b
    | \b(?:i|we)(?:\ will|'ll)\ (?:always|usually|typically|generally|normally|first|definitely|probably|try|go|tell
      |ask|talk|make|sit|start|explain|escalate|call|bring|set|look|find|get)\b(?!\ (?:you\ (?:about|the|how|a)
      |with\ the|through|into|for\ the\ (?:story|one)|deeper|there|stop|back|the\ (?:short|one)|about|by\ saying
      |from\ the\ (?:beginning|start)))
    | \byou(?:'re|\ are)\ going\ to\ (?:want|need|have)\b | \byou(?:'ll|\ will)\ (?:want|need|have)\ to\b
    | \bif\ (?:that|it|this|something\ like\ (?:that|this)|someone|somebody|anyone|i|my\ \w+|the\ \w+
      |a\ \w+)\ (?:\w+\ ){0,2}?(?:happens|came\ to\ me\ tomorrow|comes\ (?:to\ me|up)|ever\ happened
      |were\ to)\b[^.]*\b(?:would|i'd|i'll|i\ will|they'd|we'd|you)\b
    | \bone\ (?:could|might|should|ought\ to|can\ always)\b
    | \bi\ could\ (?:imagine|see\ myself|probably|maybe|perhaps)\b
    )"""
)
PAST_OUTCOME = _any(
    r"\b(?:was|were)\ (?:that|to|the)\b.{0,60}\b(?:which\ is\ how|and\ it\ did|and\ we\ did|so\ we\ did)\b"
    r"|\bi\ (?:usually|always)\ (?:was|had)\b|\bi\ could\ see\b(?!\ myself)"
)
SETUP = _any(
    r"(?:\W*(?:so|okay|well|and|um|uh|like|right|yeah|now)\b)*\W*(?:let's\ (?:say|assume|suppose|imagine|pretend"
    r"|take)|say\ |suppose|imagine|picture|assume|assuming|consider|take\ a\ (?:case|situation|table|team)"
    r"|pretend)\b"
)
"""A sentence that sets up an invented case; it belongs to the would-sentence after it."""
CONTINUED = _any(
    r"(?:and\ |then\ |so\ )*(?:the\ (?:second|third|next|last|other|final)(?:\ (?:one|step|thing|move))?\ would"
    r"|and\ if\ (?:that|it|they|he|she)\b.*\b(?:would|i'd|i'll|you)\b|after\ that\ (?:you|i'd|i\ would)"
    r"|then\ (?:you|i'd|i\ would|it's|maybe|just)\b|from\ there\b|next\b.*\bwould\b|if\ (?:that|it|they|he"
    r"|she)\ (?:doesn't|didn't|fails|won't|still|isn't)\b)"
)
GENERAL_PRESENT = _any(
    r"""(?:
      \bi\ (?:usually|typically|normally|generally|always|tend\ to|would\ always|try\ to\ always|mostly)\ (?!was|were
        |had|did|went|\w+ed\b)(?:\w+)
    | \b(?:usually|typically|normally|generally|in\ general),?\ (?:i|we|you|one|what\ i\ do)\ (?!was|were|had|did
      |went|\w+ed\b)\w+
    | \bwhat\ (?:i|you|we)\ (?:usually|typically|normally|generally|always|tend\ to)?\ ?(?:do|try)\ (?:there\ |then[ ]
      |in\ (?:that|those|such)\ \w+\ )?is\b
    | \bmy\ (?:usual\ |general\ |typical\ |standard\ )?(?:approach|philosophy|style|way|method|process|rule|strategy
      |principle)\ (?:there\ |here\ |with\ \w+\ |to\ \w+\ )?is\b
    | \b(?:it's|it\ is)\ (?:always\ )?(?:important|best|better|good|key|crucial|essential|all\ about|about)\ (?:to
      |that\ you|that\ one|finding|listening|talking|keeping|being|communication|trust)\b
    | \b(?:you|one)\ (?:should(?!\ have)|ought\ to|could\ (?:always|also|maybe|try|go)|can\ (?:always|also|try))\b
    | \bthe\ way\ i\ (?:usually\ |generally\ |typically\ )?(?:handle|do|approach|deal|work|see)\b
    | ^\W*(?:so\ |well\ |and\ |i\ mean\ )*(?:a|an|any|every|the)\ (?:\w+\ ){1,3}?(?:should(?!\ have)|has\ to|must
      |needs\ to|ought\ to)\b
    | \b(?:when|if|whenever)\ (?:people|someone|somebody|a|an|two|you|there's|there\ is|things
      |the)\b[^,.;]{2,60},?\ (?:you|one|i|we)\ (?:usually\ |always\ |just\ |first\ |then\ |really\ )*(?:have\ to
      |need\ to|should|must|try|want|talk|ask|listen|go|sit|find|look|tell|explain|escalate|make|can|bring|set
      |write)\b
    | \bi(?:'m|\ am)\ going\ to\ (?!\w+\ you\b|talk|start|say|share|use|take|walk|stop|be\ honest\ with\ you
      |be\ honest\W)\w+ | \bi(?:'ll|\ will)\ \w+(?:\ \w+){0,4}?\ (?:them|him|her|my\ manager|the\ team|both|people
      |everyone)\b
    | \bwhen(?:ever)?\ (?:that|this|it|something\ like\ (?:that|this)|there's\ (?:a|an)\ \w+)\ (?:happens|comes\ up
      |arises),?\ (?:i|you|we|one)\b
    )"""
)
"""A general practice told in place of a story."""
GENERIC_YOU = _any(
    r"(?:\W*(?:so|well|um|uh|yeah|okay|right|and|but|then|first|next|after\ that|i\ mean|basically|honestly|obviously"
    r"|always|now|if\ \w+\ \w+\ \w+,)\b,?)*\W*(?:you|one)\ (?:just\ |always\ |first\ |then\ |really\ |simply\ "
    r"|basically\ |have\ to\ |need\ to\ |want\ to\ |gotta\ |should\ |must\ |can't\ |don't\ |never\ |try\ to\ "
    r"|can\ |also\ |go\ and\ )*(?!would\b|'d|might\b|may\b|size\b|of\b|\w+s\b|thing\b|day\b|more\b|know\b"
    r"|never\ know|were\b|was\b|had\b|did\b|said\b|asked\b|mentioned\b|could\b|mean\b|see\b|guys\b|can\b|said\b"
    r"|\w+ed\b|and\b|are\b)\w+"
)
NOT_ADVICE = _any(
    r"\byou\ know\b.{0,5}$|\?\s*$|\b(?:you|your)\ (?:question|company|posting|team\ here|said|asked|want\ me)\b"
    r"|\byou\ (?:want|need)\ (?:me|a\ story)\b"
)
OWN_PAST = _any(
    r"""\b(?:i|we)\ (?:also\ |then\ |just\ |first\ |finally\ |personally\ |both\ |immediately\ |quickly\ |actually[ ]
      |only\ )?(?!need\b|feed\b|proceed\b)(?:was\ (?!asked\ what)|were\b|had\b|went\b|took\b|told\b|wrote\b|built\b
      |said\b|made\b|put\b|ran\b|
    found\b|got\b|gave\b|kept\b|left\b|met\b|sat\b|sent\b|did(?!n't\ (?:have|really))\b|came\b|thought\b|knew\b|saw\b
      |spoke\b|brought\b|drew\b|held\b|led\b|chose\b|began\b|broke\b|lost\b|spent\b|fought\b|\w{2,}ed\b)"""
)
"""The speaker's own past, which makes an answer a story."""

CONDITION = _any(
    r"\W*(?:and\ |but\ |so\ )*(?:if|when|whenever|once|with|without|in|for|as|should|were|had|say|let's\ say|after"
    r"|before|what|how)\b"
)
CLAUSE_OF_FACT = _any(
    r"\b(?:was|were|had|did|didn't|wasn't|got|went|came|said|told|knew|took|\w{3,}ed|haven't|can't\ (?:recall"
    r"|remember)|there's|i've|don't\ have)\b|\b(?:that's|this\ is|it's)\ (?:a|an)\b|^\W*(?:tough|hard|good"
    r"|great)\b"
)
LEAD_IN = _any(
    r"(?:(?:so|well|um|uh|er|yeah|yes|okay|ok|right|i\ mean|you\ know|honestly|basically|first\ things\ first|oh|hmm"
    r"|mm|to\ be\ honest|like|but|and|actually|hm)\b[\s,:.–—-]*)+"
)
COMMENT = _any(
    r"""(?:and\ |but\ |so\ )?(?:that's|that\ is|this\ is|it's|it\ is|because|since|as\ (?:i|that|it)|honestly
      |obviously|you\ know|right|i\ (?:guess|think|suppose|mean|did|learned|believe)|which|maybe|probably
      |to\ be\ (?:honest|fair)|somebody\ has|otherwise\ (?:it|they)|for\ sure|or\ something|and\ so\ on|and\ stuff
      |cause|then\ they)\b(?!.*\bi(?:'d|\ would)\b)"""
)
