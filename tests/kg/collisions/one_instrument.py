"""Pairs that are one instrument, however differently two documents name it."""

from __future__ import annotations

from tests.kg.collisions.pairs import (
    BBT,
    BCHTW,
    BCT,
    BGDDT,
    BLDTBXH,
    BNV,
    BTC,
    CP,
    LANG_SON,
    PTCT,
    QH,
    TTG,
    YTTH,
    Pair,
)
from tests.kg.resolve.world import Said

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
