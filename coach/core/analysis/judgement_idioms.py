"""Turns of phrase that judge people, for telling bad-mouthing from criticism of work."""

import re
from enum import Enum
from typing import NamedTuple

IDIOM = re.compile(
    r"""\b(?:
      (?:has|had|have|with|having|showed|shows)\ (?:absolutely\ |literally\ |really\ |basically\ |just\ )?(?:no|zero
        |little)\ (?:patience|manners|spine|backbone|integrity|respect\ for|sense\ of\ (?:urgency|ownership
        |responsibility|humor)|ethics|morals|work\ ethic|talent|brains?|social\ skills|people\ skills|empathy|vision
        |leadership|standards|shame|discipline|common\ sense|business\ (?:being|running|leading|managing)
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
      |shit|hoot|toss)|have\ a\ clue|know\ (?:the\ first\ thing|what\ (?:he|she|they)(?:'s|'re|\ is|\ are|\ was
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
    | (?:is|was|are|were)\ (?:too\ \w+\ to\b|afraid\ of\ (?:any\ )?(?:work|responsibility|change|conflict)
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


class Judged(Enum):
    """Whom a turn of phrase may judge."""

    PEOPLE = "people"
    """Its subject, when that can only be people."""
    ANYONE = "anyone"
    """Whoever is meant, when the subject is not the speaker."""
    OBJECT = "object"
    """Those it names itself, whoever is the subject."""


class Turn(NamedTuple):
    """Turns of phrase that share the words by which they are recognised."""

    triggers: frozenset[str]
    """One of these words is in the sentence; saves the search over most sentences."""
    pattern: re.Pattern[str]
    judged: Judged


_THEM = r"(?:him|her|them|those \w+|these \w+|that (?:\w+ )?(?:team|guy|lot|group|company|vendor|man|woman|crew|firm))"
_HIS = r"(?:his|her|their|its)"
_HE = r"(?:he|she|they|it)"
_SOFT = r"(?:(?:really|just|simply|honestly|literally|basically|absolutely|clearly|obviously|even|ever|actually) )*"
_VIRTUE = (
    r"(?:standards?|manners|spines?|backbones?|integrity|ethics|morals?|scruples|conscience|shame|decency|empathy"
    r"|compassion|humility|self-awareness|discipline|work ethic|ambition|initiative|drive|curiosity|imagination|vision"
    r"|talent|brains?|brain cells?|intelligence|common sense|sense of (?:\w+)|judge?ment|taste|class|tact|patience"
    r"|courage|guts|balls|character|honou?r|loyalty|principles?|professionalism|accountability|competence|leadership"
    r"|(?:people|social|leadership|management|technical|communication) skills|maturity|emotional intelligence"
    r"|respect for (?:anyone|anybody|people|others|engineers|us|other)|interest in (?:anyone|anybody|people|doing|learning"
    r"|quality|anything)|clue|redeeming \w+|original thoughts?|attention span|business (?:being|running|leading|managing"
    r"|touching|calling))"
)
_ABSURD = (
    r"(?:sandwich|picnic|party|lemonade stand|bath|tea|tea party|egg|eggs|toast|kettle|piss-up|booze-up|brewery"
    r"|birthday|paper bag|wet paper bag|boot|shoelaces|shoes|dog|horse|barn|barn door|toaster|bake sale|raffle|queue"
    r"|whelk stall|bus|parade|church|light ?bulb|door|water|fish|duck|cat|goldfish|two plus two|to (?:three|five|ten)"
    r"|joke|nose|own (?:nose|desk|name|feet|shoes|shadow)|arse|elbow|hole|straight line|map|hands|flashlight|torch)"
)


def _turn(triggers: str, judged: Judged, *patterns: str) -> Turn:
    return Turn(frozenset(triggers.split()), re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE), judged)


TURNS = (
    _turn(
        "no zero little any without lack lacks lacked lacking devoid ounce shred have hasn't bereft short",
        Judged.PEOPLE,
        rf"(?:has|had|have|showed|shows|with) {_SOFT}(?:got )?(?:no|zero|little|very little|not (?:a|an ounce of|a shred of)"
        rf") (?:\w+ )?{_VIRTUE}\b",
        rf"(?:don't|doesn't|didn't|never) {_SOFT}(?:have|had|show|showed) (?:(?:any|much|an?|the|an ounce of|a shred of"
        rf"|a scrap of|one ounce of) )?(?:\w+ )?{_VIRTUE}\b",
        rf"(?:hasn't|hadn't|haven't) {_SOFT}(?:got )?(?:an?|any|an ounce of|a shred of|the) (?:\w+ )?{_VIRTUE}\b",
        rf"(?:lack(?:s|ed)?|(?:is|was|are|were) (?:lacking|devoid of|bereft of|short on|low on|not big on)) {_SOFT}"
        rf"(?:(?:in|any|all|basic|the|even) )*(?:\w+ )?{_VIRTUE}\b",
    ),
    _turn(
        "couldn't can't cannot couldn not wouldn't",
        Judged.PEOPLE,
        rf"(?:couldn't|can't|cannot|could not) {_SOFT}\w+ (?:[\w'-]+ ){{0,7}}?{_ABSURD}\b",
        r"(?:couldn't|can't|cannot|could not) be (?:bothered|arsed|trusted|relied on|less interested|more useless)\b",
        r"(?:couldn't|can't|cannot) (?:lie|think|see) (?:straight|past|beyond|for themselves)\b",
        r"(?:couldn't|can't|cannot|could not) (?:lead|manage|code|design|plan|spell|organi[sz]e|run|write|think|cope"
        r"|communicate|delegate|listen|read|count) ?(?:anything|anyone|people|a team|at all|to save|properly)\b",
        rf"(?:couldn't|can't|cannot|could not) tell (?:an? )?[\w-]+ from (?:an? )?[\w-]+",
        rf"(?:wouldn't|would not) (?:know|recogni[sz]e|understand) (?:[\w'-]+ ){{1,7}}?if (?:it|{_HE}|one)\b",
        r"(?:wouldn't|won't|would not) (?:lift a finger|give you the time of day|say (?:boo|sorry)|own up|be told)\b",
    ),
    _turn(
        "know knows knew idea clue",
        Judged.PEOPLE,
        rf"(?:knows?|knew) {_SOFT}(?:nothing|next to nothing|jack|squat|bugger all|sod all) about\b",
        rf"(?:has|had|have) {_SOFT}(?:no|zero|not the faintest|not the first|not the slightest) (?:idea|clue) {_SOFT}"
        rf"(?:about (?:data|anything|software|engineering|people|the business|technology|computers|testing|security)"
        rf"|what (?:it|the company) (?:was|is)|what {_HE}(?:'s| is| are|'re| was| were)? (?:doing|want|talking|selling"
        rf"|building)|how to (?:run|lead|manage|build|write|code|treat|talk))",
        r"(?:didn't|doesn't|don't|never|hasn't|hadn't|haven't) (?:even )?(?:have|had|got)? ?(?:a|the (?:first|faintest"
        r"|slightest|foggiest)) (?:idea|clue)(?! (?:why|that|where|who|which))\b",
        rf"(?:didn't|doesn't|don't|not|never) (?:even )?know (?:[\w']+ ){{1,4}}?from (?:an? |{_HIS} )?\w+",
        rf"(?:doesn't|don't|didn't|never) {_SOFT}(?:know|knew|understand|understood) (?:{_HIS} (?:own )?(?:job|jobs"
        r"|business|trade|craft|product|work)|the basics|basic \w+|the first thing)\b",
    ),
    _turn(
        "never always constantly forever every perpetually habitually everything nothing",
        Judged.PEOPLE,
        r"never (?:\w+ )?(?:takes?|took|accepts?|accepted) (?:any |the )?(?:responsibility|ownership|blame|feedback"
        r"|advice)\b",
        r"never (?:once )?(?:listens?|owns? up|delivers?|apologi[sz]es?|admits?|helps?|tests?|reads?|learns?|thinks?"
        r"|finish(?:es)?|tells? the truth|say sorry|keeps? (?:his|her|their) (?:word|promises?)|does (?:anything|the work)"
        r"|do (?:anything|the work|any work)|did a day's work|done a day's work|had an original|gives? a straight"
        r"|answers?\b|meets? (?:a|their|his|her) deadlines?|stops? (?:complaining|whining|talking)|cares?|cared)\b",
        r"(?:always|constantly|forever|perpetually|habitually) {soft}(?:ly\w+|lie[sd]?\b|cut(?:s|ting)? corners|moan\w*"
        r"|bitch\w*|gossip\w*|interrupt\w*|shout\w*|yell\w*|scream\w*|sulk\w*|boast\w*|brag\w*|blam\w*|excuses"
        r"|(?:has|had|have|finds?|found|got|looking for) (?:an excuse|excuses|someone to blame|somebody to blame)"
        r"|the last to|pass(?:es|ed)? the buck|wants? the credit|plays?|play(?:ed|ing)? (?:politics|the victim|favou?rites)"
        r"|thinks? (?:he|she|they)|disappear\w*|hid(?:es?|ing)? |show(?:s|ed)? up (?:late|drunk|unprepared)"
        r"|break(?:s|ing)? things|break(?:s|ing)? (?:his|her|their) (?:word|promises))".replace("{soft}", _SOFT),
        r"(?:blames?|blamed|lies|lied|complains?|complained|argues|whines?|whined) (?:about|to|on) "
        r"(?:everything|everybody|everyone|anyone|anybody|everyone else|others)\b",
        r"(?:blames?|blamed) (?:everybody|everyone|anyone|others|somebody|someone) (?:else|but)\b",
    ),
    _turn(
        "cares cared care more loves loved likes liked thinks thought act acts acted behave behaves behaved interested",
        Judged.PEOPLE,
        rf"(?:cares?|cared) (?:only|more|nothing|just|less) (?:about|for)\b",
        rf"(?:only|just) (?:cares?|cared|thinks?|thought|looks?|looked) (?:about|of|for|after) (?:himself|herself|itself"
        rf"|themselves|number one|{_HIS} (?:own|career|title|bonus\w*|image|ego|numbers)|the (?:money|bonus|title|next))",
        r"(?:more|only|mostly) interested in (?:looking|politics|titles?|golf|himself|herself|themselves|his|her|their"
        r"|power|promotions?|getting promoted|blaming|credit|lunch)\b",
        r"(?:more (?:ego|money|mouth|hair|opinions?|titles?|slides|confidence|ambition|swagger)) than "
        r"(?:sense|talent|brains?|skill|ability|substance|wit|knowledge|code|ideas)\b",
        r"(?:acts?|acted|behaves?|behaved|acting|behaving) (?:\w+ )?(?:like (?:an? |the )?(?:child|children|kids?|king|kings"
        r"|queen|god|gods|animals?|toddlers?|teenagers?|spoil\w+|brats?|tyrants?|dictators?|idiots?|bull\w*|he|she|they"
        r"|prima|divas?|royalty|victims?)|as if (?:he|she|they) own)",
        r"(?:thinks?|thought) (?:(?:he|she|they)(?:'s|'re| is| are| was| were) (?:above|too|god|so|better|special"
        r"|smarter|cleverer|the only|always right|royalty)|(?:he|she|they) (?:owns?|owned|knows? everything|knew everything"
        r"|walks? on water)|the (?:world|rules) (?:revolve|don't|didn't|owe)|the world of (?:him|her|them)sel)",
        r"(?:loves?|loved|likes?|liked|enjoys?|enjoyed) (?:nothing more than|the sound of|humiliating|making people"
        r"|seeing (?:people|others) (?:fail|suffer|squirm)|to hear (?:himself|herself|themselves)|being (?:feared|right"
        r"|the boss))",
    ),
    _turn(
        "ego egos god chip head heads complex temper fuse mouth attention memory trip nose noses brains backbone iq "
        "maturity morals ethics manners personality charisma",
        Judged.PEOPLE,
        r"(?:has|had|have|with|'s got|got) (?:\w+ )?(?:an ego|egos|a (?:god|napoleon|hero|saviou?r|messiah) complex|a chip on"
        r"|a (?:short|quick|bad|foul) (?:fuse|temper|mouth)|a screw loose|a big head|a big mouth|an attitude problem"
        r"|attitude problems)",
        rf"(?:{_HIS} )?heads? (?:stuck |firmly |buried )?(?:up (?:{_HIS}|his|her) (?:own )?(?:arse|ass|behind|back)\w*"
        r"|in the (?:sand|clouds))",
        r"(?:the|an?|with the) (?:ego|attention span|memory|iq|brains?|backbone|spine|maturity|emotional (?:range|maturity"
        r"|intelligence)|morals|ethics|manners|personality|charisma|intellect|work ethic|curiosity|patience|warmth) of an?\b",
    ),
    _turn(
        "useful use useless bright sharp reliable helpful trustworthy much interested subtle few",
        Judged.PEOPLE,
        r"(?:about )?as (?:useful|much use|helpful|bright|sharp|reliable|trustworthy|subtle|smart|clever|interested|honest"
        r"|competent|welcome|warm|charming) (?:as|to \w+ as)\b",
        r"a few \w+ short of\b",
        r"(?:no|any|little|of no|not much) (?:earthly )?use to (?:anyone|anybody|man|us|me)\b",
    ),
    _turn(
        "sucks sucked suck stinks stank bluffs bluffed lies lied cheat cheats cheated steals stole buck credit sides "
        "politics favorites favourites bus victim miserable hell teeth kisses kissed tantrum tantrums shouts screams "
        "corners weight powerpoint himself herself themselves itself blamers",
        Judged.PEOPLE,
        r"(?:suck(?:s|ed)?|stinks?|stank) (?:at|as|to work|,|\.|$)",
        r"(?:lies|lied|lying|lie) (?:through|for a living|constantly|all the time|to everyone|to everybody|as \w+ as)\b",
        r"(?:passes|passed|passing|pass) the buck\b",
        r"(?:plays?|played|playing) (?:politics|favou?rites|the victim|games with|people off|dirty)\b",
        r"(?:throws?|threw|throwing) (?:\w+ ){1,3}under (?:the|a) bus\b",
        r"(?:takes?|took|taking|steals?|stole|stealing|grabs?|grabbed) (?:all )?(?:the )?credit\b(?! card)",
        r"(?:ma(?:kes?|de)|turned) (?:everyone's|everybody's|my|our|people's|other people's) (?:li(?:fe|ves)|job) "
        r"(?:miserable|hell|a (?:living )?hell|a misery|impossible)",
        r"kiss(?:es|ed) up\b",
        r"(?:throws?|threw|throwing|has|had|having) (?:\w+ )?tantrums?\b",
        r"(?:shouts?|shouted|screams?|screamed) at (?:everyone|everybody|people|anyone)\b",
        r"(?:doesn't|don't|didn't|never) (?:ever )?pull(?:ed)? (?:his|her|their) (?:own )?weight\b",
        r"(?:calls?|called|calling|considers?|considered|fancies|fancied|styles?) (?:himself|herself|themselves|itself) (?:an?\b"
        r"|the\b|engineers|developers|architects|experts|leaders|professionals|managers|seniors?|agile|data)",
        r"(?:needs?|needed) (?:babysitting|a babysitter|a nanny|their hands? held|his hand held|her hand held"
        r"|to grow up|to get over (?:him|her|them)sel\w+)",
    ),
    _turn(
        "babysitter babysitting nanny grow life spoon-fed spoon-feed hand-holding babysit",
        Judged.PEOPLE,
        r"(?:needs?|needed|need|require[sd]?|wanted?) (?:constant )?(?:babysitting|a babysitter|a nanny|hand-holding"
        r"|spoon-feeding|to be (?:babysat|spoon-fed|told (?:everything|twice|three times|ten times))|to grow up|to get a life)",
    ),
    _turn(
        "trust trusted hire hired wish let promoted allowed leave",
        Judged.OBJECT,
        rf"(?:wouldn't|would not|would never|'d never|never|can't|don't|couldn't|didn't) {_SOFT}(?:ever )?trust(?:ed)? {_THEM} "
        r"(?:with|to (?:run|boil|hold|tie|open|find|count|make|tell|keep|do|write|get)|as far|an inch|at all|again|farther"
        r"|further)",
        rf"(?:wouldn't|would not|would never|'d never) (?:ever )?(?:let|leave) {_THEM} (?:near|alone|within|touch|anywhere"
        rf"|run|loose|in charge)\b",
        rf"(?:wouldn't|would not|would never|'d never) (?:ever )?(?:hire|re-hire|rehire|wish) {_THEM}\b",
        rf"how (?:on earth )?{_HE} (?:ever |even )?(?:got|became|was|were|made it|passed|kept|get|stays?|still (?:has|have)) "
        r"(?:\w+ ){0,5}?(?:is beyond|is a mystery|i'll never|nobody knows|god knows|i don't know|beats me)",
        rf"(?:no idea|don't know|god knows|never understood|beats me|beyond me|a mystery) (?:how|why|who) (?:\w+ )?"
        rf"(?:hired|promoted|{_HE} (?:ever |even |still )?(?:got (?:hired|promoted|the job)|(?:was|were|are|is) "
        r"(?:ever |even |still )?(?:hired|promoted|in charge|employed|there)|(?:has|have) (?:a )?jobs?|became \w+))",
    ),
    _turn(
        "stand respect hate hated hates despise despised deal work worked deserve deserved deserves blame fault",
        Judged.OBJECT,
        rf"(?:couldn't|can't|could not|cannot) (?:stand|respect|stomach|bear|abide) {_THEM}\b",
        rf"(?:hated?|despised?|loathed?|lost (?:all )?respect for|have no time for|had no time for) {_THEM}\b",
        r"(?:nobody|no one|everybody|everyone) (?:could stand|can stand|respects?|respected|likes?|liked|hates?|hated"
        rf"|dreaded|feared) {_THEM}\b",
        rf"(?:find|found|consider|considered) {_THEM} (?:\w+ )?(?:insufferable|useless|arrogant|incompetent|lazy|rude"
        r"|obnoxious|dishonest|unbearable|pathetic|stupid|clueless|hopeless|impossible|exhausting|toxic|unprofessional)",
    ),
    _turn(
        "expect kind type sort breed level calibre caliber you",
        Judged.ANYONE,
        r"(?:that's|it's|which is|that is|it was|that was) (?:the (?:level|kind|sort|calibre|caliber|type) of "
        r"(?:\w+ )?(?:people|person|place|company|team|manager|outfit|shop|crew|shambles|incompetence|clown\w*))",
        r"(?:that's|there's) (?:\w+ ){1,3}for you\b",
        r"(?:you )?(?:can't|couldn't|don't|shouldn't|wouldn't) expect (?:\w+ ){0,3}(?:better|more|any better|anything"
        r"|competence|much|honesty|brains) (?:from|of|out of)\b",
    ),
)
"""Turns of phrase by the words that announce them."""

_PRAISED = (
    r"(?:wonderful|lovely|brilliant|fantastic|amazing|delightful|esteemed|dear|so-called|self-proclaimed|self-appointed"
    r"|self-styled|beloved|illustrious|glorious|marvell?ous|precious|fearless|visionary|genius)"
)
SARCASM = re.compile(
    r"\b(?:bless (?:them|him|her|their|his)\b|as usual\b|as always\b|as ever\b|god forbid|heaven forbid|geniuses?"
    r"|masterminds?|brain ?trust|rocket scientists?|einsteins?|brains of the operation"
    rf"|{_PRAISED} (?:\w+ )?(?:manager|boss|director|leadership|management|colleagues?|team|vendor|architects?|experts?"
    r"|lead|leader|leaders|friends|engineers?|consultants?|cto|ceo|vp)|(?:they|he|she) never (?:do|does|did)\b"
    r"|big (?:shock|surprise)|what a (?:shock|surprise)|surprise,? surprise|no surprise(?:s)? there|shocker|shock horror"
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
    r"\b(?:no idea|no clue|never|nothing|nobody|forgot\w*|couldn't|can't|didn't|wouldn't|don't|doesn't|missed|late|wrong"
    r"|broke\w*|lost|ignored|refused|asleep|lunch|golf|blame\w*|again|panic\w*|crisis|decided|deleted|failed|gone|vanished"
    r"|without|(?:took|taking|takes|needed) (?:\w+ ){0,3}(?:weeks?|months?|years?|quarters?|days?|ages|forever)|wrecked"
    r"|messed|crashed|dropped the|out (?:of office|sick)|on holiday|on vacation|left|waited|excuses?|holiday|silence"
    r"|crickets|unread|untested|overran|overspent|delay\w*|fell over|fell apart|zero)\b",
    re.IGNORECASE,
)
