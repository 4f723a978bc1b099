"""The pages that take two documents: what both cite, and the path between them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from extractors.models import Relation
from kg.models import Edge
from kg.questions.compare import Comparison
from kg.questions.paths import PathResult
from viz.language import Language
from viz.relations import rank
from viz.render import render


def comparison_page(found: Comparison | None, asked: dict[str, str], language: Language, address: str) -> str:
    """Two documents side by side; without both the boxes to choose them."""
    return render(
        "comparison.html", language, address, found=found, asked=asked,
        only_first=by_relation(found.only_first) if found else (),
        only_second=by_relation(found.only_second) if found else (),
    )  # fmt: skip


def path_page(found: PathResult | None, asked: dict[str, object], language: Language, address: str) -> str:
    """The shortest path, step by step with its evidence; without both ends the boxes to choose them."""
    return render("path.html", language, address, found=found, asked=asked)


def by_relation(edges: Iterable[Edge]) -> tuple[tuple[Relation, tuple[Edge, ...]], ...]:
    """The edges of each relation, implements first."""
    ordered = sorted(edges, key=lambda edge: rank(edge.relation))
    return tuple(
        (relation, tuple(group)) for relation, group in groupby(ordered, key=lambda edge: edge.relation)
    )
