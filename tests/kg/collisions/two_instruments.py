"""Pairs that are two instruments, however alike their numbers and titles are."""

from __future__ import annotations

from tests.kg.collisions.pairs import (
    BCHTW,
    BCT,
    BGDDT,
    BINH_THUAN,
    BLDTBXH,
    BNV,
    BTC,
    CP,
    LAM_DONG,
    LANG_SON,
    PTCT,
    QH,
    TTG,
    Pair,
)
from tests.kg.resolve.world import Said

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
