"""From an item and an answer to a scorecard: detectors, then ideas, then points."""

from dataclasses import dataclass

from coach.core.analysis.analysis import analyse
from coach.core.analysis.findings import Analysis
from coach.core.analysis.tool_lexicon import ToolLexicon
from coach.core.drill import Item
from coach.core.match_model import MatchWeights
from coach.core.matching import match_rubric
from coach.core.ports import SentenceSimilarity
from coach.core.prepared import prepare
from coach.core.rubric import Rubric
from coach.core.scorecard import Scorecard
from coach.core.scoring import score
from coach.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges answers; the same answer always gets the same scorecard."""

    lexicon: ToolLexicon
    """The technologies it knows by name."""
    weights: MatchWeights
    """How signals of a match are weighed."""
    similarity: SentenceSimilarity | None = None
    """Compares sentences by meaning; without it words alone decide, and the scorecard says so."""

    def analyse(self, transcript: Transcript, target: str | None = None) -> Analysis:
        """What can be measured without a rubric."""
        return analyse(transcript, self.lexicon, target)

    def warm(self, rubric: Rubric) -> None:
        """Make ready for answers to one rubric, so that the first of them does not wait; raises ModelError."""
        if rubric.by_mention:
            return
        texts = prepare(rubric).references.texts
        if self.similarity is not None:
            self.similarity.compare((), texts)

    def __call__(self, item: Item, rubric: Rubric, transcript: Transcript) -> Scorecard:
        """The verdict on one answer."""
        analysis = self.analyse(transcript, item.target)
        matches = match_rubric(rubric, item, transcript, analysis.numbers, self.similarity, self.weights)
        return score(rubric, item, analysis, matches)
