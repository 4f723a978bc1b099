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

# Only whether a word occurs matters here: without places the tables are a third of the size.
_TABLE = """
CREATE VIRTUAL TABLE {name} USING fts5 (
    text, content = '', detail = none, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics {fold}"
);
"""
_FOLD = {"written": 0, "folded": 2}
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
_D = str.maketrans("đĐ", "dD")


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
        for texts in ("names", "sentences"):
            for letters, fold in _FOLD.items():
                db.execute(_TABLE.format(name=f"{texts}_{letters}", fold=fold))
        for start in range(0, len(ordered), _CHUNK):
            refs = names.refs(ordered[start : start + _CHUNK])
            lengths.extend(len(_words(_own_names(ref))) for ref in refs)
            _insert(db, "names", start, map(_findable, refs))
        for start in range(0, len(table.sentences), _CHUNK):
            numbers = np.arange(start, min(start + _CHUNK, len(table.sentences)))
            _insert(db, "sentences", start, table.sentences.take(numbers))
        for texts in ("names", "sentences"):
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
        """Matches of all words of `query`, the last one as the beginning of a word too, and their number.

        First come instruments with this number, then those whose names have the words with their diacritics,
        then the other names, then those with the words in a sentence of their text. What has fewer other
        words and is cited more often precedes among equals. Counts end at COUNTED.
        """
        words = _words(_plain(query))
        if not words:
            return (), 0
        if offset >= RANKED:
            total = self._count(words)
            if total > RANKED:
                rows = self._rows("names", "folded", words, limit, offset)
                return tuple(Match(node, 0.0, exact=False) for node in self._nodes[rows].tolist()), total
        found = self._by_name(query, words)
        if len(found) < RANKED:
            found += self._by_sentence(words, {match.node for match in found})
            return tuple(found[offset : offset + limit]), len(found)
        return tuple(found[offset : offset + limit]), max(len(found), self._count(words))

    def _by_name(self, query: str, words: list[str]) -> list[Match]:
        written = self._rows("names", "written", words, RANKED)
        rows = np.union1d(self._rows("names", "folded", words, RANKED), written)
        numbered = np.unique(self._index.canonical[self._index.names.by_number(query)])
        nodes = self._nodes[rows]
        exact, number = np.isin(rows, written), np.isin(nodes, numbered)
        share = len(words) / np.maximum(self._lengths[rows], len(words))
        scores = 10 * share + 0.5 * np.log1p(self._cited[rows]) + 100 * exact + 1_000 * number
        order = np.lexsort((nodes, -scores))
        return [
            Match(node, round(score, 3), is_exact)
            for node, score, is_exact in zip(
                nodes[order].tolist(), scores[order].tolist(), exact[order].tolist(), strict=True
            )
        ]

    def _by_sentence(self, words: list[str], known: set[int]) -> list[Match]:
        """Instruments in whose text a sentence has the words: those with its diacritics first."""
        written = self._rows("sentences", "written", words, SENTENCES)
        folded = self._rows("sentences", "folded", words, SENTENCES)
        rows = np.concatenate((written, np.setdiff1d(folded, written)))
        own = self._index.document_self[self._index.citations.sentence_document[rows]]
        _, first = np.unique(own, return_index=True)
        first.sort()
        return [
            Match(node, 0.0, place < len(written), row)
            for node, row, place in zip(
                own[first].tolist(), rows[first].tolist(), first.tolist(), strict=True
            )
            if node >= 0 and node not in known
        ]

    def _rows(self, texts: _Texts, letters: _Letters, words: list[str], limit: int, offset: int = 0) -> Array:
        """The rows that have all words, in their order."""
        table = f"{texts}_{letters}"
        query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT ? OFFSET ?"
        with closing(self._db.execute(query, (_match(words, letters), limit, offset))) as cursor:
            return np.array([row for (row,) in cursor], dtype=np.int64)

    def _count(self, words: list[str]) -> int:
        query = "SELECT COUNT(*) FROM (SELECT 1 FROM names_folded WHERE names_folded MATCH ? LIMIT ?)"
        with closing(self._db.execute(query, (_match(words, "folded"), COUNTED))) as cursor:
            (count,) = cursor.fetchone()
        return int(count)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _insert(db: sqlite3.Connection, texts: _Texts, start: int, strings: Iterable[str]) -> None:
    rows = list(enumerate(map(_plain, strings), start))
    db.executemany(f"INSERT INTO {texts}_written (rowid, text) VALUES (?, ?)", rows)
    db.executemany(f"INSERT INTO {texts}_folded (rowid, text) VALUES (?, ?)", _folded(rows))


def _folded(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return ((row, text.translate(_D)) for row, text in rows)


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


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _match(words: list[str], letters: _Letters) -> str:
    """An FTS5 query for all words, the last as the beginning of one."""
    quoted = [f'"{word.translate(_D) if letters == "folded" else word}"' for word in words]
    return " AND ".join(quoted) + "*"
