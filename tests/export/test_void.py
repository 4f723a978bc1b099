"""The dataset in VoID: how often each class and property occurs, counted once for a published state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg import vocab
from kg.dataset import Dataset
from kg.export.void import VOID, void
from kg.ingest import ingest
from tests.kg.samples import extract_sample, write_samples


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    files, store = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("data") / "store"
    write_samples(files)
    ingest([files], store, extract=extract_sample)
    with Dataset.open(store) as made:
        yield made


def partitions(triples: list[Triple], kind: str, unit: str) -> dict[str, int]:
    """(class or property, count) of the description."""
    said: dict[tuple[str, str], NamedNode | Literal] = {
        (triple.subject.value, triple.predicate.value): triple.object  # type: ignore[misc, union-attr]
        for triple in triples
    }
    return {
        named.value: int(said[part, f"{VOID}{unit}"].value)
        for (part, property_), named in said.items()
        if property_ == f"{VOID}{kind}"
    }


def test_classes_and_properties_are_counted(dataset: Dataset) -> None:
    quads = [quad for graph in dataset.store.graph_names() for quad in dataset.store.graph_quads(graph)]
    described = void(dataset)

    assert partitions(described, "property", "triples") == Counter(quad.predicate.value for quad in quads)
    assert partitions(described, "class", "entities") == Counter(
        quad.object.value
        for quad in quads
        if quad.predicate == vocab.TYPE and isinstance(quad.object, NamedNode)
    )


def test_it_says_the_same_when_it_is_asked_again(dataset: Dataset) -> None:
    assert void(dataset, ["http://localhost/a"]) == void(dataset, ["http://localhost/a"])
