"""Small documents written for the tests, and what extraction would say of them.

The genre is real, the instruments are not. A document is its text with the mentions that stand in it; offsets
are found, so a test states words and never counts letters.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.models import SELF, Citation, EffectClause, EffectEvent, Evidence, Extraction, Head
from kg.graph import DocumentSource

GIAO_DUC = "Bộ Giáo dục và Đào tạo"
UBND_LANG_SON = "Ủy ban nhân dân tỉnh Lạng Sơn"
UBND_BINH_THUAN = "Ủy ban nhân dân tỉnh Bình Thuận"
TINH_UY_LANG_SON = "Tỉnh ủy Lạng Sơn"
TRUNG_UONG = "Ban Chấp hành Trung ương"


@dataclass
class Sample:
    """A document under construction: `cite` adds mentions in any order."""

    name: str
    text: str
    head: Head = field(default_factory=Head)
    citations: list[Citation] = field(default_factory=list)
    effects: list[EffectClause] = field(default_factory=list)

    def cite(self, words: str, *, nth: int = 0, **said: Any) -> Sample:
        """Add the citation whose mention is the `nth` occurrence of `words`; its evidence is that line."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        defaults: dict[str, Any] = {
            "id": f"c{len(self.citations) + 1}",
            "kind": "numbered",
            "type": words.split(" số ")[0],
            "relation": "implements",
            "confidence": 0.95,
            "rules": ("sample",),
        }
        end = start + len(words)
        citation = Citation(start=start, end=end, text=words, evidence=self._line(start), **(defaults | said))
        self.citations.append(citation)
        return self

    def state(self, words: str, day: str, event: EffectEvent = "begins", subject: str = SELF) -> Sample:
        """Add the clause `words` on the effect of the document or of a citation; its line is its evidence."""
        start = self.text.index(words)
        end, line = start + len(words), self._line(start)
        self.effects.append(EffectClause(subject, event, day, start, end, words, line, 0.95, "sample"))
        return self

    def _line(self, start: int) -> Evidence:
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", start)
        stop = len(self.text) if stop < 0 else stop
        return Evidence(begin, stop, self.text[begin:stop])

    @property
    def extraction(self) -> Extraction:
        return Extraction(self.text, self.head, tuple(self.citations), tuple(self.effects))

    @property
    def source(self) -> DocumentSource:
        digest = hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        return DocumentSource(digest, self.name)

    @property
    def hash(self) -> str:
        return self.source.hash


def plan_of_lang_son() -> Sample:
    """A plan that carries out a conclusion, and names a chain of three instruments that it only reports."""
    text = (
        "KẾ HOẠCH\n"
        "Triển khai Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư.\n"
        "Tiếp tục thực hiện Kế hoạch số 96/KH-UBND ngày 30/10/2014 của UBND tỉnh thực hiện Chương trình hành "
        "động số 100-CTr/TU ngày 23/01/2014 của Tỉnh ủy thực hiện Nghị quyết số 29-NQ/TW.\n"
        "Quán triệt Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương.\n"
    )
    head = Head("Kế hoạch", "156/KH-UBND", UBND_LANG_SON, date="2019-09-13", title="Triển khai Kết luận 51")
    sample = Sample("lang-son.txt", text, head)
    sample.cite("Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư", id="k51", number="51-KL/TW",
                date="2019-05-30", issuer="Ban Bí thư")  # fmt: skip
    sample.cite("Kế hoạch số 96/KH-UBND ngày 30/10/2014 của UBND tỉnh", id="k96", number="96/KH-UBND",
                date="2014-10-30", issuer=UBND_LANG_SON)  # fmt: skip
    sample.cite("Chương trình hành động số 100-CTr/TU ngày 23/01/2014 của Tỉnh ủy", id="ct100",
                number="100-CTr/TU", date="2014-01-23", issuer=TINH_UY_LANG_SON, source="k96")  # fmt: skip
    sample.cite("Nghị quyết số 29-NQ/TW", id="nq29-short", number="29-NQ/TW", source="ct100")
    sample.cite("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương", id="nq29",
                number="29-NQ/TW", date="2013-11-04", issuer=TRUNG_UONG)  # fmt: skip
    return sample


def plan_of_binh_thuan() -> Sample:
    """A plan of another province that carries out a ministry's decision, and a scheme cited by name."""
    text = (
        "KẾ HOẠCH\n"
        "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo về nhiệm vụ "
        "năm học.\n"
        "Căn cứ Kế hoạch số 96/KH-UBND ngày 02/3/2014 của UBND tỉnh.\n"
        "Triển khai Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”.\n"
    )
    head = Head("Kế hoạch", "3461/KH-UBND", UBND_BINH_THUAN, date="2023-09-14", title="Nhiệm vụ năm học")
    sample = Sample("binh-thuan.txt", text, head)
    sample.cite("Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023 của Bộ Giáo dục và Đào tạo", id="qd2457",
                number="2457/QĐ-BGDĐT", date="2023-08-23", issuer=GIAO_DUC)  # fmt: skip
    sample.cite("Kế hoạch số 96/KH-UBND ngày 02/3/2014 của UBND tỉnh", id="k96", number="96/KH-UBND",
                date="2014-03-02", issuer=UBND_BINH_THUAN, relation="based_on")  # fmt: skip
    sample.cite("Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”", id="da", kind="named", type="Đề án",
                title="Xây dựng xã hội học tập giai đoạn 2021-2030")  # fmt: skip
    return sample


def report_of_thanh_hoa() -> Sample:
    """A newspaper's report of what a province does: no instrument itself, but one acts in it."""
    text = (
        "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23-8-2023 của Bộ Giáo dục và Đào tạo, UBND tỉnh "
        "Thanh Hóa yêu cầu các sở tập trung triển khai.\n"
    )
    head = Head(title="Triển khai năm học mới", acting_body="Ủy ban nhân dân tỉnh Thanh Hóa")
    sample = Sample("thanh-hoa.txt", text, head)
    return sample.cite(
        "Quyết định số 2457/QĐ-BGDĐT ngày 23-8-2023 của Bộ Giáo dục và Đào tạo", id="qd2457",
        number="2457/QĐ-BGDĐT", date="2023-08-23", issuer=GIAO_DUC,
    )  # fmt: skip


def all_samples() -> list[Sample]:
    return [plan_of_lang_son(), plan_of_binh_thuan(), report_of_thanh_hoa()]


def extract_sample(text: str) -> Extraction:
    """What extraction would say, for texts of the samples; nothing but the text for any other."""
    known = {sample.text: sample.extraction for sample in all_samples()}
    return known.get(text) or Extraction(text, Head(), ())


def write_samples(folder: Path) -> list[Path]:
    """The samples as files."""
    paths = []
    for sample in all_samples():
        path = folder / sample.name
        path.write_text(sample.text, encoding="utf-8", newline="")
        paths.append(path)
    return paths
