"""Every citation with its sentence, by number: read at once where the store would be asked for each property.

Citations are numbered in the order of documents and of the text in each; sentences likewise, one for all the
citations that it bears out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from kg.index.codes import Codes, write_codes
from kg.index.relations import RELATIONS
from kg.index.strings import Array, StringTable, StringWriter, mapped
from kg.packed import COLUMNS, SENTENCE_COLUMNS, TERMS, PackedDocument, joined

_TERMS = [COLUMNS.index(name) for name in TERMS]
_SENTENCE = COLUMNS.index("sentence")
_REPEATING = ("kind", "method", "pinpoint", "place", "issuer_as_written")
"""Columns of strings that few citations have to themselves."""

_WRITTEN_AS = {
    "start": np.int32, "end": np.int32, "repeat": np.uint16, "inverse": np.uint8, "sentence": np.int32,
    "sentence_start": np.int32, "sentence_end": np.int32,
}  # fmt: skip
"""The kind of number of columns that are written as documents have them."""

_CHUNK = 2_000
"""Documents that are joined at a time: what is packed of them is in memory at once."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What all documents state, as far as it is not written yet: `terms` are the strings that rows number.

    A row for each citation is what edges are made of. `descriptions` has a row (subject, property, value,
    document) for each statement of `kg.described`. `quads` is how many statements the documents have.
    """

    terms: list[str]
    document: Array
    citing: Array
    relation: Array
    cited: Array
    descriptions: Array
    quads: int


def write_citations(folder: Path, documents: Iterable[PackedDocument]) -> Stated:
    """Write the table of all documents' citations, document by document, all but the nodes of their ends.

    `write_nodes` adds those when the ends are numbered among all instruments.
    """
    rest = iter(documents)
    with StringWriter(folder, "quotes") as quotes, StringWriter(folder, "sentences") as sentences:
        writer = _Writer(quotes, sentences)
        while chunk := list(islice(rest, _CHUNK)):
            writer.add(chunk)
    return writer.finish(folder)


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
        self.quotes, self.sentences = StringTable(folder, "quotes"), StringTable(folder, "sentences")
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


class _Writer:
    """Takes the citations in; texts go to disk as they come, numbers are kept until the end."""

    def __init__(self, quotes: StringWriter, sentences: StringWriter) -> None:
        self._quotes = quotes
        self._sentences = sentences
        self._terms: dict[str, int] = {}
        self._citations: list[Array] = [np.empty((0, len(COLUMNS)), dtype=np.int32)]
        self._spans: list[Array] = [np.empty((0, len(SENTENCE_COLUMNS)), dtype=np.int32)]
        self._confidences: list[Array] = [np.empty(0)]
        self._counts: list[Array] = [np.empty((0, 2), dtype=np.int64)]
        self._descriptions: list[Array] = [np.empty((0, 4), dtype=np.int32)]
        self._sentences_before = self._documents_before = 0
        self._quads = 0

    def add(self, documents: Sequence[PackedDocument]) -> None:
        """Take in the citations of some documents."""
        rows = joined(documents)
        citations = np.frombuffer(rows.citations, "<i4").reshape(-1, len(COLUMNS)).copy()
        spans = np.frombuffer(rows.sentences, "<i4").reshape(-1, len(SENTENCE_COLUMNS))
        count = _sizes((document.citations for document in documents), len(COLUMNS))
        sentences = _sizes((document.sentences for document in documents), len(SENTENCE_COLUMNS))
        terms = _sizes((document.term_letters for document in documents), 1)
        numbers, terms_before = self._numbers(rows), _before(terms)
        citations[:, _TERMS] = numbers[citations[:, _TERMS] + np.repeat(terms_before, count)[:, None]]
        said = np.frombuffer(rows.descriptions, "<i4").reshape(-1, 3)
        document = np.repeat(
            np.arange(len(documents)), _sizes((document.descriptions for document in documents), 3)
        )
        subjects, values = (numbers[said[:, place] + terms_before[document]] for place in (0, 2))
        described = np.stack((subjects, said[:, 1], values, document + self._documents_before), axis=1)
        self._descriptions.append(described.astype(np.int32))
        self._documents_before += len(documents)
        self._quads += int(np.frombuffer(rows.quads, "<i4").sum())
        citations[:, _SENTENCE] += np.repeat(_before(sentences) + self._sentences_before, count)
        self._sentences_before += len(spans)
        self._quotes.extend(rows.quotes, citations[:, COLUMNS.index("quote_bytes")])
        self._sentences.extend(rows.texts, spans[:, SENTENCE_COLUMNS.index("sentence_bytes")])
        self._citations.append(citations)
        self._spans.append(spans)
        self._confidences.append(np.frombuffer(rows.confidences, "<f8"))
        self._counts.append(np.stack((count, sentences), axis=1))

    def _numbers(self, rows: PackedDocument) -> Array:
        """The number among all terms of each term of these documents."""
        letters, terms = rows.terms.decode("utf-8"), self._terms
        lengths = np.frombuffer(rows.term_letters, "<i4")
        begins = _before(lengths)
        places = zip(begins.tolist(), (begins + lengths).tolist(), strict=True)
        numbers = [terms.setdefault(letters[begin:end], len(terms)) for begin, end in places]
        return np.array(numbers, dtype=np.int32)

    def finish(self, folder: Path) -> Stated:
        """Write what was kept, all but what `Stated` holds alone."""
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
            quads=self._quads,
        )
        np.save(folder / "citations.first.npy", np.append(0, np.cumsum(counts[:, 0])))
        np.save(folder / "citations.relation.npy", found.relation)
        np.save(folder / "citations.confidence.npy", np.concatenate(self._confidences))
        np.save(folder / "citations.sentence_document.npy", np.repeat(documents, counts[:, 1]))
        return found


def _sizes(tables: Iterable[bytes], columns: int) -> Array:
    """How many rows each of these tables of 32-bit numbers has."""
    return np.array([len(table) for table in tables], dtype=np.int64) // (4 * columns)


def _before(counts: Array) -> Array:
    """How many there are before each: [3, 1, 2] gives [0, 3, 4]."""
    before: Array = np.cumsum(counts) - counts
    return before
