"""What every answer carries so that a browser trusts nothing but us: security headers."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from viz.language import DEFAULT_LANGUAGE, messages

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Sent with every answer that does not set its own: pages run no script and load only from this server."""


class SecurityHeaders:
    """ASGI middleware that adds `HEADERS` where an answer does not have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded)


class HeadAsGet:
    """ASGI middleware that answers HEAD as GET without the body, at every address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app({**scope, "method": "GET"}, receive, send_head)


class BodyLimit:
    """ASGI middleware that lets no body in that is longer than it may be, or does not say how long it is.

    The server reads no more of a body than its Content-Length says. SPARQL counts its own bodies.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = self._refusal(scope) if scope["type"] == "http" else None
        if status is None:
            await self._app(scope, receive, send)
            return
        problem = {
            "type": "about:blank", "title": status.phrase, "status": int(status),
            "code": status.name.lower(), "detail": messages(DEFAULT_LANGUAGE)(f"problems.{status.value}"),
        }  # fmt: skip
        answer = JSONResponse(problem, int(status), {"Connection": "close"}, "application/problem+json")
        await answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> HTTPStatus | None:
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        if length.isdecimal():
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if int(length) > self._most else None
        streamed = "transfer-encoding" in headers and not scope["path"].endswith("/sparql")
        return HTTPStatus.LENGTH_REQUIRED if streamed else None


_FRAME = 1_000_000
"""Bytes of an upload that are not its files: names, headers, boundaries."""


def install(app: FastAPI, longest_upload: int) -> None:
    """Guard every answer of this application."""
    app.add_middleware(BodyLimit, most=longest_upload + _FRAME)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
