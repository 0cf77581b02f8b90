"""What can be seen of a sentence that tells which part of a story it plays."""

import re
from collections.abc import Sequence

_F = re.IGNORECASE | re.VERBOSE

ACTION_VERBS = (
    r"(?:added|agreed\ to|aligned|analy[sz]ed|announced|argued|arranged|asked|asked\ for|assigned|attached|automated"
    r"|backfilled|became|began|benchmarked|blocked|bought|broke|brought|built|calculated|"
    r"called|capped|challenged|changed|checked|chose|cleaned|cleared|closed|coached|collected|committed|compared"
    r"|compressed|computed|confirmed|convinced|coordinated|copied|corrected|counted|created|cut|"
    r"debugged|decided|declined|defined|delegated|deleted|deployed|described|designed|documented|drafted|drew|drove"
    r"|dropped|emailed|enforced|escalated|estimated|explained|extracted|facilitated|filed|"
    r"filtered|fixed|flagged|focused|followed|forced|froze|gathered|gave|got|grabbed|grouped|guided|halved|handed"
    r"|hashed|held|helped|hired|implemented|insisted|instrumented|introduced|invited|involved|"
    r"isolated|kept|launched|led|left|let|limited|listed|listened|locked|logged|looked|made|mapped|marked|matched"
    r"|measured|mentored|merged|met|migrated|modeled|modelled|monitored|moved|named|negotiated|"
    r"offered|opened|ordered|organi[sz]ed|outlined|paged|paired|parsed|partitioned|paused|persuaded|picked|piloted"
    r"|planned|posted|prepared|presented|priced|prioriti[sz]ed|promised|proposed|prototyped|"
    r"proved|published|pulled|pushed|put|ran|rang|ranked|reached\ out|read|rebuilt|recommended|recomputed|redesigned"
    r"|refactored|refused|rejected|removed|replaced|replayed|reported|requested|resolved|"
    r"restored|reviewed|rewrote|rolled|sampled|sat|scheduled|scoped|sent|separated|set|shadowed|shared|shipped|showed"
    r"|shrank|shut|sketched|simulated|sorted|split|spent|spoke|staged|started|stepped|"
    r"stopped|stored|studied|suggested|surveyed|swapped|switched|tagged|talked|taught|tested|timed|told|took|traced"
    r"|traded|trained|translated|tried|tuned|turned|tweaked|updated|used|validated|verified|"
    r"versioned|visited|volunteered|waited|walked|watched|weighed|went|withdrew|worked|wrote|reached|rented"
    r"|rescheduled|raised|reduced|ran|reset|pinned|wired|wrapped|phoned|messaged|pinged|quit|apologi[sz]ed"
    r"|admitted|accepted|owned\ up)"
)
"""Past tenses of verbs by which somebody decides or acts."""

_SKIP = (
    r"(?:\ (?:also|then|just|first|finally|personally|both|immediately|quickly|actually|only|even|simply|never"
    r"|always|later|basically|really|carefully|quietly|literally|deliberately|ended\ up|went\ and|myself"
    r"|sat\ down\ and))*"
)

