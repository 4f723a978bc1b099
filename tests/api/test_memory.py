"""Requests leave nothing behind. Counted are objects, not bytes, so that the figure is the same each time.

The long run, with the memory of a real server, is in tests/bench/test_bench_api.py.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import DECISION, DECISION_ID

ROUNDS = int(os.environ.get("FORGETTING_ROUNDS", "6"))
MIXED = (
    "/", f"/van-ban/{DECISION_ID}", "/tra-cuu?q=thu+vien", f"/api/v1/search?q={DECISION}",
    f"/api/v1/instruments/{DECISION_ID}", f"/api/v1/implementations?instrument={DECISION}",
    f"/api/v1/chains/{DECISION_ID}?direction=down", "/api/v1/statistics", "/api/v1/instruments/khong/co",
    f"/id/{DECISION_ID}", f"/data/id/{DECISION_ID}.ttl", "/sparql?query=ASK%7B%7D", "/sparql?query=no",
    f"/api/v1/exports/citations?instrument={DECISION}&format=csv", "/metrics", "/khong-co",
)  # fmt: skip


@pytest.fixture
def forgetful(store: Path) -> Iterator[TestClient]:
    settings = Settings(store=store, kept_bytes=0, costly_per_minute=0)
    with TestClient(create_app(settings), follow_redirects=False) as made:
        yield made


def test_requests_leave_nothing_behind(forgetful: TestClient) -> None:
    def objects_after(rounds: int) -> int:
        for number in range(rounds):
            for address in MIXED:
                # Each address is new: what is remembered by address must have a bound.
                mark = "&" if "?" in address else "?"
                assert forgetful.get(f"{address}{mark}x={rounds}-{number}").status_code < 500
        gc.collect()
        return len(gc.get_objects())

    objects_after(ROUNDS)
    before = objects_after(ROUNDS)

    # Every second request may leave one of the tens of thousands of objects it makes; a leak leaves more.
    assert objects_after(ROUNDS) - before <= ROUNDS * len(MIXED) / 2
