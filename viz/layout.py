"""Where each node of a picture stands: layers from the source of authority downwards, few crossings.

Positions are computed here, never by the physics of a browser: the same graph gives the same picture at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import networkx

Key = TypeVar("Key", bound=Hashable)

LAYER_GAP = 170
"""Between two layers, in the picture's pixels."""
NODE_GAP = 230
"""Between two nodes of a layer, in the picture's pixels."""
ROW_LENGTH = 12
"""A longer layer is folded into rows of this many nodes."""
_SWEEPS = 4


def layered(nodes: Sequence[Key], edges: Iterable[tuple[Key, Key]]) -> Mapping[Key, tuple[int, int]]:
    """Position (x, y) of each node: the target of an edge stands above its source, y grows downwards.

    Cycles are allowed: the instruments of one cycle share a layer. Order is stable for equal input.
    """
    graph = networkx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((target, source) for source, target in edges if source != target)
    layers = _ordered(_layers(graph, nodes), graph)
    positions: dict[Key, tuple[int, int]] = {}
    top = 0
    for layer in layers:
        rows = [layer[start : start + ROW_LENGTH] for start in range(0, len(layer), ROW_LENGTH)]
        for row in rows:
            left = -(len(row) - 1) * NODE_GAP // 2
            for place, node in enumerate(row):
                # Neighbours in a row stand a little higher or lower, so that long labels do not touch.
                positions[node] = (left + place * NODE_GAP, top + (place % 2) * 44)
            top += LAYER_GAP
    return positions


def _layers(graph: networkx.DiGraph, nodes: Sequence[Key]) -> list[list[Key]]:
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
