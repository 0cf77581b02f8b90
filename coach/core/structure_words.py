"""The wordings by which the shape of an answer is told: assumptions, grain, parts of a design, choices, reasons."""

import re

ASSUMPTION = re.compile(
    r"""\b(?:
      (?:i|i'll|i\ will|i'd|i\ would|i'm\ going\ to|i\ am\ going\ to|i\ can|let\ me|let's|let\ us
        |i\ have\ to)\ (?:just\ |also\ |first\ |
        then\ )*(?:assume|presume)\b(?!d)
    | i(?:'m|\ am)\ (?:just\ |also\ |going\ to\ be\ )?assuming
    | (?<!stop\ )(?<!stopped\ )(?<!without\ )(?<!instead\ of\ )(?<!keep\ )(?<!by\ )(?<!was\ )(?<!were\ )(?<!from\ )
        (?<!kept\ )assuming
    | (?:let\ me|i'll|i\ will|let's|i)\ take\ (?:it|that|this)\ (?:as\ (?:given|read)|for\ granted|that)
    | i(?:'ll|\ will)?\ take\ as\ (?:given|read)
    | (?:my|one|the|another|a)\ (?:first\ |second\ |third\ |working\ |other\ |next\ |last\ )?assumption\ (?:is|here
        |would\ be)
    | (?:on|under)\ the\ assumption
    | (?:let\ me|i'll|let's)\ (?:suppose|work\ (?:on\ the\ basis|with\ the\ assumption))
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A stated assumption; a past or reproached one (`we assumed`, `stop assuming`) is none."""

DENIAL = re.compile(
    r"(?:\b(?:not|never|no|nobody|wouldn't|don't|isn't|won't|can't|cannot|aren't|doesn't)\b(?:\W+\w+){0,3}\W*)$",
    re.IGNORECASE,
)
"""Words right before a wording that turn it round."""

GRAIN = re.compile(
    r"""\b(?:
      (?:(?:exactly|just|only)\ )?(?:one|a|a\ single|single)\ (?:\w+\ )?(?:row|record|line)\ (?:per|for\ (?:each
        |every|any|one)|each)\b
    | (?:each|every)\ (?:\w+\ )?(?:row|record)\ (?:is|stands\ for|represents|means)\b
    | (?:my\ |the\ |its\ |our\ )?(?:\w+\ )?grain\ (?:(?:here|of\ \w+(?:\ \w+){0,4}?|stays|i\ want|i\ pick
        |first)[,:]?\ )*(?:is|are|will\ be|would\ be)\b
        (?!\W+(?:the\ first|important|key|crucial|critical|essential|what|something|unclear|missing|everything|wrong
        |half|not\ clear
          |never|a\ question|first\b))
    | grain\s*[:,=]\s*(?:one|a|per|each|user|campaign|\w+\ by)\b
    | (?:at|on|to|in)\ (?:the\ |an?\ )?(?!the\b|this\b|that\b|what\b|which\b|wrong\b|right\b|any\b
        |some\b)\w+(?:[\ -](?!grain)\w+){0,4}[\ -]grain\b
    | keyed\ (?:one[\ -]to[\ -]one|one\ for\ one)\ (?:by|on|to|with)\b
    | (?:table|row|rows|result|output|fact|mart|dimension|aggregate|record|records)\b[^.?!]{0,40}?\bkeyed\ (?:by|on)\b
    | (?:unique|one\ to\ one)\ (?:on|per|by|in)\ \w+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What one row of the result stands for; that a grain matters or is asked for does not say it."""

COMPONENT = re.compile(
    r"""\b(?:
      pipelines?(?!\ of\ (?:questions|candidates)) | (?:message\ )?queues?
    | (?:kafka|raw|event|events|input|output|compacted|partitioned|click|impression|one|a\ single|two)\ topics?
    | (?:into|onto|from|to)\ (?:a|an|the|one|its\ own|their\ own)\ (?:\w+\ )?topic
    | stream(?:ing)?[\ -](?:processors?|jobs?|layer|engine|path) | batch[\ -](?:jobs?|layer|path)
    | (?:\w+\ )?(?<!pricing\ )(?<!on\ the\ )(?<!league\ )tables?(?!\ stakes)
    | bronze | silver(?!\ (?:bullet|lining)) | gold(?!\ (?:standard|plat\w+|mine|rush|rule)|\ (?:customers?|medal))
    | (?:data\ )?warehouses? | (?:data\ )?lake(?:house)?s? | (?:\w+\ )?caches?
    | (?<!customer\ )(?<!in\ )(?<!self\ )(?:micro)?services?(?!\ (?:level|time|desk|cost)) | apis?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A part of a design besides a named product."""

NOT_YET = re.compile(
    r"\b(?:before|without|until|no|not|never|skip|rather than|instead of|leave|later|yet)\b[^.?!;:]{0,40}$",
    re.IGNORECASE,
)
"""Words before a part of a design that put it off: `before I draw any pipeline`."""
RESTATES = re.compile(
    r"\b(?:you (?:want|need|ask(?:ed)?|said|have|already have|gave)|you're asking|your|the (?:ask|task|question|prompt|"
    r"goal|brief) (?:is|here)|(?:i am|i'm|we're|we are) (?:asked|told|being asked)|to restate|restating|asked (?:for"
    r"|to)|"
    r"so we (?:need|want))\b",
    re.IGNORECASE,
)
"""A sentence that says the task over again."""

CHOICE = re.compile(
    r"""\b(?:
      (?:i|we)(?:'d|\ would|'ll|\ will|'m\ going\ to|\ am\ going\ to)(?!\ (?:\w+\ )?(?:ask|check|clarify|want\ to
        |like\ to|love\ to|need\ to
        |say\ it\ (?:all\ )?depends|say\ that\ depends|hear|wonder|guess|be\ (?:able|careful|curious|happy|glad
        |interested)
        |have\ to\ (?:ask|see|check|know)|probably\ ask|have\ (?:thought|been|done|liked)|think\ about|look\ (?:at
        |into)|see\b|know\b|first\ ask
        |go\ either|flip|discuss|raise|dig|talk|explore|switch\ if|change\ my|consider|start\ by\ (?:asking
        |clarifying|checking)|call\ (?:him|her
        |them)))\ (?:\w+\ ){0,3}?\w+
    | (?:i|we)\ (?:always\ |still\ |just\ |deliberately\ |would\ rather\ )*(?:choose|chose|pick|picked|take
        |go\ (?:with|for)|went\ (?:with|for)
        |use|keep|prefer|default\ to|commit|recommend|argue|vote|bet|settle|stay|stick|trust|drop|partition|join
        |left[\ -]join|outer[\ -]join
        |gate|reject|refuse|side|freeze|insist|don't\ (?:use|want|trust|take|join|drop|want)|do\ not\ (?:use|take
        |trust|join)|decided)\b
    | my\ (?:default|pick|choice|call|vote|answer|recommendation|position|stance|bet|preference|rule
        |verdict)\b[^.?!]{0,12}\b(?:is|would\ be|goes|stays)\b
    | (?:the\ )?(?:answer|right\ (?:choice|answer|call|shape))\ (?:here\ )?is\b(?!\ (?:that\ )?it\ depends)
    | (?:is|are|remains)\ (?:the\ )?(?:right|better|best|wrong|safer|cheaper|worse)\b
    | (?:batch|stream(?:ing)?|\w+\ join|the\ \w+\ (?:loop|path|layer|ledger|number))\ (?:is|stays|remains|settles
        |owns|decides)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that commit the speaker to one side; asking, looking and going either way commit to nothing."""

WINS = re.compile(
    r"\b(?:batch|stream(?:ing)?|correctness|accuracy|truth|freshness|latency|cost|simplicity|python|sql|push|pull"
    r"|ledger|"
    r"incrementality|privacy|speed|safety|(?:the )?(?:slow|fast|batch|nightly|late|final|corrected|warehouse|billing)"
    r"(?: (?:loop|path|number|figure|side|job|layer|value))?) wins\b",
    re.IGNORECASE,
)
"""A side that is said to win: a choice in itself."""
FLAT = re.compile(
    r"(?:^|(?<=[.!?;:]\s)|(?<=[.!?;:,]\s))(?:so |well |okay |my answer is |the answer is )?(?:no|yes|neither|never)"
    r"(?:\s*[,.;:–—-][^.?!]{0,60}?)?[,.;:–—-]?\s+(?:and )?(?:here(?:'s| is) why|because|since|for (?:one|two|three"
    r"|a) (?:\w+ )?reasons?|"
    r"the reason)\b",
    re.IGNORECASE,
)
"""A flat yes or no with its reason."""
REASON = re.compile(
    r"\b(?:because|here(?:'s| is) why|the reason(?:s)?\b|my reason|for (?:one|two|three|four|this|that"
    r"|a) (?:\w+ )?reasons?|"
    r"so that|given that|which is why|that is why|that's why|due to|otherwise|the why is|"
    r"since(?! (?:then|last|yesterday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d|the (?:start|beginning|launch|first|last)|day|launch|midnight|i joined|we launched"
    r"|the \w+ click)\b))\b",
    re.IGNORECASE,
)
"""A reason; a `since` of time is none."""
REASON_FIRST = re.compile(
    r"(?:and |so |why\W+)*(?:because|the reasons?|my reasons?|that's because|that is because|here(?:'s| is) why"
    r"|otherwise|"
    r"it's because|since|two reasons|three reasons|one reason)\b",
    re.IGNORECASE,
)
"""A sentence that opens with the reason of the one before it."""

NEXT_PROBLEM = re.compile(
    r"""\b(?:
      (?:what|where|the\ (?:thing|part|piece|bit|one\ thing|next\ thing))\ i(?:'d|\ would)\ (?:\w+\ ){0,2}?(?:want
        |like|love|dig|look|go|explore|talk|
        discuss|tackle|attack|think|spend|push|worry|hear|ask|build|solve)\b
    | (?:the|one|an?|my)\ (?:\w+\ ){0,2}?(?:interesting|open|next|hard|harder|hardest|real|unsolved|bigger|deeper
        |remaining)\ (?:question|problem|part
        |issue|thing|bit|piece|challenge|discussion|debate|fight|topic|one)\b
    | i(?:'d|\ would)\ (?:really\ |also\ |then\ |like\ to\ |love\ to\ |be\ (?:curious|interested|keen)\ to\ )+(?:hear
        |know|see|learn|discuss|talk|dig|explore
        |understand|ask)\b
    | i(?:'m|\ am|'d\ be|\ would\ be)\ (?:really\ |most\ |also\ )?(?:curious|interested|keen)\ (?:how|whether|what
        |where|about|in|to|which|if)\b
    | worth\ (?:discussing|talking\ about|digging\ into|arguing|a\ (?:conversation|discussion|debate)|an\ hour
        |your\ time|exploring|debating)\b
    | (?:with|given|if\ (?:we|i)\ (?:had|have))\ (?:\w+\ )?more\ time\b
    | (?:my|one|a|the)\ (?:\w+\ )?question\ (?:back\ )?(?:to|for|back)\b
    | next\ (?:i'd|i\ would|we\ should\ talk)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The next problem worth discussing, or a question announced."""
POLITE = re.compile(
    r"\b(?:any (?:other |more )?questions|does that (?:make sense|answer|help)|make sense\b|happy to (?:answer|take)|"
    r"is that (?:clear|ok|okay|enough|what you))",
    re.IGNORECASE,
)
"""A closing courtesy: it offers no problem."""
