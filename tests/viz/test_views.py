"""Grouping, chains as trees, and what sources disagree about."""

from __future__ import annotations

import pytest

from extractors.models import Relation
from kg.models import CitationRow, Edge, EvidenceRef, InstrumentRef
from kg.questions.scheme import RelationRows
from viz.views import Branch, groups, names_another_body, scheme_groups, tree


def ref(name: str) -> InstrumentRef:
    return InstrumentRef(name, name)


def row(source: str, relation: Relation, target: str, start: int = 0) -> CitationRow:
    evidence = EvidenceRef("doc", start, start + 10, "câu dẫn chứng")
    return CitationRow("c", ref(source), relation, ref(target), evidence, "numbered")


def edge(source: str, target: str) -> Edge:
    return Edge(ref(source), "implements", ref(target), (EvidenceRef("doc", 0, 5, "câu"),))


def test_rows_are_grouped_by_relation_implements_first_and_plain_citations_last() -> None:
    found = groups([row("s", "cites", "a"), row("s", "based_on", "b"), row("s", "implements", "c")], "out")

    assert [group.relation for group in found] == ["implements", "based_on", "cites"]


def test_a_relation_that_many_share_hides_no_other_and_says_how_many_there_are() -> None:
    parts = [
        RelationRows("implements", "in", (row("a", "implements", "t"),), 4_500),
        RelationRows("cites", "in", (row("b", "cites", "t"),), 1),
        RelationRows("based_on", "out", (row("t", "based_on", "c"),), 1),
    ]

    assert [(group.relation, group.left) for group in scheme_groups(parts, "in")] == [
        ("implements", 4_499),
        ("cites", 0),
    ]


def test_an_instrument_named_twice_is_one_link_and_a_sentence_is_given_once() -> None:
    rows = [row("s", "cites", "a", 0), row("s", "cites", "a", 0), row("s", "cites", "a", 50)]
    (group,) = groups(rows, "out")

    assert [len(link.evidence) for link in group.links] == [2]


def test_the_other_end_is_the_source_of_what_comes_in() -> None:
    (group,) = groups([row("kế hoạch", "implements", "quyết định")], "in")

    assert [link.instrument.iri for link in group.links] == ["kế hoạch"]


def names(branches: tuple[Branch, ...]) -> list[object]:
    return [(b.instrument.iri, names(b.branches)) if b.branches else b.instrument.iri for b in branches]


def test_a_chain_is_a_tree_below_what_was_asked_for() -> None:
    edges = [edge("chương trình", "nghị quyết"), edge("kế hoạch", "chương trình")]

    assert names(tree(ref("nghị quyết"), edges, down=True)) == [("chương trình", ["kế hoạch"])]
    assert names(tree(ref("kế hoạch"), edges, down=False)) == [("chương trình", ["nghị quyết"])]


def test_a_cycle_ends_where_it_closes_and_a_second_way_in_is_marked() -> None:
    edges = [edge("a", "gốc"), edge("b", "gốc"), edge("b", "a"), edge("gốc", "b")]
    found = tree(ref("gốc"), edges, down=True)

    assert names(found) == [("a", ["b"]), ("b", ["gốc"])]
    assert [branch.again for branch in found[0].branches] == [True]
    assert [branch.again for branch in found[1].branches] == [True]


@pytest.mark.parametrize(
    ("words", "issuer", "expected"),
    [
        ("Thủ tướng Chính phủ", "Chính phủ", True),
        ("Chính phủ", "Chính phủ", False),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo", False),
        ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Quảng Ninh", False),
        ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo", False),
    ],
)
def test_an_officer_acts_for_the_body_and_another_body_contradicts_it(
    words: str, issuer: str, expected: bool
) -> None:
    assert names_another_body(words, issuer) is expected
