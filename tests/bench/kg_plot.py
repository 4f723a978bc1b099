"""Draws the growth of the graph: `python -m tests.bench.kg_plot RESULTS.json PICTURE.png`.

RESULTS holds for each number of documents what the stages of `kg_scale` printed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

Results = dict[str, dict[str, Any]]


def draw(results: Results, target: Path) -> None:
    """Loading on the left, questions on the right, both over the number of documents."""
    sizes = sorted(map(int, results))
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 5.5), layout="constrained")
    for stage, label in (
        ("load", "ingest beyond extraction"),
        ("baseline", "pyoxigraph bulk load + optimize"),
    ):
        shown = [size for size in sizes if stage in results[str(size)]]
        left.plot(shown, [results[str(size)][stage]["seconds"] for size in shown], marker="o", label=label)
    loaded = [size for size in sizes if "load" in results[str(size)]]
    index = [results[str(size)]["load"]["index_seconds"] for size in loaded]
    left.plot(loaded, index, marker="o", label="index build")
    left.set(title="Loading", ylabel="seconds")
    questions = {
        "number look-up, p95": lambda asked: asked["lookup"]["cpu_p95"],
        "page of 100 citations, p95": lambda asked: asked["cited_by"]["cpu_p95"],
        "search, p95": lambda asked: asked["search"]["cpu_p95"],
        "chain, index": lambda asked: asked["chain"],
        "chain with IRIs, index": lambda asked: asked["chain_iris"],
        "chain, SPARQL path": lambda asked: asked["chain_sparql"],
        "chain, networkx": lambda asked: asked["chain_networkx"],
        "coverage of 20, index": lambda asked: asked["coverage"],
        "coverage of 20, SPARQL": lambda asked: asked["coverage_sparql"],
    }
    for label, of in questions.items():
        times = [of(results[str(size)]["questions"]) * 1_000 for size in sizes]
        right.plot(sizes, times, marker="o", label=label)
    right.set(title="Questions", ylabel="milliseconds of CPU")
    for axes in (left, right):
        axes.set(xscale="log", yscale="log", xlabel="documents")
        axes.grid(alpha=0.3)
        axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(0, -0.12), ncols=2, frameon=False)
    figure.savefig(target, dpi=130)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
