"""Rows of documents as columns of bytes: those of many documents are joined without looking into them.

An index is made of the rows of all documents at once. Row by row that costs more than everything else in it;
packed, the numbers of thousands of documents are one array, and what strings they share are read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from struct import pack
from typing import NamedTuple

from kg import ntriples
from kg.described import Description
from kg.stated import StatedCitation

NUMBERS = ("start", "end", "repeat", "inverse")
"""Columns of a citation that are numbers, and"""
TERMS = ("citing", "cited", "relation", "kind", "method", "pinpoint", "place", "issuer_as_written")
"""columns that are strings of which many rows have the same."""
COLUMNS = (*NUMBERS, *TERMS, "sentence", "quote_bytes")
"""What `PackedDocument.citations` says of each: terms and sentences by their number in the document."""
SENTENCE_COLUMNS = ("sentence_start", "sentence_end", "sentence_bytes")
"""What `PackedDocument.sentences` says of each sentence."""


class PackedDocument(NamedTuple):
    """The rows of one document, or of many joined in their order.

    Numbers are 32 bits wide, `confidences` 64 bits floating, all with the lowest byte first; strings are in
    UTF-8, one after the other. `descriptions` has the columns of `kg.described.Description`, `term_letters`
    how many letters each term has, `quads` the number of all statements. Terms are as a store has them.
    """

    quads: bytes
    descriptions: bytes
    citations: bytes
    confidences: bytes
    sentences: bytes
    term_letters: bytes
    terms: bytes
    quotes: bytes
    texts: bytes


def packed(
    citations: Sequence[StatedCitation], descriptions: Iterable[Description], quads: int
) -> PackedDocument:
    """The rows of one document, sentences and terms each once, of a graph with so many statements.

    They are the same whatever order the statements come in.
    """
    terms: dict[str, int] = {}
    said: list[int] = []
    for subject, property_, value in sorted(descriptions):
        said += (
            terms.setdefault(subject, len(terms)),
            property_,
            terms.setdefault(value, len(terms)),
        )
    sentences: dict[tuple[int, int], str] = {}
    numbers: dict[tuple[int, int], int] = {}
    quotes: list[bytes] = []
    rows: list[int] = []
    for row in citations:
        place = row.sentence_start, row.sentence_end
        sentences[place] = row.sentence
        quote = in_bytes(row.quote)
        quotes.append(quote)
        rows += (
            row.start,
            row.end,
            row.repeat,
            row.inverse,
            terms.setdefault(row.citing, len(terms)),
            terms.setdefault(row.cited, len(terms)),
            terms.setdefault(row.relation, len(terms)),
            terms.setdefault(row.kind, len(terms)),
            terms.setdefault(row.method, len(terms)),
            terms.setdefault(row.pinpoint, len(terms)),
            terms.setdefault(row.place, len(terms)),
            terms.setdefault(row.issuer_as_written, len(terms)),
            numbers.setdefault(place, len(numbers)),
            len(quote),
        )
    texts = list(map(in_bytes, sentences.values()))
    spans = chain.from_iterable((*place, len(text)) for place, text in zip(sentences, texts, strict=True))
    return PackedDocument(
        quads=_numbers([quads]),
        descriptions=_numbers(said),
        citations=_numbers(rows),
        confidences=pack(f"<{len(citations)}d", *(row.confidence for row in citations)),
        sentences=_numbers(list(spans)),
        term_letters=_numbers(list(map(len, terms))),
        terms=ntriples.lasting("".join(terms)),
        quotes=b"".join(quotes),
        texts=b"".join(texts),
    )


def joined(documents: Sequence[PackedDocument]) -> PackedDocument:
    """The rows of many documents; numbers of terms and sentences stay those in each document."""
    return PackedDocument(*map(b"".join, zip(*documents, strict=True)))


def digest(rows: PackedDocument) -> bytes:
    """Tells rows apart: the same for no others."""
    found = blake2b(digest_size=16)
    for column in rows:
        found.update(pack("<q", len(column)))
        found.update(column)
    return found.digest()


def in_bytes(string: str) -> bytes:
    """A string as it is kept; what a broken file has instead of a letter is kept with it."""
    return string.encode("utf-8", "surrogatepass")


def _numbers(numbers: Sequence[int]) -> bytes:
    return pack(f"<{len(numbers)}i", *numbers)
