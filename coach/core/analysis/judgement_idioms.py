"""Turns of phrase that judge people, for telling bad-mouthing from criticism of work."""

import re

IDIOM = re.compile(
    r"""\b(?:
      (?:has|had|have|with|having|showed|shows)\ (?:absolutely\ |literally\ |really\ |basically\ |just\ )?(?:no|zero
        |little)\ (?:patience(?!\ for)|manners|spine|backbone|integrity|respect\ for|sense\ of\ (?:urgency|ownership
        |responsibility|humor)|ethics|morals|work\ ethic|talent|brains?|social\ skills|people\ skills|empathy|vision
        |leadership|standards(?!\ (?:for|on|in|about))|shame|discipline|common\ sense|business\ (?:being
        |running|leading|managing)
        |interest\ in\ (?:quality|anyone|anybody|doing|learning|working))
    | (?:has|had|have)\ (?:a\ )?(?:huge|massive|giant|big|fragile|an)\ egos? | (?:has|had|have)\ (?:a\ )?(?:bad
      |terrible|awful|toxic|poisonous|short|vile)\ (?:attitude|temper|culture|reputation\ for) | (?:no
      |zero)\ respect\ for\ (?:that|those|these|him|her|them|this|the|my|anyone|anybody|people|other)
    | (?:couldn't|could\ not|can't|cannot|wouldn't)\ (?:\w+\ ){1,6}?(?:to\ save\ (?:his|her|their)\ li(?:fe|ves)
      |with\ (?:a\ map|both\ hands|two\ hands|a\ flashlight|gps)|if\ (?:his|her|their)\ li(?:fe|ves)\ depended
      |out\ of\ a\ paper\ bag|if\ it\ (?:bit|hit)\ (?:him|her|them))
    | (?:micromanag(?:es|ed|ing)|gaslights?|gaslit|bull(?:ies|ied|ying)|backstabs?|badmouth(?:s|ed)|undermin(?:es|ed)
      |humiliat(?:es|ed))\ (?:me|us|everyone|everybody|people|you|the\ team|anyone|others)
    | (?:couldn't|can't|cannot|could\ not|could|can|should)\ (?:never\ )?be\ trusted | (?:can't|cannot|couldn't
      |could\ never|can\ never)\ (?:rely\ on|trust|count\ on|depend\ on)\ (?:the\ \w+\ (?:people|folks|team|guys)
      |those|these|that\ (?:team|guy|group|company|vendor|man|woman)|them|him|her|anybody|anyone|anything\ (?:he|she
      |they))
    | (?:like\ )?talking\ to\ a\ (?:brick\ )?wall | herding\ cats | like\ (?:pulling\ teeth
      |dealing\ with\ (?:children|toddlers|a\ child)|babysitting)
    | (?:just\ |simply\ |really\ |honestly\ |clearly\ |basically\ |obviously\ )?(?:doesn't|don't|didn't|never
      |couldn't|does\ not|do\ not|did\ not)\ (?:really\ |even\ |ever\ |actually\ )?(?:care[sd]?|give\ a\ (?:damn|crap
      |shit|hoot|toss)|have\ a\ clue(?!\ (?:that|why|where|who|which|when))|know\ (?:the\ first\ thing
        |what\ (?:he|she|they)(?:'s|'re|\ is|\ are|\ was
      |\ were)?\ (?:doing|want(?:s|ed)?|talking\ about)|how\ to\ (?:code|program|manage|lead)|anything\ about)
      |listens?\b(?=\ to\ any|\ at\ all|,|\.|$)|pull(?:ed)?\ (?:his|her|their)\ weight|lift(?:ed)?\ a\ finger
      |do\ (?:any|their|his|her)\ (?:work|jobs?)|like\ to\ work|take\ responsibility|think\b(?=\ at\ all|,|\.|$)
      |want\ to\ work)
    | couldn't\ care\ less | could\ not\ care\ less | (?:never|hardly|rarely)\ (?:met|meets?|hit|make|made
      |saw)\ a\ (?:deadline|meeting|camera)\ (?:they|he|she)\ (?:liked|didn't\ like) | never\ met\ a\ \w+\ (?:they|he
      |she)\ (?:liked|could)
    | (?:had|has|have)\ (?:absolutely\ |literally\ |really\ |just\ |basically\ )?(?:no|zero)\ (?:idea
      |clue)(?=\ (?:what\ (?:a\b|an\b|he|she|they|it\ means)|how\ (?:to|it\ works|a\b)|whatsoever|at\ all|half)
      |\W*$) | without\ a\ clue | (?:is|was|are|were|'re|'s)\ (?:still\ )?(?:stuck|living)\ in\ (?:the\ )?(?:19
      |20)?\d\d\w* | (?:is|was|are|were)\ full\ of\ (?!data|rows|nulls|errors|bugs|duplicates|files|holes|tables|jobs
      |zombie)\w+
    | (?:is|was|are|were)\ (?:too\ (?:lazy|stupid|dumb|proud|arrogant|thick|dim|scared
        |cowardly|greedy|stubborn|vain|ignorant|important|good|cheap|selfish|timid|comfortable|dense)\ to\b
        |afraid\ of\ (?:any\ )?(?:work|responsibility|change|conflict)
      |incapable\ of|only\ (?:interested\ in|in\ it\ for|there\ for|out\ for)|one\ of\ those\ (?:people|guys|managers
      |engineers|bosses|teams|companies|types|women|men|leads)\b)
    | one\ of\ those\ (?:people|guys|managers|engineers|bosses|teams|companies|types)\ (?:who|that) | the\ (?:kind
      |type|sort)\ of\ (?:person|guy|people|manager|boss|team|engineer|company|lead|woman|man)\ (?:who|that|it|he|she
      |they|you\ (?:don't|wouldn't|avoid))
    | treats?\ (?:its|their|his|her|people|everyone|everybody|the|you|us|engineers)\b.{0,25}\b(?:like\ (?:garbage
      |dirt|crap|shit|trash|cattle|slaves|children|idiots|machines|servants|numbers|second)|badly|terribly|poorly
      |as\ (?:slaves|servants))
    | treated\ (?:its|their|his|her|people|everyone|everybody|us|me|engineers|the\ \w+)\b.{0,25}\b(?:like\ (?:garbage
      |dirt|crap|shit|trash|cattle|slaves|children|idiots|machines|servants)|terribly)
    | (?:always|constantly|forever)\ (?:has\ to\ win|have\ to\ win|had\ to\ win|has\ to\ be\ right|had\ to\ be\ right
      |have\ to\ be\ right|know\ better|knows\ better|knew\ better|blam\w+|complain\w*|whin\w+|panic\w*|late\b
      |drops?\ the\ ball|making\ excuses|makes?\ excuses|tak(?:es?|ing)\ (?:the\ )?credit|passing\ the\ buck|sloppy
      |drunk)
    | (?:only|just)\ (?:cares?|cared)\ about\ (?:himself|herself|themselves|his|her|their|looking|titles?|money
      |politics|optics|power|promotion) | think(?:s)?\ (?:he's|she's|they're)\ (?:god|so|better|special|smarter
      |the\ (?:smartest|best|center|only))
    | thought\ (?:he\ was|she\ was|they\ were)\ (?:god|better\ than|smarter\ than|special|the\ (?:smartest|center
      |only))
    | (?:loves?|loved|likes?|liked|enjoys?|enjoyed)\ (?:the\ sound\ of\ (?:his|her|their)\ own|to\ (?:blame|yell
      |humiliate|micromanage|complain|play\ politics)|(?:blaming|yelling|humiliating|micromanaging|playing\ politics))
    | (?:is|was|are|were|'s|'re)\ (?:just\ |basically\ |really\ )?(?:asleep\ at\ the\ wheel|dead\ from\ the\ neck
      |a\ few\ \w+\ short|not\ the\ (?:sharpest|brightest)|in\ it\ for\ (?:himself|herself|themselves)
      |impossible\ (?:to\ (?:work|deal|reason|talk)|people|person)|(?:a\ )?(?:pain|nightmare|horror|chore|misery
      |struggle|torture)\ to\ (?:work|deal))
    | (?:what|that's\ what|which\ is\ what)\ you\ get\ (?:with|from|when\ you\ (?:hire|work\ with|let)) | what\ (?:do
      |can|did|would)\ you\ expect\ (?:from|of|with) | typical\ (?:of\ )?(?:\w+\ )?(?:people|management|managers?
      |team|salespeople|engineers?|guys|folks|behaviou?r|arrogance|vendors?|contractors?|consultants?|marketing|sales
      |finance|legal|hr|them|him|her)
    | who'd\ (?:promise|say|sell|do)\ any\w+ | (?:would|'d)\ (?:sell|throw|stab
      |step)\ (?:\w+\ ){1,4}?(?:under\ the\ bus|in\ the\ back|over\ (?:bodies|you)|grandmother|mother|for\ a)
      | (?:threw|throws?)\ (?:everyone|everybody|people|us|me|others)\ under\ the\ bus
    | should\ (?:never|not)\ have\ been\ (?:hired|promoted|allowed|made|given|put\ in) | (?:had|has
      |have)\ no\ business\ (?:being|running|leading|managing|writing|touching|in) | shouldn't\ (?:be
      |have\ been)\ (?:allowed|in\ charge|hired|promoted|managing|leading|a\ manager|trusted)
    | (?:didn't|doesn't|don't|never)\ deserved?\ (?:the|him|her|them|us|his|her|their|that|to\ (?:lead|be|run
      |manage)) | (?:brought|brings?)\ nothing\ to\ the\ table | good\ riddance | (?:can't|couldn't
      |cannot)\ (?:even\ )?(?:code|program|lead|manage\ people|write\ (?:sql|code)|spell|take\ (?:feedback|criticism)
      |handle\ (?:feedback|criticism|pressure))\b | (?:nobody|no\ one)\ (?:in|on|at|over)\ (?:that|this
      |the)\ (?:\w+\ )?\w+\ (?:ever\ |really\ )?(?:cares?|cared|knows?\ what|knew\ what|listens?|listened|works?
      |worked)\b | promises?\ any\w+ | (?:could|can|would|will)\ never\ (?:admit|apologi[sz]e|listen
      |take\ (?:responsibility|the\ blame)) | (?:doesn't|don't|didn't)\ have\ (?:the\ )?(?:brains?|guts|backbone
      |spine|balls|brain)\b | (?:couldn't|can't|couldn't\ ever|can't\ ever|never)\ (?:trust
      |believe)\ a\ (?:single\ )?(?:word|thing)\ (?:he|she|they) | (?:is|was|are|were)\ never\ interested\ in
      | never\ (?:listens?|apologi[sz]es?|admits?|helps?)\b | couldn't\ (?:find|design|write|code|spell|read|manage
      |lead|run|count|tell|hold|organi[sz]e|debug)\ (?:their|his|her|a|an|anything|code|sql)\ (?:\w+\ ){0,4}?(?:with
      |to\ save|if|out\ of)
    | (?:has|had|have)\ (?:always\ )?been\ (?:the\ )?(?:problem|trouble|weak(?:est)?\ link|black\ hole|laughing)\b
      | (?:weakest|weak)\ link | black\ hole\ of | bottom\ of\ the\ barrel | wouldn't\ know\ (?:a|an|good|the|how
      |what|his|her|their)\b | (?:lives?|lived|living)\ in\ (?:a\ bubble|la\ la|his\ own|her\ own|their\ own|fantasy
      |the\ past|an\ ivory)|ivory\ tower
    | hates?\ (?:work|change|his\ job|her\ job|their\ jobs|people|engineers|customers) | (?:say|says|said|tell
      |tells)\ (?:whatever|anything)\ (?:you|we|the|his|her|they|he|she)\ (?:want|boss) | hides?\ behind | (?:covers?
      |covering|covered)\ (?:his|her|their)\ (?:own\ )?(?:ass|asses|behind|backs?)\b | (?:took|takes?|stole|steals?
      |stealing|taking)\ (?:the\ |all\ the\ |all\ |my\ |our\ )?credit\ for\ (?:everything|other|all|everybody)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Turns of phrase that judge people as they are."""


_PRAISED = (
    r"(?:wonderful|lovely|brilliant|fantastic|amazing|delightful|esteemed|dear|so-called|self-proclaimed|self-appointed"
    r"|self-styled|beloved|illustrious|glorious|marvell?ous|precious|fearless|visionary|genius)"
)
SARCASM = re.compile(
    r"\b(?:bless (?:them|him|her|their|his)\b|as usual\b|as always\b|as ever\b|god forbid|heaven forbid|geniuses?"
    r"|masterminds?|brain ?trust|rocket scientists?|einsteins?|brains of the operation"
    rf"|{_PRAISED} (?:\w+ )?(?:manager|boss|director|leadership|management|colleagues?|team|vendor|architects?|experts?"
    r"|lead|leader|leaders|friends|engineers?|minds|people|folks|consultants?|cto|ceo|vp)|(?:they|he"
    r"|she) never (?:do|does|did)\b"
    r"|big (?:shock|surprise)|what a (?:shock|surprise)|surprise,? surprise|no surprise(?:s)? there"
    r"|shocker|shock horror"
    r"|go figure|as only (?:they|he|she) can|in (?:their|his|her|its) infinite wisdom|true to form|par for the course"
    r"|in true \w+ (?:fashion|style)|because (?:of course|why would)|(?:and )?of course,? (?:they|he|she|nobody)\b"
    r"|naturally,|who(?:'d| would) have (?:thought|guessed)|imagine that|color me|colour me|hats off|bravo"
    r"|round of applause|give (?:him|her|them) a medal|well done,? (?:them|him|her|everyone)|(?:what|some) (?:a )?"
    r"(?:hero|heroes|professionals|talent|leadership|genius)|that's (?:what|how) they do|like they always do"
    r"|as (?:he|she|they) always (?:do|does|did))",
    re.IGNORECASE,
)
"""Praise or piety that means its opposite; it counts with a failing in the same sentence."""
FAILING = re.compile(
    r"\b(?:no idea|no clue|never|nothing|nobody|forgot\w*|couldn't|can't|didn't|wouldn't|don't|doesn't"
    r"|missed|late|wrong"
    r"|broke\w*|lost|ignored|refused|asleep|lunch|golf|blame\w*|again|panic\w*|crisis|decided|deleted"
    r"|failed|gone|vanished"
    r"|without|(?:took|taking|takes|needed) (?:\w+ ){0,3}(?:weeks?|months?|years?|quarters?|days?|ages|forever)|wrecked"
    r"|messed|crashed|dropped the|out (?:of office|sick)|on holiday|on vacation|left|waited|excuses?|holiday|silence"
    r"|crickets|unread|untested|overran|overspent|delay\w*|fell over|fell apart|zero)\b",
    re.IGNORECASE,
)
