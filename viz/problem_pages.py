"""The page of problems: a work list with filters, each problem with its evidence and a suggestion."""

from __future__ import annotations

from collections.abc import Mapping

from kg.questions.problems import ProblemPage
from ontology import problem_kinds
from viz.language import Language
from viz.render import neighbours, render

ENDED = ("plan-on-ended-instrument", "cited-replaced", "cited-repealed", "cited-expired")
"""The kinds of problems where something rests on what is no longer in force."""


def problems_page(found: ProblemPage, asked: Mapping[str, object], language: Language, address: str) -> str:
    """A page of problems, gravest first."""
    kinds = {kind.name: kind.label_vi if language == "vi" else kind.label_en for kind in problem_kinds()}
    return render(
        "problems.html", language, address, found=found, problems=found.items, asked=asked,
        kinds=kinds, ended=ENDED, counts=dict(found.counts),
        pages=neighbours(address, found.offset, found.limit, more=found.offset + found.limit < found.total),
    )  # fmt: skip
