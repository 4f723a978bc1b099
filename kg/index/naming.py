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
    rows = gathered.descriptions[gathered.descriptions[:, 1] == DESCRIBING.index(property_)]
    rows = rows[gathered.node_of[rows[:, 0]] >= 0]
    strings = {value: gathered.terms[value] for value in np.unique(rows[:, 2]).tolist()}
    nodes = gathered.node_of[rows[:, 0]]
    return votes(nodes, rows[:, 2], _is_own(gathered, rows), strings, longest=longest)


def _is_own(gathered: Gathered, rows: Array) -> Array:
    """Which of these rows stand in the graph of the text of the instrument that they are of."""
    said = gathered.descriptions
    selves = said[said[:, 1] == DESCRIBING.index(vocab.SOURCE_DOCUMENT_OF)]
    found: Array = np.isin(_places(rows, len(gathered.terms)), _places(selves, len(gathered.terms)))
    return found


def _places(rows: Array, terms: int) -> Array:
    """Graph and subject of each row as one number."""
    places: Array = rows[:, 3].astype(np.int64) * terms + rows[:, 0]
    return places


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
    rows = gathered.descriptions[gathered.descriptions[:, 1] == DESCRIBING.index(vocab.LABEL)]
    found: dict[int, str] = {}
    for subject, value in np.unique(rows[:, (0, 2)], axis=0).tolist():
        label = gathered.terms[value]
        found[subject] = min(label, found.get(subject, label))
    return found


def _write_number_keys(folder: Path, said: Votes, terms: list[str]) -> None:
    slugs = {value: number_slug(terms[value]) for value in np.unique(said.values).tolist()}
    pairs = sorted({(slugs[value], node) for node, value in _pairs(said.nodes, said.values)})
    StringTable.write(folder, "number_keys", [key for key, _ in pairs])
    np.save(folder / "number_nodes.npy", np.array([node for _, node in pairs], dtype=np.int32))