CUES: dict[str, str] = {
    "i_action": rf"\bi{_SKIP}\ {ACTION_VERBS}\b",
    "we_action": rf"\bwe{_SKIP}\ {ACTION_VERBS}\b",
    "i_didnt": r"\bi\ (?:didn't|did\ not|refused|said\ no|would\ not|wouldn't)\b",
    "and_action": rf"\band\ (?:then\ |so\ )?{ACTION_VERBS}\b",
    "bare_action": rf"^(?:and\ |then\ |so\ )*{ACTION_VERBS}\b",
    "other_acts": r"^(?:and\ |so\ |then\ |but\ )?(?:he|she|they|one|both|the\ \w+(?:\ \w+)?|[a-z]+|my\ \w+"
    r"|our\ \w+)\ (?:then\ |also\ |even\ |finally\ )?(?:said|told|asked|agreed|wanted|signed|took|went|gave"
    r"|picked|chose|corrected|approved|feared|named|called|sent|wrote|offered|accepted|refused|pushed|came"
    r"|laughed|forwarded|read|moved|stayed)\b",
    "said_other": r"\b(?:he|she|they|it|legal|finance|security|the\ \w+)\ (?:said|told\ me|replied|answered|admitted"
    r"|feared)\b",
    "i_state": r"\b(?:i\ was|i\ had|i'd|i\ noticed|i\ saw|i\ knew|i\ thought|i\ felt|i\ preferred|i\ liked)\b",
    "i_wanted": r"\b(?:i\ wanted|i\ needed\ to|my\ (?:own\ )?(?:goal|aim|task|job|assignment|part|role|responsibility"
    r"|mandate|brief|mission|objective|target|piece|share|charge)\b)",
    "asked_to": r"\b(?:i\ was|i'd\ been|i\ had\ been|we\ were|i\ got|i\ was\ being)\ (?:then\ )?(?:asked|told"
    r"|supposed|tasked|meant|expected|assigned|hired|brought\ in|given|put\ in\ charge|named|appointed|made"
    r"|to)\b",
    "i_had_to": r"\b(?:i|we)\ (?:had\ to|needed\ to|was\ to|were\ to|must|was\ responsible|was\ in\ charge"
    r"|was\ accountable|was\ on\ (?:call|the\ hook))\b|\bon\ me\b|\bup\ to\ me\b|\bmine\b|\bfell\ to\ me\b"
    r"|\blanded\ on\ (?:my|me)\b",
    "i_role": r"\bi\ (?:owned|was\ the|was\ an?|was\ her|was\ his|was\ their|had\ the|ran\ (?:those|the|that)|led)\b"
    r"|\bas\ (?:the|an?)\ (?:\w+\ )?(?:owner|lead|manager|person|on-call|senior|engineer)\b|\b(?:in\ charge"
    r"|on-call)\b",
    "goal_word": r"\b(?:asked\ me\ to|gave\ me|my\ manager|i'd\ coordinate|i\ took\ it\ over|i\ set\ myself"
    r"|i\ got\ the\ job|supposed\ to|in\ charge|wanted\ me\ to|needed\ me\ to|promised\ to|i\ said\ i'd"
    r"|agreed\ .{0,30}\ that\ i'd|make\ it\ my|made\ it\ my)\b",
    "there_was": r"\b(?:there\ (?:was|were|wasn't)|we\ had|they\ had|had\ no|we\ were|it\ had\ no|nobody\ (?:could"
    r"|knew|had)|no\ one\ (?:could|knew|had))\b",
    "was_ing": r"\b(?:was|were|kept|been)\ (?:\w+ly\ )?\w{2,}ing\b",
    "past_perfect": r"\b(?:had|'d|hadn't)\ (?:already\ |just\ |never\ |once\ |all\ |both\ )?(?:been|had|gone|done"
    r"|left|stopped|started|made|taken|built|written|said|asked|\w{2,}ed)\b",
    "third_wanted": r"\b(?:he|she|they|it|\w+ers?|manager|lead|sales|marketing|finance|legal|privacy|everyone"
    r"|everybody|team|director|group|people|\w+tion|growth|billing)\ (?:\w+\ )?(?:wanted|needed|thought|liked"
    r"|used\ to|preferred|feared|fought|argued|believed|expected|loved|hated|disagreed)\b",
    "habit": r"\b(?:every\ (?:\w+day|night|morning|week|month|year|time|five|two|ten|few|second)|each\ time|used\ to"
    r"|on\ (?:mon|tues|wednes|thurs|fri|satur|sun)days|times\ a\ (?:day|week|night|month))\b",
    "opening_time": r"^(?:so\ |well\ |okay\ |um\ |uh\ |and\ |this\ was\ )*,?\ ?(?:in\ (?:19|20)\d\d|last\ \w+"
    r"|in\ my\ \w+|two\ years|a\ (?:year|few|couple)|about\ \w+\ (?:years|months)|back\ (?:in|at|when)|when\ (?:i"
    r"|we|the)|at\ my|years\ ago|once|one\ \w+day|some\ time|for\ (?:a|two|three|years|months)|early|earlier"
    r"|during|on\ black)\b",
    "ago": r"\b(?:at\ that\ time|at\ the\ time|back\ then|in\ those\ days|since\ before|at\ (?:a"
    r"|my)\ (?:\w+\ )?(?:company|job|employer|startup|place|shop|bank|retailer)|black\ friday|i\ worked\ (?:on|at"
    r"|for))\b",
    "problem": r"\b(?:disagree\w*|leak\w*|overspen\w*|drift\w*|no\ \w+)\b",
    "digit": r"\d",
    "measure": r"[%$€£]|\d+(?:\.\d+)?\ ?(?:percent|tb|gb|ms|million|billion|k\b)|\$\d",
    "from_to": r"\bfrom\b.{1,40}\bto\b|\binstead\ of\b|\bcompared\ (?:to|with)\b|\bdown\ to\b|\bup\ (?:to|by)\b"
    r"|\bunder\b|\bbelow\b|\bit\ (?:was|used\ to\ (?:be|take))\b.{0,20}\bbefore\b",
    "changed_by": r"\b(?:went\ (?:down|up|from|to|through|out|live|fine|well|away)|came\ (?:back|out|in)"
    r"|moved\ \w+\ by)\b",
    "end_time": r"\b(?:in\ the\ end|by\ the\ end|at\ the\ end|within\ (?:a|an|the|two|three|\d+)"
    r"|by\ (?:the\ )?(?:middle|mid|june|july|monday|tuesday|wednesday|thursday|friday|end|march|april|may|august"
    r"|september|fall|spring|summer|winter|christmas|\d)|so\ far|until\ today|to\ this\ day|the\ (?:week|month"
    r"|day|quarter|year)\ after|(?:six|two|three|\w+)\ (?:weeks|months|quarters|years|days)\ later|next\ \w+"
    r"|in\ (?:the\ )?(?:first|next|following)\ \w+|on\ (?:the\ )?(?:date|day\ \w+|first)|in\ (?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december)|the\ (?:following|first)\ \w+"
    r"|ever\ after)\b",
    "outcome": r"\b(?:no\ (?:incidents?|complaints?|findings?|disputes?|outages?|pages?|errors?|data\ loss)"
    r"|not\ (?:one|a\ single)|nobody\ (?:has|noticed|complained|got)|in\ production|still\ (?:use|in\ use|run\w*"
    r"|there)|got\ (?:us|it|the)|led\ to|meant\ that|as\ a\ result|so\ far|turned\ green|on\ time|in\ time"
    r"|made\ me|got\ the\ role)\b",
    "present_state": r"\b(?:is|are|takes|runs|has|have|catches?|uses?|it's|they're|she's|he's|works|gets|there's"
    r"|there've|we've|they've|it's\ been)\b.{0,60}\b(?:now|today|still|since|anymore|currently)\b|\b(?:has|have"
    r"|'ve)\ (?:not\ |never\ |had\ |been\ )?(?:\w+ed|been|had)\b",
    "now": r"\b(?:these\ days|since\ then|ever\ since|from\ then\ on|going\ forward)\b",
    "learned": r"\b(?:taught\ me|looking\ back|in\ hindsight|in\ retrospect|my\ rule|rule\ (?:now|of\ thumb)"
    r"|i\ believe|what\ i\ took|i've\ been|i'd\ been|i\ should\ have|i\ wish|ever\ since|it\ turns\ out\ that"
    r"|hard\ part|i\ still)\b",
    "i_present": r"\bi\ (?:also\ |always\ |still\ |never\ |now\ |usually\ |just\ |first\ )?(?:now|always|never|still"
    r"|ask|look|hold|listen|give|like|try|start|put|keep|write|check|bring|make|tell|do|don't|go|insist|have\ a"
    r"|want|prefer|treat|say|know|call|begin|read|test|stop|measure|think)\b(?!\ (?:was|were))",
    "i_first": r"\b(?:first|before|early|always|never|sooner)\b.{0,25}\b(?:now|today|these\ days|every\ time)\b"
    r"|\bnow,?\ (?:before|every|whenever|i)\b",
    "generic": r"^(?:and\ |so\ |but\ |that\ |sometimes\ |often\ |i\ (?:think|learned|believe"
    r"|realized)\ (?:that\ )?)*(?:an?|people|you|if\ (?:you|the|a|nobody|somebody|someone)|when\ (?:you|people"
    r"|the|a|money)|with\ \w+\ \w+,?|everybody|nobody|somebody|half\ of|most|complaints|names|trust|numbers"
    r"|shadow|sometimes|often|\w+s)\ (?!was|were|had|did|went|got|came|took|said|\w+ed\b)",
    "imperative": r"^(?:and\ |so\ |just\ |always\ |never\ |please\ |don't\ )*(?:ask|bring|check|find|fix|give|go|keep"
    r"|let|listen|look|make|measure|name|never|offer|put|read|run|say|show|speak|start|stop|talk|tell|test|treat"
    r"|try|use|write|automate|do|get|count|begin|call|own|plan|pick|trust|price|take|share|know|involve|be|build"
    r"|assume|write|ship|separate|agree)\b(?!\ (?:me\ |us\ )?(?:set|tell|think|go\ with|give|start)\b)",
    "should": r"\b(?:has\ to|have\ to|needs\ to|more\ than|rather\ than)\b",
    "comparative": r"\b(?:better|faster|more|less|cheaper|easier|sooner|harder)\b.{0,25}\bthan\b",
    "meta": r"\b(?:i'll\ (?:give|tell|take|stop|talk|go\ with|start|pick|leave)|let\ me|i'd\ (?:pick|have\ to\ pick"
    r"|go\ with|like\ to\ talk)|i\ can\ (?:go|tell|talk|think)|could\ tell|hope\ (?:this|that)|not\ sure\ (?:how"
    r"|if|whether)|that\ was\ that|that's\ (?:the|it|my|about)|can\ i\ talk|good\ one|after\?|the\ one\ about"
    r"|in\ short|long\ story|walk\ you\ through|come\ to\ mind|comes\ to\ mind)\b",
    "question": r"\?\W*$",
    "choice": r"\b(?:or\b.{0,60}\bor|two\ (?:choices|options|ways|paths)|could\ (?:have\ )?(?:either|let|insist|go|do"
    r"|wait|ship)|i\ could)\b",
    "sequence": r"^(?:and\ |so\ )*(?:then|first|second|after\ that|next|for\ (?:each|the|every|billing)|with\ the"
    r"|instead|meanwhile|in\ the\ meantime|so\ i|so\ we|to\ \w+|on\ the\ \w+\ slide|once|every\ \w+|each\ \w+"
    r"|midway|the\ (?:first|second|third|last)\ \w+|another|eventually|when\ \w+)\b",
    "so_start": r"^(?:so)\b",
    "found": r"\b(?:turned\ out|i\ found|we\ found|it\ came\ to|it\ was\ (?:only|one)|found\ (?:that|out|copies)"
    r"|it\ showed|were\ (?:the\ same|fine|about|one)|the\ rest|showed\ that|a\ third|of\ them|out\ of)\b",
    "they_start": r"^(?:and\ |so\ |but\ )*(?:they|he|she|nobody|everybody|everyone|both|people|it|that|those|this"
    r"|there)\b",
    "it_start": r"^(?:and\ |so\ |but\ )*(?:it|that|this)\b",
    "i_start": r"^(?:and\ |so\ |but\ |then\ |um\ |well\ )*i(?:'\w+)?\b",
    "we_start": r"^(?:and\ |so\ |but\ |then\ )*we(?:'\w+)?\b",
    "the_start": r"^(?:the|our|my|a|an)\b",
    "third_start": r"^(?:and\ |so\ |but\ )*(?:he|she|they)\b",
    "thats": r"\b(?:which\ is|there\ is)\b",
}
WORD_CUES: dict[str, frozenset[str]] = {
    name: frozenset(said.split())
    for name, said in {
        "outcome": (
            "result outcome agreed approved signed launched shipped accepted adopted worked success delivered "
            "finished done zero promoted restored renewed happy thanked auditors audit retired"
        ),
        "end_time": "since eventually finally afterwards luckily",
        "problem": (
            "problem issue broke broken wrong missing stale slow late failed failing fails fail stuck vague bug "
            "incident outage duplicate duplicates down tired attacking couldn't split conflict lost fell "
            "expensive nobody neither without"
        ),
        "meta": "story example question prompt counts detail scene context background hmm",
        "learned": "learned learnt learn lesson realized realised takeaway moral differently mistake",
        "changed_by": (
            "dropped fell grew rose improved reduced saved doubled halved shrank decreased increased cut stayed "
            "landed held recovered climbed settled disappeared vanished stopped"
        ),
        "goal_word": "goal task assignment deadline responsible",
        "found": "discovered spotted",
        "should": "should must never always worth better beats matter matters wants deserves costs",
        "now": "now today nowadays anymore",
        "digit": (
            "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred "
            "thousand million half third zero double doubled percent"
        ),
        "choice": "either option options instead rather because",
        "ago": "ago",
        "i_role": "lead owner",
        "habit": "always kept would",
        "modal_past": "could would couldn't wouldn't might",
        "thats": "that's it's there's",
        "was_state": "was were wasn't weren't",
        "to_me": "me my",
    }.items()
}
"""Cues that a single word gives."""
_NEEDS: dict[str, frozenset[str]] = {
    name: frozenset(said.split())
    for name, said in {
        "i_action": "i",
        "we_action": "we",
        "i_didnt": "i",
        "i_present": "i",
        "i_state": "i i'd",
        "i_had_to": "had needed was were must me mine",
        "thats": "which there",
        "other_acts": (
            "said told asked agreed wanted signed took went gave picked chose corrected approved feared named called "
            "sent wrote offered accepted refused pushed came laughed forwarded read moved stayed"
        ),
        "and_action": "and",
        "learned": "taught looking hindsight retrospect rule believe took i've i'd should wish ever turns hard still",
        "third_wanted": (
            "wanted needed thought liked used preferred feared fought argued believed expected loved hated disagreed"
        ),
        "said_other": "said told replied answered admitted feared",
        "found": "turned found came only one showed were rest third them out",
        "end_time": (
            "end within by far until day after later next first following ever date january february march april may "
            "june july august september october november december"
        ),
        "present_state": ("now today still since anymore currently has have i've we've they've you've there've who've"),
        "i_role": "owned was had ran led as charge call",
        "meta": "i'll let i'd could hope sure that's can good after about short long walk mind that",
        "from_to": "from instead compared down up under below before",
        "should": "has have needs more rather",
        "goal_word": "asked gave manager i'd took set got supposed charge wanted needed promised said agreed make made",
        "ago": "time then days before at friday worked",
        "was_ing": "was were kept been",
        "i_first": "first before early always never sooner",
        "there_was": "there had were nobody one",
        "asked_to": "was been were got",
        "comparative": "than",
        "habit": "every each used on times",
        "choice": "or two could",
        "i_wanted": "i my",
    }.items()
}
"""One of these words is in every sentence that has the cue; saves the search over the others."""
_PAST = frozenset(
    """was were had did didn't wasn't weren't hadn't went got took told wrote built said made put ran found gave kept
    left met sat sent came thought knew saw spoke brought drew held led chose began broke lost spent fought fell grew
    rose became felt paid bought could couldn't would cut let set""".split()
)
_PRESENT = frozenset(
    """is are am isn't aren't it's that's there's i'm they're we're you're don't doesn't do does has have can can't
    will should takes makes needs goes gets works wants looks costs feels knows runs beats persuades buys""".split()
)
_STATES = frozenset(
    """wanted needed liked felt loved hated feared believed preferred expected hoped seemed assumed worried trusted
    owed used""".split()
)
"""Past tenses of verbs by which nothing is done."""
_DEEDS = frozenset(
    """went got took told wrote built said made put ran found gave kept left met sat sent came drew held led chose
    began broke spent fought brought cut let set bought stood taught swore dug rode flew hid froze caught split read
    threw tore shut laid bet paid spoke sold hung hit fed bent wound stuck stole swung won drove rang rewrote redid
    rebuilt undid""".split()
)
"""Irregular past tenses of verbs by which something is done."""
_ADVERBS = frozenset("also then just first never even only both always".split())
_NO_MAXIM = frozenset("i i'm i've i'd we we've now today still since anymore currently".split())
_DEADLINE = re.compile(
    r"\bby (?:the|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august|september"
    r"|october|november|december|q\d|spring|summer|christmas)"
)
_COMPILED = tuple((name, re.compile(pattern, _F), _NEEDS.get(name)) for name, pattern in CUES.items())
_WORD = re.compile(r"[\w'%$.]+")
_TOKEN = re.compile(r"[a-z']+")


