"""How the tests of the extractor put a text before it and read the answer as short sentences."""

from __future__ import annotations

from extractors.models import SELF, Citation, Extraction
from extractors.pipeline import extract

PLAN_OF_BINH_THUAN = """ỦY BAN NHÂN DÂN
TỈNH BÌNH THUẬN
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 9641/KH-UBND

Bình Thuận, ngày 12 tháng 6 năm 2024

KẾ HOẠCH
Phát triển thư viện trường học năm 2024

"""
CIRCULAR = """BỘ GIÁO DỤC VÀ ĐÀO TẠO
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 91/2024/TT-BGDĐT

Hà Nội, ngày 12 tháng 6 năm 2024

THÔNG TƯ
Quy định về thư viện lưu động

"""
"""Heads of made-up documents; what stands behind one is read as that document's body."""


def name(citation: Citation) -> str:
    """What a sentence of a test calls a citation: its number, its title, or its words."""
    return citation.number or citation.title or citation.text


def only(text: str) -> Citation:
    """The one citation of a text."""
    found = extract(text).citations
    assert len(found) == 1, [c.text for c in found]
    return found[0]


def edges(text: str) -> list[str]:
    """What the citations of a text say, one short sentence each: "self implements 29-NQ/TW"."""
    return edges_of(extract(text))


def edges_of(extraction: Extraction) -> list[str]:
    """The same of an extraction."""
    names = {SELF: SELF, **{c.id: name(c) for c in extraction.citations}}
    sentences = []
    for citation in extraction.citations:
        source, target = names[citation.source], names[citation.id]
        subject, object_ = (target, source) if citation.inverse else (source, target)
        sentences.append(f"{subject} {citation.relation} {object_}")
    return sentences


def spans(text: str) -> list[str]:
    """The words of every citation of a text, line breaks read as blanks."""
    return [" ".join(c.text.split()) for c in extract(text).citations]
