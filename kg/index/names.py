"""What is said of each instrument, settled once for all questions, open for reading."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from kg.index.strings import StringTable, mapped
from kg.iris import Iris, number_slug
from kg.models import InstrumentRef

_EPOCH = date(1970, 1, 1)
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
        self._iris = iris
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

    def ref(self, node: int) -> InstrumentRef:
        """The instrument's reference."""
        iri = self.instruments[node]
        day = int(self.days[node])
        return InstrumentRef(
            iri=iri,
            id=self._iris.id_of(iri),
            type=self.types[self.type_codes[node]] or None,
            number=self.numbers[node] or None,
            issuer=self.issuers[self.issuer_codes[node]] or None,
            date=iso_day(day),
            year=int(self.years[node]) or None,
            title=self.titles[node] or None,
            partial=self._iris.is_partial(iri),
        )

    def by_number(self, number: str) -> tuple[int, ...]:
        """The instruments that some document gives this number, its spelling apart."""
        key = number_slug(number)
        first = self._keys.find(key)
        if first is None:
            return ()
        last = first
        while last < len(self._keys) and self._keys[last] == key:
            last += 1
        return tuple(int(node) for node in self._key_nodes[first:last])
