"""The description of the API has an example of everything, and what the examples say is what happens."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import TypeAdapter

from api import examples
from api.app import ROUTES, create_app
from api.settings import Settings
from tests.api.conftest import SAMPLES

FILE = Path(examples.__file__).with_name("examples.json")
SHOWN, LETTERS = 2, 120
"""Items of a list and letters of a text that an example shows."""
BINARY = (
    "application/gzip", "application/vnd.", "application/x-", "application/trig", "application/n-",
    "application/ld+json", "application/rdf+xml", "application/gexf+xml", "application/graphml+xml",
    "text/markdown",
)  # fmt: skip
"""Answers that are files: too large, or no text at all."""
NEEDS_MORE = ("TOKEN", "/jobs/")
"""What an example cannot bring: the token of a server, a job that runs."""


@pytest.fixture(scope="module")
def demo(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=store, costly_per_minute=0))) as made:
        yield made


@pytest.fixture(scope="module")
def described(demo: TestClient) -> list[tuple[str, str, dict[str, Any]]]:
    return list(examples.operations(demo.get("/openapi.json").json()))


def has_example(place: dict[str, Any]) -> bool:
    return any(name in one for one in (place, place.get("schema", {})) for name in ("example", "examples"))


def test_everything_has_an_example(described: list[tuple[str, str, dict[str, Any]]]) -> None:
    without = []
    for path, method, operation in described:
        places = {parameter["name"]: parameter for parameter in operation.get("parameters", ())}
        places |= operation.get("requestBody", {}).get("content", {})
        for status, answer in operation["responses"].items():
            content = answer.get("content", {}).items()
            places |= {f"{status} {kind}": media for kind, media in content if not kind.startswith(BINARY)}
        without += [f"{method} {path} {name}" for name, place in places.items() if not has_example(place)]

    assert without == []
    assert len(described) > 40


ROUTES_OF_JSON = [
    (route.path_format, method.lower(), route.response_model)
    for module in ROUTES
    for route in module.router.routes
    if isinstance(route, APIRoute) and route.include_in_schema and route.response_model
    for method in route.methods
]


@pytest.mark.parametrize(("path", "method", "model"), ROUTES_OF_JSON, ids=str)
def test_every_example_is_an_answer_that_may_come(
    described: list[tuple[str, str, dict[str, Any]]], path: str, method: str, model: object
) -> None:
    (operation,) = (found for *where, found in described if where == [path, method])
    (answer,) = (answer for status, answer in operation["responses"].items() if status.startswith("2"))

    assert TypeAdapter(model).validate_python(answer["content"]["application/json"]["example"]) is not None


def ask(client: TestClient, line: str) -> Response:
    """Do what a line with curl would do."""
    words = shlex.split(line.partition(" > ")[0])[1:]
    method, address, data, headers, files, params, get = "", "", None, {}, {}, [], False
    while words:
        match words.pop(0):
            case "--get":
                get = True
            case "--request":
                method = words.pop(0)
            case "--header":
                name, _, value = words.pop(0).partition(": ")
                headers[name] = value
            case "--data":
                data = words.pop(0)
            case "--data-urlencode":
                name, _, value = words.pop(0).partition("=")
                params.append((name, value))
            case "--form":
                files = {words.pop(0).partition("=")[0]: ("a.txt", (SAMPLES / PLAN_FILE).read_bytes())}
            case option if option.startswith("-"):
                assert option in ("--remote-name", "--no-buffer", "-OJ")
            case other:
                address = other
    method = method or ("GET" if get or not (data or files) else "POST")
    where = urlsplit(address)
    path = f"{where.path}?{where.query}" if where.query else where.path
    options: dict[str, Any] = {"params": params} if params else {}
    return client.request(method, path, content=data, headers=headers, files=files or None, **options)


PLAN_FILE = "07-lang-son-38-kh-ubnd.txt"


def test_every_line_with_curl_does_what_it_says(
    demo: TestClient, described: list[tuple[str, str, dict[str, Any]]]
) -> None:
    found = {}
    for path, method, operation in described:
        line = operation["x-curl"]
        if not any(needed in line for needed in NEEDS_MORE):
            answer = ask(demo, line)
            assert answer.status_code == 200, (line, answer.text)
            kind = answer.headers["content-type"]
            assert kind.partition(";")[0] in operation["responses"]["200"]["content"], line
            if kind == "application/json":
                found.setdefault(path, {})[method] = cut(answer.json())
    if os.environ.get("WRITE_EXAMPLES"):
        FILE.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    shown = examples.recorded()

    assert {path: set(methods) for path, methods in shown.items()} == {
        path: set(methods) for path, methods in found.items()
    }
    for path, methods in found.items():
        for method, answer in methods.items():
            assert names(shown[path][method]) <= names(answer), path


def cut(value: Any) -> Any:
    """A value with the first items of its lists and the beginnings of its texts."""
    if isinstance(value, dict):
        return {name: cut(one) for name, one in value.items()}
    if isinstance(value, list):
        return [cut(one) for one in value[:SHOWN]]
    return f"{value[:LETTERS]}…" if isinstance(value, str) and len(value) > LETTERS else value


def names(value: Any, within: str = "") -> set[str]:
    """All names in a value, each with those it stands under; what they say may change with the samples."""
    if isinstance(value, dict):
        return {f"{within}.{name}" for name in value}.union(
            *(names(one, f"{within}.{name}") for name, one in value.items())
        )
    return set().union(*(names(one, within) for one in value)) if isinstance(value, list) else set()
