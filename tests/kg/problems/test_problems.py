"""Each kind of problem by a mention that has it, and by one that has not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ontology
from kg.derive import derive_from
from kg.problems.graph import kinds
from tests.kg.resolve.world import IRIS, Doc, Said, World

CP = "Chính phủ"
TTG = "Thủ tướng Chính phủ"
BGDDT = "Bộ Giáo dục và Đào tạo"
QH = "Quốc hội"
BNV = "Bộ Nội vụ"
BNNMT = "Bộ Nông nghiệp và Môi trường"
LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"


def found(*docs: Doc) -> set[tuple[str, str]]:
    """Kind and instrument (id) of each problem of a world with these documents."""
    return problems_of(derived(*docs))


def derived(*docs: Doc) -> World:
    world = World()
    for doc in docs:
        world.store.load(doc.graph.nquads())
    derive_from(world.store, IRIS, [doc.hash for doc in docs])
    return world


def problems_of(world: World) -> set[tuple[str, str]]:
    rows = world.store.select(
        "SELECT ?k ?i WHERE { ?p a dch:Problem ; dch:problemKind ?k ; dch:concerns ?i }"
    )
    return {(row["k"].value.rpartition("problem-")[2], IRIS.id_of(row["i"].value)) for row in rows}


def kinds_of(*said: Said, date: str | None = "2024-03-01") -> set[str]:
    return {kind for kind, _ in found(Doc("d", said, date=date))}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "issuer-contradicts-number",
            Said(
                "Nghị định", "80/2017/NĐ-CP", CP, "2017-07-17", issuer_as_written=TTG,
                rules=("issuer-contradicts-number",),
            ),
        ),
        ("issuer-contradicts-known", Said("Chỉ thị", "05-CT/TW", "Ban Bí thư", "2016-05-15")),
        ("date-contradicts-known", Said("Luật", "43/2019/QH14", QH, "2019-06-15")),
        ("cited-after-citing", Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, "2025-08-23")),
        ("cited-after-citing", Said("Thông tư", "05/2025/TT-BGDĐT", BGDDT)),
        ("cited-replaced", Said("Luật", "43/2013/QH13", QH, title="Luật Đấu thầu")),
        ("missing-year", Said("Thông tư liên tịch", "06/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}", "2015-03-16")),
        ("number-impossible", Said("Quyết định", "12/QĐ-XYZT", None, "2020-01-02")),
        ("number-not-canonical", Said("Nghị định", "40/2022/NĐ-CP", CP, words="Nghị định số 40/2022/NĐ-СР")),
        ("ambiguous-name", Said("Luật", issuer=QH, title="Luật Đấu thầu", relation="cites")),
        ("issuer-not-yet-existing", Said("Quyết định", "12/QĐ-BNNMT", BNNMT, "2020-01-02")),
    ],
)  # fmt: skip
def test_a_mention_with_the_problem(kind: str, said: Said) -> None:
    # Luật Đấu thầu was cited in August 2023: the law of 2013 in force, that of 2023 issued already.
    date = "2023-08-01" if kind == "ambiguous-name" else "2024-03-01"
    assert kind in kinds_of(said, date=date)


@pytest.mark.parametrize(
    "said",
    [
        Said("Nghị định", "80/2017/NĐ-CP", CP, "2017-07-17"),
        Said("Luật", "43/2019/QH14", QH, "2019-06-14"),
        Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, "2023-08-23"),
        Said("Luật", "22/2023/QH15", QH),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; Bộ Nội vụ", "2015-03-16"),
        Said("Nghị định", "09/CP", CP, "1995-01-23"),
        Said("Quyết định", "170/2008/QĐ-TTg", TTG, words="QUYẾT ĐỊNH SỐ 170/2008/QĐ-TTG"),
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
    ],
    ids=lambda said: said.wording,
)
def test_a_mention_without_a_problem(said: Said) -> None:
    assert kinds_of(said) == set()


def test_one_number_of_the_same_day_in_two_years_is_a_slip() -> None:
    plan = Said("Kế hoạch", "96/KH-UBND", LANG_SON, "2014-10-30")
    slip = replace(plan, date="2013-10-30")
    assert kinds_of(plan, slip) == {"date-contradicts-mention"}
    assert kinds_of(plan, replace(plan, date="2013-02-15")) == set()
    assert kinds_of(plan, plan) == set()


def test_two_documents_that_date_one_instrument_differently() -> None:
    first = Doc("a", (Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),), number="1/KH-UBND")
    second = Doc("b", (Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-25"),), number="2/KH-UBND")
    assert found(first, second) == {("two-dates", "ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd")}
    assert found(first) == set()


NEW = Doc(
    "new",
    (Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10", relation="replaces"),),
    type="Quyết định", number="20/2022/QĐ-UBND", date="2022-05-01",
)  # fmt: skip
LATER = Doc("later", (Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10"),), date="2024-01-05")
EARLIER = Doc("earlier", (Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10"),), date="2021-01-05")
ENDED = "ubnd-tinh-lang-son/quyet-dinh/2020/10-2020-qd-ubnd"


def test_what_was_replaced_before_the_citation_and_what_since() -> None:
    assert found(NEW, LATER) == {("cited-replaced", ENDED)}
    assert found(NEW, EARLIER) == {("plan-on-ended-instrument", ENDED)}
    assert found(LATER, EARLIER) == set()


def test_a_part_that_is_repealed_leaves_the_rest_in_force() -> None:
    part = Doc(
        "part",
        (Said("Quyết định", "10/2020/QĐ-UBND", LANG_SON, "2020-01-10", relation="repeals", part=True),),
        type="Quyết định", number="20/2022/QĐ-UBND", date="2022-05-01",
    )  # fmt: skip
    assert found(part, LATER) == set()


def test_no_circular_ends_a_decree() -> None:
    lower = Doc(
        "lower",
        (Said("Nghị định", "31/2010/NĐ-CP", CP, "2010-03-29", relation="repeals"),),
        type="Thông tư", number="05/2020/TT-BGDĐT", issuer=BGDDT, date="2020-05-01",
    )  # fmt: skip
    citing = Doc("citing", (Said("Nghị định", "31/2010/NĐ-CP", CP, "2010-03-29"),))
    assert found(lower, citing) == set()


TRIAL = Doc(
    "trial", type="Quyết định", number="30/2022/QĐ-UBND", date="2022-01-05", effective="2022-02-01",
    expired="2023-01-01",
)  # fmt: skip
TRIED = "ubnd-tinh-lang-son/quyet-dinh/2022/30-2022-qd-ubnd"


@pytest.mark.parametrize(
    ("date", "problems"),
    [
        ("2022-01-20", {("cited-not-yet-effective", TRIED)}),
        ("2022-02-01", set()),
        ("2022-12-31", set()),
        ("2023-01-01", {("cited-expired", TRIED)}),
    ],
)
def test_what_a_text_says_of_its_own_effect(date: str, problems: set[tuple[str, str]]) -> None:
    citing = Doc(
        "citing",
        (Said("Quyết định", "30/2022/QĐ-UBND", LANG_SON, "2022-01-05"),),
        number="40/KH-UBND",
        date=date,
    )
    assert found(TRIAL, citing) == problems


def test_an_act_that_has_no_effect_yet_has_replaced_nothing() -> None:
    waiting = replace(NEW, effective="2030-01-01")
    assert found(waiting, LATER) == {("plan-on-ended-instrument", ENDED)}


SPEAKING = Doc(
    "speaking",
    (
        Said(
            "Quyết định", "20/2022/QĐ-UBND", LANG_SON, "2022-05-01", relation="cites", effective="2030-01-01"
        ),
    ),
    number="50/KH-UBND",
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from((NEW, LATER, EARLIER, SPEAKING, TRIAL)), max_size=8))
def test_problems_are_the_same_in_whatever_order_documents_come_and_go(steps: list[Doc]) -> None:
    """Each step brings a document, or takes it away if it is there."""
    world, present = World(), dict[str, Doc]()
    for doc in steps:
        if present.pop(doc.name, None):
            world.store.remove_graph(doc.graph.iri)
        else:
            present[doc.name] = doc
            world.store.load(doc.graph.nquads())
        derive_from(world.store, IRIS, [doc.hash])
    assert problems_of(world) == found(*present.values())


def test_every_problem_has_a_kind_of_the_table() -> None:
    assert set(kinds()) == {kind.name for kind in ontology.problem_kinds()}
