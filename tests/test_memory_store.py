"""The store in memory keeps the contract of the real one."""

import pytest

from tests.fakes_store import MemoryStore
from tests.store_contract import StoreContract


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
