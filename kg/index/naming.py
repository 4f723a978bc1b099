"""Settling what to say of each instrument where documents differ, by the rule of `kg.index.votes`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
from pyoxigraph import NamedNode

from kg import vocab
from kg.described import DESCRIBING
from kg.index.codes import numbered, write_codes
from kg.index.gather import Gathered
from kg.index.names import NO_DAY, day_number
from kg.index.provinces import province_numbers
from kg.index.strings import Array, StringTable
from kg.index.tally import OWN, PROPERTY, SAID, SUBJECT, VALUE
from kg.index.votes import Votes, votes
from kg.iris import number_slug


def write_names(folder: Path, gathered: Gathered) -> None:
    """Settle and write the names of all instruments."""
    terms, count = gathered.terms, len(gathered.iris)
    labels = _labels(gathered)
    types, numbers, titles, issuers = ([""] * count for _ in range(4))
    days, years = np.full(count, NO_DAY, dtype=np.int32), np.zeros(count, dtype=np.int16)
    said = _votes(gathered, vocab.ID_LOCAL)
    for node, number in _pairs(*said.best):
        numbers[node] = terms[number]
    for node, title in _pairs(*_votes(gathered, vocab.TITLE, longest=True).best):
        titles[node] = terms[title]
    for node, concept in _pairs(*_votes(gathered, vocab.TYPE_DOCUMENT).best):
        types[node] = labels.get(concept, "")
    for node, names in _bodies(_votes(gathered, vocab.PASSED_BY), labels, terms).items():
        issuers[node] = "; ".join(sorted(names))
    for node, date in _pairs(*_votes(gathered, vocab.DATE_DOCUMENT).best):
        days[node] = day_number(terms[date])
    for node, year in _pairs(*_votes(gathered, vocab.YEAR).best):
        years[node] = int(terms[year])
    StringTable.write(folder, "numbers", numbers)
    StringTable.write(folder, "titles", titles)
    write_codes(folder, "types", *numbered(types))
    issuer_codes, issuer_names = write_codes(folder, "issuers", *numbered(issuers))
    np.save(folder / "provinces.npy", province_numbers(issuer_names)[issuer_codes])
    np.save(folder / "days.npy", days)
    np.save(folder / "years.npy", years)
    _write_number_keys(folder, said, terms)


def _votes(gathered: Gathered, property_: NamedNode, *, longest: bool = False) -> Votes:
    rows = _rows(gathered, property_)
    nodes = gathered.node_of[rows[:, SUBJECT]]
    rows, nodes = rows[nodes >= 0], nodes[nodes >= 0]
    strings = {value: gathered.terms[value] for value in np.unique(rows[:, VALUE]).tolist()}
    return votes(nodes, rows[:, VALUE], rows[:, SAID], rows[:, OWN] > 0, strings, longest=longest)


def _rows(gathered: Gathered, property_: NamedNode) -> Array:
    """What is said of this property."""
    said = gathered.descriptions
    found: Array = said[said[:, PROPERTY] == DESCRIBING.index(property_)]
    return found


def _pairs(nodes: Array, values: Array) -> list[tuple[int, int]]:
    return list(zip(nodes.tolist(), values.tolist(), strict=True))


def _bodies(said: Votes, labels: dict[int, str], terms: list[str]) -> dict[int, list[str]]:
    """The bodies that are named as often as the most named one: joint issuers stand side by side."""
    names = defaultdict(list)
    for node, body in _pairs(*said.most_said):
        names[node].append(labels.get(body, terms[body]))
    return names


def _labels(gathered: Gathered) -> dict[int, str]:
    """The name of each body and type, of several the first."""
    rows = _rows(gathered, vocab.LABEL)
    found: dict[int, str] = {}
    for subject, value in set(map(tuple, rows[:, (SUBJECT, VALUE)].tolist())):
        label = gathered.terms[value]
        found[subject] = min(label, found.get(subject, label))
    return found


def _write_number_keys(folder: Path, said: Votes, terms: list[str]) -> None:
    slugs = {value: number_slug(terms[value]) for value in np.unique(said.values).tolist()}
    pairs = sorted({(slugs[value], node) for node, value in _pairs(said.nodes, said.values)})
    StringTable.write(folder, "number_keys", [key for key, _ in pairs])
    np.save(folder / "number_nodes.npy", np.array([node for _, node in pairs], dtype=np.int32))
