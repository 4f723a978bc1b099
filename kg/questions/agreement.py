"""Where what a corpus says of its documents, and what was read from their texts, do not agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractors.models import Relation
from kg import vocab
from kg.dataset import Dataset
from kg.facts.edges import edges_with_evidence, links_at
from kg.facts.refs import refs
from kg.iris import number_slug
from kg.models import Edge, InstrumentRef, SourceRef
from kg.questions.documents import source_refs
from kg.resolve.keys import issuer_identity
from ontology.slugs import slug

Field = Literal["number", "type", "issuer", "date"]
Verdict = Literal["agree", "differ", "only_given", "only_read"]

_SAME: Mapping[Field, Callable[[str], str]] = {
    "number": number_slug,
    "type": slug,
    "issuer": lambda name: issuer_identity(name).slug,
    "date": str,
}
"""What must be the same for two values to agree: spelling is no difference."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A document of which the corpus says something else than its own text; None where one side is silent."""

    document: SourceRef
    field: Field
    given: str | None
    read: str | None


@dataclass(frozen=True, slots=True)
class RelationDifference:
    """Two instruments that the corpus and the texts relate in different ways, or only one of them relates.

    `given` are the relations of the corpus with the labels it gives them (a relation is None where the label
    is not known), `read` the edges that texts bear out, with their evidence.
    """

    citing: InstrumentRef
    cited: InstrumentRef
    given: tuple[tuple[Relation | None, str], ...]
    read: tuple[Edge, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a comparison came to: counts of verdicts over all, and the differences, as many as asked for."""

    documents: int
    fields: Mapping[Field, Mapping[Verdict, int]]
    relations: Mapping[Verdict, int]
    field_differences: tuple[FieldDifference, ...]
    relation_differences: tuple[RelationDifference, ...]
    truncated: bool


def agreement(dataset: Dataset, *, limit: int = 100) -> Agreement:
    """Compare metadata and relations that corpora gave with what was read; the first `limit` differences.

    Relations are compared between instruments of which the corpus relates at least one to another; "only
    read" are those between two of them that the corpus does not know. A relation is in agreement where one of
    the corpus's relations of a pair is also read.
    """
    given = _given_documents(dataset)
    fields: dict[Field, Counter[Verdict]] = {field: Counter() for field in _SAME}
    field_differences: list[FieldDifference] = []
    truncated = False
    for difference, verdict in _fields(dataset, given):
        fields[difference.field][verdict] += 1
        if verdict != "agree":
            truncated |= len(field_differences) >= limit
            field_differences += [difference][: limit - len(field_differences)]
    relations: Counter[Verdict] = Counter()
    relation_differences: list[RelationDifference] = []
    for relation in _relations(dataset):
        relations[relation.verdict] += 1
        if relation.verdict != "agree":
            truncated |= len(relation_differences) >= limit
            relation_differences += [relation][: limit - len(relation_differences)]
    return Agreement(
        documents=len(given),
        fields={field: dict(counts) for field, counts in fields.items()},
        relations=dict(relations),
        field_differences=tuple(field_differences),
        relation_differences=tuple(relation_differences),
        truncated=truncated,
    )


def _given_documents(dataset: Dataset) -> dict[str, dict[str, str]]:
    """What corpora say of each source document (IRI), in order."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for field in _SAME:
        property_ = vocab.GIVEN[field]
        for document, value in dataset.store.select(f"SELECT ?d ?v {{ ?d {property_} ?v }}"):
            said[document.value][field] = value.value
    return dict(sorted(said.items()))


def _fields(
    dataset: Dataset, given: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[FieldDifference, Verdict]]:
    own = {
        document.value: instrument.value
        for document, instrument in dataset.store.select(
            f"SELECT ?d ?i {{ ?d {vocab.GIVEN['corpus']} ?corpus . ?i dch:sourceDocument ?d }}"
        )
    }
    named = refs(dataset, own.values())
    sources = {source.iri: source for source in source_refs(dataset, list(given))}
    for document, said in given.items():
        instrument = named[own[document]] if document in own else None
        for field, same in _SAME.items():
            stated, read = said.get(field), getattr(instrument, field, None)
            if stated or read:
                yield FieldDifference(sources[document], field, stated, read), _verdict(stated, read, same)


def _verdict(given: str | None, read: str | None, same: Callable[[str], str]) -> Verdict:
    if given is None:
        return "only_read"
    if read is None:
        return "only_given"
    return "agree" if same(given) == same(read) else "differ"


def _relations(dataset: Dataset) -> Iterator[RelationDifference]:
    given = _given_relations(dataset)
    known = {end for pair in given for end in pair}
    for citing in dict.fromkeys(pair[0] for pair in given):
        node = dataset.index.canonical_node(citing)
        links = links_at(dataset, node, "out") if node is not None else {}
        read: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges_with_evidence(dataset, links):
            read[edge.target.iri].append(edge)
        pairs = [cited for first, cited in given if first == citing]
        for cited in dict.fromkeys([*pairs, *(target for target in read if target in known)]):
            yield _compared(dataset, citing, cited, given.get((citing, cited), ()), tuple(read[cited]))


def _compared(
    dataset: Dataset,
    citing: str,
    cited: str,
    given: tuple[tuple[Relation | None, str], ...],
    read: tuple[Edge, ...],
) -> RelationDifference:
    verdict: Verdict = "differ"
    if not read:
        verdict = "only_given"
    elif not given:
        verdict = "only_read"
    elif {relation for relation, _ in given} & {edge.relation for edge in read}:
        verdict = "agree"
    named = refs(dataset, (citing, cited))
    return RelationDifference(named[citing], named[cited], given, read, verdict)


def _given_relations(dataset: Dataset) -> dict[tuple[str, str], tuple[tuple[Relation | None, str], ...]]:
    """The relations that corpora state between instruments, each by what its nodes stand for, in order."""
    names, index = vocab.relation_names(), dataset.index
    stated: dict[tuple[str, str], set[tuple[Relation | None, str]]] = defaultdict(set)
    rows = dataset.store.select(
        "SELECT ?citing ?cited ?as ?label { ?r a dch:GivenRelation ; dch:givenCiting ?citing ; "
        "dch:givenCited ?cited ; dch:givenLabel ?label OPTIONAL { ?r dch:givenRelation ?as } }"
    )

    def meaning(iri: str) -> str:
        node = index.canonical_node(iri)
        return iri if node is None else index.iri(node)

    for row in rows:
        relation = names[row["as"].value] if row["as"] else None
        stated[meaning(row["citing"].value), meaning(row["cited"].value)].add((relation, row["label"].value))
    return {
        pair: tuple(sorted(labels, key=lambda item: (item[0] or "", item[1])))
        for pair, labels in sorted(stated.items())
    }
