"""A backup brings everything back; an archive that is not one of ours, or was tampered with, changes nothing."""

import hashlib
import json
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.adapters import restoring
from coach.adapters.archive import back_up
from coach.adapters.archive_check import Limits
from coach.adapters.archive_layout import is_safe_name
from coach.adapters.database import Database
from coach.adapters.restoring import finish_restore, restore
from coach.adapters.store_sqlite import SqliteAttempts
from coach.config import Places
from coach.core.attempt import Source
from coach.core.ports import StorageError, Take
from coach.core.transcript import Transcript
from tests.scorecards import scorecard

NOW = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
SOUND = b"RIFF" + bytes(range(256)) * 40


def places_at(folder: Path) -> Places:
    return Places(folder, folder / "recordings", folder / "builtin")


def practise(places: Places, text: str, sound: bytes = SOUND) -> str:
    with closing(Database(places.database)) as database:
        store = SqliteAttempts(database, now=lambda: datetime.now(UTC))
        attempt = store.begin("drill-4tb-query", Source.MICROPHONE, ".wav")
        path = places.recordings / str(attempt.audio)
        path.write_bytes(sound)
        store.recorded(attempt.id, Take(path, 2.0, 0))
        said = Transcript.typed(text)
        store.transcribed(attempt.id, said)
        store.scored(attempt.id, scorecard(said))
        return attempt.id


def texts(places: Places) -> list[str]:
    with closing(Database(places.database)) as database:
        found = SqliteAttempts(database, now=lambda: NOW).attempts()
        return sorted(a.transcript.text for a in found if a.transcript)


