"""The generic checks of a rubric, decided from what was measured."""

from collections.abc import Callable, Iterator, Sequence

from coach.core.analysis.findings import Analysis, HedgeStatus, Number, StarPart, Story
from coach.core.enumeration import signposts
from coach.core.rubric import Check, CheckName
from coach.core.scorecard import CheckResult
from coach.core.spans import Evidence
from coach.core.structure_checks import STRUCTURE_CHECKS, Verdict, closing_question

NOT_MEASURED = "not measured: the answer was typed"
DEFAULT_REASONS = 2
"""How many signposted reasons make a list, when the rubric does not say."""

SITUATION_S = 20.0
"""A situation should take no longer; the action should take longest (STAR+I as it is taught)."""

_Verdict = tuple[bool, str, tuple[Evidence, ...]]

_REPAIRS = {
    CheckName.NUMBERS: "Put a number on it: a rate, a size, a delay or a price.",
    CheckName.THREE_NUMBERS: "Give three figures: one that moved, one that held, one that is still not good enough.",
    CheckName.IT_DEPENDS: "It depends on one thing I can measure; above that line I do A, below it B.",
    CheckName.TOOL_WITHOUT_TRADEOFF: "Name the tool only with the reason it won and what it costs.",
    CheckName.QUESTION_BACK: "Before I answer: who uses this, and how often?",
    CheckName.FIRST_WORD: "Buy the time out loud: let me think about that for a second.",
    CheckName.HYPOTHETICALS: "Say what you did, not what you would do: last year we had this, and I ...",
    CheckName.BAD_MOUTHING: "Judge the design, not the people: the deadline left us with a weak handover.",
    CheckName.ENUMERATED_REASONS: "Count them out loud: one, ... two, ... three, ...",
    CheckName.STAR_SEGMENTS: "Situation, what I did, the result with a number, and what I learned from it.",
    CheckName.VERBATIM: "Say the line word for word.",
    CheckName.HOLD_SILENCE: "Let the silence stand before you speak, and again after the line.",
    CheckName.CLARIFY_FIRST: "Before I draw anything: who reads this, and how fresh must it be? I'll assume hourly.",
    CheckName.ENUMERATED: "Count them out loud: three pitfalls. First, ... second, ... third, ...",
    CheckName.GRAIN_FIRST: "Say the grain before the query: one row per ...",
    CheckName.SIZING_FIRST: "Do the arithmetic before the first box: events a day, so many a second, so many bytes.",
    CheckName.TAKES_STANCE: "Pick a side and say why: I would take the batch number, because ...",
}
_CLOSING_REPAIR = "Close with what comes next: the question I would like to dig into with you is whether ..."


def run_check(check: Check, analysis: Analysis) -> CheckResult:
    """One check on one answer; a repair comes along only when it failed."""
    passed, detail, evidence = _CHECKS[check.check](check, analysis)
    repair = "" if passed else check.repair or (_CLOSING_REPAIR if check.closing else default_repair(check.check))
    return CheckResult(check.id, passed, detail, evidence, repair)


def default_repair(name: CheckName) -> str:
    """What to say or do instead when a check failed and its rubric has no words of its own."""
    return _REPAIRS[name]


def _numbers(check: Check, analysis: Analysis) -> _Verdict:
    return _count_numbers(analysis.numbers, check.at_least or 1)


def _three_numbers(_check: Check, analysis: Analysis) -> _Verdict:
    return _count_numbers(analysis.numbers, 3)


def _count_numbers(numbers: Sequence[Number], wanted: int) -> _Verdict:
    distinct = {(n.value, n.unit): n.where for n in reversed(numbers)}
    evidence = tuple(sorted(distinct.values(), key=lambda e: e.start))
    noun = "number" if wanted == 1 else "numbers"
    if len(distinct) >= wanted:
        return True, f"{len(distinct)} {'number' if len(distinct) == 1 else 'numbers'}, {wanted} needed", evidence
    return False, f"{len(distinct)} of {wanted} {noun}", evidence


def _it_depends(_check: Check, analysis: Analysis) -> _Verdict:
    unresolved = tuple(h.where for h in analysis.it_depends if h.status is HedgeStatus.UNRESOLVED)
    if unresolved:
        times = "once" if len(unresolved) == 1 else f"{len(unresolved)} times"
        return False, f"'{unresolved[0].text}' {times} without saying on what", unresolved
    if not analysis.it_depends:
        return True, "no 'it depends'", ()
    evidence = tuple(h.where for h in analysis.it_depends)
    if any(h.status is HedgeStatus.AXES for h in analysis.it_depends):
        return True, "it is said what it depends on, but no side is taken", evidence
    return True, "every 'it depends' is followed by what and which way", evidence


def _tools(_check: Check, analysis: Analysis) -> _Verdict:
    if not analysis.tools:
        return True, "no tool named", ()
    justified = {t.where.text.lower() for t in analysis.tools if t.justified}
    bare = {t.where.text.lower(): t.where for t in reversed(analysis.tools) if not t.justified}
    evidence = tuple(sorted((e for name, e in bare.items() if name not in justified), key=lambda e: e.start))
    if not evidence and not analysis.tool_list:
        return True, "every tool comes with a reason", ()
    names = _enumerate([e.text for e in evidence]) or "tools"
    return False, f"{names} named without a reason", evidence


