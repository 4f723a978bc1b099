"""Object storage and other places that fsspec, of the extra `cluster`, gets at by an address."""

from __future__ import annotations

from typing import Any

from kg.errors import BadRequest


def is_remote(place: str) -> bool:
    """Whether a place is an address with a scheme and not a path on this machine."""
    return "://" in place


def filesystem(url: str) -> Any:
    """The fsspec file system of an address. Raises BadRequest where a library for it is missing."""
    try:
        import fsspec

        return fsspec.url_to_fs(url)[0]
    except (ImportError, ValueError) as error:
        raise BadRequest(what=url, reason=f"{error}; pip install 'danchieu[cluster]'") from error
