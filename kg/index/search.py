"""Full-text search over instruments (number, type, title, body) and over the sentences that are evidence.

A query looks at texts without diacritics, so they may be left out; what has them as the query has them comes
first (`kg.index.fulltext`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

import ontology
from kg.index.citations import CitationIndex
from kg.index.fulltext import FullText, Letters, words_of, write_texts
from kg.index.names import Names
from kg.index.strings import Array, StringTable, mapped
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


def write_sentence_search(folder: Path) -> None:
    """Write the search of a generation's sentences, whose table is in its folder already."""
    write_texts(folder / "sentences.sqlite", _all(StringTable(folder, "sentences")))


def _all(table: StringTable) -> Iterator[str]:
    for start in range(0, len(table), _CHUNK):
        yield from table.take(np.arange(start, min(start + _CHUNK, len(table))))


class SearchIndex:
    """The search of one generation, open for reading."""

    def __init__(self, folder: Path, index: CitationIndex) -> None:
        """Open what was written into the folder of `index`."""
        self._names, self._sentences = (
            FullText(folder / "names.sqlite"),
            FullText(folder / "sentences.sqlite"),
        )
        self._index = index
        self._nodes = mapped(folder / "search.nodes.npy")
        self._cited = mapped(folder / "search.cited.npy")
        self._lengths = mapped(folder / "search.lengths.npy")

    def find(self, query: str, offset: int, limit: int) -> tuple[tuple[Match, ...], int]:
        """Matches of all words of `query`, and their number; in names the last may be the beginning of one.

        First come instruments with this number, then those whose names have the words with their diacritics,
        then the other names, then those with the words in a sentence of their text. What has fewer other
        words and is cited more often precedes among equals. Counts end at COUNTED.
        """
        words = words_of(query)
        if not words:
            return (), 0
        folded = self._named(words, "folded", COUNTED)
        if offset >= RANKED and len(folded) > RANKED:
            nodes = self._nodes[folded[offset : offset + limit]]
            return tuple(Match(node, 0.0, exact=False) for node in nodes.tolist()), len(folded)
        found = self._by_name(query, words, folded[:RANKED])
        if len(found) < RANKED:
            found += self._by_sentence(words, {match.node for match in found})
        return tuple(found[offset : offset + limit]), max(len(found), len(folded))

    def _by_name(self, query: str, words: list[str], folded: Array) -> list[Match]:
        written = self._named(words, "written", RANKED)
        rows = np.union1d(folded, written)
        numbered = np.unique(self._index.canonical[self._index.names.by_number(query)])
        nodes = self._nodes[rows]
        exact, number = np.isin(rows, written), np.isin(nodes, numbered)
        share = len(words) / np.maximum(self._lengths[rows], len(words))
        scores = 10 * share + 0.5 * np.log1p(self._cited[rows]) + 100 * exact + 1_000 * number
        order = np.lexsort((nodes, -scores))
        columns = zip(nodes[order].tolist(), scores[order].tolist(), exact[order].tolist(), strict=True)
        return [Match(node, round(score, 3), is_exact) for node, score, is_exact in columns]

    def _by_sentence(self, words: list[str], known: set[int]) -> list[Match]:
        """Instruments in whose text a sentence has the words: those with its diacritics first."""
        written = self._sentences.having(words, "written", SENTENCES)
        rows = written
        if len(written) < SENTENCES:
            folded = self._sentences.having(words, "folded", SENTENCES)
            rows = np.concatenate((written, np.setdiff1d(folded, written)))
        own = self._index.document_self[self._index.citations.sentence_document[rows]]
        _, first = np.unique(own, return_index=True)
        first.sort()
        columns = zip(own[first].tolist(), rows[first].tolist(), first.tolist(), strict=True)
        return [
            Match(node, 0.0, place < len(written), row)
            for node, row, place in columns
            if node >= 0 and node not in known
        ]

    def _named(self, words: list[str], letters: Letters, limit: int) -> Array:
        return self._names.having(words, letters, limit, unfinished=True)

    def close(self) -> None:
        """Let go of the files."""
        self._names.close()
        self._sentences.close()


def _findable(own_names: str, number: str, issuer: str) -> str:
    """An instrument's names with other ways to write them: short names of its body, 5 as 05."""
    numeral = number_slug(number).partition("-")[0] if number else ""
    return " ".join(filter(None, (own_names, numeral, numeral.lstrip("0"), _aliases().get(issuer, ""))))


@cache
def _aliases() -> dict[str, str]:
    return {body.name: " ".join(body.aliases) for body in ontology.bodies()}
