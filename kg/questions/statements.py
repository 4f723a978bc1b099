"""What documents state of one instrument: each value with some who state it, and all who do page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg import vocab
from kg.dataset import Dataset
from kg.facts.labels import labels
from kg.facts.statements import StatedValue, page_of_stating, stated_by, stated_values
from kg.models import Statement, StatementPage, StatementRow
from kg.questions.lookup import find_node

_HIDDEN = {vocab.TYPE.value, vocab.NUMBER_KEY.value, vocab.MATCH_KEY.value, *vocab.relation_names()}
"""Properties of an instrument that are no statements of a document about it."""


def statements_of(dataset: Dataset, nodes: Sequence[str], limit: int) -> tuple[Statement, ...]:
    """The values stated of an instrument, which `nodes` (IRIs) stand for, each with `limit` documents."""
    found = stated_by(dataset, nodes, limit, but=_HIDDEN)
    return tuple(
        Statement(stated.property, text, found[stated], stated.total)
        for text, stated in _in_order(dataset, found)
    )


def statements(dataset: Dataset, wanted: str, *, offset: int = 0, limit: int = 100) -> StatementPage:
    """Who states what of the instrument that `wanted` names: values in order, the documents of each in order.

    Raises NotFound or Ambiguous.
    """
    index = dataset.index
    nodes = [index.iri(member) for member in index.members(find_node(dataset, wanted))]
    found = (stated for stated in stated_values(dataset, nodes) if stated.property not in _HIDDEN)
    rows: list[StatementRow] = []
    before = 0
    for text, stated in _in_order(dataset, found):
        first, last = max(offset - before, 0), min(offset + limit - before, stated.total)
        before += stated.total
        if first < last:
            documents = page_of_stating(dataset, nodes, stated, first, last - first)
            rows += [StatementRow(stated.property, text, document) for document in documents]
    return StatementPage(tuple(rows), before, offset, limit)


def _in_order(dataset: Dataset, found: Iterable[StatedValue]) -> list[tuple[str, StatedValue]]:
    """The values, each with its text, in the order of property and text."""
    found = list(found)
    shown = labels(dataset, (stated.value for stated in found))
    named = [(shown[stated.value], stated) for stated in found]
    return sorted(named, key=lambda item: (item[1].property, item[0], str(item[1].value)))
