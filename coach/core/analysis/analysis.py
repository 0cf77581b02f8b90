"""Gathers every detector into one value: what was measured about an answer before a rubric is held against it."""

from coach.core.analysis.conduct import count_ownership, find_bad_mouthing, find_hypotheticals
from coach.core.analysis.delivery import measure_delivery
from coach.core.analysis.depends import find_hedges
from coach.core.analysis.fillers import find_fillers
from coach.core.analysis.findings import Analysis, Filler
from coach.core.analysis.heard_fillers import with_heard
from coach.core.analysis.numbers import find_numbers
from coach.core.analysis.questions import find_questions
from coach.core.analysis.star import label_star
from coach.core.analysis.story import read_story
from coach.core.analysis.tool_lexicon import ToolLexicon
from coach.core.analysis.tools import find_tools, is_tool_list
from coach.core.analysis.verbatim import compare_verbatim
from coach.core.transcript import Transcript


def analyse(transcript: Transcript, lexicon: ToolLexicon, target: str | None = None) -> Analysis:
    """Everything the detectors find in an answer.

    `lexicon` names the tools to look for; `target` is the line that had to be said word for word, where the item has
    one.
    """
    fillers: tuple[Filler, ...] = with_heard(transcript, find_fillers(transcript))
    numbers = find_numbers(transcript)
    tools = find_tools(transcript, lexicon, numbers)
    star = label_star(transcript)
    return Analysis(
        transcript=transcript,
        delivery=measure_delivery(transcript, fillers),
        fillers=fillers,
        it_depends=find_hedges(transcript),
        numbers=numbers,
        tools=tools,
        tool_list=is_tool_list(tools),
        hypotheticals=find_hypotheticals(transcript),
        bad_mouthing=find_bad_mouthing(transcript),
        ownership=count_ownership(transcript),
        star=star,
        story=read_story(transcript, star, tools),
        questions=find_questions(transcript),
        verbatim=compare_verbatim(transcript, target) if target is not None else None,
    )
