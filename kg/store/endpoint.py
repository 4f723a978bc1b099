"""Where a SPARQL server is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from kg.errors import BadRequest

Kind = Literal["oxigraph", "virtuoso"]
"""Servers whose addresses are known; of others all three are named."""


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
    def at(cls, address: str, kind: Kind = "oxigraph") -> Self:
        """The server at `address`, or at three addresses with commas between, which are taken as they are.

        >>> Endpoint.at("http://fuseki/kg/query,http://fuseki/kg/update,http://fuseki/kg/data").update
        'http://fuseki/kg/update'

        Raises BadRequest where it is no address.
        """
        addresses = [part.strip() for part in address.split(",")]
        if not all(part.startswith(("http://", "https://")) for part in addresses):
            raise BadRequest(what=address, reason="the address of a server begins with http:// or https://")
        match addresses:
            case [url]:
                url = url.rstrip("/")
                return cls.virtuoso(url) if kind == "virtuoso" else cls.oxigraph(url)
            case [query, update, graphs]:
                return cls(query, update, graphs)
        raise BadRequest(what=address, reason="one address, or three: for queries, updates and graphs")

    @classmethod
    def oxigraph(cls, url: str) -> Self:
        """Those of an Oxigraph server at `url`, started with `--union-default-graph`."""
        return cls(f"{url}/query", f"{url}/update", f"{url}/store")

    @classmethod
    def virtuoso(cls, url: str) -> Self:
        """Those of a Virtuoso server at `url`, which asks for credentials by digest."""
        return cls(f"{url}/sparql", f"{url}/sparql-auth", f"{url}/sparql-graph-crud-auth")
