"""Names and order of relations."""

from __future__ import annotations

from typing import get_args

import pytest

from extractors.models import Relation
from viz.language import Language
from viz.relations import label, rank


@pytest.mark.parametrize("relation", get_args(Relation))
def test_every_relation_has_a_name_in_both_directions_and_languages(relation: str) -> None:
    languages: tuple[Language, ...] = ("vi", "en")
    names = {label(relation, language, inverse) for language in languages for inverse in (False, True)}

    assert len(names) == 4


def test_implements_comes_first_and_plain_citations_last() -> None:
    ranked = sorted(get_args(Relation), key=rank)

    assert (ranked[0], ranked[-1]) == ("implements", "cites")
