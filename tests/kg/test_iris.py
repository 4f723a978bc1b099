"""IRIs: ASCII, stable, readable back, and never one for two things."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.iris import InstrumentPath, Iris, name_slug, number_slug

IRIS = Iris("http://localhost:8000/")
HASH = "0123456789abcdef"


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        ("2457/QĐ-BGDĐT", "2457-qd-bgddt"),
        ("38/KH-UBND", "38-kh-ubnd"),
        ("43/2019/QH14", "43-2019-qh14"),
        ("05-CT/TW", "05-ct-tw"),
        ("5-CT/TW", "05-ct-tw"),
        ("005-CT/TW", "05-ct-tw"),
        ("15a/2020/NĐ-CP", "15a-2020-nd-cp"),
        ("3677/TB-SGDÐT", "3677-tb-sgddt"),
    ],
)
def test_a_number_as_a_segment(number: str, slug: str) -> None:
    assert number_slug(number) == slug


@pytest.mark.parametrize(
    ("path", "id_"),
    [
        (
            InstrumentPath("ubnd-tinh-lang-son", "ke-hoach", 2019, "38-kh-ubnd"),
            "ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd",
        ),
        (
            InstrumentPath("quoc-hoi", "luat", 2019, "43-2019-qh14"),
            "quoc-hoi/luat/2019/43-2019-qh14",
        ),
        (
            InstrumentPath("_", "chi-thi", None, "05-ct-tw", HASH),
            f"doc/{HASH}/_/chi-thi/_/05-ct-tw",
        ),
    ],
)
def test_an_instrument_there_and_back(path: InstrumentPath, id_: str) -> None:
    iri = IRIS.instrument(path)
    assert iri == f"http://localhost:8000/id/{id_}"
    assert IRIS.id_of(iri) == id_
    assert IRIS.from_id(id_) == iri
    assert IRIS.parse(iri) == path
    assert IRIS.is_partial(iri) == (path.document is not None)


@pytest.mark.parametrize(
    "other",
    [
        "http://localhost:8000/id/doc/0123456789abcdef",
        "http://localhost:8000/id/doc/0123456789abcdef/self",
        "http://localhost:8000/id/doc/0123456789abcdef/c/10-20",
        "http://localhost:8000/id/a/b/20x9/c",
        "http://localhost:8000/id/a/b/2019",
        "http://localhost:8000/id/a/b/2019/Ü",
        "https://example.org/",
    ],
)
def test_what_is_no_instrument_is_not_read_as_one(other: str) -> None:
    assert IRIS.parse(other) is None


@pytest.mark.parametrize(
    ("iri", "hash_"),
    [
        (IRIS.document(HASH), HASH),
        (IRIS.document_graph(HASH), HASH),
        (IRIS.citation(HASH, 3, 9), HASH),
        (IRIS.effect_clause(HASH, 3, 9), HASH),
        (IRIS.instrument(InstrumentPath("a", "b", 2019, "c")), None),
        (IRIS.graph("runs"), None),
        ("http://localhost:8000/id/doc/not-a-hash", None),
    ],
)
def test_the_document_an_iri_belongs_to(iri: str, hash_: str | None) -> None:
    assert IRIS.hash_of(iri) == hash_


def test_a_base_gets_its_slash() -> None:
    assert Iris("https://example.org/kg").body("quoc-hoi") == "https://example.org/kg/body/quoc-hoi"


def test_long_titles_that_differ_at_the_end_stay_apart() -> None:
    title = (
        "phát triển giáo dục nghề nghiệp cho thanh niên nông thôn vùng đồng bào dân tộc thiểu số giai đoạn "
    )
    first, second = name_slug(f"{title}2021-2025"), name_slug(f"{title}2026-2030")
    assert first != second
    assert max(len(first), len(second)) < 100


VIETNAMESE = st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x1EFF), min_size=1)


@given(VIETNAMESE)
def test_every_slug_is_a_segment_that_needs_no_escaping(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]*", number_slug(text))
    assert re.fullmatch(r"[a-z0-9_-]+", name_slug(text))


@given(VIETNAMESE, st.integers(1900, 2100) | st.none(), st.none() | st.just(HASH))
def test_any_path_reads_back(name: str, year: int | None, document: str | None) -> None:
    path = InstrumentPath("ubnd-tinh-lang-son", "ke-hoach", year, name_slug(name), document)
    assert IRIS.parse(IRIS.instrument(path)) == path
