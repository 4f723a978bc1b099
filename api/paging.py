"""Links from one page of a list to the others (RFC 8288), in the `Link` header."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request, Response

_PAGE = ("offset", "limit")


def link_pages(request: Request, response: Response, total: int, offset: int, limit: int) -> None:
    """Set `Link` to first, prev, next and last, as far as there are such, and `X-Total-Count`."""
    last = max(0, (total - 1) // limit * limit)
    places = {
        "first": 0,
        "prev": max(0, offset - limit) if offset > 0 else None,
        "next": offset + limit if offset + limit < total else None,
        "last": last,
    }
    asked = [(name, value) for name, value in request.query_params.multi_items() if name not in _PAGE]
    # Relative, so that they hold behind any proxy.
    links = [
        f'<?{urlencode([*asked, ("offset", place), ("limit", limit)])}>; rel="{name}"'
        for name, place in places.items()
        if place is not None
    ]
    response.headers["Link"] = ", ".join(links)
    response.headers["X-Total-Count"] = str(total)
