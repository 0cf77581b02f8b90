"""The wordings by which a clarifying question is told from other sentences (annotation rules, 7)."""

import re

AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|should|has|have|had|may|might|"
    r"isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|hasn't|haven't|hadn't)"
)
_SUBJECT = (
    r"(?:i|you|we|they|it|he|she|this|that|these|those|there|anybody|anyone|somebody|someone|everybody|everyone|any|"
    r"the|your|our|their|its|my|each|every|all|both|one|an?)\b"
)
_CONTRACTED = r"(?:who|what|how|where|when|which|why)(?:'s|'re|'d|'ll)"

LEAD_IN = re.compile(
    r"(?:(?:so|and|but|okay|ok|well|right|alright|yeah|yes|sure|um|uh|er|hmm|ah|oh|now|then|also|first|second|secondly|"
    r"third|finally|lastly|sorry|actually|just|maybe|plus|next|great|good|fine|cool|like|listen|look|see|honestly|"
    r"basically|quickly|one more|one more thing|one thing|another thing|another one|one other thing|by the way|"
    r"quick question|question|i mean|you know|for example|first of all|before that|before (?:i|we) (?:answer|start"
    r"|begin|dive in|go on|go|continue|draw|design|build|touch|do|pick)(?: that| anything| this| it| one)?"
    r"|before anything|in that case|"
    r"out of curiosity|of you|from you|for you|to you|from your side|on your side|from your end|question (?:one"
    r"|two|three)"
    r"|number (?:one|two|three)|next question|last one|last question|follow-up|a follow-up|thanks|thank you"
    r"|understood|got it"
    r"|makes sense|right then|let's see)\b[\s,:;.–—-]*)+",
    re.IGNORECASE,
)
"""Words that may stand before a question without being part of a statement."""

