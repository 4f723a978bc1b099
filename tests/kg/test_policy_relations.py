"""Relations that others wrote for one policy area are in the graph."""

from __future__ import annotations

import pytest

from tests.kg import policy_relations
from tests.kg.policy_relations import Outcome, outcomes, wrong_labels

ANY, SAME, ALL = 1.0, 0.95, 0.91
"""What part of the relations is there by any, by the same, and by the same with the wrong labels counted."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not policy_relations.SOURCE.is_file(),
        reason="the shared metadata is not beside the project",
    ),
]


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return outcomes()


def _share(part: list[bool]) -> float:
    return sum(part) / len(part)


def test_every_relation_whose_number_occurs_is_there_by_some_relation(found: list[Outcome]) -> None:
    assert _share([bool(outcome.found) for outcome in found]) >= ANY


def test_relations_are_there_by_the_same_relation(found: list[Outcome]) -> None:
    assert _share([outcome.same for outcome in found if outcome.wrong is None]) >= SAME
    assert _share([outcome.same for outcome in found]) >= ALL


def test_a_label_is_named_as_wrong_only_where_it_is_missed(found: list[Outcome]) -> None:
    missed = {outcome.label for outcome in found if not outcome.same}
    assert wrong_labels().keys() <= missed
