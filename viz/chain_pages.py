"""The pages of chains: where one chooses a document, and its chain as a drawing and as a list."""

from __future__ import annotations

from collections.abc import Sequence

from kg.models import ChainResult, InstrumentRef
from ontology import relations_by_name
from viz.graph_data import graph_data
from viz.language import Language
from viz.render import render
from viz.text import script_json
from viz.views import tree

MOST_LINKS = 600
"""So many links of a chain are asked for, the nearest first; the drawing folds them to 150 boxes."""
MOST_LISTED = 150
"""So many links are written out with their sentences; the file has all."""
DEPTHS = (1, 2, 3, 4, 6)


def chain_start_page(starts: Sequence[InstrumentRef], language: Language, address: str) -> str:
    """A box to choose the document whose chain is wanted, and some to start from."""
    return render("chain_start.html", language, address, starts=starts)


def chain_page(
    result: ChainResult, depth: int | None, language: Language, address: str, *, total: int = 0
) -> str:
    """A chain drawn in layers with the evidence of each link, and the same as a tree of lines.

    `total` counts the instruments of the whole chain where `result` was cut, 0 where nobody counted.
    """
    down = result.direction == "down"
    return render(
        "chain.html", language, address, island="chain",
        result=result, branches=tree(result.query, result.results[:MOST_LISTED], down), down=down,
        listed=min(MOST_LISTED, len(result.results)), total=total, depth=depth,
        depths=DEPTHS, relations=list(relations_by_name()),
        data=script_json(graph_data(result.query, result.results, language, MOST_LINKS + 1)),
    )  # fmt: skip
