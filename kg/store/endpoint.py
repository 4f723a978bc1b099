"""Where a SPARQL server is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of one server: for queries, for updates, and of its graph store.

    `timeout` in seconds for each request.
    """

    query: str
    update: str
    graphs: str
    timeout: float = 300.0

    @classmethod
    def oxigraph(cls, url: str) -> Self:
        """Those of an Oxigraph server at `url`, started with `--union-default-graph`."""
        return cls(f"{url}/query", f"{url}/update", f"{url}/store")

    @classmethod
    def virtuoso(cls, url: str) -> Self:
        """Those of a Virtuoso server at `url`, which asks for credentials by digest."""
        return cls(f"{url}/sparql", f"{url}/sparql-auth", f"{url}/sparql-graph-crud-auth")
