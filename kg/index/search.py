"""Full-text search over instruments: number, title, type and body, in SQLite's FTS5.

Every row is indexed twice: as written, in lower case, and folded (no tone marks, đ as d: FTS5 folds the marks
but not the đ). A query in plain ASCII looks at the folded text; a query with diacritics too, and hits that
have them as written come first.
"""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.iris import number_slug
from kg.models import InstrumentRef
from ontology.slugs import slug

_SCHEMA = """
CREATE TABLE instruments (
    row INTEGER PRIMARY KEY,
    iri TEXT NOT NULL,
    number_key TEXT NOT NULL,
    cited INTEGER NOT NULL
);
CREATE INDEX instruments_by_number ON instruments (number_key);
CREATE VIRTUAL TABLE words USING fts5 (
    written, folded, content = '', tokenize = "unicode61 remove_diacritics 0"
);
"""

# Rows stand in the order of how often they are cited, so the first that match are the best known.
_FIND = """
SELECT iri, number_key, cited, bm25(words)
FROM words JOIN instruments ON instruments.row = words.rowid
WHERE words MATCH ? ORDER BY words.rowid LIMIT ? OFFSET ?
"""
_BY_NUMBER = "SELECT iri, number_key, cited, 0.0 FROM instruments WHERE number_key = ?"
_COUNT = "SELECT COUNT(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"

RANKED = 500
"""Matches that are ranked among each other; those after them follow by how often they are cited."""
COUNTED = 10_000
"""Matches are counted up to here: what matches more is no answer to anything."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: the higher `score` the better; `exact` where the words agree with their diacritics."""

    iri: str
    score: float
    exact: bool


def build_search(path: Path, instruments: Iterable[tuple[InstrumentRef, int]]) -> None:
    """Write the search file at `path` for instruments and how often each is cited, the most cited first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(_SCHEMA)
        for row, (ref, cited) in enumerate(instruments):
            key = number_slug(ref.number) if ref.number else ""
            written = _written(" ".join(filter(None, (ref.number, ref.type, ref.title, ref.issuer))))
            db.execute("INSERT INTO instruments VALUES (?, ?, ?, ?)", (row, ref.iri, key, cited))
            db.execute(
                "INSERT INTO words (rowid, written, folded) VALUES (?, ?, ?)",
                (row, written, _folded(written)),
            )
        db.execute("INSERT INTO words (words) VALUES ('optimize')")
        db.commit()


class SearchIndex:
    """A search file open for reading."""

    def __init__(self, path: Path) -> None:
        """Open the file that `build_search` wrote."""
        self._db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )

    def find(self, query: str, offset: int, limit: int) -> tuple[tuple[Match, ...], int]:
        """Matches of all words of `query`, the last one as the beginning of a word too, and their number.

        First come instruments with this number, then those that have the words with their diacritics; what
        has fewer other words and is cited more often precedes among equals. Counts end at COUNTED.
        """
        folded = _match("folded", _folded(query))
        if not folded:
            return (), 0
        written = _match("written", _written(query))
        total: int = self._rows(_COUNT, folded, COUNTED)[0][0]
        if offset >= RANKED:
            rows = self._rows(_FIND, folded, limit, offset)
            return tuple(Match(iri, 0.0, exact=False) for iri, _, _, _ in rows), total
        key = number_slug(query)
        as_written = self._rows(_FIND, written, RANKED, 0)
        exact = {row[0] for row in as_written}
        found = {
            row[0]: row
            for row in (
                *self._rows(_FIND, folded, RANKED, 0),
                *as_written,
                *self._rows(_BY_NUMBER, key),
            )
        }.values()
        matches = sorted(
            (
                Match(
                    iri,
                    -rank + 0.5 * math.log1p(cited) + 1_000 * (number == key) + 100 * (iri in exact),
                    iri in exact,
                )
                for iri, number, cited, rank in found
            ),
            key=lambda match: (-match.score, match.iri),
        )
        return tuple(matches[offset : offset + limit]), total

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with closing(self._db.execute(query, values)) as cursor:
            return cursor.fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def _written(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _folded(text: str) -> str:
    return slug(text).replace("-", " ")


def _match(column: str, text: str) -> str:
    """An FTS5 query for all words of the text in one column, the last as a prefix."""
    words = _WORD.findall(text.replace("_", " "))
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    quoted[-1] += "*"
    return f"{column} : ({' AND '.join(quoted)})"
