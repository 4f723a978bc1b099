"""What breaks the shapes of `ontology/shapes.ttl`, and where: each named graph is held to them by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pyshacl
import rdflib
from pyoxigraph import Literal, RdfFormat, serialize
from rdflib.namespace import RDF, SH

import ontology
from kg import vocab
from kg.dataset import Dataset
from kg.iris import Iris
from kg.store.protocol import Store

_NAMED = (vocab.RESOLUTION_GRAPH, vocab.AUTHORITY_GRAPH, vocab.REVIEW_GRAPH, vocab.PROBLEMS_GRAPH)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that breaks a shape: the node and the property in a named graph, and what is asked there.

    `file` is the source document's name, empty for a graph of the dataset as a whole.
    """

    graph: str
    file: str
    focus: str
    path: str
    value: str
    severity: str
    message_vi: str
    message_en: str


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What was found in `graphs` named graphs; it conforms where nothing was."""

    graphs: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether no shape is broken."""
        return not self.findings


def validate(
    dataset: Dataset,
    *,
    document: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ValidationReport:
    """Hold every named graph to the shapes, or only that of one document (content hash).

    `progress` is told how many graphs are done, and of how many.
    """
    return validate_store(dataset.store, dataset.iris, document=document, progress=progress)


def validate_store(
    store: Store,
    iris: Iris,
    *,
    document: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ValidationReport:
    """As `validate`, for a store that is no published dataset."""
    named = {iris.graph(name) for name in _NAMED}
    if document:
        graphs = [iris.document_graph(document)]
    else:
        graphs = sorted(graph for graph in store.graph_names() if iris.hash_of(graph) or graph in named)
    findings: list[Finding] = []
    for done, graph in enumerate(graphs, start=1):
        findings += _validate_graph(store, graph)
        if progress:
            progress(done, len(graphs))
    return ValidationReport(len(graphs), tuple(findings))


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.shapes_path(), format="turtle")


def _validate_graph(store: Store, name: str) -> Iterator[Finding]:
    quads = list(store.graph_quads(name))
    data = rdflib.Graph()
    triples = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    data.parse(data=triples or b"", format="nt")
    conforms, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", advanced=True)
    if conforms or not isinstance(results, rdflib.Graph):
        return
    files = [
        quad.object.value
        for quad in quads
        if quad.predicate == vocab.FILE_NAME and isinstance(quad.object, Literal)
    ]
    for result in sorted(
        results.subjects(RDF.type, SH.ValidationResult), key=lambda node: _key(results, node)
    ):
        messages = _messages(results, result)
        either = next(iter(messages.values()), "")
        yield Finding(
            graph=name,
            file=min(map(str, files), default=""),
            focus=_one(results, result, SH.focusNode),
            path=_one(results, result, SH.resultPath),
            value=_one(results, result, SH.value),
            severity=_one(results, result, SH.resultSeverity).rpartition("#")[2].lower(),
            message_vi=messages.get("vi", either),
            message_en=messages.get("en", either),
        )


def _messages(results: rdflib.Graph, result: rdflib.term.Node) -> dict[str | None, str]:
    """What is asked, by language: in the words of the shape, where the engine hands on only some of them."""
    source = results.value(result, SH.sourceConstraint) or results.value(result, SH.sourceShape)
    said = list(results.objects(result, SH.resultMessage))
    if source is not None:
        said += _shapes().objects(source, SH.message)
    return {getattr(text, "language", None): str(text) for text in said}


def _key(results: rdflib.Graph, result: rdflib.term.Node) -> tuple[str, str, str]:
    return (
        _one(results, result, SH.focusNode),
        _one(results, result, SH.resultPath),
        _one(results, result, SH.value),
    )


def _one(results: rdflib.Graph, result: rdflib.term.Node, property_: rdflib.URIRef) -> str:
    value = results.value(result, property_)
    return "" if value is None else str(value)
