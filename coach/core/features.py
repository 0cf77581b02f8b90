"""What is measured when one window of an answer is held against one idea."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.core.analysis.findings import Number
from coach.core.figures import held_against
from coach.core.idea_words import Worded
from coach.core.negation import denies, scope
from coach.core.prepared import Manner, PreparedIdea, PreparedRubric
from coach.core.references import Idea
from coach.core.spans import Span
from coach.core.stance import discourse, stance
from coach.core.stems import stem, telling
from coach.core.text import sentences, tokens
from coach.core.windows import Window

VOTE_TEMPERATURE = 0.07
"""How sharply the nearest sentences outvote the rest; leave-one-item-out on graded answers, 0.05 to 0.1 are alike."""

FLAT_DENIAL = 0.5
"""From this share of its words an idea is denied as a whole."""

_SIMILARITIES = (
    "pos",
    "pos3",
    "neg",
    "sib",
    "what",
    "vote",
    "own",
    "vote_best",
    "vote_mean",
    "pos_mean",
)
_SAID = (
    "terms",
    "terms_near",
    "phrase",
    "cover",
    "cover_mean",
    "figures_met",
    "figures_missing",
    "figures_wrong",
    "polarity",
    "denied",
    "denied_after",
    "denied_flatly",
    "reported",
    "asks",
    "lists",
    "joined",
    "long",
)
_WHOLE = ("all_reported", "all_speaker", "all_listing", "all_recites")

LEXICAL = (*(f"l_{s}" for s in _SIMILARITIES), *_SAID, *_WHOLE)
"""Features that need no sentence model."""
SEMANTIC = tuple(f"s_{s}" for s in _SIMILARITIES)
"""Features of the sentence model."""
REST = ("rest",)
"""What the other ideas of the same answer say about this one."""
TRAP_REST = ("rest", "omitted", "better")
"""And for a trap: whether what it leaves out was said, and the move that voids it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One idea against one window."""

    values: dict[str, float]
    nearest: int
    """Reference index of the closest exemplar; -1 when the idea has none."""
    nearest_similarity: float
    nearest_miss: int
    """Reference index of the closest near miss; -1 when the idea has none."""
    nearest_miss_similarity: float
    phrase: str
    """The listed wording that was plainly said, or empty."""
    fault: str
    """What is wrong with the figures, or empty."""


class _Votes:
    """One kind of similarity between all windows and all references."""

    def __init__(self, prefix: str, rows: Sequence[Sequence[float]], ideas: Sequence[Idea]) -> None:
        self.rows = rows
        self._prefix = prefix
        self._ideas = ideas
        self._votes = [[math.exp((v - 1) / VOTE_TEMPERATURE) for v in row] for row in rows]
        self._best = [[max((row[i] for i in idea.positives), default=0.0) for idea in ideas] for row in rows]
        voters = [i for idea in ideas for part in (idea.positives, idea.negatives) for i in part]
        self._total = [sum(votes[i] for i in voters) or 1.0 for votes in self._votes]

    def of(self, at: int, tight: Sequence[int]) -> list[dict[str, float]]:
        """The similarities of one idea to every window; `tight` are the windows of one unit."""
        idea = self._ideas[at]
        others = [i for i, o in enumerate(self._ideas) if i != at and not o.trap]
        found = [self._one(at, idea, others, w) for w in range(len(self.rows))]
        p = self._prefix
        whole = {
            f"{p}_vote_best": max(each[f"{p}_vote"] for each in found),
            f"{p}_vote_mean": sum(found[w][f"{p}_vote"] for w in tight) / len(tight),
            f"{p}_pos_mean": sum(found[w][f"{p}_pos"] for w in tight) / len(tight),
        }
        return [each | whole for each in found]

    def _one(self, at: int, idea: Idea, others: list[int], w: int) -> dict[str, float]:
        row, votes, best, p = self.rows[w], self._votes[w], self._best[w], self._prefix
        top = sorted((row[i] for i in idea.positives), reverse=True)[:3] or [0.0]
        ours = sum(votes[i] for i in idea.positives)
        misses = sum(votes[i] for i in idea.negatives)
        rivals = max(0.0, self._total[w] - ours - misses)
        return {
            f"{p}_pos": best[at],
            f"{p}_pos3": sum(top) / len(top),
            f"{p}_neg": max((row[i] for i in idea.negatives), default=0.0),
            f"{p}_sib": max((best[i] for i in others), default=0.0),
            f"{p}_what": max(row[idea.what], 0.0 if idea.trap else row[idea.repair]),
            f"{p}_vote": ours / self._total[w],
            f"{p}_own": (ours - misses) / (ours + misses + 0.3 * rivals or 1.0),
        }


class Answer:
    """An answer's windows with everything about them that does not depend on the idea."""

    def __init__(
        self,
        text: str,
        windows: Sequence[Window],
        rubric: PreparedRubric,
        numbers: Sequence[Number],
        semantic: Sequence[Sequence[float]] | None,
    ) -> None:
        self._windows = windows
        self._ideas = rubric.ideas
        self._numbers = numbers
        ideas = rubric.references.ideas
        words = [tokens(w.text) for w in windows]
        self._telling = [telling(each) for each in words]
        self._stems = [tuple(stem(t.text) for t in each) for each in words]
        self._words = [scope(w.text, each) for w, each in zip(windows, words, strict=True)]
        self._denies = [denies(each) for each in words]
        self._kinds = [_Votes("l", [rubric.index.compare(each) for each in self._telling], ideas)]
        if semantic is not None:
            self._kinds.append(_Votes("s", semantic, ideas))
        self._tight = [i for i, w in enumerate(windows) if w.units == 1]
        at = {windows[i].first: i for i in self._tight}
        self._around = [(at.get(w.first - 1), at.get(w.last + 1)) for w in windows]
        self._stances = [stance(w.text) for w in windows]
        self._tell_of_others(text)

    def _tell_of_others(self, text: str) -> None:
        """What holds for the answer as a whole, and for the sentences that each window touches."""
        whole = discourse(text)
        spans = sentences(text)
        touched = [[i for i, s in enumerate(spans) if s.overlaps(w.span)] for w in self._windows]
        self._reported = [any(whole.reported[i] for i in found) for found in touched]
        self._whole = {
            "all_reported": whole.reported_share,
            "all_speaker": whole.speaker_share,
            "all_listing": whole.listing,
            "all_recites": whole.recites,
        }

    def measure(self, at: int) -> list[Measured]:
        """Idea number `at` against every window."""
        if not self._windows:
            return []
        prepared = self._ideas[at]
        idea, terms = prepared.idea, prepared.terms
        similar = [kind.of(at, self._tight) for kind in self._kinds]
        hits = [terms.hits(each) for each in self._stems]
        used = [prepared.words.used(each) for each in self._words]
        cover_mean = sum(used[w].cover for w in self._tight) / len(self._tight)
        found: list[Measured] = []
        for w in range(len(self._windows)):
            values = dict(self._whole)
            for kind in similar:
                values.update(kind[w])
            rows = self._kinds[-1].rows[w]
            near, near_similarity = _nearest(rows, idea.positives)
            miss, miss_similarity = _nearest(rows, idea.negatives)
            said = self._said(prepared, used[w], near, w)
            phrase = terms.phrase(self._telling[w]) if _plainly(said) else ""
            figures = held_against(idea.recognise.figures, self._numbers, self._near(w))
            values.update(
                terms=terms.share(hits[w]),
                terms_near=terms.share(frozenset().union(*(hits[n] for n in self._neighbours(w)))),
                phrase=float(bool(phrase)),
                cover=used[w].cover,
                cover_mean=cover_mean,
                figures_met=figures.met,
                figures_missing=figures.missing,
                figures_wrong=figures.wrong,
            )
            values.update(said)
            found.append(Measured(values, near, near_similarity, miss, miss_similarity, phrase, figures.fault))
        return found

    def _said(self, prepared: PreparedIdea, used: Worded, nearest: int, w: int) -> dict[str, float]:
        said = self._stances[w]
        manner = prepared.manners.get(nearest, Manner(denies=False, reports=False, asks=False))
        words = len(self._stems[w])
        asked = said.asks and not prepared.idea.recognise.question and not manner.asks
        flatly = used.denied >= FLAT_DENIAL or used.denied_after >= FLAT_DENIAL
        return {
            "denied": used.denied,
            "denied_after": used.denied_after,
            "denied_flatly": float(flatly and not manner.denies),
            "polarity": float(self._denies[w] != manner.denies),
            "reported": float(self._reported[w] and not manner.reports),
            "asks": float(asked),
            "lists": float(said.lists),
            "joined": float(self._windows[w].units > 1),
            "long": max(0.0, math.log(words / 20)) if words else 0.0,
        }

    def _neighbours(self, w: int) -> list[int]:
        before, after = self._around[w]
        return [n for n in (before, w, after) if n is not None]

    def _near(self, w: int) -> Span:
        """The window widened by the unit before and the unit after."""
        near = self._neighbours(w)
        return Span(self._windows[near[0]].span.start, self._windows[near[-1]].span.end)


def _plainly(said: Mapping[str, float]) -> bool:
    """Whether words are the speaker's own statement: not reported, not asked, denied no more than the exemplars are."""
    return not (said["reported"] or said["asks"] or said["polarity"])


def _nearest(row: Sequence[float], among: range) -> tuple[int, float]:
    if not among:
        return -1, 0.0
    best = max(among, key=lambda i: row[i])
    return best, row[best]
