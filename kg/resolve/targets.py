"""The instruments known in full that bear a key, as the documents of the store and the tables give them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kg.facts.terms import PORTION, text_term
from kg.iris import UNKNOWN, Iris
from kg.resolve.authority import known_instruments, targets_of, term_at
from kg.resolve.facts import Target
from kg.resolve.match_keys import NUMBER
from kg.resolve.reading import day_of, year_in_key
from kg.store.protocol import Store
from ontology.slugs import slug


def stored_targets(store: Store, iris: Iris, keys: Iterable[str]) -> dict[str, tuple[Target, ...]]:
    """For each key the instruments known in full, from the store and the tables, by their IRIs."""
    wanted = sorted(set(keys))
    found: dict[str, Target] = {}
    for start in range(0, len(wanted), PORTION):
        portion = " ".join(text_term(key) for key in wanted[start : start + PORTION])
        rows = store.select(
            f"SELECT DISTINCT ?i ?k ?d ?t ?n WHERE {{ VALUES ?k {{ {portion} }} GRAPH ?g "
            "{ ?i dch:matchKey ?k . "
            f"OPTIONAL {{ ?i eli:date_document ?d }} OPTIONAL {{ ?i dcterms:title ?t }} "
            "OPTIONAL { ?i dch:numberKey ?n } } "
            f"FILTER(STRSTARTS(STR(?g), {text_term(iris.document_graph(''))}) && "
            f"!STRSTARTS(STR(?i), {text_term(iris.document(''))})) }}"
        )
        for row in rows:
            iri = row["i"].value
            target = found.get(iri) or _empty_target(iri, iris)
            if target is None:
                continue
            day, title, number = row["d"], row["t"], row["n"]
            found[iri] = replace(
                target,
                keys=tuple(sorted({*target.keys, row["k"].value})),
                days=target.days | ({date.fromisoformat(day.value)} if day else set()),
                titles=target.titles | ({slug(title.value)} if title else set()),
                number_year=year_in_key(number.value) if number else target.number_year,
            )
    by_key: dict[str, dict[str, Target]] = {key: {} for key in wanted}
    for key in wanted:
        for target in targets_of(key, iris):
            by_key[key][target.iri] = target
    for iri, target in found.items():
        for key in target.keys:
            if key in by_key:
                by_key[key][iri] = with_table(target, iris)
    return {key: tuple(target for _, target in sorted(targets.items())) for key, targets in by_key.items()}


def _empty_target(iri: str, iris: Iris) -> Target | None:
    path = iris.parse(iri)
    if path is None:
        return None
    return Target(
        iri, path.type, frozenset(path.body.split("--")) - {UNKNOWN}, (), year=path.year, in_store=True
    )


def with_table(target: Target, iris: Iris) -> Target:
    """The target with what the tables know of it; their date counts alone."""
    known = known_instruments().get(iris.id_of(target.iri))
    if known is None:
        return replace(target, term=_party_term(target))
    day = day_of(known.naming.date or "")
    days = frozenset({day}) if day else target.days
    full = replace(target, days=days, effective=known.effective, expired=known.expired, in_table=True)
    titles = full.titles | ({slug(known.naming.title)} if known.naming.title else set())
    return replace(full, titles=titles, term=_party_term(full))


def _party_term(target: Target) -> str | None:
    party = any(key.startswith(NUMBER) and key.endswith("-tw") for key in target.keys)
    return term_at(target.first_day) if party else None
