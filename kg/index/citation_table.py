"""Every citation with its sentence, by number: read at once where the store would be asked for each property.

Citations are numbered in the order of documents and of the text in each; sentences likewise, one for all the
citations that it bears out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.index.codes import Codes, write_codes
from kg.index.mapping import mapped
from kg.index.part_rows import SENTENCE, TERM_COLUMNS, PartRows, read_rows
from kg.index.parts import folders_of
from kg.index.relations import RELATIONS
from kg.index.strings import Array, StringTable, StringTables
from kg.index.tally import SUBJECT, VALUE
from kg.packed import COLUMNS, SENTENCE_COLUMNS

_REPEATING = ("kind", "method", "pinpoint", "place", "issuer_as_written")
"""Columns of strings that few citations have to themselves."""

_WRITTEN_AS = {
    "start": np.int32, "end": np.int32, "repeat": np.uint16, "inverse": np.uint8, "sentence": np.int32,
    "sentence_start": np.int32, "sentence_end": np.int32,
}  # fmt: skip
"""The kind of number of columns that are written as documents have them."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What all documents state, as far as it is not written yet: `terms` are the strings that rows number.

    A row for each citation is what edges are made of. `descriptions` counts what the documents of each part
    say (`kg.index.tally`). `quads` is how many statements the documents have.
    """

    terms: list[str]
    document: Array
    citing: Array
    relation: Array
    cited: Array
    descriptions: Array
    quads: int


def write_citations(folder: Path, parts: Iterable[Path]) -> Stated:
    """Write the table of the citations of all parts, one after the other, all but the nodes of their ends.

    `write_nodes` adds those when the ends are numbered among all instruments. Quotes and sentences stay with
    the parts.
    """
    joined = _Joined()
    for part in parts:
        joined.add(read_rows(part))
    return joined.write(folder)


def write_nodes(folder: Path, citing: Array, cited: Array) -> None:
    """Write the nodes of the index at the ends of each citation, as the documents name them."""
    np.save(folder / "citations.citing.npy", citing)
    np.save(folder / "citations.cited.npy", cited)


class CitationTable:
    """The table of one generation, open for reading: columns by the number of the citation.

    `sentence` numbers the sentence of a citation; `sentence_start`, `sentence_end` and `sentence_document`
    are columns by that number.
    """

    def __init__(self, folder: Path) -> None:
        def column(name: str) -> Array:
            return mapped(folder / f"citations.{name}.npy")

        self._first = column("first")
        self.citing, self.cited, self.relation = column("citing"), column("cited"), column("relation")
        self.start, self.end, self.repeat = column("start"), column("end"), column("repeat")
        self.inverse, self.confidence = column("inverse"), column("confidence")
        self.sentence, self.sentence_document = column("sentence"), column("sentence_document")
        self.sentence_start, self.sentence_end = column("sentence_start"), column("sentence_end")
        parts = folders_of(folder)
        self.quotes = StringTables([StringTable(part, "quotes") for part in parts])
        self.sentences = StringTables([StringTable(part, "sentences") for part in parts])
        self.strings = {name: Codes(folder, f"citations.{name}") for name in _REPEATING}

    def __len__(self) -> int:
        return len(self.start)

    def in_document(self, document: int) -> range:
        """The citations of a document, in the order of its text."""
        return range(int(self._first[document]), int(self._first[document + 1]))

    def at(self, document: int, place: tuple[int, int, int]) -> int | None:
        """The citation of a document at this place: start, end, and which of its repeats it is."""
        rows = self.in_document(document)
        begin, end = rows.start, rows.stop
        found = (
            (self.start[begin:end] == place[0])
            & (self.end[begin:end] == place[1])
            & (self.repeat[begin:end] == place[2])
        )
        return begin + int(np.argmax(found)) if found.any() else None


class _Joined:
    """The rows of parts one after the other, numbered through."""

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._citations: list[Array] = [np.empty((0, len(COLUMNS)), dtype=np.int32)]
        self._spans: list[Array] = [np.empty((0, len(SENTENCE_COLUMNS)), dtype=np.int32)]
        self._confidences: list[Array] = [np.empty(0)]
        self._counts: list[Array] = [np.empty((0, 3), dtype=np.int32)]
        self._descriptions: list[Array] = [np.empty((0, 5), dtype=np.int32)]
        self._sentences_before = 0

    def add(self, rows: PartRows) -> None:
        """Take in the rows of the next part."""
        terms = self._terms
        numbers = np.fromiter(
            (terms.setdefault(term, len(terms)) for term in rows.terms), np.int32, len(rows.terms)
        )
        citations, descriptions = rows.citations.copy(), rows.descriptions.copy()
        citations[:, TERM_COLUMNS] = numbers[citations[:, TERM_COLUMNS]]
        citations[:, SENTENCE] += self._sentences_before
        for column in (SUBJECT, VALUE):
            descriptions[:, column] = numbers[descriptions[:, column]]
        self._sentences_before += len(rows.spans)
        self._citations.append(citations)
        self._descriptions.append(descriptions)
        self._spans.append(rows.spans)
        self._confidences.append(rows.confidences)
        self._counts.append(rows.counts)

    def write(self, folder: Path) -> Stated:
        """Write the columns, all but what `Stated` holds alone."""
        counts = np.concatenate(self._counts)
        columns = dict(zip(COLUMNS, np.concatenate(self._citations).T, strict=True))
        columns |= zip(SENTENCE_COLUMNS, np.concatenate(self._spans).T, strict=True)
        terms = list(self._terms)
        for name, kind in _WRITTEN_AS.items():
            np.save(folder / f"citations.{name}.npy", columns[name].astype(kind))
        for name in _REPEATING:
            write_codes(folder, f"citations.{name}", columns[name], terms)
        used = np.unique(columns["relation"])
        relation = np.zeros(len(terms), dtype=np.uint8)
        relation[used] = [RELATIONS.index(terms[code]) for code in used.tolist()]
        documents = np.arange(len(counts), dtype=np.int32)
        found = Stated(
            terms=terms,
            document=np.repeat(documents, counts[:, 0]),
            citing=columns["citing"],
            relation=relation[columns["relation"]],
            cited=columns["cited"],
            descriptions=np.concatenate(self._descriptions),
            quads=int(counts[:, 2].sum()),
        )
        np.save(folder / "citations.first.npy", np.append(0, np.cumsum(counts[:, 0])))
        np.save(folder / "citations.relation.npy", found.relation)
        np.save(folder / "citations.confidence.npy", np.concatenate(self._confidences))
        np.save(folder / "citations.sentence_document.npy", np.repeat(documents, counts[:, 1]))
        return found
