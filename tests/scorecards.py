"""Small scorecards for tests that only carry them about."""

from coach.core.analysis.delivery import measure_delivery
from coach.core.analysis.findings import Analysis
from coach.core.rubric import Level
from coach.core.scorecard import ElementResult, Scorecard
from coach.core.spans import Span
from coach.core.transcript import Transcript


def scorecard(transcript: Transcript, score: float = 50.0, item: str = "drill-4tb-query") -> Scorecard:
    """A scorecard with one idea met by the first word."""
    first = transcript.words[0]
    met = ElementResult(
        id="ask-who",
        what="Asks who runs it",
        met=True,
        must=True,
        points=score,
        max=100,
        evidence=(transcript.evidence(Span(first.start, first.end)),),
        rule="said",
        closeness=0.9,
        repair="Who runs this?",
    )
    return Scorecard(
        item=item,
        rubric_version=1,
        score=score,
        level=Level.MID,
        elements=(met,),
        traps=(),
        checks=(),
        content_points=score,
        judgment_points=0,
        delivery_points=0,
        capped_by=None,
        fix_next="Ask how often it runs.",
        fix_evidence=(),
        matcher="words alone",
        analysis=Analysis(transcript, measure_delivery(transcript, ())),
    )
