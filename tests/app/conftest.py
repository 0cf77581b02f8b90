from pathlib import Path

import pytest

from tests.app.fakes import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A practice with fakes behind it; its `services()` are what the app is given."""
    return World(tmp_path)
