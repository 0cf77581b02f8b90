"""The state that every screen shows and none owns: microphone and speech engine."""

from dataclasses import dataclass
from enum import StrEnum


class Engine(StrEnum):
    """How far the speech engine is."""

    COLD = "not loaded"
    LOADING = "loading"
    READY = "ready"
    FAILED = "missing"


@dataclass(frozen=True, slots=True)
class Status:
    """A glance at the equipment; the application hands every screen the newest one."""

    model: str
    """Name of the speech model."""
    device: str | None = None
    """The chosen microphone; None: the system's default."""
    microphone_known: bool = False
    """Whether the microphone was looked for."""
    microphone_problem: str | None = None
    """Why no microphone can be used, in a sentence."""
    engine: Engine = Engine.COLD
    engine_problem: str = ""
    """Why the engine cannot be used and what to do, in a sentence; empty when it can."""
