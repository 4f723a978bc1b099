"""Opening the store of a dataset, wherever it is: in the dataset's folder, or at a SPARQL endpoint."""

from __future__ import annotations

from kg.facts.terms import text_term
from kg.iris import Iris
from kg.store.embedded import EmbeddedStore
from kg.store.layout import Layout, Manifest
from kg.store.protocol import Store
from kg.store.remote import RemoteStore


def open_for_writing(layout: Layout, manifest: Manifest) -> Store:
    """The store that an ingest writes. Raises StoreBusy or StoreError."""
    if manifest.endpoint:
        return RemoteStore(manifest.endpoint)
    return EmbeddedStore.open(layout.store)


def open_published(layout: Layout, generation: int) -> Store:
    """What readers of a published state ask: its snapshot, or the endpoint, which has the one state it has.

    Raises NoDataset or StoreError.
    """
    endpoint = layout.read_manifest().endpoint
    if endpoint:
        return RemoteStore(endpoint)
    return EmbeddedStore.open_read_only(layout.snapshot(generation))


def has_documents(store: Store, iris: Iris) -> bool:
    """Whether the store has graphs of documents under these IRIs."""
    graphs = text_term(iris.document_graph(""))
    return bool(
        store.query(f"ASK {{ GRAPH ?g {{ ?d a dch:SourceDocument }} FILTER(STRSTARTS(STR(?g), {graphs})) }}")
    )
