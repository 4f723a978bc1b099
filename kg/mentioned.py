"""What a document states of an instrument by naming it, in its head or in a citation."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pyoxigraph import NamedNode

from extractors.models import Citation, Head
from kg import ntriples, vocab
from kg.iris import Iris, number_slug
from kg.resolve.keys import JOINT, Naming, body_identity, full_path, year_of
from kg.resolve.match_keys import match_keys
from ontology.slugs import slug

_SINGLE = frozenset({vocab.ID_LOCAL, vocab.TYPE_DOCUMENT, vocab.TERM})
"""An instrument has one of these, however often and in whatever spelling a document names it."""

path_of = lru_cache(maxsize=65_536)(full_path)
"""`kg.resolve.keys.full_path`: the same instruments are named in document after document."""


@lru_cache(maxsize=8_192)
def mentioned(node: str, naming: Naming, partial: bool, iris: Iris) -> dict[str, str | None]:
    """The statements of a naming that stands for `node` (as N-Triples writes it), known in part or in full.

    Each comes with subject and predicate where there may be only one of its kind, else with None.
    """
    added: dict[str, str | None] = {}

    def add(subject: str, predicate: NamedNode, value: str) -> None:
        about = f"{subject} {ntriples.written(predicate)}"
        added[f"{about} {value}"] = about if predicate in _SINGLE else None

    add(node, vocab.TYPE, ntriples.written(vocab.INSTRUMENT))
    if partial:
        add(node, vocab.TYPE, ntriples.written(vocab.PARTIAL_INSTRUMENT))
    if naming.type:
        concept = ntriples.written(vocab.type_concept(slug(naming.type)))
        add(node, vocab.TYPE_DOCUMENT, concept)
        add(concept, vocab.LABEL, ntriples.vietnamese(naming.type))
    if naming.number:
        add(node, vocab.ID_LOCAL, ntriples.text(naming.number))
        add(node, vocab.NUMBER_KEY, ntriples.text(number_slug(naming.number)))
    for key in match_keys(naming):
        add(node, vocab.MATCH_KEY, ntriples.text(key))
    for name in naming.issuer.split(JOINT) if naming.issuer else ():
        body = f"<{iris.body(body_identity(name).slug)}>"
        add(node, vocab.PASSED_BY, body)
        add(body, vocab.TYPE, ntriples.written(vocab.ORGANIZATION))
        add(body, vocab.LABEL, ntriples.vietnamese(name))
    if naming.date:
        add(node, vocab.DATE_DOCUMENT, ntriples.typed(naming.date, vocab.DATE))
    year = year_of(naming)
    if year:
        add(node, vocab.YEAR, ntriples.typed(str(year), vocab.GYEAR))
    if naming.title:
        add(node, vocab.TITLE, ntriples.vietnamese(naming.title))
    if naming.term:
        add(node, vocab.TERM, ntriples.text(naming.term))
    return added


def own_naming(head: Head) -> Naming:
    """What a document's head says of the document."""
    return Naming(head.type, head.number, head.issuer, _valid_date(head.date), head.year, head.title)


def naming_of(citation: Citation) -> Naming:
    """What a citation says of what it cites."""
    return Naming(
        type=citation.type,
        number=citation.number,
        issuer=citation.issuer,
        date=_valid_date(citation.date),
        year=citation.year,
        title=citation.title,
        term=citation.term,
    )


def _valid_date(text: str | None) -> str | None:
    """The date if the calendar has it: a misprint like 31/02 is no date of anything."""
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None