def _question_back(check: Check, analysis: Analysis) -> _Verdict:
    if check.closing:
        return _plain(closing_question)(check, analysis)
    count = len(analysis.questions)
    evidence = tuple(q.where for q in analysis.questions)
    if not count:
        return False, "no question to the interviewer", ()
    return True, f"{count} {'question' if count == 1 else 'questions'} to the interviewer", evidence


def _first_word(check: Check, analysis: Analysis) -> _Verdict:
    if analysis.delivery.duration_s is None:
        return True, NOT_MEASURED, ()
    first = analysis.delivery.first_word_s
    if first is None:
        return False, "nothing was said", ()
    return first <= (check.at_most_s or 0), f"first word after {first:.1f} s", ()


def _hypotheticals(_check: Check, analysis: Analysis) -> _Verdict:
    found = analysis.hypotheticals
    return not found, f"{len(found)} times what one would do" if found else "told as it happened", found


def _bad_mouthing(_check: Check, analysis: Analysis) -> _Verdict:
    found = analysis.bad_mouthing
    return not found, "people are judged" if found else "nobody is talked down", found


def _reasons(check: Check, analysis: Analysis) -> _Verdict:
    wanted = check.at_least or DEFAULT_REASONS
    spans = signposts(analysis.transcript.text)
    evidence = tuple(analysis.transcript.evidence(s) for s in spans)
    if len(spans) >= wanted:
        return True, f"{len(spans)} signposted points", evidence
    return False, f"{len(spans)} of {wanted} signposted points", evidence


def _star(_check: Check, analysis: Analysis) -> _Verdict:
    names = {
        StarPart.SITUATION: "situation",
        StarPart.ACTION: "action",
        StarPart.RESULT: "result",
        StarPart.INSIGHT: "insight",
    }
    said = {s.part for s in analysis.star}
    missing = [name for part, name in names.items() if part not in said]
    detail = "no " + _enumerate(missing, "or") if missing else "situation, action, result and insight are there"
    return not missing, "; ".join([detail, *_story_advice(analysis.story)]), ()


def _story_advice(story: Story | None) -> Iterator[str]:
    """What a story with all its parts still lacks; it costs nothing by itself."""
    if story is None:
        return
    spent = story.seconds
    if spent is not None:
        if spent.situation_s > SITUATION_S:
            yield f"the situation took {spent.situation_s:.0f} s, {SITUATION_S:g} are enough"
        longest = max(spent.situation_s, spent.task_s, spent.result_s, spent.insight_s)
        if 0 < spent.action_s < longest:
            yield f"the action, {spent.action_s:.0f} s, is not the longest part"
    if not story.judgment:
        yield "no moment of judgment: two options and which one you took"
    if not story.others:
        yield "nobody else is named"


def _verbatim(_check: Check, analysis: Analysis) -> _Verdict:
    found = analysis.verbatim
    if found is None:
        return True, "there is no line to repeat", ()
    missing = f", without {_enumerate([repr(w) for w in found.missing[:4]])}" if found.missing else ""
    words = {"verbatim": "word for word", "close": "close to the line", "paraphrase": "a paraphrase of the line"}
    return found.label in ("verbatim", "close"), words.get(found.label, "the line was missed") + missing, ()


def _hold_silence(check: Check, analysis: Analysis) -> _Verdict:
    transcript = analysis.transcript
    if transcript.duration_s is None:
        return True, NOT_MEASURED, ()
    speech = transcript.speech
    if not speech:
        return False, "nothing was said", ()
    silences = [
        (speech[0].start_s, "before the first word"),
        (analysis.delivery.longest_pause_s or 0.0, "between two words"),
        (max(0.0, transcript.duration_s - speech[-1].end_s), "after the last word"),
    ]
    held_s, where = max(silences, key=lambda each: each[0])
    return held_s >= (check.at_least_s or 0), f"{held_s:.1f} s of silence {where}", ()


def _plain(check: Callable[[Check, Analysis], Verdict]) -> Callable[[Check, Analysis], _Verdict]:
    def run(given: Check, analysis: Analysis) -> _Verdict:
        verdict = check(given, analysis)
        return verdict.passed, verdict.detail, verdict.evidence

    return run


def _enumerate(words: Sequence[str], joint: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


_CHECKS: dict[CheckName, Callable[[Check, Analysis], _Verdict]] = {
    CheckName.NUMBERS: _numbers,
    CheckName.THREE_NUMBERS: _three_numbers,
    CheckName.IT_DEPENDS: _it_depends,
    CheckName.TOOL_WITHOUT_TRADEOFF: _tools,
    CheckName.QUESTION_BACK: _question_back,
    CheckName.FIRST_WORD: _first_word,
    CheckName.HYPOTHETICALS: _hypotheticals,
    CheckName.BAD_MOUTHING: _bad_mouthing,
    CheckName.ENUMERATED_REASONS: _reasons,
    CheckName.STAR_SEGMENTS: _star,
    CheckName.VERBATIM: _verbatim,
    CheckName.HOLD_SILENCE: _hold_silence,
    **{name: _plain(check) for name, check in STRUCTURE_CHECKS.items()},
}