def features(sentences: Sequence[str]) -> list[tuple[str, ...]]:
    """The names of the features that hold for each sentence of one answer, in order."""
    cues = [_own(sentence) for sentence in sentences]
    acts = [index for index, own in enumerate(cues) if "i_action" in own or "i_past" in own]
    first = acts[0] if acts else len(cues)
    last = acts[-1] if acts else -1
    return [(*own, *_place(index, len(cues), first, last, own, cues)) for index, own in enumerate(cues)]


def _own(sentence: str) -> list[str]:
    text = " ".join(
        re.sub(r"^(?:um|uh|so um|well|okay|yeah|right|like|er)\b[\s,]*", "", sentence.replace("’", "'").lower()).split()
    )
    text = (
        re.sub(r"\b(?:um|uh|er|you know|i mean),? ", "", text).replace(", ", " , ").replace(" , ", " ")
        if len(text) < 2_000
        else text[:2_000]
    )
    spoken = _TOKEN.findall(text)
    said = set(spoken)
    found = [name for name, cue in WORD_CUES.items() if not said.isdisjoint(cue)]
    for name, pattern, needed in _COMPILED:
        if name not in found and not (needed and needed.isdisjoint(said)) and pattern.search(text):
            found.append(name)
    past = any(word in _PAST or _is_regular_past(word) for word in said)
    present = not said.isdisjoint(_PRESENT)
    words = len(_WORD.findall(text))
    found.append("tense_" + ("both" if past and present else "past" if past else "present" if present else "none"))
    if words <= 4:
        found.append("short")
    if words > 18:
        found.append("long")
    if not past and not present and "digit" in found:
        found.append("bare_number")
    found.extend(_doers(spoken))
    if not past and said.isdisjoint(_NO_MAXIM):
        found.append("maxim")
    if any(word.startswith("you") for word in said):
        found.append("you")
    if not said.isdisjoint(("i've",)):
        found.append("i_have")
    if "by" in said and _DEADLINE.search(text):
        found.append("deadline")
    return found


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word[-3] != "e"


