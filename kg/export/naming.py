"""How Vietnamese documents name the instruments they rest on, by Nghị định 30/2020/NĐ-CP.

Source: the decree's Phụ lục I (thể thức) and its templates: `Căn cứ` in italic, each ground on its own line
with a semicolon, the last with a full stop; days below 10 and the months 1 and 2 with a zero before them;
laws by name and date, without number and body.
"""

from __future__ import annotations

from datetime import date

from kg.models import InstrumentRef

_BY_TITLE = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}
_BEGINS_WITH_ABOUT = ("về ", "v/v ", "vv ")
_ACTS = (
    "quy định", "hướng dẫn", "ban hành", "phê duyệt", "sửa đổi", "bãi bỏ", "công bố", "thành lập",
    "quy chế", "bổ sung", "thông qua", "triển khai", "tổ chức", "thực hiện", "tăng cường", "giao ",
)  # fmt: skip
"""Beginnings of a trích yếu that follow the issuer without `về`. Example: `… của Chính phủ quy định …`."""


def citation_line(instrument: InstrumentRef) -> str:
    """An instrument as a ground names it, as far as it is known.

    `Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư`; a law is
    `Luật Giáo dục ngày 14 tháng 6 năm 2019`.
    """
    when = day_in_words(instrument.date) or (f"năm {instrument.year}" if instrument.year else "")
    kind = instrument.type or ""
    if kind in _BY_TITLE and instrument.title:
        title = instrument.title
        named = title if title.casefold().startswith(kind.casefold()) else f"{kind} {title}"
        return " ".join(filter(None, (named, when)))
    parts = [kind or "Văn bản"]
    if instrument.number:
        parts.append(f"số {instrument.number}")
    if when:
        parts.append(when)
    if instrument.issuer:
        parts.append(f"của {instrument.issuer}")
    if instrument.title:
        parts.append(_about(instrument.title))
    return " ".join(parts)


def day_in_words(iso: str | None) -> str:
    """`2020-03-05` → `ngày 05 tháng 3 năm 2020`; "" for what is no day."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return ""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _about(title: str) -> str:
    plain = " ".join(title.split()).rstrip(".;")
    lowered = plain.casefold()
    if lowered.startswith(_BEGINS_WITH_ABOUT):
        return "về " + plain.split(" ", 1)[1]
    if lowered.startswith(_ACTS):
        return plain[0].lower() + plain[1:]
    return f"về {plain}"
