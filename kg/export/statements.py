"""A selection as RDF: what the dataset states of its instruments, and the records behind its edges."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.dataset import Dataset
from kg.export.rdf import RdfForm, write_quads
from kg.export.selection import Selection
from kg.facts.terms import portions, values


def write_statements(selection: Selection, dataset: Dataset, form: RdfForm) -> bytes:
    """What the graphs say of the selection, and a stamp of its own in a graph `export`."""
    return write_quads(sorted(set(_quads(selection, dataset)), key=str), form)


def _quads(selection: Selection, dataset: Dataset) -> Iterator[Quad]:
    instruments = {instrument.iri for instrument in selection.instruments}
    instruments |= {end.iri for edge in selection.edges for end in (edge.source, edge.target)}
    citations = {evidence.citation for edge in selection.edges for evidence in edge.evidence}
    for iris, pattern in (
        (instruments, "?s ?p ?o FILTER(?p != dch:numberKey && ?p != dch:matchKey)"),
        (citations, "?s ?p ?o"),
        (citations, "?x dch:evidence ?s . ?s ?p ?o"),
    ):
        variable = "x" if pattern.startswith("?x") else "s"
        for portion in portions(iri for iri in iris if iri):
            solutions = dataset.store.select(
                f"SELECT ?s ?p ?o ?g WHERE {{ {values(variable, portion)} GRAPH ?g {{ {pattern} }} }}"
            )
            yield from [Quad(row["s"], row["p"], row["o"], row["g"]) for row in solutions]
            del solutions  # the engine's iterator must end in its own thread
    yield from _stamp(selection, dataset)


def _stamp(selection: Selection, dataset: Dataset) -> Iterator[Quad]:
    stamp = selection.stamp
    here = NamedNode(dataset.iris.graph("export"))
    made = Literal(stamp.made_at.isoformat(timespec="seconds"), datatype=vocab.DATETIME)
    for name, value in (
        ("title", Literal(selection.title)),
        ("description", Literal(stamp.line())),
        ("hasVersion", Literal(str(stamp.generation))),
        ("created", made),
    ):
        yield Quad(here, NamedNode(f"{vocab.DCT}{name}"), value, here)
