"""Which mentions are one instrument and which are two: the collisions that Vietnamese numbering invites.

Each case is a pair of mentions, mostly in two documents of two provinces. No pair that is two instruments may
ever meet in one; of the pairs that are one, a small part may stay apart for want of evidence.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.kg.resolve.world import IRIS, Doc, Said, world

LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
BINH_THUAN = "Ủy ban nhân dân tỉnh Bình Thuận"
LAM_DONG = "Ủy ban nhân dân tỉnh Lâm Đồng"
HA_NOI = "Ủy ban nhân dân thành phố Hà Nội"
BGDDT = "Bộ Giáo dục và Đào tạo"
BNV = "Bộ Nội vụ"
BTC = "Bộ Tài chính"
BLDTBXH = "Bộ Lao động - Thương binh và Xã hội"
BKHDT = "Bộ Kế hoạch và Đầu tư"
TTG = "Thủ tướng Chính phủ"
CP = "Chính phủ"
BCT = "Bộ Chính trị"
BBT = "Ban Bí thư"
BCHTW = "Ban Chấp hành Trung ương"
QH = "Quốc hội"
YTTH = "Y tế trường học trong các cơ sở giáo dục mầm non, phổ thông gắn với y tế cơ sở"
PTCT = "tổng thể phát triển giáo dục thể chất"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions and the documents around them: `days` their dates, `bodies` who wrote them."""

    name: str
    first: Said
    second: Said
    days: tuple[str | None, str | None] = ("2024-03-01", "2024-04-01")
    bodies: tuple[str, str] = (LANG_SON, BINH_THUAN)
    beside: tuple[Said, ...] = ()

    def meet(self) -> bool:
        """Whether the two mentions are taken for one instrument."""
        one = Doc(
            "một", (self.first, *self.beside), issuer=self.bodies[0], date=self.days[0], number="901/KH-UBND"
        )
        other = Doc("hai", (self.second,), issuer=self.bodies[1], date=self.days[1], number="902/KH-UBND")
        resolved = world(one, other)
        return resolved.meanings(one)[0] == resolved.meanings(other)[0]


