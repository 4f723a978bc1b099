"""What is said of each instrument, settled once for all questions, open for reading."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from itertools import starmap
from pathlib import Path

import numpy as np

from kg.index.mapping import mapped
from kg.index.strings import Array, StringTable
from kg.iris import Iris, number_slug
from kg.models import InstrumentRef

_EPOCH = date(1970, 1, 1)
_MANY = 16
"""One in so many of all instruments is a large part of them, but fewer than so many never are."""
NO_DAY = int(np.iinfo(np.int32).min)
"""Stands where no day is known; days are counted from 1 January 1970."""


@lru_cache(maxsize=16_384)
def iso_day(day: int) -> str | None:
    """A day of the index as an ISO date."""
    return None if day == NO_DAY else date.fromordinal(_EPOCH.toordinal() + day).isoformat()


def day_number(text: str | None) -> int:
    """An ISO date as a day of the index, NO_DAY where it is none."""
    try:
        return (date.fromisoformat(text) - _EPOCH).days if text else NO_DAY
    except ValueError:
        return NO_DAY


class Names:
    """The names of one generation, by the number of the instrument."""

    def __init__(self, folder: Path, iris: Iris) -> None:
        # What makes an IRI an id, or one known in part, is the same for all: it is not written anew for each.
        self._before_id, self._before_partial = iris.from_id(""), iris.document("")
        self.instruments = StringTable(folder, "instruments")
        self.numbers = StringTable(folder, "numbers")
        self.titles = StringTable(folder, "titles")
        # Types and bodies are few and asked for again and again.
        self.types = StringTable(folder, "types").all()
        self.issuers = StringTable(folder, "issuers").all()
        self.type_codes = mapped(folder / "types.codes.npy")
        self.issuer_codes = mapped(folder / "issuers.codes.npy")
        self.days, self.years = mapped(folder / "days.npy"), mapped(folder / "years.npy")
        self.provinces = mapped(folder / "provinces.npy")
        self._keys, self._key_nodes = (
            StringTable(folder, "number_keys"),
            mapped(folder / "number_nodes.npy"),
        )

    @cached_property
    def partial(self) -> range:
        """The instruments that are known in part: their IRIs begin alike, so they stand together."""
        return self.instruments.starting_with(self._before_partial)

    def iris(self, nodes: Array) -> list[str]:
        """The IRIs of instruments, in the order of `nodes`.

        Who asks for a large part of all will do so again: those known in full are then kept decoded.
        """
        if _MANY * len(nodes) < len(self.instruments):
            return self.instruments.take(nodes)
        # The strings lie all over memory: numpy gathers them in half the time of a loop over a list.
        iris = self._decoded[nodes]
        (partial,) = np.nonzero((nodes >= self.partial.start) & (nodes < self.partial.stop))
        iris[partial] = self.instruments.take(nodes[partial])
        found: list[str] = iris.tolist()
        return found

    @cached_property
    def _decoded(self) -> Array:
        decoded = np.empty(len(self.instruments), dtype=object)
        for full in (slice(self.partial.start), slice(self.partial.stop, None)):
            decoded[full] = self.instruments.take(np.arange(len(decoded))[full])
        return decoded

    def ref(self, node: int) -> InstrumentRef:
        """The instrument's reference."""
        return self._ref(
            self.instruments[node],
            self.type_codes[node],
            self.numbers[node],
            self.issuer_codes[node],
            int(self.days[node]),
            int(self.years[node]),
            self.titles[node],
        )

    def refs(self, nodes: Array) -> list[InstrumentRef]:
        """The references of many instruments, in the order of `nodes`."""
        columns = zip(
            self.instruments.take(nodes),
            self.type_codes[nodes].tolist(),
            self.numbers.take(nodes),
            self.issuer_codes[nodes].tolist(),
            self.days[nodes].tolist(),
            self.years[nodes].tolist(),
            self.titles.take(nodes),
            strict=True,
        )
        return list(starmap(self._ref, columns))

    def _ref(
        self, iri: str, type_: int, number: str, issuer: int, day: int, year: int, title: str
    ) -> InstrumentRef:
        return InstrumentRef(
            iri=iri,
            id=iri.removeprefix(self._before_id),
            type=self.types[type_] or None,
            number=number or None,
            issuer=self.issuers[issuer] or None,
            date=iso_day(day),
            year=year or None,
            title=title or None,
            partial=iri.startswith(self._before_partial),
        )

    def by_number(self, number: str) -> Array:
        """The instruments that some document gives this number, its spelling apart."""
        found = self._keys.find_all(number_slug(number))
        return self._key_nodes[found.start : found.stop]
