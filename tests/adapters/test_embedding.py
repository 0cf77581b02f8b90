"""The sentence model: what it says of sentences, and how it fails."""

import os
from pathlib import Path

import pytest

from coach.adapters.embedding import MiniLm
from coach.core.ports import ModelError


@pytest.fixture
def model_folder() -> Path:
    """A folder with the model; named by COACH_TEST_MINILM, since tests have a home of their own."""
    named = os.environ.get("COACH_TEST_MINILM")
    if not named:
        pytest.skip("COACH_TEST_MINILM names no folder with model.onnx and tokenizer.json")
    return Path(named)


def test_a_missing_model_is_one_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"lacks model\.onnx, tokenizer\.json.*install minilm"):
        MiniLm(tmp_path).compare(["a"], ["b"])


def test_a_damaged_model_is_one_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "tokenizer.json").write_text("{}")

    with pytest.raises(ModelError, match="damaged: install minilm again"):
        MiniLm(tmp_path).load()


@pytest.mark.real
def test_sentences_that_mean_the_same_are_closer_than_those_that_share_words(model_folder: Path) -> None:
    asked = "How much money does that cost us every month?"

    ((same, words, itself),) = MiniLm(model_folder).compare(
        [asked], ["What is the monthly price?", "How much does that weigh every morning?", asked]
    )

    assert same > words
    assert itself == pytest.approx(1.0, abs=1e-4)


@pytest.mark.real
def test_a_sentence_gets_the_same_numbers_whatever_stands_beside_it(model_folder: Path) -> None:
    model = MiniLm(model_folder)

    alone = model.compare(["How often does it run?"], ["What is the cadence?"])
    among = MiniLm(model_folder).compare(
        ["A longer sentence that stands before it.", "How often does it run?"], ["What is the cadence?"]
    )

    assert among[1] == pytest.approx(alone[0], abs=1e-4)


@pytest.mark.real
def test_nothing_compared_gives_nothing(model_folder: Path) -> None:
    model = MiniLm(model_folder)

    assert model.compare([], ["a"]) == []
    assert model.compare(["a"], []) == [[]]


@pytest.mark.real
def test_references_are_kept_on_disk_and_damage_to_them_costs_only_time(model_folder: Path, tmp_path: Path) -> None:
    fresh = MiniLm(model_folder, tmp_path / "cache").compare(["Who reads it?"], ["Who is the consumer?"])
    (kept,) = (tmp_path / "cache").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600

    again = MiniLm(model_folder, tmp_path / "cache").compare(["Who reads it?"], ["Who is the consumer?"])
    kept.write_bytes(b"damaged")
    after = MiniLm(model_folder, tmp_path / "cache").compare(["Who reads it?"], ["Who is the consumer?"])

    assert again[0] == pytest.approx(fresh[0])
    assert after[0] == pytest.approx(fresh[0])
    assert kept.stat().st_size > 100


@pytest.mark.real
def test_a_cache_that_cannot_be_written_costs_only_time(model_folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be")

    assert MiniLm(model_folder, blocked).compare(["a"], ["a"])[0][0] == pytest.approx(1.0, abs=1e-4)
