"""A page as an HTTP answer: its address, its language, its policy."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.reader import remember_language
from viz.policy import PAGE_POLICY


def page_answer(request: Request, text: str, policy: str = PAGE_POLICY) -> HTMLResponse:
    """The page with its Content Security Policy; a language asked for is remembered."""
    answer = HTMLResponse(text, headers={"Content-Security-Policy": policy, "Vary": "Cookie"})
    remember_language(request, answer)
    return answer


def address_of(request: Request) -> str:
    """The path and query of the page that is asked for."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
