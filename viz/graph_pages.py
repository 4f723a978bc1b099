"""Pages where one walks in the graph or asks it: the explorer and the SPARQL editor."""

from __future__ import annotations

from kg.models import InstrumentDetail
from kg.vocab import PREFIXES
from ontology import CompetencyQuery, bind_query, queries
from viz.address import ADDRESSES
from viz.graph_data import graph_data
from viz.island_data import Json
from viz.language import Language
from viz.render import render
from viz.text import script_json

MOST_AROUND = 60
"""So many nodes come at once, those beyond are counted."""


def explorer_page(detail: InstrumentDetail | None, language: Language, address: str) -> str:
    """The graph around an instrument, to walk in; without one the box to choose it."""
    start = script_json(around(detail, language)) if detail else None
    return render(
        "explorer.html", language, address, island="explore",
        instrument=detail.instrument if detail else None, data=start,
    )  # fmt: skip


def around(detail: InstrumentDetail, language: Language) -> Json:
    """The instrument with what it cites and what cites it, at most `MOST_AROUND` nodes."""
    rows = [*detail.cited_by.rows, *detail.cites.rows]
    rows.sort(key=lambda row: row.relation != "implements")
    found = graph_data(detail.instrument, rows, language, MOST_AROUND)
    beyond = detail.cites.total + detail.cited_by.total - len(rows)
    return found | {"left_out": int(str(found["left_out"])) + beyond}


def sparql_page(asked: str, language: Language, address: str) -> str:
    """The SPARQL editor with the named queries as examples; without its island a plain form."""
    examples = [_example(query, language) for query in queries()]
    return render(
        "sparql.html", language, address, island="sparql", asked=asked, examples=examples,
        data=script_json({"examples": examples, "prefixes": dict(PREFIXES), "endpoint": ADDRESSES.endpoint}),
    )  # fmt: skip


def _example(query: CompetencyQuery, language: Language) -> Json:
    vietnamese = language == "vi"
    return {
        "name": query.name,
        "title": query.title_vi if vietnamese else query.title_en,
        "explanation": query.explanation_vi if vietnamese else query.explanation_en,
        "text": bind_query(query, {parameter.name: parameter.example for parameter in query.parameters}),
    }
