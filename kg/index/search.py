"""Full-text search over instruments (number, type, title, body) and over the sentences that are evidence.

SQLite's FTS5 holds each text twice: as written, and folded, without diacritics. FTS5 takes the marks off but
leaves the đ, which is made a d here. A query looks at the folded text, so diacritics may be left out; what
has them as the query has them comes first.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

import ontology
from kg.index.citation_table import CitationTable
from kg.index.citations import CitationIndex
from kg.index.names import Names
from kg.index.strings import Array, mapped
from kg.iris import number_slug
from kg.models import InstrumentRef

# Only whether a word occurs matters here: without places the tables are a third of the size. Beginnings of
# words are indexed as long as a Vietnamese word gets: else all words that begin so are merged at each query.
_TABLE = """
CREATE VIRTUAL TABLE {name} USING fts5 (
    text, content = '', detail = none, prefix = '{prefix}', tokenize = "unicode61 remove_diacritics {fold}"
);
"""
_FOLD = {"written": 0, "folded": 2}
_PREFIX = {"names": "1 2 3 4 5 6 7", "sentences": ""}
_Letters = Literal["written", "folded"]
_Texts = Literal["names", "sentences"]

RANKED = 1_000
"""Instruments that match by name are ranked among each other up to here; those after them follow by how often
they are cited. Where fewer match by name, sentences are searched too."""
SENTENCES = 2_000
"""Sentences that are looked at: those as written, and as many without regard to diacritics."""
COUNTED = 10_000
"""Matches are counted up to here: what matches more is no answer to anything."""

_CHUNK = 10_000
_WORD = re.compile(r"[^\W_]+")


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


def build_search(folder: Path, names: Names, ordered: Array, cited: Array, table: CitationTable) -> None:
    """Write the search of a generation into its folder.

    `ordered` are the nodes of the instruments to be found, the most cited first, `cited` how often each is.
    """
    path = folder / "search.sqlite"
    path.unlink(missing_ok=True)
    lengths = array("i")
    with closing(sqlite3.connect(path)) as db:
        # What is half written when the machine stops is written anew; nobody reads it before.
        db.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;")
        for texts, prefix in _PREFIX.items():
            for letters, fold in _FOLD.items():
                db.execute(_TABLE.format(name=f"{texts}_{letters}", prefix=prefix, fold=fold))
        for start in range(0, len(ordered), _CHUNK):
            refs = names.refs(ordered[start : start + _CHUNK])
            lengths.extend(len(_words(_own_names(ref))) for ref in refs)
            _insert(db, "names", start, map(_findable, refs))
        for start in range(0, len(table.sentences), _CHUNK):
            numbers = np.arange(start, min(start + _CHUNK, len(table.sentences)))
            _insert(db, "sentences", start, table.sentences.take(numbers))
        for texts in _PREFIX:
            for letters in _FOLD:
                db.execute(f"INSERT INTO {texts}_{letters} ({texts}_{letters}) VALUES ('optimize')")
        db.commit()
    np.save(folder / "search.nodes.npy", ordered.astype(np.int32))
    np.save(folder / "search.cited.npy", cited.astype(np.int64))
    np.save(folder / "search.lengths.npy", np.array(lengths))


class SearchIndex:
    """The search of one generation, open for reading."""

    def __init__(self, folder: Path, index: CitationIndex) -> None:
        """Open what `build_search` wrote into the folder of `index`."""
        path = (folder / "search.sqlite").absolute()
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
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
        words = _words(_plain(query))
        if not words:
            return (), 0
        folded = self._rows("names", "folded", words, COUNTED)
        if offset >= RANKED and len(folded) > RANKED:
            nodes = self._nodes[folded[offset : offset + limit]]
            return tuple(Match(node, 0.0, exact=False) for node in nodes.tolist()), len(folded)
        found = self._by_name(query, words, folded[:RANKED])
        if len(found) < RANKED:
            found += self._by_sentence(words, {match.node for match in found})
        return tuple(found[offset : offset + limit]), max(len(found), len(folded))

    def _by_name(self, query: str, words: list[str], folded: Array) -> list[Match]:
        written = self._rows("names", "written", words, RANKED)
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
        written = self._rows("sentences", "written", words, SENTENCES)
        rows = written
        if len(written) < SENTENCES:
            folded = self._rows("sentences", "folded", words, SENTENCES)
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

    def _rows(self, texts: _Texts, letters: _Letters, words: list[str], limit: int) -> Array:
        """The rows that have all words, in their order."""
        table = f"{texts}_{letters}"
        query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT ?"
        match = _match(words, letters) + ("*" if texts == "names" else "")
        with closing(self._db.execute(query, (match, limit))) as cursor:
            return np.array([row for (row,) in cursor], dtype=np.int64)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _insert(db: sqlite3.Connection, texts: _Texts, start: int, strings: Iterable[str]) -> None:
    rows = list(enumerate(map(_plain, strings), start))
    db.executemany(f"INSERT INTO {texts}_written (rowid, text) VALUES (?, ?)", rows)
    db.executemany(f"INSERT INTO {texts}_folded (rowid, text) VALUES (?, ?)", _folded(rows))


def _folded(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return ((row, _without_strokes(text)) for row, text in rows)


def _own_names(ref: InstrumentRef) -> str:
    return " ".join(filter(None, (ref.number, ref.type, ref.title, ref.issuer)))


def _findable(ref: InstrumentRef) -> str:
    """The instrument's names with other ways to write them: short names of its body, 5 as 05."""
    number = number_slug(ref.number).partition("-")[0] if ref.number else ""
    others = (number, number.lstrip("0"), _aliases().get(ref.issuer or "", ""))
    return " ".join(filter(None, (_own_names(ref), *others)))


@cache
def _aliases() -> dict[str, str]:
    return {body.name: " ".join(body.aliases) for body in ontology.bodies()}


def _without_strokes(text: str) -> str:
    # A table of translations takes a hundred times as long where letters are not ASCII.
    return text.replace("đ", "d").replace("Đ", "D")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _match(words: list[str], letters: _Letters) -> str:
    """An FTS5 query for all words."""
    written = map(_without_strokes, words) if letters == "folded" else words
    return " AND ".join(f'"{word}"' for word in written)
