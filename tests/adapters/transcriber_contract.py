"""What every Transcriber does, real or fake: subclass `TranscriberContract` and give it engines and a take."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from coach.core.ports import AudioFileError, Cancelled, ModelError, Transcriber
from coach.core.spans import TimeSpan

SAMPLE = Path(__file__).resolve().parents[2] / "coach" / "data" / "sample-drill-4tb-query.flac"
SAMPLE_TEXT = (
    "So, um, before I touch anything: who runs this query, and how often? If it is an analyst who runs it once a "
    "quarter, then four terabytes is fine. I would leave it alone. But if it feeds a dashboard that refreshes every "
    "five minutes, um, that is a different problem. Nobody should scan four terabytes for that. I would build the "
    "aggregate once, uh, materialize it in the gold layer, and point the dashboard at that small table. So I would not "
    "tune the scan. I would change what the dashboard reads."
)


@dataclass(frozen=True)
class SpokenTake:
    """A take and what is known of it."""

    path: Path
    duration_s: float
    speech: tuple[TimeSpan, ...]


SAMPLE_TAKE = SpokenTake(
    SAMPLE,
    31.934,
    (TimeSpan(0.3, 4.7), TimeSpan(5.4, 10.75), TimeSpan(12.7, 18.0), TimeSpan(18.5, 27.2), TimeSpan(27.9, 31.45)),
)


class TranscriberContract:
    """The rules. A subclass brings the fixtures `transcriber` and `without_model`."""

    take = SAMPLE_TAKE

    def test_it_has_a_name_and_a_model(self, transcriber: Transcriber) -> None:
        assert transcriber.engine
        assert transcriber.model

    def test_loading_twice_does_no_harm(self, transcriber: Transcriber) -> None:
        transcriber.load()
        transcriber.load()

    def test_words_come_in_order_within_the_take(self, transcriber: Transcriber) -> None:
        words = transcriber.transcribe(self.take.path, self.take.speech)
        assert len(words) > 5
        for before, after in pairwise(words):
            assert before.start_s <= after.start_s
        for word in words:
            assert word.text.strip()
            assert 0.0 <= word.start_s <= word.end_s <= self.take.duration_s
            assert 0.0 <= word.probability <= 1.0

    def test_the_same_take_gives_the_same_words(self, transcriber: Transcriber) -> None:
        first = transcriber.transcribe(self.take.path, self.take.speech[:1])
        assert transcriber.transcribe(self.take.path, self.take.speech[:1]) == first

    def test_progress_never_falls_and_ends_at_one(self, transcriber: Transcriber) -> None:
        shares: list[float] = []
        transcriber.transcribe(self.take.path, self.take.speech, progress=shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == pytest.approx(1.0)
        assert shares[0] < 0.5

    def test_a_stop_before_the_first_word_is_obeyed(self, transcriber: Transcriber) -> None:
        with pytest.raises(Cancelled):
            transcriber.transcribe(self.take.path, self.take.speech, stop=lambda: True)

    def test_a_stop_on_the_way_is_obeyed_and_the_next_take_is_whole(self, transcriber: Transcriber) -> None:
        shares: list[float] = []
        with pytest.raises(Cancelled):
            transcriber.transcribe(self.take.path, self.take.speech, shares.append, lambda: len(shares) > 1)
        assert transcriber.transcribe(self.take.path, self.take.speech[:1])

    def test_a_missing_model_says_what_to_type(self, without_model: Transcriber) -> None:
        with pytest.raises(ModelError, match="coach models install"):
            without_model.load()
        with pytest.raises(ModelError, match="coach models install"):
            without_model.transcribe(self.take.path, self.take.speech)

    def test_a_take_that_is_gone_is_an_error_of_the_file(self, transcriber: Transcriber, tmp_path: Path) -> None:
        with pytest.raises(AudioFileError):
            transcriber.transcribe(tmp_path / "gone.flac", self.take.speech)
