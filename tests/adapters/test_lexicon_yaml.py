"""The tool lexicon is read from YAML, and every fault is named with its file and line."""

from pathlib import Path

import pytest

from coach.adapters.lexicon_yaml import load_lexicon
from coach.core.analysis.tool_lexicon import pieces
from coach.core.ports import ContentError

SHIPPED = Path(__file__).resolve().parents[2] / "coach/data/tools.yaml"


def written(folder: Path, text: str) -> Path:
    path = folder / "tools.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_lexicon_knows_about_two_hundred_technologies() -> None:
    lexicon = load_lexicon([SHIPPED])
    names = [entry.name for entry in lexicon.entries]
    assert len(names) >= 200
    assert len({n.casefold() for n in names}) == len(names)


def test_every_ordinary_phrase_contains_the_name_and_more() -> None:
    for entry in load_lexicon([SHIPPED]).entries:
        names = [pieces(name) for name in (entry.name, *entry.aliases)]
        for phrase in entry.unless:
            said = " ".join(pieces(phrase))
            assert any(f" {' '.join(name)} " in f" {said} " and said != " ".join(name) for name in names), phrase


def test_an_entry_has_a_name_aliases_and_ordinary_uses(tmp_path: Path) -> None:
    path = written(
        tmp_path, "tools:\n  - {name: Spark, aliases: [PySpark], ambiguous: {needs: [Job], unless: [spark of]}}\n"
    )
    (entry,) = load_lexicon([path]).entries
    assert (entry.name, entry.aliases, entry.ambiguous) == ("Spark", ("PySpark",), True)
    assert (entry.needs, entry.unless) == (frozenset(["job"]), ("spark of",))


def test_a_pack_of_the_user_is_added(tmp_path: Path) -> None:
    path = written(tmp_path, "tools:\n  - name: Acme Queue\n")
    assert len(load_lexicon([SHIPPED, path]).entries) == len(load_lexicon([SHIPPED]).entries) + 1


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("tool: []\n", 1, "expected one key, `tools`"),
        ("tools:\n  - aliases: [x]\n", 2, "needs a `name`"),
        ("tools:\n  - name: A\n    alias: [x]\n", 3, "unknown key 'alias'"),
        ("tools:\n  - name: A\n    aliases: x\n", 3, "`aliases` must be a list"),
        ("tools:\n  - name: A\n    ambiguous: yes\n", 3, "`ambiguous` must be a mapping"),
        ("tools:\n  - name: A\n    ambiguous: {nedes: [x]}\n", 3, "`ambiguous` must be a mapping"),
        ("tools:\n  - name: [A\n", 3, "not valid YAML"),
        ("tools: &a []\n", 1, "anchors"),
    ],
)
def test_a_fault_names_file_line_and_what_is_wrong(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ContentError) as caught:
        load_lexicon([path])
    assert f"{path}:{line}: " in str(caught.value)
    assert what in str(caught.value)


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "tools:\n  - aliases: [x]\n  - name: A\n    colour: red\n")
    with pytest.raises(ContentError) as caught:
        load_lexicon([path])
    assert len(str(caught.value).splitlines()) == 2


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"cannot be read .* check that the file exists"):
        load_lexicon([tmp_path / "none.yaml"])
