"""Which provinces carry out which central documents: the matrix, the evidence of a cell, and the gaps.

A province stands to a document in one of three states. It implements it, with evidence; it is silent: the
dataset has documents of the province, and none says so; or the dataset has no document of the province, so
that nothing is known. The last two are never the same: a gap in the dataset is no gap in the province's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.facts.edges import Links, edges_with_evidence, links_at
from kg.index.names import NO_DAY, day_number
from kg.index.provinces import NO_PROVINCE, Era, ProvinceName, provinces_of, rolled_up
from kg.index.strings import Array
from kg.models import Edge, InstrumentRef
from kg.questions.lookup import find_node
from kg.questions.scope import IMPLEMENTS, Through, implementers, roots

_ROWS = 4_096
"""Rows of the matrix that are counted at a time."""
State = Literal["implements", "silent", "no_documents"]


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province of the era asked for, and how many of its own instruments the dataset holds."""

    slug: str
    name: str
    kind: str
    code: str
    documents: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How a province stands to a document: how many of its instruments implement it.

    `coverage_evidence` names them, with their sentences.
    """

    state: State
    documents: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rows are provinces by their code, columns the instruments asked for.

    `totals` counts for each instrument the provinces that implement it. `since` and `until` bound the days of
    the provinces' documents; undated ones count only where no period is set.
    """

    instruments: tuple[InstrumentRef, ...]
    provinces: tuple[ProvinceRow, ...]
    cells: tuple[tuple[Cell, ...], ...]
    totals: tuple[int, ...]
    era: Era
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A province from which no document is known that implements the instrument, and why none is."""

    province: ProvinceRow
    instrument: InstrumentRef
    state: State


def coverage(
    dataset: Dataset,
    instruments: Sequence[str],
    *,
    era: Era = "34",
    since: str | None = None,
    until: str | None = None,
    through: Through = "direct",
) -> Coverage:
    """How the provinces stand to `instruments` (numbers, IRIs, ids, or number@body@year).

    `since` and `until` are ISO days, both included. In the era "34" the documents of a province that is gone
    count for the one that holds its land. Raises NotFound, Ambiguous or BadRequest.
    """
    nodes = [find_node(dataset, instrument) for instrument in instruments]
    place = _places(dataset, era, since, until)
    rows = _rows(dataset, era, place)
    cells = [_column(dataset, node, place, rows, through) for node in nodes]
    return Coverage(
        instruments=tuple(map(dataset.index.names.ref, nodes)),
        provinces=rows,
        cells=tuple(zip(*cells, strict=True)) if cells else ((),) * len(rows),
        totals=tuple(sum(cell.state == "implements" for cell in column) for column in cells),
        era=era,
        since=since,
        until=until,
    )


def gaps(
    dataset: Dataset,
    instruments: Sequence[str],
    *,
    era: Era = "34",
    since: str | None = None,
    until: str | None = None,
    through: Through = "direct",
) -> tuple[Gap, ...]:
    """The provinces that do not implement an instrument as far as the dataset knows, by instrument.

    Raises as `coverage` does.
    """
    found = coverage(dataset, instruments, era=era, since=since, until=until, through=through)
    return tuple(
        Gap(province, instrument, row[column].state)
        for column, instrument in enumerate(found.instruments)
        for province, row in zip(found.provinces, found.cells, strict=True)
        if row[column].state != "implements"
    )


def coverage_evidence(
    dataset: Dataset,
    instrument: str,
    province: str,
    *,
    era: Era = "34",
    since: str | None = None,
    until: str | None = None,
    through: Through = "direct",
    limit: int = 100,
) -> tuple[Edge, ...]:
    """What a province (its slug) says of carrying the instrument out, with the sentences.

    Raises NotFound, Ambiguous, or BadRequest where the era has no such province.
    """
    node = find_node(dataset, instrument)
    numbers = {unit.slug: number for number, unit in enumerate(provinces_of(era))}
    if province not in numbers:
        raise BadRequest(what=province, reason=f"no province of {era}")
    place = _places(dataset, era, since, until)
    sources = implementers(dataset, node, through)
    sources = sources[place[sources] == numbers[province]][:limit]
    targets = {node, *roots(dataset, node, through), *implementers(dataset, node, through).tolist()}
    relations = dataset.index.numbers(IMPLEMENTS)
    links: Links = {}
    for source in sources.tolist():
        out = links_at(dataset, source, "out", relations)
        links |= {link: documents for link, documents in out.items() if link.target in targets}
    return edges_with_evidence(dataset, dict(list(links.items())[:limit]))


def coverage_matrix(dataset: Dataset, *, era: Era = "34") -> tuple[Array, Array]:
    """How many instruments of each province directly implement each instrument of the dataset at all.

    The nodes of the index that some province implements, and a matrix of counts: a row for each of them, a
    column for each province of the era in the order of its code.
    """
    index = dataset.index
    implements = index.edges.adjacency(index.numbers(IMPLEMENTS), "in")
    place = _places(dataset, era, None, None)[implements.indices]
    (kept,) = np.nonzero(place != NO_PROVINCE)
    targets = np.repeat(np.arange(index.edges.nodes), np.diff(implements.indptr))[kept]
    first = np.append(True, targets[1:] != targets[:-1])[: len(targets)]
    nodes, row, column = targets[first], np.cumsum(first) - 1, place[kept]
    # Counts come as 64 bits; some rows at a time, for half of the time goes into asking for memory.
    counts = np.empty((len(nodes), len(provinces_of(era))), dtype=np.int32)
    for begin in range(0, len(nodes), _ROWS):
        rows = counts[begin : begin + _ROWS]
        here = slice(*np.searchsorted(row, (begin, begin + _ROWS)))
        cells = (row[here] - begin) * rows.shape[1] + column[here]
        rows[:] = np.bincount(cells, minlength=rows.size).reshape(rows.shape)
    return nodes, counts


def school_year(name: str) -> tuple[str, str]:
    """The first and last day of a school year.

    >>> school_year("2023-2024")
    ('2023-08-01', '2024-07-31')

    Raises BadRequest.
    """
    first, _, second = name.partition("-")
    if not (first.isdigit() and second.isdigit() and len(first) == 4 and int(second) == int(first) + 1):
        raise BadRequest(what=name, reason="a school year is written 2023-2024")
    return f"{first}-08-01", f"{second}-07-31"


def _places(dataset: Dataset, era: Era, since: str | None, until: str | None) -> Array:
    """For each node the place of its province in the era, NO_PROVINCE outside the period."""
    names = dataset.index.names
    unit = names.provinces
    place = np.where(unit == NO_PROVINCE, NO_PROVINCE, rolled_up(era)[unit])
    for bound, later in ((since, True), (until, False)):
        if bound is None:
            continue
        day = day_number(bound)
        if day == NO_DAY:
            raise BadRequest(what=bound, reason="a day is written 2024-08-31")
        outside = names.days < day if later else names.days > day
        place = np.where(outside | (names.days == NO_DAY), NO_PROVINCE, place)
    return place


def _rows(dataset: Dataset, era: Era, place: Array) -> tuple[ProvinceRow, ...]:
    held = place[np.flatnonzero(dataset.index.in_corpus())]
    counts = np.bincount(held[held != NO_PROVINCE], minlength=len(provinces_of(era))).tolist()
    return tuple(_row(unit, count) for unit, count in zip(provinces_of(era), counts, strict=True))


def _row(unit: ProvinceName, documents: int) -> ProvinceRow:
    return ProvinceRow(unit.slug, unit.name, unit.kind, unit.code, documents)


def _column(
    dataset: Dataset, node: int, place: Array, rows: tuple[ProvinceRow, ...], through: Through
) -> list[Cell]:
    sources = implementers(dataset, node, through)
    of_provinces = place[sources]
    counts = np.bincount(of_provinces[of_provinces != NO_PROVINCE], minlength=len(rows)).tolist()
    unknown, silent = Cell("no_documents", 0), Cell("silent", 0)
    return [
        Cell("implements", count) if count else silent if row.documents else unknown
        for row, count in zip(rows, counts, strict=True)
    ]
