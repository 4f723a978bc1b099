"""Descriptions counted: what is said of each subject, how often, and whether its own text says it.

Thousands of documents describe a decree alike. Whoever settles what to say of it (`kg.index.votes`) asks how
many do, not which.
"""

from __future__ import annotations

import numpy as np

from kg import vocab
from kg.described import DESCRIBING
from kg.index.strings import Array

SUBJECT, PROPERTY, VALUE, SAID, OWN = range(5)
"""Columns of a tally. Subjects and values are numbers of terms, properties their places in DESCRIBING; SAID
is the number of graphs that say so, OWN 1 where one of them is that of the text of the subject, else 0."""

_IS_TEXT_OF = DESCRIBING.index(vocab.SOURCE_DOCUMENT_OF)


def tally(rows: Array) -> Array:
    """Count rows (subject, property, value, graph), in the order of subject, property and value."""
    subject, property_, value, graph = rows.T.astype(np.int64)
    terms = int(max(subject.max(initial=0), value.max(initial=0))) + 1
    places = graph * terms + subject
    own = np.isin(places, places[property_ == _IS_TEXT_OF])
    keys = (subject * len(DESCRIBING) + property_) * terms + value
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    counted = np.empty((len(first), 5), dtype=np.int32)
    counted[:, : VALUE + 1] = rows[order[first], : VALUE + 1]
    counted[:, SAID] = np.diff(np.append(first, len(keys)))
    counted[:, OWN] = np.logical_or.reduceat(own[order], first) if len(first) else 0
    return counted
