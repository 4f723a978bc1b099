"""Why a reading was chosen, or was not: each code in words a person can check."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same in Vietnamese and English."""

    vi: str
    en: str


REASONS: dict[str, Words] = {
    "number": Words("số ký hiệu khớp", "the number agrees"),
    "year-in-number": Words("năm trong số ký hiệu khớp", "the year inside the number agrees"),
    "year": Words("năm ban hành khớp", "the year agrees"),
    "date": Words("đúng ngày ban hành", "the very date agrees"),
    "issuer": Words("cơ quan ban hành khớp", "the issuer agrees"),
    "national-symbol": Words(
        "ký hiệu trong số là của một cơ quan trung ương", "the symbol in the number is a central body's"
    ),
    "joint-sequence": Words(
        "các cơ quan trung ương của Đảng dùng chung một dãy số",
        "the central bodies of the Party share one sequence of numbers",
    ),
    "term": Words("ban hành trong khóa được nêu", "issued in the term that the text names"),
    "title": Words("tên khớp", "the title agrees"),
    "same-document": Words(
        "chính văn bản này nêu đầy đủ ở chỗ khác", "the same document names it in full elsewhere"
    ),
    "own-number": Words("là số ký hiệu của chính văn bản", "it is the document's own number"),
    "before-citing": Words("ban hành trước ngày viện dẫn", "issued before the day of the citation"),
    "only-one-before": Words(
        "văn bản duy nhất đã biết ban hành trước ngày viện dẫn",
        "the only known one issued before the day of the citation",
    ),
    "recent-term": Words(
        "thuộc nhiệm kỳ đang diễn ra hoặc liền trước ngày viện dẫn",
        "of the term running at, or just before, the day of the citation",
    ),
    "in-force": Words("đang có hiệu lực tại ngày viện dẫn", "in force on the day of the citation"),
    "only-version": Words("văn bản duy nhất mang tên này", "the only instrument of this title"),
    "in-table": Words("có trong bảng tra cứu", "listed in the authority tables"),
    "plenum": Words("hội nghị, khóa được nêu khớp", "the plenum and term agree"),
    "only-resolution": Words(
        "nghị quyết duy nhất đã biết của hội nghị đó", "the only known resolution of that plenum"
    ),
    "subject": Words("chủ đề khớp", "the subject agrees"),
    "period": Words("cùng tên đã chuẩn hóa và cùng giai đoạn", "the same normalised name and period"),
    "central-approval": Words("được một văn bản trung ương phê duyệt", "approved by a central instrument"),
    "issued-with": Words(
        "được ban hành hoặc phê duyệt bởi đúng văn bản đó", "issued or approved by that very instrument"
    ),
    "several-provinces": Words("nhiều địa phương cùng nêu", "named by several provinces"),
    "one-congress": Words("mỗi đại hội có một nghị quyết", "a congress adopts one resolution of itself"),
    "human": Words("do người dùng xác nhận", "confirmed by a person"),
    "after-citing": Words("ban hành sau ngày viện dẫn", "issued after the day of the citation"),
    "ended": Words("đã hết hiệu lực tại ngày viện dẫn", "no longer in force on the day of the citation"),
    "not-yet-effective": Words(
        "đã ban hành nhưng chưa có hiệu lực tại ngày viện dẫn",
        "issued but not yet in force on the day of the citation",
    ),
    "number-alone": Words(
        "chỉ khớp số ký hiệu, chưa có năm, ngày hay khóa",
        "only the number agrees: no year, date or term is given",
    ),
    "several-fit": Words("còn văn bản khác cũng khớp", "another instrument fits as well"),
    "citing-day-unknown": Words("không rõ ngày viện dẫn", "the day of the citation is not known"),
    "quotes-older-text": Words(
        "văn bản hợp nhất nhắc lại lời văn cũ nên ngày của nó không cho biết phiên bản",
        "a consolidated text repeats older words, so its day does not tell the version",
    ),
    "other-issuer-local": Words(
        "địa phương khác có thể có chương trình cùng tên", "another province may have its own"
    ),
    "by-older-act": Words(
        "cùng câu với một văn bản cũ hơn phiên bản này, có thể là luật của thời đó",
        "in one sentence with an act older than this version: it may be the law of that time",
    ),
}


def words(code: str) -> Words:
    """The words of a reason. Raises KeyError for a code that is not there."""
    return REASONS[code]
