"""How instruments stand on one day, many at once, for lists that are narrowed by it."""

from __future__ import annotations

from datetime import date as Day
from typing import get_args
from weakref import WeakKeyDictionary

import numpy as np

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.facts.endings import acts_upon, endings
from kg.facts.knowledge import Knowledge
from kg.index.strings import Array
from kg.questions.effect import Status, decide

STATUSES: tuple[Status, ...] = get_args(Status)
MOST = 5_000
"""Instruments whose standing is asked at once: each is looked up in what documents and tables say of it."""

_DAYS_KEPT = 2
_UNASKED = -1
_known: WeakKeyDictionary[Dataset, dict[Day, Array]] = WeakKeyDictionary()


def standing(dataset: Dataset, nodes: Array, on: Day) -> Array:
    """The place in STATUSES of each instrument's status on the day `on`, remembered while a state is open.

    Raises BadRequest for more than MOST instruments.
    """
    if len(nodes) > MOST:
        reason = f"{len(nodes)} instruments are left; narrow them to {MOST} by type, body, province or year"
        raise BadRequest(what="status", reason=reason)
    days = _known.setdefault(dataset, {})
    if on not in days:
        while len(days) >= _DAYS_KEPT:
            days.pop(next(iter(days)), None)
        days[on] = np.full(len(dataset.index.canonical), _UNASKED, dtype=np.int8)
    codes = days[on]
    unasked = np.unique(nodes[codes[nodes] == _UNASKED])
    if len(unasked):
        codes[unasked] = _asked(dataset, unasked, on)
    return codes[nodes]


def _asked(dataset: Dataset, nodes: Array, on: Day) -> list[int]:
    iris = dataset.index.names.iris(nodes)
    knowledge = Knowledge(dataset.store, dataset.iris)
    knowledge.gather(iris)
    acts = endings(dataset.store, dataset.iris, knowledge, acts=acts_upon(dataset, iris))
    return [
        STATUSES.index(decide(knowledge.day(iri), knowledge.force(iri), acts.get(iri, ()), on, knowledge)[0])
        for iri in iris
    ]
