"""The page of coverage: which provinces carry out which documents, as a map, a matrix and a gap list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from kg.models import Edge, InstrumentRef
from kg.questions.coverage import Cell, Coverage, ProvinceRow
from viz.language import Language
from viz.render import render, with_parameters
from viz.tiles import Tile, tiles

FIRST_SCHOOL_YEAR = 2015
LAST_SCHOOL_YEAR = 2030


@dataclass(frozen=True, slots=True)
class MapTile:
    """A tile of the map with what its province does: `state` is that of a cell, "partly" for some of several.

    `done` counts the documents asked for that the province implements.
    """

    tile: Tile
    province: ProvinceRow
    state: str
    done: int
    href: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The province that was clicked, and what it says of carrying the documents out."""

    province: ProvinceRow
    edges: tuple[Edge, ...]


def coverage_page(
    found: Coverage | None,
    asked: Mapping[str, object],
    chosen: Chosen | None,
    language: Language,
    address: str,
    *,
    starts: Sequence[InstrumentRef] = (),
) -> str:
    """The map and matrix of `found`, or a box to choose documents and some to start from."""
    return render(
        "coverage.html", language, address,
        found=found, asked=asked, chosen=chosen, starts=starts, era=asked["era"],
        map=map_tiles(found, address) if found else (),
        gaps=gap_lists(found) if found else (),
        removals=_removals(found.instruments, address) if found else (),
        years=[f"{year}-{year + 1}" for year in range(LAST_SCHOOL_YEAR, FIRST_SCHOOL_YEAR - 1, -1)],
        clicked=lambda slug: _clicked(address, slug),
    )  # fmt: skip


def map_tiles(found: Coverage, address: str) -> tuple[MapTile, ...]:
    """Every tile of the era with the state of its province."""
    rows = {row.slug: (row, cells) for row, cells in zip(found.provinces, found.cells, strict=True)}
    made = []
    for tile in tiles(found.era):
        province, cells = rows[tile.province]
        done = sum(cell.state == "implements" for cell in cells)
        made.append(MapTile(tile, province, state_of(cells, done), done, _clicked(address, province.slug)))
    return tuple(made)


def state_of(cells: Sequence[Cell], done: int) -> str:
    """One state for a province over all the documents asked for."""
    if 0 < done < len(cells):
        return "partly"
    return cells[0].state


def gap_lists(found: Coverage) -> tuple[tuple[InstrumentRef, str, tuple[ProvinceRow, ...]], ...]:
    """For each document the provinces that are silent, then those of which the dataset has nothing."""
    lists = []
    for column, instrument in enumerate(found.instruments):
        missing = [
            (cells[column].state, province)
            for province, cells in zip(found.provinces, found.cells, strict=True)
            if cells[column].state != "implements"
        ]
        missing.sort(key=lambda item: item[0], reverse=True)
        for state, group in groupby(missing, key=lambda item: item[0]):
            lists.append((instrument, state, tuple(province for _, province in group)))
    return tuple(lists)


def _clicked(address: str, province: str) -> str:
    return with_parameters(address, province=province) + "#chung-cu"


def _removals(instruments: Sequence[InstrumentRef], address: str) -> tuple[tuple[InstrumentRef, str], ...]:
    """Each chosen document with the address without it."""
    others = [
        (instrument, [other.id for other in instruments if other is not instrument])
        for instrument in instruments
    ]
    bare = with_parameters(address, instrument=None, province=None)
    return tuple((instrument, _with_instruments(bare, ids)) for instrument, ids in others)


def _with_instruments(address: str, ids: Sequence[str]) -> str:
    joint = "&" if "?" in address else "?"
    return address + (joint + urlencode([("instrument", value) for value in ids]) if ids else "")