def state_of(folder: Path) -> dict[str, bytes]:
    """Every file but the locks, with its bytes."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.suffix not in {".lock", ".db-shm", ".db-wal"}
    }


@pytest.fixture
def old(tmp_path: Path) -> Places:
    """A home with one of everything."""
    places = places_at(tmp_path / "old")
    practise(places, "Who runs this query?")
    for name, text in {
        "settings.yaml": "model: base\n",
        "stories.yaml": "stories: []\n",
        "ledger.yaml": "projects: []\n",
        "content/drills/mine.yaml": "id: mine\n",
        "models/tiny/model.bin": "big",
        "cache/x.npy": "again",
        "sound.log": "noise",
    }.items():
        (places.home / name).parent.mkdir(parents=True, exist_ok=True)
        (places.home / name).write_text(text)
    return places


@pytest.fixture
def archive(old: Places, tmp_path: Path) -> Path:
    back_up(old, tmp_path / "b.zip", NOW)
    return tmp_path / "b.zip"


def test_a_backup_comes_back_whole_in_an_empty_home(old: Places, archive: Path, tmp_path: Path) -> None:
    new = places_at(tmp_path / "new")
    done = restore(new, archive, NOW)
    assert texts(new) == ["Who runs this query?"]
    assert [p.read_bytes() for p in new.recordings.glob("*.wav")] == [SOUND]
    for name in ("settings.yaml", "stories.yaml", "ledger.yaml", "content/drills/mine.yaml"):
        assert (new.home / name).read_bytes() == (old.home / name).read_bytes()
    assert not (new.home / "models").exists()
    assert not (new.home / "cache").exists()
    assert done.aside == ()


def test_everything_is_for_its_owner_alone(archive: Path, tmp_path: Path) -> None:
    new = places_at(tmp_path / "new")
    restore(new, archive, NOW)
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    for path in new.home.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_backup_is_taken_while_the_coach_runs(old: Places, tmp_path: Path) -> None:
    with closing(Database(old.database)) as running:
        with running.writing("kept") as db:
            db.execute("UPDATE attempts SET error = 'just now'")
        back_up(old, tmp_path / "b.zip", NOW)
    new = places_at(tmp_path / "new")
    restore(new, tmp_path / "b.zip", NOW)
    with closing(Database(new.database)) as database:
        assert database.read("SELECT error FROM attempts")[0]["error"] == "just now"


def test_a_backup_is_not_written_over_something_unasked(old: Places, archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(StorageError, match="--force"):
        back_up(old, archive, NOW)
    assert archive.read_bytes() == before
    back_up(old, archive, NOW, force=True)


def test_links_are_not_followed_and_are_told(old: Places, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (old.home / "content" / "link.yaml").symlink_to(tmp_path / "secret")
    done = back_up(old, tmp_path / "c.zip", NOW)
    assert done.links == ("content/link.yaml",)
    assert b"secret" not in (tmp_path / "c.zip").read_bytes()


def test_a_home_in_use_is_replaced_only_when_asked_and_is_moved_aside(archive: Path, tmp_path: Path) -> None:
    new = places_at(tmp_path / "new")
    practise(new, "What was here before.")
    (new.home / "models").mkdir()
    before = state_of(new.home)
    with pytest.raises(StorageError, match="--replace"):
        restore(new, archive, NOW)
    assert state_of(new.home) == before
    done = restore(new, archive, NOW, replace=True)
    assert texts(new) == ["Who runs this query?"]
    assert (new.home / "models").is_dir()
    (aside,) = done.aside
    assert b"What was here before." in (aside / "coach.db").read_bytes()


def test_without_audio_the_takes_that_are_here_stay_with_their_attempts(old: Places, tmp_path: Path) -> None:
    back_up(old, tmp_path / "w.zip", NOW, with_audio=False)
    assert SOUND not in (tmp_path / "w.zip").read_bytes()
    later = practise(old, "Said after the backup.")
    restore(old, tmp_path / "w.zip", NOW, replace=True)
    assert texts(old) == ["Who runs this query?"]
    assert len(list(old.recordings.glob("*.wav"))) == 1
    assert not (old.recordings / f"{later}.wav").exists()


def test_a_restore_waits_until_no_other_copy_runs(archive: Path, tmp_path: Path) -> None:
    new = places_at(tmp_path / "new")
    practise(new, "Here.")
    with closing(Database(new.database)), pytest.raises(StorageError, match="close every running coach"):
        restore(new, archive, NOW, replace=True)
    assert texts(new) == ["Here."]


class Crash(BaseException):
    """The power goes."""


def test_a_crash_at_any_rename_leaves_the_old_state_or_the_new_one(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Crash before every single rename, start again, and look: all of the one or all of the other."""
    rename, survived = Path.rename, 0
    for at in range(40):
        new = places_at(tmp_path / f"new{at}")
        practise(new, "What was here before.")
        (new.home / "settings.yaml").write_text("model: tiny.en\n")
        renames = 0

        def failing(path: Path, target: Path, at: int = at) -> Path:
            nonlocal renames
            renames += 1
            if renames == at + 1:
                raise Crash
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", failing)
        try:
            restore(new, archive, NOW, replace=True)
            survived += 1
        except Crash:
            pass
        monkeypatch.setattr(Path, "rename", rename)
        finish_restore(new)
        now = (texts(new), (new.home / "settings.yaml").read_text())
        assert now == (["Who runs this query?"], "model: base\n"), at
        assert not (new.home / "restore.json").exists()
        assert not (new.home / "restoring").exists()
        if survived:
            break
    assert survived == 1
    assert at > 5, "the crashes did not reach the renames"


def test_a_crash_while_unpacking_leaves_the_old_state(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = places_at(tmp_path / "new")
    practise(new, "What was here before.")

    def crash(_: Path) -> set[str]:
        raise Crash

    monkeypatch.setattr(restoring, "check_database", crash)
    with pytest.raises(Crash):
        restore(new, archive, NOW, replace=True)
    finish_restore(new)
    assert texts(new) == ["What was here before."]


# Archives that somebody made to do harm.


def forged(target: Path, archive: Path, change: Callable[[dict[str, bytes]], None], *, resum: bool = True) -> Path:
    """The archive with other members; sums and sizes in the manifest agree with them unless told otherwise."""
    with zipfile.ZipFile(archive) as source:
        files = {n: source.read(n) for n in source.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files)
    if resum:
        manifest["files"] = [
            {"name": n, "size_bytes": len(d), "sha256": hashlib.sha256(d).hexdigest()} for n, d in files.items()
        ]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
        out.writestr("manifest.json", json.dumps(manifest))
    return target


def refused(tmp_path: Path, archive: Path, why: str, limits: Limits | None = None) -> None:
    new = places_at(tmp_path / "new")
    practise(new, "What was here before.")
    before = state_of(tmp_path / "new")
    outside = sorted(p for p in tmp_path.iterdir())
    with pytest.raises(StorageError, match=why):
        restore(new, archive, NOW, replace=True, limits=limits)
    assert state_of(tmp_path / "new") == before
    assert sorted(p for p in tmp_path.iterdir()) == outside


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "home/../../evil.yaml",
        "/tmp/evil.yaml",
        "home/./evil.yaml",
        "home//evil.yaml",
        "home\\..\\evil.yaml",
        "C:/evil.yaml",
        "home/.hidden",
        "home/models/model.bin",
        "home/recordings/coach.db",
        "home/restore.json",
        "home/replaced-1/x",
        "home/a\x1b[2J.yaml",
        "recordings/a/b.wav",
        "recordings/coach.db-wal",
        "recordings/x.txt",
        "other.txt",
        "home",
        "~/x",
        "",
    ],
)
def test_names_that_lead_elsewhere_are_no_names_of_a_backup(name: str) -> None:
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["coach.db", "home/stories.yaml", "home/content/drills/a.yaml", "recordings/a.wav"])
def test_names_that_a_backup_writes_are_safe(name: str) -> None:
    assert is_safe_name(name)


