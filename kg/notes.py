"""Notes that people and programs add by SPARQL Update, in graphs of their own beside the dataset's.

A dataset is what its documents state and what was derived from that: an update that changed those graphs
would make the index, and every answer from it, say what no document bears out. So notes have graphs of their
own, `{base}graph/notes/NAME`, and words of their own: the dataset is read across all graphs by its
vocabularies, and a note that used them would pass for a statement of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import BlankNode, Triple

from kg import vocab
from kg.dataset import Dataset
from kg.errors import QueryRejected, UpdatesClosed
from kg.export.rdf import triple_of
from kg.sparql import QueryResult, run, settled
from kg.sparql.update import Part, read_update

OWN_NAMESPACES = tuple(namespace for namespace in vocab.PREFIXES.values() if namespace != vocab.RDFS)
"""The vocabularies by which the dataset is read; notes use none of their properties."""

_NAME = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+")


def write_notes(
    dataset: Dataset,
    update: str,
    *,
    timeout: float = 30.0,
    max_statements: int = 10_000,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> None:
    """Carry out a SPARQL update of graphs for notes: all of it, in one request to the server, or nothing.

    Each of the queries it is made of may take `timeout` seconds and answer `max_statements`;
    `default_graphs` and `named_graphs` (IRIs of graphs of this dataset) narrow what they read. Raises
    UpdatesClosed where the dataset's graphs are in its folder, QueryRejected for an update that may not be,
    else the errors of `kg.sparql.run`.
    """
    if not dataset.at_endpoint:
        raise UpdatesClosed(reason="its graphs are in its folder, whose published states nobody writes")
    notes = dataset.iris.graph(vocab.NOTES_GRAPHS)

    def may_write(graph: str) -> bool:
        return graph.startswith(notes) and _NAME.fullmatch(graph, len(notes)) is not None

    def triples(part: Part) -> tuple[Triple, ...]:
        answer = run(
            dataset, part.query, timeout=timeout, max_rows=max_statements,
            default_graphs=default_graphs, named_graphs=named_graphs,
        )  # fmt: skip
        return _whole(answer, max_statements)

    steps: list[str] = []
    for operation in read_update(settled(update), may_write):
        steps += (f"DROP SILENT GRAPH <{graph}>" for graph in operation.emptied)
        steps += _data("DELETE", ((part.graph, triples(part)) for part in operation.leaving))
        steps += _data("INSERT", ((part.graph, _notes(triples(part))) for part in operation.coming))
    if steps:
        dataset.store.update(" ;\n".join(steps))


def _data(verb: str, graphs: Iterable[tuple[str, tuple[Triple, ...]]]) -> Iterator[str]:
    for graph, triples in graphs:
        if triples:
            statements = "\n".join(f"{triple} ." for triple in triples)
            yield f"{verb} DATA {{ GRAPH <{graph}> {{\n{statements}\n}} }}"


def _whole(answer: QueryResult, most: int) -> tuple[Triple, ...]:
    """The statements of an answer, each once, as long as they are all of them and name what they speak of."""
    if answer.truncated:
        raise QueryRejected(reason=f"one operation writes at most {most} statements")
    triples = tuple(dict.fromkeys(map(triple_of, answer.triples)))
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        raise QueryRejected(reason="blank nodes are not kept here; give each thing an IRI")
    return triples


def _notes(triples: tuple[Triple, ...]) -> tuple[Triple, ...]:
    for triple in triples:
        if triple.predicate.value.startswith(OWN_NAMESPACES):
            reason = f"<{triple.predicate.value}> is a word of the dataset itself; notes use other properties"
            raise QueryRejected(reason=reason)
    return triples
