"""The resolution graph: which instrument each node known in part stands for, and by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode as Node
from pyoxigraph import Quad

from kg import vocab
from kg.iris import Iris
from kg.resolve.same_document import RULE, NamedNode, resolve_within
from kg.store.embedded import insert_data
from kg.store.protocol import Store

_SAID = {
    vocab.DATE_DOCUMENT: "date",
    vocab.TITLE: "title",
    vocab.TERM: "term",
}


def resolve_documents(store: Store, iris: Iris, hashes: Iterable[str]) -> None:
    """Resolve anew what these documents name in part; documents that are gone lose their resolutions."""
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    for hash_ in sorted(set(hashes)):
        document = iris.document(hash_)
        forget = (
            f"DELETE {{ GRAPH <{graph}> {{ ?node ?property ?value }} }} WHERE {{ GRAPH <{graph}> "
            f"{{ ?node <{vocab.IN_DOCUMENT.value}> <{document}> ; ?property ?value }} }}"
        )
        resolved = resolve_within(_nodes(store, iris, hash_))
        quads = [
            quad
            for node, meaning in sorted(resolved.items())
            for quad in (
                Quad(Node(node), vocab.RESOLVED_AS, Node(meaning), Node(graph)),
                Quad(Node(node), vocab.RESOLUTION_RULE, vocab.resolution_rule(RULE), Node(graph)),
                Quad(Node(node), vocab.IN_DOCUMENT, Node(document), Node(graph)),
            )
        ]
        store.update(f"{forget}; {insert_data(graph, quads)}" if quads else forget)


def _nodes(store: Store, iris: Iris, hash_: str) -> list[NamedNode]:
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    found = set()
    for quad in store.graph_quads(iris.document_graph(hash_)):
        subject = quad.subject
        if not isinstance(subject, Node):
            continue
        if quad.predicate == vocab.TYPE and quad.object == vocab.INSTRUMENT:
            found.add(subject.value)
        elif quad.predicate in _SAID:
            said[subject.value][_SAID[quad.predicate]].add(getattr(quad.object, "value", ""))
    nodes = []
    for iri in sorted(found):
        path = iris.parse(iri)
        if path is not None:
            nodes.append(NamedNode(iri, path, **{key: max(values) for key, values in said[iri].items()}))
    return nodes