@pytest.mark.parametrize("name", ["../evil.yaml", "/tmp/coach-evil.yaml", "home/a/../../../evil.yaml"])
def test_an_archive_that_writes_elsewhere_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({name: b"x"}))
    refused(tmp_path, bad, "a place where a backup has none")
    assert not Path("/tmp/coach-evil.yaml").exists()


def test_an_archive_with_a_link_is_refused(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: None)
    info = zipfile.ZipInfo("home/link.yaml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(bad, "a") as out:
        out.writestr(info, "/etc/passwd")
    refused(tmp_path, bad, "no file")


def test_an_archive_with_a_folder_or_a_second_file_of_a_name_is_refused(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({"home/STORIES.yaml": b"x"}))
    refused(tmp_path, bad, "two files of the same name")


def test_wrong_sums_are_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["home/stories.yaml"] = files["home/stories.yaml"].replace(b"[]", b"{}")

    refused(tmp_path, forged(tmp_path / "bad.zip", archive, change, resum=False), "checksum of home/stories.yaml")


def test_files_that_the_manifest_does_not_list_are_refused(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({"home/more.yaml": b"x"}), resum=False)
    refused(tmp_path, bad, "manifest lists")


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({"recordings/a.wav": bytes(3_000_000)}))
    assert bad.stat().st_size < 1_000_000
    refused(tmp_path, bad, "unpacks to more", Limits(total_bytes=1_000_000))


def test_an_archive_that_lies_about_a_length_is_refused(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({"recordings/a.wav": bytes(300_000)}))
    data = bad.read_bytes()
    size = (300_000).to_bytes(4, "little")
    where = data.rindex(size, 0, data.rindex(b"recordings/a.wav"))
    lying = bytearray(data)
    lying[where : where + 4] = (100).to_bytes(4, "little")
    bad.write_bytes(bytes(lying))
    refused(tmp_path, bad, "manifest lists|damaged")


def test_too_many_files_are_refused(archive: Path, tmp_path: Path) -> None:
    refused(tmp_path, archive, "more than 3 files", Limits(files=3))


def test_a_backup_of_a_newer_coach_is_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        newer = tmp_path / "newer.db"
        newer.write_bytes(files["coach.db"])
        with closing(sqlite3.connect(newer)) as db:
            db.execute("PRAGMA user_version = 9999")
        files["coach.db"] = newer.read_bytes()
        newer.unlink()

    refused(tmp_path, forged(tmp_path / "bad.zip", archive, change), "newer coach")


def test_a_database_that_names_takes_elsewhere_is_refused(archive: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        other = tmp_path / "other.db"
        other.write_bytes(files["coach.db"])
        with closing(sqlite3.connect(other)) as db:
            db.execute("UPDATE attempts SET audio = '../../evil.wav'")
            db.commit()
        files["coach.db"] = other.read_bytes()
        other.unlink()

    refused(tmp_path, forged(tmp_path / "bad.zip", archive, change), "takes outside")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"not a zip at all", bytes(n * 7919 % 251 for n in range(2000))],
    ids=["empty", "cut off", "words", "noise"],
)
def test_any_other_file_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(data)
    refused(tmp_path, bad, "no backup of the coach")


def test_a_damaged_database_is_refused(archive: Path, tmp_path: Path) -> None:
    bad = forged(tmp_path / "bad.zip", archive, lambda files: files.update({"coach.db": b"junk" * 2000}))
    refused(tmp_path, bad, "database")


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="There is no file"):
        restore(places_at(tmp_path / "new"), tmp_path / "none.zip", NOW)
