"""Where tests find the checkout and the shared material beside it."""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "audio" / "INDEX.tsv").is_file(), reason="no shared/ beside the checkout"
)
