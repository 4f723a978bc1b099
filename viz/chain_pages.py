"""The pages of chains: where one chooses a document, and its chain as a drawing and as a list."""

from __future__ import annotations

from kg.models import ChainResult
from ontology import relations_by_name
from viz.graph_data import graph_data
from viz.language import Language
from viz.render import render
from viz.text import script_json
from viz.views import tree

MOST_NODES = 1_000
"""So many instruments are sent to be drawn; the drawing folds them to 150."""
DEPTHS = (1, 2, 3, 4, 6)


def chain_start_page(language: Language, address: str) -> str:
    """A box to choose the document whose chain is wanted."""
    return render("chain_start.html", language, address)


def chain_page(result: ChainResult, depth: int | None, language: Language, address: str) -> str:
    """A chain drawn in layers with the evidence of each link, and the same as a tree of lines."""
    down = result.direction == "down"
    return render(
        "chain.html", language, address, island="chain",
        result=result, branches=tree(result.query, result.results, down), down=down, depth=depth,
        depths=DEPTHS, relations=list(relations_by_name()),
        data=script_json(graph_data(result.query, result.results, language, MOST_NODES)),
    )  # fmt: skip
