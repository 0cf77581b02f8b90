"""The store in memory keeps the contract of the real one."""

import pytest

from tests.fakes_store import MemoryCorrections, MemoryNotes, MemoryOldScores, MemoryStore
from tests.store_contract import ReviewContract, StoreContract


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()


class TestMemoryReview(ReviewContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()

    @pytest.fixture
    def corrections(self, store: MemoryStore) -> MemoryCorrections:
        return MemoryCorrections(store)

    @pytest.fixture
    def notes(self) -> MemoryNotes:
        return MemoryNotes()

    @pytest.fixture
    def old_scores(self, store: MemoryStore) -> MemoryOldScores:
        return MemoryOldScores(store)
