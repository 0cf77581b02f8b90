"""Filled pauses that the engine drops are heard in real takes, and hardly any in takes without; needs tiny.en.

The model is looked for in the folder that COACH_TEST_HOME names, else in `.coach` of the checkout.
"""

import os
from pathlib import Path

import pytest

from coach.adapters.faster_whisper import FasterWhisper
from coach.adapters.filled_pauses import HeardFilledPauses
from coach.adapters.models import ModelStore
from coach.adapters.speech_activity import SileroActivity
from coach.core.analysis.fillers import find_fillers
from coach.core.analysis.findings import FillerType, Tier
from coach.core.analysis.heard_fillers import with_heard
from coach.core.ports import ModelError
from coach.core.practice import write_down
from tests.places import CHECKOUT, SHARED, needs_shared

pytestmark = pytest.mark.real

MODELS = ModelStore(Path(os.environ.get("COACH_TEST_HOME", CHECKOUT / ".coach")))


@pytest.fixture(scope="module")
def engine() -> FasterWhisper:
    """Without its prompt the engine drops most filled pauses, so that they must be heard."""
    made = FasterWhisper(MODELS, prompt=None)
    try:
        made.load()
    except ModelError as error:
        pytest.skip(str(error))
    return made


def filled_pauses(name: str, engine: FasterWhisper) -> list[Tier]:
    path = SHARED / "audio" / f"{name}.flac"
    hearing = HeardFilledPauses(engine)
    transcript = write_down(path, 60.0, SileroActivity(), engine, filled_pauses=hearing)
    found = with_heard(transcript, find_fillers(transcript))
    for filler in found:
        if filler.tier is not Tier.TRANSCRIBED:
            assert filler.where.start_s is not None, "what was heard can be played"
    return [f.tier for f in found if f.type is FillerType.FILLED_PAUSE and f.tier is not Tier.UNCERTAIN]


@needs_shared
@pytest.mark.parametrize(("name", "said"), [("mfa_cold_corpus", 5), ("mfa_uhuh", 6), ("ami_EN2005a_mono", 2)])
def test_what_the_engine_dropped_is_heard(name: str, said: int, engine: FasterWhisper) -> None:
    found = filled_pauses(name, engine)
    assert Tier.HEARD in found
    assert 0.6 * said <= len(found) <= said + 1


@needs_shared
@pytest.mark.parametrize("name", ["whisper_jfk", "librivox_0870", "arctic_aew_a0001", "vosk_digits"])
def test_hardly_any_is_heard_where_none_was_said(name: str, engine: FasterWhisper) -> None:
    assert filled_pauses(name, engine) == []
