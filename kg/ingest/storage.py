"""Object storage and other places that fsspec, of the extra `cluster`, gets at by an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kg.errors import BadRequest


def is_remote(place: str) -> bool:
    """Whether a place is an address with a scheme and not a path on this machine."""
    return "://" in place


@contextmanager
def filesystem(url: str) -> Iterator[Any]:
    """The fsspec file system of an address, to be asked inside; what fails there comes out as OSError.

    Raises BadRequest where a library for the address is missing.
    """
    files = _filesystem(url)
    try:
        yield files
    except OSError:
        raise
    except Exception as error:  # each library has classes of its own for no network, no key, no right
        raise OSError(f"{url}: {error}") from error


def _filesystem(url: str) -> Any:
    try:
        import fsspec

        return fsspec.url_to_fs(url)[0]
    except (ImportError, ValueError) as error:
        raise BadRequest(what=url, reason=f"{error}; pip install 'danchieu[cluster]'") from error
