"""What the documents of one part state: written with the part, and joined with that of all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from kg.index.mapping import mapped
from kg.index.strings import Array, StringWriter
from kg.index.tally import tally
from kg.packed import COLUMNS, SENTENCE_COLUMNS, TERMS, PackedDocument, joined

TERM_COLUMNS = [COLUMNS.index(name) for name in TERMS]
SENTENCE = COLUMNS.index("sentence")

_COLUMNS = ("citations", "spans", "confidences", "descriptions", "counts", "letters")


@dataclass(frozen=True, slots=True)
class PartRows:
    """Rows of a part's documents, in their order; terms and sentences are numbered in the part.

    `citations` and `spans` have the columns of `kg.packed`, `descriptions` those of `kg.index.tally`,
    `counts` the numbers of citations, sentences and statements of each document.
    """

    citations: Array
    spans: Array
    confidences: Array
    descriptions: Array
    counts: Array
    terms: list[str]


def write_rows(folder: Path, documents: Sequence[PackedDocument]) -> None:
    """Write what the documents state into the folder of their part, with their quotes and sentences."""
    rows = joined(documents)
    citations = np.frombuffer(rows.citations, "<i4").reshape(-1, len(COLUMNS)).copy()
    spans = np.frombuffer(rows.sentences, "<i4").reshape(-1, len(SENTENCE_COLUMNS))
    count = _sizes((document.citations for document in documents), len(COLUMNS))
    sentences = _sizes((document.sentences for document in documents), len(SENTENCE_COLUMNS))
    terms_before = _before(_sizes((document.term_letters for document in documents), 1))
    numbers, terms = _numbered(rows)
    citations[:, TERM_COLUMNS] = numbers[citations[:, TERM_COLUMNS] + np.repeat(terms_before, count)[:, None]]
    citations[:, SENTENCE] += np.repeat(_before(sentences), count).astype(np.int32)
    said = np.frombuffer(rows.descriptions, "<i4").reshape(-1, 3)
    document = np.repeat(
        np.arange(len(documents)), _sizes((document.descriptions for document in documents), 3)
    )
    subjects, values = (numbers[said[:, place] + terms_before[document]] for place in (0, 2))
    quads = np.frombuffer(rows.quads, "<i4")
    with StringWriter(folder, "quotes") as table:
        table.extend(rows.quotes, citations[:, COLUMNS.index("quote_bytes")])
    with StringWriter(folder, "sentences") as table:
        table.extend(rows.texts, spans[:, SENTENCE_COLUMNS.index("sentence_bytes")])
    (folder / "terms.bytes").write_bytes("".join(terms).encode("utf-8"))
    columns = {
        "citations": citations,
        "spans": spans,
        "confidences": np.frombuffer(rows.confidences, "<f8"),
        "descriptions": tally(np.stack((subjects, said[:, 1], values, document), axis=1)),
        "counts": np.stack((count, sentences, quads), axis=1).astype(np.int32),
        "letters": np.fromiter(map(len, terms), np.int32, len(terms)),
    }
    for name in _COLUMNS:
        np.save(folder / f"rows.{name}.npy", columns[name])


def read_rows(folder: Path) -> PartRows:
    """What `write_rows` wrote, all but the quotes and sentences."""
    columns = {name: mapped(folder / f"rows.{name}.npy") for name in _COLUMNS}
    text = (folder / "terms.bytes").read_bytes().decode("utf-8")
    return PartRows(terms=_pieces(text, columns.pop("letters")), **columns)


def _numbered(rows: PackedDocument) -> tuple[Array, list[str]]:
    """The number of each term of these documents, equal ones the same, and the terms by these numbers."""
    pieces = _pieces(rows.terms.decode("utf-8"), np.frombuffer(rows.term_letters, "<i4"))
    number: defaultdict[str, int] = defaultdict(count().__next__)
    numbers = np.fromiter(map(number.__getitem__, pieces), np.int32, len(pieces))
    return numbers, list(number)


def _pieces(text: str, letters: Array) -> list[str]:
    ends = np.cumsum(letters, dtype=np.int64)
    return [text[begin:end] for begin, end in zip((ends - letters).tolist(), ends.tolist(), strict=True)]


def _sizes(tables: Iterable[bytes], columns: int) -> Array:
    """How many rows each of these tables of 32-bit numbers has."""
    return np.array([len(table) for table in tables], dtype=np.int64) // (4 * columns)


def _before(counts: Array) -> Array:
    """How many there are before each: [3, 1, 2] gives [0, 3, 4]."""
    before: Array = np.cumsum(counts) - counts
    return before
