"""Places inside an instrument: articles, clauses, points, lists and ranges of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.models import Pinpoint
from extractors.pinpoints import ANYWHERE, LETTERS, UNITS, find_all, parse, read_before
from tests.extractors.reading import only


def place(name: str) -> Pinpoint:
    """ "5.2.a" is point a of clause 2 of article 5; "_" leaves a level out."""
    article, clause, point = (*name.split("."), "_", "_")[:3]
    given = {"article": article, "clause": clause, "point": point}
    return Pinpoint(**{key: value for key, value in given.items() if value != "_"})


@pytest.mark.parametrize(
    ("run", "places"),
    [
        ("Điều 5", "5"),
        ("Điều 15a", "15a"),
        ("ĐIỀU 5", "5"),
        ("khoản 2 Điều 5", "5.2"),
        ("điểm a khoản 1 Điều 12", "12.1.a"),
        ("điểm đ khoản 2, Điều 6", "6.2.đ"),
        ("khoản 2 của Điều 5", "5.2"),
        ("Điều 5 và Điều 9", "5 9"),
        ("các Điều 3, 9 và tại các khoản 1, 3 Điều 10", "3 9 10.1 10.3"),
        ("các Điều 5, 6 và 9", "5 6 9"),
        ("các khoản 2, 3 và 5 Điều 7", "7.2 7.3 7.5"),
        ("khoản 1 và khoản 4 Điều 7", "7.1 7.4"),
        ("điểm a và điểm b khoản 1 Điều 2, Điều 5", "2.1.a 2.1.b 5"),
        ("điểm a, b, c khoản 1 Điều 2", "2.1.a 2.1.b 2.1.c"),
        ("khoản 1 Điều 2 và khoản 3 Điều 4", "2.1 4.3"),
        ("từ Điều 5 đến Điều 9", "5 6 7 8 9"),
        ("Điều 5 đến Điều 7", "5 6 7"),
        ("các khoản 2 đến 4 Điều 7", "7.2 7.3 7.4"),
        ("từ khoản 1 đến khoản 3 Điều 8", "8.1 8.2 8.3"),
        ("điểm c đến điểm e khoản 1 Điều 3", "3.1.c 3.1.d 3.1.đ 3.1.e"),
        ("khoản 3", "_.3"),
    ],
)
def test_articles_clauses_and_points(run: str, places: str) -> None:
    assert parse(run) == tuple(place(name) for name in places.split())


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("Mục 2", (Pinpoint(section="2"),)),
        ("mục IV", (Pinpoint(section="IV"),)),
        ("Chương III", (Pinpoint(chapter="III"),)),
        ("Mục 1 Chương II", (Pinpoint(section="1", chapter="II"),)),
        ("Phụ lục II", (Pinpoint(annex="II"),)),
        ("Phụ lục I và Phụ lục III", (Pinpoint(annex="I"), Pinpoint(annex="III"))),
        ("khoản 3 Mục II", (Pinpoint(clause="3", section="II"),)),
        ("điểm b mục 2 Phụ lục I", (Pinpoint(point="b", section="2", annex="I"),)),
    ],
)
def test_sections_chapters_and_annexes(run: str, expected: tuple[Pinpoint, ...]) -> None:
    assert parse(run) == expected


@pytest.mark.parametrize(
    ("text", "lead", "places"),
    [
        ("theo quy định tại khoản 2 Điều 5 ", "khoản", "5.2"),
        ("theo các khoản 2, 3 và 5 Điều 7 của ", "các", "7.2 7.3 7.5"),
        ("theo Điều 8 Quy chế ban hành kèm theo ", "Điều", "8"),
        ("theo điểm a khoản 1 Điều 12\ncủa ", "điểm", "12.1.a"),
    ],
)
def test_places_before_a_citation(text: str, lead: str, places: str) -> None:
    begin, pins = read_before(text, len(text), 0)
    assert text[begin:].startswith(lead)
    assert pins == tuple(place(name) for name in places.split())


@pytest.mark.parametrize(
    "text", ["theo ", "theo Điều 5 này. Căn cứ ", "có điều kiện theo ", "khoản tiền của ", ""]
)
def test_no_place_before_a_citation(text: str) -> None:
    assert read_before(text, len(text), 0) == (len(text), ())


@pytest.mark.parametrize(
    ("text", "span", "places"),
    [
        ("theo khoản 2 Điều 5 Nghị định số 80/2017/NĐ-CP.", "Nghị định số 80/2017/NĐ-CP", "5.2"),
        (
            "quy định tại các khoản 2, 3 và 5 Điều 7 của Luật Giáo dục năm 2019.",
            "Luật Giáo dục năm 2019",
            "7.2 7.3 7.5",
        ),
        ("Bãi bỏ từ Điều 5 đến Điều 7 Thông tư số 12/2020/TT-BTC.", "Thông tư số 12/2020/TT-BTC", "5 6 7"),
        (
            "Sửa đổi khoản 1 Điều 3 và bãi bỏ Điều 5 của Thông tư số 12/2020/TT-BTC.",
            "Thông tư số 12/2020/TT-BTC",
            "3.1 5",
        ),
    ],
)
def test_a_pinpoint_stands_outside_the_span(text: str, span: str, places: str) -> None:
    citation = only(text)
    assert citation.text == span
    assert citation.pinpoints == tuple(place(name) for name in places.split())


def test_places_anywhere_in_a_text_come_once_each() -> None:
    text = "Sửa đổi khoản 1 Điều 2; bổ sung Điều 5; bãi bỏ khoản 1 Điều 2"
    assert find_all(text) == (place("2.1"), place("5"))


@given(st.integers(1, 200), st.integers(1, 40))
def test_a_range_has_every_article_between_its_ends(first: int, more: int) -> None:
    pins = parse(f"từ Điều {first} đến Điều {first + more}")
    assert pins == tuple(Pinpoint(article=str(n)) for n in range(first, first + more + 1))


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True), st.integers(1, 99))
def test_a_list_of_clauses_is_that_of_its_article(clauses: list[int], article: int) -> None:
    pins = parse(f"các khoản {', '.join(map(str, clauses))} Điều {article}")
    assert pins == tuple(Pinpoint(article=str(article), clause=str(c)) for c in clauses)


def test_points_are_lettered_without_f_j_w_and_z() -> None:
    assert not set(LETTERS) & set("fjwz")
    assert LETTERS.index("đ") == LETTERS.index("d") + 1


@pytest.mark.parametrize(
    "example", ["Điều 5", "khoản 2 Điều 5", "các khoản 2, 3 và 5 Điều 7", "từ Điều 5 đến Điều 9"]
)
def test_patterns_match_their_examples(example: str) -> None:
    assert UNITS.search(example)
    assert ANYWHERE.fullmatch(example)
