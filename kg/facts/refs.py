"""What to say of an instrument in a line, where documents may say different things of it.

What the instrument's own text says comes first; else what most documents say; of equals the longest title,
the earliest date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg import vocab
from kg.dataset import Dataset
from kg.facts.terms import portions, values
from kg.models import InstrumentRef

_PROPERTIES = {
    vocab.ID_LOCAL.value: "number",
    vocab.TYPE_DOCUMENT.value: "type",
    vocab.PASSED_BY.value: "issuer",
    vocab.DATE_DOCUMENT.value: "date",
    vocab.YEAR.value: "year",
    vocab.TITLE.value: "title",
}

_Votes = dict[str, dict[str, int]]
"""For each property its values, each with the weight of those who say so."""

_OWN = 1_000_000_000
"""The weight of the instrument's own text: more than any number of others."""


def refs(dataset: Dataset, iris: Iterable[str]) -> dict[str, InstrumentRef]:
    """A reference for each IRI; one that no graph describes has nothing but its IRI."""
    found: dict[str, InstrumentRef] = {}
    for portion in portions(iris):
        votes = _votes(dataset, portion)
        labels = _labels(dataset, votes)
        found |= {iri: _ref(dataset, iri, votes[iri], labels) for iri in portion}
    return found


def ref(dataset: Dataset, iri: str) -> InstrumentRef:
    """The reference for one IRI."""
    return refs(dataset, (iri,))[iri]


def _votes(dataset: Dataset, iris: tuple[str, ...]) -> dict[str, _Votes]:
    votes: dict[str, _Votes] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    asked = f"{values('i', iris)} {values('p', _PROPERTIES)}"
    everyone = dataset.store.select(
        f"SELECT ?i ?p ?v (COUNT(?g) AS ?n) WHERE {{ {asked} GRAPH ?g {{ ?i ?p ?v }} }} GROUP BY ?i ?p ?v"
    )
    for row in everyone:
        votes[row["i"].value][_PROPERTIES[row["p"].value]][row["v"].value] += int(row["n"].value)
    own = dataset.store.select(
        f"SELECT ?i ?p ?v WHERE {{ {asked} GRAPH ?g {{ ?i dch:sourceDocument ?own ; ?p ?v }} }}"
    )
    for row in own:
        votes[row["i"].value][_PROPERTIES[row["p"].value]][row["v"].value] += _OWN
    return votes


def _labels(dataset: Dataset, votes: dict[str, _Votes]) -> dict[str, str]:
    named = {iri for said in votes.values() for key in ("type", "issuer") for iri in said.get(key, ())}
    labels: dict[str, str] = {}
    for portion in portions(named):
        rows = dataset.store.select(
            f"SELECT DISTINCT ?x ?label WHERE {{ {values('x', portion)} ?x skos:prefLabel ?label }}"
        )
        for row in rows:
            label = row["label"]
            if getattr(label, "language", None) == "vi":
                labels[row["x"].value] = min(label.value, labels.get(row["x"].value, label.value))
    return labels


def _ref(dataset: Dataset, iri: str, said: _Votes, labels: dict[str, str]) -> InstrumentRef:
    type_, date, year = _best(said.get("type")), _best(said.get("date")), _best(said.get("year"))
    return InstrumentRef(
        iri=iri,
        id=dataset.iris.id_of(iri),
        type=labels.get(type_) if type_ else None,
        number=_best(said.get("number")),
        issuer=_issuer(said.get("issuer"), labels),
        date=date,
        year=int(year) if year else None,
        title=_best(said.get("title"), longest=True),
        partial=dataset.iris.is_partial(iri),
    )


def _best(votes: dict[str, int] | None, *, longest: bool = False) -> str | None:
    if not votes:
        return None
    return min(votes, key=lambda value: (-votes[value], -len(value) if longest else 0, value))


def _issuer(votes: dict[str, int] | None, labels: dict[str, str]) -> str | None:
    """The bodies that are named as often as the most named one: joint issuers stand side by side."""
    if not votes:
        return None
    most = max(votes.values())
    return "; ".join(sorted(labels.get(body, body) for body, count in votes.items() if count == most))
