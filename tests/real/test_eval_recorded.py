"""The judge is as good as recorded: a figure may fall within its interval by chance, not below it.

`coach eval --record tests/eval/recorded.json` records anew. Figures of models that are not installed in the folder that
COACH_TEST_HOME names (else in `.coach` of the checkout) are not measured.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.adapters.labelled_jsonl import read_recorded
from coach.adapters.models import ModelStore
from coach.core.evaluation import Figure, Measure, fallen
from coach.core.ports import ModelError
from tests.places import CHECKOUT, SHARED

pytestmark = pytest.mark.real

HOME = Path(os.environ.get("COACH_TEST_HOME", CHECKOUT / ".coach"))
RECORDED = read_recorded(CHECKOUT / "tests" / "eval" / "recorded.json")
NEEDS_CLIPS = {"timing", "audio"}


def installed(model: str, engine: str) -> bool:
    try:
        ModelStore(HOME).path(model, engine)
    except ModelError:
        return False
    return True


def measurable() -> set[str]:
    """The models that take part on this machine, as figures name them."""
    found = {"", "words alone"}
    if installed("minilm", "embedding"):
        found.add("sentence model")
    if installed("tiny.en", "faster-whisper"):
        found.add("faster-whisper tiny.en")
    return found


def measure(name: str) -> list[Figure]:
    done = subprocess.run(
        [sys.executable, "-m", "coach", "--home", str(HOME), "eval", "--set", name, "--json"],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [
        Figure(**{k: v for k, v in f.items() if k != "reached"} | {"measure": Measure(f["measure"])})
        for f in json.loads(done.stdout)["figures"]
    ]


@pytest.mark.parametrize("name", sorted({f.set for f in RECORDED}))
def test_no_figure_fell_below_its_recorded_interval(name: str) -> None:
    if name in NEEDS_CLIPS and not (SHARED / "audio" / "INDEX.tsv").is_file():
        pytest.skip("no shared/audio beside the checkout")
    recorded = [f for f in RECORDED if f.set == name and f.by in measurable()]
    if not recorded:
        pytest.skip(f"the models that {name} was recorded with are not installed in {HOME}")
    now = measure(name)
    assert {f.key for f in recorded} <= {f.key for f in now}, "a recorded figure is not measured any more"
    assert fallen(recorded, now) == []
