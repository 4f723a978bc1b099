"""Which instrument a person means: by number, by IRI or id, or by number@body@year."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.errors import Ambiguous, BadRequest, NotFound
from kg.facts.identity import canonical
from kg.facts.refs import refs
from kg.facts.terms import iri_term, text_term
from kg.iris import number_slug
from kg.models import InstrumentRef
from ontology.slugs import slug


def find(dataset: Dataset, wanted: str) -> InstrumentRef:
    """The one instrument that `wanted` names.

    `wanted` is a number ("2457/QĐ-BGDĐT", diacritics and case optional), a full IRI, the id after `id/`, or
    number@body@year where body is a name, a slug or part of one and year may be left out. Raises NotFound, or
    Ambiguous with the candidates.
    """
    found = candidates(dataset, wanted)
    if not found:
        raise NotFound(what=wanted)
    if len(found) > 1:
        raise Ambiguous(wanted, found)
    return found[0]


def candidates(dataset: Dataset, wanted: str) -> tuple[InstrumentRef, ...]:
    """All instruments that `wanted` may name, in the order of their IRIs; empty where there is none.

    Nodes known only in part are left out where an instrument known in full fits.
    """
    wanted = wanted.strip()
    number, _, qualifiers = wanted.partition("@")
    iris = _by_iri(dataset, wanted) or _by_number(dataset, number)
    found = refs(dataset, canonical(dataset, iris).values())
    fitting = [ref for _, ref in sorted(found.items()) if _fits(ref, qualifiers)]
    full = [ref for ref in fitting if not ref.partial]
    return tuple(full or fitting)


def _by_iri(dataset: Dataset, wanted: str) -> set[str]:
    """The instrument with this IRI or id, if a graph knows it."""
    if "/" not in wanted or any(letter.isspace() for letter in wanted) or "@" in wanted:
        return set()
    iri = dataset.iris.from_id(wanted)
    try:
        term = iri_term(iri)
    except BadRequest:
        return set()
    rows = dataset.store.select(f"SELECT ?p WHERE {{ {term} a dch:Instrument ; ?p ?o }} LIMIT 1")
    return {iri} if any(True for _ in rows) else set()


def _by_number(dataset: Dataset, number: str) -> set[str]:
    key = text_term(number_slug(number))
    rows = dataset.store.select(f"SELECT DISTINCT ?i WHERE {{ ?i dch:numberKey {key} }}")
    return {row["i"].value for row in rows}


def _fits(ref: InstrumentRef, qualifiers: str) -> bool:
    """Whether the instrument has every part of "body@year": a year of four digits, else words of its body."""
    for qualifier in filter(None, (part.strip() for part in qualifiers.split("@"))):
        if qualifier.isdigit() and len(qualifier) == 4:
            if ref.year != int(qualifier):
                return False
        elif not _is_body(ref, qualifier):
            return False
    return True


def _is_body(ref: InstrumentRef, wanted: str) -> bool:
    words = slug(wanted)
    named = f"-{slug(ref.issuer or '')}-", f"-{ref.id.split('/')[0]}-"
    return any(f"-{words}-" in name for name in named)