ASK_FRAME = re.compile(
    r"""(?:
      i(?:'d|\ would|'ll|\ will|\ do|\ really|\ just|\ also|\ first|\ still|\ probably|\ definitely|\ would\ first
        |'d\ first|'d\ also|'d\ really)*
        \ (?:like|love|want|need|have)\ to\ (?:first\ |just\ |also\ |really\ |quickly\ )?
        (?:know|hear|understand|clarify|confirm|ask|double-check|get\ a\ sense\ of|find\ out\ from\ you
          |check\ with\ you|check|find\ out|learn|establish|pin\ down|nail\ down|verify|work\ out|get\ clear\ on
          |be\ (?:sure|clear|certain)(?:\ (?:about|on))?|get\ (?:clarity|clear)(?:\ (?:about|on))?|be\ told)
        (?:\ (?:you|from\ you|with\ you|more|first|a\ bit\ more|exactly|one\ thing|a\ little\ more|is))*
    | (?:i'm|i\ am|i'd\ be|i\ would\ be|i\ was|i'm\ just)\ (?:also\ |just\ |still\ |really\ |quite\ |a\ bit[ ]
      |mostly\ )?
        (?:curious|wondering|interested|keen)(?:\ (?:about|in|to\ (?:know|hear|learn|understand|see)))?
    | i\ (?:also\ |just\ |do\ |still\ )?wonder
    | (?:can|could|would|will)\ you\ (?:please\ |maybe\ |just\ |also\ |quickly\ |possibly\ |perhaps\ )?
        (?:tell|say|clarify|explain|describe|share|give|walk|elaborate|expand|confirm|help|talk|specify|define|point|
        let\ me\ know|remind|be\ more\ specific)(?:\ (?:me|us))?
    | do\ you\ (?:happen\ to\ |already\ )?(?:know|have\ (?:a\ (?:sense|feel|feeling|number|rough\ idea)|any\ idea
      |an\ idea))
    | (?:please\ )?(?:tell\ me|let\ me\ know|let\ me\ understand)(?:\ first|\ again)?
    | (?:please\ )?(?:help\ me\ understand|walk\ me\ through|clarify\ for\ me|give\ me\ a\ (?:sense|feel)|remind\ me)
    | (?:can|could|may|might)\ i\ (?:just\ |quickly\ |first\ |also\ |maybe\ )?(?:ask|check|clarify|confirm
      |know)(?:\ (?:you|one\ thing|something|a\ question))?
    | let\ me\ (?:just\ |first\ |quickly\ |also\ )?(?:ask|check|clarify|confirm|double-check)(?:\ (?:you|something
      |one\ thing|this|first|back|with\ you|that))*
    | (?:i'd|i\ would|i'll|i\ will|i\ have\ to|i\ want\ to|i\ should|i\ must|i\ need\ to)\ (?:also\ |first\ |just[ ]
      |probably\ |always\ |then\ |immediately\ |definitely\ )*ask(?:\ (?:you|first|back|right\ away|you\ first
      |you\ back))*
    | (?:my|the|one|another|a|and\ the|and\ my)\ (?:\w+\ )?(?:\w+\ )?(?:question|thing|unknown)(?:\ (?:to|for)\ you
      |\ here|\ back)?(?:\ (?:i|i'd|i\ would)\ (?:have|ask|want|need|like|love)(?:\ to\ (?:ask|know|clear\ up|clarify
      |understand))?)?\ (?:is|would\ be|will\ be|'d\ be)
    | (?:my|the)\ (?:first|second|third|next|other|last|only)(?:\ one)?\ (?:is|would\ be|will\ be|'d\ be)
    | what\ (?:i'd|i\ would|i)\ (?:really\ |still\ |first\ )?(?:like|want|need|love|have)?\ ?(?:to\ )?(?:know|ask
      |understand|clarify|hear)(?:\ (?:first|here))?\ (?:is|would\ be)
    | (?:it|that)(?:'d|\ would)\ (?:really\ |also\ )?(?:help|be\ (?:helpful|good|great|useful|nice
      |important))(?:\ (?:me|us))?(?:\ a\ lot)?(?:\ to\ (?:know|understand|hear)|\ if\ (?:i|you)\ (?:knew|know
      |could\ (?:tell\ me|say|share)|had))
    | it\ (?:depends|matters)\ (?:a\ lot\ )?(?:to\ me\ )?(?:to\ know)
    | (?:any|no)\ (?:idea|sense|clue)\ (?:of\ |about\ )?
    | what\ (?:i\ don't\ (?:yet\ )?(?:know|see|understand)|i'm\ (?:still\ )?(?:missing|lacking|unsure\ about
    |after|unclear
        \ (?:on|about))|i\ still\ (?:need|lack|miss|don't\ (?:know|see))|(?:isn't|is\ not|'s\ not)\ clear(?:\ to\ me)?
        |(?:is|'s)\ (?:still\ )?(?:unclear|missing|open)(?:\ (?:to|for)\ me)?|nobody\ (?:has\ )?told\ me
        |you\ (?:didn't|haven't)\ (?:say|said|mention|mentioned|told\ me|tell\ me))\ (?:yet\ )?(?:is|would\ be)
    | (?:i'm|i\ am)\ (?:still\ |just\ |also\ |really\ |a\ bit\ |a\ little\ )*(?:not\ (?:yet\ |quite\ |really\ |entirely
        \ |totally\ |completely\ |so\ )?(?:clear|sure|certain)|unclear|unsure|missing|in\ the\ dark)(?:\ (?:yet
        |on|about|of))?
    | (?:it's|it\ is)\ (?:still\ )?(?:not\ (?:yet\ |quite\ |really\ |entirely\ )?(?:clear|obvious)
    |unclear)\ (?:yet\ )?to\ me
        (?:\ yet)?
    | you\ (?:haven't|have\ not|didn't|did\ not)\ (?:yet\ )?(?:said|say|told\ me|tell\ me|mentioned|mention
    |specified|specify)
    | i(?:'d|\ would|'ll)?\ need\ you\ to\ tell\ me | i(?:'d|\ would)\ (?:be\ glad|be\ happy|appreciate)\ (?:it\ )?
        (?:to\ (?:know|hear)|if\ you\ (?:told|could\ tell)\ me)
    )(?=\W|$)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Frames that put a question indirectly; what they ask follows."""

INDIRECT_OBJECT = re.compile(
    r"""[\s,:–—-]*(?:(?:about|on|of|in|me|us|you|to\ me|from\ you|exactly|roughly|please|first|maybe|is|though|here
      |one\ thing)[\s,:]+)*
    (?:who|whose|whom|what|which|when|where|why|how|if|whether)\b""",
    re.IGNORECASE | re.VERBOSE,
)
NOUN_OBJECT = re.compile(
    r"""[\s]*(?:(?:a\ (?:bit|little)|some|anything|something)\ more\ (?:about|on)|more\ (?:about|on)|about|of|on|me
      |us|what|through)?\s*
    (?:the|your|their|its|his|her|our|any|some|more|that|those|this|a\ (?:bit|little)\ more)\ (?!problem|ask\b
      |question|rest|story|truth|same|two\ teams)\w""",
    re.IGNORECASE | re.VERBOSE,
)
NOUN_FRAME = re.compile(
    r"(?:can|could|would|will)\ you|like\ to\ (?:know|hear|understand)|love\ to\ (?:know|hear|understand)"
    r"|curious\ about|"
    r"wondering\ about|tell\ me|walk\ me|sense\ of|need\ to\ know|want\ to\ know|interested\ in".replace(r"\ ", " "),
    re.IGNORECASE,
)
"""Frames whose object may be a noun: `tell me about the readers`."""

WH = re.compile(
    rf"""(?:
      {_CONTRACTED}(?=\s)
    | (?:how|what|which|who|whom|whose|where|when|why)\ (?:(?!(?:the|my|our|i|we|you|they|it|he|she|this
      |that)\b)\w[\w'-]*\ ){{0,4}}?{AUXILIARY}\ (?:\w|not\b)
    | (?:at|by|in|on|for|from|with|to|under|of)\ (?:what|which|whom|whose|how)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""An interrogative with its auxiliary in question order."""
WH_SUBJECT = re.compile(
    r"""(?:who(?:\ else|\ exactly|\ actually|\ all|\ here|\ currently|\ really|\ in\ [\w ]{2,20})?|what
      |which(?:\ \w+){0,2}|whose\ \w+|what\ (?:kind|sort|type)s?\ of\ \w+|
    how\ much|how\ many(?:\ \w+){1,3})\ (?:also\ |ever\ |really\ |actually\ |currently\ )?
    (?:\w+s|owns?|reads?|uses?|runs?|consumes?|needs?|happened|broke|changed|comes?|depends?|breaks?|happens?
      |decides?|pays?|looks?|queries|query|opens?|
    counts?|triggers?|drives?|goes|signs?|sits?|touch(?:es)?|writes?|gets?|asks?|came|went|made|caused|matters?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
WH_ANY = re.compile(r"(?:who|whose|whom|what|which|where|when|why|how)\b", re.IGNORECASE)
WH_STATEMENT = re.compile(
    r"(?:what|which|when|where|how|why|who|whoever|whatever)\s+(?:(?:i|you|we|they|he|she|it|this|that|the|people|my"
    r"|our|your|their)(?:'\w+)?\s|(?<=\bwhen )(?:an?|each|every|all|any|some|no|one|two|those|these|its|his|her"
    r"|another)\s"
    r"|(?:is|was|means|has|had|makes|made|meant|came|gave|took|will|would|can|to)\s+(?!(?:\w+\s){0,6}\w*\?))",
    re.IGNORECASE,
)
"""`what I did`, `which is why`: a clause that only looks like a question."""
INVERTED = re.compile(rf"{AUXILIARY}\s+{_SUBJECT}", re.IGNORECASE)
INVERTED_LOOSE = re.compile(rf"{AUXILIARY}\s+[\w\"“]", re.IGNORECASE)
INVERTED_MIDWAY = re.compile(
    r"\b(?:is|are|was|were|do|does|did|can|could|will|would)\s+(?:this|that|it|there|they|you|we|anyone|anybody)\s+"
    r"(?:about|for|a|an|the|going|meant|expected|supposed|allowed|any|already|something|have|need|want|care|mean|"
    r"run|read|use|get|see|expect|only|more|batch|streaming|still|even|ok|okay)\b",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(
    r"(?:any|anything|anybody|anyone|another|other|also|per|or|for|by|in|at|under|over|until|since|within|like|as|"
    r"same|roughly|about|internal|external|daily|hourly|batch|streaming|real-time)\b",
    re.IGNORECASE,
)

REPORTING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|said|says|saying|say|goes|went|go|wrote|writes|wonders|wondered|wondering|thought"
    r"|thinking|think|thinks|"
    r"replied|reply|shouted|told|tells|was like|were like|i'm like|figured|figure|answer|answers|wanted|wants|kept"
    r"|keeps|question (?:was|is)|"
    r"questions (?:was|were|are)|reads|was|were|runbook|checklist|template|out loud|myself|yourself|title|headline"
    r"|known|"
    r"knew|decide|decided|deciding|discuss|discussed|argued|argue)\b",
    re.IGNORECASE,
)
"""Words that make a following question somebody's reported speech or thought."""
TO_INTERVIEWER = re.compile(
    r"\b(?:(?:when|if|as|what) you (?:say|said|mention(?:ed)?|asked|ask|wrote|write|told)|you (?:said|mentioned|asked"
    r"|told me|say)|"
    r"(?:i|i'd|i'll|let me|can i|could i|may i|have to|want to|should|would|must|need to) (?:also |first |just "
    r"|quickly )?ask(?: you| back| first)?|"
    r"my (?:\w+ )?(?:\w+ )?(?:question|thing|one)(?: (?:is|would be|here|to you|for you))?|i(?:'m"
    r"| am) (?:just )?wondering|"
    r"question (?:for you|i have|i'd have|i'd ask|back))\b",
    re.IGNORECASE,
)
"""What looks reporting and still speaks to the interviewer."""
SOMEBODY_ELSE = re.compile(
    r"\b(?:ask|asks|asked|asking|tell|told|telling)\s+(?:the|them|him|her|my|our|their|his|finance|sales|marketing"
    r"|legal|people|"
    r"everyone|everybody|each|myself|ourselves|product|whoever|both|an?|around|why\b.{0,40}\bme\b|all|those|someone|"
    r"somebody|engineering|support|security|platform|analytics|billing|ops|procurement|privacy)\b",
    re.IGNORECASE,
)

TO_YOU = re.compile(r"\b(?:you|your|yours|this|it|the)\b", re.IGNORECASE)
"""What a question put to the interviewer speaks of."""
NOT_CLARIFYING = re.compile(
    r"""\b(?:
      (?:say|read|repeat|ask|state|explain|give|tell)\ (?:that|it|this|me\ that|the\ (?:question|prompt|last\ (?:part
        |bit))|that\ one)?\ ?(?:to\ me\ |for\ me\ )?(?:again|once\ more|one\ more\ time|back)
    | repeat\b | rephrase\b | come\ again | pardon | say\ again | once\ more | one\ more\ time | (?:speak
      |talk)\ (?:up|slower|louder|a\ bit)
    | (?:what|which)\ (?:was|is|were)\ (?:the|that|your)\ (?:last\ (?:part|bit|word|thing)|(?:original[ ]
      |exact\ )?question|prompt|second\ (?:part|half)|first\ part)
    | what\ did\ you\ (?:say|just\ say|ask) | did\ you\ say\b | (?:can|could|do)\ you\ (?:still\ )?hear
      | am\ i\ audible | where\ was\ i | what\ was\ i
    | (?:give|take|have|get|need|want)\ (?:me\ )?(?:a|one|another|just\ a|some|two|ten|thirty|half\ a|a\ few
      |a\ couple\ of)\ (?:\w+\ )?(?:second|seconds|sec|secs|minute|minutes|moment|moments|time|beat|breath|thirty)
    | (?:a|one)\ (?:second|moment|minute|sec)\ to\ (?:think|collect|get|order) | hold\ on | bear\ with\ me
    | (?:mind|okay|ok|all\ right|alright|fine)\ (?:if|with\ you\ if|when|for\ me\ to|that)\ i\b | is\ it\ (?:okay|ok
      |fine|alright|all\ right)\ (?:if|to|that|for\ me)
    | (?:(?:can|could|may|shall|should|might)\ i|do\ you\ want\ me\ to|would\ you\ like\ me\ to
      |want\ me\ to)\ (?:just\ |first\ |quickly\ |also\ |maybe\ )?
        (?:take|draw|sketch|start|share|think|go|talk|walk|jump|come\ back|skip|begin|pause|write|use\ (?:the
          |a)\ (?:whiteboard|board|pen|diagram)|show|tell|give|continue|keep\ going|stop|dive|elaborate|expand
          |move\ on|answer|finish|cover|add|pick|proceed|explain|describe|get\ back|restart|redo|correct|mention|say
          |read\ (?:you|it)|put|do\ that|do\ it)\b
    | (?:does|did|do)\ (?:that|this|it|any\ of\ (?:that|this)|i|what\ i\ said)\ (?:all\ )?(?:make\ (?:any\ )?sense
      |answer|help|sound|track|work\ for\ you|cover|address|land)
    | (?:make|makes|making)\ sense$ | (?:are\ you|you|everybody|still)\ (?:still\ )?with\ me | am\ i\ making\ sense
      | you\ follow | (?:do\ you\ )?(?:see|know)\ what\ i\ mean
    | (?:is|was)\ (?:that|this|it)\ (?:the\ (?:kind|sort|type)|what\ you|clear|enough|okay|ok|good\ enough|detailed
      |too\ (?:much|detailed)|the\ level|the\ direction|fair)\b | how\ (?:am\ i\ doing|much\ time|does\ that\ sound
      |is\ that|was\ that|are\ we\ (?:doing|on)\ (?:for\ |on\ )?time)
    | what\ (?:else\ (?:can|could|should)\ i|do\ you\ think\ of\ (?:that|my)) | how\ are\ you | sounds\ good
      | shall\ (?:i|we)\b | should\ i\ (?:go|keep|continue|stop|move)
    | (?:where|which\ (?:one|part))\ (?:should|shall|do\ you\ want\ me\ to|would\ you\ like\ me\ to)\ ?i?\ (?:start
      |begin)
    | anything\ (?:else\ )?(?:you(?:'d|\ would)?\ (?:like|want)|i\ (?:missed|forgot)) | let\ me\ know\ if\ (?:you
      |that|i|there) | more\ detail\ on\ (?:that|this)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Asking for time, a repeat, permission, or whether one was understood."""
RHETORICAL = re.compile(
    r"""\b(?:
      what\ if\ (?:i'd|we'd|i\ had|we\ had|it\ had|they'd|i\ was|we\ were)\b |
      who\ (?:cares|knows|doesn't|hasn't|wouldn't|didn't|isn't|wants|needs\ (?:that|it|another)|in\ their\ right
        |am\ i\ to|would\ (?:have|want|ever|argue|say\ no)|could\ have|(?:is|'s)\ (?:going|gonna)\ to\ (?:argue
        |complain\ about\ a|say\ no|object)|would've|likes|has\ time)
    | who's\ (?:going\ to|gonna)\ (?:argue|say\ no|object|believe|trust|thank)
    | why\ (?:not|bother|on\ earth|would\ (?:anyone|anybody|you|i|we|one|that|it)|should\ (?:i|anyone|anybody)
      |do\ (?:i|people|we\ all)|did\ (?:i|we|nobody|no\ one)|would\ i|is\ that|am\ i|was\ (?:that|it|i)|does\ (?:that
      |it|this)\ matter|pay\b|am\ i)
    | what(?:'s|\ is)\ (?:the\ (?:point|use|harm|worst|catch|alternative\ then|big\ deal|moral|lesson)
      |not\ to\ (?:like|love)|in\ it\ for|so\ (?:hard|bad|special)|wrong\ with)
    | what\ (?:could|can|possibly\ could)\ (?:possibly\ )?go\ wrong | what\ good\ (?:is|does|was) | what\ (?:more
      |else)\ (?:do|could|can)\ (?:you|we|i)\ (?:want|ask|need|do) | so\ what$ | who\ would\ have\ | what\ (?:did
      |do)\ (?:i|we)\ (?:do|learn|find|choose|see|get|take|change|decide|pick|have|say)\b
    | how\ (?:hard|difficult|bad)\ can\ (?:it|that|this)\ be | how\ (?:else|on\ earth|in\ the\ world|do\ (?:i
      |we)\ know|did\ (?:i|we)|would\ (?:i|you\ like\ that)|often\ (?:do|have|did)\ (?:we|you)\ (?:all\ )?(?:hear
      |see\ (?:that|this)|heard|seen)\b)
    | (?:isn't|wasn't|aren't|weren't|doesn't|don't)\ (?:that|this|it|they|we\ all|everybody|everyone|you\ (?:think
      |love|hate))\b | is\ (?:that|it)\ (?:really\ )?(?:perfect|ideal|elegant|pretty|glamorous|rocket\ science|fun
      |a\ coincidence|surprising|any\ wonder)
    | do\ i\ (?!get|have\ (?:to|access|a\ budget|any|the)|need\ to|own)\w+ | did\ (?:i|we)\b | was\ i\b | were\ we\b
      | am\ i\ (?:happy|proud|sure|saying|perfect|glad) | (?:have|had)\ i\b | would\ i\b | could\ i\ have
      | could\ we\ have | should\ (?:i|we|they|it|that)\ have\b | should've\b
    | which\ is\ (?:it|fine|what) | and\ (?:you\ know|guess)\ what | guess\ (?:what|who|which)
      | (?<!do\ )you\ know\ (?:what|why|who|how)\b | remember\b | see\b.{0,20}\bproblem
    | (?:ever|have\ you\ ever)\ (?:tried|seen|been|had|heard|worked|wondered)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Questions that expect no answer, and questions about one's own past put for effect."""
TAG_ONLY = re.compile(
    r"(?:right|no|yes|yeah|okay|ok|huh|eh|you know|makes sense|correct|really|see|what|sorry|pardon|so|well|and|"
    r"(?:do )?you (?:know|see|get|catch|understand|follow|hear)(?: what (?:i mean|i'm (?:saying|getting at"
    r"|driving at|after)"
    r"|i'm trying to say)| me| my (?:point|drift|meaning)| the (?:idea|point|picture))|know what i mean"
    r"|if you know what i mean"
    r"|am i right|innit|yeah no|isn't it|don't you think|wouldn't you say|you see|fair|fair enough|sound good"
    r"|sounds good|clear|deal|agreed)",
    re.IGNORECASE,
)

SELF_ANSWER = re.compile(
    r"(?:(?:well|um|uh|oh|and|so|but)[\s,]+)*"
    r"(?:then (?:it|they|the|nothing|nobody|that)\b|(?:for|in|on) \w+(?: \w+)?, (?:yes|no)|partly|mostly"
    r"|in part|kind of|sort of|almost|barely|yes|no|nope|yep"
    r"|yeah|sure|absolutely|of course|obviously|clearly|definitely|certainly|not (?:really|much|at all|quite|"
    r"yet|entirely|necessarily|every|always|exactly|for|in|without|a|the|until|once|one|even|if|by|because|anymore|"
    r"perfectly|only|so|too|that)|never|nobody|nothing|none|no one|neither|hardly|rarely|always|everybody|everyone"
    r"|both|"
    r"i don't think|i doubt|i do(?:n't)?\b|i did(?:n't)?\b|i would(?:n't)?\b|i'd say (?:no|yes)|because"
    r"|probably (?:not|yes)|maybe,? but|"
    r"maybe not|exactly|simple|easy|(?:it|they|we|you|she|he|that|this|there|i) (?:is|are|was|were|does|do"
    r"|did|can|could|"
    r"will|would|has|have|had|isn't|aren't|wasn't|doesn't|don't|didn't|can't|won't"
    r"|wouldn't)(?:n't)?(?: not)?(?=[\s]*(?:[.,!;]|$))|"
    r"the answer(?: was| is)|turns out|it turned out|in my experience|here's|that's (?:what|why|how|the|because|when"
    r"|where|easy)|"
    r"we (?:didn't|don't|weren't|aren't|couldn't)|my answer|to me,? no|less than|more than you)\b",
    re.IGNORECASE,
)
"""The next sentence answers the speaker's own question."""
GUESS = re.compile(
    r"\b(?:i'd guess|i guess|i'm guessing|i would guess|guess|i assume|i'm assuming|i'd assume|assuming|presumably"
    r"|probably|"
    r"i suppose|i imagine|i ask|i'm asking|asking|otherwise|if (?:so|not|yes|it's|they|that|you|the)|because (?:if"
    r"|that|it changes)|"
    r"depending|depends|that would|it matters|just so|either way|in case|let's say|i'll|let me|my guess|say)\b",
    re.IGNORECASE,
)
"""The next sentence guesses at or waits for the interviewer's answer, so the question stays open."""
SUBJECT_OR_HEDGE = re.compile(
    r"\b(?:i|i'm|i'd|i'll|we|we'd|we'll|you|they|he|she|it|it's|is|are|was|were|will|would|can|could|do|does|did|has"
    r"|have|had|let|let's)\b",
    re.IGNORECASE,
)

ASKS_CONSUMER = re.compile(
    r"""(?:
      \bwho(?:'d|'ll|'re|'ve)?(?:'s|\ is|\ do\ you\ (?:see|expect|imagine|think)|\ ends?\ up|\ tends?\ to|\ has\ to
        |\ wants?\ to|\ gets?\ to|\ needs?\ to|\ you\ (?:see|expect|think)|\ are|\ else|\ exactly|\ actually
        |\ currently|\ all|\ here|\ will|\ would|\ in\ \w+(?:\ \w+)?
        |\ besides\ \w+|\ on\ the\ other\ \w+|\ really|\ ever|\ even|\ (?:is|'s)\ (?:going\ to|gonna)|\ might|\ could
        |\ can|\ should)*\ (?:be\ |going\ to\ |gonna\ |be\ the\ ones\ )?
        (?:read|use|consum|quer|look|open|run|call|subscrib|depend|rel(?:y|ies)|need|hit|pull|get|see|watch|refresh
          |access|notice|complain|scream|miss|feel|wait|care|act|sit|listen|request|schedul|fire|trigger|launch|view
          |receive|want|(?:at|on|behind)\ the\ (?:other|receiving|reading)|downstream|on\ the\ other|behind|ask(?:s
          |ing)?\ for|log\ into|touch|join|select|export|download|eat|kick|issu|mak\w+\ quer|do(?:es
          |ing)\ the\ (?:read|quer)|benefit|study|browse|print|scan|load)\w*
    | \bwho(?:'s|\ is|\ are)\ (?:the\ |this\ |it\ |that\ |our\ |your\ )?(?:for\b|(?:\w+\ )?(?:consumers?|readers?
      |users?|audience|customers?|clients?|viewers?|reading|using|consuming|end\ users?|subscribers?|recipients?
      |asking|it\ for|this\ for))
    | \bwho\ (?:is|are|was)\ (?:it|this|that|these|they|the\ \w+)\ (?:\w+\ )?(?:for|built\ for|meant\ for
      |intended\ for|aimed\ at|going\ to)
    | \bwho(?:m)?\ (?:do|does|did|are|is|will|would)\ (?:we|i|you|this|it|that|the\ \w+)\ (?:\w+\ )?(?:serve|serving
      |feed|feeding|build\w*|produc\w+|writ\w+|send\w*|deliver\w*|go\ to)
    | \bfor\ (?:whom|who)\b | \b(?:who|what)\ sits\ (?:on|at|behind|down)\b | \bfor\ whose\ \w+
    | \b(?:whether|if|is|are|does|do|will)\ (?:the\ |an?\ |your\ |any\ |it's\ |it\ is[ ]
    |that's\ )?(?:\w+\ )?\w+\ or\ (?:the\ |an?\ |your\ )?(?:\w+\ )?\w+\ (?:who\ |that\ )?
        (?:reads?|uses?|quer(?:y|ies)|consumes?|opens?|looks?\ at|watch(?:es)?|sees?|needs?|(?:is
        |are)\ (?:reading|using|querying))\b
    | \b(?:how\ (?:often|frequently|regularly|many\ times)|how\ (?:much|heavily)\ is\ (?:it|this|that)\ (?:used|read
      |queried)|(?:at|with)\ what\ (?:frequency|cadence)|(?:what|which)(?:'s|\ is|\ are)?\ (?:the\ |its[ ]
      |your\ )?(?:\w+\ )?(?:cadence|frequency|refresh\ (?:rate|interval|schedule)|query\ rate|read\ (?:rate|pattern)
      |access\ pattern)s?)\b
    | \b(?:consumers?|readers?|downstream|subscribers?|audience|end\ users?|stakeholders?\ (?:read|use|look))\b
    | \b(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|nobody|people|humans?|person|teams?|analysts?|jobs?
      |services?|systems?|machines?|models?|dashboards?|customers?|users?|executives?|finance|machine|script|process
      |robots?)\b(?:\ \w+){0,4}?\ (?:read(?:s|ing)?|us(?:e|es|ing)|consum(?:e|es|ing)|quer(?:y|ies|ying)|look(?:s
      |ing)?\ at|open(?:s|ing)?|depend(?:s|ing)?\ on|rel(?:y|ies|ying)\ on|refresh(?:es|ing)?|watch(?:es|ing)?
      |subscrib(?:e|es|ing)|act(?:s|ing)?\ on|need(?:s|ing)?\ it|complain(?:s|ing)?|notices?|running\ it|runs\ (?:it
      |this)|sees?\ it|waits?\ (?:for|on)|waiting\ (?:for|on))\b
    | \b(?:who|what|which)\ (?:\w+\ ){0,3}(?:reads?|uses?|consumes?|quer(?:y|ies)|opens?|depends?\ on|rel(?:y
      |ies)\ on|subscribes?|is\ reading|is\ using|are\ reading|are\ using|is\ consuming|are\ consuming|looks?\ at)\b
    | \b(?:humans?|people|person|somebody|someone)\b.{0,30}\bor\b.{0,25}\b(?:machines?|services?|systems?|jobs?
      |models?|scripts?|programs?|processes|robots?|bidder|api|automated|another\ \w+)\b
    | \b(?:machines?|services?|systems?|jobs?|models?|scripts?|automated)\b.{0,30}\bor\b.{0,25}\b(?:humans?|people
      |person|analysts?|somebody|someone)\b
    | \bdashboards?\b.{0,45}\bor\b | \bor\b.{0,30}\bdashboards?\b
    | \b(?:one-off|one-time|one\ off|one\ time|ad-hoc|ad\ hoc|once\ and\ done|run\ once|just\ once|recurring
      |scheduled|on\ a\ schedule|on\ demand)\b
    | \b(?:is|does|will|gets?)\ (?:it|this|that|the\ \w+)\ (?:\w+\ )?(?:read|used|queried|consumed|looked\ at|opened
      |refreshed|being\ (?:read|used|queried|consumed))\b
    | \bwhat\ (?:reads|consumes|uses|queries|calls|depends\ on|sits\ (?:behind|on\ top|downstream))\b
    | \bon\ the\ (?:other|receiving|reading)\ end\b | \bwhose\ (?:dashboard|report|quer|screen|board|desk|phone
    |inbox|eyes|monitor|tool|model|app)\w*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Who uses, reads, consumes or runs the result, whether anybody does, or how often."""
NOT_CONSUMER = re.compile(
    r"\bhow (?:often|frequently|many times)\b(?:(?!\b(?:read|use|query|queried|look|open|refresh|run|consum)\w*).)*"
    r"\b(?:chang|fail|break|broke|happen|arriv|deploy|go down|crash|late|drift|retr|duplicat|releas|lose|lost|land"
    r"|wrong|error|"
    r"rotat|you (?:release|ship|deploy|meet))\w*|\bhow late\b|\bwho (?:owns?|decides?|pays?|signs?|wrote|built"
    r"|maintains?)\b",
    re.IGNORECASE,
)
