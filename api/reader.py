"""What a request says of who reads the answer: the language, and whether a page or data is wanted."""

from __future__ import annotations

from typing import cast

from fastapi import Request, Response

from viz.language import LANGUAGES, Language

_COOKIE = "lang"
_YEAR = 365 * 24 * 3600


def language(request: Request) -> Language:
    """`?lang=` of this address, else the language chosen before (a cookie), else the server's setting."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(_COOKIE)):
        if chosen in LANGUAGES:
            return chosen
    return cast(Language, request.app.state.settings.language)


def remember_language(request: Request, response: Response) -> None:
    """Keep a language chosen by `?lang=` for the next pages."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        response.set_cookie(_COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True)


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page; the API always answers in data."""
    if request.url.path.startswith(("/api/", "/sparql", "/openapi.json")):
        return False
    return "text/html" in request.headers.get("accept", "")
