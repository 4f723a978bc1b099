"""Limits, request ids, counts, and the headers that every answer bears."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.guard import HEADERS
from api.settings import Settings
from api.traffic import RateLimit

ASK = "/sparql?query=ASK%20%7B%7D"


def test_a_client_is_let_in_so_often_a_minute_and_again_later() -> None:
    limit = RateLimit(60)
    let_in = [limit.wait("a", 0.0) for _ in range(60)]

    assert set(let_in) == {0.0}
    assert limit.wait("a", 0.0) == pytest.approx(1.0)
    assert limit.wait("b", 0.0) == 0.0
    assert limit.wait("a", 1.5) == 0.0


def test_without_a_limit_nobody_waits() -> None:
    limit = RateLimit(0)

    assert {limit.wait("a", 0.0) for _ in range(1_000)} == {0.0}


def test_too_many_costly_requests_are_told_when_to_come_again(store: Path) -> None:
    with TestClient(create_app(Settings(store=store, costly_per_minute=2))) as client:
        statuses = [client.get(ASK).status_code for _ in range(3)]
        refused = client.get(ASK)
        lookup = client.get("/api/v1/statistics")

    assert statuses == [200, 200, 429]
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.headers["content-type"] == "application/problem+json"
    assert {name: refused.headers.get(name) for name in HEADERS} == HEADERS
    assert lookup.status_code == 200


def test_every_answer_has_an_id_that_the_client_may_choose(client: TestClient) -> None:
    chosen = client.get("/healthz", headers={"x-request-id": "abc-1"})
    hostile = client.get("/healthz", headers={"x-request-id": "a b<script>"})

    assert chosen.headers["x-request-id"] == "abc-1"
    assert hostile.headers["x-request-id"].isalnum()


def test_a_line_of_the_log_is_json_whatever_the_address(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(create_app(Settings(store=store, log=True))) as client:
        client.get("/api/v1/instruments/a%0Ab%22", headers={"x-request-id": "x1"})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert [(line["id"], line["status"], line["path"]) for line in lines] == [
        ("x1", 404, '/api/v1/instruments/a\nb"')
    ]


def test_metrics_count_by_route_and_not_by_address(client: TestClient) -> None:
    client.get("/api/v1/instruments/some/unknown/id")
    text = client.get("/metrics").text

    assert 'route="/api/v1/instruments/{id:path}"' in text
    assert "some/unknown" not in text


def test_no_other_site_may_read_answers(client: TestClient) -> None:
    answer = client.get("/api/v1/statistics", headers={"origin": "http://evil.example"})

    assert "access-control-allow-origin" not in answer.headers


def test_a_token_that_is_too_short_is_no_setting(store: Path) -> None:
    with pytest.raises(ValueError, match="16"):
        Settings(store=store, token="short")  # type: ignore[arg-type]


def test_the_server_is_ready_when_store_and_index_answer(client: TestClient) -> None:
    answer = client.get("/readyz").json()

    assert answer["status"] == "ready"
    assert answer["quads"] > 0
