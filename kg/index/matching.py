"""Finding what matches a query in the search of one generation, which `kg.index.search` writes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from kg.index.citations import CitationIndex
from kg.index.fulltext import FullText, words_of
from kg.index.mapping import mapped
from kg.index.search import COUNTED, RANKED, SENTENCES, Match, sentence_search
from kg.index.strings import Array


class _Found(NamedTuple):
    """Matches in their order, as columns: of thousands that are ranked and counted, a page is shown."""

    nodes: Array
    scores: Array
    exact: Array
    sentences: Array | None = None

    def page(self, begin: int, end: int) -> list[Match]:
        place = slice(begin, end)
        nodes = self.nodes[place].tolist()
        sentences = [None] * len(nodes) if self.sentences is None else self.sentences[place].tolist()
        columns = zip(nodes, self.scores[place].tolist(), self.exact[place].tolist(), sentences, strict=True)
        return [Match(node, round(score, 3), exact, sentence) for node, score, exact, sentence in columns]


class SearchIndex:
    """The search of one generation, open for reading."""

    def __init__(self, folder: Path, index: CitationIndex) -> None:
        """Open what was written into the folder of `index`."""
        self._names = FullText(folder / "names.sqlite")
        self._sentences = sentence_search(folder, index.citations.sentences.firsts)
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
        folded = self._names.having(words, "folded", COUNTED, unfinished=True)
        if offset >= RANKED and len(folded) > RANKED:
            nodes = self._nodes[folded[offset : offset + limit]]
            return tuple(Match(node, 0.0, exact=False) for node in nodes.tolist()), len(folded)
        named = self._by_name(query, words, folded[:RANKED])
        found, total = named.page(offset, offset + limit), len(named.nodes)
        if total < RANKED:
            begin, end = max(offset - total, 0), max(offset + limit - total, 0)
            quoted = self._by_sentence(words, named.nodes, shown=end > 0)
            found += quoted.page(begin, end)
            total += len(quoted.nodes)
        return tuple(found), max(total, len(folded))

    def _by_name(self, query: str, words: list[str], folded: Array) -> _Found:
        written = self._names.having(words, "written", RANKED, unfinished=True)
        rows = np.union1d(folded, written)
        nodes = self._nodes[rows]
        exact = np.zeros(len(rows), dtype=bool)
        exact[np.searchsorted(rows, written)] = True
        number = self._marked(self._index.canonical[self._index.names.by_number(query)])[nodes]
        share = len(words) / np.maximum(self._lengths[rows], len(words))
        scores = 10 * share + 0.5 * np.log1p(self._cited[rows]) + 100 * exact + 1_000 * number
        order = np.lexsort((nodes, -scores))
        return _Found(nodes[order], scores[order], exact[order])

    def _by_sentence(self, words: list[str], known: Array, *, shown: bool) -> _Found:
        """Instruments in whose text a sentence has the words: those with its diacritics first.

        Where they are counted but not `shown`, nobody looks which have the diacritics.
        """
        rows = self._sentences.having(words, "folded", SENTENCES)
        written = rows[:0]
        if shown or len(rows) == SENTENCES:
            written = self._sentences.having(words, "written", SENTENCES)
            others = np.setdiff1d(rows, written) if len(written) < SENTENCES else rows[:0]
            rows = np.concatenate((written, others))
        own = self._index.document_self[self._index.citations.sentence_document[rows]]
        (places,) = np.nonzero((own >= 0) & ~self._marked(known)[own])
        _, first = np.unique(own[places], return_index=True)
        first = np.sort(places[first])
        return _Found(own[first], np.zeros(len(first)), first < len(written), rows[first])

    def _marked(self, nodes: Array) -> Array:
        """For each node of the index whether it is one of these."""
        marked = np.zeros(len(self._index.canonical), dtype=bool)
        marked[nodes] = True
        return marked

    def close(self) -> None:
        """Let go of the files."""
        self._names.close()
        self._sentences.close()
