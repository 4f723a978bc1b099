"""Who names a programme or a congress: the documents that bear its key, and what approves it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.facts.terms import PORTION, portions, text_term, values
from kg.iris import UNKNOWN, Iris
from kg.store.protocol import Store
from ontology.slugs import slug

_MOST_OF_A_NAME = 0.6


class Approver(NamedTuple):
    """An act that approves or issues a programme: its body (slug) and year."""

    body: str
    year: int | None


@dataclass(frozen=True, slots=True)
class NamedBy:
    """A document that names a programme: its node, whose act the document is, and what approves it there."""

    hash: str
    node: str
    title: str
    province: str | None
    approvers: frozenset[Approver]


def named_by(store: Store, iris: Iris, keys: Iterable[str]) -> dict[str, tuple[NamedBy, ...]]:
    """For each key of a programme or congress the documents that name it, with who approves it there."""
    bearers: dict[str, tuple[str, str]] = {}
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), PORTION):
        portion = " ".join(text_term(key) for key in wanted[start : start + PORTION])
        rows = store.select(
            f"SELECT DISTINCT ?k ?i ?t WHERE {{ VALUES ?k {{ {portion} }} "
            "?i dch:matchKey ?k ; a dch:PartialInstrument ; dcterms:title ?t }"
        )
        for row in rows:
            iri, title = row["i"].value, row["t"].value
            bearers[iri] = (row["k"].value, min(title, bearers.get(iri, ("", title))[1]))
    approvers = _approvers(store, iris, {iri: title for iri, (_, title) in bearers.items()})
    hashes = {iri: iris.hash_of(iri) or "" for iri in bearers}
    owners = _owners(store, iris, set(hashes.values()))
    found: dict[str, list[NamedBy]] = defaultdict(list)
    for iri, (key, title) in sorted(bearers.items()):
        hash_ = hashes[iri]
        found[key].append(NamedBy(hash_, iri, title, owners.get(hash_), approvers.get(iri, frozenset())))
    return {key: tuple(named) for key, named in found.items()}


def _approvers(store: Store, iris: Iris, titles: Mapping[str, str]) -> dict[str, frozenset[Approver]]:
    """The acts that approve or issue the nodes, given by title.

    A document that is in the store approves what its own title names: a list of what others issued, printed
    with an act, is not issued by it.
    """
    found: dict[str, set[Approver]] = defaultdict(set)
    for portion in portions(titles):
        rows = store.select(
            f"SELECT DISTINCT ?i ?by ?t WHERE {{ {values('i', portion)} "
            "VALUES ?how { dch:approves dch:promulgates } GRAPH ?g { ?by ?how ?i . "
            "OPTIONAL { ?by dch:sourceDocument ?own ; dcterms:title ?t } } }"
        )
        for row in rows:
            path, iri = iris.parse(row["by"].value), row["i"].value
            if row["t"] and not _names(row["t"].value, titles[iri]):
                continue
            if path and path.body != UNKNOWN:
                found[iri].add(Approver(path.body, path.year))
    return {iri: frozenset(acts) for iri, acts in found.items()}


def _names(title: str, programme: str) -> bool:
    """Whether a document's title holds most words of a programme's name."""
    words = set(slug(programme).split("-"))
    return len(words.intersection(slug(title).split("-"))) >= _MOST_OF_A_NAME * len(words)


def _owners(store: Store, iris: Iris, hashes: Iterable[str]) -> dict[str, str]:
    """The body (slug) that each document is an act of, or tells of."""
    found: dict[str, str] = {}
    for portion in portions(map(iris.document, hashes)):
        rows = store.select(
            f"SELECT ?d ?own WHERE {{ {values('d', portion)} "
            "VALUES ?how { dch:sourceDocument dch:reportedBy } ?act ?how ?d ; eli:passed_by ?own }"
        )
        for row in rows:
            hash_, body = iris.hash_of(row["d"].value) or "", row["own"].value.rpartition("/body/")[2]
            found[hash_] = min(body, found.get(hash_, body))
    return found
