"""What corpora say of an instrument: its metadata and its relations, which no sentence bears out.

They stand beside what was read from texts and are never mixed with it: every answer here names the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.models import Relation
from extractors.readers.models import GIVEN_FIELDS
from kg import vocab
from kg.dataset import Dataset
from kg.facts.identity import canonical, standing_for
from kg.facts.refs import refs
from kg.facts.terms import values
from kg.models import InstrumentRef, SourceRef
from kg.questions.documents import source_refs
from kg.questions.lookup import find


@dataclass(frozen=True, slots=True)
class GivenFact:
    """One thing that a corpus says of a document; `field` is a name of `vocab.GIVEN`."""

    document: SourceRef
    corpus: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class GivenRelation:
    """A relation that a corpus states; `relation` is None where its label is none that is known."""

    citing: InstrumentRef
    cited: InstrumentRef
    relation: Relation | None
    label: str
    corpus: str


@dataclass(frozen=True, slots=True)
class Given:
    """What corpora say of one instrument: facts, and the first of the `total` relations it is an end of."""

    instrument: InstrumentRef
    facts: tuple[GivenFact, ...]
    relations: tuple[GivenRelation, ...]
    total: int


def given(dataset: Dataset, wanted: str, *, limit: int = 100) -> Given:
    """What corpora say of the instrument that `wanted` names, with the first `limit` relations.

    Relations that it is the citing end of come first. Raises NotFound or Ambiguous.
    """
    instrument = find(dataset, wanted)
    nodes = standing_for(dataset, [instrument.iri])
    stated = _relations(dataset, instrument.iri, nodes)
    named = refs(dataset, {end for citing, cited, *_ in stated for end in (citing, cited)})
    return Given(
        instrument,
        _facts(dataset, nodes),
        tuple(
            GivenRelation(named[citing], named[cited], relation, label, corpus)
            for citing, cited, relation, label, corpus in stated[:limit]
        ),
        len(stated),
    )


def _facts(dataset: Dataset, nodes: Sequence[str]) -> tuple[GivenFact, ...]:
    fields = {vocab.GIVEN[field].value: field for field in GIVEN_FIELDS}
    rows = list(
        dataset.store.select(
            f"SELECT DISTINCT ?d ?corpus ?p ?v WHERE {{ {values('i', nodes)} "
            f"?i dch:sourceDocument|dch:reportedBy ?d . ?d {vocab.GIVEN['corpus']} ?corpus ; ?p ?v . "
            f"{values('p', fields)} }}"
        )
    )
    documents = {
        source.iri: source for source in source_refs(dataset, sorted({row["d"].value for row in rows}))
    }
    facts = [
        GivenFact(documents[row["d"].value], row["corpus"].value, fields[row["p"].value], row["v"].value)
        for row in rows
    ]
    order = {field: place for place, field in enumerate(GIVEN_FIELDS)}
    return tuple(sorted(facts, key=lambda fact: (fact.document.iri, order[fact.field], fact.value)))


def _relations(
    dataset: Dataset, instrument: str, nodes: Sequence[str]
) -> list[tuple[str, str, Relation | None, str, str]]:
    rows = list(
        dataset.store.select(
            f"SELECT ?citing ?cited ?as ?label ?corpus {{ {values('i', nodes)} "
            "{ ?r dch:givenCiting ?i } UNION { ?r dch:givenCited ?i } "
            "?r dch:givenCiting ?citing ; dch:givenCited ?cited ; dch:givenLabel ?label ; "
            f"{vocab.GIVEN['corpus']} ?corpus OPTIONAL {{ ?r dch:givenRelation ?as }} }}"
        )
    )
    meaning = canonical(dataset, {row[end].value for row in rows for end in ("citing", "cited")})
    names = vocab.relation_names()
    stated = {
        (
            meaning[row["citing"].value],
            meaning[row["cited"].value],
            names[row["as"].value] if row["as"] else None,
            row["label"].value,
            row["corpus"].value,
        )
        for row in rows
    }
    return sorted(stated, key=lambda item: (item[0] != instrument, item[0], item[1], item[2] or "", item[3:]))
