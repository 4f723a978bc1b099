"""Pages where one walks in the graph or asks it: the explorer and the SPARQL editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from kg.models import InstrumentDetail, InstrumentRef
from kg.vocab import PREFIXES
from ontology import CompetencyQuery, bind_query, queries
from viz.address import ADDRESSES
from viz.graph_data import graph_data
from viz.island_data import Json
from viz.language import Language, messages
from viz.render import render
from viz.text import script_json
from viz.tiles import tiles

MOST_AROUND = 60
MOST_NODES = 500
"""So many nodes come at once unless more are asked for, and so many at most; those beyond are counted."""
_EDITOR_WORDS = ("table", "response", "chart", "map", "graph", "left_out", "tab", "copied")


def explorer_page(
    detail: InstrumentDetail | None,
    language: Language,
    address: str,
    *,
    starts: Sequence[InstrumentRef] = (),
    most: int = MOST_AROUND,
) -> str:
    """The graph around an instrument, to walk in; without one the box to choose it and some to start from."""
    start = script_json(around(detail, language, most)) if detail else None
    return render(
        "explorer.html", language, address, island="explore",
        instrument=detail.instrument if detail else None, data=start, starts=starts,
        more=most < MOST_NODES and detail is not None and _beyond(detail) > 0,
    )  # fmt: skip


def around(detail: InstrumentDetail, language: Language, most: int = MOST_AROUND) -> Json:
    """The instrument with what it cites and what cites it, at most `most` nodes."""
    rows = [*detail.cited_by.rows, *detail.cites.rows]
    rows.sort(key=lambda row: row.relation != "implements")
    found = graph_data(detail.instrument, rows, language, most)
    return found | {"left_out": int(str(found["left_out"])) + _beyond(detail)}


def _beyond(detail: InstrumentDetail) -> int:
    """How many citations there are beyond those at hand."""
    shown = len(detail.cites.rows) + len(detail.cited_by.rows)
    return detail.cites.total + detail.cited_by.total - shown


def sparql_page(asked: str, view: str, language: Language, address: str) -> str:
    """The SPARQL editor with the named queries as examples; without its island a plain form.

    `view` is how the answer is shown first: table, chart, map, graph or response.
    """
    examples = [_example(query, language) for query in queries()]
    say = messages(language)
    data = {
        "examples": examples,
        "prefixes": dict(PREFIXES),
        "endpoint": ADDRESSES.endpoint,
        "description": ADDRESSES.void,
        "view": view,
        "words": {word: say(f"pages.sparql.{word}") for word in _EDITOR_WORDS},
        "phrases": _phrases(language),
        "tiles": {era: [asdict(tile) for tile in tiles(era)] for era in ("34", "63")},
    }
    return render(
        "sparql.html", language, address, island="sparql", asked=asked, examples=examples,
        data=script_json(data),
    )  # fmt: skip


def _phrases(language: Language) -> Json:
    """What the editor says of itself in English, in the reader's language."""
    said, wanted = messages("en").texts, messages(language).texts
    return {text: wanted[key] for key, text in said.items() if key.startswith("pages.sparql.editor.")}


def _example(query: CompetencyQuery, language: Language) -> Json:
    vietnamese = language == "vi"
    return {
        "name": query.name,
        "title": query.title_vi if vietnamese else query.title_en,
        "explanation": query.explanation_vi if vietnamese else query.explanation_en,
        "text": bind_query(query, {parameter.name: parameter.example for parameter in query.parameters}),
    }
