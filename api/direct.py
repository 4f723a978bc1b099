"""Routes whose answers are written as JSON in the thread that found them.

FastAPI would check each answer once more in another thread: a third of the work of a look-up, for answers
whose types say already what they hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, get_type_hints

from fastapi import Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter


class DirectRoute(APIRoute):
    """A route of an endpoint that is not async; its return type is the schema, as with any other route."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().__init__(path, _written(endpoint), **options)


def _written(endpoint: Callable[..., Any]) -> Callable[..., Response]:
    adapter: TypeAdapter[Any] = TypeAdapter(get_type_hints(endpoint)["return"])

    @wraps(endpoint)
    def answer(**asked: Any) -> Response:
        written = Response(adapter.dump_json(endpoint(**asked)), media_type="application/json")
        if isinstance(begun := asked.get("response"), Response):
            written.headers.raw.extend(begun.headers.raw)
        return written

    return answer
