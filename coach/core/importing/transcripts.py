"""Transcripts of real interviews: subtitles (SRT, WebVTT) and plain text with speaker labels, as turns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.core.drill import Turn
from coach.core.importing.found import clipped
from coach.core.importing.speech import turn_of

_TIMES = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]{0,200}>", re.IGNORECASE)
_NAMED = re.compile(r"^\s*(?:\[?[\d:.,]{4,12}\]?\s+)?(?P<who>[A-Z][\w .'-]{0,30}?)\s*:\s+(?P<text>\S.*)$")
_ASIDE = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP)\b")
MIN_TURNS = 2


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One turn with the line of the document where it begins."""

    line: int
    turn: Turn


def read_transcript(lines: Sequence[str]) -> list[SaidLine]:
    """The turns of a conversation; empty when the document is none.

    Speakers named Interviewer and Candidate (or Q and A) keep their parts. Of other names, the one who asks the most
    questions is the interviewer. Without names, lines that ask belong to the interviewer.
    """
    cues = _cues(lines)
    labelled = [SaidLine(n, t) for n, text in cues if (t := turn_of(text))]
    if len(labelled) >= MIN_TURNS:
        return _joined(labelled)
    named = [(n, m["who"].strip(), m["text"]) for n, text in cues if (m := _NAMED.match(text))]
    if len(named) >= MIN_TURNS and len({who for _, who, _ in named}) in range(2, 9):
        asking: dict[str, float] = {}
        for _, who, text in named:
            asking[who] = asking.get(who, 0) + text.count("?")
        interviewer = max(asking, key=lambda who: asking[who])
        return _joined([_said(n, text, asks=who == interviewer) for n, who, text in named])
    if any(_TIMES.match(line) for line in lines):
        return _joined([_said(n, text, asks=text.rstrip().endswith("?")) for n, text in cues])
    return []


def _cues(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The spoken lines without numbers, times and markup."""
    subtitles = any(_TIMES.match(line) for line in lines[:200])
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if _TIMES.match(line) or _ASIDE.match(line) or (subtitles and line.strip().isdigit()):
            continue
        voice = _VOICE.search(line)
        text = _TAG.sub("", _VOICE.sub("", line)).strip()
        if text:
            found.append((number, f"{voice[1].strip()}: {text}" if voice else text))
    return found


def _said(number: int, text: str, *, asks: bool) -> SaidLine:
    return SaidLine(number, Turn(speaker="interviewer" if asks else "candidate", text=clipped(text)))


def _joined(turns: Sequence[SaidLine]) -> list[SaidLine]:
    """Neighbouring lines of one speaker as one turn."""
    joined: list[SaidLine] = []
    for said in turns:
        last = joined[-1] if joined else None
        if last and last.turn.speaker == said.turn.speaker and len(last.turn.text) + len(said.turn.text) < 1_500:
            text = f"{last.turn.text} {said.turn.text}"
            joined[-1] = SaidLine(last.line, last.turn.model_copy(update={"text": text}))
        else:
            joined.append(said)
    return joined
