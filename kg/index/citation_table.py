"""Every citation with its sentence, by number: read at once where the store would be asked for each property.

Citations are numbered in the order of documents and of the text in each; sentences likewise, one for all the
citations that it bears out.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kg.index.codes import Codes, CodesWriter
from kg.index.relations import RELATIONS
from kg.index.strings import Array, StringTable, StringWriter, mapped
from kg.stated import StatedCitation

_REPEATING = ("kind", "method", "pinpoint", "place", "issuer_as_written")
"""Columns of strings that few citations have to themselves."""


_COLUMNS = {
    "document": "i", "citing": "i", "cited": "i", "relation": "B", "start": "i", "end": "i", "repeat": "H",
    "inverse": "B", "confidence": "d", "sentence": "i", "sentence_start": "i",
    "sentence_end": "i", "sentence_document": "i",
}  # fmt: skip
"""The kind of number of each column, as `array` names it."""


@dataclass(frozen=True, slots=True)
class CitationEnds:
    """What edges are made of, a row a citation: `ends` are the IRIs that `citing` and `cited` number."""

    ends: list[str]
    document: Array
    citing: Array
    relation: Array
    cited: Array


def write_citations(folder: Path, documents: Iterable[Sequence[StatedCitation]]) -> CitationEnds:
    """Write the table of all documents' citations, document by document, all but the nodes of their ends.

    `write_nodes` adds those when the ends are numbered among all instruments.
    """
    with StringWriter(folder, "quotes") as quotes, StringWriter(folder, "sentences") as sentences:
        writer = _Writer(quotes, sentences)
        for document, citations in enumerate(documents):
            writer.add(document, citations)
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
        self._numbers: dict[str, int] = {}
        self._first = array("q", [0])
        self._columns: dict[str, array[Any]] = {name: array(kind) for name, kind in _COLUMNS.items()}
        self._strings = {name: CodesWriter() for name in _REPEATING}

    def add(self, document: int, citations: Sequence[StatedCitation]) -> None:
        """Take one document's citations in."""
        if citations:
            self._add(document, citations)
        self._first.append(len(self._columns["start"]))

    def _add(self, document: int, citations: Sequence[StatedCitation]) -> None:
        said: dict[str, tuple[Any, ...]] = dict(
            zip(StatedCitation._fields, zip(*citations, strict=True), strict=True)
        )
        places = list(zip(said["sentence_start"], said["sentence_end"], strict=True))
        sentences = dict(zip(places, said["sentence"], strict=True))
        numbers = {place: len(self._sentences) + number for number, place in enumerate(sentences)}
        derived: dict[str, Iterable[Any]] = {
            "document": [document] * len(citations),
            "citing": map(self._number, said["citing"]),
            "cited": map(self._number, said["cited"]),
            "relation": map(RELATIONS.index, said["relation"]),
            "sentence": map(numbers.__getitem__, places),
            "sentence_start": (start for start, _ in sentences),
            "sentence_end": (end for _, end in sentences),
            "sentence_document": [document] * len(sentences),
        }
        for name, column in self._columns.items():
            column.extend(derived[name] if name in derived else said[name])
        for name, writer in self._strings.items():
            writer.extend(said[name])
        self._quotes.extend(said["quote"])
        self._sentences.extend(sentences.values())

    def _number(self, end: str) -> int:
        return self._numbers.setdefault(end, len(self._numbers))

    def finish(self, folder: Path) -> CitationEnds:
        """Write what was kept, all but what `CitationEnds` holds alone."""
        columns = {name: np.array(column) for name, column in self._columns.items()}
        ends = CitationEnds(
            list(self._numbers), columns["document"], columns["citing"], columns["relation"], columns["cited"]
        )
        np.save(folder / "citations.first.npy", np.array(self._first))
        for name in columns.keys() - {"document", "citing", "cited"}:
            np.save(folder / f"citations.{name}.npy", columns[name])
        for name, writer in self._strings.items():
            writer.write(folder, f"citations.{name}")
        return ends
