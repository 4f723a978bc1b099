"""A graph picture in one file that needs no network: pyvis holds the graph, the page around it is ours.

The pages that pyvis 0.3.2 writes ask outside servers for scripts even when told not to, and run titles as
HTML. So only its `Network` and the vis-network library that it carries are used here: positions come from
`viz.layout`, texts reach the canvas as plain text, node ids say nothing, and the page's own Content
Security Policy allows no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from markupsafe import Markup

from viz.language import Language, messages
from viz.layout import layered
from viz.pages import environment
from viz.text import plain, script_json

LARGEST = 500
"""How many nodes one picture shows at most; what was left out is said in the picture."""

_LINE = 26
_LINES = 3


@dataclass(frozen=True, slots=True)
class Node:
    """An instrument in a picture: `key` identifies it here only, `group` is its colour (see `GROUPS`).

    `under` stands below the label: whose it is, without which two plans of one number look alike.
    """

    key: str
    label: str
    detail: str
    group: str = "other"
    href: str | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` relates to `target`; `label` names the relation to a reader, `evidence` is the sentence."""

    source: str
    target: str
    relation: str
    label: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Graph:
    """What a picture shows; `focus` is the key of the node that was asked about."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: str | None = None


GROUPS: dict[str, dict[str, str]] = {
    "party": {"background": "#fbe9e7", "border": "#b3261e"},
    "central": {"background": "#e3ecfa", "border": "#1d4f91"},
    "province": {"background": "#e2f2e9", "border": "#1b6e45"},
    "partial": {"background": "#fdf1d8", "border": "#8a5a00"},
    "other": {"background": "#eeeef1", "border": "#55606e"},
}
"""Fill and border of each group; each border has a contrast of at least 4.5 : 1 on its fill."""

_IMPLEMENTS_COLOUR = "#1b6e45"
_OTHER_COLOUR = "#6b7683"


def page(graph: Graph, language: Language = "vi", links: bool = False) -> str:
    """The whole page as a string, to be written as UTF-8. With `links`, a double click opens the node's page.

    Links are for the page inside our own server; a file that is passed on leads nowhere.
    """
    say = messages(language)
    kept = graph.nodes[:LARGEST]
    names = {node.key: f"n{index}" for index, node in enumerate(kept)}
    edges = [edge for edge in graph.edges if edge.source in names and edge.target in names]
    library, behaviour = _library(), _behaviour()
    return environment().get_template("picture.html").render(
        say=say,
        language=language,
        graph=graph,
        shown=len(kept),
        left_out=len(graph.nodes) - len(kept),
        data=script_json(_network_data(kept, edges, names, graph.focus, links)),
        table=[_row(edge, {node.key: node for node in kept}) for edge in edges],
        groups={name: colours for name, colours in GROUPS.items() if any(n.group == name for n in kept)},
        style=Markup(_asset("picture.css")),
        library=Markup(library),
        behaviour=Markup(behaviour),
        policy=content_policy(),
    )  # fmt: skip


@cache
def content_policy() -> str:
    """The Content Security Policy of a picture: its two scripts by their hashes, no request anywhere."""
    hashes = " ".join(f"'{_hash(script)}'" for script in (_library(), _behaviour()))
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
    )


def _network_data(
    nodes: Sequence[Node], edges: Sequence[Edge], names: dict[str, str], focus: str | None, links: bool
) -> dict[str, Any]:
    from pyvis.network import Network  # it imports IPython, so only where a picture is drawn

    network = Network(directed=True, cdn_resources="in_line")
    places = layered([node.key for node in nodes], [(edge.source, edge.target) for edge in edges])
    for node in nodes:
        x, y = places[node.key]
        network.add_node(
            names[node.key], label=_box(node), title=plain(node.detail), shape="box",
            color=_colours(node.group), x=x, y=y, physics=False, borderWidth=3 if node.key == focus else 1,
        )  # fmt: skip
    for index, edge in enumerate(edges):
        implements = edge.relation == "implements"
        network.add_edge(
            names[edge.source], names[edge.target], id=f"e{index}", title=plain(edge.label), arrows="to",
            color=_IMPLEMENTS_COLOUR if implements else _OTHER_COLOUR, width=2 if implements else 1,
            dashes=not implements, relation=edge.label, evidence=edge.evidence,
        )  # fmt: skip
    pictured_nodes, pictured_edges, *_ = network.get_network_data()
    details = {
        names[node.key]: {"detail": node.detail, "href": node.href if links else None} for node in nodes
    }
    return {
        "nodes": pictured_nodes,
        "edges": pictured_edges,
        "details": details,
        "focus": names.get(focus or ""),
    }


def _colours(group: str) -> dict[str, Any]:
    """vis-network's colours of a node, the same when it is selected: a thicker border says that."""
    return {**GROUPS[group], "highlight": GROUPS[group], "hover": GROUPS[group]}


def _row(edge: Edge, nodes: dict[str, Node]) -> tuple[str, str, str, str]:
    source, target = nodes[edge.source], nodes[edge.target]
    return _in_line(source), edge.label, _in_line(target), edge.evidence


def _in_line(node: Node) -> str:
    return " · ".join(part for part in (node.label, node.under) if part)


def _box(node: Node) -> str:
    return "\n".join(part for part in (wrapped(node.label), wrapped(node.under)) if part)


def wrapped(label: str) -> str:
    """A label in at most three short lines, cut with an ellipsis. Example: `Kế hoạch 96/KH-UBND`."""
    lines: list[str] = [""]
    for word in plain(label).split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [line if len(line) <= _LINE + 8 else line[: _LINE + 7] + "…" for line in lines[:_LINES]]
    if len(lines) > _LINES:
        shown[-1] += " …"
    return "\n".join(shown)


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


@cache
def _library() -> str:
    """vis-network as pyvis carries it, without its source map's address, which a browser would ask for."""
    path = resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = re.sub(r"//# sourceMappingURL=\S*", "", path.read_text(encoding="utf-8"))
    if "</script" in text.lower():
        raise ValueError("vis-network cannot stand inside a page: it holds a closing script tag")
    return text


@cache
def _behaviour() -> str:
    return _asset("picture.js")


def _asset(name: str) -> str:
    return (resources.files("viz") / "static" / name).read_text(encoding="utf-8")
