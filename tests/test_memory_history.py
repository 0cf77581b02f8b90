"""The history that screen tests use keeps the same promises as the real one."""

import pytest

from coach.core.drill import Item, TimeBudget
from tests.fakes_history import MemoryHistory
from tests.fakes_store import MemoryStore
from tests.history_contract import KINDS, HistoryContract, Kept


@pytest.fixture
def kept() -> Kept:
    items = tuple(
        Item(id=i, kind=k, title=i, prompt="?", time=TimeBudget(answer_s=30), rubric="r", model_answer="!")
        for i, k in KINDS.items()
    )
    store = MemoryStore()
    return Kept(store, MemoryHistory(store, items))


class TestMemoryHistory(HistoryContract):
    pass
