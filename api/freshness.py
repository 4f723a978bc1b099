"""ETag and Last-Modified: an answer is made of the dataset's state, so whoever has it need not ask again.

The tag names the published generation and what the answer depends on besides: the address, what the client
accepts, and the language it chose. A tag is given only to answers, so one that comes back was true once, and
is true as long as the generation is.
"""

from __future__ import annotations

import hashlib
from email.utils import formatdate

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.datasets import PublishedDataset

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
_NOT = ("/api/v1/jobs", "/api/v1/effect")
"""What changes without a new state: jobs go on, and what is in force depends on today."""


class Freshness:
    """ASGI middleware for answers that the dataset alone decides."""

    def __init__(self, app: ASGIApp, published: PublishedDataset) -> None:
        self._app = app
        self._published = published

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _concerns(scope):
            await self._app(scope, receive, send)
            return
        dataset = self._published.current()
        headers = Headers(scope=scope)
        tag = _tag(scope, headers, dataset.generation)
        if tag in [known.strip() for known in headers.get("if-none-match", "").split(",")]:
            head = [(b"etag", tag.encode()), (b"vary", b"Accept, Cookie"), (b"cache-control", b"no-cache")]
            await send({"type": "http.response.start", "status": 304, "headers": head})
            await send({"type": "http.response.body", "body": b""})
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                answer = MutableHeaders(scope=message)
                answer["ETag"] = tag
                answer["Last-Modified"] = formatdate(self._published.modified(), usegmt=True)
                answer.setdefault("Cache-Control", "no-cache")
                answer.add_vary_header("Accept")
                answer.add_vary_header("Cookie")
            await send(message)

        await self._app(scope, receive, tagged)


def _concerns(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and scope["path"].startswith(_OF_THE_DATASET)
        and not scope["path"].startswith(_NOT)
    )


def _tag(scope: Scope, headers: Headers, generation: int) -> str:
    decides = (
        scope["path"].encode("utf-8", "surrogateescape"),
        scope["query_string"],
        headers.get("accept", "").encode("latin-1"),
        headers.get("cookie", "").encode("latin-1"),
    )
    digest = hashlib.blake2b(b"\x00".join(decides), digest_size=8).hexdigest()
    return f'W/"{generation}-{digest}"'
