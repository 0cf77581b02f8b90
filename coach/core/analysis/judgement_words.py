"""Words that judge people, and words that name people, for telling bad-mouthing from criticism of work."""

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
    """actuary actuaries regulator regulators trader traders broker-dealers nurse nurses doctor doctors clinician
    clinicians dispatcher dispatchers buyer buyers merchandiser merchandisers underwriter underwriters adjuster
    adjusters editor editors producers journalist journalists artist artists freelancer freelancers temp temps
    outsourcer outsourcers consultancy consultancies integrator integrators reseller resellers ministry council
    government bureaucracy rep reps clerk clerks officer officers secretary bosses middlemen middleman
    administrators administrator technician technicians specialist specialists instructor professor professors
    teacher teachers trainer trainers planners mechanics pilots captain captains chef chefs landlord competitor
    competitors sponsor sponsors outsiders old-timers veterans veteran hire hires higher-ups bigwigs suits brass
    c-suite corporate headquarters hq headoffice bench ones counterpart's
    guy guys person people folk folks man men woman women dude dudes lady kid kids bunch crowd team teams group
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
    """merchandising logistics fulfillment fulfilment dispatch underwriting claims recruiting recruitment
    treasury audit risk planning helpdesk devops sre frontend backend integrations editorial payroll purchasing
    legal marketing finance sales procurement operations ops security qa support analytics platform billing
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
    """server servers container containers broker brokers order orders layer layers buffer buffers trigger
    triggers pointer pointers header headers filter filters folder folders paper papers letter letters error errors
    sensor sensors processor processors vector vectors monitor monitors factor factors executor executors iterator
    parameter parameters worker workers loader loaders parser parsers driver drivers reader readers writer writers
    producer listener handler handlers helper helpers wrapper adapter adapters router routers timer timers
    counter counters scheduler schedulers planner optimizer optimiser tracker trackers crawler crawlers scanner
    scanners printer printers computer computers compiler compilers linter linters installer provider's orchestrator
    balancer matter matters corner offer offers transfer transfers quarter quarters year years dollars
    dictionary dictionaries summary summaries boundary boundaries binary binaries library libraries salary salaries
    other others power kernel validator deduplicator aggregator collector forwarder indexer allocator exporter
    importer resolver function method class field fields row rows value values engine engines application
    applications warehouse lake machine machines box laptop file files email emails ticket
    tickets document documents spec specs requirement requirements regulation law market weather commute salary
    office building room chair food coffee
    query queries alert alerts page pages pipeline pipelines job jobs code table tables schema design decision
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
    """senile, gaga, losing it, losing their mind, losing their minds, out of their mind, out of their minds,
    laziest, lazier, rudest, dumbest, stupidest, dimmest, thickest, nastiest, pettiest, greediest, meanest, vainest,
    fakest,
    cruelest, sloppiest, crankiest, bossiest, sleaziest, shadiest, sneakiest, whiniest, weakest, worst, obstructive,
    evasive, cagey, lazy-minded, work shy, bone idle, idle, workshy, lazy as sin, thick as a brick, thick as bricks,
    thick as two short planks,
    thick as mince, a bit thick, dumb as a post, dumb as rocks, dumb as a rock, dumb as a bag of hammers,
    not serious people, past it, past their prime, past their best, all mouth, all hat, all show, all slides,
    all bark, winging it, coasting, phoning it in, faking it, on a power trip, on an ego trip, drunk on power,
    off their rocker, off their head, off their game, on another planet, in la la land, in cloud cuckoo land,
    worse than useless, beyond useless, next to useless, as good as useless, bad at their job, bad at their jobs,
    terrible at their job, terrible at their jobs, awful at their job, hopeless at their job, useless at their job,
    bad with people, terrible with people, awful with people, beneath contempt, beyond redemption, a lost cause,
    asleep at the switch, asleep on the job, out to lunch, out to get me, out to get us, half asleep,
    work-averse, risk-averse to the point, unfit to lead, unfit to manage, unfit for the job, unfit for the role,
    unfit to run anything, not fit to lead, not fit to run, not fit to manage, not cut out for it,
    not cut out for the job, not cut out to lead, not cut out to be, not the brightest, not too clever,
    not very clever, not that clever, not too sharp, not very sharp, not terribly bright, not exactly bright,
    not exactly sharp, not exactly clever, not exactly smart, not exactly a genius, not exactly geniuses,
    not exactly competent, not a team player, not team players, not a nice person, not nice people,
    not a good person, not good people, not a good manager, not a good leader, not a good engineer,
    not trustworthy, not honest, not to be trusted, not the full shilling, not reliable people, not adults,
    not grown-ups, not professionals, not professional, not engineers at all, no genius, no geniuses,
    no einstein, no rocket scientist, no leader, no manager, unserious, dozy, gormless, witless, feckless, hapless,
    shiftless, slothful, work-dodging, dense as a brick, daft, dopey, slimy, slippery, scheming, conniving,
    calculating, devious, duplicitous, deceitful, insincere, fake, phony, mendacious, spiteful, catty, bitchy,
    venomous, toxic people, poisonous, callous, cold-hearted, unfeeling, uncaring, inconsiderate, disrespectful,
    discourteous, ill-mannered, boorish, vulgar, crass, brutish, thuggish, domineering, overbearing, controlling,
    dismissive, contemptuous, haughty, supercilious, self-satisfied, self-obsessed, self-interested, big-headed,
    bigheaded, swollen-headed, full of bluster, full of shit, full of crap, full of it, full of bull,
    attention-seeking, publicity-hungry, fame-hungry, money-grubbing, grasping, stingy, miserly, penny-pinching,
    tight-fisted, cheap, unambitious, unmotivated, disengaged, apathetic, complacent, lethargic, half-hearted,
    uninterested, uncommitted, unaccountable, unprepared for anything, unteachable, uncoachable, unmanageable,
    unemployable, unpromotable, unlikeable, unlikable, unhinged, deranged, demented, insane people, barking mad,
    bonkers, a law to themselves, gutless wonders, chicken, weak-willed, weak-kneed, lily-livered, cowed,
    subservient, sycophantic, servile, fawning, obsequious, two-bit, tinpot, tin-pot, ham-fisted, cack-handed,
    bumbling, blundering, inane, vacuous, vapid, shallow, superficial, empty-headed, air-headed, scatterbrained,
    muddle-headed, muddleheaded, simple-minded, feeble-minded, dull-witted, witless, slow on the uptake,
    uninspired, uncreative, unoriginal, innumerate, computer illiterate, technophobic, backward-looking,
    hidebound, blinkered, dogmatic, bigoted, prejudiced, misogynistic, xenophobic, homophobic, grumpy, surly,
    sulky, sullen, cantankerous, crabby, irascible, quarrelsome, belligerent, bellicose, hostile people,
    oversensitive, touchy, needy, clingy, melodramatic, hysterical, unstable people, irrational, capricious,
    mercurial, unpredictable people, flaky, flakey, unreliable people, tardy, perpetually late, chronically late,
    economical with the truth, allergic to the truth, allergic to hard work, allergic to accountability,
    allergic to decisions, allergic to meetings, allergic to process, allergic to criticism, scared of work,
    afraid of their own, terrified of their own, in love with themselves, in love with the sound, high on their own,
    too big for their boots, too full of themselves, too lazy, too stupid, too dumb, too proud, too arrogant,
    too thick, too dim, of no use to anyone, no use to anyone, no use to anybody, no help to anyone,
    out of control, rotten, rotten to the core, beyond hope, never any use, inhumane, inhuman, exploitative,
    predatory, parasitic, bloodsucking, criminal, dodgy, fishy, crooked as they come, second rate, third rate,
    bottom-tier, bottom tier, b-team, tenth-rate, bush league, bush-league, mickey mouse, penny-ante, clownish,
    laughably bad, embarrassingly bad, shockingly bad, comically bad, rank amateurs
    incompetent, clueless, lazy, arrogant, rude, ignorant, petty, dishonest, unprofessional, childish, immature,
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
    """muppet, numpty, numpties, wally, plonker, twit, twat, prat, git, tosser, wanker, pillock, knobhead,
    dickhead, dick, arsehole, arse, bozo, goon, chancer, jobsworth, bloodsucker, toad, bitch, bitches, ogre, monster,
    jackass, jackasses, has-been, wannabe, wannabes, loser, failure of a manager, quitter, whinger, moaner,
    complainer, bullshitter, bullshit artist, backseat driver, armchair general, box-ticker, box ticker,
    clock-watcher, clock watcher, time-waster, timewaster, time waster, empty suit, stuffed shirt, mercenary,
    mercenaries, opportunist, sycophant, toady, toadies, lackey, crony, cronies, thug, brute, savage, barbarian,
    hooligan, pirate, gangster, grifter, scammer, swindler, fraudster, shyster, snake oil salesman, snake-oil salesman,
    snake oil salesmen, snake-oil salesmen, used-car salesman, used car salesman, numbskull, nincompoop, blockhead,
    bonehead, knucklehead, meathead, airhead, pinhead, birdbrain, scatterbrain, cretin, ignoramus, imposter, impostor,
    poser, poseur, pretender, bluffer, faker, blagger, skiver, shirker, layabout, lazybones, idler, couch potato,
    sloth, moocher, sponger, scrounger, hanger-on, hangers-on, free rider, free-rider, passengers, peacock, lemming,
    ostrich, ostriches, vulture, hyena, jackal, cockroach, cockroaches, vermin, scum, lowlife, low-life, bottom feeder,
    bottom-feeder, wet blanket, killjoy, doom-monger, sourpuss, grouch, misery guts, battle-axe, dragon lady,
    queen bee, little hitler, little napoleon, napoleon, despot, slave driver, slave-driver, sadist, bigot, misogynist,
    racist, sexist, chauvinist, pig, megalomaniac, egotist, ego maniac, ego-maniac, braggart, big mouth, loudmouth,
    bigmouth, gasbag, motormouth, smart aleck, smart-aleck, smartass, wise guy, wiseass, smart arse, smartarse,
    tattletale, snitch, turncoat, traitor, backstabbers, two-face, chameleon, flip-flopper, ditherer, procrastinator,
    perfectionist from hell, boss from hell, manager from hell, team from hell, client from hell, vendor from hell,
    colleague from hell, customer from hell, company from hell, glorified secretary, glorified typist,
    glorified intern, glorified note-taker, ticket monkey, ticket-monkey, script kiddie, script kiddies,
    keyboard warrior, cog, drone, robot in a suit, zombie, desk jockey, seat filler, seat-filler, chair warmer,
    chair-warmer,
    bench warmer, oxygen thief, oxygen thieves, space cadet, fruitcake, nutcase, nutter, nutjob, nut job, psycho,
    basket case, head case, headcase, crackpot, crank, weirdo, oddball, freak, menace, piece of crap, piece of shit,
    piece of garbage, sorry excuse, poor excuse, pathetic excuse, sad excuse, rotten apple, bad apple, bad egg,
    bad lot, rotten egg, rotten lot, bad actor, rank amateur, blame machine, blame-shifter, finger-pointer,
    credit-stealer, credit hog, credit-hog, glory seeker, glory-seeker, limelight hog, know-nothing, do-nothing,
    good-for-nothing, ne'er-do-well, incompetent, incompetents, bunch of kids, bunch of children, waste of a desk,
    waste of a chair, waste of a seat, waste of headcount, waste of skin, bag of wind, box of rocks, bag of hammers,
    chocolate teapot, paperweight, nightmare of a manager, nightmare of a boss, nightmare of a client,
    joke of a company, joke of a team, joke of a manager, excuse for a manager, excuse for an engineer,
    excuse for a team, excuse for a leader, shell of a company, sweatshop, boys' club, old boys' club, boys club,
    snake pit, snakepit, viper's nest, nest of vipers, den of vipers, shark tank, clown show, clown car, freak show,
    kindergarten, madhouse, loony bin, lunatic asylum, dumpster, sausage factory, body shop, cowboy outfit,
    feature factory of fools, worst client, worst customer, worst supplier, worst employer, worst architect,
    worst developer, worst consultant, worst colleagues, bad developer, bad architect, bad colleague, bad employer,
    terrible employer, terrible architect, terrible developer, terrible colleague, terrible lead, terrible director,
    awful lead, awful director, awful colleague, awful team, awful engineer, weak director, weak lead, useless lead,
    terrible listener, awful listener, awful communicator, lousy boss, lousy lead, lousy leader, lousy team,
    lousy company, lousy communicator, lousy listener, rubbish manager, rubbish engineer, rubbish boss
    idiot, moron, imbecile, clown, jerk, asshole, bully, bullies, liar, crook, coward, amateur, cowboy,
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
    credit thief, ladder climber, corporate climber, politician, bureaucrat,
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
    """toddler, child, infant, infants, teenager, dead loss, write-off, farce, laughing-stock, pig, cow, worm,
    dragon, mule, donkey, ass, parrot, fossil, relic, pain, hazard, menace, catastrophe, trainwreck, danger to others,
    figurehead, gatekeeper, vampire squid, roadblock, millstone, albatross, waste of money,
    waste of space, waste of air, waste, horror show, horror story, bunch, total loss
    joke, nightmare, circus, children, child, kids, toddlers, sheep, snake, rat, hack, dinosaur, monkey, baby,
    babies, puppet, disgrace, disaster, mess, fool, joker, gossip, fraud, cheat, thief, thieves, zoo, cult,
    sinking ship, lost cause, waste of time, waste of money, bottleneck, ghost, robot, machine for excuses,
    black hole, burden, liability, embarrassment, horror, shambles, vampires, vampire, shark, sharks, quack, tourist,
    passenger"""
)
"""Nouns that insult when said of people."""
DEGREES = word_set(
    """seriously properly proper deeply profoundly thoroughly entirely perfectly truly ridiculously absurdly
    amazingly unbelievably remarkably extraordinarily exceptionally stunningly staggeringly breathtakingly
    spectacularly shockingly embarrassingly laughably comically pathologically chronically congenitally
    constitutionally fundamentally essentially inherently naturally habitually perpetually permanently forever
    bloody damn fucking effing flat out right load pair couple set gang even ever also sheer proper
    quintessential textbook world-class grade-a first-class full-blown card-carrying certified walking bit tad touch
    shade mighty awfully terribly horribly dreadfully fairly reasonably overly unusually consistently invariably
    unfailingly reliably frankly sadly unfortunately simply in fact
    so very really pretty quite rather just simply completely totally utterly absolutely basically always too a
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
