"""Turns of phrase that judge people, each searched for only where one of its words is said."""

import re
from enum import Enum
from typing import NamedTuple


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
    r"(?:standards?(?! (?:for|on|in|about))|manners|spines?|backbones?|integrity|ethics|morals?|scruples"
    r"|conscience|shame|decency|empathy"
    r"|compassion|humility|self-awareness|discipline|work ethic|ambition|initiative|drive|curiosity|imagination|vision"
    r"|talent|brains?|brain cells?|intelligence|common sense|sense of (?:urgency|ownership|responsibility"
    r"|humou?r|decency|shame|direction|loyalty|duty|pride|style|quality|proportion|priorities)|judge?ment"
    r"|taste|class|tact|patience(?! for)"
    r"|courage|guts|balls|character|honou?r|loyalty|principles?|professionalism|accountability|competence|leadership"
    r"|(?:people|social|leadership|management|technical|communication) skills|maturity|emotional intelligence"
    r"|respect for (?:anyone|anybody|people|others|engineers|us|other)|interest in (?:anyone|anybody"
    r"|people|doing|learning"
    r"|quality|anything)|redeeming \w+|original thoughts?|attention span|business (?:being|running|leading|managing"
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
        "never had has no zero little any without lack lacks lacked lacking devoid ounce shred have "
        "hasn't bereft short",
        Judged.PEOPLE,
        rf"(?:has|had|have|showed|shows|with) {_SOFT}(?:got )?(?:no|zero|little|very little|not (?:a"
        rf"|an ounce of|a shred of)"
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
        r"(?:couldn't|can't|cannot|could not) tell (?:an? )?[\w-]+ from (?:an? )?[\w-]+(?=\W*(?:$|[,.;]))",
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
        r"never (?:once )?(?:listens?|owns? up|delivers?|apologi[sz]es?|admits?|helps?|tests?"
        r"|reads? anything|learns?|thinks?"
        r"|finish(?:es)?|tells? the truth|say sorry|keeps? (?:his|her|their) (?:word|promises?)"
        r"|does (?:anything|the work)"
        r"|do (?:anything|the work|any work)|did a day's work|done a day's work|had an original|gives? a straight"
        r"|meets? (?:a|their|his|her) deadlines?|stops? (?:complaining|whining|talking)|cares?|cared)\b",
        r"(?:always|constantly|forever|perpetually|habitually) {soft}(?:ly\w+|lie[sd]?\b|cut(?:s|ting)? corners|moan\w*"
        r"|bitch\w*|gossip\w*|interrupt\w*|shout\w*|yell\w*|scream\w*|sulk\w*|boast\w*|brag\w*|blam\w*|excuses"
        r"|(?:has|had|have|finds?|found|got|looking for) (?:an excuse|excuses|someone to blame|somebody to blame)"
        r"|the last to|pass(?:es|ed)? the buck|wants? the credit|plays?|play(?:ed|ing)? (?:politics"
        r"|the victim|favou?rites)"
        r"|thinks? (?:he|she|they)|disappear\w*|hid(?:es?|ing)? |show(?:s|ed)? up (?:late|drunk|unprepared)"
        r"|break(?:s|ing)? things|break(?:s|ing)? (?:his|her|their) (?:word|promises))".replace("{soft}", _SOFT),
        r"(?:blames?|blamed|lies|lied|complains?|complained|argues|whines?|whined) (?:about|to|on) "
        r"(?:everything|everybody|everyone|anyone|anybody|everyone else|others)\b",
        r"(?:blames?|blamed) (?:everybody|everyone|anyone|others|somebody|someone) (?:else|but)\b",
    ),
    _turn(
        "cares cared care more loves loved likes liked thinks thought act acts acted behave behaves behaved interested",
        Judged.PEOPLE,
        r"(?:cares?|cared) (?:only|more|nothing|just|less) (?:about|for)\b",
        rf"(?:only|just) (?:cares?|cared|thinks?|thought|looks?|looked) (?:about|of|for|after) (?:himself"
        rf"|herself|itself"
        rf"|themselves|number one|{_HIS} (?:own|career|title|bonus\w*|image|ego|numbers)|the (?:money|bonus"
        rf"|title|next))",
        r"(?:more|only|mostly) interested in (?:looking|politics|titles?|golf|himself|herself|themselves|his|her|their"
        r"|power|promotions?|getting promoted|blaming|credit|lunch)\b",
        r"(?:more (?:ego|money|mouth|hair|opinions?|titles?|slides|confidence|ambition|swagger)) than "
        r"(?:sense|talent|brains?|skill|ability|substance|wit|knowledge|code|ideas)\b",
        r"(?:acts?|acted|behaves?|behaved|acting|behaving) (?:\w+ )?(?:like (?:an? |the )?(?:child"
        r"|children|kids?|king|kings"
        r"|queen|god|gods|animals?|toddlers?|teenagers?|spoil\w+|brats?|tyrants?|dictators?|idiots?|bull\w*|he|she|they"
        r"|prima|divas?|royalty|victims?)|as if (?:he|she|they) own)",
        r"(?:thinks?|thought) (?:(?:he|she|they)(?:'s|'re| is| are| was| were) (?:above|too|god|so|better|special"
        r"|smarter|cleverer|the only|always right|royalty)|(?:he|she|they) (?:owns?|owned"
        r"|knows? everything|knew everything"
        r"|walks? on water)|the (?:world|rules) (?:revolve|don't|didn't|owe)|the world of (?:him|her|them)sel)",
        r"(?:loves?|loved|likes?|liked|enjoys?|enjoyed) (?:nothing more than|the sound of|humiliating|making people"
        r"|seeing (?:people|others) (?:fail|suffer|squirm)|to hear (?:himself|herself|themselves)|being (?:feared|right"
        r"|the boss))",
    ),
    _turn(
        "ego egos god chip head heads complex temper fuse mouth attention memory trip nose noses brains backbone iq "
        "maturity morals ethics manners personality charisma",
        Judged.PEOPLE,
        r"(?:has|had|have|with|'s got|got) (?:\w+ )?(?:an ego|egos|a (?:god|napoleon|hero|saviou?r"
        r"|messiah) complex|a chip on"
        r"|a (?:short|quick|bad|foul) (?:fuse|temper|mouth)|a screw loose|a big head|a big mouth|an attitude problem"
        r"|attitude problems)",
        rf"(?:{_HIS} )?heads? (?:stuck |firmly |buried )?(?:up (?:{_HIS}|his|her) (?:own )?(?:arse|ass|behind|back)\w*"
        r"|in the (?:sand|clouds))",
        r"(?:the|an?|with the) (?:ego|attention span|memory|iq|brains?|backbone|spine|maturity"
        r"|emotional (?:range|maturity"
        r"|intelligence)|morals|ethics|manners|personality|charisma|intellect|work ethic|curiosity"
        r"|patience|warmth) of an?\b",
    ),
    _turn(
        "useful use useless bright sharp reliable helpful trustworthy much interested subtle few",
        Judged.PEOPLE,
        r"(?:about )?as (?:useful|much use|helpful|bright|sharp|reliable|trustworthy|subtle|smart|clever"
        r"|interested|honest"
        r"|competent|welcome|warm|charming) (?:as|to \w+ as)\b",
        r"a few \w+ short of\b",
        r"(?:no|any|little|of no|not much) (?:earthly )?use to (?:anyone|anybody|man|us|me)\b",
    ),
    _turn(
        "sucks sucked suck lie lying stinks stank bluffs bluffed lies lied cheat cheats cheated steals "
        "stole buck credit sides "
        "politics favorites favourites bus victim miserable hell teeth kisses kissed tantrum tantrums shouts screams "
        "corners weight powerpoint himself herself themselves itself blamers",
        Judged.PEOPLE,
        r"(?:suck(?:s|ed)?|stinks?|stank) (?:at|as|to work|,|\.|$)",
        r"(?:lies|lied|lying|lie|cheats?|cheated) (?:through|for a living|constantly|all the time"
        r"|to everyone|to everybody|as \w+ as)\b",
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
        r"(?:calls?|called|calling|considers?|considered|fancies|fancied|styles?) (?:himself|herself"
        r"|themselves|itself) (?:an?\b"
        r"|the\b|engineers|developers|architects|experts|leaders|professionals|managers|seniors?|agile|data)",
        r"(?:needs?|needed) (?:babysitting|a babysitter|a nanny|their hands? held|his hand held|her hand held"
        r"|to grow up|to get over (?:him|her|them)sel\w+)",
    ),
    _turn(
        "babysitter babysitting nanny grow life spoon-fed spoon-feed hand-holding babysit",
        Judged.PEOPLE,
        r"(?:needs?|needed|need|require[sd]?|wanted?) (?:constant )?(?:babysitting|a babysitter|a nanny|hand-holding"
        r"|spoon-feeding|to be (?:babysat|spoon-fed|told (?:everything|twice|three times|ten times))"
        r"|to grow up|to get a life)",
    ),
    _turn(
        "trust trusted hire hired wish let promoted allowed leave",
        Judged.OBJECT,
        rf"(?:wouldn't|would not|would never|'d never|never|can't|don't|couldn't"
        rf"|didn't) {_SOFT}(?:ever )?trust(?:ed)? {_THEM} "
        r"(?:with|to (?:run|boil|hold|tie|open|find|count|make|tell|keep|do|write|get)|as far|an inch"
        r"|at all|again|farther"
        r"|further)",
        rf"(?:wouldn't|would not|would never|'d never) (?:ever )?(?:let|leave) {_THEM} (?:near|alone|within"
        rf"|touch|anywhere"
        rf"|run|loose|in charge)\b",
        rf"(?:wouldn't|would not|would never|'d never) (?:ever )?(?:hire|re-hire|rehire|wish) {_THEM}\b",
        rf"how (?:on earth )?{_HE} (?:ever |even )?(?:got|became|was|were|made it|passed|kept|get|stays?"
        rf"|still (?:has|have)) "
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
        r"|obnoxious|dishonest|unbearable|pathetic|stupid|clueless|hopeless|impossible|exhausting|toxic"
        r"|unprofessional)",
    ),
    _turn(
        "not isn't wasn't weren't aren't ain't hardly",
        Judged.PEOPLE,
        rf"(?:isn't|wasn't|weren't|aren't|ain't|not|hardly) {_SOFT}(?:(?:exactly|particularly|especially"
        rf"|terribly|very|too|that"
        r"|all that|so|quite|remotely|much of|any kind of) )*(?:(?:an?|the) )?(?:bright|brightest|smart"
        r"|smartest|competent"
        r"|professional|professionals|clever|cleverest|sharp|sharpest|honest|trustworthy|truthful|talented"
        r"|skilled|gifted"
        r"|intelligent|serious (?:people|company|team|engineers?)|up to (?:it|the job|the task|much)"
        r"|team players?|adults"
        r"|grown-ups|good (?:at (?:his|her|their) jobs?|people|person|engineers?|managers?|boss|leader)"
        r"|genius(?:es)?|leaders?"
        r"|leadership material|management material|rocket scientists?|einsteins?|nice (?:person|people|guy|man|woman)"
        r"|decent (?:person|people|human)|interested in (?:work|working|quality|anyone|anything))\b",
    ),
    _turn(
        "hell torture nightmare misery torment exhausting horrible awful miserable brain clue spine "
        "less least bunch pack load shower herd gang",
        Judged.OBJECT,
        rf"(?:working|dealing|work) (?:for|with|under) (?:{_THEM}|(?:that|those|the|my|our"
        rf"|their) (?:\w+ )?\w+) (?:was|is) "
        r"(?:\w+ )?(?:hell|(?:a )?(?:living )?(?:hell|torture|nightmare|misery|torment)|exhausting"
        r"|horrible|awful|miserable)\b",
        r"(?:nobody|no one|none of them|not one (?:of them|person)) (?:(?:at|in|on|over"
        r"|from) [\w' ]{2,30}? )?(?:has|had) "
        r"(?:an?|any|half a) (?:brain|clue|spine|backbone)(?! (?:why|that|where|who|which|what))\b",
        r"(?:any(?:one|body)|some(?:one|body)) with half a brain\b",
        r"(?:less|least) (?:competent|capable|professional|honest|talented|intelligent|qualified|trustworthy|helpful) "
        r"(?:\w+ )?(?:people|person|team|group|bunch|company|manager|boss|director|engineers?|vendor|guys?|leader)\b",
        r"(?:bunch|pack|load|shower|herd|gang) of (?:\w+ )?(?:jokers|monkeys|children|kids|toddlers|sheep"
        r"|rats|wolves|snakes"
        r"|sharks|dinosaurs|hacks|frauds|fools|robots|babies|ghosts|tourists|pigs|donkeys|thieves|cheats)\b",
    ),
    _turn(
        "same plot mind minds marbles sort kind type who who'd",
        Judged.PEOPLE,
        r"(?:are|were|'re) all the same\b(?=\W*(?:$|,))",
        r"(?:lost|losing) (?:the plot|(?:his|her|their) (?:minds?|marbles|grip))\b",
        r"(?:is|was|are|were|'s|'re) (?:just )?the (?:sort|kind|type) (?:who|that)\b",
    ),
    _turn(
        "careers typical die dreams",
        Judged.ANYONE,
        r"where (?:\w+ )?(?:careers|ideas|projects|dreams|talent|tickets|motivation) (?:go|goes|went) to die\b",
        r"(?<!\w )typical (?:\w+ )?(?:agency|agencies|consultancy|bank|startup|corporate|enterprise"
        r"|head office|offshore|ops"
        r"|product|platform|devs?|developers?|directors?|executives?|boss|bosses|infra|qa|support|bureaucrats?|lawyers?"
        r"|auditors?|recruiters?|suits|brass|procurement|leadership|c-suite|him|her|them)\b(?! (?:case"
        r"|issue|problem|job|load))",
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
