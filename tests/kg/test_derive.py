"""Deriving leaves the program as it found it."""

from __future__ import annotations

import gc

import pytest

from kg.derive import derive_from
from kg.errors import StoreError
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore


def test_cycles_are_looked_for_as_often_as_before() -> None:
    before = gc.get_threshold()
    store = EmbeddedStore.in_memory()
    derive_from(store, Iris(), [])
    assert gc.get_threshold() == before
    store.close()
    with pytest.raises(StoreError):
        derive_from(store, Iris(), ["0" * 16])
    assert gc.get_threshold() == before
