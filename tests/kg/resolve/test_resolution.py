"""The pass over the store: what waits is resolved late, what goes leaves nothing, order never matters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.resolution import resolve_documents
from kg.resolve.writing import clear_documents
from tests.kg.resolve.world import IRIS, Doc, Said, World, world

LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
BINH_THUAN = "Ủy ban nhân dân tỉnh Bình Thuận"
TTG = "Thủ tướng Chính phủ"
BCT = "Bộ Chính trị"
QH = "Quốc hội"
SCHEME = "tổng thể phát triển giáo dục thể chất, thể thao trường học giai đoạn 2016 - 2020"

WAITING = Doc(
    "waiting",
    (
        Said("Thông tư", "77/2023/TT-BGDĐT"),
        Said("Đề án", title=SCHEME),
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON),
    ),
    number="1/KH-UBND",
)
FULL = Doc(
    "full",
    (
        Said("Thông tư", "77/2023/TT-BGDĐT", "Bộ Giáo dục và Đào tạo", "2023-05-05"),
        Said("Quyết định", "1076/QĐ-TTg", TTG, "2016-06-17"),
        Said("Đề án", title=SCHEME, relation="approves", on=1),
    ),
    issuer=BINH_THUAN,
    number="2/KH-UBND",
)
DISTRUSTED = Doc(
    "distrusted",
    (
        Said("Chỉ thị", "42-CT/TW", "Ban Bí thư", "2015-03-24"),
        Said("Luật", "99/2030/QH19", QH, title="Luật Đấu thầu"),
        Said("Luật", issuer=QH, title="Luật Giáo dục", year=2019),
        Said("Nghị quyết", issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ),
    number="3/KH-UBND",
)
SECOND = Doc(
    "second",
    (
        Said("Chỉ thị", "42-CT/TW", BCT, "2015-03-24"),
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XII"),
        Said("Đề án", title=SCHEME),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        Said(
            "Nghị quyết",
            issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            words="Nghị quyết Đại hội XIII",
        ),
    ),
    issuer="Ủy ban nhân dân tỉnh Lai Châu",
    number="4/KH-UBND",
)
DOCUMENTS = (WAITING, FULL, DISTRUSTED, SECOND)

orders = st.permutations(DOCUMENTS)
splits = st.integers(min_value=1, max_value=len(DOCUMENTS))


def test_a_late_arrival_resolves_what_waited_for_it() -> None:
    early = world(WAITING)
    assert early.meanings(WAITING)[0].startswith("doc/")
    early.add(FULL)
    number, scheme, *_ = early.meanings(WAITING)
    assert number == "bo-giao-duc-va-dao-tao/thong-tu/2023/77-2023-tt-bgddt"
    assert scheme == early.meanings(FULL)[2]
    assert not scheme.startswith("doc/")


def test_what_goes_takes_its_evidence_with_it() -> None:
    late = world(WAITING, FULL).remove(FULL)
    assert late.resolution_lines() == world(WAITING).resolution_lines()


def test_a_document_that_goes_leaves_nothing_behind() -> None:
    assert world(FULL).remove(FULL).resolution_lines() == []


def test_a_number_alone_never_decides() -> None:
    both = world(WAITING, SECOND)
    assert both.meanings(WAITING)[3].startswith("doc/")
    assert both.candidates(WAITING, 3) == ["ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd"]


def test_documents_that_a_run_cut_short_left_unresolved_are_taken_along() -> None:
    cut_short = World()
    cut_short.store.load(WAITING.graph.nquads())
    cut_short.add(FULL)
    assert cut_short.resolution_lines() == world(WAITING, FULL).resolution_lines()


@settings(max_examples=25, deadline=None)
@given(order=orders, split=splits)
def test_the_order_of_loading_never_matters(order: list[Doc], split: int) -> None:
    loaded = World().add(*order[:split])
    for doc in order[split:]:
        loaded.add(doc)
    assert loaded.resolution_lines() == world(*DOCUMENTS).resolution_lines()


@settings(max_examples=25, deadline=None)
@given(order=orders, kept=st.integers(min_value=0, max_value=len(DOCUMENTS) - 1))
def test_what_comes_and_goes_is_as_if_it_never_was(order: list[Doc], kept: int) -> None:
    visited = World()
    for doc in order:
        visited.add(doc)
    for doc in order[kept:]:
        visited.remove(doc)
    assert visited.resolution_lines() == world(*order[:kept]).resolution_lines()


def test_a_pass_that_was_cut_short_is_done_again() -> None:
    """Killed after it took the resolutions of the waiting document out, before it wrote new ones."""
    cut_short = world(WAITING)
    cut_short.store.load(FULL.graph.nquads())
    resolve_documents(cut_short.store, IRIS, [FULL.hash])
    clear_documents(cut_short.store, IRIS, [WAITING.hash])
    assert cut_short.add().resolution_lines() == world(WAITING, FULL).resolution_lines()


def test_what_a_mention_means_does_not_depend_on_what_else_is_resolved_with_it() -> None:
    """The decree's day, which the neighbour gives, would tell the law's version; the neighbour may go."""
    decree = "999/2025/NĐ-CP"
    citing = Doc(
        "citing",
        (
            Said("Nghị định", decree, "Chính phủ", year=2025),
            Said("Luật", issuer=QH, title="Luật Đầu tư", on=0, relation="based_on"),
        ),
        date="2026-06-01",
    )
    neighbour = Doc(
        "neighbour",
        (Said("Nghị định", decree, "Chính phủ", "2025-01-10"), Said("Nghị định", "999/NĐ-CP")),
        number="11/KH-UBND",
    )
    assert world(citing, neighbour).meanings(citing) == world(citing).add(neighbour).meanings(citing)
