"""Words that judge people, and words that name people, for telling bad-mouthing from criticism of work."""

import re
from collections.abc import Mapping

from coach.core.analysis.word_table import word_set

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, the longest first."""


def _phrases(lines: str) -> Phrases:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(
        {tuple(p.split()) for p in lines.replace("\n", ",").split(",") if p.strip()}, key=len, reverse=True
    ):
        table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in table.items()}


PEOPLE = word_set(
    """guy guys person people folk folks man men woman women dude dudes lady kid kids bunch crowd team teams group
    groups department departments org orgs organization organisation organizations company companies firm firms
    agency agencies startup employer employers place shop management leadership executive executives exec execs
    director directors manager managers boss bosses lead leads head heads ceo cto cfo cio cpo coo vp vps founder
    founders owner owners engineer engineers developer developers dev devs programmer programmers architect
    architects analyst analysts scientist scientists admin admins dba dbas contractor contractors consultant
    consultants vendor vendors supplier suppliers partner partners colleague colleagues coworker coworkers
    co-worker co-workers peer peers teammate teammates junior juniors senior seniors intern interns newcomer
    newcomers predecessor predecessors successor counterpart counterparts stakeholder stakeholders controller
    controllers accountant accountants lawyer lawyers recruiter recruiters salesman salesmen salespeople
    salesperson seller sellers marketer marketers tester testers designer designers researcher researchers
    operator operators customer customers client clients advertiser advertisers hr staff crew leader leaders
    committee board auditor auditors pm pms coach principal everybody everyone nobody someone somebody culture
    mentor techies union reviewer reviewers on-call oncall mob herd troop army family pair duo trio gang clique
    side upstairs squad chief president secretary assistant employee employees expert experts mathematician user
    users boys girls boy girl fellow bloke lot"""
)
"""Nouns for people, teams and companies."""
DEPARTMENTS = word_set(
    """legal marketing finance sales procurement operations ops security qa support analytics platform billing
    infrastructure engineering product growth data design privacy compliance identity experimentation reporting
    accounting ingestion fraud"""
)
"""Names of departments that also name things; with a mild trait they do not count as people."""
PRONOUNS = frozenset(["he", "she", "they", "he's", "she's", "they're", "he'd", "she'd", "they'd", "who"])
PARTS = word_set(
    """rest half most some all none nobody everybody everyone one part many lot majority each both neither two
    three couple few"""
)
"""Words for a part of people, whose noun follows after `of`, `on` or `in`."""
THINGS = word_set(
    """query queries alert alerts page pages pipeline pipelines job jobs code table tables schema design decision
    decisions mistake mistakes deploy release rollout naming scheme proposal contract handover process processes
    policy documentation doc docs data system systems service services consumer consumers dashboard dashboards
    report reports number numbers estimate estimates idea ideas plan plans config configuration script scripts
    test tests build builds setup architecture tool tools tooling api sdk communication question questions
    answer answers meeting meetings situation migration week weeks day days quarter month deadline budget
    cluster database warehouse topic log logs metric metrics model models format feature key keys index
    partition partitions combination retry retries approach solution implementation problem issue bug outage
    incident timing work change changes column columns name names connector library framework cache queue cost
    costs bill invoice load traffic latency legacy monolith wiki spreadsheet form launch integration interface
    software hardware network performance availability quality coverage handoff stack runbook page pages app
    website feed stream backfill rule rules clause response feedback"""
)
"""Nouns for work and its products."""

SURE_TRAITS = _phrases(
    """incompetent, clueless, lazy, arrogant, rude, ignorant, petty, dishonest, unprofessional, childish, immature,
    selfish, spineless, worthless, hopeless, pathetic,
    idiotic, moronic, braindead, brain-dead, vindictive, manipulative, power-hungry, control-obsessed, narcissistic,
    egotistical, self-absorbed, self-serving,
    self-important, self-centered, backstabbing, two-faced, abusive, obnoxious, insufferable, unbearable,
    impossible to work with, impossible to deal with,
    impossible to please, hard to work with, difficult to work with, a pain to work with, tough to work with,
    unreasonable, stubborn, pig-headed, bull-headed, narrow-minded, close-minded,
    closed-minded, small-minded, inept, unqualified, underqualified, out of their depth, in over their head,
    in way over their head, in over their heads, in way over their heads, far over their head, over their head,
    over their heads, way over their head, way over their heads, out of touch, full of themselves, full of hot air,
    second-rate, third-rate, mediocre, amateurish, amateur, bitter, jealous, cowardly, untrustworthy, disorganized,
    disorganised, dysfunctional, delusional, paranoid,
    passive-aggressive, passive aggressive, condescending, patronizing, patronising, entitled, spoiled, whiny,
    pretentious, greedy, shady, sleazy, corrupt, crooked, hypocritical,
    irresponsible, negligent, checked out, asleep at the wheel, not very bright, not the sharpest, not too bright,
    not that smart, not that bright, not very smart, not very good, not very competent, not competent, not up to it,
    not up to the job, not up to the task, not capable, not qualified, not smart enough, not good enough,
    not serious people, not serious,
    badly run, poorly run, badly managed, poorly managed, mismanaged, badly led, poorly led, badly organized,
    poorly organized, stuck in the past, stuck in the nineties, stuck in the eighties, stuck in the stone age,
    stuck in the dark ages, living in the past,
    power-mad, bone idle, workshy, work-shy, gutless, humorless, nasty, malicious, evil, unhinged, micromanaging,
    autocratic, dictatorial, tyrannical, thin-skinned, pompous, smug, snobbish, snobby, aloof,
    hot-headed, hotheaded, short-tempered, bad-tempered, foul-mouthed, sexist, racist, unethical, unteachable,
    uncooperative, never wrong, allergic to work, allergic to responsibility, allergic to feedback,
    allergic to effort,
    allergic to deadlines, allergic to change, allergic to documentation, allergic to testing, allergic to ownership,
    scared of their own shadow, scared of their own shadows, afraid of their own shadow, afraid of their own shadows,
    scared of their own,
    territorial, power hungry, no good, good for nothing, beyond help, all talk, all politics, all ego, smarmy,
    sneaky, clumsy, bossy, pushy, tone-deaf, tone deaf, thoughtless, lacking, gullible, vain, cruel, hateful,
    vengeful, sadistic, uneducated, illiterate, technically illiterate, unimaginative, indecisive, moody, snide,
    sloppy thinkers, mean-spirited, mean spirited, heartless, ruthless,
    untalented, unskilled, brainless, mindless, clueless about data, out for themselves, in it for themselves,
    useless, unprincipled, a law unto themselves, impossible people, toothless, lawless, obstinate, argumentative,
    confrontational, combative, pigheaded, cocky, conceited, stuck-up, stuck up, two faced, dim, dimwitted,
    slow-witted, thick-headed, hypersensitive, neurotic, erratic, volatile, fickle, cheapskates"""
)
"""Predicates that judge whoever they are said of; his and her are written their, himself themselves."""
MILD_TRAITS = _phrases(
    """weak, slow, sloppy, careless, difficult, negative, closed, political, bad, terrible, awful, horrible, poor,
    garbage, trash, rubbish, a joke, a mess, a disaster, a problem, messy, chaotic, ridiculous, toxic, hostile,
    unreliable,
    ugly, crap, crappy, shit, shitty, lousy, fake, foolish, naive, annoying, irritating, overrated, overpaid,
    the worst, the problem, bureaucratic, rigid, inflexible, stupid, dumb, dense, thick, crazy, insane, nuts, mean,
    mad,
    aggressive, unfriendly, unhelpful, backward, backwards, subpar, a circus, a zoo, a clown show, a shitshow,
    a sinking ship, a nightmare, a disgrace, an embarrassment, a burden, a pain, a lost cause, a bottleneck,
    secretive, reckless, unstable, draining, cutthroat, uninspiring, unpleasant, inferior, insecure, laughable,
    absurd, pointless, hard to trust, disappointing, underwhelming, cold, closed off, not great, not good,
    not reliable, impossible, a black hole, behind the times, high-maintenance, dramatic, petty, cliquey, cliquish,
    very closed"""
)
"""Predicates that judge a person and may also describe a thing or an act."""
INSULTS = _phrases(
    """idiot, moron, imbecile, clown, jerk, asshole, bully, bullies, liar, crook, coward, amateur, cowboy,
    prima donna, diva, drama queen, yes-man, yes-men, yes man, yes men, bean counter, bean-counter, beancounter,
    pencil pusher, pencil-pusher,
    paper pusher, paper-pusher, empire builder, empire-builder, control freak, micromanager, tyrant, dictator,
    egomaniac, narcissist, psychopath, sociopath, slacker, dead weight, deadweight, deadwood, dead wood, whiner,
    crybaby, crybabies, backstabber,
    hypocrite, know-it-all, show-off, brown-noser, bootlicker, charlatan, con man, con men, con artist,
    problem child, code monkey, parasite, leech, leeches, weasel, brat, pushover, doormat, laughing stock,
    laughingstock, train wreck, trainwreck,
    dumpster fire, waste of space, waste of a salary, waste of oxygen, piece of work, pain in the ass,
    pain in the neck, pain in the butt, political animal, ass-kisser, suck-up, blowhard, windbag, dunce, dummy,
    dummies, simpleton, nitwit, halfwit, half-wit, dimwit, lunatic, maniac, creep, scumbag, bastard, snob,
    cheapskate, freeloader, one-trick pony, lightweight, nobody home, buffoon, dolt, oaf, schmuck, douchebag, phony,
    phonies, prick, diva, troublemaker, loose cannon, seat warmer, seat-warmer, glory hound, glory hunter,
    credit thief, ladder climber, corporate climber, politician, bureaucrat, idiots savants,
    difficult person, bad person, terrible person, horrible person, awful person, negative person, toxic person,
    toxic people, difficult people, terrible people, awful people, horrible people, bad manager, terrible manager,
    awful manager, horrible manager, weak manager, poor manager, lousy manager, toxic manager, terrible boss,
    bad boss, awful boss, horrible boss, toxic boss, weak leader,
    poor leader, bad leader, terrible leader, bad engineer, terrible engineer, weak engineer, poor engineer,
    lousy engineer, mediocre engineer, second-rate engineer, sloppy engineer, sloppy team, weak team, bad team,
    terrible team, toxic team, toxic culture, toxic place, toxic company, toxic workplace, toxic environment,
    bad company, terrible company, awful company, horrible company, terrible place, awful place, horrible place,
    bad place, political place, political company, political team, political bunch, political people,
    slow team, slow people, bad vendor, terrible vendor, awful vendor, worst manager, worst boss, worst team,
    worst company, worst lead, worst director, worst engineer, worst colleague, worst people, worst person,
    worst vendor, worst place, worst leader, poor communicator, bad communicator, terrible communicator,
    poor listener, bad listener"""
)
"""Nouns that insult, in the singular."""
LOOSE_INSULTS = _phrases(
    """joke, nightmare, circus, children, child, kids, toddlers, sheep, snake, rat, hack, dinosaur, monkey, baby,
    babies, puppet, disgrace, disaster, mess, fool, joker, gossip, fraud, cheat, thief, thieves, zoo, cult,
    sinking ship, lost cause, waste of time, waste of money, bottleneck, ghost, robot, machine for excuses,
    black hole, burden, liability, embarrassment, horror, shambles, vampires, vampire, shark, sharks, quack, tourist,
    passenger"""
)
"""Nouns that insult when said of people."""
DEGREES = word_set(
    """so very really pretty quite rather just simply completely totally utterly absolutely basically always too a
    bit little kind sort of incredibly extremely frankly honestly clearly obviously plain downright generally
    usually often constantly notoriously famously known to be being somewhat such all both mostly still also
    already nothing but literally actually um uh like by nature and or an the bunch group i'd you'd what call
    complete total real big huge giant utter absolute pure classic typical old new as them pack lot everyone's
    my generally fairly genuinely seriously plainly borderline almost kinda super insanely unbelievably
    painfully hopelessly technically professionally intellectually politically emotionally more most less least
    way far"""
)
"""Words that may stand between `is` and the judgement."""
AFTER_ADJECTIVE = word_set(
    """and or but so because as when who that at in with to of for about over back on since if which too though
    although then there here again from by than like while until not i we he she they it everybody people nobody
    everyone nothing somebody people beyond toward towards even especially always all the every when whenever
    enough anyway honestly really also only not you under during after before what how our my his her their"""
)
"""Words that may follow an adjective that is a predicate, not part of a noun phrase."""
BE = word_set(
    """is was are were am be been being seemed seems seem becomes became remained looked looks acted acts sounded
    felt he's she's they're it's who's that's who're you're"""
)

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

SARCASM = re.compile(
    r"\b(?:bless (?:them|him|her|their|his)\b|as usual\b|as always\b|god forbid|heaven forbid|geniuses?|masterminds?"
    r"|rocket scientists?|(?:wonderful|lovely|brilliant|fantastic|amazing|delightful|esteemed|dear|so-called"
    r"|self-proclaimed|self-appointed) (?:\w+ )?(?:manager|boss|director|leadership|management|colleagues?|team"
    r"|vendor|architects?|experts?|lead|leader|leaders|friends)|(?:they|he|she) never (?:do|does|did)\b)",
    re.IGNORECASE,
)
"""Praise or piety that means its opposite; it counts with a failing in the same sentence."""
FAILING = re.compile(
    r"\b(?:no idea|no clue|never|nothing|forgot\w*|couldn't|can't|didn't|wouldn't|don't|doesn't|missed|late|wrong"
    r"|broke|lost|ignored|refused|asleep|lunch|golf|blame\w*|again|panic\w*|crisis|decided)\b",
    re.IGNORECASE,
)
