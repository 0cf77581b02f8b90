"""What the user chose and where things lie: frozen values, read once and passed down."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from coach.core.drill import Strict

EngineName = Literal["faster-whisper", "openai-whisper"]
"""The speech engines there are."""


class Settings(Strict):
    """The user's own settings, kept in `settings.yaml` of the home folder."""

    engine: EngineName = "faster-whisper"
    """Which speech engine writes answers down."""
    model: str = "tiny.en"
    """Which speech model."""
    threads: int | None = Field(default=None, ge=1, le=64)
    """Threads of the speech engine; None: as many as help on this machine."""
    device: str | None = None
    """Which microphone; None: the system's default."""
    content: tuple[str, ...] = ()
    """Folders of the user's own drills and rubrics, later ones overriding earlier ones by id."""
    theme: Literal["dark", "light"] = "dark"
    """Colours of the app."""
    ascii: bool = False
    """Plain signs in place of ✓ ✗ ▲ …, for terminals without them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie on this machine."""

    home: Path
    """Settings, models and caches."""
    recordings: Path
    """Takes and the attempt database; private to the user."""
    content: Path
    """The built-in drills and rubrics."""

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.home / "settings.yaml"

    @property
    def database(self) -> Path:
        """The attempt database."""
        return self.recordings / "coach.db"

    @property
    def own_content(self) -> Path:
        """The user's own drills and rubrics; in force when the folder is there."""
        return self.home / "content"

    @property
    def stories(self) -> Path:
        """The story matrix, edited in the app and by hand."""
        return self.home / "stories.yaml"

    @property
    def ledger(self) -> Path:
        """The project ledger, edited in the app and by hand."""
        return self.home / "ledger.yaml"

    @property
    def journal(self) -> Path:
        """Says that putting a backup back is to be finished; there only after a crash."""
        return self.home / "restore.json"

    @property
    def cache(self) -> Path:
        """What can be made again."""
        return self.home / "cache"

    @property
    def log(self) -> Path:
        """What sound libraries write to the terminal's error channel."""
        return self.home / "sound.log"


def find_places(package: Path, user_data: Path, chosen: Path | None) -> Places:
    """Decide where things lie.

    `package` is the folder of the installed `coach` package, `user_data` the platform's folder for user data,
    `chosen` what COACH_HOME or --home names. Run from a checkout, takes lie in its `recordings/` and the rest in its
    `.coach/`; otherwise all lies in the user's data folder. A chosen home holds everything.
    """
    checkout = package.parent if (package.parent / "pyproject.toml").is_file() else None
    content = checkout if checkout and (checkout / "drills").is_dir() else package / "content"
    if chosen is not None:
        return Places(chosen, chosen / "recordings", content)
    if checkout is not None:
        return Places(checkout / ".coach", checkout / "recordings", content)
    return Places(user_data, user_data / "recordings", content)
