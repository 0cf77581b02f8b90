"""A rubric made ready for comparison once, since answers come many to a rubric."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coach.core.idea_words import IdeaWords
from coach.core.negation import denies, scoped_words
from coach.core.phrases import TermGroups
from coach.core.references import Idea, References, WordIndex, references
from coach.core.rubric import Rubric
from coach.core.stance import stance
from coach.core.text import tokens


@dataclass(frozen=True, slots=True)
class Manner:
    """How an exemplar itself is said; an answer that is said the same way loses nothing by it."""

    denies: bool
    reports: bool
    asks: bool


@dataclass(frozen=True, slots=True)
class PreparedIdea:
    """One idea with its words, terms and the manner of each exemplar by reference index."""

    idea: Idea
    words: IdeaWords
    terms: TermGroups
    manners: Mapping[int, Manner]


@dataclass(frozen=True, slots=True)
class PreparedRubric:
    """The sentences of a rubric with everything that no answer changes."""

    references: References
    index: WordIndex
    ideas: tuple[PreparedIdea, ...]


@lru_cache(maxsize=32)
def prepare(rubric: Rubric) -> PreparedRubric:
    """The rubric made ready; the last 32 are remembered."""
    refs = references(rubric)
    return PreparedRubric(refs, WordIndex(refs.texts), tuple(_idea(idea, refs) for idea in refs.ideas))


def _idea(idea: Idea, refs: References) -> PreparedIdea:
    exemplars = {i: refs.texts[i] for i in idea.positives}
    words = IdeaWords(idea.recognise, [scoped_words(text) for text in exemplars.values()])
    manners = {i: Manner(denies(tokens(t)), bool(stance(t).reported), "?" in t) for i, t in exemplars.items()}
    return PreparedIdea(idea, words, TermGroups(idea.recognise), manners)
