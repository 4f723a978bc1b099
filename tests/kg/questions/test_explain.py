"""Why this one: rule, reasons and evidence of a resolution, or the candidates of an open name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.dataset import Dataset
from kg.errors import NotFound
from kg.questions.explain import IDENTIFIED, MentionExplanation, explain
from kg.resolve.reasons import words
from tests.kg.resolve.datasets import dataset_of
from tests.kg.resolve.world import IRIS, Doc, Said

BCT = "Bộ Chính trị"
SCHEME = "tổng thể phát triển giáo dục thể chất, thể thao trường học giai đoạn 2016 - 2020"
PLAN = Doc(
    "plan",
    (
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XII"),
        Said("Luật", issuer="Quốc hội", title="Luật Đấu thầu"),
        Said("Kế hoạch", "38/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        Said("Quyết định", "1076/QĐ-TTg", "Thủ tướng Chính phủ", "2016-06-17"),
        Said("Đề án", title=SCHEME, relation="approves", on=3),
    ),
)
OTHER = Doc(
    "other",
    (Said("Kế hoạch", "38/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", "2019-02-15"),),
    number="11/KH-UBND",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    with Dataset.open(dataset_of(tmp_path_factory.mktemp("explain"), PLAN, OTHER)) as opened:
        yield opened


def explained(dataset: Dataset, place: int) -> MentionExplanation:
    """The explanation of the mention at a place of the plan, by its citation."""
    start = PLAN.extraction.citations[place].start
    end = PLAN.extraction.citations[place].end
    return explain(dataset, IRIS.citation(PLAN.hash, start, end)).mentions[0]


@pytest.mark.parametrize(
    ("place", "rule", "target", "reasons"),
    [
        (
            0,
            "issuer-and-term",
            "bo-chinh-tri/chi-thi/2016/05-ct-tw",
            {"issuer", "term", "before-citing", "in-table"},
        ),
        (1, "law-in-force", "quoc-hoi/luat/2023/22-2023-qh15", {"title", "in-force"}),
        (4, "named-programme", None, {"period", "central-approval"}),
    ],
)
def test_why_this_one(dataset: Dataset, place: int, rule: str, target: str | None, reasons: set[str]) -> None:
    found = explained(dataset, place)
    assert found.rule == rule
    assert found.rule_vi
    assert found.rule_en
    assert {words(code) for code in reasons} <= set(found.reasons)
    assert found.target is not None
    assert target in (None, found.target.id)
    assert found.evidence[0].quote == PLAN.mentions[place].wording


def test_a_number_alone_keeps_its_candidates_with_reasons(dataset: Dataset) -> None:
    found = explained(dataset, 2)
    assert found.target is None
    assert [(one.rank, one.instrument.year) for one in found.candidates] == [(1, 2019)]
    assert words("number-alone") in found.candidates[0].reasons


def test_a_full_naming_is_its_own_identity(dataset: Dataset) -> None:
    found = explained(dataset, 3)
    assert found.target == found.node
    assert found.reasons == (IDENTIFIED,)
    assert found.confidence == 1


def test_all_mentions_of_a_number(dataset: Dataset) -> None:
    rules = {one.rule for one in explain(dataset, "05-CT/TW").mentions}
    assert rules == {None, "issuer-and-term"}


def test_what_nobody_mentions(dataset: Dataset) -> None:
    with pytest.raises(NotFound):
        explain(dataset, "77/XX-YY")


def test_a_page_of_the_mentions_of_a_number_those_known_in_full_first(dataset: Dataset) -> None:
    every = explain(dataset, "05-CT/TW")
    pages = [explain(dataset, "05-CT/TW", offset=place, limit=1) for place in range(every.total)]

    assert [one for page in pages for one in page.mentions] == list(every.mentions)
    assert {page.total for page in pages} == {len(every.mentions)} == {2}
    assert [one.node.partial for one in every.mentions] == sorted(one.node.partial for one in every.mentions)
