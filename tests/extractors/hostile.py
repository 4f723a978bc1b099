"""Texts that nobody writes and that every pattern must bear: repeats of what opens or joins citations."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SIZE = 30_000
"""Length (characters) of a hostile text in the ordinary test run."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A unit that is repeated between a beginning and an end; `{n}` in it is counted up."""

    name: str
    unit: str
    before: str = ""
    after: str = ""

    def text(self, size: int = SIZE) -> str:
        """About `size` characters of it."""
        count = max(1, size // len(self.unit))
        if "{n}" in self.unit:
            return self.before + "".join(self.unit.format(n=n) for n in range(1, count + 1)) + self.after
        return self.before + self.unit * count + self.after


HOSTILE = (
    Hostile("blanks", " ", "theo Nghị định", "số 80/2017/NĐ-CP"),
    Hostile("line breaks", "\n", "theo Nghị định", "số 80/2017/NĐ-CP"),
    Hostile("mixed white space", " \t\r\n\u00a0", "theo Nghị định", "số 80/2017/NĐ-CP"),
    Hostile("digits", "1234567890", "theo Nghị định số ", "/2017/NĐ-CP"),
    Hostile("slashes", "/", "theo Nghị định số 80", "NĐ-CP"),
    Hostile("hyphens", "-", "theo Nghị định số 80/2017/NĐ", "CP"),
    Hostile("signs without end", "NĐ-", "theo Nghị định số 80/2017/", "CP"),
    Hostile("numbers on numbers", "12/", "số ", "NĐ-CP"),
    Hostile("many citations", "theo Nghị định số 80/2017/NĐ-CP; "),
    Hostile("many numbers", "12/QĐ-TTg "),
    Hostile("a list of numbers", "số {n}/QĐ-UBND, ", "Thực hiện các Quyết định "),
    Hostile("a number on each line", "số {n}/QĐ-UBND\n"),
    Hostile("items that end with a semicolon", "Quyết định số {n}/QĐ-UBND ngày 3/4/2020;\n"),
    Hostile("titles in titles", "Kế hoạch số {n}/KH-UBND về thực hiện "),
    Hostile("titles in titles in a list", "Kế hoạch số {n}/KH-UBND về thực hiện Quyết định số 5/QĐ-TTg, "),
    Hostile("an end for all", "Thông tư số {n}/2018/TT-BTC, ", "", "hết hiệu lực."),
    Hostile("a law without title", "Luật "),
    Hostile("an amending law without end", "Luật sửa đổi, bổ sung một số điều của "),
    Hostile("laws in a row", "Luật Giáo dục, "),
    Hostile("laws that amend laws", "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục; "),
    Hostile("capitals", "QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH "),
    Hostile("commas", ","),
    Hostile("và", "và "),
    Hostile("số", "số "),
    Hostile("type words", "Thông tư liên tịch "),
    Hostile("numbered items", "1. "),
    Hostile("numbered lines", "1. \n"),
    Hostile("roman lines", "I. \n"),
    Hostile("lettered lines", "a) \n"),
    Hostile("articles", "Điều 1 "),
    Hostile("articles on lines", "Điều 1.\n"),
    Hostile("clauses", "khoản 1, ", "", "Điều 5 Nghị định số 80/2017/NĐ-CP"),
    Hostile("points", "điểm a khoản 2 Điều 1, ", "", "Nghị định số 80/2017/NĐ-CP"),
    Hostile("ranges", "từ Điều 1 đến ", "", "Điều 9 Nghị định số 80/2017/NĐ-CP"),
    Hostile("opening quotes", "“", "Đề án ", "”"),
    Hostile("quoted openings", "“Đề án "),
    Hostile("nested quotes", "“Điều 1. ”", "Điều 1. Sửa đổi Thông tư số 12/2018/TT-BGDĐT\n"),
    Hostile("opening brackets", "("),
    Hostile("nested brackets", "(sau đây gọi tắt là Đề án "),
    Hostile("explained names", "(sau đây gọi tắt là Đề án 06) "),
    Hostile("many explained names", "Đề án “Xây dựng {n}” (sau đây gọi tắt là Đề án {n}) "),
    Hostile("short forms", "Nghị định số 80/2017/NĐ-CP (sau đây gọi tắt là Nghị định 80) "),
    Hostile("named instruments", "Đề án “Xây dựng {n}” giai đoạn 2021-2025 và Đề án “Xây dựng {n}”, "),
    Hostile("amending articles", "Điều {n}. Sửa đổi Thông tư số 12/2018/TT-BGDĐT:\n“Thông tư này hay.”\n"),
    Hostile("amendments in a line", "Sửa đổi Thông tư số {n}/2018/TT-BTC: “Thông tư này hay.” "),
    Hostile("footnote marks", "[1] "),
    Hostile("footnotes", "\n[1] Nghị định số 80/2017/NĐ-CP."),
    Hostile("recipients", "Nơi nhận:\n- Như trên;\n"),
    Hostile("bodies", "của Bộ trưởng Bộ "),
    Hostile("local bodies", "của UBND tỉnh ", "Kế hoạch số 12/KH-UBND "),
    Hostile("joint bodies", "Bộ Y tế, ", "Thông tư liên tịch số 12/2015/TTLT-BYT-BTC của "),
    Hostile("dates", "ngày 01 tháng ", "Nghị định số 80/2017/NĐ-CP "),
    Hostile("periods", "giai đoạn 2021-2025, ", "Đề án "),
    Hostile("programmes", "Chương trình hành động của "),
    Hostile("passives", "được sửa đổi, bổ sung bởi ", "", "Nghị định số 80/2017/NĐ-CP"),
    Hostile("cues", "thực hiện ", "", "Nghị định số 80/2017/NĐ-CP"),
    Hostile("bases", "Căn cứ "),
    Hostile("congresses", "Nghị quyết Đại hội đại biểu "),
    Hostile("dots", "....."),
    Hostile("bars", "| "),
    Hostile("stars", "**"),
    Hostile("stacked marks", "\u0301\u0323", "Luâ"),
    Hostile("decomposed text", unicodedata.normalize("NFD", "Luật Giáo dục; ")),
    Hostile("invisible letters", "\u200b\u00ad", "Nghị định số 80/", "2017/NĐ-CP"),
    Hostile("NULs", "\0"),
    Hostile("one letter", "Đ"),
    Hostile("letters and digits", "a1"),
    Hostile("dashes on lines", "- \n"),
    Hostile("surrogates of other planes", "\U0001f4da"),
)
