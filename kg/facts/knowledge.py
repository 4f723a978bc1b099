"""What is known of instruments while one pass runs: asked of the tables, then of the store, once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

import ontology
from kg import vocab
from kg.facts.force import Force, effect_statements, force
from kg.facts.terms import iri_term, portions, values
from kg.iris import Iris
from kg.resolve.authority import KnownInstrument, known_instruments
from kg.store.protocol import Store

_OWN_TEXT = 10**6
"""The weight of an instrument's own text against that of those who cite it."""


class Knowledge:
    """Dates and names of instruments, remembered while the object lives: the store must not change."""

    def __init__(self, store: Store, iris: Iris) -> None:
        self._store = store
        self._iris = iris
        self._days: dict[str, date | None] = {}
        self._own_days: dict[str, date | None] = {}
        self._forces: dict[str, Force] = {}
        self._names: dict[str, str] = {}

    def row(self, instrument: str) -> KnownInstrument | None:
        """The instrument's row in the tables."""
        return known_instruments().get(self._iris.id_of(instrument))

    def gather(self, instruments: Iterable[str]) -> None:
        """Ask for many instruments at once."""
        new = {iri for iri in instruments if iri not in self._days}
        stated = effect_statements(self._store, self._iris, new)
        self._forces |= {iri: force(self.row(iri), stated.get(iri, ())) for iri in new}
        votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for iri in new:
            row = self.row(iri)
            self._days[iri] = date.fromisoformat(row.naming.date) if row and row.naming.date else None
        for portion in portions(iri for iri in new if self._days[iri] is None):
            # Counted apart: an OPTIONAL would be looked up once for every document that gives the date.
            for own, weight in (("", 1), ("dch:sourceDocument ?own ; ", _OWN_TEXT)):
                rows = self._store.select(
                    f"SELECT ?i ?d (COUNT(*) AS ?n) WHERE {{ {values('i', portion)} "
                    f"GRAPH ?g {{ ?i {own}eli:date_document ?d }} }} GROUP BY ?i ?d"
                )
                for found in rows:
                    votes[found["i"].value][found["d"].value] += int(found["n"].value) * weight
        for iri, said in votes.items():
            day = min(said, key=lambda text: (-said[text], text))
            self._days[iri] = date.fromisoformat(day)
            self._own_days[iri] = date.fromisoformat(day) if said[day] >= _OWN_TEXT else None

    def day(self, instrument: str) -> date | None:
        """The date: that of the tables, of the own text, else the one that most documents give."""
        if instrument not in self._days:
            self.gather([instrument])
        return self._days[instrument]

    def sure_day(self, instrument: str) -> date | None:
        """The date by the tables or by the instrument's own text: what a mention can be held against."""
        day, row = self.day(instrument), self.row(instrument)
        return day if row and row.naming.date else self._own_days.get(instrument)

    def force(self, instrument: str) -> Force:
        """From when to when it has effect, as far as anyone knows."""
        if instrument not in self._forces:
            self.gather([instrument])
        return self._forces[instrument]

    def name(self, instrument: str) -> str:
        """Type and number, else type and title, else its id."""
        if instrument not in self._names:
            self._names[instrument] = self._ask_name(instrument)
        return self._names[instrument]

    def _ask_name(self, instrument: str) -> str:
        row, path = self.row(instrument), self._iris.parse(instrument)
        if row:
            return f"{row.naming.type} {row.naming.number or row.naming.title}"
        type_ = _type_names().get(path.type, "") if path else ""
        for property_ in (vocab.ID_LOCAL, vocab.TITLE):
            rows = self._store.select(f"SELECT DISTINCT ?v WHERE {{ {iri_term(instrument)} {property_} ?v }}")
            name = min((value.value for (value,) in rows), default="")
            if name:
                return name if name.startswith(type_) else f"{type_} {name}".strip()
        return self._iris.id_of(instrument)


@cache
def _type_names() -> dict[str, str]:
    named = {kind.slug: kind.name for kind in ontology.named_kinds()}
    return named | {kind.slug: kind.name for kind in ontology.document_types()}
