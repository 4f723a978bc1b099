"""The edges of a selection for programs that draw and measure networks: GraphML and GEXF."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kg.errors import Language
from kg.export.network import write_gexf, write_graphml
from kg.export.selection import Selection
from kg.export.tables import name_of
from kg.models import InstrumentRef

if TYPE_CHECKING:
    import networkx

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def selection_graph(selection: Selection) -> networkx.MultiDiGraph:
    """A node an instrument, an edge a relation with its best sentence; the stamp describes the graph."""
    import networkx

    graph = networkx.MultiDiGraph(name=_clean(selection.title), description=_clean(selection.stamp.line()))
    for instrument in selection.instruments:
        graph.add_node(instrument.iri, **_attributes(instrument))
    for edge in selection.edges:
        for end in (edge.source, edge.target):
            graph.add_node(end.iri, **_attributes(end))
        best = max(edge.evidence, key=lambda evidence: evidence.confidence, default=None)
        graph.add_edge(
            edge.source.iri,
            edge.target.iri,
            key=edge.relation,
            relation=edge.relation,
            confidence=edge.confidence,
            evidence=_clean(best.text) if best else "",
        )
    return graph


def graphml(selection: Selection, language: Language = "vi") -> bytes:
    """GraphML in UTF-8."""
    out = io.BytesIO()
    write_graphml(selection_graph(selection), out)
    return out.getvalue()


def gexf(selection: Selection, language: Language = "vi") -> bytes:
    """GEXF in UTF-8; networkx leaves out the description of a graph, so it is put in here."""
    out = io.BytesIO()
    write_gexf(selection_graph(selection), out)
    remark = escape(_clean(selection.stamp.line(language)))
    return out.getvalue().replace(b"</meta>", f"<description>{remark}</description></meta>".encode(), 1)


def _attributes(instrument: InstrumentRef) -> dict[str, str | int | bool]:
    said = {
        "label": name_of(instrument), "type": instrument.type, "number": instrument.number,
        "issuer": instrument.issuer, "date": instrument.date, "year": instrument.year,
        "title": instrument.title, "partial": instrument.partial,
    }  # fmt: skip
    return {
        name: _clean(value) if isinstance(value, str) else value
        for name, value in said.items()
        if value is not None
    }


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
