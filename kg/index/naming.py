"""Settling what to say of each instrument where documents differ, by the rule of `kg.facts.refs`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from kg.dataset import Dataset
from kg.facts.refs import PROPERTIES, best, issuer_of
from kg.facts.terms import portions, values
from kg.index.codes import numbered, write_codes
from kg.index.gather import Gathered
from kg.index.names import NO_DAY, day_number
from kg.index.provinces import province_numbers
from kg.index.strings import StringTable
from kg.iris import number_slug

_Said = dict[int, dict[str, int]]
"""Values of one property by instrument, each with the number of documents that say so."""


def write_names(folder: Path, dataset: Dataset, gathered: Gathered) -> None:
    """Settle and write the names of all instruments."""
    said = {name: _said(dataset, property_, gathered) for property_, name in PROPERTIES.items()}
    labels = _labels(dataset)
    count = len(gathered.iris)
    types, issuers = [""] * count, [""] * count
    days, years = np.full(count, NO_DAY, dtype=np.int32), np.zeros(count, dtype=np.int16)
    numbers, titles = [""] * count, [""] * count
    for node, votes in said["number"].items():
        numbers[node] = best(votes) or ""
    for node, votes in said["title"].items():
        titles[node] = best(votes, longest=True) or ""
    for node, votes in said["type"].items():
        types[node] = labels.get(best(votes) or "", "")
    for node, votes in said["issuer"].items():
        issuers[node] = issuer_of(votes, labels) or ""
    for node, votes in said["date"].items():
        days[node] = day_number(best(votes))
    for node, votes in said["year"].items():
        years[node] = int(best(votes) or 0)
    StringTable.write(folder, "numbers", numbers)
    StringTable.write(folder, "titles", titles)
    write_codes(folder, "types", *numbered(types))
    issuer_codes, issuer_names = write_codes(folder, "issuers", *numbered(issuers))
    np.save(folder / "days.npy", days)
    np.save(folder / "years.npy", years)
    np.save(folder / "provinces.npy", province_numbers(issuer_names)[issuer_codes])
    _write_number_keys(folder, said["number"])


def _said(dataset: Dataset, property_: str, gathered: Gathered) -> _Said:
    said: _Said = defaultdict(dict)
    rows = dataset.store.select(
        f"SELECT ?i ?v (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?i <{property_}> ?v }} }} GROUP BY ?i ?v"
    )
    number = gathered.number
    for iri, value, count in rows:
        node = number.get(iri.value)
        if node is not None:
            said[node][value.value] = int(count.value)
    disputed = [gathered.iris[node] for node, votes in said.items() if len(votes) > 1]
    own: dict[int, dict[str, int]] = defaultdict(dict)
    for node, value in _own(dataset, property_, disputed, gathered):
        own[node][value] = 1
    return said | own


def _own(
    dataset: Dataset, property_: str, iris: Iterable[str], gathered: Gathered
) -> Iterator[tuple[int, str]]:
    for portion in portions(iris):
        rows = dataset.store.select(
            f"SELECT DISTINCT ?i ?v {{ {values('i', portion)} "
            f"GRAPH ?g {{ ?i dch:sourceDocument ?d ; <{property_}> ?v }} }}"
        )
        for row in rows:
            yield gathered.number[row["i"].value], row["v"].value


def _labels(dataset: Dataset) -> dict[str, str]:
    labels: dict[str, str] = {}
    for row in dataset.store.select("SELECT DISTINCT ?x ?label { ?x skos:prefLabel ?label }"):
        label = row["label"]
        if getattr(label, "language", None) == "vi":
            labels[row["x"].value] = min(label.value, labels.get(row["x"].value, label.value))
    return labels


def _write_number_keys(folder: Path, said: _Said) -> None:
    pairs = sorted({(number_slug(number), node) for node, votes in said.items() for number in votes})
    StringTable.write(folder, "number_keys", [key for key, _ in pairs])
    np.save(folder / "number_nodes.npy", np.array([node for _, node in pairs], dtype=np.int32))
