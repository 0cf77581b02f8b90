"""Places in a text and in time, shared by every detector."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of character offsets into the text of an answer."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset one past the last character."""

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open stretch of a take, in seconds from its first sample."""

    start_s: float
    """Where it begins."""
    end_s: float
    """Where it ends."""

    @property
    def length_s(self) -> float:
        """How long it lasts, in seconds."""
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an answer that caused a verdict, so that they can be shown and replayed."""

    start: int
    """Offset of the first character in the text of the answer."""
    end: int
    """Offset one past the last character."""
    text: str
    """The words themselves: always `answer[start:end]`."""
    start_s: float | None = None
    """When they begin in the take; None for a typed answer."""
    end_s: float | None = None
    """When they end in the take; None for a typed answer."""
