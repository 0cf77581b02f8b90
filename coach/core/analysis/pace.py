"""How pace, pauses and fillers spread over an answer: slices of pace, places of pauses, crowds of fillers."""

from collections.abc import Sequence

from coach.core.analysis.findings import Filler, FillerCluster, PaceSlice, PausePlace, Tier
from coach.core.analysis.units import units
from coach.core.spans import Span, TimeSpan
from coach.core.transcript import Transcript, Word

SLICE_S = 15.0
"""Length of a slice of the pace curve: about 35 words, so that one word is 3 % of the pace."""
CLUSTER_FILLERS = 3
"""So many fillers close together are heard as a stumble."""
CLUSTER_S = 10.0
"""How close together."""
_OPENERS = frozenset(
    "and but because cause so if then which while when whereas otherwise unless since or although once instead that "
    "where who until".split()
)
_CLAUSE_MARKS = ".,;:?!…–—)"


def pace_curve(words: Sequence[Word], speech: Sequence[TimeSpan]) -> tuple[PaceSlice, ...]:
    """The pace from first to last speech, slice by slice; a rest shorter than half a slice joins the one before.

    `words` are those that count; a word falls into the slice of its middle, after it has been moved into the nearest
    stretch of `speech`, which must be in order. Empty when the words carry no time.
    """
    moments = [_in_speech(middle, speech) for middle in map(_middle_s, words) if middle is not None]
    if not moments or not speech:
        return ()
    begin, end = speech[0].start_s, speech[-1].end_s
    count = max(1, int((end - begin) / SLICE_S + 0.5))
    edges = [begin + n * SLICE_S for n in range(count)] + [end]
    slices: list[PaceSlice] = []
    for n in range(count):
        time = TimeSpan(edges[n], edges[n + 1])
        last = n + 1 == count
        said = sum(time.start_s <= m < time.end_s or (last and m >= time.end_s) for m in moments)
        slices.append(PaceSlice(time, said, said * 60 / max(time.length_s, 1e-9)))
    return tuple(slices)


def pause_places(transcript: Transcript, pauses: Sequence[TimeSpan]) -> tuple[PausePlace, ...]:
    """Where each pause falls, in the order given; empty when the words carry no time.

    A pause stands before the first word whose middle comes after its own: engines stretch a word into the silence
    beside it. It lies between two clauses when punctuation, a conjunction or a new sentence parts the words around it.
    """
    timed = [(w, middle) for w in transcript.words if (middle := _middle_s(w)) is not None]
    if not timed:
        return ()
    begins = {piece.start for piece in units(transcript.text)}
    return tuple(_place(timed, begins, (p.start_s + p.end_s) / 2) for p in pauses)


def filler_clusters(transcript: Transcript, fillers: Sequence[Filler]) -> tuple[FillerCluster, ...]:
    """Crowds of certain fillers, in order: each filler of a crowd is one of three or more within ten seconds."""
    heard = sorted(
        ((f.where.start_s, f.where) for f in fillers if f.tier is not Tier.UNCERTAIN and f.where.start_s is not None),
        key=lambda each: (each[0], each[1].start),
    )
    crowded = [False] * len(heard)
    for first in range(len(heard) - CLUSTER_FILLERS + 1):
        last = first + CLUSTER_FILLERS - 1
        if heard[last][0] - heard[first][0] <= CLUSTER_S:
            crowded[first : last + 1] = [True] * CLUSTER_FILLERS
    clusters: list[FillerCluster] = []
    run: list[int] = []
    for n in range(len(heard) + 1):
        joins = n < len(heard) and crowded[n] and (not run or heard[n][0] - heard[run[-1]][0] <= CLUSTER_S)
        if joins:
            run.append(n)
            continue
        if run:
            places = [heard[i][1] for i in run]
            span = Span(min(p.start for p in places), max(p.end for p in places))
            clusters.append(FillerCluster(transcript.evidence(span), len(run)))
        run = [n] if n < len(heard) and crowded[n] else []
    return tuple(clusters)


def _in_speech(moment_s: float, speech: Sequence[TimeSpan]) -> float:
    nearest = min(speech, key=lambda s: max(s.start_s - moment_s, moment_s - s.end_s, 0.0))
    return min(max(moment_s, nearest.start_s), nearest.end_s)


def _middle_s(word: Word) -> float | None:
    return None if word.start_s is None or word.end_s is None else (word.start_s + word.end_s) / 2


def _place(words: Sequence[tuple[Word, float]], begins: set[int], moment_s: float) -> PausePlace:
    after = next((n for n, (_, middle_s) in enumerate(words) if middle_s > moment_s), len(words))
    if after in (0, len(words)):
        return PausePlace.BETWEEN
    before, following = words[after - 1][0], words[after][0]
    parted = before.text[-1] in _CLAUSE_MARKS or following.start in begins
    opens = following.text.lower().strip(",.;:…") in _OPENERS
    return PausePlace.BETWEEN if parted or opens else PausePlace.INSIDE
