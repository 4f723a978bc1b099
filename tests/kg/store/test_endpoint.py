"""Addresses of SPARQL servers."""

from __future__ import annotations

import pytest

from kg.errors import BadRequest
from kg.store.endpoint import Endpoint, Kind

FUSEKI = ("http://f/kg/query", "http://f/kg/update", "http://f/kg/data")


@pytest.mark.parametrize(
    ("address", "kind", "addresses"),
    [
        ("http://h:7878", "oxigraph", ("http://h:7878/query", "http://h:7878/update", "http://h:7878/store")),
        ("https://h/kg/", "oxigraph", ("https://h/kg/query", "https://h/kg/update", "https://h/kg/store")),
        (
            "http://h",
            "virtuoso",
            ("http://h/sparql", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ),
        (", ".join(FUSEKI), "oxigraph", FUSEKI),
    ],
)
def test_the_addresses_of_a_server(address: str, kind: Kind, addresses: tuple[str, ...]) -> None:
    endpoint = Endpoint.at(address, kind)
    assert (endpoint.query, endpoint.update, endpoint.graphs) == addresses


@pytest.mark.parametrize("address", ["", "kg-data", "ftp://h", "http://a,http://b", "http://a,b,c"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(BadRequest):
        Endpoint.at(address)
