"""Full-text search over instruments (number, type, title, body) and over the sentences that are evidence.

A query looks at texts without diacritics, so they may be left out; what has them as the query has them comes
first (`kg.index.fulltext`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

import ontology
from kg.index.fulltext import FullText, FullTexts, words_of, write_texts
from kg.index.names import Names
from kg.index.parts import folders_of
from kg.index.strings import Array, StringTable
from kg.iris import number_slug

_PREFIX = "1 2 3 4 5 6 7"
"""As long as a Vietnamese word gets: else all words that begin so are merged at each query."""
RANKED = 1_000
"""Instruments that match by name are ranked among each other up to here; those after them follow by how often
they are cited. Where fewer match by name, sentences are searched too."""
SENTENCES = 2_000
"""Sentences that are looked at: those as written, and as many without regard to diacritics."""
COUNTED = 10_000
"""Matches are counted up to here: what matches more is no answer to anything."""

_CHUNK = 10_000


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: the higher `score` the better; `exact` where the words agree with their diacritics.

    `sentence` is the number of the sentence that has the words, where the instrument's own names do not: the
    instrument is then the one whose text it stands in.
    """

    node: int
    score: float
    exact: bool
    sentence: int | None = None


def write_name_search(folder: Path, names: Names, ordered: Array, cited: Array) -> None:
    """Write the search of a generation's instruments into its folder.

    `ordered` are the nodes of the instruments to be found, the most cited first, `cited` how often each is.
    """
    numbers, titles = names.numbers.take(ordered), names.titles.take(ordered)
    types = [names.types[code] for code in names.type_codes[ordered].tolist()]
    issuers = [names.issuers[code] for code in names.issuer_codes[ordered].tolist()]
    own = [" ".join(filter(None, said)) for said in zip(numbers, types, titles, issuers, strict=True)]
    found_by = map(_findable, own, numbers, issuers)
    write_texts(folder / "names.sqlite", found_by, _PREFIX)
    np.save(folder / "search.nodes.npy", ordered.astype(np.int32))
    np.save(folder / "search.cited.npy", cited.astype(np.int64))
    np.save(folder / "search.lengths.npy", np.array([len(words_of(said)) for said in own], dtype=np.int32))


def write_sentence_search(part: Path) -> None:
    """Write the search of a part's sentences into its folder, where the sentences are."""
    write_texts(part / "sentences.sqlite", _all(StringTable(part, "sentences")))


def sentence_search(index: Path, firsts: Sequence[int]) -> FullTexts:
    """The search of the sentences of all parts of an index, open for reading; `firsts`: the first of each."""
    return FullTexts([FullText(part / "sentences.sqlite") for part in folders_of(index)], firsts)


def _all(table: StringTable) -> Iterator[str]:
    for start in range(0, len(table), _CHUNK):
        yield from table.take(np.arange(start, min(start + _CHUNK, len(table))))


def _findable(own_names: str, number: str, issuer: str) -> str:
    """An instrument's names with other ways to write them: short names of its body, 5 as 05."""
    numeral = number_slug(number).partition("-")[0] if number else ""
    return " ".join(filter(None, (own_names, numeral, numeral.lstrip("0"), _aliases().get(issuer, ""))))


@cache
def _aliases() -> dict[str, str]:
    return {body.name: " ".join(body.aliases) for body in ontology.bodies()}
