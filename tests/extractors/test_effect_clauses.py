"""Days of effect: what a document states of itself and of the instruments it names."""

from __future__ import annotations

import re

import pytest

from extractors.effect_clauses import ANCHORS, BOUND, CLAUSE, OPENS, OWN_SUBJECT, UNTIL
from extractors.models import SELF, EffectClause
from extractors.pipeline import extract

DECREE = """CHÍNH PHỦ                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                        Độc lập - Tự do - Hạnh phúc
Số: 12/2026/NĐ-CP              Hà Nội, ngày 15 tháng 4 năm 2026

NGHỊ ĐỊNH
Quy định về thư viện xã

Điều 1. Phạm vi điều chỉnh
{body}
"""
CONSOLIDATED = """BỘ TÀI CHÍNH
Số: 7/VBHN-BTC                Hà Nội, ngày 15 tháng 4 năm 2026

THÔNG TƯ
Quy định về thư viện xã

{body}
"""


def read(body: str, frame: str = DECREE) -> list[tuple[str, str, str]]:
    """Subject (its number or title where it is cited), event and day of each clause."""
    extraction = extract(frame.format(body=body))
    named = {c.id: c.number or c.title for c in extraction.citations} | {SELF: SELF}
    return [(named[e.subject] or "", e.event, e.day) for e in extraction.effects]


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        ("có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.", [("begins", "2026-07-01")]),
        ("có hiệu lực kể từ ngày 1/7/2026.", [("begins", "2026-07-01")]),
        ("có hiệu lực thi hành\nkể từ ngày 01 tháng 7 năm 2026.", [("begins", "2026-07-01")]),
        ("có hiệu lực kể từ ngày ký.", [("begins", "2026-04-15")]),
        ("có hiệu lực thi hành kể từ ngày ký ban hành và thay thế Nghị định số 8/2019/NĐ-CP.",
         [("begins", "2026-04-15")]),
        ("có hiệu lực sau 45 ngày, kể từ ngày ký.", [("begins", "2026-05-30")]),
        ("có hiệu lực từ ngày 01 tháng 5 năm 2026 đến hết ngày 28 tháng 02 năm 2027.",
         [("begins", "2026-05-01"), ("ends", "2027-03-01")]),
        ("có hiệu lực từ ngày 01 tháng 5 năm 2026 đến ngày 01 tháng 3 năm 2027.",
         [("begins", "2026-05-01"), ("ends", "2027-03-01")]),
        ("hết hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2027.", [("ends", "2027-01-01")]),
        ("có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", []),
        ("có hiệu lực thi hành.", []),
        ("có hiệu lực thi hành từ ngày 31 tháng 02 năm 2026.", []),
        ("có hiệu lực thi hành từ ngày 01 tháng 7 năm 2062.", []),
    ],
)  # fmt: skip
def test_a_document_says_when_it_has_effect(clause: str, effects: list[tuple[str, str]]) -> None:
    assert read(f"Điều 2. Nghị định này {clause}") == [(SELF, *effect) for effect in effects]


@pytest.mark.parametrize(
    "body",
    [
        "Điều 2. Sửa đổi Nghị định số 5/2024/NĐ-CP như sau:\n“Điều 9. Hiệu lực\n1. Nghị định này có hiệu lực "
        "từ ngày 01 tháng 7 năm 2024.\n2. Bộ Nội vụ hướng dẫn.\n3. Các bộ thực hiện.”",
        "Điều 2. Hồ sơ nộp trước ngày Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026 được nhận.",
        "Điều 2. Quy chế này có hiệu lực từ ngày 01 tháng 7 năm 2026.",
        "Điều 2. Giấy phép có hiệu lực từ ngày 01 tháng 7 năm 2026.",
    ],
    ids=["quoted new text", "not the subject", "another type", "no instrument"],
)
def test_what_is_not_said_of_the_document(body: str) -> None:
    assert read(body) == []


def test_two_days_leave_it_unknown() -> None:
    body = "1. Nghị định này có hiệu lực từ ngày 1/5/2026.\n2. Nghị định này có hiệu lực từ ngày 1/6/2026."
    assert read(body) == []


ACT = "Thông tư số 5/2020/TT-BTC"
AMENDS_IT = "Thông tư số 9/2023/TT-BTC"


@pytest.mark.parametrize(
    ("body", "effects"),
    [
        (
            f"{ACT} ngày 3 tháng 2 năm 2020 của Bộ trưởng Bộ Tài chính về phí thư viện, có hiệu lực kể "
            "từ ngày 20 tháng 3 năm 2020, được sửa đổi, bổ sung bởi:\n"
            f"{AMENDS_IT} ngày 4 tháng 5 năm 2023 của Bộ trưởng Bộ Tài chính sửa đổi một số điều của "
            f"{ACT}, có hiệu lực từ ngày 01/7/2023.",
            [("5/2020/TT-BTC", "2020-03-20"), ("9/2023/TT-BTC", "2023-07-01")],
        ),
        (
            f"1. Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 {AMENDS_IT}, có hiệu lực từ "
            "ngày 01 tháng 7 năm 2023.",
            [("9/2023/TT-BTC", "2023-07-01")],
        ),
        (f"1. Mức phí được sửa đổi bởi {AMENDS_IT}, có hiệu lực từ ngày 01/7/2023.", []),
        (f"1. Hợp đồng ký theo mẫu của {AMENDS_IT}; giấy phép có hiệu lực từ ngày 01/7/2023.", []),
        (f"{AMENDS_IT} ngày 4 tháng 5 năm 2023 của Bộ Tài chính, có hiệu lực từ ngày 01/7/2020.", []),
        (f"{AMENDS_IT} của Bộ Tài chính, có hiệu lực từ ngày 01/7/2063.", []),
    ],
    ids=["consolidated act", "footnote", "whose object", "another clause", "before its date", "misprint"],
)
def test_a_text_says_when_what_it_names_has_effect(body: str, effects: list[tuple[str, str]]) -> None:
    assert read(body, CONSOLIDATED) == [(number, "begins", day) for number, day in effects]


def test_a_clause_has_its_words_and_its_sentence() -> None:
    body = "Điều 2. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026, trừ khoản 2 Điều này."
    extraction = extract(DECREE.format(body=body))
    (clause,) = extraction.effects
    assert clause == EffectClause(
        subject=SELF,
        event="begins",
        day="2026-07-01",
        start=clause.start,
        end=clause.end,
        text="Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026",
        evidence=clause.evidence,
        confidence=0.98,
        rule="effect:own-day",
    )
    assert extraction.text[clause.start : clause.end] == clause.text
    assert (
        clause.evidence.text == "Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026, trừ khoản 2 Điều này."
    )


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (CLAUSE, "có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026"),
        (CLAUSE, "hết hiệu lực từ 1/7/2026"),
        (CLAUSE, "có hiệu lực kể từ ngày ký ban hành"),
        (CLAUSE, "có hiệu lực sau 45 ngày, kể từ ngày ký"),
        (UNTIL, " đến hết ngày 31 tháng 12 năm 2026"),
        (OWN_SUBJECT, "Điều 12. Thông tư này "),
        (OWN_SUBJECT, "1. Nghị quyết này "),
        (OPENS, "\n2. "),
        (OPENS, "quy định tại "),
        (BOUND, "một số điều của\n"),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.search(example)


def test_every_clause_holds_an_anchor() -> None:
    assert all(CLAUSE.match(f"có {anchor} từ ngày 1/7/2026") for anchor in ANCHORS)
