"""The instruments known in full that bear a key, as the documents of the store and the tables give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from pyoxigraph import NamedNode

from kg import vocab
from kg.facts.terms import PORTION, portions, text_term, values
from kg.iris import UNKNOWN, Iris
from kg.resolve.authority import known_instruments, targets_of, term_at
from kg.resolve.facts import Target
from kg.resolve.match_keys import NUMBER
from kg.resolve.reading import day_of, year_in_key
from kg.store.protocol import Store
from ontology.slugs import slug

_ASKED = (vocab.MATCH_KEY, vocab.DATE_DOCUMENT, vocab.TITLE)


class TargetTable:
    """Targets by key, each asked of the store once: what documents state must not change meanwhile.

    A well-known instrument is described by thousands of documents, so asking for its key again with every
    batch of documents would make a pass over a national store quadratic.
    """

    def __init__(self, store: Store, iris: Iris) -> None:
        self._store = store
        self._iris = iris
        self._by_key: dict[str, tuple[Target, ...]] = {}
        self._bearing: dict[str, frozenset[str]] = {}
        self._described: dict[str, Target | None] = {}

    def gather(self, keys: Iterable[str]) -> None:
        """Ask for many keys at once."""
        wanted = sorted(set(keys) - self._by_key.keys())
        self._ask_bearers(wanted)
        self._describe({iri for key in wanted for iri in self._bearing[key]})
        for key, bearing in self.bearers(wanted).items():
            self._by_key[key] = tuple(self._borne(key, sorted(bearing)))

    def of(self, keys: Iterable[str]) -> dict[str, tuple[Target, ...]]:
        """For each key the instruments known in full, from the store and the tables, by their IRIs."""
        wanted = set(keys)
        self.gather(wanted)
        return {key: self._by_key[key] for key in sorted(wanted)}

    def bearers(self, keys: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each key the IRIs of these instruments."""
        wanted = sorted(set(keys))
        self._ask_bearers(wanted)
        return {
            key: self._bearing[key].union(target.iri for target in targets_of(key, self._iris))
            for key in wanted
        }

    def of_one_year(self, keys: Iterable[str]) -> list[tuple[Target, ...]]:
        """These instruments of each key and year, where they are several: of no others more is asked."""
        several = [
            (key, group)
            for key, bearing in self.bearers(keys).items()
            for group in _by_year(bearing, self._iris)
            if len(group) > 1
        ]
        self._describe({iri for key, group in several for iri in self._bearing[key].intersection(group)})
        return [tuple(self._borne(key, group)) for key, group in several]

    def _borne(self, key: str, instruments: Iterable[str]) -> Iterator[Target]:
        listed = {target.iri: target for target in targets_of(key, self._iris)}
        for iri in instruments:
            described = self._described[iri] if iri in self._bearing[key] else None
            if target := described or listed.get(iri):
                yield target

    def _ask_bearers(self, keys: Iterable[str]) -> None:
        new = [key for key in keys if key not in self._bearing]
        found: dict[str, set[str]] = {key: set() for key in new}
        for start in range(0, len(new), PORTION):
            portion = " ".join(text_term(key) for key in new[start : start + PORTION])
            rows = self._store.select(
                f"SELECT DISTINCT ?k ?i WHERE {{ VALUES ?k {{ {portion} }} GRAPH ?g {{ ?i dch:matchKey ?k }} "
                f"{self._stated()} }}"
            )
            for key, instrument in rows:
                if not self._iris.is_partial(instrument.value):
                    found[key.value].add(instrument.value)
        self._bearing |= {key: frozenset(bearing) for key, bearing in found.items()}

    def _describe(self, instruments: Iterable[str]) -> None:
        new = {iri for iri in instruments if iri not in self._described}
        said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for portion in portions(new):
            # Each property by itself: of two lists of values engines try every pair, over all graphs.
            for property_ in _ASKED:
                rows = self._store.select(
                    f"SELECT DISTINCT ?i ?v WHERE {{ {values('i', portion)} "
                    f"GRAPH ?g {{ ?i {property_} ?v }} {self._stated()} }}"
                )
                for instrument, value in rows:
                    said[instrument.value][property_.value].add(value.value)
        for iri in new:
            self._described[iri] = _target(iri, said[iri], self._iris)

    def _stated(self) -> str:
        """Only what documents state counts here, not what follows from them."""
        derived = (self._iris.graph(name) for name in (vocab.AUTHORITY_GRAPH, vocab.RESOLUTION_GRAPH))
        return f"FILTER(?g NOT IN ({', '.join(str(NamedNode(graph)) for graph in derived)}))"


def _by_year(instruments: Iterable[str], iris: Iris) -> Iterable[list[str]]:
    groups: dict[int | None, list[str]] = defaultdict(list)
    for iri in sorted(instruments):
        if path := iris.parse(iri):
            groups[path.year].append(iri)
    return groups.values()


def stored_targets(store: Store, iris: Iris, keys: Iterable[str]) -> dict[str, tuple[Target, ...]]:
    """For each key the instruments known in full, from the store and the tables, by their IRIs."""
    return TargetTable(store, iris).of(keys)


def _target(iri: str, said: Mapping[str, set[str]], iris: Iris) -> Target | None:
    path = iris.parse(iri)
    if path is None:
        return None
    target = Target(
        iri,
        path.type,
        frozenset(path.body.split("--")) - {UNKNOWN},
        tuple(sorted(said[vocab.MATCH_KEY.value])),
        number_year=year_in_key(path.name),
        year=path.year,
        days=frozenset(map(date.fromisoformat, said[vocab.DATE_DOCUMENT.value])),
        titles=frozenset(map(slug, said[vocab.TITLE.value])),
        in_store=True,
    )
    return with_table(target, iris)


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
