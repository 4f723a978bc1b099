"""Who may write: whoever has the token."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from api.settings import Settings

_bearer = HTTPBearer(auto_error=False, description="The token of the server's setting DANCHIEU_TOKEN.")


async def check_writer(request: Request) -> None:
    """As `writer`, for a route that only some requests write by."""
    writer(request, await _bearer(request))


def writer(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> None:
    """Let a request through that bears the token: 403 where the server has none, 401 for a wrong one."""
    settings: Settings = request.app.state.settings
    if settings.token is None:
        raise HTTPException(403)
    known = settings.token.get_secret_value().encode()
    # Compared in constant time: how long an answer takes must not tell how much of a guess was right.
    if given is None or not hmac.compare_digest(given.credentials.encode(), known):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})


Writer = Depends(writer)
