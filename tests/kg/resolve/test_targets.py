"""The instruments known in full that bear a key, from documents and tables."""

from __future__ import annotations

import pytest

from kg.resolve.targets import TargetTable
from tests.kg.resolve.world import IRIS, Doc, Said, world

BINH_THUAN, LANG_SON = "Ủy ban nhân dân tỉnh Bình Thuận", "Ủy ban nhân dân tỉnh Lạng Sơn"
KEY = "n:38-kh-ubnd"


def _plan(issuer: str, date: str) -> Said:
    return Said(number="38/KH-UBND", type="Kế hoạch", issuer=issuer, date=date)


EARLY, LATE, OTHER = (
    _plan(LANG_SON, "2019-03-01"),
    _plan(LANG_SON, "2020-04-02"),
    _plan(BINH_THUAN, "2019-05-06"),
)


@pytest.mark.parametrize(
    ("said", "bearing", "together"),
    [
        ([EARLY], 1, []),
        ([EARLY, LATE], 2, []),
        ([EARLY, OTHER], 2, [2]),
        ([EARLY, LATE, OTHER], 3, [2]),
    ],
    ids=["one", "one a year", "two of a year", "and one of another"],
)
def test_several_of_one_number_and_year(said: list[Said], bearing: int, together: list[int]) -> None:
    table = TargetTable(world(Doc("d", tuple(said))).store, IRIS)
    assert [len(found) for found in table.bearers([KEY]).values()] == [bearing]
    groups = table.of_one_year([KEY])
    assert [len(group) for group in groups] == together
    assert all({target.year for target in group} == {2019} for group in groups)
    assert set().union(*groups) <= set(table.of([KEY])[KEY])


def test_a_table_knows_what_no_document_names() -> None:
    key = "n:80-nd-cp"
    table = TargetTable(world(Doc("d", (EARLY,))).store, IRIS)
    assert {target.iri for target in table.of([key])[key]} == table.bearers([key])[key]
    assert any(target.in_table and not target.in_store for target in table.of([key])[key])