TWO = [
    Pair(
        "one number in two provinces",
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        Said("Kế hoạch", "38/KH-UBND", BINH_THUAN, "2019-02-15"),
    ),
    Pair(
        "one number in two years",
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2020-02-15"),
    ),
    Pair(
        "one number, the second of an unknown year",
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON),
    ),
    Pair(
        "one number, the second of an unknown body",
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        Said("Kế hoạch", "38/KH-UBND", date="2019-02-15"),
    ),
    Pair(
        "two numbers without years",
        Said("Quyết định", "1076/QĐ-TTg", TTG),
        Said("Quyết định", "1076/QĐ-TTg", TTG),
    ),
    Pair(
        "one number in two terms",
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XII"),
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XI"),
    ),
    Pair(
        "one number in two years of the Party",
        Said("Nghị quyết", "29-NQ/TW", BCHTW, "2013-11-04"),
        Said("Nghị quyết", "29-NQ/TW", BCHTW, "2022-11-17"),
    ),
    Pair(
        "a resolution and a conclusion of one number",
        Said("Nghị quyết", "29-NQ/TW", BCHTW, "2013-11-04"),
        Said("Kết luận", "29-KL/TW", BCHTW, "2013-11-04"),
    ),
    Pair(
        "two Tỉnh ủy",
        Said("Chỉ thị", "11-CT/TU", "Tỉnh ủy Lạng Sơn", "2021-09-07"),
        Said("Chỉ thị", "11-CT/TU", "Tỉnh ủy Bình Thuận", "2021-09-07"),
    ),
    Pair(
        "Tỉnh ủy and the centre",
        Said("Chỉ thị", "05-CT/TU", "Tỉnh ủy Lạng Sơn", "2016-05-15"),
        Said("Chỉ thị", "05-CT/TW", BCT, "2016-05-15"),
    ),
    Pair(
        "two ministries",
        Said("Quyết định", "117/QĐ-BNV", BNV, "2017-01-25"),
        Said("Quyết định", "117/QĐ-BTC", BTC, "2017-01-25"),
    ),
    Pair(
        "the Prime Minister and the Government",
        Said("Quyết định", "80/2017/QĐ-TTg", TTG, "2017-07-17"),
        Said("Nghị định", "80/2017/NĐ-CP", CP, "2017-07-17"),
    ),
    Pair(
        "two years inside the number",
        Said("Thông tư", "05/2023/TT-BGDĐT", BGDDT),
        Said("Thông tư", "05/2022/TT-BGDĐT", BGDDT),
    ),
    Pair(
        "a decree and a resolution of the Government",
        Said("Nghị định", "01/2021/NĐ-CP", CP),
        Said("Nghị quyết", "01/2021/NQ-CP", CP),
    ),
    Pair(
        "decision of a legal and of another kind",
        Said("Quyết định", "30/2021/QĐ-TTg", TTG, "2021-10-10"),
        Said("Quyết định", "30/QĐ-TTg", TTG, "2022-01-10"),
    ),
    Pair(
        "a circular and a joint circular",
        Said("Thông tư", "06/2015/TT-BGDĐT", BGDDT),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "two joint circulars of one number",
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
        Said("Thông tư liên tịch", "06/2015/TTLT-BTC-BNV", f"{BTC}; {BNV}"),
    ),
    Pair(
        "a joint circular in two years",
        Said("Thông tư liên tịch", "06/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}", "2015-03-16"),
        Said("Thông tư liên tịch", "06/2014/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "a joint circular without year or date",
        Said("Thông tư liên tịch", "06/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "merged provinces keep their numbers",
        Said("Kế hoạch", "99/KH-UBND", BINH_THUAN, "2025-03-01"),
        Said("Kế hoạch", "99/KH-UBND", LAM_DONG, "2025-03-01"),
        ("2025-08-01", "2025-09-01"),
    ),
    Pair(
        "a merged ministry and its heir",
        Said("Thông tư", "08/2023/TT-BLĐTBXH", BLDTBXH),
        Said("Thông tư", "08/2023/TT-BNV", BNV),
    ),
    Pair(
        "communes of one name",
        Said("Kế hoạch", "12/KH-UBND", "Ủy ban nhân dân xã Tân Lập", "2020-01-02"),
        Said("Kế hoạch", "12/KH-UBND", "Ủy ban nhân dân xã Tân Lập", "2020-01-02"),
    ),
    Pair(
        "two departments of education",
        Said("Công văn", "100/SGDĐT-VP", "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn", "2023-01-05"),
        Said("Công văn", "100/SGDĐT-VP", "Sở Giáo dục và Đào tạo tỉnh Bình Thuận", "2023-01-05"),
    ),
    Pair(
        "UBND and HĐND of one province",
        Said("Nghị quyết", "10/2022/NQ-HĐND", "Hội đồng nhân dân tỉnh Lạng Sơn"),
        Said("Quyết định", "10/2022/QĐ-UBND", LANG_SON),
    ),
    Pair(
        "two versions of a law",
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        ("2015-05-01", "2024-05-01"),
    ),
    Pair(
        "a law of a year and that of another",
        Said("Luật", issuer=QH, title="Luật Giáo dục", year=2005),
        Said("Luật", issuer=QH, title="Luật Giáo dục", year=2019),
    ),
    Pair(
        "a law and the law that amends it",
        Said("Luật", issuer=QH, title="Luật Viên chức"),
        Said(
            "Luật",
            issuer=QH,
            title="Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
        ),
    ),
    Pair(
        "a law before and after the next took effect",
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Luật", issuer=QH, title="Luật Đấu thầu", date="2023-06-23"),
        ("2023-08-01", "2024-05-01"),
    ),
    Pair(
        "a code and a law of one word",
        Said("Bộ luật", issuer=QH, title="Bộ luật Lao động"),
        Said("Luật", issuer=QH, title="Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng"),
    ),
    Pair("assembly numbers of two terms", Said("Luật", "43/2013/QH13", QH), Said("Luật", "43/2019/QH14", QH)),
    Pair(
        "programmes of two periods",
        Said("Chương trình", title="Sức khỏe học đường giai đoạn 2016-2020"),
        Said("Chương trình", title="Sức khỏe học đường giai đoạn 2021-2025"),
    ),
    Pair(
        "a scheme and a programme of one name",
        Said("Đề án", title=f"{PTCT}, thể thao trường học giai đoạn 2016-2020"),
        Said("Chương trình", title=f"{PTCT}, thể thao trường học giai đoạn 2016-2020"),
    ),
    Pair(
        "a plan that every province has",
        Said("Kế hoạch", title="đầu tư công trung hạn của địa phương giai đoạn 2021-2025"),
        Said("Kế hoạch", title="đầu tư công trung hạn của địa phương giai đoạn 2021-2025"),
    ),
    Pair(
        "schemes in each province's own area",
        Said(
            "Đề án", title="phát triển thanh toán không dùng tiền mặt trên địa bàn tỉnh giai đoạn 2022-2025"
        ),
        Said(
            "Đề án", title="phát triển thanh toán không dùng tiền mặt trên địa bàn tỉnh giai đoạn 2022-2025"
        ),
    ),
    Pair(
        "short names of schemes",
        Said("Đề án", title="xây dựng đô thị thông minh giai đoạn 2021-2025"),
        Said("Đề án", title="xây dựng đô thị thông minh giai đoạn 2021-2025"),
    ),
    Pair(
        "regulations of one name",
        Said("Quy chế", title="làm việc của Ủy ban nhân dân nhiệm kỳ 2021-2026"),
        Said("Quy chế", title="làm việc của Ủy ban nhân dân nhiệm kỳ 2021-2026"),
    ),
    Pair(
        "congresses of two provinces",
        Said("Nghị quyết", issuer="Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII"),
        Said("Nghị quyết", issuer="Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV"),
    ),
    Pair(
        "two congresses",
        Said("Nghị quyết", issuer="Đại hội đại biểu toàn quốc lần thứ XII của Đảng"),
        Said("Nghị quyết", issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ),
    Pair(
        "a number that looks like a year",
        Said("Kế hoạch", "2021/KH-UBND", LANG_SON, "2021-06-08"),
        Said("Kế hoạch", "2021/KH-UBND", LANG_SON, "2022-06-08"),
    ),
]

ONE = [
    Pair(
        "full and full",
        Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, "2023-08-23"),
        Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, year=2023),
    ),
    Pair(
        "D for Đ",
        Said("Quyết định", "2457/QĐ-BGDĐT", BGDDT, "2023-08-23"),
        Said("Quyết định", "2457/QD-BGDDT", BGDDT, "2023-08-23"),
    ),
    Pair(
        "capitals",
        Said("Quyết định", "170/2008/QĐ-TTG", TTG, "2008-12-18"),
        Said("Quyết định", "170/2008/QĐ-TTg", TTG, "2008-12-18"),
    ),
    Pair(
        "a leading zero",
        Said("Nghị quyết", "5-NQ/TW", BCHTW, "2017-06-03"),
        Said("Nghị quyết", "05-NQ/TW", BCHTW, "2017-06-03"),
    ),
    Pair(
        "a year in the number alone",
        Said("Nghị định", "80/2017/NĐ-CP", CP),
        Said("Nghị định", "80/2017/NĐ-CP", CP, "2017-07-17"),
    ),
    Pair(
        "no issuer, yet the sign is central",
        Said("Nghị định", "80/2017/NĐ-CP"),
        Said("Nghị định", "80/2017/NĐ-CP", CP, "2017-07-17"),
    ),
    Pair(
        "joint bodies in another order",
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BNV}; {BGDDT}"),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "joint signs in another order, same day",
        Said("Thông tư liên tịch", "08/2012/TTLT-BLĐTBXH-BTC-BNV", f"{BLDTBXH}; {BTC}; {BNV}", "2012-04-16"),
        Said("Thông tư liên tịch", "08/2012/TTLT-BLĐTBXH-BNV-BTC", f"{BLDTBXH}; {BNV}; {BTC}", "2012-04-16"),
    ),
    Pair(
        "a joint circular with one body named",
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", BGDDT),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "the year left out of the number",
        Said("Thông tư liên tịch", "06/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}", "2015-03-16"),
        Said("Thông tư liên tịch", "06/2015/TTLT-BGDĐT-BNV", f"{BGDDT}; {BNV}"),
    ),
    Pair(
        "two bodies of the Party, one day",
        Said("Chỉ thị", "42-CT/TW", BBT, "2015-03-24"),
        Said("Chỉ thị", "42-CT/TW", BCHTW, "2015-03-24"),
    ),
    Pair(
        "issuer and term",
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XII"),
        Said("Chỉ thị", "05-CT/TW", BCT, "2016-05-15"),
    ),
    Pair(
        "khoá spelt the other way",
        Said("Chỉ thị", "05-CT/TW", BCT, term="khoá XII"),
        Said("Chỉ thị", "05-CT/TW", BCT, term="khóa XII"),
    ),
    Pair(
        "a body of the same sequence with the term",
        Said("Chỉ thị", "05-CT/TW", BCHTW, term="khóa XII"),
        Said("Chỉ thị", "05-CT/TW", BCT, "2016-05-15"),
    ),
    Pair(
        "the same document names it in full",
        Said("Kế hoạch", "38/KH-UBND"),
        Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),
        beside=(Said("Kế hoạch", "38/KH-UBND", LANG_SON, "2019-02-15"),),
    ),
    Pair(
        "the same document gives the date",
        Said("Quyết định", "1076/QĐ-TTg", TTG),
        Said("Quyết định", "1076/QĐ-TTg", TTG, "2016-06-17"),
        beside=(Said("Quyết định", "1076/QĐ-TTg", TTG, "2016-06-17"),),
    ),
    Pair(
        "a law by year and by number",
        Said("Luật", issuer=QH, title="Luật Giáo dục", year=2019),
        Said("Luật", "43/2019/QH14", QH, title="Luật Giáo dục"),
    ),
    Pair(
        "a law by date and by number",
        Said("Luật", issuer=QH, title="Luật Đấu thầu", date="2023-06-23"),
        Said("Luật", "22/2023/QH15", QH),
    ),
    Pair(
        "a law in force and its number",
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Luật", "22/2023/QH15", QH),
    ),
    Pair(
        "an older law in force then",
        Said("Luật", issuer=QH, title="Luật Đấu thầu"),
        Said("Luật", "43/2013/QH13", QH),
        ("2018-05-01", "2024-05-01"),
    ),
    Pair(
        "a law by a short form", Said("Luật", issuer=QH, title="Luật PPP"), Said("Luật", "64/2020/QH14", QH)
    ),
    Pair(
        "a law with another comma",
        Said("Luật", issuer=QH, title="Luật Phòng chống tham nhũng", year=2018),
        Said("Luật", "36/2018/QH14", QH),
    ),
    Pair(
        "a law with one version",
        Said("Luật", issuer=QH, title="Luật Người khuyết tật"),
        Said("Luật", "51/2010/QH12", QH),
    ),
    Pair("a code called law", Said("Luật", "91/2015/QH13", QH), Said("Bộ luật", "91/2015/QH13", QH)),
    Pair(
        "the code by title",
        Said("Bộ luật", issuer=QH, title="Bộ luật Dân sự", year=2015),
        Said("Bộ luật", "91/2015/QH13", QH),
    ),
    Pair(
        "the constitution",
        Said("Hiến pháp", issuer=QH, title="Hiến pháp", year=2013),
        Said(
            "Hiến pháp",
            issuer=QH,
            title="Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            date="2013-11-28",
        ),
    ),
    Pair(
        "a long action plan is a plan",
        Said("Kế hoạch hành động", "281/KH-UBND", LANG_SON, "2023-11-10"),
        Said("Kế hoạch", "281/KH-UBND", LANG_SON, "2023-11-10"),
    ),
    Pair(
        "an action programme is a programme",
        Said("Chương trình", "100-CTr/TU", "Tỉnh ủy Lạng Sơn", "2014-01-23"),
        Said("Chương trình hành động", "100-CTr/TU", "Tỉnh ủy Lạng Sơn", "2014-01-23"),
    ),
    Pair(
        "a national target programme",
        Said("Chương trình mục tiêu quốc gia", title="xây dựng nông thôn mới giai đoạn 2021-2025"),
        Said("Chương trình mục tiêu quốc gia", title="xây dựng nông thôn mới, giai đoạn 2021 - 2025"),
    ),
    Pair(
        "a scheme approved by the Prime Minister",
        Said(
            "Đề án",
            title=f"{PTCT} và thể thao trường học, giai đoạn 2016-2020 và định hướng đến năm 2025",
            relation="approves",
            on=1,
        ),
        Said("Đề án", title=f"{PTCT}, thể thao trường học giai đoạn 2016 - 2020, định hướng đến năm 2025"),
        beside=(Said("Quyết định", "1076/QĐ-TTg", TTG, "2016-06-17"),),
    ),
    Pair(
        "a long name in two provinces",
        Said(
            "Chương trình",
            title=f"{YTTH}, giai đoạn 2021-2025",
        ),
        Said(
            "Chương trình",
            title=f"{YTTH} giai đoạn 2021 - 2025",
        ),
    ),
    Pair(
        "a congress",
        Said("Nghị quyết", issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
        Said(
            "Nghị quyết",
            issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            words="Nghị quyết Đại hội XIII",
        ),
    ),
    Pair(
        "a plenum and its resolution",
        Said(
            "Nghị quyết",
            issuer=BCHTW,
            term="khóa XI",
            words="Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI về đổi mới căn bản "
            "giáo dục và đào tạo",
        ),
        Said("Nghị quyết", "29-NQ/TW", BCHTW, "2013-11-04"),
    ),
    Pair(
        "an old number with a date",
        Said("Nghị định", "09/NĐ-CP", CP, "1998-01-23"),
        Said("Nghị định", "09/1998/NĐ-CP", CP),
    ),
]


@pytest.mark.parametrize("pair", TWO, ids=lambda pair: pair.name)
def test_two_instruments_never_meet(pair: Pair) -> None:
    assert not pair.meet()


def test_nearly_all_that_are_one_are_joined() -> None:
    apart = [pair.name for pair in ONE if not pair.meet()]
    assert len(apart) <= 0.05 * len(ONE), apart


def test_the_suite_is_large_enough() -> None:
    names = [pair.name for pair in (*TWO, *ONE)]
    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("pair", [*TWO, *ONE], ids=lambda pair: pair.name)
def test_a_pair_means_the_same_whichever_document_comes_first(pair: Pair) -> None:
    one = Doc(
        "một", (pair.first, *pair.beside), issuer=pair.bodies[0], date=pair.days[0], number="901/KH-UBND"
    )
    other = Doc("hai", (pair.second,), issuer=pair.bodies[1], date=pair.days[1], number="902/KH-UBND")
    forwards, backwards = world(one).add(other), world(other).add(one)
    assert forwards.resolution_lines() == backwards.resolution_lines() == world(one, other).resolution_lines()
    assert IRIS.base in forwards.resolution_lines()[0]
