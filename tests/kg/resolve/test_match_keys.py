"""What two namings of one instrument have in common, and what keeps others apart."""

from __future__ import annotations

import pytest

from kg.resolve.keys import Naming
from kg.resolve.match_keys import law_key, match_keys, number_keys, programme_key


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("80/2017/NĐ-CP", ("n:80-nd-cp", 2017)),
        ("2457/QĐ-BGDĐT", ("n:2457-qd-bgddt", None)),
        ("05-CT/TW", ("n:05-ct-tw", None)),
        ("5-CT/TW", ("n:05-ct-tw", None)),
        ("43/2019/QH14", ("n:43-qh14", 2019)),
        ("2021/KH-UBND", ("n:2021-kh-ubnd", None)),
        ("06/2015/TTLT-BNV-BGDĐT", ("n:06-ttlt-bgddt-bnv", 2015)),
        ("06/TTLT-BGDĐT-BNV", ("n:06-ttlt-bgddt-bnv", None)),
    ],
)
def test_the_key_of_a_number_leaves_out_its_year(number: str, keys: tuple[str, int | None]) -> None:
    assert number_keys(number) == keys


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Luật Đấu thầu", "l:luat-dau-thau"),
        ("Luật PPP", "l:luat-dau-tu-theo-phuong-thuc-doi-tac-cong-tu"),
        ("Luật Phòng chống tham nhũng", "l:luat-phong-chong-tham-nhung"),
        ("Luật của riêng ai", "l:luat-cua-rieng-ai"),
    ],
)
def test_the_key_of_a_law_is_its_short_title(title: str, key: str) -> None:
    assert law_key(title) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        (
            "phát triển thể chất và thể thao trường học, giai đoạn 2016-2020 và định hướng đến năm 2025",
            "p:de-an:phat-trien-the-chat-the-thao-truong-hoc:2016-2020-2025",
        ),
        (
            "hỗ trợ doanh nghiệp khu vực tư nhân Việt Nam (CNTT) đến năm 2025",
            "p:de-an:ho-tro-doanh-nghiep-khu-vuc-tu-nhan-viet-nam:2025",
        ),
        ("Xây dựng xã hội học tập", "p:de-an:xay-dung-xa-hoi-hoc-tap:"),
        ("đầu tư công trung hạn của địa phương giai đoạn 2021-2025", None),
        ("phát triển thanh toán không dùng tiền mặt trên địa bàn tỉnh giai đoạn 2022-2025", None),
        ("bảo vệ bí mật nhà nước của Bộ", None),
        ("Chuyển đổi số", None),
    ],
)
def test_the_key_of_a_programme_is_its_name_and_period(title: str, key: str | None) -> None:
    assert programme_key("de-an", title) == key


@pytest.mark.parametrize(
    ("naming", "keys"),
    [
        (Naming("Luật", "43/2019/QH14", "Quốc hội", title="Luật Giáo dục"), ("n:43-qh14", "l:luat-giao-duc")),
        (Naming("Quyết định", "1/QĐ-TTg", title="Phê duyệt Đề án nào đó của ai"), ("n:01-qd-ttg",)),
        (
            Naming("Nghị quyết", issuer="Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
            ("c:nghi-quyet:dai-hoi-dai-bieu-toan-quoc-lan-thu-xiii-cua-dang",),
        ),
        (Naming("Nghị quyết", issuer="Quốc hội"), ()),
    ],
)
def test_the_keys_of_a_naming(naming: Naming, keys: tuple[str, ...]) -> None:
    assert match_keys(naming) == keys
