"""A direct route answers, and is described, as any other route of the same endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Response
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.direct import DirectRoute


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    score: float


def one(response: Response, name: str = "đ") -> Tree:
    response.headers["X-Total-Count"] = "1"
    return Tree((Leaf(name), Leaf("<b>", date(2024, 3, 5))), 0.5)


def several() -> tuple[Leaf, ...]:
    return (Leaf("a"),)


def served(kind: type[APIRoute]) -> TestClient:
    router = APIRouter(route_class=kind)
    router.get("/one")(one)
    router.get("/several")(several)
    app = FastAPI()
    app.include_router(router)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/one", "/one?name=x", "/several", "/openapi.json"])
def test_a_direct_route_is_as_any_other(path: str) -> None:
    answers: list[Any] = []
    for kind in (APIRoute, DirectRoute):
        answer = served(kind).get(path)
        answers.append((answer.status_code, answer.content, dict(answer.headers)))

    assert answers[0] == answers[1]


def test_headers_that_an_endpoint_sets_are_sent() -> None:
    assert served(DirectRoute).get("/one").headers["X-Total-Count"] == "1"
