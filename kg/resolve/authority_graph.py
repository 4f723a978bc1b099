"""The authority graph: what the tables say of the instruments that occur in the dataset, and of no others."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.facts.terms import portions, values
from kg.iris import Iris, number_slug
from kg.resolve.authority import KnownInstrument, known_instruments
from kg.resolve.keys import JOINT, body_identity
from kg.resolve.match_keys import match_keys
from kg.resolve.writing import insert
from kg.store.protocol import Store
from ontology.slugs import slug


def refresh_authority(store: Store, iris: Iris) -> None:
    """Bring the graph up to date with the documents and the resolutions."""
    graph = iris.graph(vocab.AUTHORITY_GRAPH)
    present = {
        row["i"].value
        for row in store.select(f"SELECT DISTINCT ?i WHERE {{ GRAPH <{graph}> {{ ?i a dch:Instrument }} }}")
    }
    wanted = _occurring(store, iris, graph)
    if present == wanted:
        return
    if present - wanted:
        # Bodies and types are shared between rows: what remains is written anew.
        store.remove_graph(graph)
        present = set()
    known = known_instruments()
    insert(
        store,
        (quad for iri in sorted(wanted - present) for quad in authority_quads(known[iris.id_of(iri)], iris)),
    )


def _occurring(store: Store, iris: Iris, graph: str) -> set[str]:
    """Instruments of the tables that a document names or a resolution means."""
    found = set()
    for portion in portions(iris.from_id(path) for path in known_instruments()):
        rows = store.select(
            f"SELECT ?i WHERE {{ {values('i', portion)} FILTER("
            f"EXISTS {{ GRAPH ?g {{ ?i a dch:Instrument }} FILTER(?g != <{graph}>) }} || "
            "EXISTS { ?n dch:resolvedAs ?i } || EXISTS { ?c dch:proposes ?i }) }"
        )
        found |= {row["i"].value for row in rows}
    return found


def authority_quads(known: KnownInstrument, iris: Iris) -> Iterator[Quad]:
    """A row of a table as statements."""
    graph, node, naming = (
        NamedNode(iris.graph(vocab.AUTHORITY_GRAPH)),
        NamedNode(iris.from_id(known.path)),
        known.naming,
    )
    concept = vocab.type_concept(slug(naming.type or ""))
    yield Quad(node, vocab.TYPE, vocab.INSTRUMENT, graph)
    yield Quad(node, vocab.TYPE_DOCUMENT, concept, graph)
    yield Quad(concept, vocab.LABEL, Literal(naming.type or "", language="vi"), graph)
    if naming.number:
        yield Quad(node, vocab.ID_LOCAL, Literal(naming.number), graph)
        yield Quad(node, vocab.NUMBER_KEY, Literal(number_slug(naming.number)), graph)
    yield from (Quad(node, vocab.MATCH_KEY, Literal(key), graph) for key in match_keys(naming))
    for name in (naming.issuer or "").split(JOINT):
        body = NamedNode(iris.body(body_identity(name).slug))
        yield Quad(node, vocab.PASSED_BY, body, graph)
        yield Quad(body, vocab.TYPE, vocab.ORGANIZATION, graph)
        yield Quad(body, vocab.LABEL, Literal(name, language="vi"), graph)
    days = (
        (vocab.DATE_DOCUMENT, naming.date),
        (vocab.IN_FORCE_FROM, known.effective and known.effective.isoformat()),
        (vocab.IN_FORCE_UNTIL, known.expired and known.expired.isoformat()),
    )
    for property_, day in days:
        if day:
            yield Quad(node, property_, Literal(day, datatype=vocab.DATE), graph)
    yield Quad(node, vocab.YEAR, Literal(known.path.split("/")[2], datatype=vocab.GYEAR), graph)
    if naming.title:
        yield Quad(node, vocab.TITLE, Literal(naming.title, language="vi"), graph)
    yield Quad(node, vocab.SOURCE, Literal(known.source), graph)
