"""A short mention means the one full mention of the same document, or nothing."""

from __future__ import annotations

import pytest

from kg.iris import Iris
from kg.resolve.same_document import NamedNode, resolve_within

IRIS = Iris()
DOC = "doc/0123456789abcdef/"


def node(
    id_: str, *, date: str | None = None, title: str | None = None, term: str | None = None
) -> NamedNode:
    path = IRIS.parse(IRIS.from_id(id_))
    assert path is not None
    return NamedNode(id_, path, date, title, term)


SHORT = node(f"{DOC}_/nghi-quyet/_/29-nq-tw")
FULL = node("ban-chap-hanh-trung-uong/nghi-quyet/2013/29-nq-tw", date="2013-11-04")
OTHER_YEAR = node("ban-chap-hanh-trung-uong/nghi-quyet/2009/29-nq-tw", date="2009-07-01")
OTHER_TYPE = node("ban-chap-hanh-trung-uong/ket-luan/2013/29-nq-tw")
LAW = node(f"{DOC}quoc-hoi/luat/_/luat-giao-duc", title="Luật Giáo dục")
LAW_2019 = node(f"{DOC}quoc-hoi/luat/2019/luat-giao-duc", title="Luật Giáo dục")
LAW_2005 = node(f"{DOC}quoc-hoi/luat/2005/luat-giao-duc", title="Luật Giáo dục")
LAW_NUMBER = node("quoc-hoi/luat/2019/43-2019-qh14", title="Luật Giáo dục")
DIRECTIVE_XII = node(f"{DOC}bo-chinh-tri/chi-thi/_/05-ct-tw--xii", term="XII")
DIRECTIVE = node(f"{DOC}bo-chinh-tri/chi-thi/_/05-ct-tw")
DIRECTIVE_X = node(f"{DOC}bo-chinh-tri/chi-thi/_/05-ct-tw--x", term="X")
DATED = node(f"{DOC}_/nghi-quyet/2013/29-nq-tw", date="2013-11-05")


@pytest.mark.parametrize(
    ("nodes", "resolved"),
    [
        ([SHORT, FULL], {SHORT: FULL}),
        ([SHORT, FULL, OTHER_YEAR], {}),
        ([SHORT, OTHER_TYPE], {}),
        ([SHORT], {}),
        ([DATED, FULL], {}),
        ([LAW, LAW_2019], {LAW: LAW_2019}),
        ([LAW, LAW_2019, LAW_2005], {}),
        ([LAW, LAW_NUMBER], {LAW: LAW_NUMBER}),
        ([LAW, LAW_2019, LAW_NUMBER], {LAW: LAW_NUMBER, LAW_2019: LAW_NUMBER}),
        ([LAW_2005, LAW_NUMBER], {}),
        ([DIRECTIVE, DIRECTIVE_XII], {DIRECTIVE: DIRECTIVE_XII}),
        ([DIRECTIVE, DIRECTIVE_XII, DIRECTIVE_X], {}),
        ([DIRECTIVE_X, DIRECTIVE_XII], {}),
    ],
)
def test_resolution_within_a_document(nodes: list[NamedNode], resolved: dict[NamedNode, NamedNode]) -> None:
    expected = {node.iri: meaning.iri for node, meaning in resolved.items()}
    assert resolve_within(nodes) == expected
    assert resolve_within(reversed(nodes)) == expected
