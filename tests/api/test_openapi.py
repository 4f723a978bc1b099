"""The whole API under generated requests: no 5xx, and every answer is what its description says."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings

from api.app import ROUTES, create_app
from api.settings import Settings
from tests.api.conftest import SAMPLES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis import Case
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

EXAMPLES = int(os.environ.get("DANCHIEU_FUZZ_EXAMPLES", "12"))
"""Requests made up for each operation; a longer run is a matter of this variable."""

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
]  # fmt: skip
PAIRS = {"/api/v1/facets", "/api/v1/statistics"}
"""Answers with pairs: schemathesis rewrites their `prefixItems` into what it then calls no schema."""
OPERATIONS = [
    (method, route.path_format)
    for module in ROUTES
    for route in module.router.routes
    if isinstance(route, APIRoute) and route.include_in_schema
    for method in sorted(route.methods)
]


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    from kg.ingest import ingest

    folder = tmp_path_factory.mktemp("fuzz") / "kho"
    ingest(sorted(SAMPLES.glob("*.txt")), Path(folder))
    made = create_app(Settings(store=folder, costly_per_minute=0, query_seconds=5, query_rows=200))
    yield made
    made.state.published.close()
    made.state.reading.close()


@pytest.fixture(scope="module")
def described(application: FastAPI) -> Any:
    async def kept_open(scope: Any, receive: Any, send: Any) -> None:
        """The application without its lifespan: it would be closed after each request."""
        if scope["type"] == "http":
            await application(scope, receive, send)

    return schemathesis.openapi.from_asgi("/openapi.json", kept_open)


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda value: str(value))
@pytest.mark.filterwarnings("ignore")
def test_no_request_breaks_the_server_or_the_description(described: Any, method: str, path: str) -> None:
    checks = [check for check in CHECKS if path not in PAIRS or check is not response_schema_conformance]

    @given(case=described[path][method].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def whatever_is_asked(case: Case) -> None:
        case.validate_response(case.call(), checks=checks)

    whatever_is_asked()


WRITING = [
    ("POST", "/api/v1/reviews"),
    ("DELETE", "/api/v1/reviews"),
    ("DELETE", "/api/v1/documents/{hash}"),
    ("POST", "/api/v1/sparql"),
    ("POST", "/api/v1/documents"),
]
"""Loading comes last: while a job writes, other writers are told to come again (503)."""
TOKEN = "mot-ma-truy-cap-kha-dai"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server with a token, over a dataset of its own."""
    from kg.ingest import ingest

    folder = tmp_path_factory.mktemp("written") / "kho"
    ingest([SAMPLES / "07-lang-son-38-kh-ubnd.txt"], folder)
    settings = Settings(store=folder, token=TOKEN, updates=True, costly_per_minute=0)  # type: ignore[arg-type]
    made = create_app(settings)

    async def kept_open(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await made(scope, receive, send)

    yield schemathesis.openapi.from_asgi("/openapi.json", kept_open)
    while any('"state": "running"' in job.read_text("utf-8") for job in (folder / "jobs").glob("*.json")):
        time.sleep(0.1)
    made.state.published.close()
    made.state.reading.close()


@pytest.mark.parametrize(("method", "path"), WRITING)
@pytest.mark.filterwarnings("ignore")
def test_no_request_of_a_writer_breaks_the_server(written: Any, method: str, path: str) -> None:
    @given(case=written[path][method].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def whatever_is_sent(case: Case) -> None:
        answer = case.call(headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code not in (401, 403) or path.endswith("/sparql")
        case.validate_response(answer, checks=CHECKS)

    whatever_is_sent()


def test_every_operation_has_an_example_and_a_tag(application: FastAPI) -> None:
    paths = application.openapi()["paths"]
    operations = [operation for path in paths.values() for operation in path.values()]

    assert len(operations) == len(OPERATIONS)
    for operation in operations:
        assert operation["x-curl"].startswith("curl ")
        assert operation["tags"]
        assert operation["description"]
