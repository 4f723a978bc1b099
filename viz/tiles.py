"""Where each province stands in the tile map: a grid after the map, so that no border is drawn or claimed.

Hoàng Sa and Trường Sa have tiles of their own, which belong to Đà Nẵng and Khánh Hòa.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Tile:
    """A place of the grid, rows and columns from 1; `province` is the slug of the province it belongs to."""

    row: int
    column: int
    name: str
    province: str


@cache
def tiles(era: str) -> tuple[Tile, ...]:
    """The grid of the 63 provinces before 1 July 2025 or of the 34 since. Source: `viz/tiles.csv`."""
    path = resources.files("viz") / "tiles.csv"
    lines = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Tile(int(line["row"]), int(line["column"]), line["name"], line["province"])
        for line in lines
        if line["era"] == era
    )
