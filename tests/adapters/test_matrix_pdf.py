"""The printed matrix is one page, whatever the stories hold."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coach.adapters.matrix_pdf import FONT_FOLDERS, matrix_pdf
from coach.core.stories import Axis, Story
from tests.stories_sample import MATRIX, SCHEMA

FULL = tuple(SCHEMA.model_copy(update={"id": str(axis), "axis": axis}) for axis in Axis)
LONG = tuple(s.model_copy(update={"situation": "far too long a story " * 150}) for s in FULL)
MANY = tuple(s.model_copy(update={"id": f"{s.id}-{n}"}) for s in FULL for n in range(12))
WORD = (SCHEMA.model_copy(update={"stake": "x" * 900, "result": "Zürich ✓ кампания 東京 \x1b[31m"}),)


@pytest.mark.parametrize("fonts", [FONT_FOLDERS, ()], ids=["system-fonts", "no-fonts"])
@pytest.mark.parametrize("matrix", [(), MATRIX, FULL, LONG, MANY, WORD], ids=["0", "2", "6", "long", "many", "word"])
def test_it_is_one_page(matrix: tuple[Story, ...], fonts: tuple[Path, ...]) -> None:
    page = matrix_pdf(matrix, fonts)
    assert page.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", page)) == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext of poppler-utils")
def test_its_text_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(matrix_pdf(MATRIX))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "Numeric result" in text
    assert "Mentorship" in text
    assert "0 incidents" in " ".join(text.split())
