"""Where each node of a picture stands: layers from the source of authority downwards, few crossings.

Positions are computed here, never by the physics of a browser: the same graph gives the same picture at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import networkx

Key = TypeVar("Key", bound=Hashable)

LAYER_GAP = 170
"""Between two layers, in the picture's pixels."""
ROW_GAP = 104
"""Between two rows of one layer."""
NODE_GAP = 235
"""Between two nodes of a row."""
ROW_LENGTH = 5
"""A longer layer is folded into rows of about this many nodes, more in a large picture."""
_SWEEPS = 4


def layered(nodes: Sequence[Key], edges: Iterable[tuple[Key, Key]]) -> Mapping[Key, tuple[int, int]]:
    """Position (x, y) of each node: the target of an edge stands above its source, y grows downwards.

    Cycles are allowed: the instruments of one cycle share a layer. Order is stable for equal input.
    """
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((target, source) for source, target in edges if source != target)
    layers = _ordered(_layers(graph, nodes), graph)
    positions: dict[Key, tuple[int, int]] = {}
    top = 0
    # A picture is read on a wide screen: rows grow with the square root of what they hold.
    length = max(ROW_LENGTH, round(len(nodes) ** 0.5))
    for layer in layers:
        for start in range(0, len(layer), length):
            row = layer[start : start + length]
            left = -(len(row) - 1) * NODE_GAP // 2 + (start // length % 2) * NODE_GAP // 4
            for place, node in enumerate(row):
                positions[node] = (left + place * NODE_GAP, top)
            top += ROW_GAP
        top += LAYER_GAP - ROW_GAP
    return positions


def _layers(graph: networkx.DiGraph, nodes: Sequence[Key]) -> list[list[Key]]:
    import networkx

    condensed = networkx.condensation(graph)
    depth: dict[int, int] = {}
    for component in networkx.topological_sort(condensed):
        depth[component] = max((depth[above] + 1 for above in condensed.predecessors(component)), default=0)
    layers: dict[int, list[Key]] = defaultdict(list)
    for node in nodes:
        layers[depth[condensed.graph["mapping"][node]]].append(node)
    return [layers[level] for level in sorted(layers)]


def _ordered(layers: list[list[Key]], graph: networkx.DiGraph) -> list[list[Key]]:
    """Each layer sorted by the mean place of its neighbours (the barycentre method), a few sweeps."""
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        place = {node: index - len(layer) / 2 for layer in layers for index, node in enumerate(layer)}
        for layer in layers if downwards else reversed(layers):
            around = graph.predecessors if downwards else graph.successors
            weight = {
                node: sum(place[other] for other in near) / len(near)
                if (near := list(around(node)))
                else place[node]
                for node in layer
            }
            layer.sort(key=weight.__getitem__)
            place.update({node: index - len(layer) / 2 for index, node in enumerate(layer)})
    return layers
