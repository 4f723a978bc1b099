"""The table of citations gives back the rows it was made of, document by document."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.described import DESCRIBING, Description
from kg.index.citation_table import CitationTable, write_citations, write_nodes
from kg.index.part_rows import write_rows
from kg.index.parts import folders_of
from kg.index.relations import RELATIONS
from kg.packed import PackedDocument, packed
from kg.stated import StatedCitation

words = st.text(max_size=6)
# A broken file may hold any character, also such that stand for none.
quotes = st.text(st.characters(codec=None, exclude_categories=()), max_size=6)
places = st.integers(0, 2**31 - 1)
rows = st.builds(
    StatedCitation,
    start=places,
    end=places,
    repeat=st.integers(0, 2**16 - 1),
    citing=words,
    cited=words,
    relation=st.sampled_from(RELATIONS),
    kind=words,
    quote=quotes,
    confidence=st.floats(0, 1),
    method=words,
    # A place in a text has one sentence.
    sentence_start=st.just(0),
    sentence_end=places,
    sentence=st.just(""),
    inverse=st.booleans(),
    pinpoint=words,
    place=words,
    issuer_as_written=words,
).map(lambda row: row._replace(sentence=f"câu {row.sentence_end}"))
descriptions = st.tuples(words, st.integers(0, len(DESCRIBING) - 1), words)
documents = st.lists(st.lists(rows, max_size=4), max_size=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("citations")


@settings(max_examples=60, deadline=None)
@given(documents)
def test_every_row_comes_back(folder: Path, documents: list[list[StatedCitation]]) -> None:
    stated = write_citations(folder, parts(folder, map(rows_alone, documents)))
    write_nodes(folder, stated.citing, stated.cited)
    table = CitationTable(folder)
    read = [
        [read_row(table, stated.terms, number) for number in table.in_document(document)]
        for document in range(len(documents))
    ]
    assert read == documents
    assert stated.document.tolist() == [
        document for document, citations in enumerate(documents) for _ in citations
    ]
    assert len(set(stated.terms)) == len(stated.terms)
    assert stated.quads == 7 * len(documents)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_sentence_stands_once_in_its_document(folder: Path, documents: list[list[StatedCitation]]) -> None:
    write_nodes(folder, *(np.empty(0, dtype=np.int32),) * 2)
    write_citations(folder, parts(folder, map(rows_alone, documents)))
    table = CitationTable(folder)
    own = [{row.sentence_end for row in citations} for citations in documents]
    assert np.bincount(table.sentence_document, minlength=len(own)).tolist() == list(map(len, own))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(rows, max_size=2), st.lists(descriptions, max_size=4)), max_size=5))
def test_every_description_comes_back(
    folder: Path, documents: list[tuple[list[StatedCitation], list[Description]]]
) -> None:
    stated = write_citations(
        folder, parts(folder, (packed(citations, said, 0) for citations, said in documents))
    )
    read: Counter[Description] = Counter()
    for subject, property_, value, count, _ in stated.descriptions.tolist():
        read[stated.terms[subject], property_, stated.terms[value]] += count
    assert read == Counter(description for _, said in documents for description in said)


def parts(folder: Path, documents: Iterable[PackedDocument]) -> list[Path]:
    """The documents in parts of two, written."""
    shutil.rmtree(folder / "parts", ignore_errors=True)
    rest = list(documents)
    for start in range(0, len(rest), 2):
        (folder / "parts" / str(start)).mkdir(parents=True)
        write_rows(folder / "parts" / str(start), rest[start : start + 2])
    return folders_of(folder)


def rows_alone(citations: list[StatedCitation]) -> PackedDocument:
    return packed(citations, (), quads=7)


def read_row(table: CitationTable, terms: list[str], number: int) -> StatedCitation:
    sentence = int(table.sentence[number])
    one = np.array([number])
    said = {name: column.take(one)[0] for name, column in table.strings.items()}
    return StatedCitation(
        start=int(table.start[number]),
        end=int(table.end[number]),
        repeat=int(table.repeat[number]),
        citing=terms[table.citing[number]],
        cited=terms[table.cited[number]],
        relation=RELATIONS[table.relation[number]],
        quote=table.quotes[number],
        confidence=float(table.confidence[number]),
        sentence_start=int(table.sentence_start[sentence]),
        sentence_end=int(table.sentence_end[sentence]),
        sentence=table.sentences[sentence],
        inverse=bool(table.inverse[number]),
        **said,
    )
