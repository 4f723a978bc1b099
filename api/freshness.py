"""ETag and Last-Modified: an answer is made of the dataset's state, so whoever has it need not ask again.

The tag names the published generation and what the answer depends on besides: the address, what the client
accepts, and the language it chose. A tag is given only to answers, so one that comes back was true once, and
is true as long as the generation is. For the same reason look-ups are kept and given again.
"""

from __future__ import annotations

import hashlib
from email.utils import formatdate

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.datasets import PublishedDataset
from api.kept_answers import Asked, KeptAnswer, KeptAnswers

_OF_THE_DATASET = (
    "/api/v1/",
    "/id/",
    "/data/",
    "/body/",
    "/graph/",
    "/sparql",
    "/.well-known/void",
    "/dumps/",
)
_FROM_GRAPHS = (
    "/id/", "/data/", "/body/", "/graph/", "/sparql", "/.well-known/void", "/dumps/",
    "/api/v1/sparql", "/api/v1/graphs", "/api/v1/exports/",
)  # fmt: skip
"""What is read from the graphs themselves: at a SPARQL server they may change between two states."""
_NOT = ("/api/v1/jobs", "/api/v1/effect")
"""What changes without a new state: jobs go on, and what is in force depends on today."""
_KEPT = ("/api/v1/", "/data/", "/.well-known/void")
_NOT_KEPT = ("/api/v1/exports/", "/api/v1/sparql", "/api/v1/graphs")
"""Exports bear the time of the asking, queries may ask for it, and graphs are too large."""


class Freshness:
    """ASGI middleware for answers that the dataset alone decides."""

    def __init__(self, app: ASGIApp, published: PublishedDataset, kept_bytes: int) -> None:
        self._app = app
        self._published = published
        self._kept = KeptAnswers(kept_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _concerns(scope):
            await self._app(scope, receive, send)
            return
        dataset = self._published.current()
        if dataset.at_endpoint and scope["path"].startswith(_FROM_GRAPHS):
            await self._app(scope, receive, send)
            return
        generation = dataset.generation
        headers = Headers(scope=scope)
        asked = _asked(scope, headers)
        tag = _tag(asked, generation)
        if tag in [known.strip() for known in headers.get("if-none-match", "").split(",")]:
            head = [(b"etag", tag.encode()), (b"vary", b"Accept, Cookie"), (b"cache-control", b"no-cache")]
            await send({"type": "http.response.start", "status": 304, "headers": head})
            await send({"type": "http.response.body", "body": b""})
        elif kept := self._kept.find(generation, asked):
            await kept.give(scope, send)
        else:
            await self._answer(scope, receive, send, generation, asked, tag)

    async def _answer(
        self, scope: Scope, receive: Receive, send: Send, generation: int, asked: Asked, tag: str
    ) -> None:
        begun: Message | None = None

        async def tagged(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start" and message["status"] == 200:
                answer = MutableHeaders(scope=message)
                answer["ETag"] = tag
                answer["Last-Modified"] = formatdate(self._published.modified(), usegmt=True)
                answer.setdefault("Cache-Control", "no-cache")
                answer.add_vary_header("Accept")
                answer.add_vary_header("Cookie")
                begun = message if _is_kept(scope["path"]) else None
            elif begun and message["type"] == "http.response.body":
                if not message.get("more_body"):
                    whole = KeptAnswer(scope.get("route"), tuple(begun["headers"]), message["body"])
                    self._kept.keep(generation, asked, whole)
                begun = None
            await send(message)

        await self._app(scope, receive, tagged)


def _concerns(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and scope["path"].startswith(_OF_THE_DATASET)
        and not scope["path"].startswith(_NOT)
    )


def _is_kept(path: str) -> bool:
    return path.startswith(_KEPT) and not path.startswith(_NOT_KEPT)


def _asked(scope: Scope, headers: Headers) -> Asked:
    """All that decides the answer besides the state of the dataset."""
    return (
        scope["path"].encode("utf-8", "surrogateescape"),
        scope["query_string"],
        headers.get("accept", "").encode("latin-1"),
        headers.get("cookie", "").encode("latin-1"),
    )


def _tag(asked: Asked, generation: int) -> str:
    digest = hashlib.blake2b(b"\x00".join(asked), digest_size=8).hexdigest()
    return f'W/"{generation}-{digest}"'
