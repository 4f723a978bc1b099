"""What changed between two states of a dataset, or between two datasets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg import vocab
from kg.dataset import Dataset
from kg.errors import BadRequest


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A citation as a line to compare: the document's file, the words, the relation and what they name."""

    file: str
    quote: str
    relation: str
    citing: str
    cited: str


@dataclass(frozen=True, slots=True)
class ResolutionChange:
    """A node whose meaning changed; None where it had none, or has none now."""

    node: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DatasetDiff:
    """What only one of the two states has, in a fixed order, at most `limit` of each.

    `counts` are the whole numbers, by the names of the fields.
    """

    documents_added: tuple[str, ...]
    documents_removed: tuple[str, ...]
    instruments_added: tuple[str, ...]
    instruments_removed: tuple[str, ...]
    citations_added: tuple[CitationLine, ...]
    citations_removed: tuple[CitationLine, ...]
    resolutions_changed: tuple[ResolutionChange, ...]
    reviews_added: tuple[str, ...]
    reviews_removed: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def empty(self) -> bool:
        """Whether the two states say the same."""
        return not any(count for _, count in self.counts)


def diff(before: Dataset, after: Dataset, *, limit: int = 1_000) -> DatasetDiff:
    """Compare two states. Raises BadRequest where their IRIs have different bases."""
    if before.base != after.base:
        raise BadRequest(what=after.base, reason=f"the other state's IRIs begin with {before.base}")
    documents = set(_documents(before)), set(_documents(after))
    instruments = set(_instruments(before)), set(_instruments(after))
    citations = dict(_citations(before)), dict(_citations(after))
    meanings = dict(_meanings(before)), dict(_meanings(after))
    made = set(_reviews(before)), set(_reviews(after))
    changed = sorted(
        node
        for node in meanings[0].keys() | meanings[1].keys()
        if meanings[0].get(node) != meanings[1].get(node)
    )
    added = [citations[1][iri] for iri in sorted(citations[1]) if citations[0].get(iri) != citations[1][iri]]
    removed = [
        citations[0][iri] for iri in sorted(citations[0]) if citations[1].get(iri) != citations[0][iri]
    ]
    parts = {
        "documents_added": sorted(documents[1] - documents[0]),
        "documents_removed": sorted(documents[0] - documents[1]),
        "instruments_added": sorted(instruments[1] - instruments[0]),
        "instruments_removed": sorted(instruments[0] - instruments[1]),
        "reviews_added": sorted(made[1] - made[0]),
        "reviews_removed": sorted(made[0] - made[1]),
    }
    counts = {name: len(values) for name, values in parts.items()}
    counts |= {
        "citations_added": len(added),
        "citations_removed": len(removed),
        "resolutions_changed": len(changed),
    }
    cut = {name: tuple(values[:limit]) for name, values in parts.items()}
    return DatasetDiff(
        documents_added=cut["documents_added"],
        documents_removed=cut["documents_removed"],
        instruments_added=cut["instruments_added"],
        instruments_removed=cut["instruments_removed"],
        citations_added=tuple(added[:limit]),
        citations_removed=tuple(removed[:limit]),
        resolutions_changed=tuple(
            ResolutionChange(node, meanings[0].get(node), meanings[1].get(node)) for node in changed[:limit]
        ),
        reviews_added=cut["reviews_added"],
        reviews_removed=cut["reviews_removed"],
        counts=tuple(sorted(counts.items())),
    )


def _documents(dataset: Dataset) -> Iterator[str]:
    for row in dataset.store.select("SELECT ?f ?h WHERE { ?d dch:fileName ?f ; dch:sha256 ?h }"):
        yield f"{row['f'].value} ({row['h'].value[:16]})"


def _instruments(dataset: Dataset) -> Iterator[str]:
    for row in dataset.store.select("SELECT DISTINCT ?i WHERE { ?i a dch:Instrument }"):
        if not dataset.iris.is_partial(row["i"].value):
            yield dataset.iris.id_of(row["i"].value)


def _citations(dataset: Dataset) -> Iterator[tuple[str, CitationLine]]:
    rows = dataset.store.select(
        "SELECT ?c ?f ?q ?r ?citing ?cited WHERE { ?c dch:citing ?citing ; dch:cited ?cited ; "
        "dch:relation ?r ; oa:exact ?q ; dch:inDocument/dch:fileName ?f }"
    )
    names = vocab.relation_names()
    for row in rows:
        ends = dataset.iris.id_of(row["citing"].value), dataset.iris.id_of(row["cited"].value)
        yield row["c"].value, CitationLine(row["f"].value, row["q"].value, names[row["r"].value], *ends)


def _meanings(dataset: Dataset) -> Iterator[tuple[str, str]]:
    for row in dataset.store.select("SELECT ?n ?t WHERE { ?n dch:resolvedAs ?t }"):
        yield dataset.iris.id_of(row["n"].value), dataset.iris.id_of(row["t"].value)


def _reviews(dataset: Dataset) -> Iterator[str]:
    for row in dataset.store.select("SELECT ?r WHERE { ?r a dch:Review }"):
        yield row["r"].value
