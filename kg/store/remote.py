"""A store behind any SPARQL 1.1 endpoint: query, update, and the graph store protocol, over HTTP.

What the engines differ in, as `tests/kg/store/test_contract.py` found it:

- The union of all graphs as the default graph is the server's affair. Oxigraph wants `--union-default-graph`,
  Virtuoso has it always, with graphs of its own in it.
- A graph is written by PUT of the graph store protocol, which both carry out as one transaction. `load` and
  `bulk_load` go graph by graph: only within a graph all is written or nothing.
- Virtuoso takes queries only as forms, gives no more rows than its `ResultSetMaxRows`, refuses a property
  path of unknown length over many nodes, and answers ASK with rows in place of a boolean.
- Blank nodes get other names on every engine; a graph of this project has none.
- Nothing is flushed or optimized from here: the server sees to both.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    ProxyHandler,
    Request,
    build_opener,
)

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreError
from kg.store.embedded import EmbeddedStore
from kg.store.endpoint import Endpoint
from kg.store.protocol import Answer
from kg.vocab import PREFIXES

USER, PASSWORD = "DANCHIEU_STORE_USER", "DANCHIEU_STORE_PASSWORD"
"""Environment variables with the credentials, which are never written down."""

_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
# Virtuoso gives triples as JSON of its own kind where it may choose, so the form of the query chooses: its
# first word that is none of an IRI, a comment or a prefix.
_FORM_WORD = re.compile(r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"<[^<>\s]*>|#[^\n]*|\bPREFIX\s+\S*:", re.IGNORECASE)
_VIRTUOSO_ASK = "__ASK_RETVAL"
_FORM = "application/x-www-form-urlencoded"


class RemoteStore:
    """A `kg.store.protocol.Store` over HTTP. Raises StoreError where the server fails or is not reached."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._passwords = HTTPPasswordMgrWithDefaultRealm()
        if USER in os.environ:
            for url in (endpoint.query, endpoint.update, endpoint.graphs):
                self._passwords.add_password(None, url, os.environ[USER], os.environ.get(PASSWORD, ""))

    def query(
        self, query: str, *, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Answer:
        narrowed = {"default-graph-uri": default_graphs, "named-graph-uri": named_graphs}
        form = urlencode({"query": _PROLOGUE + query} | narrowed, doseq=True).encode("ascii")
        accept = _TRIPLES if _gives_triples(query) else _RESULTS
        _, body = self._send("POST", self._endpoint.query, form, _FORM, accept)
        if accept == _RESULTS:
            return _answer(body)
        return (quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES))

    def select(self, query: str) -> QuerySolutions:
        solutions = self.query(query)
        if not isinstance(solutions, QuerySolutions):
            raise ValueError("not a SELECT query")
        return solutions

    def graph_names(self) -> Iterator[str]:
        for (graph,) in self.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"):
            yield graph.value

    def graph_quads(self, graph: str) -> Iterator[Quad]:
        name = NamedNode(graph)
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        answer = self.query(query)
        if not isinstance(answer, QuerySolutions | QueryBoolean):
            for triple in answer:
                yield _in_graph(triple, name)

    def has_graph(self, graph: str) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"))

    def replace_graph(self, graph: str, quads: Sequence[Quad]) -> None:
        self.write_graph(graph, "".join(f"{quad.triple} .\n" for quad in quads))

    def write_graph(self, graph: str, triples: str) -> None:
        self._graph_request("PUT", graph, triples.encode("utf-8"))

    def remove_graph(self, graph: str) -> None:
        if self.has_graph(graph):
            self._graph_request("DELETE", graph)

    def update(self, update: str) -> None:
        form = urlencode({"update": _PROLOGUE + update}).encode("ascii")
        self._send("POST", self._endpoint.update, form, _FORM)

    def add(self, quads: Sequence[Quad]) -> None:
        if quads:
            self.load("".join(f"{quad} .\n" for quad in quads).encode("utf-8"))

    def load(self, nquads: bytes) -> None:
        for graph, triples in _by_graph(nquads.splitlines()).items():
            self._graph_request("POST", graph, triples)

    def bulk_load(self, nquads: bytes) -> None:
        self.load(nquads)

    def optimize(self) -> None:
        """Nothing: the server sees to it."""

    def flush(self) -> None:
        """Nothing: what the server acknowledged is as safe as the server keeps it."""

    def snapshot(self, target: Path) -> None:
        """Copy all graphs into an embedded store of their own."""
        copy = EmbeddedStore.open(target)
        for graph in self.graph_names():
            copy.replace_graph(graph, list(self.graph_quads(graph)))
        copy.flush()
        copy.close()

    def close(self) -> None:
        """Nothing: no connection is kept."""

    def __len__(self) -> int:
        (row,) = self.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
        return int(row["n"].value)

    def _graph_request(self, method: str, graph: str, body: bytes | None = None) -> None:
        url = f"{self._endpoint.graphs}?{urlencode({'graph': graph})}"
        self._send(method, url, body, _TRIPLES)

    def _send(
        self, method: str, url: str, body: bytes | None, kind: str, accept: str = "*/*"
    ) -> tuple[str, bytes]:
        headers = {"Content-Type": kind, "Accept": accept}
        request = Request(url, data=body, headers=headers, method=method)
        try:
            # An opener counts refusals over its life and gives up after a few: each request has its own.
            http = build_opener(
                ProxyHandler({}),
                HTTPDigestAuthHandler(self._passwords),
                HTTPBasicAuthHandler(self._passwords),
            )
            with http.open(request, timeout=self._endpoint.timeout) as answer:
                return answer.headers.get_content_type(), answer.read()
        except HTTPError as error:
            with error:
                reason = error.read().decode("utf-8", "replace").strip()[:500]
            if error.code == 400:
                raise SyntaxError(reason) from error
            raise StoreError(path=url, reason=f"HTTP {error.code}: {reason}") from error
        except (URLError, OSError) as error:
            raise StoreError(path=url, reason=str(getattr(error, "reason", error))) from error


def _gives_triples(query: str) -> bool:
    form = _FORM_WORD.search(_NOT_A_WORD.sub(" ", query))
    return form is not None and form[0].upper() in {"CONSTRUCT", "DESCRIBE"}


def _answer(body: bytes) -> QuerySolutions | QueryBoolean:
    answer = parse_query_results(body, format=QueryResultsFormat.JSON)
    if isinstance(answer, QuerySolutions) and [name.value for name in answer.variables] == [_VIRTUOSO_ASK]:
        truth = b"true" if any(True for _ in answer) else b"false"
        return parse_query_results(b'{"head":{},"boolean":%s}' % truth, format=QueryResultsFormat.JSON)
    return answer


def _in_graph(triple: Triple, graph: NamedNode) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _by_graph(lines: Iterable[bytes]) -> dict[str, bytes]:
    """N-Quads as N-Triples by graph: the name stands last before the dot."""
    graphs: dict[str, list[bytes]] = defaultdict(list)
    for line in lines:
        if line.strip():
            triple, graph, _ = line.rsplit(b" ", 2)
            graphs[graph.decode("utf-8").strip("<>")].append(triple + b" .\n")
    return {graph: b"".join(triples) for graph, triples in graphs.items()}
