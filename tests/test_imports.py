"""The rooms stay apart: what is light stays light, and heavy things are loaded late."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual", "rich", "typer", "numpy", "sounddevice", "soundfile", "sqlite3", "yaml",
    "faster_whisper", "whisper", "torch", "onnxruntime", "ctranslate2", "av",
}  # fmt: skip


def loaded_by(statement: str) -> set[str]:
    """Top-level modules in a fresh interpreter after the statement."""
    code = f"{statement}; import sys; print(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["coach.core.practice", "coach.core.judge", "coach.core.wire", "coach.core.library"])
def test_the_core_loads_no_device_format_or_screen(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


def test_the_command_line_starts_without_sound_speech_or_screen() -> None:
    assert loaded_by("import coach.cli") & (HEAVY - {"typer", "rich", "yaml"}) == set()


def test_the_app_loads_neither_sound_nor_speech() -> None:
    heard = HEAVY - {"textual", "rich", "typer", "yaml"}
    assert loaded_by("import coach.app.app") & heard == set()