def _doers(spoken: Sequence[str]) -> list[str]:
    """Whether the speaker did or felt something, by the form of the verb: whatever the verb is."""
    for index, word in enumerate(spoken):
        if word not in ("i", "we"):
            continue
        place = index + 1
        while place < len(spoken) and (spoken[place].endswith("ly") or spoken[place] in _ADVERBS):
            place += 1
        verb = spoken[place] if place < len(spoken) else ""
        if verb in _STATES:
            return ["i_felt"]
        if verb in _DEEDS or verb.endswith("ed"):
            return [f"{word}_past"]
    return []


def _place(index: int, count: int, first: int, last: int, own: list[str], cues: list[list[str]]) -> list[str]:
    tense = next(f for f in own if f.startswith("tense_"))
    after = index > last
    present = after and tense == "tense_present"
    others = "i_start" not in own and "we_start" not in own
    holds = {
        "at_first": index == 0,
        "at_second": index == 1,
        "at_last": index == count - 1 and count > 2,
        "at_last_but_one": index == count - 2 and count > 3,
        "right_after_acts": index == last + 1,
        "present_after_acts": present and "digit" not in own,
        "present_last": present and index == count - 1,
        "figure_after_acts": after and ("digit" in own or "changed_by" in own),
        "i_state_before_acts": first > index and "i_state" in own,
        "they_amid": index < last and "they_start" in own,
        "next_acts": index + 1 < count and "i_action" in cues[index + 1],
        "maxim_after_acts": after and "maxim" in own and "digit" not in own,
        "no_story_yet": index <= 1 and (tense == "tense_none" or "you" in own),
        "others_past_after_acts": after and tense == "tense_past" and others,
        "acted_before": index > 0 and "i_action" in cues[index - 1],
    }
    fifth = min(4, 5 * index // max(1, count))
    acts = "before_acts" if index < first else "after_acts" if after else "amid_acts"
    return [
        "bias",
        f"fifth_{fifth}",
        acts,
        *(name for name, held in holds.items() if held),
    ]
