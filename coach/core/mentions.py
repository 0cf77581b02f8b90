"""Ideas that are recognised by mention alone: the concepts of a glossary card."""

from dataclasses import dataclass

from coach.core.match_idea import Match
from coach.core.negation import denied_before, denies
from coach.core.rubric import Element, Rubric
from coach.core.spans import Span
from coach.core.stems import STOP_WORDS, all_stems, stem
from coach.core.text import sentences, tokens
from coach.core.transcript import Transcript

MAX_GAP = 2
"""Telling words that may stand between two words of a key term: `randomly and blindly assigned`."""

REACH = 2
"""Words after a term within which a denial turns it: `credit is not given`."""

_GRAMMAR = STOP_WORDS - {"over", "mean", "means", "own", "same", "where", "out", "off", "down", "up", "like"}
"""Words that tell nothing; in a key term more of them tell than in a sentence: `clicks over impressions`."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A telling word of the answer."""

    stem: str
    span: Span
    asked: bool
    denied: bool


def match_mentions(rubric: Rubric, transcript: Transcript) -> tuple[Match, ...]:
    """Each element of a card against an answer: met when one term of every group is said, neither asked nor denied.

    A term that itself denies (`without a click`) is not denied by its own words.
    """
    said = _said(transcript.text)
    return tuple(_match(element, said, transcript.text) for element in rubric.elements)


def _said(text: str) -> list[_Said]:
    found: list[_Said] = []
    for span in sentences(text):
        part = text[span.start : span.end]
        words = tokens(part)
        asked = part.rstrip().endswith("?")
        before = denied_before(part, words)
        for i, word in enumerate(words):
            if word.text not in _GRAMMAR:
                where = Span(span.start + word.start, span.start + word.end)
                denied = before[i] or (i + 1 < len(words) and denies(words[i + 1 : i + 1 + REACH]))
                found.append(_Said(stem(word.text), where, asked, denied))
    return found


def _match(element: Element, said: list[_Said], text: str) -> Match:
    groups = element.recognise.terms
    spans: list[Span] = []
    doubt = ""
    for group in groups:
        places = [(place, term) for term in group if (place := _place(term, said))]
        plain = [p for p, t in places if not any(w.asked for w in p) and not _turned(p, t)]
        if plain:
            place = min(plain, key=lambda p: p[0].span.start)
            spans.append(Span(place[0].span.start, place[-1].span.end))
        elif places:
            doubt = "asked, not said" if any(w.asked for w in places[0][0]) else "denied"
    wanted = " / ".join(groups[-1][:3]) if groups else element.what
    if len(spans) == len(groups) and groups:
        words = ", ".join(f'"{text[s.start : s.end]}"' for s in spans)
        return Match(element.id, 1.0, tuple(sorted(spans, key=lambda s: s.start)), f"said: {words}")
    closeness = 0.45 * len(spans) / len(groups) if groups else 0.0
    return Match(element.id, closeness, tuple(spans), f"not said: {wanted}", doubt)


def _turned(place: list[_Said], term: str) -> bool:
    """Whether its words are denied and the term itself does not deny."""
    return any(w.denied for w in place) and not denies(tokens(term))


def _place(term: str, said: list[_Said]) -> list[_Said]:
    """The words of the answer that say a term in order, few others between; empty when it is not said."""
    wanted = [stem(t.text) for t in tokens(term) if t.text not in _GRAMMAR] or all_stems(term)
    for start, first in enumerate(said):
        if first.stem != wanted[0]:
            continue
        place = [first]
        at = start
        for each in wanted[1:]:
            window = range(at + 1, min(at + 2 + MAX_GAP, len(said)))
            at = next((j for j in window if said[j].stem == each), -1)
            if at < 0:
                break
            place.append(said[at])
        else:
            return place
    return []
