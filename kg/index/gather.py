"""What the index is made of: the rows of all documents, and what other graphs say beside them.

Documents are most of what is stated, and their rows are kept (`kg.packed`); the store is asked for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg import vocab
from kg.dataset import Dataset
from kg.described import DESCRIBING, Description, described_in
from kg.facts.terms import iri_term
from kg.index.citation_table import Stated
from kg.index.strings import Array
from kg.index.tally import PROPERTY, SUBJECT, VALUE, tally


@dataclass(slots=True)
class Gathered:
    """Instruments in the order of their IRIs, with what they stand for, and the documents by their hash.

    `canonical[i]` is the instrument that instrument `i` stands for. `text_quality` is NaN where a document's
    letters are beyond doubt. `descriptions` counts what the graphs say (`kg.index.tally`), those of a part's
    documents together; `terms` are the strings it numbers, `node_of` the instrument of each, -1 for none.
    """

    iris: list[str]
    canonical: Array
    documents: Sequence[str]
    files: list[str]
    text_quality: Array
    document_self: Array
    descriptions: Array
    terms: list[str]
    node_of: Array


def graphs_of(dataset: Dataset) -> tuple[list[str], list[str]]:
    """The hashes of all documents in order, and the other graphs."""
    graphs = {graph: dataset.iris.hash_of(graph) for graph in dataset.store.graph_names()}
    others = sorted(graph for graph, hash_ in graphs.items() if hash_ is None)
    return sorted(hash_ for hash_ in graphs.values() if hash_ is not None), others


def quads_of(dataset: Dataset, graphs: Iterable[str]) -> int:
    """How many statements these graphs have."""
    found = 0
    for graph in graphs:
        ((count,),) = dataset.store.select(
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH {iri_term(graph)} {{ ?s ?p ?o }} }}"
        )
        found += int(count.value)
    return found


def gather(dataset: Dataset, documents: Sequence[str], others: Sequence[str], stated: Stated) -> Gathered:
    """Number all instruments: those described, those at the ends of citations, and what they stand for."""
    numbers = {term: number for number, term in enumerate(stated.terms)}
    rows = [stated.descriptions]
    for graph in others:
        said = [_row(description, numbers) for description in described_in(dataset.store, graph)]
        rows.append(tally(np.array(said, dtype=np.int32).reshape(-1, 4)))
    descriptions, terms = np.concatenate(rows), list(numbers)
    meaning = _resolutions(dataset)
    described = _subjects(descriptions, vocab.TYPE)
    ends = np.unique(np.concatenate((stated.citing, stated.cited, described)))
    iris = sorted({*(terms[end] for end in ends.tolist()), *meaning, *meaning.values()}, key=str.encode)
    number = {iri: node for node, iri in enumerate(iris)}
    node_of = np.full(len(terms), -1, dtype=np.int32)
    known = [(numbers[iri], node) for iri, node in number.items() if iri in numbers]
    node_of[[term for term, _ in known]] = [node for _, node in known]
    canonical = np.arange(len(iris), dtype=np.int32)
    for start in meaning:
        canonical[number[start]] = number[_final(start, meaning, dataset)]
    found = _Documents(dataset, descriptions, terms)
    selves = (number.get(found.instruments.get(hash_, "")) for hash_ in documents)
    return Gathered(
        iris=iris,
        canonical=canonical,
        documents=documents,
        files=[found.files.get(hash_, "") for hash_ in documents],
        text_quality=np.array([found.qualities.get(hash_, np.nan) for hash_ in documents], dtype=np.float64),
        document_self=np.array([-1 if node is None else canonical[node] for node in selves], dtype=np.int32),
        descriptions=descriptions,
        terms=terms,
        node_of=node_of,
    )


class _Documents:
    """What is said of the documents, by hash: the instrument each is or reports, its file and its letters."""

    def __init__(self, dataset: Dataset, descriptions: Array, terms: Sequence[str]) -> None:
        def said(property_: object) -> list[tuple[str, str]]:
            rows = descriptions[descriptions[:, PROPERTY] == _number(property_)]
            return [(terms[subject], terms[value]) for subject, value in rows[:, (SUBJECT, VALUE)].tolist()]

        hash_of = dataset.iris.hash_of
        self.instruments = {
            hash_of(document): instrument
            for property_ in (vocab.REPORTED_BY, vocab.SOURCE_DOCUMENT_OF)
            for instrument, document in said(property_)
        }
        self.files = {hash_of(document): name for document, name in said(vocab.FILE_NAME)}
        self.qualities = {hash_of(document): float(value) for document, value in said(vocab.TEXT_QUALITY)}


def _row(description: Description, numbers: dict[str, int]) -> tuple[int, int, int, int]:
    subject, property_, value = description
    return (
        numbers.setdefault(subject, len(numbers)),
        property_,
        numbers.setdefault(value, len(numbers)),
        0,
    )


def _number(property_: object) -> int:
    return DESCRIBING.index(property_)


def _subjects(descriptions: Array, property_: object) -> Array:
    found: Array = np.unique(descriptions[descriptions[:, PROPERTY] == _number(property_), SUBJECT])
    return found


def _resolutions(dataset: Dataset) -> dict[str, str]:
    graph = dataset.iris.graph(vocab.RESOLUTION_GRAPH)
    rows = dataset.store.select(f"SELECT ?n ?m {{ GRAPH <{graph}> {{ ?n dch:resolvedAs ?m }} }}")
    return {node.value: instrument.value for node, instrument in rows}


def _final(start: str, meaning: Mapping[str, str], dataset: Dataset) -> str:
    seen = {start}
    end = meaning[start]
    while dataset.iris.is_partial(end) and end in meaning and end not in seen:
        seen.add(end)
        end = meaning[end]
    return end
