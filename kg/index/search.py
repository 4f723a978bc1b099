"""Full-text search over instruments: number, title, type and body, in SQLite's FTS5.

Every row is indexed twice: as written, in lower case, and folded (no tone marks, đ as d: FTS5 folds the marks
but not the đ). A query in plain ASCII looks at the folded text; a query with diacritics too, and hits that
have them as written come first.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

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

# How often an instrument is cited breaks ties of relevance; numbers that agree outrank all words.
_FIND = """
SELECT iri,
       bm25(words, 1.0, 1.0) - 0.5 * ln(1 + cited) - (CASE WHEN number_key = :number THEN 1000 ELSE 0 END)
         - (CASE WHEN words.rowid IN (SELECT rowid FROM words WHERE words MATCH :written) THEN 100 ELSE 0 END)
         AS rank,
       words.rowid IN (SELECT rowid FROM words WHERE words MATCH :written) AS exact
FROM words JOIN instruments ON instruments.row = words.rowid
WHERE words MATCH :folded
ORDER BY rank, iri
LIMIT :limit OFFSET :offset
"""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: the higher `score` the better; `exact` where the words agree with their diacritics."""

    iri: str
    score: float
    exact: bool


def build_search(path: Path, instruments: Iterable[tuple[InstrumentRef, int]]) -> None:
    """Write the search file at `path` for instruments and how often each is cited."""
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
        """Matches of all words of `query`, the last one as the beginning of a word too, and their number."""
        folded = _match("folded", _folded(query))
        if not folded:
            return (), 0
        written = _match("written", _written(query))
        values = {
            "folded": folded,
            "written": written,
            "number": number_slug(query),
            "limit": limit,
            "offset": offset,
        }
        with closing(self._db.execute(_FIND, values)) as cursor:
            matches = tuple(Match(iri, -rank, bool(exact)) for iri, rank, exact in cursor)
        count = "SELECT COUNT(*) FROM words WHERE words MATCH ?"
        with closing(self._db.execute(count, (folded,))) as cursor:
            total: int = cursor.fetchone()[0]
        return matches, total

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
