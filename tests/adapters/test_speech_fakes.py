"""The fake engine keeps the same rules as the real ones."""

import pytest

from coach.core.ports import Transcriber
from tests.adapters.transcriber_contract import TranscriberContract
from tests.fakes import FakeTranscriber, said


class TestFakeTranscriber(TranscriberContract):
    @pytest.fixture
    def transcriber(self) -> Transcriber:
        return FakeTranscriber(said("who runs it and how often and what does it cost"))

    @pytest.fixture
    def without_model(self) -> Transcriber:
        return FakeTranscriber(installed=False)
