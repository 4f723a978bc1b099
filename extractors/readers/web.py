"""Documents on the web: one address, or a file with a list of them."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extractors.readers.errors import Reason, UnreadableFile
from extractors.readers.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from extractors.readers.models import Document
from extractors.readers.registry import read_bytes

_SCHEMES = frozenset({"http", "https"})
_CHUNK = 64 * 1024
_LONGEST_WAIT = 60.0


def urls_of(path: Path) -> Iterator[str]:
    """The addresses in a list file: one a line, empty lines and lines that begin with "#" left out."""
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            address = line.strip()
            if address and not address.startswith("#"):
                yield address


def read_url(address: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Fetches and reads one document; its `path` is the address, its `name` the last part of it.

    Raises `UnreadableFile` when the address is not http(s), the server does not give the file, or it is too
    large.
    """
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in _SCHEMES:
        raise UnreadableFile(Reason.NO_ACCESS, cause=address)
    name = urllib.parse.unquote(parts.path.rstrip("/").rsplit("/", 1)[-1]) or parts.netloc
    return replace(read_bytes(_fetched(address, limits), name, limits), path=address)


def _fetched(address: str, limits: Limits) -> bytes:
    safe = urllib.parse.quote(address, safe="%/:=&?~#+!$,;'@()*[]")
    request = urllib.request.Request(safe, headers={"User-Agent": "danchieu"})
    data = bytearray()
    try:
        with urllib.request.urlopen(request, timeout=min(_LONGEST_WAIT, limits.seconds)) as answer:
            while part := answer.read(_CHUNK):
                data += part
                if len(data) > limits.file_bytes:
                    raise UnreadableFile(
                        Reason.TOO_LARGE,
                        size=f"> {len(data) // MEGABYTE}",
                        limit=limits.file_bytes // MEGABYTE,
                    )
    except urllib.error.HTTPError as error:
        error.close()
        reason = Reason.NOT_FOUND if error.code in {404, 410} else Reason.NO_ACCESS
        raise UnreadableFile(reason, path=address, cause=f"HTTP {error.code}") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(Reason.NO_ACCESS, cause=error) from error
    return bytes(data)
