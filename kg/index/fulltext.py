"""Texts in which words are found: a file of SQLite's FTS5, each text in it twice.

Once as it is written, and once folded, without diacritics. FTS5 takes the marks off but leaves the đ, which
is made a d here. It says only which texts have all words of a query, in the order of the texts.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Literal

import numpy as np

from kg.index.strings import Array

Letters = Literal["written", "folded"]

# Only whether a word occurs matters here: without places the tables are a third of the size, and without the
# lengths of texts they are made in a fifth less time. 32 MiB are gathered before anything is written: the
# fewer pieces are merged in the end, the less it costs.
_TABLE = """
CREATE VIRTUAL TABLE {letters} USING fts5 (
    text, content = '', detail = none, columnsize = 0, prefix = '{prefix}',
    tokenize = "unicode61 remove_diacritics {fold}"
);
INSERT INTO {letters} ({letters}, rank) VALUES ('hashsize', 33554432);
"""
_FOLD: dict[Letters, int] = {"written": 0, "folded": 2}

# All in one statement: other threads run meanwhile. Row by row, SQLite would wait after each for its turn in
# the interpreter, and take as long as they and it one after the other.
_INSERT = "INSERT INTO {letters} (rowid, text) SELECT ? + key, value FROM json_each(?)"
_CHUNK = 100_000
"""Texts of one statement: what it has taken in is written when it ends, and merged with the rest later."""

_WORD = re.compile(r"[^\W_]+")


def write_texts(path: Path, texts: Iterable[str], prefix: str = "") -> None:
    """Write the file `path`; a text's number is its place among `texts`.

    `prefix` names the lengths ("1 2 3") up to which unfinished words are found as fast as whole ones.
    """
    path.unlink(missing_ok=True)
    rest, first = map(_plain, texts), 0
    with closing(sqlite3.connect(path)) as db:
        # What is half written when the machine stops is written anew; nobody reads it before.
        db.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;")
        for letters, fold in _FOLD.items():
            db.executescript(_TABLE.format(letters=letters, prefix=prefix, fold=fold))
        while rows := list(islice(rest, _CHUNK)):
            count, table = len(rows), json.dumps(rows, ensure_ascii=False)
            # Of tens of megabytes there is but one copy at a time.
            rows.clear()
            db.execute(_INSERT.format(letters="written"), (first, table))
            table = _without_strokes(table)
            db.execute(_INSERT.format(letters="folded"), (first, table))
            first += count
        for letters in _FOLD:
            db.execute(f"INSERT INTO {letters} ({letters}) VALUES ('optimize')")
        db.commit()


class FullText:
    """Such a file, open for reading."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)

    def having(
        self, words: Sequence[str], letters: Letters, limit: int, *, unfinished: bool = False
    ) -> Array:
        """The first `limit` texts that have all words, the last word or what begins so where `unfinished`."""
        match = _match(words, letters) + ("*" if unfinished else "")
        # One long row costs half of thousands of short ones, and gives way to other threads but once.
        query = (
            "SELECT group_concat(rowid) FROM "
            f"(SELECT rowid FROM {letters} WHERE {letters} MATCH ? ORDER BY rowid LIMIT ?)"
        )
        with closing(self._db.execute(query, (match, limit))) as cursor:
            (joined,) = cursor.fetchone()
        return np.sort(np.fromstring(joined or "", dtype=np.int64, sep=","))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


class FullTexts:
    """Such files one after the other, their texts numbered through."""

    def __init__(self, files: Sequence[FullText], firsts: Sequence[int]) -> None:
        """`firsts` are the numbers of the first text of each file."""
        self._files = list(zip(files, firsts, strict=True))

    def having(self, words: Sequence[str], letters: Letters, limit: int) -> Array:
        """The first `limit` texts that have all words. Files after those that have so many are not asked."""
        found = [np.empty(0, dtype=np.int64)]
        left = limit
        for file, first in self._files:
            if not left:
                break
            found.append(file.having(words, letters, left) + first)
            left -= len(found[-1])
        return np.concatenate(found)

    def close(self) -> None:
        """Let go of the files."""
        for file, _ in self._files:
            file.close()


def words_of(text: str) -> list[str]:
    """The words of a text or a query, as they are written."""
    return _WORD.findall(_plain(text))


def _match(words: Sequence[str], letters: Letters) -> str:
    """An FTS5 query for all words."""
    written = map(_without_strokes, words) if letters == "folded" else words
    return " AND ".join(f'"{word}"' for word in written)


def _without_strokes(text: str) -> str:
    # A table of translations takes a hundred times as long where letters are not ASCII.
    return text.replace("đ", "d").replace("Đ", "D")


def _plain(text: str) -> str:
    # In JSON some versions of SQLite take a zero for the end of the text.
    return unicodedata.normalize("NFC", text).replace("\0", " ")
