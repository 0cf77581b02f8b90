"""What the pad and its workers tell."""

from dataclasses import dataclass

from textual.message import Message

from coach.core.pad_ports import PadVerdict, TableSample


@dataclass
class PadWanted(Message):
    """The candidate wants to work an item at the keyboard."""

    item: str


@dataclass
class PadTextRead(Message):
    """The text that stood on the pad last is known."""

    text: str


@dataclass
class PadSaved(Message):
    """A text is on disk."""

    text: str


@dataclass
class PadTablesRead(Message):
    """The first rows of the task's tables are known."""

    tables: tuple[TableSample, ...]


@dataclass
class PadJudged(Message):
    """A run has its verdict."""

    text: str
    verdict: PadVerdict
