"""Examples in the description of the API: for each parameter, body and answer, all of the bundled samples.

What stands here works on the server of `danchieu demo`. The answers are in `examples.json`, by path and
method; they are what that server answers, with lists and texts cut short, and made anew by
`WRITE_EXAMPLES=1 python -m pytest tests/api/test_examples.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from fastapi import FastAPI

PLAN, OTHER_PLAN = "38/KH-UBND@lang-son@2024", "38/KH-UBND@dong-nai@2024"
DECISION = "9120/QĐ-TTg"
_SENTENCE = f"Thực hiện Quyết định số {DECISION} ngày 05/3/2024 của Thủ tướng Chính phủ;"
_QUERY = "SELECT ?number WHERE { ?instrument eli:id_local ?number } LIMIT 5"
_GRAPH = "http://localhost:8000/graph/authority"

PARAMETERS: dict[str, object] = {
    "by": "documents", "chain": True, "default": "", "default-graph-uri": _GRAPH, "depth": 3,
    "direction": "up", "document": "0123456789abcdef", "either_way": True, "era": "34",
    "file": "danchieu.nq.gz", "first": PLAN, "form": "gold", "format": "docx", "graph": _GRAPH,
    "hash": "0123456789abcdef", "id": "0123456789abcdef", "instrument": DECISION,
    "issuer": "Ủy ban nhân dân tỉnh Lạng Sơn", "kind": "cited-replaced", "limit": 20,
    "named-graph-uri": _GRAPH, "offset": 0, "on": "2024-06-01", "province": "lang-son", "q": "thư viện số",
    "query": _QUERY, "question": "citations", "relation": "implements",
    "review": "http://localhost:8000/id/review/0123456789abcdef", "school_year": "2023-2024",
    "second": OTHER_PLAN, "severity": "error", "side": "in", "since": "2024-01-01", "source": PLAN,
    "status": "unknown",
    "target": DECISION, "through": "chain", "type": "Kế hoạch", "until": "2024-12-31", "with_text": True,
    "year": 2024,
}  # fmt: skip
"""A value for each parameter that has no example where it is declared."""

BODIES: dict[str, object] = {
    "/api/v1/extract": {"text": _SENTENCE, "name": "du-thao"},
    "/api/v1/drafts": {"text": _SENTENCE},
    "/api/v1/extract/files": {"files": ["ke-hoach.docx"]},
    "/api/v1/documents": {"files": ["ke-hoach.docx"]},
    "/api/v1/reviews": {
        "target": "doc/0123456789abcdef/c/120-140", "verdict": "confirmed", "author": "Nguyễn Văn A",
        "reason": "đã đối chiếu bản gốc",
    },
}  # fmt: skip
"""A body for each operation that takes one and has no example where it is declared."""

TEXTS = {
    "application/sparql-results+json": {
        "head": {"vars": ["number"]},
        "results": {"bindings": [{"number": {"type": "literal", "value": DECISION}}]},
    },
    "application/sparql-results+xml": (
        '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
        '<variable name="number"/></head><results><result><binding name="number">'
        f"<literal>{DECISION}</literal></binding></result></results></sparql>\n"
    ),
    "text/csv": f"number\r\n{DECISION}\r\n",
    "text/tab-separated-values": f'?number\n"{DECISION}"\n',
    "text/turtle": (
        "<http://localhost:8000/id/thu-tuong-chinh-phu/quyet-dinh/2024/9120-qd-ttg> "
        f'<http://data.europa.eu/eli/ontology#id_local> "{DECISION}" .\n'
    ),
    "text/event-stream": 'event: progress\ndata: {"id": "0123456789abcdef", "state": "running"}\n\n',
    "text/plain": 'danchieu_requests_total{method="GET",route="/healthz",status="200"} 1.0\n',
}
"""Answers that are no JSON, by media type."""

_SELECTED = TEXTS["application/sparql-results+json"]
_JOB = {
    "id": "0123456789abcdef", "state": "running", "done": 0, "total": 1, "file": "ke-hoach.docx",
    "started": 1717200000.0, "report": None, "error": None,
}  # fmt: skip
WRITTEN: dict[tuple[str, str], object] = {
    ("/api/v1/sparql", "get"): _SELECTED,
    ("/api/v1/sparql", "post"): _SELECTED,
    ("/api/v1/documents", "post"): _JOB,
    ("/api/v1/jobs/{id}", "get"): _JOB,
    ("/api/v1/documents/{hash}", "delete"): {
        "loaded": [], "unchanged": [], "removed": ["ke-hoach.docx"], "skipped": [], "seconds": 0.2,
    },
    ("/api/v1/reviews", "post"): {
        "iri": "http://localhost:8000/id/review/0123456789abcdef", "subject": "citation",
        "target": "http://localhost:8000/id/doc/0123456789abcdef/c/120-140", "verdict": "confirmed",
        "hash": "0123456789abcdef", "start": 120, "end": 140, "quote": f"Quyết định số {DECISION}",
        "author": "Nguyễn Văn A", "reason": "đã đối chiếu bản gốc", "at": "2024-06-01T08:00:00Z",
        "number": DECISION, "relation": None, "cited": None,
    },
}  # fmt: skip
"""Answers that only a server with a token gives, or in another form."""


def install(app: FastAPI) -> None:
    """Let the description of `app` show the examples."""
    described = app.openapi

    def with_examples() -> dict[str, Any]:
        if app.openapi_schema is None:
            add_examples(described())
        return described()

    app.openapi = with_examples  # type: ignore[method-assign]


def add_examples(description: dict[str, Any]) -> None:
    """Put an example wherever there is none: parameters, bodies, answers of status 2xx."""
    told = recorded().items()
    answers = WRITTEN | {(path, method): one for path, methods in told for method, one in methods.items()}
    for path, method, operation in operations(description):
        for parameter in operation.get("parameters", ()):
            if not _has_example(parameter):
                value = PARAMETERS[parameter["name"]]
                parameter["example"] = [value] if _is_list(parameter["schema"]) else value
        for media in operation.get("requestBody", {}).get("content", {}).values():
            if not _has_example(media):
                media["example"] = BODIES[path]
        for status, answer in operation["responses"].items():
            for kind, media in answer.get("content", {}).items():
                example = answers.get((path, method)) if kind == "application/json" else TEXTS.get(kind)
                if status.startswith("2") and example is not None and not _has_example(media):
                    media["example"] = example


def operations(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of each operation."""
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def recorded() -> dict[str, dict[str, Any]]:
    """The answers of the demo server, by path and method."""
    text = (resources.files("api") / "examples.json").read_text(encoding="utf-8")
    answers: dict[str, dict[str, Any]] = json.loads(text)
    return answers


def _has_example(described: dict[str, Any]) -> bool:
    return any(name in place for place in (described, described.get("schema", {})) for name in _NAMES)


_NAMES = ("example", "examples")


def _is_list(schema: dict[str, Any]) -> bool:
    return schema.get("type") == "array"
