"""Finds the products and technologies an answer names, and whether each earns its place (annotation rules, 4)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coach.core.analysis.findings import Number, Tool
from coach.core.analysis.tool_lexicon import ToolEntry, ToolLexicon
from coach.core.analysis.tool_reasons import justified_mentions
from coach.core.analysis.word_sets import word_set
from coach.core.spans import Span
from coach.core.text import sentences
from coach.core.transcript import Transcript

_PIECE = re.compile(r"[A-Za-z0-9]+(?:['’](?:t|re|ll|ve|d|m)\b)?")
_JOINS = frozenset(["", " ", "-", "/", "."])
_DETERMINERS = word_set(
    """
    a an the this that these those my our your some any each every one no his her their another
    """
)
_INTO = word_set(
    """
    in on with use uses used using into from via through to and run runs ran plus then onto our their for like
    choose chose picked pick over than or moved
    """
)
_VERBS = word_set(
    """
    is was has had handles handled holds held runs ran does doesn't did didn't gives gave needs needed for as
    with lost can can't could couldn't sends sent bills billed would wouldn't will won't costs cost made makes
    sits lets let keeps kept reads writes wrote comes came takes took goes failed fails broke breaks works
    worked got gets only never supports stores stored catches caught blocks returned because over instead went
    grew fell stayed shows showed tells told alerts starts stops stopped charges limits limited answers answered
    serves served lives lands ate eats
    """
)


class _Piece(NamedTuple):
    text: str
    raw: str
    start: int
    end: int


def find_tools(transcript: Transcript, lexicon: ToolLexicon, numbers: Sequence[Number]) -> tuple[Tool, ...]:
    """Every named tool in order, with whether a reason, number, trade-off, consequence or alternative attaches to it.

    `numbers` are the quantities of the same transcript. A name that is also an ordinary word ("a spark of") counts by
    its capital or by what stands around it.
    """
    text = transcript.text
    cut = [_Piece(m.group().lower().replace("’", "'"), m.group(), m.start(), m.end()) for m in _PIECE.finditer(text)]
    stops = sentences(text)
    spans: list[Span] = []
    names: list[str] = []
    found: list[tuple[int, int, ToolEntry]] = []
    index = 0
    while index < len(cut):
        hit = _name_at(text, cut, index, lexicon)
        if hit is None:
            index += 1
            continue
        length, entry = hit
        found.append((index, length, entry))
        index += length
    sentence_of = _sentence_indices(cut, stops)
    sure = {sentence_of[i] for i, _, entry in found if not entry.ambiguous}
    meant = {n for n, (_, _, entry) in enumerate(found) if not entry.ambiguous}
    doubtful = [n for n, (_, _, entry) in enumerate(found) if entry.ambiguous]
    for _ in range(2):
        for n in [n for n in doubtful if n not in meant]:
            sentence = sentence_of[found[n][0]]
            if _is_product(cut, found[n], lexicon, stops[sentence], sentence in sure):
                meant.add(n)
                sure.add(sentence)
    for n in sorted(meant):
        i, length, entry = found[n]
        if not _is_slip(text, cut, i + length):
            spans.append(Span(cut[i].start, cut[i + length - 1].end))
            names.append(entry.name)
    reasons = justified_mentions(text, stops, spans, names, numbers)
    return tuple(Tool(transcript.evidence(s), s in reasons) for s in spans)


def is_tool_list(tools: Sequence[Tool]) -> bool:
    """Whether an answer lists tools: at least three different bare ones, and more than half of the mentions bare."""
    bare = [t.where.text.casefold().removeprefix("apache ") for t in tools if not t.justified]
    return len(set(bare)) >= 3 and len(bare) * 2 > len(tools)


def _name_at(text: str, cut: Sequence[_Piece], index: int, lexicon: ToolLexicon) -> tuple[int, ToolEntry] | None:
    for name, entry in lexicon.names.get(cut[index].text, ()):
        last = index + len(name)
        if last <= len(cut) and all(
            cut[index + n].text == piece and (n == 0 or text[cut[index + n - 1].end : cut[index + n].start] in _JOINS)
            for n, piece in enumerate(name)
        ):
            return len(name), entry
    return None


def _sentence_indices(cut: Sequence[_Piece], stops: Sequence[Span]) -> list[int]:
    indices: list[int] = []
    at = 0
    for piece in cut:
        while at + 1 < len(stops) and piece.start >= stops[at].end:
            at += 1
        indices.append(at)
    return indices


def _is_slip(text: str, cut: Sequence[_Piece], after: int) -> bool:
    """Whether the speaker takes the name back: "in the flink, sorry, the link"."""
    return (
        after < len(cut)
        and cut[after].text == "sorry"
        and text[cut[after - 1].end : cut[after].start].strip() in (",", "-", "–", "—", "...")
    )


def _is_product(
    cut: Sequence[_Piece],
    mention: tuple[int, int, ToolEntry],
    lexicon: ToolLexicon,
    sentence: Span,
    among_tools: bool,
) -> bool:
    """Whether an ambiguous name is the product here."""
    index, length, entry = mention
    piece, after = cut[index], cut[index + length] if index + length < len(cut) else None
    capital = all(p.raw[0].isupper() or p.raw[0].isdigit() for p in cut[index : index + length])
    opens = piece.start <= sentence.start + 1
    for phrase, place in lexicon.ordinary[entry.name]:
        if capital and not opens and (place or len(phrase) == length):
            continue
        begin = index - place
        if begin >= 0 and all(
            begin + n < len(cut) and cut[begin + n].text.replace("'", "") == piece for n, piece in enumerate(phrase)
        ):
            return False
    if capital and not opens:
        return True
    before = cut[index - 1].text if index and cut[index - 1].start >= sentence.start else ""
    needed = after is not None and after.text in entry.needs and after.end <= sentence.end
    if before in _DETERMINERS:
        return needed
    if needed or among_tools:
        return True
    near = any(
        p.text in entry.needs
        for p in cut[max(index - 10, 0) : index + length + 10]
        if sentence.start <= p.start < sentence.end
    )
    if capital and (after is None or after.start >= sentence.end or after.text in _VERBS):
        return True
    return near and (capital or before in _INTO or not before)
