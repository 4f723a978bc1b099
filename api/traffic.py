"""Who asks how often: request ids, a log line and counts for each request, limits for each client."""

from __future__ import annotations

import json
import re
import secrets
import sys
import threading
import time
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import Settings
from viz.language import messages

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_COSTLY = ("/sparql", "/api/v1/sparql", "/api/v1/exports/", "/api/v1/extract", "/api/v1/drafts", "/dumps/",
           "/api/v1/graphs", "/data/", "/.well-known/void")  # fmt: skip
_MOST_CLIENTS = 10_000


@dataclass(slots=True)
class Metrics:
    """Counts for Prometheus, one registry an application."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        self.requests = Counter(
            "danchieu_requests", "Answers by method, route and status.", ("method", "route", "status"),
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "danchieu_request_seconds", "Seconds until the answer began.", ("route",), registry=self.registry
        )


@dataclass(slots=True)
class _Allowance:
    """What one client may still ask: `left` requests at the moment `seen`."""

    left: float
    seen: float


class RateLimit:
    """So many requests a minute for each client, evenly refilled (a token bucket)."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._clients: dict[str, _Allowance] = {}
        self._lock = threading.Lock()

    def wait(self, client: str, now: float) -> float:
        """Seconds that `client` must wait; 0 where the request is let in and counted."""
        if not self._per_minute:
            return 0.0
        with self._lock:
            if len(self._clients) >= _MOST_CLIENTS:
                self._clients.clear()
            allowance = self._clients.setdefault(client, _Allowance(self._per_minute, now))
            rate = self._per_minute / 60
            allowance.left = min(self._per_minute, allowance.left + (now - allowance.seen) * rate)
            allowance.seen = now
            if allowance.left < 1:
                return (1 - allowance.left) / rate
            allowance.left -= 1
            return 0.0


class Traffic:
    """ASGI middleware: lets requests in within the limits, gives each an id, counts and logs it."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._log = settings.log
        self._all = RateLimit(settings.requests_per_minute)
        self._costly = RateLimit(settings.costly_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else secrets.token_hex(8)
        started, status = time.perf_counter(), 500

        async def counted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
                route = getattr(scope.get("route"), "path", "other")
                self._metrics.requests.labels(scope["method"], route, status).inc()
                self._metrics.seconds.labels(route).observe(time.perf_counter() - started)
            await send(message)

        try:
            seconds = self._wait(scope)
            if seconds:
                await _too_many(seconds)(scope, receive, counted)
            else:
                await self._app(scope, receive, counted)
        finally:
            if self._log:
                _write_line(scope, request_id, status, time.perf_counter() - started)

    def _wait(self, scope: Scope) -> float:
        client, now = (scope.get("client") or ("",))[0], time.monotonic()
        seconds = self._all.wait(client, now)
        if not seconds and scope["path"].startswith(_COSTLY):
            seconds = self._costly.wait(client, now)
        return seconds


def _too_many(seconds: float) -> JSONResponse:
    problem = {
        "type": "about:blank", "title": "Too Many Requests", "status": 429, "code": "too_many_requests",
        "detail": messages("vi")("problems.429"),
    }  # fmt: skip
    headers = {"Retry-After": str(int(seconds) + 1)}
    return JSONResponse(problem, 429, headers, media_type="application/problem+json")


def _write_line(scope: Scope, request_id: str, status: int, seconds: float) -> None:
    """JSON keeps a line break in an address from becoming a line of the log."""
    line = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "id": request_id,
        "client": (scope.get("client") or ("",))[0], "method": scope["method"], "path": scope["path"],
        "status": status, "ms": round(seconds * 1000, 1),
    }  # fmt: skip
    sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
