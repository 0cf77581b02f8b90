"""Holding an answer against a line that has to be said word for word (annotation rules, 8)."""

from collections.abc import Sequence

from coach.core.analysis.findings import Verbatim
from coach.core.analysis.verbatim_content import ContentWord, content_words
from coach.core.analysis.verbatim_synonyms import opposite, related
from coach.core.transcript import Transcript

CLOSE_COVERAGE = 0.65
"""Between the 70 % of the rules for `close` and their 60 % for `paraphrase`."""
CLOSE_ORDER = 0.45
"""Least part of the content in the order of the line for the frame to be the same; a moved clause keeps more."""
REVERSIBLE_COVERAGE = 0.4
"""With less of the line in common, a negation more or less does not show that the point is reversed."""
RELATED_WEIGHT = 0.7
"""What a related word counts against the word itself."""
SAME_POINT = 0.25
"""Least share of related content for a restatement; fitted on labelled attempts, where other points stay below."""
SIMILARITY_WEIGHT = 0.2
NEUTRAL_SIMILARITY = 0.3
"""What a sentence model adds to that share: MiniLM gives other points up to 0.5 and free restatements down to 0.1,
so it tips the balance only when the words leave it open."""


def compare_verbatim(transcript: Transcript, target: str, *, similarity: float | None = None) -> Verbatim:
    """How close the answer is to `target`, and which content words of it were not said.

    `similarity` is the cosine of answer and target in a sentence model; it decides between a paraphrase and another
    point when given. The similarity in the result is that cosine, or the share of related content without it.
    """
    wanted, said = content_words(target), content_words(transcript.text)
    said_stems = {w.stem for w in said}
    missing = tuple(dict.fromkeys(w.surface for w in _first_of_each(wanted) if w.stem not in said_stems))
    if not wanted:
        return Verbatim("missed" if said else "verbatim", 0.0 if said else 1.0, ())
    kinds = dict.fromkeys(w.stem for w in wanted)
    coverage = sum(stem in said_stems for stem in kinds) / len(kinds)
    order = _common_in_order([w.stem for w in wanted], [w.stem for w in said]) / len(wanted)
    relatedness = _relatedness(tuple(kinds), said_stems)
    closeness = max(coverage, relatedness if similarity is None else max(0.0, min(1.0, similarity)))
    label = _label(wanted, said, coverage, order, relatedness, similarity)
    return Verbatim(label, round(1.0 if label == "verbatim" else closeness, 4), missing)


def _label(
    wanted: Sequence[ContentWord],
    said: Sequence[ContentWord],
    coverage: float,
    order: float,
    relatedness: float,
    similarity: float | None,
) -> str:
    if coverage >= REVERSIBLE_COVERAGE and _reversed(wanted, said, coverage):
        return "missed"
    if order == 1.0:
        return "verbatim"
    if coverage >= CLOSE_COVERAGE and order >= CLOSE_ORDER:
        return "close"
    tilt = 0.0 if similarity is None else SIMILARITY_WEIGHT * (similarity - NEUTRAL_SIMILARITY)
    return "paraphrase" if relatedness + tilt >= SAME_POINT or coverage >= CLOSE_COVERAGE else "missed"


def _first_of_each(wanted: Sequence[ContentWord]) -> list[ContentWord]:
    seen: dict[str, ContentWord] = {}
    for word in wanted:
        seen.setdefault(word.stem, word)
    return list(seen.values())


def _common_in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence; the line is short, so this is linear in the answer."""
    row = [0] * (len(left) + 1)
    for word in right:
        before = 0
        for place, each in enumerate(left, start=1):
            here = row[place]
            row[place] = before + 1 if word == each else max(here, row[place - 1])
            before = here
    return row[-1]


def _relatedness(kinds: tuple[str, ...], said: set[str]) -> float:
    """Share of the content of the line that is said, a related word counting less; each word said vouches once."""
    score = float(sum(stem in said for stem in kinds))
    left = said - set(kinds)
    for stem in kinds:
        if stem not in said and (near := related(stem) & left):
            left.discard(min(near))
            score += RELATED_WEIGHT
    return score / len(kinds)


def _reversed(wanted: Sequence[ContentWord], said: Sequence[ContentWord], coverage: float) -> bool:
    """Whether the point is turned round: a negation more or less, an opposite word, or exchanged roles."""
    by_stem: dict[str, list[ContentWord]] = {}
    for word in said:
        by_stem.setdefault(word.stem, []).append(word)
    wanted_stems = {w.stem for w in wanted}
    for word in wanted:
        found = by_stem.get(word.stem)
        if found and all(f.negated != word.negated for f in found):
            return True
        if not found:
            for other in opposite(word.stem):
                if other not in wanted_stems and any(f.negated == word.negated for f in by_stem.get(other, ())):
                    return True
    if coverage < CLOSE_COVERAGE:
        return False
    return _exchanged(wanted, said) or _other_speaker(wanted, by_stem)


def _other_speaker(wanted: Sequence[ContentWord], by_stem: dict[str, list[ContentWord]]) -> bool:
    """Whether I and you, or I and somebody else, have changed places."""
    taken = given = False
    for word in wanted:
        found = by_stem.get(word.stem)
        if not found:
            continue
        if word.holder and all(f.holder and f.holder != word.holder for f in found):
            return True
        given = given or (word.holder == "i" and all(not f.holder for f in found))
        taken = taken or (not word.holder and all(f.holder == "i" for f in found))
    return taken and given


def _exchanged(wanted: Sequence[ContentWord], said: Sequence[ContentWord]) -> bool:
    """Whether two content words have changed places while others between them stayed."""
    left = [w.stem for w in wanted]
    right = [w.stem for w in said]
    common = [s for s in left if s in set(right)]
    heard = [s for s in right if s in set(left)]
    if len(common) != len(heard):
        return False
    differing = [i for i, (a, b) in enumerate(zip(common, heard, strict=True)) if a != b]
    if len(differing) != 2:
        return False
    first, second = differing
    return second - first > 1 and common[first] == heard[second] and common[second] == heard[first]
