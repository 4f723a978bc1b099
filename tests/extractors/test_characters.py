"""Look-alikes and characters that nobody sees, inside citations."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.characters import DASHES, IN_NUMBER_EXAMPLES, INVISIBLE, plain_characters, plain_dashes
from extractors.models import Citation
from extractors.pipeline import extract
from tests.extractors.invariants import check
from tests.extractors.reading import only

SAME_LENGTH = [
    pytest.param("Quyết định số 5\u2044QÐ\u2011UBND", "Quyết định số 5/QĐ-UBND", id="slash, Eth and hyphen"),
    pytest.param("\uff18\uff10\uff0f2017\uff0fN\u0189\uff0dCP", "80/2017/NĐ-CP", id="full width, African D"),
    pytest.param("\u0422hông t\u01a3 số 5/TT-B\u0422\u0421", "Thông tư số 5/TT-BTC", id="Cyrillic in words"),
    pytest.param(
        "\u041d\u0433\u0430 và Тула", "\u041d\u0433\u0430 và Тула", id="words of another alphabet stay"
    ),
    pytest.param("a\u2007b\u3000c\u2028d", "a b c\nd", id="blanks and line breaks"),
]


@pytest.mark.parametrize(("written", "plain"), SAME_LENGTH)
def test_characters_that_stand_for_others(written: str, plain: str) -> None:
    assert plain_characters(written) == plain


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("example", IN_NUMBER_EXAMPLES)
def test_a_dash_inside_a_number_is_a_hyphen(example: str, dash: str) -> None:
    assert plain_dashes(example.replace("–", dash)) == example.replace("–", "-")


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021–2025",
        "Hà Nội – Huế",
        "– Bộ Y tế",
        "Điều 5 – Luật Giáo dục",
        "khoản 3 – QUY ĐỊNH CHUNG",
    ],
)
def test_a_dash_elsewhere_stays(text: str) -> None:
    assert plain_dashes(text) == text


def instrument(citation: Citation) -> tuple[object, ...]:
    """Which instrument a citation names."""
    return citation.kind, citation.type, citation.number, citation.date, citation.issuer, citation.title


PLAIN = {
    "numbered": "Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ",
    "of the Party": "Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư",
    "a law": "Luật Giáo dục số 43/2019/QH14",
    "a joint act": "Thông tư liên tịch số 12/2016/TTLT-BLĐTBXH-BTC",
    "named": "Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”",
    "a plenum": "Nghị quyết Hội nghị Trung ương 8 khóa XI",
}
SWAPS = [
    pytest.param("numbered", "/", "\u2215", id="division slash"),
    pytest.param("numbered", "/", "\u2044", id="fraction slash"),
    pytest.param("numbered", "-", "\u2011", id="no-break hyphen"),
    pytest.param("numbered", "-", "–", id="en dash"),
    pytest.param("numbered", " ", "\u00a0", id="no-break spaces"),
    pytest.param("numbered", " ", "\u202f", id="narrow spaces"),
    pytest.param("numbered", "Đ", "\u00d0", id="Eth"),
    pytest.param("numbered", "Đ", "\u0189", id="African D"),
    pytest.param("numbered", "C", "\u0421", id="Cyrillic С"),
    pytest.param("numbered", "a", "\u0430", id="Cyrillic а"),
    pytest.param("numbered", "7", "\uff17", id="full-width figures"),
    pytest.param("a plenum", "i", "\u0131", id="dotless i"),
    pytest.param("of the Party", "-", "–", id="en dash of the Party"),
    pytest.param("of the Party", "-", " – ", id="en dash between blanks"),
    pytest.param("of the Party", "TW", "\u0422W", id="Cyrillic Т"),
    pytest.param("a joint act", "ư", "\u01a3", id="OI for Ư"),
    pytest.param("a joint act", "-", "\u2010", id="hyphen"),
    pytest.param("a law", "c", "\u0441", id="Cyrillic с"),
]


@pytest.mark.parametrize(("which", "plain", "odd"), SWAPS)
def test_a_citation_in_odd_characters_names_the_same_instrument(which: str, plain: str, odd: str) -> None:
    written = PLAIN[which].replace(plain, odd)
    assert written != PLAIN[which]
    citation = only(f"Thực hiện {written}.")
    assert instrument(citation) == instrument(only(f"Thực hiện {PLAIN[which]}."))
    assert citation.text == written


@settings(deadline=None)
@given(
    st.sampled_from(sorted(PLAIN)),
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.text(INVISIBLE, min_size=1, max_size=3)), max_size=9
    ),
)
def test_what_nobody_sees_changes_nothing(which: str, inserted: list[tuple[float, str]]) -> None:
    plain = PLAIN[which]
    written = plain
    for place, unseen in inserted:
        at = 1 + int(place * (len(written) - 1))
        written = written[:at] + unseen + written[at:]
    extraction = extract(f"Thực hiện {written} và báo cáo.")
    check(extraction)
    (citation,) = extraction.citations
    assert instrument(citation) == instrument(only(f"Thực hiện {plain} và báo cáo."))
    assert re.sub(f"[{INVISIBLE}]", "", citation.text) == plain
